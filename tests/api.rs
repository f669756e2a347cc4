//! What the types of the crate promise to those who use them.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use dinhdanh::*;

#[test]
fn types_may_be_shared_and_kept() {
    fn shared<T: Clone + Debug + Send + Sync + 'static>() {}
    shared::<Extractor>();
    shared::<ExtractorBuilder>();
    shared::<Extraction<'static>>();
    shared::<Gazetteer>();
    shared::<Gazetteers>();
    shared::<Explanation>();
    shared::<Value>();
    shared::<Error>();
    shared::<Decision>();
    shared::<Fate>();
    shared::<ReferenceDate>();
    shared::<Offsets<'static>>();
    shared::<Entry<'static>>();
    shared::<Tenure<'static>>();
    shared::<Successor<'static>>();
    shared::<Period>();
    shared::<Edge>();
    shared::<Precision>();
    fn copied<T: Copy + Debug + Send + Sync>() {}
    copied::<Entity<'_>>();
    copied::<Input<'_>>();
    copied::<Kind>();
    copied::<Span>();
    copied::<Day>();
}

#[test]
fn names_read_back() {
    fn read_back<T: Copy + Debug + Display + FromStr<Err = Error> + PartialEq>(all: &[T]) {
        for value in all {
            assert_eq!(value.to_string().parse::<T>().unwrap(), *value);
        }
    }
    read_back(&Kind::ALL);
    read_back(&OffsetUnit::ALL);
    read_back(&Precision::ALL);
    read_back(&[Span::new(0, 0), Span::new(3, 12)]);
    read_back(&[Day::new(1, 1, 1).unwrap(), Day::new(2024, 2, 29).unwrap()]);
}

#[test]
fn errors_say_what_was_expected_and_found() {
    let said = |error: Error| error.to_string();
    assert_eq!(
        said("people".parse::<Kind>().unwrap_err()),
        "expected one of person, organization, place, document, date, rank, position, own, found \"people\"",
    );
    assert_eq!(
        said("lines".parse::<OffsetUnit>().unwrap_err()),
        "expected one of bytes, chars, utf16, found \"lines\"",
    );
    assert_eq!(
        said("hour".parse::<Precision>().unwrap_err()),
        "expected one of day, week, month, quarter, half, year, decade, century, range, season, found \"hour\"",
    );
    for day in ["", "2024-3-7", "2024-02-30", "0000-01-01", "2024-03-07T00:00"] {
        assert_eq!(
            said(day.parse::<Day>().unwrap_err()),
            format!("expected a day as YYYY-MM-DD, found {day:?}"),
        );
    }
    assert_eq!(
        said(Day::new(2023, 2, 29).unwrap_err()),
        "expected a day of the calendar, found 2023-2-29",
    );
    for span in ["", "1", "2..1", "a..b", "-1..2"] {
        assert_eq!(
            said(span.parse::<Span>().unwrap_err()),
            format!("expected a span as START..END, found {span:?}"),
        );
    }
    let names = |names: &[&str]| {
        Gazetteer::from_names("ours", Kind::Place, names.iter().copied()).unwrap_err()
    };
    assert_eq!(
        said(names(&["Hà Nội", " "])),
        "ours:2: expected a name without tabs and line breaks, found \" \"",
    );
    let list = |text: &'static str| Gazetteer::from_tsv("list.tsv", text).unwrap_err();
    let error = list("# kind: place\nname\tid\nHà Nội\n");
    assert_eq!(
        (error.line(), said(error)),
        (Some(3), "list.tsv:3: expected 2 cells, found 1".into())
    );
}

#[test]
fn an_extraction_outlives_its_text() {
    let extractor = Extractor::new();
    let kept: Extraction<'static> = {
        let text = String::from("Ngày 5/3/2024");
        extractor.extract(&text).into_owned()
    };
    assert_eq!(kept.text(), "Ngày 5/3/2024");
    assert_eq!(kept.entities().next().unwrap().as_str(), "Ngày 5/3/2024");
}

#[test]
fn clones_find_the_same() {
    let extractor = Extractor::new();
    let clone = extractor.clone();
    let found = std::thread::spawn(move || format!("{:?}", clone.extract("Ngày 5/3/2024")));
    assert_eq!(found.join().unwrap(), format!("{:?}", extractor.extract("Ngày 5/3/2024")));
}

#[test]
fn offsets_convert_there_and_back() {
    let text = "a\u{301} 𝐀 Đảng\r\nủy";
    for unit in OffsetUnit::ALL {
        let mut offsets = Offsets::new(text, unit);
        let boundaries: Vec<_> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        for &start in &boundaries {
            for &end in boundaries.iter().filter(|end| **end >= start) {
                let span = Span::new(start, end);
                let converted = offsets.convert(span);
                let length = |text: &str| match unit {
                    OffsetUnit::Byte => text.len(),
                    OffsetUnit::CodePoint => text.chars().count(),
                    _ => text.encode_utf16().count(),
                };
                assert_eq!(converted, Span::new(length(&text[..start]), length(&text[..end])));
                assert_eq!(offsets.to_bytes(converted), span, "{unit} {converted}");
            }
        }
    }
}

#[test]
fn values_are_said_in_short() {
    let day = "2024-03-07".parse().unwrap();
    let extraction = Extractor::new();
    let extraction = extraction.extract(Input::new("Chiều 5/3, quý I/2024").reference_date(day));
    let said: Vec<_> = extraction.entities().map(|entity| entity.value().to_string()).collect();
    assert_eq!(said, ["2024-03-05, afternoon", "2024-01-01 to 2024-03-31"]);
}

#[test]
fn the_longer_of_two_own_names_wins() {
    let names = ["Ban Quản lý", "Ban Quản lý Vịnh Hạ Long"];
    let ours = Gazetteer::from_names("ours", Kind::Organization, names).unwrap();
    let extractor = Extractor::builder().gazetteer(ours).build();
    let extraction = extractor.extract("Ban Quản lý Vịnh Hạ Long thông báo.");
    let found: Vec<_> = extraction.entities().map(|entity| entity.as_str()).collect();
    assert_eq!(found[0], names[1]);
}

#[test]
fn explanations_tell_of_the_spans_that_entities_have() {
    let text = "BỊ CAN H. KHAI NHẬN HÀNH VI. NGÂN H";
    let extractor = Extractor::new();
    let extraction = extractor.extract(text);
    let initial = extraction.entities().find(|entity| entity.as_str() == "H").unwrap();
    let explanation = extractor.explain(text, initial.span());
    let spans: Vec<_> = explanation.decisions().iter().map(Decision::span).collect();
    assert!(spans.contains(&initial.span()), "{spans:?}");
}

#[test]
fn a_name_known_by_its_use_is_explained_so_beside_a_longer_one() {
    let extractor = Extractor::new();
    let text =
        "Con trai của Marek Tobias Novotny vừa ra đời. Con gái của Marek Novotny vừa ra đời.";
    let extraction = extractor.extract(text);
    let short = extraction.entities().find(|entity| entity.as_str() == "Marek Novotny").unwrap();
    assert_eq!(short.rule(), "rule/person/usage");
    let explanation = extractor.explain(text, short.span());
    let told = explanation.decisions().iter().find(|told| told.span() == short.span()).unwrap();
    assert!(matches!(told.fate(), Fate::Article { rule: "rule/person/usage", accepted: true }));
}
