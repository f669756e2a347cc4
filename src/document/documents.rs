//! Values of documents: what the citation says, completed from what stands beside it and from fuller citations of the same document in the article.
//!
//! ```text
//! signature = citation ["("] [","] ["ban hành" | "ký"] ["của" issuer] day      Nghị quyết số 23-NQ/TU ngày 3/3/2024
//!           | day … ("ban hành" | "ký" …) citation                              Ngày 1/11, UBND tỉnh ban hành Quyết định số …
//! issuer    = citation [day] "của" body
//! ```

use unicode_normalization::UnicodeNormalization;

use super::{Article, Draft, Reading};
use crate::gazetteer::Role;
use crate::rules::document::Citation;
use crate::value::{DateValue, DocumentValue, Pinpoint, Precision};
use crate::{Day, Kind};

/// The documents of an article, read in order.
#[derive(Debug)]
pub(super) struct Documents {
    /// A value for each draft that is a document.
    pub(super) values: Vec<Option<DocumentValue>>,
}

impl Documents {
    /// Reads the documents of an article whose dates are known.
    pub(super) fn read(article: &Article<'_>, dates: &[Option<DateValue>]) -> Self {
        let mut values: Vec<Option<DocumentValue>> = Vec::with_capacity(article.drafts.len());
        for (at, draft) in article.drafts.iter().enumerate() {
            let value = match &draft.reading {
                Reading::Document(citation) => {
                    let beside = Beside { article, dates, at };
                    Some(beside.value(citation))
                }
                _ => None,
            };
            values.push(value);
        }
        complete(&mut values);
        for value in values.iter_mut().flatten() {
            value.citation = canonical(value);
        }
        Self { values }
    }
}

/// A citation with what stands around it.
struct Beside<'a> {
    article: &'a Article<'a>,
    dates: &'a [Option<DateValue>],
    at: usize,
}

/// How many bytes lie at most between a citation and the day of its signature before it.
const LEAD: usize = 160;

/// How many bytes the matter of a document takes at most before the day of its signature.
const MATTER: usize = 600;

impl Beside<'_> {
    fn value(&self, citation: &Citation) -> DocumentValue {
        let text = |part: &str| (!part.is_empty()).then(|| part.to_owned());
        let pinpoint = &citation.pinpoint;
        let pinpoint = Pinpoint {
            article: text(&pinpoint.article),
            clause: text(&pinpoint.clause),
            point: text(&pinpoint.point),
        };
        let (issuer, date) = self.after();
        DocumentValue {
            r#type: text(&citation.class),
            number: text(&citation.number),
            year: citation.year,
            symbol: text(&citation.symbol),
            title: text(&citation.title),
            issuer: issuer.or_else(|| self.issuer(citation)),
            date: date.or_else(|| self.before()).or_else(|| self.after_matter(citation)),
            pinpoint: (pinpoint != Pinpoint::default()).then_some(pinpoint),
            citation: None,
        }
    }

    fn draft(&self, at: usize) -> Option<&Draft> {
        self.article.drafts.get(at)
    }

    fn text(&self, start: usize, end: usize) -> String {
        self.article.input.text.get(start..end).unwrap_or_default().nfc().collect()
    }

    fn day(&self, at: usize) -> Option<Day> {
        let date = self.dates.get(at)?.as_ref()?;
        let is_day = date.precision == Some(Precision::Day);
        date.from.filter(|_| is_day)
    }

    /// Issuer and day that stand after the citation, in either order.
    fn after(&self) -> (Option<String>, Option<Day>) {
        let (mut issuer, mut date) = (None, None);
        let Some(draft) = self.draft(self.at) else { return (None, None) };
        let mut end = draft.span.end();
        for next in self.at + 1..self.at + 6 {
            let Some(draft) = self.draft(next) else { break };
            if draft.span.start() < end {
                continue;
            }
            if draft.span.start() > end + 40 {
                break;
            }
            let between = self.text(end, draft.span.start());
            let between = between.trim_matches([' ', ',', '(', ')', '\u{A0}']);
            let is_close = matches!(
                between,
                "" | "ban hành" | "được ban hành" | "ký" | "ký ban hành" | "được ký"
            );
            match draft.kind {
                Kind::Date if is_close && date.is_none() => date = self.day(next),
                Kind::Organization | Kind::Position
                    if (between == "của" || between == "do") && issuer.is_none() =>
                {
                    issuer = Some(self.text(draft.span.start(), draft.span.end()));
                }
                _ => break,
            }
            end = draft.span.end();
        }
        (issuer, date)
    }

    /// The day on which the sentence says that the document was passed.
    fn before(&self) -> Option<Day> {
        let draft = self.draft(self.at)?;
        let start = draft.span.start();
        let from = (0..self.at)
            .rev()
            .take_while(|at| self.draft(*at).is_some_and(|other| other.span.end() + LEAD > start));
        let near = from.into_iter().take(6);
        for at in near {
            let other = self.draft(at)?;
            if other.kind == Kind::Document {
                return None;
            }
            if other.kind != Kind::Date {
                continue;
            }
            let between = self.text(other.span.end(), start);
            let is_sentence = !between.contains([';', '\n', '!', '?']) && !between.contains(". ");
            let verbs = [
                "ban hành",
                "ban hành các",
                "ký",
                "ra",
                "ký ban hành",
                "thông qua",
                "ban hành các",
                "có",
                "phát hành",
            ];
            let between = between.trim_end();
            let is_passed = verbs
                .iter()
                .any(|verb| between.strip_suffix(verb).is_some_and(|rest| rest.ends_with(' ')));
            return self.day(at).filter(|_| is_sentence && is_passed);
        }
        None
    }

    /// The day that stands after the matter of a document in a source note: `Nghị định số 75/2013/NĐ-CP … về … ngày 15/07/2013 của Chính phủ`.
    fn after_matter(&self, citation: &Citation) -> Option<Day> {
        let year = citation.year?;
        let start = self.draft(self.at)?.span.end();
        for at in self.at + 1..self.at + 10 {
            let draft = self.draft(at).filter(|draft| draft.span.start() < start + MATTER)?;
            let between = self.text(self.draft(at - 1)?.span.end(), draft.span.start());
            if between.contains(['\n', ';', '(']) || between.contains(". ") {
                return None;
            }
            let is_signature = draft.kind == Kind::Date
                && self
                    .text(draft.span.end(), draft.span.end() + 6)
                    .trim_start()
                    .starts_with("của");
            let is_of_other = self.draft(at - 1)?.kind == Kind::Document
                && at - 1 > self.at
                && between.trim().is_empty();
            if let Some(day) =
                self.day(at).filter(|day| is_signature && !is_of_other && day.year() == year)
            {
                return Some(day);
            }
        }
        None
    }

    /// The issuer that the symbol or the type says.
    fn issuer(&self, citation: &Citation) -> Option<String> {
        let index = self.article.index;
        let mut issuers = Vec::new();
        for part in citation.symbol.split(['-', '/']) {
            let names = index.matcher.look_up(part, &index.lexicon);
            let rows = names
                .iter()
                .filter(|name| name.role == Role::Issuer)
                .filter_map(|name| index.row(name));
            let mut rows = rows
                .filter(|row| row.name() == part || row.list("aliases").any(|alias| alias == part));
            if let Some(row) = rows.next() {
                if row.get("kind") == "body" && part != "TW" && part != "TƯ" {
                    issuers.push(row.get("issuer"));
                }
            }
        }
        if !issuers.is_empty() {
            // Of `UBND-KT` the first is the issuer; of `TTLT-BCA-BQP` all are.
            return Some(issuers.join(", "));
        }
        let is_numbered = !citation.number.is_empty() && citation.symbol.is_empty();
        (is_numbered && citation.class == "Nghị định").then(|| "Chính phủ".to_owned())
    }
}

/// Gives short mentions what the full citation of the same document before them says.
fn complete(values: &mut [Option<DocumentValue>]) {
    for at in 0..values.len() {
        let Some(Some(short)) = values.get(at) else { continue };
        if short.number.is_none() || short.symbol.is_some() {
            continue;
        }
        let same = |other: &&DocumentValue| {
            let year = short.year.is_none() || other.year.is_none() || short.year == other.year;
            other.symbol.is_some()
                && other.r#type == short.r#type
                && other.number == short.number
                && year
        };
        let before = values.get(..at).unwrap_or_default().iter().rev().flatten().find(same);
        let Some(full) = before.cloned() else { continue };
        if let Some(Some(short)) = values.get_mut(at) {
            short.symbol = full.symbol;
            short.year = short.year.or(full.year);
            short.issuer = short.issuer.take().or(full.issuer);
            short.date = short.date.or(full.date);
        }
    }
}

/// The citation in its canonical form.
fn canonical(value: &DocumentValue) -> Option<String> {
    let mut citation = value.r#type.clone().unwrap_or_default();
    let mut push = |part: &str| {
        if !citation.is_empty() && !part.is_empty() {
            citation.push(' ');
        }
        citation.push_str(part);
    };
    if let Some(title) = &value.title {
        push(title);
    }
    let year = value.year.map(|year| year.to_string());
    match &value.number {
        Some(number) => {
            let symbol = value.symbol.as_deref().unwrap_or_default();
            let is_party = year.is_none() && symbol.contains('/');
            let mut parts = number.clone();
            if let Some(year) = &year {
                parts.push('/');
                parts.push_str(year);
            }
            if !symbol.is_empty() {
                parts.push(if is_party { '-' } else { '/' });
                parts.push_str(symbol);
            }
            push("số");
            push(&parts);
        }
        None => {
            if let Some(year) = &year {
                push("năm");
                push(year);
            }
        }
    }
    (!citation.is_empty()).then_some(citation)
}
