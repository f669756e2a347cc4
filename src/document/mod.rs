//! Stage 4: what needs the whole article: values, and names that the article itself makes known.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use crate::candidate::{Candidate, Payload, Strength};
use crate::entity::{Reason, Record};
use crate::extraction::ReferenceDate;
use crate::gazetteer::Index;
use crate::input::Input;
use crate::rules::Proposals;
use crate::rules::date::expression::Expression;
use crate::rules::document::Citation;
use crate::rules::organization::BodyReading;
use crate::rules::person::PersonReading;
use crate::rules::place::PlaceReading;
use crate::rules::position::PositionReading;
use crate::text::normalize::{composed, spaced};
use crate::{Kind, Span, Value};

mod agreement;
mod dates;
mod documents;
mod kinds;
mod marks;
mod organizations;
mod people;
mod places;
mod positions;
mod reach;
mod readings;
mod recorder;
mod values;
mod words;

use kinds::Kinds;
use people::Names;
use readings::{Reader, Readings, Slot};
pub(crate) use recorder::Recorder;

/// What changes the drafts once all are there, in order: names that the article makes known.
const ESTABLISHERS: &[fn(&mut Article<'_>, Option<&mut Recorder>)] =
    &[places::establish, people::establish, organizations::establish, agreement::establish];

/// Who reads the drafts, in order; each may use what those before it have read.
const READERS: &[Reader] =
    &[dates::read, places::read, people::read, documents::read, organizations::read, values::read];

/// The ids of the rules by which the article as a whole decides.
pub(crate) const RULES: &[&[&str]] =
    &[dates::RULES, organizations::RULES, people::RULES, agreement::RULES];

/// An accepted or held candidate, no longer bound to its segment.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// The rule that proposed it; none where a row of the lists is the reason, that of the name read.
    pub(crate) rule: &'static str,
    pub(crate) strength: Strength,
    pub(crate) reading: Reading,
    pub(crate) is_closed: bool,
}

/// What the rule read besides the span.
#[derive(Clone, Debug, Default)]
pub(crate) enum Reading {
    #[default]
    None,
    /// A name of the gazetteers, by its number in the matcher.
    Name(u32),
    Place(PlaceReading),
    Body(BodyReading),
    Person(PersonReading),
    Position(PositionReading),
    Date(Box<Expression>),
    Document(Box<Citation>),
}

impl Draft {
    /// Where it stands among others: those that begin first, then those that others lie in.
    fn place(&self) -> (usize, Reverse<usize>, usize) {
        (self.span.start(), Reverse(self.span.end()), self.kind.layer())
    }

    pub(crate) fn new(candidate: &Candidate, span: Span, proposals: &Proposals) -> Self {
        let reading = match candidate.payload {
            Payload::Name(name) => Reading::Name(name),
            Payload::Item(item) => match candidate.kind {
                Kind::Place => proposals
                    .places
                    .get(item as usize)
                    .copied()
                    .map_or(Reading::None, Reading::Place),
                Kind::Organization => proposals
                    .bodies
                    .get(item as usize)
                    .copied()
                    .map_or(Reading::None, Reading::Body),
                Kind::Person => proposals
                    .people
                    .get(item as usize)
                    .copied()
                    .map_or(Reading::None, Reading::Person),
                Kind::Position => proposals
                    .positions
                    .get(item as usize)
                    .copied()
                    .map_or(Reading::None, Reading::Position),
                Kind::Date => {
                    let date = proposals.dates.get(item as usize).cloned();
                    date.map_or(Reading::None, |date| Reading::Date(Box::new(date)))
                }
                Kind::Document => {
                    let citation = proposals.citations.get(item as usize).cloned();
                    citation.map_or(Reading::None, |citation| Reading::Document(Box::new(citation)))
                }
                _ => Reading::None,
            },
            _ => Reading::None,
        };
        let Candidate { kind, strength, rule, is_closed, .. } = *candidate;
        Self { kind, span, rule, strength, reading, is_closed }
    }

    /// Why it was proposed.
    fn reason(&self, index: &Index) -> Reason {
        let row = match self.reading {
            Reading::Name(name) if self.rule.is_empty() => {
                index.matcher.name(name).and_then(|name| index.row(name))
            }
            _ => None,
        };
        match row {
            Some(row) => Reason::Row(row.file(), row.line() as u32),
            None => Reason::Rule(self.rule),
        }
    }

    /// Whether it goes by a form that nothing else has, or by the row of a list; a cue alone makes it likely, and no more.
    fn is_certain(&self) -> bool {
        let is_listed = self.rule.is_empty();
        self.strength >= Strength::Certain || is_listed && self.strength == Strength::Likely
    }
}

impl Kind {
    /// The order of entities that share a span: the outer kind first.
    pub(crate) fn layer(self) -> usize {
        match self {
            Kind::Position => 0,
            Kind::Place => 2,
            _ => 1,
        }
    }
}

/// An article while it is read.
#[derive(Debug)]
pub(crate) struct Article<'a> {
    pub(crate) input: Input<'a>,
    pub(crate) index: &'a Index,
    /// The accepted candidates, in the order of the text.
    pub(crate) drafts: Vec<Draft>,
    /// The candidates that wait for evidence.
    pub(crate) held: Vec<Draft>,
    /// Whether nothing in it had to be normalized.
    pub(crate) is_regular: bool,
    /// The names of people that have been read.
    names: Names<'a>,
    /// The accepted candidates by their kinds, once all are there.
    kinds: Kinds,
    /// Room for what is read of the drafts.
    slots: Vec<Slot>,
}

/// The room that an article takes while it is read, kept for the next one.
#[derive(Debug, Default)]
pub(crate) struct Room {
    drafts: Vec<Draft>,
    held: Vec<Draft>,
    kinds: Kinds,
    slots: Vec<Slot>,
}

impl<'a> Article<'a> {
    pub(crate) fn new(input: Input<'a>, index: &'a Index, room: Room) -> Self {
        let Room { drafts, held, kinds, slots } = room;
        let names = Names::default();
        Self { input, index, drafts, held, is_regular: true, names, kinds, slots }
    }

    /// The room that the article took.
    pub(crate) fn into_room(self) -> Room {
        let Self { mut drafts, mut held, kinds, slots, .. } = self;
        drafts.clear();
        held.clear();
        Room { drafts, held, kinds, slots }
    }

    /// Reads the article as a whole and gives its entities.
    pub(crate) fn finish(
        &mut self,
        mut recorder: Option<&mut Recorder>,
    ) -> (Option<ReferenceDate>, Vec<Record>) {
        self.kinds.sort(&self.drafts);
        for establish in ESTABLISHERS {
            establish(self, recorder.as_deref_mut());
        }
        let mut readings = Readings::new(self.drafts.len(), std::mem::take(&mut self.slots));
        for read in READERS {
            read(self, &mut readings);
        }
        let reference = readings.reference;
        let mut records: Vec<Record> = Vec::with_capacity(self.drafts.len());
        for (draft, slot) in self.drafts.iter().zip(readings.slots.drain(..)) {
            // What lies in none of those that the one before it lies in lies in nothing.
            let mut parent = records.len().checked_sub(1).map(|last| last as u32);
            while let Some(outer) = parent.and_then(|at| records.get(at as usize))
                && outer.span.end() <= draft.span.start()
            {
                parent = outer.parent;
            }
            records.push(Record {
                kind: draft.kind,
                span: draft.span,
                parent,
                is_certain: draft.is_certain(),
                reason: draft.reason(self.index),
                mention: slot.mention,
                holder: slot.holder,
                value: slot.value.unwrap_or_else(|| Value::empty(draft.kind)),
            });
        }
        self.slots = readings.slots;
        (reference, records)
    }

    /// Puts the accepted candidates in the order of the text.
    pub(crate) fn sort(&mut self) {
        self.drafts.sort_by_key(Draft::place);
        self.kinds.sort(&self.drafts);
    }

    /// Adds drafts at their places.
    pub(crate) fn insert(&mut self, mut found: Vec<Draft>) {
        let Some(first) = found.iter().map(Draft::place).min() else { return };
        let before = self.drafts.partition_point(|draft| draft.place() <= first);
        self.drafts.append(&mut found);
        let after = self.drafts.get_mut(before..).unwrap_or_default();
        after.sort_by_key(Draft::place);
        self.kinds.sort(&self.drafts);
    }

    /// The words of a part of the text, composed and without invisible characters.
    pub(crate) fn composed(&self, part: Range<usize>) -> Cow<'a, str> {
        let text: &'a str = self.input.text;
        let text = text.get(part).unwrap_or_default();
        if self.is_regular { Cow::Borrowed(text) } else { composed(text) }
    }

    /// The same of a span, with single spaces between them.
    pub(crate) fn words(&self, span: Span) -> Cow<'a, str> {
        let text: &'a str = self.input.text;
        spaced(text.get(span.range()).unwrap_or_default())
    }

    /// Whether no accepted candidate overlaps a span.
    pub(crate) fn is_free(&self, span: Span) -> bool {
        let before = self.drafts.partition_point(|draft| draft.span.start() < span.end());
        // What begins before it and reaches into it begins at most a few drafts back: they nest two deep.
        let near = self.drafts.get(before.saturating_sub(4)..before).unwrap_or_default();
        !near.iter().any(|draft| draft.span.overlaps(span))
    }
}
