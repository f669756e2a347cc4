//! Words of report and plan around a date, which say whether it lies before the article's day or after it.

use super::expression::Tense;
use super::word_of;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{phrase, word};

/// How many tokens of the sentence are read on either side of a date.
const REACH: usize = 14;

/// What the sentence says of the date that ends before a token: the words right after it first, then the rest of the sentence, then what stands before the date.
pub(super) fn read(scene: &Scene<'_>, start: usize, end: usize) -> Option<Tense> {
    if scene.is(end, word("tới")) && !scene.is(end + 1, word("nay")) && scene.is_joined(end) {
        // `từ 5/3 tới 7/3` is a range.
        let is_range = super::number::is_number(scene, end + 1)
            || scene.is_any(end + 1, &[word("ngày"), word("tháng"), word("năm"), word("hết")]);
        if !is_range {
            return Some(Tense::Next);
        }
    }
    if scene.starts(end, &phrase(["sắp", "tới"])) {
        return Some(Tense::Next);
    }
    if scene.starts(end, &phrase(["vừa", "qua"])) || scene.starts(end, &phrase(["vừa", "rồi"])) {
        return Some(Tense::Previous);
    }
    let said = |at| match word_of(scene, at)?.1 {
        DateWord::Past => Some(Tense::Past),
        DateWord::Future => Some(Tense::Future),
        _ => None,
    };
    let goes_on = |at: &usize| scene.is_joined(*at) && !is_stop(scene, *at);
    let after = (end..end + REACH).take_while(goes_on).find_map(said);
    after.or_else(|| {
        let before = (start.saturating_sub(REACH)..start).rev();
        before.take_while(|at| scene.is_joined(*at + 1) && !is_stop(scene, *at)).find_map(said)
    })
}

/// Whether a sentence or a clause of its own ends at a token.
fn is_stop(scene: &Scene<'_>, at: usize) -> bool {
    ['.', '!', '?', ';', '…'].iter().any(|mark| scene.is_mark(at, *mark))
}
