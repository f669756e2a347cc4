//! Composes a body from its head and its parts.

use super::admission::{
    is_area, is_company, is_mission, is_open, is_works, leads_company, legal_form, may_be_parent,
    takes_small, takes_trade,
};
use super::guard::{is_other_word, is_whole};
use super::head::{Head, head};
use super::parents::parent;
use super::{BodyReading, field, generic, listed, name, number, part, title};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Match, Role, attribute};
use crate::rules::place::name::begins_person;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, phrase, word};

/// A head with what follows it.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[
        "rule/organization/composed",
        "rule/organization/alone",
        "rule/organization/lower",
        "rule/organization/place",
    ],
    triggers: Triggers { words: &[], roles: &[Role::Head, Role::Organization], shapes: &[] },
    propose,
};

/// A body that was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) head: Head,
    /// The kinds of its parts, as flags of [`attribute`].
    pub(crate) parts: u32,
    /// The place that ends it, from where on.
    pub(crate) place: Option<usize>,
    /// The level of its scope or place.
    level: Level,
}

/// Bodies in bodies at most.
pub(crate) const DEEPEST: usize = 4;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // `luật Tổ chức chính quyền địa phương`: no body begins inside a document.
    if out.candidates.is_inside(at, Kind::Document, 8) {
        return;
    }
    if scene.has(at, Role::Organization.bit()) {
        listed::nest(scene, at, out);
    }
    out.parents.clear();
    let Some(body) = read(scene, at, out, DEEPEST) else { return };
    let plain = body.parts == 0 && body.end == body.head.end;
    if generic::is_plural(scene, at) || is_shared(scene, at, &body) {
        return;
    }
    let rule = match (plain, body.head.is_lower) {
        (true, true) => return,
        // Listed bodies stand for themselves by their rows.
        (true, _) if body.head.is_listed => return,
        (true, _) => "rule/organization/alone",
        (_, true) => "rule/organization/lower",
        _ => "rule/organization/composed",
    };
    if let Some(place) = body.place {
        part::settle(place, body.end, out);
    }
    let strength = if plain && scene.is_sentence_start(at) && body.end == at + 1 {
        Strength::Possible
    } else {
        Strength::Likely
    };
    let payload = out.body(BodyReading { head: body.head.name, level: body.level });
    let candidate =
        Candidate::new(Kind::Organization, at, body.end, rule).strength(strength).payload(payload);
    // `Tổng công ty Sông Đà - CTCP`: a listed name that holds no place holds none with its legal form either.
    let is_closed = body.head.is_listed && body.parts == 0 && body.place.is_none() && {
        let mut names = scene.named(at, Role::Organization);
        names.any(|(end, name)| end == body.head.end && name.attributes & attribute::PLACE == 0)
    };
    out.push(if is_closed { candidate.closed() } else { candidate });
}

/// Whether a body is a class of bodies; one with a place or number of its own shares none with the next: "`Công an TP.HCM`, UBND các quận".
fn is_shared(scene: &Scene<'_>, at: usize, body: &Body) -> bool {
    const OWN: u32 = attribute::PLACE | attribute::NUMBER | attribute::NAME;
    let alone = body.parts & OWN != 0 && generic::is_joint(scene, body.end);
    !alone && generic::is_class(scene, at, body.end)
}

/// Whether a body can begin at a token.
pub(crate) fn begins(scene: &Scene<'_>, at: usize) -> bool {
    scene.longest(at, Role::Organization).is_some()
        || scene.named(at, Role::Head).any(|(end, head)| {
            // `Sở Tài chính`, not `Sở` alone.
            let field =
                || scene.token(end).is_capital() && scene.longest(end, Role::Field).is_some();
            end > at + 1 || head.attributes & attribute::ALONE != 0 || field()
        })
}

/// The longest body that begins at a token.
pub(crate) fn read(scene: &Scene<'_>, at: usize, out: &Proposals, depth: usize) -> Option<Body> {
    if !scene.has(at, Role::Head.bit() | Role::Organization.bit()) {
        return None;
    }
    // Most words in small letters that may head a body do so only inside another.
    let is_outer = depth == DEEPEST && scene.token(at).shape == Shape::Lower;
    let may_head = |found: &&Match| match found.role {
        Role::Head if is_outer => {
            let name = scene.index.matcher.name(found.name);
            name.is_some_and(|name| name.attributes & attribute::LOWER != 0)
        }
        Role::Organization => !is_outer,
        role => role == Role::Head,
    };
    let found = scene.matches(at).iter().rev().filter(may_head);
    let heads = found.filter_map(|found| head(scene, at, found));
    let bodies = heads.filter_map(|head| compose(scene, at, head, out, depth));
    bodies.max_by_key(|body| (body.end, body.head.end))
}

fn compose(
    scene: &Scene<'_>,
    at: usize,
    head: Head,
    out: &Proposals,
    depth: usize,
) -> Option<Body> {
    if head.is_lower && !head.has(attribute::LOWER) && depth == DEEPEST {
        return None;
    }
    if is_other_word(scene, at, &head) {
        return None;
    }
    let mut body =
        Body { start: at, end: head.end, head, parts: 0, place: None, level: Level::None };
    let mut wanted = head.follows;
    let mut cursor = head.end;
    for _ in 0..6 {
        let next = part(scene, cursor, wanted, &body, out, depth);
        let next = next.or_else(|| {
            let after = part::after_acronym(scene, cursor)?;
            if begins_person(scene, after) {
                return None;
            }
            let next = part(scene, after, wanted & !attribute::NAME, &body, out, depth);
            // `Phòng Cảnh sát điều tra (CSĐT) tội phạm về ma túy`
            next.or_else(|| {
                let end = field::after_acronym(scene, after)?;
                (wanted & attribute::FIELD != 0).then(|| Part::new(attribute::FIELD, end))
            })
        });
        let next = next.or_else(|| {
            if wanted & attribute::FIELD == 0 {
                return None;
            }
            let goes_on = body.parts & attribute::FIELD != 0;
            if let Some(end) = field::told(scene, cursor)
                && !body.head.is_lower
                && !body.head.is_listed
                && !goes_on
            {
                return Some(Part::new(attribute::FIELD, end));
            }
            if !takes_small(scene, &body, cursor) {
                return None;
            }
            let (start, end) = field::small(scene, cursor, goes_on, out)?;
            let counts = scene.token(start).shape == Shape::Number;
            if counts && (body.head.is_lower || !body.head.has(attribute::NUMBER)) {
                return None;
            }
            // `Cục quản lý xây dựng (Bộ Xây dựng)`
            let closes = end > start || field::holds_body(scene, start);
            let field = closes.then(|| Part::new(attribute::FIELD, end));
            field.or_else(|| part(scene, start, wanted, &body, out, depth))
        });
        // The legal form of a company says that more of its name follows.
        let next = next.or_else(|| {
            let trade = wanted & attribute::NAME != 0
                && body.parts & !attribute::FIELD == 0
                && takes_trade(scene, &body);
            if !trade {
                return None;
            }
            let start = field::trade(scene, cursor).or_else(|| field::worded(scene, cursor))?;
            let end = name::proper(scene, start, false);
            let place = is_works(scene, body.start) && part::is_zone(scene, start, end);
            (end > start)
                .then(|| Part { place: place.then_some(start), ..Part::new(attribute::NAME, end) })
        });
        let Some(next) = next else { break };
        body.parts |= next.kind;
        body.place = next.place;
        if next.level != Level::None {
            body.level = next.level;
        }
        let start = std::mem::replace(&mut cursor, next.end);
        body.end = next.end;
        wanted = match next.kind {
            // `Ủy ban Kiểm tra Trung ương về …` speaks of something.
            attribute::FIELD if !scene.starts(body.start, &phrase!(["hội", "đồng"])) => {
                (wanted | attribute::PLACE) & !attribute::TITLE
            }
            attribute::FIELD => wanted | attribute::PLACE,
            // `Trường Tiểu học số 2 Hòa An`, not `Đội 3 Nguyễn Văn An`.
            attribute::NUMBER if scene.is(start, word!("số")) => wanted & !attribute::NUMBER,
            attribute::NUMBER => wanted & !(attribute::NUMBER | attribute::NAME),
            // `bệnh viện Trung ương Huế`
            attribute::SCOPE if scene.is(body.start, word!("bệnh")) => attribute::PLACE,
            attribute::SCOPE => wanted & (attribute::BODY | attribute::TITLE),
            // After a country: `Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ninh`.
            attribute::PLACE if body.parts & attribute::NAME != 0 => attribute::BODY & wanted,
            attribute::PLACE => {
                let land =
                    if matches!(next.level, Level::Country | Level::None) { COUNTRY } else { 0 };
                wanted & (attribute::SCOPE | attribute::BODY | attribute::TITLE) | land
            }
            // `Công ty Licogi 14`.
            attribute::NAME => {
                let number = if wanted & attribute::FIELD != 0 { attribute::NUMBER } else { 0 };
                wanted & (attribute::PLACE | attribute::SCOPE | attribute::BODY | attribute::NUMBER)
                    | number
            }
            // `Ban Chỉ đạo phát triển đường sắt trên địa bàn TP.HCM`
            attribute::TITLE | WORKS => attribute::PLACE,
            _ => 0,
        };
        if next.kind == attribute::BODY {
            break;
        }
    }
    if body.parts & (attribute::SCOPE | attribute::NUMBER) != 0
        && is_area(scene, body.end)
        && let Some(end) = part::seat(scene, body.end, out)
    {
        (body.place, body.end) = (Some(body.end + 1), end);
    }
    // `Viện KSND cấp cao tại TP.HCM`: so do the high courts.
    let is_abroad = || {
        is_mission(scene, at)
            && (out.candidates.ending_at(body.end).any(|c| c.kind == Kind::Place)
                || scene.starts(at, &phrase!(["phái", "bộ"])))
    };
    if scene.is(body.end, word!("tại"))
        // `Phái đoàn Việt Nam tại Liên hợp quốc`: where it sits is a body of its own.
        && scene.longest(body.end + 1, Role::Organization).is_none()
        && (is_abroad() || scene.starts(body.end.saturating_sub(2), &phrase!(["cấp", "cao"])))
        && let Some(place) = part::place(scene, body.end + 1, Strength::Pending, out)
    {
        (body.place, body.end) = (Some(body.end + 1), place.end);
    }
    if (body.parts & (attribute::NAME | attribute::FIELD) != 0 || body.head.is_listed)
        && let Some(branch) = part::branch(scene, body.end, out)
    {
        (body.place, body.end) = (branch.place, branch.end);
    }
    if is_company(scene, at)
        && (body.parts != 0 || head.is_listed)
        && let Some(end) = legal_form(scene, body.end)
    {
        (body.place, body.end) = (None, end);
    }
    is_whole(scene, at, &body, depth).then_some(body)
}

/// A unit may follow: the place before was a country.
const COUNTRY: u32 = 1 << 30;

/// The other zones of a board that manages one by name.
const WORKS: u32 = 1 << 29;

/// A part that was read.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// A flag of [`attribute`].
    kind: u32,
    end: usize,
    /// Where the place that ends it begins.
    place: Option<usize>,
    level: Level,
}

impl Part {
    fn new(kind: u32, end: usize) -> Self {
        Self { kind, end, place: None, level: Level::None }
    }
}

/// The longest part that may begin at a token; of equal ones the first here.
fn part(
    scene: &Scene<'_>,
    at: usize,
    wanted: u32,
    body: &Body,
    out: &Proposals,
    depth: usize,
) -> Option<Part> {
    // `Đại hội Đảng XIV`, `Đại hội Đoàn XIII`: the congress has the number.
    let has_congress = scene.is_any(body.start, &[word!("đảng"), word!("đoàn")]);
    let congress = has_congress && at == body.start + 1 && part::is_roman_at(scene, at);
    if congress || !scene.is_joined(at) {
        return None;
    }
    let wants = |flag: u32| wanted & flag != 0;
    let mut best: Option<Part> = None;
    let mut offer = |part: Option<Part>| {
        if let Some(part) =
            part.filter(|part| part.end > at && best.is_none_or(|other| part.end > other.end))
        {
            best = Some(part);
        }
    };
    let plain = |kind: u32, end: Option<usize>| end.map(|end| Part::new(kind, end));
    if wants(attribute::BODY) && at == body.head.end && leads_company(scene, body) {
        offer(plain(attribute::NAME, name::brand(scene, at)));
    }
    if wants(attribute::SCOPE) {
        offer(part::scope(scene, at).map(|scope| Part {
            kind: attribute::SCOPE,
            end: scope.end,
            place: None,
            level: scope.level,
        }));
    }
    if wants(attribute::SCOPE | attribute::BODY) {
        offer(plain(attribute::SCOPE, part::army(scene, at)));
    }
    // `Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp tỉnh Thanh Hóa`
    let board = body.parts & attribute::PLACE != 0
        && (scene.starts(body.start + 1, &phrase!(["quản", "lý"]))
            || scene.is(body.start, word!("bql")));
    if board && scene.starts(at, &phrase!(["và", "các", "khu", "công", "nghiệp"])) {
        offer(Some(Part::new(WORKS, at + 5)));
    }
    if wants(attribute::NUMBER | attribute::PLACE) && !wants(attribute::SCOPE) {
        offer(plain(attribute::SCOPE, part::area(scene, at)));
    }
    // What a `Vụ` of a ministry is for comes before the ministry.
    let unnamed = body.parts == 0
        && at == body.start + 1
        && (scene.is(body.start, word!("vụ"))
            || scene.is(body.start, word!("ban")) && scene.starts(at, &phrase!(["tổ", "chức"])));
    // `Đảng ủy cơ quan Bộ Tài chính`
    let office = scene.starts(at, &phrase!(["cơ", "quan"]))
        && scene.token(at).shape == Shape::Lower
        && scene.is_joined(at + 2);
    if wants(attribute::BODY) && depth > 1 {
        let starts = [(!unnamed).then_some(at), office.then_some(at + 2)];
        for start in starts.into_iter().flatten().filter(|start| may_be_parent(scene, body, *start))
        {
            offer(parent(scene, start, out, depth - 1).map(|parent| Part {
                kind: attribute::BODY,
                end: parent.end,
                place: parent.place,
                level: parent.level,
            }));
        }
    }
    if wants(attribute::PLACE) || wants(COUNTRY) {
        offer(place(scene, at, wanted, body, out));
    }
    offer(plain(attribute::NUMBER, number::read(scene, at, wanted, body)));
    if wants(attribute::NAME) || wants(attribute::PLACE) && !wants(attribute::NUMBER) {
        offer(plain(attribute::NAME, name::peoples(scene, at)));
    }
    if wants(attribute::FIELD) {
        offer(plain(attribute::FIELD, field::field(scene, at, is_open(scene, body), out)));
    }
    // `Nghị quyết của Hội đồng nhân dân tỉnh về giá đất`: the document is about that.
    let of_people = scene.starts(body.start + 2, &phrase!(["nhân", "dân"]));
    if wants(attribute::TITLE) && !of_people {
        let is_object = title::is_object(scene, body.start, at);
        let title = title::title(scene, at, at == body.start + 1, is_object, out);
        // A listed committee ends where the lists say, whatever small words go on from it.
        let listed = scene.longest(body.start, Role::Organization).map_or(0, |(end, _)| end);
        let title = title.map(|end| if (at + 2..end).contains(&listed) { listed } else { end });
        offer(plain(attribute::TITLE, title));
    }
    if wants(attribute::NAME) {
        offer(plain(attribute::NAME, name::quoted(scene, at)));
    }
    let ministry = scene.is(body.start, word!("bộ")) && body.head.end == body.start + 1;
    if (best.is_none() || ministry && best.is_some_and(|best| best.kind == attribute::FIELD))
        && wants(attribute::FIELD)
    {
        // `Ban Bí thư chuẩn y Ban Thường vụ Tỉnh ủy`: no field goes over the end of a listed body, and none is a person's name.
        let listed = scene.longest(body.start, Role::Organization).map_or(0, |(end, _)| end);
        let is_free = (listed <= at || ministry)
            && !(body.head.end == at && begins_person(scene, body.start));
        let end = is_free
            .then(|| {
                let has = |flag: u32| body.head.has(flag);
                // A centre's field ends at what a list holds, for its parent may be a source: `Trung tâm Tin Theo Reuters`.
                let parents = has(attribute::BODY) && !scene.is(body.start, word!("trung"));
                field::before_anchor(scene, at, parents, has(attribute::TITLE), out)
            })
            .flatten();
        // The ministries of other countries are in no list: `Bộ Tài nguyên và Bảo vệ môi trường Belarus`.
        let foreign = |end: usize| {
            let place = part::place(scene, end, Strength::Possible, out);
            ministry && place.is_some_and(|place| place.level == Level::Country)
        };
        // `đảng Dân chủ Tự do (FDP)`
        let party = |end: usize| scene.is(body.start, word!("đảng")) && scene.is_mark(end, '(');
        let end = end.filter(|end| {
            is_open(scene, body) || !body.head.is_lower && foreign(*end) || party(*end)
        });
        if let Some(end) = end.filter(|end| best.is_none_or(|best| best.end < *end)) {
            best = Some(Part::new(attribute::FIELD, end));
        }
    }
    // `Ban Tổ chức Trung ương Phạm Minh Đức`: what does not follow the head at once may be a person.
    let owned = body.parts == attribute::FIELD && takes_trade(scene, body);
    let person = (at != body.head.end || body.head.is_listed) && !owned && begins_person(scene, at);
    // `Trạm kiểm soát Than Muội`: one syllable of a field may begin a name.
    let is_syllable = |best: Part| {
        best.kind == attribute::FIELD
            && best.end == at + 1
            && scene.token(best.end).shape == Shape::Title
            && scene.longest(best.end, Role::Place).is_none()
            && scene.longest(best.end, Role::Field).is_none()
            && part::scope(scene, best.end).is_none()
    };
    let is_open = best.is_none_or(|best| best.kind == attribute::PLACE || is_syllable(best));
    if is_open && !person && wants(attribute::NAME) {
        let end = name::proper(scene, at, body.head.end == body.start + 1);
        if end > at && best.is_none_or(|best| end > best.end) {
            let place = is_works(scene, body.start) && part::is_zone(scene, at, end);
            best = Some(Part { place: place.then_some(at), ..Part::new(attribute::NAME, end) });
        }
    }
    best
}

/// The place that may follow what was read of a body.
fn place(scene: &Scene<'_>, at: usize, wanted: u32, body: &Body, out: &Proposals) -> Option<Part> {
    // A name that only may be a place is the body's own where bodies have names.
    let least = if wanted & attribute::NAME != 0 { Strength::Possible } else { Strength::Pending };
    let Some(found) = part::place(scene, at, least, out) else {
        // `Quốc hội nước Cộng hòa Dân chủ Nhân dân Lào`
        let land = (scene.is(at, word!("nước")) && body.head.has(attribute::ALONE))
            .then(|| part::place(scene, at + 1, Strength::Likely, out))
            .flatten()
            .filter(|land| land.level == Level::Country && land.end > at + 3)?;
        return Some(Part {
            kind: attribute::PLACE,
            end: land.end,
            place: Some(at + 1),
            level: land.level,
        });
    };
    let is_country = found.level == Level::Country;
    if is_country && body.parts & attribute::PLACE != 0 || body.head.is_national && !is_country {
        return None;
    }
    // `UBND phường Quy Nhơn` is that of the ward; of `UBND tỉnh miền Tây này` the region is no unit.
    let before = (1..=2).find_map(|length| {
        let start = at.checked_sub(length)?;
        generic::unit_of(scene, start).filter(|(end, _)| *end == at)
    });
    if found.level == Level::Region && before.is_some() {
        return None;
    }
    let level = match before {
        Some((_, level)) if level != Level::City => level,
        _ => found.level,
    };
    let joint = scene.starts(body.start, &phrase!(["ủy", "ban", "liên"]));
    let second = is_country && (joint || !body.head.has(attribute::ALONE));
    let end = if second { part::second_country(scene, found.end, out) } else { None };
    let place = end.is_none().then_some(at);
    Some(Part { kind: attribute::PLACE, end: end.unwrap_or(found.end), place, level })
}
