//! What was read of a body's parents, kept while the body is read: `Ban Chấp hành Đảng bộ …` asks for the same ones on many ways, and in a chain of bodies the ways would multiply.

use std::cell::{Cell, RefCell};

use super::body::{Body, read};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Scene};

/// Where a parent was looked for, how deep it may go, and what was found.
type Known = (usize, usize, Option<Body>);

/// The parents that were looked for.
#[derive(Debug, Default)]
pub(crate) struct Parents {
    known: RefCell<Vec<Known>>,
    /// How many more may be read in the segment.
    left: Cell<usize>,
}

impl Parents {
    /// Parents that are read in any segment.
    const FEW: usize = 8;
    /// One more is read for so many tokens: sentences have fewer, and words that only repeat heads of bodies cost no more than these.
    const TOKENS: usize = 4;

    /// Forgets everything, to read a segment of so many tokens.
    pub(crate) fn reset(&mut self, tokens: usize) {
        self.forget();
        self.left.set(Self::FEW + tokens / Self::TOKENS);
    }

    /// Whether more parents were looked for than any sentence has: what is left of the segment names none.
    pub(super) fn are_too_many(&self) -> bool {
        self.left.get() == 0
    }

    /// Forgets the parents: what is proposed may have changed since.
    pub(super) fn forget(&mut self) {
        self.known.get_mut().clear();
    }
}

/// The longest body that begins at a token and is the parent of one that is being read.
pub(super) fn parent(scene: &Scene<'_>, at: usize, out: &Proposals, depth: usize) -> Option<Body> {
    if !scene.has(at, Role::Head.bit() | Role::Organization.bit()) {
        return None;
    }
    let parents = &out.parents;
    let known =
        parents.known.borrow().iter().find(|known| (known.0, known.1) == (at, depth)).copied();
    if let Some((.., body)) = known {
        return body;
    }
    parents.left.set(parents.left.get().checked_sub(1)?);
    let body = read(scene, at, out, depth);
    parents.known.borrow_mut().push((at, depth, body));
    body
}
