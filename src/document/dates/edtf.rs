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
        return Some(from + "/" + &to);
    }
    let mut list = "{".to_owned() + &from;
    for number in &expression.between {
        list = list + "," + &between(&expression.first, first, *number)?;
    }
    Some(list + "," + &to + "}")
}

fn point(point: &Point, filled: &Filled) -> Option<String> {
    let Some((from, to)) = filled.range else { return open(point) };
    let year = || year(from.year());
    let part = |number: i8| numbered(year(), number);
    let parts = match (point, filled.precision) {
        (Point::Season { season, .. }, _) => match season {
            Season::Spring => part(21),
            Season::Summer => part(22),
            Season::Autumn => part(23),
            Season::Winter => part(24),
            Season::Wet | Season::Dry => year(),
        },
        (Point::LunarYear { .. } | Point::Lunar { day: None, .. }, _) => span(from, to),
        (_, Precision::Day) => day(from),
        (_, Precision::Month) => part(from.month()),
        (_, Precision::Quarter) if (from.month() - 1) % 3 == 0 => part(33 + (from.month() - 1) / 3),
        (_, Precision::Half) if (from.month() - 1) % 6 == 0 => part(40 + (from.month() - 1) / 6),
        (_, Precision::Year) => year(),
        (_, Precision::Decade) => format!("{:03}X", from.year() / 10),
        (_, Precision::Century) | (Point::Years { .. }, _) => years(from.year(), to.year()),
        (Point::Months { .. }, _) => part(from.month()) + "/" + &part(to.month()),
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
    day(from) + "/" + &day(to)
}

fn day(date: Date) -> String {
    numbered(numbered(year(date.year()), date.month()), date.day())
}

fn years(first: i16, last: i16) -> String {
    year(first) + "/" + &year(last)
}

/// A year with the number of a part of it, or a month with that of a day: `2024-03`, `2024-33`, `2024-03-05`.
fn numbered(mut of: String, part: i8) -> String {
    of.push('-');
    push(&mut of, part);
    of
}

/// Room for a day.
const LENGTH: usize = "YYYY-MM-DD".len();

fn year(year: i16) -> String {
    // Before our era, the sign is one of the four.
    if !(0..=9999).contains(&year) {
        return format!("{year:04}");
    }
    let mut text = String::with_capacity(LENGTH);
    push(&mut text, (year / 100) as i8);
    push(&mut text, (year % 100) as i8);
    text
}

/// Adds the two digits of a number.
fn push(text: &mut String, number: i8) {
    let digit = |digit: i8| char::from(b'0' + digit.unsigned_abs());
    text.extend([digit(number / 10), digit(number % 10)]);
}

/// A point whose year stays open.
fn open(point: &Point) -> Option<String> {
    // Years before our era, which no day can tell.
    if let Point::Years { first, last, .. } = *point {
        let year = |number: i16| if number < 0 { format!("{number:05}") } else { year(number) };
        return Some(if first == last { year(first) } else { year(first) + "/" + &year(last) });
    }
    if point.year() != Some(YearOf::Open) {
        return None;
    }
    let open = || String::with_capacity(LENGTH) + "XXXX";
    let part = |number: u8| numbered(open(), number as i8);
    match *point {
        Point::Day { month: Some(month), day, .. } => Some(numbered(part(month), day as i8)),
        Point::Day { month: None, day, .. } => Some(numbered(open() + "-XX", day as i8)),
        Point::Month { month, .. } => Some(part(month)),
        Point::Months { first, precision: Precision::Quarter, .. } => {
            Some(part(33 + (first - 1) / 3))
        }
        Point::Months { first, precision: Precision::Half, .. } => Some(part(40 + (first - 1) / 6)),
        _ => None,
    }
}
