//! What was read of a body's parents, kept while the body is read: `Ban Chấp hành Đảng bộ …` asks for the same ones on many ways, and in a chain of bodies the ways would multiply.

use std::cell::RefCell;

use super::body::{Body, read};
use crate::rules::{Proposals, Scene};

/// Where a parent was looked for, how deep it may go, and what was found.
type Known = (usize, usize, Option<Body>);

/// The parents that were looked for.
#[derive(Debug, Default)]
pub(crate) struct Parents(RefCell<Vec<Known>>);

impl Parents {
    /// Forgets them: what is proposed may have changed since.
    pub(crate) fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

/// The longest body that begins at a token and is the parent of one that is being read.
pub(super) fn parent(scene: &Scene<'_>, at: usize, out: &Proposals, depth: usize) -> Option<Body> {
    let known =
        out.parents.0.borrow().iter().find(|known| (known.0, known.1) == (at, depth)).copied();
    if let Some((.., body)) = known {
        return body;
    }
    let body = read(scene, at, out, depth);
    out.parents.0.borrow_mut().push((at, depth, body));
    body
}
