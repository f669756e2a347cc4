//! Proper names of bodies: runs of capitals, and quoted names.
//!
//! ```text
//! name   = word { [joint] word }             Minh Phát, FPT Software, Vinaconex-PVC, An Cường & Con
//! quoted = "“" name "”"                      Đảng “Vì nước Nga”
//! ```

use crate::rules::Scene;
use crate::rules::place::name::{begins_person, is_foreign, is_shouted, is_stop, word};
use crate::text::{Gap, Shape};

/// Words of a name at most.
const LONGEST: usize = 7;

/// The end of the proper name at a token; the token itself if there is none.
pub(crate) fn proper(scene: &Scene<'_>, at: usize) -> usize {
    let mut end = at;
    for count in 0..LONGEST {
        let gap = scene.token(end).gap;
        if gap == Gap::Line
            || count > 0
                && gap == Gap::Space
                && (is_stop(scene, end) || count > 1 && begins_person(scene, end))
        {
            break;
        }
        let Some(next) = word(scene, end) else { break };
        end = joint(scene, next).unwrap_or(next);
        // `Mật ong Vinh Nguyên`: the first word is one of two syllables.
        if count == 0 && end == at + 1 && is_first_word(scene, at) {
            end += 1;
        }
    }
    if is_shouted(scene, at, end) && end > at + 1 || is_syllable(scene, at, end) {
        at
    } else {
        trimmed(scene, at, end)
    }
}

/// The token after a sign that joins two words of a name: `Vinaconex-PVC`, `An Cường & Con`.
fn joint(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let next = scene.token(at + 1);
    let glued = scene.is_glued(at)
        && scene.is_glued(at + 1)
        && (scene.is_mark(at, '-') || scene.is_mark(at, '&') || scene.is_mark(at, '.'));
    let spaced = scene.is_mark(at, '&') && scene.is_joined(at) && scene.is_joined(at + 1);
    ((glued || spaced) && matches!(next.shape, Shape::Title | Shape::Upper | Shape::Mixed))
        .then_some(at + 1)
}

/// Whether a name is one syllable that goes on in small letters, and so the first half of a word: `Hội Bảo trợ …`.
fn is_syllable(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let next = scene.token(end);
    end == at + 1
        && scene.token(at).shape == Shape::Title
        && next.shape == Shape::Lower
        && next.gap == Gap::Space
        && !is_foreign(scene.text(at))
        && !super::field::STOPS.contains(&next.sym)
}

/// Whether a name begins with a word of two syllables and goes on with a capital.
fn is_first_word(scene: &Scene<'_>, at: usize) -> bool {
    let (second, third) = (scene.token(at + 1), scene.token(at + 2));
    scene.token(at).shape == Shape::Title
        && second.shape == Shape::Lower
        && second.gap == Gap::Space
        && third.shape == Shape::Title
        && third.gap == Gap::Space
        && !is_stop(scene, at + 2)
        && !super::field::STOPS.contains(&second.sym)
        && !super::body::begins(scene, at + 2)
        && second.sym != crate::text::word("và")
}

/// A name does not end in a sign that joins.
fn trimmed(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    match end.checked_sub(1) {
        Some(last) if last > at && scene.token(last).shape == Shape::Punctuation => last,
        _ => end,
    }
}

/// The end of a quoted name that opens at a token.
pub(crate) fn quoted(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is_mark(at, '"') || !scene.is_joined(at) || !scene.token(at + 1).is_capital() {
        return None;
    }
    (at + 2..at + 10).find(|end| scene.is_mark(*end, '"')).map(|end| end + 1)
}
