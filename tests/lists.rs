//! How the files of `gazetteers/` are written: so that they read, merge and compare well.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dinhdanh::{Day, Gazetteer};
use unicode_normalization::is_nfc;

/// Every list, as (name, content).
fn lists() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let entries =
        |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries(root.clone()).filter(|path| path.is_dir()).flat_map(entries);
    let mut lists: Vec<_> = files
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    lists.sort();
    lists
}

/// Fails with the faults that `check` finds in each list, as (line, what is wrong).
fn check_each(check: impl Fn(&str, &[&str]) -> Vec<(usize, String)>) {
    let mut faults = Vec::new();
    for (name, content) in lists() {
        let lines: Vec<&str> = content.lines().collect();
        let found = check(&name, &lines).into_iter();
        faults.extend(found.map(|(line, fault)| format!("gazetteers/{name}:{line}: {fault}")));
    }
    let shown = faults.iter().take(50).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults, the first of them:\n{shown}", faults.len());
}

/// The place of the line of column names, from 0.
fn columns_line(lines: &[&str]) -> usize {
    lines.iter().position(|line| !line.starts_with('#')).unwrap()
}

/// The rows with their line numbers.
fn rows<'l>(lines: &'l [&'l str]) -> impl Iterator<Item = (usize, &'l str)> {
    let first = columns_line(lines) + 1;
    lines.iter().enumerate().skip(first).map(|(at, row)| (at + 1, *row))
}

#[test]
fn every_list_says_what_it_is_and_whence() {
    check_each(|name, lines| {
        let head = &lines[..columns_line(lines)];
        let said = |key: &str| {
            let lead = format!("# {key}: ");
            head.iter().find_map(|line| line.strip_prefix(lead.as_str())).unwrap_or_default()
        };
        let mut faults = Vec::new();
        for (at, key) in ["title", "kind", "source", "date", "licence"].iter().enumerate() {
            if said(key).trim().is_empty() {
                faults.push((at + 1, format!("the header does not say its {key}")));
            } else if !head[at].starts_with(&format!("# {key}: ")) {
                faults.push((at + 1, format!("expected the {key} here, found {:?}", head[at])));
            }
        }
        if let Err(error) = said("date").parse::<Day>() {
            faults.push((4, error.to_string()));
        }
        let content = lines.join("\n");
        faults.extend(Gazetteer::from_tsv(name, content).err().map(|error| (1, error.to_string())));
        faults
    });
}

#[test]
fn every_list_is_composed_and_plainly_spaced() {
    for (name, content) in lists() {
        assert!(!content.contains('\r'), "gazetteers/{name} has \\r");
        assert!(
            content.ends_with('\n') && !content.ends_with("\n\n"),
            "gazetteers/{name} ends in one line break"
        );
    }
    check_each(|_, lines| {
        let is_odd = |c: char| {
            (c.is_whitespace() && c != ' ' && c != '\t')
                || c.is_control() && c != '\t'
                || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | 'Ð')
        };
        let mut faults = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if !is_nfc(line) {
                faults.push((at + 1, "is not in NFC".into()));
            }
            if let Some(c) = line.chars().find(|c| is_odd(*c)) {
                faults.push((at + 1, format!("has the character U+{:04X}", c as u32)));
            }
            let is_spaced = |cell: &str| cell != cell.trim() || cell.contains("  ");
            let cells = line.split('\t').filter(|_| !line.starts_with('#'));
            for cell in cells.filter(|cell| is_spaced(cell)) {
                faults.push((at + 1, format!("has a space too many in {cell:?}")));
            }
        }
        faults
    });
}

#[test]
fn dated_rows_begin_on_a_day_or_say_that_nobody_tells() {
    check_each(|name, lines| {
        let mut columns = lines[columns_line(lines)].split('\t');
        // Words have no such day, and a feast is dated by its calendar.
        let is_dated = !name.contains(".cue.") && !name.starts_with("date/");
        let from = columns.position(|column| column == "from").filter(|_| is_dated);
        let Some(from) = from else { return Vec::new() };
        let silent =
            rows(lines).filter(|(_, row)| row.split('\t').nth(from).is_none_or(str::is_empty));
        let fault = |(line, _)| (line, "expected a day or `unknown` in from".to_owned());
        silent.map(fault).collect()
    });
}

#[test]
fn rows_are_sorted_and_none_stands_twice() {
    check_each(|_, lines| {
        let pairs = rows(lines).zip(rows(lines).skip(1));
        let unsorted = pairs.filter(|((_, row), (_, next))| row >= next);
        unsorted
            .map(|(_, (line, row))| {
                (line, format!("expected rows sorted by their bytes, each once, found {row:?}"))
            })
            .collect()
    });
}

#[test]
fn aliases_and_ids_stand_once() {
    check_each(|_, lines| {
        let columns: Vec<&str> = lines[columns_line(lines)].split('\t').collect();
        let cell = |row: &'_ str, name: &str| -> String {
            let column = columns.iter().position(|column| *column == name);
            column.and_then(|column| row.split('\t').nth(column)).unwrap_or_default().to_owned()
        };
        let mut faults = Vec::new();
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for (line, row) in rows(lines) {
            let (aliases, id) = (cell(row, "aliases"), cell(row, "id"));
            let mut names: Vec<&str> = aliases.split(';').filter(|_| !aliases.is_empty()).collect();
            names.push(row.split('\t').next().unwrap_or_default());
            names.sort_unstable();
            if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
                faults.push((line, format!("has {:?} twice", pair[0])));
            }
            if let Some(name) = names.iter().find(|name| name.trim() != **name || name.is_empty()) {
                faults.push((line, format!("has the alias {name:?}")));
            }
            if let Some(first) = ids.insert(id.clone(), line).filter(|_| !id.is_empty()) {
                faults.push((line, format!("has the id {id:?} of line {first}")));
            }
        }
        faults
    });
}

#[test]
fn the_example_of_the_readme_is_a_list() {
    let readme = include_str!("../gazetteers/README.md");
    let example = readme.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
    let list = Gazetteer::from_tsv("example.tsv", example.to_owned()).unwrap();
    assert_eq!(list.len(), 1);
}
