//! Periods told by their distance from the article's day or from the last date named.
//!
//! ```text
//! relative = "năm nay" | "tuần trước" | "cuối tuần qua" | …
//!          | N unit ("trước" | "nữa" | "sau") ["đây" | "đó"]      3 ngày trước, 2 tuần nữa, hai ngày sau
//!          | "cách đây" N unit                                    cách đây 5 năm
//!          | ("trước" | "sau") "đó" N unit                        trước đó 2 ngày
//!          | "cùng kỳ" [year]                                     cùng kỳ năm 2015
//! unit     = "ngày" | "tuần" | "tháng" | "năm" | "thập kỷ" | "thế kỷ"
//! ```

use super::expression::{Expression, Origin, Point, YearOf};
use super::number::{count, is_number, year};
use super::{Form, Found, neighbour, word_of};
use crate::calendar::Unit;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Sym, phrase, word};

/// Words that make a period one of several, or a length: `những năm trước`, `mỗi tuần tới`.
const SEVERAL: [Sym; 12] = [
    word!("bao"),
    word!("những"),
    word!("các"),
    word!("nhiều"),
    word!("mấy"),
    word!("vài"),
    word!("mỗi"),
    word!("hàng"),
    word!("hằng"),
    word!("nửa"),
    word!("chục"),
    word!("trăm"),
];

/// Whether a word makes what follows several.
pub(super) fn is_several(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_any(at, &SEVERAL)
}

/// A period so many units from the reference day.
pub(super) fn shifted(unit: Unit, count: i32, end: usize) -> Found {
    from(unit, count, Origin::Reference, end)
}

fn from(unit: Unit, count: i32, origin: Origin, end: usize) -> Found {
    Found {
        end,
        expression: Expression::of(Point::Shift { unit, count, origin }),
        form: Form::Told,
    }
}

/// The period that a word tells: `năm nay`, `tuần trước`.
pub(super) fn told(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let is_day = scene.is(at, word!("ngày"));
    let (end, unit, count, origin) = match word_of(scene, at + usize::from(is_day))? {
        // `ngày cuối tuần vừa rồi`
        (end, DateWord::Deictic(unit, count))
            if unit != Unit::Day && (!is_day || unit == Unit::Weekend) =>
        {
            (end, unit, count, Origin::Reference)
        }
        (end, DateWord::Anaphoric(unit, count)) if unit != Unit::Day => {
            (end, unit, count, Origin::Last)
        }
        _ => return None,
    };
    let before = at.wrapping_sub(1);
    if is_several(scene, before) || is_number(scene, before) || is_compared(scene, at) {
        return None;
    }
    // `năm trước khi`, `sang năm thứ hai`; `tháng qua đường` is no month.
    let is_open = scene.is_any(end, &[word!("khi"), word!("lúc"), word!("thứ")])
        // `bước sang năm mới`
        || scene.is(at, word!("sang")) && scene.is(end, word!("mới"))
        // `cùng năm tháng`
        || scene.is(end, word!("tháng")) && super::number::month(scene, end + 1).is_none();
    (!is_open && neighbour::may_follow_period(scene, end))
        .then(|| from(unit, count.into(), origin, end))
}

/// Whether one period is compared with the one before it, whichever they are: `năm sau cao hơn năm trước`.
fn is_compared(scene: &Scene<'_>, at: usize) -> bool {
    // The other stands this near.
    const REACH: usize = 7;
    let unit = scene.token(at).sym;
    let is_pair = |first: usize, second: usize| {
        scene.is(first, unit)
            && scene.is(second, unit)
            && scene.is(first + 1, word!("sau"))
            && scene.is(second + 1, word!("trước"))
    };
    match scene.token(at + 1).sym {
        sym if sym == word!("sau") => (at + 2..at + REACH).any(|other| is_pair(at, other)),
        sym if sym == word!("trước") => {
            (at.saturating_sub(REACH)..at).any(|other| is_pair(other, at))
        }
        _ => false,
    }
}

/// The unit at a token, with the token after it.
fn unit(scene: &Scene<'_>, at: usize) -> Option<(Unit, usize)> {
    if !scene.is_joined(at) {
        return None;
    }
    let sym = scene.token(at).sym;
    let pair = |class: [Sym; 2], unit| scene.starts(at, &class).then_some((unit, at + 2));
    match sym {
        _ if sym == word!("ngày") || sym == word!("hôm") => Some((Unit::Day, at + 1)),
        _ if sym == word!("tuần") => {
            Some((Unit::Week, at + 1 + usize::from(scene.is(at + 1, word!("lễ")))))
        }
        _ if sym == word!("tháng") => Some((Unit::Month, at + 1)),
        _ if sym == word!("năm") => Some((Unit::Year, at + 1)),
        _ => pair(phrase!(["thập", "kỷ"]), Unit::Decade)
            .or_else(|| pair(phrase!(["thập", "niên"]), Unit::Decade))
            .or_else(|| pair(phrase!(["thế", "kỷ"]), Unit::Century)),
    }
}

/// The distance that begins with a number: `3 ngày trước`, `2 tuần nữa`.
pub(super) fn counted(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (count, end) = count(scene, at)?;
    let (unit, end) = unit(scene, end)?;
    let count = i32::from(count);
    // `học thêm 3 năm nữa`
    let is_more = scene.is(at.wrapping_sub(1), word!("thêm"));
    if scene.is(end, word!("nữa")) && !is_more && neighbour::may_follow(scene, end + 1) {
        return Some(shifted(unit, count, end + 1));
    }
    let is_before = scene.is(end, word!("trước"));
    if !(is_before || scene.is(end, word!("sau"))) || !scene.is_joined(end) {
        return None;
    }
    let count = if is_before { -count } else { count };
    if scene.is(end + 1, word!("đó")) {
        return Some(from(unit, count, Origin::Last, end + 2));
    }
    if is_before && scene.is(end + 1, word!("đây")) {
        return Some(shifted(unit, count, end + 2));
    }
    // `3 ngày sau khi`, `2 năm trước ngày …`: lengths.
    let is_length = scene.is_any(end + 1, &[word!("khi"), word!("ngày"), word!("tết")])
        || scene.is_any(
            at.wrapping_sub(1),
            &[word!("trong"), word!("vòng"), word!("suốt"), word!("sau")],
        );
    if is_length || !neighbour::may_follow(scene, end + 1) {
        return None;
    }
    let origin = if is_before { Origin::Reference } else { Origin::LastOrReference };
    Some(from(unit, count, origin, end + 1))
}

/// The distance told after `cách đây` or `trước đó`.
pub(super) fn distance(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let ago =
        scene.starts(at, &phrase!(["cách", "đây"])) || scene.starts(at, &phrase!(["cách", "nay"]));
    let before = scene.starts(at, &phrase!(["trước", "đó"]));
    let after = scene.starts(at, &phrase!(["sau", "đó"]));
    if !(ago || before || after) {
        return None;
    }
    let vague =
        [word!("hơn"), word!("gần"), word!("khoảng"), word!("đúng"), word!("tròn"), word!("chừng")];
    let number = at + 2 + usize::from(scene.is_any(at + 2, &vague));
    let (count, end) = count(scene, number)?;
    let (unit, end) = unit(scene, end)?;
    let count = i32::from(count);
    Some(match (ago, before) {
        (true, _) => shifted(unit, -count, end),
        (_, true) => from(unit, -count, Origin::Last, end),
        _ => from(unit, count, Origin::Last, end),
    })
}

/// The same part of another year: `cùng kỳ`, `cùng kỳ năm 2015`.
pub(super) fn same_period(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let is_same =
        scene.starts(at, &phrase!(["cùng", "kỳ"])) || scene.starts(at, &phrase!(["cùng", "kì"]));
    if !is_same {
        return None;
    }
    let end = at + 2;
    // `cùng kỳ các năm trước`
    if is_several(scene, end) {
        return None;
    }
    let (year, end) = match super::year::after_day(scene, end) {
        Some(found) => found,
        None => match year(scene, end).filter(|_| scene.is_joined(end)) {
            Some(year) => (YearOf::Written(year), end + 1),
            None => (YearOf::Open, end),
        },
    };
    Some(Found { end, expression: Expression::of(Point::SamePeriod { year }), form: Form::Told })
}
