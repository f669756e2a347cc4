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
    let mut at = 0;
    while let Some(letter) = next_capital(text, at) {
        let end = letter.start + letter.small.len_utf8();
        folded.replace_range(letter.start..end, letter.small.encode_utf8(&mut [0; 4]));
        at = end;
    }
    folded
}

/// A letter beyond ASCII that is folded to another.
struct Capital {
    start: usize,
    small: char,
}

/// The first letter beyond ASCII at or after a place that is folded to another.
fn next_capital(text: &str, mut at: usize) -> Option<Capital> {
    let bytes = text.as_bytes();
    loop {
        at += match *bytes.get(at..)? {
            [] => return None,
            [0..=0x7F, ..] => 1,
            // Most are small letters of Vietnamese: `à` to `ï`, `ñ` to `ÿ`, and those of three bytes with odd numbers.
            [0xC3, 0xA0..=0xAF | 0xB1..=0xBF, ..] => 2,
            [0xC4, 0x83 | 0x91 | 0xA9, ..] | [0xC6, 0xA1 | 0xB0, ..] | [0xC5, 0xA9, ..] => 2,
            [0xE1, 0xBA | 0xBB, third, ..] if third % 2 == 1 => 3,
            _ => {
                let letter = text.get(at..)?.chars().next()?;
                let small = fold_char(letter);
                if small != letter {
                    return Some(Capital { start: at, small });
                }
                letter.len_utf8()
            }
        }
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
    fn a_text_is_folded_as_its_letters_are() {
        for first in ('\0'..='\u{2FFF}').chain('\u{A640}'..='\u{ABFF}') {
            let text = format!("A{first}ế{first}Đ");
            let naive: String = text.chars().map(fold_char).collect();
            assert_eq!(fold(&text), naive, "{first:?}");
        }
    }
}
