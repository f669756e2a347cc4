//! Ships that are known by their number and a name: `tàu 015-Trần Hưng Đạo`, `tàu HQ 571 - Trường Sa`.
//!
//! ```text
//! ship = "tàu" { small } [letters ["-"]] number "-" name          Tàu hộ vệ tên lửa 016-Quang Trung
//! ```

use super::name;
use crate::Kind;
use crate::candidate::Candidate;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, phrase, word};

/// The number of a ship before its name.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/organization/ship"],
    triggers: Triggers { words: &[word!("tàu")], roles: &[], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    /// Small words between `tàu` and the number at most.
    const SMALL: usize = 4;
    // `chuyến tàu 120 - Sài Gòn` goes there.
    if scene.is_any(at.wrapping_sub(1), &phrase!(["chuyến", "đoàn"])) {
        return;
    }
    let small = |at: usize| scene.token(at).shape == Shape::Lower && scene.is_joined(at);
    let Some(first) = (at + 1..=at + 1 + SMALL).find(|at| !small(*at)) else { return };
    let letters = scene.token(first).shape == Shape::Upper && scene.is_joined(first);
    let number = first + usize::from(letters);
    let number = number + usize::from(letters && scene.is_mark(number, '-'));
    let token = scene.token(number);
    let is_number = token.shape == Shape::Number
        && (3..=4).contains(&(token.end - token.start))
        && scene.is_joined(number);
    let dash = number + 1;
    let is_named = is_number
        && scene.is_mark(dash, '-')
        && scene.is_glued(dash) == scene.is_glued(dash + 1)
        && scene.is_joined(dash)
        && scene.is_joined(dash + 1);
    if !is_named {
        return;
    }
    let end = name::proper(scene, dash + 1, false);
    // `tàu 12 - Hà Nội`: one word more than a syllable, and no number goes on.
    if end > dash + 2 {
        let ship = Candidate::new(Kind::Organization, at, end, "rule/organization/ship");
        out.push(ship.closed());
    }
}
