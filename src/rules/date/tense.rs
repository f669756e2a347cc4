//! Words of report and plan around a date, which say whether it lies before the article's day or after it.

use super::expression::Tense;
use super::word_of;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Shape, phrase, word};

/// How many tokens after a date are read, to the end of the clause after it: `ngày 26/6, Bộ đã …`.
const AHEAD: usize = 10;
/// How many tokens before it, to the beginning of its clause: `sẽ khai mạc vào ngày 20/9`.
const BACK: usize = 7;

/// What the sentence says of the date that ends before a token: the words right beside it first, then the clause after it, then the clause before.
pub(super) fn read(scene: &Scene<'_>, start: usize, end: usize) -> Option<Tense> {
    if scene.is(end, word!("tới")) && !scene.is(end + 1, word!("nay")) && scene.is_joined(end) {
        // `từ 5/3 tới 7/3` is a range.
        let is_range = super::number::is_number(scene, end + 1)
            || scene.is_any(end + 1, &[word!("ngày"), word!("tháng"), word!("năm"), word!("hết")]);
        if !is_range {
            return Some(Tense::Next);
        }
    }
    if scene.starts(end, &phrase!(["sắp", "tới"])) {
        return Some(Tense::Next);
    }
    if scene.starts(end, &phrase!(["vừa", "qua"])) || scene.starts(end, &phrase!(["vừa", "rồi"]))
    {
        return Some(Tense::Previous);
    }
    if scene.is(start, word!("hôm")) {
        return Some(Tense::Past);
    }
    let before = start.wrapping_sub(1);
    // A limit lies ahead, whatever is reported of it: `yêu cầu hoàn thành trước ngày 31/12`.
    let until = [word!("đến"), word!("tới")];
    let is_end = scene.is(before, word!("hết")) && scene.is_any(before.wrapping_sub(1), &until);
    if is_end || scene.is_any(before, &[word!("trước"), word!("nhất")]) {
        return Some(Tense::Future);
    }
    if scene.is_any(before, &until) {
        return None;
    }
    let said = |at| match word_of(scene, at)?.1 {
        DateWord::Past => Some(Tense::Past),
        DateWord::Future => Some(Tense::Future),
        _ => None,
    };
    // A comma right after the date ends nothing.
    let goes_on = |at: &usize| scene.is_joined(*at) && !is_stop(scene, *at, *at > end);
    let after = (end..end + AHEAD).take_while(goes_on).find_map(said);
    // `phải hoàn thiện vào tháng 12`: what is ordered lies ahead.
    let is_limit = scene.is_any(before, &[word!("vào"), word!("trong")]);
    let ordered = |at| (is_limit && is_order(scene, at)).then_some(Tense::Future);
    after.or_else(|| {
        let before = (start.saturating_sub(BACK)..start).rev();
        before
            .take_while(|at| scene.is_joined(*at + 1) && !is_stop(scene, *at, true))
            .find_map(|at| said(at).or_else(|| ordered(at)))
    })
}

/// Whether a word of order stands at a token: `phải`, `yêu cầu`, `mục tiêu`.
fn is_order(scene: &Scene<'_>, at: usize) -> bool {
    let orders = [
        phrase!(["yêu", "cầu"]),
        phrase!(["mục", "tiêu"]),
        phrase!(["quyết", "tâm"]),
        phrase!(["đề", "nghị"]),
    ];
    scene.is(at, word!("phải")) || orders.iter().any(|order| scene.starts(at, order))
}

/// Whether a sentence, or with commas a clause, ends at a token.
fn is_stop(scene: &Scene<'_>, at: usize, commas: bool) -> bool {
    let token = scene.token(at);
    token.shape == Shape::Punctuation
        && (['.', '!', '?', ';', '…', '|'].iter().any(|mark| token.is_mark(*mark))
            || commas && token.is_mark(','))
}
