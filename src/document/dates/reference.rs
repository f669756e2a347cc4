//! The article's day, where the caller does not give it.
//!
//! In this order: the stamp of publication (`07/03/2024 - 06:00`), a full date at the end of a short line (`Hà Nội, ngày 7 tháng 3 năm 2024`), the date that tells which day is today
//! (`sáng nay 29/5`, `hôm nay (10/6)`), the first day of the lead (`(BĐ) - … sáng 22.4`); where a day leaves its year open, [`Evidence`] tells it or nothing does.

use jiff::civil::Date;

use super::evidence::Evidence;
use super::{Told, full};
use crate::calendar::add_days;
use crate::document::reach;
use crate::extraction::ReferenceDate;
use crate::input::Input;
use crate::rules::date::expression::{Expression, Point, Setting, Tense, YearOf};
use crate::text::normalize::is_invisible;
use crate::{Day, Span};

const INPUT: &str = "input";
const STAMP: &str = "rule/reference/stamp";
const LINE: &str = "rule/reference/line";
const GLOSS: &str = "rule/reference/gloss";
const LEAD: &str = "rule/reference/lead";

/// The rules that tell the article's day.
pub(crate) const RULES: &[&str] = &[STAMP, LINE, GLOSS, LEAD];

/// How far the head of an article reaches, in letters: title, byline, date of publication.
const HEAD: usize = 1100;
/// How far its lead reaches.
const LEAD_LENGTH: usize = 600;

/// Where the lead of an article ends.
pub(super) fn lead_end(text: &str) -> usize {
    reach::after(text, LEAD_LENGTH)
}

/// The day that the caller gives.
pub(super) fn given(input: &Input<'_>) -> Option<ReferenceDate> {
    input.reference_date.map(|day| ReferenceDate { day, rule: INPUT, span: None })
}

/// A day, and the date that tells it.
type Found<'d, 't> = (Date, &'d Told<'t>);

/// The article's day.
pub(super) fn find(
    input: &Input<'_>,
    told: &[Told<'_>],
    lead_end: usize,
    evidence: &Evidence,
) -> Option<ReferenceDate> {
    if let Some(given) = given(input) {
        return Some(given);
    }
    let of_setting = |setting: Setting| {
        let is_set = |told: &&Told<'_>| told.2.setting == setting;
        let first = told.iter().find(is_set)?;
        let in_head = || first.0 < reach::after(input.text, HEAD);
        // A stamp at the foot is one too.
        let last = told.iter().rfind(is_set).unwrap_or(first);
        let told = if last.0 == first.0 || in_head() { first } else { last };
        Some((full(&told.2.first)?, told))
    };
    let stamp = || of_setting(Setting::Stamp).map(|found| (found, STAMP));
    let line = || of_setting(Setting::Line).map(|found| (found, LINE));
    let gloss = || gloss(told, evidence).map(|found| (found, GLOSS));
    let lead = || lead(input.text, told, lead_end, evidence).map(|found| (found, LEAD));
    let ((day, told), rule) = stamp().or_else(line).or_else(gloss).or_else(lead)?;
    Some(ReferenceDate { day: Day::of(day), rule, span: Some(Span::new(told.0, told.1)) })
}

/// The day that a date beside a word of today tells.
fn gloss<'d, 't>(told: &'d [Told<'t>], evidence: &Evidence) -> Option<Found<'d, 't>> {
    told.iter().find_map(|found| {
        let (.., told) = found;
        let Setting::Gloss(count) = told.setting else { return None };
        let today = full(&told.first).or_else(|| Some(evidence.settle(&told.first)?.0))?;
        Some((add_days(today, -i64::from(count))?, found))
    })
}

/// The first day of the lead: what an article reports happened on the day it was written, or the day before.
fn lead<'d, 't>(
    text: &str,
    told: &'d [Told<'t>],
    lead_end: usize,
    evidence: &Evidence,
) -> Option<Found<'d, 't>> {
    let in_lead = told.iter().take_while(|(start, ..)| *start < lead_end);
    let found = in_lead.into_iter().find(|(.., told)| is_report(told))?;
    let (start, _, first) = found;
    let day = match full(&first.first) {
        // A day of the past that the lead recalls is none: others come after it.
        Some(day) => (begins_sentence(text, *start) && evidence.is_latest(day)).then_some(day),
        None => evidence.settle(&first.first).map(|(day, _)| day),
    };
    Some((day?, found))
}

/// Whether a date is a day that an article may report of.
fn is_report(told: &Expression) -> bool {
    let is_ahead = matches!(told.tense, Some(Tense::Future | Tense::Next));
    let is_aside = matches!(told.setting, Setting::Life | Setting::Goal);
    let is_day = match told.first {
        Point::Day { year, month, .. } => {
            month.is_some() && matches!(year, YearOf::Open | YearOf::Written(_))
        }
        _ => false,
    };
    is_day && told.last.is_none() && !is_ahead && !is_aside
}

/// Whether a sentence begins at a place in the text.
fn begins_sentence(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let is_passed_over = |c| matches!(c, ' ' | '\t' | '\u{A0}' | '"' | '“') || is_invisible(c);
    let line = before.trim_end_matches(is_passed_over);
    line.is_empty() || line.ends_with(['\n', '\r', '.', '-', '–', ':', '|', '!', '?'])
}
