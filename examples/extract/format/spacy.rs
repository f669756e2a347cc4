//! A line of JSON an article, for spaCy and Prodigy, which count in code points.
//!
//! `entities` are the outermost ones as `[start, end, label]`, as `Doc.ents` has them, which may not overlap; `spans` are all of them as objects, for a span group.

use dinhdanh::{Day, Entity, Extraction, OffsetUnit, Offsets, Span};
use serde::Serialize;

use super::{Writer, jsonl, label};
use crate::article::Article;

pub struct Spacy;

#[derive(Serialize)]
struct Doc<'a> {
    text: &'a str,
    entities: Vec<(usize, usize, String)>,
    spans: Vec<SpanOf>,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct SpanOf {
    start: usize,
    end: usize,
    label: String,
    /// The id in the lists, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    kb_id: Option<String>,
    /// Why it was found.
    span_id: String,
}

#[derive(Serialize)]
struct Meta<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference_date: Option<Day>,
}

impl Writer for Spacy {
    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        let mut offsets = Offsets::new(extraction.text(), OffsetUnit::CodePoint);
        let entities: Vec<(Entity<'_>, Span)> =
            extraction.entities().map(|entity| (entity, offsets.convert(entity.span()))).collect();
        let outermost = entities.iter().filter(|(entity, _)| entity.parent().is_none());
        let spans = entities.iter().map(|(entity, span)| SpanOf {
            start: span.start(),
            end: span.end(),
            label: label(*entity),
            kb_id: entity.value().id().map(str::to_owned),
            span_id: entity.rule(),
        });
        jsonl::line(&Doc {
            text: extraction.text(),
            entities: outermost
                .map(|(entity, span)| (span.start(), span.end(), label(*entity)))
                .collect(),
            spans: spans.collect(),
            meta: Meta {
                id: &article.id,
                reference_date: extraction.reference_date().map(|date| date.day()),
            },
        })
    }
}
