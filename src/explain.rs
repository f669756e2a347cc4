//! Why entities are what they are.

use crate::candidate::Strength;
use crate::document::Draft;
use crate::entity::Reason;
use crate::resolve::Outcome;
use crate::{Kind, Span};

/// What the rules proposed at a place of a text, and what became of it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Explanation {
    decisions: Vec<Decision>,
}

/// A candidate and its fate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Decision {
    kind: Kind,
    span: Span,
    reason: Reason,
    fate: Fate,
}

/// What became of a candidate.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Fate {
    /// It is an entity.
    Accepted,
    /// It waited for evidence elsewhere in the article and found none.
    Held,
    /// A list of the user's own says that it is none.
    Blocked,
    /// It overlaps a candidate that goes before it.
    Lost {
        /// The kind of the candidate that won.
        kind: Kind,
        /// Where the candidate that won stands, in bytes.
        span: Span,
        /// The rule of the candidate that won.
        rule: String,
    },
    /// The article as a whole spoke against it, or for it; by which rule.
    Article {
        /// The rule of the document stage.
        rule: &'static str,
        /// Whether it is an entity in the end.
        accepted: bool,
    },
}

impl Explanation {
    /// The candidates that touch the span asked for, in the order of the text.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }
}

impl Decision {
    /// The kind proposed.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The span proposed, in bytes of the text as given.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The rule or the row that proposed it.
    pub fn rule(&self) -> String {
        self.reason.to_string()
    }

    /// What became of it.
    pub fn fate(&self) -> &Fate {
        &self.fate
    }
}

/// Listens to a run for what touches a span.
#[derive(Debug)]
pub(crate) struct Recorder {
    span: Span,
    pub(crate) explanation: Explanation,
}

impl Recorder {
    pub(crate) fn new(span: Span) -> Self {
        Self { span, explanation: Explanation::default() }
    }

    /// Records the outcomes of a segment; `draft` gives the candidate of a number.
    pub(crate) fn record(&mut self, outcomes: &[Outcome], draft: impl Fn(usize) -> Option<Draft>) {
        let first = self.explanation.decisions.len();
        for (at, outcome) in outcomes.iter().enumerate() {
            let Some(candidate) = draft(at).filter(|draft| self.touches(draft.span)) else {
                continue;
            };
            let fate = match outcome {
                Outcome::Accepted => Fate::Accepted,
                Outcome::Held if candidate.strength == Strength::Blocked => Fate::Blocked,
                Outcome::Held => Fate::Held,
                Outcome::Lost { to } => match draft(*to) {
                    Some(winner) => Fate::Lost {
                        kind: winner.kind,
                        span: winner.span,
                        rule: winner.reason.to_string(),
                    },
                    None => Fate::Held,
                },
            };
            let Draft { kind, span, reason, .. } = candidate;
            self.explanation.decisions.push(Decision { kind, span, reason, fate });
        }
        let new = self.explanation.decisions.get_mut(first..).unwrap_or_default();
        new.sort_by_key(|d| (d.span.start(), std::cmp::Reverse(d.span.end()), d.kind));
    }

    /// Records that the document stage changed the fate of a candidate.
    pub(crate) fn overrule(&mut self, draft: &Draft, rule: &'static str, accepted: bool) {
        if !self.touches(draft.span) {
            return;
        }
        let fate = Fate::Article { rule, accepted };
        let known = self.explanation.decisions.iter_mut();
        match known.into_iter().find(|d| d.kind == draft.kind && d.span == draft.span) {
            Some(decision) => decision.fate = fate,
            None => self.explanation.decisions.push(Decision {
                kind: draft.kind,
                span: draft.span,
                reason: draft.reason.clone(),
                fate,
            }),
        }
    }

    /// Keeps that a candidate has other ends, because of the article as a whole.
    pub(crate) fn move_ends(&mut self, kind: Kind, from: Span, to: Span) {
        let mut decisions = self.explanation.decisions.iter_mut();
        if let Some(decision) = decisions.find(|d| d.kind == kind && d.span == from) {
            decision.span = to;
        }
    }

    fn touches(&self, span: Span) -> bool {
        span.overlaps(self.span) || span.start() == self.span.start()
    }
}
