//! Runs the corpus: every item in every configuration, all failures at once.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use dinhdanh::{Entity, Extraction, Extractor, Input, Kind};

use crate::configuration::{CONFIGURATIONS, Configuration, STEADY};
use crate::markup::{self, Expected, Item};

/// The file whose items must fail.
const KNOWN_WRONG: &str = "known_wrong";

/// Every item of `tests/corpus`.
pub static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| {
    markup::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus"))
});

/// The extractor with the bundled gazetteers.
pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// The items whose entities must be found.
pub fn right_items() -> impl Iterator<Item = &'static Item> {
    ITEMS.iter().filter(|item| item.file != KNOWN_WRONG)
}

/// Reads an item.
pub fn extract<'i>(extractor: &Extractor, item: &'i Item) -> Extraction<'i> {
    let input = Input::new(&item.text);
    extractor.extract(match item.reference_date {
        Some(day) => input.reference_date(day),
        None => input,
    })
}

/// What is wrong with a reading of an item, a line each; none if it is right.
pub fn faults(item: &Item, extraction: &Extraction<'_>, keeps_values: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let found: Vec<Entity<'_>> = extraction.entities().collect();
    let key = |e: &Entity<'_>| (e.span().start(), e.span().end(), e.kind());
    let mut worlds: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, expected) in item.entities.iter().enumerate() {
        let text = &item.text[expected.start..expected.end];
        let kind = expected.kind;
        let Some(entity) = found.iter().find(|e| key(e) == (expected.start, expected.end, kind))
        else {
            faults.push(format!("missed    {kind} \"{text}\""));
            continue;
        };
        let parent = item.entities[..at].iter().rfind(|outer| outer.end >= expected.end);
        let parent = parent.map(|outer| (outer.start, outer.end, outer.kind));
        let found_parent = entity.parent().map(|e| key(&e));
        if parent != found_parent {
            faults.push(format!(
                "parent    {kind} \"{text}\" lies in {found_parent:?}, expected {parent:?}"
            ));
        }
        for (path, wanted) in &expected.assertions {
            let told = match path.as_str() {
                "rule" => entity.rule(),
                "join" => entity.joined_by().unwrap_or_default().to_owned(),
                "entity" => {
                    let world = entity.mention_of();
                    let same = *worlds.entry(wanted).or_insert(world) == world && world.is_some();
                    if same { wanted.clone() } else { format!("another entity ({world:?})") }
                }
                path if keeps_values || STEADY.contains(&path) => part(entity, path),
                _ => continue,
            };
            let is_right =
                told == *wanted || path == "rule" && told.starts_with(&format!("{wanted}:"));
            if !is_right {
                let rule = entity.rule();
                faults.push(format!("value     {kind} \"{text}\": expected {path}={wanted}, found {path}={told} ({rule})"));
            }
        }
    }
    let mut labels: Vec<_> =
        worlds.iter().filter_map(|(label, world)| Some(((*world)?, *label))).collect();
    labels.sort_unstable();
    for pair in labels.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        faults.push(format!(
            "value     expected two entities, found one: {} and {}",
            pair[0].1, pair[1].1
        ));
    }
    for entity in &found {
        let is_expected = |e: &Expected| (e.start, e.end, e.kind) == key(entity);
        if !item.entities.iter().any(is_expected) {
            faults.push(format!(
                "spurious  {} \"{}\" ({})",
                entity.kind(),
                entity.as_str(),
                entity.rule()
            ));
        }
    }
    faults
}

/// A part of an entity's value, by its dotted path in the JSON shape: empty if absent, the members of a list joined by `;`.
fn part(entity: &Entity<'_>, path: &str) -> String {
    let value = serde_json::to_value(entity.value()).unwrap();
    let part = path.split('.').try_fold(&value, |value, key| match value {
        serde_json::Value::Array(items) => items.first()?.get(key),
        value => value.get(key),
    });
    let plain =
        |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match part {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::Array(items)) => {
            items.iter().map(plain).collect::<Vec<_>>().join(";")
        }
        Some(value) => plain(value),
    }
}

/// Reads an item in a configuration; `None` where that is nothing new.
fn run(item: &Item, configuration: &Configuration) -> Option<(Vec<String>, String)> {
    let item = configuration.is_for(item).then(|| configuration.apply(item))??;
    let extraction = extract(&EXTRACTOR, &item);
    let faults = faults(&item, &extraction, configuration.keeps_values);
    let spans: Vec<(Kind, usize, usize)> =
        extraction.entities().map(|e| (e.kind(), e.span().start(), e.span().end())).collect();
    let found = markup::write(&item.text, &spans);
    Some((faults, found))
}

#[test]
fn every_item_is_read_as_marked() {
    let mut report = String::new();
    let (mut failed, mut read) = (0, 0);
    for item in right_items() {
        let mut others = Vec::new();
        let mut is_wrong = false;
        for configuration in CONFIGURATIONS {
            let Some((faults, found)) = run(item, configuration) else { continue };
            read += 1;
            if faults.is_empty() {
                continue;
            }
            failed += 1;
            if is_wrong {
                others.push(configuration.name);
                continue;
            }
            is_wrong = true;
            let Item { file, line, .. } = item;
            let name = configuration.name;
            writeln!(report, "tests/corpus/{file}.txt:{line} ({name})").unwrap();
            if name != "embedded" {
                writeln!(report, "    found     {found}").unwrap();
            }
            for fault in faults {
                writeln!(report, "    {fault}").unwrap();
            }
        }
        if !others.is_empty() {
            writeln!(report, "    and wrong in {}", others.join(", ")).unwrap();
        }
    }
    assert!(failed == 0, "{failed} of {read} readings are wrong\n\n{report}");
}

#[test]
fn what_is_known_wrong_is_wrong() {
    let mended = ITEMS
        .iter()
        .filter(|item| item.file == KNOWN_WRONG)
        .filter(|item| run(item, &CONFIGURATIONS[0]).is_some_and(|(faults, _)| faults.is_empty()));
    let mended: Vec<_> = mended
        .map(|item| format!("tests/corpus/known_wrong.txt:{}: {}", item.line, item.text))
        .collect();
    assert!(
        mended.is_empty(),
        "these are right now; move them to the file of their kind:\n{}",
        mended.join("\n")
    );
}

#[test]
fn items_name_known_configurations() {
    for item in ITEMS.iter() {
        for name in item.also.iter().chain(&item.not) {
            let known = CONFIGURATIONS.iter().any(|c| c.name == name);
            assert!(
                known,
                "tests/corpus/{}.txt:{}: unknown configuration {name:?}",
                item.file, item.line
            );
        }
    }
}

#[test]
fn no_item_stands_twice() {
    let mut first: HashMap<&str, &Item> = HashMap::new();
    let twice = ITEMS.iter().filter_map(|item| {
        let other = first
            .insert(&item.text, item)
            .filter(|other| other.reference_date == item.reference_date)?;
        Some(format!("{}.txt:{} and {}.txt:{}", other.file, other.line, item.file, item.line))
    });
    let twice: Vec<_> = twice.collect();
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}
