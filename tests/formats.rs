//! The formats of `extract`: what is written of the bundled articles, and whether those who read a format can read it.

mod brat;
mod conll;
mod csv;
mod golden;
mod html;
mod spacy;

use std::path::PathBuf;
use std::sync::LazyLock;

use crate::program::{file, run};

/// An entity as the readers see it: kind in small letters, text.
type Found = (String, String);

/// An article that is hard to write: markup, quotation marks, control characters, formulas, entities over the ends of lines, characters outside the first plane.
const HARD: &str = concat!(
    "\u{FEFF}<script>alert(\"1\")</script> &amp; 'Tỉnh ủy\r\nQuảng Ninh' \u{0}\u{1b}[31m\n",
    "=1+1, 𝐀 ngày\n5/3/2024;\t@Bí thư Tỉnh\nủy Quảng Ninh\u{2028}</mark></div><b>Trung tướng Lê Đức\tThái</b> -->\n",
    "# id = x\n\n\n\nNghị quyết số 23-NQ/TU \u{202E}Hà Nội",
);

/// The articles that every format is tried on, by path.
fn articles() -> Vec<PathBuf> {
    ARTICLES.clone()
}

/// Written once, for the tests read them at the same time.
static ARTICLES: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
    let names = ["bien-phong", "chinh-phu", "kiem-tra-dang"];
    let bundled = names.map(|name| PathBuf::from(format!("examples/articles/{name}.txt")));
    let hard = [file("hard.txt", HARD), file("empty.txt", "")];
    bundled.into_iter().chain(hard).collect()
});

fn text(path: &PathBuf) -> String {
    std::fs::read_to_string(crate::program::root().join(path)).unwrap()
}

/// What the program writes of all articles with these options.
fn written(options: &[&str]) -> String {
    let paths = articles();
    let paths = paths.iter().map(|path| path.to_str().unwrap());
    let done = run(&options.iter().copied().chain(paths).collect::<Vec<_>>(), "");
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    done.output
}

/// The entities of each article, as JSON says them, with offsets in code points.
fn expected() -> Vec<Vec<serde_json::Value>> {
    let lines = written(&["--format", "jsonl", "--offsets", "chars"]);
    let entities = lines.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["entities"].as_array().unwrap().clone()
    });
    let entities: Vec<_> = entities.collect();
    assert!(entities[3].len() > 4, "the hard article has entities");
    entities
}

/// Kind and text of each entity of an article.
fn found(entities: &[serde_json::Value]) -> Vec<Found> {
    let string = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    entities.iter().map(|entity| (string(&entity["kind"]), string(&entity["text"]))).collect()
}

/// A text from one code point to another.
fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}
