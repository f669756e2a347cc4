//! Names of lists that are entities by themselves: `Hà Nội`, `Bộ Công an`, `Thượng tướng`.

use super::{Proposals, Proposer, Scene, Triggers, organization};
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::{Role, attribute};
use crate::text::{phrase, word};

/// A name stands in a list of its kind; the reason is its row.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[],
    triggers: Triggers {
        words: &[],
        roles: &[
            Role::Organization,
            Role::Place,
            Role::Person,
            Role::Document,
            Role::Rank,
            Role::Position,
            Role::Date,
            Role::Own,
        ],
        shapes: &[],
    },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // But for the user's own lists, only names of bodies count by themselves.
    if scene.has(at, Role::Organization.bit()) || scene.index.has_own() {
        propose_names(scene, at, out);
    }
}

#[inline(never)]
fn propose_names(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at) {
        if found.role != Role::Organization && !scene.index.has_own() {
            continue;
        }
        let Some(name) = scene.index.matcher.name(found.name) else { continue };
        let own = scene.index.is_own(name);
        let kind = match name.role {
            Role::Organization => Kind::Organization,
            Role::Place if own => Kind::Place,
            Role::Person if own => Kind::Person,
            Role::Document if own => Kind::Document,
            Role::Rank if own => Kind::Rank,
            Role::Position if own => Kind::Position,
            Role::Date if own => Kind::Date,
            Role::Own if own => Kind::Own,
            _ => continue,
        };
        let end = found.end as usize;
        let strength = if own {
            Some(Strength::Own)
        } else if scene.blocked(at, kind).any(|stop| stop == end) {
            None
        } else {
            organization::listed::judge(scene, at, end, name)
        };
        let Some(strength) = strength else { continue };
        let candidate =
            Candidate::new(kind, at, end, "").strength(strength).payload(Payload::Name(found.name));
        // `Bộ Công an Việt Nam` names a body with the country, which the name of its row has not.
        let national = name.is_alias
            && (scene.starts(end.saturating_sub(2), &phrase!(["việt", "nam"]))
                || scene.is(end - 1, word!("vn")));
        let closed =
            kind == Kind::Organization && name.attributes & attribute::PLACE == 0 && !national;
        out.push(if closed { candidate.closed() } else { candidate });
    }
}
