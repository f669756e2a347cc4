//! Strategies, plans and schemes with a title: `Chiến lược bảo vệ biên giới quốc gia`, `Đề án đổi mới giáo dục phổ thông`.
//!
//! ```text
//! plan = type word word { word } ["trong" ("tình hình" | "giai đoạn" | "thời kỳ") "mới"]
//! ```
//!
//! The capital of a type word inside a sentence says that what follows is a title; at a sentence's start it says nothing. A scheme whose matter follows `về` has no title, nor has a plan of a body
//! (`Quy hoạch của tỉnh`).

use super::title::{self, Suffix};
use super::type_word::TypeWord;
use crate::gazetteer::Role;
use crate::rules::Scene;
use crate::text::{Shape, phrase, word};

/// A plan that no list has.
pub(super) fn read(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>) -> Option<Suffix> {
    let start = class.end;
    let before = scene.before(at);
    let is_begun =
        scene.is_sentence_start(at) || scene.is_glued(at) && before.shape == Shape::Punctuation;
    let is_many = scene.is_any(at.wrapping_sub(1), &phrase!(["các", "những", "số", "nhiều"]));
    // `Bộ trưởng Quy hoạch Phát triển …` is an office.
    let is_joined = before.is_mark(',') && !scene.token(start).is_capital()
        || scene.is(at.wrapping_sub(1), word!("trưởng"))
        // `Trưởng Ban Chỉ đạo Đề án chủ trì …`: what a body was set up for; `chỉ đạo Đề án …` is done.
        || scene.starts(at.wrapping_sub(3), &phrase!(["ban", "chỉ", "đạo"]))
        || scene.is(at.wrapping_sub(1), word!("bcđ"));
    if is_begun || is_many || is_joined || !scene.token(start).is_word() {
        return None;
    }
    if title::begins_none(scene, start) && !scene.is(start, word!("tăng")) {
        return None;
    }
    let mut end = title::end_of_plan(scene, start, 16);
    let is_scheme = class.class(scene) == "Đề án";
    let has_matter = is_scheme && (start..end + 2).any(|at| scene.is(at, word!("về")));
    // What a comma goes on with belongs to the title, and its end is not seen.
    let is_cut = scene.is_mark(end, ',') && scene.token(end + 1).shape == Shape::Lower;
    let is_national = scene.is(end.wrapping_sub(1), word!("gia"))
        || (start..end).any(|at| scene.token(at).is_capital());
    let place = place_of(scene, end);
    let is_of_body = scene.is(end, word!("của")) && (!is_scheme || place.is_none());
    if is_of_body || has_matter || is_cut || end < start + 3 || !is_national && end < start + 5 {
        return None;
    }
    let eras = [phrase!(["tình", "hình"]), phrase!(["giai", "đoạn"]), phrase!(["thời", "kỳ"])];
    if scene.is(end, word!("trong"))
        && scene.is(end + 3, word!("mới"))
        && eras.iter().any(|era| scene.starts(end + 1, era))
    {
        end += 4;
    }
    if let Some(place) = place.filter(|_| is_scheme) {
        end = place;
    }
    Some(title::suffix(scene, end))
}

/// The end of the place that a scheme is of: `Đề án … của tỉnh Bình Định`.
fn place_of(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is(at, word!("của")) {
        return None;
    }
    let class = scene.longest(at + 1, Role::Class).map_or(at + 1, |(end, _)| end);
    Some(scene.longest(class, Role::Place)?.0).filter(|_| scene.token(class).is_capital())
}
