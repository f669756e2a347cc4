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
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, Sym, phrase, word};

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
    let payload = out.citation(Citation::new(scene, at, name).with_symbol(scene, &symbol));
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
            return (matter == 0)
                .then(|| symbol::read(scene, at, true))
                .flatten()
                .map(|symbol| (symbol, false));
        }
        if scene.is(at, word("số")) {
            let mut start = at + 1;
            while scene.is(start, word("số")) || scene.is_mark(start, ':') {
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
    const CLAUSE: [Sym; 22] = phrase([
        "về", "của", "theo", "tại", "với", "trong", "và", "đã", "được", "này", "có", "là", "sẽ",
        "từ", "cho", "trên", "do", "đến", "cũng", "một", "các", "những",
    ]);
    scene.is_any(at, &CLAUSE) || scene.longest(at, Role::DocumentType).is_some()
}

/// Whether a number that does not follow its type at once is that of a paper: `Quyết định giải quyết khiếu nại số 333 ngày 9/3/2016`.
fn leads_to_paper(scene: &Scene<'_>, at: usize, symbol: &Symbol) -> bool {
    let numbered_things = phrase([
        "đường",
        "nhà",
        "khu",
        "lô",
        "tổ",
        "điều",
        "dân",
        "quận",
        "phường",
        "cửa",
        "biển",
        "con",
    ]);
    let is_day = scene.is(symbol.end, word("ngày"))
        || scene.is_mark(symbol.end, ',') && scene.is(symbol.end + 1, word("ngày"));
    !scene.is_any(at.wrapping_sub(1), &numbered_things)
        && (is_day || scene.is(symbol.end, word("của")) || symbol.year.is_some())
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
    if counts(scene, end) {
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
    let goes_on = follows(scene, end);
    if class.has(attribute::LOWER) {
        return class.is_capital && (number >= 10 || goes_on || !is_lower(scene, end))
            || number >= 10 && !is_year
            || goes_on;
    }
    if !class.has(attribute::SHORT) || is_year {
        return false;
    }
    let is_free = goes_on || !is_lower(scene, end);
    match class.is_capital {
        true if scene.is_sentence_start(at) => number >= 100 || number >= 10 && goes_on,
        true => number >= 10 || is_free,
        false => number >= 10 && goes_on,
    }
}

/// Whether a number before a token counts what stands there: `kết luận 5 nội dung`, `kế hoạch 3 năm`.
fn counts(scene: &Scene<'_>, at: usize) -> bool {
    const COUNTED: [Sym; 40] = phrase([
        "nội",
        "vấn",
        "điểm",
        "tháng",
        "trường",
        "nhóm",
        "dự",
        "người",
        "tỷ",
        "tỉ",
        "triệu",
        "nghìn",
        "ngàn",
        "lần",
        "nhiệm",
        "giải",
        "biện",
        "tội",
        "bậc",
        "móng",
        "tuần",
        "giờ",
        "phút",
        "ha",
        "hộ",
        "loại",
        "việc",
        "bước",
        "mức",
        "cơ",
        "đơn",
        "học",
        "phương",
        "chỉ",
        "bộ",
        "m",
        "km",
        "nghị",
        "luật",
        "tuyến",
    ]);
    if !scene.is_joined(at) || scene.token(at).shape != Shape::Lower {
        return false;
    }
    let is_period = scene.is(at, word("năm")) && scene.token(at + 1).shape != Shape::Number;
    let is_days = scene.is(at, word("ngày")) && scene.token(at + 1).shape == Shape::Lower;
    is_period || is_days || scene.is_any(at, &COUNTED)
}

/// Whether what stands at a token follows a document: its day, its issuer, its matter.
fn follows(scene: &Scene<'_>, at: usize) -> bool {
    const AFTER: [Sym; 21] = phrase([
        "của", "về", "ngày", "năm", "do", "gửi", "nêu", "quy", "yêu", "mới", "cho", "đã", "được",
        "và", "chỉ", "sẽ", "có", "vẫn", "còn", "là", "đề",
    ]);
    scene.is_any(at, &AFTER) || scene.is_mark(at, '(')
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
                || scene.is_any(at, &[word("và"), word("hoặc"), word("hay")]))
        {
            return;
        }
        at += 1;
        if scene.is_any(at, &[word("và"), word("số")]) {
            at += 1;
        }
        if scene.is(at, word("số")) {
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
