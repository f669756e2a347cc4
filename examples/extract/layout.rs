//! Cuts an article into lines, sentences and rows of a width that people can read.

use std::ops::Range;

use dinhdanh::Span;

/// A sentence of an article, or a line that ends without one.
#[derive(Debug, Eq, PartialEq)]
pub struct Sentence {
    /// Where it lies in the article, in bytes.
    pub range: Range<usize>,
    /// The line of the article that it begins, from 1; none if it goes on in a line.
    pub line: Option<usize>,
}

/// The sentences of an article that are not blank. None ends within one of the spans, which are in the order of the text.
pub fn sentences(text: &str, spans: impl Iterator<Item = Span>) -> Vec<Sentence> {
    let mut spans = spans.peekable();
    let mut reach = 0;
    let mut is_inside = |at: usize| {
        while let Some(span) = spans.next_if(|span| span.start() < at) {
            reach = reach.max(span.end());
        }
        at < reach
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        let mut number = Some(index + 1);
        let mut from = start;
        for at in breaks(line).map(|at| start + at) {
            if !is_inside(at) {
                push(&mut sentences, text, from..at, &mut number);
                from = at;
            }
        }
        push(&mut sentences, text, from..end, &mut number);
        start = end;
    }
    sentences
}

/// Adds a sentence without the white space around it, unless it is blank.
fn push(sentences: &mut Vec<Sentence>, text: &str, range: Range<usize>, line: &mut Option<usize>) {
    let given = text.get(range.clone()).unwrap_or_default();
    let start = range.start + given.len() - given.trim_start().len();
    let end = range.start + given.trim_end().len();
    if start < end {
        sentences.push(Sentence { range: start..end, line: line.take() });
    }
}

/// Where a line may be cut into sentences: after a full stop and a space, before a capital. An abbreviation in capitals (`TP. Hồ Chí Minh`) ends no sentence.
fn breaks(line: &str) -> impl Iterator<Item = usize> + '_ {
    line.match_indices(['.', '!', '?', '…']).filter_map(|(at, mark)| {
        let rest = line.get(at + mark.len()..)?;
        let after = rest.trim_start_matches(['"', '”', '’', ')']);
        let next = after.trim_start();
        let is_open = next.len() < after.len()
            && next
                .trim_start_matches(['"', '“', '‘', '(', '-', '–', ' '])
                .starts_with(char::is_uppercase);
        let word = line.get(..at)?.rsplit(' ').next()?;
        let letters = word.chars().filter(|character| character.is_alphabetic()).count();
        let is_short =
            mark == "." && (1..=4).contains(&letters) && !word.contains(char::is_lowercase);
        (is_open && !is_short).then(|| line.len() - next.len())
    })
}

/// How many columns a text takes: the letters, without the marks that stand above and below them.
pub fn width(text: &str) -> usize {
    text.chars().filter(|character| !is_mark(*character)).count()
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{AD}' | '\u{FEFF}')
}

/// The spaces of a text at which to begin a new row, so that no row takes more than so many columns where it can be helped; in bytes.
pub fn wrap(text: &str, columns: usize) -> Vec<usize> {
    let mut rows = Vec::new();
    let (mut column, mut space) = (0, None);
    for (at, character) in text.char_indices() {
        if character == ' ' {
            space = Some((at, column));
        }
        column += usize::from(!is_mark(character));
        if column > columns
            && let Some((at, before)) = space.take()
        {
            rows.push(at);
            column -= before + 1;
        }
    }
    rows
}

/// A text on one row, of so many columns at most.
pub fn shorten(text: &str, columns: usize) -> String {
    let mut short = String::new();
    let mut column = 0;
    for character in text.chars().filter(|character| *character != '\r') {
        column += usize::from(!is_mark(character));
        if column > columns {
            short.pop();
            short.push('…');
            break;
        }
        short.push(if character.is_control() { ' ' } else { character });
    }
    short
}
