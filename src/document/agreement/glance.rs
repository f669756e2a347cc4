//! A glance at the names of an article: few have others that could change them, and the words of all are read only where one may.

use crate::Kind;
use crate::candidate::Strength;
use crate::document::marks::Marks;
use crate::document::{Article, Draft};

/// The names that others may change; all that are left out stay as they are.
#[derive(Debug, Default)]
pub(super) struct Glance {
    /// Whether a place may have the name of a person.
    pub(super) has_both: bool,
    /// The bodies after which the name of a person may go on, by their places among the drafts.
    pub(super) before_people: Vec<usize>,
    /// The bodies after which more of their names may come.
    pub(super) cut_short: Vec<usize>,
    /// How these begin.
    openings: Marks,
}

/// What follows a name.
enum Next {
    /// No word that the name could go on with.
    Nothing,
    /// A word that begins so.
    Word(u64),
    /// What a glance does not tell.
    Unknown,
}

impl Glance {
    pub(super) fn at(article: &Article<'_>) -> Self {
        let name = |draft: &Draft| {
            article.input.text.as_bytes().get(draft.span.range()).unwrap_or_default()
        };
        let [mut people, mut openings] = [Marks::default(); 2];
        // The bodies that may go on, and how.
        let mut bodies = Vec::with_capacity(article.drafts.len());
        for (at, draft) in article.drafts.iter().enumerate() {
            match draft.kind {
                Kind::Person => people.add(ends(name(draft))),
                Kind::Organization => {
                    let opening = opening(name(draft));
                    let next = match next(article, draft.span.end()) {
                        Next::Nothing => continue,
                        Next::Word(word) => Some(word),
                        Next::Unknown => None,
                    };
                    openings.add(opening);
                    bodies.push((at, opening, next));
                }
                _ => {}
            }
        }
        let [mut later, mut longer] = [Marks::default(); 2];
        let mut has_both = false;
        for draft in &article.drafts {
            match draft.kind {
                Kind::Place if !has_both => {
                    has_both = !article.is_regular || people.has(ends(name(draft)));
                }
                // A body never breaks off after the first word.
                Kind::Person if draft.strength > Strength::Possible && !bodies.is_empty() => {
                    let mut is_first = true;
                    words(name(draft), |word| {
                        if !std::mem::take(&mut is_first) {
                            later.add(word);
                        }
                    });
                }
                Kind::Organization => {
                    let opening = opening(name(draft));
                    if openings.has(opening) {
                        words(name(draft), |word| longer.add(opening ^ word));
                    }
                }
                _ => {}
            }
        }
        let mut glance = Self { has_both, ..Self::default() };
        for (at, opening, next) in bodies {
            if next.is_none_or(|word| later.has(word)) {
                glance.before_people.push(at);
            }
            if next.is_none_or(|word| longer.has(opening ^ word)) {
                glance.openings.add(opening);
                glance.cut_short.push(at);
            }
        }
        glance
    }

    /// Whether nothing may change.
    pub(super) fn is_idle(&self) -> bool {
        !self.has_both && self.before_people.is_empty() && self.cut_short.is_empty()
    }

    /// Whether the words of the draft at a place must be read.
    pub(super) fn asks(&self, article: &Article<'_>, at: usize, draft: &Draft) -> bool {
        match draft.kind {
            Kind::Person => self.has_both || !self.before_people.is_empty(),
            Kind::Place => self.has_both,
            Kind::Organization => {
                let name = article.input.text.as_bytes().get(draft.span.range());
                self.openings.has(opening(name.unwrap_or_default()))
                    || self.before_people.binary_search(&at).is_ok()
            }
            _ => false,
        }
    }
}

/// Whether a byte may be or begin a character that parts words, or a sign.
fn may_part(byte: u8) -> bool {
    matches!(byte, 0..=b' ' | 0xC2 | 0xE2 | 0xE3)
}

/// The first bytes of a word, the same wherever it stands.
fn word(first: u8, second: Option<&u8>) -> u64 {
    // What begins a character of more bytes may be a sign after a word of one letter.
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || (0x80..0xC0).contains(byte);
    let second = second.copied().filter(goes_on).unwrap_or_default();
    u64::from(first) << 8 | u64::from(second)
}

/// Tells the words of a name after the first, by how they begin; what is no word may be among them.
#[inline]
fn words(name: &[u8], mut tell: impl FnMut(u64)) {
    let mut rest = name;
    while let Some(part) = rest.iter().position(|byte| may_part(*byte)) {
        rest = rest.get(part + 1..).unwrap_or_default();
        // What follows in a character is of it.
        while let [0x80..0xC0, after @ ..] = rest {
            rest = after;
        }
        match rest {
            [first, after @ ..] if *first > b' ' => tell(word(*first, after.first())),
            _ => {}
        }
    }
}

/// The first bytes of the first word of a name, before room for two more.
fn opening(name: &[u8]) -> u64 {
    let first = name.iter().take(6).take_while(|byte| !may_part(**byte));
    first.fold(0, |opening, byte| opening << 8 | u64::from(*byte)) << 16
}

/// How a name begins and ends: the same for the same name.
fn ends(name: &[u8]) -> u64 {
    let last = match *name {
        // The last two are of one letter.
        [.., second, last] if last >= 0x80 => u64::from(second) << 8 | u64::from(last),
        [.., last] => last.into(),
        [] => 0,
    };
    opening(name) ^ last
}

/// What comes after a place of the text.
fn next(article: &Article<'_>, end: usize) -> Next {
    let rest = article.input.text.as_bytes().get(end..).unwrap_or_default();
    match *rest {
        // Where marks stand apart, bytes tell nothing.
        _ if !article.is_regular => Next::Unknown,
        [b' ', first, ref rest @ ..] if first > b' ' => Next::Word(word(first, rest.first())),
        [b' ' | b'\n', ..] => Next::Nothing,
        [first, ..] if may_part(first) => Next::Unknown,
        _ => Next::Nothing,
    }
}
