//! What stands before a name and tells whether it is a person's.

use super::name::{Form, Name};
use super::syllable;
use crate::Kind;
use crate::candidate::Strength;
use crate::gazetteer::{self, Level, Role, attribute};
use crate::rules::place::address::is_house;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, phrase};

/// Whether a word that makes the name a thing's stands before it: `đường Trần Phú`, `Trường THPT Chu Văn An`, `tàu "Trần Đại Nghĩa"`.
pub(super) fn is_namesake(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let short = scene.is_mark(before, '.')
        && scene.is_glued(before)
        && scene.before(before).shape == Shape::Upper;
    let quoted = scene.is_mark(before, '"') && scene.is_glued(at);
    let listed = scene.is_mark(before, ':') && scene.is_joined(before);
    let start = if short || quoted || listed { before } else { at };
    scene.is_joined(at)
        && scene.ends(start, Role::Namesake.bit())
        && (1..=4).any(|back| {
            start.checked_sub(back).is_some_and(|first| {
                scene
                    .named(first, Role::Namesake)
                    .any(|(end, name)| end == start && !is_half(scene, first, name))
            })
        })
}

/// Whether a word is half of another one here: `gia đình`, `yêu cầu`.
fn is_half(scene: &Scene<'_>, at: usize, name: &gazetteer::Name) -> bool {
    let before = scene.text(at.wrapping_sub(1)).to_lowercase();
    scene.token(at).gap == Gap::Space
        && scene.row(name).is_some_and(|row| row.list("not_after").any(|word| word == before))
}

/// Whether the number of a house stands before a name, so that it is a street's: `504 Nguyễn Tất Thành`, `60B Nguyễn Huy Tưởng`.
pub(super) fn is_address(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let Some(mut number) = at.checked_sub(1).filter(|_| scene.token(at).gap == Gap::Space) else {
        return false;
    };
    if scene.is_glued(number)
        && scene.token(number).is_word()
        && scene.token(number).end - scene.token(number).start == 1
    {
        number = number.wrapping_sub(1);
    }
    // `COP30 Lê Văn An`
    if scene.is_glued(number) && scene.before(number).shape == Shape::Upper {
        return false;
    }
    let ends_date = || out.candidates.ending_at(at).any(|c| c.kind == Kind::Date);
    scene.number(number).is_some_and(|number| number < 3000) && !ends_date()
}

/// Whether a word for a people stands before two syllables, so that they name one: người `Hà Nhì`, dân tộc `La Chí`.
pub(super) fn is_people(scene: &Scene<'_>, name: &Name) -> bool {
    name.words == 2
        && name.surname & attribute::SURE == 0
        && scene.is_joined(name.start)
        && scene.is_any(name.start.wrapping_sub(1), &phrase!(["người", "tộc", "bào"]))
}

/// Whether a name is a street's after the number of a house and a comma, and before what it lies in: `số 6, Lê Thánh Tông, Hoàn Kiếm`.
pub(super) fn is_street(scene: &Scene<'_>, name: &Name) -> bool {
    let at = name.start;
    scene.is_mark(at.wrapping_sub(1), ',')
        && scene.number(at.wrapping_sub(2)).is_some()
        && is_house(scene, at.wrapping_sub(2))
        && (scene.is_mark(name.end, ',') || scene.is_mark(name.end, '('))
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
    let ends = || {
        out.candidates.ending_at(at).any(|c| {
            c.strength > Strength::Possible
                && matches!(
                    c.kind,
                    Kind::Organization | Kind::Place | Kind::Position | Kind::Rank | Kind::Date
                )
        })
    };
    const TITLES: u64 = Role::Position.bit()
        | Role::Rank.bit()
        | Role::Honorific.bit()
        | Role::Branch.bit()
        | Role::Blocked.bit();
    let titled = || {
        let mut starts = (1..=6).filter_map(|back| at.checked_sub(back));
        let is_title =
            |found: &gazetteer::Match| found.end as usize == at && found.role.bit() & TITLES != 0;
        starts.any(|start| scene.has(start, TITLES) && scene.matches(start).iter().any(is_title))
    };
    let acronym = before.shape == Shape::Upper && before.end - before.start > 1;
    // `khu vực phía Bắc | Lê Tuấn Anh`
    let is_side = scene.is_any(at - 1, &phrase!(["bắc", "nam", "đông", "tây"]))
        && scene.is_any(at.wrapping_sub(2), &phrase!(["phía", "miền"]));
    if acronym || is_side || ends() || scene.ends(at, TITLES) && titled() {
        Left::Office
    } else if scene.is_sentence_start(at - 1) {
        Left::First
    } else {
        Left::Capital
    }
}

/// Whether a name is exactly one of places, bodies or documents.
pub(super) fn is_other(scene: &Scene<'_>, name: &Name, out: &Proposals) -> bool {
    const OTHERS: u64 = Role::Place.bit()
        | Role::Organization.bit()
        | Role::Document.bit()
        | Role::Lunar.bit()
        | Role::Blocked.bit()
        | Role::Ambiguous.bit();
    let is_longer = |found: &gazetteer::Match| {
        let end = found.end as usize;
        match found.role {
            Role::Place => end >= name.end,
            Role::Organization | Role::Document | Role::Lunar => end >= name.end,
            Role::Blocked | Role::Ambiguous => end == name.end,
            _ => false,
        }
    };
    scene.has(name.start, OTHERS) && scene.matches(name.start).iter().any(is_longer)
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
    scene.ends(end, Role::Place.bit())
        && scene
            .named(start, Role::Place)
            .any(|(stop, name)| stop == end && Level::of(name.attributes).bit() & KNOWN != 0)
}

/// The token after a country or another known place that a name follows: `Hàn Quốc` before `Shin Jin Ju`, `Nga` before `Natalia Gurova`.
pub(super) fn place_before_name(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const KNOWN: u32 = Level::Country.bit() | Level::Province.bit() | Level::City.bit();
    let (end, _) = scene.named(at, Role::Place).rfind(|(end, name)| {
        let next = scene.token(*end);
        Level::of(name.attributes).bit() & KNOWN != 0
            && next.gap == Gap::Space
            && next.shape == Shape::Title
    })?;
    // `ca sĩ Mỹ Linh`: a country of one syllable before another is the first half of a given name.
    if end == at + 1 && !syllable::is_foreign(scene, end, end + 1) && syllable::is_middle(scene, at)
    {
        let surname = scene.token(end + 1).is_capital() && scene.token(end + 1).gap == Gap::Space;
        if !surname {
            return None;
        }
    }
    let person = syllable::is_foreign(scene, end, end + 1)
        || scene.is_named(end, end + 1, Role::Surname)
        || scene.is_mark(end + 1, '.') && scene.is_glued(end + 1) && scene.is_glued(end + 2);
    // `Campuchia | Tea Seiha`: a country that no name is made of.
    let state = || {
        syllable::is_foreign(scene, at, end)
            && scene.token(end + 1).is_capital()
            && scene.token(end + 1).gap == Gap::Space
    };
    (person || state()).then_some(end)
}

/// Whether the first word of what opens a sentence is no part of the name: `Nhưng | Hoshyar Zebari`, `Anh | Nguyễn Tín`.
pub(super) fn is_preceded(scene: &Scene<'_>, name: &Name) -> bool {
    let next = name.start + 1;
    let is_surname =
        || scene.named(next, Role::Surname).any(|(_, row)| row.attributes & attribute::SURE != 0);
    match name.form {
        Form::Foreign => name.words > 2 && is_opening(scene, name.start) && scene.is_foreign(next),
        Form::Given | Form::Full => {
            name.words > 2 && scene.is_named(name.start, next, Role::Honorific) && is_surname()
        }
        _ => false,
    }
}

/// Whether a word opens sentences and is no part of names.
pub(super) fn is_opening(scene: &Scene<'_>, at: usize) -> bool {
    !scene.is_foreign(at)
        && scene.is_named(at, at + 1, Role::Starter)
        && !scene.is_named(at, at + 1, Role::ForeignPart)
}
