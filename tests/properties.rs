//! What holds for every text whatever: found by random texts, and by articles that were damaged.
//!
//! `PROPTEST_CASES` sets how many texts each property is tried on; without it they are 256, the same on every run. A text that breaks one is printed in its smallest form; it belongs into `tests/corpus/regression.txt`.

use std::ops::Range;
use std::sync::LazyLock;

use dinhdanh::{
    Entity, Extraction, Extractor, Fate, Gazetteer, Kind, OffsetUnit, Offsets, Span, Value,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::corpus::{EXTRACTOR, ITEMS};

/// What texts are made of beside the items of the corpus: words that call rules, marks, and characters that must not confuse them.
const PIECES: &[&str] = &[
    "Nghị quyết số ",
    "23-NQ/TU",
    "100/2019/NĐ-CP",
    "Luật ",
    "Đất đai",
    " (sửa đổi)",
    "ngày ",
    "5/3",
    "tháng ",
    "năm ",
    "2024",
    "quý I/",
    "mùng 1 Tết",
    "sáng nay ",
    "thứ hai ",
    "từ ",
    " đến ",
    "ông ",
    "Nguyễn ",
    "Văn ",
    "Lê Đức Thái",
    "Trung tướng ",
    "N.V.A.",
    "Bí thư ",
    "Tỉnh ủy ",
    "UBND ",
    "tỉnh ",
    "Quảng Ninh",
    "TP.",
    "HCM",
    "xã ",
    "phường ",
    "các huyện ",
    "Đầm Hà",
    "Bộ ",
    "Sở ",
    "Công an ",
    "đường ",
    "Quốc lộ ",
    "và ",
    "của ",
    ", ",
    ". ",
    "; ",
    ": ",
    " - ",
    "-",
    "–",
    "/",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "...",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u{A0}",
    "\u{200B}",
    "\u{AD}",
    "\u{FEFF}",
    "\u{301}",
    "\u{323}",
    "\u{31B}",
    "a\u{302}\u{301}",
    "Ð",
    "\u{0}",
    "𠀀",
    "😀",
    "ﬁ",
    "İ",
    "ẞ",
    "각",
    "\u{1100}\u{1161}",
    "0",
    "1",
    "12",
    "99999999999",
    "٣",
    "\u{202E}",
    "ы",
    "é",
    "ơ",
    "Ủ",
    "hòa",
    "hoà",
    "thủy",
    "{",
    "}",
    "@",
    "#",
];

/// Any text: of any characters, or of pieces and sentences in any order.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), composed()]
}

fn composed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => select(sentences()),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn sentences() -> Vec<String> {
    ITEMS.iter().map(|item| item.text.clone()).collect()
}

/// Damage to a text at some place of it.
#[derive(Clone, Debug)]
enum Damage {
    Cut(Index, Index),
    Truncate(Index),
    Insert(Index, &'static str),
    /// Drops the spaces of a stretch.
    Glue(Index, Index),
    /// Breaks the lines of a stretch at its spaces.
    Break(Index, Index),
    Upper(Index, Index),
    Lower(Index, Index),
    Decompose(Index, Index),
    /// Moves a combining mark on by a letter.
    MoveMark(Index),
    Repeat(Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let two = || (any::<Index>(), any::<Index>());
    prop_oneof![
        two().prop_map(|(a, b)| Damage::Cut(a, b)),
        any::<Index>().prop_map(Damage::Truncate),
        (any::<Index>(), select(PIECES)).prop_map(|(a, piece)| Damage::Insert(a, piece)),
        two().prop_map(|(a, b)| Damage::Glue(a, b)),
        two().prop_map(|(a, b)| Damage::Break(a, b)),
        two().prop_map(|(a, b)| Damage::Upper(a, b)),
        two().prop_map(|(a, b)| Damage::Lower(a, b)),
        two().prop_map(|(a, b)| Damage::Decompose(a, b)),
        any::<Index>().prop_map(Damage::MoveMark),
        two().prop_map(|(a, b)| Damage::Repeat(a, b)),
    ]
}

impl Damage {
    fn apply(&self, text: &str) -> String {
        let place = |index: &Index| {
            let places: Vec<usize> =
                text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            *index.get(&places)
        };
        let stretch = |a: &Index, b: &Index| {
            let (a, b) = (place(a), place(b));
            a.min(b)..a.max(b)
        };
        let replace = |range: Range<usize>, with: String| {
            [&text[..range.start], &with, &text[range.end..]].concat()
        };
        let rewrite = |a: &Index, b: &Index, with: fn(&str) -> String| {
            let range = stretch(a, b);
            replace(range.clone(), with(&text[range]))
        };
        match self {
            Damage::Cut(a, b) => rewrite(a, b, |_| String::new()),
            Damage::Truncate(at) => text[..place(at)].to_owned(),
            Damage::Insert(at, piece) => replace(place(at)..place(at), (*piece).to_owned()),
            Damage::Glue(a, b) => rewrite(a, b, |part| part.replace(' ', "")),
            Damage::Break(a, b) => rewrite(a, b, |part| part.replace(' ', "\n")),
            Damage::Upper(a, b) => rewrite(a, b, str::to_uppercase),
            Damage::Lower(a, b) => rewrite(a, b, str::to_lowercase),
            Damage::Decompose(a, b) => rewrite(a, b, |part| part.nfd().collect()),
            Damage::Repeat(a, b) => rewrite(a, b, |part| part.repeat(2)),
            Damage::MoveMark(index) => {
                let mut letters: Vec<char> = text.nfd().collect();
                let is_mark = |c: char| canonical_combining_class(c) != 0;
                let marks: Vec<usize> =
                    (0..letters.len()).filter(|at| is_mark(letters[*at])).collect();
                if let Some(at) = (!marks.is_empty())
                    .then(|| *index.get(&marks))
                    .filter(|at| at + 1 < letters.len())
                {
                    letters.swap(at, at + 1);
                }
                letters.into_iter().collect()
            }
        }
    }
}

/// Sentences of the corpus with some damage.
fn damaged() -> impl Strategy<Value = String> {
    let text = vec(select(sentences()), 1..6).prop_map(|sentences| sentences.join(" "));
    (text, vec(damage(), 1..8))
        .prop_map(|(text, damages)| damages.iter().fold(text, |text, damage| damage.apply(&text)))
}

/// How long a text is in some unit.
type Count = fn(&str) -> usize;

/// The spans and kinds of an extraction.
fn spans(extraction: &Extraction<'_>) -> Vec<(Kind, Range<usize>)> {
    extraction.entities().map(|e| (e.kind(), e.span().range())).collect()
}

/// Whether an entity of a kind may lie in one of another.
fn may_nest(inner: Kind, outer: Kind) -> bool {
    matches!(
        (outer, inner),
        (Kind::Position, Kind::Organization | Kind::Place) | (Kind::Organization, Kind::Place)
    )
}

/// What holds for every extraction.
fn check(text: &str, extraction: &Extraction<'_>) -> Result<(), TestCaseError> {
    let entities: Vec<Entity<'_>> = extraction.entities().collect();
    // The entities that lie around this one, the innermost last.
    let mut around: Vec<&Entity<'_>> = Vec::new();
    for (at, entity) in entities.iter().enumerate() {
        let (start, end) = (entity.span().start(), entity.span().end());
        let slice = text.get(start..end);
        prop_assert_eq!(
            slice,
            Some(entity.as_str()),
            "{:?} lies on characters of the text",
            entity
        );
        let slice = slice.unwrap_or_default();
        prop_assert!(
            !slice.is_empty() && slice.trim() == slice,
            "{:?} has no space at its ends",
            entity
        );
        let is_mark = |c: char| canonical_combining_class(c) != 0;
        let ends_in_letter = slice.ends_with(char::is_alphabetic);
        prop_assert!(
            !(ends_in_letter && text[end..].starts_with(is_mark)),
            "{:?} ends after the marks of its last letter",
            entity
        );
        prop_assert!(!slice.starts_with(is_mark), "{:?} starts with a letter", entity);
        let kind_of_value = match entity.value() {
            Value::Person(_) => Kind::Person,
            Value::Organization(_) => Kind::Organization,
            Value::Place(_) => Kind::Place,
            Value::Document(_) => Kind::Document,
            Value::Date(_) => Kind::Date,
            Value::Rank(_) => Kind::Rank,
            Value::Own(_) => Kind::Own,
            Value::Position(_) => Kind::Position,
            value => {
                return Err(TestCaseError::fail(format!(
                    "{value:?} is of a kind that this test does not know"
                )));
            }
        };
        prop_assert_eq!(kind_of_value, entity.kind());
        if let Some(date) = entity.value().as_date() {
            let in_order = date.from().zip(date.to()).is_none_or(|(from, to)| from <= to);
            prop_assert!(in_order, "{:?} ends after it starts", entity);
        }
        let rule = entity.rule();
        prop_assert!(
            rule.starts_with("rule/") || rule.starts_with("gazetteer/"),
            "{:?} has a reason",
            entity
        );
        prop_assert_eq!(entity.index(), at);

        around.retain(|other| other.span().end() > start);
        prop_assert!(
            around.iter().all(|other| other.span().contains(entity.span())),
            "{:?} cuts {:?}",
            entity,
            around
        );
        let parent = around.last();
        prop_assert_eq!(
            entity.parent().map(|e| e.index()),
            parent.map(|e| e.index()),
            "{:?} lies in the innermost",
            entity
        );
        prop_assert!(
            parent.is_none_or(|p| may_nest(entity.kind(), p.kind())),
            "{:?} may lie in {:?}",
            entity,
            parent
        );
        if let Some(next) = entities.get(at + 1) {
            let (span, other) = (entity.span(), next.span());
            let in_order = (span.start(), other.end()) < (other.start(), span.end());
            prop_assert!(
                in_order,
                "{:?} and {:?} stand in the order of the text, the longer first",
                entity,
                next
            );
        }
        around.push(entity);
    }
    Ok(())
}

/// The entities of a decomposed text are those of the composed one.
fn agrees_with_nfd(text: &str) -> Result<(), TestCaseError> {
    let composed: String = text.nfc().collect();
    let mut offsets = vec![0; composed.len() + 1];
    let mut length = 0;
    for (at, c) in composed.char_indices() {
        offsets[at] = length;
        length += c.nfd().map(char::len_utf8).sum::<usize>();
    }
    offsets[composed.len()] = length;
    let decomposed: String = composed.nfd().collect();
    let (one, other) = (EXTRACTOR.extract(&composed), EXTRACTOR.extract(&decomposed));
    let tell = |e: Entity<'_>, start: usize, end: usize| {
        format!("{} {start}..{end} {} {:?}", e.kind(), e.rule(), e.value())
    };
    let of_composed: Vec<_> = one
        .entities()
        .map(|e| tell(e, offsets[e.span().start()], offsets[e.span().end()]))
        .collect();
    let of_decomposed: Vec<_> =
        other.entities().map(|e| tell(e, e.span().start(), e.span().end())).collect();
    prop_assert_eq!(of_composed, of_decomposed);
    Ok(())
}

/// How properties are tried: see the module.
pub fn config() -> ProptestConfig {
    let rng_seed = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => RngSeed::Random,
        None => RngSeed::Fixed(2024),
    };
    ProptestConfig { failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read(text in any_text()) {
        check(&text, &EXTRACTOR.extract(&text))?;
    }

    #[test]
    fn damaged_articles_are_read(text in damaged()) {
        check(&text, &EXTRACTOR.extract(&text))?;
    }

    #[test]
    fn decomposed_text_has_the_same_entities(text in prop_oneof![any_text(), damaged()]) {
        agrees_with_nfd(&text)?;
    }

    #[test]
    fn a_choice_of_kinds_leaves_the_others_out(text in damaged()) {
        let all = spans(&EXTRACTOR.extract(&text));
        for (kinds, extractor) in OF_KINDS.iter() {
            let mut chosen = all.clone();
            chosen.retain(|(kind, _)| kinds.contains(kind));
            prop_assert_eq!(&chosen, &spans(&extractor.extract(&text)), "of {:?}", kinds);
        }
    }

    #[test]
    fn what_is_certain_is_found_without_asking(text in damaged()) {
        let all = EXTRACTOR.extract(&text);
        let mut certain = spans(&all);
        let mut entities = all.entities();
        certain.retain(|_| entities.next().is_some_and(|entity| entity.is_certain()));
        prop_assert_eq!(certain, spans(&CERTAIN.extract(&text)));
    }

    #[test]
    fn json_holds_every_entity(text in any_text()) {
        let extraction = EXTRACTOR.extract(&text);
        let json = serde_json::to_string(&extraction).unwrap();
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        let texts: Vec<_> = read["entities"].as_array().unwrap().iter().map(|entity| entity["text"].as_str()).collect();
        prop_assert_eq!(texts, extraction.entities().map(|entity| Some(entity.as_str())).collect::<Vec<_>>());
    }

    #[test]
    fn lists_are_read_or_refused_in_short(name in select(vec!["a.tsv", "a.jsonl", "a.txt", "blocked.txt"]), text in any_text()) {
        let patterns = serde_json::json!({ "label": text, "pattern": text }).to_string();
        let table = format!("# kind: place\nname\tid\n{text}\n");
        for list in [text.clone(), patterns, table] {
            match Gazetteer::from_file(name, list) {
                Ok(lists) => {
                    let extractor = Extractor::builder().gazetteers(lists.into_iter().collect()).build();
                    check(&text, &extractor.extract(&text))?;
                }
                Err(error) => prop_assert!(error.to_string().chars().count() < 600, "{}", error),
            }
        }
    }

    #[test]
    fn every_entity_is_explained(text in damaged()) {
        for entity in EXTRACTOR.extract(&text).entities() {
            let explanation = EXTRACTOR.explain(&text, entity.span());
            let is_told = explanation.decisions().iter().any(|decision| {
                let is_accepted = matches!(decision.fate(), Fate::Accepted | Fate::Article { accepted: true, .. });
                is_accepted && (decision.kind(), decision.span()) == (entity.kind(), entity.span())
            });
            prop_assert!(is_told, "{:?} is explained by {:?}", entity, explanation);
        }
    }

    #[test]
    fn offsets_are_those_of_a_naive_count(text in any_text(), ends in vec((any::<Index>(), any::<Index>()), 0..20)) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let units: [(OffsetUnit, Count); 3] = [
            (OffsetUnit::Byte, str::len),
            (OffsetUnit::CodePoint, |text| text.chars().count()),
            (OffsetUnit::Utf16, |text| text.encode_utf16().count()),
        ];
        for (unit, count) in units {
            let mut offsets = Offsets::new(&text, unit);
            for (a, b) in &ends {
                let (a, b) = (*a.get(&places), *b.get(&places));
                let (start, end) = (a.min(b), a.max(b));
                let naive = Span::new(count(&text[..start]), count(&text[..end]));
                prop_assert_eq!(offsets.convert(Span::new(start, end)), naive, "{:?} in {:?}", start..end, unit);
            }
        }
    }
}

/// An extractor of what is certain.
static CERTAIN: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().certain(true).build());

/// Extractors of some kinds.
static OF_KINDS: LazyLock<Vec<(Vec<Kind>, Extractor)>> = LazyLock::new(|| {
    let choices = [
        vec![],
        vec![Kind::Place],
        vec![Kind::Person, Kind::Date],
        vec![Kind::Position, Kind::Place],
    ];
    choices.map(|kinds| (kinds.clone(), Extractor::builder().kinds(kinds).build())).into()
});

/// What repeats without end calls rules without end: a reading whose cost grew with the square of the text would not come back.
#[test]
fn endless_repeats_are_read() {
    const REPEATS: &[&str] = &[
        "Nguyễn ",
        "Nguyễn Văn ",
        "Sở ",
        "(",
        ")",
        ",",
        "\"",
        "-",
        ".",
        "/",
        "1/",
        "1-",
        "5/3, ",
        "ngày ",
        "ngày 5/3-",
        "tỉnh ",
        "các huyện ",
        "Đầm Hà, ",
        "Đầm Hà - ",
        "xã Bích Đào, ",
        "Nghị quyết số ",
        "1, 2 và ",
        "Bí thư Tỉnh ủy ",
        "Ban Chấp hành Đảng bộ ",
        "Sở Văn hóa, ",
        "Công an xã ",
        "và ",
        "Y tế, ",
        "a",
        "A",
        "a\u{301}",
        "\u{301}",
        "\u{200B}",
        "nghiêng",
        "đềraTại",
        "1",
        "\n",
        "\n\n",
        "năm 2021-",
        "thứ hai ",
        "ông ",
        "của ",
        "Trung tướng ",
    ];
    for repeat in REPEATS {
        let text = repeat.repeat(40_000 / repeat.len());
        check(&text, &EXTRACTOR.extract(&text)).unwrap();
    }
}
