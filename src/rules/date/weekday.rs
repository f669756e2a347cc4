//! Weekdays, with the date or the week that tells which is meant.
//!
//! ```text
//! weekday = name [","] ["ngày"] days                  Thứ hai, ngày 19/6
//!         | name ["của"] ("tuần tới" | …)             thứ năm tuần tới
//!         | name ("tới" | "này" | "vừa rồi" | …)      thứ ba vừa rồi
//!         | name "(" day ")"                          thứ năm (7-3)
//!         | name                                      after a part of the day: sáng thứ hai
//! ```

use super::expression::{Borrowed, Expression, Point, Week};
use super::{Form, Found, days, word_of};
use crate::calendar::Unit;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Sym, phrase, word};

/// Words after which `thứ hai` is a weekday, where before a noun it is the second of something.
const BEFORE: [Sym; 3] = phrase!(["vào", "hôm", "trong"]);

/// Words after which it is one of many.
pub(super) const EVERY: [Sym; 6] =
    [word!("mỗi"), word!("các"), word!("những"), word!("hàng"), word!("hằng"), word!("lần")];

/// Words after which it is the second of something: `kỳ họp thứ hai`.
const ORDINAL: [Sym; 15] = [
    word!("giới"),
    word!("họp"),
    word!("kỳ"),
    word!("phiên"),
    word!("nghị"),
    word!("hội"),
    word!("khóa"),
    word!("hạng"),
    word!("người"),
    word!("vị"),
    word!("bậc"),
    word!("hệ"),
    word!("tư"),
    word!("trí"),
    word!("lớn"),
];

/// The weekday at a token.
pub(super) fn read(scene: &Scene<'_>, at: usize, after_part: bool) -> Option<Found> {
    let (end, DateWord::Weekday(weekday)) = word_of(scene, at)? else { return None };
    let before = at.wrapping_sub(1);
    if scene.is_any(before, &EVERY)
        || weekday != 7 && scene.is_any(before, &ORDINAL)
        || scene.is_any(end, &[word!("hàng"), word!("hằng")])
    {
        return None;
    }
    // Each part of a weekday with its date may follow a comma.
    let comma = usize::from(scene.is_mark(end, ','));
    let class = end + comma + usize::from(scene.is(end + comma, word!("ngày")));
    if scene.is_joined(class)
        && let Some(mut found) = days::days(scene, class)
    {
        let is_marked = class > end + comma || comma == 0 || found.form != Form::Bare('.');
        if is_marked {
            found.form = found.form.marked();
            return Some(found);
        }
    }
    // `thứ năm (7-3)`: the brackets tell which.
    let inner = end + 1 + usize::from(scene.is(end + 1, word!("ngày")));
    if scene.is_mark(end, '(')
        && let Some(dated) = days::dated(scene, inner)
        && scene.is_mark(dated.end, ')')
    {
        let mut found = found(weekday, Week::Nearest, end, Form::Told);
        found.expression = Expression::of(dated.point);
        found.expression.borrowed = Borrowed { year: true, month: true };
        return Some(found);
    }
    let of = end + usize::from(scene.is(end, word!("của")));
    if let Some((stop, DateWord::Deictic(Unit::Week, weeks))) = word_of(scene, of) {
        return Some(found(weekday, Week::Offset(weeks), stop, Form::Told));
    }
    if scene.is(end, word!("tới")) && super::neighbour::may_follow(scene, end + 1) {
        return Some(found(weekday, Week::Next, end + 1, Form::Told));
    }
    if scene.is(end, word!("này")) {
        return Some(found(weekday, Week::Offset(0), end + 1, Form::Told));
    }
    for past in [phrase!(["vừa", "rồi"]), phrase!(["vừa", "qua"]), phrase!(["tuần", "rồi"])]
    {
        if scene.starts(end, &past) {
            return Some(found(weekday, Week::Previous, end + 2, Form::Told));
        }
    }
    // Alone it counts where nothing else can be meant, and not one of many: `làm cả thứ bảy, chủ nhật`.
    let is_led = scene.is_any(before, &BEFORE)
        || weekday == 7 && scene.starts(at.wrapping_sub(2), &phrase!(["trong", "ngày"]));
    let is_whole = !scene.is_joined(at) && !scene.is_joined(end);
    let is_sure = (after_part || is_led || is_whole)
        && (scene.is(before, word!("hôm")) || !has_companion(scene, at, end));
    let is_free = super::neighbour::may_follow(scene, end);
    (is_sure && is_free).then(|| found(weekday, Week::Nearest, end, Form::Told))
}

/// A Sunday with its class word, where a word leads to it as a time: `vào ngày Chủ nhật`, `Ngày Chủ nhật, …`.
pub(super) fn sunday(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (end, DateWord::Weekday(7)) = word_of(scene, at + 1)? else { return None };
    let is_led = scene.is_any(at.wrapping_sub(1), &BEFORE)
        || scene.is_sentence_start(at) && scene.is_mark(end, ',');
    let is_name = scene.token(at + 1).is_capital() || scene.is(at.wrapping_sub(1), word!("trong"));
    let is_sure = is_led
        && is_name
        && scene.is_joined(at + 1)
        && super::neighbour::may_follow(scene, end)
        && !scene.is_any(end, &EVERY)
        && !has_companion(scene, at + 1, end);
    is_sure.then(|| found(7, Week::Nearest, end, Form::Told))
}

/// Whether another weekday stands beside one: `thứ bảy và chủ nhật`, `từ thứ hai đến thứ sáu`.
fn has_companion(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let joints = [word!("và"), word!("hoặc"), word!("hay"), word!("đến"), word!("tới")];
    let is_joint =
        |at| scene.is_any(at, &joints) || scene.is_mark(at, ',') || scene.is_mark(at, '-');
    let is_weekday = |at| matches!(word_of(scene, at), Some((_, DateWord::Weekday(_))));
    is_joint(end) && is_weekday(end + 1)
        || is_joint(at.wrapping_sub(1)) && is_weekday(at.wrapping_sub(3))
}

fn found(weekday: u8, week: Week, end: usize, form: Form) -> Found {
    Found { end, expression: Expression::of(Point::Weekday { weekday, week }), form }
}
