//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use dinhdanh::{Day, Extractor, Gazetteer};

use crate::fault::Fault;

/// Tables of the people, documents and dates of Vietnamese news: who, of what rank, in which offices, of which bodies; which documents, of what day, by whom; what happened when.
#[derive(Debug, Parser)]
#[command(name = "records", version, after_help = AFTER)]
pub struct Options {
    /// The articles; no FILE, or -: standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What a FILE is
    #[arg(long, value_enum, default_value_t = Input::Text)]
    pub input: Input,

    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    pub format: Format,

    /// The tables; several are parted by commas, and the option may repeat
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Table::ALL)]
    pub tables: Vec<Table>,

    /// The day from which partial dates are read, for articles that do not come with one
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Day>,

    /// A list of your own in the TSV format of gazetteers/; it may repeat
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,
}

const AFTER: &str = "\
Records of several articles are one where their ids in the lists are the same, or the full name and
an office; documents, where number and symbol or the title are.

Examples:
  records article.txt
  records --input jsonl --format csv --tables people < articles.jsonl > people.csv";

/// What a file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Input {
    /// A file is an article
    Text,
    /// A line is an article: {"id": …, "text": …, "reference_date": "YYYY-MM-DD"?}
    Jsonl,
}

/// How records are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Format {
    /// For people: a table under the other
    Pretty,
    /// A line of JSON a record
    Jsonl,
    /// Comma-separated values, with a row of their names
    Csv,
}

/// A kind of records.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Table {
    /// Who, of what rank, in which offices, of which bodies
    People,
    /// Which documents, of what day, by whom
    Documents,
    /// What happened when
    Dates,
}

impl Table {
    pub const ALL: [Table; 3] = [Table::People, Table::Documents, Table::Dates];
}

impl Options {
    /// The extractor that the options ask for.
    pub fn extractor(&self) -> Result<Extractor, Fault> {
        let mut builder = Extractor::builder();
        for path in &self.gazetteer {
            let name = path.to_string_lossy();
            let text = std::fs::read(path).map_err(|error| Fault::io(&name, &error))?;
            let text = String::from_utf8(text)
                .map_err(|error| Fault::encoding(&name, error.as_bytes(), error.utf8_error()))?;
            for gazetteer in Gazetteer::from_file(&name, text).map_err(Fault::list)? {
                builder.gazetteer(gazetteer);
            }
        }
        Ok(builder.build())
    }
}
