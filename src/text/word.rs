//! Words: runs of letters, folded and measured while they are read.

use super::fold::{fold, fold_char};
use super::lexicon::{Key, Lexicon, Sym};
use super::token::{Class, Irregular, Shape, class, is_stop};

/// A letter as it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// The bytes of its lower-case form, the first in the lowest; it has as many.
    folded: u32,
    size: usize,
    is_upper: bool,
}

/// The letter of two or three bytes that a text begins with, if it is one of Vietnamese.
#[inline]
pub(super) fn wide(text: &[u8]) -> Option<Letter> {
    let two = |lead: u8, second: u8, is_upper: bool| {
        Some(Letter { folded: u32::from_le_bytes([lead, second, 0, 0]), size: 2, is_upper })
    };
    match *text {
        // Ạ to ỹ: capitals are even, the small letter follows.
        [0xE1, second, third, ..]
            if second == 0xBA && third >= 0xA0 || second == 0xBB && third <= 0xB9 =>
        {
            let folded = u32::from_le_bytes([0xE1, second, third | 1, 0]);
            Some(Letter { folded, size: 3, is_upper: third & 1 == 0 })
        }
        // Ð and ð are đ.
        [0xC3, second @ (0x90 | 0xB0), ..] => two(0xC4, 0x91, second == 0x90),
        [0xC3, second @ (0x80..=0x96 | 0x98..=0x9E), ..] => two(0xC3, second + 0x20, true),
        [0xC3, second @ (0xA0..=0xB6 | 0xB8..=0xBE), ..] => two(0xC3, second, false),
        // Ă, Đ, Ĩ
        [0xC4, second @ (0x82 | 0x90 | 0xA8), ..] => two(0xC4, second + 1, true),
        [0xC4, second @ (0x83 | 0x91 | 0xA9), ..] => two(0xC4, second, false),
        // Ũ
        [0xC5, second @ (0xA8 | 0xA9), ..] => two(0xC5, 0xA9, second == 0xA8),
        // Ơ, Ư
        [0xC6, second @ (0xA0 | 0xAF), ..] => two(0xC6, second + 1, true),
        [0xC6, second @ (0xA1 | 0xB0), ..] => two(0xC6, second, false),
        _ => None,
    }
}

/// The small letters of the letters of ASCII; 0 for what is none.
const SMALL: [u8; 128] = {
    let mut small = [0; 128];
    let mut letter = b'a';
    while letter <= b'z' {
        #[allow(clippy::indexing_slicing)] // OK because letters are below 128.
        {
            small[letter as usize] = letter;
            small[letter.to_ascii_uppercase() as usize] = letter;
        }
        letter += 1;
    }
    small
};

/// A run of letters.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// Where it ends in the text.
    pub(super) end: usize,
    key: Key,
    letters: u32,
    uppers: u32,
    is_first_upper: bool,
    /// Whether it has letters of other languages, or stray marks.
    pub(super) is_mixed: bool,
}

impl Word {
    /// Reads the word that begins at a place with a letter. With `strict`, stops at the first character that normalization may change.
    ///
    /// A capital after small letters begins a new word: a space or a line break was lost.
    #[inline]
    pub(super) fn read(text: &str, start: usize, strict: bool) -> Result<Word, Irregular> {
        let bytes = text.as_bytes();
        let mut word = Word { end: start, ..Word::default() };
        let mut is_last_upper = true;
        while let Some(&byte) = bytes.get(word.end) {
            let (is_upper, size) = if let Some(&small) = SMALL.get(byte as usize) {
                let is_upper = small != byte;
                if small == 0 || is_upper && word.is_cut_before_capital(is_last_upper) {
                    break;
                }
                word.key.push_byte(small, word.end - start);
                (is_upper, 1)
            } else {
                let letter = match wide(bytes.get(word.end..).unwrap_or_default()) {
                    Some(letter) => letter,
                    None => match other(text, word.end, strict)? {
                        Some(letter) => {
                            word.is_mixed = true;
                            letter
                        }
                        None => break,
                    },
                };
                if letter.is_upper && word.is_cut_before_capital(is_last_upper) {
                    break;
                }
                word.key.push(letter.folded, word.end - start);
                (letter.is_upper, letter.size)
            };
            word.is_first_upper |= is_upper && word.letters == 0;
            word.uppers += u32::from(is_upper);
            word.letters += 1;
            is_last_upper = is_upper;
            word.end += size;
        }
        Ok(word)
    }

    #[inline]
    fn is_cut_before_capital(&self, is_last_upper: bool) -> bool {
        !is_last_upper && self.letters > 1
    }

    #[inline]
    pub(super) fn symbol(&self, text: &str, start: usize, lexicon: &Lexicon) -> Sym {
        if self.end - start <= Key::ROOM {
            return lexicon.find_key(self.key);
        }
        let word = text.get(start..self.end).unwrap_or_default();
        // Nothing so long is a word.
        if word.len() > LONGEST { Sym::UNKNOWN } else { lexicon.find(fold(word).as_bytes()) }
    }

    #[inline]
    pub(super) fn shape(&self) -> Shape {
        match (self.is_first_upper, self.uppers) {
            (false, 0) => Shape::Lower,
            (true, 1) => Shape::Title,
            (true, uppers) if uppers == self.letters => Shape::Upper,
            // `UBNDtỉnh` and `GDĐT-ers`: capitals lead.
            _ => Shape::Mixed,
        }
    }
}

/// Bytes that a word of the lists has at most.
const LONGEST: usize = 48;

/// A letter of another language, or a mark that stays in its word; none where the word ends.
#[cold]
fn other(text: &str, at: usize, strict: bool) -> Result<Option<Letter>, Irregular> {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return Ok(None) };
    match class(c) {
        Class::Letter => {}
        Class::Irregular if strict => return Err(Irregular),
        // A stray mark stays inside its word.
        Class::Irregular if !is_stop(c) => {}
        _ => return Ok(None),
    }
    let mut bytes = [0; 4];
    fold_char(c).encode_utf8(&mut bytes);
    let folded = u32::from_le_bytes(bytes);
    Ok(Some(Letter { folded, size: c.len_utf8(), is_upper: c.is_uppercase() }))
}
