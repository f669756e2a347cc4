//! The JSON shape of results: the contract with whoever reads the output.

use dinhdanh::{Extraction, Extractor, Gazetteer, Gazetteers, Input, Kind, OffsetUnit, Span};
use serde::Serialize;

fn json(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap()
}

/// An extractor with a few names of its own and the rules for dates.
fn extractor(kinds: &[Kind]) -> Extractor {
    let bodies = "# kind: organization\nname\tplace\tid\tlevel\nTỉnh ủy Quảng Ninh\tQuảng Ninh\tours/1\tprovince\n";
    let places = Gazetteer::from_names("places", Kind::Place, ["Quảng Ninh"]).unwrap();
    Extractor::builder()
        .gazetteer(Gazetteer::from_tsv("bodies.tsv", bodies).unwrap())
        .gazetteer(places)
        .kinds(kinds.iter().copied())
        .build()
}

const TEXT: &str = "𝐀 Chiều 5/3, Tỉnh ủy Quảng Ninh họp.";

fn extraction(kinds: &[Kind]) -> Extraction<'static> {
    let day = "2024-03-07".parse().unwrap();
    extractor(kinds).extract(Input::new(TEXT).reference_date(day))
}

#[test]
fn an_extraction_is_a_day_and_entities() {
    assert_eq!(
        json(extraction(&Kind::ALL)),
        concat!(
            r#"{"reference_date":"2024-03-07","entities":["#,
            r#"{"kind":"date","start":5,"end":16,"text":"Chiều 5/3","parent":null,"rule":"rule/date/numeric","#,
            r#""value":{"from":"2024-03-05","to":"2024-03-05","edtf":"2024-03-05","precision":"day","implied":["year"],"part_of_day":"afternoon"}},"#,
            r#"{"kind":"organization","start":18,"end":42,"text":"Tỉnh ủy Quảng Ninh","parent":null,"rule":"gazetteer/bodies.tsv:3","#,
            r#""value":{"name":"Tỉnh ủy Quảng Ninh","level":"province","place":"Quảng Ninh","id":"ours/1"},"entity":0},"#,
            r#"{"kind":"place","start":30,"end":42,"text":"Quảng Ninh","parent":1,"rule":"gazetteer/places:3","value":{"name":"Quảng Ninh"}}"#,
            r#"]}"#,
        ),
    );
}

#[test]
fn offsets_are_in_the_unit_asked_for() {
    let extraction = extraction(&[Kind::Organization]);
    for (unit, start, end) in
        [(OffsetUnit::Byte, 18, 42), (OffsetUnit::CodePoint, 13, 31), (OffsetUnit::Utf16, 14, 32)]
    {
        let written = json(extraction.with_offsets(unit));
        assert!(
            written.contains(&format!("\"start\":{start},\"end\":{end},")),
            "{unit}: {written}"
        );
    }
}

#[test]
fn an_entity_whose_parent_is_left_out_has_none() {
    let extraction = extraction(&[Kind::Place]);
    let entity = extraction.entities().next().unwrap();
    assert_eq!(
        json(entity),
        r#"{"kind":"place","start":30,"end":42,"text":"Quảng Ninh","parent":null,"rule":"gazetteer/places:3","value":{"name":"Quảng Ninh"}}"#,
    );
}

#[test]
fn values_read_back() {
    let extraction = extraction(&Kind::ALL);
    let date = extraction.entity(0).unwrap().value().as_date().unwrap();
    assert_eq!(serde_json::from_str::<dinhdanh::DateValue>(&json(date)).unwrap(), *date);
    let body = extraction.entity(1).unwrap().value().as_organization().unwrap();
    assert_eq!(serde_json::from_str::<dinhdanh::OrganizationValue>(&json(body)).unwrap(), *body);
    let span = extraction.entity(1).unwrap().span();
    assert_eq!(serde_json::from_str::<dinhdanh::Span>(&json(span)).unwrap(), span);
    for kind in Kind::ALL {
        assert_eq!(serde_json::from_str::<Kind>(&json(kind)).unwrap(), kind);
    }
    assert!(serde_json::from_str::<dinhdanh::Day>("\"2024-02-30\"").is_err());
}

#[test]
fn nothing_is_an_empty_list() {
    assert_eq!(json(Extractor::new().extract("")), r#"{"entities":[]}"#);
}

#[test]
fn lists_and_days_are_written() {
    let gazetteers = Gazetteers::bundled();
    let old = gazetteers.entry("vn/p63/17").unwrap();
    let written = json(old);
    assert!(
        written.starts_with(r#"{"name":"Hòa Bình","kind":"place","id":"vn/p63/17","#),
        "{written}"
    );
    assert!(written.ends_with(r#","from":"1991","until":"2025-06-30"}"#), "{written}");
    assert_eq!(json(old.period()), r#"{"from":"1991","until":"2025-06-30"}"#);
    let next = old.successors().next().unwrap();
    assert_eq!(json(next), format!(r#"{{"entry":{}}}"#, json(next.entry())));
    let day = "2024-03-05".parse().unwrap();
    let written = json(gazetteers.office_holders("Tư lệnh", "Bộ đội Biên phòng", day)[0]);
    let holder = r#"{"name":"Lê Đức Thái","person":"person/le-duc-thai","title":"Tư lệnh","#;
    assert!(written.starts_with(holder), "{written}");
    let text = "Thứ năm, 07/03/2024 - 06:00\nNgày 5/3, trời mưa.";
    assert_eq!(
        json(Extractor::new().extract(text).reference_date()),
        r#"{"day":"2024-03-07","rule":"rule/reference/lead","start":0,"end":22}"#,
    );
    assert_eq!(json(OffsetUnit::Utf16), r#""utf16""#);
    assert_eq!(serde_json::from_str::<OffsetUnit>(r#""chars""#).unwrap(), OffsetUnit::CodePoint);
    assert_eq!(serde_json::from_str::<Span>(&json(Span::new(2, 5))).unwrap(), Span::new(2, 5));
    assert!(serde_json::from_str::<Span>(r#"{"start":5,"end":2}"#).is_err());
}
