//! Titles of a class: those of many bodies and of none, which no one holder has.
//!
//! ```text
//! class    = title { separator title } ("các" | "những" | number) bodies     Giám đốc, Thủ trưởng | các sở
//!          | title separator "Thủ trưởng" ("cơ quan" | "các") small          Bộ trưởng, | Thủ trưởng cơ quan ngang bộ
//!          | title body ("các" | "những") unit                               chủ tịch UBND | các tỉnh
//! level    = "cấp" small                                                     Chủ tịch UBND | cấp xã
//! honorary = "Đại sứ" field                                                  Đại sứ | văn hóa đọc
//! ```

use super::body::is_body;
use super::holder::{separator, term};
use super::scope::ScopeKind;
use super::small;
use super::title::{self, Office};
use crate::gazetteer::Role;
use crate::rules::organization::generic::unit;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, phrase, word};

/// Whether a title, or the last of those that are coordinated with it, is one of a class of bodies: `Thứ trưởng các Bộ`, `Giám đốc, Thủ trưởng các sở`.
pub(super) fn is_class(scene: &Scene<'_>, office: &Office, out: &Proposals) -> bool {
    let of_many = |office: &Office| {
        office.scope.is_none()
            && scene.is_joined(office.end)
            && scene.is_any(office.end, &phrase!(["các", "những", "mỗi"]))
    };
    // `Giám đốc Công an | 12 tỉnh`
    let of_units = || {
        office.scope.kind == ScopeKind::Field
            && scene.token(office.end).shape == Shape::Number
            && unit(scene, office.end + 1).is_some()
    };
    // `chủ tịch UBND | các tỉnh`, `Chỉ huy trưởng Bộ Chỉ huy Quân sự (CHQS) | các tỉnh`
    let of_bodies = || {
        let end = term(scene, office.end, out);
        office.scope.kind == ScopeKind::Body
            && scene.is_joined(end)
            && scene.is_any(end, &phrase!(["các", "những"]))
            && unit(scene, end + 1).is_some()
    };
    // `Bí thư | tỉnh ủy, thành ủy`
    let of_committees =
        || office.scope.kind == ScopeKind::Small && small::is_joint(scene, office.end);
    if of_many(office) || of_units() || of_bodies() || of_committees() {
        return true;
    }
    let next = separator(scene, office.end).filter(|_| office.scope.is_none());
    // `Bộ trưởng, | Thủ trưởng cơ quan ngang Bộ`: all of them are told what to do.
    let of_agencies = |next: usize| {
        scene.is(next + 1, word!("trưởng"))
            && scene.token(next + 2).shape == Shape::Lower
            && (scene.is(next + 2, word!("các"))
                // But not `Thủ trưởng cơ quan Cảnh sát điều tra`.
                || scene.is(next + 2, word!("cơ"))
                    && scene.token(next + 4).shape == Shape::Lower
                    && !out.candidates.starting_at(next + 2).any(is_body))
    };
    if next.is_some_and(of_agencies) {
        return true;
    }
    let next = next.filter(|next| scene.longest(*next, Role::Position).is_some());
    next.is_some_and(|next| {
        title::read(scene, next, out).is_some_and(|next| of_many(&next))
            || scene.named(next, Role::Position).any(|(end, _)| is_of_class(scene, end))
    })
}

/// Whether the bodies of a title that ends before a token are a class, which no rule of bodies reads: `Chủ tịch | Ủy ban nhân dân các tỉnh`.
fn is_of_class(scene: &Scene<'_>, at: usize) -> bool {
    let bodies = |role: Role| {
        let mut names = scene.named(at, role);
        names.any(|(end, _)| {
            scene.is_joined(end)
                && scene.is_any(end, &phrase!(["các", "những"]))
                && unit(scene, end + 1).is_some()
        })
    };
    scene.is_joined(at) && (bodies(Role::Organization) || bodies(Role::Head))
}

/// Whether a class of bodies begins at a token: `cấp tỉnh`; but not `cấp cứu`.
pub(super) fn is_level(scene: &Scene<'_>, at: usize) -> bool {
    const ACTS: [Sym; 5] = phrase!(["cứu", "phép", "phát", "bách", "visa"]);
    scene.is(at, word!("cấp")) && scene.is_joined(at) && !scene.is_any(at + 1, &ACTS)
}

/// Whether an ambassador is one of something that has no embassies: `Đại sứ văn hóa đọc`, `Đại sứ du lịch`.
pub(super) fn is_honorary(scene: &Scene<'_>, office: &Office) -> bool {
    office.scope.is_none()
        && scene.is(office.title.wrapping_sub(1), word!("sứ"))
        && scene.token(office.end).gap == Gap::Space
        && scene.longest(office.end, Role::Field).is_some()
        && scene.longest(office.end, Role::Place).is_none()
}
