//! The words right beside figures: what may follow a date, and what makes a number of it.

use crate::gazetteer::{Role, neighbour};
use crate::rules::Scene;
use crate::text::{Shape, word};

/// Whether the word at a token has one of these senses beside figures.
pub(super) fn says(scene: &Scene<'_>, at: usize, senses: u32) -> bool {
    scene
        .asked(at, Role::Neighbour)
        .any(|(end, name)| end == at + 1 && name.attributes & senses != 0)
}

/// Whether what stands at a token may follow a date: punctuation, a capital, the end, or a word that no number counts.
pub(super) fn may_follow(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    match token.shape {
        Shape::Lower => !scene.is_joined(at) || says(scene, at, neighbour::AFTER),
        Shape::Mixed | Shape::Number => false,
        Shape::Punctuation => !token.is_mark('%') && !token.is_mark('°'),
        Shape::Title | Shape::Upper | Shape::Edge => true,
    }
}

/// Whether what stands at a token may follow a period that a word tells: all but what would make another word of its last.
pub(super) fn may_follow_period(scene: &Scene<'_>, at: usize) -> bool {
    // `năm nay` and `tuần tới` are sure; `tháng qua đi` is not.
    let before = scene.before(at).sym;
    before != word!("qua") || may_follow(scene, at)
}

/// Whether a number before a token counts what stands at it.
pub(super) fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    !may_follow(scene, at)
}

/// Whether a number is a measure by the word at a token.
pub(super) fn is_measure(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    scene.is_joined(at)
        && (token.is_mark('%')
            || token.shape == Shape::Lower && says(scene, at, neighbour::MEASURE))
}

/// Whether figures before a token are a measure even after `ngày`: `ngày 2-3 lần`.
pub(super) fn is_measured(scene: &Scene<'_>, at: usize) -> bool {
    let measures = [
        word!("lần"),
        word!("tiếng"),
        word!("triệu"),
        word!("tỷ"),
        word!("người"),
        word!("bữa"),
        word!("ca"),
    ];
    scene.is_any(at, &measures) && scene.is_joined(at)
}
