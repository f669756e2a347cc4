//! The formats in which articles are written: a file each, behind one trait.

mod brat;
mod conll;
mod csv;
mod html;
pub mod jsonl;
mod pretty;
mod spacy;

use clap::ValueEnum;
use dinhdanh::{Entity, Extraction, OffsetUnit};

use crate::article::Article;

/// What is written of an article.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Format {
    /// For people: each sentence with its entities, one a line
    Pretty,
    /// A line of JSON an article
    Jsonl,
    /// A row of comma-separated cells an entity
    Csv,
    /// A token a line with its BIO labels, one column a level of nesting
    Conll,
    /// A line of JSON an article, for spaCy and Prodigy
    Spacy,
    /// A .txt and an .ann file an article, in the folder --output
    Brat,
    /// One page for browsers, which needs nothing but itself
    Html,
}

/// Writes articles in one format; it sees one article at a time.
pub trait Writer: Send + Sync {
    /// What stands before the first article.
    fn head(&self) -> Vec<u8> {
        Vec::new()
    }

    /// What is written of an article.
    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8>;

    /// What stands after the last article.
    fn foot(&self) -> Vec<u8> {
        Vec::new()
    }
}

impl Format {
    /// What writes this format, with offsets in a unit where the format leaves that open, and with colours where it has them.
    pub fn writer(self, unit: OffsetUnit, is_coloured: bool) -> Box<dyn Writer> {
        match self {
            Format::Pretty => Box::new(pretty::Pretty { is_coloured }),
            Format::Jsonl => Box::new(jsonl::Jsonl { unit }),
            Format::Csv => Box::new(csv::Csv { unit }),
            Format::Conll => Box::new(conll::Conll),
            Format::Spacy => Box::new(spacy::Spacy),
            Format::Brat => Box::new(brat::Brat),
            Format::Html => Box::new(html::Html),
        }
    }

    /// What a folder of this format holds besides the articles: file names and contents; none where the format is one stream.
    pub fn folder(self) -> Option<&'static [(&'static str, &'static str)]> {
        (self == Format::Brat).then_some(brat::SETTINGS)
    }
}

/// The label of an entity in formats that have labels: `PERSON`.
fn label(entity: Entity<'_>) -> String {
    on_one_line(&entity.label().to_uppercase()).replace(' ', "_")
}

/// A text without characters that end lines or cells.
fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
