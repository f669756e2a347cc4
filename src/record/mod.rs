//! Records: the people, bodies and documents of an article, each with all its mentions and what the article says of it.
//!
//! A record is made of its mentions when it is asked for; an [`Extraction`](crate::Extraction) keeps only which entity mentions whom.

mod document;
#[cfg(feature = "serde")]
mod json;
mod organization;
mod person;

use std::collections::HashMap;

pub use document::Document;
pub use organization::Organization;
pub use person::Person;

use crate::entity::Entities;
use crate::{Entity, Kind};

/// The mentions of one person, body or document.
#[derive(Clone)]
pub(crate) struct Mentions<'e> {
    entities: Entities<'e>,
    number: usize,
    /// Their places in the extraction, in order; there is one at least.
    places: Vec<u32>,
}

impl<'e> Mentions<'e> {
    /// The mentions of a kind, those of one entity of the world together, in the order of the first of each.
    fn all(entities: Entities<'e>, kind: Kind) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let mut known = HashMap::new();
        for entity in entities.iter().filter(|entity| entity.kind() == kind) {
            let Some(number) = entity.mention_of() else { continue };
            let at = *known.entry(number).or_insert(all.len());
            if at == all.len() {
                all.push(Self { entities, number, places: Vec::new() });
            }
            all.get_mut(at).into_iter().for_each(|group| group.places.push(entity.index() as u32));
        }
        all
    }

    fn iter(&self) -> impl DoubleEndedIterator<Item = Entity<'e>> + use<'e, '_> {
        at_places(self.entities, &self.places)
    }

    /// The longest text of a mention, one with small letters before one without.
    fn longest(&self) -> &'e str {
        let texts = self.iter().map(Entity::as_str);
        // Of equals the first.
        let rank = |text: &&str| (text.contains(char::is_lowercase), text.chars().count());
        texts.rev().max_by_key(rank).unwrap_or_default()
    }
}

/// The entities at these places of a text.
fn at_places<'e, 'p>(
    entities: Entities<'e>,
    places: &'p [u32],
) -> impl DoubleEndedIterator<Item = Entity<'e>> + use<'e, 'p> {
    places.iter().filter_map(move |place| entities.get(*place as usize))
}
