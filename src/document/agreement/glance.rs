//! A glance at the names of an article: few have others that could change them, and the words of all are read only where one may.

use crate::Kind;
use crate::candidate::Strength;
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
        let name = |draft: &Draft| article.input.text.as_bytes().get(draft.span.range());
        let [mut people, mut later, mut bodies] = [Marks::default(); 3];
        for draft in &article.drafts {
            let name = name(draft).unwrap_or_default();
            match draft.kind {
                Kind::Person => {
                    people.add(ends(name));
                    if draft.strength > Strength::Possible {
                        // A body never breaks off in the first word.
                        words(name).skip(1).for_each(|word| later.add(word));
                    }
                }
                Kind::Organization => {
                    let opening = opening(name);
                    words(name).for_each(|word| bodies.add(opening << 16 | word));
                }
                _ => {}
            }
        }
        let mut glance = Self::default();
        for (at, draft) in article.drafts.iter().enumerate() {
            let name = name(draft).unwrap_or_default();
            match draft.kind {
                Kind::Place if !glance.has_both => {
                    glance.has_both = !article.is_regular || people.has(ends(name));
                }
                Kind::Organization => {
                    let (is_before, is_cut) = match next(article, draft.span.end()) {
                        Next::Nothing => continue,
                        Next::Word(word) => {
                            (later.has(word), bodies.has(opening(name) << 16 | word))
                        }
                        Next::Unknown => (true, true),
                    };
                    glance.before_people.extend(is_before.then_some(at));
                    glance.cut_short.extend(is_cut.then_some(at));
                }
                _ => {}
            }
        }
        glance
    }

    /// Whether the words of a name of this kind must be read.
    pub(super) fn asks(&self, kind: Kind) -> bool {
        let (is_before, is_cut) = (!self.before_people.is_empty(), !self.cut_short.is_empty());
        match kind {
            Kind::Person => self.has_both || is_before,
            Kind::Place => self.has_both,
            Kind::Organization => is_before || is_cut,
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
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80 && !may_part(*byte);
    let second = second.copied().filter(goes_on).unwrap_or_default();
    u64::from(first) << 8 | u64::from(second)
}

/// The words of a name after the first, by how they begin; what is no word may be among them.
fn words(name: &[u8]) -> impl Iterator<Item = u64> {
    let mut is_after = false;
    name.iter().enumerate().filter_map(move |(at, byte)| {
        // What follows in a character is of it.
        if (0x80..0xC0).contains(byte) {
            return None;
        }
        let begins = is_after && *byte > b' ';
        is_after = may_part(*byte);
        begins.then(|| word(*byte, name.get(at + 1)))
    })
}

/// The first bytes of a name, as far as they are of one word.
fn opening(name: &[u8]) -> u64 {
    let first = name.iter().take(3).take_while(|byte| !may_part(**byte));
    first.fold(0, |opening, byte| opening << 8 | u64::from(*byte))
}

/// How a name begins and ends: the same for the same name.
fn ends(name: &[u8]) -> u64 {
    let last = match *name {
        // The last two are of one letter.
        [.., second, last] if last >= 0x80 => u64::from(second) << 8 | u64::from(last),
        [.., last] => last.into(),
        [] => 0,
    };
    opening(name) << 16 | last
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

/// Numbers that are there: what is not among them is surely not.
#[derive(Clone, Copy, Debug, Default)]
struct Marks([u64; 16]);

impl Marks {
    /// The place of a number, and its bit there.
    fn bit(number: u64) -> (usize, u64) {
        const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
        let hash = number.wrapping_mul(SEED);
        ((hash >> 60) as usize, 1 << (hash >> 54 & 63))
    }

    fn add(&mut self, number: u64) {
        let (place, bit) = Self::bit(number);
        self.0.get_mut(place).into_iter().for_each(|bits| *bits |= bit);
    }

    fn has(&self, number: u64) -> bool {
        let (place, bit) = Self::bit(number);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }
}
