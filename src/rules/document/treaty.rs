//! Treaties by title: `Công ước Hà Nội`, `Hiệp định Tránh đánh thuế hai lần giữa Việt Nam và Lào`, `Tuyên bố Bangkok`.
//!
//! ```text
//! treaty  = type capital { word } [parties]
//!         | ("Tuyên bố" | "Thỏa thuận") place { "-" place }
//! parties = "giữa" party "và" party | name "-" place              giữa Việt Nam và Lào; Việt - Lào
//! party   = ["Chính phủ"] ["nước"] (place | body)
//! ```
//!
//! A title that many treaties have is none without its parties: `Hiệp định Thương mại tự do`.

use super::title::{self, Suffix};
use super::type_word::TypeWord;
use crate::gazetteer::Role;
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word};

/// A treaty that no list has.
pub(super) fn read(scene: &Scene<'_>, class: &TypeWord<'_>) -> Option<Suffix> {
    let start = class.end;
    if !scene.token(start).is_capital() {
        return None;
    }
    let words = title::end(scene, start, 14);
    let end = parties(scene, words);
    let is_glossed = scene.is_mark(end, '(') && scene.token(end + 1).shape == Shape::Upper;
    if end == words && is_common(scene, start, end) && !is_glossed {
        return None;
    }
    Some(title::suffix(scene, end))
}

/// A declaration or accord named by its place.
pub(super) fn named(scene: &Scene<'_>, class: &TypeWord<'_>) -> Option<Suffix> {
    let place = |at: usize| {
        Some(scene.longest(at, Role::Place)?.0).filter(|_| scene.token(at).is_capital())
    };
    let mut end = place(class.end)?;
    while scene.is_mark(end, '-') {
        end = place(end + 1)?;
    }
    Some(title::suffix(scene, end))
}

/// The end of the parties to a treaty, if they stand at a token.
pub(super) fn parties(scene: &Scene<'_>, end: usize) -> usize {
    let is_pair = scene.token(end).shape == Shape::Title
        && scene.is_mark(end + 1, '-')
        && scene.token(end + 2).is_capital();
    if is_pair && scene.is_joined(end) {
        return scene.longest(end + 2, Role::Place).map_or(end, |(stop, _)| stop);
    }
    if scene.is(end, word!("và")) && ends_party(scene, end) {
        return party(scene, end + 1).unwrap_or(end);
    }
    if !scene.is(end, word!("giữa")) || !scene.is_joined(end) {
        return end;
    }
    let second = party(scene, end + 1)
        .filter(|first| scene.is(*first, word!("và")))
        .and_then(|first| party(scene, first + 1));
    second.unwrap_or(end)
}

/// Whether a title of several words ends with its first party: `Hiệp định Thương mại tự do Việt Nam và …`.
fn ends_party(scene: &Scene<'_>, end: usize) -> bool {
    let names =
        (end.saturating_sub(4)..end).filter_map(|at| Some((at, scene.longest(at, Role::Place)?.0)));
    names.into_iter().any(|(at, stop)| {
        stop == end && scene.token(at).is_capital() && scene.before(at).shape == Shape::Lower
    })
}

/// The end of a party to a treaty: a country, or a body of several.
fn party(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let government = if scene.starts(at, &phrase!(["chính", "phủ"])) { 2 } else { 0 };
    let at = at + government;
    let at = at + usize::from(scene.is(at, word!("nước")));
    let names = [Role::Place, Role::Organization].into_iter();
    let names = names.filter_map(|role| Some(scene.longest(at, role)?.0));
    names.max().filter(|_| scene.token(at).is_capital())
}

/// Whether many treaties have this title.
fn is_common(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    const COMMON: [&[Sym]; 5] = [
        &phrase!(["thương", "mại"]),
        &phrase!(["thương", "mại", "tự", "do"]),
        &phrase!(["vay"]),
        &phrase!(["vay", "ưu", "đãi"]),
        &phrase!(["fta"]),
    ];
    COMMON.iter().any(|words| words.len() == end - start && scene.starts(start, words))
}
