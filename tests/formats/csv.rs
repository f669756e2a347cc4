//! Comma-separated cells, read as RFC 4180 says.

use super::{articles, expected, text, written};

/// The rows of a table.
fn read(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut cell = String::new();
    let mut characters = table.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => rows.last_mut().unwrap().push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                rows.push(Vec::new());
            }
            c => cell.push(c),
        }
    }
    assert_eq!(rows.pop(), Some(Vec::new()), "the last row ends in a line break");
    rows
}

#[test]
fn rows_are_entities() {
    let rows = read(&written(&["--format", "csv", "--offsets", "bytes"]));
    let (head, mut rows) = rows.split_first().unwrap();
    assert_eq!(head.join(","), "id,index,kind,start,end,text,parent,rule,entity,name,value");
    for (path, expected) in articles().iter().zip(expected()) {
        let text = text(path);
        let (own, others) = rows.split_at(expected.len());
        rows = others;
        for (index, (row, entity)) in own.iter().zip(&expected).enumerate() {
            assert_eq!(row.len(), head.len());
            assert_eq!((row[0].as_str(), row[1].parse()), (path.to_str().unwrap(), Ok(index)));
            assert_eq!(
                (&*row[2], &*row[5]),
                (entity["kind"].as_str().unwrap(), entity["text"].as_str().unwrap())
            );
            assert_eq!(text[row[3].parse().unwrap()..row[4].parse().unwrap()], row[5]);
            assert_eq!(row[6].parse().ok(), entity["parent"].as_u64());
            assert_eq!(row[7], entity["rule"].as_str().unwrap());
            assert_eq!(row[8].parse().ok(), entity["entity"].as_u64());
            let name = &entity["value"]["name"];
            assert!(name.is_null() || name == row[9].as_str());
        }
    }
    assert!(rows.is_empty());
}

/// What a spreadsheet would compute is guarded by an apostrophe.
#[test]
fn no_cell_is_a_formula() {
    let list = crate::program::file("formula.tsv", "# kind: place\nname\n=HYPERLINK(A)\n");
    let line = r#"{"id":"=1+1","text":"Tại =HYPERLINK(A)."}"#;
    let options = ["--input", "jsonl", "--format", "csv", "--gazetteer", list.to_str().unwrap()];
    let rows = read(&crate::program::run(&options, line).output);
    assert!(rows.len() > 1 || crate::program::run(&options, line).errors.is_empty());
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
    }
}
