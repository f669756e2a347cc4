//! Stage 3: which candidates become entities.
//!
//! The policy, in full:
//!
//! 1. Candidates are taken in this order: the user's own lists first; then by length in tokens, the longest first; of equal length the stronger first, then the kind that comes earlier in
//!    [`PRECEDENCE`]; then the one that begins earlier; then the one proposed earlier.
//!    A candidate that is two steps weaker than one it overlaps without holding or lying in it loses to that one whatever its length.
//! 2. A candidate is accepted if it lies apart from every accepted one, or nests in those that it lies in, or holds those that lie in it, as [`nests`] says. Else it is lost to the first that it clashes with.
//! 3. A pending candidate is never accepted here; it is handed on to the document stage where it would have been.

use crate::Kind;
use crate::candidate::{Candidate, Strength};

/// Kinds in the order in which they win over candidates of the same length and strength.
const PRECEDENCE: [Kind; 7] = [
    Kind::Document,
    Kind::Date,
    Kind::Position,
    Kind::Rank,
    Kind::Organization,
    Kind::Person,
    Kind::Place,
];

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

/// Decides every candidate of a segment: one outcome each, in their order.
pub(crate) fn resolve(
    candidates: &[Candidate],
    tokens: usize,
    order: &mut Vec<u32>,
) -> Vec<Outcome> {
    order.clear();
    order.extend(0..candidates.len() as u32);
    order.sort_by_key(|index| candidates.get(*index as usize).map(rank));
    let mut outcomes = vec![Outcome::Held; candidates.len()];
    let mut taken = Taken::new(tokens);
    for &index in order.iter() {
        let index = index as usize;
        let (Some(candidate), Some(outcome)) = (candidates.get(index), outcomes.get_mut(index))
        else {
            continue;
        };
        *outcome = match taken.clash(candidate, candidates) {
            Some(to) => Outcome::Lost { to },
            None if candidate.strength == Strength::Pending => Outcome::Held,
            None => {
                taken.insert(index, candidate);
                Outcome::Accepted
            }
        };
    }
    outcomes
}

type Rank = (bool, std::cmp::Reverse<u32>, std::cmp::Reverse<Strength>, usize, u32);

/// The place of a candidate in the order of rule 1, smaller first.
fn rank(candidate: &Candidate) -> Rank {
    let weak = candidate.strength <= Strength::Possible;
    let precedence = PRECEDENCE.iter().position(|kind| *kind == candidate.kind);
    let own = candidate.strength == Strength::Own;
    (
        !own && weak,
        std::cmp::Reverse(if own { u32::MAX } else { candidate.end - candidate.start }),
        std::cmp::Reverse(candidate.strength),
        precedence.unwrap_or(PRECEDENCE.len()),
        candidate.start,
    )
}

/// The accepted candidates, found by the tokens that they cover: at most one of each of three nested layers.
struct Taken {
    layers: [Vec<u32>; 3],
}

const FREE: u32 = u32::MAX;

impl Taken {
    fn new(tokens: usize) -> Self {
        Self { layers: std::array::from_fn(|_| vec![FREE; tokens]) }
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
        for layer in &self.layers {
            let covered = layer.get(candidate.start()..candidate.end()).unwrap_or_default();
            for &index in covered.iter().filter(|index| **index != FREE) {
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
        if let Some(layer) = self.layers.get_mut(Self::layer(candidate.kind)) {
            for slot in layer.get_mut(candidate.start()..candidate.end()).unwrap_or_default() {
                *slot = index as u32;
            }
        }
    }
}
