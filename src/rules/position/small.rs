//! The bodies in small letters that complete a title: no entities by themselves, and parts of the office.
//!
//! ```text
//! small     = committee [ class word | place | body ]     bí thư | đảng ủy xã, Bí thư | tỉnh ủy Cam Túc, Bí thư | Chi đoàn
//!           | forces place                                Tổng tư lệnh | quân đội Ukraine
//!           | "cơ quan" field                             Thủ trưởng | cơ quan Cảnh sát điều tra
//!           | employer [ acronym ]                        giám đốc | công ty, Phó Chủ tịch | tập đoàn NASDAQ
//! committee = "tỉnh ủy" | "đảng ủy" | "chi bộ" | …
//! forces    = "quân đội" | "chính phủ" | …
//! ```

use super::body;
use super::scope::{self, Found};
use crate::Kind;
use crate::gazetteer::Role;
use crate::rules::organization::generic::hands_over;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, phrase, word, words};

/// Committees of the Party.
const COMMITTEES: [[Sym; 2]; 7] = [
    phrase!(["tỉnh", "ủy"]),
    phrase!(["thành", "ủy"]),
    phrase!(["huyện", "ủy"]),
    phrase!(["quận", "ủy"]),
    phrase!(["thị", "ủy"]),
    phrase!(["đảng", "ủy"]),
    phrase!(["đảng", "bộ"]),
];

/// Branches, which may have a capital too: `Bí thư | huyện Đoàn`.
const BRANCHES: [[Sym; 2]; 9] = [
    phrase!(["chi", "ủy"]),
    phrase!(["chi", "bộ"]),
    phrase!(["chi", "đoàn"]),
    phrase!(["xã", "đoàn"]),
    phrase!(["huyện", "đoàn"]),
    phrase!(["quận", "đoàn"]),
    phrase!(["thành", "đoàn"]),
    phrase!(["tỉnh", "đoàn"]),
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
const EMPLOYERS: [[Sym; 2]; 8] = [
    phrase!(["bệnh", "viện"]),
    phrase!(["trung", "tâm"]),
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
    let is_lower = scene.token(at).shape == Shape::Lower;
    let end = at + 2;
    let is_joined = scene.token(end).gap == Gap::Space;
    let committee = || is_lower && begins(&COMMITTEES) && !hands_over(scene, at + 1);
    if begins(&BRANCHES) || committee() {
        if !is_joined {
            return Some(Found::known(end));
        }
        let unit = || scope::unit(scene, end).map(Found::known);
        let beyond = scope::place(scene, end, out).or_else(|| body::read(scene, end, out));
        let beyond = beyond.or_else(unit);
        return beyond.or_else(|| ends(scene, end).then_some(Found::known(end)));
    }
    if !is_lower {
        return None;
    }
    if begins(&FORCES) {
        let place = scope::place(scene, end, out).filter(|_| is_joined);
        // `Người phát ngôn | chính phủ`
        let own = || scene.starts(at, &phrase!(["chính", "phủ"])) && ends(scene, end);
        return place.or_else(|| own().then_some(Found::known(end)));
    }
    // `cơ quan | Cảnh sát điều tra`
    if scene.starts(at, &phrase!(["cơ", "quan"])) {
        let field = scene.longest(end, Role::Field).filter(|_| is_joined);
        return field.map(|(end, _)| Found::known(end));
    }
    // `Giám đốc | sở`
    if scene.is(at, word!("sở")) && ends(scene, at + 1) {
        return Some(Found::known(at + 1));
    }
    if !begins(&EMPLOYERS) {
        return None;
    }
    // `tập đoàn NASDAQ`
    if is_joined && let Some(brand) = body::acronym(scene, end, out) {
        return Some(Found { end: brand, new: Some((Kind::Organization, at, brand)) });
    }
    ends(scene, end).then_some(Found::known(end))
}

/// Whether a committee in small letters that ends before a token is one of a class, for another without a name is joined to it: `Bí thư tỉnh ủy|, thành ủy các địa phương`.
pub(super) fn is_joint(scene: &Scene<'_>, end: usize) -> bool {
    // `Bí thư huyện ủy, | đảng ủy viên quân khu` is another office.
    let is_small = |at: usize| {
        scene.token(at).shape == Shape::Lower
            && COMMITTEES.iter().any(|pair| scene.starts(at, pair))
            && !scene.is(at + 2, word!("viên"))
    };
    let is_joint = scene.is_mark(end, ',') || scene.is_any(end, &phrase!(["và", "hoặc"]));
    let is_named = || scene.is_joined(end + 3) && scene.token(end + 3).is_capital();
    is_joint && end.checked_sub(2).is_some_and(is_small) && is_small(end + 1) && !is_named()
}

/// Whether nothing after a body in small letters tells which one it is.
fn ends(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at);
    if next.gap != Gap::Space || !next.is_word() {
        return !next.is_mark('-') || next.gap == Gap::Space;
    }
    next.shape == Shape::Lower
        && !scene.has(at, Role::Head.bit() | Role::Field.bit())
        && !scene.is_in(at, &words!(["này", "đó", "tnhh", "cổ", "mẹ", "con", "của", "hữu", "tại"]))
}
