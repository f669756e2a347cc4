//! Inputs that someone made to break it, or that broke on their way: a message or a result, and the other articles as ever.

use std::fmt::Write as _;
use std::path::Path;

use super::{file, message, run};

const LINE: &str = "Người dân cho biết con đường đất dẫn vào làng đã được đổ bê tông, xe cộ đi lại dễ dàng hơn trước. ";

/// One line without an end, a million lines without anything, and nothing but marks.
#[test]
fn long_lines_and_empty_ones_are_read() {
    let line = format!("{}Ngày 5/3/2024.", LINE.repeat(2_000_000 / LINE.len()));
    let nothing = "\n".repeat(1_000_000);
    let texts = [line, nothing.clone(), "\u{301}".repeat(200_000), "\0".repeat(1_000_000)];
    let counts = [1, 0, 0, 0];
    for (text, count) in texts.iter().zip(counts) {
        let path = file("long.txt", text);
        let done = run(&["--format", "jsonl", path.to_str().unwrap()], "");
        assert_eq!((done.status, done.errors.as_str()), (0, ""));
        assert_eq!(done.output.matches("\"kind\"").count(), count);
    }
    let lines = format!("{nothing}{{\"id\":\"a\",\"text\":\"\"}}\n{nothing}");
    let done = run(&["--input", "jsonl", "--format", "jsonl"], &lines);
    assert_eq!((done.status, done.output.as_str()), (0, "{\"id\":\"a\",\"entities\":[]}\n"));
}

#[test]
fn control_characters_stand_between_entities() {
    let done = run(&["--format", "jsonl"], "\0Ngày 5/3/2024\0\u{7}Hà Nội\u{1b}");
    let line: serde_json::Value = serde_json::from_str(&done.output).unwrap();
    let texts: Vec<&str> =
        line["entities"].as_array().unwrap().iter().map(|e| e["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Ngày 5/3/2024", "Hà Nội"]);
    let pretty = run(&["-"], "\u{1b}[2JNgày 5/3/2024\u{7}").output;
    assert!(!pretty.contains(['\u{1b}', '\u{7}']), "a terminal is told nothing by a text");
}

/// Instructions in a text are text.
#[test]
fn texts_make_it_do_nothing() {
    let text = "<!ENTITY x SYSTEM \"file:///etc/passwd\"> $(id) `id` {{7*7}} %s%n ../../etc/passwd \\u0041";
    for format in ["pretty", "jsonl", "csv", "conll", "spacy", "html"] {
        let done = run(&["--format", format], text);
        assert_eq!((done.status, done.errors.as_str()), (0, ""));
        assert!(!done.output.contains("root:") && !done.output.contains("uid="), "{format}");
    }
}

/// A file that can be opened and not be read, as one that vanished, and those around it.
#[cfg(target_os = "linux")]
#[test]
fn files_that_fail_while_they_are_read_leave_the_others_be() {
    let good = file("whole.txt", "");
    let good = good.to_str().unwrap();
    for input in ["text", "jsonl"] {
        let done = run(&["--format", "jsonl", "--input", input, "/proc/self/mem", good], "");
        assert_eq!(done.status, 1);
        assert_eq!(done.errors, "extract: /proc/self/mem: Input/output error (os error 5)\n");
        assert_eq!(done.output.lines().count(), usize::from(input == "text"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_on_a_full_disk_is_reported() {
    let done = run(&["--format", "html", "--output", "/dev/full"], "Ngày 5/3/2024");
    assert_eq!((done.status, done.output.as_str()), (1, ""));
    assert_eq!(done.errors, "extract: /dev/full: No space left on device (os error 28)\n");
}

/// What a line or the name of a file says is told in short, and on one line.
#[test]
fn messages_are_short_lines() {
    let long = "x".repeat(1_000_000);
    let line = format!(r#"{{"id":"a","text":"","reference_date":"{long}"}}"#);
    let done = run(&["--input", "jsonl", "--format", "jsonl"], &line);
    assert_eq!((done.status, done.output.as_str()), (1, ""));
    assert!(done.errors.len() < 400 && done.errors.lines().count() == 1, "{:.500}", done.errors);
    if cfg!(unix) {
        let path = file("two\nlines\u{1b}[31m.txt", b"\xFF");
        let done = run(&[path.to_str().unwrap()], "");
        let said = "two\\nlines\\u{1b}[31m.txt:1: byte 0: expected UTF-8, found the byte 0xFF\n";
        assert!(done.errors.ends_with(said), "{}", done.errors);
    }
}

/// One bad line of a list, and nothing is done; a long one is not said in full.
#[test]
fn lists_at_fault_are_told_in_short() {
    let ten = "x".repeat(10_000_000);
    let mut many = String::from("# kind: place\nname\tid\n");
    (0..1_000).for_each(|row| writeln!(many, "Thôn {row}\t{row}").unwrap());
    for (name, list, said) in [
        (
            "wide.tsv",
            format!("# kind: place\nname\n{ten}\t{ten}\n"),
            "wide.tsv:3: expected 1 cells, found 2",
        ),
        (
            "head.tsv",
            ten.clone(),
            "head.tsv:1: expected a line of column names that begins with name, found \"xxx",
        ),
        (
            "same.tsv",
            format!("{many}Thôn\t7\n"),
            "same.tsv:1003: column id: expected an id that no other row has (line 10 has it), found \"7\"",
        ),
        (
            "date.tsv",
            format!("# kind: place\nname\tuntil\nThôn\t{ten}\n"),
            "date.tsv:3: column until: expected a year",
        ),
        (
            "line.jsonl",
            format!("{{\"label\":\"X\",\"pattern\":\"{ten}"),
            "line.jsonl:1: column 10000024: expected",
        ),
        (
            "kind.tsv",
            format!("# kind: {ten}\nname\nThôn\n"),
            "kind.tsv:1: expected a header line \"# kind: …\" with a kind, found \"xxx",
        ),
        (
            "slip.tsv",
            "# kind: place\nname\talias\nThôn\tT\n".to_owned(),
            "slip.tsv:2: expected the column \"aliases\", found \"alias\"",
        ),
        (
            "empty.tsv",
            String::new(),
            "empty.tsv:1: expected a line of column names, found the end of the file",
        ),
    ] {
        let path = file(name, list);
        let done = run(&["--gazetteer", path.to_str().unwrap()], "Hà Nội");
        assert_eq!((done.status, done.output.as_str()), (2, ""), "{name}");
        let message = message(&path, &done);
        assert!(
            message.starts_with(&format!("extract: {said}")) && message.len() < 400,
            "{message:.500}"
        );
    }
    let latin = file("latin.tsv", b"# kind: place\nname\nH\xE0 N\xF4i\n");
    let done = run(&["--gazetteer", latin.to_str().unwrap()], "");
    assert_eq!(done.status, 2);
    assert!(
        message(Path::new(&latin), &done)
            .starts_with("extract: latin.tsv:3: byte 20: expected UTF-8")
    );
    let long = file("place.long.txt", format!("{ten}\nHà Nội\n"));
    assert_eq!(run(&["--gazetteer", long.to_str().unwrap()], "Hà Nội").status, 0);
}
