//! A class word with its name: `tỉnh Quảng Ninh`, `TP.HCM`, `thôn Hội Phú`, `quận 1`, `Quốc lộ 1A`, `cao tốc Châu Đốc - Cần Thơ - Sóc Trăng`.
//!
//! ```text
//! place  = class ["."] (name | number | range | unit)
//! number = digits [letter] | day "/" month           1, 1A, đường 30/4
//! range  = name { "-" name }
//! unit   = a place with its own class word           đồng bằng sông Cửu Long
//! ```

use super::PlaceReading;
use super::context::is_counted;
use super::name::{self, ADMINISTRATIVE, listed_of};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Name, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, Sym, phrase, word};

/// The class words of the lists.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/class-word", "rule/place/class-number", "rule/place/range"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let mut longest = 0;
    // Longer class words first: `khu phố` before `khu`.
    for found in scene.matches(at).iter().rev() {
        let Some(class) = scene.index.matcher.name(found.name) else { continue };
        let end = found.end as usize;
        if class.role != Role::Class || end < longest || is_compound(scene, at, end) || is_counted(scene, at) {
            continue;
        }
        if let Some((mut candidate, name)) = read(scene, at, end, class) {
            longest = end;
            let offset = scene.token(name).start - scene.token(at).start;
            let level = Level::of(class.attributes);
            candidate = candidate.payload(out.place(PlaceReading { name: offset, level, class: Some(found.name) }));
            out.push(candidate);
        }
    }
}

/// The place of a class word that ends before a token, and where its name begins.
fn read(scene: &Scene<'_>, at: usize, end: usize, class: &Name) -> Option<(Candidate, usize)> {
    let has = |flag: u32| class.attributes & flag != 0;
    let dotted = scene.is_mark(end, '.') && scene.is_glued(end) && scene.token(end - 1).end - scene.token(at).start <= 4;
    let start = end + usize::from(dotted);
    let first = scene.token(start);
    if !scene.is_joined(start) || !matches!(first.shape, Shape::Title | Shape::Upper | Shape::Mixed | Shape::Number | Shape::Lower) {
        return None;
    }
    // `P` and `Q` are class words only before a point, a number or a listed name.
    let is_letter = scene.token(at).end - scene.token(at).start == 1 && scene.token(at).shape == Shape::Upper;
    if first.shape == Shape::Number {
        if !has(attribute::NUMBER) {
            return None;
        }
        let stop = number(scene, start, class)?;
        return Some((Candidate::new(Kind::Place, at, stop, "rule/place/class-number"), start));
    }
    if first.shape == Shape::Lower {
        return None;
    }
    let level = Level::of(class.attributes);
    let listed = listed_of(scene, start, wanted(level));
    let is_name = |stop: usize| Candidate::new(Kind::Place, at, stop, "rule/place/class-word");
    if scene.is_named(at, at + 1, Role::Surname) && scene.token(at).shape != Shape::Lower && end == at + 1 {
        // `Hồ Chí Minh`: a surname in a capital is a class word only in a name that the lists know whole.
        let whole = listed_of(scene, at, u32::MAX)?;
        return (whole.end > start).then(|| (is_name(whole.end), start));
    }
    if is_letter && !dotted && listed.is_none() {
        return None;
    }
    let shouted = name::is_shouted(scene, at, start + 1) && scene.token(at).end - scene.token(at).start > 3;
    if shouted {
        let listed = listed?;
        return Some((is_name(listed.end), start));
    }
    if !has(attribute::NAME) {
        let listed = listed?;
        return Some((is_name(listed.end).strength(Strength::Certain), start));
    }
    if is_other(scene, start) && listed.is_none() {
        return None;
    }
    let run = name::run(scene, start, 5);
    let mut stop = match listed {
        Some(listed) if listed.end >= run => listed.end,
        Some(listed) if is_unit(level) => extended(scene, start, listed.end, run),
        _ => run,
    };
    if stop == start {
        return None;
    }
    if level == Level::Village && scene.token(stop).shape == Shape::Number && !scene.is_glued(stop) && listed.is_none_or(|l| l.end != stop) {
        stop = number(scene, stop, class).unwrap_or(stop);
    }
    if has(attribute::RANGE) {
        let all = range(scene, stop);
        if all > stop {
            return Some((Candidate::new(Kind::Place, at, all, "rule/place/range").closed(), start));
        }
    }
    Some((is_name(stop).strength(if listed.is_some() { Strength::Certain } else { Strength::Likely }), start))
}

/// The levels that the name after a class word of this level may have in the lists.
fn wanted(level: Level) -> u32 {
    match level {
        Level::Province | Level::District | Level::Commune => ADMINISTRATIVE | Level::State.bit() | Level::City.bit(),
        Level::City => Level::Province.bit() | Level::District.bit() | Level::City.bit() | Level::State.bit(),
        Level::Country => Level::Country.bit(),
        Level::Region => Level::Region.bit() | Level::Country.bit(),
        _ => u32::MAX,
    }
}

/// Whether the names after a class word of this level are listed so fully that a longer name is another's.
fn is_unit(level: Level) -> bool {
    level.bit() & (ADMINISTRATIVE | Level::City.bit() | Level::Country.bit()) != 0
}

/// The end of a listed name that a run of capitals goes on from: with one more word that tells parts apart (`Tân Lập Đông`), else as listed.
fn extended(scene: &Scene<'_>, start: usize, listed: usize, run: usize) -> usize {
    const PARTS: [Sym; 8] = [
        word("đông"),
        word("tây"),
        word("nam"),
        word("bắc"),
        word("thượng"),
        word("hạ"),
        word("trung"),
        word("nội"),
    ];
    // A name of one syllable that goes on is another name: `huyện Lai Vung` is no `Lai`.
    if listed == start + 1 || run == listed + 1 && scene.is_any(listed, &PARTS) { run } else { listed }
}

/// The end of the number of a place.
fn number(scene: &Scene<'_>, at: usize, class: &Name) -> Option<usize> {
    const COUNTED: [Sym; 14] = phrase([
        "năm", "người", "tỷ", "triệu", "nghìn", "lần", "ngày", "tháng", "hộ", "km", "m", "phút", "giờ", "tuổi",
    ]);
    let mut end = at + 1;
    let glued = |at: usize, shape: Shape| scene.is_glued(at) && scene.token(at).shape == shape;
    let level = Level::of(class.attributes);
    if matches!(scene.token(end).shape, Shape::Title | Shape::Upper | Shape::Lower)
        && scene.is_glued(end)
        && scene.token(end).end - scene.token(end).start == 1
    {
        end += 1;
    }
    if level == Level::Road {
        for mark in ['/', '-', '.'] {
            if scene.is_mark(end, mark) && scene.is_glued(end) && glued(end + 1, Shape::Number) {
                end += 2;
                break;
            }
        }
    } else if scene.is_glued(end) && ['/', ',', '.', '-', '%'].iter().any(|mark| scene.is_mark(end, *mark)) && glued(end + 1, Shape::Number) {
        return None;
    }
    let counts = scene.is_joined(end) && scene.is_any(end, &COUNTED) || scene.is_mark(end, '%');
    let small = scene.number(at).is_some_and(|number| number < 1000);
    (!counts && small).then_some(end)
}

/// The end of the names that dashes join to a name that ends here.
fn range(scene: &Scene<'_>, mut end: usize) -> usize {
    for _ in 0..5 {
        if !scene.is_mark(end, '-') || !scene.is_joined(end) || !scene.is_joined(end + 1) {
            break;
        }
        let next = listed_of(scene, end + 1, u32::MAX).map_or(0, |listed| listed.end);
        let next = next.max(name::run(scene, end + 1, 4));
        if next <= end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// Whether a body or a document begins where a name is awaited: `bản Hiến pháp`, `tỉnh Đảng bộ`.
fn is_other(scene: &Scene<'_>, at: usize) -> bool {
    scene.matches(at).iter().any(|found| {
        scene.index.matcher.name(found.name).is_some_and(|name| match name.role {
            Role::Organization | Role::DocumentType | Role::Document | Role::Rank | Role::Position => true,
            Role::Head => !scene.token(found.end as usize).is_capital() || found.end as usize > at + 1,
            _ => false,
        })
    })
}

/// Whether what looks like a class word ends a longer word: `yêu cầu`, `liên bang`, `văn bản`, `bờ biển`.
fn is_compound(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    if end != at + 1 || !scene.is_joined(at) {
        return false;
    }
    let before = scene.before(at).sym;
    let with = |words: &[Sym]| words.contains(&before);
    match scene.token(at).sym {
        sym if sym == word("cầu") => with(&phrase(["yêu", "nhu", "toàn", "địa", "bán", "khí", "thỉnh", "hoàn", "bóng", "đá", "cầu"])),
        sym if sym == word("bang") => with(&phrase(["liên"])),
        sym if sym == word("bản") => with(&phrase(["văn", "phiên", "cơ", "căn", "xuất", "kịch", "nhật", "bài", "tư", "ấn", "bức", "bộ"])),
        sym if sym == word("đường") => with(&phrase(["đảng", "lễ", "giảng", "thiên", "học", "ruột", "tiểu", "mía"])),
        sym if sym == word("động") => with(&phrase([
            "hoạt", "lao", "chủ", "phát", "vận", "hành", "khởi", "tác", "lưu", "tự", "biến", "cơ", "cảm", "xúc", "chấn", "huy", "di",
        ])),
        sym if sym == word("biển") => with(&phrase(["bờ", "vùng", "ven", "cảng"])),
        sym if sym == word("khu") => with(&phrase(["quân", "chiến", "đặc", "phân"])),
        sym if sym == word("hồ") => with(&phrase(["đồng", "cơ"])),
        sym if sym == word("tổ") => with(&phrase(["giỗ", "đảng", "công"])),
        sym if sym == word("đình") => with(&phrase(["gia", "triều"])),
        sym if sym == word("xã") => with(&phrase(["hợp", "thông", "thị"])),
        sym if sym == word("phố") => with(&phrase(["thành", "khu"])),
        sym if sym == word("thôn") => with(&phrase(["nông"])),
        sym if sym == word("hang") => with(&phrase(["hở"])),
        sym if sym == word("đập") => with(&phrase(["đánh", "đua"])),
        sym if sym == word("sông") => false,
        _ => false,
    }
}
