//! A line of JSON an article, in the shape that the README describes.

use dinhdanh::{Extraction, OffsetUnit};
use serde::Serialize;

use super::Writer;
use crate::article::Article;

pub struct Jsonl {
    pub unit: OffsetUnit,
}

/// The id of an article before what is written of it.
#[derive(Serialize)]
pub struct Line<'a, T: Serialize> {
    pub id: &'a str,
    #[serde(flatten)]
    pub rest: T,
}

impl<T: Serialize> Line<'_, T> {
    pub fn write(&self) -> Vec<u8> {
        line(self)
    }
}

/// A value as a line of JSON.
pub fn line(value: &impl Serialize) -> Vec<u8> {
    // OK because all keys are strings and a vector takes whatever is written.
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}

impl Writer for Jsonl {
    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        Line { id: &article.id, rest: extraction.with_offsets(self.unit) }.write()
    }
}
