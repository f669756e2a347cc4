//! Guesses what bytes are that are not UTF-8, to say so.

/// How Vietnamese syllables that nearly every article has are written in older encodings.
const SAMPLES: &[(&str, &[&[u8]])] = &[
    ("TCVN3", &[b"kh\xABng", b"v\xB5", b"c\xF1a", b"\xAE\xAD\xEEc", b"ng\xAD\xEAi"]),
    ("VNI", &[b"kho\xE2ng", b"va\xF8", b"cu\xFBa", b"\xF1\xF6\xF4\xEFc", b"ng\xF6\xF4\xF8i"]),
    ("windows-1258", &[b"kh\xF4ng", b"v\xE0", b"cu\xD2a", b"\xF0\xFD\xF5\xF2c"]),
    ("VISCII", &[b"kh\xF4ng", b"v\xE0", b"c\xFCa", b"\xF0\xDF\xFEc", b"ng\xDF\xB6i"]),
];

/// So many bytes are looked at.
const LOOK: usize = 1 << 16;

/// The encoding that the bytes of a file are likely in.
pub fn likely(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.get(..LOOK).unwrap_or(bytes);
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Some("UTF-16"),
        _ => {}
    }
    // Every other byte of a text in small letters is zero in UTF-16, and zero is in no other text.
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if zeros > bytes.len() / 4 {
        return Some("UTF-16");
    }
    let counts = SAMPLES.iter().map(|(name, words)| {
        let count: usize = words.iter().map(|word| occurrences(bytes, word)).sum();
        (count, *name)
    });
    // Of equal counts the first named wins.
    let best = counts.fold((0, ""), |best, next| if next.0 > best.0 { next } else { best });
    match best {
        (0, _) => is_western(bytes).then_some("Latin-1"),
        (_, name) => Some(name),
    }
}

/// Whether a text is written as those of western Europe are: beyond ASCII it has letters alone, in words with letters of ASCII. In UTF-8 a letter has bytes that are none.
fn is_western(bytes: &[u8]) -> bool {
    let is_letter = |byte: u8| byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    let beside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let mut beyond = (0..).zip(bytes).filter(|(_, byte)| !byte.is_ascii());
    let is_in_word = |at: usize| at.checked_sub(1).is_some_and(beside) || beside(at + 1);
    beyond.clone().all(|(_, byte)| is_letter(*byte)) && beyond.any(|(at, _)| is_in_word(at))
}

/// How often a word stands between spaces.
fn occurrences(bytes: &[u8], word: &[u8]) -> usize {
    bytes
        .split(|byte| byte.is_ascii_whitespace() || byte.is_ascii_punctuation())
        .filter(|piece| piece.len() == word.len() && piece.iter().zip(word).all(is_same))
        .count()
}

/// Whether two bytes are one letter, whatever their case: all of these encodings but TCVN3 have capitals where Latin-1 has them.
fn is_same((one, other): (&u8, &u8)) -> bool {
    let small = |byte: u8| match byte {
        0xC0..=0xDE => byte | 0x20,
        _ => byte.to_ascii_lowercase(),
    };
    small(*one) == small(*other)
}
