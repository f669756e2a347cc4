//! Words of other languages, told by their letters.

/// The vowels of ASCII, as bits by their place in the alphabet.
const VOWELS: u32 = set(b"aeiouy");

/// Letters that no syllable has.
const OTHERS: u32 = set(b"fjwz");

/// A set of small letters, as bits by their place in the alphabet.
const fn set(letters: &[u8]) -> u32 {
    let (mut set, mut rest) = (0, letters);
    while let [letter, tail @ ..] = rest {
        set |= 1 << (*letter - b'a');
        rest = tail;
    }
    set
}

/// Whether a word is no syllable of Vietnamese: several groups of vowels, an end that no syllable has, or letters of other languages.
pub(crate) fn is_foreign(word: &str) -> bool {
    if !word.is_ascii() {
        return word.chars().any(is_foreign_letter);
    }
    let has = |set: u32, letter: u8| {
        let letter = letter.to_ascii_lowercase();
        letter.is_ascii_lowercase() && set >> (letter - b'a') & 1 != 0
    };
    let is_vowel = |letter: u8| has(VOWELS, letter);
    let bytes = word.as_bytes();
    let first = bytes.iter().position(|b| is_vowel(*b)).unwrap_or(bytes.len());
    let (start, rime) = bytes.split_at_checked(first).unwrap_or_default();
    let after = rime.iter().position(|b| !is_vowel(*b)).unwrap_or(rime.len());
    let tail = rime.get(after..).unwrap_or_default();
    const ENDS: [&str; 8] = ["c", "ch", "m", "n", "ng", "nh", "p", "t"];
    const STARTS: [&str; 18] = [
        "bl", "br", "cl", "cr", "dr", "fl", "gl", "gr", "pl", "pr", "sc", "sh", "sl", "sm", "sn",
        "sp", "st", "sw",
    ];
    let is_any = |part: &[u8], of: &[&str]| {
        of.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(part))
    };
    // No end has a vowel, so that another group of them is none.
    !tail.is_empty() && !is_any(tail, &ENDS)
        || bytes.iter().any(|b| has(OTHERS, *b))
        || start.len() > 1 && is_any(start.get(..2).unwrap_or_default(), &STARTS)
}

/// Whether a letter is none of the language: `ü`, `ñ`, `ø`.
fn is_foreign_letter(c: char) -> bool {
    // Most letters are its own.
    if c.is_ascii() || ('\u{1EA0}'..='\u{1EF9}').contains(&c) {
        return false;
    }
    let c = c.to_lowercase().next().unwrap_or(c);
    c.is_alphabetic() && !c.is_ascii() && !"àáâãèéêìíòóôõùúýăđðĩũơư".contains(c)
}

#[cfg(test)]
mod tests {
    use super::is_foreign;

    #[test]
    fn foreign_words_are_told_by_their_letters() {
        for word in ["Donald", "Aleksey", "Shinzo", "Merkel", "Smith", "Abe", "Vladimir", "Özil"] {
            assert!(is_foreign(word), "{word}");
        }
        for word in ["Anh", "Linh", "Nguyễn", "Minh", "Thanh", "Quang", "Ca", "Mai"] {
            assert!(!is_foreign(word), "{word}");
        }
    }
}
