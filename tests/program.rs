//! The program `extract`, run as its users run it: what it writes, what it says of faults, and its exit status.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The program, built as the tests are.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| built("extract"))
}

/// One of the programs, built as the tests are.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    // target/debug/deps/tests-…
    let profile = test.parent().and_then(Path::parent).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", name, "--manifest-path"]);
    cargo.arg(root().join("Cargo.toml")).arg("--target-dir").arg(profile.parent().unwrap());
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    assert!(cargo.status().unwrap().success());
    profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file for a test to read.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

pub struct Done {
    pub status: i32,
    pub output: String,
    pub errors: String,
}

/// Runs the program with options and what is written to its standard input.
pub fn run<A: AsRef<std::ffi::OsStr>>(options: &[A], input: &str) -> Done {
    run_program(program(), options, input)
}

/// Runs one of the programs.
pub fn run_program<A: AsRef<std::ffi::OsStr>>(program: &Path, options: &[A], input: &str) -> Done {
    let mut command = Command::new(program);
    command.args(options).current_dir(root()).env_remove("CLICOLOR_FORCE").env("NO_COLOR", "1");
    done(command, input)
}

fn done(mut command: Command, input: &str) -> Done {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Done {
        status: status.code().unwrap(),
        output: String::from_utf8(stdout).unwrap(),
        errors: String::from_utf8(stderr).unwrap(),
    }
}

/// What the program says of a file, without its folder.
fn message(path: &Path, done: &Done) -> String {
    let folder = format!("{}/", path.parent().unwrap().display());
    done.errors.replace(&folder, "")
}

#[test]
fn a_line_of_json_an_article_in_the_order_of_the_input() {
    let lines: String = (0..2_000)
        .map(|id| format!("{{\"id\":\"a{id}\",\"text\":\"Ngày {}/3\"}}\n", id % 31 + 1))
        .collect();
    let done =
        run(&["--input", "jsonl", "--format", "jsonl", "--reference-date", "2024-03-07"], &lines);
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    assert_eq!(done.output.lines().count(), 2_000);
    for (id, line) in done.output.lines().enumerate() {
        let day = id % 31 + 1;
        let expected = format!(
            "{{\"id\":\"a{id}\",\"reference_date\":\"2024-03-07\",\"entities\":[{{\"kind\":\"date\",\"start\":0,\"end\":{},\"text\":\"Ngày {day}/3\"",
            8 + day.to_string().len(),
        );
        assert!(line.starts_with(&expected), "{line}\n{expected}");
    }
}

#[test]
fn offsets_are_counted_in_the_unit_asked_for() {
    let span = |unit: &str| {
        let line = r#"{"id":"a","text":"𝐀 Ngày 5/3/2024"}"#;
        let done = run(&["--input", "jsonl", "--format", "jsonl", "--offsets", unit], line);
        let object: serde_json::Value = serde_json::from_str(&done.output).unwrap();
        let entity = &object["entities"][0];
        (entity["start"].as_u64().unwrap(), entity["end"].as_u64().unwrap())
    };
    assert_eq!(span("bytes"), (5, 19));
    assert_eq!(span("chars"), (2, 15));
    assert_eq!(span("utf16"), (3, 16));
}

#[test]
fn the_day_of_a_line_goes_before_that_of_the_option() {
    let lines = concat!(
        r#"{"id":"own","text":"","reference_date":"2020-01-02"}"#,
        "\n",
        r#"{"id":"none","text":"","reference_date":null}"#,
    );
    let done =
        run(&["--input", "jsonl", "--format", "jsonl", "--reference-date", "2024-03-07"], lines);
    assert_eq!(
        done.output,
        concat!(
            r#"{"id":"own","reference_date":"2020-01-02","entities":[]}"#,
            "\n",
            r#"{"id":"none","reference_date":"2024-03-07","entities":[]}"#,
            "\n",
        ),
    );
}

#[test]
fn an_empty_article_is_a_result() {
    assert_eq!(run(&["--format", "jsonl"], "").output, "{\"id\":\"-\",\"entities\":[]}\n");
    assert_eq!(
        run(&["--format", "jsonl", "-"], " \n\n").output,
        "{\"id\":\"-\",\"entities\":[]}\n"
    );
    assert_eq!(run(&["-"], "").output, "-\n\n0 entities\n\n");
}

#[test]
fn ids_are_strings_or_whole_numbers() {
    let lines = "{\"id\":7,\"text\":\"\"}\n\n{\"text\":\"\",\"id\":\"\\u00e0\",\"more\":[1]}\r\n";
    let done = run(&["--input", "jsonl", "--format", "jsonl"], lines);
    assert_eq!(done.output, "{\"id\":\"7\",\"entities\":[]}\n{\"id\":\"à\",\"entities\":[]}\n");
}

#[test]
fn kinds_left_out_leave_no_parents() {
    let text = "Ngân hàng Nhà nước Việt Nam";
    let all = run(&["--format", "jsonl"], text).output;
    assert!(all.contains("\"text\":\"Việt Nam\",\"parent\":0,"), "{all}");
    let places =
        run(&["--format", "jsonl", "--kinds", "place,date", "--kinds", "person"], text).output;
    assert!(places.contains("\"entities\":[{\"kind\":\"place\","), "{places}");
    assert!(places.contains("\"text\":\"Việt Nam\",\"parent\":null,"), "{places}");
}

#[test]
fn own_lists_go_before_all() {
    let list = file("ours.tsv", "# kind: document\nname\nNgân hàng Nhà nước Việt Nam\n");
    let list = list.to_str().unwrap();
    let done = run(&["--format", "jsonl", "--gazetteer", list], "Ngân hàng Nhà nước Việt Nam");
    assert!(done.output.contains("[{\"kind\":\"document\",\"start\":0,"), "{}", done.output);
    assert!(done.output.contains("ours.tsv:3\","), "{}", done.output);
}

#[test]
fn people_read_entities_under_their_sentence() {
    let done = run(
        &["--reference-date", "2024-03-07", "--kinds", "date"],
        "Ngày 5/3. Sáng 6/3, mưa.\nHết.\n",
    );
    assert_eq!(
        done.output,
        "\
-  reference date 2024-03-07 (input)

   1  Ngày 5/3.
        date          Ngày 5/3  2024-03-05  rule/date/numeric
      Sáng 6/3, mưa.
        date          Sáng 6/3  2024-03-06, morning  rule/date/numeric

   2  Hết.

2 entities: 2 date

"
    );
}

#[test]
fn sentences_end_outside_entities_and_rows_at_spaces() {
    let list = file("bodies.tsv", "# kind: organization\nname\nHội B. Bình Minh\n");
    let options = ["--kinds", "organization", "--gazetteer", list.to_str().unwrap()];
    let word = "A\u{302}\u{301}".repeat(9);
    let text = format!(
        "Có Hội B. Bình Minh…\n\u{201C}Vâng!\u{201D} N.V.A. TP. Huế. {}",
        [word.as_str(); 12].join(" ")
    );
    let done = run(&options, &text);
    let folder = format!("{}/", list.parent().unwrap().display());
    assert_eq!(
        done.output.replace(&folder, ""),
        format!(
            "\
-

   1  Có Hội B. Bình Minh…
        organization  Hội B. Bình Minh    gazetteer/bodies.tsv:3

   2  \u{201C}Vâng!\u{201D}
      N.V.A. TP. Huế.
      {row}
      {word} {word} {word}

1 entity: 1 organization

",
            row = [word.as_str(); 9].join(" "),
        ),
    );
}

#[test]
fn colours_are_for_those_who_want_them() {
    let coloured = |no_colour: Option<&str>| {
        let mut command = Command::new(program());
        command.arg("-").env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR");
        if let Some(value) = no_colour {
            command.env_remove("CLICOLOR_FORCE").env("NO_COLOR", value);
        }
        done(command, "Ngày 5/3/2024").output.contains('\u{1b}')
    };
    assert!(coloured(None));
    assert!(!coloured(Some("1")));
    assert!(
        !run(&["-"], "Ngày 5/3/2024").output.contains('\u{1b}'),
        "standard output is no terminal"
    );
}

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
            "error: invalid value 'people' for '--kinds <KINDS>'\n  [possible values: person, organization, place, document, date, rank, position]",
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
fn the_version_names_that_of_the_lists() {
    let (own, lists) = (env!("CARGO_PKG_VERSION"), dinhdanh::DATA_VERSION);
    assert_eq!(run(&["--version"], "").output, format!("extract {own} (lists as of {lists})\n"));
}

#[test]
fn decisions_are_explained() {
    let done = run(&["--explain", "0..4", "--offsets", "chars"], "Ngày 5/3/2024.");
    assert_eq!(
        done.output,
        "-, chars 0..4: \"Ngày\"\n  date         0..13 \"Ngày 5/3/2024\" by rule/date/numeric: accepted\n",
    );
    let done =
        run(&["--explain", "0..4", "--offsets", "chars", "--format", "jsonl"], "Ngày 5/3/2024.");
    assert_eq!(
        done.output,
        concat!(
            r#"{"id":"-","start":0,"end":4,"decisions":[{"kind":"date","start":0,"end":13,"#,
            r#""rule":"rule/date/numeric","fate":"accepted"}]}"#,
            "\n"
        ),
    );
    let done = run(&["--explain", "13..14"], "Ngày 5/3/2024.");
    assert!(
        done.output.contains(
            "  date         6..14 \"5/3/2024\" by rule/date/numeric: lost to date 0..14 \"Ngày 5/3/2024\" by rule/date/numeric\n"
        ),
        "{}",
        done.output,
    );
    let done = run(&["--explain", "0..3"], "mưa");
    assert_eq!(done.output, "-, bytes 0..3: \"mư\"\n  nothing was proposed here\n");
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

#[test]
fn what_is_at_hand_is_done_at_once() {
    use std::io::{BufRead, BufReader};
    let mut command = Command::new(program());
    command.args(["--input", "jsonl", "--format", "jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in ["a", "b"] {
        writeln!(stdin, "{{\"id\":\"{id}\",\"text\":\"\"}}").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(line, format!("{{\"id\":\"{id}\",\"entities\":[]}}\n"));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn every_bundled_article_is_read() {
    let mut articles: Vec<_> =
        std::fs::read_dir(root().join("examples/articles")).unwrap().collect();
    articles.sort_by_key(|entry| entry.as_ref().unwrap().path());
    let articles: Vec<_> = articles.into_iter().map(|entry| entry.unwrap().path()).collect();
    assert!(articles.len() >= 3);
    let done = run(&articles, "");
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    assert_eq!(done.output.matches(" entities: ").count(), articles.len());
}
