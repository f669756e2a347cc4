//! A glance at the names of an article: few have others that could change them, and the words of all are read only where one may.

use std::borrow::Cow;

use crate::Kind;
use crate::candidate::Strength;
use crate::document::marks::Marks;
use crate::document::reach;
use crate::document::{Article, Draft};
use crate::text::normalize::is_regular;

/// The names that others may change; all that are left out stay as they are.
#[derive(Debug)]
pub(super) struct Glance {
    /// Whether a place may have the name of a person.
    pub(super) has_both: bool,
    /// How these begin and end.
    both: Marks,
    /// The bodies after which the name of a person may go on, by their places among the drafts.
    pub(super) before_people: Vec<usize>,
    /// The bodies after which more of their names may come.
    pub(super) cut_short: Vec<usize>,
    /// How these begin.
    openings: Marks,
    /// How they go on elsewhere; how they begin where that is not told.
    longer: Marks,
    /// How the words begin that the bodies before people have after the first.
    firsts: Marks,
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
        let [mut people, mut places, mut later, mut longer] =
            [(); 4].map(|()| Marks::with_room(article.drafts.len()));
        // The bodies that may go on, and how.
        let mut bodies = Vec::with_capacity(article.drafts.len());
        for (at, draft) in article.drafts.iter().enumerate() {
            let name = || name(article, draft);
            match draft.kind {
                Kind::Person => {
                    let name = name();
                    people.add(ends(&name));
                    if draft.strength > Strength::Possible {
                        words(&name, |_, rest| later.add(word(rest)));
                    }
                }
                Kind::Place => places.add(ends(&name())),
                Kind::Organization => {
                    let name = name();
                    let opening = opening(&name);
                    let tell = |at, rest: &[u8]| longer.add(going_on(opening, at, word(rest)));
                    let count = words(&name, tell);
                    let next = match next(article, draft.span.end()) {
                        Next::Nothing => continue,
                        Next::Word(word) => Some((word, going_on(opening, count, word))),
                        Next::Unknown => None,
                    };
                    bodies.push((at, opening, next));
                }
                _ => {}
            }
        }
        let mut both = places;
        both.meet(&people);
        // A body never breaks off after the first word of a name.
        let is_before = |next: &Option<(u64, u64)>| next.is_none_or(|(word, _)| later.has(word));
        let before = bodies.iter().filter(|(_, _, next)| is_before(next));
        let before_people: Vec<usize> = before.map(|(at, ..)| *at).collect();
        bodies.retain(|(_, _, next)| next.is_none_or(|(_, going_on)| longer.has(going_on)));
        let mut firsts = later.emptied();
        for body in before_people.iter().filter_map(|at| article.drafts.get(*at)) {
            words(&name(article, body), |_, rest| firsts.add(opening(rest)));
        }
        let [mut openings, mut longer] = [people.emptied(), longer.emptied()];
        for (_, opening, next) in &bodies {
            openings.add(*opening);
            longer.add(next.map_or(*opening, |(_, going_on)| going_on));
        }
        let cut_short = bodies.into_iter().map(|(at, ..)| at).collect();
        Self { has_both: both.any(), both, before_people, cut_short, openings, longer, firsts }
    }

    /// Whether nothing may change.
    pub(super) fn is_idle(&self) -> bool {
        !self.has_both && self.before_people.is_empty() && self.cut_short.is_empty()
    }

    /// Whether a body may have more of the name of one that breaks off.
    fn goes_on(&self, name: &[u8]) -> bool {
        let opening = opening(name);
        if !self.openings.has(opening) {
            return false;
        }
        let mut is_longer = self.longer.has(opening);
        words(name, |at, rest| is_longer |= self.longer.has(going_on(opening, at, word(rest))));
        is_longer
    }

    /// Whether the words of a draft must be read, besides those of the bodies that may change.
    pub(super) fn asks(&self, article: &Article<'_>, draft: &Draft) -> bool {
        let name = || name(article, draft);
        let is_both = || self.has_both && self.both.has(ends(&name()));
        match draft.kind {
            Kind::Person => {
                let may_break = || self.firsts.has(opening(&name()));
                !self.before_people.is_empty() && may_break() || is_both()
            }
            Kind::Place => is_both(),
            Kind::Organization => self.goes_on(&name()),
            _ => false,
        }
    }
}

/// The bytes of a name, composed where it is not regular.
fn name<'a>(article: &'a Article<'_>, draft: &Draft) -> Cow<'a, [u8]> {
    match article.composed(draft.span.range()) {
        Cow::Borrowed(name) => Cow::Borrowed(name.as_bytes()),
        Cow::Owned(name) => Cow::Owned(name.into_bytes()),
    }
}

/// Whether a byte may be or begin a character that parts words, or a sign.
fn may_part(byte: u8) -> bool {
    matches!(byte, 0..=b' ' | 0xC2 | 0xE2 | 0xE3)
}

/// Which of eight bytes [`may_part`], by the upper bit of each.
fn parting(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const REST: u64 = 0x7F * ONES;
    // The upper bit of each byte that is not 0; nothing is carried from one to the next.
    let is_some = |bytes: u64| ((bytes & REST) + REST) | bytes;
    let is_above_space = ((eight & REST) + (0x7F - b' ' as u64) * ONES) | eight;
    let is_other = is_some(eight ^ (0xC2 * ONES)) & is_some((eight | ONES) ^ (0xE3 * ONES));
    !(is_above_space & is_other) & (0x80 * ONES)
}

/// The first eight bytes of a name, with zeros after the last.
fn head(name: &[u8]) -> u64 {
    match name.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => name.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// The first bytes of the word that begins here, the same wherever it stands.
fn word(rest: &[u8]) -> u64 {
    let [first, rest @ ..] = rest else { return 0 };
    // What begins a character of more bytes may be a sign after a word of one letter.
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || (0x80..0xC0).contains(byte);
    let second = rest.first().copied().filter(goes_on).unwrap_or_default();
    u64::from(*first) << 8 | u64::from(second)
}

/// How a name with this opening goes on after so many words with another.
fn going_on(opening: u64, words: u64, word: u64) -> u64 {
    opening ^ words << 48 ^ word
}

/// Tells the words of a name after the first, by their numbers and where they begin, and how many they are: the same however they are parted.
fn words<'n>(name: &'n [u8], mut tell: impl FnMut(u64, &'n [u8])) -> u64 {
    let last = name.len().saturating_sub(8);
    let mut count = 0;
    for start in (0..name.len()).step_by(8) {
        // The last eight bytes are read whole, but for what has been read.
        let at = start.min(last);
        let mut parts = parting(head(name.get(at..).unwrap_or_default()));
        parts &= u64::MAX << (8 * (start - at));
        while parts != 0 {
            let part = at + parts.trailing_zeros() as usize / 8;
            parts &= parts - 1;
            let mut rest = name.get(part + 1..).unwrap_or_default();
            // What follows in a character is of it.
            while let [0x80..0xC0, after @ ..] = rest {
                rest = after;
            }
            match rest {
                [first, ..] if !may_part(*first) => {
                    tell(count, rest);
                    count += 1;
                }
                _ => {}
            }
        }
    }
    count
}

/// The first bytes of the first word of a name, apart from those of a later word.
fn opening(name: &[u8]) -> u64 {
    let head = head(name);
    let parts = parting(head);
    // Up to the first byte that parts.
    let first = parts & parts.wrapping_neg();
    (head & (first >> 7).wrapping_sub(1)).rotate_left(16)
}

/// The last bytes of the last word of a name.
fn closing(name: &[u8]) -> u64 {
    let tail = match name.last_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => head(name).unbounded_shl(u64::BITS - 8 * name.len() as u32),
    };
    // From the last byte that parts on.
    let first = u64::BITS - parting(tail).leading_zeros();
    let mut last = tail.unbounded_shr(first);
    // What follows in a character is of it.
    while last & 0xC0 == 0x80 {
        last >>= 8;
    }
    last
}

/// How a name begins and ends: the same for the same name.
fn ends(name: &[u8]) -> u64 {
    opening(name) ^ closing(name).rotate_left(40)
}

/// What comes after a place of the text.
fn next(article: &Article<'_>, end: usize) -> Next {
    /// Letters that are looked at: the space, and those of the next word.
    const NEAR: usize = 3;
    let rest = article.input.text.get(end..).unwrap_or_default();
    let near = || rest.get(..reach::after(rest, NEAR)).unwrap_or_default();
    match *rest.as_bytes() {
        // Where marks stand apart, bytes tell nothing.
        _ if !article.is_regular && !is_regular(near()) => Next::Unknown,
        [b'\n', ..] | [b' '] | [b' ', ..=b' ', ..] => Next::Nothing,
        [b' ', ref rest @ ..] if !rest.first().is_none_or(|first| may_part(*first)) => {
            Next::Word(word(rest))
        }
        [first, ..] if may_part(first) => Next::Unknown,
        _ => Next::Nothing,
    }
}
