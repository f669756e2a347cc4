//! Bodies.

use std::fmt;

use super::Mentions;
use crate::entity::Entities;
use crate::{Entity, Kind, OrganizationValue, PlaceValue};

/// A body of an article: all mentions of it, its acronym and the places in its names.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use dinhdanh::Extractor;
/// let extractor = Extractor::new();
/// let extraction = extractor.extract(
///     "Ban Quản lý vịnh Hạ Long (BQLVHL) ra thông báo. Theo BQLVHL, tàu được ra khơi.",
/// );
/// let bodies: Vec<_> = extraction.organizations().collect();
/// assert_eq!(bodies[0].name(), Some("Ban Quản lý vịnh Hạ Long"));
/// assert_eq!(bodies[0].acronym(), Some("BQLVHL"));
/// assert_eq!(bodies[0].mentions().count(), 3);
/// # }
/// ```
#[derive(Clone)]
pub struct Organization<'e> {
    mentions: Mentions<'e>,
}

impl<'e> Organization<'e> {
    /// The bodies of a text.
    pub(crate) fn all(entities: Entities<'e>) -> Vec<Self> {
        let bodies = Mentions::all(entities, Kind::Organization).into_iter();
        bodies.map(|mentions| Self { mentions }).collect()
    }

    /// The number that [`Entity::mention_of`] gives for each mention.
    pub fn number(&self) -> usize {
        self.mentions.number
    }

    /// What the lists and its fullest mention say of the body.
    pub fn value(&self) -> &'e OrganizationValue {
        static NOTHING: OrganizationValue = OrganizationValue::NOTHING;
        let full = self.mentions.longest();
        let fullest = self.mentions.iter().find(|mention| mention.as_str() == full);
        fullest.and_then(|mention| mention.value().as_organization()).unwrap_or(&NOTHING)
    }

    /// The canonical name where a list knows it, else the fullest that the article has.
    pub fn name(&self) -> Option<&'e str> {
        self.value().name()
    }

    /// The letters that stand for the name in the article: `BĐBP`.
    pub fn acronym(&self) -> Option<&'e str> {
        let is_acronym = |text: &&str| {
            let mut letters = text.chars().filter(|c| *c != '-' && *c != '&');
            letters.clone().count() > 1 && letters.all(char::is_uppercase)
        };
        let found = self.mentions.iter().map(Entity::as_str).find(is_acronym);
        found.filter(|acronym| *acronym != self.mentions.longest())
    }

    /// The places in the names of the body, each once.
    pub fn places(&self) -> impl Iterator<Item = &'e PlaceValue> + use<'e> {
        let entities = self.mentions.entities;
        let mut places: Vec<&'e PlaceValue> = Vec::new();
        for mention in self.mentions.iter() {
            let after = (mention.index() + 1..).map_while(|at| entities.get(at));
            let inside = after.take_while(|inner| inner.span().start() < mention.span().end());
            for place in inside.filter_map(|inner| inner.value().as_place()) {
                let is_known =
                    |known: &&PlaceValue| known.name() == place.name() && known.id() == place.id();
                if !places.iter().any(is_known) {
                    places.push(place);
                }
            }
        }
        places.into_iter()
    }

    /// Every mention of the body, in the order of the text; [`Entity::joined_by`] says how it is known to be one.
    pub fn mentions(&self) -> impl DoubleEndedIterator<Item = Entity<'e>> + use<'e, '_> {
        self.mentions.iter()
    }
}

impl fmt::Debug for Organization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Organization")
            .field("number", &self.number())
            .field("value", self.value())
            .field("acronym", &self.acronym())
            .field("mentions", &self.mentions().collect::<Vec<_>>())
            .finish()
    }
}
