//! Values of offices: the title in its standard form, and the body and place that lie in the office.

use super::{Article, Draft, Readings};
use crate::rules::position::PositionReading;
use crate::value::{PositionValue, Text};
use crate::{Kind, Span};

mod term;

/// The value of an office, which is the draft at a place.
pub(super) fn value(
    article: &Article<'_>,
    at: usize,
    draft: &Draft,
    reading: PositionReading,
    readings: &Readings,
) -> PositionValue {
    let (from, until) = term::read(article, at, draft, reading, readings);
    let standard = article
        .index
        .matcher
        .name(reading.title)
        .and_then(|name| article.index.row(name))
        .map(|row| row.kept_cell("title").unwrap_or_else(|| row.kept_name()));
    let title = match standard {
        Some(standard) if reading.listed >= reading.words => standard,
        standard => {
            let written = article.words(draft.span);
            let end = |words: u32| end_of(&written, words);
            let from = standard.as_ref().map_or(0, |_| end(reading.listed));
            let rest = written.get(from..end(reading.words)).unwrap_or_default();
            match standard {
                Some(standard) if rest.is_empty() => standard,
                // What is not of the lists is added as written: `Tổng thống | lâm thời`.
                Some(standard) => Text::from(format!("{standard}{rest}")),
                None => Text::from(rest.to_owned()),
            }
        }
    };
    let (mut body, mut place) = (None, None);
    for inner in nested(article, draft.span) {
        match inner.kind {
            Kind::Organization => body = body.or(Some(inner.span)),
            Kind::Place => place = Some(inner.span),
            _ => {}
        }
    }
    PositionValue {
        title: Some(title),
        organization: body.map(|body| kept_words(article, body)),
        place: place.map(|place| kept_words(article, place)),
        former: reading.is_former,
        acting: reading.is_acting,
        from,
        until,
    }
}

/// Where so many words of a text end.
fn end_of(written: &str, words: u32) -> usize {
    let mut spaces = written.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    spaces.nth(words.saturating_sub(1) as usize).map_or(written.len(), |(at, _)| at)
}

/// The entities that lie in a span, in order.
pub(super) fn nested<'a>(article: &'a Article<'_>, span: Span) -> impl Iterator<Item = &'a Draft> {
    let first = article.drafts.partition_point(|draft| draft.span.start() < span.start());
    let from = article.drafts.get(first..).unwrap_or_default();
    from.iter()
        .take_while(move |draft| draft.span.start() < span.end())
        .filter(move |draft| draft.span != span)
}

/// The words of a span, to keep.
fn kept_words(article: &Article<'_>, span: Span) -> Text {
    article.words(span).into_owned().into()
}
