//! Lists of the user's own, in each format: what they add, what they switch off, and what is said of those at fault.

use dinhdanh::{Extractor, Fate, Gazetteer, Kind, Span};
use unicode_normalization::UnicodeNormalization;

/// An extractor with these files beside the bundled lists.
fn extractor(files: &[(&str, &str)]) -> Extractor {
    let mut builder = Extractor::builder();
    for (name, text) in files {
        for gazetteer in Gazetteer::from_file(name, (*text).to_owned()).unwrap() {
            builder.gazetteer(gazetteer);
        }
    }
    builder.build()
}

/// Label and text of each entity.
fn found(extractor: &Extractor, text: &str) -> Vec<(String, String)> {
    let extraction = extractor.extract(text);
    extraction.entities().map(|e| (e.label().to_owned(), e.as_str().to_owned())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect()
}

fn fault(name: &str, text: &str) -> String {
    Gazetteer::from_file(name, text.to_owned()).unwrap_err().to_string()
}

#[test]
fn what_is_blocked_stays_so_where_the_article_defines_it() {
    let text = "Bộ đội Biên phòng (BĐBP) họp, rồi BĐBP về. Ban Quản lý Vịnh Hạ Long (BQLV) họp; BQLV nói.\n\nCông ty CP VMSteel lỗ. VMSteel chưa trả nợ.";
    let extractor = extractor(&[("blocked.txt", "# kind: organization\nBĐBP\nBQLV\nVMSteel\n")]);
    assert_eq!(
        found(&extractor, text),
        pairs(&[
            ("organization", "Bộ đội Biên phòng"),
            ("organization", "Ban Quản lý Vịnh Hạ Long"),
            ("place", "Vịnh Hạ Long"),
            ("organization", "Công ty CP VMSteel"),
        ]),
    );
    let defined = text.find("BQLV").unwrap();
    let explanation = extractor.explain(text, Span::new(defined, defined + "BQLV".len()));
    let fates: Vec<_> = explanation.decisions().iter().map(|decision| decision.fate()).collect();
    assert!(fates.contains(&&Fate::Blocked), "{fates:?}");
}

#[test]
fn patterns_of_the_entity_ruler_are_read() {
    let patterns = concat!(
        "\u{FEFF}{\"label\":\"ORG\",\"pattern\":\"Hội Nuôi ong Tả Van\",\"id\":\"org/ong\"}\n",
        "\n",
        "{\"label\": \"PRODUCT\", \"pattern\": \"Mật ong Tả Van\", \"id\": \"p/1\", \"more\": [1]}\r\n",
        "{\"pattern\":\"mật Tả Van\",\"label\":\"PRODUCT\",\"id\":\"p/1\"}\n",
        "{\"label\":\"gpe\",\"pattern\":\"Tả Van Giáy\"}\n",
        "{\"label\":\"Person\",\"pattern\":\"Má A Lử\"}\n",
    );
    let extractor = extractor(&[("our.jsonl", patterns)]);
    let text = "Hội Nuôi ong Tả Van bán Mật ong Tả Van và mật Tả Van; Má A Lử ở Tả Van Giáy.";
    assert_eq!(
        found(&extractor, text),
        pairs(&[
            ("organization", "Hội Nuôi ong Tả Van"),
            ("PRODUCT", "Mật ong Tả Van"),
            ("PRODUCT", "mật Tả Van"),
            ("person", "Má A Lử"),
            ("place", "Tả Van Giáy"),
        ]),
    );
    let extraction = extractor.extract(text);
    let product = extraction.entity(2).unwrap();
    assert_eq!((product.kind(), product.rule().as_str()), (Kind::Own, "gazetteer/our.jsonl:4"));
    let value = product.value().as_own().unwrap();
    assert_eq!(
        (value.label(), value.name(), value.id()),
        (Some("PRODUCT"), Some("mật Tả Van"), Some("p/1"))
    );
    assert_eq!(
        serde_json::to_string(&product).unwrap(),
        concat!(
            r#"{"kind":"own","start":53,"end":67,"text":"mật Tả Van","parent":null,"rule":"gazetteer/our.jsonl:4","#,
            r#""value":{"label":"PRODUCT","name":"mật Tả Van","id":"p/1"}}"#,
        ),
    );
}

#[test]
fn names_one_a_line_are_of_the_kind_of_their_file() {
    let plain = "# Our people\n\nVàng Seo Páo\n  Thào Mí Sính  \r\n";
    let expected = |label: &str| pairs(&[(label, "Vàng Seo Páo"), (label, "Thào Mí Sính")]);
    let text = "vàng; Vàng Seo Páo, Thào Mí Sính.";
    for (name, label) in [
        ("person.txt", "person"),
        ("lists/organization.ours.txt", "organization"),
        ("herders.txt", "herders"),
        ("herders", "herders"),
    ] {
        assert_eq!(found(&extractor(&[(name, plain)]), text), expected(label), "{name}");
    }
    let labelled = format!("# label: HERDER\n{plain}");
    assert_eq!(found(&extractor(&[("herders.txt", &labelled)]), text), expected("HERDER"));
    let of_kind = format!("# kind: place\n{plain}");
    assert_eq!(found(&extractor(&[("herders.txt", &of_kind)]), text), expected("place"));
    let rule = extractor(&[("herders.txt", plain)]).extract(text).entity(0).unwrap().rule();
    assert_eq!(rule, "gazetteer/herders.txt:3");
    let tsv = "# kind: own\n# label: HERDER\nname\taliases\nThào Mí Sính\tVàng Seo Páo\n";
    assert_eq!(found(&extractor(&[("ours.tsv", tsv)]), text), expected("HERDER"));
}

/// Lists come from systems that write letters and marks apart, and from pages with invisible characters.
#[test]
fn lists_are_read_in_any_form_of_unicode() {
    let text = "Hồ Ả Đông ở Hà Nội.";
    let decomposed: String = text.nfd().collect();
    let names = ["Hồ Ả Đông".nfd().collect(), "Hồ\u{200B} Ả Đô\u{AD}ng".to_owned()];
    let blocked: String = "Hà Nội\n".nfd().collect();
    for name in names {
        for (file, list) in [
            ("our.tsv", format!("# kind: place\nname\n{name}\n")),
            ("place.txt", format!("{name}\n")),
            ("our.jsonl", format!("{{\"label\":\"GPE\",\"pattern\":\"{name}\"}}\n")),
        ] {
            let extractor = extractor(&[(file, &list), ("blocked.txt", &blocked)]);
            for text in [text, &decomposed] {
                let extraction = extractor.extract(text);
                let values: Vec<_> = extraction.entities().map(|e| e.value().name()).collect();
                assert_eq!(values, [Some("Hồ Ả Đông")], "{file} {list:?} {text:?}");
            }
        }
    }
}

#[test]
fn own_names_beat_bundled_ones() {
    let text = "Đến Hà Nội, Bộ Công an và Tỉnh ủy Quảng Ninh.";
    let usual = pairs(&[
        ("place", "Hà Nội"),
        ("organization", "Bộ Công an"),
        ("organization", "Tỉnh ủy Quảng Ninh"),
        ("place", "Quảng Ninh"),
    ]);
    assert_eq!(found(&Extractor::new(), text), usual);
    let topics = "Hà Nội\nCông an\nQuảng Ninh\n";
    assert_eq!(
        found(&extractor(&[("TOPIC", topics)]), text),
        pairs(&[
            ("TOPIC", "Hà Nội"),
            ("TOPIC", "Công an"),
            ("organization", "Tỉnh ủy"),
            ("TOPIC", "Quảng Ninh"),
        ]),
        "kinds of the user's own nest in nothing"
    );
    // Of two lists of the user's own, the longer name wins.
    let lists = [("A", "Bộ Công an"), ("B", "Bộ Công an và Tỉnh ủy")];
    assert!(
        found(&extractor(&lists), text).contains(&("B".into(), "Bộ Công an và Tỉnh ủy".into()))
    );
}

#[test]
fn blocked_names_switch_off_bundled_ones() {
    let text = "Hà Nội, thành phố Hà Nội, Bộ Công an, Thành ủy Hà Nội.";
    let left = |files: &[(&str, &str)]| {
        let found = found(&extractor(files), text);
        found.into_iter().map(|(_, text)| text).collect::<Vec<_>>()
    };
    let all = ["Hà Nội", "thành phố Hà Nội", "Bộ Công an", "Thành ủy Hà Nội", "Hà Nội"];
    assert_eq!(left(&[]), all);
    let spans = ["thành phố Hà Nội", "Bộ Công an", "Thành ủy Hà Nội"];
    for name in ["blocked.txt", "our.blocked.txt", "lists/blocked.txt"] {
        assert_eq!(left(&[(name, "Hà Nội\n")]), spans, "{name}");
    }
    assert_eq!(left(&[("our.blocked.tsv", "# kind: place\nname\nHà Nội\nBộ Công an\n")]), spans);
    let both = left(&[("blocked.txt", "Hà Nội\nBộ Công an\n"), ("place.txt", "Hà Nội\n")]);
    assert_eq!(both, ["Hà Nội", "Hà Nội", "Thành ủy Hà Nội", "Hà Nội"], "own names stay");

    let explanation = extractor(&[("blocked.txt", "Hà Nội")]).explain(text, Span::new(0, 9));
    assert!(explanation.decisions().iter().all(|decision| *decision.fate() == Fate::Blocked));
    assert!(!explanation.decisions().is_empty());
}

#[test]
fn faults_of_lists_are_told_with_their_place() {
    let long = "x".repeat(10_000_000);
    for (name, text, said) in [
        (
            "a.tsv",
            "# kind: place\nid\tname\n",
            "a.tsv:2: expected a line of column names that begins with name, found \"id\"",
        ),
        (
            "a.tsv",
            "# kind: thing\nname\n",
            "a.tsv:1: expected a header line \"# kind: …\" with a kind, found \"thing\"",
        ),
        (
            "a.tsv",
            "# kind: place\n\nname\tid\tid\nA\t1\t2\n",
            "a.tsv:3: expected columns of different names, found \"id\"",
        ),
        ("a.tsv", "# kind: place\nname\tid\nHà Nội\t1\t2\n", "a.tsv:3: expected 2 cells, found 3"),
        (
            "a.tsv",
            "# kind: place\nname\tid\nA\t1\nB\t2\nC\t1\n",
            "a.tsv:5: column id: expected an id that no other row has (line 3 has it), found \"1\"",
        ),
        (
            "a.tsv",
            "# kind: place\nname\tfrom\nA\t2024-02-30\n",
            "a.tsv:3: column from: expected a year, a month or a day as YYYY, YYYY-MM or YYYY-MM-DD, or unknown, found \"2024-02-30\"",
        ),
        (
            "a.tsv",
            "# kind: place\nname\tfrom\tuntil\nA\t2024\t2023\n",
            "a.tsv:3: column until: expected an end after the beginning, found \"2023\"",
        ),
        (
            "a.txt",
            "# kind: thing\nA\n",
            "a.txt:1: expected one of person, organization, place, document, date, rank, position, own, found \"thing\"",
        ),
        (
            "a.txt",
            "A\n\n---\n",
            "a.txt:3: expected a name of letters or digits on one line, found \"---\"",
        ),
        (
            "a.txt",
            "A\tB\n",
            "a.txt:1: expected a name of letters or digits on one line, found \"A\\tB\"",
        ),
        (
            "a.jsonl",
            "{\"label\":\"ORG\",\"pattern\":\"A\"}\n{\"label\":\"ORG\",\"pattern\":[{\"LOWER\":\"a\"}]}\n",
            "a.jsonl:2: column 25: expected {\"label\": …, \"pattern\": \"a name\", \"id\": …?}, found invalid type: sequence, expected a string",
        ),
        (
            "a.jsonl",
            "{\"pattern\":\"A\"}\n",
            "a.jsonl:1: column 15: expected {\"label\": …, \"pattern\": \"a name\", \"id\": …?}, found missing field `label`",
        ),
        (
            "a.jsonl",
            "{\"label\":\"X\",\"pattern\":\"A\\nB\"}\n",
            "a.jsonl:1: expected a name of letters or digits on one line, found \"A\\nB\"",
        ),
        (
            "a.jsonl",
            &format!("{{\"label\":\"X\",\"pattern\":\"{}\"}}\n", "!".repeat(100)),
            &format!(
                "a.jsonl:1: expected a name of letters or digits on one line, found \"{}…\"",
                "!".repeat(60)
            ),
        ),
    ] {
        assert_eq!(fault(name, text), said);
    }
    assert!(fault("a.tsv", &long).len() < 250);
    assert!(fault("a.jsonl", &format!("{long:?}")).len() < 300, "a text in place of a pattern");
}

/// Names of any length are taken, and found.
#[test]
fn long_names_and_long_lists_are_read() {
    let name = format!("Hội {}", "rất dài ".repeat(1_300_000).trim_end());
    assert!(name.len() > 10_000_000);
    let list = Gazetteer::from_plain("organization.txt", &name).unwrap();
    let extractor = Extractor::builder().gazetteer(list).build();
    let extraction = extractor.extract("Hội rất dài rất dài, Hội.");
    assert_eq!(extraction.entities().filter(|e| e.rule().contains(".txt")).count(), 0);
    let many: String = (0..50_000).map(|n| format!("Hội Thử nghiệm {n}\n")).collect();
    let list = Gazetteer::from_plain("organization.txt", &many).unwrap();
    let extractor = Extractor::builder().gazetteer(list).build();
    let extraction = extractor.extract("Hội Thử nghiệm 49999 họp.");
    assert_eq!(extraction.entity(0).unwrap().as_str(), "Hội Thử nghiệm 49999");
}
