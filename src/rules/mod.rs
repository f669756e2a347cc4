//! Stage 2b: the ordered list of rules that propose candidates.
//!
//! A rule reads a [`Scene`] at a token that triggers it and adds candidates to [`Proposals`]. Rules run in the order of [`PROPOSERS`], each over the whole
//! segment, so that a later rule sees what earlier ones proposed: a body is composed around places, an office around bodies.
//! To add a rule, write a file here and add a line to the list.

pub(crate) mod date;
pub(crate) mod document;
pub(crate) mod gazetteer;
pub(crate) mod organization;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod position;
pub(crate) mod rank;
pub(crate) mod scene;

use crate::candidate::{Candidate, Candidates, Payload};
use crate::gazetteer::{Index, Role, attribute};
use crate::text::{Shape, Sym, Token};

pub(crate) use scene::Scene;

/// What calls a rule to a token: any of these.
#[derive(Debug)]
pub(crate) struct Triggers {
    /// The token is one of these words or marks of ASCII; [`Sym::UNKNOWN`] is any word that neither rules nor lists know.
    pub(crate) words: &'static [Sym],
    /// A name of one of these roles begins at the token.
    pub(crate) roles: &'static [Role],
    /// The token is written so.
    pub(crate) shapes: &'static [Shape],
}

/// A file of rules: when it is called, and what it does.
#[derive(Debug)]
pub(crate) struct Proposer {
    /// The ids of the rules that it proposes by.
    pub(crate) rules: &'static [&'static str],
    pub(crate) triggers: Triggers,
    /// Reads the scene at a token and adds what it finds. Most calls find nothing to read and leave at once: where that is so, what reads on is a function of its own that is not inlined, for those calls would pay for its room on the stack.
    pub(crate) propose: fn(&Scene<'_>, usize, &mut Proposals),
}

/// All rules, in the order in which they read a segment.
pub(crate) const PROPOSERS: &[Proposer] = &[
    date::PROPOSER,
    document::PROPOSER,
    document::bare_symbol::PROPOSER,
    gazetteer::OWN,
    gazetteer::PROPOSER,
    place::region::PROPOSER,
    place::class_word::PROPOSER,
    place::coordination::PROPOSER,
    place::site::PROPOSER,
    place::bare::PROPOSER,
    place::address::PROPOSER,
    place::foreign::PROPOSER,
    organization::body::PROPOSER,
    organization::acronym::PROPOSER,
    organization::acronym::BRAND,
    organization::acronym::CALLED,
    organization::acronym::BANK,
    organization::team::PROPOSER,
    organization::club::PROPOSER,
    organization::ship::PROPOSER,
    organization::suffix::PROPOSER,
    person::addressed::PROPOSER,
    person::office::PROPOSER,
    person::particulars::PROPOSER,
    person::credit::PROPOSER,
    person::credit::BYLINE,
    person::known::PROPOSER,
    person::surname::PROPOSER,
    person::foreign::PROPOSER,
    person::lineup::PROPOSER,
    person::series::PROPOSER,
    person::speaker::PROPOSER,
    person::bare::PROPOSER,
    rank::PROPOSER,
    position::PROPOSER,
];

/// What the rules propose for a segment.
#[derive(Debug, Default)]
pub(crate) struct Proposals {
    pub(crate) candidates: Candidates,
    pub(crate) dates: Vec<date::expression::Expression>,
    pub(crate) citations: Vec<document::Citation>,
    pub(crate) places: Vec<place::PlaceReading>,
    pub(crate) bodies: Vec<organization::BodyReading>,
    pub(crate) parents: organization::parents::Parents,
    pub(crate) people: Vec<person::PersonReading>,
    pub(crate) positions: Vec<position::PositionReading>,
    /// The office read last.
    pub(crate) office: Option<position::Last>,
}

impl Proposals {
    /// Forgets everything, to read a segment of so many tokens.
    pub(crate) fn reset(&mut self, tokens: usize) {
        self.candidates.reset(tokens);
        self.dates.clear();
        self.citations.clear();
        self.places.clear();
        self.bodies.clear();
        self.parents.reset(tokens);
        self.people.clear();
        self.positions.clear();
        self.office = None;
    }

    pub(crate) fn push(&mut self, candidate: Candidate) {
        self.candidates.push(candidate);
    }

    /// Blocks what the user's own lists say is none.
    pub(crate) fn block(&mut self, scene: &Scene<'_>) {
        for at in 0..scene.tokens.len() {
            for (end, name) in scene.named(at, Role::Blocked) {
                if scene.index.is_own(name) {
                    let kinds = name.attributes;
                    let is_kind = |kind| kinds & attribute::of_kind(kind) != 0;
                    self.candidates.block(at, end, is_kind);
                }
            }
        }
    }

    /// Keeps what a rule read of a person, as the payload of its candidate.
    pub(crate) fn person(&mut self, reading: person::PersonReading) -> Payload {
        self.people.push(reading);
        Payload::Item(self.people.len() as u32 - 1)
    }

    /// Keeps what a rule read of a document, as the payload of its candidate.
    pub(crate) fn citation(&mut self, citation: document::Citation) -> Payload {
        self.citations.push(citation);
        Payload::Item(self.citations.len() as u32 - 1)
    }

    /// Keeps what a rule read of an office, as the payload of its candidate.
    pub(crate) fn position(&mut self, reading: position::PositionReading) -> Payload {
        self.positions.push(reading);
        Payload::Item(self.positions.len() as u32 - 1)
    }

    /// Keeps what a rule read of a body, as the payload of its candidate.
    pub(crate) fn body(&mut self, reading: organization::BodyReading) -> Payload {
        self.bodies.push(reading);
        Payload::Item(self.bodies.len() as u32 - 1)
    }

    /// Keeps what a rule read of a place, as the payload of its candidate.
    pub(crate) fn place(&mut self, reading: place::PlaceReading) -> Payload {
        self.places.push(reading);
        Payload::Item(self.places.len() as u32 - 1)
    }
}

/// Which proposers a token calls: a set, as bits by their place in [`PROPOSERS`].
#[derive(Clone, Debug)]
pub(crate) struct Dispatch {
    /// By its symbol, the place of what a word calls in `sets`: most call the same, and each word of a text is asked for.
    words: Vec<u16>,
    sets: Vec<Calls>,
    marks: [Calls; 128],
    roles: [Calls; Role::COUNT],
    shapes: [Calls; 8],
}

/// A set of proposers, a bit each.
type Calls = u64;

const _: () = assert!(PROPOSERS.len() <= Calls::BITS as usize, "a bit for each proposer");

impl Dispatch {
    pub(crate) fn new(index: &Index) -> Self {
        let mut words = vec![0; index.lexicon.len()];
        let mut dispatch = Self {
            words: Vec::new(),
            sets: Vec::new(),
            marks: [0; 128],
            roles: [0; Role::COUNT],
            shapes: [0; 8],
        };
        for (bit, proposer) in PROPOSERS.iter().enumerate() {
            let bit = 1 << bit;
            let triggers = &proposer.triggers;
            // What reads lists of the user's own is not called without them.
            if triggers.roles.contains(&Role::Own) && !index.has_own() {
                continue;
            }
            for word in triggers.words {
                let mask = match word.index() {
                    Some(index) => words.get_mut(index),
                    None => word.mark().and_then(|mark| dispatch.marks.get_mut(mark)),
                };
                mask.into_iter().for_each(|mask| *mask |= bit);
            }
            for role in triggers.roles {
                dispatch.roles.get_mut(*role as usize).into_iter().for_each(|mask| *mask |= bit);
            }
            for shape in triggers.shapes {
                dispatch.shapes.get_mut(*shape as usize).into_iter().for_each(|mask| *mask |= bit);
            }
        }
        dispatch.words = words.into_iter().map(|calls| dispatch.place(calls)).collect();
        dispatch
    }

    /// The place of a set of proposers. There are far fewer than words that rules name.
    fn place(&mut self, calls: Calls) -> u16 {
        let place = self.sets.iter().position(|set| *set == calls).unwrap_or_else(|| {
            self.sets.push(calls);
            self.sets.len() - 1
        });
        place as u16
    }

    /// The proposers called by a token itself.
    #[inline]
    pub(crate) fn of_token(&self, token: &Token) -> Calls {
        let word = match token.sym.index() {
            Some(index) => self.words.get(index).and_then(|at| self.sets.get(usize::from(*at))),
            None => token.sym.mark().and_then(|mark| self.marks.get(mark)),
        };
        let shape = self.shapes.get(token.shape as usize);
        word.copied().unwrap_or_default() | shape.copied().unwrap_or_default()
    }

    /// The proposers called by a name that begins at a token.
    #[inline]
    pub(crate) fn of_role(&self, role: Role) -> Calls {
        self.roles.get(role as usize).copied().unwrap_or_default()
    }
}
