//! Names of one's own: bodies that no bundled list has, kinds that the crate does not know, and a name switched off.
//!
//! ```text
//! cargo run --example own_lists
//! ```

use dinhdanh::{Error, Extractor, Gazetteer, Kind};

/// The format of the bundled lists: several forms of a name, an id, and whatever else is to be kept.
const BODIES: &str = "\
# kind: organization
name\taliases\tid
Ban Quản lý Vịnh Hạ Long\tBQL Vịnh Hạ Long;BQL vịnh\tours/vinh
";

/// Patterns as spaCy's EntityRuler has them; `FESTIVAL` is a kind of our own.
const PATTERNS: &str = r#"
{"label": "FESTIVAL", "pattern": "Carnaval Hạ Long", "id": "festival/carnaval"}
{"label": "ORG", "pattern": "Đội Thuyền nan Cửa Vạn"}
"#;

/// Names that are not to be found, one a line.
const BLOCKED: &str = "Bộ Y tế\n";

fn main() -> Result<(), Error> {
    let mut builder = Extractor::builder();
    builder.gazetteer(Gazetteer::from_tsv("bodies.tsv", BODIES)?);
    for list in Gazetteer::from_patterns("patterns.jsonl", PATTERNS)? {
        builder.gazetteer(list);
    }
    builder.gazetteer(Gazetteer::from_plain("blocked.txt", BLOCKED)?);
    let extractor = builder.build();

    let text = "BQL Vịnh Hạ Long và Đội Thuyền nan Cửa Vạn mở Carnaval Hạ Long; Bộ Y tế vắng mặt.";
    let extraction = extractor.extract(text);
    for entity in extraction.entities() {
        println!("{:<14} {:<24} {}", entity.label(), entity.as_str(), entity.rule());
    }

    let festival = extraction.entities().find(|entity| entity.kind() == Kind::Own);
    let id = festival.and_then(|entity| entity.value().id());
    assert_eq!(id, Some("festival/carnaval"));
    assert!(extraction.entities().all(|entity| entity.as_str() != "Bộ Y tế"));
    Ok(())
}
