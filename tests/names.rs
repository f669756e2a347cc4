//! Every name of every list is found.

use dinhdanh::{Entry, Gazetteers};

use crate::corpus::EXTRACTOR;

/// Every name and alias of a list, with its entry.
fn names<'g>(
    gazetteers: &'g Gazetteers,
    list: &'g str,
) -> impl Iterator<Item = (&'g str, Entry<'g>)> {
    gazetteers.entries(list).flat_map(|entry| {
        [entry.name()].into_iter().chain(entry.aliases()).map(move |name| (name, entry))
    })
}

/// The name as it stands in a sentence: with the class word that it needs, if any.
fn written(name: &str, entry: Entry<'_>) -> String {
    let class = match entry.list() {
        "place/commune.tsv"
        | "place/commune_until_2025.tsv"
        | "place/district.tsv"
        | "place/historic_unit.tsv" => entry.cell("type"),
        "place/nature.tsv" | "place/economic_zone.tsv" | "place/infrastructure.tsv" => {
            entry.cell("class")
        }
        "place/border_gate.tsv" => Some("cửa khẩu"),
        _ => None,
    };
    let class = class.and_then(|class| class.split(';').next()).unwrap_or_default();
    match class.is_empty() || name.to_lowercase().starts_with(class) {
        true => name.to_owned(),
        false => format!("{class} {name}"),
    }
}

/// Of a hundred names of a list, how many must be entities in a sentence made of them alone. The others are words too, or need a cue.
fn floor(list: &str) -> Option<usize> {
    match list {
        // Festivals must say when something is, and offices need their holders.
        "date/festival.tsv" | "person/position.tsv" => None,
        "document/treaty.tsv" | "person/rank.tsv" => Some(80),
        "organization/press.tsv" | "person/figure.tsv" => Some(90),
        "place/city_world.tsv" | "place/nature.tsv" | "place/site.tsv" => Some(90),
        "organization/institution.tsv" | "organization/international.tsv" | "place/country.tsv" => {
            Some(95)
        }
        _ => Some(98),
    }
}

#[test]
fn every_name_is_found_in_a_sentence_made_of_it_alone() {
    let gazetteers = Gazetteers::bundled();
    let mut faults = Vec::new();
    for list in gazetteers.names() {
        let Some(floor) = floor(list) else { continue };
        let mut all = 0;
        let mut lost = Vec::new();
        for (name, entry) in names(&gazetteers, list) {
            let Some(kind) = entry.kind() else { continue };
            let written = written(name, entry);
            let sentence = format!("{written}.");
            let extraction = EXTRACTOR.extract(&sentence);
            all += 1;
            if !extraction.entities().any(|e| e.kind() == kind && e.as_str() == written) {
                lost.push(written);
            }
        }
        if lost.len() * 100 > all * (100 - floor) {
            let found = all - lost.len();
            faults.push(format!(
                "gazetteers/{list}: {found} of {all} are found, expected {floor} of 100; not {}",
                lost.join(", ")
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_name_of_a_kind_can_be_looked_up() {
    let gazetteers = Gazetteers::bundled();
    let mut faults = Vec::new();
    for list in gazetteers.names() {
        for (name, entry) in names(&gazetteers, list).filter(|(_, entry)| entry.kind().is_some()) {
            let senses = gazetteers.senses(name);
            let is_found =
                senses.iter().any(|sense| (sense.list(), sense.line()) == (list, entry.line()));
            if !is_found {
                faults.push(format!("gazetteers/{list}:{}: {name:?}", entry.line()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} names are not found:\n{}",
        faults.len(),
        faults[..faults.len().min(50)].join("\n")
    );
}
