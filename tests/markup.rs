//! The mark-up of the corpus: sentences with their entities inline, and what is expected of each.
//!
//! ```text
//! item      = { piece }
//! piece     = letter | escape | entity
//! entity    = "{" kind " " { piece } [ " | " { assertion } ] "}"
//! assertion = key "=" value { " " key "=" value }        the value goes on to the next key; none: the part is absent
//! escape    = "\{" | "\}" | "\|" | "\#" | "\\" | "\n" | "\u{" hex "}"
//! ```
//!
//! `tests/corpus/README.md` tells it with examples.

use std::path::Path;

use dinhdanh::{Day, Kind};

/// An entity that must be found.
#[derive(Clone, Debug)]
pub struct Expected {
    pub kind: Kind,
    /// Bytes of the item's text.
    pub start: usize,
    pub end: usize,
    /// Parts of the value, as (dotted path, what it says).
    pub assertions: Vec<(String, String)>,
}

/// A sentence or an article with its entities.
#[derive(Clone, Debug)]
pub struct Item {
    /// The file's name without `.txt`.
    pub file: String,
    pub line: usize,
    pub text: String,
    /// In the order of the text, an outer entity before those inside it.
    pub entities: Vec<Expected>,
    pub reference_date: Option<Day>,
    /// Configurations beside the usual ones.
    pub also: Vec<String>,
    /// Usual configurations in which the item is not read.
    pub not: Vec<String>,
}

/// All items of a folder of corpus files.
///
/// # Panics
///
/// If a file is not well-formed; the message lists every fault.
pub fn read_folder(folder: &Path) -> Vec<Item> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    let (mut items, mut faults) = (Vec::new(), Vec::new());
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        read_file(&name, &std::fs::read_to_string(&path).unwrap(), &mut items, &mut faults);
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    items
}

/// What the directives of a block say.
#[derive(Clone, Default)]
struct Block {
    reference_date: Option<Day>,
    also: Vec<String>,
    not: Vec<String>,
}

/// Reads a file: adds its items and its faults.
pub fn read_file(file: &str, content: &str, items: &mut Vec<Item>, faults: &mut Vec<String>) {
    let mut block = Block::default();
    // An article goes on over blank lines: its first line, and its lines so far.
    let mut article: Option<(usize, Vec<&str>)> = None;
    for (index, line) in content.lines().chain(["## end"]).enumerate() {
        let number = index + 1;
        let mut fault =
            |message: String| faults.push(format!("tests/corpus/{file}.txt:{number}: {message}"));
        if let Some(directive) = line.strip_prefix("## ") {
            let (key, value) = directive.split_once(": ").unwrap_or((directive, ""));
            let words = || value.split(',').map(|word| word.trim().to_owned()).collect();
            match key {
                "reference-date" => match value.parse() {
                    Ok(day) => block.reference_date = Some(day),
                    Err(error) => fault(error.to_string()),
                },
                "also" => block.also = words(),
                "not" => block.not = words(),
                "article" | "end" => {
                    if let Some((first, lines)) = article.take() {
                        let source = lines.join("\n");
                        match item(file, first, source.trim_matches('\n'), &block) {
                            Ok(item) => items.push(item),
                            Err(message) => fault(message),
                        }
                    }
                    block = Block::default();
                    article = (key == "article").then(|| (number, Vec::new()));
                }
                _ => fault(format!(
                    "expected reference-date, also, not, article or end, found {key:?}"
                )),
            }
        } else if line.starts_with('#') {
            // A comment.
        } else if let Some((_, lines)) = &mut article {
            lines.push(line);
        } else if line.is_empty() {
            block = Block::default();
        } else {
            match item(file, number, line, &block) {
                Ok(item) => items.push(item),
                Err(message) => fault(message),
            }
        }
    }
}

fn item(file: &str, line: usize, source: &str, block: &Block) -> Result<Item, String> {
    let mut parser = Parser { rest: source, text: String::new(), entities: Vec::new() };
    parser.pieces(0)?;
    let Block { reference_date, also, not } = block.clone();
    let Parser { text, entities, .. } = parser;
    Ok(Item { file: file.to_owned(), line, text, entities, reference_date, also, not })
}

struct Parser<'s> {
    rest: &'s str,
    text: String,
    entities: Vec<Expected>,
}

impl Parser<'_> {
    /// Reads pieces up to what closes an entity, or to the end if none is open.
    fn pieces(&mut self, depth: usize) -> Result<(), String> {
        while let Some(c) = self.rest.chars().next() {
            match c {
                '{' => self.entity(depth)?,
                '}' if depth == 0 => return Err("expected no } without its {, found one".into()),
                '}' => return Ok(()),
                _ if depth > 0 && self.rest.starts_with(" | ") => return Ok(()),
                '\\' => self.escape()?,
                _ => {
                    self.text.push(c);
                    self.skip(c.len_utf8());
                }
            }
        }
        match depth {
            0 => Ok(()),
            _ => Err("expected }, found the end".into()),
        }
    }

    fn entity(&mut self, depth: usize) -> Result<(), String> {
        self.skip(1);
        let (word, rest) = self.rest.split_once(' ').unwrap_or((self.rest, ""));
        let kind: Kind = word.parse().map_err(|error| format!("{error}"))?;
        self.rest = rest;
        let (at, start) = (self.entities.len(), self.text.len());
        self.entities.push(Expected { kind, start, end: start, assertions: Vec::new() });
        self.pieces(depth + 1)?;
        self.entities[at].end = self.text.len();
        if self.entities[at].end == start {
            return Err(format!("expected the text of a {kind}, found none"));
        }
        if let Some(rest) = self.rest.strip_prefix(" | ") {
            let end = rest.find('}').ok_or("expected }, found the end")?;
            self.entities[at].assertions = assertions(&rest[..end])?;
            self.rest = &rest[end..];
        }
        self.skip(1);
        Ok(())
    }

    fn escape(&mut self) -> Result<(), String> {
        let escaped = self.rest[1..].chars().next();
        match escaped {
            Some(c @ ('{' | '}' | '|' | '#' | '\\')) => self.text.push(c),
            Some('n') => self.text.push('\n'),
            Some('u') => {
                let code = self.rest[2..].strip_prefix('{').and_then(|rest| rest.split_once('}'));
                let c =
                    code.and_then(|(hex, _)| char::from_u32(u32::from_str_radix(hex, 16).ok()?));
                let (Some(c), Some((hex, _))) = (c, code) else {
                    return Err("expected \\u{…} with the number of a character".into());
                };
                self.text.push(c);
                self.skip(hex.len() + 2);
            }
            _ => return Err("expected one of { } | # \\ n u after \\".into()),
        }
        self.skip(2);
        Ok(())
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }
}

/// Reads `from=2024-03-05 to=2024-03-05`: a value goes on to the next key.
fn assertions(source: &str) -> Result<Vec<(String, String)>, String> {
    let is_key = |key: &str| {
        !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '.')
    };
    let mut found: Vec<(String, String)> = Vec::new();
    for word in source.split(' ') {
        match (word.split_once('=').filter(|(key, _)| is_key(key)), found.last_mut()) {
            (Some((key, value)), _) => found.push((key.into(), value.into())),
            (None, Some((_, value))) => *value = format!("{value} {word}"),
            (None, None) => return Err(format!("expected key=value, found {word:?}")),
        }
    }
    Ok(found)
}

/// Writes a text with entities as a line of the corpus.
pub fn write(text: &str, entities: &[(Kind, usize, usize)]) -> String {
    let mut marked = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut next = entities.iter().peekable();
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        while open.last().is_some_and(|end| *end <= at) {
            marked.push('}');
            open.pop();
        }
        while let Some((kind, _, end)) = next.next_if(|(_, start, _)| *start <= at) {
            marked.push_str(&format!("{{{kind} "));
            open.push(*end);
        }
        match c {
            '\0' if at == text.len() => {}
            '{' | '}' | '|' | '\\' => marked.extend(['\\', c]),
            '\n' => marked.push_str("\\n"),
            '#' if at == 0 => marked.push_str("\\#"),
            c if c.is_control() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}') => {
                marked.push_str(&format!("\\u{{{:X}}}", c as u32));
            }
            c => marked.push(c),
        }
    }
    marked
}

#[test]
fn entities_nest_and_assert() {
    let (mut items, mut faults) = (Vec::new(), Vec::new());
    let source = "# A comment.\n## reference-date: 2024-03-07\n{position Bí thư {organization Tỉnh ủy {place Quảng Ninh}} | title=Bí thư organization=Tỉnh ủy Quảng Ninh} \\{a\\}\n\nb\n";
    read_file("x", source, &mut items, &mut faults);
    assert_eq!(faults, [""; 0]);
    let [first, second] = &items[..] else { panic!("{items:?}") };
    assert_eq!((first.text.as_str(), first.line), ("Bí thư Tỉnh ủy Quảng Ninh {a}", 3));
    assert_eq!(first.reference_date.unwrap().to_string(), "2024-03-07");
    let spans: Vec<_> = first.entities.iter().map(|e| (e.kind, e.start, e.end)).collect();
    let texts: Vec<_> = first.entities.iter().map(|e| &first.text[e.start..e.end]).collect();
    assert_eq!(texts, ["Bí thư Tỉnh ủy Quảng Ninh", "Tỉnh ủy Quảng Ninh", "Quảng Ninh"]);
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(
        first.entities[0].assertions,
        [pair("title", "Bí thư"), pair("organization", "Tỉnh ủy Quảng Ninh")]
    );
    assert!(second.reference_date.is_none(), "directives end with their block");
    let marked = "{position Bí thư {organization Tỉnh ủy {place Quảng Ninh}}} \\{a\\}";
    assert_eq!(write(&first.text, &spans), marked);
}

#[test]
fn faults_are_told_with_file_and_line() {
    let fault = |source: &str| {
        let (mut items, mut faults) = (Vec::new(), Vec::new());
        read_file("x", source, &mut items, &mut faults);
        faults.join("|")
    };
    assert_eq!(fault("a }"), "tests/corpus/x.txt:1: expected no } without its {, found one");
    assert_eq!(fault("\n{date a"), "tests/corpus/x.txt:2: expected }, found the end");
    assert_eq!(fault("{date a | b}"), "tests/corpus/x.txt:1: expected key=value, found \"b\"");
    assert_eq!(
        fault("## kind: a"),
        "tests/corpus/x.txt:1: expected reference-date, also, not, article or end, found \"kind\""
    );
    assert_eq!(
        fault("{city a}"),
        "tests/corpus/x.txt:1: expected one of person, organization, place, document, date, rank, position, own, found \"city\""
    );
}

#[test]
fn an_article_goes_on_over_blank_lines() {
    let (mut items, mut faults) = (Vec::new(), Vec::new());
    let source = "a\n\n## article: one\n## reference-date: 2024-03-07\n\nb\n\nc\n\n## end\n\nd\n";
    read_file("x", source, &mut items, &mut faults);
    assert_eq!(faults, [""; 0]);
    let read: Vec<_> =
        items.iter().map(|i| (i.text.as_str(), i.line, i.reference_date.is_some())).collect();
    assert_eq!(read, [("a", 1, false), ("b\n\nc", 3, true), ("d", 12, false)]);
}
