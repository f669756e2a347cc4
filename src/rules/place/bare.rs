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
const SURE: u32 =
    Level::Country.bit() | Level::Province.bit() | Level::Region.bit() | Level::Sea.bit();

/// Foreign places: they count alone unless units of the country have their names.
const FOREIGN: u32 = Level::City.bit() | Level::State.bit();

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(listed) = listed(scene, at) else { return };
    let Some((rule, strength)) = judge(scene, at, listed, out) else { return };
    let candidate = Candidate::new(Kind::Place, at, listed.end, rule).strength(strength);
    let payload = out.place(PlaceReading { at: at as u32, ..Default::default() });
    out.push(candidate.payload(payload));
}

/// Which rule makes a listed name an entity, and how sure it is; `None` if it is none here.
fn judge(
    scene: &Scene<'_>,
    at: usize,
    listed: Listed,
    out: &Proposals,
) -> Option<(&'static str, Strength)> {
    let end = listed.end;
    if is_blocked(scene, at, end) || context::is_half_of_pair(scene, at, end) {
        return None;
    }
    let left = context::left(scene, at, out);
    if left == Left::Person {
        return None;
    }
    let goes_on = context::goes_on(scene, end);
    let ambiguous = scene.is_ambiguous(at, end, Kind::Place);
    if listed.may_be(SURE) || listed.may_be(FOREIGN) && !listed.may_be(ADMINISTRATIVE) {
        if end == at + 1 && scene.token(at).shape != Shape::Mixed && listed.may_be(SURE) {
            return single(scene, at, left, listed, ambiguous, out);
        }
        if !ambiguous {
            let strength = match (goes_on, left) {
                (true, Left::Capital) => return None,
                (true, Left::Office) | (false, _) => Strength::Likely,
                (true, _) => Strength::Possible,
            };
            return Some(("rule/place/bare", strength));
        }
    }
    if goes_on || left == Left::Capital || name::is_stop(scene, at) {
        return None;
    }
    if context::is_chained(scene, at, listed, out) {
        return Some(("rule/place/chain", Strength::Likely));
    }
    if end == at + 1 || name::is_shouted(scene, at, end) {
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
    listed: Listed,
    ambiguous: bool,
    out: &Proposals,
) -> Option<(&'static str, Strength)> {
    /// They begin sentences as pronouns and nouns.
    const WORDS: [Sym; 4] = phrase(["anh", "ý", "áo", "hàn"]);
    let sure = Some(("rule/place/bare", Strength::Likely));
    let next = scene.token(at + 1);
    let is_joined = next.gap == crate::text::Gap::Space;
    let goes_on = next.is_capital() && is_joined && !name::is_foreign(scene.text(at + 1));
    if name::is_foreign(scene.text(at)) {
        return (left != Left::Capital || !goes_on)
            .then_some(("rule/place/bare", Strength::Likely));
    }
    if goes_on {
        return if left == Left::Office && !name::is_shouted(scene, at, at + 1) {
            sure
        } else {
            None
        };
    }
    if name::is_shouted(scene, at, at + 1)
        && scene.is_any(at, &phrase(["anh", "đức", "nhật", "ý", "áo", "pháp", "hàn", "bỉ", "thái"]))
    {
        return None;
    }
    match left {
        Left::Office | Left::Locative | Left::Land => return sure,
        Left::Capital => return None,
        _ => {}
    }
    if context::is_chained(scene, at, listed, out) {
        return Some(("rule/place/chain", Strength::Likely));
    }
    if scene.is_sentence_start(at) {
        let (is_word, quoted) = (scene.is_any(at, &WORDS), scene.is_mark(at.wrapping_sub(1), '('));
        return (quoted || !is_word && !ambiguous)
            .then_some(("rule/place/bare", Strength::Possible));
    }
    sure
}

/// Whether what stands beside a name takes it out of the language of places: `tiếng Anh`, `Việt Nam hóa`, `VOV.VN`, or a listed string that is no place.
fn is_blocked(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let listed = (0..=3).any(|back| {
        at.checked_sub(back)
            .is_some_and(|start| scene.blocked(start, Kind::Place).any(|stop| stop >= end))
    });
    let before = at.wrapping_sub(1);
    let joined = scene.is_joined(at);
    listed
        || joined && scene.is_any(before, &phrase(["tiếng", "chữ"]))
        || joined
            && scene.is_glued(at)
            && ['.', '@', '_', '#'].iter().any(|mark| scene.is_mark(before, *mark))
            && !scene.is_any(at, &phrase(["tp"]))
        || scene.is_joined(end)
            && scene.is(end, word("hóa"))
            && scene.token(end).shape == Shape::Lower
        || scene.is_glued(end) && (scene.is_mark(end, '+') || scene.is_mark(end, '@'))
}
