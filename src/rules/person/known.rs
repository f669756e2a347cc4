//! Names of the list of office holders: `Tô Lâm`, `Phạm Minh Chính`. The reason is the row.

use super::context::{self, Left};
use super::name;
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};

/// Names of the list.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[],
    triggers: Triggers { words: &[], roles: &[Role::Person], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at) {
        if found.role != Role::Person {
            continue;
        }
        let Some(listed) = scene.index.matcher.name(found.name) else { continue };
        if scene.index.is_own(listed) {
            continue;
        }
        let end = found.end as usize;
        // A longer name is another's: `Nguyễn Văn Anh Tuấn`.
        let is_whole = name::read(scene, at).is_none_or(|name| name.end <= end);
        let left = context::left(scene, at, out);
        if !is_whole
            || context::is_namesake(scene, at)
            || context::is_address(scene, at, out)
            || left == Left::Capital
            || end == at + 1
        {
            continue;
        }
        let ambiguous = context::is_known_place(scene, at, end)
            || scene.is_named(at, end, Role::Ambiguous)
            || scene.is_named(at, end, Role::Place);
        // `Chủ tịch Hồ Chí Minh`: the title tells the person from the place.
        let mut starts = (1..=5).filter_map(|back| at.checked_sub(back));
        let titled = scene.ends(at, Role::Position.bit())
            && starts.any(|start| scene.is_named(start, at, Role::Position));
        let strength = if ambiguous && !titled { Strength::Pending } else { Strength::Likely };
        out.push(
            Candidate::new(Kind::Person, at, end, "")
                .strength(strength)
                .payload(Payload::Name(found.name)),
        );
    }
}
