//! Brings a segment into NFC without what hides inside words, and keeps the way back.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose};

/// A text brought into NFC, and where each part of it stood.
#[derive(Debug, Default)]
pub(crate) struct Normalized {
    pub(crate) text: String,
    /// Where both texts are in step again, as (offset in `text`, offset in the text as given), in bytes, ascending.
    edits: Vec<(u32, u32)>,
}

/// Whether a character is dropped: it takes no room and is no letter (zero-width characters, soft hyphen, byte order mark, direction marks).
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Whether a character is a mark that belongs to the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    // No mark comes before these in Unicode.
    const FIRST: char = '\u{300}';
    c >= FIRST && canonical_combining_class(c) != 0
}

/// Whether a text is surely in NFC and hides nothing: it has no other letters and signs than those of Vietnamese and its neighbours.
///
/// These are the characters that the tokenizer reads without normalization; they are NFC alone and before one another.
pub(crate) fn is_regular(text: &str) -> bool {
    regular(text) == text.len()
}

/// How many bytes of a text are surely regular before the first other letter.
fn regular(text: &str) -> usize {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        while let Some(after) = after_block(rest, |byte, next| {
            (byte < 0xCC) & (byte != 0xC2) | (byte == 0xE1) & (next & 0xFC == 0xB8)
        }) {
            rest = after;
        }
        let end = rest.len().saturating_sub(BLOCK);
        while rest.len() > end {
            rest = match *rest {
                // What goes on after a block has been looked at there.
                [0..=0xBF, ref rest @ ..] => rest,
                [0xC2, second, ref rest @ ..] if second != 0xAD => rest,
                [0xC3..=0xCB, _, ref rest @ ..] => rest,
                [0xE1, 0xB8..=0xBB, _, ref rest @ ..] => rest,
                [0xE2, 0x80, 0x82..=0x8A | 0x90..=0xA9 | 0xAF..=0xBF, ref rest @ ..] => rest,
                [0xE2, 0x81, 0x80..=0x9F, ref rest @ ..] => rest,
                [0xE3, 0x80, 0x80, ref rest @ ..] => rest,
                _ => return text.len() - rest.len(),
            };
        }
    }
    text.len()
}

/// So many bytes are looked at together.
const BLOCK: usize = 16;

/// What follows the first block of a text, if a test holds for each byte of the block with the one after it.
#[inline(always)]
fn after_block(text: &[u8], test: impl Fn(u8, u8) -> bool) -> Option<&[u8]> {
    let (block, next) = (text.first_chunk::<BLOCK>()?, text.get(1..)?.first_chunk::<BLOCK>()?);
    let pairs = block.iter().zip(next);
    let holds = pairs.fold(true, |holds, (byte, next)| holds & test(*byte, *next));
    if holds { text.get(BLOCK..) } else { None }
}

/// A text in NFC, without what is invisible.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if is_regular(text) {
        return Cow::Borrowed(text);
    }
    let mut normalized = Normalized::default();
    normalized.read(text);
    Cow::Owned(normalized.text)
}

/// The words of a text in NFC, without what is invisible, with single spaces between them.
pub(crate) fn spaced(text: &str) -> Cow<'_, str> {
    // White space beyond ASCII is not regular, and goes with what is between words.
    let text = text.trim_ascii();
    if is_spaced(text) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    for word in composed(text).split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    Cow::Owned(spaced)
}

/// Whether a text that has no spaces at its ends is surely regular, with single spaces between its words.
fn is_spaced(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        while let Some(after) = after_block(rest, |byte, next| {
            let is_letter = (b' '..0xCC).contains(&byte) & (byte != 0xC2);
            (is_letter | (byte == 0xE1) & (next & 0xFC == 0xB8)) & ((byte, next) != (b' ', b' '))
        }) {
            rest = after;
        }
        let end = rest.len().saturating_sub(BLOCK);
        while rest.len() > end {
            rest = match *rest {
                [b' ', b' ', ..] => return false,
                // What goes on after a block has been looked at there.
                [b' '..=0xBF, ref rest @ ..] => rest,
                [0xC2, 0xA1..=0xAC | 0xAE..=0xBF, ref rest @ ..] => rest,
                [0xC3..=0xCB, _, ref rest @ ..] => rest,
                [0xE1, 0xB8..=0xBB, _, ref rest @ ..] => rest,
                [0xE2, 0x80, 0x90..=0xA7 | 0xB0..=0xBF, ref rest @ ..] => rest,
                _ => return false,
            };
        }
    }
    true
}

impl Normalized {
    /// Reads a segment, in place of what was read before.
    pub(crate) fn read(&mut self, given: &str) {
        self.text.clear();
        self.edits.clear();
        self.text.reserve(given.len());
        let mut group = Group::default();
        let mut rest = given;
        while let Some(first) = rest.chars().next() {
            let at = given.len() - rest.len();
            // What is regular stays as it is, but for the last letter: a mark may follow that belongs to it.
            let kept = if is_settled(first) { regular(rest) } else { 0 };
            let run = rest.get(..kept).unwrap_or_default();
            let (last, c) = run.char_indices().next_back().unwrap_or((0, first));
            let length = last + c.len_utf8();
            // A mark belongs to the letter before it, also across an invisible character.
            if group.takes(c) {
                group.push(c);
                group.end = at + length;
            } else if !is_invisible(c) {
                self.push(&group, at);
                self.text.push_str(run.get(..last).unwrap_or_default());
                group.begin(c);
                (group.start, group.end) = (at + last, at + length);
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        self.push(&group, given.len());
    }

    /// Adds a letter with its marks; the next letter stands at `next`.
    fn push(&mut self, group: &Group, next: usize) {
        let Some(letter) = group.composed else {
            if group.letters.is_empty() {
                // Only invisible characters at the start of the text come here.
                if next > group.start {
                    self.edits.push((0, next as u32));
                }
                return;
            }
            self.text.extend(group.letters.nfc());
            return self.map(group, next);
        };
        self.text.push(letter);
        self.map(group, next);
    }

    /// Keeps where the text stands after a letter.
    fn map(&mut self, group: &Group, next: usize) {
        let to = self.text.len() as u32;
        let (last, given) = self.edits.last().copied().unwrap_or_default();
        if group.end < next {
            self.edits.extend([(to, group.end as u32), (to, next as u32)]);
        } else if to.wrapping_sub(last) != (group.end as u32).wrapping_sub(given) {
            self.edits.push((to, group.end as u32));
        }
    }

    /// The offset in the text as given at which a token starts; offsets in bytes.
    pub(crate) fn given_start(&self, offset: u32) -> u32 {
        let after = self.edits.partition_point(|(to, _)| *to <= offset);
        let (to, given) =
            after.checked_sub(1).and_then(|i| self.edits.get(i)).copied().unwrap_or_default();
        given + (offset - to)
    }

    /// The offset in the text as given at which a token ends, before invisible characters; offsets in bytes.
    pub(crate) fn given_end(&self, offset: u32) -> u32 {
        let first = self.edits.partition_point(|(to, _)| *to < offset);
        match self.edits.get(first) {
            Some((to, given)) if *to == offset => *given,
            _ => self.given_start(offset),
        }
    }
}

/// A letter with its marks, as it is read.
#[derive(Debug, Default)]
struct Group {
    /// As given.
    letters: String,
    /// Where it starts, and where its last visible character ends.
    start: usize,
    end: usize,
    /// The letter that all of it has become, as long as each mark could be joined to what stood before it.
    composed: Option<char>,
    /// The combining class of the last mark.
    class: u8,
}

impl Group {
    fn begin(&mut self, c: char) {
        self.letters.clear();
        self.letters.push(c);
        // What is regular is its own normal form.
        self.composed = is_settled(c).then_some(c);
        self.class = 0;
    }

    /// Whether a character belongs to the group: a mark, or a part of a Hangul syllable.
    fn takes(&self, c: char) -> bool {
        !is_settled(c)
            && (is_mark(c)
                || self.letters.nfc().last().is_some_and(|last| compose(last, c).is_some()))
    }

    fn push(&mut self, c: char) {
        self.letters.push(c);
        let class = canonical_combining_class(c);
        // A pair that has a letter of its own is that letter's canonical form; marks of a lower class would go before those that stand already.
        let letter = self.composed.filter(|_| class >= self.class);
        self.composed = letter.and_then(|letter| compose(letter, c));
        self.class = class;
    }
}

/// Whether a character is its own normal form and changes none before it, whatever that is.
fn is_settled(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_text_is_composed_and_mapped_back() {
        let nfc = "Đồng chí Ký, Tỉnh ủy Quảng Ninh";
        let nfd: String = nfc.nfd().collect();
        let mut normalized = Normalized::default();
        normalized.read(&nfd);
        assert_eq!(normalized.text, nfc);
        for (start, word) in nfc.match_indices(|c: char| c.is_alphabetic()) {
            let from = normalized.given_start(start as u32) as usize;
            let to = normalized.given_end((start + word.len()) as u32) as usize;
            assert_eq!(nfd[from..to].nfc().collect::<String>(), word);
        }
    }

    #[test]
    fn blocks_are_read_as_letters_are() {
        let class =
            |c| matches!(crate::text::token::class(c), crate::text::token::Class::Irregular);
        for at in 0..40 {
            for c in ['n', 'ộ', '–', '\u{A0}', '\u{AD}', '\u{300}', '\u{2007}', '각', '\u{85}', ' ']
            {
                let mut text = "Tỉnh ủy Quảng Ninh và Bộ Tư lệnh Bộ đội Biên phòng".to_owned();
                let at = text.char_indices().nth(at).map_or(0, |(at, _)| at);
                text.insert(at, c);
                assert_eq!(is_regular(&text), !text.chars().any(class), "{text:?}");
                let words: Vec<&str> = text.split_whitespace().collect();
                assert_eq!(spaced(&text), composed(&words.join(" ")), "{text:?}");
            }
        }
    }

    #[test]
    fn invisible_characters_are_dropped_and_mapped_back() {
        let given = "\u{FEFF}Quảng\u{200B} Ni\u{AD}nh";
        let mut normalized = Normalized::default();
        normalized.read(given);
        assert_eq!(normalized.text, "Quảng Ninh");
        let start = normalized.given_start(0) as usize;
        assert_eq!(&given[start..start + 1], "Q");
        let end = normalized.given_end(normalized.text.len() as u32) as usize;
        assert_eq!(end, given.len());
    }

    #[test]
    fn a_token_ends_before_invisible_characters() {
        let given = "Nga\u{200B} và";
        let mut normalized = Normalized::default();
        normalized.read(given);
        assert_eq!((normalized.given_end(3), normalized.given_start(4)), (3, 7));
    }
}
