//! Proper names of bodies: runs of capitals, and quoted names.
//!
//! ```text
//! name   = word { [joint] word }             Minh Phát, FPT Software, Vinaconex-PVC, An Cường & Con, Bank of China
//! quoted = "“" name "”"                      Đảng “Vì nước Nga”
//! ```

use super::generic;
use crate::Kind;
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::Scene;
use crate::rules::place::name::{begins_person, is_shouted, is_starter, is_term, word};
use crate::text::{Gap, Shape, Words, phrase, word, words};

/// Words of a name at most.
const LONGEST: usize = 7;

/// Words that begin sentences and no part of a name.
const STARTERS: Words = words!([
    "theo", "tại", "trong", "khi", "sau", "trước", "từ", "để", "do", "được", "đã", "những", "các",
    "này", "ông", "đây", "tuy", "nhưng", "và", "với", "cũng", "không", "ngay",
]);

/// The end of the proper name at a token; the token itself if there is none. After a short head, a name is more than a syllable.
pub(crate) fn proper(scene: &Scene<'_>, at: usize, short: bool) -> usize {
    // `Chính quyền Tổng thống Moon` is nobody's name.
    if scene.named(at, Role::Position).any(|(end, _)| end > at + 1) {
        return at;
    }
    let mut end = at;
    for count in 0..LONGEST {
        let gap = scene.token(end).gap;
        if gap == Gap::Line || count > 0 && gap == Gap::Space && is_over(scene, at, end, count) {
            break;
        }
        if scene.is_in(end, &STARTERS)
            || is_term(scene, end)
            || is_head_alone(scene, end)
            || count > 0 && begins_unit(scene, end)
        {
            break;
        }
        let field = scene
            .longest(end, Role::Field)
            .map(|(stop, _)| stop)
            .filter(|stop| *stop > end + 1 && scene.token(end).shape == Shape::Title)
            // `Công ty Hoàng Quân báo cáo` is no company of `quân báo`.
            .filter(|stop| !scene.starts(stop - 1, &phrase!(["báo", "cáo"])));
        let Some(next) = field.or(word(scene, end)) else { break };
        end = joint(scene, next).or_else(|| linked(scene, next)).unwrap_or(next);
        // `Mật ong Vinh Nguyên`: the first word is one of two syllables.
        if count == 0 && end == at + 1 && is_first_word(scene, at) {
            end += 1;
        }
    }
    // `Đài NHK News | Nhật Bản`: no name ends within that of a place.
    if end > at + 1
        && scene
            .longest(end - 1, Role::Place)
            .is_some_and(|(stop, name)| stop > end && Level::of(name.attributes) == Level::Country)
    {
        end -= 1;
    }
    if is_shouted(scene, at, end) && end > at + 1 || is_syllable(scene, at, end, short) {
        at
    } else {
        trimmed(scene, at, end)
    }
}

/// Whether a name of so many words that begins at a token is over before another one: what no name holds begins there, or a person's name, or a sentence whose full stop was lost.
fn is_over(scene: &Scene<'_>, at: usize, end: usize, count: usize) -> bool {
    let is_long = || {
        count > 1
            || scene.is_foreign(at)
            || scene.token(at).shape == Shape::Upper
            || end > at + 1 && is_held(scene, at)
    };
    let is_listed = || scene.is_named(at, end, Role::Organization);
    is_stop(scene, end)
        || is_long() && begins_person(scene, end)
        || is_listed() && is_held(scene, at) && is_foreign_person(scene, end)
        || count > 1 && is_starter(scene, end) && scene.token(end + 1).shape == Shape::Lower
}

/// Whether an office stands before the body that a name at a token ends, so that its holder may follow: `Chủ tịch Tập đoàn | Siemens Joerg Kessler`.
fn is_held(scene: &Scene<'_>, at: usize) -> bool {
    (1..=8).filter_map(|back| at.checked_sub(back)).any(|start| {
        scene.named(start, Role::Position).any(|(stop, _)| {
            (start + 1..=at).contains(&stop)
                && scene.has(stop, Role::Head.bit() | Role::Organization.bit())
        })
    })
}

/// Whether two words of another language that end a run of capitals begin at a token, as a person's name does: CLB Dinamo Zagreb `Zdravko Mamic`.
fn is_foreign_person(scene: &Scene<'_>, at: usize) -> bool {
    let is_word = |at: usize| {
        let token = scene.token(at);
        token.shape == Shape::Title && token.gap == Gap::Space && scene.is_foreign(at)
    };
    // `KKR Global Institute`, `AEON Lake Town`
    let is_thing = |at: usize| {
        scene.has(at, Role::Suffix.bit())
            || scene.asked(at, Role::Usage).any(|(_, cue)| cue.attributes & attribute::BLOCKS != 0)
    };
    is_word(at) && is_word(at + 1) && !scene.token(at + 2).is_capital() && !is_thing(at + 1)
}

/// Whether the name of a unit begins at a token with a class word of two syllables, of which only the first has a capital: `Thành phố Hồ Chí Minh`.
fn begins_unit(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at + 1).shape == Shape::Lower
        && generic::unit(scene, at)
            .is_some_and(|end| end == at + 2 && scene.token(end).is_capital())
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

/// The token after a small word of another language between two of its words: `Journal of Clinical Nutrition`, `Science and Technology Daily`.
fn linked(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const LINKS: [&str; 11] =
        ["and", "de", "del", "der", "des", "di", "du", "et", "for", "of", "und"];
    let foreign = |at: usize| scene.token(at).is_capital() && scene.is_foreign(at);
    let token = scene.token(at);
    let is_link = token.shape == Shape::Lower
        && token.gap == Gap::Space
        && LINKS.contains(&scene.text(at))
        && at.checked_sub(1).is_some_and(foreign);
    let next = if scene.text(at + 1) == "the" { at + 2 } else { at + 1 };
    (is_link && foreign(next) && scene.token(next).gap == Gap::Space).then_some(next)
}

/// Whether something that no name of a body holds begins at a token: a grade, an office, a title, another body of several words.
fn is_stop(scene: &Scene<'_>, at: usize) -> bool {
    const STOPS: u64 = Role::Rank.bit()
        | Role::Position.bit()
        | Role::Honorific.bit()
        | Role::Organization.bit()
        | Role::Head.bit()
        | Role::DocumentType.bit();
    if !scene.has(at, STOPS) {
        return false;
    }
    scene.matches(at).iter().any(|found| {
        let Some(name) = scene.index.matcher.name(found.name) else { return false };
        let end = found.end as usize;
        match name.role {
            Role::Rank | Role::Position => true,
            // `Minh Anh` is a name too.
            Role::Honorific => end > at + 1 && name.attributes & attribute::STRONG != 0,
            Role::Organization | Role::Head => {
                end > at + 1 && !scene.is_ambiguous(at, end, Kind::Organization)
            }
            Role::DocumentType => end > at + 1,
            _ => false,
        }
    })
}

/// Whether a head word, or the Party, stands at a token and ends there: they are no names.
fn is_head_alone(scene: &Scene<'_>, at: usize) -> bool {
    let is_head = scene.token(at).shape == Shape::Upper && scene.is_named(at, at + 1, Role::Head);
    is_head || scene.is(at, word!("đảng"))
}

/// Whether a name is one syllable that goes on in small letters, and so the first half of a word: `Hội Bảo trợ …`.
fn is_syllable(scene: &Scene<'_>, at: usize, end: usize, short: bool) -> bool {
    let next = scene.token(end);
    let goes_on =
        next.shape == Shape::Lower && next.gap == Gap::Space && !super::field::STOPS.has(next.sym);
    // `Đài Loan`, `Trường Chinh`; a newspaper or company may be named so.
    let short =
        short && !scene.is_in(at.wrapping_sub(1), &words!(["báo", "hãng", "cty", "dn", "đảng"]));
    end == at + 1
        && scene.token(at).shape == Shape::Title
        && (goes_on || short)
        && !scene.is_foreign(at)
        // Posts of the Border Guard are often named so: `Đồn Biên phòng Nhâm trao quà`.
        && !scene.starts(at.wrapping_sub(2), &phrase!(["biên", "phòng"]))
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
        && !super::field::STOPS.has(second.sym)
        && !super::body::begins(scene, at + 2)
        && second.sym != word!("và")
}

/// A name does not end in a sign that joins.
fn trimmed(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    match end.checked_sub(1) {
        Some(last) if last > at && scene.token(last).shape == Shape::Punctuation => last,
        _ => end,
    }
}

/// The end of a company's name that is one word of no language, or letters: `PVTex`, `Sacombank`.
pub(crate) fn brand(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let token = scene.token(at);
    let letters = token.shape == Shape::Upper && token.end - token.start > 2;
    let word = matches!(token.shape, Shape::Title | Shape::Mixed) && scene.is_foreign(at);
    let next = scene.token(at + 1);
    let goes_on = next.is_capital() && next.gap == Gap::Space;
    (token.gap == Gap::Space && (letters || word) && !goes_on && !is_stop(scene, at))
        .then_some(at + 1)
}

/// The end of two peoples joined by a dash: `Hội Hữu nghị Trung - Việt`, `Công ty Việt - Nhật`.
pub(crate) fn peoples(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const PEOPLES: Words = words!([
        "việt", "trung", "nga", "mỹ", "nhật", "hàn", "lào", "pháp", "đức", "anh", "ấn", "thái",
        "úc", "séc", "xô", "bỉ",
    ]);
    let people = |at: usize| {
        scene.token(at).shape == Shape::Title && scene.is_in(at, &PEOPLES) && scene.is_joined(at)
    };
    let next = scene.token(at + 3);
    let goes_on = next.is_capital() && next.gap == Gap::Space;
    let pair = scene.is_mark(at + 1, '-')
        && people(at)
        && scene.is_joined(at + 1)
        && people(at + 2)
        && !goes_on;
    pair.then_some(at + 3)
}

/// The end of a quoted name that opens at a token.
pub(crate) fn quoted(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is_mark(at, '"') || !scene.is_joined(at) || !scene.token(at + 1).is_capital() {
        return None;
    }
    (at + 2..at + 14).find(|end| scene.is_mark(*end, '"')).map(|end| end + 1)
}
