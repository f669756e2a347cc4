//! What is read of the drafts of an article: a slot for each, filled by the readers of the kinds in turn.

use super::Article;
use crate::entity::{How, Joined};
use crate::extraction::ReferenceDate;
use crate::value::{DateValue, PlaceValue};
use crate::{Day, Value};

/// Reads the drafts of a kind or several: gives them values, and tells which are mentions of one entity of the world.
pub(super) type Reader = fn(&Article<'_>, &mut Readings);

/// What is read of the drafts so far.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    /// The day from which the dates were read.
    pub(super) reference: Option<ReferenceDate>,
    /// The latest time that dates tell.
    pub(super) latest: Option<Latest>,
    pub(super) slots: Vec<Slot>,
    referents: u32,
}

/// The latest day, month or year that an article tells as the past or the present.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latest {
    /// The day, or the first of the month or year.
    pub(super) day: Day,
    /// Whether the article may not be older: a bare year out of its lead is as often one of plans.
    pub(super) is_sure: bool,
}

/// What is read of a draft.
#[derive(Debug, Default)]
pub(super) struct Slot {
    pub(super) value: Option<Value>,
    pub(super) mention: Option<Joined>,
    pub(super) holder: Option<u32>,
}

impl Readings {
    /// Nothing read of so many drafts yet; `slots` is room for it.
    pub(super) fn new(drafts: usize, mut slots: Vec<Slot>) -> Self {
        slots.resize_with(drafts, Slot::default);
        Self { slots, ..Self::default() }
    }

    /// Gives a draft its value.
    pub(super) fn set(&mut self, draft: usize, value: Value) {
        if let Some(slot) = self.slots.get_mut(draft) {
            slot.value = Some(value);
        }
    }

    /// Numbers for so many entities of the world: the first of them.
    pub(super) fn number(&mut self, count: usize) -> u32 {
        let first = self.referents;
        self.referents += count as u32;
        first
    }

    /// Makes a draft a mention.
    pub(super) fn join(&mut self, draft: usize, referent: u32, how: How) {
        if let Some(slot) = self.slots.get_mut(draft) {
            slot.mention = Some(Joined { referent, how });
        }
    }

    /// Gives an office or rank to the person who holds it; the first one told keeps it.
    pub(super) fn hold(&mut self, draft: usize, person: u32) {
        if let Some(slot) = self.slots.get_mut(draft) {
            slot.holder.get_or_insert(person);
        }
    }

    /// Whether a draft has a value yet.
    pub(super) fn is_read(&self, draft: usize) -> bool {
        self.slots.get(draft).is_some_and(|slot| slot.value.is_some())
    }

    pub(super) fn date(&self, draft: usize) -> Option<&DateValue> {
        self.slots.get(draft)?.value.as_ref()?.as_date()
    }

    pub(super) fn place(&self, draft: usize) -> Option<&PlaceValue> {
        self.slots.get(draft)?.value.as_ref()?.as_place()
    }
}
