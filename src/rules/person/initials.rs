//! Names of which only letters are written.
//!
//! ```text
//! initials = letters "." { letters "." }     N.V.A., H.
//!          | name letter "." letter ["."]    Nguyễn Thị T.A.
//!          | letter "." word                 N.Hà, Đ. Viên, B.Nê-ta-ni-a-hu
//! foreign  = letter "." foreign name         V. Vô-lô-din, H.R. McMaster
//! ```

use super::name::{self, Form, Name};
use super::syllable;
use crate::rules::Scene;
use crate::text::{Gap, Shape};

/// Whether a word is abbreviated: one consonant with a capital, or the group that a syllable begins with (`H.`, `Th.`, `Ng.`).
#[inline]
pub(super) fn is_abbreviated(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let token = scene.token(at);
    // No group of consonants is longer.
    token.shape == Shape::Title
        && token.end - token.start <= 3
        && (end == at + 1 || end == at + 2 && scene.is_mark(at + 1, '.'))
        && is_letters(scene, at)
}

/// Whether the letters at a token stand for a syllable.
#[inline(never)]
fn is_letters(scene: &Scene<'_>, at: usize) -> bool {
    is_onset(scene.text(at)) || scene.is_mark(at + 1, '.') && is_vowel(scene, at)
}

/// Whether a letter that might end a sentence as a whole name is cut by its full stop, for what follows goes on: `Nguyễn Trọng A. | (SN 1988)`, `Trần Thị Y., trú tại`.
#[inline(never)]
fn is_vowel(scene: &Scene<'_>, at: usize) -> bool {
    let mut letters = scene.text(at).chars();
    let is_vowel = letters.next().is_some_and(|c| "AĂÂEÊIOÔƠUƯY".contains(c));
    let goes_on = || scene.is_mark(at + 2, '(') || scene.is_mark(at + 2, ',');
    is_vowel
        && letters.next().is_none()
        && !scene.is_glued(at)
        && scene.is_glued(at + 1)
        && scene.is_joined(at + 2)
        && goes_on()
}

/// Whether the abbreviated end of a name goes on in another letter: `Nguyễn Thị T. | A.`, `Bùi Th. | H.`
pub(super) fn goes_on_cut(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let token = scene.token(at);
    // `T. | T.T.`: the rest of a row of letters.
    let is_rest = scene.is_glued(start) && scene.is_mark(start.wrapping_sub(1), '.');
    // `Trần Văn H. | T.L.`: another's letters, as of who wrote it.
    let is_dotted = scene.is_mark(at + 1, '.') && scene.is_glued(at + 1) && !scene.is_glued(at + 2);
    let touches = token.gap == Gap::None || token.gap == Gap::Space && is_dotted;
    scene.is_mark(at.wrapping_sub(1), '.')
        && !is_rest
        && touches
        && token.shape == Shape::Title
        && token.end - token.start <= 3
        && (scene.text(at).chars().count() == 1 || is_cluster(scene.text(at)))
}

/// Whether letters are one consonant or a group that a syllable begins with.
#[inline]
fn is_onset(text: &str) -> bool {
    let consonant = || {
        let mut letters = text.chars();
        let first = letters.next();
        letters.next().is_none() && first.is_some_and(|c| "BCDĐFGHJKLMNPQRSTVWXZ".contains(c))
    };
    consonant() || is_cluster(text)
}

/// Whether letters are the consonants that a syllable begins with.
fn is_cluster(text: &str) -> bool {
    ["Ch", "Gh", "Kh", "Ng", "Ngh", "Nh", "Ph", "Th", "Tr", "Qu", "Gi"].contains(&text)
}

/// The token after the initials that begin at a token: two to five letters with dots; a longer row of them is no name.
pub(super) fn initials(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let letter = |at: usize| {
        let token = scene.token(at);
        token.shape == Shape::Title
            && token.end - token.start <= 3
            && (scene.text(at).chars().count() == 1 || is_cluster(scene.text(at)))
    };
    let dot = |at: usize| scene.is_mark(at, '.') && scene.is_glued(at);
    if !dot(at + 1) || !letter(at) || !letter(at + 2) || !scene.is_glued(at + 2) {
        return None;
    }
    // `S.A-bê`
    if is_hyphened(scene, at + 3) {
        return None;
    }
    let goes_on = |end: usize| dot(end) && letter(end + 1) && scene.is_glued(end + 1);
    let is_inside = at > 1 && scene.is_glued(at) && dot(at - 1) && letter(at - 2);
    let mut end = at + 3;
    while goes_on(end) && end < at + 10 {
        end += 2;
    }
    if is_inside || goes_on(end) {
        return None;
    }
    if !dot(end) {
        return Some(end);
    }
    // `H.N.Trang`: the given name is written out.
    let next = scene.token(end + 1);
    let given = next.shape == Shape::Title && next.gap == Gap::None;
    Some(if given { end + 2 } else { end + 1 })
}

/// Initials with a foreign name after a space: `V. Vô-lô-din`, `H.R. McMaster`.
pub(super) fn initials_and_foreign(scene: &Scene<'_>, at: usize) -> Option<Name> {
    if !is_initial(scene, at) {
        return None;
    }
    let next = if is_initial(scene, at + 2) { at + 4 } else { at + 2 };
    // `K.Yadav Reddy`: touched by the letter where another word follows.
    let is_glued = scene.is_glued(next);
    let fits = (scene.token(next).gap == Gap::Space || is_glued) && !scene.is_glued(at);
    let end = name::word(scene, next).filter(|end| {
        fits && scene.token(next).shape == Shape::Title
            && scene.token(next).end - scene.token(next).start > 1
            && (syllable::is_foreign(scene, next, *end) || name::is_prefix(scene, next))
    })?;
    let rest = name::read(scene, next).filter(|rest| rest.form == Form::Foreign);
    let goes_on = rest.is_some_and(|rest| rest.words > 1 && scene.is_foreign(rest.end - 1));
    if is_glued && !goes_on {
        return None;
    }
    let (end, words) = rest.map_or((end, 2), |rest| (rest.end, rest.words + 1));
    Some(Name { start: at, end, form: Form::Foreign, words, after_surname: at, surname: 0 })
}

/// The token after an initial with a given name: `N.Hà`, `Đ. Viên`.
pub(super) fn initial_and_given(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let given = scene.token(at + 2);
    let hyphened = is_hyphened(scene, at + 3);
    let fits = is_initial(scene, at)
        && given.shape == Shape::Title
        && given.gap == Gap::None
        && (given.end - given.start > 1 || hyphened);
    // `B.Nê-ta-ni-a-hu`
    let end = if hyphened { name::word(scene, at + 2)? } else { at + 3 };
    fits.then_some(end)
}

/// Whether one letter with a full stop stands at a token.
fn is_initial(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Title
        && scene.text(at).chars().count() == 1
        && scene.is_mark(at + 1, '.')
        && scene.is_glued(at + 1)
}

/// Whether a hyphen at a token goes on with small letters: `A | -bê`.
fn is_hyphened(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_mark(at, '-')
        && scene.is_glued(at)
        && scene.is_glued(at + 1)
        && scene.token(at + 1).shape == Shape::Lower
}
