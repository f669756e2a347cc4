//! Named days: festivals and holidays.
//!
//! ```text
//! festival = ["ngày"] name [cycle] [["năm"] YYYY] ["ngày"] [days]     Quốc khánh 2/9, Tết Nguyên đán Bính Ngọ 2026, Giáng sinh
//!          | ("Tết" | "Xuân" | "năm mới") cycle [["năm"] YYYY]         Tết Đinh Dậu, Xuân Bính Ngọ
//!          | "Tết" ["năm"] YYYY                                        Tết 2026
//! ```
//!
//! A named day says when something is: after `kỷ niệm` or as the anniversary that is kept it is no date, though its figures are one.

use super::expression::{Expression, Point, Setting, YearOf};
use super::{Form, Found, cycle, days, lunar, year};
use crate::gazetteer::Role;
use crate::rules::Scene;
use crate::text::{phrase, word};

/// The named day at a token.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if let Some(found) = new_year(scene, at) {
        return Some(found);
    }
    let class = usize::from(scene.is(at, word!("ngày")) && scene.is_joined(at + 1));
    let (end, name) =
        scene.longest(at, Role::Festival).or_else(|| scene.longest(at + class, Role::Festival))?;
    let row = scene.row(name)?;
    if super::context::is_commemorated(scene, at) {
        return None;
    }
    // Its figures tell the day better than its name.
    let figures = end + usize::from(scene.is(end, word!("ngày")));
    if scene.is_joined(end)
        && scene.is_joined(figures)
        && let Some(found) = days::days(scene, figures)
        && (!matches!(found.form, Form::Bare('-'))
            || super::neighbour::may_follow(scene, found.end))
    {
        return Some(Found { form: found.form.marked(), ..found });
    }
    // A commemorative day without its figures is more often kept than told.
    let is_calendar_day = row.get("class") != "commemorative";
    let is_capital = scene.token(at + class).is_capital()
        || scene.token(at + class + 1).is_capital() && end > at + class + 1;
    if !is_calendar_day || !(is_capital || scene.is_any(at, &[word!("giao")])) {
        return None;
    }
    // `Tết` alone is the holidays, not a day: `cận Tết`. Other names must say when: `dịp Giáng sinh`, not `quà Giáng sinh`, `Jean-Noel`.
    let is_tet = scene.is(at, word!("tết"));
    if is_tet && end == at + 1 || !is_tet && !super::context::leads_to_festival(scene, at) {
        return None;
    }
    let number = |column: &str| row.get(column).parse::<u8>().ok();
    let month = number("month")?;
    let (mut year, mut end) = lunar::year_after(scene, end);
    if let (YearOf::Open, Some((written, after))) = (year, year::after_month(scene, end))
        && scene.is_joined(end)
    {
        (year, end) = (written, after);
    }
    let point = match (row.get("calendar"), row.get("day")) {
        ("lunar", "last") => Point::LunarYearEnd { year },
        ("lunar", _) => Point::Lunar { year, month: Some(month), day: number("day") },
        (_, "third-sunday") => Point::NthWeekday { year, month, weekday: 7, nth: 3 },
        _ => Point::Day { year, month: Some(month), day: number("day")? },
    };
    Some(Found { end, expression: Expression::of(point), form: Form::Festival })
}

/// A lunar new year named by its year: `Tết Đinh Dậu 2017`, `Xuân Bính Ngọ`, `năm mới Giáp Thìn`.
pub(super) fn new_year(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let is_tet = scene.is(at, word!("tết"));
    let mut next = at + 1;
    if is_tet && scene.starts(at, &phrase!(["tết", "nguyên", "đán"])) {
        next = at + 3;
    } else if scene.starts(at, &phrase!(["năm", "mới"])) {
        next = at + 2;
        if let Some((year, end)) = super::number::year(scene, next).map(|year| (year, next + 1)) {
            let expression = Expression::of(Point::Year(YearOf::Written(year)));
            return Some(Found { end, expression, form: Form::Year });
        }
    } else if !is_tet && !scene.is(at, word!("xuân")) {
        return None;
    }
    let Some((cycle, end)) = cycle::cycle(scene, next) else {
        // `Tết 2026`, `Tết năm 2026`; the offensive of 1968 is an event.
        let (year, end) = year::cycle_year(scene, next);
        let is_named = is_tet && next == at + 1 && !scene.is_mark(next, '-');
        let is_year = matches!(year, YearOf::Written(year) if (1969..2100).contains(&year));
        let point = Point::Lunar { year, month: Some(1), day: Some(1) };
        let mut expression = Expression::of(point);
        // Told by its number it is as often another as this year's.
        expression.setting = Setting::Recalled;
        return (is_named && is_year && !super::neighbour::is_measure(scene, end))
            .then_some(Found { end, expression, form: Form::Festival });
    };
    let (year, end) = year::cycle_year(scene, end);
    // The offensive of 1968: `Tết Mậu Thân`, `Xuân Mậu Thân 1968`.
    if year == YearOf::Written(1968) || cycle == MAU_THAN && year == YearOf::Open {
        return None;
    }
    let of = if year == YearOf::Open { YearOf::Cycle(cycle) } else { year };
    let point = if is_tet {
        Point::Lunar { year: of, month: Some(1), day: Some(1) }
    } else {
        Point::LunarYear { cycle, year }
    };
    Some(Found { end, expression: Expression::of(point), form: Form::Festival })
}

/// The place of Mậu Thân in the cycle.
const MAU_THAN: u8 = 44;
