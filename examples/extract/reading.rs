//! The options that say what is read, the same of every program that reads articles.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Args, ValueEnum};
use dinhdanh::{Day, Extractor, ExtractorBuilder, Gazetteer};

use crate::fault::Fault;

/// What is read, and how.
#[derive(Debug, Args)]
pub struct Reading {
    /// The articles; no FILE, or -: standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What a FILE is
    #[arg(long, value_enum, default_value_t = Input::Text)]
    pub input: Input,

    /// The day from which partial dates are read, for articles that do not come with one
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Day>,

    /// A list of your own, which goes before all others; it may repeat. NAME.tsv: the format of gazetteers/; NAME.jsonl: patterns of spaCy's EntityRuler; any other: a name a line, of the kind that NAME says
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
}

/// The version of the crate and of its lists.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        format!("{} (lists as of {})", env!("CARGO_PKG_VERSION"), dinhdanh::DATA_VERSION)
    });
    &VERSION
}

/// What a file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Input {
    /// A file is an article
    Text,
    /// A line is an article: {"id": …, "text": …, "reference_date": "YYYY-MM-DD"?}
    Jsonl,
}

impl Reading {
    /// An extractor with the lists that the options name.
    pub fn extractor(&self) -> Result<ExtractorBuilder, Fault> {
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
        Ok(builder)
    }
}
