//! Names of places alone, without class word: `Quảng Ninh`, `Nga`, `Tokyo`; `Đầm Hà` where something around it says that it is a place.
//!
//! Provinces, countries, regions and foreign places count by themselves where nothing speaks against them; the names of districts and communes, which thousands of people and shops share, need
//! evidence beside them, or else wait for the article to use them with their class words.

use super::PlaceReading;
use super::context::{self, Left};
use super::name::{self, ADMINISTRATIVE, Listed, listed};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, Sym, phrase, word};

/// Names of places of the lists.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/bare", "rule/place/chain", "rule/place/cued", "rule/place/established"],
    triggers: Triggers { words: &[], roles: &[Role::Place], shapes: &[] },
    propose,
};

/// What counts alone.
const SURE: u32 = Level::Country.bit() | Level::Province.bit() | Level::Region.bit() | Level::Sea.bit();

/// Foreign places: they count alone unless units of the country have their names.
const FOREIGN: u32 = Level::City.bit() | Level::State.bit();

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(listed) = listed(scene, at) else { return };
    let Some((rule, strength)) = judge(scene, at, listed, out) else { return };
    let level = Level::None;
    let candidate = Candidate::new(Kind::Place, at, listed.end, rule)
        .strength(strength)
        .payload(out.place(PlaceReading { name: 0, level, class: None }));
    out.push(candidate);
}

/// Which rule makes a listed name an entity, and how sure it is; `None` if it is none here.
fn judge(scene: &Scene<'_>, at: usize, listed: Listed, out: &Proposals) -> Option<(&'static str, Strength)> {
    let end = listed.end;
    if is_blocked(scene, at, end) || context::is_half_of_pair(scene, at, end) {
        return None;
    }
    let left = context::left(scene, at, out);
    if matches!(left, Left::Person | Left::Word) {
        return None;
    }
    let goes_on = scene.token(end).is_capital() && scene.token(end).gap == crate::text::Gap::Space;
    let has = |levels: u32| listed.levels & levels != 0;
    let ambiguous = scene.is_named(at, end, Role::Ambiguous);
    let chained = context::is_chained(scene, at, end, out);
    if has(SURE) || has(FOREIGN) && !has(ADMINISTRATIVE) {
        if end == at + 1 && scene.token(at).shape == Shape::Title {
            return single(scene, at, left, goes_on, chained, ambiguous);
        }
        if !ambiguous {
            return (left != Left::Capital || !goes_on).then_some(("rule/place/bare", Strength::Likely));
        }
    }
    if chained {
        return Some(("rule/place/chain", Strength::Likely));
    }
    if goes_on || end == at + 1 || left == Left::Capital || name::is_shouted(scene, at, end) {
        return None;
    }
    if left == Left::Locative || left == Left::Land && !ambiguous {
        return Some(("rule/place/cued", Strength::Likely));
    }
    Some(("rule/place/established", Strength::Pending))
}

/// A country or city of one syllable, which may be a given name or a word: `Mỹ`, `Anh`, `Huế`.
fn single(
    scene: &Scene<'_>,
    at: usize,
    left: Left,
    goes_on: bool,
    chained: bool,
    ambiguous: bool,
) -> Option<(&'static str, Strength)> {
    /// They begin sentences as pronouns and nouns.
    const WORDS: [Sym; 4] = phrase(["anh", "ý", "áo", "hàn"]);
    let sure = Some(("rule/place/bare", Strength::Likely));
    if chained {
        return Some(("rule/place/chain", Strength::Likely));
    }
    match left {
        Left::Office | Left::Locative => return if goes_on && left == Left::Locative { None } else { sure },
        Left::Capital => return None,
        _ if goes_on => return None,
        Left::Land => return sure,
        _ => {}
    }
    if scene.is_sentence_start(at) {
        let (is_word, quoted) = (scene.is_any(at, &WORDS), scene.is_mark(at.wrapping_sub(1), '('));
        return (quoted || !is_word && !ambiguous).then_some(("rule/place/bare", Strength::Possible));
    }
    sure
}

/// Whether a listed string that is no place, such as `tiếng Anh` or `Hồ Chí Minh toàn tập`, covers the name.
fn is_blocked(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    (0..=3).any(|back| {
        at.checked_sub(back).is_some_and(|start| scene.named(start, Role::Blocked).any(|(stop, _)| stop >= end))
    }) || scene.is(at.wrapping_sub(1), word("tiếng")) && scene.is_joined(at)
}
