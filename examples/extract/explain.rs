//! Writes why the entities at a place are what they are.

use std::io::Write;

use dinhdanh::{Extractor, Fate, OffsetUnit, Offsets, Span};
use serde::Serialize;

use crate::article::Article;
use crate::format::Format;
use crate::format::jsonl::Line;
use crate::layout;

/// What is written as JSON besides the id.
#[derive(Serialize)]
struct Explained<T: Serialize> {
    #[serde(flatten)]
    span: Span,
    decisions: T,
}

/// Explains a span that is given in a unit.
pub fn write(
    article: &Article<'_>,
    extractor: &Extractor,
    span: Span,
    unit: OffsetUnit,
    format: Format,
) -> Vec<u8> {
    let mut offsets = Offsets::new(&article.text, unit);
    let bytes = offsets.to_bytes(span);
    let explanation = extractor.explain(article.input(), bytes);
    if format == Format::Jsonl {
        let decisions = explanation.with_offsets(&article.text, unit);
        return Line { id: &article.id, rest: Explained { span, decisions } }.write();
    }
    let mut output = Vec::new();
    let text = |span: Span| article.text.get(span.range()).unwrap_or_default();
    let mut line = |line: std::fmt::Arguments<'_>| {
        // OK because a vector takes whatever is written.
        let _ = writeln!(output, "{line}");
    };
    let id = layout::shorten(&article.id, 96);
    line(format_args!("{id}, {unit} {span}: {:?}", text(bytes)));
    if explanation.decisions().is_empty() {
        line(format_args!("  nothing was proposed here"));
    }
    for decision in explanation.decisions() {
        let fate = match decision.fate() {
            Fate::Accepted => "accepted".to_owned(),
            Fate::Held => "held, for no evidence in the article".to_owned(),
            Fate::Blocked => "blocked by a list".to_owned(),
            Fate::Lost { kind, span, rule } => {
                format!("lost to {kind} {} {:?} by {rule}", offsets.convert(*span), text(*span))
            }
            Fate::Article { rule, accepted: true } => format!("accepted by {rule}"),
            Fate::Article { rule, accepted: false } => format!("refused by {rule}"),
            _ => "decided".to_owned(),
        };
        let span = decision.span();
        line(format_args!(
            "  {:<12} {} {:?} by {}: {fate}",
            decision.kind(),
            offsets.convert(span),
            text(span),
            decision.rule(),
        ));
    }
    output
}
