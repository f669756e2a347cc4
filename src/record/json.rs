//! The shape in which records are written, as the README describes it.

use serde::Serialize;
use serde::ser::Serializer;

use super::{Document, Organization, Person};
use crate::{Entity, PlaceValue, Value};

/// A mention; offsets in bytes.
#[derive(Serialize)]
struct Mention<'e> {
    start: usize,
    end: usize,
    text: &'e str,
    rule: &'static str,
}

impl<'e> From<Entity<'e>> for Mention<'e> {
    fn from(entity: Entity<'e>) -> Self {
        let (span, rule) = (entity.span(), entity.joined_by().unwrap_or_default());
        Self { start: span.start(), end: span.end(), text: entity.as_str(), rule }
    }
}

fn mentions<'e>(mentions: impl Iterator<Item = Entity<'e>>) -> Vec<Mention<'e>> {
    mentions.map(Mention::from).collect()
}

/// A record: the parts of its value, then what the article tells besides.
#[derive(Serialize)]
struct Written<'r, V, P> {
    #[serde(flatten)]
    value: &'r V,
    #[serde(flatten)]
    parts: P,
    entity: usize,
    mentions: Vec<Mention<'r>>,
}

#[derive(Serialize)]
struct PersonParts<'p> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offices: Vec<&'p Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<&'p str>,
}

#[derive(Serialize)]
struct OrganizationParts<'o> {
    #[serde(skip_serializing_if = "Option::is_none")]
    acronym: Option<&'o str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<&'o PlaceValue>,
}

impl Serialize for Person<'_> {
    /// The parts of the value, then `offices`, `organizations`, `entity` and `mentions`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = PersonParts {
            offices: self.offices().map(Entity::value).collect(),
            organizations: self.organizations().filter_map(|body| body.value().name()).collect(),
        };
        let (value, entity) = (self.value(), self.number());
        Written { value, parts, entity, mentions: mentions(self.mentions()) }.serialize(serializer)
    }
}

impl Serialize for Organization<'_> {
    /// The parts of the value, then `acronym`, `places`, `entity` and `mentions`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = OrganizationParts { acronym: self.acronym(), places: self.places().collect() };
        let (value, entity) = (self.value(), self.number());
        Written { value, parts, entity, mentions: mentions(self.mentions()) }.serialize(serializer)
    }
}

impl Serialize for Document<'_> {
    /// The parts of the value, then `entity` and `mentions`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, entity) = (self.value(), self.number());
        Written { value, parts: (), entity, mentions: mentions(self.mentions()) }
            .serialize(serializer)
    }
}
