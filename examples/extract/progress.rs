//! How far a long run has come, for those who wait for it at a terminal.

use std::fmt;
use std::io::{IsTerminal, stderr, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::options::Options;

/// Runs that are over by then show nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error; none where nobody would see it, or where it would run into the output.
pub struct Progress {
    bar: Option<ProgressBar>,
    start: Instant,
    bytes: u64,
    /// How many articles are done; the bar reads it when it is drawn.
    articles: Arc<AtomicU64>,
}

impl Progress {
    pub fn new(options: &Options) -> Self {
        let is_seen = stderr().is_terminal() && !options.quiet;
        let is_alone = options.output.is_some() || !stdout().is_terminal();
        let articles = Arc::new(AtomicU64::new(0));
        let bar = (is_seen && is_alone).then(|| match size(options) {
            Some(size) => {
                let style = "{bar:32} {percent:>3} %  {bytes} of {total_bytes}, {articles} articles, {eta} left";
                styled(ProgressBar::new(size), style, &articles)
            }
            None => {
                let style = "{spinner} {bytes}, {articles} articles, {elapsed}";
                styled(ProgressBar::no_length(), style, &articles)
            }
        });
        Self { bar, start: Instant::now(), bytes: 0, articles }
    }

    /// So much more is done.
    pub fn advance(&mut self, bytes: usize) {
        self.bytes += bytes as u64;
        self.articles.fetch_add(1, Ordering::Relaxed);
    }

    /// Shows what is done.
    pub fn show(&self) {
        if let Some(bar) = self.bar.as_ref().filter(|_| self.start.elapsed() > PATIENCE) {
            bar.set_position(self.bytes);
        }
    }

    /// Does something that writes to the terminal.
    pub fn aside(&self, act: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(act),
            None => act(),
        }
    }

    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn styled(bar: ProgressBar, style: &str, articles: &Arc<AtomicU64>) -> ProgressBar {
    let articles = Arc::clone(articles);
    let count = move |_: &ProgressState, line: &mut dyn fmt::Write| {
        // OK because a line in memory can always be written.
        let _ = write!(line, "{}", articles.load(Ordering::Relaxed));
    };
    match ProgressStyle::with_template(style) {
        Ok(style) => bar.with_style(style.with_key("articles", count)),
        Err(_) => bar,
    }
}

/// How many bytes there are to read, where that is known beforehand.
fn size(options: &Options) -> Option<u64> {
    let sizes = options.reading.files.iter().map(|file| {
        let metadata = std::fs::metadata(file).ok()?;
        metadata.is_file().then_some(metadata.len())
    });
    sizes.sum::<Option<u64>>().filter(|size| *size > 0)
}
