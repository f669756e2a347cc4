//! The command line.

use clap::{Parser, ValueEnum};

use crate::reading::{self, Reading};

/// Tables of the people, documents and dates of Vietnamese news: who, of what rank, in which offices, of which bodies; which documents, of what day, by whom; what happened when.
#[derive(Debug, Parser)]
#[command(name = "records", version = reading::version(), after_help = AFTER)]
pub struct Options {
    #[command(flatten)]
    pub reading: Reading,

    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    pub format: Format,

    /// The tables; several are parted by commas, and the option may repeat
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Table::ALL)]
    pub tables: Vec<Table>,
}

const AFTER: &str = "\
Records of several articles are one where their ids in the lists are the same, or the full name and
an office; documents, where number and symbol or the title are.

Examples:
  records article.txt
  records --input jsonl --format csv --tables people < articles.jsonl > people.csv

Exit status:
  0  all is well, or whoever reads the output wants no more of it
  1  an input could not be read (the others are done), or the output could not be written
  2  the options or a list are at fault; nothing was done";

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
