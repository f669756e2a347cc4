//! Days with their months, alone, in ranges and in lists.
//!
//! ```text
//! days   = dated ["-" dated]                                 30/4-1/5, 31.3.1975 - 31.3.2025
//!        | D "-" dated                                       5-8/7/2017, 7-8 tháng 7
//!        | D {"," D} ("," | "và" | "&" | "hoặc" | "đến") dated   24 và 25/9; 1, 2 và 3-9
//! dated  = figures [year]                                    5/3, 5/3 năm ngoái
//!        | D "tháng" month [year]                            3 tháng 3 năm 2024; ngày hai mươi tháng mười một
//!        | D ("tháng này" | "tháng trước" | …)               20 tháng này
//! ```

use super::expression::{Expression, Point, YearOf};
use super::number::{day_in_words, is_number, month, small};
use super::{Form, Found, numeric, year};
use crate::calendar::{Unit, days_of};
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Shape, word};

/// A day with its month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) end: usize,
    pub(super) point: Point,
    /// How it is written: with which mark, or in words.
    pub(super) mark: Option<char>,
    has_year: bool,
    is_short: bool,
}

/// The day with its month that begins at a number.
pub(super) fn dated(scene: &Scene<'_>, at: usize) -> Option<Dated> {
    if numeric::begins(scene, at) { after_joint(scene, at) } else { None }
}

/// The day with its month at a number that may touch what joins it to the date before it.
fn after_joint(scene: &Scene<'_>, at: usize) -> Option<Dated> {
    if let Some(found) = numeric::after_joint(scene, at) {
        // `5-6 tháng 7` is a range.
        if found.year.is_none()
            && scene.is(found.end, word!("tháng"))
            && month(scene, found.end + 1).is_some()
        {
            return None;
        }
        let mut dated = Dated {
            end: found.end,
            point: Point::Day {
                year: found.year.map_or(YearOf::Open, YearOf::Written),
                month: Some(found.month),
                day: found.day,
            },
            mark: Some(found.mark),
            has_year: found.year.is_some(),
            is_short: found.is_short,
        };
        if found.year.is_none() {
            // `1-2 năm rồi` is a length, `1-2 năm ngoái` and `ngày 1-2 năm trước` are days.
            let is_class = scene.is(at.wrapping_sub(1), word!("ngày"));
            let year = year::after_day(scene, found.end).filter(|(year, end)| {
                let is_day = scene.is_any(end - 1, &[word!("ngoái"), word!("nay"), word!("kia")]);
                is_class || is_day || found.mark != '-' || !matches!(year, YearOf::Shifted(_))
            });
            dated.take_year(year);
        }
        return dated.is_real().then_some(dated);
    }
    written(scene, at)
}

/// The day in words that begins at a number: `3 tháng 3 năm 2024`; after its class word the number may be one too: `ngày hai mươi tháng mười một`.
fn written(scene: &Scene<'_>, at: usize) -> Option<Dated> {
    let before = at.wrapping_sub(1);
    let is_class = scene.is(before, word!("ngày")) && !is_number(scene, before.wrapping_sub(1));
    let in_words = || day_in_words(scene, at).filter(|_| is_class && scene.is_joined(at));
    let (day, class) = small(scene, at, 1, 31).map(|day| (day, at + 1)).or_else(in_words)?;
    if !scene.is(class, word!("tháng")) || !scene.is_joined(class) {
        return None;
    }
    // `3 tháng trước` is a distance, `ngày 3 tháng trước` a day.
    let is_class = scene.is(before, word!("ngày"));
    if let (true, Some((end, DateWord::Deictic(Unit::Month, months)))) =
        (is_class, super::word_of(scene, class))
    {
        let point = Point::DayOfMonth { months, day };
        return Some(Dated { end, point, mark: None, has_year: false, is_short: false });
    }
    // `9 tháng năm 2023` are nine months.
    if !is_class
        && scene.is(class + 1, word!("năm"))
        && super::number::year(scene, class + 2).is_some()
    {
        return None;
    }
    let (month, end) = month(scene, class + 1)?;
    let point = Point::Day { year: YearOf::Open, month: Some(month), day };
    let mut dated = Dated { end, point, mark: None, has_year: false, is_short: false };
    dated.take_year(year::after_month(scene, end).or_else(|| year::after_comma(scene, end)));
    (dated.is_real() && numeric::ends(scene, dated.end, '/')).then_some(dated)
}

impl Dated {
    fn take_year(&mut self, year: Option<(YearOf, usize)>) {
        if let Some((year, end)) = year {
            self.point = self.point.with_year(year);
            self.end = end;
            self.has_year = true;
        }
    }

    /// Whether the calendar has the day.
    fn is_real(&self) -> bool {
        match self.point {
            Point::Day { year, month: Some(month), day } => {
                let year = match year {
                    YearOf::Written(year) => Some(year),
                    _ => None,
                };
                day <= days_of(month, year)
            }
            _ => true,
        }
    }

    fn form(&self) -> Form {
        match self.mark {
            _ if self.is_short => Form::Short,
            _ if self.has_year => Form::Full,
            Some(mark) => Form::Bare(mark),
            None => Form::BareWords,
        }
    }
}

/// The day, range or list of days that begins at a number.
pub(super) fn days(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if let Some(first) = dated(scene, at) {
        return Some(range(scene, &first).unwrap_or_else(|| Found {
            end: first.end,
            expression: Expression::of(first.point),
            form: first.form(),
        }));
    }
    shared(scene, at)
}

/// A range of two days that each have their month: `30/4-1/5`.
fn range(scene: &Scene<'_>, first: &Dated) -> Option<Found> {
    let dash = first.end;
    // Full dates may have a slash between: `(19-5-1890/19-5-2017)`.
    let is_slash = first.has_year && scene.is_mark(dash, '/') && first.mark != Some('/');
    if !(scene.is_mark(dash, '-') || is_slash)
        || !scene.is_joined(dash)
        || !scene.is_joined(dash + 1)
    {
        return None;
    }
    // Between dates with hyphens the dash of a range stands apart.
    if first.mark == Some('-') && !is_slash && scene.is_glued(dash) && scene.is_glued(dash + 1) {
        return None;
    }
    // `đêm 5/3 - rạng sáng 6/3`, `từ ngày 5/3 - ngày 7/3`: the class word may come again.
    let at = dash + 1 + usize::from(scene.is(dash + 1, word!("ngày")));
    let last = after_joint(scene, at).filter(|last| last.mark == first.mark)?;
    let mut expression = Expression::range(first.point, last.point);
    expression.borrow_year();
    // `16-6-1907 – 6-6-1907`: two days.
    if expression.goes_back() {
        return None;
    }
    Some(Found {
        end: last.end,
        expression,
        form: if last.has_year { Form::Full } else { first.form() },
    })
}

/// What joins the days that share a month.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Joint {
    Dash,
    Until,
    And,
}

/// The joint at a token.
pub(super) fn joint(scene: &Scene<'_>, at: usize) -> Option<Joint> {
    let token = scene.token(at);
    if token.shape == Shape::Punctuation {
        let is_and = token.is_mark(',') || token.is_mark('&');
        return if token.is_mark('-') { Some(Joint::Dash) } else { is_and.then_some(Joint::And) };
    }
    match () {
        _ if scene.is_any(at, &[word!("đến"), word!("tới")]) => Some(Joint::Until),
        _ if scene.is_any(at, &[word!("và"), word!("hoặc")]) => Some(Joint::And),
        _ => None,
    }
}

/// Days that share the month of the last: `24 và 25/9`, `5-8/7/2017`.
fn shared(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let first = small(scene, at, 1, 31)?;
    let mut next = at + 1;
    if joint(scene, next).is_none() || !numeric::begins(scene, at) {
        return None;
    }
    // The days after the first.
    let mut days = Vec::new();
    // News does not list more than a week of days.
    while days.len() < 8 && scene.is_joined(next) && scene.is_joined(next + 1) {
        let joint = joint(scene, next)?;
        if let Some(last) = after_joint(scene, next + 1) {
            if joint == Joint::Dash && last.mark == Some('-') {
                return None;
            }
            let point = last.point;
            let (year, month) = match point {
                Point::Day { year, month, day }
                    if first < day && days.iter().all(|earlier| *earlier < day) =>
                {
                    (year, month)
                }
                _ => return None,
            };
            let mut expression = Expression::range(Point::Day { year, month, day: first }, point);
            expression.is_list = joint == Joint::And;
            expression.between = days;
            return Some(Found { end: last.end, expression, form: last.form() });
        }
        // Only a list goes on.
        let day = small(scene, next + 1, 1, 31).filter(|_| joint == Joint::And)?;
        days.push(day);
        next += 2;
    }
    None
}

impl Expression {
    /// Whether the last of two days is before the first.
    fn goes_back(&self) -> bool {
        let day = |point: &Point| match *point {
            Point::Day { year: YearOf::Written(year), month, day } => Some((year, month, day)),
            _ => None,
        };
        let days = day(&self.first).zip(self.last.as_ref().and_then(day));
        days.is_some_and(|(first, last)| last < first)
    }

    /// Gives the first of two days the year that only the last has; the year before where it is later in the year.
    pub(super) fn borrow_year(&mut self) {
        let Some(last) = self.last else { return };
        if let (Some(YearOf::Open), Some(YearOf::Written(year))) = (self.first.year(), last.year())
        {
            let place = |point: &Point| match *point {
                Point::Day { month, day, .. } => (month.unwrap_or_default(), day),
                Point::Month { month, .. } => (month, 0),
                _ => (0, 0),
            };
            let is_pair = std::mem::discriminant(&self.first) == std::mem::discriminant(&last);
            let is_later = is_pair && place(&self.first) > place(&last);
            let year = if is_later { year - 1 } else { year };
            self.first = self.first.with_year(YearOf::Written(year));
        }
    }
}
