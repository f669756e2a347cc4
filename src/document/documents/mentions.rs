//! Several citations of one document in an article: a short one takes what a full one before it says, and all bear one number.

use crate::document::words::Map;
use crate::value::DocumentValue;

/// How many documents of one type and number are told apart: those of the latest years or organs.
const MOST: usize = 8;

/// A citation that says as much as any before it of the same document.
const FULL: &str = "rule/mention/citation";
/// One that says less, and takes the rest from them.
const SHORT: &str = "rule/mention/short-citation";

/// Completes the citations in order; what a slip of the pen says completes no other. How many documents there are, and for each citation the number of its document, from 0, with the rule by which it is one of that.
pub(super) fn join<'v>(
    values: impl Iterator<Item = (&'v mut DocumentValue, bool)>,
) -> (usize, Vec<(u32, &'static str)>) {
    // The documents of a type and number, or title: their numbers, each with the fullest citation so far.
    let mut known: Map<String, Vec<(u32, DocumentValue)>> = Map::default();
    let mut next = 0;
    let joined = values.map(|(value, is_slip)| {
        let same = known.entry(key(value)).or_default();
        if let Some((number, full)) = same.iter_mut().rev().find(|(_, full)| agree(value, full)) {
            let is_short = value.symbol.is_none() && full.symbol.is_some()
                || value.year.is_none() && full.year.is_some();
            // A title says which law is meant, but not of which year.
            if value.number.is_some() {
                fill(value, full);
            }
            if !is_slip {
                fill(full, value);
            }
            return (*number, if is_short { SHORT } else { FULL });
        }
        if same.len() >= MOST {
            same.remove(0);
        }
        let mut full = value.clone();
        if is_slip {
            (full.symbol, full.year) = (None, None);
        }
        same.push((next, full));
        next += 1;
        (next - 1, FULL)
    });
    let joined = joined.collect();
    (next as usize, joined)
}

/// What all citations of a document have.
fn key(value: &DocumentValue) -> String {
    let class = value.r#type.as_deref().unwrap_or_default();
    let name = value.number.as_deref().or(value.title.as_deref()).unwrap_or_default();
    let letters = class.chars().chain(['\t']).chain(name.chars());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether two citations of one key may be of one document: what both say is the same.
fn agree(one: &DocumentValue, other: &DocumentValue) -> bool {
    let year = one.year.is_none() || other.year.is_none() || one.year == other.year;
    let symbol = one.symbol.is_none() || other.symbol.is_none() || one.symbol == other.symbol;
    year && symbol
}

/// Adds to a citation what it does not say and a fuller one does.
fn fill(short: &mut DocumentValue, full: &DocumentValue) {
    short.symbol = short.symbol.take().or_else(|| full.symbol.clone());
    short.year = short.year.or(full.year);
    short.issuer = short.issuer.take().or_else(|| full.issuer.clone());
    short.date = short.date.or(full.date);
}
