//! Several bodies of one class under a plural head: "các Bộ: `Y tế`, `Tài chính`", "các Sở `Xây dựng`, `Nông nghiệp và Môi trường`".
//!
//! ```text
//! bodies = ("các" | "hai" | number) head [":"] field { "," field } ["và" field]
//! ```

use super::field::field;
use super::generic::is_plural;
use crate::Kind;
use crate::candidate::Candidate;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::word;

/// A plural head before fields.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/organization/plural"],
    triggers: Triggers { words: &[], roles: &[Role::Head], shapes: &[] },
    propose,
};

/// Bodies in a list at most.
const MOST: usize = 30;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, head)) = scene.named(at, Role::Head).next() else { return };
    if end != at + 1 || head.attributes & attribute::FIELD == 0 || !is_plural(scene, at) {
        return;
    }
    let mut next = end + usize::from(scene.is_mark(end, ':'));
    let mut bodies = Vec::new();
    for _ in 0..MOST {
        let Some(stop) = field(scene, next, false, out).filter(|_| scene.is_joined(next)) else {
            break;
        };
        bodies.push((next, stop));
        next = match () {
            _ if scene.is_mark(stop, ',') && scene.is(stop + 1, word!("và")) => stop + 2,
            _ if scene.is_mark(stop, ',')
                || scene.is_mark(stop, ';')
                || scene.is(stop, word!("và")) =>
            {
                stop + 1
            }
            _ => break,
        };
    }
    // One field after a plural head is a class: `giữa hai Bộ Quốc phòng`.
    if bodies.len() < 2 {
        return;
    }
    for (start, stop) in bodies {
        out.push(Candidate::new(Kind::Organization, start, stop, "rule/organization/plural"));
    }
}
