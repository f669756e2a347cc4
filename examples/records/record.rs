//! What is kept of an article: its people, documents and dates.

use dinhdanh::{Entity, Extraction, Kind};
use serde::Serialize;

use crate::layout;

/// The records of one article.
#[derive(Debug)]
pub struct Article {
    pub people: Vec<Person>,
    pub documents: Vec<Document>,
    pub dates: Vec<Date>,
}

/// Which articles mention something, and how often all together.
#[derive(Clone, Debug, Serialize)]
pub struct Mentioned {
    pub mentions: usize,
    /// The articles, in the order of the input.
    pub articles: Vec<String>,
}

/// A person.
#[derive(Debug, Serialize)]
pub struct Person {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// The bodies that the offices name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(flatten)]
    pub mentioned: Mentioned,
}

/// An office, as written.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Office {
    pub name: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub former: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub acting: bool,
}

/// A document.
#[derive(Debug, Serialize)]
pub struct Document {
    pub citation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Whether the citation tells the document from all others.
    #[serde(skip)]
    pub is_full: bool,
    #[serde(flatten)]
    pub mentioned: Mentioned,
}

/// A day or period and the sentence that says what happened then.
#[derive(Debug, Serialize)]
pub struct Date {
    pub from: String,
    pub to: String,
    pub text: String,
    pub sentence: String,
    pub article: String,
}

impl Article {
    pub fn new(id: &str, extraction: &Extraction<'_>) -> Self {
        let mentioned = |mentions: usize| Mentioned { mentions, articles: vec![id.to_owned()] };
        let people = extraction.people().map(|person| Person {
            name: person.name().unwrap_or_default().to_owned(),
            rank: person.rank().map(str::to_owned),
            offices: person.offices().map(Office::from).collect(),
            organizations: person.organizations().map(name).collect(),
            id: person.value().id().map(str::to_owned),
            mentioned: mentioned(person.mentions().count()),
        });
        let documents = extraction.documents().map(|document| {
            let value = document.value();
            let citation = value.citation().unwrap_or_default();
            let number = citation.split_once(" số ").map(|(_, number)| number.to_owned());
            let is_full = value.symbol().is_some() || value.title().is_some();
            Document {
                citation: citation.to_owned(),
                number,
                date: value.date().map(|day| day.to_string()),
                issuer: value.issuer().map(str::to_owned),
                is_full,
                mentioned: mentioned(document.mentions().count()),
            }
        });
        Self {
            people: people.collect(),
            documents: documents.collect(),
            dates: dates(extraction, id),
        }
    }
}

/// The dates whose days are known, each with its sentence.
fn dates(extraction: &Extraction<'_>, id: &str) -> Vec<Date> {
    let spans = extraction.entities().map(|entity| entity.span());
    let sentences = layout::sentences(extraction.text(), spans);
    let mut sentences = sentences.iter().peekable();
    let dates = extraction.entities().filter(|entity| entity.kind() == Kind::Date);
    let dates = dates.filter_map(|date| {
        let value = date.value().as_date()?;
        let (from, to) = (value.from()?.to_string(), value.to()?.to_string());
        while sentences.peek().is_some_and(|s| s.range.end <= date.span().start()) {
            sentences.next();
        }
        let sentence = extraction.text().get(sentences.peek()?.range.clone())?.to_owned();
        Some(Date { from, to, text: date.as_str().to_owned(), sentence, article: id.to_owned() })
    });
    dates.collect()
}

impl From<Entity<'_>> for Office {
    fn from(office: Entity<'_>) -> Self {
        let value = office.value().as_position();
        Self {
            name: one_row(office.as_str()),
            former: value.is_some_and(|value| value.former()),
            acting: value.is_some_and(|value| value.acting()),
        }
    }
}

/// What a body is called.
fn name(body: Entity<'_>) -> String {
    body.value().name().map_or_else(|| one_row(body.as_str()), str::to_owned)
}

/// A text without line breaks.
pub fn one_row(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl std::fmt::Display for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        f.write_str(if self.former { " (former)" } else { "" })?;
        f.write_str(if self.acting { " (acting)" } else { "" })
    }
}
