//! Where the title of a document ends.
//!
//! ```text
//! title  = word { word } [suffix]
//! suffix = ["năm"] year | "(" ("sửa đổi" | "bổ sung" | "điều chỉnh") … ")" | "sửa đổi" | "số" symbol
//! ```
//!
//! A listed title ends where the list says. Another ends before a word of `document/title_end.cue.tsv`, before punctuation, and where another document, office or person begins.

use super::symbol::{self, Symbol};
use crate::gazetteer::{Role, attribute};
use crate::rules::Scene;
use crate::text::{Shape, word};

/// What closes a title.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Suffix {
    /// The token after the last.
    pub(super) end: usize,
    /// The token of the year.
    pub(super) year: Option<usize>,
    pub(super) symbol: Option<Symbol>,
    /// Where the words of the title end, before year and symbol.
    pub(super) words: usize,
}

/// The end of a title without listing that begins at a token: words up to one that ends it.
pub(super) fn end(scene: &Scene<'_>, start: usize, most: usize) -> usize {
    let mut at = start;
    while at < start + most && scene.is_joined(at) {
        let token = scene.token(at);
        let is_inner_comma = scene.is_mark(at, ',')
            && scene.is(at.wrapping_sub(1), word("phòng"))
            && scene.is(at + 1, word("chống"));
        let is_range = token.is_mark('-')
            && scene.token(at + 1).is_capital()
            && scene.before(at).is_word()
            && scene.is_joined(at + 1);
        let is_word = token.is_word()
            || token.shape == Shape::Number && scene.is_mark(at.wrapping_sub(1), '-');
        if !(is_word || is_inner_comma || is_range) || at > start && is_end(scene, at) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a title ends before a token.
fn is_end(scene: &Scene<'_>, at: usize) -> bool {
    scene.matches(at).iter().any(|found| {
        let Some(name) = scene.index.matcher.name(found.name) else { return false };
        let is_capital = scene.token(at).is_capital();
        match name.role {
            Role::TitleEnd => !is_capital,
            Role::Rank | Role::Position => is_capital,
            Role::Honorific => name.attributes & attribute::STRONG != 0,
            Role::DocumentType => {
                is_capital && found.end as usize > at + 1
                    || scene.is(at, word("luật")) && is_capital
            }
            _ => false,
        }
    })
}

/// The years, brackets and symbols that close a title whose words end before a token.
pub(super) fn suffix(scene: &Scene<'_>, end: usize) -> Suffix {
    let mut suffix = Suffix { end, words: end, ..Suffix::default() };
    for _ in 0..3 {
        let at = suffix.end;
        if !scene.is_joined(at) {
            break;
        }
        let year = at + usize::from(scene.is(at, word("năm")) && scene.is_joined(at + 1));
        if suffix.year.is_none() && is_whole_year(scene, year) {
            (suffix.year, suffix.end) = (Some(year), year + 1);
            continue;
        }
        if suffix.symbol.is_none() && scene.is(at, word("số")) && scene.is_joined(at + 1) {
            if let Some(symbol) =
                symbol::read(scene, at + 1, true).filter(|symbol| symbol.code.is_some())
            {
                (suffix.symbol, suffix.end) = (Some(symbol), symbol.end);
                continue;
            }
        }
        match amended(scene, at) {
            Some(stop) => suffix.end = stop,
            None => break,
        }
        if suffix.year.is_none() && suffix.symbol.is_none() {
            suffix.words = suffix.end;
        }
    }
    suffix
}

/// The end of what says that a law is an amended one: `(sửa đổi)`, `sửa đổi`.
fn amended(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let starts = |at: usize| {
        scene.starts(at, &[word("sửa"), word("đổi")])
            || scene.starts(at, &[word("bổ"), word("sung")])
            || scene.starts(at, &[word("điều"), word("chỉnh")])
    };
    if scene.is_mark(at, '(') && starts(at + 1) {
        let close = (at + 3..at + 12).find(|at| scene.is_mark(*at, ')'))?;
        return Some(close + 1);
    }
    if !scene.starts(at, &[word("sửa"), word("đổi")]) || scene.token(at).shape != Shape::Lower
    {
        return None;
    }
    // `sửa đổi` with an object is what the sentence says.
    let next = scene.token(at + 2);
    let is_closed = match next.shape {
        Shape::Punctuation => {
            !next.is_mark(',') || !scene.starts(at + 3, &[word("bổ"), word("sung")])
        }
        Shape::Lower => {
            let after = [
                word("phải"),
                word("được"),
                word("sẽ"),
                word("đã"),
                word("vừa"),
                word("có"),
                word("cũng"),
                word("tại"),
                word("trong"),
                word("và"),
                word("để"),
                word("là"),
                word("lần"),
                word("cần"),
                word("do"),
                word("vào"),
                word("năm"),
                word("bổ"),
                word("mới"),
            ];
            scene.is_any(at + 2, &after) && !scene.starts(at + 2, &[word("bổ"), word("sung")])
                || !scene.is_joined(at + 2)
        }
        Shape::Edge => true,
        _ => !scene.is_joined(at + 2),
    };
    is_closed.then_some(at + 2)
}

/// Whether a year stands at a token, and no range or day of it.
fn is_whole_year(scene: &Scene<'_>, at: usize) -> bool {
    let goes_on = scene.is_glued(at + 1)
        && ['/', '-', '.', ','].iter().any(|mark| scene.is_mark(at + 1, *mark))
        && scene.is_glued(at + 2)
        && scene.token(at + 2).shape == Shape::Number;
    let is_range = scene.is_mark(at + 1, '-') && scene.token(at + 2).shape == Shape::Number;
    symbol::is_year(scene, at) && !goes_on && !is_range
}
