//! Tables of the people, documents and dates of articles: `cargo run --release --example records -- FILE…`
//!
//! Articles are read as the program `extract` reads them, by the same modules, and extracted in parallel. What two articles say of one person or document is one record: see [`merge`].

#[allow(dead_code)] // Each program uses a part of these.
#[path = "../extract/article.rs"]
mod article;
#[allow(dead_code)]
#[path = "../extract/encoding.rs"]
mod encoding;
#[allow(dead_code)]
#[path = "../extract/fault.rs"]
mod fault;
#[allow(dead_code)]
#[path = "../extract/layout.rs"]
mod layout;
#[path = "../extract/reading.rs"]
mod reading;
#[allow(dead_code)]
#[path = "../extract/source.rs"]
mod source;

mod merge;
mod options;
mod record;
mod write;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use dinhdanh::Extractor;
use rayon::prelude::*;

use article::Article;
use fault::Fault;
use merge::Records;
use options::{Format, Options};
use source::{Piece, Sources};

/// Some of the input could not be read.
const FAILED: u8 = 1;
/// Nothing could be done: a list is at fault.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let options = Options::parse();
    let extractor = match options.reading.extractor() {
        Ok(builder) => builder.build(),
        Err(fault) => {
            report(&fault);
            return ExitCode::from(USAGE);
        }
    };
    let (records, is_well) = read(&options, &extractor);
    match written(&options, &records) {
        // Whoever read the output has enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            report(&Fault::output("standard output", &error));
            ExitCode::from(FAILED)
        }
        _ if is_well => ExitCode::SUCCESS,
        _ => ExitCode::from(FAILED),
    }
}

/// Says on standard error what is wrong.
fn report(fault: &Fault) {
    // OK because there is nobody left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "records: {fault}");
}

/// The records of every article, and whether all could be read.
fn read(options: &Options, extractor: &Extractor) -> (Records, bool) {
    let mut records = Records::default();
    let mut sources = Sources::new(&options.reading);
    let (mut batch, mut results) = (Vec::new(), Vec::new());
    let mut is_well = true;
    while sources.fill(&mut batch) {
        let one = |piece| of_article(options, extractor, piece);
        batch.par_iter().map(one).collect_into_vec(&mut results);
        for result in results.drain(..) {
            match result {
                Ok(article) => records.add(article),
                Err(fault) => {
                    is_well = false;
                    report(&fault);
                }
            }
        }
        batch.clear();
    }
    (records, is_well)
}

/// The records of an article.
fn of_article(
    options: &Options,
    extractor: &Extractor,
    piece: &Result<Piece, Fault>,
) -> Result<record::Article, Fault> {
    let piece = piece.as_ref().map_err(Fault::clone)?;
    let article = Article::read(piece, &options.reading)?;
    Ok(record::Article::new(&article.id, &extractor.extract(article.input())))
}

fn written(options: &Options, records: &Records) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    match options.format {
        Format::Pretty => write::pretty::write(&mut output, records, &options.tables)?,
        Format::Jsonl => write::jsonl::write(&mut output, records, &options.tables)?,
        Format::Csv => write::csv::write(&mut output, records, &options.tables)?,
    }
    output.flush()
}
