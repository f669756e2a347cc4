//! Names without evidence of their own: `Hùng khai nhận`, `theo Nhật Bắc`. They wait for the article to name the person in full.

use super::addressed::is_people;
use super::name::{self, Form};
use super::{context, push_waiting, syllable};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Words, phrase, word, words};

/// Given names, foreign words and initials alone.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/established"],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Title] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let token = scene.token(at);
    let before = scene.before(at);
    // Most words with a capital go on from another.
    let follows = || scene.ends(at, Role::Place.bit()) && follows_country(scene, at);
    let is_inside = before.is_capital() && token.gap == Gap::Space;
    // What opens the sentence has no word before it.
    let opens = || {
        let first = at.wrapping_sub(1);
        !(scene.before(first).is_word() && scene.is_joined(first)) && follows_opening(scene, at)
    };
    if is_inside && !follows() && !opens() {
        return;
    }
    propose_waiting(scene, at, out);
}

/// Whether the word that opens the sentence stands before a name that is no part of it: `Còn | Thế Anh được đưa đi`, `Ngoài | Thắm, bị cáo khác`.
#[inline(never)]
fn follows_opening(scene: &Scene<'_>, at: usize) -> bool {
    // `Trong | Lễ ký kết`: what stands after them is a thing as a rule.
    const OF_THINGS: Words =
        words!(["tại", "trong", "trên", "từ", "vào", "trước", "sau", "ở", "tới", "đến", "qua"]);
    let Some(first) = at.checked_sub(1) else { return false };
    !scene.has(first, Role::Surname.bit() | Role::Given.bit() | Role::Honorific.bit())
        && !scene.has(at, Role::Head.bit() | Role::Class.bit())
        && scene.is_sentence_start(first)
        && scene.is_named(first, at, Role::Starter)
        && !OF_THINGS.has(scene.token(first).sym)
}

/// Proposes the name at a token that does not go on from a capital.
#[inline(never)]
fn propose_waiting(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let token = scene.token(at);
    let starts = scene.is_sentence_start(at);
    if !starts && (token.gap == Gap::None || follows_transcribed(scene, at)) {
        return;
    }
    // A word that begins a sentence is no name by itself, unless it is a given name that does something.
    if starts
        && name::is_alone(scene, at)
        && !(scene.has(at, Role::Given.bit()) && scene.longest(at + 1, Role::Predicate).is_some())
    {
        return;
    }
    // `Việc | Diego Costa ra đi`: the first word of the sentence.
    let opens = starts
        && scene.token(at + 1).gap == Gap::Space
        && scene.is_foreign(at + 1)
        && context::is_opening(scene, at);
    let at = if opens { at + 1 } else { at };
    let starts = starts && !opens;
    let before = scene.before(at);
    // Half of a pair, or a word that tells what it is: `Trung - Việt`, `phía Nam`, `tiếng Anh`, `lớp A`.
    const TELLING: Words = words!([
        "quân", "họ", "phía", "miền", "hướng", "tiếng", "người", "chữ", "nước", "vùng", "lớp",
        "khu", "phương", "quê", "hạng", "loại", "bảng",
    ]);
    // `nhóm Thành`: those about someone of the article.
    let is_band = before.sym == word!("nhóm");
    if before.is_mark('-') || TELLING.has(before.sym) {
        return;
    }
    let Some(name) = name::read(scene, name::first(scene, at))
        .filter(|name| name.form != Form::Full && (name.words <= 2 || name.form == Form::Foreign))
    else {
        return;
    };
    let next = scene.token(name.end);
    let paired = next.is_mark('-') && (next.gap != Gap::None || name.words == 1);
    let letter = name.end == at + 1 && token.end - token.start == 1;
    // `nhóm Minh | bạch ngân sách`: what the group is called.
    let is_called = || {
        next.shape == Shape::Lower
            && !scene.is(name.end, word!("và"))
            && scene.longest(name.end, Role::Predicate).is_none()
    };
    if is_band && (letter || name.form != Form::Given || is_called()) {
        return;
    }
    let goes_on = next.is_capital() && next.gap == Gap::Space && name.words == 1;
    // `cấp Bằng "Tổ quốc ghi công"`: a diploma; but `Hoàng "béo"` is a nickname.
    let called = next.is_mark('"') && name.words == 1 && scene.is(at, word!("bằng"));
    if paired
        || called
        || goes_on
        || letter && (starts || next.shape == Shape::Number)
        || opens && name.form != Form::Foreign
    {
        return;
    }
    let named = |role| scene.is_named(at, name.end, role);
    // `kêu Trường ra ngoài`, `Sau đó, Thành bỏ đi`: the head of bodies or of places is a given name where the article has one who bears it.
    let given = || {
        !starts
            && name.form == Form::Given
            && name.words == 1
            && (before.shape == Shape::Lower || before.is_mark(','))
            && scene.longest(name.end, Role::Field).is_none()
    };
    const OTHERS: u64 = Role::Head.bit() | Role::Class.bit() | Role::Organization.bit();
    let is_head = scene.has(at, OTHERS) && (named(Role::Head) || named(Role::Class));
    if is_head && !given() || scene.has(at, OTHERS) && named(Role::Organization) {
        return;
    }
    // A syllable that begins a sentence may be half of another word: `Nguyên nhân`, but `Hùng khai`.
    if starts && name.form == Form::Given && name.words == 1 {
        let follows = next.is_mark(',') || scene.longest(name.end, Role::Predicate).is_some();
        if named(Role::Honorific) || !follows || !syllable::is_given(scene, at) {
            return;
        }
    }
    // `nhà Trần`, `triều Lý`: a dynasty. `Lực lượng`: the first half of a word. `Việt kiều`: a people.
    let dynasty = || {
        scene.is_any(at.wrapping_sub(1), &phrase!(["nhà", "triều", "vua", "thời"]))
            && scene.is_named(at, at + 1, Role::Surname)
    };
    let half = || scene.asked(at, Role::Starter).any(|(end, _)| end > at + 1);
    if name.words == 1 && (dynasty() || half() || is_people(scene, at) || is_gathering(scene, at)) {
        return;
    }
    push_waiting(scene, &name, "rule/person/established", out);
    if let Some(reading) = out.people.last_mut() {
        reading.is_head = is_head;
    }
}

/// Whether a congress or a ceremony is named with a capital: dự `Đại hội`, `Lễ kỷ niệm`.
fn is_gathering(scene: &Scene<'_>, at: usize) -> bool {
    let congress = scene.is(at, word!("đại")) && scene.is_any(at + 1, &phrase!(["hội", "lễ"]));
    (congress || scene.starts(at, &phrase!(["lễ", "kỷ"])))
        && scene.token(at + 1).shape == Shape::Lower
}

/// Whether a name of several foreign words follows a country, as its bearer's does after what he is: tỷ phú người Pháp `Liliane Bernard`.
#[inline(never)]
fn follows_country(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_foreign(at)
        && scene.is_foreign(at + 1)
        && scene.token(at + 1).is_capital()
        && (1..=3)
            .filter_map(|back| at.checked_sub(back))
            .any(|start| context::is_known_place(scene, start, at))
}

/// Whether a word that is transcribed by syllables ends before a token: `Ru-vơ-ni | Na-đa-lô`.
fn follows_transcribed(scene: &Scene<'_>, at: usize) -> bool {
    let mut first = at.wrapping_sub(1);
    for _ in 0..4 {
        let joined = scene.is_glued(first)
            && scene.is_mark(first.wrapping_sub(1), '-')
            && scene.is_glued(first.wrapping_sub(1));
        if !joined {
            break;
        }
        first = first.wrapping_sub(2);
    }
    first != at.wrapping_sub(1) && scene.token(first).is_capital()
}
