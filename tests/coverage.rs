//! Every rule and every list is exercised by the corpus: whoever takes one out breaks a test.

use std::collections::BTreeSet;

use dinhdanh::{Extractor, Gazetteers};

use crate::corpus::{EXTRACTOR, extract, faults, right_items};

/// Rules that no construction reaches yet.
const AWAITED_RULES: &[&str] = &[];

/// Lists that no rule reads yet.
const AWAITED_LISTS: &[&str] = &["person/tenure.tsv"];

/// The rules by which the entities of the corpus were found.
fn exercised() -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for item in right_items() {
        let extraction = extract(&EXTRACTOR, item);
        rules.extend(extraction.entities().map(|entity| entity.rule()));
        rules.extend(extraction.reference_date().map(|date| date.rule().to_owned()));
    }
    rules
}

/// The rules that the corpus names, so that no other rule may take their place: `rule=rule/date/numeric`.
fn asserted() -> BTreeSet<&'static str> {
    let assertions =
        right_items().flat_map(|item| &item.entities).flat_map(|entity| &entity.assertions);
    assertions.filter(|(key, _)| key == "rule").map(|(_, rule)| rule.as_str()).collect()
}

#[test]
fn every_rule_is_exercised() {
    let (exercised, asserted) = (exercised(), asserted());
    let is_shown = |rule: &str| {
        exercised.contains(rule) && (asserted.contains(rule) || rule.starts_with("rule/reference/"))
    };
    let missing: Vec<_> = Extractor::rules()
        .filter(|rule| !is_shown(rule) && !AWAITED_RULES.contains(rule))
        .collect();
    assert!(
        missing.is_empty(),
        "no item of tests/corpus has an entity with rule={}",
        missing.join(", or rule=")
    );
}

#[test]
fn every_rule_is_listed() {
    let listed: BTreeSet<_> = Extractor::rules().collect();
    let stray = exercised()
        .into_iter()
        .filter(|rule| rule.starts_with("rule/") && !listed.contains(rule.as_str()));
    let stray: Vec<_> = stray.collect();
    assert!(stray.is_empty(), "`Extractor::rules` does not list {}", stray.join(", "));
}

#[test]
fn every_list_is_exercised() {
    let bundled = Gazetteers::bundled();
    let is_right =
        |extractor: &Extractor, item| faults(item, &extract(extractor, item), true).is_empty();
    let items: Vec<_> = right_items().filter(|item| is_right(&EXTRACTOR, item)).collect();
    let unused = bundled.names().filter(|name| !AWAITED_LISTS.contains(name)).filter(|name| {
        let mut others = bundled.clone();
        assert!(others.remove(name));
        let extractor = Extractor::builder().gazetteers(others).build();
        items.iter().all(|item| is_right(&extractor, item))
    });
    let unused: Vec<_> = unused.collect();
    assert!(
        unused.is_empty(),
        "every item of tests/corpus is read as marked without {}",
        unused.join(", ")
    );
}
