//! Values of bodies.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::text;
use crate::document::words::{Map, with_room};
use crate::document::{Article, Draft, Reading, Readings};
use crate::gazetteer::{Level, Role};
use crate::text::normalize::Normalized;
use crate::value::{OrganizationValue, Text};
use crate::{Day, Kind};

/// The values of bodies that an article has had so far, each with its number.
#[derive(Debug)]
pub(super) struct Known<'a>(Map<Words<'a>, (Arc<OrganizationValue>, usize)>);

impl Known<'_> {
    /// Room for the values of so many bodies.
    pub(super) fn new(bodies: usize) -> Self {
        Self(with_room(bodies))
    }
}

/// What the value of a body is read from, but for what it is said to be of.
#[derive(Debug, Eq, Hash, PartialEq)]
struct Words<'a> {
    /// Its name in the lists, or the name of its head.
    name: Option<u32>,
    /// The scope that the head has; none where the body is a name.
    scope: Option<Level>,
    /// As given; empty where the list says all.
    text: &'a str,
    place: Option<Text>,
}

impl<'a> Words<'a> {
    fn new(article: &Article<'a>, draft: &Draft, place: Option<Text>) -> Self {
        let (name, scope) = match &draft.reading {
            Reading::Name(name) => (Some(*name), None),
            Reading::Body(body) => (Some(body.head), Some(body.level)),
            _ => (None, Some(Level::None)),
        };
        let listed = name.filter(|_| scope.is_none());
        let listed = listed.and_then(|name| article.index.matcher.name(name));
        let text: &'a str = match listed.is_some_and(|name| name.role == Role::Organization) {
            true => "",
            false => article.input.text.get(draft.span.range()).unwrap_or_default(),
        };
        Self { name, scope, text, place }
    }
}

/// The value of the body that a draft is, with the last place in it: what its list says, else what its head, scope and place say; and its number among those of the article.
pub(super) fn value<'a>(
    article: &Article<'a>,
    at: usize,
    draft: &Draft,
    inner: Option<usize>,
    readings: &Readings,
    day: Option<Day>,
    known: &mut Known<'a>,
) -> (Arc<OrganizationValue>, Option<usize>) {
    let place = inner.and_then(|inner| readings.place(inner)?.name.clone());
    let next = known.0.len();
    let (value, number) = match known.0.entry(Words::new(article, draft, place)) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => {
            let value = of(article, draft, new.key().place.clone(), day);
            new.insert((Arc::new(value), next))
        }
    };
    // `Chính phủ của Anh` is none of Việt Nam.
    if value.level.as_deref() == Some("central")
        && let Some(land) = owner(article, at, draft, readings)
    {
        let (level, place) = (Some(Text::from("foreign")), Some(land));
        let value =
            OrganizationValue { level, place, id: None, successor: None, ..(**value).clone() };
        return (Arc::new(value), None);
    }
    (Arc::clone(value), Some(*number))
}

/// The value of a body with a place in its name.
fn of(
    article: &Article<'_>,
    draft: &Draft,
    place: Option<Text>,
    day: Option<Day>,
) -> OrganizationValue {
    let index = article.index;
    let (name, scope) = match &draft.reading {
        Reading::Name(name) => (Some(*name), Level::None),
        Reading::Body(body) => (Some(body.head), body.level),
        _ => (None, Level::None),
    };
    let name = name.and_then(|name| index.matcher.name(name));
    let row = name.and_then(|name| index.row(name));
    let cell = |column: &str| row.map(|row| row.get(column)).filter(|cell| !cell.is_empty());
    // A listed body that more of the name follows is its head, and no longer the body of the list.
    let is_whole = matches!(draft.reading, Reading::Name(_))
        && name.is_some_and(|name| name.role == Role::Organization);
    let id = cell("id").filter(|_| is_whole);
    let place = place.or_else(|| row.filter(|_| is_whole)?.kept_cell("place"));
    let level = match scope {
        Level::Country if place.as_deref().is_some_and(|place| place != "Việt Nam") => {
            Some("foreign")
        }
        _ => level(scope).filter(|_| cell("level") != Some("unit")),
    };
    let ended = row.filter(|_| id.is_some()).and_then(|row| index.entry_of(row)).zip(day);
    let ended = ended.filter(|(entry, day)| entry.period().has_ended(*day));
    let successor = ended.and_then(|(entry, day)| {
        let next = entry.successors_at(day).first().map(|next| next.entry());
        Some(next.or_else(|| Some(entry.successors().next()?.entry()))?.row().kept_name())
    });
    OrganizationValue {
        name: row
            .filter(|_| is_whole)
            .map(|row| row.kept_name())
            .or_else(|| Some(text(article, draft).into_owned().into())),
        r#type: row.and_then(|row| row.kept_cell("type")),
        level: level.map(Text::from).or_else(|| row?.kept_cell("level")),
        place,
        id: row.filter(|_| id.is_some()).and_then(|row| row.kept_cell("id")),
        successor,
    }
}

/// The name of the foreign country that a body is said to be of: `Anh` in `Quốc hội của Anh`.
fn owner(article: &Article<'_>, at: usize, draft: &Draft, readings: &Readings) -> Option<Text> {
    let (number, next) = article
        .drafts
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(4)
        .find(|(_, other)| other.span.start() >= draft.span.end())?;
    let between = article.input.text.get(draft.span.end()..next.span.start())?;
    let place = readings.place(number).filter(|_| next.kind == Kind::Place)?;
    let is_land = place.level.as_deref() == Some("country");
    let name = place.name.clone().filter(|name| is_land && name != "Việt Nam")?;
    if !between.trim_start().starts_with(|c: char| c == 'c' || !c.is_ascii()) {
        return None;
    }
    let mut words = Normalized::default();
    words.read(between);
    ["của", "của nước"].contains(&words.text.trim()).then_some(name)
}

/// What a scope makes the level of a body.
fn level(scope: Level) -> Option<&'static str> {
    match scope {
        Level::Country => Some("central"),
        Level::Province => Some("province"),
        Level::District => Some("district"),
        Level::Commune => Some("commune"),
        _ => None,
    }
}
