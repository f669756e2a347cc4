//! Distances in a text, in letters: the same for composed and decomposed text.

use std::ops::RangeInclusive;

use crate::text::normalize::is_mark;

/// Where so many letters from the beginning end.
pub(super) fn after(text: &str, letters: usize) -> usize {
    // No letter takes less than a byte.
    if text.len() <= letters {
        return text.len();
    }
    let (mut at, mut left) = (0, letters);
    while left >= BLOCK
        && let Some(count) = letters_of_block(text.as_bytes().get(at..).unwrap_or_default())
    {
        at += BLOCK;
        left -= count;
    }
    for (at, byte) in text.bytes().enumerate().skip(at) {
        if is_start(text, at, byte) {
            match left.checked_sub(1) {
                Some(less) => left = less,
                None => return at,
            }
        }
    }
    text.len()
}

/// So many bytes are counted at once.
const BLOCK: usize = 32;

/// How many letters begin in the first block of a text that has no marks in it: its letters are those of Vietnamese and its neighbours, its signs those of General Punctuation.
fn letters_of_block(text: &[u8]) -> Option<usize> {
    let (block, next) = (text.first_chunk::<BLOCK>()?, text.get(1..)?.first_chunk::<BLOCK>()?);
    let (mut letters, mut is_plain) = (0, true);
    for (byte, next) in block.iter().zip(next) {
        letters += u8::from(*byte & 0xC0 != 0x80);
        let is_letter = (*byte == 0xE1) & (*next & 0xFC == 0xB8);
        let is_sign = (*byte == 0xE2) & (*next == 0x80);
        is_plain &= (*byte < FIRST_MARK) | is_letter | is_sign;
    }
    is_plain.then_some(letters.into())
}

/// Where the last letters of a text begin, so many of them.
pub(super) fn before(text: &str, letters: usize) -> usize {
    let starts = text.bytes().enumerate().rev().filter(|(at, byte)| is_start(text, *at, *byte));
    starts.map(|(at, _)| at).take(letters).last().unwrap_or(text.len())
}

/// What a syllable of Korean decomposes into, but for its first part.
const JAMO_AFTER_THE_FIRST: RangeInclusive<char> = '\u{1160}'..='\u{11FF}';

/// The lead byte of U+0300, the first mark.
const FIRST_MARK: u8 = 0xCC;

/// Whether a letter begins at a byte: neither inside one nor at a mark that belongs to the one before.
#[inline]
fn is_start(text: &str, at: usize, byte: u8) -> bool {
    match byte {
        0x80..=0xBF => false,
        0..FIRST_MARK => true,
        // There is no mark among the Vietnamese letters.
        0xE1 if matches!(text.as_bytes().get(at + 1), Some(0xB8..=0xBB)) => true,
        _ => {
            let letter = text.get(at..).and_then(|rest| rest.chars().next());
            letter.is_none_or(|c| !is_mark(c) && !JAMO_AFTER_THE_FIRST.contains(&c))
        }
    }
}

/// Whether a text has more than so many letters.
pub(super) fn is_longer(text: &str, letters: usize) -> bool {
    text.len() > letters && after(text, letters) < text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn blocks_count_as_letters_do() {
        let plain = "“Chiều 5/3, tại Hà Nội…” – Đảng ủy, Bộ Tư lệnh Bộ đội Biên phòng gặp mặt. ";
        for text in [plain.repeat(3), plain.replace("Hà", "Ha\u{300}").repeat(3)] {
            for letters in 0..text.len() {
                let starts = text.bytes().enumerate().filter(|(at, b)| is_start(&text, *at, *b));
                let end = starts.map(|(at, _)| at).nth(letters).unwrap_or(text.len());
                assert_eq!(after(&text, letters), end, "{letters}");
            }
        }
    }

    #[test]
    fn normal_forms_are_alike() {
        let composed = "một ngày đẹp trời ở 각 Huế";
        let decomposed: String = composed.nfd().collect();
        for letters in [0, 1, 5, 20, 21, 24, 25, 26] {
            let tail =
                |text: &str| text.get(after(text, letters)..).unwrap().nfc().collect::<String>();
            assert_eq!(tail(composed), tail(&decomposed), "{letters}");
            let head =
                |text: &str| text.get(..before(text, letters)).unwrap().nfc().collect::<String>();
            assert_eq!(head(composed), head(&decomposed), "{letters}");
            assert_eq!(is_longer(composed, letters), is_longer(&decomposed, letters), "{letters}");
        }
    }
}
