//! Measures the extractor against annotated articles: strict precision, recall and F1, by kind and as a whole.
//!
//! ```text
//! cargo run --release --example evaluate -- gold.jsonl --split tune --errors 20
//! ```

mod gold;
mod report;
mod run;
mod score;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use dinhdanh::{Extractor, Kind};

use crate::gold::{Gold, Split};
use crate::run::Run;

/// Scores the extractor against gold articles.
///
/// A gold file has a JSON object a line: {"id", "text", "split"?, "published"?, "entities": [{"kind", "start", "end", "value"?}]}, with offsets in code points. An entity is right if
/// kind, start and end are all equal to those of the gold.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Files of gold articles, in JSON lines.
    #[arg(required = true, value_name = "GOLD")]
    files: Vec<PathBuf>,
    /// Takes only the articles of this split.
    #[arg(long, value_name = "tune|held")]
    split: Option<Split>,
    /// Scores only these kinds, joined by commas.
    #[arg(long, value_delimiter = ',', value_name = "KIND")]
    kinds: Vec<Kind>,
    /// Scores only what is certain, as `extract --certain` writes it.
    #[arg(long)]
    certain: bool,
    /// Prints up to so many errors of each rule, in context; those of articles of the split `held` are never shown.
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Writes what was right and wrong to a file, to compare later runs with.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Prints gains and losses against a run written by --save.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
}

fn main() -> ExitCode {
    match evaluate(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("evaluate: {message}");
            ExitCode::FAILURE
        }
    }
}

fn evaluate(arguments: &Arguments) -> Result<(), String> {
    // No gold has kinds of a user's own.
    let gold_kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Own).collect();
    let kinds = if arguments.kinds.is_empty() { &gold_kinds } else { &arguments.kinds };
    let mut articles = Vec::new();
    for file in &arguments.files {
        articles.extend(Gold::read(file)?);
    }
    articles.retain(|gold| arguments.split.is_none() || gold.split == arguments.split);
    if articles.is_empty() {
        return Err("no article to score".into());
    }
    let extractor = Extractor::builder().certain(arguments.certain).build();
    let run = Run::new(&extractor, &articles, kinds);
    report::scores(&run, kinds);
    if arguments.errors > 0 {
        report::errors(&run, &articles, arguments.errors);
    }
    if let Some(file) = &arguments.compare {
        report::comparison(&Run::read(file)?, &run, &articles);
    }
    if let Some(file) = &arguments.save {
        run.write(file)?;
    }
    Ok(())
}
