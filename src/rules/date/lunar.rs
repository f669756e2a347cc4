//! Days, months and years of the lunar calendar.
//!
//! ```text
//! day   = ("mùng" | "mồng") D ["-" D] [lunar month] [Tết] [year]    mùng 1 Tết, mùng 6 tháng Giêng, mùng 1-3 Tết
//!       | "rằm" "tháng" month                                  rằm tháng Bảy
//!       | D "tháng" ("Giêng" | "Chạp") [year]                  29 tháng Chạp năm Ất Tỵ
//!       | D "Tết"                                              30 Tết
//!       | D ("/" | "-" | "tháng") M ("âm lịch" [year] | cycle) 10/3 âm lịch, 15 tháng 8 năm Ất Tỵ
//!       | ("mùng" | D) until ["ngày"] day                      mùng 8, ngày 8 before "tới ngày 10 tháng 2 âm lịch"
//! month = "tháng" ("Giêng" | "Chạp") [year]                    tháng Giêng năm Đinh Dậu
//! ```

use super::cycle::cycle;
use super::expression::{Expression, Point, YearOf};
use super::number::{in_words, month, small};
use super::{Form, Found, days, numeric, year};
use crate::rules::Scene;
use crate::text::{phrase, word};

/// Days that are known by their numbers in the lunar calendar: Giỗ Tổ Hùng Vương, Tết Hàn thực, Tết Đoan ngọ, Tết Trùng cửu.
const FESTIVALS: [(u8, u8); 4] = [(10, 3), (3, 3), (5, 5), (9, 9)];

/// Days that are known by their numbers in the solar calendar, and called so too: `mùng 2 tháng 9`.
const SOLAR: [(u8, u8); 5] = [(2, 9), (3, 2), (1, 5), (8, 3), (1, 6)];

/// The lunar day at a token.
pub(super) fn day(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if scene.is_any(at, &[word!("mùng"), word!("mồng")]) {
        return early(scene, at + 1);
    }
    if scene.is(at, word!("rằm")) && scene.is(at + 1, word!("tháng")) {
        let (month, end) = lunar_month(scene, at + 2).or_else(|| month(scene, at + 2))?;
        return Some(found(scene, month, 15, end));
    }
    let number = small(scene, at, 1, 30)?;
    let is_begin = numeric::begins(scene, at);
    // `28 Tết`: the last days of the year.
    if let Some(end) = new_year(scene, at + 1)
        && scene.is_joined(at + 1)
        && number >= 20
        && is_begin
    {
        let (year, end) = year_after(scene, end);
        if number == 30 {
            return Some(Found {
                end,
                expression: Expression::of(Point::LunarYearEnd { year }),
                form: Form::Told,
            });
        }
        let point = Point::Lunar { year, month: Some(12), day: Some(number) };
        return Some(Found { end, expression: Expression::of(point), form: Form::Told });
    }
    // `11 - 16 tháng Giêng`
    if let Some(range) = several(scene, number, at + 1).filter(|_| is_begin) {
        return Some(range);
    }
    if scene.is(at + 1, word!("tháng")) && scene.is_joined(at + 1) && is_begin {
        if let Some((month, end)) = lunar_month(scene, at + 2) {
            return Some(found(scene, month, number, end));
        }
        let (month, end) = month(scene, at + 2)?;
        return is_told(scene, end).then(|| found(scene, month, number, end));
    }
    // Figures without a year have three tokens.
    let end = Some(at + 3).filter(|end| is_told(scene, *end))?;
    let figures = numeric::read(scene, at).filter(|figures| figures.year.is_none())?;
    Some(found(scene, figures.month, figures.day, end))
}

/// Whether a day before a token is told to be of the lunar calendar, which alone names years in the cycle: `âm lịch`, `năm Ất Tỵ`.
fn is_told(scene: &Scene<'_>, at: usize) -> bool {
    let year = at + usize::from(scene.is(at, word!("năm")));
    calendar(scene, at).is_some()
        || scene.is_joined(at) && scene.is_joined(year) && cycle(scene, year).is_some()
}

/// A day that shares the month of the lunar day which it goes on to: `ngày 8 | tới ngày 10 tháng 2 âm lịch`.
pub(super) fn first_of(scene: &Scene<'_>, day: u8, at: usize) -> Option<Point> {
    let joint = [word!("đến"), word!("tới"), word!("và")];
    let number = at + 1 + usize::from(scene.is(at + 1, word!("ngày")));
    let is_early = scene.is_any(number, &[word!("mùng"), word!("mồng")]);
    // A greater number comes first, so that few are read.
    let is_later = small(scene, number + usize::from(is_early), day.max(1) + 1, 30).is_some();
    if !scene.is_any(at, &joint) || !scene.is_joined(at) || !scene.is_joined(at + 1) || !is_later {
        return None;
    }
    let last = self::day(scene, number)?;
    match last.expression.first {
        Point::Lunar { year, month, day: Some(_) } if last.form == Form::Told => {
            Some(Point::Lunar { year, month, day: Some(day) })
        }
        _ => None,
    }
}

/// The token after the words that tell the lunar calendar.
fn calendar(scene: &Scene<'_>, at: usize) -> Option<usize> {
    (scene.is_joined(at) && scene.starts(at, &phrase!(["âm", "lịch"]))).then_some(at + 2)
}

/// One of the first ten days of a month: what stands after `mùng`.
fn early(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (day, end) = match small(scene, at, 1, 10) {
        Some(day) => (day, at + 1),
        None => in_words(scene, at).filter(|(day, _)| *day <= 10)?,
    };
    // Every month has one: `mùng 10 hằng tháng`.
    if scene.is_any(end, &[word!("hàng"), word!("hằng")]) || !scene.is_joined(at) {
        return None;
    }
    if let Some(range) = several(scene, day, end) {
        return Some(range);
    }
    // `mùng 5/5`, `mùng 10-3 âm lịch`
    if let Some(figures) = numeric::read(scene, at).filter(|figures| figures.year.is_none()) {
        let is_lunar = calendar(scene, figures.end).is_some()
            || FESTIVALS.contains(&(figures.day, figures.month));
        let found = || found(scene, figures.month, figures.day, figures.end);
        return if is_lunar { Some(found()) } else { solar(scene, at) };
    }
    if scene.is(end, word!("tháng")) && scene.is_joined(end) {
        if let Some((month, end)) = lunar_month(scene, end + 1) {
            return Some(found(scene, month, day, end));
        }
        if let Some((month, end)) = month(scene, end + 1) {
            // `mùng 2 tháng 9`, `mùng 3 tháng 2 năm 1930`
            let year = year::after_month(scene, end).map(|(year, _)| year);
            let is_solar =
                SOLAR.contains(&(day, month)) || matches!(year, Some(YearOf::Written(_)));
            if is_solar && calendar(scene, end).is_none() {
                // `mồng hai tháng chín`
                let (year, end) = year::after_month(scene, end).unwrap_or((YearOf::Open, end));
                let point = Point::Day { year, month: Some(month), day };
                let expression = Expression::of(point);
                return solar(scene, at).or(Some(Found { end, expression, form: Form::Marked }));
            }
            return Some(found(scene, month, day, end));
        }
    }
    // `mùng 6-7/7`
    if let Some(range) = solar(scene, at).filter(|found| found.expression.last.is_some()) {
        return Some(range);
    }
    let tet = scene.is_joined(end).then(|| new_year(scene, end)).flatten();
    // The first days alone are those of the year.
    let (year, end) = year_after(scene, tet.unwrap_or(end));
    let tet = tet.is_some();
    if !tet
        && year == YearOf::Open
        && let Some(point) = first_of(scene, day, end)
    {
        return Some(Found { end, expression: Expression::of(point), form: Form::Told });
    }
    let point = Point::Lunar { year, month: Some(1), day: Some(day) };
    Some(Found {
        end,
        expression: Expression::of(point),
        form: if tet { Form::Told } else { Form::Early },
    })
}

/// A day of the solar calendar after `mùng`, as it is called in figures: `mùng 6/7`.
fn solar(scene: &Scene<'_>, at: usize) -> Option<Found> {
    days::days(scene, at).map(|found| Found { form: found.form.marked(), ..found })
}

/// Several days of a month: `mùng 1-3 Tết`, `mùng 6, 7 tháng Giêng`, `mùng 2 và mùng 3 Tết`.
fn several(scene: &Scene<'_>, first: u8, mut next: usize) -> Option<Found> {
    super::days::joint(scene, next)?;
    // The days after the first.
    let mut days = Vec::new();
    let mut is_range = false;
    while days.len() < 5 && scene.is_joined(next) && scene.is_joined(next + 1) {
        let is_dash = scene.is_mark(next, '-') || scene.is_any(next, &[word!("đến"), word!("tới")]);
        let is_and = scene.is_mark(next, ',') || scene.is(next, word!("và"));
        if !(is_dash && days.is_empty() || is_and && !is_range) {
            break;
        }
        let number =
            next + 1 + usize::from(scene.is_any(next + 1, &[word!("mùng"), word!("mồng")]));
        let least = days.last().unwrap_or(&first) + 1;
        let Some(day) = small(scene, number, least, 30) else { break };
        days.push(day);
        (is_range, next) = (is_dash, number + 1);
    }
    let last = days.pop()?;
    let (month, end) = match scene.token(next).sym {
        sym if sym == word!("tết") => (if first < 20 { 1 } else { 12 }, new_year(scene, next)?),
        sym if sym == word!("tháng") => lunar_month(scene, next + 1)
            .or_else(|| month(scene, next + 1).filter(|(_, end)| is_told(scene, *end)))?,
        _ => return None,
    };
    let end = calendar(scene, end).unwrap_or(end);
    let (year, end) = year_after(scene, end);
    let point = |day| Point::Lunar { year, month: Some(month), day: Some(day) };
    let mut expression = Expression::range(point(first), point(last));
    expression.is_list = !is_range;
    expression.between = days;
    Some(Found { end, expression, form: Form::Told })
}

/// The token after the words for the new year: `Tết`, `Tết Nguyên đán`.
fn new_year(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let is_long = scene.starts(at, &phrase!(["tết", "nguyên", "đán"]));
    scene.is(at, word!("tết")).then_some(if is_long { at + 3 } else { at + 1 })
}

/// The month that has a name of its own in the lunar calendar: `Giêng`, `Chạp`.
fn lunar_month(scene: &Scene<'_>, at: usize) -> Option<(u8, usize)> {
    if !scene.is_joined(at) {
        return None;
    }
    if scene.is(at, word!("giêng")) {
        return Some((1, at + 1));
    }
    scene.is(at, word!("chạp")).then_some((12, at + 1))
}

/// A lunar month as a date.
pub(super) fn month_alone(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if !scene.is(at, word!("tháng")) {
        return None;
    }
    let (month, end) = lunar_month(scene, at + 1).or_else(|| {
        let (month, end) = month(scene, at + 1)?;
        Some((month, calendar(scene, end)?))
    })?;
    // What is said of every year: `tháng Giêng là tháng ăn chơi`.
    if scene.starts(end, &phrase!(["là", "tháng"])) {
        return None;
    }
    let (year, end) = year_after(scene, end);
    let point = Point::Lunar { year, month: Some(month), day: None };
    Some(Found { end, expression: Expression::of(point), form: Form::Told })
}

fn found(scene: &Scene<'_>, month: u8, day: u8, end: usize) -> Found {
    let end = calendar(scene, end).unwrap_or(end);
    let (year, end) = year_after(scene, end);
    let point = Point::Lunar { year, month: Some(month), day: Some(day) };
    Found { end, expression: Expression::of(point), form: Form::Told }
}

/// The year told after a lunar day: `năm Ất Tỵ`, `Bính Ngọ`, `năm 2026`.
pub(super) fn year_after(scene: &Scene<'_>, at: usize) -> (YearOf, usize) {
    if !scene.is_joined(at) {
        return (YearOf::Open, at);
    }
    if let Some(found) = year::after_day(scene, at) {
        return found;
    }
    match cycle(scene, at) {
        Some((cycle, end)) => match year::cycle_year(scene, end) {
            (YearOf::Written(year), end) => (YearOf::Written(year), end),
            (_, end) => (YearOf::Cycle(cycle), end),
        },
        None => (YearOf::Open, at),
    }
}
