//! Writes a line of JSON an article.

use dinhdanh::{Extraction, OffsetUnit};
use serde::Serialize;

use crate::article::Article;

/// The id of an article before what is written of it.
#[derive(Serialize)]
pub struct Line<'a, T: Serialize> {
    pub id: &'a str,
    #[serde(flatten)]
    pub rest: T,
}

impl<T: Serialize> Line<'_, T> {
    pub fn write(&self, output: &mut Vec<u8>) {
        // OK because all keys are strings and a vector takes whatever is written.
        if serde_json::to_writer(&mut *output, self).is_ok() {
            output.push(b'\n');
        }
    }
}

pub fn write(
    output: &mut Vec<u8>,
    article: &Article<'_>,
    extraction: &Extraction<'_>,
    unit: OffsetUnit,
) {
    Line { id: &article.id, rest: extraction.with_offsets(unit) }.write(output);
}
