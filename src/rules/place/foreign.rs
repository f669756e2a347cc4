//! Foreign places that no list knows, beside a preposition: before what they lie in, ở `Hazaribag`, thủ đô Dhaka; tại `Menlo Park` (California); or where something is, ở `Rockport`, ngoài khơi `Sabratha`.
//!
//! ```text
//! place = preposition name ("," | "(") place
//!       | ("ở" | "khơi") name                        of words with one capital, before no number
//! ```
//!
//! After the other prepositions, which lead to people, events and shops as often, such a name waits for the article to have it so.

use super::PlaceReading;
use super::context::LEADING;
use super::name;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, phrase};

/// Words that lead to places, before capitalised words that are no syllables of the language.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/foreign", "rule/place/established"],
    triggers: Triggers { words: &LEADING, roles: &[], shapes: &[] },
    propose,
};

/// What a foreign place lies in.
const AROUND: u32 = Level::Country.bit() | Level::City.bit() | Level::State.bit();

fn propose(scene: &Scene<'_>, before: usize, out: &mut Proposals) {
    let at = before + 1;
    if scene.token(at).shape != Shape::Title
        || scene.token(before).shape != Shape::Lower && !scene.is_sentence_start(before)
    {
        return;
    }
    // Where something is, rather than where it goes.
    let stands = scene.is_any(before, &phrase!(["ở", "khơi"]));
    let is_known = |at: usize| {
        [Role::Place, Role::Organization, Role::Person]
            .iter()
            .any(|role| scene.longest(at, *role).is_some())
    };
    if scene.token(at).gap != Gap::Space || !scene.is_foreign(at) || is_known(at) {
        return;
    }
    let end = name::run(scene, at, 3);
    if end == at {
        return;
    }
    let opens = scene.is_mark(end, ',') || scene.is_mark(end, '(');
    let lies = opens && scene.is_joined(end) && is_around(scene, end + 1, out);
    let (rule, strength) = match () {
        _ if lies => ("rule/place/foreign", Strength::Likely),
        _ if !is_fit(scene, at, end) => return,
        _ if stands => ("rule/place/foreign", Strength::Possible),
        _ => ("rule/place/established", Strength::Pending),
    };
    let payload = out.place(PlaceReading { at: at as u32, ..Default::default() });
    out.push(Candidate::new(Kind::Place, at, end, rule).strength(strength).payload(payload));
}

/// Whether capitalised words may be a place by their shape alone: no brand (`iPhone`), model (`Zenfone 4`), event (`Asian Cup`) or part of people's names.
fn is_fit(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let titles = (at..end).all(|at| {
        let shape = scene.token(at).shape;
        shape == Shape::Title || shape == Shape::Punctuation || scene.is_glued(at)
    });
    let is_against = |at: usize| {
        scene.asked(at, Role::Usage).any(|(stop, cue)| {
            stop == at + 1 && cue.attributes & (attribute::BLOCKS | attribute::SUFFIX) != 0
        })
    };
    let next = scene.token(end);
    let goes_on = scene.is_joined(end)
        && (next.shape == Shape::Number
            || next.is_capital()
            || scene.is_glued(end)
                && (next.is_word() || scene.is_mark(end, '.') && scene.is_glued(end + 1)));
    titles
        && !goes_on
        && !(at..end).any(is_against)
        && !(at..end).any(|at| {
            scene.has(at, Role::Blocked.bit() | Role::ForeignPart.bit() | Role::Suffix.bit())
        })
}

/// Whether a country, a foreign state or a foreign city was found at a token.
fn is_around(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let Some(place) = out.candidates.longest(at, Kind::Place) else { return false };
    let name = (place.start()..place.end())
        .filter_map(|at| name::listed(scene, at).filter(|listed| listed.end == place.end()))
        .next();
    name.is_some_and(|listed| listed.may_be(AROUND) && !listed.may_be(name::ADMINISTRATIVE))
}
