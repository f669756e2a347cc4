//! What the README shows is what comes out.

use std::ops::Range;
use std::path::Path;

use crate::program;

const MARK: &str = "<!-- extract ";

/// The options of the excerpt, the numbers of the article's lines that it shows, and where in the README it stands.
fn excerpt(readme: &str) -> (Vec<&str>, Range<usize>, Range<usize>) {
    let (before, rest) = readme.split_once(MARK).expect("an excerpt");
    let (head, rest) = rest.split_once(" -->\n```text\n").expect("a block of text");
    let (options, lines) = head.split_once(", lines ").expect("the lines that it shows");
    let (first, last) = lines.split_once(" to ").expect("a range of lines");
    let lines = first.parse().unwrap()..last.parse::<usize>().unwrap() + 1;
    let start = before.len() + MARK.len() + head.len() + " -->\n```text\n".len();
    let length = rest.find("```").expect("the end of the block");
    (options.split(' ').collect(), lines, start..start + length)
}

/// The sentences of these lines of an article with their entities, as the program prints them.
fn printed(options: &[&str], lines: &Range<usize>) -> String {
    let output = program::run(options, "").output;
    let number = |block: &str| block.get(..4)?.trim().parse::<usize>().ok();
    let blocks =
        output.split("\n\n").filter(|block| number(block).is_some_and(|n| lines.contains(&n)));
    blocks.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// With the variable `UPDATE_README` the excerpt is written anew.
#[test]
fn the_excerpt_is_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let mut readme = std::fs::read_to_string(&path).unwrap();
    let (options, lines, range) = excerpt(&readme);
    let printed = printed(&options, &lines);
    if std::env::var_os("UPDATE_README").is_some() {
        readme.replace_range(range, &printed);
        std::fs::write(path, readme).unwrap();
        return;
    }
    assert_eq!(
        readme[range], printed,
        "if the new output is right: UPDATE_README=1 cargo test --test tests readme"
    );
}

/// The block of the README that begins with these words.
fn block<'r>(readme: &'r str, start: &str) -> &'r str {
    let at = readme.find(start).expect(start);
    readme[at..].split("```").next().unwrap()
}

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn the_object_is_what_the_program_writes() {
    let line =
        r#"{"id":"a1","text":"Trung tướng Lê Đức Thái phát biểu.","reference_date":"2024-03-07"}"#;
    let written = program::run(&["--input", "jsonl", "--format", "jsonl"], line).output;
    let readme = readme();
    let shown = block(&readme, "{\"id\":\"a1\",\"reference_date\"");
    assert_eq!(shown.lines().map(str::trim).collect::<String>(), written.trim_end());
}

/// Rows that are left out stand as `…`.
#[test]
fn the_tables_are_what_the_program_prints() {
    let readme = readme();
    let mut shown = block(&readme, "$ cargo run --release --example records -- ").lines();
    let command = shown.next().unwrap();
    let options: Vec<&str> = command.split(' ').skip_while(|word| *word != "--").skip(1).collect();
    let printed = program::run_program(&program::built("records"), &options, "").output;
    for row in shown.filter(|row| *row != "…") {
        assert!(printed.lines().any(|line| line == row), "{row}\n{printed}");
    }
}
