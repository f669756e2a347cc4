//! The proper names of places: where one ends.
//!
//! ```text
//! name  = word { " " word }                          Bình Liêu, Buôn Ma Thuột
//! word  = capital { ("-" small | "'" letters) }      Xa-vẳn-na-khẹt, R'lấp
//!       | letter digits                              D2, N1
//! ```

use crate::gazetteer::{Level, Role, attribute};
use crate::rules::Scene;
use crate::text::{Gap, Shape};

/// A name of a place that the lists know, from a token on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// The token after its last.
    pub(crate) end: usize,
    /// The name of the matcher.
    pub(crate) name: u32,
    /// What it may be: a set of [`Level::bit`].
    pub(crate) levels: u32,
}

/// The units that the State is divided into.
pub(crate) const ADMINISTRATIVE: u32 = Level::Province.bit() | Level::District.bit() | Level::Commune.bit();

/// The longest name of a place that begins at a token.
pub(crate) fn listed(scene: &Scene<'_>, at: usize) -> Option<Listed> {
    listed_of(scene, at, u32::MAX)
}

/// The longest name of a place of these levels that begins at a token; its levels are all that it may be.
pub(crate) fn listed_of(scene: &Scene<'_>, at: usize, levels: u32) -> Option<Listed> {
    let mut found: Option<Listed> = None;
    for one in scene.matches(at) {
        let Some(name) = scene.index.matcher.name(one.name) else { continue };
        if name.role != Role::Place {
            continue;
        }
        let bit = Level::of(name.attributes).bit();
        match &mut found {
            Some(found) if found.end == one.end as usize => found.levels |= bit,
            _ if bit & levels == 0 => {}
            _ => found = Some(Listed { end: one.end as usize, name: one.name, levels: bit }),
        }
    }
    found
}

/// The token after the last of the word of a name at a token; `None` if no name can begin or go on there.
pub(crate) fn word(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let token = scene.token(at);
    if !matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) || scene.text(at).starts_with(char::is_lowercase) {
        return None;
    }
    let mut end = at + 1;
    let is_letter = token.end - token.start == 1;
    if is_letter && scene.token(end).shape == Shape::Number && scene.is_glued(end) {
        end += 1;
    }
    while scene.is_glued(end)
        && scene.token(end + 1).is_word()
        && scene.is_glued(end + 1)
        && (scene.is_mark(end, '\'') || scene.is_mark(end, '-') && scene.token(end + 1).shape == Shape::Lower)
    {
        end += 2;
    }
    Some(end)
}

/// The token after the last of the capitalised words from a token on, up to so many; the token itself if there are none.
///
/// It stops where a rank, an office, a form of address, a body of several words or a person's name begins.
pub(crate) fn run(scene: &Scene<'_>, at: usize, most: usize) -> usize {
    let mut end = at;
    for count in 0..most {
        if count > 0 && (scene.token(end).gap != Gap::Space || is_stop(scene, end) || is_person(scene, at, end)) {
            break;
        }
        match word(scene, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// Whether something that no name of a place holds begins at a token.
fn is_stop(scene: &Scene<'_>, at: usize) -> bool {
    scene.matches(at).iter().any(|found| {
        let Some(name) = scene.index.matcher.name(found.name) else { return false };
        match name.role {
            Role::Rank | Role::Position => true,
            Role::Honorific => name.attributes & attribute::STRONG != 0,
            Role::Organization | Role::Head | Role::DocumentType => found.end as usize > at + 1,
            _ => false,
        }
    })
}

/// Whether a person's name begins at a token after a name of at least two words that begins at `start`: `Bình Liêu Hoàng Ngọc Ngò`.
pub(crate) fn is_person(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    if at < start + 2 || !scene.is_named(at, at + 1, Role::Surname) {
        return false;
    }
    let capitals = (at..at + 5).take_while(|at| scene.token(*at).is_capital() && scene.is_joined(*at)).count();
    (3..=4).contains(&capitals)
}

/// Whether all words of a stretch of at least two are in capitals, so that they say nothing: a headline.
pub(crate) fn is_shouted(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let upper = |at: usize| scene.token(at).shape == Shape::Upper;
    let neighbours = upper(start.wrapping_sub(1)) || upper(end);
    (start..end).all(upper) && (neighbours || end > start + 1)
}
