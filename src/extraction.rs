//! The result of an extraction.

use std::borrow::Cow;

use crate::entity::{Entities, Record};
use crate::record::{Document, Organization, Person};
use crate::{Day, Entity, Span};

/// The entities of one text.
#[derive(Clone, Debug, Eq, PartialEq)]
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
    pub(crate) span: Option<Span>,
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

    /// Where the text says so, in bytes: the date that was read; none where the caller gave the day.
    pub fn span(self) -> Option<Span> {
        self.span
    }
}

impl<'t> Extraction<'t> {
    /// The text as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The entities in the order of the text; of two that start together, the longer first, so that an entity stands before those inside it.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + DoubleEndedIterator {
        self.view().iter()
    }

    /// The entity at a place of [`Extraction::entities`], from 0.
    pub fn entity(&self, index: usize) -> Option<Entity<'_>> {
        self.view().get(index)
    }

    /// The people of the text in the order of their first mentions, each with all mentions.
    pub fn people(&self) -> impl ExactSizeIterator<Item = Person<'_>> + DoubleEndedIterator {
        Person::all(self.view()).into_iter()
    }

    /// The bodies of the text in the order of their first mentions, each with all mentions.
    pub fn organizations(
        &self,
    ) -> impl ExactSizeIterator<Item = Organization<'_>> + DoubleEndedIterator {
        Organization::all(self.view()).into_iter()
    }

    /// The documents that the text cites, in the order of their first citations, each with all citations.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = Document<'_>> + DoubleEndedIterator {
        Document::all(self.view()).into_iter()
    }

    fn view(&self) -> Entities<'_> {
        Entities { text: &self.text, records: &self.records }
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
