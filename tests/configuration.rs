//! The ways in which every item of the corpus is read: the same sentence, written differently, has the same entities.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::markup::Item;

/// A way of writing a text.
pub struct Configuration {
    pub name: &'static str,
    /// Whether items are read so without asking for it with `## also:`.
    pub is_usual: bool,
    /// Whether values as written stay the same; else only the parts of [`STEADY`] are compared.
    pub keeps_values: bool,
    rewrite: fn(&str) -> Rewritten,
}

/// Parts of a value that no configuration alters.
pub const STEADY: &[&str] = &["from", "to", "number", "year", "precision", "time", "code", "id"];

/// A text, and for each byte of the one that it was made of the offset it has now; one more for the end.
struct Rewritten {
    text: String,
    offsets: Vec<usize>,
}

/// All configurations, the plain one first.
pub const CONFIGURATIONS: &[Configuration] = &[
    Configuration {
        name: "given",
        is_usual: true,
        keeps_values: true,
        rewrite: |text| by_char(text, |c, out| out.push(c)),
    },
    Configuration { name: "nfd", is_usual: true, keeps_values: true, rewrite: nfd },
    Configuration { name: "embedded", is_usual: true, keeps_values: true, rewrite: embedded },
    Configuration { name: "crlf", is_usual: true, keeps_values: true, rewrite: crlf },
    Configuration { name: "nbsp", is_usual: true, keeps_values: false, rewrite: nbsp },
    Configuration { name: "tone-style", is_usual: true, keeps_values: false, rewrite: tone_style },
    Configuration { name: "eth", is_usual: true, keeps_values: false, rewrite: eth },
    Configuration { name: "invisible", is_usual: true, keeps_values: false, rewrite: invisible },
    Configuration {
        name: "typographic",
        is_usual: true,
        keeps_values: false,
        rewrite: typographic,
    },
    Configuration { name: "upper", is_usual: false, keeps_values: false, rewrite: upper },
];

impl Configuration {
    /// Whether an item is read so.
    pub fn is_for(&self, item: &Item) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == self.name);
        if self.is_usual { !named(&item.not) } else { named(&item.also) }
    }

    /// The item written so; `None` if that changes nothing.
    pub fn apply<'i>(&self, item: &'i Item) -> Option<Cow<'i, Item>> {
        if self.name == "given" {
            return Some(Cow::Borrowed(item));
        }
        let Rewritten { text, offsets } = (self.rewrite)(&item.text);
        if text == item.text {
            return None;
        }
        let mut item = item.clone();
        item.text = text;
        for entity in &mut item.entities {
            (entity.start, entity.end) = (offsets[entity.start], offsets[entity.end]);
        }
        Some(Cow::Owned(item))
    }
}

/// Writes each character anew.
fn by_char(text: &str, mut write: impl FnMut(char, &mut String)) -> Rewritten {
    let mut rewritten = Rewritten { text: String::new(), offsets: Vec::new() };
    for c in text.chars() {
        rewritten.offsets.extend(std::iter::repeat_n(rewritten.text.len(), c.len_utf8()));
        write(c, &mut rewritten.text);
    }
    rewritten.offsets.push(rewritten.text.len());
    rewritten
}

/// Decomposed: letters and marks apart.
fn nfd(text: &str) -> Rewritten {
    by_char(text, |c, out| out.extend(c.nfd()))
}

/// As a paragraph of a long text without other entities.
fn embedded(text: &str) -> Rewritten {
    const FILLER: &str = "Người dân cho biết con đường đất dẫn vào làng nay đã được đổ bê tông, xe cộ đi lại dễ dàng hơn, trẻ em đến lớp không còn phải lội bùn. \
        Nhiều hộ mạnh dạn vay vốn trồng rừng, nuôi bò, đời sống khá lên từng bước, tuy giá cả nông sản vẫn còn bấp bênh. ";
    let before = FILLER.repeat(12);
    let before = format!("{}\n\n", before.trim());
    let mut rewritten = by_char(text, |c, out| out.push(c));
    rewritten.text = format!("{before}{text}\n\n{}", FILLER.trim());
    rewritten.offsets.iter_mut().for_each(|offset| *offset += before.len());
    rewritten
}

fn crlf(text: &str) -> Rewritten {
    by_char(text, |c, out| match c {
        '\n' => out.push_str("\r\n"),
        c => out.push(c),
    })
}

fn nbsp(text: &str) -> Rewritten {
    by_char(text, |c, out| out.push(if c == ' ' { '\u{A0}' } else { c }))
}

/// U+00D0 and U+00F0, as some keyboards write `Đ` and `đ`.
fn eth(text: &str) -> Rewritten {
    by_char(text, |c, out| {
        out.push(match c {
            'Đ' => 'Ð',
            'đ' => 'ð',
            c => c,
        });
    })
}

/// With a soft hyphen or a zero-width space between the first two letters of each word.
fn invisible(text: &str) -> Rewritten {
    let (mut letters, mut words) = (0, 0);
    by_char(text, |c, out| {
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        if letters == 2 {
            words += 1;
            out.push(if words % 2 == 0 { '\u{AD}' } else { '\u{200B}' });
        }
        out.push(c);
    })
}

/// With en dashes for hyphens, and curly quotation marks.
fn typographic(text: &str) -> Rewritten {
    let mut is_open = false;
    by_char(text, |c, out| match c {
        '-' => out.push('–'),
        '"' => {
            is_open = !is_open;
            out.push(if is_open { '“' } else { '”' });
        }
        c => out.push(c),
    })
}

fn upper(text: &str) -> Rewritten {
    by_char(text, |c, out| out.extend(c.to_uppercase()))
}

/// With the tone marks of `hòa`, `khỏe`, `thủy` on the other vowel: the whole syllable keeps its length.
fn tone_style(text: &str) -> Rewritten {
    const RIMES: [(&str, &str); 3] = [("oa", "a"), ("oe", "e"), ("uy", "y")];
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut styled = String::new();
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let end = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let letters: Vec<char> = end.nfd().filter(|c| !TONES.contains(c)).collect();
        let tone = end.nfd().find(|c| TONES.contains(c));
        let bare: String = letters.iter().collect::<String>().to_lowercase();
        let rime = RIMES.iter().find(|(rime, _)| bare.ends_with(rime) && !bare.ends_with("quy"));
        match (rime, tone) {
            (Some((_, second)), Some(tone)) => {
                // The tone stood on the glide if the last letter is bare, else on the vowel.
                let on_glide = end.to_lowercase().ends_with(second);
                let at = letters.len() - if on_glide { 1 } else { 2 };
                let letters = letters.iter().enumerate().flat_map(|(index, letter)| {
                    [Some(*letter), (index == at).then_some(tone)].into_iter().flatten()
                });
                styled.extend(letters.nfc());
                styled.push_str(&word[end.len()..]);
            }
            _ => styled.push_str(word),
        }
    }
    let offsets = (0..=text.len()).collect();
    assert_eq!(styled.len(), text.len(), "{text}");
    Rewritten { text: styled, offsets }
}

#[test]
fn both_tone_styles_turn_into_one_another() {
    for (one, other) in [
        ("Tỉnh ủy Hòa Bình", "Tỉnh uỷ Hoà Bình"),
        ("khỏe, Thủy, quý, hoàn", "khoẻ, Thuỷ, quý, hoàn"),
    ] {
        assert_eq!(tone_style(one).text, other);
        assert_eq!(tone_style(other).text, one);
    }
}
