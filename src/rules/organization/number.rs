//! The numbers that tell bodies of one head apart, by what the head and its parts let stand there.
//!
//! ```text
//! number = "125" | "số 1" | "II"                 Lữ đoàn 125, Trường Tiểu học số 2, Vụ Địa phương I
//!        | a number of a company                 Công ty 72, Công ty Truyền tải điện 2
//!        | a number of a decision                Ban Chỉ đạo 389 tỉnh
//!        | a number of a hospital                Bệnh viện Đa khoa 115 Nghệ An, Bệnh viện 331
//!        | "/" number                            Nhà giàn DK1/10
//! ```

use super::admission::{is_company, takes_trade};
use super::body::Body;
use super::{generic, part};
use crate::gazetteer::attribute;
use crate::rules::Scene;
use crate::text::{Shape, phrase, word};

/// The end of the number that may follow what was read of a body.
pub(super) fn read(scene: &Scene<'_>, at: usize, wanted: u32, body: &Body) -> Option<usize> {
    let wants = |flag: u32| wanted & flag != 0;
    // `Trung tâm Giáo dục thường xuyên số 2`
    let said = scene.is(at, word!("số"))
        && !body.head.has(attribute::ALONE)
        && wants(attribute::PLACE | attribute::NAME);
    let plain = wants(attribute::NUMBER)
        || said
        || is_numbered_trade(scene, body, at)
        || is_numbered_hospital(scene, body, at);
    let number = if plain { part::number(scene, at) } else { None };
    // `Ban Chỉ đạo 389 tỉnh`, `Tổ công tác 06 tỉnh`, `Ban Chỉ đạo 35 Tỉnh ủy` have their numbers from decisions; they count no provinces.
    let decided = at == body.head.end
        && scene.token(at).shape == Shape::Number
        && scene.is_any(at - 1, &phrase!(["đạo", "bcđ", "tác"]))
        && (generic::unit(scene, at + 1).is_some()
            || scene.is_joined(at + 1) && super::listed::is_committee(scene, at + 1));
    // `Vụ Địa phương I`, `Thủy đoàn I`
    let unit = body.head.end == at
        && wants(attribute::NUMBER)
        && scene.is_any(body.start, &phrase!(["thủy", "quân", "binh", "khu", "liên"]));
    let roman = (body.parts == attribute::FIELD || unit) && part::is_roman_at(scene, at);
    let alone = decided || roman || is_numbered_company(scene, body, at);
    let rig = scene.starts(body.start, &phrase!(["nhà", "giàn"]))
        && scene.is_mark(at, '/')
        && scene.is_glued(at)
        && scene.token(at + 1).shape == Shape::Number
        && scene.is_glued(at + 1);
    number.max(alone.then_some(at + 1)).max(rig.then_some(at + 2))
}

/// Whether a company is named by its number alone, as those of the army are: `Công ty 72, Binh đoàn 15`; what is counted goes on in small letters.
fn is_numbered_company(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let alone = body.parts == 0
        && scene.token(body.start).shape == Shape::Title
        && scene.starts(body.start, &phrase!(["công", "ty"]))
        && at == body.start + 2
        && body.head.end == at;
    let number = scene.number(at).is_some_and(|number| (10..1000).contains(&number));
    alone && number && ends_name(scene, at + 1)
}

/// Whether a company is told from its like by a number after what it does: `Công ty Truyền tải điện 2`, `Công ty Tư vấn xây dựng điện 2`.
fn is_numbered_trade(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let number = scene.number(at).is_some_and(|number| number < 100);
    let plain = || is_company(scene, body.start) && ends_name(scene, at + 1);
    body.parts == attribute::FIELD
        && scene.token(at).shape == Shape::Number
        && number
        && (takes_trade(scene, body) || plain())
}

/// Whether a hospital has a number after what it treats, or one of three digits alone: `Bệnh viện Đa khoa 115 Nghệ An`, `Bệnh viện 331`.
fn is_numbered_hospital(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let number = scene.number(at).filter(|number| *number < 1000);
    let field = || body.parts == attribute::FIELD && scene.token(at + 1).shape != Shape::Lower;
    let alone = |number: u32| {
        body.parts == 0
            && number > 100
            && scene.token(body.start).is_capital()
            && !scene.is(at + 1, word!("giường"))
    };
    scene.is_any(body.start, &phrase!(["bệnh", "bv"]))
        && number.is_some_and(|number| field() || alone(number))
}

/// Whether nothing that a number counts stands at a token.
fn ends_name(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at);
    !next.is_word() && next.shape != Shape::Number && !next.is_mark('%')
        || !scene.is_joined(at)
        || super::field::STOPS.contains(&next.sym)
        || scene.is(at, word!("thuộc"))
}
