//! What the full dates of an article say of the year it was written in, where nothing else says it.
//!
//! A report comes after what it reports: its day is the first of its number that is not before the latest day behind it, if that lies close; a day far behind says nothing. Dates of a life
//! and goals are left out. How close is close was measured on undated news of one year: within two months after the latest date, nine of ten years are right, at half a year two of three.

use jiff::civil::Date;

use super::Told;
use super::point::of_year;
use crate::Day;
use crate::calendar::{day, days_between};
use crate::document::readings::Latest;
use crate::rules::date::expression::{Expression, Point, Setting, Tense, YearOf};

/// A report is written so many days after the latest date behind it.
const CLOSE: i64 = 60;
/// The same, where the year is named besides.
const CLOSE_IN_YEAR: i64 = 250;
/// A date is announced so many days ahead.
const ANNOUNCED: i64 = 7;

/// So many dates are kept to look whether another lies among them; this keeps the cost of long texts down.
const MOST_AROUND: usize = 64;

/// The dates of an article that tell its year.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// The latest day or month behind the article: where it begins.
    behind: Option<Date>,
    /// The days and months around the article.
    around: Vec<(Date, Date)>,
    /// The first day ahead of it.
    ahead: Option<Date>,
    /// The end of an anniversary: `3/3/1959 - 3/3/2024`.
    anniversary: Option<Date>,
    /// The latest year behind it.
    year: Option<i16>,
    /// The latest year named in the lead as the present one.
    year_of_lead: Option<i16>,
    /// The latest year behind it that is no round one: those are goals in plans, `đến năm 2030`.
    plain_year: Option<i16>,
    /// The latest year named at all.
    latest_year: Option<i16>,
}

impl Evidence {
    /// What the dates of an article tell whose lead ends at a place.
    pub(super) fn read(told: &[Told<'_>], lead_end: usize) -> Self {
        let mut evidence = Self::default();
        for (start, _, told) in told {
            evidence.add(told, *start < lead_end);
        }
        evidence
    }

    fn add(&mut self, told: &Expression, in_lead: bool) {
        let written = |point: &Point| match point.year() {
            Some(YearOf::Written(year)) => Some(year),
            _ => None,
        };
        let Some(year) = told.last.as_ref().and_then(written).or_else(|| written(&told.first))
        else {
            return;
        };
        if matches!(told.setting, Setting::Life | Setting::Goal) {
            return;
        }
        self.latest_year = self.latest_year.max(Some(year));
        let is_ahead = matches!(told.tense, Some(Tense::Future | Tense::Next));
        let from = of_year(&told.first, written(&told.first).unwrap_or(year));
        let to = told.last.as_ref().map_or(from, |last| of_year(last, year));
        let (Some((from, _)), Some((last, to))) = (from, to) else { return };
        match (told.first, told.last) {
            (Point::Day { .. }, Some(_)) if from.year() < last.year() - 1 => {
                self.anniversary = self.anniversary.max(Some(last));
            }
            (Point::Year(_), None) if !is_ahead => {
                self.year = self.year.max(Some(year));
                if year % 5 != 0 {
                    self.plain_year = self.plain_year.max(Some(year));
                }
                let is_present = in_lead && told.setting != Setting::Recalled;
                if is_present || told.setting == Setting::Edition {
                    self.year_of_lead = self.year_of_lead.max(Some(year));
                }
            }
            (Point::Year(_) | Point::Season { .. }, _) => {}
            (Point::Lunar { .. }, _) if told.setting == Setting::Recalled => {}
            _ if days_between(from, to) > CLOSE_IN_YEAR => {}
            _ if is_ahead => self.ahead = Some(self.ahead.map_or(from, |ahead| ahead.min(from))),
            _ => {
                self.behind = self.behind.max(Some(from));
                if self.around.len() < MOST_AROUND {
                    self.around.push((from, to));
                }
            }
        }
    }

    /// The latest year named: enough to tell which year of the cycle of sixty is meant.
    pub(super) fn any_year(&self) -> Option<i16> {
        self.latest_year
    }

    /// The present year, where the lead names it.
    pub(super) fn year_of_lead(&self) -> Option<i16> {
        self.year_of_lead
    }

    /// The latest day, month or year that the article tells as the past or the present.
    pub(super) fn latest(&self) -> Option<Latest> {
        let days = self.behind.max(self.anniversary);
        let year = self.plain_year.and_then(|year| day(year, 1, 1));
        let is_sure = days >= year || self.plain_year == self.year_of_lead;
        days.max(year).map(|latest| Latest { day: Day::of(latest), is_sure })
    }

    /// Whether no day or year behind the article comes after a day.
    pub(super) fn is_latest(&self, day: Date) -> bool {
        self.behind.is_none_or(|behind| behind <= day)
            && self.year.is_none_or(|year| year <= day.year())
    }

    /// The days of a point that leaves its year open, where the article tells the year.
    pub(super) fn settle(&self, point: &Point) -> Option<(Date, Date)> {
        if point.year() != Some(YearOf::Open) {
            return None;
        }
        let in_year = |year: i16| of_year(point, year);
        let nearest = |known: Date| {
            let ranges = (-1..=1).filter_map(|years| in_year(known.year() + years));
            ranges.min_by_key(|range| distance(known, *range).abs())
        };
        if let Some(anniversary) = self.anniversary {
            return nearest(anniversary);
        }
        if let Some(behind) = self.behind {
            let around = |range: &(Date, Date)| {
                self.around.iter().any(|(from, to)| *from <= range.1 && range.0 <= *to)
            };
            let mut ranges = (-1..=1).filter_map(|years| in_year(behind.year() + years));
            if let Some(range) = ranges.rfind(around) {
                return Some(range);
            }
            let floor = behind.max(day(self.year.unwrap_or(1), 1, 1)?);
            let after = (0..=2).filter_map(|years| in_year(floor.year() + years));
            let after = after.into_iter().find(|(_, to)| *to >= floor)?;
            let gap = distance(behind, after);
            let is_named = self.year == Some(after.0.year());
            let is_close = gap <= CLOSE || gap <= CLOSE_IN_YEAR && is_named;
            let announced =
                || nearest(behind).filter(|range| distance(behind, *range) >= -ANNOUNCED);
            return is_close.then_some(after).or_else(announced);
        }
        if let Some(ahead) = self.ahead {
            return nearest(ahead).filter(|range| distance(ahead, *range).abs() <= ANNOUNCED);
        }
        in_year(self.year_of_lead?)
    }
}

/// How many days a range lies after a day: before it, negative; around it, none.
fn distance(known: Date, range: (Date, Date)) -> i64 {
    if range.0 > known { days_between(known, range.0) } else { days_between(known, range.1).min(0) }
}
