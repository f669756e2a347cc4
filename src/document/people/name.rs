//! Names as keys: two forms of one person's name are compared word by word.

use std::borrow::Cow;
use std::rc::Rc;

use crate::document::words::Map;
use crate::text::fold::fold_name;
use crate::text::lexicon::hash;
use crate::text::normalize::spaced;

/// The names of an article by how it writes them, each read once.
#[derive(Debug, Default)]
pub(crate) struct Names<'t> {
    read: Map<&'t str, Rc<Name<'t>>>,
}

impl<'t> Names<'t> {
    /// Makes room for so many names.
    pub(super) fn reserve(&mut self, count: usize) {
        self.read.reserve(count);
    }

    /// Reads a name, to be asked for again.
    pub(super) fn read(&mut self, text: &'t str) -> Rc<Name<'t>> {
        Rc::clone(self.read.entry(text).or_insert_with(|| Rc::new(Name::new(text))))
    }

    /// The name that a text is, if it has been read.
    pub(super) fn of(&self, text: &str) -> Option<Rc<Name<'t>>> {
        self.read.get(text).map(Rc::clone)
    }
}

/// A name as written, and its words folded.
#[derive(Debug, Default)]
pub(super) struct Name<'t> {
    /// In NFC, with single spaces; capitals normalised: `HẢI YẾN` is `Hải Yến`.
    pub(super) written: Cow<'t, str>,
    /// The same, folded, in the new tone-mark style.
    pub(super) key: String,
    words: usize,
    /// Where the first word ends in the key.
    first_end: usize,
    /// Where the last one begins.
    last_start: usize,
    /// The hash of [`Name::first`].
    pub(super) first_hash: u32,
    /// The hash of [`Name::ending`].
    pub(super) ending_hash: u32,
}

impl<'t> Name<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let text = spaced(text);
        // Most words have a small letter of ASCII.
        let may_be_shouted = |word: &[u8]| !word.iter().any(u8::is_ascii_lowercase);
        let mut words = text.as_bytes().split(|byte| *byte == b' ');
        let written = match words.any(may_be_shouted) && text.split(' ').any(is_shouted) {
            true => {
                // `Elizabeth II`: a number where the rest has small letters.
                let is_mixed = !text.split(' ').all(is_shouted);
                let case = |word: &str| match is_mixed && is_regnal(word) {
                    true => word.to_owned(),
                    false => normal_case(word),
                };
                text.split(' ').map(case).collect::<Vec<_>>().join(" ").into()
            }
            false => text,
        };
        let key = fold_name(written.trim_end_matches('.'));
        let (mut words, mut first_end, mut last_start) = (1, key.len(), 0);
        for (at, _) in key.bytes().enumerate().filter(|(_, byte)| *byte == b' ') {
            first_end = first_end.min(at);
            last_start = at + 1;
            words += 1;
        }
        let (first_hash, ending_hash) = (0, 0);
        let mut name = Self { written, key, words, first_end, last_start, first_hash, ending_hash };
        name.first_hash = hash(name.first().as_bytes());
        name.ending_hash = hash(name.ending().as_bytes());
        name
    }

    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        self.words
    }

    pub(super) fn first(&self) -> &str {
        self.key.get(..self.first_end).unwrap_or_default()
    }

    /// The word after the first.
    pub(super) fn middle(&self) -> Option<&str> {
        self.key.get(self.first_end + 1..)?.split(' ').next()
    }

    pub(super) fn last(&self) -> &str {
        self.key.get(self.last_start..).unwrap_or_default()
    }

    /// The last word, or part of one after a hyphen or a stop: what a name and those that end it have in common.
    fn ending(&self) -> &str {
        let last = self.last();
        match last.contains(['-', '.']) {
            true => last.trim_end_matches('.').rsplit(['-', '.']).next().unwrap_or_default(),
            false => last,
        }
    }

    /// Whether it is of the kind whose bearers go by their given names.
    pub(super) fn is_native(&self) -> bool {
        matches!(
            self.first(),
            "nguyễn"
                | "trần"
                | "lê"
                | "phạm"
                | "huỳnh"
                | "đặng"
                | "bùi"
                | "đỗ"
                | "vũ"
                | "võ"
                | "phan"
                | "ngô"
        )
    }

    /// Whether its last words or initials are all of a shorter name: `Nguyễn Xuân Ký`, `Ký`; `N.Q.T`, `T`.
    pub(super) fn ends_with(&self, shorter: &Name<'_>) -> bool {
        let head = self.key.strip_suffix(shorter.key.as_str());
        head.is_some_and(|head| head.ends_with([' ', '-', '.']))
    }

    /// Whether its first words, the mark of a sex among them, are all of a shorter name: `Y Ăi Byă`, `Y Ăi`.
    pub(super) fn begins_with(&self, shorter: &Name<'_>) -> bool {
        let is_marked = || {
            shorter.key.starts_with("y ")
                || shorter.key.chars().nth(1).is_some_and(|c| "'’".contains(c))
        };
        let tail = self.key.strip_prefix(shorter.key.as_str());
        tail.is_some_and(|tail| tail.starts_with(' ')) && is_marked()
    }
}

/// Whether a word is written in capitals, two letters or more.
fn is_shouted(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let second = first && letters.next().is_some_and(char::is_uppercase);
    second && letters.all(char::is_uppercase) && !word.contains('.')
}

/// Whether a word is the number of a ruler.
fn is_regnal(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// A word of two letters or more in capitals as a name is written; initials stay.
fn normal_case(word: &str) -> String {
    if !is_shouted(word) {
        return word.to_owned();
    }
    let mut starts = true;
    let case = |c: char| {
        let given: String = if starts { c.to_string() } else { c.to_lowercase().collect() };
        starts = !c.is_alphabetic();
        given
    };
    word.chars().map(case).collect()
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn capitals_are_normalised() {
        for (given, wanted) in [
            ("HẢI YẾN", "Hải Yến"),
            ("H'YIM  KĐOH", "H'Yim Kđoh"),
            ("N.V.A.", "N.V.A."),
            ("Y Thanh", "Y Thanh"),
            ("Elizabeth II", "Elizabeth II"),
            ("TƯỜNG VI", "Tường Vi"),
        ] {
            assert_eq!(Name::new(given).written, wanted);
        }
    }

    #[test]
    fn short_forms_end_full_ones() {
        let full = Name::new("Nguyễn Xuân Ký");
        assert!(full.ends_with(&Name::new("KÝ")) && full.ends_with(&Name::new("Xuân Ký")));
        assert!(!full.ends_with(&Name::new("uân Ký")) && !full.ends_with(&full));
    }
}
