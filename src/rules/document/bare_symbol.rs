//! A symbol without type word, where its form is unmistakable: `(số 4808/UBND-KT)`, `thay thế 123/2021/NĐ-CP`.
//!
//! ```text
//! bare = number ["/" year] "/" type-letters "-" issuer      123/2021/NĐ-CP, 1600/QĐ-TTg
//!      | number "-" type-letters "/" issuer                 57-NQ/TW
//!      | number "/" year "/" ("QH" | "UBTVQH") digits       72/2025/QH15
//!      | ["số"] number "/" issuer "-" letters               số 4808/UBND-KT, 571/VPCP-KTTH
//! ```

use super::citation::Citation;
use super::symbol::{self, Symbol};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, word};

/// Numbers that letters follow.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/document/bare-symbol"],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Number] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // A mark joins the number to more of the symbol, or it has a letter.
    let next = scene.token(at + 1);
    let goes_on = next.is_word() || ['/', '-'].iter().any(|mark| next.is_mark(*mark));
    let is_symbol = scene.is_glued(at + 1) && scene.is_glued(at + 2) && goes_on;
    if !is_symbol || is_inside(scene, at) {
        return;
    }
    let Some(symbol) = symbol::read(scene, at, false) else { return };
    let Some(class) = class(scene, at, &symbol) else { return };
    let known = out
        .candidates
        .ending_at(symbol.end)
        .any(|other| other.kind == Kind::Document && other.start() <= at);
    if known {
        return;
    }
    let payload = out.citation(Citation::new(scene, at, class).with_symbol(scene, &symbol));
    out.push(
        Candidate::new(Kind::Document, at, symbol.end, "rule/document/bare-symbol")
            .strength(Strength::Certain)
            .payload(payload),
    );
}

/// Whether a number goes on from what touches it.
fn is_inside(scene: &Scene<'_>, at: usize) -> bool {
    let before = scene.before(at);
    scene.is_glued(at)
        && at > 0
        && (before.is_word() || ['/', '-', '.', ',', '_'].iter().any(|mark| before.is_mark(*mark)))
}

/// The type that a symbol says, empty where it says none; `None` if it is no symbol beyond doubt.
fn class<'s>(scene: &Scene<'s>, at: usize, symbol: &Symbol) -> Option<&'s str> {
    let (start, end) = symbol.code?;
    let issuer = |at: usize| scene.named(at, Role::Issuer).next().is_some();
    let letters = scene.text(start).replace('Ð', "Đ");
    let has_more = end > start + 1 && scene.token(start + 1).shape == Shape::Punctuation;
    if has_more && let Some(class) = symbol::type_of_letters(scene, &letters) {
        // `1085/QĐ-XPVPHC`: these letters stand for nothing else.
        let is_sure = ["QĐ", "NQ", "NĐ", "KH", "TB", "CĐ", "KL"].contains(&letters.as_str())
            && scene.token(start + 2).shape == Shape::Upper;
        return (issuer(start + 2) || symbol.year.is_some() || is_sure).then_some(class);
    }
    let is_house = letters == "QH" || letters == "UBTVQH";
    if is_house && symbol.year.is_some() && scene.token(start + 1).shape == Shape::Number {
        return Some("");
    }
    let is_said = scene.is(at.wrapping_sub(1), word!("số")) && scene.is_joined(at);
    let is_central = ["UBND", "VPCP", "TTg", "HĐND"].contains(&letters.as_str())
        && matches!(scene.token(start + 2).shape, Shape::Upper | Shape::Mixed);
    (has_more && (is_central || is_said && issuer(start))).then_some("")
}
