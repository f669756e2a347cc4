//! Years, spans of years, decades and centuries.
//!
//! ```text
//! years   = ("năm" | "các năm") YYYY ["-" YYYY]               năm 2023, các năm 1941 -1944
//!         | frame [N "năm"] YYYY "-" YYYY                      giai đoạn 5 năm 2021-2025
//!         | "năm học mới" YYYY "-" YYYY                       năm học mới 2025-2026
//!         | frame ["từ"] ["năm"] YYYY ("-" | "đến" | "/") ["năm"] YYYY
//!                                                             giai đoạn 2021-2023, nhiệm kỳ 2020-2025
//!         | YYYY ["-" YYYY]                                   (1975), 2021-2030
//! decade  = "những năm" (NN | NNNN) ["của"] ["thế kỷ" …]      những năm 1980, những năm 90 của thế kỷ trước
//!         | ("thập niên" | "thập kỷ") …
//! century = "thế kỷ" (Roman | NN) [era]                       thế kỷ XX
//! era     = "TCN" | "trước Công nguyên"                       after a year too: năm 179 TCN
//! frame   = "giai đoạn" | "nhiệm kỳ" | "thời kỳ" | "niên khóa" | "năm học" | …
//! ```

use super::expression::{Expression, Point, YearOf};
use super::number::{roman, small, year};
use super::{Form, Found, cycle, numeric, word_of};
use crate::calendar::Unit;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word};
use crate::value::Precision;

/// The words that a span of years follows and that belong to it.
const FRAMES: [[Sym; 2]; 13] = [
    phrase!(["giai", "đoạn"]),
    phrase!(["nhiệm", "kỳ"]),
    phrase!(["nhiệm", "kì"]),
    phrase!(["thời", "kỳ"]),
    phrase!(["thời", "kì"]),
    phrase!(["niên", "khóa"]),
    phrase!(["niên", "học"]),
    phrase!(["niên", "vụ"]),
    phrase!(["niên", "độ"]),
    phrase!(["năm", "học"]),
    phrase!(["vụ", "mùa"]),
    phrase!(["mùa", "vụ"]),
    phrase!(["mùa", "giải"]),
];

/// The year that goes on from a month or a quarter: `/2024`, `-2024`, ` năm 2024`, ` năm ngoái`, ` 2024`.
pub(super) fn after_month(scene: &Scene<'_>, at: usize) -> Option<(YearOf, usize)> {
    if let Some(mark) = numeric::mark(scene, at) {
        let is_tight = scene.is_glued(at) || scene.is_glued(at + 1);
        let found = year(scene, at + 1)
            .filter(|_| is_tight && scene.is_joined(at + 1) && numeric::ends(scene, at + 2, mark));
        return found.map(|year| (YearOf::Written(year), at + 2));
    }
    if let Some(found) =
        year(scene, at).filter(|year| scene.is_joined(at) && (1900..2100).contains(year))
    {
        let unit = super::neighbour::is_measure(scene, at + 1);
        return (!unit).then_some((YearOf::Written(found), at + 1));
    }
    after_day(scene, at)
}

/// The year that goes on from a day in words after a comma: `7 tháng 3, 2024`.
pub(super) fn after_comma(scene: &Scene<'_>, at: usize) -> Option<(YearOf, usize)> {
    let is_comma = scene.is_mark(at, ',') && scene.is_glued(at) && scene.is_joined(at + 1);
    let found = year(scene, at + 1).filter(|year| is_comma && (1900..2100).contains(year))?;
    super::neighbour::may_follow(scene, at + 2).then_some((YearOf::Written(found), at + 2))
}

/// The year that goes on from a date: ` năm 2024`, `, năm 2024`, ` năm ngoái`, ` năm Giáp Thìn`.
pub(super) fn after_day(scene: &Scene<'_>, at: usize) -> Option<(YearOf, usize)> {
    let comma = usize::from(scene.is_mark(at, ',') || scene.is(at, word!("của")));
    let at = at + comma;
    if !scene.is_joined(at) || !scene.is(at, word!("năm")) {
        return None;
    }
    if let Some(found) = year(scene, at + 1).filter(|_| scene.is_joined(at + 1)) {
        // `tháng 6 năm 2016-2017` is no month of a year.
        return Some((YearOf::Written(found), at + 2));
    }
    if (comma == 0 || scene.is(at - 1, word!("của")))
        && let Some((end, DateWord::Deictic(Unit::Year, years))) = word_of(scene, at)
    {
        return Some((YearOf::Shifted(years), end));
    }
    let (cycle, end) = cycle::cycle(scene, at + 1)?;
    Some((YearOf::Cycle(cycle), end))
}

/// The year or span of years that begins at `năm`, `các năm` or `những năm`.
pub(super) fn after_class(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let several = scene.is_any(at, &[word!("các"), word!("những")]);
    let class = at + usize::from(several);
    if !scene.is(class, word!("năm")) || !scene.is_joined(class + 1) {
        return None;
    }
    if several && let Some(decade) = decade(scene, class + 1, scene.is(at, word!("những"))) {
        return Some(decade);
    }
    if let Some((first, last, end)) = span(scene, class + 1, false) {
        return Some(years(first, last, end));
    }
    if let (Some(number), Some(end)) = (scene.number(class + 1), before_our_era(scene, class + 2)) {
        // The year 1 before our era is the year 0 of ISO 8601.
        let year = 1 - i16::try_from(number).ok()?;
        let point = Point::Years { first: year, last: year, precision: Precision::Year };
        return Some(Found { end, expression: Expression::of(point), form: Form::Words });
    }
    if several {
        return None;
    }
    if let Some(found) = year(scene, class + 1).filter(|_| !is_of_several(scene, class + 1)) {
        let expression = Expression::of(Point::Year(YearOf::Written(found)));
        return Some(Found { end: class + 2, expression, form: Form::Year });
    }
    if let Some(found) = early(scene, class + 1) {
        let expression = Expression::of(Point::Year(YearOf::Written(found)));
        return Some(Found { end: class + 2, expression, form: Form::Year });
    }
    let (cycle, end) = cycle::cycle(scene, class + 1)?;
    let (year, end) = cycle_year(scene, end);
    Some(Found {
        end,
        expression: Expression::of(Point::LunarYear { cycle, year }),
        form: Form::Year,
    })
}

/// The token after the words that put a year or century before our era: `TCN`, `trước Công nguyên`.
fn before_our_era(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is_joined(at) {
        return None;
    }
    let words = scene.starts(at, &phrase!(["trước", "công", "nguyên"])).then_some(at + 3);
    words.or_else(|| scene.is(at, word!("tcn")).then_some(at + 1))
}

/// Whether a year is one of several whose class word stands before the first: `các năm 1911, 1928 và 1946`, `hai năm 2024, 2025`.
pub(super) fn is_of_several(scene: &Scene<'_>, at: usize) -> bool {
    // More than so many are not told one by one.
    const MOST: usize = 8;
    let joint = |at: usize| scene.is_mark(at, ',') || scene.is(at, word!("và"));
    let is_list = joint(at + 1) && year(scene, at + 2).is_some();
    let mut first = at;
    for _ in 0..MOST {
        let before = first.wrapping_sub(1);
        if !scene.is_joined(first) {
            return false;
        }
        if scene.is(before, word!("năm")) {
            let class = before.wrapping_sub(1);
            let is_counted = scene.is_any(class, &[word!("các"), word!("những")])
                || super::number::is_number(scene, class);
            return is_counted && (first != at || is_list);
        }
        if !joint(before) || year(scene, before.wrapping_sub(1)).is_none() {
            return false;
        }
        first = before.wrapping_sub(1);
    }
    false
}

/// The years of a plan with their number: `5 năm 2021-2025`.
pub(super) fn counted(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (count, class) = super::number::count(scene, at)?;
    if !scene.is(class, word!("năm")) || !scene.is_joined(class) || !scene.is_joined(class + 1) {
        return None;
    }
    let (first, last, end) = span(scene, class + 1, false)?;
    (i32::from(last - first) + 1 == i32::from(count)).then(|| years(first, last, end))
}

/// The year that is told beside its name in the cycle: `Đinh Dậu 2017`, `Bính Ngọ năm 2026`.
pub(super) fn cycle_year(scene: &Scene<'_>, at: usize) -> (YearOf, usize) {
    let is_dash = scene.is_mark(at, '-') && scene.is_joined(at) && scene.is_joined(at + 1);
    let class = usize::from(scene.is(at, word!("năm")) || is_dash);
    match year(scene, at + class).filter(|_| scene.is_joined(at) && scene.is_joined(at + class)) {
        Some(year) => (YearOf::Written(year), at + class + 1),
        None => (YearOf::Open, at),
    }
}

/// A year of three digits: `năm 938`. More than a year is it only where nothing is counted by it.
fn early(scene: &Scene<'_>, at: usize) -> Option<i16> {
    let token = scene.token(at);
    let is_short = token.shape == Shape::Number && token.end - token.start == 3;
    if !is_short
        || super::number::goes_on(scene, at + 1)
        || super::neighbour::is_counted(scene, at + 1)
    {
        return None;
    }
    scene.text(at).parse().ok().filter(|year| (100..=999).contains(year))
}

/// The years from one to another: `2021-2023`; in a frame also `2021 đến năm 2023` and `2021/2022`.
pub(super) fn span(scene: &Scene<'_>, at: usize, in_frame: bool) -> Option<(i16, i16, usize)> {
    let first = year(scene, at).or_else(|| slashed(scene, at).filter(|_| in_frame))?;
    let is_dash = scene.is_mark(at + 1, '-');
    let is_until = in_frame && scene.is_any(at + 1, &[word!("đến"), word!("tới")]);
    let is_slash = in_frame && scene.is_mark(at + 1, '/');
    if !(is_dash || is_until || is_slash) || !scene.is_joined(at + 1) || !scene.is_joined(at + 2) {
        return None;
    }
    let class = usize::from((is_until || is_dash) && scene.is(at + 2, word!("năm")));
    let last_at = at + 2 + class;
    let last = year(scene, last_at).filter(|last| first < *last && *last - first <= 200)?;
    numeric::ends(scene, last_at + 1, '-').then_some((first, last, last_at + 1))
}

/// The first year of two with a slash between.
fn slashed(scene: &Scene<'_>, at: usize) -> Option<i16> {
    let token = scene.token(at);
    let is_year =
        token.shape == Shape::Number && token.end - token.start == 4 && scene.is_mark(at + 1, '/');
    is_year
        .then(|| scene.text(at).parse().ok())
        .flatten()
        .filter(|year| (1900..2100).contains(year))
}

fn years(first: i16, last: i16, end: usize) -> Found {
    let point = |year| Point::Year(YearOf::Written(year));
    Found { end, expression: Expression::range(point(first), point(last)), form: Form::Year }
}

/// The span of years in its frame: `giai đoạn 2021-2023`, `nhiệm kỳ 2020-2025`.
pub(super) fn framed(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let frame = FRAMES.iter().any(|frame| scene.starts(at, frame));
    if !frame || !scene.is_joined(at + 2) {
        return None;
    }
    let start = at + 2 + usize::from(scene.is(at + 2, word!("năm")));
    // `giai đoạn 5 năm 2021-2025`
    let counted = super::number::count(scene, at + 2).map(|(_, class)| class);
    let counted = counted.filter(|class| {
        scene.is(*class, word!("năm")) && scene.is_joined(*class) && scene.is_joined(*class + 1)
    });
    if let Some((first, last, end)) = counted.and_then(|class| span(scene, class + 1, false)) {
        return Some(years(first, last, end));
    }
    // `năm học mới 2025-2026`
    let fresh = scene.is(at + 2, word!("mới")) && scene.is(at + 1, word!("học"));
    let start = start + usize::from(fresh && scene.is_joined(at + 3));
    if let Some((first, last, end)) = span(scene, start, true) {
        return Some(years(first, last, end));
    }
    // `niên khóa 2016`, `năm học 2016`; a term or a stage of one year is none.
    let single = scene.is(at, word!("niên")) || scene.is(at, word!("năm"));
    let found = year(scene, start).filter(|year| single && (1900..2100).contains(year))?;
    let expression = Expression::of(Point::Year(YearOf::Written(found)));
    Some(Found { end: start + 1, expression, form: Form::Year })
}

/// The year or span of years without a class word.
pub(super) fn bare(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let first = year(scene, at).filter(|year| (1000..2150).contains(year))?;
    // `SN1960`
    if !numeric::begins(scene, at) && !scene.is(at.wrapping_sub(1), word!("sn")) {
        return None;
    }
    if let Some((first, last, end)) = span(scene, at, false) {
        let expression = Expression::range(
            Point::Year(YearOf::Written(first)),
            Point::Year(YearOf::Written(last)),
        );
        return Some(Found { end, expression, form: Form::BareYears });
    }
    let expression = Expression::of(Point::Year(YearOf::Written(first)));
    numeric::ends(scene, at + 1, '-').then_some(Found {
        end: at + 1,
        expression,
        form: Form::BareYear,
    })
}

/// The decade that a number names: `1980`, `80`, with its century: `90 của thế kỷ trước`.
fn decade(scene: &Scene<'_>, at: usize, plain: bool) -> Option<Found> {
    if let Some(first) = year(scene, at).filter(|year| plain && year % 10 == 0) {
        if scene.is_mark(at + 1, '-') && year(scene, at + 2).is_some() {
            return None;
        }
        return Some(decade_from(first, at + 1));
    }
    let tens = small(scene, at, 10, 99)
        .filter(|tens| tens % 10 == 0 && !super::number::goes_on(scene, at + 1))?;
    let of = at + 1 + usize::from(scene.is(at + 1, word!("của")));
    if let Some((century, end)) = century(scene, of) {
        return Some(decade_from((century - 1) * 100 + i16::from(tens), end));
    }
    if let Some((end, DateWord::Deictic(Unit::Century, -1))) = word_of(scene, of) {
        return Some(decade_from(1900 + i16::from(tens), end));
    }
    // The century is not written: decades of this one are not told so.
    Some(decade_from(1900 + i16::from(tens), at + 1))
}

fn decade_from(first: i16, end: usize) -> Found {
    let point = Point::Years { first, last: first + 9, precision: Precision::Decade };
    Found { end, expression: Expression::of(point), form: Form::Words }
}

/// The decade after `thập niên` or `thập kỷ`: `thập niên 90`.
pub(super) fn decade_after_class(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let is_class =
        scene.starts(at, &phrase!(["thập", "niên"])) || scene.starts(at, &phrase!(["thập", "kỷ"]));
    let number = at + 2 + usize::from(scene.is(at + 2, word!("năm")));
    is_class.then(|| decade(scene, number, true)).flatten()
}

/// The century at `thế kỷ`, with the token after it: `thế kỷ XX` is 20.
fn century(scene: &Scene<'_>, at: usize) -> Option<(i16, usize)> {
    if !scene.starts(at, &phrase!(["thế", "kỷ"])) && !scene.starts(at, &phrase!(["thế", "kỉ"]))
    {
        return None;
    }
    let number = at + 2 + usize::from(scene.is(at + 2, word!("thứ")));
    let century = roman(scene, number).or_else(|| small(scene, number, 1, 21))?;
    ((1..=21).contains(&century) && scene.is_joined(number)).then_some((century.into(), number + 1))
}

/// The century as a date.
pub(super) fn century_date(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (century, end) = century(scene, at)?;
    let (first, end) = match before_our_era(scene, end) {
        Some(end) => (1 - century * 100, end),
        None => ((century - 1) * 100 + 1, end),
    };
    let point = Point::Years { first, last: first + 99, precision: Precision::Century };
    Some(Found { end, expression: Expression::of(point), form: Form::Words })
}
