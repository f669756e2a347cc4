//! Stage 3: which candidates become entities.
//!
//! The policy, in full:
//!
//! 1. Candidates are taken in this order: those of the user's own lists first, those that go by shape alone or wait for evidence last; then by length in tokens, the longest first; of equal
//!    length the stronger first, then the kind that comes earlier by [`precedence`]; then the one that begins earlier; then the one proposed earlier.
//! 2. A candidate is accepted if it lies apart from every accepted one, or nests in those that it lies in, or holds those that lie in it, as [`nests`] says. Else it is lost to the first that it clashes with.
//! 3. A pending candidate is never accepted here; it is handed on to the document stage where it would have been. One that the user's own lists block is not even that.

use crate::Kind;
use crate::candidate::{Candidate, Strength};

/// The place of a kind among those of candidates of the same length and strength, of which the first wins.
const fn precedence(kind: Kind) -> u64 {
    match kind {
        Kind::Own => 0,
        Kind::Document => 1,
        Kind::Date => 2,
        Kind::Position => 3,
        Kind::Rank => 4,
        Kind::Organization => 5,
        Kind::Person => 6,
        Kind::Place => 7,
    }
}

/// Whether a candidate may lie in another: bodies and places in offices, places in bodies; nothing in what is closed.
pub(crate) fn nests(inner: &Candidate, outer: &Candidate) -> bool {
    !outer.is_closed
        && inner.len() < outer.len()
        && matches!(
            (outer.kind, inner.kind),
            (Kind::Position, Kind::Organization | Kind::Place) | (Kind::Organization, Kind::Place)
        )
}

/// What became of a candidate.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    Accepted,
    /// Waits for evidence from elsewhere in the article.
    Held,
    /// Lost to the candidate of this number.
    Lost {
        to: usize,
    },
}

/// Decides the candidates of one segment after the other; keeps its room from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Resolver {
    /// The ranks of the candidates, each with its number in the [lowest bits](NUMBER).
    order: Vec<u64>,
    outcomes: Vec<Outcome>,
    taken: Taken,
}

impl Resolver {
    /// What became of the candidates of the last segment: one outcome each, in their order.
    pub(crate) fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// Tells the accepted of the candidates that were decided, in the order of the text, an outer one before those inside it.
    pub(crate) fn accepted(&self, mut tell: impl FnMut(usize)) {
        let Taken { slots, firsts } = &self.taken;
        for (first, set) in (0..).step_by(64).zip(firsts) {
            let mut set = *set;
            while set != 0 {
                let token = first + set.trailing_zeros() as usize;
                set &= set - 1;
                let slot = |at: Option<usize>| at.and_then(|at| slots.get(at)).unwrap_or(&FREE);
                for (index, before) in slot(Some(token)).iter().zip(slot(token.checked_sub(1))) {
                    if *index != NONE && index != before {
                        tell(*index as usize);
                    }
                }
            }
        }
    }

    /// Decides every candidate of a segment.
    pub(crate) fn resolve(&mut self, candidates: &[Candidate], tokens: usize) {
        let Self { order, outcomes, taken } = self;
        order.clear();
        let ranks = candidates.iter().map(rank).zip(0..);
        order.extend(ranks.map(|(rank, index)| rank << NUMBER | index));
        order.sort_unstable();
        outcomes.clear();
        outcomes.resize(candidates.len(), Outcome::Held);
        taken.reset(tokens);
        for place in order.iter() {
            let index = (place & ((1 << NUMBER) - 1)) as usize;
            let (Some(candidate), Some(outcome)) = (candidates.get(index), outcomes.get_mut(index))
            else {
                continue;
            };
            *outcome = match taken.clash(candidate, candidates) {
                Some(to) => Outcome::Lost { to },
                None if candidate.strength <= Strength::Pending => Outcome::Held,
                None => {
                    taken.insert(index, candidate);
                    Outcome::Accepted
                }
            };
        }
    }
}

/// The bits of the number of a candidate: many more than a segment has.
const NUMBER: u32 = 23;

/// The place of a candidate in the order of rule 1 as a number, smaller first, of the other bits. Of those of one place, the one proposed earlier goes before.
fn rank(candidate: &Candidate) -> u64 {
    const SHORTEST: u64 = (1 << 16) - 1;
    let is_other = u64::from(candidate.strength < Strength::Own);
    let is_weak = u64::from(candidate.strength <= Strength::Possible);
    // A segment is shorter than that many tokens.
    let length = SHORTEST - SHORTEST.min(candidate.len() as u64);
    let strength = Strength::Own as u64 - candidate.strength as u64;
    let start = SHORTEST.min(candidate.start.into());
    is_other << 40
        | is_weak << 39
        | length << 23
        | strength << 20
        | precedence(candidate.kind) << 16
        | start
}

/// The accepted candidates, found by the tokens that they cover.
#[derive(Debug, Default)]
struct Taken {
    /// For each token at most one candidate of each of three nested layers.
    slots: Vec<[u32; 3]>,
    /// The set of the tokens that they begin with.
    firsts: Vec<u64>,
}

const NONE: u32 = u32::MAX;
const FREE: [u32; 3] = [NONE; 3];

impl Taken {
    /// Forgets everything, to read a segment of so many tokens.
    fn reset(&mut self, tokens: usize) {
        self.slots.clear();
        self.slots.resize(tokens, FREE);
        self.firsts.clear();
        self.firsts.resize(tokens / 64 + 1, 0);
    }

    /// The layer of a kind: offices, bodies and whatever nests in nothing, places.
    fn layer(kind: Kind) -> usize {
        match kind {
            Kind::Position => 0,
            Kind::Place => 2,
            _ => 1,
        }
    }

    /// An accepted candidate that this one can stand neither in, around nor beside.
    fn clash(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        let covered = self.slots.get(candidate.start()..candidate.end()).unwrap_or_default();
        // Most stand where nothing does.
        if covered.iter().all(|slot| *slot == FREE) {
            return None;
        }
        for layer in 0..FREE.len() {
            let layer = covered.iter().filter_map(|slot| slot.get(layer));
            for &index in layer.filter(|index| **index != NONE) {
                let other = candidates.get(index as usize)?;
                let inside = other.start <= candidate.start && candidate.end <= other.end;
                let around = candidate.start <= other.start && other.end <= candidate.end;
                let fits = inside && nests(candidate, other) || around && nests(other, candidate);
                if !fits {
                    return Some(index as usize);
                }
            }
        }
        None
    }

    fn insert(&mut self, index: usize, candidate: &Candidate) {
        let layer = Self::layer(candidate.kind);
        let covered = self.slots.get_mut(candidate.start()..candidate.end());
        for slot in covered.unwrap_or_default().iter_mut().filter_map(|slot| slot.get_mut(layer)) {
            *slot = index as u32;
        }
        let (place, bit) = (candidate.start() / 64, 1 << (candidate.start() % 64));
        self.firsts.get_mut(place).into_iter().for_each(|set| *set |= bit);
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const TOKENS: usize = 12;

    fn candidate() -> impl Strategy<Value = Candidate> {
        const STRENGTHS: [Strength; 5] = [
            Strength::Pending,
            Strength::Possible,
            Strength::Likely,
            Strength::Certain,
            Strength::Own,
        ];
        let extent = (0..TOKENS, 1..6usize);
        let extent = extent.prop_map(|(start, length)| (start, (start + length).min(TOKENS)));
        (select(&Kind::ALL[..]), extent, select(&STRENGTHS[..]), any::<bool>()).prop_map(
            |(kind, (start, end), strength, is_closed)| {
                let candidate = Candidate::new(kind, start, end, "rule/test").strength(strength);
                if is_closed { candidate.closed() } else { candidate }
            },
        )
    }

    /// Whether the policy lets both stand.
    fn fit(one: &Candidate, other: &Candidate) -> bool {
        let lies_in = |inner: &Candidate, outer: &Candidate| {
            outer.start <= inner.start && inner.end <= outer.end && nests(inner, outer)
        };
        one.end <= other.start
            || other.end <= one.start
            || lies_in(one, other)
            || lies_in(other, one)
    }

    /// Whether a candidate is taken before another of a later number, as rule 1 says it.
    fn goes_before(one: &Candidate, other: &Candidate) -> bool {
        let is_own = |c: &Candidate| c.strength == Strength::Own;
        let is_weak = |c: &Candidate| c.strength <= Strength::Possible;
        if is_own(one) != is_own(other) {
            return is_own(one);
        }
        if is_weak(one) != is_weak(other) {
            return is_weak(other);
        }
        if one.len() != other.len() {
            return one.len() > other.len();
        }
        if one.strength != other.strength {
            return one.strength > other.strength;
        }
        if one.kind != other.kind {
            return precedence(one.kind) < precedence(other.kind);
        }
        one.start <= other.start
    }

    /// The outcomes, found by taking the first of those left and comparing it with all that were accepted.
    fn naive(candidates: &[Candidate]) -> Vec<Option<bool>> {
        let mut outcomes = vec![None; candidates.len()];
        let mut left: Vec<usize> = (0..candidates.len()).collect();
        let mut accepted: Vec<usize> = Vec::new();
        while let Some(&first) = left.first() {
            let best = left.iter().copied().fold(first, |best, next| {
                if goes_before(&candidates[best], &candidates[next]) { best } else { next }
            });
            left.retain(|index| *index != best);
            let fits = accepted.iter().all(|index| fit(&candidates[best], &candidates[*index]));
            if fits && candidates[best].strength > Strength::Pending {
                accepted.push(best);
                outcomes[best] = Some(true);
            } else if !fits {
                outcomes[best] = Some(false);
            }
        }
        outcomes
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_choice_is_that_of_a_naive_one(candidates in vec(candidate(), 0..20)) {
            let mut resolver = Resolver::default();
            resolver.resolve(&candidates, TOKENS);
            let outcomes = resolver.outcomes();
            for (index, outcome) in outcomes.iter().enumerate() {
                if let Outcome::Lost { to } = outcome {
                    prop_assert_eq!(outcomes[*to], Outcome::Accepted);
                    prop_assert!(!fit(&candidates[index], &candidates[*to]), "{} clashes with {}", index, to);
                }
            }
            let told: Vec<_> = outcomes.iter().map(|outcome| match outcome {
                Outcome::Accepted => Some(true),
                Outcome::Held => None,
                Outcome::Lost { .. } => Some(false),
            }).collect();
            prop_assert_eq!(told, naive(&candidates));
        }
    }
}
