//! Names that the article defines: `Ban Quản lý Vịnh (BQLV)`, `Hội đồng thẩm định (sau đây gọi là Hội đồng)`; and short forms of councils and agencies that it names in full.
//!
//! ```text
//! short = head small { small }       Cơ quan điều hành, of Cơ quan điều hành Trung tâm Giống
//!       | council                    Hội đồng, of Hội đồng điều hành Trung tâm Giống, where the words after it go on with the sentence
//!       | brand                      Thiên Khôi, of CTCP Thang máy Thiên Khôi, where it is somebody by the words around
//! ```

use std::ops::Range;

use memchr::memmem;

use super::text;
use crate::candidate::Strength;
use crate::document::reach;
use crate::document::words::Map;
use crate::document::{Article, Draft, Reading, Recorder};
use crate::gazetteer::table::Row;
use crate::text::normalize::{Normalized, is_mark, is_regular};
use crate::{Kind, Span};

/// The rule of names that are found because the article defines them.
pub(crate) const MENTION: &str = "rule/organization/mention";

/// The rule of the definitions.
const DEFINED: &str = "rule/organization/defined";

/// Definitions of an article that are looked for elsewhere at most.
const MOST: usize = 24;

/// Bytes of a text that are composed at a time.
const PIECE: usize = 4096;

/// Bytes before a name that may belong to it, with room for letters whose marks stand apart: `Ban Giám sát `.
const LEFT: usize = 64;

/// Letters between a full name and the name defined for it at most: " (sau đây gọi tắt là ".
const FARTHEST: usize = 48;

/// Which draft a defined name stands for.
#[derive(Debug, Default)]
pub(super) struct FullNames {
    of: Map<String, usize>,
}

impl FullNames {
    /// The draft that a name stands for.
    pub(super) fn of(&self, name: &str) -> Option<usize> {
        self.of.get(name).copied()
    }

    /// Whether the article defines no name.
    pub(super) fn is_empty(&self) -> bool {
        self.of.is_empty()
    }
}

/// The names that the article defines, each with the draft of the full name before it.
pub(super) fn full_names(article: &Article<'_>) -> FullNames {
    let mut names = FullNames::default();
    let mut before: Option<(usize, &Draft)> = None;
    for (at, draft) in article.of(Kind::Organization) {
        if let Some((full, body)) = before.filter(|_| is_definition(draft)) {
            let gap = article.input.text.get(body.span.end()..draft.span.start());
            if gap.is_some_and(|gap| !reach::is_longer(gap, FARTHEST)) {
                names.of.entry(text(article, draft).into_owned()).or_insert(full);
            }
        }
        before = Some((at, draft));
    }
    names
}

fn is_definition(draft: &Draft) -> bool {
    draft.rule == DEFINED
}

/// The brand that ends the full name of a company or bank, unless it is a name of the lists or of a place.
fn brand(article: &Article<'_>, at: usize, draft: &Draft) -> Option<Name> {
    let index = article.index;
    // `Công ty Chứng khoán TP HCM` is named after the place.
    let inside = article.drafts.get(at + 1..).unwrap_or_default().iter();
    let mut inside = inside.take_while(|inner| inner.span.start() < draft.span.end());
    let is_place = inside.any(|inner| inner.span.end() == draft.span.end());
    let full = text(article, draft);
    let is_brand = |name: &str| !is_place && index.look_up(name).is_empty();
    let written = written_brand(&full).map(|name| (name, After::Any));
    let spoken = || spoken_brand(&full).map(|name| (name, After::Brand));
    let named = |(name, _): &(&str, After)| is_brand(name);
    let (name, after) = written.filter(named).or_else(|| spoken().filter(named))?;
    Some(Name { text: name.to_owned(), after })
}

/// The names by which a body may be meant elsewhere.
fn names_of(article: &Article<'_>, at: usize, draft: &Draft) -> [Option<Name>; 2] {
    if is_definition(draft) {
        let text = text(article, draft).into_owned();
        // `Văn phòng` in `Văn phòng Hội đồng điều hành` is another body.
        let is_long = text.contains(char::is_whitespace);
        // `ngành TN&MT`: the letters of what a ministry is for are elsewhere just that.
        if !is_long && text.contains(['&', '-', ',']) {
            return [None, None];
        }
        let name = Name { text, after: if is_long { After::Small } else { After::Any } };
        return [Some(name), None];
    }
    let Reading::Body(body) = &draft.reading else { return [None, None] };
    let index = article.index;
    let head = index.matcher.name(body.head).and_then(|head| index.row(head));
    let Some(head) = head else { return [None, None] };
    match head.get("type") {
        "company" | "corporation" | "bank" => [brand(article, at, draft), None],
        "council" | "agency" => short_forms(article, draft, head),
        _ => [None, None],
    }
}

/// A brand that is written as no other name of the language: `PVTex` in `Công ty CP PVTex`. `Công ty Minh Phát` is named like people.
fn written_brand(full: &str) -> Option<&str> {
    let last = full.rsplit(char::is_whitespace).next()?;
    let capitals = last.chars().filter(|c| c.is_uppercase()).count();
    let is_word = last.chars().all(char::is_alphanumeric) && last.chars().count() > 2;
    (capitals >= 2 && is_word && last.len() < full.len()).then_some(last)
}

/// A name to look for elsewhere in the article.
#[derive(Debug, Eq, PartialEq)]
struct Name {
    text: String,
    after: After,
}

/// What may stand after a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum After {
    /// Anything.
    Any,
    /// No capital that would go on from it: a short form is the beginning of longer names.
    Small,
    /// The end of a clause, or a word that goes on with the sentence and with no name: `Hội đồng có`, not `Hội đồng trường`.
    Clause,
    /// As after the name of somebody, and before it no word for what else may be named so: `của Minh Phát`, `Minh Phát đã`, not `ông Minh Phát`.
    Brand,
}

/// A brand in two or three words of the language: `Thiên Nam` of `CTCP Thang máy Thiên Nam`.
fn spoken_brand(full: &str) -> Option<&str> {
    let is_title = |word: &&(usize, usize)| {
        let mut letters = full.get(word.0..word.1).unwrap_or_default().chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let all = words(full);
    let last = all.iter().rev().take_while(is_title).count();
    let start = all.len().checked_sub(last).filter(|start| *start > 0)?;
    full.get(all.get(start)?.0..).filter(|_| (2..=3).contains(&last))
}

/// Where the words of a name begin and end.
fn words(name: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::with_capacity(8);
    let mut start = 0;
    for (at, c) in name.char_indices().filter(|(_, c)| c.is_whitespace()) {
        words.push((start, at));
        start = at + c.len_utf8();
    }
    words.push((start, name.len()));
    words
}

/// The short forms of a council or agency that is named in full: what its head is, in small letters, and of a council its head alone.
fn short_forms(article: &Article<'_>, draft: &Draft, head: Row<'_>) -> [Option<Name>; 2] {
    /// Syllables of these heads.
    const HEAD: usize = 2;
    let is_council = head.get("type") == "council";
    let full = text(article, draft);
    let all = words(&full);
    let end_of = |count: usize| all.get(count.wrapping_sub(1)).map(|word| word.1);
    let Some(end) = end_of(HEAD).filter(|_| head.name().split(' ').count() == HEAD) else {
        return [None, None];
    };
    // `Hội đồng Điều hành` too: the first letter may be a capital.
    let is_small = |(at, word): &(usize, &(usize, usize))| {
        let letters = full.get(word.0..word.1).unwrap_or_default().chars();
        letters.skip(usize::from(*at == 0)).all(char::is_lowercase)
    };
    let rest = all.get(HEAD..).unwrap_or_default();
    let small = rest.iter().enumerate().take_while(is_small).count();
    let name = |end: usize, after| Name { text: full.get(..end).unwrap_or_default().into(), after };
    let purpose = end_of(HEAD + small).filter(|_| small > 1 && small < rest.len());
    let council = Some(end).filter(|_| is_council && !rest.is_empty());
    [purpose.map(|end| name(end, After::Small)), council.map(|end| name(end, After::Clause))]
}

/// Finds the names that the article defines, and the brands of companies that it names in full, wherever else it has them, before that too.
pub(crate) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let mut names: Vec<Name> = Vec::new();
    for (at, draft) in article.of(Kind::Organization) {
        for name in names_of(article, at, draft).into_iter().flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() >= MOST {
            break;
        }
    }
    if names.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for span in mentions(article, &names) {
        if !has_room(article, span) {
            continue;
        }
        let draft = Draft {
            kind: Kind::Organization,
            span,
            rule: MENTION,
            strength: Strength::Likely,
            reading: Reading::None,
            is_closed: true,
        };
        if let Some(recorder) = recorder.as_deref_mut() {
            recorder.overrule(&draft, MENTION, true);
        }
        found.push(draft);
    }
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|draft| (draft.span.start(), std::cmp::Reverse(draft.span.end())));
    let mut end = 0;
    found.retain(|draft| {
        let free = draft.span.start() >= end;
        end = if free { draft.span.end() } else { end };
        free
    });
    article.insert(found);
}

/// Where an article has these names; a brand that is part of a person's name there is none.
fn mentions(article: &Article<'_>, names: &[Name]) -> Vec<Span> {
    let text = article.input.text;
    let longest = names.iter().map(|name| name.text.len()).max().unwrap_or_default();
    let mut names: Vec<Sought<'_>> = names.iter().map(Sought::new).collect();
    let mut composed = Normalized::default();
    let mut start = 0;
    // All names are looked for in a piece while it is at hand, and only pieces that are not regular are composed; each is read with what stands around it.
    while start < text.len() {
        let end = space_after(text, start + PIECE);
        let first = space_before(text, start);
        let last = space_after(text, end + LEFT + 3 * longest);
        let window = text.get(first..last).unwrap_or_default();
        let is_given = article.is_regular || is_regular(window);
        if !is_given {
            composed.read(window);
        }
        let read = if is_given { window } else { &composed.text };
        let given = |from: usize, to: usize| match is_given {
            true => Span::new(first + from, first + to),
            false => {
                let (from, to) = (composed.given_start(from as u32), composed.given_end(to as u32));
                Span::new(first + from as usize, first + to as usize)
            }
        };
        for sought in &mut names {
            sought.look(article, read, start..end, given);
        }
        start = end;
    }
    names.into_iter().filter(|sought| !sought.is_person).flat_map(|sought| sought.found).collect()
}

/// A name that is looked for.
struct Sought<'n> {
    name: &'n Name,
    finder: memmem::Finder<'n>,
    /// Where it has been found.
    found: Vec<Span>,
    /// Whether it is a brand, and a person bears it.
    is_person: bool,
}

impl<'n> Sought<'n> {
    fn new(name: &'n Name) -> Self {
        let finder = memmem::Finder::new(&name.text);
        Self { name, finder, found: Vec::new(), is_person: false }
    }

    /// Looks for it, as words of its own, in a regular text, where the part of the article that is read begins in a range; `given` tells the span of a part of the text.
    fn look(
        &mut self,
        article: &Article<'_>,
        text: &str,
        range: Range<usize>,
        given: impl Fn(usize, usize) -> Span,
    ) {
        let Name { text: name, after } = self.name;
        for start in self.finder.find_iter(text.as_bytes()) {
            let end = start + name.len();
            self.is_person |= *after == After::Brand && is_person(article, given(start, end));
            if is_word(text, start, end) && may_stand(text, start, end, *after) {
                let span = given(led(text, start), end);
                self.found.extend(Some(span).filter(|span| range.contains(&span.start())));
            }
        }
    }
}

/// Whether a span lies in the name of a person.
fn is_person(article: &Article<'_>, span: Span) -> bool {
    near(article, span)
        .filter(|draft| draft.kind == Kind::Person)
        .any(|draft| draft.span.start() <= span.start() && span.end() <= draft.span.end())
}

/// The first space at or after so many bytes, or the end.
fn space_after(text: &str, bytes: usize) -> usize {
    let rest = text.as_bytes().get(bytes..).unwrap_or_default();
    memchr::memchr(b' ', rest).map_or(text.len(), |at| bytes + at)
}

/// A space before a space, far enough to have the words between.
fn space_before(text: &str, space: usize) -> usize {
    let near = space.saturating_sub(2 * LEFT)..space.saturating_sub(LEFT);
    let before = text.as_bytes().get(near.clone()).unwrap_or_default();
    memchr::memrchr(b' ', before).map_or(space, |at| near.start + at)
}

/// Whether a name may stand where it is found in a text.
fn may_stand(text: &str, start: usize, end: usize, after: After) -> bool {
    /// Words that go on with a sentence after its subject or object.
    const CLAUSE: [&str; 48] = [
        "là", "có", "gồm", "bao", "đã", "sẽ", "đang", "được", "do", "và", "cũng", "phải", "cần",
        "không", "trong", "về", "với", "theo", "để", "khi", "tại", "từ", "đến", "sau", "trước",
        "cho", "họp", "thực", "ban", "quyết", "chịu", "làm", "xem", "tổ", "đề", "thống", "yêu",
        "giao", "hoạt", "còn", "vào", "đặt", "nghe", "kiến", "thảo", "tiến", "đánh", "ghi",
    ];
    /// Last syllables of offices in a council.
    const OFFICES: [&str; 5] = ["tịch", "viên", "ký", "trực", "Trưởng"];
    /// Words that lead to somebody.
    const LEADS: [&str; 12] =
        ["của", "với", "do", "như", "rằng", "khi", "giữa", "cho", "theo", "bởi", "mà", "để"];
    let rest = text.get(end..).unwrap_or_default();
    let next = rest.trim_start_matches([' ', '\u{A0}']);
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_last = next.len() == rest.len() || word.is_empty();
    // U+00F0 is written for `đ` too.
    let goes_on = || CLAUSE.contains(&word) || CLAUSE.contains(&word.replace('ð', "đ").as_str());
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let before = text.get(..start).unwrap_or_default();
    let left = before.trim_end_matches([' ', '\u{A0}']);
    let leader = left.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_led = left.len() < before.len();
    // `Chủ tịch Hội đồng Lê Văn Hải`
    let is_held = || is_led && OFFICES.contains(&leader) && is_capital(word);
    match after {
        After::Any => true,
        After::Small => is_last || !is_capital(word) || is_held(),
        After::Clause => is_last || is_held() || goes_on(),
        After::Brand => {
            let leads = is_led && LEADS.contains(&leader);
            let begins = leader.is_empty() && !is_last && goes_on();
            (leads || begins) && (is_last || !is_capital(word))
        }
    }
}

/// Where the body begins that a mention ends: `Văn phòng Hội đồng điều hành` is an office of its own.
fn led(text: &str, start: usize) -> usize {
    const HEADS: [&[&str]; 4] =
        [&["Văn", "phòng"], &["Thường", "trực"], &["Ban", "Thư", "ký"], &["Ban", "Giám", "sát"]];
    let before = text.get(..start).unwrap_or_default();
    let begins = |head: &&[&str]| {
        head.iter().rev().try_fold(before, |rest, word| {
            let rest = rest.strip_suffix([' ', '\u{A0}'])?;
            rest.strip_suffix(*word)
        })
    };
    HEADS.iter().find_map(begins).map_or(start, str::len)
}

/// Whether a span is a word or words of its own: no letter, mark, digit or joining sign goes on from it.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let mut after = text.get(end..).unwrap_or_default().chars();
    let joins = |c: Option<char>| {
        c.is_some_and(|c| is_mark(c) || c.is_alphanumeric() || matches!(c, '-' | '&' | '@' | '_'))
    };
    let (first, second) = (after.next(), after.next());
    let dotted = first == Some('.') && second.is_some_and(|c| c.is_lowercase());
    !joins(before) && before != Some('.') && !joins(first) && !dotted
}

/// The drafts that overlap a span.
fn near<'d>(article: &'d Article<'_>, span: Span) -> impl Iterator<Item = &'d Draft> {
    /// So many drafts before its end are looked at.
    const MOST: usize = 8;
    let after = article.drafts.partition_point(|draft| draft.span.start() < span.end());
    let near = article.drafts.get(..after).unwrap_or_default().iter().rev().take(MOST);
    near.filter(move |draft| draft.span.overlaps(span))
}

/// Whether nothing accepted stands in the way: a body may lie in an office.
fn has_room(article: &Article<'_>, span: Span) -> bool {
    near(article, span).all(|draft| {
        draft.kind == Kind::Position
            && !draft.is_closed
            && draft.span.start() < span.start()
            && span.end() <= draft.span.end()
    })
}
