//! Months, quarters, halves and other parts of years.
//!
//! ```text
//! months  = "tháng" M [("-" | "," | "và") M] [year]            tháng 5/2024, tháng 7-8/2016, tháng 3 năm 2024; of the lunar calendar: tháng 8 năm Quý Mão
//!         | "tháng" M/YYYY "-" ["tháng"] M/YYYY                tháng 7.1979 - 6.1994
//! quarter = "quý" Q [("-" | "," | "và") Q] [year]              quý I/2024, quý 2 năm 2017
//! part    = N ("tháng" | "quý") ("đầu" | "cuối") year          6 tháng đầu năm 2024
//!         | N "tháng" ["của"] "năm" YYYY                       9 tháng năm 2023
//!         | "nửa" ("đầu" | "cuối") (year | months | century)   nửa cuối năm 2016
//!         | N "ngày" ("đầu" | "cuối") months                   10 ngày đầu tháng 6
//! season  = ("mùa …" | "hè") (year | "này")                    mùa khô năm 2016 – 2017
//! vague   = ("đầu" | "giữa" | "cuối" | "trung tuần" | …) any of these    đầu tháng 7, cuối năm 2025
//!         | "những" ("ngày" | "tháng") [vague] …               những ngày tháng 3, những tháng cuối năm
//! ```

use super::expression::{Expression, Point, Tense, YearOf};
use super::number::{count, in_words, month, roman, small};
use super::{Form, Found, festival, lunar, relative, word_of, year};
use crate::calendar::Unit;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word};
use crate::value::Precision;

/// The month or months at `tháng`.
pub(super) fn months(scene: &Scene<'_>, at: usize) -> Option<Found> {
    // `ngày 31 tháng 4 năm 2023` is none, and no month either.
    let is_of_day = scene.before(at).shape == Shape::Number
        && scene.is(at.wrapping_sub(2), word!("ngày"))
        && scene.is_joined(at);
    if !scene.is(at, word!("tháng")) || is_of_day {
        return None;
    }
    let (first, mut end) = month(scene, at + 1)?;
    if super::number::goes_on(scene, end)
        && !scene.is_mark(end, '/')
        && year::after_month(scene, end).is_none()
    {
        return None;
    }
    let mut point = Point::Month { year: YearOf::Open, month: first };
    let mut last = None;
    let mut year = year::after_month(scene, end);
    if year.is_none()
        && let Some((month, after, is_sure)) = next_month(scene, end, first)
    {
        year = year::after_month(scene, after);
        if year.is_some() || is_sure || super::neighbour::may_follow(scene, after) {
            (last, end) = (Some(Point::Month { year: YearOf::Open, month }), after);
        }
    }
    // `tháng 8 năm Quý Mão`: the cycle names years of the lunar calendar.
    if let (Some((YearOf::Cycle(_), _)), None) = (year, last) {
        let (year, end) = lunar::year_after(scene, end);
        let point = Point::Lunar { year, month: Some(first), day: None };
        return Some(Found { end, expression: Expression::of(point), form: Form::Told });
    }
    if let Some((year, after)) = year {
        point = point.with_year(year);
        last = last.map(|last| last.with_year(year));
        end = after;
    } else if !super::numeric::ends(scene, end, '-') {
        return None;
    }
    if let (Some((YearOf::Written(_), after)), None, Some(mark)) =
        (year, last, super::numeric::mark(scene, at + 2))
        && let Some((month, after)) = super::numeric::month_after_dash(scene, after, mark, &point)
        && super::numeric::ends(scene, after, '-')
    {
        (last, end) = (Some(month), after);
    }
    let mut expression = Expression { last, ..Expression::of(point) };
    if year.is_none() && scene.is(end, word!("tới")) && super::neighbour::may_follow(scene, end + 1)
    {
        expression.tense = Some(Tense::Next);
        end += 1;
    }
    Some(Found { end, expression, form: if year.is_some() { Form::Words } else { Form::Month } })
}

/// The month that a list or range of months goes on with, the token after it, and whether nothing else can be meant.
fn next_month(scene: &Scene<'_>, at: usize, first: u8) -> Option<(u8, usize, bool)> {
    let is_dash = scene.is_mark(at, '-');
    let is_joint = is_dash || scene.is_mark(at, ',') || scene.is(at, word!("và"));
    let next =
        small(scene, at + 1, first + 1, 12).filter(|_| is_joint && scene.is_joined(at + 1))?;
    (!super::number::goes_on(scene, at + 2) || scene.is_mark(at + 2, '/')).then_some((
        next,
        at + 2,
        is_dash,
    ))
}

/// The quarter or quarters at `quý`.
pub(super) fn quarter(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if !scene.is(at, word!("quý")) {
        return None;
    }
    let number = |at: usize| {
        let found =
            roman(scene, at).or_else(|| small(scene, at, 1, 4)).map(|quarter| (quarter, at + 1));
        found
            .or_else(|| in_words(scene, at))
            .filter(|(quarter, _)| scene.is_joined(at) && (1..=4).contains(quarter))
    };
    let (first, mut end) = number(at + 1)?;
    let mut last = first;
    let mut year = year::after_month(scene, end);
    let is_joint = scene.is_mark(end, '-') || scene.is_mark(end, ',') || scene.is(end, word!("và"));
    if let (None, true, Some((next, after))) = (year, is_joint, number(end + 1))
        && next > first
        && (super::neighbour::may_follow(scene, after) || year::after_month(scene, after).is_some())
    {
        (last, end) = (next, after);
        year = year::after_month(scene, end);
    }
    if year.is_none() && !super::numeric::ends(scene, end, '-') {
        return None;
    }
    let (year, end) = year.unwrap_or((YearOf::Open, end));
    let precision = if first == last { Precision::Quarter } else { Precision::Range };
    let point = Point::Months { year, first: first * 3 - 2, last: last * 3, precision };
    Some(Found { end, expression: Expression::of(point), form: Form::Words })
}

/// The first or last months, quarters or days of a year or month, counted: `6 tháng đầu năm 2024`.
pub(super) fn counted_part(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (count, unit) = count(scene, at)?;
    let is_months = scene.is(unit, word!("tháng"));
    let is_quarters = scene.is(unit, word!("quý"));
    let is_days = scene.is(unit, word!("ngày"));
    if !(is_months || is_quarters || is_days) || !scene.is_joined(unit) {
        return None;
    }
    let side = side(scene, unit + 1);
    let (is_first, end) = side.unwrap_or((true, unit + 1));
    let of = end + usize::from(scene.is(end, word!("của")));
    // `9 tháng năm 2023`, `9 tháng của năm 2023`; without a side the year must be written.
    if side.is_none() && (!is_months || year::after_class(scene, of).is_none()) {
        return None;
    }
    let count = u8::try_from(count).ok()?;
    if is_days {
        let inner = months(scene, of)?;
        let Point::Month { year, month } = inner.expression.first else { return None };
        let point = match is_first {
            true => Point::DaysOfMonth { year, month, first: 1, last: count },
            false => Point::LastDays { year, month, count },
        };
        return (1..28).contains(&count).then(|| Found {
            end: inner.end,
            expression: Expression::of(point),
            form: Form::Words,
        });
    }
    let (year, end) = year_or_this(scene, of)?;
    let months = if is_quarters { count.checked_mul(3)? } else { count };
    if !(1..12).contains(&months) {
        return None;
    }
    let (first, last) = if is_first { (1, months) } else { (13 - months, 12) };
    let precision = match months {
        6 => Precision::Half,
        3 => Precision::Quarter,
        _ => Precision::Range,
    };
    let point = Point::Months { year, first, last, precision };
    Some(Found { end, expression: Expression::of(point), form: Form::Words })
}

/// Whether a token says the first or the last part, with the token after the words.
fn side(scene: &Scene<'_>, at: usize) -> Option<(bool, usize)> {
    if scene.is(at, word!("đầu")) {
        return Some((true, at + 1 + usize::from(scene.is(at + 1, word!("tiên")))));
    }
    let is_last = scene.is(at, word!("cuối")) || scene.is(at, word!("sau"));
    is_last.then(|| (false, at + 1 + usize::from(scene.is(at + 1, word!("cùng")))))
}

/// The year at a token; `năm` alone is that of the article: `6 tháng đầu năm`.
fn year_or_this(scene: &Scene<'_>, at: usize) -> Option<(YearOf, usize)> {
    if !scene.is_joined(at) {
        return None;
    }
    if let Some(found) = year::after_day(scene, at) {
        return Some(found);
    }
    if let Some(found) = super::number::year(scene, at).filter(|year| (1900..2100).contains(year)) {
        return Some((YearOf::Written(found), at + 1));
    }
    let is_other = scene
        .is_any(at + 1, &[word!("học"), word!("mới"), word!("đầu"), word!("thứ"), word!("cũ")]);
    (scene.is(at, word!("năm")) && !is_other).then_some((YearOf::Shifted(0), at + 1))
}

/// The half of a year, month or century: `nửa cuối năm 2016`.
pub(super) fn half(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if !scene.is(at, word!("nửa")) {
        return None;
    }
    let (is_first, end) = side(scene, at + 1)?;
    let of = end + usize::from(scene.is(end, word!("của")));
    let told =
        |point, end| Some(Found { end, expression: Expression::of(point), form: Form::Words });
    if let Some(inner) = months(scene, of) {
        let Point::Month { year, month } = inner.expression.first else { return None };
        let (first, last) =
            if is_first { (1, 15) } else { (16, crate::calendar::days_of(month, None)) };
        return told(Point::DaysOfMonth { year, month, first, last }, inner.end);
    }
    if let Some(inner) =
        year::century_date(scene, of).or_else(|| year::decade_after_class(scene, of))
    {
        let Point::Years { first, last, .. } = inner.expression.first else { return None };
        let middle = (first + last) / 2;
        let (first, last) = if is_first { (first, middle) } else { (middle + 1, last) };
        return told(Point::Years { first, last, precision: Precision::Range }, inner.end);
    }
    let (year, end) = year_or_this(scene, of)?;
    let (first, last) = if is_first { (1, 6) } else { (7, 12) };
    told(Point::Months { year, first, last, precision: Precision::Half }, end)
}

/// A season of a year that is told: `mùa khô năm 2016 – 2017`, `mùa hè này`, `hè 2017`.
pub(super) fn season(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (season, end) = match word_of(scene, at) {
        Some((end, DateWord::Season(season))) => (season, end),
        _ if scene.is(at, word!("hè")) => (crate::calendar::Season::Summer, at + 1),
        _ => return None,
    };
    let told = |first, last: Option<YearOf>, end| {
        let point = |year| Point::Season { year, season };
        let expression = Expression { last: last.map(point), ..Expression::of(point(first)) };
        Some(Found { end, expression, form: Form::Year })
    };
    if !scene.is_joined(end) {
        return None;
    }
    let class = end + usize::from(scene.is(end, word!("năm")));
    if let Some((first, last, end)) = year::span(scene, class, true) {
        return told(YearOf::Written(first), Some(YearOf::Written(last)), end);
    }
    if let Some((year, end)) = year::after_month(scene, end) {
        return told(year, None, end);
    }
    scene.is(end, word!("này")).then(|| told(YearOf::Shifted(0), None, end + 1)).flatten()
}

/// Words before a period that leave its edges open.
const VAGUE: [Sym; 3] = [word!("đầu"), word!("giữa"), word!("cuối")];

/// The period at a vague word, which does not narrow it: `đầu tháng 7`, `cuối năm 2025`, `trung tuần tháng 6`.
pub(super) fn vague(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let thirds = [phrase!(["thượng", "tuần"]), phrase!(["trung", "tuần"]), phrase!(["hạ", "tuần"])];
    if let Some(third) = thirds.iter().position(|third| scene.starts(at, third)) {
        let inner = months(scene, at + 2)?;
        let Point::Month { year, month } = inner.expression.first else { return None };
        let first = 10 * third as u8 + 1;
        let last = if third == 2 { crate::calendar::days_of(month, None) } else { first + 9 };
        let point = Point::DaysOfMonth { year, month, first, last };
        return Some(Found {
            end: inner.end,
            expression: Expression::of(point),
            form: Form::Words,
        });
    }
    let is_told = matches!(word_of(scene, at), Some((_, DateWord::Deictic(..))));
    if is_told || !scene.is_any(at, &VAGUE) || !scene.is_joined(at + 1) {
        return None;
    }
    inner(scene, at + 1).map(|found| Found { form: found.form.told(), ..found })
}

/// What a vague word may stand before.
fn inner(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let at = at + usize::from(scene.is(at, word!("của")));
    let told = [
        months,
        quarter,
        lunar::month_alone,
        year::after_class,
        year::framed,
        year::decade_after_class,
        year::century_date,
        season,
        festival::new_year,
    ];
    if let Some(found) = told.iter().find_map(|told| told(scene, at)) {
        return Some(found);
    }
    if let Some((end, DateWord::Deictic(unit, count) | DateWord::Anaphoric(unit, count))) =
        word_of(scene, at)
        && !matches!(unit, Unit::Day | Unit::Weekend)
    {
        return Some(relative::shifted(unit, count.into(), end));
    }
    if let Some(found) = super::number::year(scene, at).filter(|year| (1900..2100).contains(year)) {
        let expression = Expression::of(Point::Year(YearOf::Written(found)));
        return Some(Found { end: at + 1, expression, form: Form::Year });
    }
    let end = at + 1 + usize::from(scene.is(at, word!("năm")) && scene.is(at + 1, word!("mới")));
    if !super::neighbour::may_follow(scene, end) {
        return None;
    }
    // `đầu năm`, `cuối tháng`: of the present one.
    let unit = match scene.token(at).sym {
        sym if sym == word!("năm") => Unit::Year,
        sym if sym == word!("tháng") => Unit::Month,
        _ => return None,
    };
    Some(Found { form: Form::Vague, ..relative::shifted(unit, 0, end) })
}

/// Days or months of a period, without edges: `những ngày tháng 3`, `những tháng cuối năm 2017`.
pub(super) fn some_days(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let units = [word!("ngày"), word!("tháng"), word!("tuần"), word!("năm")];
    if !scene.is_any(at, &[word!("những"), word!("các")]) || !scene.is_any(at + 1, &units) {
        return None;
    }
    let found = match vague(scene, at + 2) {
        Some(found) => found,
        None if scene.is(at + 1, word!("ngày")) => {
            let of = at + 2 + usize::from(scene.is(at + 2, word!("của")));
            months(scene, of).or_else(|| lunar::month_alone(scene, of))?
        }
        None => return None,
    };
    Some(Found { form: Form::Words, ..found })
}

/// The first day, week or quarter of a month or year, or its last: `ngày đầu tiên của tháng 3`, `tuần đầu tháng 9`, `quý đầu năm`.
pub(super) fn edge(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let is_day = scene.is(at, word!("ngày"));
    let is_quarter = scene.is(at, word!("quý"));
    if !(is_day || is_quarter || scene.is(at, word!("tuần"))) {
        return None;
    }
    if let Some(week) = nth_week(scene, at) {
        return Some(week);
    }
    let (is_first, end) = side(scene, at + 1)?;
    let is_ordinal = end == at + 3;
    let of = end + usize::from(scene.is(end, word!("của")));
    let told =
        |point, end| Some(Found { end, expression: Expression::of(point), form: Form::Words });
    if is_quarter {
        let (year, end) = year_or_this(scene, of)?;
        let (first, last) = if is_first { (1, 3) } else { (10, 12) };
        return told(Point::Months { year, first, last, precision: Precision::Quarter }, end);
    }
    if let Some(inner) = months(scene, of).filter(|_| is_ordinal || !is_day) {
        let Point::Month { year, month } = inner.expression.first else { return None };
        let point = match (is_day, is_first) {
            (true, true) => Point::Day { year, month: Some(month), day: 1 },
            (false, true) => Point::WeekOfMonth { year, month, nth: 1 },
            (true, false) => Point::LastDays { year, month, count: 1 },
            (false, false) => Point::LastDays { year, month, count: 7 },
        };
        return told(point, inner.end);
    }
    let (year, end) = year_or_this(scene, of).filter(|_| is_ordinal && is_day)?;
    let (month, day) = if is_first { (1, 1) } else { (12, 31) };
    told(Point::Day { year, month: Some(month), day }, end)
}

/// A week of a month by its number: `tuần thứ hai của tháng 3`.
fn nth_week(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if !scene.starts(at, &phrase!(["tuần", "thứ"])) || !scene.is_joined(at + 2) {
        return None;
    }
    let (nth, end) = match small(scene, at + 2, 1, 5) {
        Some(nth) => (nth, at + 3),
        None if scene.is(at + 2, word!("tư")) => (4, at + 3),
        None => in_words(scene, at + 2).filter(|(nth, _)| *nth <= 5)?,
    };
    let inner = months(scene, end + usize::from(scene.is(end, word!("của"))))?;
    let Point::Month { year, month } = inner.expression.first else { return None };
    let point = Point::WeekOfMonth { year, month, nth };
    Some(Found { end: inner.end, expression: Expression::of(point), form: Form::Words })
}
