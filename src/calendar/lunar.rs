//! The Vietnamese lunar calendar.
//!
//! After the algorithm that Hồ Ngọc Đức published (<https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html>), with the formulas of Jean Meeus,
//! "Astronomical Algorithms" (1991): a month begins on the day of the new moon; the month in which the winter solstice lies is the eleventh; if there
//! are thirteen months from one eleventh to the next, the first without a major solar term is a leap month. Days begin at midnight in Vietnam (UTC+7)
//! since 1968; before, the calendar was that of Beijing. Days are counted as Julian day numbers.
//!
//! Against the year tables of the same author, all first days of the months of 1900 to 2100 agree but four, where the new moon comes within two minutes of midnight
//! or the old calendar erred: January 1925, May 2054, December 2072 and November 2077.

use std::f64::consts::PI;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::{add_days, day, days_between};

/// The mean length of a month, in days.
const MONTH: f64 = 29.530588853;
/// The Julian day number of 1 January 2000.
const YEAR_TWO_THOUSAND: i64 = 2_451_545;
/// The Julian day number of 1 January 1929, when Beijing's calendar went over from local time to UTC+8.
const STANDARD_TIME: f64 = 2_425_613.0;
/// The Julian day number of 1 January 1968, since when Vietnam's calendar goes by UTC+7.
const VIETNAM_TIME: f64 = 2_439_857.0;

/// A day of the lunar calendar. Its year is the year of the solar calendar in which the lunar year begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct LunarDay {
    pub(crate) year: i16,
    pub(crate) month: u8,
    pub(crate) day: u8,
    /// Whether the month is the second of its number.
    pub(crate) is_leap: bool,
}

impl LunarDay {
    /// The day of the solar calendar; `None` if the month has no such day, if the year has no such leap month, or outside 1900 to 2100.
    pub(crate) fn to_solar(self) -> Option<Date> {
        let (first, length) = month(self.year, self.month, self.is_leap)?;
        let valid = 1 <= self.day && i64::from(self.day) <= length;
        valid.then(|| date(first + i64::from(self.day) - 1)).flatten()
    }
}

/// The first day of the lunar year that begins in this solar year: Tết.
pub(crate) fn new_year(year: i16) -> Option<Date> {
    LunarDay { year, month: 1, day: 1, is_leap: false }.to_solar()
}

/// The last day of a lunar month: the 29th or 30th.
pub(crate) fn last_day(year: i16, number: u8) -> Option<Date> {
    let (first, length) = month(year, number, false)?;
    date(first + length - 1)
}

/// The Julian day number of a month's first day, and the month's length in days.
fn month(year: i16, number: u8, is_leap: bool) -> Option<(i64, i64)> {
    if !(1900..=2100).contains(&year) || !(1..=12).contains(&number) {
        return None;
    }
    // The months 11 and 12 belong to the solstice of the year itself, the others to that of the year before.
    let year = Year::ending(year - i16::from(number < 11))?;
    let mut offset = (usize::from(number) + 1) % 12;
    if let Some(leap) = year.leap {
        let leap_number = (leap + 9) % 12 + 1;
        if is_leap && leap_number != usize::from(number) {
            return None;
        }
        if is_leap || offset >= leap {
            offset += 1;
        }
    } else if is_leap {
        return None;
    }
    let (first, next) = (*year.months.get(offset)?, *year.months.get(offset + 1)?);
    Some((first, next - first))
}

/// The months from the eleventh of a year on.
#[derive(Debug)]
struct Year {
    /// The days on which they begin.
    months: [i64; 15],
    /// How many months after the eleventh the leap month comes, if there is one.
    leap: Option<usize>,
}

/// The first year of the solar calendar at whose end an eleventh month is known.
const FIRST_YEAR: i16 = 1899;

impl Year {
    /// The months from the eleventh on that ends in a year of the solar calendar; they are kept, because the sun and the moon take long to find.
    fn ending(year: i16) -> Option<&'static Self> {
        static YEARS: [OnceLock<Year>; 202] = [const { OnceLock::new() }; 202];
        let kept = YEARS.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
        Some(kept.get_or_init(|| {
            let eleventh = eleventh_month(year.into());
            let is_long = eleventh_month(i64::from(year) + 1) - eleventh > 365;
            let index = new_moons_until(eleventh);
            let mut next = index..;
            let months = [(); 15].map(|()| next.next().map_or(eleventh, new_moon));
            Year { months, leap: is_long.then(|| leap_offset(eleventh)) }
        }))
    }
}

/// The day on which the eleventh month begins that ends in this year.
fn eleventh_month(year: i64) -> i64 {
    // 31 December as a day number; OK because the years lie near 2000.
    let last = day(year as i16, 12, 31).and_then(number).unwrap_or(YEAR_TWO_THOUSAND);
    let index = ((last as f64 - 2_415_021.0) / MONTH).floor() as i64;
    let moon = new_moon(index);
    // The solstice lies in the month: the sun has not passed 270° when it begins.
    if sun_sector(moon) >= 9 { new_moon(index - 1) } else { moon }
}

/// How many months after the eleventh the leap month comes: the first without a major solar term.
fn leap_offset(eleventh: i64) -> usize {
    let index = new_moons_until(eleventh);
    let mut sector = sun_sector(new_moon(index + 1));
    for offset in 2..=14 {
        let next = sun_sector(new_moon(index + offset as i64));
        if next == sector {
            return offset - 1;
        }
        sector = next;
    }
    13
}

/// The index of the new moon that falls on a month's first day, counted from January 1900.
fn new_moons_until(first: i64) -> i64 {
    ((first as f64 - 2_415_021.076_998_695) / MONTH + 0.5).floor() as i64
}

/// The day on which the new moon of an index falls.
fn new_moon(index: i64) -> i64 {
    let k = index as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let degrees = PI / 180.0;
    let mean = 2_415_020.759_33 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
        + 0.00033 * ((166.56 + 132.87 * t - 0.009173 * t2) * degrees).sin();
    let sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * degrees;
    let moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * degrees;
    let latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * degrees;
    let correction = (0.1734 - 0.000393 * t) * sun.sin() + 0.0021 * (2.0 * sun).sin()
        - 0.4068 * moon.sin()
        + 0.0161 * (2.0 * moon).sin()
        - 0.0004 * (3.0 * moon).sin()
        + 0.0104 * (2.0 * latitude).sin()
        - 0.0051 * (sun + moon).sin()
        - 0.0074 * (sun - moon).sin()
        + 0.0004 * (2.0 * latitude + sun).sin()
        - 0.0004 * (2.0 * latitude - sun).sin()
        - 0.0006 * (2.0 * latitude + moon).sin()
        + 0.0010 * (2.0 * latitude - moon).sin()
        + 0.0005 * (2.0 * moon + sun).sin();
    // The rotation of the earth slows down.
    let delay = if t < -11.0 {
        0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
    } else {
        -0.000278 + 0.000265 * t + 0.000262 * t2
    };
    let instant = mean + correction - delay + 0.5;
    let zone = if instant < STANDARD_TIME {
        7.0 / 24.0 + 46.0 / 1440.0
    } else if instant < VIETNAM_TIME {
        8.0 / 24.0
    } else {
        7.0 / 24.0
    };
    (instant + zone).floor() as i64
}

/// Which twelfth of its way the sun is in at the beginning of a day, from 0 at the spring equinox.
fn sun_sector(number: i64) -> i64 {
    let zone = if (number as f64) < VIETNAM_TIME { 8.0 / 24.0 } else { 7.0 / 24.0 };
    let t = (number as f64 - 2_451_545.5 - zone) / 36525.0;
    let t2 = t * t;
    let degrees = PI / 180.0;
    let anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * degrees;
    let mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
    let center = (1.914600 - 0.004817 * t - 0.000014 * t2) * anomaly.sin()
        + (0.019993 - 0.000101 * t) * (2.0 * anomaly).sin()
        + 0.000290 * (3.0 * anomaly).sin();
    let longitude = (mean + center).rem_euclid(360.0);
    (longitude / 30.0).floor() as i64
}

/// The Julian day number of a day.
fn number(date: Date) -> Option<i64> {
    Some(YEAR_TWO_THOUSAND + days_between(day(2000, 1, 1)?, date))
}

/// The day of a Julian day number.
fn date(number: i64) -> Option<Date> {
    add_days(day(2000, 1, 1)?, number - YEAR_TWO_THOUSAND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The first day of Tết, month and day; each was announced as a public holiday or stands in the year tables.
    const NEW_YEARS: &[(i16, i8, i8)] = &[
        (1900, 1, 31),
        (1911, 1, 30),
        (1930, 1, 30),
        (1945, 2, 13),
        (1954, 2, 3),
        (1960, 1, 28),
        (1967, 2, 9),
        // The first year by UTC+7, one day before China's.
        (1968, 1, 29),
        (1969, 2, 16),
        (1970, 2, 6),
        (1971, 1, 27),
        (1972, 2, 15),
        (1973, 2, 3),
        (1974, 1, 23),
        (1975, 2, 11),
        (1976, 1, 31),
        (1977, 2, 18),
        (1978, 2, 7),
        (1979, 1, 28),
        (1980, 2, 16),
        (1981, 2, 5),
        (1982, 1, 25),
        (1983, 2, 13),
        (1984, 2, 2),
        // A month before China's.
        (1985, 1, 21),
        (1986, 2, 9),
        (1987, 1, 29),
        (1988, 2, 17),
        (1989, 2, 6),
        (1990, 1, 27),
        (1991, 2, 15),
        (1992, 2, 4),
        (1993, 1, 23),
        (1994, 2, 10),
        (1995, 1, 31),
        (1996, 2, 19),
        (1997, 2, 7),
        (1998, 1, 28),
        (1999, 2, 16),
        (2000, 2, 5),
        (2001, 1, 24),
        (2002, 2, 12),
        (2003, 2, 1),
        (2004, 1, 22),
        (2005, 2, 9),
        (2006, 1, 29),
        (2007, 2, 17),
        (2008, 2, 7),
        (2009, 1, 26),
        (2010, 2, 14),
        (2011, 2, 3),
        (2012, 1, 23),
        (2013, 2, 10),
        (2014, 1, 31),
        (2015, 2, 19),
        (2016, 2, 8),
        (2017, 1, 28),
        (2018, 2, 16),
        (2019, 2, 5),
        (2020, 1, 25),
        (2021, 2, 12),
        (2022, 2, 1),
        (2023, 1, 22),
        (2024, 2, 10),
        (2025, 1, 29),
        (2026, 2, 17),
        (2027, 2, 6),
        (2028, 1, 26),
        (2029, 2, 13),
        (2030, 2, 2),
        (2031, 1, 23),
        (2032, 2, 11),
        (2033, 1, 31),
        (2050, 1, 23),
        (2053, 2, 18),
        (2075, 2, 15),
        (2100, 2, 9),
    ];

    #[test]
    fn new_years_are_those_of_the_tables() {
        for &(year, month, day) in NEW_YEARS {
            assert_eq!(new_year(year), Some(date(year, month, day)), "{year}");
        }
    }

    #[test]
    fn days_of_festivals() {
        let solar =
            |year, month, day| LunarDay { year, month, day, is_leap: false }.to_solar().unwrap();
        // Giỗ Tổ Hùng Vương, rằm tháng Tám, ông Công ông Táo.
        assert_eq!(solar(2017, 3, 10), date(2017, 4, 6));
        assert_eq!(solar(2025, 3, 10), date(2025, 4, 7));
        assert_eq!(solar(2026, 3, 10), date(2026, 4, 26));
        assert_eq!(solar(2017, 8, 15), date(2017, 10, 4));
        assert_eq!(solar(2025, 8, 15), date(2025, 10, 6));
        assert_eq!(solar(2025, 12, 23), date(2026, 2, 10));
        assert_eq!(last_day(2024, 12), Some(date(2025, 1, 28)));
        assert_eq!(last_day(2025, 12), Some(date(2026, 2, 16)));
    }

    #[test]
    fn leap_months_are_counted() {
        let leap = |year, month| LunarDay { year, month, day: 1, is_leap: true }.to_solar();
        assert_eq!(leap(2017, 6), Some(date(2017, 7, 23)));
        assert_eq!(leap(2020, 4), Some(date(2020, 5, 23)));
        assert_eq!(leap(2023, 2), Some(date(2023, 3, 22)));
        assert_eq!(leap(2025, 6), Some(date(2025, 7, 25)));
        assert_eq!(leap(2024, 6), None);
    }

    #[test]
    fn months_follow_one_another_without_a_gap() {
        for year in [1900, 1917, 1968, 1984, 1985, 2017, 2025, 2033, 2099] {
            let months = (1..=12).flat_map(|number| [(number, false), (number, true)]);
            let months: Vec<_> =
                months.filter_map(|(number, is_leap)| month(year, number, is_leap)).collect();
            for pair in months.windows(2) {
                assert_eq!(pair[0].0 + pair[0].1, pair[1].0, "{year}");
                assert!((29..=30).contains(&pair[0].1), "{year}");
            }
            assert!((12..=13).contains(&months.len()), "{year}");
            let next = month(year + 1, 1, false).unwrap();
            assert_eq!(months.last().map(|(first, length)| first + length), Some(next.0), "{year}");
        }
        assert_eq!(LunarDay { year: 2026, month: 1, day: 31, is_leap: false }.to_solar(), None);
        assert_eq!(LunarDay { year: 2101, month: 1, day: 1, is_leap: false }.to_solar(), None);
    }
}
