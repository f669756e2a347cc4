//! CoNLL columns, read as `conlleval` and its kin read them.

use super::{Found, articles, expected, found, text, written};

/// The entities of a column: kind and text without white space.
fn of_column(lines: &[Vec<&str>], column: usize) -> Vec<Found> {
    let mut entities: Vec<Found> = Vec::new();
    let mut kind = "";
    for line in lines {
        match line.get(column).map(|label| label.split_once('-')) {
            Some(Some(("B", label))) => {
                kind = label;
                entities.push((label.to_lowercase(), line[0].to_owned()));
            }
            Some(Some(("I", label))) => {
                assert_eq!(label, kind, "I- goes on with what B- began: {line:?}");
                entities.last_mut().unwrap().1.push_str(line[0]);
            }
            Some(None) if line[column] == "O" => kind = "",
            // The end of a sentence.
            None => kind = "",
            label => panic!("{label:?} is no label"),
        }
    }
    entities
}

#[test]
fn columns_hold_all_entities() {
    let written = written(&["--format", "conll"]);
    let articles_written: Vec<&str> = written.split("# id = ").skip(1).collect();
    // One article has a line like that itself, whose tokens stand apart.
    assert_eq!(articles_written.len(), articles().len());
    let solid = |text: &str| text.replace(|c: char| c.is_whitespace() || c.is_control(), "");
    for ((path, expected), article) in articles().iter().zip(expected()).zip(articles_written) {
        let (id, lines) = article.split_once('\n').unwrap();
        assert_eq!(id, path.to_str().unwrap());
        let lines = lines.split('\n').map(|line| line.split('\t').collect());
        let lines: Vec<Vec<&str>> = lines.collect();
        assert!(lines.iter().all(|line| matches!(line.len(), 1 | 4)), "four columns");
        let tokens: String = lines.iter().map(|line| line[0]).collect();
        assert_eq!(tokens, solid(&text(path)), "tokens are the text without white space");

        let mut read: Vec<Found> = (1..4).flat_map(|column| of_column(&lines, column)).collect();
        let mut expected = found(&expected);
        expected.iter_mut().for_each(|(_, text)| *text = solid(text));
        read.sort();
        expected.sort();
        assert_eq!(read, expected, "{id}");
    }
}
