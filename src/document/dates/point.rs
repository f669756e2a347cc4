//! What a point of the calendar says by itself: its days in a given year, its precision, and the parts that it leaves open.

use jiff::civil::Date;

use crate::calendar::lunar::{LunarDay, last_day};
use crate::calendar::{Unit, add_days, day, days_between, days_of};
use crate::rules::date::expression::{Point, YearOf};
use crate::value::{Precision, Text};

/// The parts of a date that are not written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Implied {
    pub(super) year: bool,
    pub(super) month: bool,
    pub(super) day: bool,
}

impl Implied {
    pub(super) const ALL: Self = Self { year: true, month: true, day: true };
    pub(super) const YEAR: Self = Self { year: true, month: false, day: false };
    const MONTH: Self = Self { year: true, month: true, day: false };

    /// The parts that neither of two dates writes.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            year: self.year && other.year,
            month: self.month && other.month,
            day: self.day && other.day,
        }
    }

    /// The names that output files give them.
    pub(super) fn names(self) -> Vec<Text> {
        let parts = [(self.year, "year"), (self.month, "month"), (self.day, "day")];
        parts
            .into_iter()
            .filter(|(is_implied, _)| *is_implied)
            .map(|(_, name)| Text::from(name))
            .collect()
    }
}

/// The precision of a point, and the parts that it does not write.
pub(super) fn nature(point: &Point) -> (Precision, Implied) {
    let year = |year: YearOf| Implied {
        year: !matches!(year, YearOf::Written(_) | YearOf::Cycle(_)),
        ..Implied::default()
    };
    match *point {
        Point::Day { year: of, month, .. } => {
            (Precision::Day, Implied { month: month.is_none(), ..year(of) })
        }
        Point::DayOfMonth { .. } => (Precision::Day, Implied::MONTH),
        Point::Month { year: of, .. } => (Precision::Month, year(of)),
        Point::Months { year: of, precision, .. } => (precision, year(of)),
        Point::WeekOfMonth { year: of, .. } => (Precision::Week, year(of)),
        Point::LastDays { year: of, count, .. } => {
            (if count == 1 { Precision::Day } else { Precision::Range }, year(of))
        }
        Point::DaysOfMonth { year: of, first, last, .. } => {
            (if first == last { Precision::Day } else { Precision::Range }, year(of))
        }
        Point::Season { year: of, .. } => (Precision::Season, year(of)),
        Point::Year(of) => (Precision::Year, year(of)),
        Point::Years { precision, .. } => (precision, Implied::default()),
        Point::Weekday { .. } => (Precision::Day, Implied::ALL),
        Point::Lunar { year: of, day, .. } => {
            (if day.is_some() { Precision::Day } else { Precision::Month }, year(of))
        }
        Point::LunarYearEnd { year: of } | Point::NthWeekday { year: of, .. } => {
            (Precision::Day, year(of))
        }
        Point::LunarYear { year: of, .. } => (Precision::Year, year(of)),
        Point::SamePeriod { year: of } => (Precision::Range, Implied { month: true, ..year(of) }),
        Point::Shift { unit, .. } => match unit {
            Unit::Day => (Precision::Day, Implied::ALL),
            Unit::Week => (Precision::Week, Implied::ALL),
            Unit::Weekend => (Precision::Range, Implied::ALL),
            Unit::Month => (Precision::Month, Implied::MONTH),
            Unit::Quarter => (Precision::Quarter, Implied::MONTH),
            Unit::Year => (Precision::Year, Implied::YEAR),
            Unit::Decade => (Precision::Decade, Implied::YEAR),
            Unit::Century => (Precision::Century, Implied::YEAR),
        },
    }
}

/// The first and last day of a point in a year.
pub(super) fn of_year(point: &Point, year: i16) -> Option<(Date, Date)> {
    let single = |date: Option<Date>| date.map(|date| (date, date));
    match *point {
        Point::Day { month, day: number, .. } => single(day(year, month?, number)),
        Point::Month { month, .. } => {
            Some((day(year, month, 1)?, day(year, month, days_of(month, Some(year)))?))
        }
        Point::Months { first, last, .. } => {
            Some((day(year, first, 1)?, day(year, last, days_of(last, Some(year)))?))
        }
        Point::WeekOfMonth { month, nth, .. } => {
            let first = day(year, month, 1)?;
            let monday =
                add_days(first, (8 - i64::from(first.weekday().to_monday_one_offset())) % 7)?;
            let monday = add_days(monday, 7 * (i64::from(nth) - 1))?;
            Some((monday, add_days(monday, 6)?))
        }
        Point::LastDays { month, count, .. } => {
            let last = day(year, month, days_of(month, Some(year)))?;
            Some((add_days(last, 1 - i64::from(count))?, last))
        }
        Point::DaysOfMonth { month, first, last, .. } => {
            let end = days_of(month, Some(year));
            Some((day(year, month, first.min(end))?, day(year, month, last.min(end))?))
        }
        // A season does not narrow the year: its edges are not told.
        Point::Season { .. } | Point::Year(_) => super::year(year),
        Point::Lunar { month, day: Some(number), .. } => {
            single(LunarDay { year, month: month?, day: number, is_leap: false }.to_solar())
        }
        Point::Lunar { month, day: None, .. } => {
            let month = month?;
            Some((
                LunarDay { year, month, day: 1, is_leap: false }.to_solar()?,
                last_day(year, month)?,
            ))
        }
        Point::LunarYearEnd { .. } => single(last_day(year, 12)),
        Point::NthWeekday { month, weekday, nth, .. } => {
            let first = day(year, month, 1)?;
            let ahead = (i64::from(weekday) - i64::from(first.weekday().to_monday_one_offset()))
                .rem_euclid(7);
            single(add_days(first, ahead + 7 * (i64::from(nth) - 1)))
        }
        _ => None,
    }
}

/// How far a point of a year lies from a day: in days, or for longer parts of the year in parts, and then the year itself is nearer than another.
pub(super) fn distance(point: &Point, base: Date, range: (Date, Date)) -> (i64, bool) {
    let is_other = range.0.year() != base.year();
    let months = |date: Date, length: i64| {
        (i64::from(date.year()) * 12 + i64::from(date.month()) - 1) / length
    };
    match *point {
        Point::Month { .. } => ((months(range.0, 1) - months(base, 1)).abs(), is_other),
        Point::Months { first, last, .. } => {
            let length = i64::from(last - first) + 1;
            let length = if 12 % length == 0 { length } else { 12 };
            ((months(range.0, length) - months(base, length)).abs(), is_other)
        }
        _ => (days_between(base, range.0).abs(), is_other),
    }
}
