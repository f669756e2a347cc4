//! The bodies in small letters that complete a title: no entities by themselves, and parts of the office.
//!
//! ```text
//! small     = committee [ class word | place | body ]     bí thư | đảng ủy xã, Bí thư | tỉnh ủy Cam Túc
//!           | forces place                                Tổng tư lệnh | quân đội Ukraine
//!           | employer                                    giám đốc | công ty, hiệu trưởng | nhà trường
//! committee = "tỉnh ủy" | "đảng ủy" | "chi bộ" | …
//! forces    = "quân đội" | "chính phủ" | …
//! ```

use super::body;
use super::scope::{self, Found};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, phrase};

/// Committees and branches of the Party and the Youth Union.
const COMMITTEES: [[Sym; 2]; 12] = [
    phrase!(["tỉnh", "ủy"]),
    phrase!(["thành", "ủy"]),
    phrase!(["huyện", "ủy"]),
    phrase!(["quận", "ủy"]),
    phrase!(["thị", "ủy"]),
    phrase!(["đảng", "ủy"]),
    phrase!(["đảng", "bộ"]),
    phrase!(["chi", "ủy"]),
    phrase!(["chi", "bộ"]),
    phrase!(["chi", "đoàn"]),
    phrase!(["xã", "đoàn"]),
    phrase!(["chi", "hội"]),
];

/// What a State has one of.
const FORCES: [[Sym; 2]; 6] = [
    phrase!(["quân", "đội"]),
    phrase!(["hải", "quân"]),
    phrase!(["không", "quân"]),
    phrase!(["chính", "phủ"]),
    phrase!(["quốc", "hội"]),
    phrase!(["cảnh", "sát"]),
];

/// What people work for.
const EMPLOYERS: [[Sym; 2]; 6] = [
    phrase!(["công", "ty"]),
    phrase!(["tập", "đoàn"]),
    phrase!(["ngân", "hàng"]),
    phrase!(["nhà", "trường"]),
    phrase!(["doanh", "nghiệp"]),
    phrase!(["chi", "nhánh"]),
];

/// The body in small letters that begins at a token.
pub(super) fn read(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Found> {
    let begins = |pairs: &[[Sym; 2]]| pairs.iter().any(|pair| scene.starts(at, pair));
    let end = at + 2;
    let is_joined = scene.token(end).gap == Gap::Space;
    if begins(&COMMITTEES) {
        if !is_joined {
            return Some(Found::known(end));
        }
        let unit = || scope::unit(scene, end).map(Found::known);
        let beyond = scope::place(scene, end, out).or_else(|| body::read(scene, end, out));
        let beyond = beyond.or_else(unit);
        return beyond.or_else(|| ends(scene, end).then_some(Found::known(end)));
    }
    if begins(&FORCES) {
        return scope::place(scene, end, out).filter(|_| is_joined);
    }
    (begins(&EMPLOYERS) && ends(scene, end)).then_some(Found::known(end))
}

/// Whether nothing after a body in small letters tells which one it is.
fn ends(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at);
    if next.gap != Gap::Space || !next.is_word() {
        return !next.is_mark('-') || next.gap == Gap::Space;
    }
    next.shape == Shape::Lower
        && !scene.has(at, Role::Head.bit() | Role::Field.bit())
        && !scene.is_any(at, &phrase!(["này", "đó", "tnhh", "cổ", "mẹ", "con", "của"]))
}
