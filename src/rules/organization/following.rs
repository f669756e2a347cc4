//! What may follow the part of a body that was read: the longest of all that its head and its parts let stand there.

use super::admission::{is_open, is_works, leads_company, may_be_parent, takes_small, takes_trade};
use super::body::Body;
use super::head::is_national;
use super::parents::parent;
use super::{field, generic, name, number, part, title};
use crate::candidate::Strength;
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::place::name::begins_person;
use crate::rules::{Proposals, Scene};
use crate::text::{Shape, Sym, Words, phrase, word, words};

/// A unit may follow: the place before was a country.
pub(super) const COUNTRY: u32 = 1 << 30;

/// The other zones of a board that manages one by name.
pub(super) const ZONES: u32 = 1 << 29;

/// A country may follow: the scope before was that of a whole state.
pub(super) const NATION: u32 = 1 << 28;

/// A part that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// A flag of [`attribute`].
    pub(super) kind: u32,
    pub(super) end: usize,
    /// Where the place that ends it begins.
    pub(super) place: Option<usize>,
    pub(super) level: Level,
}

impl Part {
    pub(super) fn new(kind: u32, end: usize) -> Self {
        Self { kind, end, place: None, level: Level::None }
    }
}

/// A name of a body's own between two tokens, in which a place may end it: a works is named after the zone where it stands.
pub(super) fn named(scene: &Scene<'_>, start: usize, end: usize, body: &Body) -> Part {
    let is_zone = is_works(scene, body.start) && part::is_zone(scene, start, end);
    Part { place: is_zone.then_some(start), ..Part::new(attribute::NAME, end) }
}

/// Whether a part may begin at a token: most words in small letters and signs after a body begin none.
pub(super) fn may_follow(scene: &Scene<'_>, at: usize, wanted: u32, out: &Proposals) -> bool {
    /// Words that begin one without a list: `và các khu công nghiệp`, `cơ quan Bộ Tài chính`, `nước Cộng hòa …`, `số 1`, `lâm thời Hội Nông dân`.
    const WORDS: Words =
        words!(["và", "cơ", "nước", "số", "lâm"]).with(part::SCOPES).with(part::PLACES);
    const ROLES: u64 =
        Role::Head.bit() | Role::Organization.bit() | Role::Class.bit() | Role::Place.bit();
    let token = scene.token(at);
    let begins = match token.shape {
        Shape::Lower => wanted & attribute::TITLE != 0 || WORDS.has(token.sym),
        Shape::Punctuation => token.is_mark('"') || token.is_mark('-') || token.is_mark('/'),
        _ => true,
    };
    begins || scene.has(at, ROLES) || out.candidates.starting_at(at).next().is_some()
}

/// The longest part that may begin at a token; of equal ones the first that [`longest`] has.
#[inline]
pub(super) fn following(
    scene: &Scene<'_>,
    at: usize,
    wanted: u32,
    body: &Body,
    out: &Proposals,
    depth: usize,
) -> Option<Part> {
    let may_follow = scene.is_joined(at) && may_follow(scene, at, wanted, out);
    if may_follow { longest(scene, at, wanted, body, out, depth) } else { None }
}

#[inline(never)]
fn longest(
    scene: &Scene<'_>,
    at: usize,
    wanted: u32,
    body: &Body,
    out: &Proposals,
    depth: usize,
) -> Option<Part> {
    // `Đại hội Đảng XIV`, `Đại hội Đoàn XIII`: the congress has the number.
    let has_congress = at == body.start + 1 && scene.is_any(body.start, &phrase!(["đảng", "đoàn"]));
    if has_congress && part::is_roman_at(scene, at) {
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
        let level = |scope: part::Place| Part {
            level: scope.level,
            ..Part::new(attribute::SCOPE, scope.end)
        };
        offer(part::scope(scene, at).map(level));
    }
    if wants(attribute::SCOPE | attribute::BODY) {
        offer(plain(attribute::SCOPE, part::army(scene, at)));
        offer(plain(attribute::SCOPE, part::institution(scene, at, body.head.name)));
    }
    offer(plain(ZONES, other_zones(scene, at, body)));
    if wants(attribute::NUMBER | attribute::PLACE) && !wants(attribute::SCOPE) {
        offer(plain(attribute::SCOPE, part::area(scene, at)));
    }
    if wants(attribute::BODY) && depth > 1 {
        for start in parent_starts(scene, at, body).into_iter().flatten() {
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
    } else if wants(NATION) {
        let nation = place(scene, at, wanted, body, out);
        offer(nation.filter(|nation| nation.level == Level::Country && nation.place.is_some()));
    }
    if wants(attribute::PLACE) && body.parts & attribute::FIELD != 0 {
        offer(region(scene, at, out));
    }
    offer(plain(attribute::NUMBER, number::read(scene, at, wanted, body)));
    if wants(attribute::NAME) || wants(attribute::PLACE) && !wants(attribute::NUMBER) {
        offer(plain(attribute::NAME, name::peoples(scene, at)));
    }
    if wants(attribute::FIELD) {
        offer(plain(attribute::FIELD, field::field(scene, at, is_open(scene, body), out)));
    }
    if wants(attribute::TITLE) {
        let title = matter(scene, at, body, out);
        // `Hội đồng thi đua - khen thưởng tỉnh`: the lists know what it is for, farther than a title goes.
        let field = scene.longest(at, Role::Field).map(|(end, _)| end);
        let is_longer = |field: &usize| title.is_some_and(|title| *field > title);
        offer(plain(attribute::FIELD, field.filter(is_longer)));
        offer(plain(attribute::TITLE, title));
    }
    if wants(attribute::NAME) {
        offer(plain(attribute::NAME, name::quoted(scene, at)));
        offer(plain(attribute::NAME, paper(scene, at, body)));
    }
    let ministry = is_ministry(scene, body);
    // `Liên đoàn Võ thuật cổ truyền tỉnh`: the field of the list goes on in words that it does not hold.
    let reads_small =
        |end: usize| takes_small(scene, body, end) && field::small(scene, end, true, out).is_some();
    let is_part = |part: Part| {
        part.kind == attribute::FIELD
            && (ministry || field::goes_on(scene, at, part.end) && !reads_small(part.end))
    };
    if wants(attribute::FIELD)
        && best.is_none_or(is_part)
        && let Some(end) = unlisted_field(scene, at, body, out)
        && best.is_none_or(|best| {
            best.end < end && (ministry || field::is_undone(scene, best.end, end))
        })
    {
        best = Some(Part::new(attribute::FIELD, end));
    }
    let is_open =
        best.is_none_or(|best| best.kind == attribute::PLACE || is_syllable(scene, at, best));
    if is_open && wants(attribute::NAME) && !is_person(scene, at, body) {
        let end = name::proper(scene, at, body.head.end == body.start + 1);
        if end > at && best.is_none_or(|best| end > best.end) {
            best = Some(named(scene, at, end, body));
        }
    }
    best
}

/// The end of the name of a paper of the lists, only the first word of which need have a capital: báo `Sài Gòn Giải phóng`, Tạp chí `Người đưa tin`.
fn paper(scene: &Scene<'_>, at: usize, body: &Body) -> Option<usize> {
    if at != body.head.end || !scene.is_any(body.start, &phrase!(["báo", "tạp"])) {
        return None;
    }
    let is_paper =
        |name| scene.row(name).is_some_and(|row| row.table.name() == "organization/press.tsv");
    let mut names = scene.named(at, Role::Organization).filter(|(end, _)| *end > at + 1);
    names.find(|(_, name)| is_paper(*name)).map(|(end, _)| end)
}

/// The end of the words for the other zones of a board that manages one by name: `Ban Quản lý Khu kinh tế Nghi Sơn | và các khu công nghiệp | tỉnh Thanh Hóa`.
fn other_zones(scene: &Scene<'_>, at: usize, body: &Body) -> Option<usize> {
    let is_board = body.parts & attribute::PLACE != 0
        && (scene.starts(body.start + 1, &phrase!(["quản", "lý"]))
            || scene.is(body.start, word!("bql")));
    let zones = phrase!(["và", "các", "khu", "công", "nghiệp"]);
    (is_board && scene.starts(at, &zones)).then_some(at + zones.len())
}

/// Where the parent of a body may begin.
fn parent_starts(scene: &Scene<'_>, at: usize, body: &Body) -> [Option<usize>; 2] {
    // What a `Vụ` of a ministry is for comes before the ministry.
    let unnamed = body.parts == 0
        && at == body.start + 1
        && (scene.is(body.start, word!("vụ"))
            || scene.is(body.start, word!("ban")) && scene.starts(at, &phrase!(["tổ", "chức"])));
    // `Đảng ủy cơ quan Bộ Tài chính`
    let office = scene.starts(at, &phrase!(["cơ", "quan"]))
        && scene.token(at).shape == Shape::Lower
        && scene.is_joined(at + 2);
    let may_begin = |at: usize| {
        scene.has(at, Role::Head.bit() | Role::Organization.bit()) && may_be_parent(scene, body, at)
    };
    // `Ban Chấp hành lâm thời Hội Nông dân tỉnh`
    let provisional = scene.starts(at, &phrase!(["lâm", "thời"]))
        && scene.is_any(at.wrapping_sub(1), &phrase!(["hành", "bch"]));
    let second = (office || provisional) && may_begin(at + 2);
    [(!unnamed && may_begin(at)).then_some(at), second.then_some(at + 2)]
}

/// The end of what a committee or its like is for, in words of its own.
fn matter(scene: &Scene<'_>, at: usize, body: &Body, out: &Proposals) -> Option<usize> {
    // `Nghị quyết của Hội đồng nhân dân tỉnh về giá đất`: the document is about that.
    if scene.starts(body.start + 2, &phrase!(["nhân", "dân"])) {
        return None;
    }
    // `quy định của Ủy ban châu Âu (EC) về khai thác hải sản`: so is what such a one rules.
    let listed = listed_end(scene, body);
    if scene.is(body.start, word!("ủy")) && listed > body.head.end && listed <= at {
        return None;
    }
    let is_object = title::is_object(scene, body.start, at);
    // `Ban Chỉ đạo 35 TP.HCM quy tập hài cốt`: after its place, what a committee does.
    let is_direct = at == body.start + 1 || body.parts & attribute::PLACE != 0;
    let end = title::title(scene, at, is_direct, is_object, out)?;
    // A listed committee ends where the lists say, whatever small words go on from it.
    Some(if (at + 2..end).contains(&listed) { listed } else { end })
}

/// The end of the listed body that begins where a body does, or 0.
fn listed_end(scene: &Scene<'_>, body: &Body) -> usize {
    scene.longest(body.start, Role::Organization).map_or(0, |(end, _)| end)
}

/// Whether a body's head is that of a ministry alone.
fn is_ministry(scene: &Scene<'_>, body: &Body) -> bool {
    scene.is(body.start, word!("bộ")) && body.head.end == body.start + 1
}

/// The end of a field that no list has, told by what stands after it.
fn unlisted_field(scene: &Scene<'_>, at: usize, body: &Body, out: &Proposals) -> Option<usize> {
    let ministry = is_ministry(scene, body);
    // `Ban Bí thư chuẩn y Ban Thường vụ Tỉnh ủy`: no field goes over the end of a listed body, and none is a person's name.
    let is_free = (listed_end(scene, body) <= at || ministry)
        && !(body.head.end == at && begins_person(scene, body.start));
    if !is_free {
        return None;
    }
    let has = |flag: u32| body.head.has(flag);
    // A centre's field ends at what a list holds, for its parent may be a source: `Trung tâm Tin Theo Reuters`.
    let parents = has(attribute::BODY) && !scene.is(body.start, word!("trung"));
    let end = field::before_anchor(scene, at, parents, has(attribute::TITLE), out)?;
    // The ministries of other countries are in no list: `Bộ Tài nguyên và Bảo vệ môi trường Belarus`.
    let foreign = || {
        let place = part::place(scene, end, Strength::Possible, out);
        ministry && place.is_some_and(|place| place.level == Level::Country)
    };
    // `Vụ Định giá và Giám định công nghệ, Bộ Khoa học và Công nghệ`: what it is a part of tells the name of a department.
    let department = || {
        !has(attribute::NAME)
            && !body.head.is_lower
            && !body.head.is_listed
            && !ministry
            && field::is_edge(scene, end)
            && !(at..end).any(|at| scene.is_mark(at, '-'))
    };
    // `đảng Dân chủ Tự do (FDP)`
    let party = || scene.is(body.start, word!("đảng")) && scene.is_mark(end, '(');
    (is_open(scene, body) || !body.head.is_lower && foreign() || party() || department())
        .then_some(end)
}

/// Whether a person's name begins at a token, for what does not follow the head at once may be one: `Ban Tổ chức Trung ương | Phạm Minh Đức`.
fn is_person(scene: &Scene<'_>, at: usize, body: &Body) -> bool {
    let owned = body.parts == attribute::FIELD && takes_trade(scene, body);
    // `Đội CSGT Hàng Xanh`, but `Đội trưởng Đội CSGT Nguyễn Văn An`
    let is_team = scene.is_any(body.start, &phrase!(["đội", "trạm"]))
        // `Trạm Kiểm tra Biên phòng xuất, nhập cảnh Kim Thủy Hà`
        && number::kind(scene, body) != "border-guard";
    // `Quỹ học bổng Vừ A Dính`: funds of learning and culture are named after people; but `Giám đốc Quỹ Hỗ trợ nông dân | Lê Văn An`.
    const HONOURING: [[Sym; 2]; 3] =
        [phrase!(["học", "bổng"]), phrase!(["văn", "hóa"]), phrase!(["khuyến", "học"])];
    let is_fund = scene.is(body.start, word!("quỹ"))
        && at > body.head.end
        && HONOURING.iter().any(|field| scene.starts(at.wrapping_sub(2), field));
    // `Chủ tịch Hội | Nguyễn Văn An`: who heads an association that was named before.
    let is_headed = || {
        const HEADS: Words = words!(["tịch", "trực", "thư", "trưởng", "đốc", "hiệp"]);
        body.head.end == at
            && scene.is_any(at.wrapping_sub(1), &phrase!(["hội", "đài"]))
            && scene.is_in(body.start.wrapping_sub(1), &HEADS)
            && scene.is_joined(body.start)
    };
    (at != body.head.end || body.head.is_listed || is_team || is_headed())
        && !owned
        && !is_fund
        && begins_person(scene, at)
}

/// Whether a part is one syllable of a field, which may begin a name: `Trạm kiểm soát | Than Muội`.
fn is_syllable(scene: &Scene<'_>, at: usize, part: Part) -> bool {
    part.kind == attribute::FIELD
        && part.end == at + 1
        && scene.token(part.end).shape == Shape::Title
        && scene.longest(part.end, Role::Place).is_none()
        && scene.longest(part.end, Role::Field).is_none()
        && part::scope(scene, part.end).is_none()
}

/// The place after the words for an area, of what serves the communes around it: `Ban Quản lý dự án đầu tư xây dựng | khu vực Pleiku`.
fn region(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Part> {
    let start = at + 2;
    if !scene.starts(at, &phrase!(["khu", "vực"])) || !scene.is_joined(at) {
        return None;
    }
    let found = part::place(scene, start, Strength::Pending, out)?;
    let unit = matches!(found.level, Level::Province | Level::District | Level::Commune);
    let part =
        Part { place: Some(start), level: found.level, ..Part::new(attribute::PLACE, found.end) };
    (unit && scene.token(start).is_capital()).then_some(part)
}

/// Whether the lists know these tokens as a province.
fn may_be_province(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene
        .named(at, Role::Place)
        .any(|(stop, name)| stop == end && Level::of(name.attributes) == Level::Province)
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
    if is_country && body.parts & attribute::PLACE != 0
        || !is_country && is_national(scene, body.start, &body.head)
    {
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
    // `Chủ tịch UBND tỉnh | Lâm Hải Giang`: a commune is no province, but the beginning of a name.
    if before.is_some_and(|(_, level)| level == Level::Province)
        && matches!(found.level, Level::District | Level::Commune)
        && !may_be_province(scene, at, found.end)
    {
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
