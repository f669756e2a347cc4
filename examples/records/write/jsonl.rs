//! A line of JSON a record: what it is, then its parts; what is not known is left out.

use std::io::{self, Write};

use serde::Serialize;

use crate::merge::Records;
use crate::options::Table;

#[derive(Serialize)]
struct Line<'r, T: Serialize> {
    record: &'static str,
    #[serde(flatten)]
    parts: &'r T,
}

pub fn write(output: &mut impl Write, records: &Records, tables: &[Table]) -> io::Result<()> {
    for table in tables {
        match table {
            Table::People => lines(output, "person", &records.people)?,
            Table::Documents => lines(output, "document", &records.documents)?,
            Table::Dates => lines(output, "date", &records.dates)?,
        }
    }
    Ok(())
}

fn lines<T: Serialize>(output: &mut impl Write, record: &'static str, all: &[T]) -> io::Result<()> {
    for parts in all {
        serde_json::to_writer(&mut *output, &Line { record, parts })?;
        output.write_all(b"\n")?;
    }
    Ok(())
}
