//! The numbers that tell bodies of one head apart, by what the head and its parts let stand there.
//!
//! ```text
//! number = "125" | "số 1" | "II"                 Lữ đoàn 125, Trường Tiểu học số 2, Vụ Địa phương I
//!        | a number of a company                 Công ty 72, Công ty Truyền tải điện 2
//!        | a number of a decision                Ban Chỉ đạo 389 tỉnh, Ban Chỉ đạo Quốc gia 515
//!        | a number of a hospital                Bệnh viện Đa khoa 115 Nghệ An, Bệnh viện 331
//!        | a number of a department              Vụ Địa phương 1, Cục IV
//!        | "/" number                            Nhà giàn DK1/10
//!        | number { ("-" | ".") number } of a ship   tàu BP 15-04-02, tàu BP 13.19.01
//! ```

use super::admission::{is_company, takes_trade};
use super::body::Body;
use super::{generic, part};
use crate::gazetteer::{Role, attribute};
use crate::rules::Scene;
use crate::text::{Gap, Shape, phrase, word, words};

/// The end of the number that may follow what was read of a body.
pub(super) fn read(scene: &Scene<'_>, at: usize, wanted: u32, body: &Body) -> Option<usize> {
    if !may_begin(scene, at) {
        return None;
    }
    let wants = |flag: u32| wanted & flag != 0;
    if let Some(end) = day(scene, body, at) {
        return Some(end);
    }
    // What a ship is called, a number ends.
    let is_ship = scene.is(body.start, word!("tàu"));
    let named = body.parts & attribute::NAME != 0 && !is_ship && !is_company(scene, body.start);
    let listed = body.head.is_listed && kind(scene, body) == "hospital";
    if body.parts & attribute::PLACE != 0 || named || listed {
        let number = scene.number(at).is_some_and(|number| number < 20);
        let ends = wants(attribute::NUMBER) && number && ends_name(scene, at + 1);
        return (ends && tells_apart(scene, body)).then_some(at + 1);
    }
    // `Trung tâm Giáo dục thường xuyên số 2`
    let said = scene.is(at, word!("số"))
        && !body.head.has(attribute::ALONE)
        && wants(attribute::PLACE | attribute::NAME);
    let plain = wants(attribute::NUMBER)
        || said
        || is_numbered_trade(scene, body, at)
        || is_numbered_hospital(scene, body, at);
    // `tàu BP 13.19.01`
    let dotted = is_ship && scene.goes_on_by(at + 1, '.') && scene.goes_on_by(at + 3, '.');
    let number = match plain {
        true if dotted && scene.token(at).shape == Shape::Number => Some(at + 1),
        true => part::number(scene, at),
        false => None,
    };
    // `Ban Chỉ đạo 389 tỉnh`, `Tổ công tác 06 tỉnh`, `Ban Chỉ đạo 35 Tỉnh ủy` have their numbers from decisions; they count no provinces.
    let decided = at == body.head.end
        && scene.token(at).shape == Shape::Number
        && scene.is_any(at - 1, &phrase!(["đạo", "bcđ", "tác"]))
        && (generic::unit(scene, at + 1).is_some()
            || scene.is_joined(at + 1)
                && scene.token(at + 1).is_capital()
                && generic::is_committee(scene, at + 1));
    // `Ban Chỉ đạo Quốc gia 515`
    let national = body.parts == attribute::SCOPE
        && scene.token(at).shape == Shape::Number
        && scene.starts(at.wrapping_sub(4), &phrase!(["chỉ", "đạo", "quốc", "gia"]))
        && is_code(scene, at);
    // `Vụ Địa phương I`, `Thủy đoàn I`, `Cục IV, Thanh tra Chính phủ`
    let unit = body.head.end == at
        && (wants(attribute::NUMBER)
            && scene.is_in(body.start, &words!(["thủy", "quân", "binh", "khu", "liên"]))
            || is_department(scene, body)
                && scene.token(at + 1).shape != Shape::Number
                && !may_be_case(scene, body, at + 1));
    let roman = (body.parts == attribute::FIELD || unit) && part::is_roman_at(scene, at);
    // `Mặt trận 979`, a front of the army.
    let front = body.parts == 0
        && scene.starts(body.start, &phrase!(["mặt", "trận"]))
        && scene.number(at).is_some_and(|number| (100..1000).contains(&number))
        && is_code(scene, at);
    let alone = decided
        || national
        || front
        || roman
        || is_numbered_company(scene, body, at)
        || is_numbered_division(scene, body, at)
        || is_numbered_department(scene, body, at);
    let rig = scene.starts(body.start, &phrase!(["nhà", "giàn"])) && scene.goes_on_by(at, '/');
    let number = number.map(|end| if is_ship { ship(scene, end) } else { end });
    number.max(alone.then_some(at + 1)).max(rig.then_some(at + 2))
}

/// The end of the number of a ship whose first part ends before a token: `BP 15 | -04-02`.
fn ship(scene: &Scene<'_>, mut end: usize) -> usize {
    while scene.goes_on_by(end, '-') || scene.goes_on_by(end, '.') {
        end += 2;
    }
    end
}

/// Whether a token is written as the first of a number of bodies is: most that follow a body are not.
fn may_begin(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    let bytes = token.end - token.start;
    // `K92`
    let is_coded = || bytes <= 2 && scene.token(at + 1).shape == Shape::Number;
    match token.shape {
        Shape::Number => true,
        Shape::Punctuation => token.gap == Gap::None && (token.is_mark('-') || token.is_mark('/')),
        Shape::Title | Shape::Upper if bytes <= 4 && (scene.is_roman(at) || is_coded()) => true,
        _ => token.sym == word!("số"),
    }
}

/// Whether a company is named by its number alone, as those of the army are: `Công ty 72, Binh đoàn 15`; what is counted goes on in small letters.
fn is_numbered_company(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let alone = body.parts == 0
        && scene.token(body.start).shape == Shape::Title
        && scene.starts(body.start, &phrase!(["công", "ty"]))
        && at == body.start + 2
        && body.head.end == at;
    let number = || scene.number(at).is_some_and(|number| (10..1000).contains(&number));
    alone && number() && ends_name(scene, at + 1)
}

/// Whether a company is told from its like by a number after what it does: `Công ty Truyền tải điện 2`, `Công ty Tư vấn xây dựng điện 2`.
fn is_numbered_trade(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let plain = || is_company(scene, body.start) && ends_name(scene, at + 1);
    body.parts == attribute::FIELD
        && scene.number(at).is_some_and(|number| number < 100)
        && (takes_trade(scene, body) || plain())
}

/// Whether a hospital has a number after what it treats, or one of three digits alone: `Bệnh viện Đa khoa 115 Nghệ An`, `Bệnh viện 331`.
fn is_numbered_hospital(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let number = || scene.number(at).filter(|number| *number < 1000);
    let field = || body.parts == attribute::FIELD && scene.token(at + 1).shape != Shape::Lower;
    let alone = |number: u32| {
        body.parts == 0
            && number > 100
            && scene.token(body.start).is_capital()
            && !scene.is(at + 1, word!("giường"))
    };
    scene.is_any(body.start, &phrase!(["bệnh", "bv"]))
        && number().is_some_and(|number| field() || alone(number))
}

/// Whether a body is one of several that share a name, which a number after it tells apart: `Trường THPT Quỳnh Lưu 1`, `Bệnh viện Bạch Mai 2`, `Nhà máy nhiệt điện Vĩnh Tân 4`.
pub(super) fn tells_apart(scene: &Scene<'_>, body: &Body) -> bool {
    match kind(scene, body) {
        "school" | "hospital" | "cooperative" => true,
        "company" if !body.head.is_lower => true,
        _ => scene.starts(body.start, &phrase!(["nhà", "máy"])),
    }
}

/// The type of a body, by the row of its head.
pub(super) fn kind<'s>(scene: &Scene<'s>, body: &Body) -> &'s str {
    let name = scene.index.matcher.name(body.head.name);
    name.and_then(|name| scene.row(name)).map_or("", |row| row.get("type"))
}

/// The end of the day of remembrance that a body is named after: `Trường Mẫu giáo 1/6`, `Bệnh viện 30-4`, `Công ty Dệt may 29/3`.
fn day(scene: &Scene<'_>, body: &Body, at: usize) -> Option<usize> {
    /// Days that bodies are named after.
    const DAYS: [(u32, u32); 20] = [
        (1, 5),
        (1, 6),
        (2, 9),
        (3, 2),
        (7, 5),
        (8, 3),
        (10, 10),
        (19, 5),
        (19, 8),
        (20, 10),
        (20, 11),
        (22, 12),
        (23, 9),
        (23, 10),
        (26, 3),
        (27, 2),
        (27, 7),
        (29, 3),
        (30, 4),
        (15, 5),
    ];
    let mark = scene.is_mark(at + 1, '/') || scene.is_mark(at + 1, '-');
    let glued = scene.is_glued(at + 1) && scene.is_glued(at + 2);
    // `Trường Mẫu giáo 1/6/2024` is opened on that day.
    let goes_on = scene.is_glued(at + 3) && scene.token(at + 4).shape == Shape::Number;
    let days = || scene.number(at).zip(scene.number(at + 2));
    let is_day = mark && glued && !goes_on && days().is_some_and(|day| DAYS.contains(&day));
    let is_named = || {
        body.parts & !attribute::FIELD == 0
            && scene.token(body.start).is_capital()
            && matches!(kind(scene, body), "school" | "hospital" | "company")
    };
    (is_day && is_named()).then_some(at + 3)
}

/// Whether a body is called a department and nothing else so far.
fn is_department(scene: &Scene<'_>, body: &Body) -> bool {
    body.parts == 0
        && scene.is_any(body.start, &phrase!(["vụ", "cục"]))
        && scene.token(body.start).shape == Shape::Title
}

/// Whether a sentence begins with what may be a case or a crop as well as a department, and no central body follows its number: `Vụ V. bị bắt hôm qua`, `Vụ 2 | Công an bắt giữ ba đối tượng`, but not `Vụ 5 | Viện KSND tối cao`.
fn may_be_case(scene: &Scene<'_>, body: &Body, parent: usize) -> bool {
    let is_central = || {
        let listed = scene.longest(parent, Role::Organization);
        let row = listed.and_then(|(_, name)| scene.row(name));
        row.is_some_and(|row| row.get("level") == "central") && scene.is_joined(parent)
    };
    scene.is(body.start, word!("vụ")) && scene.is_sentence_start(body.start) && !is_central()
}

/// Whether a number is part of a name, and counts no units: `Mặt trận | 979`, but not `Mặt trận | 120 xã`.
fn is_code(scene: &Scene<'_>, at: usize) -> bool {
    ends_name(scene, at + 1) && generic::unit(scene, at + 1).is_none()
}

/// Whether a division is told from its like by its number alone, before the body that it is a part of: `Phòng 2 VKSND tỉnh`, `Phòng 3 - Cục Kỹ thuật nghiệp vụ`, `Vụ 5 Viện KSND tối cao`.
fn is_numbered_division(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let parent = at + 1 + usize::from(scene.is_mark(at + 1, '-'));
    let is_division = || {
        body.parts == 0
            && scene.is(body.start, word!("phòng"))
            && scene.token(body.start).shape == Shape::Title
    };
    at == body.start + 1
        && (is_division() || is_department(scene, body) && !may_be_case(scene, body, parent))
        && scene.number(at).is_some_and(|number| number < 30)
        && scene.is_joined(parent)
        && scene.token(parent).is_capital()
        && super::body::begins(scene, parent)
}

/// Whether a department for some of the provinces is told from its like by a number: `Vụ Địa phương 1`.
fn is_numbered_department(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    body.parts == attribute::FIELD
        && scene.is(body.start, word!("vụ"))
        && scene.starts(at.wrapping_sub(2), &phrase!(["địa", "phương"]))
        && scene.number(at).is_some_and(|number| number < 10)
        && ends_name(scene, at + 1)
}

/// Whether nothing that a number counts stands at a token.
fn ends_name(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at);
    // `3-1`, a result; `5-7`, a day.
    let goes_on = scene.is_glued(at)
        && ['-', '/', '.', ','].iter().any(|mark| next.is_mark(*mark))
        && scene.is_glued(at + 1)
        && scene.token(at + 1).shape == Shape::Number;
    !goes_on
        && (!next.is_word() && next.shape != Shape::Number && !next.is_mark('%')
            || !scene.is_joined(at)
            || super::field::STOPS.has(next.sym)
            || scene.is_any(at, &phrase!(["thuộc", "và"]))
            || scene.longest(at, Role::Predicate).is_some())
}
