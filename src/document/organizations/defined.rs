//! Names that the article defines: `Ban Quản lý Vịnh (BQLV)`, `Hội đồng thẩm định (sau đây gọi là Hội đồng)`.

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
    (!is_place && index.matcher.look_up(last, &index.lexicon).is_empty()).then(|| last.to_owned())
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
    let mut whole = Normalized::default();
    let given = article.input.text;
    let is_given = is_regular(given);
    if !is_given {
        whole.read(given);
    }
    let text = if is_given { given } else { whole.text.as_str() };
    let mut found = Vec::new();
    for name in &names {
        let places = text.match_indices(name.as_str());
        let places = places.map(|(start, _)| (start, start + name.len()));
        for (start, end) in places.filter(|(start, end)| is_word(text, *start, *end)) {
            let start = led(text, start);
            let span = match is_given {
                true => Span::new(start, end),
                false => Span::new(
                    whole.given_start(start as u32) as usize,
                    whole.given_end(end as u32) as usize,
                ),
            };
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
