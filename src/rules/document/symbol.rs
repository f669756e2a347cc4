//! The number, year and letters of a citation.
//!
//! ```text
//! symbol = number [sep year] [sep code]             100/2019/NĐ-CP, 23-NQ/TU, 19-2017/NQ-CP, 46/2026
//! number = digits {"." digits} [letter]             04, 66.13, 30a
//! code   = part { sep part }                        NĐ-CP, NQ/TƯ, TTLT-BCA-BQP, QH14, BNN&PTNT
//! part   = capitals [digits]                        also `TTg`, `CTr`, `QLĐTh`, `T.Ư`
//! sep    = "/" | "-" | "_" | "&"                    with spaces around it, where newspapers add them
//! ```

use crate::gazetteer::Role;
use crate::rules::Scene;
use crate::text::Shape;

/// The parts of a symbol, as tokens from and to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    pub(super) end: usize,
    pub(super) number: (usize, usize),
    /// The token of the year.
    pub(super) year: Option<usize>,
    pub(super) code: Option<(usize, usize)>,
    /// Whether a dash joins number and code.
    pub(super) is_dashed: bool,
}

/// The symbol whose number stands at a token. After a type word (`led`) newspapers' slips are read too: lost capitals, added spaces.
pub(super) fn read(scene: &Scene<'_>, at: usize, led: bool) -> Option<Symbol> {
    if scene.token(at).shape != Shape::Number {
        return None;
    }
    let mut end = at + 1;
    while led && scene.is_mark(end, '.') && scene.is_glued(end) && is_glued_number(scene, end + 1) {
        end += 2;
    }
    let letter = scene.token(end);
    if letter.is_word() && scene.is_glued(end) {
        // `30a`, `961A`, but no `12km` and no `5G`.
        if letter.end - letter.start > 2 || scene.text(end).chars().count() > 1 {
            return None;
        }
        end += 1;
    }
    let mut symbol = Symbol { end, number: (at, end), year: None, code: None, is_dashed: false };
    if let Some(next) = separated(scene, end, led).filter(|next| is_year(scene, *next)) {
        symbol.year = Some(next);
        symbol.end = next + 1;
    }
    if let Some(start) = separated(scene, symbol.end, led)
        && let Some(stop) = code(scene, start, led)
    {
        symbol.is_dashed = symbol.year.is_none() && scene.is_mark(symbol.end, '-');
        symbol.code = Some((start, stop));
        symbol.end = stop;
    }
    // `10/2016 QĐ-UBND` and `4058 QĐ-BCA` have lost a slash; in `74 TC/TCT` of old a space stands for it.
    let after = symbol.end;
    let is_apart = symbol.code.is_none() && led && scene.is_joined(after);
    let is_lost = || {
        let is_tight = || {
            scene.is_glued(after + 1)
                && scene.is_glued(after + 2)
                && scene.token(after + 2).shape == Shape::Upper
        };
        let is_new = is_type_letters(scene, after)
            && scene.is_mark(after + 1, '-')
            && (symbol.year.is_some() || is_tight());
        let is_old = symbol.year.is_none()
            && scene.token(after).shape == Shape::Upper
            && scene.is_mark(after + 1, '/')
            && scene.is_glued(after + 1)
            && scene.token(after + 2).shape == Shape::Upper
            && scene.is_glued(after + 2);
        is_new || is_old
    };
    if is_apart
        && is_lost()
        && let Some(stop) = code(scene, after, led)
    {
        symbol.code = Some((after, stop));
        symbol.end = stop;
    }
    let goes_on = scene.is_glued(symbol.end)
        && ['/', '.', ',', '-'].iter().any(|mark| scene.is_mark(symbol.end, *mark))
        && is_glued_number(scene, symbol.end + 1);
    // `16/9` is no number, and `5.000` is a sum.
    (!goes_on && !scene.is_mark(symbol.end, '%')).then_some(symbol)
}

/// The token after a separator at a token.
fn separated(scene: &Scene<'_>, at: usize, led: bool) -> Option<usize> {
    let is_mark = ['/', '-', '_'].iter().any(|mark| scene.is_mark(at, *mark));
    let (before, after) = (scene.is_glued(at), scene.is_glued(at + 1));
    let close = before && after;
    let loose = led && scene.is_joined(at) && scene.is_joined(at + 1);
    if !is_mark || !(close || loose) {
        return None;
    }
    if !close {
        // A dash between spaces is one of the sentence, unless the letters of a symbol follow.
        let token = scene.token(at + 1);
        let is_letters =
            matches!(token.shape, Shape::Upper | Shape::Mixed) && is_part(scene, at + 1, led);
        let is_known = is_letters
            && (is_type_letters(scene, at + 1)
                || scene.named(at + 1, Role::Issuer).next().is_some());
        // `22 / 2013 / QĐ-TTg`
        let is_spread = scene.is_mark(at, '/') && scene.is_mark(at + 2, '/');
        let is_number = token.shape == Shape::Number
            && (before || after || is_spread)
            && is_year(scene, at + 1);
        // `35/NQ - CP`, and `57 - NQ/TW`.
        let is_inside = is_type_letters(scene, at + 1) || is_type_letters(scene, at - 1);
        let is_symbol = is_known && (is_inside || before || after || !scene.is_mark(at, '-'));
        if !is_symbol && !is_number {
            return None;
        }
    }
    Some(at + 1)
}

/// The end of the letters of a symbol that begin at a token.
fn code(scene: &Scene<'_>, start: usize, led: bool) -> Option<usize> {
    let mut end = part(scene, start, led)?;
    for _ in 0..12 {
        let next = match separated(scene, end, led) {
            Some(next) => next,
            None if scene.is_mark(end, '&') && scene.is_glued(end) && scene.is_glued(end + 1) => {
                end + 1
            }
            None if is_dotted(scene, end) => end + 1,
            None => break,
        };
        match part(scene, next, led) {
            Some(stop) => end = stop,
            None => break,
        }
    }
    // `TT-BCA(X13)`
    if scene.is_mark(end, '(')
        && scene.is_glued(end)
        && scene.is_mark(end + 3, ')')
        && is_glued_number(scene, end + 2)
    {
        end += 4;
    }
    Some(end)
}

/// Whether a dot stands inside letters: `T.Ư`, `C.I`, `UBND.TNMT`.
fn is_dotted(scene: &Scene<'_>, at: usize) -> bool {
    let is_single = |at: usize| scene.text(at).chars().count() == 1;
    let glued = scene.is_mark(at, '.') && scene.is_glued(at) && scene.is_glued(at + 1);
    let next = scene.token(at + 1);
    glued
        && next.is_capital()
        && (is_single(at - 1) && is_single(at + 1)
            || next.shape == Shape::Upper && !is_single(at + 1))
}

/// The end of a run of letters with the digits that touch it.
fn part(scene: &Scene<'_>, at: usize, led: bool) -> Option<usize> {
    // A listed organ may hold small letters: `HoREA`.
    let organ = scene.longest(at, Role::Issuer).map(|(end, _)| end);
    if organ.is_none() && !is_part(scene, at, led) {
        return None;
    }
    let mut end = organ.unwrap_or(at + 1);
    while scene.is_glued(end)
        && (scene.token(end).shape == Shape::Number || scene.token(end).is_capital())
    {
        end += 1;
    }
    Some(end)
}

/// Whether the word at a token may be letters of a symbol.
fn is_part(scene: &Scene<'_>, at: usize, led: bool) -> bool {
    let text = scene.text(at);
    match scene.token(at).shape {
        Shape::Upper => true,
        // `TTg`, `QLĐTh`, but no `CPngày`.
        Shape::Mixed => {
            !text.starts_with(char::is_lowercase)
                && text.chars().rev().take_while(|c| c.is_lowercase()).count() < 3
        }
        Shape::Title => text.chars().count() == 1 || text.chars().skip(1).all(|c| !is_vowel(c)),
        Shape::Lower => led && scene.is_glued(at) && is_lowered(scene, at),
        _ => false,
    }
}

/// Whether small letters are those of a symbol that lost its capitals: `nđ-cp`.
fn is_lowered(scene: &Scene<'_>, at: usize) -> bool {
    let is_issuer = |at: usize| {
        let text = scene.text(at);
        scene.token(at).shape == Shape::Lower
            && scene.index.look_up(text).iter().any(|name| name.role == Role::Issuer)
    };
    let is_first = scene.is_mark(at + 1, '-') && scene.is_glued(at + 1) && scene.is_glued(at + 2);
    is_issuer(at) || is_first && is_issuer(at + 2)
}

/// Whether the letters at a token are those of a type: `NQ`, `QĐ`.
pub(super) fn is_type_letters(scene: &Scene<'_>, at: usize) -> bool {
    type_of_letters(scene, scene.text(at)).is_some()
}

/// The type that has these letters in symbols; the first of the list where several have them.
pub(super) fn type_of_letters<'s>(scene: &Scene<'s>, letters: &str) -> Option<&'s str> {
    let index = scene.index;
    let common = |letters: &str| {
        index.types_of_letters(letters).map(|row| row.name()).max_by_key(|name| is_common(name))
    };
    if letters.contains('Ð') { common(&letters.replace('Ð', "Đ")) } else { common(letters) }
}

/// Whether letters of a symbol belong to another type than the one that is written; a type without letters of its own has any.
pub(super) fn is_of_other_type(scene: &Scene<'_>, class: &str, letters: &str) -> bool {
    let has_own = || {
        scene.index.document_types().any(|row| row.name() == class && !row.get("abbr").is_empty())
    };
    let own = type_of_letters(scene, letters).filter(|own| *own != class);
    own.is_some_and(|own| has_own() && !share_letters(scene, own, class))
}

/// Whether two types have the same letters: `Quyết định` and `Quy định`.
pub(super) fn share_letters(scene: &Scene<'_>, one: &str, other: &str) -> bool {
    let of = |class: &str| scene.index.document_types().find(|row| row.name() == class);
    let (Some(one), Some(other)) = (of(one), of(other)) else { return false };
    one.list("abbr").any(|abbr| other.list("abbr").any(|also| also == abbr))
}

/// Of two types with the same letters, the one that papers are usually of.
fn is_common(name: &str) -> bool {
    ["Quyết định", "Chỉ thị", "Thông tư", "Tờ trình", "Kết luận", "Thông báo", "Chương trình"]
        .contains(&name)
}

fn is_vowel(c: char) -> bool {
    use unicode_normalization::UnicodeNormalization;
    let base = c.nfd().next().unwrap_or(c).to_ascii_lowercase();
    matches!(base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether the number at a token is the year of a document.
pub(super) fn is_year(scene: &Scene<'_>, at: usize) -> bool {
    scene.text(at).len() == 4 && scene.number(at).is_some_and(|year| (1945..2100).contains(&year))
}

fn is_glued_number(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Number && scene.is_glued(at)
}
