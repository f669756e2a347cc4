//! A class word with its name: `tỉnh Quảng Ninh`, `TP.HCM`, `thôn Hội Phú`, `quận 1`, `Quốc lộ 1A`, `cao tốc Châu Đốc - Cần Thơ - Sóc Trăng`.
//!
//! ```text
//! place  = class ["."] (name | number | range | unit)
//! number = digits [letter] | day "/" month           1, 1A, đường 30/4
//! range  = name { "-" name }
//! unit   = a place with its own class word           đồng bằng sông Cửu Long
//! ```

use super::PlaceReading;
use super::context::{is_counted, is_locative};
use super::name::{self, ADMINISTRATIVE, Listed, listed, listed_of};
use super::site;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Match, Name, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Sym, phrase};

/// The class words of the lists.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/class-word", "rule/place/class-number", "rule/place/range"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // Longer class words first: `khu phố` before `khu`.
    for found in scene.matches(at).iter().rev() {
        let Some(class) = class_of(scene, at, found) else { continue };
        let end = found.end as usize;
        if is_counted(scene, at) || scene.blocked(at, Kind::Place).any(|stop| stop > end) {
            return;
        }
        let Some((candidate, name)) = read(scene, at, end, class, out) else { continue };
        let reading = PlaceReading {
            at: name as u32,
            name: scene.token(name).start - scene.token(at).start,
            level: Level::of(class.attributes),
            class: Some(found.name),
        };
        let payload = out.place(reading);
        out.push(candidate.payload(payload));
        return;
    }
}

/// The class word of a match at a token, unless it is part of another word there.
pub(crate) fn class_of<'s>(scene: &Scene<'s>, at: usize, found: &Match) -> Option<&'s Name> {
    let class = scene.index.matcher.name(found.name).filter(|name| name.role == Role::Class)?;
    let end = found.end as usize;
    let token = scene.token(at);
    // One letter is a class word only as a capital; a word in small letters ends in one: `thành Cổ Loa` is no `thành cổ`.
    let is_letter = end == at + 1 && token.end - token.start == 1;
    let is_split =
        end > at + 1 && token.shape == Shape::Lower && scene.token(end - 1).shape == Shape::Title;
    let is_wrong = is_letter && token.shape != Shape::Upper && token.shape != Shape::Title;
    (!is_wrong && !is_split && !is_compound(scene, at, end)).then_some(class)
}

/// The place of a class word that ends before a token, and where its name begins.
fn read(
    scene: &Scene<'_>,
    at: usize,
    end: usize,
    class: &Name,
    out: &Proposals,
) -> Option<(Candidate, usize)> {
    let has = |flag: u32| class.attributes & flag != 0;
    let text = scene.text_of(at, end);
    let is_short = text.len() <= 3
        && text.bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&b));
    let dotted = is_short && scene.is_mark(end, '.') && scene.is_glued(end);
    let start = end + usize::from(dotted);
    let first = scene.token(start);
    if !scene.is_joined(start)
        || !matches!(first.shape, Shape::Title | Shape::Upper | Shape::Mixed | Shape::Number)
    {
        return (has(attribute::PLACE) && first.shape == Shape::Lower)
            .then(|| unit(scene, at, start, out))
            .flatten();
    }
    let level = Level::of(class.attributes);
    if is_short && let Some(whole) = listed(scene, at).filter(|whole| whole.end > start) {
        // `TP.HCM` stands in the lists with its class word.
        let whole = Candidate::new(Kind::Place, at, whole.end, "rule/place/class-word");
        return Some((whole.strength(Strength::Certain), at));
    }
    if first.shape == Shape::Number {
        let stop = number(scene, at, start, class).filter(|_| has(attribute::NUMBER))?;
        let is_letter = text.len() == 1;
        // `(P.1)` is the first part of a story.
        let is_part = scene.before(at).is_mark('(') && scene.is_mark(stop, ')');
        let fits = !is_letter
            || scene.is_glued(start)
                && scene.number(start).is_some_and(|n| n <= 30)
                && !scene.before(at).is_mark('-')
                && !is_part;
        return fits
            .then(|| (Candidate::new(Kind::Place, at, stop, "rule/place/class-number"), start));
    }
    if !has(attribute::NAME | attribute::LISTED) {
        return None;
    }
    let listed = listed_of(scene, start, wanted(level, class))
        .filter(|listed| !is_whole_country(level, listed));
    let country = listed_of(scene, start, Level::Country.bit());
    if country.is_some_and(|country| {
        is_whole_country(level, &country) && listed.is_none_or(|l| l.end <= country.end)
    }) {
        return None;
    }
    let is_name = |stop: usize| Candidate::new(Kind::Place, at, stop, "rule/place/class-word");
    // `Buôn Ma Thuột`, `Cầu Giấy`, `Dinh Bà`: the name of a district or gate holds the word.
    let units = Level::District.bit() | Level::Province.bit() | Level::BorderGate.bit();
    if first.is_capital()
        && scene.token(at).is_capital()
        && listed_of(scene, at, units).is_some_and(|whole| whole.end > start)
    {
        return None;
    }
    if !dotted && is_part_of_name(scene, at, end) {
        // `Hồ Chí Minh`: a surname in a capital is a class word only in a name that the lists know whole.
        let whole = listed_of(scene, at, !ADMINISTRATIVE)?;
        return (whole.end > start).then(|| (is_name(whole.end), start));
    }
    // `P`, `TT` and the like stand for much else.
    if is_short
        && text.len() <= 2
        && level != Level::City
        && (first.end - first.start < 2 || listed.is_none_or(|l| !l.may_be(ADMINISTRATIVE)))
    {
        return None;
    }
    // `Khu du lịch Quốc gia Sơn Trà`, `công viên Thống nhất`.
    let lowered = scene
        .longest(start, Role::SiteWord)
        .filter(|(stop, _)| !is_unit(level) && site::is_lowered(scene, start, *stop));
    let run = match lowered {
        Some((stop, _)) => name::run(scene, stop, 4).max(stop),
        None => name::run(scene, start, 5),
    };
    if !has(attribute::NAME) || name::is_shouted(scene, at, start + 1) && !is_short {
        // `trưởng bản Lò Văn Luấn`: a name that goes on is another's.
        let listed = listed.filter(|listed| listed.end > start + 1 || listed.end == run)?;
        return Some((is_name(listed.end).strength(Strength::Certain), start));
    }
    if listed.is_none() && (is_other(scene, start) || is_acronym(scene, start, level)) {
        return None;
    }
    if is_holder(scene, at, start, level, listed.map_or(start, |listed| listed.end))
        || level == Level::State && listed.is_some_and(|l| l.is_only(ADMINISTRATIVE))
    {
        return None;
    }
    let mut stop = match listed {
        Some(listed) if listed.end >= run => listed.end,
        Some(listed) if is_unit(level) || listed.may_be(level.bit()) => {
            extended(scene, start, listed.end, run)
        }
        _ => run,
    };
    if stop == start || listed.is_none() && lowered.is_none() && is_cut(scene, start, stop, level) {
        return None;
    }
    if matches!(level, Level::Village | Level::EconomicZone | Level::Bridge)
        && scene.token(stop).shape == Shape::Number
        && !scene.is_glued(stop)
    {
        stop = number(scene, at, stop, class).unwrap_or(stop);
    }
    if has(attribute::RANGE) {
        let all = range(scene, stop);
        if all > stop {
            return Some((
                Candidate::new(Kind::Place, at, all, "rule/place/range").closed(),
                start,
            ));
        }
    }
    Some((
        is_name(stop).strength(if listed.is_some() { Strength::Certain } else { Strength::Likely }),
        start,
    ))
}

/// A class word before a place with a class word of its own, such as `đồng bằng sông Cửu Long`: that place is read here, for its rule comes later.
fn unit(scene: &Scene<'_>, at: usize, start: usize, out: &Proposals) -> Option<(Candidate, usize)> {
    let found =
        scene.matches(start).iter().rev().find(|found| class_of(scene, start, found).is_some())?;
    let class = class_of(scene, start, found)?;
    let (inner, _) = (class.attributes & attribute::PLACE == 0)
        .then(|| read(scene, start, found.end as usize, class, out))??;
    Some((
        Candidate::new(Kind::Place, at, inner.end(), "rule/place/class-word")
            .strength(Strength::Certain)
            .closed(),
        start,
    ))
}

/// The levels that the name after a class word of this level may have in the lists.
fn wanted(level: Level, class: &Name) -> u32 {
    match level {
        // `biển Đông` is a sea, `thành phố biển Nha Trang` has none.
        Level::Sea if class.attributes & attribute::NAME == 0 => Level::Sea.bit(),
        Level::Province | Level::District | Level::Commune => {
            ADMINISTRATIVE | Level::State.bit() | Level::City.bit()
        }
        Level::City => {
            Level::Province.bit() | Level::District.bit() | Level::City.bit() | Level::State.bit()
        }
        Level::Country => Level::Country.bit(),
        Level::Region => Level::Region.bit() | Level::Country.bit(),
        _ => u32::MAX,
    }
}

/// Whether a class word of this level lies outside a name that is a whole country: sân bay `Mỹ`, làng `Việt Nam`.
fn is_whole_country(level: Level, listed: &Listed) -> bool {
    const AROUND: u32 = Level::Country.bit()
        | Level::Region.bit()
        | Level::Sea.bit()
        | Level::River.bit()
        | Level::Island.bit()
        | Level::Nature.bit()
        | Level::EconomicZone.bit();
    listed.is_only(Level::Country.bit()) && level.bit() & AROUND == 0
}

/// Whether the names after a class word of this level are listed so fully that a longer name is another's.
fn is_unit(level: Level) -> bool {
    level.bit() & (ADMINISTRATIVE | Level::City.bit() | Level::Country.bit()) != 0
}

/// Whether a class word in a capital is rather part of a person's or body's name: `Hồ Đức Phớc`, `Vương Đình Huệ`.
fn is_part_of_name(scene: &Scene<'_>, at: usize, end: usize) -> bool {
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
    let is_unit =
        scene.longest(at, Role::Class).is_some_and(|(_, name)| is_unit(Level::of(name.attributes)));
    goes_on && !is_unit
        || scene.is_named(at, at + 1, Role::Surname)
        || personal && !scene.is_sentence_start(at) && !is_unit
}

/// Whether a class word ends an office and the name after it is its holder's: `Chủ tịch UBND TP Nguyễn Đức Chung`, `trưởng thôn Lò Văn Bun`.
fn is_holder(scene: &Scene<'_>, at: usize, start: usize, level: Level, listed: usize) -> bool {
    if listed > start + 1 || !name::begins_person(scene, start) {
        return false;
    }
    let middle = scene.is_any(start + 1, &phrase(["văn", "thị"]));
    let chief = scene.is_any(at.wrapping_sub(1), &phrase(["trưởng", "phó"]));
    is_unit(level) || level == Level::Village && (middle || chief)
}

/// Whether the run of capitals is but the beginning of a name or of a sentence: `ga Quốc nội`, `KCN. Tuy nhiên`.
fn is_cut(scene: &Scene<'_>, start: usize, stop: usize, level: Level) -> bool {
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
        && !name::is_foreign(scene.text(start))
}

/// The end of a listed name that a run of capitals goes on from: with one more word that tells parts apart (`Tân Lập Đông`), else as listed.
fn extended(scene: &Scene<'_>, start: usize, listed: usize, run: usize) -> usize {
    const PARTS: [Sym; 8] = phrase(["đông", "tây", "nam", "bắc", "thượng", "hạ", "trung", "nội"]);
    // A name of one syllable that goes on is another name: `huyện Lai Vung` is no `Lai`.
    if listed == start + 1 || run == listed + 1 && scene.is_any(listed, &PARTS) {
        run
    } else {
        listed
    }
}

/// The end of the number of a place whose class word begins at `at`.
fn number(scene: &Scene<'_>, at: usize, start: usize, class: &Name) -> Option<usize> {
    const COUNTED: [Sym; 20] = phrase([
        "nhịp", "làn", "tầng", "năm", "người", "tỷ", "triệu", "nghìn", "lần", "ngày", "tháng",
        "hộ", "km", "m", "phút", "giờ", "tuổi", "tỉ", "vạn", "ha",
    ]);
    /// Teams, school years and targets have numbers too.
    const WEAK: [Sym; 5] = phrase(["tổ", "khối", "khu", "mốc", "tk"]);
    let mut end = start + 1;
    let glued = |at: usize, shape: Shape| scene.is_glued(at) && scene.token(at).shape == shape;
    let level = Level::of(class.attributes);
    let last = scene.token(end);
    if last.is_word() && scene.is_glued(end) && last.end - last.start == 1 {
        end += 1;
    }
    if level == Level::Road {
        for mark in ['/', '-', '.'] {
            if scene.is_mark(end, mark) && scene.is_glued(end) && glued(end + 1, Shape::Number) {
                end += 2;
                break;
            }
        }
    }
    let is_road = level == Level::Road;
    let marks: &[char] = if is_road { &[','] } else { &['/', ',', '.', '-', '%'] };
    if scene.is_glued(end)
        && marks.iter().any(|mark| scene.is_mark(end, *mark))
        && glued(end + 1, Shape::Number)
    {
        return None;
    }
    let counts = scene.is_joined(end) && scene.is_any(end, &COUNTED) || scene.is_mark(end, '%');
    let small = scene.number(start).is_some_and(|number| number < 1000);
    if counts || !small {
        return None;
    }
    if WEAK.contains(&scene.token(at).sym) && start == at + 1 {
        let open = |at: usize| scene.is_mark(at, ',') || scene.is_mark(at, '(');
        let unit = |at: usize| scene.longest(at, Role::Class).is_some();
        let before =
            is_locative(scene, at.wrapping_sub(1)) || scene.is_mark(at.wrapping_sub(1), '(');
        return (before || open(end) && unit(end + 1) || unit(end)).then_some(end);
    }
    Some(end)
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
            Role::Organization
            | Role::DocumentType
            | Role::Document
            | Role::Rank
            | Role::Position => true,
            Role::Head => {
                !scene.token(found.end as usize).is_capital() || found.end as usize > at + 1
            }
            _ => false,
        })
    })
}

/// Whether the name is an acronym alone, which only zones and villages have for names.
fn is_acronym(scene: &Scene<'_>, at: usize, level: Level) -> bool {
    let alone = |at: usize| {
        scene.token(at).shape == Shape::Upper && scene.token(at).end - scene.token(at).start > 1
    };
    let zones = Level::EconomicZone.bit() | Level::Site.bit() | Level::Village.bit();
    alone(at) && !scene.token(at + 1).is_capital() && level.bit() & zones == 0
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
    covered
        || (1..=2).any(|back| {
            at.checked_sub(back).is_some_and(|start| scene.is_named(start, end, Role::Compound))
        })
}
