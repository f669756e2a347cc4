//! Asks the gazetteers: every sense of a name, or who held an office.
//!
//! ```text
//! cargo run --release --example lookup -- "tỉnh Hòa Bình" --date 2026-01-01
//! cargo run --release --example lookup -- --office "Tư lệnh" --body "Bộ đội Biên phòng" --date 2024-03-05
//! cargo run --release --example lookup -- --person "Lê Đức Thái"
//! ```

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use dinhdanh::{Day, Entry, Gazetteers, Kind, Tenure};

/// Prints what the gazetteers know of a name, an office or a person.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// A name, with or without a class word (tỉnh Hòa Bình), an acronym, or an id (vn/p34/25).
    #[arg(required_unless_present_any = ["office", "person"])]
    name: Option<String>,
    /// The day to ask for: what stands in the place of a unit, who holds an office.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Day>,
    /// Prints who held this office (Tư lệnh) of a body at a day.
    #[arg(long, requires = "body", requires = "date")]
    office: Option<String>,
    /// The body whose office is asked for.
    #[arg(long, requires = "office")]
    body: Option<String>,
    /// Prints the offices of the people of this name.
    #[arg(long)]
    person: Option<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match look_up(&arguments, &mut io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("lookup: nothing is known of that");
            ExitCode::FAILURE
        }
        // Whoever reads the output has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lookup: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers the question; whether there was an answer.
fn look_up(arguments: &Arguments, out: &mut impl Write) -> io::Result<bool> {
    let gazetteers = Gazetteers::bundled();
    let mut found = false;
    if let (Some(office), Some(body), Some(day)) =
        (&arguments.office, &arguments.body, arguments.date)
    {
        for tenure in gazetteers.office_holders(office, body, day) {
            found = true;
            print_tenure(out, tenure)?;
        }
    }
    let person = arguments.person.as_deref().unwrap_or_default();
    for entry in
        gazetteers.senses(person).into_iter().filter(|entry| entry.kind() == Some(Kind::Person))
    {
        found = true;
        print_entry(out, entry, arguments.date)?;
        for tenure in gazetteers.offices_of(entry.id().unwrap_or_default()) {
            write!(out, "  ")?;
            print_tenure(out, tenure)?;
        }
    }
    if let Some(name) = &arguments.name {
        let by_id = gazetteers.entry(name);
        for entry in by_id.into_iter().chain(gazetteers.senses(name)) {
            found = true;
            print_entry(out, entry, arguments.date)?;
        }
    }
    Ok(found)
}

fn print_tenure(out: &mut impl Write, tenure: Tenure<'_>) -> io::Result<()> {
    let acting = if tenure.is_acting() { " (acting)" } else { "" };
    write!(
        out,
        "{}: {} {}{acting}, {}",
        tenure.name(),
        tenure.title(),
        tenure.body(),
        tenure.period()
    )?;
    if let Some(seen) = tenure.seen() {
        write!(out, ", seen in office {seen}")?;
    }
    let id = tenure.person().and_then(Entry::id).unwrap_or_default();
    writeln!(out, "  [{id}; certainty {}; {}]", tenure.certainty(), tenure.source())
}

fn print_entry(out: &mut impl Write, entry: Entry<'_>, day: Option<Day>) -> io::Result<()> {
    write!(out, "{} (", entry.name())?;
    match entry.kind() {
        Some(kind) => write!(out, "{kind}")?,
        None => write!(out, "cue")?,
    }
    for column in ["type", "level", "code"] {
        if let Some(cell) = entry.cell(column) {
            write!(out, ", {column} {cell}")?;
        }
    }
    writeln!(out, ")  {}", entry.id().unwrap_or_default())?;
    writeln!(out, "  holds {}", entry.period())?;
    let mut parent = entry.parent();
    while let Some(above) = parent {
        writeln!(out, "  in {} {}", above.cell("type").unwrap_or_default(), above.name())?;
        parent = above.parent();
    }
    if let Some(number) = entry.cell("number") {
        let date = entry.cell("date").map_or_else(String::new, |date| format!(" of {date}"));
        writeln!(out, "  number {number}{date}")?;
    }
    for next in entry.successors() {
        let part = if next.is_part() { " in part" } else { "" };
        let unit = next.entry();
        writeln!(out, "  succeeded{part} by {}  {}", unit.name(), unit.id().unwrap_or_default())?;
    }
    for before in entry.predecessors() {
        writeln!(out, "  made of {}  {}", before.name(), before.id().unwrap_or_default())?;
    }
    if let Some(day) = day {
        for unit in entry.at(day) {
            let kind = unit.cell("type").unwrap_or_default();
            writeln!(out, "  on {day}: {kind} {}  {}", unit.name(), unit.id().unwrap_or_default())?;
        }
    }
    let source = entry.source().unwrap_or_default();
    writeln!(out, "  {}:{}; {source}", entry.list(), entry.line())
}
