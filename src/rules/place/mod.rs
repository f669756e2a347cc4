//! Places: a class word with its name, names in lists and chains, and names alone.
//!
//! The rules run one after another: class words with their names, plural class words with the names they count, buildings, names alone. A name alone is judged by what stands around it, and that
//! includes the places found before.

pub(crate) mod address;
pub(crate) mod bare;
mod class_guard;
mod class_number;
pub(crate) mod class_word;
pub(crate) mod context;
pub(crate) mod coordination;
pub(crate) mod foreign;
pub(crate) mod kinship;
pub(crate) mod name;
pub(crate) mod region;
pub(crate) mod site;

use crate::gazetteer::{Level, Match, Name};
use crate::rules::Scene;

/// What a rule read of a place besides its span.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct PlaceReading {
    /// The token of its name, after the class word.
    pub(crate) at: u32,
    /// Where its name begins, in bytes of normalized text from the start of the span.
    pub(crate) name: u32,
    /// What the class word, or that of the coordination, makes of it.
    pub(crate) level: Level,
    /// The class word as a name of the matcher, where there is one.
    pub(crate) class: Option<u32>,
}

impl PlaceReading {
    /// That of a class word found at a token, whose name begins at another.
    fn of_class(scene: &Scene<'_>, at: usize, name: usize, class: &Name, found: &Match) -> Self {
        Self {
            at: name as u32,
            name: scene.token(name).start - scene.token(at).start,
            level: Level::of(class.attributes),
            class: Some(found.name),
        }
    }
}
