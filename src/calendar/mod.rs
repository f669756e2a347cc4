//! Calendars: the units that dates are counted in, and the Vietnamese lunar calendar.
//!
//! The lowest layer beside [`crate::text`]: it knows no text.

pub(crate) mod cycle;
pub(crate) mod lunar;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// What a distance between dates is counted in, and how much of the calendar a relative date covers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Unit {
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PartOfDay {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

impl PartOfDay {
    /// The name that output files give it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            PartOfDay::Dawn => "dawn",
            PartOfDay::Morning => "morning",
            PartOfDay::Noon => "noon",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
            PartOfDay::Night => "night",
        }
    }
}

/// A season, as news names them: those of the year, and those of rain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
    Wet,
    Dry,
}

/// The number of days of a month, 1 to 12; without a year, those it may have.
pub(crate) fn days_of(month: u8, year: Option<i16>) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => match year {
            Some(year) if year % 4 != 0 || year % 100 == 0 && year % 400 != 0 => 28,
            _ => 29,
        },
        _ => 31,
    }
}

/// The day of this year, month and day, if the calendar has it.
pub(crate) fn day(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, month as i8, day as i8).ok().filter(|date| date.year() > 0)
}

/// The day so many days later, or earlier.
pub(crate) fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok().filter(|date| date.year() > 0)
}

/// How many days the second day lies after the first.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    // OK because a span asked for in days fits in an i64; without a largest unit, a civil date gives days.
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The first and last day of the unit that a day lies in, moved by so many units.
pub(crate) fn around(date: Date, unit: Unit, offset: i32) -> Option<(Date, Date)> {
    let year = date.year();
    match unit {
        Unit::Day => add_days(date, offset.into()).map(|day| (day, day)),
        Unit::Week | Unit::Weekend => {
            let monday = 1 - i64::from(date.weekday().to_monday_one_offset());
            let first = add_days(date, monday + 7 * i64::from(offset))?;
            let last = add_days(first, 6)?;
            Some((if unit == Unit::Week { first } else { add_days(first, 5)? }, last))
        }
        Unit::Month => {
            let first = date.first_of_month().checked_add(offset.months()).ok()?;
            Some((first, first.last_of_month()))
        }
        Unit::Quarter => {
            let first = day(year, (date.month() as u8 - 1) / 3 * 3 + 1, 1)?;
            let first = first.checked_add((offset.checked_mul(3)?).months()).ok()?;
            Some((first, first.checked_add(2.months()).ok()?.last_of_month()))
        }
        Unit::Year => whole_years(i32::from(year) + offset, 1),
        Unit::Decade => whole_years(i32::from(year) / 10 * 10 + 10 * offset, 10),
        Unit::Century => whole_years((i32::from(year) - 1) / 100 * 100 + 1 + 100 * offset, 100),
    }
}

/// The first and last day of so many years from one on.
pub(crate) fn whole_years(first: i32, count: i32) -> Option<(Date, Date)> {
    let last = first + count - 1;
    Some((day(first.try_into().ok()?, 1, 1)?, day(last.try_into().ok()?, 12, 31)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn units_are_moved_whole() {
        let thursday = date(2017, 2, 2);
        let around = |unit, offset| around(thursday, unit, offset).unwrap();
        assert_eq!(around(Unit::Day, -1), (date(2017, 2, 1), date(2017, 2, 1)));
        assert_eq!(around(Unit::Week, 0), (date(2017, 1, 30), date(2017, 2, 5)));
        assert_eq!(around(Unit::Week, -1), (date(2017, 1, 23), date(2017, 1, 29)));
        assert_eq!(around(Unit::Weekend, 1), (date(2017, 2, 11), date(2017, 2, 12)));
        assert_eq!(around(Unit::Month, -1), (date(2017, 1, 1), date(2017, 1, 31)));
        assert_eq!(around(Unit::Quarter, -1), (date(2016, 10, 1), date(2016, 12, 31)));
        assert_eq!(around(Unit::Year, 1), (date(2018, 1, 1), date(2018, 12, 31)));
        assert_eq!(around(Unit::Decade, 0), (date(2010, 1, 1), date(2019, 12, 31)));
        assert_eq!(around(Unit::Century, -1), (date(1901, 1, 1), date(2000, 12, 31)));
    }

    #[test]
    fn distances_are_in_days() {
        assert_eq!(days_between(date(2016, 2, 28), date(2017, 3, 1)), 367);
        assert_eq!(days_between(date(2017, 3, 1), date(2017, 2, 28)), -1);
        assert_eq!(
            (days_of(2, Some(1900)), days_of(2, Some(2000)), days_of(2, None)),
            (28, 29, 29)
        );
    }
}
