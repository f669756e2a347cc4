//! Bodies of a place that are named without it: `Tỉnh ủy` where the article has `Tỉnh ủy Quảng Ninh`.

use std::sync::Arc;

use super::Body;
use crate::document::words::{Map, Set};
use crate::document::{Article, Draft, Readings};
use crate::entity::How;
use crate::text::fold::fold;
use crate::value::Text;

/// So many bodies of a name with places are told apart.
const MOST: usize = 8;

/// Gives bodies without a place that of the only body of the name that the article has with one. For the draft of each such body, by what the other is known: its id or its name.
pub(super) fn complete(
    article: &Article<'_>,
    readings: &Readings,
    bodies: &mut [Body],
) -> Map<usize, Text> {
    let mut meant = Map::default();
    if !bodies.iter().any(is_open) {
        return meant;
    }
    // As given: of bodies that are written alike, the first stands for all.
    let given = |body: &Body| {
        let span = article.drafts.get(body.at).map(|draft| draft.span.range());
        article.input.text.get(span.unwrap_or_default()).unwrap_or_default()
    };
    let name =
        |body: &Body| article.drafts.get(body.at).map(|draft| fold(&article.words(draft.span)));
    let mut firsts: Set<&str> = Set::default();
    let mut scoped: Vec<(String, &Body)> = Vec::new();
    for body in bodies.iter().filter(|body| last_unit(article, readings, body).is_some()) {
        if firsts.insert(given(body)) {
            scoped.extend(name(body).map(|name| (name, body)));
        }
    }
    if scoped.is_empty() {
        return meant;
    }
    scoped.sort_by(|(one, _), (other, _)| one.cmp(other));
    scoped.dedup_by(|(one, _), (other, _)| one == other);
    let mut meanings: Map<&str, Option<(Text, Option<Text>)>> = Map::default();
    let mut found = Vec::new();
    for (place, body) in bodies.iter().enumerate().filter(|(_, body)| is_open(body)) {
        let meaning = meanings
            .entry(given(body))
            .or_insert_with(|| meaning(article, readings, &scoped, &name(body)?));
        if let Some((key, scope)) = meaning {
            found.push((place, key.clone(), scope.clone()));
        }
    }
    for (place, key, scope) in found {
        if let Some(body) = bodies.get_mut(place) {
            body.how = How::WithoutPlace;
            body.alike = None;
            Arc::make_mut(&mut body.value).place = scope;
            meant.insert(body.at, key);
        }
    }
    meant
}

/// By what the only body is known, and its place, whose name has a place after a short one; bodies are in the order of their names.
fn meaning(
    article: &Article<'_>,
    readings: &Readings,
    bodies: &[(String, &Body)],
    short: &str,
) -> Option<(Text, Option<Text>)> {
    let first = bodies.partition_point(|(full, _)| full.as_str() <= short);
    let fulls = bodies.get(first..).unwrap_or_default().iter().take(MOST);
    let fulls = fulls.take_while(|(full, _)| full.starts_with(short));
    let mut fulls = fulls.filter(|(full, other)| {
        let tail = full.get(short.len()..).and_then(|tail| tail.strip_prefix(' '));
        tail.is_some_and(|tail| is_of_place(article, readings, other, tail))
    });
    let (full, only) = fulls.next()?;
    if fulls.next().is_some() {
        return None;
    }
    let name = || only.value.name.as_deref().map_or_else(|| full.clone(), fold);
    let key = only.value.id.clone().unwrap_or_else(|| name().into());
    Some((key, only.value.place.clone()))
}

/// Whether a body is one of many of its name, and nothing tells which: not of the whole country.
fn is_open(body: &Body) -> bool {
    let value = &body.value;
    let is_listed = value.id.as_deref().is_some_and(|id| !id.starts_with("org/institution/"));
    let level = value.level.as_deref();
    value.place.is_none()
        && !is_listed
        && !matches!(level, Some("central" | "international" | "foreign"))
}

/// Whether words are those of the unit that ends a body, or its last.
fn is_of_place(article: &Article<'_>, readings: &Readings, body: &Body, words: &str) -> bool {
    last_unit(article, readings, body).is_some_and(|unit| {
        let unit = fold(&article.words(unit.span));
        unit.strip_suffix(words).is_some_and(|head| head.is_empty() || head.ends_with(' '))
    })
}

/// The administrative unit that ends a body: the last place in it.
fn last_unit<'a>(article: &'a Article<'_>, readings: &Readings, body: &Body) -> Option<&'a Draft> {
    let level = readings.place(body.end?)?.level.as_deref()?;
    let is_unit = matches!(level, "province" | "district" | "commune");
    article.drafts.get(body.end?).filter(|_| is_unit)
}
