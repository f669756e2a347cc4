//! Whose rank it is, where army and police have it: what stands after the rank tells (`Đại tá Công an`), or what the holder's offices are of.

use super::offices::Said;
use super::{Article, Reading};
use crate::gazetteer::Role;
use crate::text::fold::fold_name;
use crate::text::normalize::composed;
use crate::value::RankValue;

/// Words of offices in the police, and in the army.
const POLICE: [&str; 3] = ["công an", "cảnh sát", "csgt"];
const ARMY: [&str; 9] = [
    "bđbp", "quân khu", "quân đoàn", "quân sự", "quốc phòng", "bộ đội", "biên phòng", "quân ủy",
    "quân đội",
];

/// The longest branch, in characters, with its marks apart.
const LONGEST: usize = 60;

/// The values of the ranks of a person that several forces have and that the article gives to one.
pub(super) fn read(article: &Article<'_>, said: &Said) -> Vec<(usize, RankValue)> {
    let ranks = said.held.iter().filter_map(|at| {
        let draft = article.drafts.get(*at)?;
        let Reading::Name(name) = draft.reading else { return None };
        let row = article.index.matcher.name(name).filter(|name| name.role == Role::Rank)?;
        let row = article.index.row(row)?;
        row.get("force").contains(';').then_some((*at, draft.span, row))
    });
    let mut offices: Option<Vec<String>> = None;
    ranks
        .filter_map(|(at, span, row)| {
            let rest = article.input.text.get(span.end()..).unwrap_or_default();
            let near = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
            let rest = composed(rest.get(..near).unwrap_or_default());
            let words: Vec<&str> = rest.split_whitespace().take(4).collect();
            let branch = (1..=words.len()).rev().find_map(|count| {
                let words = words.get(..count)?.join(" ");
                let names = article.index.look_up(&words);
                let branch = names.iter().find(|name| name.role == Role::Branch)?;
                Some(article.index.row(branch)?.get("branch"))
            });
            let fold = || said.positions.iter().map(|office| fold_name(office)).collect();
            let offices = offices.get_or_insert_with(fold);
            let is_of = |words: &[&str]| {
                offices.iter().any(|office| words.iter().any(|word| office.contains(word)))
            };
            let force = match branch {
                Some("police") => "police",
                Some(_) => "army",
                None if is_of(&POLICE) => "police",
                None if is_of(&ARMY) => "army",
                None => return None,
            };
            Some((at, RankValue { name: Some(row.kept_name()), force: Some(force.into()) }))
        })
        .collect()
}
