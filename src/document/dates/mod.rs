//! Values of dates: what is written, completed from the article's day and from the dates around it.

mod edtf;
mod evidence;
mod fill;
mod point;
mod reference;

use crate::calendar::{days_between, whole_years};
use crate::rules::date::expression::{Expression, Point, Setting, Tense, YearOf};
use crate::value::{DateValue, Precision, Text};
use crate::{Day, Kind};
use edtf::edtf;
use evidence::Evidence;
use fill::{Fill, Filled};
use jiff::civil::Date;
pub(crate) use reference::RULES;

use super::{Article, Draft, Reading, Readings, reach};

/// A date of the article: where it begins, where it ends, and what it says.
type Told<'a> = (usize, usize, &'a Expression);

/// The expression of a draft that is a date.
fn expression(draft: &Draft) -> Option<&Expression> {
    match &draft.reading {
        Reading::Date(expression) => Some(expression),
        _ => None,
    }
}

/// How many letters of its sentence are read around a date.
const SENTENCE: usize = 450;
/// How many letters after a full date a day of the same line may be told from it.
const PARAGRAPH: usize = 3000;

/// How many letters at most part a day of the lunar calendar from the same of the solar: ` (tức `.
const SAME: usize = 8;

/// What is known while the dates are read in order.
struct Reader<'a> {
    text: &'a str,
    /// All dates of the article with where they end, those held as part of an event's name among them.
    told: Vec<Told<'a>>,
    fill: Fill<'a>,
    /// The last date read with a year, day and all, and where it ends.
    last_full: Option<(Date, usize)>,
    /// The last date read, and where it ends.
    last: Option<((Date, Date), usize)>,
}

/// Reads the dates of an article in order, and the day from which they are told.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let Article { input, held, .. } = article;
    if article.count(Kind::Date) == 0 {
        readings.reference = reference::given(input);
        return;
    }
    let dates = article.of(Kind::Date).map(|(_, draft)| draft);
    let all = dates.chain(held.iter().filter(|draft| draft.kind == Kind::Date));
    let mut told: Vec<_> = all
        .filter_map(|draft| Some((draft.span.start(), draft.span.end(), expression(draft)?)))
        .collect();
    told.sort_by_key(|(start, ..)| *start);
    let lead_end = reference::lead_end(input.text);
    let evidence = Evidence::read(&told, lead_end);
    readings.latest = evidence.latest();
    let reference = reference::find(input, &told, lead_end, &evidence);
    readings.reference = reference;
    let fill = Fill::new(input.text, reference.map(|reference| reference.day.date()), evidence);
    let mut reader = Reader { text: input.text, told, fill, last_full: None, last: None };
    for (at, draft) in article.of(Kind::Date) {
        if let Some(expression) = expression(draft) {
            let value = reader.value(draft.span.start(), draft.span.end(), expression);
            readings.set(at, value.into());
        }
    }
}

impl Reader<'_> {
    /// The value of the next date.
    fn value(&mut self, start: usize, end: usize, expression: &Expression) -> DateValue {
        let mut expression = expression.clone();
        let mut written_elsewhere = expression.borrowed;
        if let Some(year) = self.year_beside(start, end, &expression) {
            expression.first = expression.first.with_year(YearOf::Written(year));
            expression.last = expression.last.map(|last| last.with_year(YearOf::Written(year)));
            written_elsewhere.year = true;
        }
        if matches!(expression.setting, Setting::Gloss(_)) {
            // It tells which day is today, and so lies where today does.
            expression.tense = None;
        }
        self.fill.go_on(end);
        let mut first = self.fill.point(&expression.first, expression.tense);
        if let Some(glossed) = self.glossed(end, &expression) {
            first = glossed;
        }
        let mut last = expression.last.as_ref().map(|last| self.fill.point(last, expression.tense));
        if let Some((from, to)) = self.same_day(start, &expression) {
            first.range = Some((from, if last.is_some() { from } else { to }));
            last.iter_mut().for_each(|last| last.range = Some((to, to)));
        }
        // Both ends of a range lie near each other.
        if let (Some(from), Some(Filled { range: Some((_, to)), .. })) = (first.range, &last)
            && from.0 > *to
        {
            first = self.fill.before(&expression.first, *to).unwrap_or(first);
        }
        let range = match (&first.range, &last) {
            (range, None) => *range,
            (Some((from, _)), Some(Filled { range: Some((_, to)), .. })) => Some((*from, *to)),
            _ => None,
        };
        self.last = range.map(|range| (range, end));
        if let Some(range) = range {
            self.fill.told(&expression, range, end);
            if matches!(expression.first, Point::Day { year: YearOf::Written(_), .. }) {
                self.last_full = Some((range.1, end));
            }
        }
        let mut implied = first.implied;
        if let Some(last) = &last {
            implied = implied.and(last.implied);
        }
        implied.year |= written_elsewhere.year;
        implied.month |= written_elsewhere.month;
        let is_open = range.is_none();
        let edtf = edtf(&expression, &first, last.as_ref()).map(Text::from);
        let precision = match last.take() {
            Some(_) => Precision::Range,
            None => first.precision,
        };
        DateValue {
            from: range.map(|(from, _)| Day::of(from)),
            to: range.map(|(_, to)| Day::of(to)),
            edtf,
            precision: Some(precision),
            implied: if is_open { Vec::new() } else { implied.names() },
            part_of_day: expression.part_of_day.map(|part| part.as_str().into()),
            time: (expression.time)
                .map(|time| format!("{:02}:{:02}", time.hour, time.minute).into()),
            calendar: first.is_lunar.then_some(Text::from("lunar")),
        }
    }

    /// The year of a date that does not write it, where a date beside it does: `năm 1968, ngày 11.2`; the day after in a report of the past; the same month on the same line.
    fn year_beside(&self, start: usize, end: usize, expression: &Expression) -> Option<i16> {
        if expression.first.year() != Some(YearOf::Open) {
            return None;
        }
        let at = self.told.partition_point(|(told, ..)| *told < start);
        if let Some((_, before, other)) = at.checked_sub(1).and_then(|before| self.told.get(before))
        {
            let between = self.text.get(*before..start).unwrap_or_default();
            if let (Point::Year(YearOf::Written(year)), None) = (other.first, other.last)
                && (between.trim() == "," || between.trim().is_empty())
                && !between.contains('\n')
            {
                return Some(year);
            }
        }
        if let Point::Month { month, .. } = expression.first {
            let is_told = matches!(expression.tense, Some(Tense::Next | Tense::Previous));
            return if is_told { None } else { self.same_month(start, end, month) };
        }
        let Point::Day { month: Some(month), day, .. } = expression.first else { return None };
        let (last, last_end) = self.last_full.filter(|_| expression.last.is_none())?;
        let date = crate::calendar::day(last.year(), month, day)?;
        if !(0..=90).contains(&days_between(last, date)) || self.fill.is_close(&expression.first) {
            return None;
        }
        let between = self.text.get(last_end..start)?;
        // All of the text may lie between, in one line: its length is asked first.
        let is_near = !reach::is_longer(between, PARAGRAPH) && !between.contains('\n');
        is_near.then(|| last.year())
    }

    /// The year that is written with the same month in the same sentence.
    fn same_month(&self, start: usize, end: usize, month: u8) -> Option<i16> {
        let is_stop =
            |pair: &[u8]| matches!(pair, [b'.' | b'!' | b'?' | b';', b' ' | b'\n'] | [b'\n', _]);
        // A sentence of news is seldom longer; this keeps the cost of long lines down.
        let from = reach::before(self.text.get(..start)?, SENTENCE);
        let to = end + reach::after(self.text.get(end..)?, SENTENCE);
        let bytes = self.text.as_bytes();
        let before = bytes.get(from..start)?.windows(2).rposition(is_stop);
        let after = bytes.get(end..to)?.windows(2).position(is_stop);
        let before = before.map_or(from, |at| from + at);
        let after = after.map_or(to, |at| end + at);
        let near = (before, after);
        let from = self.told.partition_point(|(told, ..)| *told < near.0);
        let told = self.told.get(from..)?.iter().take_while(|(told, ..)| *told < near.1);
        told.into_iter().find_map(|(_, _, other)| match other.first {
            Point::Day { year: YearOf::Written(year), month: Some(other), .. }
            | Point::Month { year: YearOf::Written(year), month: other }
                if other == month =>
            {
                Some(year)
            }
            _ => None,
        })
    }

    /// The days that a lunar date without year tells again: `ngày 6/2 (tức mùng 10 tháng Giêng)`.
    fn same_day(&self, start: usize, expression: &Expression) -> Option<(Date, Date)> {
        let (range, end) = self.last.filter(|_| expression.setting == Setting::Same)?;
        let between = self.text.get(end..start)?;
        // Brackets and a word of at most four letters, in whatever form.
        (!reach::is_longer(between, SAME) && !between.contains('\n')).then_some(range)
    }

    /// The day that brackets after a word of today tell: `chiều qua (6/2)` is 6 February.
    fn glossed(&self, end: usize, expression: &Expression) -> Option<Filled> {
        let Point::Shift { count, .. } = expression.first else { return None };
        let at = self.told.partition_point(|(told, ..)| *told < end);
        let (start, _, gloss) = self.told.get(at)?;
        let is_gloss = matches!(gloss.setting, Setting::Gloss(said) if i32::from(said) == count);
        if !is_gloss || !matches!(self.text.get(end..*start)?.trim(), "(" | ",") {
            return None;
        }
        let filled = self.fill.point(&gloss.first, gloss.tense);
        filled.range.is_some().then_some(Filled { implied: point::Implied::ALL, ..filled })
    }
}

/// The day of a point that is written in full.
fn full(point: &Point) -> Option<Date> {
    match *point {
        Point::Day { year: YearOf::Written(year), month: Some(month), day } => {
            crate::calendar::day(year, month, day)
        }
        _ => None,
    }
}

/// The first and last day of a year.
fn year(year: i16) -> Option<(Date, Date)> {
    whole_years(year.into(), 1)
}
