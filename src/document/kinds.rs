//! The drafts of an article by their kinds.

use super::{Article, Draft};
use crate::Kind;

/// The places of the drafts of each kind, in order: who reads those of a kind looks at these alone.
#[derive(Debug, Default)]
pub(super) struct Kinds([Vec<u32>; Kind::ALL.len()]);

impl Kinds {
    /// Puts down these drafts in place of those that were there before.
    pub(super) fn sort(&mut self, drafts: &[Draft]) {
        self.0.iter_mut().for_each(Vec::clear);
        for (at, draft) in (0..).zip(drafts) {
            self.0.get_mut(draft.kind as usize).into_iter().for_each(|places| places.push(at));
        }
    }

    fn places(&self, kind: Kind) -> &[u32] {
        self.0.get(kind as usize).map_or(&[], Vec::as_slice)
    }
}

impl Article<'_> {
    /// The drafts of a kind, each with its place among all.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = (usize, &Draft)> + Clone {
        let places = self.kinds.places(kind).iter().map(|at| *at as usize);
        places.filter_map(|at| Some((at, self.drafts.get(at)?)))
    }

    /// How many drafts are of a kind.
    pub(super) fn count(&self, kind: Kind) -> usize {
        self.kinds.places(kind).len()
    }
}
