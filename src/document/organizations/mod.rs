//! Bodies of the article: names that it defines, which mentions are of one body, and values.
//!
//! 1. An acronym in parentheses after a full name, or after "gọi tắt là", stands for that body in the whole article ([`defined`]).
//! 2. Mentions are of one body that have one id, one name, a name that the article defines for another, or one without the place that the only other has ([`scope`]).
//! 3. A value is read from the list, else from the head, the scope and the place inside ([`value`]).

mod defined;
mod scope;
mod value;

use std::borrow::Cow;
use std::sync::Arc;

use super::words::{Map, with_room};
use super::{Article, Draft, Readings};
use crate::entity::How;
use crate::extraction::ReferenceDate;
use crate::text::fold::fold;
use crate::value::{OrganizationValue, Text};
use crate::{Kind, Value};

pub(super) use defined::establish;

/// The ids of the rules by which the article decides on bodies.
pub(super) const RULES: &[&str] = &[defined::MENTION];

/// Reads the bodies of an article whose places are known.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let day = readings.reference.map(ReferenceDate::day);
    let full = defined::full_names(article);
    let count = article.count(Kind::Organization);
    let mut known = value::Known::new(count);
    let mut bodies: Vec<Body> = Vec::with_capacity(count);
    bodies.extend(article.of(Kind::Organization).map(|(at, draft)| {
        let inside = Inside::of(article, at, draft);
        let (value, alike) =
            value::value(article, at, draft, inside.place, readings, day, &mut known);
        let how = if value.id.is_some() { How::List } else { How::Name };
        Body { at, value, alike, how, end: inside.end }
    }));
    // A defined name has the value of the name that it stands for.
    let defined = if full.is_empty() { 0 } else { bodies.len() };
    for place in 0..defined {
        let Some(at) = bodies.get(place).map(|body| body.at) else { continue };
        let draft = article.drafts.get(at);
        let meant = draft.and_then(|draft| full.of(&text(article, draft)));
        let meant = meant.filter(|meant| *meant != at).and_then(|meant| {
            let place = bodies.binary_search_by_key(&meant, |body| body.at).ok()?;
            let meant = bodies.get(place)?;
            Some((Arc::clone(&meant.value), meant.alike))
        });
        if let (Some(body), Some(meant)) = (bodies.get_mut(place), meant) {
            (body.value, body.alike) = meant;
            body.how = How::Defined;
        }
    }
    let mut meant = scope::complete(article, readings, &mut bodies);
    let mut known: Map<Text, u32> = with_room(count);
    // The numbers of the bodies of each value.
    let mut numbers: Vec<Option<u32>> = vec![None; count];
    let first = readings.number(0);
    for Body { at, value, alike, how, .. } in &bodies {
        let key = meant.remove(at);
        let slot = alike.filter(|_| key.is_none()).and_then(|alike| numbers.get_mut(alike));
        let mut number = slot.as_ref().and_then(|slot| **slot);
        if number.is_none() {
            let next = first + known.len() as u32;
            let key = key.or_else(|| value.id.clone());
            let key = key.or_else(|| Some(fold(value.name.as_deref()?).into()));
            number = key.map(|key| *known.entry(key).or_insert(next));
            slot.into_iter().for_each(|slot| *slot = number);
        }
        if let Some(number) = number {
            readings.join(*at, number, *how);
        }
    }
    readings.number(known.len());
    for Body { at, value, .. } in bodies {
        readings.set(at, Value::Organization(value));
    }
}

/// A mention of a body.
struct Body {
    /// Its place among the drafts.
    at: usize,
    value: Arc<OrganizationValue>,
    /// What ends it, if a draft in it does.
    end: Option<usize>,
    /// The number of the value among those of the article; none where it is changed.
    alike: Option<usize>,
    /// How it is known which body it is.
    how: How,
}

/// What lies in a body, by its places among the drafts.
#[derive(Default)]
struct Inside {
    /// The last place that lies in it.
    place: Option<usize>,
    /// The last draft that ends where it ends.
    end: Option<usize>,
}

impl Inside {
    fn of(article: &Article<'_>, at: usize, body: &Draft) -> Self {
        /// So many drafts after a body are looked at.
        const MOST: usize = 8;
        let mut inside = Self::default();
        let after = article.drafts.iter().enumerate().skip(at + 1).take(MOST);
        for (at, inner) in after.take_while(|(_, inner)| inner.span.start() < body.span.end()) {
            if inner.kind == Kind::Place && inner.span.end() <= body.span.end() {
                inside.place = Some(at);
            }
            if inner.span.end() == body.span.end() {
                inside.end = Some(at);
            }
        }
        inside
    }
}

/// The words of a draft, composed and without invisible characters.
fn text<'t>(article: &Article<'t>, draft: &Draft) -> Cow<'t, str> {
    article.composed(draft.span.range())
}
