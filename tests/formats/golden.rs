//! What is written of the bundled articles, word for word.

use std::path::Path;

use crate::program::{root, run};

/// Compares with a file of `tests/formats/golden`; with the variable `UPDATE_GOLDEN` the file is written anew.
fn compare(name: &str, written: &str) {
    let path = root().join("tests/formats/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        return std::fs::write(path, written).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = written.lines().zip(golden.lines()).find(|(new, old)| new != old);
    assert!(
        written == golden,
        "{name} differs, first in (new, old) {differing:?}; if the new output is right: UPDATE_GOLDEN=1 cargo test --test tests golden"
    );
}

fn of_article(format: &str) -> String {
    let done = run(&["--format", format, "examples/articles/bien-phong.txt"], "");
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    done.output
}

#[test]
fn formats_of_one_stream() {
    for format in ["pretty", "jsonl", "csv", "conll", "spacy"] {
        compare(&format!("bien-phong.{format}"), &of_article(format));
    }
}

/// Style and script of the page are left out.
#[test]
fn a_page() {
    let page = of_article("html");
    let cut = |page: &str, from: &str, to: &str| {
        let (before, rest) = page.split_once(from).unwrap();
        let (_, after) = rest.split_once(to).unwrap();
        format!("{before}{from}…{to}{after}")
    };
    let page = cut(&page, "<style>\n", "</style>");
    compare("bien-phong.html", &cut(&page, "<script>\n", "</script>"));
}

#[test]
fn a_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden-brat");
    let options = ["--format", "brat", "--output", folder.to_str().unwrap()];
    let article = ["examples/articles/bien-phong.txt"];
    let done = run(&[&options[..], &article].concat(), "");
    assert_eq!((done.status, done.output.as_str(), done.errors.as_str()), (0, "", ""));
    compare("bien-phong.ann", &std::fs::read_to_string(folder.join("bien-phong.ann")).unwrap());
}
