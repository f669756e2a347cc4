//! A row an entity, for spreadsheets and data frames: cells parted by commas, in quotation marks where they need them (RFC 4180), lines ending in `\n`.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe, so that no article can make one compute.

use std::fmt::Write;

use dinhdanh::{Extraction, OffsetUnit, Offsets};

use super::Writer;
use crate::article::Article;

pub struct Csv {
    pub unit: OffsetUnit,
}

const COLUMNS: &str = "id,index,kind,start,end,text,parent,rule,entity,name,value\n";

impl Writer for Csv {
    fn head(&self) -> Vec<u8> {
        COLUMNS.into()
    }

    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        let mut rows = String::new();
        let mut offsets = Offsets::new(extraction.text(), self.unit);
        let number = |number: Option<usize>| number.map_or(String::new(), |n| n.to_string());
        for entity in extraction.entities() {
            let span = offsets.convert(entity.span());
            // OK because a string takes whatever is written.
            let _ = writeln!(
                rows,
                "{},{},{},{},{},{},{},{},{},{},{}",
                cell(&article.id),
                entity.index(),
                entity.kind(),
                span.start(),
                span.end(),
                cell(entity.as_str()),
                number(entity.parent().map(|outer| outer.index())),
                cell(&entity.rule()),
                number(entity.mention_of()),
                cell(entity.value().name().unwrap_or_default()),
                cell(&entity.value().to_string()),
            );
        }
        rows.into_bytes()
    }
}

/// A text as a cell.
fn cell(text: &str) -> String {
    let is_formula = text.len() > 1 && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if is_formula { "'" } else { "" };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{guard}{}\"", text.replace('"', "\"\"")),
        false => format!("{guard}{text}"),
    }
}
