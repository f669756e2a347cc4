//! The syllables that rules and gazetteers know, each as a small number.
//!
//! Matching is by number: two spellings of one syllable (upper and lower case, `hòa` and `hoà`, `Ð` and `Đ`) have one [`Sym`].

use std::collections::BTreeMap;

use super::fold;
use super::foreign::is_foreign;
use super::words::WORDS;

/// A syllable, a punctuation character or a run of digits, as a number.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Sym(pub(crate) u32);

impl Sym {
    /// A syllable that neither the rules nor the gazetteers know.
    pub(crate) const UNKNOWN: Sym = Sym(0);
    /// A run of digits.
    pub(crate) const NUMBER: Sym = Sym(1);
    /// What lies before the first token and after the last.
    pub(crate) const EDGE: Sym = Sym(2);
    const FIRST_WORD: u32 = 3;
    /// One more than the greatest number of a word that rules name.
    pub(crate) const WORDS: usize = Self::FIRST_WORD as usize + WORDS.len();
    const PUNCTUATION: u32 = 1 << 31;
    /// From here on, symbols are no words: the numbers that names hold, then punctuation.
    const NOT_WORDS: u32 = 1 << 30;

    /// The symbol of a punctuation character; dashes of all widths are `-`, quotation marks of all forms are `"`.
    pub(crate) const fn punctuation(c: char) -> Sym {
        let c = match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{FE58}' | '\u{FF0D}' => '-',
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
            '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
            '⁄' | '∕' | '／' => '/',
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '（' => '(',
            '）' => ')',
            c => c,
        };
        Sym(Self::PUNCTUATION | c as u32)
    }

    /// The symbol of a number of this value that a name holds.
    pub(crate) const fn number(value: u32) -> Sym {
        Sym(Self::NOT_WORDS | (value & (Self::NOT_WORDS - 1)))
    }

    /// The code of a punctuation character, to index tables with; `None` for what is none.
    pub(crate) const fn mark(self) -> Option<usize> {
        if self.0 >= Self::PUNCTUATION { Some((self.0 ^ Self::PUNCTUATION) as usize) } else { None }
    }

    /// The number of a word, to index tables with; `None` for what is no word.
    pub(crate) const fn index(self) -> Option<usize> {
        if self.0 < Self::NOT_WORDS { Some(self.0 as usize) } else { None }
    }
}

/// The symbol of a syllable of [`WORDS`], found when the crate is compiled: a rule compares numbers and never searches.
macro_rules! word {
    ($word:literal) => {
        const { $crate::text::lexicon::symbol($word) }
    };
}

/// The symbols of several syllables of [`WORDS`], found when the crate is compiled.
macro_rules! phrase {
    ([$($word:literal),* $(,)?]) => {
        const { $crate::text::lexicon::symbols([$($word),*]) }
    };
}

/// A set of syllables of [`WORDS`], made when the crate is compiled.
macro_rules! words {
    ([$($word:literal),* $(,)?]) => {
        const { $crate::text::lexicon::Words::of(&$crate::text::lexicon::symbols([$($word),*])) }
    };
}

pub(crate) use phrase;
pub(crate) use word;
pub(crate) use words;

/// A set of syllables of [`WORDS`], a bit each: it is asked in one step, however many it has.
#[derive(Debug)]
pub(crate) struct Words([u64; WORDS.len().div_ceil(Words::BITS)]);

impl Words {
    const BITS: usize = u64::BITS as usize;

    #[allow(clippy::indexing_slicing)] // OK because the loop ends at the length, and there is a bit for each word.
    pub(crate) const fn of(words: &[Sym]) -> Self {
        let mut bits = [0; WORDS.len().div_ceil(Self::BITS)];
        let mut index = 0;
        while index < words.len() {
            let place = (words[index].0 - Sym::FIRST_WORD) as usize;
            bits[place / Self::BITS] |= 1 << (place % Self::BITS);
            index += 1;
        }
        Self(bits)
    }

    /// These words and others.
    #[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
    pub(crate) const fn with(mut self, others: Self) -> Self {
        let mut index = 0;
        while index < self.0.len() {
            self.0[index] |= others.0[index];
            index += 1;
        }
        self
    }

    /// Whether a symbol is one of these words.
    pub(crate) fn has(&self, word: Sym) -> bool {
        let place = word.0.wrapping_sub(Sym::FIRST_WORD) as usize;
        let bits = self.0.get(place / Self::BITS).copied().unwrap_or_default();
        bits >> (place % Self::BITS) & 1 != 0
    }
}

/// The symbol of a syllable of [`WORDS`]; see [`word`].
pub(crate) const fn symbol(word: &str) -> Sym {
    let (mut first, mut last) = (0, WORDS.len());
    while first < last {
        let middle = first + (last - first) / 2;
        #[allow(clippy::indexing_slicing)] // OK because the middle lies before the last.
        match order(WORDS[middle], word) {
            0 => return Sym(Sym::FIRST_WORD + middle as u32),
            order if order < 0 => first = middle + 1,
            _ => last = middle,
        }
    }
    panic!("the word stands in text/words.rs")
}

/// The symbols of several syllables of [`WORDS`]; see [`phrase`].
#[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
pub(crate) const fn symbols<const N: usize>(words: [&str; N]) -> [Sym; N] {
    let mut syms = [Sym::UNKNOWN; N];
    let mut index = 0;
    while index < N {
        syms[index] = symbol(words[index]);
        index += 1;
    }
    syms
}

/// Which of two words comes first by its bytes: below 0 the first, above 0 the second, 0 if they are the same.
#[allow(clippy::indexing_slicing)] // OK because the loop ends at the shorter length.
const fn order(a: &str, b: &str) -> i32 {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut index = 0;
    while index < a.len() && index < b.len() {
        if a[index] != b[index] {
            return a[index] as i32 - b[index] as i32;
        }
        index += 1;
    }
    a.len() as i32 - b.len() as i32
}

/// The folded letters of a syllable as two numbers, the first letter in the lowest byte; no syllable of the language is longer than eleven bytes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Key {
    pub(super) head: u64,
    pub(super) tail: u64,
}

impl Key {
    /// Bytes that fit.
    pub(crate) const ROOM: usize = 16;
    pub(super) const HALF: usize = Self::ROOM / 2;
    /// That of no syllable.
    pub(super) const EMPTY: Key = Key { head: 0, tail: 0 };

    /// The syllable.
    #[cfg(all(test, feature = "bundled"))]
    pub(super) fn text(self) -> String {
        let bytes = [self.head.to_le_bytes(), self.tail.to_le_bytes()].concat();
        String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned()
    }

    /// The key of a folded syllable, if it fits.
    pub(crate) fn of(folded: &[u8]) -> Option<Key> {
        let mut bytes = [0; Self::ROOM];
        bytes.get_mut(..folded.len())?.copy_from_slice(folded);
        let all = u128::from_le_bytes(bytes);
        Some(Key { head: all as u64, tail: (all >> 64) as u64 })
    }

    /// Adds a letter of one byte after so many bytes.
    #[inline]
    pub(crate) fn push_byte(&mut self, letter: u8, bytes: usize) {
        let moved = u64::from(letter) << (8 * (bytes % Self::HALF));
        *(if bytes < Self::HALF { &mut self.head } else { &mut self.tail }) |= moved;
    }

    /// Adds a letter, whose bytes begin in the lowest, after so many bytes.
    #[inline]
    pub(crate) fn push(&mut self, letter: u32, bytes: usize) {
        let moved = u128::from(letter) << ((8 * bytes as u32) % 128);
        self.head |= moved as u64;
        self.tail |= (moved >> 64) as u64;
    }

    #[inline]
    pub(super) fn hash(self) -> u64 {
        const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
        (self.head ^ self.tail.rotate_left(31)).wrapping_mul(SEED)
    }
}

/// All known syllables: those of [`WORDS`] first, in their order, then those of the gazetteers.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// Open addressing: the place of an entry, counted from 1; 0 is a free slot. The length is a power of two.
    slots: Vec<u32>,
    /// How far a hash is shifted to be a place in `slots`: its highest bits are the best mixed.
    shift: u32,
    /// Every spelling with its symbol: those of the rules, which most words are, stand together. Alternate spellings have entries of their own.
    entries: Vec<(Key, Sym)>,
    /// For each symbol, whether its syllable is of another language.
    foreign: Vec<bool>,
    /// Spellings that are longer than a key.
    long: BTreeMap<Box<[u8]>, Sym>,
    next: u32,
}

impl Lexicon {
    const FIRST_BITS: u32 = 15;

    /// A lexicon that knows the words of the rules alone.
    pub(crate) fn new() -> Self {
        let mut lexicon = Self {
            slots: vec![0; 1 << Self::FIRST_BITS],
            shift: u64::BITS - Self::FIRST_BITS,
            entries: Vec::with_capacity(1 << 12),
            foreign: vec![false; Sym::FIRST_WORD as usize],
            long: BTreeMap::new(),
            next: Sym::FIRST_WORD,
        };
        for (index, word) in WORDS.iter().enumerate() {
            let sym = lexicon.intern(word);
            debug_assert_eq!(sym.0, Sym::FIRST_WORD + index as u32, "{word} stands twice");
        }
        lexicon
    }

    /// The words in the order of their symbols, each in the spelling that was first.
    #[cfg(all(test, feature = "bundled"))]
    pub(crate) fn words(&self) -> impl Iterator<Item = String> {
        let short = self.entries.iter().map(|(key, sym)| (*sym, key.text()));
        let long = self.long.iter().map(|(word, sym)| (*sym, String::from_utf8_lossy(word).into()));
        let mut words: Vec<_> = short.chain(long).collect();
        words.sort_by_key(|(sym, _)| *sym);
        words.dedup_by_key(|(sym, _)| *sym);
        words.into_iter().map(|(_, word)| word)
    }

    /// How many symbols there are: every symbol's number is below it.
    pub(crate) fn len(&self) -> usize {
        self.next as usize
    }

    /// The symbol of a folded syllable, new if it was not known; both tone-mark styles get it.
    pub(crate) fn intern(&mut self, folded: &str) -> Sym {
        let sym = self.find(folded.as_bytes());
        if sym != Sym::UNKNOWN {
            return sym;
        }
        let sym = Sym(self.next);
        self.next += 1;
        self.foreign.push(is_foreign(folded));
        self.insert(folded, sym);
        if let Some(other) = fold::other_tone_style(folded) {
            self.insert(&other, sym);
        }
        sym
    }

    /// Whether a word is of another language; not what is no word, or not known.
    #[inline]
    pub(crate) fn is_foreign(&self, sym: Sym) -> bool {
        sym.index().and_then(|index| self.foreign.get(index)).is_some_and(|foreign| *foreign)
    }

    /// The symbol of a folded syllable, [`Sym::UNKNOWN`] if there is none.
    pub(crate) fn find(&self, folded: &[u8]) -> Sym {
        match Key::of(folded) {
            Some(key) => self.find_key(key),
            None => self.long.get(folded).copied().unwrap_or(Sym::UNKNOWN),
        }
    }

    /// The symbol of a folded syllable that fits in a key.
    #[inline]
    pub(crate) fn find_key(&self, key: Key) -> Sym {
        let mask = self.slots.len() - 1;
        let mut at = (key.hash() >> self.shift) as usize;
        while let Some(&entry) = self.slots.get(at) {
            let Some((known, sym)) = self.entries.get((entry as usize).wrapping_sub(1)) else {
                break;
            };
            if *known == key {
                return *sym;
            }
            at = (at + 1) & mask;
        }
        Sym::UNKNOWN
    }

    fn insert(&mut self, spelling: &str, sym: Sym) {
        let Some(key) = Key::of(spelling.as_bytes()) else {
            self.long.insert(spelling.as_bytes().into(), sym);
            return;
        };
        self.entries.push((key, sym));
        if self.entries.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            self.place(key, self.entries.len() as u32);
        }
    }

    fn place(&mut self, key: Key, entry: u32) {
        let mask = self.slots.len() - 1;
        let mut at = (key.hash() >> self.shift) as usize;
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == 0 {
                *slot = entry;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        self.shift -= 2;
        for entry in 0..self.entries.len() {
            if let Some(&(key, _)) = self.entries.get(entry) {
                self.place(key, entry as u32 + 1);
            }
        }
    }
}

/// A multiplicative hash over eight bytes at a time.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64;
    for chunk in bytes.chunks_exact(8) {
        let word = chunk.try_into().map_or(0, u64::from_le_bytes);
        state = (state ^ word).wrapping_mul(SEED).rotate_left(29);
    }
    // The last eight bytes are read together, some of them for the second time.
    let last = match bytes.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => bytes.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte)),
    };
    let state = (state ^ last).wrapping_mul(SEED);
    (state >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::{Sym, WORDS, Words, symbol};

    #[test]
    fn a_set_has_its_words_alone() {
        const SET: Words = words!(["al", "ứng"]).with(words!(["ty", "của"]));
        for word in WORDS {
            assert_eq!(SET.has(symbol(word)), ["al", "ứng", "ty", "của"].contains(word), "{word}");
        }
        for sym in [Sym::UNKNOWN, Sym::NUMBER, Sym::EDGE, Sym::punctuation(','), Sym(u32::MAX)] {
            assert!(!SET.has(sym), "{sym:?}");
        }
    }
}
