//! Several citations of one document in an article: a short one takes what a full one before it says, and all bear one number.

use crate::Day;
use crate::document::words::Map;
use crate::entity::How;
use crate::text::fold::fold;
use crate::value::{DocumentValue, Text};

/// How many documents of one type and number are told apart: those of the latest years or organs.
const MOST: usize = 8;

/// Completes the citations in order; what a slip of the pen says completes no other. How many documents there are, and for each citation the number of its document, from 0, and how it is known to be one of that: a short one says less than one before it.
pub(super) fn join<'v>(
    values: impl Iterator<Item = (&'v mut DocumentValue, bool)>,
) -> (usize, Vec<(u32, How)>) {
    // The documents of a type and number, or title: their numbers, each with the fullest citation so far.
    let mut known: Map<String, Vec<(u32, Said)>> = Map::default();
    let mut next = 0;
    let joined = values.map(|(value, is_slip)| {
        let same = known.entry(key(value)).or_default();
        if let Some((number, full)) = same.iter_mut().rev().find(|(_, full)| full.agrees(value)) {
            let is_short = value.symbol.is_none() && full.symbol.is_some()
                || value.year.is_none() && full.year.is_some();
            // A title says which law is meant, but not of which year.
            if value.number.is_some() {
                full.fill(value);
            }
            if !is_slip {
                full.learn(value);
            }
            return (*number, if is_short { How::ShortCitation } else { How::Citation });
        }
        if same.len() >= MOST {
            same.remove(0);
        }
        let mut full = Said::default();
        full.learn(value);
        if is_slip {
            (full.symbol, full.year) = (None, None);
        }
        same.push((next, full));
        next += 1;
        (next - 1, How::Citation)
    });
    let joined = joined.collect();
    (next as usize, joined)
}

/// What all citations of a document have.
fn key(value: &DocumentValue) -> String {
    let class = value.r#type.as_deref().unwrap_or_default();
    let name = value.number.as_deref().or(value.title.as_deref()).unwrap_or_default();
    fold(&[class, name].join("\t"))
}

/// What citations of a document say that another may not.
#[derive(Debug, Default)]
struct Said {
    symbol: Option<Text>,
    year: Option<i16>,
    issuer: Option<Text>,
    date: Option<Day>,
}

impl Said {
    /// Whether a citation of the same key may be of the document: what both say is the same.
    fn agrees(&self, other: &DocumentValue) -> bool {
        let year = self.year.is_none() || other.year.is_none() || self.year == other.year;
        let symbol = self.symbol.is_none() || other.symbol.is_none() || self.symbol == other.symbol;
        year && symbol
    }

    /// Adds to a citation what it does not say.
    fn fill(&self, short: &mut DocumentValue) {
        short.symbol = short.symbol.take().or_else(|| self.symbol.clone());
        short.year = short.year.or(self.year);
        short.issuer = short.issuer.take().or_else(|| self.issuer.clone());
        short.date = short.date.or(self.date);
    }

    /// Takes from a citation what none before it says.
    fn learn(&mut self, other: &DocumentValue) {
        self.symbol = self.symbol.take().or_else(|| other.symbol.clone());
        self.year = self.year.or(other.year);
        self.issuer = self.issuer.take().or_else(|| other.issuer.clone());
        self.date = self.date.or(other.date);
    }
}
