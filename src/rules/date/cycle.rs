//! Years by their names in the cycle of sixty.
//!
//! ```text
//! cycle = stem branch                                          Giáp Thìn
//! ```

use crate::calendar::cycle::place;
use crate::gazetteer::{DateWord, Role};
use crate::rules::Scene;

/// The year of the cycle of sixty whose name begins at a token: its place in the cycle, with the token after it.
pub(super) fn cycle(scene: &Scene<'_>, at: usize) -> Option<(u8, usize)> {
    let lunar =
        |at| scene.longest(at, Role::Lunar).and_then(|(_, name)| DateWord::unpack(name.attributes));
    let DateWord::Stem(stem) = lunar(at)? else { return None };
    let DateWord::Branch(branch) = lunar(at + 1)? else { return None };
    let is_named = scene.token(at).is_capital() && scene.token(at + 1).is_capital();
    (is_named && scene.is_joined(at + 1))
        .then(|| place(stem, branch))
        .flatten()
        .map(|place| (place, at + 2))
}
