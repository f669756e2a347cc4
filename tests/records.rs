//! Records: the people, bodies and documents of an article, each with all its mentions.

use dinhdanh::{Entity, Extraction, Extractor, Input, Kind};

use crate::corpus::EXTRACTOR;

const ARTICLE: &str = "\
ÔNG LÝ VĂN CHỚP THĂM ĐẢO

Sáng 5/3/2024, Đại tá Lý Văn Chớp, Phó Giám đốc Công an tỉnh Quảng Ninh, thăm đảo. \
Theo Nghị quyết 23, đảo có thêm điện. Ông Chớp, nguyên Trưởng Công an huyện Cô Tô, trao quà cho Ban Quản lý đảo Chàng Tây (BQLĐCT).

BQLĐCT cảm ơn. Nghị quyết số 23-NQ/TU ngày 3/3/2024 của Tỉnh ủy Quảng Ninh còn nói đến nước ngọt. Bà Lò Thị Chớp tới dự.";

fn texts<'e>(entities: impl Iterator<Item = Entity<'e>>) -> Vec<&'e str> {
    entities.map(|entity| entity.as_str()).collect()
}

#[test]
fn a_person_has_all_that_the_article_says() {
    let extraction = EXTRACTOR.extract(ARTICLE);
    let people: Vec<_> = extraction.people().collect();
    let names: Vec<_> = people.iter().map(|person| person.name().unwrap()).collect();
    assert_eq!(names, ["Lý Văn Chớp", "Lò Thị Chớp"]);
    let person = &people[0];
    assert_eq!(person.rank(), Some("Đại tá"));
    assert_eq!(
        texts(person.offices()),
        ["Phó Giám đốc Công an tỉnh Quảng Ninh", "Trưởng Công an huyện Cô Tô"],
    );
    let former: Vec<_> =
        person.offices().map(|office| office.value().as_position().unwrap().former()).collect();
    assert_eq!(former, [false, true]);
    assert_eq!(texts(person.organizations()), ["Công an tỉnh Quảng Ninh", "Công an huyện Cô Tô"]);
    let mentions: Vec<_> =
        person.mentions().map(|m| (m.as_str(), m.joined_by().unwrap())).collect();
    assert_eq!(
        mentions,
        [
            ("LÝ VĂN CHỚP", "rule/mention/name"),
            ("Lý Văn Chớp", "rule/mention/name"),
            ("Chớp", "rule/mention/given-name"),
        ],
    );
    assert_eq!(texts(people[1].offices()), [""; 0]);
}

#[test]
fn a_body_has_its_acronym_and_places() {
    let extraction = EXTRACTOR.extract(ARTICLE);
    let body = extraction.organizations().find(|body| body.acronym().is_some()).unwrap();
    assert_eq!(body.name(), Some("Ban Quản lý đảo Chàng Tây"));
    assert_eq!(body.acronym(), Some("BQLĐCT"));
    let places: Vec<_> = body.places().map(|place| place.name().unwrap()).collect();
    assert_eq!(places, ["Chàng Tây"]);
    assert_eq!(texts(body.mentions()), ["Ban Quản lý đảo Chàng Tây", "BQLĐCT", "BQLĐCT"]);
}

#[test]
fn a_document_has_what_its_citations_say_together() {
    let extraction = EXTRACTOR.extract(ARTICLE);
    let documents: Vec<_> = extraction.documents().collect();
    assert_eq!(documents.len(), 1);
    let value = documents[0].value();
    assert_eq!(value.citation(), Some("Nghị quyết số 23-NQ/TU"));
    assert_eq!(value.issuer(), Some("Tỉnh ủy Quảng Ninh"));
    assert_eq!(value.date().unwrap().to_string(), "2024-03-03");
    assert_eq!(texts(documents[0].mentions()), ["Nghị quyết 23", "Nghị quyết số 23-NQ/TU"]);
}

#[test]
fn every_mention_is_in_one_record() {
    let extraction = EXTRACTOR.extract(ARTICLE);
    let mut mentions: Vec<usize> = extraction
        .people()
        .flat_map(|person| person.mentions().map(|m| m.index()).collect::<Vec<_>>())
        .chain(
            extraction
                .organizations()
                .flat_map(|body| body.mentions().map(|m| m.index()).collect::<Vec<_>>()),
        )
        .chain(
            extraction
                .documents()
                .flat_map(|document| document.mentions().map(|m| m.index()).collect::<Vec<_>>()),
        )
        .collect();
    mentions.sort_unstable();
    let told: Vec<usize> =
        extraction.entities().filter(|e| e.mention_of().is_some()).map(|e| e.index()).collect();
    assert_eq!(mentions, told);
    let has_referent = |kind| matches!(kind, Kind::Person | Kind::Organization | Kind::Document);
    assert!(extraction.entities().all(|e| e.mention_of().is_some() == has_referent(e.kind())));
}

#[test]
fn kinds_left_out_have_no_records() {
    let only = |kind| Extractor::builder().kinds([kind]).build().extract(ARTICLE);
    let count = |extraction: &Extraction<'_>| {
        (extraction.people().len(), extraction.organizations().len(), extraction.documents().len())
    };
    let people = only(Kind::Person);
    assert_eq!(count(&people), (2, 0, 0));
    let person = people.people().next().unwrap();
    assert_eq!((person.offices().count(), person.organizations().count()), (0, 0));
    assert_eq!(person.value().positions().len(), 2);
    assert_eq!(count(&only(Kind::Document)), (0, 0, 1));
    assert_eq!(count(&only(Kind::Date)), (0, 0, 0));
}

#[test]
fn records_are_written_so() {
    let extraction = EXTRACTOR.extract(
        "Nguyên Bí thư Tỉnh ủy Quảng Ninh Lý Văn Chớp đọc Nghị quyết số 23-NQ/TU. Ông Chớp khen.",
    );
    let written = |record: serde_json::Result<String>| record.unwrap();
    assert_eq!(
        written(serde_json::to_string(&extraction.people().next())),
        concat!(
            r#"{"name":"Lý Văn Chớp","positions":["Bí thư Tỉnh ủy Quảng Ninh"],"#,
            r#""former":[{"title":"Bí thư Tỉnh ủy Quảng Ninh","former":true}],"gender":"m","#,
            r#""offices":[{"title":"Bí thư","organization":"Tỉnh ủy Quảng Ninh","place":"Quảng Ninh","former":true}],"#,
            r#""organizations":["Tỉnh ủy Quảng Ninh"],"entity":0,"mentions":["#,
            r#"{"start":42,"end":57,"text":"Lý Văn Chớp","rule":"rule/mention/name"},"#,
            r#"{"start":100,"end":106,"text":"Chớp","rule":"rule/mention/given-name"}]}"#,
        ),
    );
    assert_eq!(
        written(serde_json::to_string(&extraction.organizations().next())),
        concat!(
            r#"{"name":"Tỉnh ủy Quảng Ninh","type":"party-committee","level":"province","place":"Quảng Ninh","#,
            r#""places":[{"name":"Quảng Ninh","level":"province","code":"22","id":"vn/p34/22"}],"#,
            r#""entity":2,"mentions":[{"start":17,"end":41,"text":"Tỉnh ủy Quảng Ninh","rule":"rule/mention/name"}]}"#,
        ),
    );
    assert_eq!(
        written(serde_json::to_string(&extraction.documents().next())),
        concat!(
            r#"{"type":"Nghị quyết","number":"23","symbol":"NQ/TU","citation":"Nghị quyết số 23-NQ/TU","#,
            r#""entity":1,"mentions":[{"start":65,"end":93,"text":"Nghị quyết số 23-NQ/TU","rule":"rule/mention/citation"}]}"#,
        ),
    );
}

#[test]
fn a_reference_date_says_where_it_was_read() {
    let told = |text: &'static str| {
        let extraction = EXTRACTOR.extract(text);
        extraction.reference_date().map(|date| {
            let span = date.span().unwrap();
            (date.day().to_string(), date.rule(), &text[span.range()])
        })
    };
    for (text, day, rule, date) in [
        (
            "Cầu mới\n\n07/03/2024 - 06:00\n\nChiều 5/3, cầu thông xe.",
            "2024-03-07",
            "stamp",
            "07/03/2024 - 06:00",
        ),
        (
            "Cầu mới\nThứ Ba, 05/03/2024, 10:15 (GMT+7)\nChiều 4/3.",
            "2024-03-05",
            "stamp",
            "Thứ Ba, 05/03/2024, 10:15",
        ),
        (
            "Cầu mới\nCập nhật lúc 10:15, 05/03/2024\nChiều 4/3.",
            "2024-03-05",
            "stamp",
            "10:15, 05/03/2024",
        ),
        ("Cầu mới\nTrúc Linh - 05/03/2024\nChiều 4/3.", "2024-03-05", "line", "05/03/2024"),
        (
            "(BĐ) - Cầu thông xe sáng 22.4. Cầu khởi công ngày 20/4/2023.",
            "2023-04-22",
            "lead",
            "sáng 22.4",
        ),
        (
            "Cầu thông xe sáng nay 29/5. Cầu khởi công ngày 20/5/2023.",
            "2023-05-29",
            "gloss",
            "sáng nay 29/5",
        ),
    ] {
        let rule = format!("rule/reference/{rule}");
        assert_eq!(told(text), Some((day.to_owned(), rule.as_str(), date)), "{text}");
    }
    let given = Input::new("Sáng 5/3").reference_date("2024-03-07".parse().unwrap());
    let given = EXTRACTOR.extract(given);
    assert_eq!(
        given.reference_date().map(|date| (date.rule(), date.span())),
        Some(("input", None))
    );
}
