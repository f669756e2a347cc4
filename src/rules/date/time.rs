//! Times of the day, which count only with a date.
//!
//! ```text
//! time = H ("h" | "g" | "giờ") [M ["phút" | "p" | "'"]]   8h, 19 giờ 15, 11 giờ 35 phút, 12h58', 9g30
//!      | H ("giờ" | "h") "rưỡi"
//!      | HH ":" MM [":" SS]                                06:00, 17:49:47
//! ```

use super::expression::Time;
use super::number::small;
use crate::calendar::PartOfDay;
use crate::rules::Scene;
use crate::text::word;

/// The time that begins at a number, with the token after it.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<(Time, usize)> {
    let hour = small(scene, at, 0, 24)?;
    if let Some(found) = clock(scene, at, hour) {
        return Some(found);
    }
    let unit = scene.token(at + 1);
    let is_letter = scene.is_any(at + 1, &[word!("h"), word!("g")]) && scene.is_glued(at + 1);
    let is_word = scene.is(at + 1, word!("giờ")) && scene.is_joined(at + 1);
    if !(is_letter || is_word) || !unit.is_word() {
        return None;
    }
    let after = at + 2;
    if scene.is(after, word!("rưỡi")) {
        return Some((Time { hour, minute: 30 }, after + 1));
    }
    let minute = small(scene, after, 0, 59).filter(|_| scene.is_joined(after));
    let Some(minute) = minute.filter(|_| is_minute(scene, after)) else {
        return Some((Time { hour, minute: 0 }, after));
    };
    let mut end = after + 1;
    if scene.is(end, word!("phút")) && scene.is_joined(end)
        || (scene.is(end, word!("p")) || scene.is_mark(end, '\'')) && scene.is_glued(end)
    {
        end += 1;
    }
    Some((Time { hour, minute }, end))
}

/// Whether the number after an hour is its minutes, not the day of a date: `5 giờ 15/6`, `8 giờ 2 tháng 9`.
fn is_minute(scene: &Scene<'_>, at: usize) -> bool {
    let is_date = super::numeric::mark(scene, at + 1).is_some()
        && small(scene, at + 2, 1, 12).is_some()
        && (scene.is_glued(at + 1) || scene.is_glued(at + 2));
    !is_date && !scene.is(at + 1, word!("tháng"))
}

/// The time of a clock, such as `06:00`.
fn clock(scene: &Scene<'_>, at: usize, hour: u8) -> Option<(Time, usize)> {
    // `15.05'`: a full stop is one only before a prime.
    let is_stop =
        scene.is_mark(at + 1, '.') && scene.is_mark(at + 3, '\'') && scene.is_glued(at + 3);
    let pair = |at: usize| {
        let is_mark = scene.is_mark(at, ':') || is_stop && scene.is_mark(at, '.');
        let is_pair = is_mark && scene.is_glued(at) && scene.is_glued(at + 1);
        small(scene, at + 1, 0, 59).filter(|_| is_pair && scene.text(at + 1).len() == 2)
    };
    let minute = pair(at + 1)?;
    let end = if pair(at + 3).is_some() { at + 5 } else { at + 3 };
    let prime = usize::from(scene.is_mark(end, '\'') && scene.is_glued(end));
    Some((Time { hour, minute }, end + prime))
}

impl Time {
    /// The time of the whole day that a time of half a day means: `3 giờ chiều` is 15:00.
    pub(super) fn in_part(self, part: Option<PartOfDay>) -> Self {
        let late = match part {
            Some(PartOfDay::Afternoon) => self.hour < 12,
            Some(PartOfDay::Evening) => (4..12).contains(&self.hour),
            Some(PartOfDay::Night) => (8..12).contains(&self.hour),
            Some(PartOfDay::Noon) => self.hour < 4,
            _ => false,
        };
        let is_midnight =
            matches!(part, Some(PartOfDay::Night)) && self.hour == 12 || self.hour == 24;
        let hour = match (late, is_midnight) {
            (true, _) => self.hour + 12,
            (_, true) => 0,
            _ => self.hour,
        };
        Self { hour, ..self }
    }
}
