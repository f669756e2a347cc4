//! Finds the entities of articles: `cargo run --release --example extract -- FILE…`
//!
//! Articles are read in batches, extracted in parallel and written in the order of the input, so that memory does not grow with the input.

mod article;
mod diacritics;
mod encoding;
mod explain;
mod fault;
mod format;
mod layout;
mod options;
mod output;
mod progress;
mod reading;
mod source;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use rayon::prelude::*;

use article::Article;
use fault::Fault;
use format::Writer;
use options::Options;
use output::{Output, Written};
use progress::Progress;
use source::{Piece, Sources};

/// Some of the input could not be read.
const FAILED: u8 = 1;
/// Nothing could be done: the options are at fault.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let options = Options::read();
    let prepared = Run::new(&options).and_then(|run| Ok((run, options.output()?)));
    let (run, mut output) = match prepared {
        Ok(prepared) => prepared,
        Err(fault) => {
            report(&fault);
            return ExitCode::from(USAGE);
        }
    };
    match run.all(&mut output) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAILED),
        // Whoever read the output has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report(&Fault::output(&output.name(), &error));
            ExitCode::from(FAILED)
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
    writer: Box<dyn Writer>,
}

impl<'o> Run<'o> {
    fn new(options: &'o Options) -> Result<Self, Fault> {
        let is_coloured = options.output.is_none()
            && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        if let Some(jobs) = options.jobs {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.into());
            pool.build_global().map_err(|error| Fault::new("--jobs", error.to_string()))?;
        }
        let writer = options.format.writer(options.offsets, is_coloured);
        Ok(Self { options, extractor: options.extractor()?, writer })
    }

    /// Does every article; whether all went well.
    fn all(&self, output: &mut Output) -> io::Result<bool> {
        let mut sources = Sources::new(&self.options.reading);
        let mut batch = Vec::new();
        let mut results = Vec::new();
        let mut is_well = true;
        let is_explained = self.options.explain.is_some();
        if !is_explained {
            output.bytes(&self.writer.head())?;
        }
        let mut progress = Progress::new(self.options);
        while sources.fill(&mut batch) {
            batch.par_iter().map(|piece| self.one(piece)).collect_into_vec(&mut results);
            for (piece, result) in batch.iter().zip(results.drain(..)) {
                progress.advance(piece.as_ref().map_or(0, |piece| piece.bytes.len()));
                let said = match result {
                    Ok(written) => {
                        output.article(&written)?;
                        written.warning
                    }
                    Err(fault) => {
                        is_well = false;
                        Some(fault)
                    }
                };
                if let Some(said) = said {
                    output.flush()?;
                    progress.aside(|| report(&said));
                }
            }
            output.flush()?;
            progress.show();
            batch.clear();
        }
        progress.end();
        if !is_explained {
            output.bytes(&self.writer.foot())?;
        }
        output.flush()?;
        Ok(is_well)
    }

    /// What is written of an article.
    fn one(&self, piece: &Result<Piece, Fault>) -> Result<Written, Fault> {
        let piece = piece.as_ref().map_err(Fault::clone)?;
        let article = Article::read(piece, &self.options.reading)?;
        let (unit, format) = (self.options.offsets, self.options.format);
        let bytes = match self.options.explain {
            Some(span) => explain::write(&article, &self.extractor, span, unit, format),
            None => self.writer.article(&article, &self.extractor.extract(article.input())),
        };
        let is_bare = !self.options.quiet && diacritics::are_missing(&article.text);
        let warning = is_bare.then(|| piece.fault(diacritics::WARNING));
        let text = format.folder().map(|_| article.text.clone().into_owned());
        Ok(Written { id: article.id.into_owned(), text, bytes, warning })
    }
}
