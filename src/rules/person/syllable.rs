//! What the syllables of a name are.

use crate::gazetteer::{Match, Role, attribute};
use crate::rules::Scene;

/// What a syllable is in names.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Syllable {
    /// The flags of the middle name that it may be.
    pub(super) middle: u32,
    pub(super) is_middle: bool,
    /// The flags of the given name that it may be.
    pub(super) given: u32,
    pub(super) is_given: bool,
}

impl Syllable {
    #[inline]
    pub(super) fn at(scene: &Scene<'_>, at: usize) -> Self {
        let is_one = scene.has(at, Role::Middle.bit() | Role::Given.bit());
        if is_one { Self::listed(scene, at) } else { Self::default() }
    }

    fn listed(scene: &Scene<'_>, at: usize) -> Self {
        let mut syllable = Self::default();
        let flags =
            |found: &Match| scene.index.matcher.name(found.name).map_or(0, |n| n.attributes);
        for found in scene.matches(at).iter().take_while(|found| found.end as usize == at + 1) {
            match found.role {
                Role::Middle => (syllable.is_middle, syllable.middle) = (true, flags(found)),
                Role::Given => (syllable.is_given, syllable.given) = (true, flags(found)),
                _ => {}
            }
        }
        syllable
    }

    pub(super) fn is_part(&self) -> bool {
        self.is_given || self.is_middle
    }

    /// Whether many names hold it.
    pub(super) fn is_common(&self) -> bool {
        (self.given | self.middle) & attribute::COMMON != 0
    }
}

/// Whether a syllable is in a list of one of these roles: a set of [`Role::bit`].
#[inline]
pub(super) fn is_one(scene: &Scene<'_>, at: usize, roles: u64) -> bool {
    scene.has(at, roles) && {
        let mut one = scene.matches(at).iter().take_while(|found| found.end as usize == at + 1);
        one.any(|found| found.role.bit() & roles != 0)
    }
}

/// Whether a syllable is a given name of the lists.
pub(super) fn is_given(scene: &Scene<'_>, at: usize) -> bool {
    is_one(scene, at, Role::Given.bit()) || is_marked(scene, at)
}

/// Whether a word has the mark of a sex before it: `H'M`, `K'Ré`.
fn is_marked(scene: &Scene<'_>, at: usize) -> bool {
    let touches = |at: usize| scene.is_glued(at);
    scene.token(at).end - scene.token(at).start == 1
        && scene.is_mark(at + 1, '\'')
        && touches(at + 1)
        && touches(at + 2)
}

/// Whether a syllable is part of names of the lists.
pub(super) fn is_part(scene: &Scene<'_>, at: usize) -> bool {
    is_one(scene, at, Role::Given.bit() | Role::Middle.bit())
}

/// Whether a syllable is a middle name of the lists.
pub(super) fn is_middle(scene: &Scene<'_>, at: usize) -> bool {
    is_one(scene, at, Role::Middle.bit())
}

/// Whether a syllable is part of names of the lists, or a surname.
pub(super) fn is_personal(scene: &Scene<'_>, at: usize) -> bool {
    is_one(scene, at, Role::Given.bit() | Role::Middle.bit() | Role::Surname.bit())
}

/// Whether a word is no syllable of the language.
#[inline]
pub(super) fn is_foreign(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene.has(at, Role::ForeignPart.bit()) && is_foreign_part(scene, at, end)
        || end > at + 2 && scene.is_mark(at + 1, '-')
        || scene.token(at).end - scene.token(at).start > 1 && scene.is_foreign(at)
}

/// Whether the longest part of foreign names at a token ends before another.
fn is_foreign_part(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene.longest(at, Role::ForeignPart).is_some_and(|(stop, _)| stop <= end)
}
