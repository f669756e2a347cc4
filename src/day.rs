//! Calendar days.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::Error;

/// A day of the Gregorian calendar, without time or time zone.
///
/// ```
/// use dinhdanh::Day;
/// let day: Day = "2024-03-07".parse()?;
/// assert_eq!((day.year(), day.month(), day.day()), (2024, 3, 7));
/// assert_eq!(day.to_string(), "2024-03-07");
/// # Ok::<(), dinhdanh::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Day(Date);

impl Day {
    /// The day of this year (1 to 9999), month (1 to 12) and day of the month.
    ///
    /// # Errors
    ///
    /// If the calendar has no such day, such as 31 April.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, Error> {
        Date::new(year, month, day)
            .ok()
            .filter(|date| date.year() > 0)
            .map(Self)
            .ok_or_else(|| Error::form("a day of the calendar", format!("{year}-{month}-{day}")))
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day that a date is; the crate with which it reckons is nothing that users see.
    pub(crate) fn of(date: Date) -> Self {
        Self(date)
    }

    pub(crate) fn date(self) -> Date {
        self.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Day {
    type Err = Error;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let error = || Error::form("a day as YYYY-MM-DD", format!("{text:?}"));
        let mut parts = text.splitn(3, '-');
        let mut part = |width: usize| {
            parts
                .next()
                .filter(|part| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|part| part.parse::<i16>().ok())
        };
        let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else {
            return Err(error());
        };
        // OK because two digits fit in an i8.
        Self::new(year, month as i8, day as i8).map_err(|_| error())
    }
}
