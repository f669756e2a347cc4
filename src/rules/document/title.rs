//! Where the title of a document ends.
//!
//! ```text
//! title  = word { word } [suffix]
//! suffix = ["năm"] year | "(" ("sửa đổi" | "bổ sung" | "điều chỉnh") … ")" | "sửa đổi" | "số" symbol
//! ```
//!
//! A listed title ends where the list says. Another ends before a word of `document/title_end.cue.tsv`, before punctuation, and where another document, office or person begins.

use super::symbol::{self, Symbol};
use crate::gazetteer::{Name, Role, attribute};
use crate::rules::Scene;
use crate::text::{Shape, phrase, word};

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
    end_before(scene, start, most, |at| {
        let joins =
            scene.is(at, word!("và")) && (joins_name(scene, at) || joins_list(scene, start, at));
        is_end(scene, at) && !joins
    })
}

/// The end of a plan's title, which may tell of several things: `phát triển các ngành công nghiệp văn hóa`.
pub(super) fn end_of_plan(scene: &Scene<'_>, start: usize, most: usize) -> usize {
    let many = [word!("các"), word!("những")];
    let end = end_before(scene, start, most, |at| is_end(scene, at) && !scene.is_any(at, &many));
    end - usize::from(scene.is_any(end - 1, &many))
}

fn end_before(
    scene: &Scene<'_>,
    start: usize,
    most: usize,
    is_end: impl Fn(usize) -> bool,
) -> usize {
    let mut at = start;
    while at < start + most && scene.is_joined(at) {
        let goes_on = scene.token(at).is_word()
            || is_inner_mark(scene, start, at)
            || is_inner_number(scene, at);
        if !goes_on || at > start && is_end(at) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a mark stands inside a title: `Phòng, chống …`, `Quản lý, sử dụng …`, `Việt Nam - EU`, `hành chính - kinh tế`.
fn is_inner_mark(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let pairs = [
        phrase!(["quản", "lý"]),
        phrase!(["mua", "bán"]),
        phrase!(["bảo", "vệ"]),
        phrase!(["ký", "kết"]),
    ];
    let (before, after) = (scene.before(at), scene.token(at + 1));
    if !scene.is_joined(at + 1) {
        return false;
    }
    if scene.is_mark(at, ',') {
        let prevents = before.sym == word!("phòng") && after.sym == word!("chống");
        let begins = at == start + 2
            && pairs.iter().any(|pair| scene.starts(start, pair))
            && after.shape == Shape::Lower;
        return prevents
            || begins && !begins_none(scene, at + 1)
            || after.shape == Shape::Lower && leads_to_amended(scene, at + 1);
    }
    // `Ôt-xtrây-lia`
    let is_foreign = scene.is_mark(at, '-')
        && scene.is_glued(at)
        && scene.is_glued(at + 1)
        && before.is_word()
        && after.shape == Shape::Lower;
    let is_economy = scene.starts(at + 1, &phrase!(["kinh", "tế"]))
        || scene.starts(at + 1, &phrase!(["xã", "hội"]));
    is_foreign || scene.is_mark(at, '-') && before.is_word() && (after.is_capital() || is_economy)
}

/// Whether the words in small letters from a token on, and the commas among them, go as far as `(sửa đổi)`, which closes a title: `Luật Quản lý, sử dụng vũ khí, | vật liệu nổ, công cụ hỗ trợ (sửa đổi)`.
fn leads_to_amended(scene: &Scene<'_>, at: usize) -> bool {
    /// Tokens of the rest of the title at most.
    const LONGEST: usize = 14;
    let goes_on = |at: &usize| {
        let token = scene.token(*at);
        scene.is_joined(*at)
            && (token.is_mark(',')
                || token.shape == Shape::Lower
                    && !begins_none(scene, *at)
                    && scene.longest(*at, Role::DocumentType).is_none())
    };
    let close = (at..at + LONGEST).find(|at| !goes_on(at));
    close.is_some_and(|at| scene.is_mark(at, '(') && scene.starts(at + 1, &phrase!(["sửa", "đổi"])))
}

/// Whether a number stands inside a title: that of a road, or after a dash.
fn is_inner_number(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Number
        && (scene.is_mark(at.wrapping_sub(1), '-') || scene.is(at.wrapping_sub(1), word!("lộ")))
}

/// Whether `và` joins a part of the title that begins with a capital: `Hữu nghị và Hợp tác`.
fn joins_name(scene: &Scene<'_>, at: usize) -> bool {
    let is_name = |role: Role| scene.longest(at + 1, role).is_some();
    let other = [
        Role::Place,
        Role::Organization,
        Role::DocumentType,
        Role::Position,
        Role::Head,
        Role::Honorific,
    ];
    scene.token(at + 1).shape == Shape::Title
        && scene.token(at + 2).shape == Shape::Lower
        && !other.into_iter().any(is_name)
}

/// Whether `và` joins the last part of a title of several: `Mua bán, trao đổi hàng hóa và dịch vụ thương mại`.
fn joins_list(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let is_list = (start..at).any(|at| scene.is_mark(at, ','));
    is_list && scene.token(at + 1).shape == Shape::Lower && !begins_none(scene, at + 1)
}

/// Whether a word at a token is part of one that titles hold: `hàng không`, `chuyển đổi số`, `sắp xếp`.
fn is_inner(scene: &Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..=at).any(|start| {
        scene
            .asked(start, Role::TitleEnd)
            .any(|(end, name)| end > at && name.attributes & attribute::NAME != 0)
    })
}

/// Whether what stands at a token ends a title, wherever it stands: no title begins with it either.
pub(super) fn begins_none(scene: &Scene<'_>, at: usize) -> bool {
    let ends = |name: &Name| name.attributes & attribute::NAME == 0;
    scene.asked(at, Role::TitleEnd).any(|(_, name)| ends(name)) && !is_inner(scene, at)
}

/// Whether a title ends before a token.
fn is_end(scene: &Scene<'_>, at: usize) -> bool {
    let is_capital = scene.token(at).is_capital();
    let is_other = scene.matches(at).iter().any(|found| {
        let Some(name) = scene.index.matcher.name(found.name) else { return false };
        match name.role {
            Role::Rank | Role::Position => is_capital,
            // `… giao thông sáng 4/7`: a date begins.
            Role::Period => scene.token(found.end as usize).shape == Shape::Number,
            // `công cụ hỗ trợ` names no old man.
            Role::Honorific => {
                name.attributes & attribute::STRONG != 0
                    && scene.token(found.end as usize).shape != Shape::Lower
            }
            Role::DocumentType => {
                is_capital && (found.end as usize > at + 1 || scene.is(at, word!("luật")))
            }
            _ => false,
        }
    });
    is_other || !is_capital && (begins_none(scene, at) || is_numbered(scene, at))
}

/// Whether the number of a law stands at a token: `số 16/1999/QH10`.
fn is_numbered(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, word!("số"))
        && symbol::read(scene, at + 1, true).is_some_and(|symbol| symbol.code.is_some())
}

/// The years, brackets and symbols that close a title whose words end before a token.
pub(super) fn suffix(scene: &Scene<'_>, end: usize) -> Suffix {
    let mut suffix = Suffix { end, words: end, ..Suffix::default() };
    for _ in 0..3 {
        let at = suffix.end;
        if !scene.is_joined(at) {
            break;
        }
        let year = at + usize::from(scene.is(at, word!("năm")) && scene.is_joined(at + 1));
        if suffix.year.is_none() && is_whole_year(scene, year) {
            (suffix.year, suffix.end) = (Some(year), year + 1);
            continue;
        }
        let is_said = scene.is(at, word!("số")) && scene.is_joined(at + 1);
        if suffix.symbol.is_none()
            && is_said
            && let Some(symbol) = symbol::read(scene, at + 1, true)
            && symbol.code.is_some()
        {
            (suffix.symbol, suffix.end) = (Some(symbol), symbol.end);
            continue;
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
        scene.starts(at, &[word!("sửa"), word!("đổi")])
            || scene.starts(at, &[word!("bổ"), word!("sung")])
            || scene.starts(at, &[word!("điều"), word!("chỉnh")])
    };
    if scene.is_mark(at, '(') && starts(at + 1) {
        let close = (at + 3..at + 12).find(|at| scene.is_mark(*at, ')'))?;
        return Some(close + 1);
    }
    if !scene.starts(at, &[word!("sửa"), word!("đổi")]) || scene.token(at).shape != Shape::Lower
    {
        return None;
    }
    // `sửa đổi` with an object is what the sentence says.
    let next = scene.token(at + 2);
    let is_closed = match next.shape {
        Shape::Punctuation => {
            !next.is_mark(',') || !scene.starts(at + 3, &[word!("bổ"), word!("sung")])
        }
        Shape::Lower => {
            let after = [
                word!("phải"),
                word!("được"),
                word!("sẽ"),
                word!("đã"),
                word!("vừa"),
                word!("có"),
                word!("cũng"),
                word!("tại"),
                word!("trong"),
                word!("và"),
                word!("để"),
                word!("là"),
                word!("lần"),
                word!("cần"),
                word!("do"),
                word!("vào"),
                word!("năm"),
                word!("bổ"),
                word!("mới"),
            ];
            scene.is_any(at + 2, &after) && !scene.starts(at + 2, &[word!("bổ"), word!("sung")])
                || !scene.is_joined(at + 2)
        }
        Shape::Edge => true,
        // `Luật Quảng cáo sửa đổi 2025`
        Shape::Number if is_whole_year(scene, at + 2) => true,
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
