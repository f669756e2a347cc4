//! What stands around a place and tells what it is.

use super::kinship::{Extent, Kinship, kinship};
use super::name::{self, ADMINISTRATIVE, Listed, listed};
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, Sym, Token, Words, phrase, word, words};

/// Words that make what follows several: `các huyện`, `hai tỉnh`.
const PLURALS: Words = words!([
    "các", "những", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "mấy",
    "từng",
]);

/// Words that lead to places: that for the open sea, and prepositions.
pub(super) const LEADING: [Sym; 15] = phrase!([
    "khơi", "tại", "ở", "từ", "tới", "đến", "về", "vào", "ra", "sang", "qua", "thăm", "rời", "gần",
    "thuộc",
]);

/// Prepositions of place.
const LOCATIVES: Words = {
    let [_, prepositions @ ..] = &LEADING;
    Words::of(prepositions)
};

/// Whether a word is a preposition of place.
pub(crate) fn is_locative(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_in(at, &LOCATIVES)
}

/// Whether the class word at a token is plural or counted, so that it lies outside the names after it.
///
/// `các huyện`, `hai tỉnh`, `13 tỉnh`, `các tỉnh, thành phố`; not `năm 2024 tỉnh`.
#[inline]
pub(crate) fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    may_be_counted(scene, at, &COUNTERS) && counted(scene, at, 3)
}

/// Words before what is plural.
pub(crate) const COUNTERS: Words = PLURALS.with(words!(["tuyến"]));

/// Whether a token may be plural or counted, for a number or one of these words stands before it, or a sign or word that joins it to a class word.
#[inline]
pub(crate) fn may_be_counted(scene: &Scene<'_>, at: usize, words: &Words) -> bool {
    let before = scene.before(at);
    before.shape == Shape::Number
        || words.has(before.sym)
        || joins(before) && scene.ends(at.wrapping_sub(1), Role::Class.bit())
}

/// Whether a sign or word between several is a token: `các tỉnh | , | thành phố`.
fn joins(token: &Token) -> bool {
    const WORDS: Words = words!(["và", "hoặc"]);
    token.is_mark(',') || token.is_mark('/') || WORDS.has(token.sym)
}

fn counted(scene: &Scene<'_>, at: usize, depth: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| depth > 0 && scene.is_joined(at)) else {
        return false;
    };
    let token = scene.token(before);
    match token.shape {
        // `số 12 đường Hùng Vương`: the number of a house.
        Shape::Number => !is_road(scene, at) && is_count(scene, before),
        Shape::Lower | Shape::Title | Shape::Mixed if PLURALS.has(token.sym) => true,
        // `các tuyến đường`, `nhiều tuyến phố`
        _ if token.sym == word!("tuyến") && before > 0 => {
            let counter = scene.token(before - 1);
            PLURALS.has(counter.sym) && scene.is_joined(before)
                || counter.shape == Shape::Number && is_count(scene, before - 1)
        }
        // `các tỉnh, thành phố Hà Nội`: the class word before this one is followed by no name.
        Shape::Punctuation | Shape::Lower if joins(token) => (1..=2).any(|length| {
            let Some(start) = before.checked_sub(length) else { return false };
            scene.token(start).shape != Shape::Upper
                && scene.is_named(start, before, Role::Class)
                && counted(scene, start, depth - 1)
        }),
        _ => false,
    }
}

/// Whether a class word of roads stands at a token.
fn is_road(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .longest(at, Role::Class)
        .is_some_and(|(_, class)| Level::of(class.attributes) == Level::Road)
}

/// Whether a number counts what follows, rather than to be the end of a date or a name.
fn is_count(scene: &Scene<'_>, at: usize) -> bool {
    // `ấp 3 xã Vĩnh Hậu A`: the number of the hamlet.
    const NOT_COUNTS: Words = words!([
        "năm", "ngày", "tháng", "số", "quận", "phường", "khóa", "điều", "khoản", "kỳ", "lần",
        "thứ", "tổ", "khu", "lớp", "sở", "hạng", "họp", "ấp", "thôn", "khóm", "xóm",
    ]);
    let before = scene.before(at);
    let marked =
        ['/', '-', '.', ','].iter().any(|mark| before.is_mark(*mark)) && scene.is_glued(at);
    // `COVID - 19 tỉnh Quảng Nam`
    let coded = before.is_mark('-') && scene.is(at.wrapping_sub(2), word!("covid"));
    // `Ban Chỉ đạo 138 xã Tân Hòa`, `Tổ công tác 06 tỉnh Gia Lai`, `BCĐ 389 tỉnh Lạng Sơn`, `Trưởng ban Chỉ đạo 515 tỉnh Nghệ An`: the number of the decision that set it up; `ban chỉ đạo 5 xã` in small letters is of so many.
    let decided = || {
        let start = at.wrapping_sub(3);
        let worded = scene.starts(start, &phrase!(["ban", "chỉ", "đạo"]))
            || scene.starts(start, &phrase!(["tổ", "công", "tác"]));
        let named = || scene.token(start).is_capital() || scene.token(start + 1).is_capital();
        worded && named() || scene.is(at.wrapping_sub(1), word!("bcđ"))
    };
    let named = coded
        || before.is_capital()
            && scene.is_joined(at)
            && !scene.is_sentence_start(at.wrapping_sub(1));
    !marked
        && !named
        && !NOT_COUNTS.has(before.sym)
        && !decided()
        && scene.number(at).is_some_and(|number| number < 800 && number > 1)
}

/// What stands before a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Left {
    /// Nothing that tells.
    Other,
    /// Something that introduces a person, or the beginning of one's name.
    Person,
    /// A capitalised word that the name may go on from.
    Capital,
    /// The end of an office or a body, in any case: `Thủ tướng`, `UBND`.
    Office,
    /// An acronym that no list knows as a body: `MTV`, `BOT`.
    Acronym,
    /// A word for a company, which may bear any name: `tập đoàn`, `công ty`.
    Company,
    /// A preposition of place: `tại`, `ở`.
    Locative,
    /// A word for land or people: `nước`, `người`, `tỉnh`.
    Land,
}

/// What stands before a name that begins at a token.
pub(crate) fn left(scene: &Scene<'_>, at: usize, out: &Proposals) -> Left {
    /// Last syllables of offices and bodies.
    const OFFICES: Words = words!([
        "tướng", "thống", "trưởng", "sứ", "giao", "vương", "hoàng", "quán", "sĩ", "viên", "gia",
        "tịch", "thư", "hội", "phủ", "đội", "phòng", "an", "viện", "đảng", "quân", "ủy", "bộ",
        "cục", "nước", "báo",
    ]);
    const LANDS: Words = words!([
        "nước", "người", "phía", "vùng", "dân", "phố", "bàn", "quê", "đất", "biển", "vực", "của",
        "với", "chống", "hướng", "ven", "miền", "núi", "giới",
    ]);
    const PERSONAL: [Sym; 2] = phrase!(["tên", "họ"]);
    let before = scene.before(at);
    if !scene.is_joined(at) || !before.is_word() {
        return Left::Other;
    }
    if is_company(scene, at) {
        return Left::Company;
    }
    let starts_sentence = scene.is_sentence_start(at - 1);
    let is_small = !before.is_capital() || starts_sentence;
    if is_small && LOCATIVES.has(before.sym) {
        return Left::Locative;
    }
    let ends_body = || {
        out.candidates.ending_at(at).any(|c| {
            matches!(
                c.kind,
                Kind::Organization | Kind::Position | Kind::Rank | Kind::Date | Kind::Document
            ) && c.strength > Strength::Possible
        })
    };
    if before.is_capital() {
        let acronym = before.shape == Shape::Upper && before.end - before.start > 1;
        if ends_body() || acronym && !starts_sentence {
            let known = !acronym || ends_body() || scene.is_named(at - 1, at, Role::Head);
            return match (ends_rank(scene, at), known) {
                (true, _) => Left::Person,
                (_, true) => Left::Office,
                _ => Left::Acronym,
            };
        }
        let surname = |back: usize| {
            at.checked_sub(back).is_some_and(|start| {
                scene.token(start).shape == Shape::Title
                    && scene.is_named(start, start + 1, Role::Surname)
                    && scene.is_joined(start + 1)
            })
        };
        if surname(1) || surname(2) && !starts_sentence || introduces_person(scene, at) {
            return Left::Person;
        }
        if !starts_sentence {
            return Left::Capital;
        }
    }
    if PERSONAL.contains(&before.sym) || introduces_person(scene, at) {
        return Left::Person;
    }
    if OFFICES.has(before.sym) {
        return Left::Office;
    }
    if LANDS.has(before.sym) { Left::Land } else { Left::Other }
}

/// Whether a word for a company ends before a token.
fn is_company(scene: &Scene<'_>, at: usize) -> bool {
    const PAIRS: [[Sym; 2]; 9] = [
        phrase!(["chứng", "khoán"]),
        phrase!(["lạc", "bộ"]),
        phrase!(["tập", "đoàn"]),
        phrase!(["công", "ty"]),
        phrase!(["nhà", "hàng"]),
        phrase!(["cửa", "hàng"]),
        phrase!(["khách", "sạn"]),
        phrase!(["doanh", "nghiệp"]),
        phrase!(["thương", "hiệu"]),
    ];
    const SHORT: Words = words!(["tnhh", "mtv", "cp", "cty", "dn", "htx", "bv", "clb"]);
    /// The second words of the pairs.
    const SECOND: Words = words!(["khoán", "bộ", "đoàn", "ty", "hàng", "sạn", "nghiệp", "hiệu"]);
    let before = at.wrapping_sub(1);
    scene.is_in(before, &SHORT)
        || scene.is_in(before, &SECOND)
            && at >= 2
            && PAIRS.iter().any(|pair| scene.starts(at - 2, pair))
}

/// Whether a class word of sites stands before a name, with one or two small words between them: chợ truyền thống `Bát Tràng`.
pub(crate) fn is_of_site(scene: &Scene<'_>, at: usize) -> bool {
    const SITES: u32 = Level::Site.bit()
        | Level::EconomicZone.bit()
        | Level::Port.bit()
        | Level::Station.bit()
        | Level::Bridge.bit()
        | Level::Lake.bit()
        | Level::River.bit();
    const APART: Words = words!(["nối", "trên", "dọc", "giữa", "và", "với", "của"]);
    let is_between = |at: usize| {
        !scene.token(at).is_capital()
            && scene.token(at).shape != Shape::Punctuation
            && !scene.is_in(at, &LOCATIVES)
            && !APART.has(scene.token(at).sym)
    };
    let is_class = |start: usize, end: usize| {
        scene
            .named(start, Role::Class)
            .any(|(stop, class)| stop == end && Level::of(class.attributes).bit() & SITES != 0)
    };
    (1..=2).any(|words| {
        let Some(end) = at.checked_sub(words) else { return false };
        (end..at).all(is_between)
            && (end..=at).all(|at| scene.is_joined(at))
            && (1..=3)
                .any(|length| end.checked_sub(length).is_some_and(|start| is_class(start, end)))
    })
}

/// Whether a name is the second end of a line or site that is called after both: metro Nhổn - `Cầu Giấy`, tuyến đường Hòa Thắng - `Hòa Phú`; not tuyến đường nối Long An - `Tân Ninh`.
pub(crate) fn is_end_of_line(scene: &Scene<'_>, at: usize) -> bool {
    const LINES: Words = words!(["metro", "đường", "sắt", "tuyến", "nhánh"]);
    let Some(dash) = at.checked_sub(1).filter(|dash| scene.is_mark(*dash, '-')) else {
        return false;
    };
    let mut start = dash;
    while start + 5 > dash && start > 0 && scene.token(start - 1).is_capital() {
        start -= 1;
    }
    start < dash && scene.is_in(start.wrapping_sub(1), &LINES)
}

/// Whether a rank ends before a token.
fn ends_rank(scene: &Scene<'_>, at: usize) -> bool {
    // What is read as an office (`Đại sứ`) takes a country.
    let graded = |start: usize| {
        scene
            .named(start, Role::Rank)
            .any(|(stop, name)| stop == at && name.attributes & attribute::CUED == 0)
    };
    (1..=3).any(|back| at.checked_sub(back).is_some_and(graded))
}

/// Whether a form of address or a rank ends before a token.
fn introduces_person(scene: &Scene<'_>, at: usize) -> bool {
    let is_address = |start: usize| {
        scene.token(start).shape != Shape::Upper
            && !(start + 1 == at && scene.is(start.wrapping_sub(1), word!("đàn")))
            && scene
                .named(start, Role::Honorific)
                .any(|(stop, name)| stop == at && name.attributes & attribute::STRONG != 0)
    };
    scene.ends(at, Role::Rank.bit() | Role::Honorific.bit())
        && (ends_rank(scene, at)
            || (1..=3).any(|back| at.checked_sub(back).is_some_and(is_address)))
}

/// Whether a name signs a picture or a text rather than to speak of a place: `Ảnh: Thống Nhất`, `(Hải An/TTXVN)`, a name that is a line of its own.
pub(crate) fn is_credit(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const CREDITS: Words = words!(["ảnh", "tin", "bài", "clip", "video", "nguồn", "hình", "theo"]);
    let before = at.wrapping_sub(1);
    let ends = !scene.is_joined(end) || scene.token(end).shape == Shape::Punctuation;
    let led = ends && scene.is_mark(before, ':') && scene.is_in(before.wrapping_sub(1), &CREDITS);
    let source = scene.is_mark(end, '/')
        && scene.token(end + 1).shape == Shape::Upper
        && !scene.is_mark(before, '/');
    // `Hải An`, `Hải An (Theo TTXVN)`, `Gia Tân - Hải An` on a line of their own.
    let (begins, line_ends) = (!scene.is_joined(at), !scene.is_joined(end));
    let noted = scene.is_mark(end, '(') && scene.is_any(end + 1, &phrase!(["theo", "t", "ảnh"]));
    let second = scene.is_mark(before, '-') && scene.before(before).is_capital();
    led || source || begins && (line_ends || noted) || second && line_ends
}

/// Whether a name is half of a pair that is no place: `Việt - Nga`, `Việt-Trung`.
pub(crate) fn is_half_of_pair(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const SHORT: [Sym; 6] = phrase!(["việt", "trung", "hàn", "xô", "bắc", "nam"]);
    let dash = |at: usize| scene.is_mark(at, '-') && scene.is_joined(at);
    let short = |start: usize| scene.token(start).is_capital() && scene.is_any(start, &SHORT);
    let before = at >= 2
        && dash(at - 1)
        && short(at - 2)
        && !(at >= 3 && scene.token(at - 3).is_capital() && scene.is_joined(at - 2));
    let after = dash(end)
        && scene.is_joined(end + 1)
        && short(end + 1)
        && !(scene.token(end + 2).is_capital() && scene.is_joined(end + 2));
    before || after
}

/// Whether what stands beside a name of a unit shows that it is one: a larger unit after it, or a related unit in a list or chain.
pub(crate) fn is_chained(scene: &Scene<'_>, at: usize, found: Listed, out: &Proposals) -> bool {
    let this = (at, found.end);
    follows_unit(scene, this, found, out) || precedes_unit(scene, this, found, out)
}

/// Whether something stands before or after a name that [`is_chained`] takes for what joins it to a unit.
pub(crate) fn may_be_chained(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const WORDS: Words = words!(["và", "thuộc"]);
    let chains = |token: &Token| match token.shape {
        Shape::Punctuation => [',', '(', '-', ';', '/'].iter().any(|mark| token.is_mark(*mark)),
        _ => WORDS.has(token.sym),
    };
    chains(scene.before(at)) || chains(scene.token(end))
}

/// The extent of the name in a candidate for a place.
fn name_of(candidate: &Candidate, out: &Proposals) -> (Extent, Level, bool) {
    let reading = match candidate.payload {
        Payload::Item(item) => out.places.get(item as usize).copied().unwrap_or_default(),
        _ => Default::default(),
    };
    let start = if reading.at == 0 { candidate.start() } else { reading.at as usize };
    ((start, candidate.end()), reading.level, reading.class.is_some())
}

/// Whether a place that it belongs to stands before the comma, bracket or conjunction before it.
fn follows_unit(scene: &Scene<'_>, this: Extent, found: Listed, out: &Proposals) -> bool {
    let Some(mark) =
        this.0.checked_sub(1).filter(|mark| scene.is_joined(*mark) && scene.is_joined(this.0))
    else {
        return false;
    };
    let bracket = scene.is_mark(mark, '(');
    let comma = scene.is_mark(mark, ',') || bracket || scene.is_mark(mark, '-');
    if !comma
        && !scene.is(mark, word!("và"))
        && !scene.is_mark(mark, ';')
        && !scene.is_mark(mark, '/')
        && !scene.is(mark, word!("thuộc"))
    {
        return false;
    }
    let Some(before) =
        out.candidates.ending_at(mark).filter(|c| c.kind == Kind::Place).max_by_key(|c| c.len())
    else {
        return false;
    };
    if before.strength < Strength::Likely {
        return false;
    }
    let (name, level, has_class) = name_of(before, out);
    let wide = Level::Province.bit() | Level::Country.bit();
    let is_unit = listed(scene, name.0)
        .is_some_and(|listed| listed.end == name.1 && listed.may_be(ADMINISTRATIVE));
    match () {
        _ if is_unit && kinship(scene, name, this) == Kinship::Inside => true,
        // `huyện Bình Liêu, Đầm Hà`, `Hải Hà và Đầm Hà`.
        _ if is_unit => this.1 > this.0 + 1 && kinship(scene, this, name) >= Kinship::Sibling,
        // Foreign places and names that no list holds stand before what they lie in.
        _ => {
            comma
                && (found.may_be(wide)
                    || has_class && this.1 > this.0 + 1 && level != Level::Country)
        }
    }
}

/// Whether a unit that it lies in stands after it: at once, or at the end of a list of its siblings.
fn precedes_unit(scene: &Scene<'_>, this: Extent, found: Listed, out: &Proposals) -> bool {
    /// What lists say the place of.
    const LOCATED: u32 = ADMINISTRATIVE
        | Level::BorderGate.bit()
        | Level::Airport.bit()
        | Level::Port.bit()
        | Level::Bridge.bit()
        | Level::City.bit()
        | Level::State.bit();
    if !found.may_be(LOCATED) {
        return false;
    }
    let mut at = this.1;
    for _ in 0..8 {
        let separates = [',', '(', '-'].iter().any(|mark| scene.is_mark(at, *mark))
            || scene.is(at, word!("và"))
            || scene.is(at, word!("thuộc"));
        if !separates || !scene.is_joined(at) || !scene.is_joined(at + 1) {
            return false;
        }
        let classed = out
            .candidates
            .starting_at(at + 1)
            .find(|c| c.kind == Kind::Place && c.rule == "rule/place/class-word");
        let next = match (classed, listed(scene, at + 1)) {
            (Some(classed), _) => name_of(classed, out).0,
            (None, Some(listed)) => (at + 1, listed.end),
            _ => return false,
        };
        if kinship(scene, this, next) == Kinship::Inside {
            return this.1 > this.0 + 1 || classed.is_some();
        }
        at = next.1;
    }
    false
}

/// Whether a name goes on in capitals after what the list holds, and not with a person, a foreign name, a rank or another place.
pub(crate) fn goes_on(scene: &Scene<'_>, end: usize) -> bool {
    let next = scene.token(end);
    next.is_capital()
        && next.gap == crate::text::Gap::Space
        && !name::begins_person(scene, end)
        && !scene.is_foreign(end)
        && !name::is_stop(scene, end)
        && (next.shape != Shape::Upper || next.end - next.start == 1)
}
