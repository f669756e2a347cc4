//! A type word with a number: `Nghị định số 100/2019/NĐ-CP`, `Nghị quyết 57`, `công văn số 3223`, `quyết định thanh tra số 71/QĐ-TTr`.
//!
//! ```text
//! numbered = type [matter] ["số" [":"]] symbol {(","|"và"|";") ["số"] symbol}
//! matter   = up to eight small words, "số" after them      Quyết định khởi tố vụ án hình sự số 52
//! ```
//!
//! A list shares its type: the symbols after the first are spans of their own, if they have letters. A number without letters counts after `số`; without `số` as the type and what follows allow.

use super::citation::Citation;
use super::symbol::{self, Symbol};
use super::type_word::TypeWord;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Name, Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, Words, phrase, word, words};

/// Proposes what this rule finds at a type word.
pub(super) fn propose(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>, out: &mut Proposals) {
    if !class.has(attribute::NUMBER) {
        return;
    }
    let Some((symbol, is_said)) = find(scene, class) else { return };
    if symbol.code.is_none() && !is_number(scene, at, class, &symbol, is_said) {
        return;
    }
    let rule = if symbol.code.is_some() { "rule/document/symbol" } else { "rule/document/number" };
    let strength =
        if symbol.code.is_some() || is_said { Strength::Certain } else { Strength::Likely };
    let name = class.class(scene);
    let mut citation = Citation::new(scene, at, name).with_symbol(scene, &symbol);
    if citation.year.is_none()
        && scene.is(symbol.end, word!("năm"))
        && symbol::is_year(scene, symbol.end + 1)
    {
        // `Nghị định 34 năm 2016`: the year is a date of its own.
        citation.year = scene.number(symbol.end + 1).map(|year| year as i16);
    }
    let payload = out.citation(citation);
    out.push(
        Candidate::new(Kind::Document, at, symbol.end, rule).strength(strength).payload(payload),
    );
    list(scene, name, symbol.end, out);
}

/// The symbol of a type word, and whether `số` stands before it.
fn find(scene: &Scene<'_>, class: &TypeWord<'_>) -> Option<(Symbol, bool)> {
    let mut at = class.end;
    let mut matter = 0;
    while matter < 9 && scene.is_joined(at) {
        if scene.token(at).shape == Shape::Number {
            let symbol = symbol::read(scene, at, true)?;
            return (matter == 0 || symbol.code.is_some()).then_some((symbol, false));
        }
        if scene.is(at, word!("số")) {
            let mut start = at + 1;
            while scene.is(start, word!("số")) || scene.is_mark(start, ':') {
                start += 1;
            }
            let found =
                scene.is_joined(start).then(|| symbol::read(scene, start, true)).flatten()?;
            let is_named = matter > 0 && found.code.is_none() && !leads_to_paper(scene, at, &found);
            return (!is_named).then_some((found, true));
        }
        let token = scene.token(at);
        if token.shape != Shape::Lower
            || is_clause(scene, at)
            || class.name.attributes & attribute::TITLE != 0
        {
            return None;
        }
        (at, matter) = (at + 1, matter + 1);
    }
    None
}

/// Whether a word between a type and `số` begins something else.
fn is_clause(scene: &Scene<'_>, at: usize) -> bool {
    const CLAUSE: Words = words!([
        "về", "của", "theo", "tại", "với", "trong", "và", "đã", "được", "này", "có", "là", "sẽ",
        "từ", "cho", "trên", "do", "đến", "cũng", "một", "các", "những",
    ]);
    scene.is_in(at, &CLAUSE) || scene.longest(at, Role::DocumentType).is_some()
}

/// Whether a number that does not follow its type at once is that of a paper: `Quyết định giải quyết khiếu nại số 333 ngày 9/3/2016`.
fn leads_to_paper(scene: &Scene<'_>, at: usize, symbol: &Symbol) -> bool {
    let numbered_things = phrase!([
        "đường", "nhà", "khu", "lô", "tổ", "điều", "dân", "quận", "phường", "cửa", "biển", "con",
    ]);
    let is_day = scene.is(symbol.end, word!("ngày"))
        || scene.is_mark(symbol.end, ',') && scene.is(symbol.end + 1, word!("ngày"));
    !scene.is_any(at.wrapping_sub(1), &numbered_things)
        && (is_day || scene.is(symbol.end, word!("của")) || symbol.year.is_some())
}

/// Whether a number without letters is that of a document.
fn is_number(
    scene: &Scene<'_>,
    at: usize,
    class: &TypeWord<'_>,
    symbol: &Symbol,
    is_said: bool,
) -> bool {
    let end = symbol.end;
    let number = scene.number(symbol.number.0).unwrap_or_default();
    if !is_said && counts(scene, end) {
        return false;
    }
    if symbol.year.is_some() {
        return class.is_capital || class.has(attribute::LOWER | attribute::SHORT) || is_said;
    }
    let leads_zero = scene.text(symbol.number.0).starts_with('0');
    if is_said || leads_zero {
        return is_said || class.has(attribute::LOWER | attribute::SHORT);
    }
    let is_year = symbol::is_year(scene, symbol.number.0);
    let (goes_on, is_free) = (follows(scene, end), !is_lower(scene, end));
    if class.has(attribute::LOWER) {
        let is_large = number >= 10 && (class.is_capital || !is_year);
        return is_large || goes_on || class.is_capital && is_free;
    }
    if !class.has(attribute::SHORT) || is_year && !(goes_on && scene.is(end, word!("của"))) {
        return false;
    }
    match class.is_capital {
        true if scene.is_sentence_start(at) => {
            number >= 100 || number >= 10 && (goes_on || is_free)
        }
        true => number >= 10 || goes_on || is_free,
        false => number >= 10 && goes_on || number >= 100 && is_free,
    }
}

/// Whether a number before a token counts what stands there: `kết luận 5 nội dung`, `kế hoạch 3 năm`.
fn counts(scene: &Scene<'_>, at: usize) -> bool {
    if !is_lower(scene, at) {
        return false;
    }
    let is_period = scene.is(at, word!("năm")) && scene.token(at + 1).shape != Shape::Number;
    let is_days = scene.is(at, word!("ngày")) && scene.token(at + 1).shape == Shape::Lower;
    is_period
        || is_days
        || after(scene, at).is_some_and(|name| name.attributes & attribute::NUMBER != 0)
}

/// Whether what stands at a token follows a document: its day, its issuer, its matter, what it does.
fn follows(scene: &Scene<'_>, at: usize) -> bool {
    let is_told = is_lower(scene, at)
        && after(scene, at).is_some_and(|name| name.attributes & attribute::NUMBER == 0);
    is_told || scene.is_mark(at, '(')
}

/// The longest word of `document/after_number.cue.tsv` at a token.
fn after<'s>(scene: &Scene<'s>, at: usize) -> Option<&'s Name> {
    Some(scene.longest(at, Role::AfterNumber)?.1)
}

fn is_lower(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_joined(at) && scene.token(at).shape == Shape::Lower
}

/// The symbols that share a type.
fn list(scene: &Scene<'_>, class: &str, mut end: usize, out: &mut Proposals) {
    for _ in 0..12 {
        let mut at = end;
        // `Nghị định số 1/2020/NĐ-CP (Nghị định 1), 2/2021/NĐ-CP` is rare; only a mark or a word joins.
        if !scene.is_joined(at)
            || !([',', ';'].iter().any(|mark| scene.is_mark(at, *mark))
                || scene.is_any(at, &[word!("và"), word!("hoặc"), word!("hay")]))
        {
            return;
        }
        at += 1;
        if scene.is_any(at, &[word!("và"), word!("số")]) {
            at += 1;
        }
        if scene.is(at, word!("số")) {
            at += 1;
        }
        let Some(symbol) = symbol::read(scene, at, true).filter(|_| scene.is_joined(at)) else {
            return;
        };
        if let Some((letters, _)) = symbol.code {
            // `Công điện số 16/CĐ-TTg, 05-CT/TW`: letters of another type are of that type.
            let own = symbol::type_of_letters(scene, scene.text(letters));
            let class =
                own.filter(|own| !symbol::share_letters(scene, own, class)).unwrap_or(class);
            let payload =
                out.citation(Citation::new(scene, usize::MAX, class).with_symbol(scene, &symbol));
            out.push(
                Candidate::new(Kind::Document, at, symbol.end, "rule/document/listed")
                    .strength(Strength::Certain)
                    .payload(payload),
            );
        }
        end = symbol.end;
    }
}
