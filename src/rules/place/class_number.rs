//! Numbers that are names after a class word: `quận 1`, `tổ dân phố 3C`, `Quốc lộ 1A`, `đường 30/4`.
//!
//! ```text
//! number = digits [letter] [("/" | "-" | ".") digits]      the last of roads alone
//! ```

use super::class_guard::is_of_branch;
use super::context::is_locative;
use crate::gazetteer::{Level, Name, Role};
use crate::rules::Scene;
use crate::text::{Shape, Words, phrase, words};

/// The end of the number of a place whose class word begins at `at`.
pub(super) fn number(scene: &Scene<'_>, at: usize, start: usize, class: &Name) -> Option<usize> {
    const COUNTED: Words = words!([
        "nhịp", "làn", "tầng", "năm", "người", "tỷ", "triệu", "nghìn", "lần", "ngày", "tháng",
        "hộ", "km", "m", "phút", "giờ", "tuổi", "tỉ", "vạn", "ha",
    ]);
    /// Teams, school years and targets have numbers too.
    const WEAK: Words = words!(["tổ", "khối", "khu", "mốc", "tk"]);
    let mut end = start + 1;
    let glued = |at: usize, shape: Shape| scene.is_glued(at) && scene.token(at).shape == shape;
    let level = Level::of(class.attributes);
    let last = scene.token(end);
    if last.is_word() && scene.is_glued(end) && last.end - last.start == 1 {
        end += 1;
    }
    if level == Level::Road {
        for mark in ['/', '-', '.'] {
            if scene.is_mark(end, mark) && scene.is_glued(end) && glued(end + 1, Shape::Number) {
                end += 2;
                break;
            }
        }
    }
    let is_road = level == Level::Road;
    let marks: &[char] = if is_road { &[','] } else { &['/', ',', '.', '-', '%'] };
    if scene.is_glued(end)
        && marks.iter().any(|mark| scene.is_mark(end, *mark))
        && glued(end + 1, Shape::Number)
    {
        return None;
    }
    // `tại quận 2 ngày 7-2`
    let dated =
        scene.starts(end, &phrase!(["ngày"])) && scene.token(end + 1).shape == Shape::Number;
    let counts =
        scene.is_joined(end) && scene.is_in(end, &COUNTED) && !dated || scene.is_mark(end, '%');
    let most = if level == Level::BorderMark { 2000 } else { 1000 };
    let small = scene.number(start).is_some_and(|number| number < most);
    if counts || !small {
        return None;
    }
    if WEAK.has(scene.token(at).sym) && start == at + 1 {
        let open = |at: usize| scene.is_mark(at, ',') || scene.is_mark(at, '(');
        let unit = |at: usize| scene.longest(at, Role::Class).is_some();
        let before = is_locative(scene, at.wrapping_sub(1))
            || scene.is_mark(at.wrapping_sub(1), '(')
            || is_of_branch(scene, at);
        return (before || open(end) && unit(end + 1) || unit(end)).then_some(end);
    }
    Some(end)
}
