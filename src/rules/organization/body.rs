//! Composes a body from its head and its parts.

use super::admission::{
    is_area, is_company, is_legal_form, is_mission, legal_form, takes_closed, takes_small,
    takes_trade,
};
use super::following::{COUNTRY, NATION, Part, ZONES, following, may_follow, named};
use super::guard::{is_other_head, is_other_word, is_whole};
use super::head::{Head, head};
use super::{BodyReading, coordination, counted, field, generic, listed, name, number, part};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::place::name::begins_person;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, Words, phrase, word, words};

/// A head with what follows it; a plural one announces the [fields](coordination) or the [names](counted) of several bodies.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[
        "rule/organization/composed",
        "rule/organization/alone",
        "rule/organization/lower",
        "rule/organization/place",
        "rule/organization/plural",
        "rule/organization/counted",
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
    pub(crate) level: Level,
}

/// Bodies in bodies at most.
pub(crate) const DEEPEST: usize = 4;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // Few heads are plural, and none of them is a body.
    let is_plural = generic::is_plural(scene, at);
    if is_plural && scene.has(at, Role::Head.bit()) {
        coordination::propose(scene, at, out);
        counted::propose(scene, at, out);
    }
    // `luật Tổ chức chính quyền địa phương`: no body begins inside a document.
    if may_begin(scene, at, out) && !out.candidates.is_inside(at, Kind::Document, 8) {
        propose_body(scene, at, is_plural, out);
    }
}

#[inline(never)]
fn propose_body(scene: &Scene<'_>, at: usize, is_plural: bool, out: &mut Proposals) {
    if scene.has(at, Role::Organization.bit()) {
        listed::nest(scene, at, out);
    }
    out.parents.forget();
    if is_plural || out.parents.are_too_many() {
        return;
    }
    let Some(body) = read(scene, at, out, DEEPEST) else { return };
    let plain = body.parts == 0 && body.end == body.head.end;
    let rule = match (plain, body.head.is_lower) {
        (true, true) => return,
        // Listed bodies stand for themselves by their rows.
        (true, _) if body.head.is_listed => return,
        (true, _) => "rule/organization/alone",
        (_, true) => "rule/organization/lower",
        _ => "rule/organization/composed",
    };
    // `Hội đồng Giáo dục quốc phòng và an ninh các cấp`: what it is for went on over its levels.
    let of_levels = scene.starts(body.end.wrapping_sub(2), &phrase!(["các", "cấp"]));
    if of_levels
        || is_shared(scene, at, &body)
        || plain && generic::is_of_class(scene, at, body.end)
    {
        return;
    }
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
    // `Bệnh viện Bạch Mai 2`
    let is_named =
        body.parts == 0 || body.parts == attribute::NUMBER && number::tells_apart(scene, &body);
    let is_closed = body.head.is_listed && is_named && body.place.is_none() && {
        let mut names = scene.named(at, Role::Organization);
        names.any(|(end, name)| end == body.head.end && name.attributes & attribute::PLACE == 0)
    };
    // `Hội đồng quản lý Bệnh viện Bạch Mai`: nor does a body of the listed one.
    let holds_closed = body.parts & attribute::BODY != 0
        && body.parts & attribute::PLACE == 0
        && body.place.is_none()
        && {
            // Bodies of the lists have no rule.
            let listed = out
                .candidates
                .ending_at(body.end)
                .filter(|c| c.rule.is_empty() && c.kind == Kind::Organization && c.start() > at);
            let parent = listed.min_by_key(|c| c.start());
            // `Cơ quan báo chí Điện Kremlin`: the parent is a place as well, or ends one.
            let is_place = |start: usize| scene.is_named(start, body.end, Role::Place);
            parent.is_some_and(|c| c.is_closed && !(at + 1..=c.start()).any(is_place))
        };
    out.push(if is_closed || holds_closed { candidate.closed() } else { candidate });
}

/// Whether a body that is no part of another may begin at a token, by what the lists have there: most words in small letters that may head a body do so only inside another, and none is a body without a part.
fn may_begin(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    scene.token(at).shape != Shape::Lower
        || scene.has(at, Role::Organization.bit())
        || scene.named(at, Role::Head).any(|(end, head)| {
            head.attributes & attribute::LOWER != 0 && may_go_on(scene, end, head.attributes, out)
        })
}

/// Whether a part may follow a head in small letters that ends before a token: one of those that [`compose`] reads.
fn may_go_on(scene: &Scene<'_>, at: usize, wanted: u32, out: &Proposals) -> bool {
    let is_field = || wanted & attribute::FIELD != 0 && scene.has(at, Role::Field.bit());
    let joined = scene.is_joined(at)
        && (may_follow(scene, at, wanted, out) || scene.is_mark(at, '(') || is_field());
    joined || is_legal_form(scene, at)
}

/// Whether a body is a class of bodies; one with a place or number of its own shares none with the next: "`Công an TP.HCM`, UBND các quận".
fn is_shared(scene: &Scene<'_>, at: usize, body: &Body) -> bool {
    const OWN: u32 = attribute::PLACE | attribute::NUMBER | attribute::NAME;
    // `Ủy ban MTTQ Việt Nam tỉnh | , thành phố`: what it is called by is the unit, of which there are many.
    let ends_in_unit = body.parts & (attribute::SCOPE | OWN) == attribute::SCOPE | attribute::PLACE
        && body.place.is_none();
    let alone = body.parts & OWN != 0 && !ends_in_unit && generic::is_joint(scene, body.end);
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
    if !scene.has(at, Role::Head.bit() | Role::Organization.bit()) || is_other_word(scene, at) {
        return None;
    }
    // Most words in small letters that may head a body do so only inside another.
    let is_outer = depth == DEEPEST && scene.token(at).shape == Shape::Lower;
    let is_inner = |head: &Head| is_outer && (head.is_listed || !head.has(attribute::LOWER));
    let mut longest: Option<Body> = None;
    let found = scene.matches(at).iter().rev();
    for found in found.filter(|found| matches!(found.role, Role::Head | Role::Organization)) {
        let Some(head) = head(scene, at, found).filter(|head| !is_inner(head)) else { continue };
        let Some(body) = compose(scene, at, head, out, depth) else { continue };
        let ends = |body: &Body| (body.end, body.head.end);
        // `Trường Chính trị Trần Phú` has the name that it has as a school, which the listed body takes for a place.
        let is_same = |known: &Body| {
            ends(known) == ends(&body)
                && known.parts & attribute::NAME != 0
                && body.head.is_listed
                && body.parts & attribute::PLACE != 0
        };
        if longest.as_ref().is_none_or(|known| ends(known) <= ends(&body) && !is_same(known)) {
            longest = Some(body);
        }
    }
    longest
}

fn compose(
    scene: &Scene<'_>,
    at: usize,
    head: Head,
    out: &Proposals,
    depth: usize,
) -> Option<Body> {
    /// Parts of a body at most.
    const MOST: usize = 6;
    if is_other_head(scene, at, &head) {
        return None;
    }
    let mut body =
        Body { start: at, end: head.end, head, parts: 0, place: None, level: Level::None };
    let mut wanted = head.follows;
    for _ in 0..MOST {
        let next = following(scene, body.end, wanted, &body, out, depth);
        let Some(next) = next.or_else(|| apart(scene, wanted, &body, out, depth)) else { break };
        wanted = wanted_after(scene, &body, next, wanted);
        body.parts |= next.kind;
        body.place = next.place;
        if next.level != Level::None {
            body.level = next.level;
        }
        body.end = next.end;
        if next.kind == attribute::BODY {
            break;
        }
    }
    if scene.is_mark(body.end, '-') || scene.is_in(body.end, &COMPLETING) {
        complete(scene, &mut body, out);
    }
    is_whole(scene, at, &body, depth).then_some(body)
}

/// The part that does not follow at once, or only what no list has tells: most bodies have none.
fn apart(
    scene: &Scene<'_>,
    wanted: u32,
    body: &Body,
    out: &Proposals,
    depth: usize,
) -> Option<Part> {
    if wanted & (attribute::FIELD | attribute::NAME) == 0 && !scene.is_mark(body.end, '(') {
        return None;
    }
    after_bracket(scene, wanted, body, out, depth)
        .or_else(|| small_field(scene, wanted, body, out, depth))
        .or_else(|| traded_name(scene, wanted, body))
}

/// The part after an acronym in brackets.
fn after_bracket(
    scene: &Scene<'_>,
    wanted: u32,
    body: &Body,
    out: &Proposals,
    depth: usize,
) -> Option<Part> {
    let after = part::after_acronym(scene, body.end)
        .or_else(|| part::after_short(scene, body.start, body.end))?;
    if begins_person(scene, after) {
        return None;
    }
    // `Phòng Cảnh sát điều tra (CSĐT) tội phạm về ma túy`
    let rest = || {
        let end = field::after_acronym(scene, after)?;
        (wanted & attribute::FIELD != 0).then(|| Part::new(attribute::FIELD, end))
    };
    following(scene, after, wanted & !attribute::NAME, body, out, depth).or_else(rest)
}

/// A field in small letters, or the part after what joins it to one.
fn small_field(
    scene: &Scene<'_>,
    wanted: u32,
    body: &Body,
    out: &Proposals,
    depth: usize,
) -> Option<Part> {
    if wanted & attribute::FIELD == 0 {
        return None;
    }
    let goes_on = body.parts & attribute::FIELD != 0;
    let is_plain = !body.head.is_lower && !body.head.is_listed && !goes_on;
    if is_plain && let Some(end) = field::told(scene, body.end) {
        return Some(Part::new(attribute::FIELD, end));
    }
    // What is read from here on begins with a field of the lists, at once or after what joins it to the one before.
    let is_field = |at: usize| scene.has(at, Role::Field.bit());
    let begins = is_field(body.end) || goes_on && is_field(body.end + 1);
    if !begins || !takes_small(scene, body, body.end) {
        return None;
    }
    if takes_closed(scene, body)
        && let Some(end) = field::closed(scene, body.end)
    {
        return Some(Part::new(attribute::FIELD, end));
    }
    let (start, end) = field::small(scene, body.end, goes_on, out)?;
    let counts = scene.token(start).shape == Shape::Number;
    if counts && (body.head.is_lower || !body.head.has(attribute::NUMBER)) {
        return None;
    }
    // `Cục quản lý xây dựng (Bộ Xây dựng)`
    let closes = end > start || field::holds_body(scene, start);
    let field = closes.then(|| Part::new(attribute::FIELD, end));
    field.or_else(|| following(scene, start, wanted, body, out, depth))
}

/// The name of a company after words of its trade: its legal form says that more of its name follows.
fn traded_name(scene: &Scene<'_>, wanted: u32, body: &Body) -> Option<Part> {
    let takes = wanted & attribute::NAME != 0
        && body.parts & !attribute::FIELD == 0
        && takes_trade(scene, body);
    if !takes {
        return None;
    }
    let start = field::trade(scene, body.end).or_else(|| field::worded(scene, body.end))?;
    let end = name::proper(scene, start, false);
    (end > start).then(|| named(scene, start, end, body))
}

/// What may follow a part that was read after what is known of a body, where so much might have followed instead of it.
fn wanted_after(scene: &Scene<'_>, body: &Body, part: Part, wanted: u32) -> u32 {
    match part.kind {
        // `Ủy ban Kiểm tra Trung ương về …` speaks of something.
        attribute::FIELD if !scene.starts(body.start, &phrase!(["hội", "đồng"])) => {
            (wanted | attribute::PLACE) & !attribute::TITLE
        }
        attribute::FIELD => wanted | attribute::PLACE,
        // `Trường Tiểu học số 2 Hòa An`, not `Đội 3 Nguyễn Văn An`.
        attribute::NUMBER if scene.is(body.end, word!("số")) => wanted & !attribute::NUMBER,
        attribute::NUMBER => wanted & !(attribute::NUMBER | attribute::NAME),
        // `bệnh viện Trung ương Huế`
        attribute::SCOPE if scene.is(body.start, word!("bệnh")) => attribute::PLACE,
        // `Cục Thống kê Quốc gia Trung Quốc`
        attribute::SCOPE => {
            let state = scene.is_any(part.end - 1, &phrase!(["gia", "ương", "cao", "nước"]));
            let nation = if state && !body.head.is_listed { NATION } else { 0 };
            wanted & (attribute::BODY | attribute::TITLE) | nation
        }
        // After a country: `Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ninh`.
        attribute::PLACE if body.parts & attribute::NAME != 0 => attribute::BODY & wanted,
        attribute::PLACE => {
            let land = if matches!(part.level, Level::Country | Level::None) { COUNTRY } else { 0 };
            // `Trường THPT Quỳnh Lưu 1`
            let number = if number::tells_apart(scene, body) { attribute::NUMBER } else { 0 };
            wanted & (attribute::SCOPE | attribute::BODY | attribute::TITLE) | land | number
        }
        // `Công ty Licogi 14`.
        attribute::NAME => {
            let numbered = wanted & attribute::FIELD != 0 || number::tells_apart(scene, body);
            let number = if numbered { attribute::NUMBER } else { 0 };
            wanted & (attribute::PLACE | attribute::SCOPE | attribute::BODY | attribute::NUMBER)
                | number
        }
        // `Ban Chỉ đạo phát triển đường sắt trên địa bàn TP.HCM`
        attribute::TITLE | ZONES => attribute::PLACE,
        _ => 0,
    }
}

/// First words of what [`complete`] adds to a body, besides a dash.
const COMPLETING: Words = words!(["tại", "chi", "tộc", "điện", "trực"]);

/// Adds to a body what may stand after all its parts: the place where it sits, its branch, its legal form.
#[inline(never)]
fn complete(scene: &Scene<'_>, body: &mut Body, out: &Proposals) {
    let at = body.start;
    if body.parts & (attribute::SCOPE | attribute::NUMBER) != 0
        && is_area(scene, body.end)
        && let Some(end) = part::seat(scene, body.end, out)
    {
        (body.place, body.end) = (Some(body.end + 1), end);
    }
    let is_abroad = || {
        is_mission(scene, at)
            && (out.candidates.ending_at(body.end).any(|c| c.kind == Kind::Place)
                || scene.starts(at, &phrase!(["phái", "bộ"]))
                || scene.starts(at, &phrase!(["phân", "hiệu"])))
    };
    // `Viện KSND cấp cao tại TP.HCM`
    let is_high = || scene.starts(body.end.saturating_sub(2), &phrase!(["cấp", "cao"]));
    if scene.is(body.end, word!("tại"))
        // `Phái đoàn Việt Nam tại Liên hợp quốc`: where it sits is a body of its own.
        && scene.longest(body.end + 1, Role::Organization).is_none()
        && (is_abroad() || is_high())
        && let Some(place) = part::place(scene, body.end + 1, Strength::Pending, out)
    {
        (body.place, body.end) = (Some(body.end + 1), place.end);
    }
    if (body.parts & (attribute::NAME | attribute::FIELD) != 0 || body.head.is_listed)
        && let Some(branch) = part::branch(scene, body.end, out)
    {
        (body.place, body.end) = (branch.place, branch.end);
    }
    // `Hội đồng Trị sự Nguyễn Phước tộc`
    if body.parts == attribute::NAME
        && scene.is(body.end, word!("tộc"))
        && scene.is_joined(body.end)
    {
        body.end += 1;
    }
    // `Báo Gia Lai điện tử`
    let edition = scene.starts(body.end, &phrase!(["điện", "tử"]))
        || scene.starts(body.end, &phrase!(["trực", "tuyến"]));
    if edition
        && scene.is_any(at, &phrase!(["báo", "tạp"]))
        && body.end > body.head.end.min(at + 2)
        && scene.is_joined(body.end)
    {
        body.parts |= attribute::FIELD;
        body.end += 2;
    }
    if is_company(scene, at)
        && (body.parts != 0 || body.head.is_listed)
        && let Some(end) = legal_form(scene, body.end)
    {
        (body.place, body.end) = (None, end);
    }
}
