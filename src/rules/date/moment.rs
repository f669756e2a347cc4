//! Days with what is told before and after them: the time, the part of the day, the class word.
//!
//! ```text
//! moment = [time ["-" time] [","]] [part [("và" | ",") part]] day [tail]      8h ngày 5/3, 18 giờ chiều 6/6, chiều và tối 26-10
//! day    = ("ngày" | "hôm") (days | lunar day | D)                            ngày 24 và 25/9
//!        | days | lunar day | festival | weekday
//!        | ("hôm nay" | "hôm qua" | "cùng ngày" | …) [days]                   sáng hôm qua, sáng nay 29/5
//!        | ("nay" | "qua" | "mai")                                            after a part: chiều qua
//! tail   = ["vào"] "lúc" time [part] | ("-" | "," | "|") HH:MM                07/03/2024 - 06:00
//! stamp  = HH:MM ("-" | "," | "|") day                                        06:00 | 07/03/2024
//! ```

use super::expression::{Borrowed, Expression, Origin, Point, Setting, Time, Week, YearOf};
use super::number::{is_number, small};
use super::{Form, Found, days, festival, lunar, relative, time, weekday, word_of};
use crate::calendar::{PartOfDay, Unit};
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Shape, phrase, word};

/// The day with its time and part that begins at a token.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let mut next = at;
    let time = time::read(scene, at);
    if let Some((_, end)) = time {
        next = end;
        // `8h - 11h30 ngày 5/3`: the first time is the time.
        if scene.is_mark(next, '-')
            && let Some((_, end)) = time::read(scene, next + 1)
        {
            next = end;
        }
    }
    if time.is_some() && !scene.is_joined(next) {
        return None;
    }
    let (part, end) = part(scene, next);
    // `đêm Giáng sinh` is the night before.
    if part.is_some()
        && next == at
        && let Some(mut found) = festival::read(scene, at)
    {
        found.expression.part_of_day = part;
        return Some(found);
    }
    next = end;
    let prefixed = next > at;
    if prefixed && !scene.is_joined(next) {
        return None;
    }
    if time.is_some() && scene.is_joined(next + 1) {
        // `06:00 | 07/03/2024`
        let is_free = scene.before(at).shape != Shape::Number && !scene.is_mark(next, '•');
        let is_joint = JOINTS.iter().any(|joint| scene.is_mark(next, *joint)) && is_free;
        if scene.is_mark(at + 1, ':') && is_joint {
            return stamp(scene, next + 1, time.map(|(time, _)| time)?);
        }
        if scene.is_mark(next, ',') && scene.is_any(next + 1, &[word!("ngày"), word!("hôm")]) {
            next += 1;
        }
    }
    // `mỗi sáng thứ hai`
    if prefixed && scene.is_any(at.wrapping_sub(1), &weekday::EVERY) {
        return None;
    }
    let mut found = day(scene, next, part.is_some(), time.is_some())?;
    let expression = &mut found.expression;
    expression.part_of_day = part.or(expression.part_of_day);
    expression.time = time.map(|(time, _)| time.in_part(expression.part_of_day));
    if prefixed {
        found.form = found.form.marked();
    }
    tail(scene, &mut found);
    Some(found)
}

/// The marks between day and time in the stamp of a publication.
const JOINTS: [char; 4] = ['-', ',', '|', '•'];

/// The full date of a stamp that begins with its time.
fn stamp(scene: &Scene<'_>, at: usize, time: Time) -> Option<Found> {
    let mut found = day(scene, at, false, true)?;
    let expression = &mut found.expression;
    let is_full = matches!(expression.first, Point::Day { year: YearOf::Written(_), .. });
    (expression.time, expression.setting) = (Some(time), Setting::Stamp);
    (is_full && expression.last.is_none()).then_some(found)
}

/// The part of the day at a token, with the token after it; of two, the first.
pub(super) fn part(scene: &Scene<'_>, at: usize) -> (Option<PartOfDay>, usize) {
    let Some((end, DateWord::Part(part))) = word_of(scene, at) else { return (None, at) };
    // `chiều và tối 26-10`, `sáng, chiều 5/3`
    if (scene.is(end, word!("và")) || scene.is_mark(end, ','))
        && let Some((end, DateWord::Part(_))) = word_of(scene, end + 1)
    {
        return (Some(part), end);
    }
    (Some(part), end)
}

/// The day at a token, without what may stand before it.
fn day(scene: &Scene<'_>, at: usize, after_part: bool, after_time: bool) -> Option<Found> {
    if let Some(found) = told(scene, at, after_part) {
        return Some(found);
    }
    if let Some(found) = weekday::read(scene, at, after_part || after_time) {
        return Some(found);
    }
    let is_class = scene.is(at, word!("ngày")) || scene.is(at, word!("hôm"));
    let number = at + usize::from(is_class);
    if is_class && !scene.is_joined(number) {
        return None;
    }
    // `hôm thứ tư`, `ngày thứ hai, 20/2`; not `ngày thứ hai của hội nghị`.
    if is_class
        && let Some(found) = weekday::read(scene, number, scene.is(at, word!("hôm")))
        && (scene.is(at, word!("hôm"))
            || !matches!(found.expression.first, Point::Weekday { week: Week::Nearest, .. }))
    {
        return Some(found);
    }
    // `vào ngày Chủ nhật` cannot be an ordinal, but in `các ngày chủ nhật` it is one of many.
    if is_class && let Some(found) = weekday::sunday(scene, at) {
        return Some(found);
    }
    if let Some(mut found) = lunar::day(scene, number) {
        if is_class {
            found.form = found.form.marked();
        }
        return Some(found);
    }
    if let Some(mut found) = days::days(scene, number) {
        if is_class {
            found.form = found.form.marked();
        }
        return Some(found);
    }
    if (is_class || after_part)
        && let Some(found) = day_alone(scene, number)
    {
        return Some(found);
    }
    festival::read(scene, at)
}

/// The day that a word tells: `hôm nay`, `cùng ngày`; after a part of the day `nay`, `qua`, `mai`.
fn told(scene: &Scene<'_>, at: usize, after_part: bool) -> Option<Found> {
    // `3 ngày tiếp theo` is a length.
    let before = at.wrapping_sub(1);
    if scene.is(at, word!("ngày"))
        && (is_number(scene, before) || relative::is_several(scene, before))
    {
        return None;
    }
    let (count, origin, end) = match word_of(scene, at) {
        Some((end, DateWord::Deictic(Unit::Day, count))) => (count, Origin::Reference, end),
        Some((end, DateWord::Anaphoric(Unit::Day, count))) => (count, Origin::Last, end),
        _ if after_part && scene.starts(at, &phrase!(["hôm", "trước"])) => {
            (-1, Origin::Last, at + 2)
        }
        _ if after_part && scene.is(at, word!("nay")) => (0, Origin::Reference, at + 1),
        _ if after_part && scene.is(at, word!("mai")) && !scene.token(at).is_capital() => {
            (1, Origin::Reference, at + 1)
        }
        _ if after_part && scene.is(at, word!("qua")) && is_past(scene, at + 1) => {
            (-1, Origin::Reference, at + 1)
        }
        _ => return None,
    };
    let shift = Point::Shift { unit: Unit::Day, count: count.into(), origin };
    let mut found = Found { end, expression: Expression::of(shift), form: Form::Told };
    // `sáng nay 29/5` is one date.
    let date = end + usize::from(scene.is(end, word!("ngày")));
    if origin == Origin::Reference
        && scene.is_joined(end)
        && let Some(dated) = days::dated(scene, date)
    {
        found = Found { end: dated.end, expression: Expression::of(dated.point), form: Form::Told };
        found.expression.setting = Setting::Gloss(count);
    }
    Some(found)
}

/// Whether `qua` before a token is yesterday: not in `chiều qua đường`.
fn is_past(scene: &Scene<'_>, at: usize) -> bool {
    super::neighbour::may_follow(scene, at)
        || days::dated(scene, at).is_some()
        || scene.is(at, word!("ngày"))
}

/// A day whose month is told by a date after it or by the article: `ngày 6` in `từ ngày 6 đến 10/6`.
fn day_alone(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let day = small(scene, at, 1, 31)?;
    if super::number::goes_on(scene, at + 1) || !super::numeric::ends(scene, at + 1, '-') {
        return None;
    }
    let point = Point::Day { year: YearOf::Open, month: None, day };
    let mut found = Found { end: at + 1, expression: Expression::of(point), form: Form::DayAlone };
    if let Some(point) = lunar::first_of(scene, day, at + 1) {
        return Some(Found { end: at + 1, expression: Expression::of(point), form: Form::Marked });
    }
    let comma = usize::from(scene.is_mark(at + 1, ','));
    let joint = [word!("và"), word!("đến"), word!("tới"), word!("hoặc"), word!("cho")];
    let is_joint = comma == 1 || scene.is_any(at + 1, &joint) || scene.is_mark(at + 1, '-');
    let next = at + 1 + usize::from(is_joint) + usize::from(scene.is(at + 1, word!("cho")));
    let (part, end) = part(scene, next);
    let class = end + usize::from(scene.is(end, word!("ngày")));
    if end == next && !is_joint || !scene.is_joined(next) {
        return Some(found);
    }
    let Some(last) = days::dated(scene, class) else { return Some(found) };
    let Point::Day { year, month, day: last_day } = last.point else { return Some(found) };
    // `đêm 5, rạng sáng 6/3` is one night, and one date.
    let is_night = part.is_some() && (!is_joint || comma == 1) && last_day == day + 1;
    if is_night {
        let first = Point::Day { year, month, day };
        found = Found {
            end: last.end,
            expression: Expression::range(first, last.point),
            form: Form::Marked,
        };
    } else if day < last_day {
        found.expression = Expression::of(Point::Day { year, month, day });
        found.expression.borrowed = Borrowed { year: year != YearOf::Open, month: true };
        found.form = Form::Marked;
    }
    Some(found)
}

/// Adds the time that is told after a day.
fn tail(scene: &Scene<'_>, found: &mut Found) {
    if found.expression.time.is_some() {
        return;
    }
    let end = found.end;
    let into = usize::from(scene.is(end, word!("vào")));
    if scene.is(end + into, word!("lúc")) && scene.is_joined(end) {
        if let Some((time, after)) = time::read(scene, end + into + 1) {
            let (part, after) = part(scene, after);
            found.expression.time = Some(time.in_part(part.or(found.expression.part_of_day)));
            found.expression.part_of_day = part.or(found.expression.part_of_day);
            found.end = after;
        }
        return;
    }
    if found.form != Form::Full && found.form != Form::Marked {
        return;
    }
    let is_full = matches!(found.expression.first, Point::Day { year: YearOf::Written(_), .. });
    let joint = usize::from(JOINTS.iter().any(|mark| scene.is_mark(end, *mark)));
    let is_clock = scene.is_mark(end + joint + 1, ':') || scene.is(end + joint + 1, word!("h"));
    if is_full
        && found.expression.last.is_none()
        && is_clock
        && scene.is_joined(end)
        && scene.is_joined(end + joint)
        && let Some((time, after)) = time::read(scene, end + joint)
        // `0h ngày 1/1/2026, 23h59 ngày 31/12`: the time is that of the next day.
        && !scene.is_any(after, &[word!("ngày"), word!("hôm")])
    {
        found.expression.time = Some(time);
        found.expression.setting = Setting::Stamp;
        found.end = after;
    }
}
