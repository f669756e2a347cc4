//! What stands before a name and tells whether it is a person's.

use super::name::Name;
use super::syllable;
use crate::Kind;
use crate::candidate::Strength;
use crate::gazetteer::{Level, Role};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape};

/// Whether a word that makes the name a thing's stands before it: `đường Trần Phú`, `Trường THPT Chu Văn An`, `tàu "Trần Đại Nghĩa"`; also the number of a house.
pub(super) fn is_namesake(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let short = scene.is_mark(before, '.')
        && scene.is_glued(before)
        && scene.before(before).shape == Shape::Upper;
    let quoted = scene.is_mark(before, '"') && scene.is_glued(at);
    let listed = scene.is_mark(before, ':') && scene.is_joined(before);
    let start = if short || quoted || listed { before } else { at };
    let number = scene.before(at).shape == Shape::Number
        && scene.token(at).gap == Gap::Space
        && ['(', ','].iter().any(|mark| scene.is_mark(at.wrapping_sub(2), *mark))
        && scene.number(before).is_some_and(|number| number < 1900);
    scene.is_joined(at)
        && (number
            || (1..=4).any(|back| {
                start
                    .checked_sub(back)
                    .is_some_and(|first| scene.is_named(first, start, Role::Namesake))
            }))
}

/// What stands before a name that no cue introduces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Left {
    /// A sentence, a line or a bracket begins.
    Start,
    /// Words in small letters, or punctuation within a sentence.
    Open,
    /// The end of a title, a rank, a body or a place, in capitals.
    Office,
    /// A capitalised word that begins a sentence.
    First,
    /// A capitalised word that the name may be part of.
    Capital,
}

/// What stands before a name that begins at a token.
pub(super) fn left(scene: &Scene<'_>, at: usize, out: &Proposals) -> Left {
    if scene.is_sentence_start(at) {
        return Left::Start;
    }
    let before = scene.before(at);
    if !before.is_word() || before.shape == Shape::Lower {
        return Left::Open;
    }
    let ends = out.candidates.ending_at(at).any(|c| {
        c.strength > Strength::Possible
            && matches!(
                c.kind,
                Kind::Organization | Kind::Place | Kind::Position | Kind::Rank | Kind::Date
            )
    });
    let titled = (1..=6).any(|back| {
        at.checked_sub(back).is_some_and(|start| {
            scene.matches(start).iter().any(|found| {
                let role = scene.index.matcher.name(found.name).map(|name| name.role);
                found.end as usize == at
                    && matches!(
                        role,
                        Some(
                            Role::Position
                                | Role::Rank
                                | Role::Honorific
                                | Role::Branch
                                | Role::Blocked
                        )
                    )
            })
        })
    });
    let acronym = before.shape == Shape::Upper && before.end - before.start > 1;
    if ends || titled || acronym {
        Left::Office
    } else if scene.is_sentence_start(at - 1) {
        Left::First
    } else {
        Left::Capital
    }
}

/// Whether a name is exactly one of places, bodies or documents.
pub(super) fn is_other(scene: &Scene<'_>, name: &Name, out: &Proposals) -> bool {
    let listed = scene.matches(name.start).iter().any(|found| {
        let Some(row) = scene.index.matcher.name(found.name) else { return false };
        let end = found.end as usize;
        match row.role {
            Role::Place => end == name.end || end > name.end,
            Role::Organization | Role::Document | Role::Lunar => end >= name.end,
            Role::Blocked | Role::Ambiguous => end == name.end,
            _ => false,
        }
    });
    listed
        || out.candidates.starting_at(name.start).any(|c| {
            c.end() >= name.end
                && c.strength >= Strength::Likely
                && matches!(c.kind, Kind::Place | Kind::Organization | Kind::Document)
        })
}

/// Whether a name is exactly that of a country, a province or another place that everybody knows.
pub(super) fn is_known_place(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    const KNOWN: u32 =
        Level::Country.bit() | Level::Province.bit() | Level::Region.bit() | Level::Sea.bit();
    scene
        .named(start, Role::Place)
        .any(|(stop, name)| stop == end && Level::of(name.attributes).bit() & KNOWN != 0)
}

/// The token after a country or another known place that a name follows: `Hàn Quốc` before `Shin Jin Ju`, `Nga` before `Natalia Gurova`.
pub(super) fn place_before_name(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const KNOWN: u32 = Level::Country.bit() | Level::Province.bit() | Level::City.bit();
    let place = scene.named(at, Role::Place).filter(|(end, name)| {
        let next = scene.token(*end);
        Level::of(name.attributes).bit() & KNOWN != 0
            && next.gap == Gap::Space
            && next.shape == Shape::Title
    });
    let (end, _) = place.last()?;
    let person =
        syllable::is_foreign(scene, end, end + 1) || scene.is_named(end, end + 1, Role::Surname);
    person.then_some(end)
}
