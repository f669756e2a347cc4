//! The parts that follow a head: each reader gives the token after the part, if one begins at a token.

use super::{body, field, generic};
use crate::Kind;
use crate::candidate::Payload;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::place::PlaceReading;
use crate::rules::place::name::begins_person;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// The number of a unit: `125`, `số 1`, `II`, `CSB 8001`.
pub(crate) fn number(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const COUNTED: Words = words!([
        "người", "năm", "ngày", "tháng", "lần", "giờ", "tuổi", "triệu", "tỷ", "nghìn", "chiếc",
        "cán", "đồng", "nhiệm", "khóa", "tỉnh", "huyện", "xã", "địa", "đơn", "nước", "thành",
        "phường", "quận", "tốt",
    ]);
    if !scene.is_joined(at) {
        return None;
    }
    let start = match () {
        _ if scene.is(at, word!("số")) => at + 1,
        _ if scene.is_mark(at, '-') && scene.is_glued(at) => at + 1,
        _ => at,
    };
    let token = scene.token(start);
    // `Biên đội I/26`
    let year = scene.goes_on_by(start + 1, '/');
    if scene.is_roman(start) && (year || token.shape == Shape::Upper) {
        return Some(if year { start + 3 } else { start + 1 });
    }
    // `Đội K92`, `Nhà máy Z111`.
    if token.shape != Shape::Number && token.is_capital() && token.end - token.start <= 2 {
        let glued = |at: usize| scene.token(at).shape == Shape::Number && scene.is_glued(at);
        let end = start + 2;
        // `Tổ công tác Y14/141`
        let again = (scene.is_mark(end, '/') || scene.is_mark(end, '-'))
            && scene.is_glued(end)
            && glued(end + 1)
            && scene.is(at.wrapping_sub(1), word!("tác"));
        return glued(start + 1).then_some(if again { end + 2 } else { end });
    }
    if token.shape != Shape::Number {
        return None;
    }
    let mut end = start + 1;
    if scene.is_glued(end) && scene.token(end).is_word() && scene.text(end).len() <= 2 {
        end += 1;
    }
    let after = scene.token(end);
    let goes_on = after.shape == Shape::Punctuation
        && after.gap == Gap::None
        && (after.is_mark('%') || after.is_mark('/') || after.is_mark('.') || after.is_mark(','))
        && scene.token(end + 1).shape == Shape::Number
        && scene.is_glued(end + 1);
    // `Thuế cơ sở 3 tỉnh Gia Lai`: the offices of a province are numbered.
    let is_office =
        at > 1 && scene.starts(at - 2, &phrase!(["cơ", "sở"])) && names_unit(scene, end);
    // `UBND quận 2 ngày 7-2`
    let dated = scene.is(end, word!("ngày")) && scene.token(end + 1).shape == Shape::Number;
    let counts =
        scene.is_joined(end) && COUNTED.has(after.sym) && start == at && !is_office && !dated;
    (!goes_on && !after.is_mark('%') && !counts).then_some(end)
}

/// The token after the number that a dash joins to a word with a capital: `COVID-19`, `Covid - 19`.
pub(crate) fn coded(scene: &Scene<'_>, dash: usize) -> Option<usize> {
    let is_code = scene.is_mark(dash, '-')
        && scene.before(dash).is_capital()
        && scene.is_glued(dash) == scene.is_glued(dash + 1)
        && scene.is_joined(dash)
        && scene.is_joined(dash + 1)
        && scene.token(dash + 1).shape == Shape::Number;
    is_code.then_some(dash + 2)
}

/// Whether a Roman number stands at a token after a space.
pub(crate) fn is_roman_at(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).gap == Gap::Space && scene.is_roman(at)
}

/// First words of scopes that are no units.
pub(super) const SCOPES: Words =
    words!(["trung", "tw", "tư", "t", "khu", "tc", "quốc", "tối", "nhà", "cấp", "toàn", "liên",]);

/// A scope without a name: `tỉnh`, `thành phố`, `Trung ương`, `quốc gia`, `khu vực 3`.
pub(crate) fn scope(scene: &Scene<'_>, at: usize) -> Option<Place> {
    if !scene.is_joined(at) {
        return None;
    }
    let worded = if scene.is_in(at, &SCOPES) { worded_scope(scene, at) } else { None };
    worded.or_else(|| unit_scope(scene, at))
}

/// A scope that is no unit.
fn worded_scope(scene: &Scene<'_>, at: usize) -> Option<Place> {
    let central = |end: usize| Some(Place { end, level: Level::Country });
    if let Some(end) = center(scene, at) {
        return central(end);
    }
    if let Some(end) = area(scene, at) {
        return Some(Place { end, level: Level::District });
    }
    // `VKSND TC`
    if scene.is(at, word!("tc")) && scene.token(at).shape == Shape::Upper {
        return central(at + 1);
    }
    if scene.starts(at, &phrase!(["quốc", "gia"]))
        || scene.starts(at, &phrase!(["tối", "cao"]))
        || scene.starts(at, &phrase!(["nhà", "nước"]))
        || scene.starts(at, &phrase!(["toàn", "quốc"]))
    {
        return central(at + 2);
    }
    // `Ban Chỉ đạo cấp Nhà nước về …`
    if scene.starts(at, &phrase!(["cấp", "nhà", "nước", "về"])) {
        return central(at + 3);
    }
    if scene.starts(at, &phrase!(["liên", "ngành"])) {
        return scope(scene, at + 2).or(central(at + 2));
    }
    None
}

/// The word for a unit that is a scope.
fn unit_scope(scene: &Scene<'_>, at: usize) -> Option<Place> {
    let (end, level) = generic::unit_of(scene, at)?;
    let after = scene.token(end);
    // `UBND thành phố Hạ Long | tỉnh Quảng Ninh`: the word for the unit begins the name of another place.
    let is_place = || {
        scene.longest(end, Role::Place).is_some_and(|(stop, _)| {
            stop > end + 1
                && after.is_capital()
                && !(scene.is_joined(stop) && scene.token(stop).is_capital())
        })
    };
    let named = scene.is_joined(end) && (after.shape == Shape::Number || is_place());
    (!named && scene.token(at).shape != Shape::Upper
        || scene.text_of(at, end).eq_ignore_ascii_case("tp")
            && (after.shape != Shape::Punctuation || !scene.is_glued(end + 1)))
    .then_some(Place { end, level })
}

/// The end of the number of an area: `khu vực 19`, `khu vực X`.
pub(crate) fn area(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.starts(at, &phrase!(["khu", "vực"])) || !scene.is_joined(at) {
        return None;
    }
    // A Roman number of one letter is a word with a capital.
    if is_roman_at(scene, at + 2) { Some(at + 3) } else { number(scene, at + 2) }
}

/// The end of the word for the unit of the army that a body of it is meant to be of, without its number: `Đảng ủy Quân khu`, `Bộ Tư lệnh Quân chủng`.
pub(crate) fn army(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if scene.token(at).shape != Shape::Title || !scene.is_joined(at) {
        return None;
    }
    let is_unit = |name| {
        let kind = scene.row(name).map_or("", |row| row.get("type"));
        matches!(kind, "army-branch" | "army-corps" | "army-region" | "army-service" | "army-unit")
            // `Đảng ủy Vùng`
            || kind == "army-command" && scene.is(at, word!("vùng"))
    };
    let (end, _) = scene.named(at, Role::Head).rfind(|(_, name)| is_unit(name))?;
    let next = scene.token(end);
    let is_named = scene.is_joined(end) && (next.is_capital() || next.shape == Shape::Number);
    (!is_named).then_some(end)
}

/// The end of the word for the institution that a body with this head is meant to be of, without its name: `Đảng ủy Tập đoàn`, `Ban Chỉ đạo 35 Học viện`. Small letters may go on its name, `HĐQT Công ty bất động sản …`, so that what the body does must follow, or the end of a phrase.
pub(crate) fn institution(scene: &Scene<'_>, at: usize, head: u32) -> Option<usize> {
    if scene.token(at).shape != Shape::Title || !scene.has(at, Role::Head.bit()) {
        return None;
    }
    let kind = |name| scene.row(name).map_or("", |row| row.get("type"));
    let head = scene.index.matcher.name(head).map_or("", kind);
    // The Party and the unions have a committee in every office of the state as well: `Đảng ủy Bộ`.
    let of_party = matches!(
        head,
        "party-committee"
            | "party-cell"
            | "party-office"
            | "party-commission"
            | "mass-organization"
    );
    let has_many = matches!(
        head,
        "board" | "council" | "committee" | "steering-committee" | "office" | "division"
    );
    let is_kind = |name| match kind(name) {
        "corporation" | "company" | "academy" => of_party || has_many,
        "ministry" | "department" | "general-department" | "institute" | "school" | "bank"
        | "hospital" | "university" => of_party,
        _ => false,
    };
    let (end, _) = scene.named(at, Role::Head).rfind(|(_, name)| is_kind(*name))?;
    let next = scene.token(end);
    let ends = !scene.is_joined(end) || next.shape == Shape::Punctuation && !next.is_mark('-');
    let acts = next.shape == Shape::Lower
        && (field::STOPS.has(next.sym)
            || field::is_done(scene, end)
            || scene.is(end, word!("họp")));
    (scene.is_joined(at) && (ends || acts)).then_some(end)
}

/// `Trung ương` in all its forms.
pub(crate) fn center(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if scene.starts(at, &phrase!(["trung", "ương"])) {
        return Some(at + 2);
    }
    if scene.is_any(at, &phrase!(["tw", "tư"])) && scene.token(at).shape == Shape::Upper {
        return Some(at + 1);
    }
    let dotted = scene.is(at, word!("t"))
        && scene.is_mark(at + 1, '.')
        && scene.is_any(at + 2, &phrase!(["ư", "w"]));
    (dotted && scene.is_glued(at + 1) && scene.is_glued(at + 2)).then_some(at + 3)
}

/// The unit of the lists whose name begins at a token that no rule of places took, for a person's name follows: `Tỉnh ủy Tuyên Quang Chẩu Văn Lâm`.
fn unit_by_name(scene: &Scene<'_>, at: usize, least: Strength) -> Option<Place> {
    let (end, name) = scene
        .named(at, Role::Place)
        .rfind(|(end, name)| *end > at + 1 && is_unit(Level::of(name.attributes)))?;
    let goes_on = scene.token(end).is_capital() && scene.is_joined(end);
    // `Phòng GD&ĐT Ba Đình`: letters before it hide that the name stands alone.
    let lettered = scene.before(at).shape == Shape::Upper && scene.token(at).shape == Shape::Title;
    let province = Level::of(name.attributes) == Level::Province;
    (least == Strength::Pending && (goes_on || lettered || province))
        .then_some(Place { end, level: Level::of(name.attributes) })
}

/// A place after a head.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) end: usize,
    pub(crate) level: Level,
}

/// Sides of a province, by which bodies in it are called.
const SIDES: Words = words!(["đông", "tây", "nam", "bắc"]);

/// Words that a place of no list begins with.
pub(super) const PLACES: Words = SIDES.with(words!(["tphcm"]));

/// The place of at least this strength that begins at a token.
pub(crate) fn place(
    scene: &Scene<'_>,
    at: usize,
    least: Strength,
    out: &Proposals,
) -> Option<Place> {
    let may_begin = scene.has(at, Role::Place.bit())
        || out.candidates.starting_at(at).next().is_some()
        || scene.is_in(at, &PLACES);
    if !may_begin || !scene.is_joined(at) {
        return None;
    }
    // `Chi nhánh Đông Gia Lai`, `khu vực 3 - Bắc Gia Lai`
    let sided = scene.token(at).shape == Shape::Title && scene.is_in(at, &SIDES);
    let listed = || scene.longest(at, Role::Place).map_or(at + 1, |(end, _)| end);
    // `Bắc Hà Tĩnh` is no place of `Bắc Hà`.
    if sided
        && scene.named(at + 1, Role::Place).any(|(end, name)| {
            end > at + 2
                && Level::of(name.attributes) == Level::Province
                && (listed() == at + 1 || listed() == end - 1)
        })
    {
        let inner = place(scene, at + 1, least, out)?;
        return Some(inner);
    }
    let fits = |c: &&Candidate| {
        // `Ban Quản lý dự án đường cao tốc Đà Nẵng - Quảng Ngãi`
        let is_open = !c.is_closed || c.rule == "rule/place/range";
        c.kind == Kind::Place && is_open && c.strength >= least && !holds_person(scene, c, out)
    };
    let found = out.candidates.starting_at(at).filter(fits).max_by_key(|c| (c.end, c.strength));
    let Some(found) = found else {
        // `UBND TPHCM Lê Thanh Liêm`
        if scene.is(at, word!("tphcm")) {
            return Some(Place { end: at + 1, level: Level::Province });
        }
        return unit_by_name(scene, at, least);
    };
    let reading = reading(found, out);
    let start = if reading.at == 0 { at } else { reading.at as usize };
    let levels = match reading.level {
        Level::City => [Level::Province, Level::District, Level::City, Level::City],
        Level::None => [Level::Country, Level::Province, Level::District, Level::Commune],
        level => return Some(Place { end: found.end(), level }),
    };
    let names = scene.named(start, Role::Place).filter(|(end, _)| *end == found.end());
    let listed = names.fold(0, |levels, (_, name)| levels | Level::of(name.attributes).bit());
    let level = levels.into_iter().find(|level| level.bit() & listed != 0);
    Some(Place { end: found.end(), level: level.unwrap_or(reading.level) })
}

fn reading(place: &Candidate, out: &Proposals) -> PlaceReading {
    match place.payload {
        Payload::Item(item) => out.places.get(item as usize).copied().unwrap_or_default(),
        _ => PlaceReading::default(),
    }
}

/// Whether a name between two tokens is that of an industrial zone or a port: Nhà máy xơ sợi `Đình Vũ`.
pub(crate) fn is_zone(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene.named(at, Role::Place).any(|(stop, name)| {
        stop == end && matches!(Level::of(name.attributes), Level::EconomicZone | Level::Port)
    })
}

/// Makes a place that only waited for evidence one: the body around it is that.
pub(crate) fn settle(at: usize, end: usize, out: &mut Proposals) {
    let known =
        out.candidates.starting_at(at).find(|c| c.kind == Kind::Place && c.end() == end).copied();
    if known.is_none_or(|known| known.strength < Strength::Likely) {
        let payload = match known.map_or(Payload::None, |known| known.payload) {
            Payload::None => out.place(PlaceReading { at: at as u32, ..Default::default() }),
            payload => payload,
        };
        out.push(Candidate::new(Kind::Place, at, end, "rule/organization/place").payload(payload));
    }
}

/// Whether something stands at a token that ends a field before it: a scope, a place, or a parent where there may be one.
pub(crate) fn is_anchor(scene: &Scene<'_>, at: usize, parents: bool, out: &Proposals) -> bool {
    scope(scene, at).is_some()
        || place(scene, at, Strength::Pending, out).is_some()
        || parents && scene.token(at).is_capital() && body::begins(scene, at)
}

/// The part after a parenthesis with an acronym, which only shortens what stands before: `(GD-ĐT) Hà Nội`.
pub(crate) fn after_acronym(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is_mark(at, '(') || !scene.is_joined(at) {
        return None;
    }
    let end = (at + 2..at + 9).find(|end| scene.is_mark(*end, ')'))?;
    let all = (at + 1..end).all(|at| {
        let token = scene.token(at);
        // `PC04` too.
        let number = token.shape == Shape::Number && token.gap == Gap::None;
        token.shape == Shape::Upper
            || number
            || token.is_mark('&')
            || token.is_mark('-')
            || token.is_mark(',')
    });
    let next = scene.token(end + 1);
    // `Đoàn Kinh tế - Quốc phòng (KT-QP) 326`
    let goes_on = next.is_word() || next.shape == Shape::Number;
    (all && scene.is_joined(end + 1) && goes_on).then_some(end + 1)
}

/// The part after a parenthesis with the first words of the body and letters, which only shortens what stands before: Ban Quản lý dự án giao thông `(Ban QLDA)` tỉnh Hòa Bình. The word for a unit follows, or the country.
pub(crate) fn after_short(scene: &Scene<'_>, start: usize, at: usize) -> Option<usize> {
    if !scene.is_mark(at, '(') || !scene.is_joined(at) {
        return None;
    }
    let close = (at + 3..at + 5).find(|end| scene.is_mark(*end, ')'))?;
    let repeats = (at + 1..close - 1)
        .zip(start..)
        .all(|(short, full)| scene.token(short).sym == scene.token(full).sym);
    let letters = scene.token(close - 1).shape == Shape::Upper
        // `Liên hiệp các Hội Khoa học và Kỹ thuật (Liên hiệp Hội)`
        || scene.is(close - 1, word!("hội")) && close == at + 4;
    let next = close + 1;
    let unit = generic::unit(scene, next).is_some()
        || scene
            .longest(next, Role::Place)
            .is_some_and(|(_, place)| Level::of(place.attributes) == Level::Country);
    (repeats && letters && unit && scene.is_joined(next)).then_some(next)
}

/// Whether the capitals of a place go over into a person's name: `UBND tỉnh Phạm Minh Đức`, `HĐND TP.HCM Lê Văn Minh`.
fn holds_person(scene: &Scene<'_>, place: &Candidate, out: &Proposals) -> bool {
    let reading = reading(place, out);
    let (start, name, end) = (place.start(), reading.at as usize, place.end());
    if name > start
        && (scene.is_named(name, end, Role::Place) && end > name + 1 || !is_unit(reading.level))
    {
        return false;
    }
    (start + 1..end).any(|at| begins_person(scene, at))
}

fn is_unit(level: Level) -> bool {
    matches!(level, Level::Province | Level::City | Level::District | Level::Commune)
}

/// The end of the second of two countries that a body joins: `Hội Hữu nghị Việt Nam - Lào`.
pub(crate) fn second_country(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    if !scene.is_mark(at, '-') || !scene.is_joined(at) {
        return None;
    }
    let place = place(scene, at + 1, Strength::Possible, out)?;
    (place.level == Level::Country).then_some(place.end)
}

/// The end of the place that tells numbered bodies of an area apart: `khu vực 1 - Gia Lai`.
pub(crate) fn seat(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    let dash = scene.is_mark(at, '-') && scene.is_joined(at);
    let place = if dash { place(scene, at + 1, Strength::Pending, out) } else { None };
    place.map(|place| place.end)
}

/// Whether the word for a unit with its name stands at a token: `tỉnh Gia Lai`.
fn names_unit(scene: &Scene<'_>, at: usize) -> bool {
    generic::unit(scene, at).is_some_and(|end| scene.token(end).is_capital())
}

/// The branch that a bank or company names after a dash: `Ngân hàng An Bình - Chi nhánh Gia Lai`.
pub(crate) fn branch(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<body::Body> {
    const BRANCH: [Sym; 2] = phrase!(["chi", "nhánh"]);
    let dash = scene.is_mark(at, '-') && scene.is_joined(at) && scene.is_joined(at + 1);
    let start = if dash { at + 1 } else { at };
    if !scene.starts(start, &BRANCH)
        || !scene.is_joined(start)
        || !scene.token(start + 2).is_capital() && !names_unit(scene, start + 2)
    {
        return None;
    }
    body::read(scene, start, out, 2)
}
