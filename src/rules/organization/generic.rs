//! Classes of bodies, which are no bodies: `UBND cấp tỉnh`, `HĐND các cấp`, `Công an tỉnh, thành phố`, `Công an 34 tỉnh`; `các Sở`, `hai Đảng`.
//!
//! ```text
//! class = { body ("," | "và" | "/") } body kind
//! kind  = "cấp" level | ("các" | "mỗi" | number) unit | unit ("," | "/" | "và" | "-") unit
//! ```

use crate::gazetteer::{Level, Role};
use crate::rules::Scene;
use crate::rules::place::context::{COUNTERS, is_counted, may_be_counted};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// The units that bodies are bodies of.
const UNITS: u32 =
    Level::Province.bit() | Level::District.bit() | Level::Commune.bit() | Level::City.bit();

/// Whether a body of these tokens is a class of bodies by what follows.
#[inline]
pub(crate) fn is_class(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let joint = is_joint(scene, end);
    match joint || scene.is_mark(end, '-') {
        true => {
            scene.is_joined(end)
                && (is_joint_class(scene, at, end, joint) || joint && is_of_committees(scene, end))
        }
        false => {
            may_be_kind(scene, end) && is_kind(scene, end, 4)
                || is_at_base(scene, at, end)
                || is_part_time(scene, at, end)
        }
    }
}

/// Whether an association is one of those at the base, none of which is named: `Hội Nông dân | cơ sở`.
fn is_at_base(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let next = scene.token(end + 2);
    scene.is(at, word!("hội"))
        && scene.starts(end, &phrase!(["cơ", "sở"]))
        && scene.is_joined(end)
        && scene.token(end).shape == Shape::Lower
        && !(scene.is_joined(end + 2) && (next.is_capital() || next.shape == Shape::Number))
}

/// Whether a committee of the Party stands at a token in one word of two syllables, in any case: `Tỉnh ủy`, `thành ủy`; but not `tỉnh ủy quyền cho` or `tỉnh ủy viên`.
#[inline]
pub(super) fn is_committee(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at + 1, word!("ủy"))
        && scene.is_named(at, at + 2, Role::Head)
        && !scene.is(at + 2, word!("viên"))
        && !hands_over(scene, at + 1)
}

/// Whether a body ends with a committee in small letters that another without a name follows: `Ủy ban Kiểm tra tỉnh ủy, thành ủy`, not `Văn phòng tỉnh ủy, thành ủy Hải Dương`.
fn is_of_committees(scene: &Scene<'_>, end: usize) -> bool {
    let is_small = |at: usize| scene.token(at).shape == Shape::Lower && is_committee(scene, at);
    let is_named = || scene.is_joined(end + 3) && scene.token(end + 3).is_capital();
    end > 2 && is_small(end - 2) && is_small(end + 1) && !is_named()
}

/// Whether a body of these tokens is the police of communes, told by how it serves: `Công an xã | bán chuyên trách`.
fn is_part_time(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const SERVICES: [[Sym; 2]; 2] = [phrase!(["bán", "chuyên"]), phrase!(["chính", "quy"])];
    scene.is_joined(end)
        && SERVICES.iter().any(|service| scene.starts(end, service))
        && scene.starts(at, &phrase!(["công", "an"]))
        && unit_of(scene, at + 2) == Some((end, Level::Commune))
}

/// Whether a body of these tokens is a class of bodies by what a sign or word after it joins to it.
fn is_joint_class(scene: &Scene<'_>, at: usize, end: usize, joint: bool) -> bool {
    // The scope of `UBND tỉnh, thành phố` is read with the body or not.
    let scope = |length: usize| {
        end.checked_sub(length).filter(|start| *start > at && unit(scene, *start) == Some(end))
    };
    match [scope(1), scope(2)] {
        [None, None] => {
            joint && is_kind(scene, end, 4) && has_many(scene, at, end) && !is_national(scene, end)
        }
        scopes => scopes.into_iter().flatten().any(|start| is_series(scene, start)),
    }
}

/// Whether a body that ends before a token is that of the country: `Ủy ban An toàn giao thông Quốc gia`.
fn is_national(scene: &Scene<'_>, end: usize) -> bool {
    end > 2
        && (scene.starts(end - 2, &phrase!(["quốc", "gia"]))
            || super::part::center(scene, end - 2) == Some(end))
}

/// Whether units of a level have a body of this kind each, so that it shares the units of the next: "`Sở Y tế`, UBND các tỉnh" and "`HĐND`, UBND các xã", not "`Bộ Y tế`, UBND các tỉnh" or "`Sở Y tế`, UBND các xã".
fn has_many(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    /// First words of bodies that units of all levels have.
    const ALL: Words = words!([
        "ubnd", "hđnd", "công", "ca", "đảng", "ban", "mttq", "mặt", "tòa", "tand", "viện", "vksnd",
        "hội", "trạm",
    ]);
    const COMMITTEES: [Sym; 2] = phrase!(["ủy", "ub"]);
    let committee = scene.is_any(at, &COMMITTEES) && !scene.is_any(at + 2, &phrase!(["quốc"]));
    let company = scene.is(at + 1, word!("ty"));
    let provincial = scene.is_in(at, &words!(["sở", "tỉnh", "thành", "chi"]));
    // The units come within a few bodies.
    let provinces = || {
        (end..end + 16)
            .take_while(|at| scene.is_joined(*at))
            .find_map(|at| {
                scene.is_in(at, &words!(["các", "mỗi", "từng", "cấp"])).then_some(at + 1)
            })
            .is_some_and(|at| scene.is_any(at, &phrase!(["tỉnh", "địa", "thành"])))
    };
    !company && (committee || scene.is_in(at, &ALL)) || provincial && provinces()
}

/// Whether what stands before a head makes it plural: `các Sở`, `hai Đảng`, `mỗi Đảng`.
#[inline]
pub(crate) fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    const BEFORE: Words = COUNTERS.with(words!(["mỗi", "một", "cấp"]));
    may_be_counted(scene, at, &BEFORE) && is_several(scene, at)
}

fn is_several(scene: &Scene<'_>, at: usize) -> bool {
    is_counted(scene, at) && !is_single(scene, at) || is_each(scene, at) || is_of_levels(scene, at)
}

/// Whether a committee is one of several that a plural word leads: "các Tỉnh ủy, `Thành ủy`, `Đảng ủy` trực thuộc Trung ương".
pub(crate) fn is_among_many(scene: &Scene<'_>, at: usize) -> bool {
    /// Committees in a list at most.
    const MOST: usize = 4;
    let next = scene.token(at + 2);
    if !is_committee(scene, at) || next.is_capital() && scene.is_joined(at + 2) {
        return false;
    }
    let mut first = at;
    for _ in 0..MOST {
        let Some(start) = first.checked_sub(3) else { break };
        let joint = scene.is_mark(first - 1, ',') || scene.is(first - 1, word!("và"));
        if !joint || !scene.is_joined(first - 1) || !is_committee(scene, start) {
            break;
        }
        first = start;
    }
    first < at && is_plural(scene, first)
}

/// Whether a number before a head counts no bodies.
fn is_single(scene: &Scene<'_>, at: usize) -> bool {
    // `lần thứ hai Ban Chấp hành` counts the times.
    let ordinal = scene.is(at.wrapping_sub(2), word!("thứ"));
    // `giải Ba Tiểu đoàn 4`: no counter in a sentence has a capital.
    let prize = || {
        scene.before(at).shape == Shape::Title
            && scene.is_any(at.wrapping_sub(2), &phrase!(["giải", "hạng"]))
    };
    // `Phi công YAK - 130 Trung đoàn 940`: the number of a type.
    let coded = || at > 2 && super::part::coded(scene, at - 2) == Some(at);
    // `Nghị quyết Trung ương 7 Ban Chấp hành Trung ương Đảng`: there is one.
    ordinal
        || coded()
        || prize()
        || scene.before(at).shape == Shape::Number && is_numbered(scene, at - 1)
        || scene.before(at).shape == Shape::Number
            && scene.starts(at, &phrase!(["ban", "chấp", "hành"]))
            && super::part::center(scene, at + 3).is_some()
}

/// Whether a number is that of a unit of the army in small letters, which has its parent after it: `đại đội 5 | Trung đoàn 88`.
fn is_numbered(scene: &Scene<'_>, at: usize) -> bool {
    let Some(start) = at.checked_sub(2).filter(|_| scene.is_joined(at)) else { return false };
    let is_unit = |name| scene.row(name).is_some_and(|row| row.get("type") == "army-unit");
    let counted = is_counted(scene, start);
    !counted && scene.named(start, Role::Head).any(|(end, name)| end == at && is_unit(name))
}

/// Whether "mỗi" or "từng một" stands before a head.
fn is_each(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let one = || scene.is(before, word!("một")) && scene.is(at.wrapping_sub(2), word!("từng"));
    (scene.is(before, word!("mỗi")) || one()) && scene.is_joined(at)
}

/// Whether the levels of a body are spoken of before its head: `các cấp | Hội Phụ nữ`.
fn is_of_levels(scene: &Scene<'_>, at: usize) -> bool {
    scene.starts(at.wrapping_sub(2), &phrase!(["các", "cấp"]))
        && scene.is_joined(at)
        && scene.is_joined(at - 1)
}

/// Words that count the units of a class.
const COUNTERS_OF_UNITS: Words = words!(["các", "mỗi", "từng", "những", "nhiều", "hai", "ba"]);

/// Whether a kind without a body before it may begin at a token.
fn may_be_kind(scene: &Scene<'_>, at: usize) -> bool {
    const WORDS: Words = COUNTERS_OF_UNITS.with(words!(["cấp", "một"]));
    let token = scene.token(at);
    match token.shape {
        Shape::Lower => WORDS.has(token.sym) || scene.has(at, Role::Class.bit()),
        shape => shape == Shape::Number || token.is_mark('('),
    }
}

fn is_kind(scene: &Scene<'_>, at: usize, depth: usize) -> bool {
    /// What comes after "cấp" in a level.
    const LEVELS: Words = words!([
        "tỉnh", "huyện", "xã", "phường", "thành", "quận", "trên", "dưới", "cơ", "trung", "thôn",
    ]);
    /// What bodies are counted by, besides units.
    const COUNTED: Words =
        words!(["cấp", "địa", "đơn", "nước", "ngành", "khu", "quốc", "vùng", "sở", "tốt"]);
    if depth == 0 || !scene.is_joined(at) {
        return false;
    }
    let token = scene.token(at);
    let next = at + 1;
    match token.shape {
        Shape::Lower if token.sym == word!("cấp") => scene.is_in(next, &LEVELS),
        // `UBND một số tỉnh`
        Shape::Lower if scene.starts(at, &phrase!(["một", "số"])) => {
            unit(scene, at + 2).is_some()
        }
        Shape::Lower if COUNTERS_OF_UNITS.has(token.sym) => {
            let both = scene.is(at, word!("hai")) && scene.is(next, word!("nước"));
            let officer = scene.is(next, word!("cấp")) && scene.is(next + 1, word!("phó"));
            unit(scene, next).is_some() || scene.is_in(next, &COUNTED) && !both && !officer
        }
        Shape::Number => unit(scene, next).is_some() || scene.is_in(next, &COUNTED),
        Shape::Lower if unit(scene, at).is_some() => is_series(scene, at),
        Shape::Punctuation if token.is_mark('(') && scene.is_mark(at + 2, ')') => {
            is_kind(scene, at + 3, depth - 1)
        }
        _ if is_joint(scene, at) => {
            body_words(scene, next).is_some_and(|end| is_kind(scene, end, depth - 1))
        }
        _ => false,
    }
}

/// Whether a unit word at a token begins a series of unit words without names: `tỉnh, thành phố`, `tỉnh/thành`, `xã và phường`.
fn is_series(scene: &Scene<'_>, at: usize) -> bool {
    let Some(end) = unit(scene, at) else { return false };
    let joint = is_joint(scene, end) || scene.is_mark(end, '-');
    let Some(next) =
        unit(scene, end + 1).filter(|_| joint && scene.is_joined(end) && scene.is_joined(end + 1))
    else {
        return false;
    };
    let after = scene.token(next);
    let named =
        scene.is_joined(next) && matches!(after.shape, Shape::Title | Shape::Upper | Shape::Number);
    // `tỉnh, TP trực thuộc Trung ương`, not `tỉnh, TP.HCM`
    let is_named_after_mark = scene.is_mark(next, '.')
        && scene.token(next + 1).is_capital()
        && (scene.is_glued(next + 1) || scene.has(next + 1, Role::Place.bit()));
    let is_short = scene.token(end + 1).shape == Shape::Upper && !is_named_after_mark;
    (scene.token(end + 1).shape == Shape::Lower || is_short) && !named
}

/// Whether a sign or word that joins bodies stands at a token.
pub(crate) fn is_joint(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_mark(at, ',') || scene.is_mark(at, '/') || scene.is(at, word!("và"))
}

/// The end of a word for a unit at a token: `tỉnh`, `thành phố`, and `thành` beside `tỉnh`.
pub(crate) fn unit(scene: &Scene<'_>, at: usize) -> Option<usize> {
    unit_of(scene, at).map(|(end, _)| end)
}

/// The end of a word for a unit at a token, and what unit it is.
#[inline]
pub(crate) fn unit_of(scene: &Scene<'_>, at: usize) -> Option<(usize, Level)> {
    if scene.has(at, Role::Class.bit()) { read_unit(scene, at) } else { None }
}

fn read_unit(scene: &Scene<'_>, at: usize) -> Option<(usize, Level)> {
    let class = scene
        .named(at, Role::Class)
        .rfind(|(_, class)| Level::of(class.attributes).bit() & UNITS != 0);
    let (end, level) = class.map(|(end, class)| (end, Level::of(class.attributes)))?;
    // `xã hội`, `tỉnh ủy`, `tổ chức` are other words.
    let other = scene.is_in(end, &words!(["hội", "ủy", "chức", "đoàn", "công"]))
        && scene.is_joined(end)
        && end == at + 1
        && !hands_over(scene, end);
    (!other).then_some((end, level))
}

/// Whether a syllable begins a word for handing over a power, rather than end that for a committee: `UBND tỉnh | ủy quyền cho`; but not `Tỉnh ủy | nhiệm kỳ 2020-2025`.
pub(crate) fn hands_over(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at + 1);
    scene.is(at, word!("ủy"))
        && scene.token(at).shape == Shape::Lower
        && next.shape == Shape::Lower
        && next.gap == Gap::Space
        && (scene.is_any(at + 1, &phrase!(["quyền", "thác"]))
            || scene.is(at + 1, word!("nhiệm")) && !scene.is(at + 2, word!("kỳ")))
}

/// Whether a class of bodies follows a body whose name ends before a token, so that it is one of them: `Ban Chấp hành | Hội Nông dân các phường`.
pub(super) fn is_of_class(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    is_branch(scene, at, end)
        || scene.is_any(at, &phrase!(["ban", "đảng", "bch"]))
            && scene.is_joined(end)
            && scene.token(end).is_capital()
            && body_words(scene, end).is_some_and(|end| is_kind(scene, end, 1))
}

/// Whether a court or procuracy without a name is the whole branch of the state: `ngành Tòa án`, `hệ thống Viện kiểm sát nhân dân`; or one of many: `Tòa án nhân dân địa phương`.
fn is_branch(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    /// Last syllables of what the branch is spoken of by: `ngành`, `hệ thống`, `bộ máy`, `công tác`.
    const BRANCHES: Words = words!(["ngành", "thống", "máy", "tác"]);
    const NAMES: [[Sym; 2]; 2] = [phrase!(["tòa", "án"]), phrase!(["viện", "kiểm"])];
    if !NAMES.iter().any(|name| scene.starts(at, name)) {
        return false;
    }
    let before = at.wrapping_sub(1);
    // `truyền thống Tòa án nhân dân` is that of the body.
    let of_system =
        !scene.is(before, word!("thống")) || scene.is(before.wrapping_sub(1), word!("hệ"));
    let led = scene.is_joined(at) && scene.is_in(before, &BRANCHES) && of_system;
    // `Viện kiểm sát | nhân dân địa phương`: nor is the short name one.
    let last = end + 2 * usize::from(scene.starts(end, &phrase!(["nhân", "dân"])));
    let local = scene.starts(last, &phrase!(["địa", "phương"])) && scene.is_joined(last);
    let words = end - at - usize::from(scene.is(at, word!("viện")));
    let is_plain = words == 2 || words == 4 && scene.is(end - 2, word!("nhân"));
    (led || local) && is_plain
}

/// The end of the head, with its field, or of the listed body at a token.
fn body_words(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.token(at).is_capital() && scene.token(at).shape != Shape::Lower {
        return None;
    }
    let listed = scene.longest(at, Role::Organization).map(|(end, _)| end);
    let head = scene.longest(at, Role::Head).map(|(end, _)| end);
    let field = head.and_then(|end| scene.longest(end, Role::Field).map(|(stop, _)| stop));
    let end = listed.max(field).max(head)?;
    Some(with_nation(scene, at, end).unwrap_or(end))
}

/// The end of a committee that begins at a token and ends before another, with the nation after it: `Ủy ban MTTQ | Việt Nam` các xã.
pub(super) fn with_nation(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    // `Ban Thường trực Ủy ban Mặt trận Tổ quốc | Việt Nam` cấp xã
    let is_standing = || {
        let first = end.wrapping_sub(4);
        scene.starts(at, &phrase!(["ban", "thường", "trực"]))
            && (scene.is(end.wrapping_sub(1), word!("mttq"))
                || scene.starts(first, &phrase!(["mặt", "trận", "tổ", "quốc"])))
    };
    let is_national = scene.starts(end, &phrase!(["việt", "nam"]))
        && (scene.is(at, word!("ủy")) || is_standing());
    is_national.then_some(end + 2)
}
