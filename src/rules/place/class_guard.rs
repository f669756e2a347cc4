//! What looks like a class word with a name and is something else: a person, a body, the beginning of a sentence.

use super::context::is_locative;
use super::name::{self, ADMINISTRATIVE, Listed};
use crate::Kind;
use crate::gazetteer::{Level, Match, Name, Role};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// Whether the names after a class word of this level are listed so fully that a longer name is another's.
pub(super) fn is_unit(level: Level) -> bool {
    level.bit() & (ADMINISTRATIVE | Level::City.bit() | Level::Country.bit()) != 0
}

/// Whether a class word of this level lies outside a name that is a whole country: sân bay `Mỹ`, làng `Việt Nam`.
pub(super) fn is_whole_country(level: Level, listed: &Listed) -> bool {
    const AROUND: u32 = Level::Country.bit()
        | Level::Region.bit()
        | Level::Sea.bit()
        | Level::River.bit()
        | Level::Island.bit()
        | Level::Nature.bit()
        | Level::EconomicZone.bit();
    listed.is_only(Level::Country.bit()) && level.bit() & AROUND == 0
}

/// Whether "liên bang" before a country is the level of a body of it: Cục Dự trữ Liên bang `Mỹ`; but `Liên bang Nga`.
pub(super) fn is_federal(scene: &Scene<'_>, at: usize, start: usize) -> bool {
    scene.starts(at, &phrase!(["liên", "bang"])) && start == at + 2 && scene.is(start, word!("mỹ"))
}

/// Whether a listed name says something about a place of this level: one of a single syllable is any word's, unless the list has it at that level.
pub(super) fn is_known(scene: &Scene<'_>, start: usize, level: Level, listed: &Listed) -> bool {
    const WIDE: u32 =
        Level::Province.bit() | Level::Country.bit() | Level::City.bit() | Level::State.bit();
    is_unit(level)
        || listed.end > start + 1
        || listed.may_be(level.bit() | WIDE)
        || scene.is_foreign(start)
}

/// Whether a class word in a capital is rather part of a person's or body's name: `Hồ Đức Phớc`, `Vương Đình Huệ`.
pub(super) fn is_part_of_name(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let token = scene.token(at);
    if end != at + 1 || !token.is_capital() {
        return false;
    }
    let goes_on = scene.before(at).is_capital()
        && scene.is_joined(at)
        && scene.before(at).shape == Shape::Title
        && !scene.is_sentence_start(at - 1);
    let personal =
        [Role::Surname, Role::Middle].iter().any(|role| scene.is_named(at, at + 1, *role));
    let level = scene.longest(at, Role::Class).map(|(_, name)| Level::of(name.attributes));
    let is_unit = level.is_some_and(is_unit);
    // `Đường Hoàng Văn Thụ ngập hơn 1 m`: hardly anybody bears that surname.
    let is_road = scene.is_sentence_start(at) || scene.is(at.wrapping_sub(1), word!("tuyến"));
    if level == Some(Level::Road) && is_road {
        return false;
    }
    if goes_on && !is_unit {
        return true;
    }
    // `Vịnh Hạ Long`, `Đèo Hải Vân`: nobody bears the name of a bay or a pass; that of a lake many do.
    if level.is_some_and(|level| is_listed_feature(scene, end, level)) {
        return false;
    }
    scene.is_named(at, at + 1, Role::Surname)
        || personal && !scene.is_sentence_start(at) && !is_unit
}

/// Whether a name of two words or more is listed as a sea, a river, an island or a mountain, as its class word says.
fn is_listed_feature(scene: &Scene<'_>, start: usize, level: Level) -> bool {
    const NATURAL: u32 =
        Level::Sea.bit() | Level::River.bit() | Level::Island.bit() | Level::Mountain.bit();
    level.bit() & NATURAL != 0
        && name::listed_of(scene, start, level.bit()).is_some_and(|found| found.end > start + 1)
}

/// Whether a class word ends an office and the name after it is its holder's: `Chủ tịch UBND TP Nguyễn Đức Chung`, `trưởng thôn Lò Văn Bun`.
pub(super) fn is_holder(
    scene: &Scene<'_>,
    at: usize,
    start: usize,
    level: Level,
    listed: Option<Listed>,
) -> bool {
    let is_body = || scene.ends(at, Role::Head.bit() | Role::Position.bit());
    if level == Level::Province && is_no_province(scene, start, listed) && is_body() {
        return true;
    }
    if listed.is_some_and(|listed| listed.end > start + 1) || !name::begins_person(scene, start) {
        return false;
    }
    let middle = scene.is_any(start + 1, &phrase!(["văn", "thị"]));
    let chief = scene.is_any(at.wrapping_sub(1), &phrase!(["trưởng", "phó"]));
    is_unit(level) || level == Level::Village && (middle || chief)
}

/// Whether a surname and two or three more words stand where the lists, which hold all provinces, know none: `Chủ tịch UBND tỉnh | Lâm Hải Giang`, though there is a commune of Lâm Hải.
fn is_no_province(scene: &Scene<'_>, start: usize, listed: Option<Listed>) -> bool {
    const WIDE: u32 =
        Level::Province.bit() | Level::State.bit() | Level::City.bit() | Level::Country.bit();
    !listed.is_some_and(|listed| listed.may_be(WIDE))
        && scene.has(start, Role::Surname.bit())
        && name::is_full_name(scene, start)
}

/// Whether the run of capitals is but the beginning of a name or of a sentence: `ga Quốc nội`, `KCN. Tuy nhiên`.
pub(super) fn is_cut(scene: &Scene<'_>, start: usize, stop: usize, level: Level) -> bool {
    const LONG: u32 = Level::Airport.bit()
        | Level::Station.bit()
        | Level::Port.bit()
        | Level::EconomicZone.bit()
        | Level::State.bit()
        | Level::Nature.bit();
    let next = scene.token(stop);
    stop == start + 1
        && level.bit() & LONG != 0
        && next.shape == Shape::Lower
        && next.gap == Gap::Space
        && !scene.is_foreign(start)
}

/// Whether a body or a document begins where a name is awaited: `bản Hiến pháp`, `tỉnh Đảng bộ`; streets bear the names of bodies: `đường Thanh Niên`.
pub(super) fn is_other(scene: &Scene<'_>, at: usize, level: Level) -> bool {
    let is_written = |end: usize| (at..end).all(|at| scene.token(at).shape == Shape::Title);
    scene.matches(at).iter().any(|found| {
        let end = found.end as usize;
        scene.index.matcher.name(found.name).is_some_and(|name| match name.role {
            Role::Organization => level != Level::Road || end == at + 1 || !is_written(end),
            Role::DocumentType | Role::Document | Role::Rank | Role::Position => true,
            Role::Head => !scene.token(end).is_capital() || end > at + 1,
            _ => false,
        })
    })
}

/// Whether the name is an acronym alone, which only zones and villages have for names.
pub(super) fn is_acronym(scene: &Scene<'_>, at: usize, level: Level) -> bool {
    let zones = Level::EconomicZone.bit() | Level::Site.bit() | Level::Village.bit();
    is_letters(scene, at) && level.bit() & zones == 0
}

/// Whether letters in capitals stand at a token without other capitals after them: `BOT`.
pub(super) fn is_letters(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.shape == Shape::Upper && token.end - token.start > 1 && !scene.token(at + 1).is_capital()
}

/// The class word of a match at a token, unless it is part of another word there.
#[inline]
pub(crate) fn class_of<'s>(scene: &Scene<'s>, at: usize, found: &Match) -> Option<&'s Name> {
    if found.role == Role::Class { read_class(scene, at, found) } else { None }
}

fn read_class<'s>(scene: &Scene<'s>, at: usize, found: &Match) -> Option<&'s Name> {
    // `Hợp tác xã Nông nghiệp Tân Lập`, but not `đoàn công tác | xã Tân Lập`
    let cooperative = scene.is(at, word!("xã"))
        && scene.is(at.wrapping_sub(1), word!("tác"))
        && !scene.is(at.wrapping_sub(2), word!("công"));
    if cooperative && scene.is_joined(at) {
        return None;
    }
    let class = scene.index.matcher.name(found.name)?;
    let end = found.end as usize;
    let token = scene.token(at);
    // One letter is a class word only as a capital; a word in small letters ends in one: `thành Cổ Loa` is no `thành cổ`.
    let is_wrong = match end == at + 1 {
        true => token.end - token.start == 1 && !token.is_capital(),
        false => token.shape == Shape::Lower && scene.token(end - 1).shape == Shape::Title,
    };
    if is_wrong || is_compound(scene, at, end) { None } else { Some(class) }
}

/// Whether what looks like a class word ends or lies in a longer word: `yêu cầu`, `liên bang`, `văn bản`, `quần đảo`.
fn is_compound(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    if !scene.is_joined(at) {
        return false;
    }
    let covered = (1..=3).any(|back| {
        at.checked_sub(back).is_some_and(|start| {
            scene.named(start, Role::Class).any(|(stop, _)| stop >= end && stop > at)
        })
    });
    // `Trung tâm Phục vụ hành chính công | xã Tân Lập`, `Trung tâm Dịch vụ sự nghiệp công | xã Tân Lập`
    let is_public = || {
        scene.is(at.wrapping_sub(1), word!("công"))
            && scene.is_any(at.wrapping_sub(2), &phrase!(["chính", "ích", "nghiệp", "vụ"]))
    };
    covered
        || scene.ends(end, Role::Compound.bit())
            && !is_public()
            && !is_of_branch(scene, at)
            && (1..=2).any(|back| {
                at.checked_sub(back).is_some_and(|start| scene.is_named(start, end, Role::Compound))
            })
}

/// Whether a Party branch is named before a token: `Chi bộ | bản Nậm Đừa`.
pub(super) fn is_of_branch(scene: &Scene<'_>, at: usize) -> bool {
    scene.starts(at.wrapping_sub(2), &phrase!(["chi", "bộ"]))
}

/// Whether the lists know the name at another level alone, such that the class word is part of another word or of none: `không hạt Quản Bạ`, `đầu cầu Hà Nội`; or the word is a name: `Bang Si Hyuk`.
pub(super) fn is_of_other_level(
    scene: &Scene<'_>,
    at: usize,
    level: Level,
    listed: Option<Listed>,
    out: &Proposals,
) -> bool {
    match level {
        Level::State => {
            listed.is_some_and(|l| l.is_only(ADMINISTRATIVE))
                || listed.is_none()
                    && scene.token(at).shape == Shape::Title
                    && !scene.is_sentence_start(at)
                    && !scene.is_foreign(at + 1)
        }
        Level::Bridge => listed.is_some_and(|l| {
            l.may_be(Level::Province.bit())
                && !l.may_be(Level::Bridge.bit() | Level::District.bit())
        }),
        // `bản Nậm Đừa, huyện …`, `trú tại bản Dảo`; a copy or version has a name too.
        Level::Village if listed.is_none() && scene.is(at, word!("bản")) => {
            const DWELLERS: [Sym; 4] = phrase!(["dân", "người", "trú", "trưởng"]);
            let before = at.wrapping_sub(1);
            let stop = name::run(scene, at + 1, 4);
            let leads = scene.is_mark(stop, ',') && scene.longest(stop + 1, Role::Class).is_some();
            // `bản A Rum và bản Ka Túp`
            let follows = (scene.is(before, word!("và")) || scene.is_mark(before, ','))
                && out.candidates.ending_at(before).any(|c| c.kind == Kind::Place);
            !leads
                && !follows
                && !is_of_branch(scene, at)
                && !is_locative(scene, before)
                && !scene.is_any(before, &DWELLERS)
        }
        Level::River => listed.is_none() && scene.is(at, word!("kênh")) && scene.is_foreign(at + 1),
        _ => false,
    }
}

/// Whether the name is a direction before another, as in `trục đường Bắc - Nam`.
pub(super) fn is_direction(scene: &Scene<'_>, start: usize, stop: usize) -> bool {
    const DIRECTIONS: Words = words!(["bắc", "nam", "đông", "tây"]);
    stop == start + 1 && scene.is_in(start, &DIRECTIONS) && scene.is_mark(stop, '-')
}
