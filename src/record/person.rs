//! People.

use std::collections::HashMap;
use std::fmt;

use super::{Mentions, at_places};
use crate::entity::Entities;
use crate::{Entity, Kind, PersonValue};

/// A person of an article: all mentions of them, and the ranks and offices that the article gives them.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use dinhdanh::Extractor;
/// let extractor = Extractor::new();
/// let extraction = extractor.extract(
///     "Bí thư Tỉnh ủy Quảng Ninh Nguyễn Xuân Ký dự lễ. Ông Ký trao quà.",
/// );
/// let people: Vec<_> = extraction.people().collect();
/// assert_eq!(people[0].name(), Some("Nguyễn Xuân Ký"));
/// let mentions: Vec<_> = people[0].mentions().map(|m| (m.as_str(), m.joined_by())).collect();
/// assert_eq!(
///     mentions,
///     [
///         ("Nguyễn Xuân Ký", Some("rule/mention/name")),
///         ("Ký", Some("rule/mention/given-name")),
///     ],
/// );
/// let offices: Vec<_> = people[0].offices().map(|office| office.as_str()).collect();
/// assert_eq!(offices, ["Bí thư Tỉnh ủy Quảng Ninh"]);
/// let bodies: Vec<_> = people[0].organizations().map(|body| body.as_str()).collect();
/// assert_eq!(bodies, ["Tỉnh ủy Quảng Ninh"]);
/// # }
/// ```
#[derive(Clone)]
pub struct Person<'e> {
    mentions: Mentions<'e>,
    /// Ranks and offices, in the order of the text.
    held: Vec<u32>,
}

impl<'e> Person<'e> {
    /// The people of a text.
    pub(crate) fn all(entities: Entities<'e>) -> Vec<Self> {
        let people = Mentions::all(entities, Kind::Person).into_iter();
        let mut people: Vec<Self> =
            people.map(|mentions| Self { mentions, held: Vec::new() }).collect();
        let numbers = people.iter().enumerate().map(|(at, person)| (person.number(), at));
        let places: HashMap<usize, usize> = numbers.collect();
        for entity in entities.iter() {
            let place = entity.holder().and_then(|holder| places.get(&holder));
            if let Some(person) = place.and_then(|place| people.get_mut(*place)) {
                person.held.push(entity.index() as u32);
            }
        }
        people
    }

    /// The number that [`Entity::mention_of`] gives for each mention.
    pub fn number(&self) -> usize {
        self.mentions.number
    }

    /// What the article says of the person.
    pub fn value(&self) -> &'e PersonValue {
        static NOTHING: PersonValue = PersonValue::NOTHING;
        let values = self.mentions.iter().map(|mention| mention.value().as_person());
        values.flatten().next().unwrap_or(&NOTHING)
    }

    /// The fullest form of the name in the article.
    pub fn name(&self) -> Option<&'e str> {
        self.value().name()
    }

    /// The rank that the article gives.
    pub fn rank(&self) -> Option<&'e str> {
        self.value().rank()
    }

    /// Every mention of the person, in the order of the text; [`Entity::joined_by`] says how it is known to be one.
    pub fn mentions(&self) -> impl DoubleEndedIterator<Item = Entity<'e>> + use<'e, '_> {
        self.mentions.iter()
    }

    /// The offices that the article gives the person, each once, where it says so first.
    ///
    /// None are there if the extractor was built to leave out [`Kind::Position`]; their texts are in [`PersonValue::positions`] all the same.
    pub fn offices(&self) -> impl Iterator<Item = Entity<'e>> + use<'e> {
        let mut offices: Vec<Entity<'e>> = Vec::new();
        for office in self.held().filter(|entity| entity.kind() == Kind::Position) {
            if offices.iter().all(|other| other.as_str() != office.as_str()) {
                offices.push(office);
            }
        }
        offices.into_iter()
    }

    /// The bodies that the offices name, each once.
    pub fn organizations(&self) -> impl Iterator<Item = Entity<'e>> + use<'e> {
        let entities = self.mentions.entities;
        let mut bodies: Vec<Entity<'e>> = Vec::new();
        for office in self.held() {
            let after = (office.index() + 1..).map_while(|at| entities.get(at));
            for inner in after.take_while(|inner| inner.span().start() < office.span().end()) {
                let is_known = bodies.iter().any(|body| body.mention_of() == inner.mention_of());
                if inner.kind() == Kind::Organization && !is_known {
                    bodies.push(inner);
                }
            }
        }
        bodies.into_iter()
    }

    fn held(&self) -> impl Iterator<Item = Entity<'e>> + use<'e, '_> {
        at_places(self.mentions.entities, &self.held)
    }
}

impl fmt::Debug for Person<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("number", &self.number())
            .field("value", self.value())
            .field("mentions", &self.mentions().collect::<Vec<_>>())
            .field("offices", &self.offices().collect::<Vec<_>>())
            .finish()
    }
}
