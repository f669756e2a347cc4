//! Values of documents: what the citation says, completed from what stands beside it and from fuller citations of the same document in the article.

mod beside;
mod mentions;

use super::{Article, Reading};
use crate::value::{DateValue, DocumentValue};
use beside::Beside;

/// The documents of an article, read in order.
#[derive(Debug)]
pub(super) struct Documents {
    /// A value for each draft that is a document.
    pub(super) values: Vec<Option<DocumentValue>>,
    /// The number of the document that each such draft cites, from 0.
    pub(super) numbers: Vec<Option<u32>>,
}

impl Documents {
    /// Reads the documents of an article whose dates are known.
    pub(super) fn read(article: &Article<'_>, dates: &[Option<DateValue>]) -> Self {
        let values = article.drafts.iter().enumerate().map(|(at, draft)| match &draft.reading {
            Reading::Document(citation) => Some(Beside { article, dates, at }.value(citation)),
            _ => None,
        });
        let mut values: Vec<Option<DocumentValue>> = values.collect();
        let numbers = mentions::join(&mut values);
        for (value, draft) in values.iter_mut().zip(&article.drafts) {
            let Some(value) = value else { continue };
            let is_dashed = matches!(&draft.reading, Reading::Document(c) if c.is_dashed);
            value.citation = canonical(value, is_dashed);
        }
        Self { values, numbers }
    }
}

/// The citation in its canonical form.
fn canonical(value: &DocumentValue, is_dashed: bool) -> Option<String> {
    let mut citation = value.r#type.clone().unwrap_or_default();
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
            let mut parts = number.clone();
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
    (!citation.is_empty()).then_some(citation)
}
