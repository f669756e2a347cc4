//! Completes points of the calendar from the article's day and from the dates named before.

use jiff::civil::Date;

use super::evidence::Evidence;
use super::reach;
use crate::calendar::lunar::{LunarDay, last_day, new_year};
use crate::calendar::{Unit, add_days, around, cycle, day, days_between, days_of, whole_years};
use crate::rules::date::expression::{Expression, Origin, Point, Tense, Week, YearOf};
use crate::value::Precision;

/// Within so many days of the article's day a date is that of the nearest year, whatever the tense of its sentence:
/// "ngày 26/6, ông cho biết sẽ …".
const CLOSE: i64 = 45;

/// What is known when a date is read.
#[derive(Debug)]
pub(super) struct Fill {
    reference: Option<Date>,
    evidence: Evidence,
    /// The last day named.
    last_day: Option<Date>,
    /// The last month, quarter or year named.
    last_period: Option<(Date, Date)>,
    /// Where it ends in the text.
    period_end: usize,
    /// The last part of a year named: what an article reports on (`6 tháng đầu năm`).
    last_part: Option<(Date, Date)>,
}

/// How far after a period `cùng kỳ` may stand, in letters.
const REACH: usize = 300;

/// A point with its days.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    /// The first and last day; `None` where the year stays open.
    pub(super) range: Option<(Date, Date)>,
    pub(super) precision: Precision,
    pub(super) implied: Implied,
    pub(super) is_lunar: bool,
}

/// The parts of a date that are not written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Implied {
    pub(super) year: bool,
    pub(super) month: bool,
    pub(super) day: bool,
}

impl Implied {
    pub(super) const ALL: Self = Self { year: true, month: true, day: true };
    const YEAR: Self = Self { year: true, month: false, day: false };
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
    pub(super) fn names(self) -> Vec<String> {
        let parts = [(self.year, "year"), (self.month, "month"), (self.day, "day")];
        parts
            .into_iter()
            .filter(|(is_implied, _)| *is_implied)
            .map(|(_, name)| name.to_owned())
            .collect()
    }
}

impl Fill {
    pub(super) fn new(reference: Option<Date>, evidence: Evidence) -> Self {
        Self {
            reference,
            evidence,
            last_day: None,
            last_period: None,
            period_end: 0,
            last_part: None,
        }
    }

    /// Keeps a date for those that follow it.
    pub(super) fn told(&mut self, expression: &Expression, range: (Date, Date), end: usize) {
        match expression.first {
            Point::SamePeriod { .. } => {}
            // The new year is named for the time around it: no day is the same as it.
            Point::Lunar { month: Some(1), day: Some(1), .. } if expression.last.is_none() => {}
            _ if range.0 == range.1 || matches!(expression.last, Some(Point::Day { .. })) => {
                self.last_day = Some(range.1)
            }
            _ => (self.last_period, self.period_end) = (Some(range), end),
        }
        if matches!(expression.first, Point::Months { .. }) {
            self.last_part = Some(range);
        }
    }

    /// Forgets a period that a date can no longer mean: one of another line, or far before.
    pub(super) fn forget_period(&mut self, end: usize, text: &str) {
        if self.last_period.is_none() {
            return;
        }
        let between = text.get(self.period_end..end).unwrap_or_default();
        if reach::is_longer(between, REACH) || between.contains('\n') {
            self.last_period = None;
        }
    }

    /// A point with its days, as far as they can be known.
    pub(super) fn point(&self, point: &Point, tense: Option<Tense>) -> Filled {
        let (precision, implied) = nature(point);
        let is_lunar = matches!(
            point,
            Point::Lunar { .. } | Point::LunarYearEnd { .. } | Point::LunarYear { .. }
        );
        Filled { range: self.range(point, tense), precision, implied, is_lunar }
    }

    /// Whether a day lies close to the article's, so that its year is sure.
    pub(super) fn is_close(&self, point: &Point) -> bool {
        let (Some(reference), Some((day, _))) = (self.reference, self.range(point, None)) else {
            return false;
        };
        days_between(reference, day).abs() <= CLOSE
    }

    /// The point in the last year in which it lies before a day.
    pub(super) fn before(&self, point: &Point, day: Date) -> Option<Filled> {
        (point.year() == Some(YearOf::Open)).then_some(())?;
        let range = [day.year(), day.year() - 1].into_iter().find_map(|year| {
            self.range(&point.with_year(YearOf::Written(year)), None)
                .filter(|(from, _)| *from <= day)
        })?;
        Some(Filled { range: Some(range), ..self.point(point, None) })
    }

    fn range(&self, point: &Point, tense: Option<Tense>) -> Option<(Date, Date)> {
        match *point {
            Point::Day { month: None, day: number, .. } => self.day_of_near_month(number),
            Point::DayOfMonth { months, day: number } => {
                let (first, _) = around(self.reference?, Unit::Month, months.into())?;
                let date = day(first.year(), first.month() as u8, number)?;
                Some((date, date))
            }
            Point::Shift { unit, count, origin } => self.shift(unit, count, origin),
            Point::Weekday { weekday, week } => self.weekday(weekday, week, tense),
            Point::Years { first, last, .. } => {
                whole_years(first.into(), i32::from(last - first) + 1)
            }
            Point::LunarYear { cycle, year } => {
                let year = match year {
                    YearOf::Written(year) => year,
                    _ => cycle::nearest_year(cycle, self.base_year().or(self.evidence.any_year())?),
                };
                Some((new_year(year)?, add_days(new_year(year + 1)?, -1)?))
            }
            Point::SamePeriod { year } => self.same_period(year),
            _ => self.in_year(point, tense),
        }
    }

    /// The year that open years are counted from.
    fn base_year(&self) -> Option<i16> {
        self.reference.map(|day| day.year()).or_else(|| self.evidence.year_of_lead())
    }

    /// A point that lies in a year of its own.
    fn in_year(&self, point: &Point, tense: Option<Tense>) -> Option<(Date, Date)> {
        match point.year()? {
            YearOf::Written(year) => of_year(point, year),
            YearOf::Shifted(years) => of_year(point, self.base_year()? + i16::from(years)),
            YearOf::Cycle(place) => {
                let near = self.base_year().or(self.evidence.any_year())?;
                of_year(point, cycle::nearest_year(place, near))
            }
            YearOf::Open => self.of_nearest_year(point, tense),
        }
    }

    /// The point in the year in which it lies nearest to the article's day, or on the side of it that the sentence says.
    fn of_nearest_year(&self, point: &Point, tense: Option<Tense>) -> Option<(Date, Date)> {
        let Some(base) = self.reference else {
            return self.evidence.settle(point);
        };
        let ranges = || (-1..=1).filter_map(|years| of_year(point, base.year() + years));
        let nearest = ranges().min_by_key(|range| distance(point, base, *range))?;
        let days = days_between(base, nearest.0).abs();
        // Of a festival the sentence says that it is kept, not when.
        let is_festival = matches!(
            point,
            Point::Lunar { .. } | Point::LunarYearEnd { .. } | Point::NthWeekday { .. }
        );
        match tense.filter(|_| !is_festival) {
            Some(Tense::Next) => ranges().find(|(_, to)| *to >= base),
            Some(Tense::Previous) => ranges().rfind(|(from, _)| *from <= base),
            Some(Tense::Future) if days > CLOSE && nearest.1 < base => {
                ranges().find(|(_, to)| *to >= base)
            }
            Some(Tense::Past) if days > CLOSE && nearest.0 > base => {
                ranges().rfind(|(from, _)| *from <= base)
            }
            _ => Some(nearest),
        }
    }

    /// A day of the month of the last day named, or of the month in which it lies nearest to the article's day.
    fn day_of_near_month(&self, number: u8) -> Option<(Date, Date)> {
        let base = self.last_day.or(self.reference)?;
        let months = (-1..=1).filter_map(|months| around(base, Unit::Month, months));
        let days = months.filter_map(|(first, _)| day(first.year(), first.month() as u8, number));
        let nearest = days.min_by_key(|day| days_between(base, *day).abs())?;
        Some((nearest, nearest))
    }

    fn shift(&self, unit: Unit, count: i32, origin: Origin) -> Option<(Date, Date)> {
        let last = || match unit {
            Unit::Day | Unit::Week => self.last_day,
            _ => self.last_day.or(self.last_period.map(|(from, _)| from)),
        };
        let base = match origin {
            Origin::Reference => self.reference,
            Origin::Last => last(),
            Origin::LastOrReference => last().or(self.reference),
        };
        match (base, unit) {
            (Some(base), _) => around(base, unit, count),
            // Where only the year is known, a year can be told from it.
            (None, Unit::Year) if origin == Origin::Reference => {
                whole_years(i32::from(self.evidence.year_of_lead()?) + count, 1)
            }
            _ => None,
        }
    }

    fn weekday(&self, weekday: u8, week: Week, tense: Option<Tense>) -> Option<(Date, Date)> {
        let reference = self.reference?;
        let today = i64::from(reference.weekday().to_monday_one_offset());
        let ahead = (i64::from(weekday) - today).rem_euclid(7);
        let days = match week {
            Week::Offset(weeks) => i64::from(weekday) - today + 7 * i64::from(weeks),
            Week::Next => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Week::Previous => {
                if ahead == 0 {
                    -7
                } else {
                    ahead - 7
                }
            }
            Week::Nearest => match tense {
                Some(Tense::Past | Tense::Previous) if ahead > 0 => ahead - 7,
                Some(Tense::Future | Tense::Next) => ahead,
                _ => {
                    if ahead > 3 {
                        ahead - 7
                    } else {
                        ahead
                    }
                }
            },
        };
        let day = add_days(reference, days)?;
        Some((day, day))
    }

    /// The last period named in another year: that told, else the one before.
    fn same_period(&self, year: YearOf) -> Option<(Date, Date)> {
        let told = match year {
            YearOf::Written(year) => Some(year),
            _ => None,
        };
        let Some((from, to)) = self.last_period.or(self.last_part) else {
            return super::year(told.or_else(|| match year {
                YearOf::Shifted(years) => Some(self.base_year()? + i16::from(years)),
                _ => None,
            })?);
        };
        let back = match year {
            YearOf::Shifted(years) => i16::from(years),
            _ => -1,
        };
        let year = told.unwrap_or(from.year() + back);
        let move_to = |date: Date, year: i16| {
            let (month, number) = (date.month() as u8, date.day() as u8);
            day(
                year,
                month,
                if date == date.last_of_month() { days_of(month, Some(year)) } else { number },
            )
        };
        Some((move_to(from, year)?, move_to(to, year + (to.year() - from.year()))?))
    }
}

/// The precision of a point, and the parts that it does not write.
fn nature(point: &Point) -> (Precision, Implied) {
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
fn distance(point: &Point, base: Date, range: (Date, Date)) -> (i64, bool) {
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
