//! Grades of army, police, coast guard and diplomacy: `Đại tá`, `Đ/tá`, `trung úy Lê Văn An`.
//!
//! ```text
//! rank = name of the lists                        a capital begins it, or a person's name follows it
//! ```
//!
//! The branch after it stays outside (`Đại tá` Công an). What the list reads as an office (`Đại sứ`) is a rank after `hàm` alone.

use super::{Proposals, Proposer, Scene, Triggers};
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::{Role, attribute};
use crate::text::{Gap, Shape, phrase};

/// Grades.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[],
    triggers: Triggers { words: &[], roles: &[Role::Rank], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at) {
        if found.role != Role::Rank {
            continue;
        }
        let Some(name) = scene.index.matcher.name(found.name) else { continue };
        let end = found.end as usize;
        if scene.index.is_own(name) || is_inside(scene, at, end) {
            continue;
        }
        let cued = name.attributes & attribute::CUED == 0
            || scene.is_any(at.wrapping_sub(1), &phrase!(["hàm"]));
        let Some(strength) = strength(scene, at, end, out).filter(|_| cued) else { continue };
        let candidate = Candidate::new(Kind::Rank, at, end, "").strength(strength);
        out.push(candidate.payload(Payload::Name(found.name)));
    }
}

/// How sure a grade is: with a capital, or before a person's name; before one that waits for the article it waits as well, `trung úy | Đại`.
fn strength(scene: &Scene<'_>, at: usize, end: usize, out: &Proposals) -> Option<Strength> {
    match scene.token(at).shape {
        Shape::Title | Shape::Upper => Some(Strength::Certain),
        Shape::Lower => {
            let branch = scene.longest(end, Role::Branch).map(|(stop, _)| stop);
            let ends = [Some(end), branch].into_iter().flatten();
            let joined = ends.filter(|at| scene.token(*at).gap == Gap::Space);
            let named = joined.flat_map(|at| out.candidates.starting_at(at));
            let surest = named.filter(|c| c.kind == Kind::Person).map(|c| c.strength).max()?;
            match surest {
                Strength::Blocked => None,
                Strength::Pending => Some(Strength::Pending),
                _ => Some(Strength::Certain),
            }
        }
        _ => None,
    }
}

/// Whether a longer grade or title covers it: `Đô đốc` in `Phó Đô đốc`.
fn is_inside(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let covers = |start: usize, stop: usize| stop >= end && (start < at || stop > end);
    (0..=2)
        .filter_map(|back| at.checked_sub(back))
        .any(|start| scene.named(start, Role::Rank).any(|(stop, _)| covers(start, stop)))
}
