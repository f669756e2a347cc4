//! Case folding and the two styles of setting tone marks.

/// The lower-case form of a letter if it has as many bytes, else the letter itself; `Ð` and `ð` fold to `đ`.
pub(crate) fn fold_char(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7F}' => c,
        'Ð' | 'ð' => 'đ',
        // The small letters of Vietnamese, and its capitals of three bytes, which stand before them.
        'à'..='ý' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c,
        '\u{1EA0}'..='\u{1EF9}' => char::from_u32(c as u32 | 1).unwrap_or(c),
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
                _ => c,
            }
        }
    }
}

/// A text in lower case, which has as many bytes.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = text.to_ascii_lowercase();
    if is_small(folded.as_bytes()) {
        return folded;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let small = fold_char(c);
        if small != c {
            folded.replace_range(at..at + c.len_utf8(), small.encode_utf8(&mut [0; 4]));
        }
    }
    folded
}

/// Whether all letters of a text are surely small ones, but for those of ASCII.
fn is_small(text: &[u8]) -> bool {
    let mut rest = text;
    loop {
        rest = match *rest {
            [] => return true,
            [0..=0x7F, ref rest @ ..] => rest,
            // ð is folded too.
            [0xC3, second, ref rest @ ..] if second >= 0xA0 && second != 0xB0 => rest,
            [0xC4, 0x83 | 0x91 | 0xA9, ref rest @ ..] => rest,
            [0xC5, 0xA9, ref rest @ ..] => rest,
            [0xC6, 0xA1 | 0xB0, ref rest @ ..] => rest,
            // Capitals are even, the small letter follows.
            [0xE1, 0xBA | 0xBB, third, ref rest @ ..] if third & 1 == 1 => rest,
            _ => return false,
        };
    }
}

/// The glides and vowels of open rimes that bear the tone on either letter: `hòa` and `hoà`, `khỏe` and `khoẻ`, `thủy` and `thuỷ`.
const RIMES: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// The folded syllable with its tone mark set in the other style, if it is one that has two.
pub(crate) fn other_tone_style(folded: &str) -> Option<String> {
    let is_new = matches!(folded.as_bytes(), [.., mark, b'a' | b'e' | b'y'] if !mark.is_ascii());
    if !is_new && !may_be_old_style(folded.as_bytes()) {
        return None;
    }
    RIMES.iter().find_map(|(new, old)| {
        let (stem, other) = match folded.strip_suffix(new) {
            Some(stem) => (stem, old),
            None => (folded.strip_suffix(old)?, new),
        };
        // The u of `qu` is no vowel: `quý` has one spelling in the new style, `qúy` is a slip that some papers make.
        Some(format!("{stem}{other}"))
    })
}

/// Whether a word ends as those of the old style do: in a letter with a mark, after an o or u.
fn may_be_old_style(word: &[u8]) -> bool {
    if word.last().is_none_or(u8::is_ascii) {
        return false;
    }
    let last = word.iter().rposition(|byte| !(0x80..0xC0).contains(byte)).unwrap_or_default();
    let before = last.checked_sub(1).and_then(|before| word.get(before));
    matches!(before, Some(b'o' | b'u'))
}

/// The folded name in the new tone-mark style, for comparing names; it has as many bytes.
pub(crate) fn fold_name(name: &str) -> String {
    let mut folded = fold(name);
    let mut start = 0;
    while let Some(rest) = folded.as_bytes().get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        let end = start + length;
        if may_be_old_style(rest.get(..length).unwrap_or_default()) {
            let restyled = RIMES.iter().find_map(|(new, old)| {
                let stem = folded.get(start..end)?.strip_suffix(old)?;
                Some((start + stem.len(), new))
            });
            if let Some((stem, new)) = restyled {
                folded.replace_range(stem..end, new);
            }
        }
        start = end + 1;
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fold_as_their_letters_do() {
        let letters = ('\0'..='\u{24FF}').chain('\u{FF00}'..='\u{FFFF}');
        for c in letters {
            let text = format!("Đường {c}hạ");
            let folded: String = text.chars().map(fold_char).collect();
            assert_eq!(fold(&text), folded, "{c:?}");
        }
    }
}
