//! What is said of inputs, lists and outputs at fault, and the exit status.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{file, message, program, run};

#[test]
fn files_that_cannot_be_read_leave_the_others_be() {
    let bad = file("bad.txt", b"Ng\xC3\xA0y 5/3\nv\xE0 6/3");
    let cut = file("cut.txt", b"5/3 \xE1\xBA");
    let good = file("good.txt", "");
    let (bad, cut, good) = (bad.to_str().unwrap(), cut.to_str().unwrap(), good.to_str().unwrap());
    let none = good.replace("good", "none");
    let folder = Path::new(good).parent().unwrap().to_str().unwrap();
    let done = run(&["--format", "jsonl", bad, &none, folder, cut, "-", "-", good], "");
    assert_eq!(done.status, 1);
    assert_eq!(
        done.output,
        format!("{{\"id\":\"-\",\"entities\":[]}}\n{{\"id\":\"{good}\",\"entities\":[]}}\n"),
    );
    assert_eq!(
        message(Path::new(good), &done),
        format!(
            "\
extract: bad.txt:2: byte 11: expected UTF-8, found the byte 0xE0 (likely windows-1258)
extract: none.txt: expected a file, found none
extract: {folder}: expected a file, found a folder
extract: cut.txt:1: byte 4: expected UTF-8, found a character cut off by the end
extract: -: standard input is read already
"
        ),
    );
}

#[test]
fn older_encodings_are_named() {
    let utf16 = "Chiều 5/3".encode_utf16().flat_map(u16::to_le_bytes);
    for (content, found) in [
        (
            [0xFF, 0xFE].into_iter().chain(utf16.clone()).collect(),
            "0: expected UTF-8, found the byte 0xFF (likely UTF-16)",
        ),
        (
            b"Ch\xAD\xACng tr\xD7nh v\xB5 d\xF9 \xB8n".to_vec(),
            "2: expected UTF-8, found the byte 0xAD (likely TCVN3)",
        ),
        (b"Kho\xE2ng va\xF8".to_vec(), "3: expected UTF-8, found the byte 0xE2 (likely VNI)"),
        (b"Kh\xF4ng".to_vec(), "2: expected UTF-8, found the byte 0xF4 (likely windows-1258)"),
        (b"KHO\xC2NG VA\xD8".to_vec(), "3: expected UTF-8, found the byte 0xC2 (likely VNI)"),
        (
            b"Le pr\xE9sident \xE0 l\xE0".to_vec(),
            "5: expected UTF-8, found the byte 0xE9 (likely Latin-1)",
        ),
        (b"Le pr\xC3\xA9sident \xE0 l".to_vec(), "14: expected UTF-8, found the byte 0xE0"),
        (b"Le \xABpr\xE9sident\xBB".to_vec(), "3: expected UTF-8, found the byte 0xAB"),
        (b"Kh\xF4ng c\xFCa".to_vec(), "2: expected UTF-8, found the byte 0xF4 (likely VISCII)"),
    ] {
        let path = file("encoded.txt", content);
        let done = run(&[&path], "");
        assert_eq!(message(&path, &done), format!("extract: encoded.txt:1: byte {found}\n"));
    }
}

#[test]
fn lines_that_are_no_articles_leave_the_others_be() {
    let mut lines = Vec::new();
    for line in [
        r#"{"id":"a","text":""}"#,
        "",
        r#"{"id":"b"}"#,
        "text",
        r#"["id"]"#,
        r#"{"id":"c","text":"","reference_date":"7/3/2024"}"#,
        r#"{"id":null,"text":""}"#,
        r#"{"id":"d","text":"\ud800"}"#,
        r#"{"id":"e","text":"""#,
    ] {
        lines.extend_from_slice(line.as_bytes());
        lines.push(b'\n');
    }
    lines.extend_from_slice(b"{\"id\":\"f\",\"text\":\"\xFF\"}\n{\"id\":\"g\",\"text\":\"\"}");
    let path = file("lines.jsonl", lines);
    let done = run(&["--input", "jsonl", "--format", "jsonl", path.to_str().unwrap()], "");
    assert_eq!(done.status, 1);
    assert_eq!(done.output, "{\"id\":\"a\",\"entities\":[]}\n{\"id\":\"g\",\"entities\":[]}\n");
    assert_eq!(
        message(&path, &done),
        "\
extract: lines.jsonl:3: byte 31: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}: missing field `text`
extract: lines.jsonl:4: byte 33: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}
extract: lines.jsonl:5: byte 38: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}
extract: lines.jsonl:6: byte 92: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}: expected a day as YYYY-MM-DD, found \"7/3/2024\"
extract: lines.jsonl:7: byte 103: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}: invalid type: null, expected a string as id
extract: lines.jsonl:8: byte 140: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}: unexpected end of hex escape
extract: lines.jsonl:9: byte 161: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}: EOF while parsing an object
extract: lines.jsonl:10: byte 181: expected UTF-8, found the byte 0xFF
"
    );
}

#[test]
fn lists_and_options_at_fault_end_it_before_it_begins() {
    let list = file("list.tsv", "# kind: place\nname\tid\nHà Nội\n");
    let done = run(&["--gazetteer", list.to_str().unwrap()], "");
    assert_eq!((done.status, done.output.as_str()), (2, ""));
    assert_eq!(message(&list, &done), "extract: list.tsv:3: expected 2 cells, found 1\n");

    let done = run(&["--gazetteer", "none.tsv"], "");
    assert_eq!((done.status, done.output.as_str()), (2, ""));
    assert_eq!(done.errors, "extract: none.tsv: expected a file, found none\n");

    for (options, error) in [
        (
            ["--kinds", "people"],
            "error: invalid value 'people' for '--kinds <KINDS>'\n  [possible values: person, organization, place, document, date, rank, position, own]",
        ),
        (
            ["--offsets", "lines"],
            "error: invalid value 'lines' for '--offsets <OFFSETS>'\n  [possible values: bytes, chars, utf16]",
        ),
        (
            ["--reference-date", "7/3"],
            "error: invalid value '7/3' for '--reference-date <YYYY-MM-DD>': expected a day as YYYY-MM-DD, found \"7/3\"",
        ),
        (
            ["--explain", "9"],
            "error: invalid value '9' for '--explain <START..END>': expected a span as START..END, found \"9\"",
        ),
    ] {
        let done = run(&options, "");
        assert_eq!((done.status, done.output.as_str()), (2, ""));
        assert!(done.errors.starts_with(error), "{}", done.errors);
    }
}

#[test]
fn text_without_diacritics_is_told() {
    let bare = "Trung tuong Nguyen Van A phat bieu tai hoi nghi. ".repeat(5);
    let path = file("bare.txt", &bare);
    let warning = "warning: its words have no diacritics; names and the words around them are known by these, so little or nothing is found\n";
    let done = run(&["--format", "jsonl", path.to_str().unwrap()], "");
    assert_eq!((done.status, message(&path, &done)), (0, format!("extract: bare.txt: {warning}")));
    let quiet = run(&["--quiet", "--format", "jsonl", path.to_str().unwrap()], "");
    assert_eq!((quiet.output, quiet.errors.as_str()), (done.output, ""));
    let line = serde_json::json!({ "id": "a", "text": bare });
    let done = run(&["--input", "jsonl", "--format", "jsonl"], &format!("\n{line}"));
    assert_eq!(done.errors, format!("extract: -:2: {warning}"));
    // Short texts, and those that have some, are not judged.
    for text in ["Hoi nghi", &format!("{bare} Đảng ủy, Tỉnh ủy")] {
        assert_eq!(run(&["-"], text).errors, "", "{text}");
    }
}

#[test]
fn outputs_that_cannot_be_written_end_it_before_it_begins() {
    let read = file("read.txt", "Ngày 5/3/2024");
    let read = read.to_str().unwrap();
    let folder = Path::new(read).parent().unwrap().to_str().unwrap();
    let none = format!("{folder}/none/out");
    for (options, expected) in [
        (
            vec!["--output", none.as_str()],
            format!("extract: {none}: expected a folder to write in, found none\n"),
        ),
        (
            vec!["--output", folder],
            format!("extract: {folder}: expected a file to write, found a folder\n"),
        ),
        (
            vec!["--output", read],
            format!("extract: {read}: expected a file that is not read as well\n"),
        ),
        (
            vec!["--format", "brat", "--output", read],
            format!("extract: {read}: expected a folder to write in, found a file\n"),
        ),
        (vec!["--format", "brat"], "error: --format brat needs a folder: --output DIR\n".into()),
        (
            vec!["--format", "csv", "--explain", "0..4"],
            "error: --explain is written as pretty or jsonl\n".into(),
        ),
    ] {
        let done = run(&[&options[..], &[read]].concat(), "");
        assert_eq!((done.status, done.output.as_str()), (2, ""), "{options:?}");
        assert!(done.errors.starts_with(&expected), "{}", done.errors);
    }
    assert_eq!(std::fs::read_to_string(read).unwrap(), "Ngày 5/3/2024");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_is_not_to_be_written_is_told() {
    for format in [&["--format", "csv"][..], &["--format", "brat"]] {
        let done = run(&[format, &["--output", "/sys/extract"]].concat(), "Ngày 5/3/2024");
        assert_eq!((done.status, done.output.as_str()), (2, ""));
        assert_eq!(done.errors, "extract: /sys/extract: no permission to write it\n");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let line = "{\"id\":\"a\",\"text\":\"Ngày 5/3\"}\n";
    let path = file("long.jsonl", line.repeat(20_000));
    let mut command = Command::new(program());
    command.args(["--input", "jsonl", "--format", "jsonl"]).arg(path);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let Output { status, stderr, .. } = child.wait_with_output().unwrap();
    assert_eq!((status.code(), String::from_utf8(stderr).unwrap().as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let mut command = Command::new(program());
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let child = command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
    let Output { status, stderr, .. } = child.wait_with_output().unwrap();
    let errors = String::from_utf8(stderr).unwrap();
    assert_eq!(
        (status.code(), errors.as_str()),
        (Some(1), "extract: standard output: No space left on device (os error 28)\n"),
    );
}
