//! Which person of the lists someone is.
//!
//! 1. Name and office agree: whoever of that name held the office on the day of the article, else whoever held it ever.
//! 2. Without an office, a name that one person of the lists has and that is of no common build.
//! 3. A name whose offices the lists do not know is of someone else of that name, and so is one that two of the lists could be.

use super::offices::Said;
use crate::Day;
use crate::gazetteer::{Index, Tenure};
use crate::text::fold::fold_name;

/// The office was held on the day.
const OFFICE: &str = "rule/identity/office";
/// The office was held before or after it.
const OTHER_TIME: &str = "rule/identity/office-at-another-time";
/// Nobody else is known by the name.
const NAME: &str = "rule/identity/rare-name";

/// The id among the names and ids of the lists, and the rule that decides.
pub(super) fn choose<'i>(
    index: &Index,
    ids: &[(&'i str, &'i str)],
    said: &Said,
    middle: Option<&str>,
    day: Option<Day>,
) -> Option<(&'i str, &'static str)> {
    if ids.is_empty() {
        return None;
    }
    if said.positions.is_empty() {
        // A name of the commonest build is many people's.
        let rare = !matches!(middle, Some("văn" | "thị"));
        return match ids {
            [(_, only)] if rare => Some((only, NAME)),
            _ => None,
        };
    }
    let former: Vec<&str> =
        said.former.iter().filter_map(|status| status.title.as_deref()).collect();
    let holds = |(name, id): &(&str, &str), on: Option<Day>| {
        index.tenures_of(name, id).any(|tenure| {
            let held = |office: &str| {
                let is_former = former.contains(&office);
                is_office(index, office, &tenure)
                    && on.is_none_or(|day| {
                        is_former && !tenure.period().is_to_come(day)
                            || tenure.period().contains(day) != Some(false)
                    })
            };
            said.positions.iter().any(|office| held(office))
        })
    };
    let only = |on: Option<Day>| {
        let mut agree = ids.iter().filter(|id| holds(id, on));
        let first = agree.next().map(|(_, id)| *id);
        (first, agree.next().is_some())
    };
    let (found, is_open) = only(day);
    match found {
        Some(_) if is_open => None,
        Some(id) => Some((id, OFFICE)),
        None => match only(None) {
            (Some(id), false) => Some((id, OTHER_TIME)),
            _ => None,
        },
    }
}

/// Whether an office as written is that of a tenure: the same title, and no other body.
fn is_office(index: &Index, office: &str, tenure: &Tenure<'_>) -> bool {
    let title = fold_name(tenure.title());
    let count = title.split(' ').count();
    let (head, rest): (Vec<&str>, Vec<&str>) = (
        office.split_whitespace().take(count).collect(),
        office.split_whitespace().skip(count).collect(),
    );
    if fold_name(&head.join(" ")) != title {
        return false;
    }
    if rest.is_empty() {
        return true;
    }
    let key = |body: &str| index.body_key(body).replace("tp.hcm", "hồ chí minh");
    let (named, known) = (key(&rest.join(" ")), key(tenure.body()));
    let lies_in = |one: &str, other: &str| {
        one.split(' ').all(|word| other.split(' ').any(|other| other == word))
    };
    // `Chủ tịch UBND tỉnh`: the body without its place.
    lies_in(&named, &known) || !known.is_empty() && lies_in(&known, &named)
}
