//! What stands beside a citation: who issued the document, and the day of its signature.
//!
//! ```text
//! signature = citation ["("] [","] ["ban hành" | "ký"] ["của" issuer] day      Nghị quyết số 23-NQ/TU ngày 3/3/2024
//!           | day … ("ban hành" | "ký" …) citation                              Ngày 1/11, UBND tỉnh ban hành Quyết định số …
//!           | citation "về" matter day "của" issuer                             of the year of the number, if it has one
//! issuer    = citation [day] ("của" | "do") body
//!           | body ["vừa" | "đã"] ("ban hành" | "ký" …) citation
//!           | "thay mặt" body "," … "ký" citation
//! ```

use std::borrow::Cow;

use crate::document::{Article, Draft, Readings};
use crate::gazetteer::Role;
use crate::rules::document::Citation;
use crate::text::normalize::composed;
use crate::value::{DocumentValue, Pinpoint, Precision, Text};
use crate::{Day, Kind, Span};

/// A citation with what stands around it.
pub(super) struct Beside<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) readings: &'a Readings,
    pub(super) at: usize,
}

/// How many characters lie at most between a citation and the day of its signature before it.
const LEAD: usize = 120;

/// How many characters lie at most between a citation and the day or issuer after it.
const NEAR: usize = 30;

/// How many characters the matter of a document takes at most before the day of its signature.
const MATTER: usize = 450;

impl Beside<'_> {
    /// The value of the citation, as far as its own words and those around it say it.
    pub(super) fn value(&self, citation: &Citation) -> DocumentValue {
        let text = |part: &str| (!part.is_empty()).then(|| Text::from(part.to_owned()));
        let pinpoint = &citation.pinpoint;
        let pinpoint = Pinpoint {
            article: text(&pinpoint.article),
            clause: text(&pinpoint.clause),
            point: text(&pinpoint.point),
        };
        let (issuer, date) = self.after();
        let (passed_by, passed_on) =
            if issuer.is_none() || date.is_none() { self.before() } else { (None, None) };
        DocumentValue {
            r#type: text(&citation.class),
            number: text(&citation.number),
            year: citation.year,
            symbol: text(&citation.symbol),
            title: text(&citation.title),
            issuer: issuer.or(passed_by).or_else(|| self.issuer(citation)),
            date: date.or(passed_on).or_else(|| self.after_matter(citation)),
            pinpoint: (pinpoint != Pinpoint::default()).then_some(pinpoint),
            citation: None,
        }
    }

    fn draft(&self, at: usize) -> Option<&Draft> {
        self.article.drafts.get(at)
    }

    fn text(&self, start: usize, end: usize) -> Cow<'_, str> {
        plain(self.article.input.text.get(start..end).unwrap_or_default())
    }

    /// The words of a body.
    fn body(&self, body: &Draft) -> Text {
        self.text(body.span.start(), body.span.end()).into_owned().into()
    }

    /// What stands between two places, if it is not longer than so many characters.
    fn between(&self, start: usize, end: usize, most: usize) -> Option<Cow<'_, str>> {
        // No character takes more bytes than this, whatever its form.
        const WIDEST: usize = 12;
        if end > start + WIDEST * most {
            return None;
        }
        let text = self.text(start, end);
        (text.chars().count() <= most).then_some(text)
    }

    /// Whether words follow a place.
    fn is_followed(&self, end: usize, words: &str) -> bool {
        let rest = self.article.input.text.get(end..).unwrap_or_default();
        let near = rest.char_indices().nth(NEAR).map_or(rest.len(), |(at, _)| at);
        plain(rest.get(..near).unwrap_or_default()).starts_with(words)
    }

    fn day(&self, at: usize) -> Option<Day> {
        let date = self.readings.date(at)?;
        let is_day = date.precision == Some(Precision::Day);
        date.from.filter(|_| is_day)
    }

    /// Issuer and day that stand after the citation, in either order.
    fn after(&self) -> (Option<Text>, Option<Day>) {
        let (mut issuer, mut date) = (None, None);
        let Some(draft) = self.draft(self.at) else { return (None, None) };
        let mut end = draft.span.end();
        for next in self.at + 1..self.at + 6 {
            let Some(draft) = self.draft(next) else { break };
            if draft.span.start() < end {
                continue;
            }
            let Some(between) = self.between(end, draft.span.start(), NEAR) else { break };
            let between = between.trim_matches([' ', ',', '(', ')']);
            match draft.kind {
                Kind::Date if date.is_none() && (between.is_empty() || is_passing(between)) => {
                    date = self.day(next);
                }
                Kind::Organization | Kind::Position
                    if issuer.is_none() && matches!(between, "của" | "do") =>
                {
                    issuer = Some(self.body(draft));
                }
                _ => break,
            }
            end = draft.span.end();
        }
        (issuer, date)
    }

    /// The body that the sentence says passes the document, and the day before it.
    fn before(&self) -> (Option<Text>, Option<Day>) {
        let mut issuer = None;
        let Some(start) = self.draft(self.at).map(|draft| draft.span.start()) else {
            return (None, None);
        };
        let mut near = start;
        let mut is_passed = false;
        for at in (0..self.at).rev().take(8) {
            let Some(other) = self.draft(at).filter(|other| other.kind != Kind::Document) else {
                break;
            };
            if other.span.end() > near {
                continue;
            }
            let Some(between) = self.between(other.span.end(), start, LEAD) else { break };
            if between.contains([';', '!', '?', '\n']) || between.contains(". ") {
                break;
            }
            let ends = |verb: &&str| between.trim_end().ends_with(*verb);
            is_passed |= is_passing(between.trim())
                || [" ban hành", " ký", " phát hành", " ra"].iter().any(ends);
            if !is_passed {
                break;
            }
            match other.kind {
                Kind::Organization
                    if issuer.is_none()
                        && (is_passing(between.trim()) || self.is_represented(&other.span)) =>
                {
                    issuer = Some(self.body(other));
                }
                Kind::Date => return (issuer, self.day(at)),
                _ => {}
            }
            near = other.span.start();
        }
        (issuer, None)
    }

    /// Whether someone signs for a body: `Thay mặt Bộ Chính trị, Thường trực Ban Bí thư ký …`.
    fn is_represented(&self, body: &Span) -> bool {
        const WORDS: [&str; 2] = ["hay mặt ", "HAY MẶT "];
        let text = self.article.input.text.get(..body.start()).unwrap_or_default();
        let near = text.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
        let before = plain(text.get(near..).unwrap_or_default());
        WORDS.iter().any(|words| before.ends_with(*words))
    }

    /// The day that stands after the matter of a document in a source note: `Nghị định số 75/2013/NĐ-CP … về … ngày 15/07/2013 của Chính phủ`.
    fn after_matter(&self, citation: &Citation) -> Option<Day> {
        let year = citation.year;
        let start = self.draft(self.at)?.span.end();
        let mut has_other = false;
        for at in self.at + 1..self.at + 10 {
            let draft = self.draft(at)?;
            if draft.kind == Kind::Document {
                has_other = true;
            }
            if draft.kind != Kind::Date {
                continue;
            }
            let matter = self.between(start, draft.span.start(), MATTER)?;
            if matter.contains(['\n', ';', '(']) || matter.contains(". ") {
                return None;
            }
            // Without the year of its number nothing tells that a day is that of this document, if much stands between.
            let is_near = !has_other && !matter.contains(',') && !citation.symbol.is_empty();
            if year.is_none() && !is_near {
                return None;
            }
            let before = self.draft(at - 1)?;
            let is_of_other = at - 1 > self.at
                && before.kind == Kind::Document
                && self.text(before.span.end(), draft.span.start()).trim().is_empty();
            let is_passed = matter.trim_end().ends_with("ban hành");
            // A number without year says nothing of the day: then the issuer must follow.
            let ends = [" của", ", có hiệu lực"];
            let ends = ends.get(..if year.is_some() { 2 } else { 1 }).unwrap_or_default();
            let ends = ends.iter().any(|next| self.is_followed(draft.span.end(), next));
            let is_signature = (is_passed && year.is_some() || ends) && !is_of_other;
            let is_year = |day: &Day| year.is_none_or(|year| day.year() == year);
            let day = self.day(at).filter(|day| is_signature && is_year(day));
            if day.is_some() {
                return day;
            }
        }
        None
    }

    /// The issuer that the symbol or the type says.
    fn issuer(&self, citation: &Citation) -> Option<Text> {
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
            let row = rows.next().filter(|row| row.get("kind") == "body");
            issuers
                .extend(row.filter(|_| part != "TW" && part != "TƯ").map(|row| row.get("issuer")));
        }
        if !issuers.is_empty() {
            // Of `BTC-TCT` the first is the issuer; of `TTLT-BCA-BQP` all are.
            if !citation.class.ends_with("liên tịch") {
                issuers.truncate(1);
            }
            return Some(issuers.join(", ").into());
        }
        let is_numbered = !citation.number.is_empty() && citation.symbol.is_empty();
        (is_numbered && citation.class == "Nghị định").then_some(Text::from("Chính phủ"))
    }
}

/// Verbs by which a body passes a document.
const VERBS: [&str; 8] =
    ["ban hành", "phát hành", "thông qua", "ký", "ra", "có", "gửi", "phê duyệt"];

/// Whether words between a body or day and a document say that it is passed: `vừa ký ban hành`.
fn is_passing(between: &str) -> bool {
    let mut words = between.trim_matches([' ', ',']);
    for before in ["cũng ", "vừa ", "đã ", "mới ", "được ", "ký "] {
        words = words.strip_prefix(before).unwrap_or(words);
    }
    VERBS.contains(&words)
}

/// Text in NFC, all white space as spaces, without invisible characters.
fn plain(text: &str) -> Cow<'_, str> {
    // White space but for these two begins with one of these bytes, and no letter of Vietnamese does.
    let is_plain = |byte: u8| byte == b'\n' || !matches!(byte, 0..=0x1F | 0xC2 | 0xE2 | 0xE3);
    let is_odd = |c: char| c.is_whitespace() && c != '\n' && c != ' ';
    let text = composed(text);
    if matches!(text, Cow::Borrowed(_)) && text.bytes().all(is_plain) {
        return text;
    }
    if text.contains(is_odd) {
        return Cow::Owned(text.replace(is_odd, " "));
    }
    text
}
