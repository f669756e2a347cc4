//! Values of offices: the title in its standard form, and the body and place that lie in the office.

use std::borrow::Cow;

use super::{Article, Draft, Readings};
use crate::rules::position::PositionReading;
use crate::text::normalize::spaced;
use crate::value::{PositionValue, Text};
use crate::{Kind, Span};

mod term;

/// The value of an office.
pub(super) fn value(
    article: &Article<'_>,
    draft: &Draft,
    reading: PositionReading,
    readings: &Readings,
) -> PositionValue {
    let (from, until) = term::read(article, draft, reading, readings);
    let written = words(article, draft.span);
    let standard = article
        .index
        .matcher
        .name(reading.title)
        .and_then(|name| article.index.row(name))
        .map(|row| row.kept_cell("title").unwrap_or_else(|| row.kept_name()));
    let count = |tokens: u32| {
        written
            .char_indices()
            .filter(|(_, c)| *c == ' ')
            .nth(tokens.saturating_sub(1) as usize)
            .map_or(written.len(), |(at, _)| at)
    };
    let all = written.get(..count(reading.words)).unwrap_or_default();
    // What is not of the lists is added as written: `Tổng thống | lâm thời`.
    let added = written.get(count(reading.listed)..count(reading.words)).unwrap_or_default();
    let title = match standard {
        Some(standard) if added.is_empty() => standard,
        Some(standard) => Text::from(format!("{standard}{added}")),
        None => Text::from(all.to_owned()),
    };
    let inner = |kind: Kind| nested(article, draft.span).filter(move |inner| inner.kind == kind);
    PositionValue {
        title: Some(title),
        organization: inner(Kind::Organization).next().map(|body| kept_words(article, body.span)),
        place: inner(Kind::Place).last().map(|place| kept_words(article, place.span)),
        former: reading.is_former,
        acting: reading.is_acting,
        from,
        until,
    }
}

/// The entities that lie in a span, in order.
pub(super) fn nested<'a>(article: &'a Article<'_>, span: Span) -> impl Iterator<Item = &'a Draft> {
    let first = article.drafts.partition_point(|draft| draft.span.start() < span.start());
    let from = article.drafts.get(first..).unwrap_or_default();
    from.iter()
        .take_while(move |draft| draft.span.start() < span.end())
        .filter(move |draft| draft.span != span)
}

/// The words of a span, in NFC, with single spaces and without what is invisible.
pub(super) fn words<'t>(article: &Article<'t>, span: Span) -> Cow<'t, str> {
    let text: &'t str = article.input.text;
    spaced(text.get(span.range()).unwrap_or_default())
}

/// The words of a span, to keep.
pub(super) fn kept_words(article: &Article<'_>, span: Span) -> Text {
    words(article, span).into_owned().into()
}
