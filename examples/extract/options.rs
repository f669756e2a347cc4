//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use dinhdanh::{Extractor, Kind, OffsetUnit, Span};

use crate::fault::Fault;
use crate::format::Format;
use crate::output::Output;
use crate::reading::{self, Reading};

/// Finds people, organizations, places, documents, dates, ranks and positions in Vietnamese news.
#[derive(Debug, Parser)]
#[command(name = "extract", version = reading::version(), after_long_help = AFTER)]
pub struct Options {
    #[command(flatten)]
    pub reading: Reading,

    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    pub format: Format,

    /// Writes into this file instead of standard output (which - is); with --format brat, into this folder
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// The unit of offsets, in the output and in --explain
    #[arg(long, default_value = "bytes", value_parser = unit())]
    pub offsets: OffsetUnit,

    /// Writes entities of these kinds only; several are parted by commas, and the option may repeat
    #[arg(long, value_delimiter = ',', value_parser = kind())]
    pub kinds: Vec<Kind>,

    /// Leaves out entities that go by a cue, their shape or the rest of the article: less is found, and less is wrong
    #[arg(long)]
    pub certain: bool,

    /// Tells what was proposed at this place of each article and what became of it
    #[arg(long, value_name = "START..END")]
    pub explain: Option<Span>,

    /// How many articles are read at a time; as many as there are cores by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,

    /// No progress and no warnings; what cannot be read is still said
    #[arg(long, short)]
    pub quiet: bool,
}

const AFTER: &str = "\
Examples:
  Read an article, with each sentence above what was found in it:
    extract article.txt
  See it in a browser:
    extract --format html --output article.html article.txt
  Read many articles, a JSON object a line, for a program that counts code points:
    extract --input jsonl --format jsonl --offsets chars < articles.jsonl > entities.jsonl
  Read a folder into a table, leaving out whatever is not sure:
    extract --format csv --certain --output entities.csv articles/*.txt
  Read dates from the day on which the article came out:
    extract --kinds document,date --reference-date 2024-03-07 article.txt
  Add names of your own:
    extract --gazetteer names.tsv article.txt
  Ask why the bytes 120 to 134 are an entity, or are none:
    extract --explain 120..134 article.txt

Input is UTF-8. A line of --input jsonl is {\"id\": \"a1\", \"text\": \"…\", \"reference_date\": \"2024-03-07\"};
the day may be missing. Articles are written in the order in which they were read, each as soon as
it is done; memory does not grow with their number.

Exit status:
  0  all is well, or whoever reads the output wants no more of it
  1  an input could not be read (the others are done), or the output could not be written
  2  the options, a list or the place of the output are at fault; nothing was done";

impl Options {
    /// The options of the command line; ends the program where they do not go together.
    pub fn read() -> Self {
        let mut options = Self::parse();
        options.output = options.output.filter(|path| path.as_os_str() != "-");
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
                if self.reading.files.iter().any(is_input) {
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
        let mut builder = self.reading.extractor()?;
        builder.certain(self.certain);
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
