//! Completes points of the calendar from the article's day and from the dates named before.

use jiff::civil::Date;

use super::evidence::Evidence;
use super::point::{Implied, distance, nature, of_year};
use crate::calendar::lunar::new_year;
use crate::calendar::{Unit, add_days, around, cycle, day, days_between, days_of, whole_years};
use crate::document::reach;
use crate::rules::date::expression::{Expression, Origin, Point, Tense, Week, YearOf};
use crate::value::Precision;

/// Within so many days of the article's day a date is that of the nearest year, whatever the tense of its sentence:
/// "ngày 26/6, ông cho biết sẽ …".
const CLOSE: i64 = 45;

/// What is known when a date is read.
#[derive(Debug)]
pub(super) struct Fill<'t> {
    text: &'t str,
    reference: Option<Date>,
    evidence: Evidence,
    /// The last day named.
    last_day: Option<Date>,
    /// Where it ends in the text.
    day_end: usize,
    /// The last month, quarter or year named.
    last_period: Option<(Date, Date)>,
    /// Where it ends in the text.
    period_end: usize,
    /// Where the date that is read ends.
    end: usize,
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

impl<'t> Fill<'t> {
    pub(super) fn new(text: &'t str, reference: Option<Date>, evidence: Evidence) -> Self {
        Self {
            text,
            reference,
            evidence,
            last_day: None,
            day_end: 0,
            last_period: None,
            period_end: 0,
            end: 0,
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
                (self.last_day, self.day_end) = (Some(range.1), end)
            }
            _ => (self.last_period, self.period_end) = (Some(range), end),
        }
        if matches!(expression.first, Point::Months { .. }) {
            self.last_part = Some(range);
        }
    }

    /// Goes on to the date that ends at a place of the text.
    pub(super) fn go_on(&mut self, end: usize) {
        self.end = end;
    }

    /// The last period named, if the date may mean it: it stands on the same line, and not far before.
    fn near_period(&self) -> Option<(Date, Date)> {
        self.last_period.filter(|_| {
            let between = self.text.get(self.period_end..self.end).unwrap_or_default();
            // All of the text may lie between, in one line: its length is asked first.
            !reach::is_longer(between, REACH) && !between.contains('\n')
        })
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
            // `sinh ngày 3/3/1957 …, đến tháng 8/2011. Một năm sau`: what was named last.
            _ => {
                let period = self.near_period();
                // Months are counted from a month, not from a half of a year.
                let fits = |(from, to): &(Date, Date)| {
                    unit != Unit::Month || days_between(*from, *to) <= 31
                };
                let later = period.filter(|_| self.period_end > self.day_end).filter(fits);
                let first = |(from, _)| from;
                later.map(first).or(self.last_day).or(period.map(first))
            }
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
        let Some((from, to)) = self.near_period().or(self.last_part) else {
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
