//! For people: each sentence with its entities under it.

use std::fmt::{self, Display, Write};

use anstyle::{AnsiColor, Style};
use dinhdanh::{Entity, Extraction, Kind};

use super::Writer;
use crate::article::Article;
use crate::layout::{self, Sentence};

/// The columns of the text, of an entity and of its value.
const TEXT: usize = 96;
const ENTITY: usize = 44;
const VALUE: usize = 48;

/// The columns before a sentence, which hold the number of its line, and before an entity.
const MARGIN: usize = 6;
const INDENT: usize = 8;

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// The text is coloured by kind where colours can be seen.
pub struct Pretty {
    pub is_coloured: bool,
}

impl Writer for Pretty {
    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        let is_coloured = self.is_coloured;
        let mut page = Page { text: String::new(), is_coloured, is_marked: false };
        // OK because a string takes whatever is written.
        let _ = page.article(article, extraction);
        page.text.into_bytes()
    }
}

/// What is written, growing.
struct Page {
    text: String,
    is_coloured: bool,
    /// Whether the text that follows would be in the colour of an entity.
    is_marked: bool,
}

impl Page {
    fn article(&mut self, article: &Article<'_>, extraction: &Extraction<'_>) -> fmt::Result {
        self.styled(BOLD, layout::shorten(&article.id, TEXT))?;
        if let Some(date) = extraction.reference_date() {
            self.styled(DIM, format_args!("  reference date {} ({})", date.day(), date.rule()))?;
        }
        self.text.push('\n');
        let entities: Vec<_> = extraction.entities().collect();
        let spans = entities.iter().map(|entity| entity.span());
        let mut rest = entities.as_slice();
        let mut open = Vec::new();
        for sentence in layout::sentences(extraction.text(), spans) {
            let count = rest.iter().take_while(|e| e.span().start() < sentence.range.end).count();
            let (own, others) = rest.split_at(count);
            rest = others;
            if sentence.line.is_some() {
                self.text.push('\n');
            }
            self.sentence(extraction.text(), &sentence, own, &mut open)?;
            self.entities(own)?;
        }
        self.count(&entities)
    }

    /// A sentence, with the number of its line; `open` are the entities that reach into it.
    fn sentence<'e>(
        &mut self,
        text: &str,
        sentence: &Sentence,
        own: &[Entity<'e>],
        open: &mut Vec<Entity<'e>>,
    ) -> fmt::Result {
        let number = sentence.line.map_or(String::new(), |line| line.to_string());
        self.styled(DIM, format_args!("{number:>width$}  ", width = MARGIN - 2))?;
        let start = sentence.range.start;
        let given = text.get(sentence.range.clone()).unwrap_or_default();
        let rows = layout::wrap(given, TEXT);
        let mut rows = rows.iter().map(|at| start + at).peekable();
        let mut own = own.iter().peekable();
        for (at, character) in given.char_indices().map(|(at, character)| (start + at, character)) {
            if !open.is_empty() && open.iter().any(|entity| entity.span().end() <= at) {
                open.retain(|entity| entity.span().end() > at);
                self.restyle(open)?;
            }
            while let Some(entity) = own.next_if(|entity| entity.span().start() <= at) {
                open.push(*entity);
                self.restyle(open)?;
            }
            match character {
                _ if rows.next_if_eq(&at).is_some() => {
                    self.restyle(&[])?;
                    write!(self.text, "\n{:MARGIN$}", "")?;
                    self.restyle(open)?;
                }
                '\r' | '\n' => {}
                character if character.is_control() => self.text.push(' '),
                character => self.text.push(character),
            }
        }
        self.restyle(&[])?;
        self.text.push('\n');
        Ok(())
    }

    /// The entities of a sentence, one a row, those that lie in another under it.
    fn entities(&mut self, entities: &[Entity<'_>]) -> fmt::Result {
        let rows: Vec<_> = entities.iter().map(Row::new).collect();
        let widest = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or_default();
        let text = widest(|row| row.indent + layout::width(&row.text));
        let value = widest(|row| layout::width(&row.value));
        for row in &rows {
            write!(self.text, "{:INDENT$}", "")?;
            self.styled(style(row.kind), format_args!("{:<12}", row.kind))?;
            write!(self.text, "  {:indent$}", "", indent = row.indent)?;
            self.styled(BOLD, &row.text)?;
            let gap = text - row.indent - layout::width(&row.text) + 2;
            write!(self.text, "{:gap$}{}", "", row.value)?;
            let gap = value - layout::width(&row.value) + 2;
            write!(self.text, "{:gap$}", "")?;
            self.styled(DIM, &row.rule)?;
            self.text.push('\n');
        }
        Ok(())
    }

    /// How many entities there are of each kind.
    fn count(&mut self, entities: &[Entity<'_>]) -> fmt::Result {
        let counts = Kind::ALL
            .map(|kind| (kind, entities.iter().filter(|entity| entity.kind() == kind).count()));
        let counts: Vec<_> = counts.iter().filter(|(_, count)| *count > 0).collect();
        let counts: Vec<_> = counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let all = entities.len();
        let noun = if all == 1 { "entity" } else { "entities" };
        let colon = if all == 0 { "" } else { ": " };
        self.styled(DIM, format_args!("\n{all} {noun}{colon}{}", counts.join(", ")))?;
        self.text.push_str("\n\n");
        Ok(())
    }

    /// Goes on in the colour of the innermost of these entities, underlined.
    fn restyle(&mut self, open: &[Entity<'_>]) -> fmt::Result {
        if !self.is_coloured {
            return Ok(());
        }
        if std::mem::replace(&mut self.is_marked, !open.is_empty()) {
            write!(self.text, "{}", anstyle::Reset)?;
        }
        match open.last() {
            Some(entity) => write!(self.text, "{}", style(entity.kind()).underline()),
            None => Ok(()),
        }
    }

    fn styled(&mut self, style: Style, text: impl Display) -> fmt::Result {
        match self.is_coloured {
            true => write!(self.text, "{style}{text}{style:#}"),
            false => write!(self.text, "{text}"),
        }
    }
}

/// The row of an entity.
struct Row {
    kind: Kind,
    indent: usize,
    text: String,
    value: String,
    rule: String,
}

impl Row {
    fn new(entity: &Entity<'_>) -> Self {
        let depth = std::iter::successors(entity.parent(), |outer| outer.parent()).count();
        let value = entity.value().to_string();
        Self {
            kind: entity.kind(),
            indent: 2 * depth,
            text: layout::shorten(entity.as_str(), ENTITY),
            value: layout::shorten(news(&value, entity.as_str()), VALUE),
            rule: entity.rule(),
        }
    }
}

/// A value without the text of its entity, which is not to be said again.
fn news<'v>(value: &'v str, text: &str) -> &'v str {
    match value.strip_prefix(text) {
        Some("") => "",
        Some(rest) => rest.strip_prefix(", ").unwrap_or(value),
        None => value,
    }
}

/// The colour of a kind.
fn style(kind: Kind) -> Style {
    let colour = match kind {
        Kind::Person => AnsiColor::Green,
        Kind::Organization => AnsiColor::Blue,
        Kind::Place => AnsiColor::Cyan,
        Kind::Document => AnsiColor::Magenta,
        Kind::Date => AnsiColor::Yellow,
        Kind::Rank => AnsiColor::Red,
        Kind::Position => AnsiColor::BrightGreen,
        _ => AnsiColor::White,
    };
    colour.on_default()
}
