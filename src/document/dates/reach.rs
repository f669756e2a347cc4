//! Distances in a text, in letters: the same for composed and decomposed text.

use unicode_normalization::char::canonical_combining_class;

fn is_mark(c: char) -> bool {
    !c.is_ascii() && canonical_combining_class(c) != 0
}

/// Where so many letters from the beginning end.
pub(super) fn after(text: &str, letters: usize) -> usize {
    let starts = text.char_indices().filter(|(_, c)| !is_mark(*c));
    starts.map(|(at, _)| at).nth(letters).unwrap_or(text.len())
}

/// Where the last letters of a text begin, so many of them.
pub(super) fn before(text: &str, letters: usize) -> usize {
    let starts = text.char_indices().rev().filter(|(_, c)| !is_mark(*c));
    starts.map(|(at, _)| at).take(letters).last().unwrap_or(text.len())
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
    fn normal_forms_are_alike() {
        let composed = "một ngày đẹp trời ở Huế";
        let decomposed: String = composed.nfd().collect();
        for letters in [0, 1, 5, 22, 23, 24] {
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
