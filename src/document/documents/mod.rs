//! Values of documents: what the citation says, completed from what stands beside it and from fuller citations of the same document in the article.

mod beside;
mod issuer;
mod mentions;
mod passing;
mod subject;

use super::{Article, Reading, Readings};
use crate::Kind;
use crate::rules::document::Citation;
use crate::text::normalize::spaced;
use crate::value::{DocumentValue, Text};
use beside::Beside;
use issuer::Coded;

/// Reads the documents of an article whose dates are known.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let mut cited = Vec::new();
    let coded = Coded::default();
    for (at, draft) in article.of(Kind::Document) {
        if let Reading::Document(citation) = &draft.reading {
            let value = Beside { article, readings, coded: &coded, at }.value(citation);
            cited.push((at, value, &**citation));
        }
    }
    share(article, &mut cited);
    let (count, joined) =
        mentions::join(cited.iter_mut().map(|(_, value, citation)| (value, citation.is_slip)));
    let first = readings.number(count);
    for ((at, mut value, citation), (number, how)) in cited.into_iter().zip(joined) {
        value.citation = canonical(&value, citation.is_dashed);
        readings.set(at, value.into());
        readings.join(at, first + number, how);
    }
}

/// A citation as it is read: the draft, its value, and what the rule read.
type Cited<'a> = (usize, DocumentValue, &'a Citation);

/// Gives the issuer that one citation of a list says to its neighbours of the same form: `Nghị quyết số 170 và Nghị quyết số 29 của Quốc hội`.
fn share(article: &Article<'_>, cited: &mut [Cited<'_>]) {
    // Forwards for what stands before the list, then backwards for what stands after it.
    for at in 1..cited.len() {
        pass_on(article, cited, at - 1, at);
    }
    for at in (1..cited.len()).rev() {
        pass_on(article, cited, at, at - 1);
    }
}

fn pass_on(article: &Article<'_>, cited: &mut [Cited<'_>], from: usize, to: usize) {
    let (Some((from_at, from, _)), Some((to_at, to_value, _))) = (cited.get(from), cited.get(to))
    else {
        return;
    };
    let is_alike = from.r#type == to_value.r#type
        && from.number.is_some() == to_value.number.is_some()
        && from.symbol == to_value.symbol;
    if to_value.issuer.is_some() || !is_alike || !is_list(article, *from_at, *to_at) {
        return;
    }
    let issuer = from.issuer.clone();
    if let Some((_, value, _)) = cited.get_mut(to) {
        value.issuer = issuer;
    }
}

/// Whether nothing but commas, `và` and days stands between two citations.
fn is_list(article: &Article<'_>, one: usize, other: usize) -> bool {
    let (first, last) = (one.min(other), one.max(other));
    let drafts = article.drafts.get(first..=last).unwrap_or_default();
    drafts.windows(2).all(|pair| {
        let [before, after] = pair else { return false };
        let between: &[&str] = match after.kind {
            Kind::Date => &[""],
            Kind::Document => &["", "và", "số", "và số"],
            _ => return false,
        };
        let text = article.input.text.get(before.span.end()..after.span.start());
        let gap = spaced(text.unwrap_or_default());
        between.contains(&gap.trim_matches([' ', ',']))
    })
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
