//! Finds the entities of articles: `cargo run --release --example extract -- FILE…`
//!
//! Articles are read in batches, extracted in parallel and written in the order of the input, so that memory does not grow with the input.

mod article;
mod encoding;
mod explain;
mod fault;
mod jsonl;
mod layout;
mod options;
mod pretty;
mod source;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use rayon::prelude::*;

use article::Article;
use fault::Fault;
use options::{Format, Options};
use source::{Piece, Sources};

/// Some of the input could not be read.
const FAILED: u8 = 1;
/// Nothing could be done: the options are at fault.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let options = Options::parse();
    match Run::new(&options).map(|run| run.all()) {
        Ok(Ok(true)) => ExitCode::SUCCESS,
        Ok(Ok(false)) => ExitCode::from(FAILED),
        // Whoever read the output has enough.
        Ok(Err(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            report(&Fault::io("standard output", &error));
            ExitCode::from(FAILED)
        }
        Err(fault) => {
            report(&fault);
            ExitCode::from(USAGE)
        }
    }
}

/// Says on standard error what is wrong.
fn report(fault: &Fault) {
    // OK because there is nobody left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "extract: {fault}");
}

/// A run of the program.
struct Run<'o> {
    options: &'o Options,
    extractor: dinhdanh::Extractor,
    is_coloured: bool,
}

impl<'o> Run<'o> {
    fn new(options: &'o Options) -> Result<Self, Fault> {
        let is_coloured =
            anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        Ok(Self { options, extractor: options.extractor()?, is_coloured })
    }

    /// Does every article; whether all went well.
    fn all(&self) -> io::Result<bool> {
        let mut sources = Sources::new(self.options);
        let mut output = BufWriter::new(io::stdout().lock());
        let mut batch = Vec::new();
        let mut results = Vec::new();
        let mut is_well = true;
        while sources.fill(&mut batch) {
            batch.par_iter().map(|piece| self.one(piece)).collect_into_vec(&mut results);
            for result in results.drain(..) {
                match result {
                    Ok(written) => output.write_all(&written)?,
                    Err(fault) => {
                        is_well = false;
                        output.flush()?;
                        report(&fault);
                    }
                }
            }
            output.flush()?;
            batch.clear();
        }
        Ok(is_well)
    }

    /// What is written of an article.
    fn one(&self, piece: &Result<Piece, Fault>) -> Result<Vec<u8>, Fault> {
        let piece = piece.as_ref().map_err(Fault::clone)?;
        let article = Article::read(piece, self.options.input, self.options.reference_date)?;
        let mut output = Vec::new();
        let (unit, format) = (self.options.offsets, self.options.format);
        if let Some(span) = self.options.explain {
            explain::write(&mut output, &article, &self.extractor, span, unit, format);
            return Ok(output);
        }
        let extraction = self.extractor.extract(article.input());
        match format {
            Format::Pretty => pretty::write(&mut output, &article, &extraction, self.is_coloured),
            Format::Jsonl => jsonl::write(&mut output, &article, &extraction, unit),
        }
        Ok(output)
    }
}
