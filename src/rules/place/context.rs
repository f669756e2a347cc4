//! What stands around a place and tells what it is.

use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, Sym, phrase, word};

/// Words that make what follows several: `các huyện`, `hai tỉnh`.
const PLURALS: [Sym; 14] = phrase([
    "các", "những", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "mấy", "từng", "giữa",
]);

/// Whether the class word at a token is plural or counted, so that it lies outside the names after it.
///
/// `các huyện`, `hai tỉnh`, `13 tỉnh`, `các tỉnh, thành phố`; not `năm 2024 tỉnh`.
pub(crate) fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    counted(scene, at, 3)
}

fn counted(scene: &Scene<'_>, at: usize, depth: usize) -> bool {
    if at == 0 || depth == 0 || !scene.is_joined(at) {
        return false;
    }
    let before = at - 1;
    let token = scene.token(before);
    if token.sym == word("giữa") {
        return false;
    }
    if PLURALS.contains(&token.sym) && token.shape != Shape::Upper {
        return true;
    }
    match token.shape {
        Shape::Number => is_count(scene, before),
        // `các tỉnh, thành phố Hà Nội`: the class word before this one is followed by no name.
        Shape::Punctuation | Shape::Lower
            if token.is_mark(',') || token.is_mark('/') || token.sym == word("và") || token.sym == word("hoặc") =>
        {
            (1..=2).any(|length| {
                let Some(start) = before.checked_sub(length) else { return false };
                scene.token(start).shape != Shape::Upper
                    && scene.is_named(start, before, Role::Class)
                    && counted(scene, start, depth - 1)
            })
        }
        _ => false,
    }
}

/// Whether a number counts what follows, rather than to be the end of a date or a name.
fn is_count(scene: &Scene<'_>, at: usize) -> bool {
    const NOT_COUNTS: [Sym; 12] =
        phrase(["năm", "ngày", "tháng", "số", "quận", "phường", "khóa", "điều", "khoản", "kỳ", "lần", "thứ"]);
    let before = scene.before(at);
    let marked = ['/', '-', '.', ','].iter().any(|mark| before.is_mark(*mark)) && scene.is_glued(at);
    let named = before.is_capital() && scene.is_joined(at) && !scene.is_sentence_start(at.wrapping_sub(1));
    !marked
        && !named
        && !NOT_COUNTS.contains(&before.sym)
        && scene.number(at).is_some_and(|number| number < 800 && number > 1)
}

/// What stands before a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Left {
    /// Nothing that tells.
    Other,
    /// Something that introduces a person, or the beginning of one's name.
    Person,
    /// A word that makes another word of the name: `tiếng`.
    Word,
    /// A capitalised word that the name may go on from.
    Capital,
    /// The end of an office or a body, in any case: `Thủ tướng`, `UBND`.
    Office,
    /// A preposition of place: `tại`, `ở`.
    Locative,
    /// A word for land or people: `nước`, `người`, `tỉnh`.
    Land,
}

/// What stands before a name that begins at a token.
pub(crate) fn left(scene: &Scene<'_>, at: usize, out: &Proposals) -> Left {
    /// Last syllables of offices and bodies.
    const OFFICES: [Sym; 26] = phrase([
        "tướng", "thống", "trưởng", "sứ", "giao", "vương", "hoàng", "quán", "sĩ", "viên", "gia", "tịch", "thư", "hội", "phủ", "đội", "phòng",
        "an", "viện", "đảng", "quân", "ủy", "bộ", "cục", "nước", "báo",
    ]);
    const LOCATIVES: [Sym; 14] = phrase([
        "tại", "ở", "từ", "tới", "đến", "về", "vào", "ra", "sang", "qua", "thăm", "rời", "gần", "thuộc",
    ]);
    const LANDS: [Sym; 22] = phrase([
        "nước", "người", "tỉnh", "huyện", "xã", "phía", "vùng", "dân", "phố", "bàn", "quê", "đất", "biển", "vực", "của", "với", "phường", "quận",
        "chống", "hướng", "ven", "miền",
    ]);
    const PERSONAL: [Sym; 4] = phrase(["tên", "họ", "mang", "gọi"]);
    let before = scene.before(at);
    if !scene.is_joined(at) || before.shape == Shape::Edge || before.shape == Shape::Punctuation {
        return Left::Other;
    }
    if PERSONAL.contains(&before.sym) {
        return Left::Person;
    }
    if before.is_capital() {
        let ends_body = out.candidates.ending_at(at).any(|c| {
            matches!(c.kind, Kind::Organization | Kind::Position | Kind::Rank | Kind::Date | Kind::Document)
        });
        if ends_body || OFFICES.contains(&before.sym) || before.shape == Shape::Upper && before.end - before.start > 1 {
            return Left::Office;
        }
        let surname = |back: usize| at.checked_sub(back).is_some_and(|start| {
            scene.token(start).shape == Shape::Title && scene.is_named(start, start + 1, Role::Surname) && scene.is_joined(start + 1)
        });
        if surname(1) || surname(2) && before.is_capital() {
            return Left::Person;
        }
        if introduces_person(scene, at) {
            return Left::Person;
        }
        return Left::Capital;
    }
    if OFFICES.contains(&before.sym) {
        return Left::Office;
    }
    if introduces_person(scene, at) {
        return Left::Person;
    }
    if LOCATIVES.contains(&before.sym) {
        return Left::Locative;
    }
    if LANDS.contains(&before.sym) {
        return Left::Land;
    }
    Left::Other
}

/// Whether a form of address or a rank ends before a token.
fn introduces_person(scene: &Scene<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        at.checked_sub(back).is_some_and(|start| {
            [Role::Honorific, Role::Rank].iter().any(|role| {
                scene.named(start, *role).any(|(stop, name)| {
                    stop == at
                        && (*role == Role::Rank
                            || name.attributes & crate::gazetteer::attribute::STRONG != 0 && scene.token(start).shape != Shape::Upper)
                })
            })
        })
    })
}

/// Whether a name is half of a pair that is no place: `Việt - Nga`, `Việt-Trung`.
pub(crate) fn is_half_of_pair(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const SHORT: [Sym; 6] = phrase(["việt", "trung", "hàn", "xô", "bắc", "nam"]);
    let dash = |at: usize| scene.is_mark(at, '-') && scene.is_joined(at);
    let short = |start: usize| {
        scene.token(start).is_capital() && scene.is_any(start, &SHORT)
    };
    let before = at >= 2 && dash(at - 1) && short(at - 2) && !(at >= 3 && scene.token(at - 3).is_capital() && scene.is_joined(at - 2));
    let after = dash(end) && scene.is_joined(end + 1) && short(end + 1)
        && !(scene.token(end + 2).is_capital() && scene.is_joined(end + 2));
    before || after
}

/// Whether a name stands in a chain or list with a place: after one and a comma, a bracket or `và`; or before one.
pub(crate) fn is_chained(scene: &Scene<'_>, at: usize, end: usize, out: &Proposals) -> bool {
    let sure = |c: &Candidate| c.kind == Kind::Place && c.strength >= Strength::Likely;
    if let Some(mark) = at.checked_sub(1).filter(|mark| scene.is_joined(*mark) && scene.is_joined(at)) {
        let separates = [',', '(', '-', ';', '/'].iter().any(|c| scene.is_mark(mark, *c)) || scene.is(mark, word("và"));
        if separates && out.candidates.ending_at(mark).any(sure) {
            return true;
        }
    }
    let separates = [',', '('].iter().any(|c| scene.is_mark(end, *c)) && scene.is_joined(end + 1);
    separates
        && out.candidates.starting_at(end + 1).any(|c| {
            // A unit with class word, or one of the names that count alone.
            sure(c) && c.rule == "rule/place/class-word"
        })
}
