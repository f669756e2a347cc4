//! The reader of segments: stages 1 to 3 of the pipeline, one method each.

use crate::Span;
use crate::candidate::Strength;
use crate::capitals::Capitals;
use crate::document::{Article, Draft, Recorder, Room};
use crate::gazetteer::{Index, Match, Role};
use crate::resolve::{Outcome, Resolver};
use crate::rules::person::name::Names;
use crate::rules::{Dispatch, PROPOSERS, Proposals, Scene};
use crate::text::glued;
use crate::text::normalize::Normalized;
use crate::text::segment::{Segment, segments};
use crate::text::token::tokenize;
use crate::text::{Memo, Token};

/// What reading a segment needs, kept from one segment to the next, and from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    memo: Memo,
    normalized: Normalized,
    is_normalized: bool,
    tokens: Vec<Token>,
    /// The places of the words that the lexicon does not know.
    unknown: Vec<usize>,
    matches: Vec<Match>,
    firsts: Vec<u32>,
    roles: Vec<u64>,
    ended: Vec<u64>,
    names: Names,
    /// For each proposer, the tokens that call it.
    calls: Vec<Vec<u32>>,
    proposals: Proposals,
    resolver: Resolver,
    /// The room of the article.
    pub(crate) room: Room,
}

impl Reader {
    /// Stage 1: cuts a segment into tokens, normalized if it must be.
    pub(crate) fn cut(&mut self, index: &Index, given: &str, segment: &Segment) {
        let Self { memo, normalized, is_normalized, tokens, unknown, .. } = self;
        let lexicon = &index.lexicon;
        let read = tokenize(given, segment.wrapped, true, lexicon, memo, tokens, unknown);
        *is_normalized = read.is_err();
        let mut text = given;
        if *is_normalized {
            normalized.read(given);
            text = &normalized.text;
            // OK because without `strict` no text is refused.
            let _ = tokenize(text, segment.wrapped, false, lexicon, memo, tokens, unknown);
        }
        glued::split(text, lexicon, unknown, tokens);
    }

    /// The tokens of the segment.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text that the tokens are of.
    fn text<'r>(&'r self, given: &'r str) -> &'r str {
        if self.is_normalized { &self.normalized.text } else { given }
    }

    /// How the article writes what these segments of it have in capitals.
    pub(crate) fn capitals(&mut self, index: &Index, text: &str, shouted: &[Segment]) -> Capitals {
        let mut capitals = Capitals::default();
        let given = |segment: &Segment| text.get(segment.range.clone()).unwrap_or_default();
        for segment in shouted {
            self.cut(index, given(segment), segment);
            capitals.ask(self.text(given(segment)), &self.tokens);
        }
        for segment in segments(text) {
            self.cut(index, given(&segment), &segment);
            capitals.learn(self.text(given(&segment)), &self.tokens);
        }
        capitals
    }

    /// Gives the tokens in capitals the shapes that their words have in the article.
    pub(crate) fn reshape(&mut self, index: &Index, given: &str, capitals: &Capitals) {
        let mut tokens = std::mem::take(&mut self.tokens);
        capitals.reshape(self.text(given), &mut tokens, index);
        self.tokens = tokens;
    }

    /// Stage 2a: finds the names that begin at each token, and which proposers the token calls. A function of its own, for which the registers suffice.
    #[inline(never)]
    pub(crate) fn find(&mut self, index: &Index, dispatch: &Dispatch, given: &str) {
        let Self { normalized, tokens, matches, firsts, roles, ended, calls, .. } = self;
        let text = if self.is_normalized { &normalized.text } else { given };
        matches.clear();
        // What these two hold is written over.
        firsts.resize(tokens.len(), 0);
        roles.resize(tokens.len(), 0);
        ended.clear();
        ended.resize(tokens.len() + 1, 0);
        calls.resize_with(PROPOSERS.len(), Vec::new);
        calls.iter_mut().for_each(Vec::clear);
        let mut tokens = tokens.as_slice();
        for (at, (first, begun)) in firsts.iter_mut().zip(roles.iter_mut()).enumerate() {
            let Some((token, rest)) = tokens.split_first() else { break };
            (*first, *begun) = (matches.len() as u32, 0);
            let mut called = dispatch.of_token(token);
            let tell = |role: Role, end: usize| {
                *begun |= role.bit();
                ended.get_mut(end).into_iter().for_each(|ended| *ended |= role.bit());
                called |= dispatch.of_role(role);
            };
            index.matcher.find(text, tokens, at, matches, tell);
            tokens = rest;
            while called != 0 {
                let proposer = called.trailing_zeros() as usize;
                called &= called - 1;
                calls.get_mut(proposer).into_iter().for_each(|call| call.push(at as u32));
            }
        }
        firsts.push(matches.len() as u32);
    }

    /// Stage 2b: lets the proposers read the segment in their order; with `blocks`, lists of the user's own may block what they find.
    pub(crate) fn propose(&mut self, index: &Index, given: &str, blocks: bool) {
        self.names.reset(self.tokens.len());
        self.proposals.reset(self.tokens.len());
        let scene = Scene {
            text: if self.is_normalized { &self.normalized.text } else { given },
            tokens: &self.tokens,
            index,
            matches: &self.matches,
            firsts: &self.firsts,
            roles: &self.roles,
            ended: &self.ended,
            names: &self.names,
        };
        for (proposer, calls) in PROPOSERS.iter().zip(&self.calls) {
            for &at in calls {
                (proposer.propose)(&scene, at as usize, &mut self.proposals);
            }
        }
        if blocks {
            self.proposals.block(&scene);
        }
    }

    /// Stage 3: decides the candidates.
    pub(crate) fn resolve(&mut self) {
        self.resolver.resolve(self.proposals.candidates.as_slice(), self.tokens.len());
    }

    /// Hands the accepted candidates, and those that wait for evidence, to the article.
    pub(crate) fn hand_over(
        &mut self,
        article: &mut Article<'_>,
        segment: &Segment,
        recorder: Option<&mut Recorder>,
    ) {
        article.is_regular &= !self.is_normalized;
        let candidates = self.proposals.candidates.as_slice();
        let outcomes = self.resolver.outcomes();
        let draft = |at: usize| {
            let candidate = candidates.get(at)?;
            let span = self.span(segment, candidate.start(), candidate.end());
            Some(Draft::new(candidate, span, &self.proposals))
        };
        if let Some(recorder) = recorder {
            recorder.record(outcomes, draft);
        }
        for (at, (outcome, candidate)) in outcomes.iter().zip(candidates).enumerate() {
            if *outcome == Outcome::Held && candidate.strength == Strength::Pending {
                article.held.extend(draft(at));
            }
        }
        self.resolver.accepted(|at| article.drafts.extend(draft(at)));
    }

    /// The span of tokens in the text as given, in bytes.
    fn span(&self, segment: &Segment, start: usize, end: usize) -> Span {
        let start = self.tokens.get(start).map_or(0, |token| token.start);
        let end = end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |t| t.end);
        let (start, end) = match self.is_normalized {
            true => (self.normalized.given_start(start), self.normalized.given_end(end)),
            false => (start, end),
        };
        let base = segment.range.start;
        Span::new(base + start as usize, base + end as usize)
    }
}
