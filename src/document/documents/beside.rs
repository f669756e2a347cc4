//! What stands beside a citation: who issued the document, and the day of its signature.
//!
//! ```text
//! signature = citation ["("] [","] ["ban hành" | "ký"] ["của" issuer] day      Nghị quyết số 23-NQ/TU ngày 3/3/2024
//!           | day … ("ban hành" | "ký" …) citation                              Ngày 1/11, UBND tỉnh ban hành Quyết định số …
//!           | citation "về" matter day "của" issuer                             of the year of the number, if it has one
//! issuer    = citation [day] "của" (body | office)
//!           | citation ("do" | "được") (body | office) ["vừa" | "đã"] ("ban hành" | "ký" …)
//!           | "Tại" citation [day] "," (body | office) ("yêu cầu" | "giao" …)
//!           | (body | office [person]) [day] ["vừa" | "đã"] ("ban hành" | "ký" …) citation
//!           | ("đề nghị" | "chỉ đạo" …) "của" (body | office) "tại" citation
//!           | "thay mặt" body "," … "ký" citation
//! ```
//!
//! An office stands for the body whose papers its holder signs.

use std::borrow::Cow;

use super::issuer::{self, Coded, Told};
use super::passing;
use super::subject::{Subject, begins_clause, is_title};
use crate::document::{Article, Draft, Reading, Readings, reach};
use crate::rules::document::Citation;
use crate::text::normalize::composed;
use crate::value::{DocumentValue, Pinpoint, Precision, Text};
use crate::{Day, Kind, Span};

/// A citation with what stands around it.
pub(super) struct Beside<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) readings: &'a Readings,
    pub(super) coded: &'a Coded,
    pub(super) at: usize,
}

/// What stands after a citation.
#[derive(Debug, Default)]
struct Beyond {
    /// `của Bộ Y tế`
    owner: Option<Text>,
    /// `do Bộ Y tế ban hành`
    agent: Option<Text>,
    date: Option<Day>,
}

/// How many characters lie at most between a citation and the day of its signature before it.
const LEAD: usize = 160;

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
        let Beyond { owner, agent, date } = self.after();
        let (passer, passed_on) =
            if owner.is_none() || date.is_none() { self.before() } else { (None, None) };
        let passer = || passer.or(agent).or_else(|| self.holder());
        let told = owner.map(Told::Owner).or_else(|| passer().map(Told::Passer));
        DocumentValue {
            r#type: text(&citation.class),
            number: text(&citation.number),
            year: citation.year,
            symbol: text(&citation.symbol),
            title: text(&citation.title),
            issuer: issuer::settled(self.article, citation, told, self.coded),
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
        let given = self.article.input.text.get(start..end).unwrap_or_default();
        match count_plain(given, most + 1) {
            Some(count) => (count <= most).then_some(Cow::Borrowed(given)),
            None if given.len() > WIDEST * most => None,
            None => Some(plain(given)).filter(|text| text.chars().count() <= most),
        }
    }

    /// Whether words follow a place.
    fn is_followed(&self, end: usize, words: &str) -> bool {
        self.near(end).starts_with(words)
    }

    fn day(&self, at: usize) -> Option<Day> {
        let date = self.readings.date(at)?;
        let is_day = date.precision == Some(Precision::Day);
        date.from.filter(|_| is_day)
    }

    /// Issuer and day that stand after the citation, in either order.
    fn after(&self) -> Beyond {
        let mut found = Beyond::default();
        let Some(draft) = self.draft(self.at) else { return found };
        let mut end = draft.span.end();
        for next in self.at + 1..self.at + 7 {
            let Some(draft) = self.draft(next) else { break };
            if draft.span.start() < end {
                continue;
            }
            let Some(between) = self.between(end, draft.span.start(), NEAR) else { break };
            // `Nghị quyết số 29-NQ/TW (khóa XI) của …`
            let gloss =
                between.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
            let words = gloss.map_or(&*between, |(_, rest)| rest);
            let words = passing::without_numbers(words.trim_matches([' ', ',', '(', ')']));
            match draft.kind {
                Kind::Date if found.date.is_none() && passing::is_passed(words) => {
                    found.date = self.day(next).filter(|_| !self.is_matter(next));
                }
                Kind::Organization | Kind::Position
                    if found.owner.is_none() && found.agent.is_none() =>
                {
                    let is_agent = || {
                        passing::is_agent(words) && passing::begins_passing(&self.predicate(next))
                    };
                    // `Tại Công điện số 16, Thủ tướng yêu cầu …`
                    let is_speaker = || {
                        words.is_empty()
                            && between.trim() == ","
                            && self.is_led_by_place()
                            && passing::begins_speaking(&self.predicate(next))
                    };
                    if words == "của" {
                        found.owner = Some(issuer::of_owner(self.article, draft));
                    } else if is_agent() || is_speaker() {
                        found.agent = self.agent(draft);
                    } else {
                        break;
                    }
                }
                // `Nghị định số 15/2020/NĐ-CP (Nghị định 15) của …`
                Kind::Document
                    if between.trim() == "(" && self.is_followed(draft.span.end(), ")") => {}
                _ => break,
            }
            end = draft.span.end();
        }
        found
    }

    /// What follows a body or office and the person who holds it: what they do.
    fn predicate(&self, at: usize) -> Cow<'_, str> {
        let Some(mut end) = self.draft(at).map(|draft| draft.span.end()) else {
            return Cow::Borrowed("");
        };
        let mut next = (at + 1..at + 6).filter_map(|next| self.draft(next));
        let next = next.find(|next| next.span.start() >= end);
        if let Some(person) = next.filter(|next| next.kind == Kind::Person)
            && is_title(&self.text(end, person.span.start()))
        {
            end = person.span.end();
        }
        self.near(end)
    }

    /// Whether the citation says where a thing is told: `Tại Công điện số 16, …` at the start of a clause.
    fn is_led_by_place(&self) -> bool {
        let start = self.draft(self.at).map_or(0, |draft| draft.span.start());
        let before = self.behind(start);
        let before = before.trim_end();
        let rest = before.strip_suffix("Tại").or_else(|| before.strip_suffix("tại"));
        rest.is_some_and(|rest| !rest.trim_end_matches(' ').ends_with(char::is_alphanumeric))
    }

    /// The issuer of what a body or the holder of an office passes.
    fn agent(&self, agent: &Draft) -> Option<Text> {
        match agent.kind {
            Kind::Position => issuer::of_office(self.article, agent),
            _ => Some(self.body(agent)),
        }
    }

    /// Whether a draft lies in one before it.
    fn is_inner(&self, at: usize) -> bool {
        let end = self.draft(at).map_or(0, |draft| draft.span.end());
        // They nest two deep, with few beside each other.
        let mut before = (at.saturating_sub(4)..at).filter_map(|at| self.draft(at));
        before.any(|outer| outer.span.end() >= end)
    }

    /// The body that the sentence says passes the document, and the day before it.
    fn before(&self) -> (Option<Text>, Option<Day>) {
        let Some(start) = self.draft(self.at).map(|draft| draft.span.start()) else {
            return (None, None);
        };
        let mut subject = Subject::default();
        let (mut sender, mut date) = (None, None);
        let mut near = start;
        for at in (0..self.at).rev().take(16).filter(|at| !self.is_inner(*at)) {
            let Some(other) = self.draft(at).filter(|other| other.kind != Kind::Document) else {
                break;
            };
            let (from, end) = (other.span.start(), other.span.end());
            let Some(between) = self.between(end, start, LEAD) else { break };
            if between.contains([';', '!', '?', '\n']) || between.contains(". ") {
                break;
            }
            let gap = self.text(end, near);
            let gap = gap.trim();
            let is_first = near == start;
            if is_first {
                subject.is_open = passing::is_passing(gap);
                if !subject.is_open && !passing::ends_passing(gap) {
                    break;
                }
            }
            near = from;
            match other.kind {
                Kind::Date => {
                    let is_told = is_first && subject.is_open || begins_clause(gap);
                    date = self.day(at).filter(|_| is_told && !self.is_bound(from));
                    if !is_first {
                        break;
                    }
                }
                Kind::Organization if subject.is_open && gap.starts_with(')') => {
                    near = self.opening(from);
                }
                Kind::Organization if self.is_represented(&other.span) => {
                    sender = sender.or_else(|| Some(self.body(other)));
                    subject.is_open = false;
                }
                Kind::Organization => subject.body(self.body(other), gap, is_first),
                Kind::Position => {
                    subject.office(issuer::of_office(self.article, other), gap, is_first);
                }
                Kind::Person | Kind::Rank => subject.is_open &= is_first || is_title(gap),
                _ => subject.is_open = false,
            }
        }
        (sender.or_else(|| subject.issuer()), date)
    }

    /// Whose words the document holds: `theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …`.
    fn holder(&self) -> Option<Text> {
        let start = self.draft(self.at)?.span.start();
        let mut near = start;
        for at in (0..self.at).rev().take(8).filter(|at| !self.is_inner(*at)) {
            let other = self.draft(at)?;
            let gap = self.between(other.span.end(), near, NEAR)?;
            let is_joined = if near == start { gap.trim() == "tại" } else { is_title(&gap) };
            if !is_joined {
                return None;
            }
            near = other.span.start();
            match other.kind {
                Kind::Person => {}
                Kind::Organization | Kind::Position => {
                    return passing::ends_saying(&self.behind(near)).then(|| self.agent(other))?;
                }
                _ => return None,
            }
        }
        None
    }

    /// Where the bracket opens that a place lies in: `Sở Địa chính (nay là Sở Tài nguyên và Môi trường)`.
    fn opening(&self, start: usize) -> usize {
        let before = self.article.input.text.get(..start).unwrap_or_default();
        let near = reach::before(before, NEAR);
        let bracket = before.get(near..).and_then(|near| near.rfind('('));
        bracket.map_or(start, |at| near + at)
    }

    /// Whether a day is where something begins or ends, and not when it is done: `từ 1-7`.
    fn is_bound(&self, start: usize) -> bool {
        const BOUNDS: [&str; 8] = ["từ", "đến", "trước", "sau", "hết", "tới", "của", "theo"];
        let before = self.behind(start);
        let before = before.trim_end();
        BOUNDS.iter().any(|word| {
            let rest = before.strip_suffix(*word);
            rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    }

    /// The few words before a place.
    fn behind(&self, start: usize) -> Cow<'_, str> {
        let text = self.article.input.text.get(..start).unwrap_or_default();
        plain(text.get(reach::before(text, NEAR)..).unwrap_or_default())
    }

    /// The few words after a place.
    fn near(&self, end: usize) -> Cow<'_, str> {
        let rest = self.article.input.text.get(end..).unwrap_or_default();
        plain(rest.get(..reach::after(rest, NEAR)).unwrap_or_default())
    }

    /// Whether someone signs for a body: `Thay mặt Bộ Chính trị, Thường trực Ban Bí thư ký …`.
    fn is_represented(&self, body: &Span) -> bool {
        const WORDS: [&str; 2] = ["hay mặt ", "HAY MẶT "];
        let before = self.behind(body.start());
        WORDS.iter().any(|words| before.ends_with(*words))
    }

    /// The day that stands after the matter of a document in a source note: `Nghị định số 75/2013/NĐ-CP … về … ngày 15/07/2013 của Chính phủ`.
    fn after_matter(&self, citation: &Citation) -> Option<Day> {
        let year = citation.year;
        let start = self.draft(self.at)?.span.end();
        let is_year = |day: &Day| year.is_none_or(|year| day.year() == year);
        let reach = self.at + 1..self.at + 24;
        // The matter is read only up to a day that may be meant.
        let last = reach.clone().rev().find(|at| self.day(*at).is_some_and(|day| is_year(&day)))?;
        let mut has_other = false;
        let mut matter = Matter::default();
        for at in reach.start..=last {
            let draft = self.draft(at)?;
            has_other |= draft.kind == Kind::Document;
            if draft.kind != Kind::Date {
                continue;
            }
            // Without the year of its number nothing tells that a day is that of this document, if much stands between.
            if year.is_none() && (has_other || citation.symbol.is_empty()) {
                return None;
            }
            let words = self.between(start + matter.bytes, draft.span.start(), MATTER)?;
            matter.bytes = draft.span.start() - start;
            matter.read(&words);
            if matter.letters > MATTER || matter.is_over {
                return None;
            }
            if year.is_none() && matter.has_comma {
                return None;
            }
            let is_passed = words.trim_end().ends_with("ban hành");
            let is_note = || is_passed || self.takes_effect(draft.span.end());
            if matter.ends_sentence && !(year.is_some() && is_note()) {
                return None;
            }
            // A number without year says nothing of the day: then the issuer must follow.
            let ends = [" của", ", có hiệu lực"];
            let ends = ends.get(..if year.is_some() { 2 } else { 1 }).unwrap_or_default();
            let after = self.near(draft.span.end());
            let ends = ends.iter().any(|next| after.starts_with(next));
            let is_signature = (is_passed || ends) && !self.is_of_other(at);
            let day = self.day(at).filter(|day| is_signature && is_year(day));
            if day.is_some() {
                return day;
            }
        }
        None
    }

    /// Whether a day closes a source note, which goes on to say from when the document holds: `ngày 15/07/2013 của Chính phủ, có hiệu lực thi hành kể từ ngày …`.
    fn takes_effect(&self, end: usize) -> bool {
        const ISSUER: usize = 90;
        let rest = self.article.input.text.get(end..).unwrap_or_default();
        let rest = plain(rest.get(..reach::after(rest, ISSUER)).unwrap_or_default());
        rest.split_once(", có hiệu lực")
            .is_some_and(|(issuer, _)| !issuer.contains(['\n', ';', '(']))
    }

    /// Whether a day is that of the document just before it: not where this is a law that the matter of a numbered one names, or that one itself by its title.
    fn is_of_other(&self, day: usize) -> bool {
        let Some(at) = day.checked_sub(1).filter(|at| *at > self.at) else { return false };
        let (Some(this), Some(other), Some(date)) =
            (self.draft(self.at), self.draft(at), self.draft(day))
        else {
            return false;
        };
        let touches = |one: &Draft, next: &Draft| {
            self.text(one.span.end(), next.span.start()).trim().is_empty()
        };
        // `Luật số 08/2017/QH14 Luật Thủy lợi`
        let is_title = numbered(other).is_none() && touches(this, other);
        other.kind == Kind::Document
            && touches(other, date)
            && !is_title
            && !Self { at, ..*self }.is_matter(day)
    }

    /// Whether the citation is a law in the matter of a numbered document, whose day comes after it: `Nghị định số 67/2018/NĐ-CP quy định chi tiết một số điều của Luật Thủy lợi ngày 14/05/2018 của Chính phủ`.
    fn is_matter(&self, day: usize) -> bool {
        const ASSEMBLIES: [&str; 2] = [" của Quốc hội", " của Ủy ban Thường vụ Quốc hội"];
        let (Some(law), Some(date)) = (self.draft(self.at), self.draft(day)) else { return false };
        let Some(year) = self.day(day).map(|day| day.year()) else { return false };
        if numbered(law).is_some() {
            return false;
        }
        let after = self.near(date.span.end());
        let before = self.behind(law.span.start());
        let before = before.trim_end();
        let stands_apart = before.ends_with([',', ';', '(']) || before.ends_with(" và");
        let of_assembly = ASSEMBLIES.iter().any(|words| after.starts_with(words));
        if stands_apart || of_assembly || !after.starts_with(" của") {
            return false;
        }
        let mains = (0..self.at).rev().take(16).filter_map(|at| self.draft(at));
        mains
            .filter(|main| numbered(main).is_some_and(|main| main.year == Some(year)))
            .filter_map(|main| self.between(main.span.end(), law.span.start(), MATTER))
            .any(|matter| !matter.contains('\n') && !matter.contains("có hiệu lực"))
    }
}

/// The matter of a document, read from one day after the citation to the next.
#[derive(Debug, Default)]
struct Matter {
    bytes: usize,
    letters: usize,
    /// Whether a line ends in it, or it says from when the document holds.
    is_over: bool,
    has_comma: bool,
    ends_sentence: bool,
}

impl Matter {
    /// Reads the words up to the next day, which begins with no space.
    fn read(&mut self, words: &str) {
        self.letters += words.chars().count();
        self.is_over |= words.contains('\n') || words.contains("có hiệu lực");
        self.has_comma |= words.contains(',');
        self.ends_sentence |= words.contains([';', '(']) || words.contains(". ");
    }
}

/// A citation that has a number.
fn numbered(draft: &Draft) -> Option<&Citation> {
    match &draft.reading {
        Reading::Document(citation) if !citation.number.is_empty() => Some(citation),
        _ => None,
    }
}

/// Text in NFC, all white space as spaces, without invisible characters.
fn plain(text: &str) -> Cow<'_, str> {
    if count_plain(text, usize::MAX).is_some() {
        return Cow::Borrowed(text);
    }
    let is_odd = |c: char| c.is_whitespace() && c != '\n' && c != ' ';
    let text = composed(text);
    if text.contains(is_odd) {
        return Cow::Owned(text.replace(is_odd, " "));
    }
    text
}

/// How many characters a text has, of which are read so many at most; none where one that is read may stand otherwise in [`plain`] text.
fn count_plain(text: &str, most: usize) -> Option<usize> {
    let mut rest = text.as_bytes();
    let mut count = 0;
    while count < most {
        rest = match *rest {
            [] => break,
            [b' '..=0x7F | b'\n', ref rest @ ..] => rest,
            [0xC3..=0xCB, _, ref rest @ ..] => rest,
            [0xE1, 0xB8..=0xBB, _, ref rest @ ..] => rest,
            _ => return None,
        };
        count += 1;
    }
    Some(count)
}
