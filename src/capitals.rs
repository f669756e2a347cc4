//! Headlines and captions in capitals, read with the help of the rest of the article.
//!
//! Capitals say nothing of names where all letters have them: "BÍ THƯ ĐINH LA THĂNG KHAI MẠC PHIÊN GIAO DỊCH" ends no name. So the words of such a line are taken to be written as the article writes them
//! elsewhere: as it does beside the same word before or after, else as it mostly does, else as the lists do; a word that none of them has is in small letters. The text stays as it is; only the shapes of its
//! tokens change.

use std::collections::HashMap;
use std::ops::Range;

use crate::gazetteer::{Index, Match, Role};
use crate::text::fold::fold;
use crate::text::{Gap, Shape, Sym, Token};

/// A line has so many words in capitals, and no word else.
const FEWEST: usize = 3;

/// So many words of a line of its own that the article does not have elsewhere are the name of its author.
const BYLINE: usize = 4;

/// So many words in small letters make an article that can be asked.
const ENOUGH: u32 = 12;

/// The lines in capitals of a segment, as ranges of its tokens.
pub(crate) fn lines(tokens: &[Token]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < tokens.len() {
            let start = at;
            let is_line = |token: &Token| token.gap == Gap::Line;
            let rest = tokens.get(start + 1..).unwrap_or_default();
            at = start + 1 + rest.iter().position(is_line).unwrap_or(rest.len());
            if is_shouted(tokens.get(start..at).unwrap_or_default()) {
                return Some(start..at);
            }
        }
        None
    })
}

fn is_shouted(line: &[Token]) -> bool {
    let mut shouted = 0;
    for token in line {
        match token.shape {
            Shape::Upper => shouted += 1,
            // A syllable of one letter.
            Shape::Title if token.end - token.start <= 3 => {}
            Shape::Lower | Shape::Title | Shape::Mixed => return false,
            _ => {}
        }
    }
    shouted >= FEWEST
}

/// How often a word is written so.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    lower: u32,
    title: u32,
    upper: u32,
}

impl Votes {
    fn add(&mut self, shape: Shape) {
        match shape {
            Shape::Lower => self.lower += 1,
            Shape::Title => self.title += 1,
            Shape::Upper => self.upper += 1,
            _ => {}
        }
    }

    /// How a word is written whose neighbours say nothing: as a name only if it hardly ever is none.
    fn shape_alone(self) -> Option<Shape> {
        let names = self.title + self.upper;
        if self.lower > 0 && names < 3 * self.lower { Some(Shape::Lower) } else { self.shape() }
    }

    /// How it is mostly written.
    fn shape(self) -> Option<Shape> {
        let Self { lower, title, upper } = self;
        match lower.max(title).max(upper) {
            0 => None,
            most if most == title => Some(Shape::Title),
            most if most == upper => Some(Shape::Upper),
            _ => Some(Shape::Lower),
        }
    }
}

/// A word, by its symbol or its letters.
type Word = u64;

/// How an article writes the words that its lines in capitals hold.
#[derive(Debug, Default)]
pub(crate) struct Capitals {
    /// Each word by itself.
    words: HashMap<Word, Votes>,
    /// Two words that follow each other: how each is written beside the other.
    pairs: HashMap<(Word, Word), (Votes, Votes)>,
    /// How many words in small letters there are.
    small: u32,
}

impl Capitals {
    /// Asks for the words of the lines in capitals of a segment.
    pub(crate) fn ask(&mut self, text: &str, tokens: &[Token]) {
        for line in lines(tokens) {
            let line = tokens.get(line).unwrap_or_default();
            for token in line.iter().filter(|token| token.is_word()) {
                self.words.entry(word(text, token)).or_default();
            }
            for (left, right) in neighbours(line) {
                self.pairs.entry((word(text, left), word(text, right))).or_default();
            }
        }
    }

    /// Counts how the rest of a segment writes them.
    pub(crate) fn learn(&mut self, text: &str, tokens: &[Token]) {
        let mut shouted = lines(tokens).peekable();
        let mut before: Option<(&Token, Word, bool)> = None;
        for (at, token) in tokens.iter().enumerate() {
            while shouted.next_if(|line| line.end <= at).is_some() {}
            if shouted.peek().is_some_and(|line| line.start <= at) || !token.is_word() {
                before = None;
                continue;
            }
            self.small += u32::from(token.shape == Shape::Lower);
            let this = word(text, token);
            let previous = before.filter(|_| token.gap == Gap::Space);
            // The capital that begins a sentence says nothing.
            let starts = previous.is_none() && starts_sentence(tokens, at);
            if !starts && let Some(votes) = self.words.get_mut(&this) {
                votes.add(token.shape);
            }
            if let Some((left, name, starts)) = previous
                && let Some((one, other)) = self.pairs.get_mut(&(name, this))
            {
                if !starts {
                    one.add(left.shape);
                }
                other.add(token.shape);
            }
            before = Some((token, this, starts));
        }
    }

    /// Writes the lines in capitals of a segment as the article does.
    pub(crate) fn reshape(&self, text: &str, tokens: &mut [Token], index: &Index) {
        if self.small < ENOUGH {
            return;
        }
        let all: Vec<Range<usize>> = lines(tokens).collect();
        for range in all {
            let shapes = self.shapes(text, tokens.get(range.clone()).unwrap_or_default(), index);
            let line = tokens.get_mut(range).unwrap_or_default();
            for (token, shape) in line.iter_mut().zip(shapes) {
                token.shape = shape.unwrap_or(token.shape);
            }
        }
    }

    /// How the words of a line are written; none for one that stays as it is.
    fn shapes(&self, text: &str, line: &[Token], index: &Index) -> Vec<Option<Shape>> {
        let mut shapes: Vec<Option<Shape>> = vec![None; line.len()];
        let mut votes = vec![Votes::default(); line.len()];
        for (at, pair) in line.windows(2).enumerate() {
            let [left, right] = pair else { continue };
            let key = (word(text, left), word(text, right));
            if right.gap != Gap::Space {
                continue;
            }
            let Some((one, other)) = self.pairs.get(&key) else { continue };
            for (at, more) in [(at, one), (at + 1, other)] {
                if let Some(votes) = votes.get_mut(at) {
                    votes.lower += more.lower;
                    votes.title += more.title;
                    votes.upper += more.upper;
                }
            }
        }
        for ((shape, votes), token) in shapes.iter_mut().zip(&votes).zip(line) {
            let alone = || self.words.get(&word(text, token)).and_then(|votes| votes.shape_alone());
            *shape = votes.shape().or_else(alone).filter(|_| token.is_word());
        }
        let words = line.iter().filter(|token| token.is_word()).count();
        if words <= BYLINE && shapes.iter().all(Option::is_none) {
            return shapes;
        }
        listed(text, line, index, &mut shapes);
        let first = line.iter().position(Token::is_word);
        for (at, (shape, token)) in shapes.iter_mut().zip(line).enumerate() {
            if token.is_word() {
                let shape = shape.get_or_insert_with(|| unknown(text, token));
                if first == Some(at) && *shape == Shape::Lower {
                    *shape = Shape::Title;
                }
            }
        }
        shapes
    }
}

/// Gives the words of listed names of which the article knows none the capitals of the list.
fn listed(text: &str, line: &[Token], index: &Index, shapes: &mut [Option<Shape>]) {
    let mut matches: Vec<Match> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        matches.clear();
        index.matcher.find(text, line.get(at..).unwrap_or_default(), 0, &mut matches, |_, _| ());
        let names =
            || matches.iter().filter_map(|m| Some((m.end as usize, index.matcher.name(m.name)?)));
        let is_ambiguous = |end: usize| {
            names().any(|(other, name)| {
                other == end && matches!(name.role, Role::Ambiguous | Role::Blocked)
            })
        };
        let is_name = |role: Role| matches!(role, Role::Place | Role::Organization | Role::Person);
        let longest = names().filter(|(_, name)| is_name(name.role)).max_by_key(|(end, _)| *end);
        let open =
            |end: usize| shapes.get(at..at + end).is_some_and(|s| s.iter().all(Option::is_none));
        let Some((end, name)) = longest.filter(|(end, _)| !is_ambiguous(*end) && open(*end)) else {
            at += 1;
            continue;
        };
        let slots = shapes.get_mut(at..at + end).unwrap_or_default();
        for (word, (slot, token)) in
            slots.iter_mut().zip(line.get(at..).unwrap_or_default()).enumerate()
        {
            *slot = token.is_word().then(|| name.shape(word));
        }
        at += end;
    }
}

/// How a word is written of which nothing is known: small, but for foreign names and letters that cannot be read.
fn unknown(text: &str, token: &Token) -> Shape {
    let letters = text.get(token.start as usize..token.end as usize).unwrap_or_default();
    let is_read = !letters.is_ascii() || letters.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
    match token.sym {
        _ if !is_read => Shape::Upper,
        Sym::UNKNOWN if letters.is_ascii() => Shape::Title,
        _ => Shape::Lower,
    }
}

fn neighbours(line: &[Token]) -> impl Iterator<Item = (&Token, &Token)> {
    line.windows(2).filter_map(|pair| match pair {
        [left, right] if left.is_word() && right.is_word() && right.gap == Gap::Space => {
            Some((left, right))
        }
        _ => None,
    })
}

/// Whether a word begins a sentence or a line, or is the first in quotation marks.
fn starts_sentence(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return true };
    let ends = ['.', '!', '?', ':', '…'].iter().any(|mark| before.is_mark(*mark));
    match tokens.get(at).map(|token| token.gap) {
        Some(Gap::Line) => true,
        // `TP.HCM` goes on.
        Some(Gap::None) => before.is_mark('"'),
        _ => ends,
    }
}

/// The word that a token is.
fn word(text: &str, token: &Token) -> Word {
    if token.sym != Sym::UNKNOWN {
        return u64::from(token.sym.0);
    }
    let letters = text.get(token.start as usize..token.end as usize).unwrap_or_default();
    // FNV-1a; symbols are below.
    let hash = fold(letters).bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    hash | 1 << 63
}
