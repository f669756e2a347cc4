//! The article's day, where the caller does not give it.
//!
//! In this order: the stamp of publication (`07/03/2024 - 06:00`), a full date on a line of its own near the beginning, the date that tells which day is today
//! (`sáng nay 29/5`, `hôm nay (10/6)`), the first day of the lead where other dates tell its year (`(BĐ) - … sáng 22.4`).

use jiff::civil::Date;

use super::Near;
use crate::calendar::{add_days, day, days_between};
use crate::extraction::ReferenceDate;
use crate::input::Input;
use crate::rules::date::expression::{Expression, Point, Setting, Tense, YearOf};

const INPUT: &str = "input";
const STAMP: &str = "rule/reference/stamp";
const LINE: &str = "rule/reference/line";
const GLOSS: &str = "rule/reference/gloss";
const LEAD: &str = "rule/reference/lead";

/// The ids of the rules that find the article's day.
pub(crate) const RULES: &[&str] = &[STAMP, LINE, GLOSS, LEAD];

/// How far the head of an article reaches, in bytes: title, byline, date of publication.
const HEAD: usize = 1500;
/// How far its lead reaches.
const LEAD_END: usize = 800;

type Told<'a> = (usize, usize, &'a Expression);

/// The article's day.
pub(super) fn find(
    input: &Input<'_>,
    told: &[Told<'_>],
    near: Option<Near>,
) -> Option<ReferenceDate> {
    if let Some(day) = input.reference_date {
        return Some(ReferenceDate { day, rule: INPUT });
    }
    let head = || told.iter().filter(|(start, ..)| *start < HEAD);
    let of_setting = |setting: Setting| {
        head().find(|(.., told)| told.setting == setting).and_then(|(.., told)| full(told))
    };
    let found = of_setting(Setting::Stamp).map(|day| (day, STAMP)).or_else(|| {
        // A stamp at the end is one too.
        let last = told.iter().rev().find(|(.., told)| told.setting == Setting::Stamp);
        last.and_then(|(.., told)| full(told)).map(|day| (day, STAMP))
    });
    let found = found.or_else(|| of_setting(Setting::Line).map(|day| (day, LINE)));
    let found = found.or_else(|| {
        told.iter().find_map(|(.., told)| {
            let Setting::Gloss(count) = told.setting else { return None };
            let today = full(told).or_else(|| nearest(&told.first, near?))?;
            Some((add_days(today, -i64::from(count))?, GLOSS))
        })
    });
    let found = found.or_else(|| {
        let (start, _, first) = told.first()?;
        let is_lead =
            *start < LEAD_END && !matches!(first.tense, Some(Tense::Future | Tense::Next));
        let is_day = is_lead && first.last.is_none() && first.first.year() == Some(YearOf::Open);
        Some((nearest(&first.first, near?).filter(|_| is_day)?, LEAD))
    });
    found.map(|(day, rule)| ReferenceDate { day: day.into(), rule })
}

/// What the article's full dates, else its years, say of its time.
pub(super) fn near(told: &[Told<'_>]) -> Option<Near> {
    let days = told.iter().filter_map(|(.., told)| {
        let of = |point: &Point| match *point {
            Point::Day { year: YearOf::Written(year), month: Some(month), day: number } => {
                day(year, month, number)
            }
            _ => None,
        };
        told.last.as_ref().and_then(of).or_else(|| of(&told.first))
    });
    if let Some(last) = days.max() {
        return Some(Near::Day(last));
    }
    let years =
        told.iter().filter(|(.., told)| told.setting != Setting::Goal && told.last.is_none());
    let years = years.filter_map(|(.., told)| match told.first.year() {
        Some(YearOf::Written(year)) => Some(year),
        _ => None,
    });
    years.max().map(Near::Year)
}

/// The day that is written in full.
fn full(told: &Expression) -> Option<Date> {
    match told.first {
        Point::Day { year: YearOf::Written(year), month: Some(month), day: number } => {
            day(year, month, number)
        }
        _ => None,
    }
}

/// The day of a month that lies nearest to what is known.
fn nearest(point: &Point, near: Near) -> Option<Date> {
    let Point::Day { year: YearOf::Open, month: Some(month), day: number } = *point else {
        return None;
    };
    match near {
        Near::Year(year) => day(year, month, number),
        Near::Day(known) => (-1..=1)
            .filter_map(|years| day(known.year() + years, month, number))
            .min_by_key(|day| days_between(known, *day).abs()),
    }
}
