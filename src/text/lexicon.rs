//! The syllables that rules and gazetteers know, each as a small number.
//!
//! Matching is by number: two spellings of one syllable (upper and lower case, `hòa` and `hoà`, `Ð` and `Đ`) have one [`Sym`].

use super::fold;
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

pub(crate) use phrase;
pub(crate) use word;

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

/// All known syllables: those of [`WORDS`] first, in their order, then those of the gazetteers.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// Open addressing: hash and symbol; a symbol of 0 is a free slot. The length is a power of two.
    slots: Vec<(u32, u32)>,
    /// Where the spelling of each entry ends in `spellings`.
    ends: Vec<u32>,
    spellings: String,
    /// The entry whose spelling a symbol stands for; alternate spellings have entries of their own.
    symbols: Vec<Sym>,
    next: u32,
    used: usize,
}

impl Lexicon {
    /// A lexicon that knows the words of the rules alone.
    pub(crate) fn new() -> Self {
        let mut lexicon = Self {
            slots: vec![(0, 0); 1 << 14],
            ends: Vec::new(),
            spellings: String::new(),
            symbols: Vec::new(),
            next: Sym::FIRST_WORD,
            used: 0,
        };
        for (index, word) in WORDS.iter().enumerate() {
            let sym = lexicon.intern(word);
            debug_assert_eq!(sym.0, Sym::FIRST_WORD + index as u32, "{word} stands twice");
        }
        lexicon
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
        self.insert(folded, sym);
        if let Some(other) = fold::other_tone_style(folded) {
            self.insert(&other, sym);
        }
        sym
    }

    /// The symbol of a folded syllable, [`Sym::UNKNOWN`] if there is none.
    pub(crate) fn find(&self, folded: &[u8]) -> Sym {
        let hash = hash(folded);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(&(stored, entry)) = self.slots.get(at) {
            if entry == 0 {
                break;
            }
            let entry = entry as usize - 1;
            if stored == hash && self.spelling(entry).as_bytes() == folded {
                return self.symbols.get(entry).copied().unwrap_or(Sym::UNKNOWN);
            }
            at = (at + 1) & mask;
        }
        Sym::UNKNOWN
    }

    /// Every spelling that has a symbol.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|entry| self.spelling(entry))
    }

    fn spelling(&self, entry: usize) -> &str {
        let end = self.ends.get(entry).copied().unwrap_or_default() as usize;
        let start = match entry {
            0 => 0,
            _ => self.ends.get(entry - 1).copied().unwrap_or_default() as usize,
        };
        self.spellings.get(start..end).unwrap_or_default()
    }

    fn insert(&mut self, spelling: &str, sym: Sym) {
        if (self.used + 1) * 2 > self.slots.len() {
            self.grow();
        }
        self.spellings.push_str(spelling);
        self.ends.push(self.spellings.len() as u32);
        self.symbols.push(sym);
        self.used += 1;
        self.place(hash(spelling.as_bytes()), self.ends.len() as u32);
    }

    fn place(&mut self, hash: u32, entry: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.1 == 0 {
                *slot = (hash, entry);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![(0, 0); old.len() * 2];
        for (hash, entry) in old {
            if entry != 0 {
                self.place(hash, entry);
            }
        }
    }
}

/// A multiplicative hash over eight bytes at a time.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.try_into().map_or(0, u64::from_le_bytes);
        state = (state ^ word).wrapping_mul(SEED).rotate_left(29);
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(chunks.remainder()) {
        *to = *from;
    }
    let state = (state ^ u64::from_le_bytes(last)).wrapping_mul(SEED);
    (state >> 32) as u32
}
