//! A name before age, birth or home: `Nguyễn Văn A (45 tuổi)`, `Hùng (SN 1975, trú tại …)`, `Trần Thị B, sinh năm 1980`.
//!
//! ```text
//! person = name ("(" | ",") (number "tuổi" | "SN" | "sinh năm" | "trú tại" | "ngụ" | "quê")
//! ```

use super::context;
use super::name::{self, Form};
use super::{push, syllable};
use crate::candidate::Strength;
use crate::gazetteer::attribute;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, phrase, word};

/// Names before particulars.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/particulars"],
    triggers: Triggers {
        words: &phrase!(["tuổi", "sinh", "sn", "trú", "ngụ", "quê", "hktt"]),
        roles: &[],
        shapes: &[],
    },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let first = if scene.is(at, word!("tuổi")) { at.wrapping_sub(1) } else { at };
    let fits = match scene.token(at).sym {
        sym if sym == word!("tuổi") => scene.token(first).shape == Shape::Number,
        sym if sym == word!("sinh") => {
            scene.is_any(at + 1, &phrase!(["năm", "ngày", "tháng", "tại", "ra"]))
                || scene.token(at + 1).shape == Shape::Number
        }
        _ => true,
    };
    let Some(mark) = first.checked_sub(1).filter(|mark| fits && *mark < scene.tokens.len()) else {
        return;
    };
    let bracket = scene.is_mark(mark, '(');
    if !bracket && !scene.is_mark(mark, ',') || !scene.is_joined(mark) {
        return;
    }
    let Some(name) = name::read_back(scene, mark, out) else { return };
    if context::is_people(scene, &name) {
        return;
    }
    let is_place =
        || context::is_other(scene, &name, out) || context::is_namesake(scene, name.start);
    let strength = match name.form {
        Form::Initials => Strength::Likely,
        Form::Full if name.words > 2 || name.surname & attribute::SURE != 0 => Strength::Certain,
        Form::Full if syllable::is_given(scene, name.end - 1) && !is_place() => Strength::Likely,
        // `Ksor Chuôn (SN 1972)`: syllables that are in no list.
        Form::Full if bracket && !is_place() => Strength::Likely,
        Form::Given if bracket && !is_place() && syllable::is_given(scene, name.end - 1) => {
            Strength::Likely
        }
        Form::Foreign if (bracket || name.words > 1) && !is_place() => Strength::Likely,
        _ => return,
    };
    push(&name, "rule/person/particulars", strength, None, out);
}
