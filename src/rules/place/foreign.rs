//! Foreign places that no list knows, beside a preposition and before what they lie in: ở `Hazaribag`, thủ đô Dhaka; tại `Menlo Park` (California).
//!
//! ```text
//! place = preposition name ("," | "(") place
//! ```

use super::PlaceReading;
use super::context::is_locative;
use super::name;
use crate::Kind;
use crate::candidate::Candidate;
use crate::gazetteer::{Level, Role};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape};

/// Capitalised words that are no syllables of the language.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/foreign"],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Title] },
    propose,
};

/// What a foreign place lies in.
const AROUND: u32 = Level::Country.bit() | Level::City.bit() | Level::State.bit();

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let before = at.wrapping_sub(1);
    if !is_locative(scene, before) || scene.token(before).shape != Shape::Lower {
        return;
    }
    let is_known = |at: usize| {
        [Role::Place, Role::Organization, Role::Person]
            .iter()
            .any(|role| scene.longest(at, *role).is_some())
    };
    if scene.token(at).gap != Gap::Space || !scene.is_foreign(at) || is_known(at) {
        return;
    }
    let end = name::run(scene, at, 3);
    let opens = scene.is_mark(end, ',') || scene.is_mark(end, '(');
    if end == at || !opens || !scene.is_joined(end) || !is_around(scene, end + 1, out) {
        return;
    }
    let payload = out.place(PlaceReading { at: at as u32, ..Default::default() });
    out.push(Candidate::new(Kind::Place, at, end, "rule/place/foreign").payload(payload));
}

/// Whether a country, a foreign state or a foreign city was found at a token.
fn is_around(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let Some(place) = out.candidates.longest(at, Kind::Place) else { return false };
    let name = (place.start()..place.end())
        .filter_map(|at| name::listed(scene, at).filter(|listed| listed.end == place.end()))
        .next();
    name.is_some_and(|listed| listed.may_be(AROUND) && !listed.may_be(name::ADMINISTRATIVE))
}
