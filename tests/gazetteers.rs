//! What the bundled lists hold, and that their facts fit together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use dinhdanh::{DATA_VERSION, Day, Edge, Entry, Gazetteers};

static BUNDLED: LazyLock<Gazetteers> = LazyLock::new(Gazetteers::bundled);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The entries of a list that hold on a day.
fn valid<'g>(list: &str, on: &str) -> Vec<Entry<'g>> {
    let on = day(on);
    BUNDLED.entries(list).filter(|entry| entry.period().contains(on) != Some(false)).collect()
}

fn count_of_type(entries: &[Entry<'_>], kind: &str) -> usize {
    entries.iter().filter(|entry| entry.cell("type") == Some(kind)).count()
}

/// Fails with all faults at once.
fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn administrative_units_are_complete() {
    let units = |list, on| valid(list, on).len();
    assert_eq!(units("place/province.tsv", "2025-06-30"), 63);
    assert_eq!(units("place/province.tsv", "2025-07-01"), 34);
    assert_eq!(units("place/district.tsv", "2025-06-30"), 696);
    assert_eq!(units("place/district.tsv", "2025-07-01"), 0);
    assert_eq!(units("place/commune_until_2025.tsv", "2025-06-30"), 10_035);
    assert_eq!(units("place/commune_until_2025.tsv", "2025-07-01"), 0);
    assert_eq!(units("place/commune.tsv", "2025-07-01"), 3_321);
    assert_eq!(BUNDLED.entries("place/historic_unit.tsv").count(), 1_842);
    let provinces = valid("place/province.tsv", DATA_VERSION);
    assert_eq!(count_of_type(&provinces, "thành phố"), 9);
    assert_eq!(count_of_type(&provinces, "tỉnh"), 25);
}

#[test]
fn laws_are_many_and_numbered() {
    let laws: Vec<_> = BUNDLED.entries("document/law.tsv").collect();
    let cited =
        laws.iter().filter(|law| law.cell("number").is_some() && law.cell("date").is_some());
    let cited = cited.count();
    assert!(cited >= 500, "{cited} laws with number and date");
    let now = day(DATA_VERSION);
    let holds = |law: &&Entry<'_>| law.period().contains(now) == Some(true);
    let in_force = laws.iter().filter(|law| law.cell("number").is_some()).filter(holds).count();
    assert!(in_force >= 250, "{in_force} laws in force");
}

#[test]
fn every_old_unit_has_a_new_one() {
    let after = day("2025-07-01");
    let mut faults = Vec::new();
    for list in ["place/province.tsv", "place/commune_until_2025.tsv"] {
        for unit in valid(list, "2025-06-30") {
            let next = unit.successors_at(after);
            if next.is_empty() {
                faults.push(format!("{unit:?} has no successor"));
            }
            // A unit that went to one other unit went there whole, one that was parted did not.
            if next.len() == 1 && next[0].is_part() {
                faults.push(format!("{unit:?} went in part to one unit alone"));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn every_new_unit_was_made_of_old_ones() {
    let faults = valid("place/commune.tsv", "2025-07-01").into_iter().filter_map(|unit| {
        // The special zones of whole island districts had no communes before.
        let is_island = unit.cell("type") == Some("đặc khu");
        (unit.predecessors().next().is_none() && !is_island)
            .then(|| format!("{unit:?} was made of nothing"))
    });
    assert_none(faults.collect());
}

#[test]
fn ids_that_are_named_exist() {
    let mut faults = Vec::new();
    for list in BUNDLED.names() {
        for entry in BUNDLED.entries(list) {
            for column in ["successor", "predecessor", "parent", "person", "country", "capital"] {
                for id in
                    entry.cell(column).unwrap_or_default().split(';').filter(|id| !id.is_empty())
                {
                    let id = id.trim_end_matches(":part");
                    // `place` columns hold names; ids have a slash.
                    if id.contains('/') && BUNDLED.entry(id).is_none() {
                        faults.push(format!(
                            "{}:{}: column {column}: no row has the id {id}",
                            list,
                            entry.line()
                        ));
                    }
                }
            }
        }
    }
    assert_none(faults);
}

#[test]
fn periods_are_well_formed_and_run_forward() {
    let mut faults = Vec::new();
    for list in BUNDLED.names() {
        for entry in BUNDLED.entries(list) {
            let period = entry.period();
            let written =
                |edge: Edge, column| entry.cell(column).unwrap_or_default() == edge.to_string();
            if !written(period.from(), "from") || !written(period.until(), "until") {
                faults.push(format!("{list}:{}: a period that cannot be read", entry.line()));
            }
            if let (Edge::Within(first, _), Edge::Within(_, last)) = (period.from(), period.until())
                && last < first
            {
                faults.push(format!("{list}:{}: {period} runs backward", entry.line()));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn successors_begin_when_their_units_end() {
    let mut faults = Vec::new();
    for list in ["place/province.tsv", "place/commune_until_2025.tsv"] {
        for unit in BUNDLED.entries(list) {
            for next in unit.successors() {
                if let (Edge::Within(_, last), Edge::Within(first, _)) =
                    (unit.period().until(), next.entry().period().from())
                    && first <= last
                {
                    faults.push(format!("{unit:?} ends {last}, {:?} begins {first}", next.entry()));
                }
            }
        }
    }
    assert_none(faults);
}

#[test]
fn ids_are_unique() {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let mut faults = Vec::new();
    for list in BUNDLED.names() {
        for entry in BUNDLED.entries(list) {
            let Some(id) = entry.id() else { continue };
            let here = format!("{list}:{}", entry.line());
            if let Some(there) = seen.insert(id, here.clone()) {
                faults.push(format!("{here}: the id {id} stands at {there} too"));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn a_body_stands_in_one_list() {
    let mut faults = Vec::new();
    let is_of_bodies = |list: &&str| {
        let is_told = |part: &str| list.contains(part);
        list.starts_with("organization/")
            && ![".cue.", ".ambiguous.", ".blocked."].into_iter().any(is_told)
    };
    for list in BUNDLED.names().filter(is_of_bodies) {
        for body in BUNDLED.entries(list) {
            let name = body.name();
            for other in
                BUNDLED.senses(name).into_iter().filter(|other| is_of_bodies(&other.list()))
            {
                let is_called_so = |called: &str| called == name;
                let is_same = is_called_so(other.name()) || other.aliases().any(is_called_so);
                if is_same && other.list() != list {
                    faults.push(format!("{list}:{}: {name} stands in {other:?} too", body.line()));
                }
            }
        }
    }
    assert_none(faults);
}

#[test]
fn the_units_that_map_onto_nothing_are_named() {
    let next = |unit: &Entry<'_>| unit.successors().next().is_some();
    let districts = valid("place/district.tsv", "2025-06-30");
    let zones: BTreeSet<_> =
        districts.iter().filter(|unit| next(unit)).map(|unit| unit.name()).collect();
    let named = ["Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"];
    assert_eq!(zones, BTreeSet::from(named));
    assert!(valid("place/commune_until_2025.tsv", "2025-06-30").iter().all(next));
    assert!(valid("place/province.tsv", "2025-06-30").iter().all(next));
}

#[test]
fn the_data_version_is_that_of_the_newest_list() {
    let headers = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/gazetteers")).unwrap();
    let mut dates = BTreeSet::new();
    for folder in headers.flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            let text = std::fs::read_to_string(file.path()).unwrap();
            dates.extend(
                text.lines().find_map(|line| line.strip_prefix("# date: ")).map(str::to_owned),
            );
        }
    }
    assert_eq!(dates.last().map(String::as_str), Some(DATA_VERSION));
}

#[test]
fn units_are_found_at_any_day() {
    let names = |name: &str, on: &str| -> BTreeSet<String> {
        let at = BUNDLED.senses(name).into_iter().flat_map(|entry| entry.at(day(on)));
        at.map(|unit| unit.name().to_owned()).collect()
    };
    assert!(names("tỉnh Hòa Bình", "2026-01-01").contains("Phú Thọ"));
    assert_eq!(names("tỉnh Hòa Bình", "2024-01-01"), BTreeSet::from(["Hòa Bình".to_owned()]));
    let before = BUNDLED.entry("vn/p34/25").unwrap().at(day("2025-01-01"));
    let before: BTreeSet<_> = before.into_iter().map(Entry::name).collect();
    assert_eq!(before, BTreeSet::from(["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"]));
}

#[test]
fn a_name_is_found_in_any_case_and_tone_style() {
    let ids = |name: &str| -> BTreeSet<_> {
        BUNDLED.senses(name).into_iter().filter_map(Entry::id).collect()
    };
    assert!(ids("tỉnh Hòa Bình").contains("vn/p63/17"));
    assert_eq!(ids("tỉnh Hòa Bình"), ids("TỈNH HOÀ BÌNH"));
    assert!(ids("Tân Lập").len() >= 20);
    assert!(ids("không có tên này").is_empty());
    assert_eq!(ids("Y Thanh Hà Niê Kđăm"), ids("Y Thanh Hà Niê K'Đăm"));
    assert_eq!(ids("Nguyễn Hòa Bình"), ids("Nguyễn Hoà Bình"));
    assert!(ids("Y Thanh Hà Niê K'Đăm").contains("person/y-thanh-ha-nie-kdam"));
}

#[test]
fn office_holders_are_found_by_force_acronym_and_day() {
    let holder = |title, body, on| {
        let holders = BUNDLED.office_holders(title, body, day(on));
        holders.first().map(|tenure| tenure.name().to_owned())
    };
    for body in ["Bộ đội Biên phòng", "BĐBP", "Bộ Tư lệnh Bộ đội Biên phòng"] {
        assert_eq!(holder("Tư lệnh", body, "2024-03-05").as_deref(), Some("Lê Đức Thái"), "{body}");
    }
    assert_eq!(
        holder("Bí thư", "Tỉnh ủy Quảng Ninh", "2024-03-05").as_deref(),
        Some("Nguyễn Xuân Ký")
    );
    assert_eq!(
        holder("Chủ tịch", "Hội đồng Dân tộc của Quốc hội", "2023-01-01").as_deref(),
        Some("Y Thanh Hà Niê Kđăm")
    );
    assert_eq!(holder("Tư lệnh", "Bộ đội Biên phòng", "1900-01-01"), None);
    let offices = BUNDLED.offices_of("person/le-duc-thai");
    assert!(offices.len() >= 5 && offices.iter().all(|tenure| !tenure.source().is_empty()));
}
