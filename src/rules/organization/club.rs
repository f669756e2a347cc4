//! Football clubs that a text calls by their city alone: thắng `Barcelona` 2-1, các cầu thủ chủ nhà `Hải Phòng`.
//!
//! ```text
//! club = city                        of the list, not after a preposition of place
//!      | ("chủ nhà" | …) city        of a province or city
//! ```
//!
//! Both only where words of the game stand around.

use super::part;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::place::context::is_locative;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape};

/// Cities of the list, and words for the side that plays at home.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/organization/club"],
    triggers: Triggers { words: &[], roles: &[Role::Club], shapes: &[] },
    propose,
};

/// Tokens to either side in which words of the game are looked for.
const AROUND: usize = 60;

/// Words of the game that tell a text of football.
const ENOUGH: usize = 2;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, sense)) = cue(scene, at) else { return };
    let place = match sense {
        "club" if is_alone(scene, at, end) => Some((at, end)),
        "host" => part::place(scene, end, Strength::Pending, out)
            .filter(|place| matches!(place.level, Level::Province | Level::City | Level::District))
            .map(|place| (end, place.end)),
        _ => None,
    };
    if let Some((start, end)) = place.filter(|_| is_game(scene, at)) {
        // The city is sure to be a place elsewhere; here it goes after its club.
        out.candidates.doubt(start, |c| {
            c.kind == Kind::Place && c.end() == end && c.strength < Strength::Own
        });
        let club = Candidate::new(Kind::Organization, start, end, "rule/organization/club");
        out.push(club.closed());
    }
}

/// The longest cue of the list that begins at a token: its end and its sense.
fn cue<'s>(scene: &Scene<'s>, at: usize) -> Option<(usize, &'s str)> {
    let (end, name) = scene.longest(at, Role::Club)?;
    Some((end, scene.row(name)?.get("sense")))
}

/// Whether a city stands by itself: no part of a longer name, and not where something is or comes from.
fn is_alone(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let (left, right) = (scene.before(at), scene.token(end));
    let goes_on = right.is_capital() && right.gap == Gap::Space;
    let led =
        left.is_capital() && scene.token(at).gap == Gap::Space && !scene.is_sentence_start(before);
    let classed = (1..=3)
        .filter_map(|back| at.checked_sub(back))
        .any(|start| scene.is_named(start, at, Role::Class));
    let placed = scene.is_joined(at) && is_locative(scene, before);
    let listed = scene.is_mark(before, ',') && scene.is_mark(end, ',');
    let is_part = goes_on || led || classed || placed || listed || scene.is_mark(end, '(');
    scene.token(at).shape == Shape::Title && !is_part
}

/// Whether words of the game stand around a token.
fn is_game(scene: &Scene<'_>, at: usize) -> bool {
    let words = (at.saturating_sub(AROUND)..at + AROUND)
        .filter(|at| cue(scene, *at).is_some_and(|(_, sense)| sense == "game"));
    words.take(ENOUGH).count() == ENOUGH
}
