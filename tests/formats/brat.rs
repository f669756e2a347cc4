//! Stand-off annotations, read by the rules of brat: its format page and `annotation.conf`.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::{Found, articles, expected, found, slice, text};
use crate::program::run;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// The names of a section of `annotation.conf`, with what stands after them.
fn section(conf: &str, name: &str) -> HashMap<String, String> {
    let (_, rest) = conf.split_once(&format!("[{name}]\n")).unwrap();
    let lines = rest.lines().take_while(|line| !line.starts_with('['));
    let lines = lines.filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (name, rest) = line.split_once('\t').unwrap_or((line, ""));
            (name.to_owned(), rest.to_owned())
        })
        .collect()
}

/// Reads the annotations of a text and checks them; its entities.
fn read(text: &str, annotations: &str, conf: &str) -> Vec<Found> {
    let (entities, relations, attributes) =
        (section(conf, "entities"), section(conf, "relations"), section(conf, "attributes"));
    let mut ids = HashSet::new();
    let mut types = HashMap::new();
    let mut found = Vec::new();
    for line in annotations.lines() {
        let (id, rest) = line.split_once('\t').unwrap();
        assert!(id == "*" || ids.insert(id), "{id} is there twice");
        let number = id.get(1..).unwrap_or_default();
        assert!(id == "*" || number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty());
        let is_known = |id: &str| assert!(types.contains_key(id), "{id} of {line} is there");
        match id.as_bytes()[0] {
            b'T' => {
                let (place, shown) = rest.split_once('\t').unwrap();
                let (name, spans) = place.split_once(' ').unwrap();
                assert!(entities.contains_key(name), "{name} is a type");
                let mut last = 0;
                let mut parts = Vec::new();
                for span in spans.split(';') {
                    let (start, end) = span.split_once(' ').unwrap();
                    let (start, end): (usize, usize) =
                        (start.parse().unwrap(), end.parse().unwrap());
                    assert!(last <= start && start < end, "fragments in order: {line}");
                    last = end;
                    let part = slice(text, start, end);
                    assert!(!part.contains(['\n', '\r', '\t']), "{line} goes over a line break");
                    assert_eq!(part.trim(), part);
                    parts.push(part);
                }
                assert_eq!(parts.join(" "), shown);
                types.insert(id.to_owned(), name.to_owned());
                found.push((name.to_lowercase(), shown.to_owned()));
            }
            b'A' => {
                let parts: Vec<&str> = rest.split(' ').collect();
                is_known(parts[1]);
                let rule = &attributes[parts[0]];
                let (arguments, values) = rule.split_once(", Value:").unwrap_or((rule, ""));
                let kind = arguments.strip_prefix("Arg:").unwrap();
                assert!(kind == "<ENTITY>" || kind == types[parts[1]], "{line}");
                match parts.get(2) {
                    Some(value) => {
                        assert!(values.split('|').any(|known| known == *value), "{line}")
                    }
                    None => assert_eq!(values, "", "{line} has no value"),
                }
                assert!(parts.len() <= 3);
            }
            b'R' => {
                let parts: Vec<&str> = rest.split(' ').collect();
                assert!(relations.contains_key(parts[0]));
                is_known(parts[1].strip_prefix("Arg1:").unwrap());
                assert_eq!(parts.len(), 3);
                assert!(parts[2].starts_with("Arg2:T"));
            }
            b'*' => {
                let mut parts = rest.split(' ');
                assert!(relations.contains_key(parts.next().unwrap()));
                parts.clone().for_each(is_known);
                assert!(parts.count() > 1);
            }
            b'#' => {
                let (head, _) = rest.split_once('\t').unwrap();
                is_known(head.strip_prefix("AnnotatorNotes ").unwrap());
            }
            _ => panic!("{line} is no annotation"),
        }
    }
    found
}

#[test]
fn annotations_follow_the_rules() {
    let folder = folder("brat");
    let paths = articles();
    let paths: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    let options = ["--format", "brat", "--output", folder.to_str().unwrap()];
    let done = run(&[&options[..], &paths].concat(), "");
    assert_eq!((done.status, done.output.as_str(), done.errors.as_str()), (0, "", ""));
    let conf = std::fs::read_to_string(folder.join("annotation.conf")).unwrap();
    for (path, expected) in articles().iter().zip(expected()) {
        let name = folder.join(path.file_name().unwrap());
        let copy = std::fs::read_to_string(&name).unwrap();
        assert_eq!(copy, text(path), "the text is as given");
        let annotations = std::fs::read_to_string(name.with_extension("ann")).unwrap();
        let mut expected = found(&expected);
        for (_, text) in &mut expected {
            *text = text
                .split(char::is_control)
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
        }
        assert_eq!(read(&copy, &annotations, &conf), expected);
    }
}

/// Ids are names of files, whatever they are, and none reaches out of the folder.
#[test]
fn every_article_has_files_of_its_own() {
    let folder = folder("brat-names");
    let long = "d".repeat(300);
    let ids = [
        "a",
        "a",
        "../a",
        "A",
        "",
        "..",
        ".conf",
        "x/y\\z",
        "đ ấ",
        &long,
        "a-2",
        "annotation.conf",
    ];
    let lines: String = ids
        .iter()
        .map(|id| serde_json::json!({ "id": id, "text": "Ngày 5/3" }).to_string() + "\n")
        .collect();
    let options = ["--input", "jsonl", "--format", "brat", "--output", folder.to_str().unwrap()];
    let done = run(&options, &lines);
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut files: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
    files.sort();
    let mut stems: Vec<&str> = files.iter().filter_map(|name| name.strip_suffix(".ann")).collect();
    stems.sort();
    let short = "d".repeat(120);
    let mut expected = vec![
        "a",
        "a-2",
        "a-3",
        "A-4",
        "article",
        "article-2",
        "_conf",
        "z",
        "đ_ấ",
        &short,
        "a-2-2",
        "annotation.conf",
    ];
    expected.sort();
    assert_eq!(stems, expected);
    assert_eq!(files.len(), 2 * ids.len() + 2);
    // A folder that is there is used again, and its settings are kept.
    std::fs::write(folder.join("visual.conf"), "own").unwrap();
    assert_eq!(run(&options, &lines).status, 0);
    assert_eq!(std::fs::read_to_string(folder.join("visual.conf")).unwrap(), "own");
}
