//! The proper names of places: where one ends.
//!
//! ```text
//! name  = word { " " word }                          Bình Liêu, Buôn Ma Thuột
//! word  = capital { ("-" small | "'" letters) }      Xa-vẳn-na-khẹt, R'lấp
//!       | letter digits                              D2, N1
//! ```

use crate::gazetteer::{Level, Match, Role, attribute};
use crate::rules::Scene;
use crate::text::{Gap, Shape, phrase, word};

/// A name of a place that the lists know, from a token on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// The token after its last.
    pub(crate) end: usize,
    /// What it may be: a set of [`Level::bit`].
    pub(crate) levels: u32,
    /// Whether a list says that it is a place also without class word.
    pub(crate) alone: bool,
}

impl Listed {
    /// Whether it may be of one of these levels.
    pub(crate) fn may_be(&self, levels: u32) -> bool {
        self.levels & levels != 0
    }

    /// Whether it can be of these levels alone.
    pub(crate) fn is_only(&self, levels: u32) -> bool {
        self.levels & !levels == 0
    }
}

/// The units that the State is divided into.
pub(crate) const ADMINISTRATIVE: u32 =
    Level::Province.bit() | Level::District.bit() | Level::Commune.bit();

/// The longest name of a place that begins at a token; those that no one writes without class word do not count.
pub(crate) fn listed(scene: &Scene<'_>, at: usize) -> Option<Listed> {
    const CLASSED: u32 = Level::Road.bit() | Level::EconomicZone.bit();
    find(scene, at, |level, alone| alone || level.bit() & CLASSED == 0)
}

/// The longest name of a place of these levels that begins at a token; its levels are all that it may be.
pub(crate) fn listed_of(scene: &Scene<'_>, at: usize, levels: u32) -> Option<Listed> {
    find(scene, at, |level, _| levels & level.bit() != 0)
}

/// The longest name that has a sense, by its level and whether it stands alone, that is wanted.
fn find(scene: &Scene<'_>, at: usize, wanted: impl Fn(Level, bool) -> bool) -> Option<Listed> {
    if !scene.has(at, Role::Place.bit()) {
        return None;
    }
    // All levels of the names of one length, and whether one of them is wanted.
    let mut found = Listed { end: 0, levels: 0, alone: false };
    let mut is_wanted = false;
    for one in scene.matches(at).iter().rev().filter(|one| one.role == Role::Place) {
        if found.end != one.end as usize {
            if is_wanted {
                break;
            }
            found = Listed { end: one.end as usize, levels: 0, alone: false };
        }
        let Some(name) = scene.index.matcher.name(one.name) else { continue };
        let (level, alone) = (Level::of(name.attributes), name.attributes & attribute::ALONE != 0);
        found.levels |= level.bit();
        found.alone |= alone;
        is_wanted |= wanted(level, alone);
    }
    is_wanted.then_some(found)
}

/// The token after the last of the word of a name at a token; `None` if no name can begin or go on there.
pub(crate) fn word(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let token = scene.token(at);
    match token.shape {
        Shape::Title | Shape::Upper => {}
        Shape::Mixed if !scene.text(at).starts_with(char::is_lowercase) => {}
        _ => return None,
    }
    let mut end = at + 1;
    // Most words touch nothing after them.
    if !scene.is_glued(end) {
        return Some(end);
    }
    if token.end - token.start <= 2
        && scene.token(end).shape == Shape::Number
        && scene.is_glued(end)
    {
        end += 1;
    }
    while scene.is_glued(end)
        && scene.token(end + 1).is_word()
        && scene.is_glued(end + 1)
        && (scene.is_mark(end, '\'')
            || scene.is_mark(end, '-')
                && (scene.token(end + 1).shape == Shape::Lower && !is_said(scene, end + 1)
                    || is_joint(scene, end)))
    {
        end += 2;
    }
    Some(end)
}

/// Whether what follows a hyphen without spaces is what somebody says, and no part of a name: `Bệnh viện Minh An-cho biết`.
fn is_said(scene: &Scene<'_>, at: usize) -> bool {
    scene.longest(at, Role::Speech).is_some()
        || scene.is_any(at, &phrase!(["nói", "nơi"]))
        || scene.starts(at, &phrase!(["chi", "nhánh"]))
        || scene.starts(at, &phrase!(["cho", "biết"]))
        || scene.starts(at, &phrase!(["cho", "hay"]))
}

/// Whether a hyphen joins the parts of one foreign name: `Baden-Württemberg`, `Rheinland-Pfalz`.
fn is_joint(scene: &Scene<'_>, mark: usize) -> bool {
    let parts = [mark.wrapping_sub(1), mark + 1];
    parts.iter().all(|part| scene.is_foreign(*part))
        && parts.iter().any(|part| scene.longest(*part, Role::Place).is_none())
}

/// The token after the last of the capitalised words from a token on, up to so many; the token itself if there are none.
///
/// It stops where a rank, an office, a form of address, a body of several words or a person's name begins.
pub(crate) fn run(scene: &Scene<'_>, at: usize, most: usize) -> usize {
    let mut end = at;
    for count in 0..most {
        if count == 0 && is_term(scene, at)
            || count > 0
                && (scene.token(end).gap != Gap::Space
                    || is_stop(scene, end)
                    || is_person(scene, at, end)
                    || count > 1 && is_starter(scene, end)
                    || is_foreign_person(scene, end)
                    || is_wide(scene, end))
        {
            break;
        }
        match word(scene, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// Whether the term of an assembly or a committee, written with a capital, stands at a token: `HĐND tỉnh | Khóa XV`.
pub(crate) fn is_term(scene: &Scene<'_>, at: usize) -> bool {
    let next = at + 1;
    scene.is(at, word!("khóa"))
        && scene.is_joined(next)
        && (scene.is_roman(next) || scene.token(next).shape == Shape::Number)
}

/// Whether something that no name of a place holds begins at a token.
pub(crate) fn is_stop(scene: &Scene<'_>, at: usize) -> bool {
    if is_term(scene, at) {
        return true;
    }
    const STOPS: u64 = Role::Rank.bit()
        | Role::Position.bit()
        | Role::Honorific.bit()
        | Role::Organization.bit()
        | Role::Head.bit()
        | Role::DocumentType.bit()
        | Role::Class.bit();
    if !scene.has(at, STOPS) {
        return false;
    }
    let is_strong = |found: &Match| {
        let name = scene.index.matcher.name(found.name);
        name.is_some_and(|name| name.attributes & attribute::STRONG != 0)
    };
    scene.matches(at).iter().any(|found| match found.role {
        Role::Rank | Role::Position => true,
        Role::Honorific => {
            let is_inner = || found.end as usize == at + 1 && is_syllable_of_name(scene, at);
            is_strong(found) && !is_inner()
        }
        Role::Organization | Role::Head | Role::DocumentType => {
            found.end as usize > at + 1 || is_acronym(scene, at)
        }
        Role::Class => is_acronym(scene, at),
        _ => false,
    })
}

/// Whether a form of address of one syllable is part of a name that goes on, for no person's full name follows: thôn Lù `Dì` Sán.
fn is_syllable_of_name(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Title
        && scene.token(at + 1).shape == Shape::Title
        && scene.is_joined(at + 1)
        // `Hòa Bình Anh Trung cho biết`
        && (scene.token(at + 2).shape != Shape::Lower || !scene.is_joined(at + 2))
        && !begins_person(scene, at + 1)
}

/// Whether an acronym stands at a token: `UBND`, `TP`.
fn is_acronym(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Upper && scene.token(at).end - scene.token(at).start > 1
}

/// Whether a sentence begins at a token where a line of text ran into the next: `sân bay Long Thành Theo ông …`.
pub(crate) fn is_starter(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Title
        && scene.is_named(at, at + 1, Role::Starter)
        && scene.token(at + 1).shape != Shape::Punctuation
        && scene.is_joined(at + 1)
}

/// Whether a foreign person's name begins at a token: bang Hessen `Roland Koch`.
fn is_foreign_person(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at + 1).is_capital()
        && scene.is_joined(at + 1)
        && scene.longest(at, Role::ForeignPart).is_some()
}

/// Whether a country in several words stands at a token, where a line ran into the next: sân bay Minsk `Việt Nam`.
fn is_wide(scene: &Scene<'_>, at: usize) -> bool {
    listed_of(scene, at, Level::Country.bit()).is_some_and(|l| l.end > at + 1)
}

/// Whether a person's name begins at a token after a name of at least two words that begins at `start`: `Bình Liêu Hoàng Ngọc Ngò`.
pub(crate) fn is_person(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    at >= start + 2 && begins_person(scene, at)
}

/// Whether a form of address and a person's name stand at a token: `Ông Nguyễn Thiện Nhân`.
pub(crate) fn begins_address(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_named(at, at + 1, Role::Honorific) && begins_person(scene, at + 1)
}

/// Whether a surname and two or three more capitalised words stand at a token.
///
/// Of surnames that are mostly other words, only before `Văn` and `Thị`: the second syllable of `Quảng Ninh Nguyễn Xuân Minh` begins no name.
#[inline]
pub(crate) fn begins_person(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Role::Surname.bit()) && begins_full_name(scene, at)
}

/// Whether three or four words with capitals, none of them foreign, stand alone at a token.
pub(crate) fn is_full_name(scene: &Scene<'_>, at: usize) -> bool {
    let is_part = |at: &usize| scene.token(*at).is_capital() && scene.is_joined(*at);
    let count = (at..at + 5).take_while(is_part).count();
    (3..=4).contains(&count) && (at..at + count).all(|at| !scene.is_foreign(at))
}

fn begins_full_name(scene: &Scene<'_>, at: usize) -> bool {
    let capitals =
        (at..at + 5).take_while(|at| scene.token(*at).is_capital() && scene.is_joined(*at)).count();
    let likely =
        |name: &crate::gazetteer::Name| name.attributes & (attribute::SURE | attribute::FAIR) != 0;
    let telling = || {
        scene.named(at + 1, Role::Middle).any(|(_, name)| name.attributes & attribute::SURE != 0)
    };
    (3..=4).contains(&capitals)
        && scene.named(at, Role::Surname).any(|(_, name)| likely(name) || telling())
}

/// Whether a word stands in capitals among words in capitals, so that they say nothing: a headline.
pub(crate) fn is_shouted(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let upper = |at: usize| {
        scene.token(at).shape == Shape::Upper && scene.token(at).end - scene.token(at).start > 1
    };
    let neighbours = upper(start.wrapping_sub(1)) && scene.is_joined(start)
        || upper(end) && scene.is_joined(end);
    (start..end).all(upper) && (neighbours || end > start + 1)
}
