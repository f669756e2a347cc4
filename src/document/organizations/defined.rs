//! Names that the article defines: `Ban Quản lý Vịnh (BQLV)`, `Hội đồng thẩm định (sau đây gọi là Hội đồng)`.

use std::ops::Range;

use memchr::memmem;

use super::text;
use crate::candidate::Strength;
use crate::document::words::Map;
use crate::document::{Article, Draft, Reading, Recorder};
use crate::entity::Reason;
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

/// Bytes between a full name and the name defined for it at most: " (sau đây gọi tắt là ".
const FARTHEST: usize = 60;

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
    let bodies =
        article.drafts.iter().enumerate().filter(|(_, draft)| draft.kind == Kind::Organization);
    let mut before: Option<(usize, &Draft)> = None;
    for (at, draft) in bodies {
        if let Some((full, body)) = before.filter(|_| is_definition(draft)) {
            let gap = draft.span.start().checked_sub(body.span.end());
            if gap.is_some_and(|gap| gap <= FARTHEST) {
                names.of.entry(text(article, draft).into_owned()).or_insert(full);
            }
        }
        before = Some((at, draft));
    }
    names
}

fn is_definition(draft: &Draft) -> bool {
    matches!(draft.reason, Reason::Rule(rule) if rule == DEFINED)
}

/// The brand that ends the full name of a company: `PVTex` in `Công ty CP PVTex`; only what no other name of the language looks like, for `Công ty Minh Phát` is named like people, and no word of the lists: `Công ty XNK`.
fn brand(article: &Article<'_>, at: usize, draft: &Draft) -> Option<String> {
    const TYPES: [&str; 3] = ["company", "corporation", "bank"];
    let Reading::Body(body) = &draft.reading else { return None };
    let index = article.index;
    let head = index.matcher.name(body.head).and_then(|head| index.row(head))?;
    if !TYPES.contains(&head.get("type")) {
        return None;
    }
    let name = text(article, draft);
    let last = name.rsplit(char::is_whitespace).next()?;
    let capitals = last.chars().filter(|c| c.is_uppercase()).count();
    let is_word = last.chars().all(char::is_alphanumeric) && last.chars().count() > 2;
    if capitals < 2 || !is_word || last.len() == name.len() {
        return None;
    }
    // `Công ty Chứng khoán TP HCM` is named after the place.
    let inside = article.drafts.get(at + 1..).unwrap_or_default().iter();
    let mut inside = inside.take_while(|inner| inner.span.start() < draft.span.end());
    let is_place = inside.any(|inner| inner.span.end() == draft.span.end());
    (!is_place && index.look_up(last).is_empty()).then(|| last.to_owned())
}

/// Finds the names that the article defines, and the brands of companies that it names in full, wherever else it has them, before that too.
pub(crate) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let mut names: Vec<String> = Vec::new();
    let bodies = article.drafts.iter().enumerate();
    for (at, draft) in bodies.filter(|(_, draft)| draft.kind == Kind::Organization) {
        let name = if is_definition(draft) {
            Some(text(article, draft).into_owned())
        } else {
            brand(article, at, draft)
        };
        names.extend(name.filter(|name| !names.contains(name)));
        if names.len() == MOST {
            break;
        }
    }
    if names.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for span in mentions(article.input.text, &names) {
        if !has_room(article, span) {
            continue;
        }
        let draft = Draft {
            kind: Kind::Organization,
            span,
            reason: Reason::Rule(MENTION),
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

/// Where a text has these names.
fn mentions(text: &str, names: &[String]) -> Vec<Span> {
    if is_regular(text) {
        let found = names.iter().flat_map(|name| places(text, name));
        return found.map(|place| Span::new(place.start, place.end)).collect();
    }
    // Only pieces that are not regular are composed, so that one odd character does not cost the whole text; a piece is read with what stands around it.
    let longest = names.iter().map(String::len).max().unwrap_or_default();
    let mut found = Vec::new();
    let mut composed = Normalized::default();
    let mut start = 0;
    while start < text.len() {
        let end = space_after(text, start + PIECE);
        let first = space_before(text, start);
        let last = space_after(text, end + LEFT + 3 * longest);
        let window = text.get(first..last).unwrap_or_default();
        let is_given = is_regular(window);
        if !is_given {
            composed.read(window);
        }
        let read = if is_given { window } else { &composed.text };
        for place in names.iter().flat_map(|name| places(read, name)) {
            let place = match is_given {
                true => place,
                false => {
                    let end = composed.given_end(place.end as u32) as usize;
                    composed.given_start(place.start as u32) as usize..end
                }
            };
            let place = first + place.start..first + place.end;
            if (start..end).contains(&place.start) {
                found.push(Span::new(place.start, place.end));
            }
        }
        start = end;
    }
    found
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

/// Where a regular text has a name as words of its own, with the head that makes another body of it.
fn places<'n>(text: &'n str, name: &'n str) -> impl Iterator<Item = Range<usize>> + 'n {
    let found = memmem::find_iter(text.as_bytes(), name.as_bytes());
    let found = found.map(|start| (start, start + name.len()));
    let words = found.filter(|(start, end)| is_word(text, *start, *end));
    words.map(|(start, end)| led(text, start)..end)
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

/// Whether nothing accepted stands in the way: a body may lie in an office.
fn has_room(article: &Article<'_>, span: Span) -> bool {
    let after = article.drafts.partition_point(|draft| draft.span.start() < span.end());
    let near = article.drafts.get(..after).unwrap_or_default().iter().rev().take(8);
    near.filter(|draft| draft.span.overlaps(span)).all(|draft| {
        draft.kind == Kind::Position
            && !draft.is_closed
            && draft.span.start() < span.start()
            && span.end() <= draft.span.end()
    })
}
