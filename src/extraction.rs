//! The result of an extraction.

use std::borrow::Cow;

use crate::entity::Record;
use crate::{Day, Entity};

/// The entities of one text.
#[derive(Clone, Debug)]
pub struct Extraction<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) reference_date: Option<ReferenceDate>,
    pub(crate) records: Vec<Record>,
}

/// The day from which an article's dates are read, and where it comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ReferenceDate {
    pub(crate) day: Day,
    pub(crate) rule: &'static str,
}

impl ReferenceDate {
    /// The day.
    pub fn day(self) -> Day {
        self.day
    }

    /// Why it is the day: `input` where the caller gave it, else the rule that read it.
    pub fn rule(self) -> &'static str {
        self.rule
    }
}

impl<'t> Extraction<'t> {
    /// The text as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The entities in the order of the text; of two that start together, the longer first, so that an entity stands before those inside it.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + DoubleEndedIterator {
        (0..self.records.len()).map(|index| Entity {
            // OK because the index is below the length.
            #[allow(clippy::indexing_slicing)]
            record: &self.records[index],
            extraction: self,
            index,
        })
    }

    /// The entity at a place of [`Extraction::entities`], from 0.
    pub fn entity(&self, index: usize) -> Option<Entity<'_>> {
        Some(Entity { record: self.records.get(index)?, extraction: self, index })
    }

    /// The day from which partial and relative dates were read, if there is one.
    pub fn reference_date(&self) -> Option<ReferenceDate> {
        self.reference_date
    }

    /// The same extraction with a text of its own, to keep after the text is gone.
    pub fn into_owned(self) -> Extraction<'static> {
        Extraction {
            text: Cow::Owned(self.text.into_owned()),
            reference_date: self.reference_date,
            records: self.records,
        }
    }
}
