//! Parts of the country by direction, in any case: `miền Nam`, `miền nam`.

use super::PlaceReading;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::Level;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{phrase, word, words};

/// `miền` with a direction.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/region"],
    triggers: Triggers { words: &[word!("miền")], roles: &[], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let start = at;
    let mut end = at + 1;
    // `hai miền Nam - Bắc` names no part, `các tỉnh miền Trung` does.
    if scene.is_any(at.wrapping_sub(1), &phrase!(["hai", "ba", "vùng"])) {
        return;
    }
    while end < at + 3
        && scene.is_joined(end)
        && scene.is_in(end, &words!(["bắc", "trung", "nam", "tây", "đông", "bộ"]))
    {
        end += 1;
    }
    if end == at + 1 {
        return;
    }
    let name = scene.token(at + 1).start - scene.token(start).start;
    let candidate = Candidate::new(Kind::Place, start, end, "rule/place/region")
        .strength(Strength::Certain)
        .payload(out.place(PlaceReading {
            at: at as u32 + 1,
            name,
            level: Level::Region,
            class: None,
        }));
    out.push(candidate);
}
