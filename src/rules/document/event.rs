//! A resolution by the congress, plenum or session that passed it: `Nghị quyết Đại hội XIII`, `Nghị quyết Trung ương 4 khóa XII`, `Nghị quyết kỳ họp thứ 9`.
//!
//! ```text
//! event    = type (congress | plenum | session)
//! congress = "Đại hội" { scope } ordinal { scope } [term]
//!          | "Đại hội" { word } "lần thứ" ordinal [term]         Đại hội Đảng bộ Bộ đội Biên phòng lần thứ XV
//! plenum   = ["Hội nghị"] ("Trung ương" | "TW" | "T.Ư") ordinal [term] | "Hội nghị" ordinal "Ban Chấp hành Trung ương" ["Đảng"] [term]
//! session  = "kỳ họp" ordinal
//! ordinal  = ["lần"] ["thứ"] (number | roman | "nhất" … "mười")
//! term     = ["("] "khóa" (roman | number) [")"]
//! ```
//!
//! The span ends with the last ordinal or term; without one there is no document.

use super::citation::Citation;
use super::title;
use super::type_word::TypeWord;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, Sym, phrase, word};

/// Words of a congress's or plenum's name besides capitals.
const SCOPE: [Sym; 25] = phrase!([
    "đại", "hội", "nghị", "biểu", "toàn", "quốc", "lần", "thứ", "đảng", "bộ", "đoàn", "tỉnh",
    "thành", "phố", "huyện", "quận", "xã", "trung", "ương", "ban", "chấp", "hành", "kỳ", "họp",
    "khóa",
]);

const NUMERALS: [Sym; 12] =
    phrase!(["nhất", "hai", "nhì", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]);

/// Proposes what this rule finds at a type word.
pub(super) fn propose(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>, out: &mut Proposals) {
    if !class.has(attribute::EVENT) || !begins(scene, class.end) {
        return;
    }
    let Some(end) = end(scene, class.end).or_else(|| end_of_other(scene, class.end)) else {
        return;
    };
    let mut citation = Citation::new(scene, at, class.class(scene));
    citation.title = scene.text_of(class.end, end).to_owned();
    let payload = out.citation(citation);
    out.push(
        Candidate::new(Kind::Document, at, end, "rule/document/event")
            .strength(Strength::Certain)
            .payload(payload),
    );
}

/// Whether a congress, plenum or session begins at a token.
fn begins(scene: &Scene<'_>, at: usize) -> bool {
    if !scene.is_joined(at) {
        return false;
    }
    let starts = |words: &[Sym]| scene.starts(at, words);
    starts(&phrase!(["đại", "hội"]))
        || starts(&phrase!(["hội", "nghị"]))
            && (at + 2..at + 8).any(|at| {
                scene.is(at, word!("thứ")) || scene.is(at, word!("trung")) || is_centre(scene, at)
            })
        || starts(&phrase!(["kỳ", "họp"]))
        || starts(&phrase!(["kì", "họp"]))
        || starts(&phrase!(["trung", "ương"]))
        || is_centre(scene, at)
}

/// How `Trung ương` is written in short.
pub(crate) const CENTRE: [&str; 4] = ["TW", "TƯ", "T.Ư", "T.W"];

/// Whether `TW` or `T.Ư` stands at a token.
fn is_centre(scene: &Scene<'_>, at: usize) -> bool {
    CENTRE.contains(&scene.text(at)) || CENTRE.contains(&scene.text_of(at, at + 3))
}

/// The token after the last ordinal or term of an event.
fn end(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let mut end = None;
    let mut at = start;
    while at < start + 24 && (at == start || scene.is_joined(at)) {
        if let Some(stop) = term(scene, at, end == Some(at)) {
            return Some(stop);
        }
        if is_ordinal(scene, at) {
            end = Some(at + 1);
        }
        let token = scene.token(at);
        let is_dot = scene.is_mark(at, '.')
            && scene.is_glued(at)
            && scene.is_glued(at + 1)
            && scene.token(at + 1).is_capital()
            && scene.text(at - 1).len() <= 2;
        let goes_on = match token.shape {
            Shape::Lower => {
                scene.is_any(at, &SCOPE) || NUMERALS.contains(&token.sym) && end == Some(at + 1)
            }
            Shape::Title | Shape::Upper | Shape::Mixed => {
                end != Some(at) || scene.is_any(at, &SCOPE) || is_name(scene, at)
            }
            Shape::Number => end == Some(at + 1),
            _ => is_dot,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    end
}

/// The end of a congress of a body whose name has small letters of its own, told by `lần thứ`.
fn end_of_other(scene: &Scene<'_>, start: usize) -> Option<usize> {
    const LONGEST: usize = 18;
    let is_congress = scene.starts(start, &phrase!(["đại", "hội"]));
    let mut words = (start..start + LONGEST).take_while(|at| {
        scene.is_joined(*at) && scene.token(*at).is_word() && !title::begins_none(scene, *at)
            || scene.starts(*at, &phrase!(["lần", "thứ"]))
    });
    let told = words.find(|at| scene.starts(*at, &phrase!(["lần", "thứ"])))?;
    let end = told + 3;
    let is_told = is_congress && is_ordinal(scene, end - 1);
    is_told.then(|| term(scene, end, true).unwrap_or(end))
}

/// The end of the term that stands at a token in brackets or after a comma: `(khóa XII)`, `khóa (XII)`, `, khóa XII`.
fn term(scene: &Scene<'_>, at: usize, is_after: bool) -> Option<usize> {
    let is_term = |at: usize| scene.is(at, word!("khóa")) && scene.is_joined(at);
    if scene.is_mark(at, '(') && is_term(at + 1) && is_ordinal(scene, at + 2) {
        return Some((at + 3..at + 8).find(|at| scene.is_mark(*at, ')'))? + 1);
    }
    if is_term(at)
        && scene.is_mark(at + 1, '(')
        && is_ordinal(scene, at + 2)
        && scene.is_mark(at + 3, ')')
    {
        return Some(at + 4);
    }
    let follows =
        is_after && scene.is_mark(at, ',') && is_term(at + 1) && is_ordinal(scene, at + 2);
    follows.then_some(at + 3)
}

/// Whether a capital after an ordinal may go on the event's name: not where another document begins.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    scene.longest(at, Role::DocumentType).is_none()
}

/// Whether the number of a congress, plenum or term stands at a token.
fn is_ordinal(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    let is_told = scene.is(at.wrapping_sub(1), word!("thứ"));
    match token.shape {
        Shape::Number => {
            let goes_on = ['/', '-', '.', '%'].iter().any(|mark| scene.is_mark(at + 1, *mark))
                && scene.is_glued(at + 1)
                && scene.token(at + 2).shape == Shape::Number;
            scene.number(at).is_some_and(|number| number < 100) && !goes_on
        }
        Shape::Lower => is_told && NUMERALS.contains(&token.sym),
        Shape::Title | Shape::Upper => {
            // `V.` with a name is an initial.
            let is_initial = scene.is_mark(at + 1, '.')
                && scene.is_glued(at + 2)
                && scene.token(at + 2).is_capital();
            scene.text(at).chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && !is_initial
        }
        _ => false,
    }
}
