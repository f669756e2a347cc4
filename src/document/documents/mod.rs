//! Values of documents: what the citation says, completed from what stands beside it and from fuller citations of the same document in the article.

mod beside;
mod mentions;

use super::{Article, Reading, Readings};
use crate::Value;
use crate::value::{DocumentValue, Text};
use beside::Beside;

/// Reads the documents of an article whose dates are known.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let mut cited = Vec::new();
    for (at, draft) in article.drafts.iter().enumerate() {
        if let Reading::Document(citation) = &draft.reading {
            let value = Beside { article, readings, at }.value(citation);
            cited.push((at, value, &**citation));
        }
    }
    let (count, joined) =
        mentions::join(cited.iter_mut().map(|(_, value, citation)| (value, citation.is_slip)));
    let first = readings.number(count);
    for ((at, mut value, citation), (number, rule)) in cited.into_iter().zip(joined) {
        value.citation = canonical(&value, citation.is_dashed);
        readings.set(at, Value::Document(value));
        readings.join(at, first + number, rule);
    }
}

/// The citation in its canonical form.
fn canonical(value: &DocumentValue, is_dashed: bool) -> Option<Text> {
    let mut citation = value.r#type.as_deref().unwrap_or_default().to_owned();
    let mut push = |part: &str| {
        if !citation.is_empty() && !part.is_empty() {
            citation.push(' ');
        }
        citation.push_str(part);
    };
    if let Some(title) = &value.title {
        push(title);
    }
    let year = value.year.map(|year| year.to_string());
    match &value.number {
        Some(number) => {
            let symbol = value.symbol.as_deref().unwrap_or_default();
            // Party papers, and State papers of old, have a dash.
            let has_dash = year.is_none() && (is_dashed || symbol.contains('/'));
            let mut parts = number.to_string();
            if let Some(year) = &year {
                parts.push('/');
                parts.push_str(year);
            }
            if !symbol.is_empty() {
                parts.push(if has_dash { '-' } else { '/' });
                parts.push_str(symbol);
            }
            push("số");
            push(&parts);
        }
        None => {
            if let Some(year) = &year {
                push("năm");
                push(year);
            }
        }
    }
    (!citation.is_empty()).then(|| citation.into())
}
