//! National and local teams by age: `U23 Việt Nam`, `U.19 Hà Nội`.
//!
//! ```text
//! team = "U" ["." | "-"] number ["nữ"] (country | unit)
//! ```

use super::part;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::Level;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, word};

/// An age with what the team plays for.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/organization/team"],
    triggers: Triggers { words: &[word!("u")], roles: &[], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if scene.token(at).shape != Shape::Title {
        return;
    }
    let sign = scene.is_mark(at + 1, '.') || scene.is_mark(at + 1, '-');
    let age = if sign { at + 2 } else { at + 1 };
    let is_age = scene.is_glued(age)
        && scene.is_glued(at + 1)
        && scene.number(age).is_some_and(|age| (13..=23).contains(&age));
    let name = age + 1 + usize::from(scene.is(age + 1, word!("nữ")));
    if !is_age || scene.is_glued(age + 1) {
        return;
    }
    let place = part::place(scene, name, Strength::Pending, out).filter(|place| {
        // `U19 Đông Nam Á` is a tournament.
        matches!(place.level, Level::Country | Level::Province | Level::City)
    });
    if let Some(place) = place {
        part::settle(name, place.end, out);
        out.push(Candidate::new(Kind::Organization, at, place.end, "rule/organization/team"));
    }
}
