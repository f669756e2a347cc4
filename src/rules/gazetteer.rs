//! Names of lists that are entities by themselves: `Hà Nội`, `Bộ Công an`, `Thượng tướng`.

use super::{Proposals, Proposer, Scene, Triggers, organization};
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::{Match, Name, Role, attribute};
use crate::text::{phrase, word};

/// Names of the user's own lists; the reason is the row.
pub(crate) const OWN: Proposer = Proposer {
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
    propose: propose_own,
};

/// Bodies of the other lists, of whose names no others count by themselves; the reason is the row.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[],
    triggers: Triggers { words: &[], roles: &[Role::Organization], shapes: &[] },
    propose: propose_bodies,
};

fn propose_own(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at) {
        let name = scene.index.matcher.name(found.name);
        let Some(name) = name.filter(|name| scene.index.is_own(name)) else { continue };
        let kind = match name.role {
            Role::Organization => Kind::Organization,
            Role::Place => Kind::Place,
            Role::Person => Kind::Person,
            Role::Document => Kind::Document,
            Role::Rank => Kind::Rank,
            Role::Position => Kind::Position,
            Role::Date => Kind::Date,
            Role::Own => Kind::Own,
            _ => continue,
        };
        push(scene, kind, at, found, name, Strength::Own, out);
    }
}

fn propose_bodies(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches_of(at, Role::Organization) {
        let name = scene.index.matcher.name(found.name);
        let Some(name) = name.filter(|name| !scene.index.is_own(name)) else { continue };
        let end = found.end as usize;
        if scene.blocked(at, Kind::Organization).any(|stop| stop == end) {
            continue;
        }
        if let Some(strength) = organization::listed::judge(scene, at, end, name) {
            push(scene, Kind::Organization, at, found, name, strength, out);
        }
    }
}

/// Proposes a name as it stands in its list.
fn push(
    scene: &Scene<'_>,
    kind: Kind,
    at: usize,
    found: &Match,
    name: &Name,
    strength: Strength,
    out: &mut Proposals,
) {
    let end = found.end as usize;
    let candidate =
        Candidate::new(kind, at, end, "").strength(strength).payload(Payload::Name(found.name));
    // `Bộ Công an Việt Nam` names a body with the country, which the name of its row has not.
    let national = name.is_alias
        && (scene.starts(end.saturating_sub(2), &phrase!(["việt", "nam"]))
            || scene.is(end - 1, word!("vn")));
    let closed = kind == Kind::Organization && name.attributes & attribute::PLACE == 0 && !national;
    out.push(if closed { candidate.closed() } else { candidate });
}
