//! A name after a form of address, a title of learning or honour, a kinship word or a rank: `ông Hận`, `đồng chí Nguyễn Xuân Ký`, `PGS.TS Trần Hoa`, `bị can H.`, `Đại tá Công an Vũ Bình`.
//!
//! ```text
//! person = (address | rank [branch]) name { ("," | "và") name }     the list after words for several
//! ```

use super::context;
use super::name::{self, Form, Name};
use super::syllable::{self, Syllable};
use super::{push, push_titled};
use crate::candidate::Strength;
use crate::gazetteer::{self, Level, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, phrase, word};

/// Names after forms of address and ranks.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/after-address", "rule/person/after-rank"],
    triggers: Triggers { words: &[], roles: &[Role::Honorific, Role::Rank], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at).iter().rev() {
        let end = found.end as usize;
        let may_lead = match found.role {
            Role::Rank => true,
            Role::Honorific => leads(scene, end),
            _ => false,
        };
        let cue = if may_lead { scene.index.matcher.name(found.name) } else { None };
        let Some(cue) = cue else { continue };
        let done = match found.role {
            // What is read as an office (`Đại sứ`) is the office's to judge.
            Role::Rank => cue.attributes & attribute::CUED == 0 && after_rank(scene, end, out),
            Role::Honorific if is_cue(scene, at, end, cue) => after_address(scene, found, cue, out),
            _ => false,
        };
        if done {
            return;
        }
    }
}

fn after_rank(scene: &Scene<'_>, end: usize, out: &mut Proposals) -> bool {
    let start = scene
        .longest(end, Role::Branch)
        .filter(|_| scene.is_joined(end))
        .map_or(end, |(stop, _)| stop);
    let name =
        name_at(scene, start).filter(|name| !context::is_known_place(scene, name.start, name.end));
    let Some(name) = name else { return false };
    push(&name, "rule/person/after-rank", Strength::Certain, None, out);
    true
}

/// Whether what stands after a form of address may begin a name, or the place before one.
fn leads(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.is_capital() || token.is_mark(':') || scene.has(at, Role::Place.bit())
}

/// Whether the words are a form of address here.
fn is_cue(scene: &Scene<'_>, at: usize, end: usize, cue: &gazetteer::Name) -> bool {
    let token = scene.token(at);
    if cue.attributes & attribute::CREDIT != 0 {
        return false;
    }
    // `GD-ĐT`: a part of an acronym.
    if token.gap == Gap::None && scene.before(at).is_mark('-') {
        return false;
    }
    // `đã bầu Đoàn đại biểu dự Đại hội`: a body is elected.
    if scene.is(at, word!("bầu")) && end == at + 1 && scene.has(end, Role::Head.bit()) {
        return false;
    }
    // `Thủ tướng`, `Đại tướng`: the end of another title.
    let covered = (1..=3).any(|back| {
        at.checked_sub(back).is_some_and(|start| {
            const TITLES: u64 = Role::Position.bit() | Role::Rank.bit() | Role::Head.bit();
            scene.has(start, TITLES)
                && scene
                    .matches(start)
                    .iter()
                    .any(|found| found.end as usize >= end && found.role.bit() & TITLES != 0)
        })
    });
    if covered {
        return false;
    }
    // `Anh`, `Bác` in mid-sentence are a country and a name.
    if cue.attributes & attribute::LOWER != 0 && token.shape != Shape::Lower {
        return scene.is_sentence_start(at);
    }
    // `dân bà Triệu` and the like: a capital in mid-sentence that goes on from a capital is part of a name.
    let before = scene.before(at);
    let inside = token.shape == Shape::Title
        && before.shape == Shape::Title
        && token.gap == Gap::Space
        && end == at + 1;
    !inside || scene.is_sentence_start(at - 1)
}

fn after_address(
    scene: &Scene<'_>,
    found: &gazetteer::Match,
    cue: &gazetteer::Name,
    out: &mut Proposals,
) -> bool {
    let many = cue.attributes & attribute::MANY != 0;
    let colon = many && scene.is_mark(found.end as usize, ':');
    let start = found.end as usize + usize::from(colon);
    let start = context::place_before_name(scene, start)
        .filter(|_| !is_address(scene, cue) || is_royal(scene, cue))
        .unwrap_or(start);
    let Some(name) = name_at(scene, start) else { return false };
    let weak = cue.attributes & attribute::STRONG == 0 || is_weak_alias(scene, cue);
    let Some(strength) = judge(scene, &name, cue, weak, out) else {
        // `PGS Điển`, where the article has `PGS.TS Lê Văn Điển`.
        if may_wait(scene, &name) {
            push(&name, "rule/person/established", Strength::Pending, Some(found.name), out);
        }
        return false;
    };
    if strength == Strength::Pending {
        return push_titled(scene, &name, "rule/person/after-address", found.name, out);
    }
    push(&name, "rule/person/after-address", strength, Some(found.name), out);
    if many {
        others(scene, name.end, found.name, cue, out);
    }
    true
}

/// The others that a word for several introduces: `các ông Nguyễn Văn A, Trần B và C`.
fn others(
    scene: &Scene<'_>,
    mut at: usize,
    number: u32,
    cue: &gazetteer::Name,
    out: &mut Proposals,
) {
    for _ in 0..8 {
        let separates = scene.is_mark(at, ',') || scene.is(at, word!("và"));
        let Some(name) = name_at(scene, at + 1).filter(|_| separates) else { return };
        if judge(scene, &name, cue, false, out).is_none() {
            return;
        }
        push(&name, "rule/person/after-address", Strength::Likely, Some(number), out);
        at = name.end;
    }
}

/// A name that begins at a token on the same line.
fn name_at(scene: &Scene<'_>, at: usize) -> Option<Name> {
    if !scene.is_joined(at) {
        return None;
    }
    if !scene.token(at).is_capital() {
        return name::read(scene, at);
    }
    // `Mc | Master`, but `TS.Nguyễn Văn An`.
    let is_half = scene.is_glued(at) && scene.before(at).is_word();
    // `phóng viên Báo Thanh Niên`: a body of several words begins there.
    let is_body = scene
        .longest(at, Role::Organization)
        .is_some_and(|(end, _)| end > at + 2 || end > at + 1 && scene.is(at, word!("báo")));
    // `đồng chí Nguyên Bí thư Tỉnh ủy`: one who was that, not one of that name.
    let is_altered = scene.is(at.wrapping_sub(1), word!("chí"))
        && scene.token(at + 1).is_capital()
        && scene.longest(at + 1, Role::Position).is_some()
        && scene
            .named(at, Role::Modifier)
            .any(|(end, name)| end == at + 1 && name.attributes & attribute::BEFORE != 0);
    if is_half || is_body || is_altered { None } else { name::read(scene, at) }
}

/// Whether the list says of a form of address that this spelling of it also stands for other things.
fn is_weak_alias(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    cue.is_alias && scene.row(cue).is_some_and(|row| !row.get("weak_aliases").is_empty())
}

/// How sure a name after a form of address is.
fn judge(
    scene: &Scene<'_>,
    name: &Name,
    cue: &gazetteer::Name,
    weak: bool,
    out: &Proposals,
) -> Option<Strength> {
    let place = context::is_known_place(scene, name.start, name.end);
    if place && (name.words == 2 || name.words > 2 && name.form != Form::Full) {
        return None;
    }
    let single = cue.attributes & attribute::NAME != 0;
    match name.form {
        Form::Full if name.words >= 3 || !weak => Some(Strength::Certain),
        Form::Full => {
            let fair = name.surname & (attribute::SURE | attribute::FAIR) != 0;
            (fair || syllable::is_given(scene, name.end - 1)).then_some(Strength::Likely)
        }
        Form::Initials => Some(Strength::Likely),
        Form::Foreign if !is_address(scene, cue) && context::is_other(scene, name, out) => None,
        Form::Foreign if name.words > 1 => {
            let other = scene.is_named(name.start, name.end, Role::Blocked);
            (!other && (!weak || name.is_known(scene) || is_personal(scene, cue)))
                .then_some(Strength::Likely)
        }
        Form::Foreign => {
            let other = scene.is_named(name.start, name.end, Role::Blocked);
            let fits = !weak && (is_address(scene, cue) || name.is_known(scene));
            let waits = single && !context::is_other(scene, name, out);
            match other {
                false if fits => Some(Strength::Likely),
                false if waits => Some(Strength::Pending),
                _ => None,
            }
        }
        // `em Th. học lớp 9`
        Form::Given
            if name.words == 1 && scene.is_mark(name.end - 1, '.') && is_address(scene, cue) =>
        {
            Some(Strength::Likely)
        }
        // `tiền đạo Công Phượng`
        Form::Given if weak && !(single && name.words == 1) => {
            let personal = name.words == 2
                && (name.start..name.end).all(|at| syllable::is_personal(scene, at));
            let fits = personal
                && syllable::is_given(scene, name.end - 1)
                && (single || introduces(scene, cue));
            if fits && single && is_commune(scene, name) {
                return Some(Strength::Certain);
            }
            (fits && !context::is_other(scene, name, out)).then_some(Strength::Likely)
        }
        Form::Given => {
            let first = name.start;
            if weak && !is_alone(scene, name) || name.words == 1 && is_people(scene, first) {
                return None;
            }
            let upper = scene.token(first).shape == Shape::Upper;
            let starter = scene.is_named(first, first + 1, Role::Starter)
                && !syllable::is_given(scene, first);
            // `nhà thơ Ý`, but `ông Ý`.
            let personal = is_address(scene, cue)
                || name.words > 1
                || !context::is_known_place(scene, first, name.end)
                    && syllable::is_personal(scene, first)
                    && !scene.is(first, word!("việt"));
            (!upper && !starter && personal && name.words <= 4).then_some(Strength::Likely)
        }
    }
}

/// Whether a syllable after a cue is a name if the article has somebody who bears it.
fn may_wait(scene: &Scene<'_>, name: &Name) -> bool {
    const OTHERS: u64 = Role::Head.bit() | Role::Class.bit() | Role::Organization.bit();
    let first = name.start;
    name.form == Form::Given
        && name.words == 1
        && scene.token(first).shape == Shape::Title
        && !scene.has(first, OTHERS)
        && !is_people(scene, first)
        && !context::is_known_place(scene, first, name.end)
        && !scene.is_named(first, name.end, Role::Starter)
}

/// Whether a syllable tells of what people or language somebody is: nữ sinh `Việt`, diễn viên `Hoa` ngữ, `Việt` kiều.
pub(super) fn is_people(scene: &Scene<'_>, at: usize) -> bool {
    let pupil = scene.is_any(at.wrapping_sub(1), &phrase!(["sinh", "viên"]));
    scene.is_any(at + 1, &phrase!(["ngữ", "kiều"])) && scene.token(at + 1).shape == Shape::Lower
        || pupil && scene.is(at, word!("việt"))
}

/// Whether a name is a commune's too and no greater place's, nor a body's, so that an occupation before it tells the person from the place: `đạo diễn Minh Trí`.
fn is_commune(scene: &Scene<'_>, name: &Name) -> bool {
    let mut places = scene.named(name.start, Role::Place).filter(|(end, _)| *end >= name.end);
    let communes =
        places.all(|(end, place)| end == name.end && Level::of(place.attributes) == Level::Commune);
    communes
        && scene.has(name.start, Role::Place.bit())
        && !scene.is_named(name.start, name.end, Role::Organization)
        && !scene.is_named(name.start, name.end, Role::Blocked)
}

/// Whether a syllable alone is a given name that the sentence goes on from: `HLV Hùng cho biết`.
fn is_alone(scene: &Scene<'_>, name: &Name) -> bool {
    let next = scene.token(name.end);
    let goes_on = next.shape == Shape::Punctuation && !next.is_mark('-')
        || scene.longest(name.end, Role::Predicate).is_some();
    goes_on && Syllable::at(scene, name.start).is_given
}

/// Whether a capital after a weak cue is a person's as often as not, as far as it was counted.
fn introduces(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    let Some(row) = scene.row(cue) else { return false };
    is_personal(scene, cue) && row.get("share").parse().unwrap_or(1.0_f32) >= 0.4
}

/// Whether a cue addresses people by itself, rather than to say what they do.
fn is_address(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    let kind = scene.row(cue).map_or("", |row| row.get("type"));
    matches!(kind, "address" | "kinship" | "royal" | "religious")
}

/// Whether a cue is a title of a ruling house, which the country follows: `Hoàng hậu Hà Lan Máxima`.
fn is_royal(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    scene.row(cue).is_some_and(|row| row.get("type") == "royal")
}

/// Whether a cue says what one person is or does, so that a foreign name of several words after it is theirs.
fn is_personal(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    let kind = scene.row(cue).map_or("", |row| row.get("type"));
    matches!(kind, "academic" | "occupation" | "title" | "address" | "kinship" | "royal")
}
