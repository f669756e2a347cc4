//! Tokens: syllables, numbers and punctuation characters, with the symbols that matching goes by.

use super::fold::fold_char;
use super::lexicon::{Lexicon, Sym};

/// How a token is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(crate) enum Shape {
    /// `tỉnh`
    Lower,
    /// `Tỉnh`, and a capital alone.
    Title,
    /// `UBND`
    Upper,
    /// Capitals after small letters, where no boundary is seen: `eBay`.
    Mixed,
    /// A run of digits.
    Number,
    /// One character that is neither letter nor digit.
    Punctuation,
    /// What lies before the first token and after the last.
    Edge,
}

/// What separates a token from the one before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// White space with a line break that is more than a space.
    Line,
}

/// A piece of a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// The offset of its first byte in the segment's text.
    pub(crate) start: u32,
    /// The offset after its last byte.
    pub(crate) end: u32,
    /// What it is to the matcher and the rules.
    pub(crate) sym: Sym,
    pub(crate) shape: Shape,
    pub(crate) gap: Gap,
}

impl Token {
    /// What lies before the first token and after the last.
    pub(crate) const EDGE: Token =
        Token { start: 0, end: 0, sym: Sym::EDGE, shape: Shape::Edge, gap: Gap::Line };

    /// Whether the token is a word that begins with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper)
    }

    /// Whether the token is a word in any case.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Title | Shape::Upper | Shape::Mixed)
    }

    /// Whether the token is this punctuation character, in any of its forms.
    pub(crate) fn is_mark(&self, c: char) -> bool {
        self.sym == Sym::punctuation(c)
    }
}

/// A segment has characters that must be normalized before it can be read.
#[derive(Debug)]
pub(crate) struct Irregular;

/// Reads the tokens of a text into `tokens`. With `strict`, stops at the first character that normalization may change.
pub(crate) fn tokenize(
    text: &str,
    wrapped: bool,
    strict: bool,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> Result<(), Irregular> {
    tokens.clear();
    let mut gap = Gap::Line;
    let mut rest = text.char_indices().peekable();
    let mut folded = Folded::default();
    while let Some((start, c)) = rest.next() {
        match class(c) {
            Class::Space => gap = gap.max_with(Gap::Space),
            Class::Break => gap = gap.max_with(if wrapped { Gap::Space } else { Gap::Line }),
            Class::Irregular if strict => return Err(Irregular),
            Class::Digit => {
                let mut end = start + 1;
                while let Some((at, _)) = rest.next_if(|(_, c)| c.is_ascii_digit()) {
                    end = at + 1;
                }
                tokens.push(Token {
                    start: start as u32,
                    end: end as u32,
                    sym: Sym::NUMBER,
                    shape: Shape::Number,
                    gap,
                });
                gap = Gap::None;
            }
            Class::Letter => {
                folded.clear();
                folded.push(fold_char(c));
                let first_upper = c.is_uppercase();
                let (mut uppers, mut lowers) =
                    (usize::from(first_upper), usize::from(!first_upper));
                let mut end = start + c.len_utf8();
                let mut last_lower = !first_upper;
                while let Some(&(at, c)) = rest.peek() {
                    match class(c) {
                        Class::Letter => {}
                        Class::Irregular if strict => return Err(Irregular),
                        // A stray mark stays inside its word.
                        Class::Irregular if !is_stop(c) => {}
                        _ => break,
                    }
                    let upper = c.is_uppercase();
                    // A capital after small letters begins a new word: a space or a line break was lost.
                    if upper && last_lower && lowers + uppers > 1 {
                        break;
                    }
                    (uppers, lowers) = (uppers + usize::from(upper), lowers + usize::from(!upper));
                    last_lower = !upper;
                    folded.push(fold_char(c));
                    end = at + c.len_utf8();
                    rest.next();
                }
                let shape = match (first_upper, uppers, lowers) {
                    (false, 0, _) => Shape::Lower,
                    (true, 1, _) => Shape::Title,
                    (true, _, 0) => Shape::Upper,
                    // `UBNDtỉnh` and `GDĐT-ers`: capitals lead.
                    (true, _, _) => Shape::Mixed,
                    (false, _, _) => Shape::Mixed,
                };
                tokens.push(Token {
                    start: start as u32,
                    end: end as u32,
                    sym: lexicon.find(folded.bytes()),
                    shape,
                    gap,
                });
                gap = Gap::None;
            }
            Class::Mark | Class::Irregular => {
                tokens.push(Token {
                    start: start as u32,
                    end: (start + c.len_utf8()) as u32,
                    sym: Sym::punctuation(c),
                    shape: Shape::Punctuation,
                    gap,
                });
                gap = Gap::None;
            }
        }
    }
    Ok(())
}

impl Gap {
    fn max_with(self, other: Gap) -> Gap {
        if other as u8 > self as u8 { other } else { self }
    }
}

/// The folded letters of a word; what is longer than any syllable is cut, and so unknown.
struct Folded {
    bytes: [u8; 48],
    len: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Self { bytes: [0; 48], len: 0 }
    }
}

impl Folded {
    fn clear(&mut self) {
        self.len = 0;
    }

    fn push(&mut self, c: char) {
        if let Some(room) = self.bytes.get_mut(self.len..self.len + c.len_utf8()) {
            c.encode_utf8(room);
            self.len += c.len_utf8();
        }
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

enum Class {
    Letter,
    Digit,
    Space,
    Break,
    Mark,
    /// Normalization may change it.
    Irregular,
}

/// What a character is to the tokenizer.
///
/// Without normalization are read: ASCII, the Latin letters up to U+02FF, U+1E00 to U+1EFF and U+2010 to U+2027 and U+2030 to U+205E; all of them are NFC alone
/// and before one another.
fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Break,
        ' ' | '\t' | '\u{A0}' => Class::Space,
        '\0'..='\u{7F}' => Class::Mark,
        '\u{AD}' => Class::Irregular,
        'ª' | 'º' | 'µ' => Class::Letter,
        '\u{80}'..='\u{BF}' | '×' | '÷' => Class::Mark,
        '\u{C0}'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' => Class::Letter,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => Class::Mark,
        '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Class::Space,
        _ => Class::Irregular,
    }
}

/// Whether a character outside the regular set ends a word.
fn is_stop(c: char) -> bool {
    !c.is_alphanumeric() && unicode_normalization::char::canonical_combining_class(c) == 0
}
