//! Who issued a document: what its symbol, its type and the words around it say, weighed.
//!
//! An office stands for the body that it heads: what `Bộ trưởng Bộ Y tế` signs is of `Bộ Y tế`, what the Prime Minister and his deputies sign is of `Thủ tướng Chính phủ`. The column `signs` of
//! `person/position.tsv` says where it is not the body named in the office.

use std::cell::RefCell;

use crate::Kind;
use crate::document::positions::nested;
use crate::document::words::Map;
use crate::document::{Article, Draft, Reading};
use crate::gazetteer::Role;
use crate::gazetteer::table::Row;
use crate::rules::document::Citation;
use crate::value::Text;

const GOVERNMENT: &str = "Chính phủ";
const PREMIER: &str = "Thủ tướng Chính phủ";

/// The issuer as the words around a citation say it.
#[derive(Clone, Debug)]
pub(super) enum Told {
    /// `của Bộ Y tế`
    Owner(Text),
    /// `Bộ Y tế vừa ban hành …`, `… do Thủ tướng ký`
    Passer(Text),
}

/// The issuer of a document, of which the words around it may have told one.
pub(super) fn settled(
    article: &Article<'_>,
    citation: &Citation,
    told: Option<Told>,
    coded: &Coded,
) -> Option<Text> {
    let coded = coded.issuer(article, citation);
    // What a law is said to be of is as often its matter: `Luật Giáo dục của Bộ`.
    let told = told.filter(|told| !is_law(article, citation) || told.is_assembly());
    let is_joint = citation.class.ends_with("liên tịch");
    let is_government = |name: &str| [GOVERNMENT, PREMIER].contains(&name);
    match (told, coded) {
        // The Government and its head are often taken for each other, and their letters tell them apart.
        (Some(Told::Owner(told)), Some(coded))
            if !(is_joint || is_government(&told) && is_government(&coded)) =>
        {
            Some(told)
        }
        (Some(Told::Passer(told)), None) if !fits_symbol(article, citation, &told) => None,
        // `Hội đồng Chính phủ` says more than the letters of `Chính phủ`.
        (Some(Told::Passer(told)), Some(coded)) if told.ends_with(&*coded) => Some(told),
        (_, Some(coded)) => Some(coded),
        (Some(Told::Owner(told) | Told::Passer(told)), None) => {
            Some(by_type(article, citation, told))
        }
        (None, None) => {
            let is_numbered = !citation.number.is_empty() && citation.symbol.is_empty();
            (is_numbered && citation.class == "Nghị định").then_some(Text::from(GOVERNMENT))
        }
    }
}

impl Told {
    /// Whether the issuer passes laws.
    fn is_assembly(&self) -> bool {
        let (Told::Owner(told) | Told::Passer(told)) = self;
        ["Quốc hội", "Hội đồng Nhà nước", "Nghị viện"].iter().any(|name| told.contains(name))
    }
}

/// Whether the document is a law or an ordinance.
fn is_law(article: &Article<'_>, citation: &Citation) -> bool {
    class_row(article, citation).is_some_and(|row| row.get("titled") == "law")
}

/// The row of the citation's type.
fn class_row<'a>(article: &Article<'a>, citation: &Citation) -> Option<Row<'a>> {
    let index = article.index;
    let names = index.look_up(&citation.class);
    let types = names.iter().filter(|name| name.role == Role::DocumentType);
    types.filter_map(|name| index.row(name)).find(|row| row.name() == citation.class)
}

/// Of the Government and its head the one that issues papers of a type: decrees are of the Government, dispatches of the Prime Minister.
fn by_type(article: &Article<'_>, citation: &Citation, told: Text) -> Text {
    let other = match &*told {
        GOVERNMENT => PREMIER,
        PREMIER => GOVERNMENT,
        _ => return told,
    };
    let Some(row) = class_row(article, citation) else { return told };
    let has = |issuer: &str| row.list("issuers").any(|listed| listed == issuer);
    if has(other) && !has(&told) { Text::from(other) } else { told }
}

/// The rows of the bodies whose letters a part of a symbol is.
fn rows<'a>(article: &Article<'a>, part: &str) -> Vec<Row<'a>> {
    let index = article.index;
    let names = index.look_up(part);
    let mut found: Vec<Row<'a>> = Vec::new();
    for name in names.iter().filter(|name| name.role == Role::Issuer) {
        let Some(row) = index.row(name) else { continue };
        let is_named = row.name() == part || row.list("aliases").any(|alias| alias == part);
        if is_named && !found.iter().any(|other| other.is(row)) {
            found.push(row);
        }
    }
    found
}

/// The issuers that the letters of symbols say, for those that the article had so far.
#[derive(Debug, Default)]
pub(super) struct Coded(RefCell<Map<String, Vec<Text>>>);

impl Coded {
    /// The issuer that the symbol says.
    fn issuer(&self, article: &Article<'_>, citation: &Citation) -> Option<Text> {
        let mut known = self.0.borrow_mut();
        if !known.contains_key(&citation.symbol) {
            known.insert(citation.symbol.clone(), by_symbol(article, &citation.symbol));
        }
        let issuers = known.get(&citation.symbol)?;
        // Of `BTC-TCT` the first is the issuer; of `TTLT-BCA-BQP` all are.
        match citation.class.ends_with("liên tịch") {
            true => (!issuers.is_empty()).then(|| issuers.join(", ").into()),
            false => issuers.first().cloned(),
        }
    }
}

/// The issuers that the parts of a symbol say, in order.
fn by_symbol(article: &Article<'_>, symbol: &str) -> Vec<Text> {
    let issuer = |part: &str| {
        let rows = rows(article, part);
        // Letters that are those of a body and of an office as well say neither.
        let [row] = rows.as_slice() else { return None };
        let is_body = row.get("kind") == "body" && part != "TW" && part != "TƯ";
        is_body.then(|| row.get("issuer").to_owned().into())
    };
    symbol.split(['-', '/']).filter_map(issuer).collect()
}

/// Whether a body may be the one whose level the letters say: `UBND`, `HĐND`, `TU`.
fn fits_symbol(article: &Article<'_>, citation: &Citation, told: &str) -> bool {
    let told = told.to_lowercase();
    citation.symbol.split(['-', '/']).all(|part| {
        let rows = rows(article, part);
        let [row] = rows.as_slice() else { return true };
        // `Tỉnh ủy, Thành ủy trực thuộc Trung ương`: two words name the kind of body.
        let mut kinds = row.get("issuer").split(", ").map(|name| {
            let end = name.match_indices(' ').nth(1).map_or(name.len(), |(end, _)| end);
            name.get(..end).unwrap_or(name).to_lowercase()
        });
        row.get("kind") != "level"
            || told.contains(&row.name().to_lowercase())
            || kinds.any(|kind| told.contains(&kind))
    })
}

/// The issuer of what the holder of an office signs.
pub(super) fn of_office(article: &Article<'_>, office: &Draft) -> Option<Text> {
    let Reading::Position(reading) = &office.reading else { return None };
    let row = article.index.matcher.name(reading.title).and_then(|name| article.index.row(name))?;
    let inner = |kind: Kind| nested(article, office.span).find(move |inner| inner.kind == kind);
    let body = inner(Kind::Organization).map(|body| article.words(body.span).into_owned());
    // `Thủ tướng Nhật Bản`
    if body.is_none() && inner(Kind::Place).is_some() {
        return None;
    }
    match row.get("signs") {
        "" => body.map(|body| Text::from(capitalised(&body))),
        "-" => None,
        signs => Some(Text::from(signs.to_owned())),
    }
}

/// The issuer that a body or office is, of which a document is said to be: `của Bộ Y tế`, `của Thủ tướng`.
pub(super) fn of_owner(article: &Article<'_>, owner: &Draft) -> Text {
    let office = Some(owner).filter(|owner| owner.kind == Kind::Position);
    let office = office.and_then(|owner| of_office(article, owner));
    let whole = || Text::from(article.words(owner.span).into_owned());
    // Other offices issue papers of their own: `Bộ trưởng Bộ Công an`, `Chủ tịch UBND tỉnh`.
    office.filter(|name| *name == PREMIER).unwrap_or_else(whole)
}

/// A name with a capital first: a body in an office may have none, `Chánh | thanh tra tỉnh`.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
