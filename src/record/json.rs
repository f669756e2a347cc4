//! The shape in which records are written, as the README describes it.

use serde::Serialize;
use serde::ser::Serializer;

use super::{Document, Organization, Person};
use crate::{DocumentValue, Entity, OrganizationValue, PersonValue, PlaceValue, Value};

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

impl Serialize for Person<'_> {
    /// The parts of the value, then `offices`, `organizations`, `entity` and `mentions`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'p> {
            #[serde(flatten)]
            value: &'p PersonValue,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            offices: Vec<&'p Value>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            organizations: Vec<&'p str>,
            entity: usize,
            mentions: Vec<Mention<'p>>,
        }
        Written {
            value: self.value(),
            offices: self.offices().map(Entity::value).collect(),
            organizations: self.organizations().filter_map(|body| body.value().name()).collect(),
            entity: self.number(),
            mentions: mentions(self.mentions()),
        }
        .serialize(serializer)
    }
}

impl Serialize for Organization<'_> {
    /// The parts of the value, then `acronym`, `places`, `entity` and `mentions`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'o> {
            #[serde(flatten)]
            value: &'o OrganizationValue,
            #[serde(skip_serializing_if = "Option::is_none")]
            acronym: Option<&'o str>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            places: Vec<&'o PlaceValue>,
            entity: usize,
            mentions: Vec<Mention<'o>>,
        }
        Written {
            value: self.value(),
            acronym: self.acronym(),
            places: self.places().collect(),
            entity: self.number(),
            mentions: mentions(self.mentions()),
        }
        .serialize(serializer)
    }
}

impl Serialize for Document<'_> {
    /// The parts of the value, then `entity` and `mentions`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'d> {
            #[serde(flatten)]
            value: &'d DocumentValue,
            entity: usize,
            mentions: Vec<Mention<'d>>,
        }
        Written { value: self.value(), entity: self.number(), mentions: mentions(self.mentions()) }
            .serialize(serializer)
    }
}
