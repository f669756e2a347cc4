//! Values of drafts.

use unicode_normalization::UnicodeNormalization;

use super::{Article, Draft, Reading, Readings};
use crate::text::normalize::is_regular;
use crate::value::*;
use crate::{Kind, Value};

/// Gives the drafts that have none yet a value.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    for (at, draft) in article.drafts.iter().enumerate() {
        if !readings.is_read(at) {
            let value = value(article, at, draft, readings);
            readings.set(at, value);
        }
    }
}

/// The value of a draft, as far as its own words say it.
fn value(article: &Article<'_>, at: usize, draft: &Draft, readings: &Readings) -> Value {
    let text = article.input.text.get(draft.span.range()).unwrap_or_default();
    let row = match draft.reading {
        Reading::Name(name) => {
            article.index.matcher.name(name).and_then(|name| article.index.row(name))
        }
        _ => None,
    };
    let name = || match row {
        Some(row) => row.kept_name(),
        None if is_regular(text) => text.to_owned().into(),
        None => text.nfc().collect::<String>().into(),
    };
    let cell = |column: &str| row.and_then(|row| row.kept_cell(column));
    match draft.kind {
        Kind::Person => {
            PersonValue { name: Some(name()), id: cell("id"), ..Default::default() }.into()
        }
        Kind::Organization => OrganizationValue { name: Some(name()), ..Default::default() }.into(),
        Kind::Place => PlaceValue {
            name: Some(name()),
            level: cell("level"),
            code: cell("code"),
            id: cell("id"),
            ..Default::default()
        }
        .into(),
        Kind::Document => DocumentValue { citation: Some(name()), ..Default::default() }.into(),
        Kind::Date => DateValue::default().into(),
        Kind::Rank => RankValue { name: Some(name()), force: cell("force") }.into(),
        Kind::Own => {
            let label = row.map(|row| row.label().to_owned().into());
            OwnValue { label, name: Some(name()), id: cell("id") }.into()
        }
        Kind::Position => match draft.reading {
            Reading::Position(reading) => {
                super::positions::value(article, at, draft, reading, readings).into()
            }
            _ => PositionValue { title: Some(name()), ..Default::default() }.into(),
        },
    }
}
