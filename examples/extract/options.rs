//! The command line.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};
use dinhdanh::{Day, Extractor, Gazetteer, Kind, OffsetUnit, Span};

use crate::fault::Fault;
use crate::format::Format;
use crate::output::Output;

/// Finds people, organizations, places, documents, dates, ranks and positions in Vietnamese news.
#[derive(Debug, Parser)]
#[command(name = "extract", version = version(), after_help = AFTER)]
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

    /// Writes into this file instead of standard output; with --format brat, into this folder
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// The unit of offsets, in the output and in --explain
    #[arg(long, default_value = "bytes", value_parser = unit())]
    pub offsets: OffsetUnit,

    /// The day from which partial dates are read, for articles that do not come with one
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Day>,

    /// Writes entities of these kinds only; several are parted by commas, and the option may repeat
    #[arg(long, value_delimiter = ',', value_parser = kind())]
    pub kinds: Vec<Kind>,

    /// A list of your own in the TSV format of gazetteers/; it may repeat
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,

    /// Tells what was proposed at this place of each article and what became of it
    #[arg(long, value_name = "START..END")]
    pub explain: Option<Span>,
}

/// The version of the crate and of its lists.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        format!("{} (lists as of {})", env!("CARGO_PKG_VERSION"), dinhdanh::DATA_VERSION)
    });
    &VERSION
}

const AFTER: &str = "\
Exit status: 0 if all is well; 1 if an input could not be read, the others being done; 2 if the
options or a list are at fault, nothing being done.

Examples:
  extract article.txt
  extract --input jsonl --format jsonl --offsets chars < articles.jsonl > entities.jsonl
  extract --kinds document,date --reference-date 2024-03-07 article.txt
  extract --explain 120..134 article.txt";

/// What a file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Input {
    /// A file is an article
    Text,
    /// A line is an article: {"id": …, "text": …, "reference_date": "YYYY-MM-DD"?}
    Jsonl,
}

impl Options {
    /// The options of the command line; ends the program where they do not go together.
    pub fn read() -> Self {
        let options = Self::parse();
        let fault = match (options.format, &options.output) {
            (Format::Brat, None) => "--format brat needs a folder: --output DIR",
            (format, _)
                if options.explain.is_some()
                    && !matches!(format, Format::Pretty | Format::Jsonl) =>
            {
                "--explain is written as pretty or jsonl"
            }
            _ => return options,
        };
        Self::command().error(ErrorKind::ArgumentConflict, fault).exit()
    }

    /// Where the output goes.
    pub fn output(&self) -> Result<Output, Fault> {
        match (&self.output, self.format.folder()) {
            (Some(path), Some(files)) => Output::folder(path, files),
            (Some(path), None) => {
                let own = path.canonicalize().ok();
                let is_input = |file: &PathBuf| own.is_some() && file.canonicalize().ok() == own;
                if self.files.iter().any(is_input) {
                    let name = path.to_string_lossy();
                    return Err(Fault::new(&name, "expected a file that is not read as well"));
                }
                Output::file(path)
            }
            (None, _) => Ok(Output::standard()),
        }
    }

    /// The extractor that the options ask for.
    pub fn extractor(&self) -> Result<Extractor, Fault> {
        let mut builder = Extractor::builder();
        for path in &self.gazetteer {
            let name = path.to_string_lossy();
            let text = std::fs::read(path).map_err(|error| Fault::io(&name, &error))?;
            let text = String::from_utf8(text)
                .map_err(|error| Fault::encoding(&name, error.as_bytes(), error.utf8_error()))?;
            builder.gazetteer(Gazetteer::from_tsv(&name, text).map_err(Fault::list)?);
        }
        if !self.kinds.is_empty() {
            builder.kinds(self.kinds.iter().copied());
        }
        Ok(builder.build())
    }
}

fn unit() -> impl TypedValueParser<Value = OffsetUnit> {
    PossibleValuesParser::new(OffsetUnit::ALL.map(OffsetUnit::as_str))
        .try_map(|text| text.parse::<OffsetUnit>())
}

fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::as_str)).try_map(|text| text.parse::<Kind>())
}
