//! The body that completes a title: one that the rules for bodies have read, or what only the title shows to be one.
//!
//! ```text
//! body = body of the rules [before a name]       Ban Tổ chức Trung ương | Lê Văn An
//!      | [head] (acronym | brand)                FLC, OpenMind, HĐQT Nambank
//!      | head                                    Giám đốc | Sở
//!      | words "Group" | "Corp" | …              Chủ tịch | Sao Mai Group
//! ```

use super::scope::{Found, is_person, unit};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::organization::generic::is_class;
use crate::rules::organization::part::center;
use crate::rules::place::name::begins_person;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Words, phrase, word, words};

/// Whether a candidate is a body that may complete a title.
pub(super) fn is_body(candidate: &Candidate) -> bool {
    candidate.kind == Kind::Organization && candidate.strength >= Strength::Possible
}

/// The body that begins at a token; of one that goes on into a person's name, what stands before that.
pub(super) fn read(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Found> {
    let ends =
        |at: usize| out.candidates.starting_at(at).filter(|c| is_body(c)).map(Candidate::end);
    let Some(end) = ends(at).max() else {
        // `Phó Chủ tịch QH`: an acronym that waits for evidence, and finds it in the title.
        let waiting = out.candidates.starting_at(at).filter(|c| c.kind == Kind::Organization);
        let end = waiting.map(Candidate::end).max()?;
        // `Phó Chủ tịch HĐND và UBND các xã`
        return (!is_class(scene, at, end)).then_some(new(at, end));
    };
    // `Bí thư Đảng ủy phường Phan Đình Phùng`: a unit that the lists know bears somebody's name.
    let is_unit = |start: usize| {
        let listed = |c: &Candidate| {
            c.kind == Kind::Place && c.end() == end && c.strength == Strength::Certain
        };
        out.candidates.starting_at(start - 1).any(listed)
    };
    let named = |start: usize| {
        let person = |c: &Candidate| is_person(c) && c.end() == end && c.len() > 1;
        // `Bộ Chỉ huy Thái Bình Dương | Mỹ`: no `Dương Mỹ`.
        let halves = || {
            (1..=2).filter_map(|back| start.checked_sub(back)).any(|first| {
                scene.named(first, Role::Place).any(|(stop, _)| stop > start && first > at)
            })
        };
        scene.token(start).is_capital()
            && out.candidates.starting_at(start).any(person)
            && !halves()
            && !is_unit(start)
    };
    let mut inner = (at + 1..end).filter(|start| scene.token(*start).gap == Gap::Space);
    if let Some(start) = inner.clone().find(|start| {
        ends(at).any(|end| end == *start)
            && !is_unit(*start)
            && (named(*start) || begins_person(scene, *start))
    }) {
        return Some(Found::known(start));
    }
    // `đảng Quốc đại Nepal | Sher Deuba`: what follows the country is a name.
    let foreign = inner.clone().find(|start| {
        let country = out
            .candidates
            .ending_at(*start)
            .any(|c| c.kind == Kind::Place && c.start() > at && is_country(scene, c));
        country
            && *start + 1 < end
            && (*start..end).all(|at| scene.token(at).shape == Shape::Title)
            && (*start..end).any(|at| scene.is_foreign(at))
    });
    match foreign {
        Some(start) => Some(new(at, start)),
        None if inner.any(named) => None,
        // `Chủ tịch HĐQT | Nambank`: the body begins in the title.
        None if head_before(scene, at) < at => Some(new(head_before(scene, at), end)),
        None => Some(Found::known(end)),
    }
}

fn new(start: usize, end: usize) -> Found {
    Found { end, new: Some((Kind::Organization, start, end)) }
}

/// What a title alone shows to be a body.
pub(super) fn unread(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Found> {
    // `Ủy viên Trung ương | Lê Văn An`
    if let Some(end) = central(scene, at) {
        return Some(new(at, end));
    }
    let short = acronym(scene, at, out).or_else(|| company(scene, at));
    let short = short.map(|end| new(head_before(scene, at), end));
    let short = short.or_else(|| fielded(scene, at));
    short.or_else(|| head(scene, at).map(Found::known)).or_else(|| brand(scene, at, out))
}

/// A head with its field in small letters, which no rule for bodies takes without a scope: `Đội trưởng | Đội vận động quần chúng`.
pub(super) fn fielded(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (head, _) = scene.longest(at, Role::Head)?;
    let (end, _) = scene.longest(head, Role::Field).filter(|_| scene.is_joined(head))?;
    let next = scene.token(end);
    // `Hội đồng thẩm định | đồ án`: the field goes on.
    let is_over =
        !next.is_word() && !next.is_mark('-') || scene.is_any(end, &phrase!(["đã", "cho", "vừa"]));
    // A field of one syllable would be part of other words.
    let is_whole = end > head + 1
        && scene.token(at).shape == Shape::Title
        && scene.token(head).shape == Shape::Lower
        && is_over;
    is_whole.then(|| new(at, end))
}

fn is_country(scene: &Scene<'_>, place: &Candidate) -> bool {
    let mut names = scene.named(place.start(), Role::Place);
    names.any(|(end, name)| end == place.end() && Level::of(name.attributes) == Level::Country)
}

/// The end of a body that its acronym or one word with inner capitals names: `FLC`, `OpenAI`.
pub(super) fn acronym(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    let first = scene.token(at);
    let inner = scene.is_glued(at + 1) && scene.token(at + 1).is_capital();
    let end = match first.shape {
        Shape::Upper if first.end - first.start > 1 => at + 1,
        // `PVTex`
        Shape::Mixed if scene.text(at).starts_with(|c: char| c.is_uppercase()) => at + 1,
        Shape::Title if inner => at + 2,
        // `Lê Văn An, Giám đốc Sacombank`: a word of no language that is no name either; `Thủ tướng Cerar` leads no company.
        Shape::Title
            if scene.is_foreign(at)
                && (scene.is_in(at.wrapping_sub(1), &words!(["đốc", "ceo", "hành", "hàng"]))
                    || is_apposed(scene, at, out))
                && !out.candidates.starting_at(at).any(is_person) =>
        {
            at + 1
        }
        _ => return None,
    };
    // `COP30`
    let counted = scene.token(end).shape == Shape::Number && scene.is_glued(end);
    let end = end + usize::from(counted && first.shape == Shape::Upper);
    let known = scene.has(at, TITLES | Role::Place.bit())
        || first.shape != Shape::Upper && scene.has(at, Role::Head.bit());
    let next = scene.token(end);
    let goes_on = next.gap == Gap::Space
        && (next.is_capital() && !out.candidates.starting_at(end).any(is_person)
            || next.shape == Shape::Number
            || unit(scene, end).is_some());
    let shouted = first.shape == Shape::Upper && scene.before(at).shape == Shape::Upper;
    let hyphened = next.is_mark('-') && next.gap == Gap::None;
    (!known && !goes_on && !shouted && !hyphened).then_some(end)
}

/// The end of `Trung ương` in all its forms, as a body.
pub(super) fn central(scene: &Scene<'_>, at: usize) -> Option<usize> {
    center(scene, at).filter(|_| scene.token(at).is_capital())
}

/// The end of a company's name that the English word for one ends: `Sunrise Group`, `Z Holding`; or the country: `Ericsson Việt Nam`.
fn company(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    if scene.token(at).shape == Shape::Title
        && scene.is_foreign(at)
        && scene.starts(at + 1, &phrase!(["việt", "nam"]))
        && scene.token(at + 1).gap == Gap::Space
        && !scene.has(at, TITLES | Role::Place.bit())
    {
        return Some(at + 3);
    }
    let is_part = |at: usize| scene.token(at).is_capital() && scene.token(at).gap == Gap::Space;
    let mut ends = (at..at + LONGEST).take_while(|at| is_part(*at));
    let closes = |at: usize| {
        let suffix = scene.longest(at, Role::Suffix).filter(|(end, _)| *end == at + 1);
        suffix.is_some_and(|(_, suffix)| suffix.attributes & attribute::NAME != 0)
    };
    let end = ends.find(|inner| *inner > at && closes(*inner))? + 1;
    (!scene.has(at, TITLES)).then_some(end)
}

/// Whether the title before a token is `Chủ tịch` after a name and a comma or a dash, so that what follows leads no name: `Lê Văn An, Chủ tịch | Mekora`.
fn is_apposed(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let mark = at.wrapping_sub(3);
    scene.starts(at.wrapping_sub(2), &phrase!(["chủ", "tịch"]))
        && (scene.is_mark(mark, ',') || scene.is_mark(mark, '-') && !scene.is_glued(mark))
        && out.candidates.ending_at(mark).any(is_person)
}

/// What begins here is of a person, or a place's class word.
const TITLES: u64 = Role::Rank.bit()
    | Role::Honorific.bit()
    | Role::Position.bit()
    | Role::Modifier.bit()
    | Role::Class.bit();

/// The capitalised words between a title and its holder's full name: `Chủ tịch | Quốc Cường Sài Thành | Nguyễn Thị Mai`.
fn brand(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Found> {
    const LONGEST: usize = 5;
    let is_word = |at: usize| {
        let token = scene.token(at);
        token.is_capital() && token.gap == Gap::Space
    };
    let other = scene.has(at, TITLES | Role::Head.bit());
    if other || !is_word(at) || out.candidates.starting_at(at).any(is_person) {
        return None;
    }
    let named = |at: usize| {
        let full =
            |c: &Candidate| is_person(c) && c.len() > 2 && c.rule != "rule/person/after-position";
        out.candidates.starting_at(at).any(full)
    };
    let ends = at + 1..=at + LONGEST;
    let end = ends.take_while(|end| is_word(*end)).find(|end| named(*end))?;
    Some(new(head_before(scene, at), end))
}

/// Where the body begins whose head the title holds: `HĐQT` in `Chủ tịch HĐQT | Sacombank`; else the token itself.
fn head_before(scene: &Scene<'_>, at: usize) -> usize {
    if !scene.ends(at, Role::Head.bit()) {
        return at;
    }
    let heads = |start: &usize| {
        scene.is_named(*start, at, Role::Head) && !scene.is_named(*start, at, Role::Modifier)
    };
    let mut starts = (1..=4).filter_map(|back| at.checked_sub(back));
    let start = starts.rfind(heads).unwrap_or(at);
    // `Trưởng phòng | Phòng Cảnh sát hình sự`: the body has its own head.
    if scene.token(start).sym == scene.token(at).sym { at } else { start }
}

/// The end of a head of several words in small letters, as it stands in a title: `Trưởng ban Chỉ đạo`, `Trưởng ban chỉ đạo của Chính phủ`.
pub(super) fn small_head(scene: &Scene<'_>, at: usize) -> Option<usize> {
    // In small letters all of it is any such post: `làm trưởng ban tiếp công dân`.
    let is_capital =
        |back: usize| at.checked_sub(back).is_some_and(|at| scene.token(at).is_capital());
    let is_title = is_capital(1) || is_capital(2) && scene.is(at.wrapping_sub(2), word!("phó"));
    let is_lower = scene.token(at).shape == Shape::Lower;
    let is_one = is_title && is_lower && scene.is_any(at, &phrase!(["ban", "đoàn"]));
    // `Trưởng ban đại diện cha mẹ học sinh` goes on.
    let is_over = |end: usize| {
        let next = scene.token(end);
        next.shape != Shape::Lower
            || next.gap != Gap::Space
            || scene.is_any(end, &phrase!(["của", "khóa", "về", "cho", "đã"]))
    };
    whole_head(scene, at).filter(|end| is_one && *end > at + 2 && is_over(*end))
}

/// The end of a head word that stands for the body at hand: `Giám đốc Sở`, `Thứ trưởng Bộ`.
pub(super) fn head(scene: &Scene<'_>, at: usize) -> Option<usize> {
    whole_head(scene, at).filter(|_| scene.token(at).shape == Shape::Title)
}

/// The end of a head word that nothing goes on from.
fn whole_head(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const CLASSES: Words = words!(["các", "những", "cấp", "nào", "trực", "có"]);
    let (end, _) = scene.longest(at, Role::Head)?;
    let next = scene.token(end);
    let goes_on = next.gap == Gap::Space
        && (next.is_capital()
            || next.shape == Shape::Number
            || scene.is_in(end, &CLASSES)
            // `Tư lệnh | Bộ đội Trường Sơn`
            || scene.starts(at, &phrase!(["bộ", "đội"]))
            || unit(scene, end).is_some()
            || scene.longest(end, Role::Field).is_some());
    (!goes_on).then_some(end)
}
