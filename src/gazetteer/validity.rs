//! Periods of validity: from when until when a name, a unit or an office holds.

use std::fmt;

use super::table::Row;
use crate::{Day, Error};

/// The form of the cells `from` and `until`.
const EXPECTED: &str = "a year, a month or a day as YYYY, YYYY-MM or YYYY-MM-DD, or unknown";

/// Checks the period of a row.
///
/// # Errors
///
/// If `from` or `until` is of another form, or if the period ends before it begins.
pub(super) fn check(row: Row<'_>) -> Result<(), Error> {
    for column in ["from", "until"] {
        Edge::parse(row.get(column)).map_err(|_| row.error(column, EXPECTED))?;
    }
    let period = Period::parse(row.get("from"), row.get("until"))?;
    if period.is_reversed() {
        Err(row.error("until", "an end after the beginning"))
    } else {
        Ok(())
    }
}

/// One end of a [`Period`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Edge {
    /// No source gives it.
    Unknown,
    /// There is none: it has always been so, or is so still.
    Open,
    /// A year, a month or a day, as its first and its last day.
    Within(Day, Day),
}

/// From when until when something holds; both ends belong to it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Period {
    from: Edge,
    until: Edge,
}

impl Period {
    /// A period of which nothing is known.
    pub(crate) const UNKNOWN: Period = Period { from: Edge::Unknown, until: Edge::Unknown };

    /// Reads the cells `from` and `until` of a row: a year, a month or a day (`2025`, `2025-07`, `2025-07-01`), `unknown`, or nothing for an open end.
    ///
    /// # Errors
    ///
    /// If a cell is of no such form.
    pub(crate) fn parse(from: &str, until: &str) -> Result<Self, Error> {
        Ok(Self { from: Edge::parse(from)?, until: Edge::parse(until)? })
    }

    /// Its beginning.
    pub fn from(self) -> Edge {
        self.from
    }

    /// Its end.
    pub fn until(self) -> Edge {
        self.until
    }

    /// Whether a day lies in it; `None` where the sources do not tell.
    pub fn contains(self, day: Day) -> Option<bool> {
        let begun = match self.from {
            Edge::Unknown => None,
            Edge::Open => Some(true),
            Edge::Within(_, last) if day >= last => Some(true),
            Edge::Within(first, _) if day < first => Some(false),
            Edge::Within(..) => None,
        };
        let lasting = match self.until {
            Edge::Unknown => None,
            Edge::Open => Some(true),
            Edge::Within(first, _) if day <= first => Some(true),
            Edge::Within(_, last) if day > last => Some(false),
            Edge::Within(..) => None,
        };
        match (begun, lasting) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// Whether it certainly ended before a day.
    pub(crate) fn has_ended(self, day: Day) -> bool {
        matches!(self.until, Edge::Within(_, last) if last < day)
    }

    /// Whether it certainly begins after a day.
    pub(crate) fn is_to_come(self, day: Day) -> bool {
        matches!(self.from, Edge::Within(first, _) if day < first)
    }

    /// Whether its end lies before its beginning.
    pub(crate) fn is_reversed(self) -> bool {
        match (self.from, self.until) {
            (Edge::Within(first, _), Edge::Within(_, last)) => last < first,
            _ => false,
        }
    }
}

impl Edge {
    fn parse(text: &str) -> Result<Self, Error> {
        let error = || Error::form(EXPECTED, format!("{text:?}"));
        let bytes = text.as_bytes();
        let day = |month: Option<i16>, day: Option<i16>| -> Result<Day, Error> {
            let year = bytes.first_chunk::<4>().and_then(number);
            match (year, month, day) {
                (Some(year), Some(month), Some(day)) => {
                    Day::new(year, month as i8, day as i8).map_err(|_| error())
                }
                _ => Err(error()),
            }
        };
        match *bytes {
            [] => Ok(Self::Open),
            _ if text == "unknown" => Ok(Self::Unknown),
            [_, _, _, _] => Ok(Self::Within(day(Some(1), Some(1))?, day(Some(12), Some(31))?)),
            [_, _, _, _, b'-', tens, ones] => {
                let first = day(number(&[tens, ones]), Some(1))?;
                Ok(Self::Within(first, Day::of(first.date().last_of_month())))
            }
            [_, _, _, _, b'-', month, of_month, b'-', tens, ones] => {
                let day = day(number(&[month, of_month]), number(&[tens, ones]))?;
                Ok(Self::Within(day, day))
            }
            _ => Err(error()),
        }
    }
}

/// The number that so many digits write.
fn number<const N: usize>(digits: &[u8; N]) -> Option<i16> {
    digits.iter().try_fold(0_i16, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
    })
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown"),
            Self::Open => Ok(()),
            Self::Within(first, last) if first == last => write!(f, "{first}"),
            Self::Within(first, last) if first.month() == last.month() => {
                write!(f, "{:04}-{:02}", first.year(), first.month())
            }
            Self::Within(first, _) => write!(f, "{:04}", first.year()),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contains(from: &str, until: &str, day: &str) -> Option<bool> {
        Period::parse(from, until).unwrap().contains(day.parse().unwrap())
    }

    #[test]
    fn both_ends_belong_to_a_period() {
        assert_eq!(contains("2025-07-01", "", "2025-07-01"), Some(true));
        assert_eq!(contains("2025-07-01", "", "2025-06-30"), Some(false));
        assert_eq!(contains("", "2025-06-30", "2025-06-30"), Some(true));
        assert_eq!(contains("", "2025-06-30", "2025-07-01"), Some(false));
    }

    #[test]
    fn what_sources_do_not_tell_is_not_guessed() {
        assert_eq!(contains("unknown", "2025-06-30", "2020-01-01"), None);
        assert_eq!(contains("unknown", "2025-06-30", "2026-01-01"), Some(false));
        assert_eq!(contains("1991", "", "1991-05-01"), None);
        assert_eq!(contains("1991", "", "1992-01-01"), Some(true));
        assert_eq!(contains("2024-02", "2024-02", "2024-02-29"), None);
    }

    #[test]
    fn edges_are_written_as_they_are_read() {
        for text in ["", "unknown", "1991", "2025-07", "2025-07-01"] {
            assert_eq!(Period::parse(text, "").unwrap().from().to_string(), text);
        }
        let error = Period::parse("07/2025", "").unwrap_err().to_string();
        assert_eq!(
            error,
            "expected a year, a month or a day as YYYY, YYYY-MM or YYYY-MM-DD, or unknown, found \"07/2025\""
        );
    }
}
