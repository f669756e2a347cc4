//! Splits words that lost the space between them: `Chínhnhấn` is `Chính` and `nhấn`.

use std::ops::Range;

use super::fold::fold;
use super::lexicon::{Lexicon, Sym};
use super::token::{Gap, Shape, Token};

/// The longest syllable of the language has seven letters (`nghiêng`).
const LONGEST_SYLLABLE: usize = 7;

/// Replaces each token that is two or more glued syllables by these; of the unknown words are told the places.
///
/// Only an unknown word longer than any syllable, with a letter that Vietnamese alone has, and made of known syllables from end to end is split:
/// foreign words are not.
pub(crate) fn split(text: &str, lexicon: &Lexicon, unknown: &[usize], tokens: &mut Vec<Token>) {
    // From the last to the first, so that the places of those that are left stay theirs.
    for &at in unknown.iter().rev() {
        let Some(&token) = tokens.get(at) else { return };
        if token.shape == Shape::Mixed
            && let Some(pieces) = capitals(text, token, lexicon)
        {
            tokens.splice(at..=at, pieces);
            continue;
        }
        if (token.end - token.start) as usize <= LONGEST_SYLLABLE {
            continue;
        }
        let word = text.get(token.start as usize..token.end as usize).unwrap_or_default();
        let letters = word.chars().count();
        if !(LONGEST_SYLLABLE + 1..=40).contains(&letters) || !word.chars().any(is_vietnamese) {
            continue;
        }
        let parts = parts(word, lexicon);
        if parts.len() < 2 {
            continue;
        }
        let pieces = parts.iter().enumerate().map(|(index, part)| Token {
            start: token.start + part.start as u32,
            end: token.start + part.end as u32,
            sym: lexicon.find(word.get(part.clone()).map(fold).unwrap_or_default().as_bytes()),
            shape: if index == 0 { token.shape } else { Shape::Lower },
            gap: if index == 0 { token.gap } else { Gap::None },
        });
        tokens.splice(at..=at, pieces);
    }
}

/// The syllables of a word, longest first from the left; empty if they do not make up the whole of it.
fn parts(word: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let folded = fold(word);
    let mut parts = Vec::new();
    let mut rest = folded.as_str();
    while !rest.is_empty() {
        let ends = rest.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
        let is_known = |end: &usize| {
            rest.get(..*end).is_some_and(|s| lexicon.find(s.as_bytes()) != Sym::UNKNOWN)
        };
        let Some(end) = ends.filter(is_known).last() else { return Vec::new() };
        let start = folded.len() - rest.len();
        parts.push(start..start + end);
        rest = rest.get(end..).unwrap_or_default();
    }
    parts
}

/// Capitals and the word in small letters that touches them: `XIVngay`, `UBNDtỉnh`. The word is a known syllable of at least three letters, or one that only Vietnamese has.
fn capitals(text: &str, token: Token, lexicon: &Lexicon) -> Option<[Token; 2]> {
    let word = text.get(token.start as usize..token.end as usize)?;
    let small = word.find(char::is_lowercase)?;
    let (head, tail) = word.split_at_checked(small)?;
    let is_word = tail.chars().count() > 2 || tail.chars().any(is_vietnamese);
    if head.chars().count() < 2
        || tail.chars().count() < 2
        || !head.chars().all(char::is_uppercase)
        || !is_word
    {
        return None;
    }
    let sym = lexicon.find(fold(tail).as_bytes());
    let middle = token.start + small as u32;
    let head = Token {
        end: middle,
        sym: lexicon.find(fold(head).as_bytes()),
        shape: Shape::Upper,
        ..token
    };
    let tail = Token { start: middle, sym, shape: Shape::Lower, gap: Gap::None, ..token };
    (sym != Sym::UNKNOWN).then_some([head, tail])
}

/// Whether a letter occurs in Vietnamese and in few other languages.
fn is_vietnamese(c: char) -> bool {
    matches!(
        c,
        '\u{1EA0}'
            ..='\u{1EF9}'
                | 'ă'
                | 'â'
                | 'đ'
                | 'ê'
                | 'ô'
                | 'ơ'
                | 'ư'
                | 'à'
                | 'á'
                | 'ã'
                | 'í'
                | 'ì'
                | 'ó'
                | 'ò'
    )
}
