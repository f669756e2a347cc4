//! Tokens: syllables, numbers and punctuation characters, with the symbols that matching goes by.

use super::lexicon::{Lexicon, Sym};
use super::memo::{Memo, Recall, Run};
use super::word::{self, Word};

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

/// Most tokens take more bytes of the text, with the space before them.
const BYTES_OF_TOKEN: usize = 4;

/// Reads the tokens of a text into `tokens`, and the places of the words that the lexicon does not know into `unknown`; `memo` is of this lexicon. With `strict`, stops at the first character that normalization may change.
pub(crate) fn tokenize(
    text: &str,
    wrapped: bool,
    strict: bool,
    lexicon: &Lexicon,
    memo: &mut impl Recall,
    tokens: &mut Vec<Token>,
    unknown: &mut Vec<usize>,
) -> Result<(), Irregular> {
    tokens.clear();
    unknown.clear();
    tokens.reserve(text.len() / BYTES_OF_TOKEN);
    let bytes = text.as_bytes();
    let mut gap = Gap::Line;
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let start = at as u32;
        let run = if is_letter(first) { Run::read(bytes, at) } else { None };
        if let Some(run) = run
            && let Some((sym, shape)) = memo.find(run)
        {
            at += run.len;
            if sym == Sym::UNKNOWN {
                unknown.push(tokens.len());
            }
            tokens.push(Token { start, end: at as u32, sym, shape, gap });
            gap = after(bytes, &mut at);
            continue;
        }
        let mut c = char::from(first);
        let class = match ASCII.get(first as usize) {
            Some(class) => {
                at += 1;
                *class
            }
            None => match word::wide(bytes.get(at..).unwrap_or_default()) {
                Some(_) => Class::Letter,
                None => {
                    let Some(wide) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                        break;
                    };
                    c = wide;
                    at += c.len_utf8();
                    class(c)
                }
            },
        };
        match class {
            Class::Space => {
                gap = gap.max_with(Gap::Space);
                continue;
            }
            Class::Break => {
                gap = gap.max_with(if wrapped { Gap::Space } else { Gap::Line });
                continue;
            }
            Class::Irregular if strict => return Err(Irregular),
            Class::Digit => {
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
                let (sym, shape) = (Sym::NUMBER, Shape::Number);
                tokens.push(Token { start, end: at as u32, sym, shape, gap });
            }
            Class::Letter => {
                let word = Word::read(text, start as usize, strict)?;
                at = word.end;
                let sym = word.symbol(text, start as usize, lexicon);
                let shape = word.shape();
                if sym == Sym::UNKNOWN {
                    unknown.push(tokens.len());
                }
                tokens.push(Token { start, end: at as u32, sym, shape, gap });
                // What goes on after the run that the memo would find is another word. Names, which are read without `strict`, may make known what is not.
                if let Some(run) = run
                    && run.len == at - start as usize
                    && !word.is_mixed
                    && (strict || sym != Sym::UNKNOWN)
                {
                    memo.keep(run, sym, shape);
                }
            }
            Class::Mark | Class::Irregular => {
                let (sym, shape) = (Sym::punctuation(c), Shape::Punctuation);
                tokens.push(Token { start, end: at as u32, sym, shape, gap });
            }
        }
        gap = after(bytes, &mut at);
    }
    Ok(())
}

/// What stands after a token that ends at a place, which moves on: most are followed by one space.
#[inline]
fn after(bytes: &[u8], at: &mut usize) -> Gap {
    match bytes.get(*at) {
        Some(b' ') => {
            *at += 1;
            Gap::Space
        }
        _ => Gap::None,
    }
}

/// A token of a few words that are looked up: what it is to the matcher, and where it stands, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) sym: Sym,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The tokens of a few words one by one, as [`tokenize`] reads them without `strict`: most looked up are no names after the first.
#[derive(Debug)]
pub(crate) struct Pieces<'t> {
    text: &'t str,
    at: usize,
    lexicon: &'t Lexicon,
    memo: &'t Memo,
    /// What is left from a place on with an odd character.
    rest: Option<(usize, std::vec::IntoIter<Token>)>,
}

impl<'t> Pieces<'t> {
    /// The tokens of a text; `memo` is of the lexicon.
    pub(crate) fn new(text: &'t str, lexicon: &'t Lexicon, memo: &'t Memo) -> Self {
        Self { text, at: 0, lexicon, memo, rest: None }
    }

    /// The symbol of the word that begins at a place, and where it ends.
    fn word(&self, start: usize) -> Option<(Sym, usize)> {
        if let Some(run) = Run::read(self.text.as_bytes(), start)
            && let Some((sym, _)) = self.memo.find(run)
        {
            return Some((sym, start + run.len));
        }
        let word = Word::read(self.text, start, false).ok()?;
        Some((word.symbol(self.text, start, self.lexicon), word.end))
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some((from, rest)) = &mut self.rest {
                let Token { sym, start, end, .. } = rest.next()?;
                return Some(Piece {
                    sym,
                    start: *from + start as usize,
                    end: *from + end as usize,
                });
            }
            let start = self.at;
            let rest = self.text.as_bytes().get(start..)?;
            let first = *rest.first()?;
            let class = match ASCII.get(first as usize) {
                Some(class) => *class,
                None if word::wide(rest).is_some() => Class::Letter,
                None => Class::Irregular,
            };
            let (sym, end) = match class {
                Class::Space | Class::Break => {
                    self.at += 1;
                    continue;
                }
                Class::Letter => self.word(start)?,
                Class::Digit => {
                    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit());
                    (Sym::NUMBER, start + digits.count())
                }
                Class::Mark => (Sym::punctuation(first.into()), start + 1),
                Class::Irregular => {
                    let (mut tokens, mut unknown) = (Vec::new(), Vec::new());
                    let rest = self.text.get(start..)?;
                    let memo = &mut self.memo;
                    tokenize(rest, true, false, self.lexicon, memo, &mut tokens, &mut unknown)
                        .ok()?;
                    self.rest = Some((start, tokens.into_iter()));
                    continue;
                }
            };
            self.at = end;
            return Some(Piece { sym, start, end });
        }
    }
}

/// Whether a byte is or begins a letter, as far as it alone can tell: looked up, for which of the two it is, and how, nobody can foretell.
#[inline]
fn is_letter(byte: u8) -> bool {
    const LETTERS: [bool; 256] = {
        let mut letters = [true; 256];
        let mut byte = 0;
        while byte < ASCII.len() {
            #[allow(clippy::indexing_slicing)] // OK because the loop ends at the shorter length.
            {
                letters[byte] = matches!(ASCII[byte], Class::Letter);
            }
            byte += 1;
        }
        letters
    };
    LETTERS.get(usize::from(byte)).is_some_and(|is_letter| *is_letter)
}

impl Gap {
    fn max_with(self, other: Gap) -> Gap {
        if other as u8 > self as u8 { other } else { self }
    }
}

/// What the tokenizer makes of a character.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Class {
    Letter,
    Digit,
    Space,
    Break,
    Mark,
    /// Normalization may change it.
    Irregular,
}

/// The classes of the characters of ASCII.
const ASCII: [Class; 128] = {
    let mut classes = [Class::Mark; 128];
    let mut c = 0;
    while c < classes.len() {
        #[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
        {
            classes[c] = class(c as u8 as char);
        }
        c += 1;
    }
    classes
};

/// What a character is to the tokenizer.
///
/// Without normalization are read: ASCII, the Latin letters up to U+02FF, U+1E00 to U+1EFF and U+2010 to U+2027 and U+2030 to U+205E; all of them are NFC alone
/// and before one another.
pub(super) const fn class(c: char) -> Class {
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
pub(super) fn is_stop(c: char) -> bool {
    !c.is_alphanumeric() && unicode_normalization::char::canonical_combining_class(c) == 0
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Memo, Pieces, Sym, tokenize};

    #[test]
    fn pieces_are_what_tokens_are() {
        let mut lexicon = Lexicon::new();
        for word in ["tỉnh", "quảng", "ninh", "hòa"] {
            lexicon.intern(word);
        }
        let texts = [
            "",
            " ",
            "Tỉnh Quảng Ninh",
            "tỉnh\u{A0}Quảng\nNinh, 30/4",
            "(TP.HCM) – 2024",
            "Hòa H’Mông 각 Ninh",
            "Ti\u{309}nh Quảng \u{AD}Ninh",
            "UBNDtỉnh 51F-017.32 ",
        ];
        // The second time the memo has what the first one kept.
        let mut memo = Memo::default();
        for text in texts.iter().chain(&texts) {
            let (mut tokens, mut unknown) = (Vec::new(), Vec::new());
            let pieces: Vec<_> = Pieces::new(text, &lexicon, &memo).collect();
            tokenize(text, true, false, &lexicon, &mut memo, &mut tokens, &mut unknown).unwrap();
            let is_unknown = |at: &usize| tokens[*at].sym == Sym::UNKNOWN;
            assert!((0..tokens.len()).filter(is_unknown).eq(unknown), "{text:?}");
            let tokens = tokens.iter().map(|t| (t.sym, t.start as usize, t.end as usize));
            assert!(pieces.iter().map(|p| (p.sym, p.start, p.end)).eq(tokens), "{text:?}");
        }
    }
}
