//! Days in figures.
//!
//! ```text
//! day    = D mark M [mark YYYY] [["năm"] year]     3/3/2024, 3-3-2024, 3.3.2024, 5/3 năm ngoái
//!        | YYYY "-" MM "-" DD                              2024-03-03
//! mark   = "/" | "-" | "."
//! ```

use super::expression::{Point, YearOf};
use super::number::{goes_on, small, year};
use crate::calendar::days_of;
use crate::rules::Scene;
use crate::text::{Shape, Sym, word};

/// The words before a day: its class word, the parts of the day, and what ends `hôm nay` and `hôm qua`.
const CLASSES: [Sym; 9] = [
    word!("ngày"),
    word!("hôm"),
    word!("sáng"),
    word!("trưa"),
    word!("chiều"),
    word!("tối"),
    word!("đêm"),
    word!("nay"),
    word!("qua"),
];

/// A day in figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeric {
    pub(super) end: usize,
    pub(super) day: u8,
    pub(super) month: u8,
    pub(super) year: Option<i16>,
    /// The year has two digits.
    pub(super) is_short: bool,
    pub(super) mark: char,
}

/// The mark between the parts of a date that stands at a token.
pub(super) fn mark(scene: &Scene<'_>, at: usize) -> Option<char> {
    ['/', '-', '.'].into_iter().find(|mark| scene.is_mark(at, *mark))
}

/// The day in figures that begins at a token, if the calendar has it.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Numeric> {
    if begins(scene, at) { after_joint(scene, at) } else { None }
}

/// The day in figures at a token that may touch what joins it to the date before it: the second of `18-22/8`.
pub(super) fn after_joint(scene: &Scene<'_>, at: usize) -> Option<Numeric> {
    if let Some(found) = reversed(scene, at) {
        return Some(found);
    }
    let day = small(scene, at, 1, 31)?;
    let mark = mark(scene, at + 1)?;
    let month = small(scene, at + 2, 1, 12)?;
    let is_loose = is_loose(scene, at + 1, mark) && is_led(scene, at);
    if !is_loose && !is_tight(scene, at + 1, mark) {
        return None;
    }
    let mut found = Numeric { end: at + 3, day, month, year: None, is_short: false, mark };
    let is_near =
        || is_tight(scene, at + 3, mark) || is_loose && self::is_loose(scene, at + 3, mark);
    if scene.is_mark(at + 3, mark) && is_near() {
        if let Some(year) = year(scene, at + 4).or_else(|| slashed_year(scene, at + 4, mark)) {
            (found.year, found.end) = (Some(year), at + 5);
        } else if mark == '/' && scene.text(at + 4).len() == 2 {
            // `4/5/20` has lost the rest of its year.
            let short: i16 =
                small(scene, at + 4, 0, 99).filter(|year| !matches!(year, 19 | 20))?.into();
            found.year = Some(if short < 50 { 2000 + short } else { 1900 + short });
            (found.is_short, found.end) = (true, at + 5);
        }
    }
    (ends(scene, found.end, mark) && day <= days_of(month, found.year)).then_some(found)
}

/// The year that a slash joins to a second date with the same marks: the first of `19-5-1890/19-5-2017`.
fn slashed_year(scene: &Scene<'_>, at: usize, mark: char) -> Option<i16> {
    let goes_on = mark != '/' && scene.goes_on_by(at + 1, '/') && scene.is_mark(at + 3, mark);
    if goes_on { super::number::four_digits(scene, at) } else { None }
}

/// The day in the order of ISO 8601: `2024-03-03`.
fn reversed(scene: &Scene<'_>, at: usize) -> Option<Numeric> {
    let year = year(scene, at)?;
    let part = |at: usize, most: u8| {
        let is_tight = scene.is_mark(at - 1, '-') && scene.is_glued(at - 1) && scene.is_glued(at);
        small(scene, at, 1, most).filter(|_| is_tight && scene.text(at).len() == 2)
    };
    let (month, day) = (part(at + 2, 12)?, part(at + 4, 31)?);
    let found = Numeric { end: at + 5, day, month, year: Some(year), is_short: false, mark: '-' };
    (ends(scene, found.end, '-') && day <= days_of(month, found.year)).then_some(found)
}

/// The month and year in figures at a token, with the token after them: `11/2016`, `7.1979`.
pub(super) fn month_and_year(scene: &Scene<'_>, at: usize) -> Option<(Point, usize)> {
    let month = small(scene, at, 1, 12)?;
    mark(scene, at + 1)?;
    let is_tight = scene.is_glued(at + 1) && scene.is_glued(at + 2);
    let year = year(scene, at + 2).filter(|year| is_tight && (1900..2100).contains(year))?;
    Some((Point::Month { year: YearOf::Written(year), month }, at + 3))
}

/// The month and year that end a range whose dash is at a token, after its first month: ` - 6.1994`, `-tháng 5/2017`. Between figures with hyphens the dash stands apart.
pub(super) fn month_after_dash(
    scene: &Scene<'_>,
    dash: usize,
    mark: char,
    first: &Point,
) -> Option<(Point, usize)> {
    let is_apart = !scene.is_glued(dash) || !scene.is_glued(dash + 1);
    if !scene.is_mark(dash, '-') || !scene.is_joined(dash + 1) || mark == '-' && !is_apart {
        return None;
    }
    let class = usize::from(scene.is(dash + 1, word!("tháng")));
    let place = |point: &Point| match *point {
        Point::Month { year: YearOf::Written(year), month } => Some((year, month)),
        _ => None,
    };
    month_and_year(scene, dash + 1 + class).filter(|(last, _)| place(first) < place(last))
}

/// Whether a mark stands close enough to both its numbers: newspapers lose or add a space here and there, but only beside a slash or hyphen and only on one side.
fn is_tight(scene: &Scene<'_>, at: usize, mark: char) -> bool {
    let (before, after) = (scene.is_glued(at), scene.is_glued(at + 1));
    match mark {
        '.' => before && after,
        _ => (before || after) && scene.is_joined(at) && scene.is_joined(at + 1),
    }
}

/// Whether a mark stands apart from both its numbers, as in texts that were cut into words and joined again: `ngày 18 - 3`.
fn is_loose(scene: &Scene<'_>, at: usize, mark: char) -> bool {
    let is_apart = !scene.is_glued(at) && !scene.is_glued(at + 1);
    mark != '.' && is_apart && scene.is_joined(at) && scene.is_joined(at + 1)
}

/// Whether what stands before a number says that it is a day, so that its mark may stand apart: `ngày 18 - 3`, `từ ngày 20 - 7 đến 5 - 8`, `ngày 16, 17 và 18 - 8`.
fn is_led(scene: &Scene<'_>, at: usize) -> bool {
    let mut day = at;
    // News does not list more than a week of days.
    for _ in 0..8 {
        let before = day.wrapping_sub(1);
        if scene.is_any(before, &CLASSES) {
            return true;
        }
        let joints = [word!("đến"), word!("tới"), word!("và")];
        if !scene.is_any(before, &joints) && !scene.is_mark(before, ',') {
            return false;
        }
        let dash = before.wrapping_sub(2);
        let is_pair = mark(scene, dash).is_some_and(|mark| is_loose(scene, dash, mark))
            && small(scene, before.wrapping_sub(1), 1, 12).is_some();
        day = if is_pair { dash } else { before }.wrapping_sub(1);
        if small(scene, day, 1, 31).is_none() {
            return false;
        }
    }
    false
}

/// Whether a number begins at a token rather than goes on from before it: not in `1.2.3`, `51F-017.32`, `CLB-19/5`.
pub(super) fn begins(scene: &Scene<'_>, at: usize) -> bool {
    if !scene.is_glued(at) {
        return true;
    }
    let before = scene.before(at);
    match before.shape {
        Shape::Number | Shape::Upper | Shape::Title | Shape::Mixed => false,
        // A lost space: `ngày5/3`; a letter alone is part of a code.
        Shape::Lower => before.end - before.start > 2,
        Shape::Punctuation => {
            let parts = ['/', '-', '.', ',', ':', '+', '#', '_', '=', '$', '@', '*', '&', '%'];
            let is_part = parts.iter().any(|mark| before.is_mark(*mark));
            // A comma or a full stop that lost its space may stand after a word, not after a number.
            let after_word = (before.is_mark(',')
                || before.is_mark('.')
                || before.is_mark(':')
                || before.is_mark('-'))
                && scene.token(at.wrapping_sub(2)).is_word();
            !is_part || after_word && !(before.is_mark('-') && scene.is_glued(at.wrapping_sub(1)))
        }
        Shape::Edge => true,
    }
}

/// Whether a date may end before a token: not before more of a number or a code.
pub(super) fn ends(scene: &Scene<'_>, at: usize, mark: char) -> bool {
    if !scene.is_glued(at) {
        return true;
    }
    let token = scene.token(at);
    let number_follows = scene.token(at + 1).shape == Shape::Number && scene.is_glued(at + 1);
    match token.shape {
        Shape::Number | Shape::Upper | Shape::Mixed => false,
        // `22.2m`, `5/3h`; a longer word has lost its space.
        Shape::Lower => token.end - token.start > 3,
        Shape::Punctuation if token.is_mark('-') && number_follows => mark != '-',
        Shape::Punctuation if token.is_mark('-') => {
            !scene.is_glued(at + 1) || !scene.token(at + 1).is_word()
        }
        // A slash with more after it is a range of full dates: [`super::days`] looks.
        Shape::Punctuation if token.is_mark('/') => {
            mark != '/'
                && number_follows
                && scene.token(at - 1).end - scene.token(at - 1).start == 4
        }
        Shape::Punctuation => !(goes_on(scene, at) || token.is_mark('_')),
        Shape::Title | Shape::Edge => true,
    }
}
