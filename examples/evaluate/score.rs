//! Precision, recall and F1, and which values are right.

use dinhdanh::{DateValue, Kind, Value};
use serde_json::Map;
use unicode_normalization::UnicodeNormalization;

/// The kinds of the headline; ranks and positions are reported beside it.
pub const HEADLINE: [Kind; 5] =
    [Kind::Person, Kind::Organization, Kind::Place, Kind::Document, Kind::Date];

/// Counts of right, spurious and missed spans.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub right: usize,
    pub spurious: usize,
    pub missed: usize,
    /// Right spans whose value can be judged.
    pub values: usize,
    pub right_values: usize,
}

impl Score {
    /// The share of found spans that are right.
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.spurious)
    }

    /// The share of gold spans that were found.
    pub fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        share(2 * self.right, 2 * self.right + self.spurious + self.missed)
    }

    /// The share of right values among the right spans that have one in the gold.
    pub fn value_share(&self) -> f64 {
        share(self.right_values, self.values)
    }

    pub fn add(&mut self, other: &Score) {
        self.right += other.right;
        self.spurious += other.spurious;
        self.missed += other.missed;
        self.values += other.values;
        self.right_values += other.right_values;
    }
}

/// A share in per cent; of nothing it is 100.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Whether a value agrees with that of the gold; `None` where the gold has nothing to judge by.
pub fn agrees(value: &Value, gold: &Map<String, serde_json::Value>) -> Option<bool> {
    let wanted = |key: &str| gold.get(key).and_then(serde_json::Value::as_str);
    let found = |found: Option<&str>| found.map(|text| text.nfc().collect::<String>());
    match value {
        Value::Person(person) => {
            let name = found(person.name()).map(|name| name.to_lowercase());
            wanted("name").map(|gold| Some(gold.to_lowercase()) == name)
        }
        Value::Date(date) => {
            let (from, to) = (wanted("from")?, wanted("to")?);
            let day =
                |day: fn(&DateValue) -> Option<&dinhdanh::Day>| day(date).map(ToString::to_string);
            let days = (day(DateValue::from), day(DateValue::to));
            Some(days == (Some(from.to_owned()), Some(to.to_owned())))
        }
        Value::Document(document) => (!gold.is_empty()).then(|| {
            let parts = [
                (document.r#type(), "type"),
                (document.number(), "number"),
                (document.symbol(), "symbol"),
            ];
            parts.iter().all(|(part, key)| found(*part).as_deref() == wanted(key))
        }),
        _ => None,
    }
}
