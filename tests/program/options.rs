//! What the options do.

use std::process::Command;

use super::{done, file, program, run};

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
fn help_teaches_and_tells_the_exit_statuses() {
    let done = run(&["--help"], "");
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    let options = [
        "--input", "--format", "--output", "--offsets", "--kinds", "--certain", "--gazetteer",
        "--jobs", "--quiet",
    ];
    let others = ["Examples:", "Exit status:\n  0  ", "\n  1  ", "\n  2  ", "reference_date"];
    for word in options.iter().chain(&others) {
        assert!(done.output.contains(word), "{word}");
    }
    assert!(run(&["-h"], "").output.len() < done.output.len());
}

#[test]
fn jobs_change_nothing_but_the_time() {
    let lines: String =
        (0..200).map(|id| format!("{{\"id\":\"{id}\",\"text\":\"Ngày 5/3\"}}\n")).collect();
    let options = ["--input", "jsonl", "--format", "csv", "--jobs"];
    let one = run(&[&options[..], &["1"]].concat(), &lines).output;
    assert_eq!(run(&[&options[..], &["7"]].concat(), &lines).output, one);
    assert_eq!(one.lines().count(), 201);
    for jobs in ["0", "-1", "x"] {
        assert_eq!(run(&[&options[..], &[jobs]].concat(), &lines).status, 2);
    }
}

#[test]
fn what_is_not_certain_is_left_out_when_asked() {
    let text = "Bà Trần Thị Hoa ở tỉnh Quảng Ninh. Theo Tỉnh ủy Quảng Ninh, ngày 5/3/2024.";
    let count = |options: &[&str]| {
        let done = run(options, text);
        assert_eq!(done.status, 0);
        done.output
            .lines()
            .skip(1)
            .map(|row| row.split(',').nth(5).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let (all, certain) = (count(&["--format", "csv"]), count(&["--format", "csv", "--certain"]));
    assert!(certain.iter().all(|text| all.contains(text)));
    assert!(certain.contains(&"tỉnh Quảng Ninh".to_owned()), "{certain:?}");
}

#[test]
fn output_goes_into_a_file() {
    let path = file("out.csv", "");
    let path = path.to_str().unwrap();
    let done = run(&["--format", "csv", "--output", path, "-"], "Ngày 5/3/2024");
    assert_eq!((done.status, done.output.as_str(), done.errors.as_str()), (0, "", ""));
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        run(&["--format", "csv", "-"], "Ngày 5/3/2024").output
    );
}

#[test]
fn a_dash_is_standard_output() {
    let done = run(&["--format", "csv", "--output", "-"], "Ngày 5/3/2024");
    assert_eq!(done.output, run(&["--format", "csv"], "Ngày 5/3/2024").output);
    assert_eq!(run(&["--format", "brat", "--output", "-"], "").status, 2);
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
