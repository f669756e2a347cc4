//! The program `records`, run as its users run it.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::program::{self, Done};

fn run(options: &[&str], input: &str) -> Done {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let program: &Path = PROGRAM.get_or_init(|| program::built("records"));
    program::run_program(program, options, input)
}

/// Two articles about one person whom the lists do not know, a namesake of theirs, and one document.
const ARTICLES: &str = concat!(
    r#"{"id":"a1","text":"Đại tá Lý Văn Chớp, Giám đốc Công an tỉnh Quảng Ninh, đọc Nghị quyết số 23-NQ/TU. Ông Chớp khen.","reference_date":"2024-03-07"}"#,
    "\n",
    r#"{"id":"a2","text":"Giám đốc Công an tỉnh Quảng Ninh Lý Văn Chớp thăm đảo. Nghị quyết số 23-NQ/TU ngày 3/3/2024 của Tỉnh ủy Quảng Ninh đã rõ."}"#,
    "\n",
    r#"{"id":"a3","text":"Sáng 5/3/2024, ông Lý Văn Chớp, Hiệu trưởng Trường THPT Hòn Gai, tặng \"sách\", vở."}"#,
    "\n",
);

#[test]
fn records_of_several_articles_are_merged() {
    let done = run(&["--input", "jsonl", "--format", "jsonl"], ARTICLES);
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    let lines: Vec<_> = done.output.lines().collect();
    let expected = [
        concat!(
            r#"{"record":"person","name":"Lý Văn Chớp","rank":"Đại tá","offices":[{"name":"Giám đốc Công an tỉnh Quảng Ninh"}],"#,
            r#""organizations":["Công an tỉnh Quảng Ninh"],"mentions":3,"articles":["a1","a2"]}"#,
        ),
        concat!(
            r#"{"record":"person","name":"Lý Văn Chớp","offices":[{"name":"Hiệu trưởng Trường THPT Hòn Gai"}],"#,
            r#""organizations":["Trường THPT Hòn Gai"],"mentions":1,"articles":["a3"]}"#,
        ),
        concat!(
            r#"{"record":"document","citation":"Nghị quyết số 23-NQ/TU","number":"23-NQ/TU","date":"2024-03-03","#,
            r#""issuer":"Tỉnh ủy Quảng Ninh","mentions":2,"articles":["a1","a2"]}"#,
        ),
        concat!(
            r#"{"record":"date","from":"2024-03-03","to":"2024-03-03","text":"ngày 3/3/2024","#,
            r#""sentence":"Nghị quyết số 23-NQ/TU ngày 3/3/2024 của Tỉnh ủy Quảng Ninh đã rõ.","article":"a2"}"#,
        ),
        concat!(
            r#"{"record":"date","from":"2024-03-05","to":"2024-03-05","text":"Sáng 5/3/2024","#,
            r#""sentence":"Sáng 5/3/2024, ông Lý Văn Chớp, Hiệu trưởng Trường THPT Hòn Gai, tặng \"sách\", vở.","article":"a3"}"#,
        ),
    ];
    assert_eq!(lines, expected);
}

#[test]
fn rows_of_values_have_the_same_columns() {
    let done = run(&["--input", "jsonl", "--format", "csv", "--tables", "people,dates"], ARTICLES);
    let head = "record,name,rank,offices,organizations,number,issuer,from,to,sentence,id,mentions,articles\r\n";
    let expected = [
        head,
        "person,Lý Văn Chớp,Đại tá,Giám đốc Công an tỉnh Quảng Ninh,Công an tỉnh Quảng Ninh,,,,,,,3,a1; a2\r\n",
        "person,Lý Văn Chớp,,Hiệu trưởng Trường THPT Hòn Gai,Trường THPT Hòn Gai,,,,,,,1,a3\r\n",
        "date,ngày 3/3/2024,,,,,,2024-03-03,2024-03-03,Nghị quyết số 23-NQ/TU ngày 3/3/2024 của Tỉnh ủy Quảng Ninh đã rõ.,,1,a2\r\n",
        "date,Sáng 5/3/2024,,,,,,2024-03-05,2024-03-05,\"Sáng 5/3/2024, ông Lý Văn Chớp, Hiệu trưởng Trường THPT Hòn Gai, tặng \"\"sách\"\", vở.\",,1,a3\r\n",
    ];
    assert_eq!(done.output, expected.concat());
}

#[test]
fn tables_for_people_have_a_row_an_office() {
    let done = run(
        &["--tables", "people,documents"],
        "Trung tướng Lý Văn Chớp, Ủy viên Trung ương Đảng, Tư lệnh Quân khu 3, đọc Nghị quyết số 23-NQ/TU.",
    );
    let expected = "\
person       rank         offices                  organizations                  mentions
Lý Văn Chớp  Trung tướng  Ủy viên Trung ương Đảng  Ban Chấp hành Trung ương Đảng  1
                          Tư lệnh Quân khu 3       Quân khu 3
1 in all

document                date  issuer  mentions
Nghị quyết số 23-NQ/TU                1
1 in all
";
    assert_eq!(done.output, expected);
}

#[test]
fn the_bundled_articles_have_records() {
    let articles = ["bien-phong", "chinh-phu", "kiem-tra-dang"];
    let files = articles.map(|name| format!("examples/articles/{name}.txt"));
    let done = run(&files.each_ref().map(String::as_str), "");
    assert_eq!((done.status, done.errors.as_str()), (0, ""));
    let has = |words: &[&str]| {
        done.output.lines().any(|line| words.iter().all(|word| line.contains(word)))
    };
    assert!(
        has(&["Trung tướng", "Bộ đội Biên phòng"])
            || has(&["Đại tá", "Chỉ huy trưởng BĐBP tỉnh", "BĐBP tỉnh"])
    );
    assert!(has(&["Hồ Văn Lợi", "Bí thư Huyện ủy (former)"]));
    assert!(has(&["Nghị quyết số 33-NQ/TW", "2018-09-28", "Bộ Chính trị"]));
    assert!(has(&["2024-03-12", "Chiều 12/3"]));
}

#[test]
fn help_tells_the_exit_statuses_and_the_version_the_day_of_the_lists() {
    let help = run(&["--help"], "").output;
    assert!(help.contains("Exit status:\n  0  ") && help.contains("\n  2  "), "{help}");
    assert!(run(&["--version"], "").output.contains(dinhdanh::DATA_VERSION));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_done() {
    let done = run(
        &["--input", "jsonl", "--format", "jsonl"],
        "nothing\n{\"id\":\"a\",\"text\":\"Ngày 5/3/2024\"}\n",
    );
    assert_eq!(done.status, 1);
    assert_eq!(
        done.errors,
        "records: -:1: byte 0: expected {\"id\": …, \"text\": …, \"reference_date\": \"YYYY-MM-DD\"?}\n",
    );
    assert_eq!(done.output.lines().count(), 1);
    assert_eq!(run(&["--gazetteer", "nowhere.tsv"], "").status, 2);
}
