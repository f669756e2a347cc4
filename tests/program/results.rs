//! What is written, in which order and when.

use std::io::Write;
use std::process::{Command, Stdio};

use super::{file, program, root, run};

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
