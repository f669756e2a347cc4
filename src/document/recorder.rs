//! The listener to a run, which keeps what becomes of each candidate near a span: for [`Extractor::explain`](crate::Extractor::explain).

use std::cmp::Reverse;
use std::sync::Arc;

use super::Draft;
use crate::candidate::Strength;
use crate::explain::{Decision, Explanation, Fate};
use crate::gazetteer::Index;
use crate::resolve::Outcome;
use crate::{Kind, Span};

/// Listens to a run for what touches a span.
#[derive(Debug)]
pub(crate) struct Recorder {
    index: Arc<Index>,
    span: Span,
    pub(crate) explanation: Explanation,
}

impl Recorder {
    pub(crate) fn new(index: Arc<Index>, span: Span) -> Self {
        Self { index, span, explanation: Explanation::default() }
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
                        rule: winner.reason(&self.index).to_string(),
                    },
                    None => Fate::Held,
                },
            };
            let reason = candidate.reason(&self.index);
            let Draft { kind, span, .. } = candidate;
            self.explanation.decisions.push(Decision { kind, span, reason, fate });
        }
        let new = self.explanation.decisions.get_mut(first..).unwrap_or_default();
        new.sort_by_key(|d| (d.span.start(), Reverse(d.span.end()), d.kind));
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
                reason: draft.reason(&self.index),
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
