//! Comma-separated values (RFC 4180): one row a record, the same columns for all; lists are parted by `; `.

use std::io::{self, Write};

use crate::merge::Records;
use crate::options::Table;
use crate::record::{Mentioned, Office};

/// The columns; those that a record has not are empty.
const COLUMNS: [&str; 13] = [
    "record", "name", "rank", "offices", "organizations", "number", "issuer", "from", "to",
    "sentence", "id", "mentions", "articles",
];

/// A row, by the names of its columns.
type Row = Vec<(&'static str, String)>;

pub fn write(output: &mut impl Write, records: &Records, tables: &[Table]) -> io::Result<()> {
    line(output, COLUMNS.into_iter())?;
    for table in tables {
        let rows: Vec<Row> = match table {
            Table::People => people(records),
            Table::Documents => documents(records),
            Table::Dates => dates(records),
        };
        for row in rows {
            let cell = |column: &&str| row.iter().find(|(name, _)| name == column);
            line(output, COLUMNS.iter().map(|c| cell(c).map_or("", |(_, cell)| cell)))?;
        }
    }
    Ok(())
}

fn people(records: &Records) -> Vec<Row> {
    let rows = records.people.iter().map(|person| {
        let offices: Vec<String> = person.offices.iter().map(Office::to_string).collect();
        let mut row = vec![
            ("record", "person".to_owned()),
            ("name", person.name.clone()),
            ("rank", person.rank.clone().unwrap_or_default()),
            ("offices", offices.join("; ")),
            ("organizations", person.organizations.join("; ")),
            ("id", person.id.clone().unwrap_or_default()),
        ];
        row.extend(mentioned(&person.mentioned));
        row
    });
    rows.collect()
}

fn documents(records: &Records) -> Vec<Row> {
    let rows = records.documents.iter().map(|document| {
        let day = document.date.clone().unwrap_or_default();
        let mut row = vec![
            ("record", "document".to_owned()),
            ("name", document.citation.clone()),
            ("number", document.number.clone().unwrap_or_default()),
            ("issuer", document.issuer.clone().unwrap_or_default()),
            ("from", day.clone()),
            ("to", day),
        ];
        row.extend(mentioned(&document.mentioned));
        row
    });
    rows.collect()
}

fn dates(records: &Records) -> Vec<Row> {
    let rows = records.dates.iter().map(|date| {
        vec![
            ("record", "date".to_owned()),
            ("name", date.text.clone()),
            ("from", date.from.clone()),
            ("to", date.to.clone()),
            ("sentence", date.sentence.clone()),
            ("mentions", "1".to_owned()),
            ("articles", date.article.to_string()),
        ]
    });
    rows.collect()
}

fn mentioned(mentioned: &Mentioned) -> [(&'static str, String); 2] {
    [("mentions", mentioned.mentions.to_string()), ("articles", mentioned.articles.join("; "))]
}

fn line<'c>(output: &mut impl Write, cells: impl Iterator<Item = &'c str>) -> io::Result<()> {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            output.write_all(b",")?;
        }
        if cell.contains([',', '"', '\n', '\r']) {
            write!(output, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            output.write_all(cell.as_bytes())?;
        }
    }
    output.write_all(b"\r\n")
}
