//! From when until when an office is held, as the dates beside it say.
//!
//! ```text
//! term   = office ("từ" date ["đến" date] | "nhiệm kỳ" years | "(" years ")")    giữ chức Bí thư Tỉnh ủy từ tháng 2/2016 đến 5/2017
//!        | "từ" date ["đến" date] ("," words | ":") office                       Từ năm 2016 đến năm 2020, ông An là Giám đốc Sở Y tế
//! ending = words of leaving office "từ" date | office "nghỉ hưu từ" date         thôi giữ chức Giám đốc Sở Y tế từ ngày 1/3/2024
//! ```

use super::super::{Article, Draft, Readings};
use crate::rules::position::PositionReading;
use crate::text::fold::fold_name;
use crate::text::normalize::spaced;
use crate::value::{DateValue, Text};
use crate::{Day, Kind};

/// The first and the last day, where the text says them.
type Term = (Option<Text>, Option<Text>);

/// What stands before the last day of a term.
const REACHES: [&str; 6] = ["đến", "cho đến", "đến hết", "tới", "-", "–"];

/// How many years an office is held at most; a longer time is that of a life.
const LONGEST: u16 = 40;

/// The term of an office, which is the draft at a place.
pub(super) fn read(
    article: &Article<'_>,
    at: usize,
    draft: &Draft,
    reading: PositionReading,
    readings: &Readings,
) -> Term {
    let is_left = reading.is_former && !is_told_of_past(text_before(article, draft.span.start()));
    match after(article, at, draft, is_left, readings) {
        (None, None) => since(article, draft, is_left, readings).unwrap_or_default(),
        term => term,
    }
}

fn day(day: Option<&Day>) -> Option<Text> {
    day.map(|day| Text::from(day.to_string()))
}

/// What the dates after an office say.
fn after(
    article: &Article<'_>,
    at: usize,
    draft: &Draft,
    is_left: bool,
    readings: &Readings,
) -> Term {
    const NEAR: usize = 24;
    /// What stands between an office and the day when its holder retires.
    const RETIRING: [&str; 4] = ["nghỉ hưu", "về hưu", "nghỉ công tác", "nghỉ việc"];
    let mut end = draft.span.end();
    let (mut from, mut until) = (None, None);
    let others = article.drafts.iter().enumerate().skip(at + 1);
    for (at, next) in others.skip_while(|(_, other)| other.span.start() < draft.span.end()).take(2)
    {
        let Some(date) = readings.date(at).filter(|_| next.kind == Kind::Date) else { break };
        let text = article.input.text.get(end..next.span.start()).unwrap_or_default();
        if text.len() > NEAR * 4 || text.contains(['.', ';', '\n']) {
            break;
        }
        let text = folded(text);
        let word = text.trim_matches([' ', ',', '(']).trim_start_matches("kể ");
        // `Chủ tịch HĐND tỉnh khóa X, | nhiệm kỳ 2021-2026`
        let is_numbered = word.starts_with("khóa ") && word.split(' ').count() == 2;
        let word = if is_numbered { "" } else { word };
        let begins = ["từ", "từ ngày", "từ năm", "từ tháng"];
        // `Giám đốc Sở Y tế, nghỉ hưu từ ngày 1/3/2024`
        let retired = RETIRING.iter().any(|act| word.starts_with(act));
        if retired && text.len() <= NEAR * 2 && begins.iter().any(|begin| word.ends_with(begin)) {
            return (None, day(date.from()));
        }
        if text.len() > NEAR {
            break;
        }
        match word {
            "" | "trong" | "của" | "các"
                if from.is_none() && is_range(date) && is_term(article, next, date) =>
            {
                return (day(date.from()), day(date.to()));
            }
            _ if begins.contains(&word) && from.is_none() => {
                from = day(date.from());
                if is_span(article, next, date) {
                    return (from, day(date.to()));
                }
            }
            _ if REACHES.contains(&word) && (from.is_some() || !text.contains(',')) => {
                until = day(date.to());
            }
            _ => break,
        }
        end = next.span.end();
    }
    // `thôi giữ chức Giám đốc Sở Y tế từ ngày 1/3/2024`
    if is_left && until.is_none() { (None, from) } else { (from, until) }
}

/// What the dates before an office say that someone takes, holds or leaves: `Từ tháng 3/2016 đến tháng 5/2021, ông An giữ chức`, `Từ 2015 đến 2020: Bí thư Huyện ủy`.
fn since(article: &Article<'_>, draft: &Draft, is_left: bool, readings: &Readings) -> Option<Term> {
    /// Bytes and words between the dates and the office at most.
    const FARTHEST: usize = 120;
    const WORDS: usize = 14;
    const BACK: usize = 12;
    /// Offices that are joined to the first one at most.
    const JOINED: usize = 8;
    let before = |start: usize| {
        let at = article.drafts.partition_point(|other| other.span.start() < start);
        (0..at).rev().take(BACK).filter_map(|at| Some((at, article.drafts.get(at)?)))
    };
    let mut first = draft;
    for _ in 0..JOINED {
        if first.rule != "rule/position/coordinated" {
            break;
        }
        // `ông là Phó Bí thư, | Chủ tịch UBND tỉnh`
        let start = first.span.start();
        let (_, last) = before(start).find(|(_, other)| other.kind == Kind::Position)?;
        let between = folded(article.input.text.get(last.span.end()..start)?);
        if !matches!(between.trim(), "," | "và" | "kiêm" | ", kiêm" | "-" | "–") {
            return None;
        }
        first = last;
    }
    if first.rule != "rule/position/taken" {
        return None;
    }
    let start = first.span.start();
    let (number, last) = before(start).find(|(_, other)| other.kind == Kind::Date)?;
    let date = readings.date(number)?;
    let gap = article.input.text.get(last.span.end()..start)?;
    if gap.len() > FARTHEST * 2 {
        return None;
    }
    let gap = folded(gap);
    let gap = gap.trim_start().trim_start_matches("đến nay").trim_start_matches("tới nay");
    let rest = gap.strip_prefix([',', ':'])?;
    let is_far = gap.len() > FARTHEST || rest.split(' ').count() > WORDS;
    if is_far || rest.contains(['.', ';', ',', ':', '?', '!', '\n']) {
        return None;
    }
    let lead = text_before(article, last.span.start());
    // `Từ năm 2016 | đến | năm 2020`
    let earlier = number.checked_sub(1).and_then(|at| Some((at, article.drafts.get(at)?)));
    if let Some((number, first)) = earlier.filter(|(_, first)| first.kind == Kind::Date) {
        let between = folded(article.input.text.get(first.span.end()..last.span.start())?);
        if REACHES.contains(&between.trim())
            && opens(text_before(article, first.span.start())) == Some(true)
        {
            return Some((day(readings.date(number)?.from()), day(date.to())));
        }
    }
    let opening = opens(lead)?;
    if opening {
        let until = is_span(article, last, date).then(|| day(date.to())).flatten();
        return Some(match is_left {
            true => (None, day(date.from())),
            false => (day(date.from()), until),
        });
    }
    let whole = !is_left && is_range(date) && is_term(article, last, date);
    whole.then(|| (day(date.from()), day(date.to())))
}

/// Words as they are compared.
fn folded(text: &str) -> String {
    fold_name(&spaced(text))
}

/// The text before a place of it.
fn text_before<'t>(article: &Article<'t>, at: usize) -> &'t str {
    let text: &'t str = article.input.text;
    text.get(..at).unwrap_or_default()
}

/// Whether the last words of a text say that an office was held once, and not that it is left now: `từng giữ chức`.
fn is_told_of_past(text: &str) -> bool {
    text.split_whitespace().rev().take(3).any(|word| folded(word) == "từng")
}

/// Whether a date that opens a clause has `từ` before it, by the text before; `None` if it opens none, for what it is attached to is another office: `Phó Bí thư nhiệm kỳ | 2020-2025, được bầu làm Bí thư`.
fn opens(text: &str) -> Option<bool> {
    const MARKS: [char; 11] = ['.', ';', ':', ',', '+', '*', '•', '-', '–', '(', '\n'];
    let is_space = |c: char| c.is_whitespace() && c != '\n';
    let text = text.trim_end_matches(is_space);
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_from = folded(last) == "từ";
    let rest = if is_from { text.get(..text.len() - last.len()).unwrap_or_default() } else { text };
    let rest = rest.trim_end_matches(is_space);
    // `Kể từ ngày 1/7, ông An giữ chức`, `Trong giai đoạn 2015-2020, ông An là`
    let lead = rest.rsplit(char::is_whitespace).next().unwrap_or_default();
    let rest = match folded(lead).as_str() {
        "kể" | "trong" => {
            rest.get(..rest.len() - lead.len()).unwrap_or_default().trim_end_matches(is_space)
        }
        _ => rest,
    };
    let ends = rest.is_empty() || rest.ends_with(MARKS);
    // `Đại hội lần thứ I, | nhiệm kỳ 2025-2030, bà An tiếp tục giữ chức`
    (ends && (is_from || !rest.ends_with(','))).then_some(is_from)
}

/// Whether a date is more than a day.
fn is_range(date: &DateValue) -> bool {
    date.from() != date.to()
}

/// Whether a date is written from one time to another: `7/2023-11/2025`, but not `4-2016`, which is one month.
fn is_span(article: &Article<'_>, draft: &Draft, date: &DateValue) -> bool {
    let month = |day: Option<&Day>| day.map(|day| (day.year(), day.month()));
    article.words(draft.span).contains(['-', '–']) && month(date.from()) != month(date.to())
}

/// Whether a date is written as a term of office: with its word, or as a range of years.
fn is_term(article: &Article<'_>, draft: &Draft, date: &DateValue) -> bool {
    let written = article.words(draft.span);
    let lower = folded(&written);
    let year = |day: Option<&Day>| day.map(|day| day.year());
    let is_life = match (year(date.from()), year(date.to())) {
        (Some(from), Some(to)) => to.abs_diff(from) > LONGEST,
        _ => false,
    };
    !is_life
        && (lower.starts_with("nhiệm kỳ")
            || lower.starts_with("giai đoạn")
            || written.contains(['-', '–']) && written.starts_with(|c: char| c.is_ascii_digit()))
}
