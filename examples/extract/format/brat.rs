//! Stand-off annotations of brat: spans (`T`), attributes (`A`), notes with value and rule (`#`), relations (`R`) and mentions of the same (`*`). Offsets are code points.
//!
//! A span is cut into fragments at line breaks, because brat allows no annotation over one.

use std::collections::BTreeMap;
use std::fmt::Write;

use dinhdanh::{Entity, Extraction, OffsetUnit, Offsets, Span, Value};

use super::{Writer, on_one_line};
use crate::article::Article;

pub struct Brat;

/// What a folder holds besides the articles, so that brat opens it as it is.
pub const SETTINGS: &[(&str, &str)] = &[
    ("annotation.conf", include_str!("annotation.conf")),
    ("visual.conf", include_str!("visual.conf")),
];

impl Writer for Brat {
    fn article(&self, _: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        let mut lines = Lines::default();
        let mut offsets = Offsets::new(extraction.text(), OffsetUnit::CodePoint);
        // OK because a string takes whatever is written.
        let _ = extraction.entities().try_for_each(|entity| lines.entity(entity, &mut offsets));
        let _ = lines.mentions();
        lines.text.into_bytes()
    }
}

/// The lines of an article, growing.
#[derive(Default)]
struct Lines {
    text: String,
    attributes: usize,
    notes: usize,
    relations: usize,
    /// The spans of each entity of the world.
    mentions: BTreeMap<usize, Vec<usize>>,
}

impl Lines {
    fn entity(&mut self, entity: Entity<'_>, offsets: &mut Offsets<'_>) -> std::fmt::Result {
        let number = entity.index() + 1;
        let fragments = fragments(entity);
        let text: Vec<&str> = fragments.iter().map(|(_, text)| *text).collect();
        let spans: Vec<String> = fragments
            .iter()
            .map(|(span, _)| {
                let span = offsets.convert(*span);
                format!("{} {}", span.start(), span.end())
            })
            .collect();
        writeln!(
            self.text,
            "T{number}\t{} {}\t{}",
            type_of(entity),
            spans.join(";"),
            text.join(" ")
        )?;
        for (name, value) in attributes(entity.value()) {
            self.attributes += 1;
            writeln!(self.text, "A{}\t{name} T{number}{value}", self.attributes)?;
        }
        let value = on_one_line(&entity.value().to_string());
        let gap = if value.is_empty() { "" } else { " " };
        self.notes += 1;
        let rule = on_one_line(&entity.rule());
        writeln!(self.text, "#{}\tAnnotatorNotes T{number}\t{value}{gap}[{rule}]", self.notes)?;
        if let Some(outer) = entity.parent() {
            self.relations += 1;
            let outer = outer.index() + 1;
            writeln!(self.text, "R{}\tIn Arg1:T{number} Arg2:T{outer}", self.relations)?;
        }
        if let Some(world) = entity.mention_of() {
            self.mentions.entry(world).or_default().push(number);
        }
        Ok(())
    }

    /// Which spans mention the same.
    fn mentions(&mut self) -> std::fmt::Result {
        for numbers in self.mentions.values().filter(|numbers| numbers.len() > 1) {
            self.text.push_str("*\tEquiv");
            for number in numbers {
                write!(self.text, " T{number}")?;
            }
            self.text.push('\n');
        }
        Ok(())
    }
}

/// The stretches of an entity that lie on one line, with their texts.
fn fragments(entity: Entity<'_>) -> Vec<(Span, &str)> {
    let start = entity.span().start();
    let mut fragments = Vec::new();
    let mut at = start;
    for line in entity.as_str().split_inclusive(char::is_control) {
        let text = line.trim_matches(|c: char| c.is_control() || c.is_whitespace());
        let lead = line.len()
            - line.trim_start_matches(|c: char| c.is_control() || c.is_whitespace()).len();
        if !text.is_empty() {
            fragments.push((Span::new(at + lead, at + lead + text.len()), text));
        }
        at += line.len();
    }
    fragments
}

/// The type of an entity: `Person`.
fn type_of(entity: Entity<'_>) -> String {
    let kind = entity.kind().as_str();
    let (first, rest) = kind.split_at(1);
    first.to_uppercase() + rest
}

/// The parts of a value that brat shows as attributes: those of few values.
fn attributes(value: &Value) -> Vec<(&'static str, String)> {
    let word = |name, word: Option<&str>| word.map(|word| (name, format!(" {word}")));
    let flag = |name, is_set: bool| is_set.then(|| (name, String::new()));
    match value {
        Value::Person(person) => vec![word("Gender", person.gender())],
        Value::Organization(body) => vec![word("Level", body.level())],
        Value::Place(place) => {
            vec![word("Level", place.level()), flag("Ambiguous", !place.candidates().is_empty())]
        }
        Value::Date(date) => vec![
            word("Precision", date.precision().map(|precision| precision.as_str())),
            flag("Implied", !date.implied().is_empty()),
            flag("Lunar", date.calendar() == Some("lunar")),
        ],
        Value::Position(office) => {
            vec![flag("Former", office.former()), flag("Acting", office.acting())]
        }
        _ => Vec::new(),
    }
    .into_iter()
    .flatten()
    .collect()
}
