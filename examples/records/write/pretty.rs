//! Tables for people: columns of one width each, lists with one member a row.

use std::io::{self, Write};

use crate::layout;
use crate::merge::Records;
use crate::options::Table;
use crate::record::{Mentioned, Office, one_row};

/// Columns of a cell at most; what is longer is cut.
const WIDEST: usize = 56;

/// A cell: one row of text or more.
type Cell = Vec<String>;

pub fn write(output: &mut impl Write, records: &Records, tables: &[Table]) -> io::Result<()> {
    for (at, one) in tables.iter().enumerate() {
        if at > 0 {
            writeln!(output)?;
        }
        match one {
            Table::People => {
                let head = ["person", "rank", "offices", "organizations", "mentions"];
                table(output, head, people(records))?;
            }
            Table::Documents => {
                let head = ["document", "date", "issuer", "mentions"];
                table(output, head, documents(records))?;
            }
            Table::Dates => {
                let head = ["date", "text", "sentence"];
                table(output, head, dates(records))?;
            }
        }
    }
    Ok(())
}

fn people(records: &Records) -> Vec<[Cell; 5]> {
    let rows = records.people.iter().map(|person| {
        [
            vec![person.name.clone()],
            person.rank.iter().cloned().collect(),
            person.offices.iter().map(Office::to_string).collect(),
            person.organizations.clone(),
            mentioned(records, &person.mentioned),
        ]
    });
    rows.collect()
}

fn documents(records: &Records) -> Vec<[Cell; 4]> {
    let rows = records.documents.iter().map(|document| {
        [
            vec![document.citation.clone()],
            document.date.iter().cloned().collect(),
            document.issuer.iter().cloned().collect(),
            mentioned(records, &document.mentioned),
        ]
    });
    rows.collect()
}

fn dates(records: &Records) -> Vec<[Cell; 3]> {
    let mut dates: Vec<_> = records.dates.iter().collect();
    // Within a day in the order of the input.
    dates.sort_by_key(|date| (&date.from, &date.to));
    let rows = dates.iter().map(|date| {
        let days = if date.from == date.to {
            date.from.clone()
        } else {
            format!("{} to {}", date.from, date.to)
        };
        [vec![days], vec![one_row(&date.text)], vec![one_row(&date.sentence)]]
    });
    rows.collect()
}

/// How often, and in how many of several articles.
fn mentioned(records: &Records, mentioned: &Mentioned) -> Cell {
    let Mentioned { mentions, articles } = mentioned;
    vec![match (records.articles, articles.len()) {
        (0 | 1, _) => mentions.to_string(),
        (_, 1) => format!("{mentions} in 1 article"),
        (_, count) => format!("{mentions} in {count} articles"),
    }]
}

fn table<const N: usize>(
    output: &mut impl Write,
    head: [&str; N],
    mut rows: Vec<[Cell; N]>,
) -> io::Result<()> {
    for line in rows.iter_mut().flatten().flatten() {
        *line = layout::shorten(line, WIDEST);
    }
    let count = rows.len();
    let head = head.map(|name| vec![name.to_owned()]);
    let all = || std::iter::once(&head).chain(&rows);
    let widths: [usize; N] = std::array::from_fn(|column| {
        let cells = all().filter_map(|row| row.get(column)).flatten();
        cells.map(|line| layout::width(line)).max().unwrap_or_default()
    });
    for row in all() {
        let height = row.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..height {
            let mut written = String::new();
            for (cell, width) in row.iter().zip(widths) {
                let text = cell.get(line).map_or("", String::as_str);
                let gap = width - layout::width(text) + 2;
                written.push_str(text);
                written.extend(std::iter::repeat_n(' ', gap));
            }
            writeln!(output, "{}", written.trim_end())?;
        }
    }
    writeln!(output, "{count} in all")
}
