//! Candidates: what rules propose before the resolver chooses.

use crate::Kind;

/// How sure a proposal is. The resolver places it before length.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Strength {
    /// A list of the user's own says that it is none.
    Blocked,
    /// Counts only if the article gives evidence elsewhere; never an entity by itself.
    Pending,
    /// By shape alone.
    Possible,
    /// By a cue or a list.
    Likely,
    /// By a form that nothing else has.
    Certain,
    /// By a list of the user's own.
    Own,
}

/// What a rule read besides the span.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Payload {
    #[default]
    None,
    /// A name of the gazetteers, by its number in the matcher.
    Name(u32),
    /// An item of the arena of the candidate's kind (dates, citations, …), by its place.
    Item(u32),
}

/// A proposed entity of a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) kind: Kind,
    /// The first token.
    pub(crate) start: u32,
    /// The token after the last.
    pub(crate) end: u32,
    pub(crate) strength: Strength,
    /// The rule that proposed it; with [`Payload::Name`] and no rule of its own, the row is the reason.
    pub(crate) rule: &'static str,
    pub(crate) payload: Payload,
    /// Whether nothing may nest in it, such as the place in a monument's name.
    pub(crate) is_closed: bool,
}

impl Candidate {
    /// A likely candidate without payload, open to nesting as its kind is.
    pub(crate) fn new(kind: Kind, start: usize, end: usize, rule: &'static str) -> Self {
        Self {
            kind,
            start: start as u32,
            end: end as u32,
            strength: Strength::Likely,
            rule,
            payload: Payload::None,
            is_closed: false,
        }
    }

    pub(crate) fn strength(mut self, strength: Strength) -> Self {
        self.strength = strength;
        self
    }

    pub(crate) fn payload(mut self, payload: Payload) -> Self {
        self.payload = payload;
        self
    }

    pub(crate) fn closed(mut self) -> Self {
        self.is_closed = true;
        self
    }

    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }

    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }

    pub(crate) fn len(&self) -> usize {
        self.end() - self.start()
    }
}

/// The candidates of a segment, found by where they begin and end.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    all: Vec<Candidate>,
    /// The last candidate that begins at a token, and the one before it of each candidate; [`NONE`] ends the chain.
    starts: Vec<u32>,
    ends: Vec<u32>,
    before: Vec<(u32, u32)>,
    /// Where the candidate of each kind ends that ends last.
    last: [u32; Kind::ALL.len()],
}

const NONE: u32 = u32::MAX;

impl Candidates {
    /// Forgets all candidates, to read a segment of so many tokens.
    pub(crate) fn reset(&mut self, tokens: usize) {
        self.all.clear();
        self.before.clear();
        self.last = Default::default();
        for chain in [&mut self.starts, &mut self.ends] {
            chain.clear();
            chain.resize(tokens + 1, NONE);
        }
    }

    /// Where a candidate ends that a sure date cuts, whose class word its name has swallowed: `… Nguyễn Văn An Ngày 12/3, …`.
    fn end_before_date(&self, candidate: &Candidate) -> u32 {
        // The class word may be followed by the figure of a day.
        const REACH: u32 = 2;
        // Most have no date after them.
        if self.last.get(Kind::Date as usize).is_none_or(|last| *last <= candidate.end) {
            return candidate.end;
        }
        let is_cut = |start: &u32| {
            self.starting_at(*start as usize).any(|other| {
                other.kind == Kind::Date
                    && other.strength == Strength::Certain
                    && other.end > candidate.end
            })
        };
        let mut last = candidate.end.saturating_sub(REACH).max(candidate.start + 1)..candidate.end;
        last.find(is_cut).unwrap_or(candidate.end)
    }

    /// Adds a candidate; an empty one, or one that some rule proposed already with the same kind, span and at least the same strength, is left out.
    pub(crate) fn push(&mut self, mut candidate: Candidate) {
        // What is left must be a name: more than a class word.
        let least = match candidate.kind {
            Kind::Person => 2,
            Kind::Organization | Kind::Place => 3,
            _ => usize::MAX,
        };
        if candidate.len() > least && candidate.strength >= Strength::Likely {
            let end = self.end_before_date(&candidate);
            candidate.end = end.max(candidate.start + least as u32);
        }
        let known = self.starting_at(candidate.start()).any(|other| {
            other.kind == candidate.kind
                && other.end == candidate.end
                && other.strength >= candidate.strength
        });
        if known || candidate.end <= candidate.start {
            return;
        }
        let index = self.all.len() as u32;
        let (Some(start), Some(end)) =
            (self.starts.get_mut(candidate.start()), self.ends.get_mut(candidate.end()))
        else {
            return;
        };
        let before = (std::mem::replace(start, index), std::mem::replace(end, index));
        self.before.push(before);
        if let Some(last) = self.last.get_mut(candidate.kind as usize) {
            *last = candidate.end.max(*last);
        }
        self.all.push(candidate);
    }

    pub(crate) fn as_slice(&self) -> &[Candidate] {
        &self.all
    }

    /// The candidates that begin at a token, the last proposed first.
    pub(crate) fn starting_at(&self, token: usize) -> impl Iterator<Item = &Candidate> {
        let mut next = self.starts.get(token).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let candidate = self.all.get(next as usize)?;
            next = self.before.get(next as usize)?.0;
            Some(candidate)
        })
    }

    /// The candidates whose last token is the one before this, the last proposed first.
    pub(crate) fn ending_at(&self, token: usize) -> impl Iterator<Item = &Candidate> {
        let mut next = self.ends.get(token).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let candidate = self.all.get(next as usize)?;
            next = self.before.get(next as usize)?.1;
            Some(candidate)
        })
    }

    /// Makes those candidates that begin at a token and pass a test less sure than any that are likely.
    pub(crate) fn doubt(&mut self, token: usize, test: impl Fn(&Candidate) -> bool) {
        let mut next = self.starts.get(token).copied().unwrap_or(NONE);
        while let (Some(candidate), Some(before)) =
            (self.all.get_mut(next as usize), self.before.get(next as usize))
        {
            if test(candidate) {
                candidate.strength = candidate.strength.min(Strength::Possible);
            }
            next = before.0;
        }
    }

    /// Makes the candidates of a span none, where their kind is one of these, except those of the user's own lists.
    pub(crate) fn block(&mut self, start: usize, end: usize, is_kind: impl Fn(Kind) -> bool) {
        let mut next = self.starts.get(start).copied().unwrap_or(NONE);
        while let (Some(candidate), Some(before)) =
            (self.all.get_mut(next as usize), self.before.get(next as usize))
        {
            if candidate.end() == end
                && candidate.strength < Strength::Own
                && is_kind(candidate.kind)
            {
                candidate.strength = Strength::Blocked;
            }
            next = before.0;
        }
    }

    /// Whether a candidate of a kind goes on over a token that it does not begin at; one of up to so many tokens is seen.
    pub(crate) fn is_inside(&self, token: usize, kind: Kind, most: usize) -> bool {
        let goes_on = |c: &Candidate| c.kind == kind && c.end() > token;
        let last = self.last.get(kind as usize).copied().unwrap_or_default();
        last as usize > token
            && (1..most)
                .filter_map(|back| token.checked_sub(back))
                .any(|start| self.starting_at(start).any(goes_on))
    }

    /// The longest candidate of a kind that begins at a token.
    pub(crate) fn longest(&self, token: usize, kind: Kind) -> Option<&Candidate> {
        self.starting_at(token)
            .filter(|c| c.kind == kind && c.strength > Strength::Pending)
            .max_by_key(|c| c.end)
    }
}
