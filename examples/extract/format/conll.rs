//! A token a line with its labels, parted by tabs: `Quảng⇥I-POSITION⇥I-ORGANIZATION⇥B-PLACE`.
//!
//! Tokens are runs of letters and digits, and other characters one by one; white space parts them. Each level of nesting has a column, the outermost first, in the BIO scheme: `B-` begins an entity, `I-` goes on with it, `O` is
//! none. A blank line ends a sentence, a line `# id = …` begins an article. A token is cut where an entity begins or ends within it.

use std::ops::Range;

use dinhdanh::{Entity, Extraction};

use super::{Writer, label, on_one_line};
use crate::article::Article;
use crate::layout;

pub struct Conll;

/// How deep entities nest: a place in a body in an office.
const LEVELS: usize = 3;

impl Writer for Conll {
    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        let text = extraction.text();
        let entities: Vec<_> = extraction.entities().collect();
        let cuts = cuts(&entities);
        let mut cuts = cuts.iter().copied().peekable();
        let mut rest = entities.iter().peekable();
        let mut open: Vec<Entity<'_>> = Vec::new();
        let mut lines = format!("# id = {}\n", on_one_line(&article.id));
        let spans = entities.iter().map(|entity| entity.span());
        for (index, sentence) in layout::sentences(text, spans).into_iter().enumerate() {
            // An entity may go on over the end of a line, and so over that of its sentence.
            open.retain(|entity| entity.span().end() > sentence.range.start);
            if index > 0 && open.is_empty() {
                lines.push('\n');
            }
            for token in tokens(text, sentence.range) {
                while cuts.next_if(|cut| *cut <= token.start).is_some() {}
                let mut start = token.start;
                while start < token.end {
                    let end = cuts.next_if(|cut| *cut < token.end).unwrap_or(token.end);
                    open.retain(|entity| entity.span().end() > start);
                    let inherited = open.len();
                    while let Some(entity) = rest.next_if(|entity| entity.span().start() <= start) {
                        open.push(*entity);
                    }
                    lines.push_str(text.get(start..end).unwrap_or_default());
                    for level in 0..LEVELS {
                        lines.push('\t');
                        match open.get(level) {
                            Some(entity) => {
                                lines.push_str(if level < inherited { "I-" } else { "B-" });
                                lines.push_str(&label(*entity));
                            }
                            None => lines.push('O'),
                        }
                    }
                    lines.push('\n');
                    start = end;
                }
            }
        }
        lines.push('\n');
        lines.into_bytes()
    }
}

/// The places where entities begin and end, in order.
fn cuts(entities: &[Entity<'_>]) -> Vec<usize> {
    let spans = entities.iter().map(|entity| entity.span());
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start(), span.end()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The tokens of a stretch of text.
fn tokens(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut characters = text.get(range.clone()).unwrap_or_default().char_indices().peekable();
    std::iter::from_fn(move || {
        let is_gap = |c: char| c.is_whitespace() || c.is_control();
        while characters.next_if(|(_, c)| is_gap(*c)).is_some() {}
        let (start, first) = characters.next()?;
        let mut end = start + first.len_utf8();
        while let Some((at, c)) =
            characters.next_if(|(_, c)| is_mark(*c) || is_letter(first) && is_letter(*c))
        {
            end = at + c.len_utf8();
        }
        Some(range.start + start..range.start + end)
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether a character belongs to the one before it: combining marks, and what is not seen.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{AD}' | '\u{FEFF}')
}
