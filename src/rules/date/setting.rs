//! Where a date stands, as far as that tells the article's day or hides it.

use super::expression::Point;
use crate::rules::Scene;
use crate::text::{Shape, word};

/// How many tokens may stand before a date that ends a line of its own.
const LINE: usize = 9;

/// Whether a date ends a short line, the head of a letter or the foot of an article: `Hà Nội, ngày 3 tháng 3 năm 2024`, `Cập nhật: 3/3/2024`, `Minh Hà - 3/3/2024`.
pub(super) fn ends_line(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    if scene.is_joined(end) {
        return false;
    }
    let start = (at.saturating_sub(LINE)..=at).rev().find(|at| !scene.is_joined(*at));
    start.is_some_and(|start| {
        let before = at.wrapping_sub(1);
        let is_apart = [',', ':', '-', '|', '•'].iter().any(|mark| scene.is_mark(before, *mark));
        start == at || is_apart
    })
}

/// Whether a date is one of a life: `sinh ngày 3/3/1960`, `SN 1960`, `Ngày sinh: 3.3.1960`.
pub(super) fn is_of_life(scene: &Scene<'_>, at: usize) -> bool {
    let colon = usize::from(scene.is_mark(at.wrapping_sub(1), ':'));
    let class =
        usize::from(scene.is_any(at.wrapping_sub(1 + colon), &[word!("ngày"), word!("năm")]));
    let cue = at.wrapping_sub(1 + colon + class);
    scene.is(cue, word!("sn"))
        || scene.is(cue, word!("sinh"))
            && !scene.is_any(cue.wrapping_sub(1), &[word!("học"), word!("thí")])
}

/// Whether a year begins its sentence or follows a word of looking back, or tells of which year a picture is, so that it need not be the present one.
pub(super) fn is_recalled(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let words = [
        word!("từ"),
        word!("hồi"),
        word!("ký"),
        word!("trước"),
        word!("sau"),
        word!("với"),
        word!("khi"),
        word!("kể"),
    ];
    // `… trong cuộc gặp năm 2015. (Nguồn: …)`: the caption of an old picture.
    let is_caption = (end..end + 3)
        .take_while(|at| *at == end || scene.before(*at).shape == Shape::Punctuation)
        .any(|at| scene.is_any(at, &[word!("ảnh"), word!("nguồn")]));
    scene.is_sentence_start(at) || scene.is_any(at.wrapping_sub(1), &words) || is_caption
}

/// Whether a point lies ahead by its frame, so that it says nothing of the article's year: `đến năm 2030`, `đến hết ngày 31/12/2026`, `chậm nhất tháng 6/2026`.
pub(super) fn is_goal(scene: &Scene<'_>, at: usize, point: &Point) -> bool {
    let before = at.wrapping_sub(1);
    let until = [word!("đến"), word!("tới"), word!("hướng"), word!("hết")];
    match point {
        Point::Year(_) => {
            scene.is_any(before, &until) || scene.is_any(before, &[word!("nhìn"), word!("vào")])
        }
        Point::Day { .. } | Point::Month { .. } => {
            scene.is_any(before, &until) || scene.is_any(before, &[word!("nhất")])
        }
        _ => false,
    }
}
