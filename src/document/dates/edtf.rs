//! Dates in the Extended Date/Time Format of ISO 8601-2.

use jiff::civil::Date;

use super::fill::Filled;
use crate::calendar::{Season, add_days};
use crate::rules::date::expression::{Expression, Point, YearOf};
use crate::value::Precision;

/// The date in EDTF: `2024-03-05`, `2021/2023`, `{2025-09-24,2025-09-25}`, `2024-33` for a quarter, `XXXX-03-05` where the year stays open.
pub(super) fn edtf(
    expression: &Expression,
    first: &Filled,
    last: Option<&Filled>,
) -> Option<String> {
    let Some(last) = last else { return point(&expression.first, first) };
    let from = point(&expression.first, first)?;
    let to = point(expression.last.as_ref()?, last)?;
    if !expression.is_list {
        return Some(format!("{from}/{to}"));
    }
    let mut list = format!("{{{from}");
    for number in &expression.between {
        list.push_str(&format!(",{}", between(&expression.first, first, *number)?));
    }
    list.push_str(&format!(",{to}}}"));
    Some(list)
}

fn point(point: &Point, filled: &Filled) -> Option<String> {
    let Some((from, to)) = filled.range else { return open(point) };
    let year = year(from.year());
    let parts = match (point, filled.precision) {
        (Point::Season { season, .. }, _) => match season {
            Season::Spring => format!("{year}-21"),
            Season::Summer => format!("{year}-22"),
            Season::Autumn => format!("{year}-23"),
            Season::Winter => format!("{year}-24"),
            Season::Wet | Season::Dry => year,
        },
        (Point::LunarYear { .. } | Point::Lunar { day: None, .. }, _) => span(from, to),
        (_, Precision::Day) => day(from),
        (_, Precision::Month) => format!("{year}-{:02}", from.month()),
        (_, Precision::Quarter) if (from.month() - 1) % 3 == 0 => {
            format!("{year}-{}", 33 + (from.month() - 1) / 3)
        }
        (_, Precision::Half) if (from.month() - 1) % 6 == 0 => {
            format!("{year}-{}", 40 + (from.month() - 1) / 6)
        }
        (_, Precision::Year) => year,
        (_, Precision::Decade) => format!("{:03}X", from.year() / 10),
        (_, Precision::Century) => format!("{year}/{:04}", to.year()),
        (Point::Years { .. }, _) => format!("{year}/{:04}", to.year()),
        (Point::Months { .. }, _) => format!("{year}-{:02}/{year}-{:02}", from.month(), to.month()),
        _ => span(from, to),
    };
    Some(parts)
}

/// A day of a list that begins with a point, by its number in the same month.
fn between(point: &Point, filled: &Filled, number: u8) -> Option<String> {
    match (*point, filled.range) {
        (
            Point::Day { day: first, .. } | Point::Lunar { day: Some(first), .. },
            Some((from, _)),
        ) => add_days(from, i64::from(number) - i64::from(first)).map(day),
        (Point::Day { year, month, .. }, None) => open(&Point::Day { year, month, day: number }),
        _ => None,
    }
}

fn span(from: Date, to: Date) -> String {
    format!("{}/{}", day(from), day(to))
}

fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn year(year: i16) -> String {
    format!("{year:04}")
}

/// A point whose year stays open.
fn open(point: &Point) -> Option<String> {
    // Years before our era, which no day can tell.
    if let Point::Years { first, last, .. } = *point {
        let year = |year: i16| if year < 0 { format!("{year:05}") } else { format!("{year:04}") };
        return Some(if first == last {
            year(first)
        } else {
            format!("{}/{}", year(first), year(last))
        });
    }
    if point.year() != Some(YearOf::Open) {
        return None;
    }
    match *point {
        Point::Day { month: Some(month), day, .. } => Some(format!("XXXX-{month:02}-{day:02}")),
        Point::Day { month: None, day, .. } => Some(format!("XXXX-XX-{day:02}")),
        Point::Month { month, .. } => Some(format!("XXXX-{month:02}")),
        Point::Months { first, precision: Precision::Quarter, .. } => {
            Some(format!("XXXX-{}", 33 + (first - 1) / 3))
        }
        Point::Months { first, precision: Precision::Half, .. } => {
            Some(format!("XXXX-{}", 40 + (first - 1) / 6))
        }
        _ => None,
    }
}
