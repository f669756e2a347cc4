//! A law that amends others, named by them: `Luật sửa đổi, bổ sung một số điều của Luật Đất đai`.
//!
//! ```text
//! amendment = law "sửa đổi" [","] words law title        one span, up to the end of the first law amended
//! law       = "Luật" | "Bộ luật" | "Pháp lệnh"
//! ```

use super::titled;
use super::type_word::TypeWord;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::attribute;
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, phrase, word};

/// Proposes what this rule finds at a type word.
pub(super) fn propose(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>, out: &mut Proposals) {
    // In small letters the formula alone tells a title: `luật sửa đổi, bổ sung một số điều của Luật …`.
    let is_formula = || {
        (class.end + 2..class.end + 6)
            .any(|at| scene.starts(at, &phrase!(["một", "số", "điều", "của"])))
    };
    if !scene.starts(class.end, &[word!("sửa"), word!("đổi")])
        || !is_law(scene, class)
        || !(class.is_capital || scene.token(class.end).is_capital() || is_formula())
    {
        return;
    }
    for target in class.end + 2..class.end + 26 {
        let token = scene.token(target);
        if !scene.is_joined(target) || token.shape == Shape::Punctuation && !token.is_mark(',') {
            return;
        }
        let Some(law) = TypeWord::read(scene, target) else { continue };
        if !is_law(scene, &law) {
            continue;
        }
        let Some((mut suffix, _)) = titled::read(scene, target, &law) else { continue };
        let end = suffix.end;
        suffix.words = end;
        let mut citation = titled::citation(scene, at, class, &suffix);
        citation.title = scene.text_of(class.end, end).to_owned();
        (citation.year, citation.number, citation.symbol) = (None, String::new(), String::new());
        let payload = out.citation(citation);
        out.push(
            Candidate::new(Kind::Document, at, end, "rule/document/amendment")
                .strength(Strength::Certain)
                .payload(payload),
        );
        return;
    }
}

/// Whether a type word is one of laws.
fn is_law(scene: &Scene<'_>, class: &TypeWord<'_>) -> bool {
    class.has(attribute::TITLE)
        && scene.row(class.name).is_some_and(|row| row.get("titled") == "law")
}
