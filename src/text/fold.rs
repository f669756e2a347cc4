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

/// A word in lower case.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Adds a text in lower case, which has as many bytes.
fn fold_into(text: &str, folded: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (head, tail) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        let start = folded.len();
        folded.push_str(head);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        let mut letters = tail.chars();
        while let Some(letter) = letters.next() {
            folded.push(fold_char(letter));
            if letters.as_str().as_bytes().first().is_some_and(u8::is_ascii) {
                break;
            }
        }
        rest = letters.as_str();
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
    let last = word.iter().rposition(|byte| !(0x80..0xC0).contains(byte)).unwrap_or_default();
    let before = last.checked_sub(1).and_then(|before| word.get(before));
    word.last().is_some_and(|last| !last.is_ascii()) && matches!(before, Some(b'o' | b'u'))
}

/// The folded name in the new tone-mark style, for comparing names.
pub(crate) fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len() + 2);
    for (index, word) in name.split(' ').enumerate() {
        if index > 0 {
            folded.push(' ');
        }
        let start = folded.len();
        fold_into(word, &mut folded);
        if !may_be_old_style(folded.as_bytes().get(start..).unwrap_or_default()) {
            continue;
        }
        let restyled = RIMES.iter().find_map(|(new, old)| {
            let stem = folded.get(start..)?.strip_suffix(old)?;
            Some((start + stem.len(), new))
        });
        if let Some((stem, new)) = restyled {
            folded.truncate(stem);
            folded.push_str(new);
        }
    }
    folded
}
