//! Tells text without diacritics, which is as good as not read.

/// So many bytes are looked at.
const LOOK: usize = 1 << 16;
/// Shorter texts are not judged.
const WORDS: usize = 30;
/// At most one word of so many has a diacritic; in Vietnamese it is more than every other one.
const RARE: usize = 50;

pub const WARNING: &str = "warning: its words have no diacritics; names and the words around them are known by these, so little or nothing is found";

/// Whether a text is written without diacritics.
pub fn are_missing(text: &str) -> bool {
    let mut end = LOOK.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let words = text.get(..end).unwrap_or_default().split_whitespace();
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    let (mut count, mut marked) = (0, 0);
    for word in words {
        count += 1;
        marked += usize::from(!word.is_ascii());
    }
    count >= WORDS && marked * RARE <= count
}
