//! What completes a title.
//!
//! ```text
//! scope   = body [ at ]                          Giám đốc | Công an tỉnh An Giang
//!         | field [ country | body ]             Bộ trưởng | Ngoại giao Venezuela, Phó Tư lệnh | Pháp luật Cảnh sát biển Việt Nam
//!         | field { ("," | "và") words } country Bộ trưởng | Kinh tế và Năng lượng Đức
//!         | office                               Trợ lý | Chủ tịch Quốc hội
//!         | small body                           bí thư | đảng ủy xã
//!         | [ "nước" ] place [ at ]              Chủ tịch nước | Trung Quốc, Đại sứ | Việt Nam tại Lào
//!         | class word                           Chủ tịch | huyện
//!         | at                                   Đại sứ | tại Lào
//! at      = "tại" (place | body)
//! ```

use super::{body, small, title as titles};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Name, Role, attribute};
use crate::rules::organization::generic::hands_over;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// An entity to be proposed with an office: its kind and tokens.
pub(super) type New = (Kind, usize, usize);

/// What completes a title.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Scope {
    /// The token after its last: of the title where nothing completes it.
    pub(super) end: usize,
    pub(super) kind: ScopeKind,
    /// The token after the last of a field: `Ngoại giao` in `Bộ trưởng Ngoại giao Venezuela`; else the first of the scope.
    pub(super) field: usize,
    /// What no rule has found as it stands: a place that a name follows at once (`tại Lào Nguyễn Văn An`), a body by its acronym alone (`Chủ tịch FLC`).
    pub(super) new: Option<New>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ScopeKind {
    None,
    Body,
    Field,
    Place,
    /// A body in small letters, named by its class alone.
    Small,
}

impl Scope {
    pub(super) fn is_none(&self) -> bool {
        self.kind == ScopeKind::None
    }
}

/// What completes the title that ends before a token; `None` if the title cannot stand so.
pub(super) fn read(scene: &Scene<'_>, at: usize, title: u32, out: &Proposals) -> Option<Scope> {
    let has = |flag: u32| title & flag != 0;
    if scene.token(at).gap == Gap::Space
        && let Some((found, kind)) = completion(scene, at, title, out)
    {
        let field =
            if kind == ScopeKind::Field { whole_field(scene, at, out).unwrap_or(at) } else { at };
        let located = located(scene, found, kind, out).unwrap_or(found);
        let posted = posted(scene, located.end, title, out).unwrap_or(located);
        return Some(Scope { end: posted.end, kind, field, new: posted.new });
    }
    let is_half = has(attribute::HEAD) || has(attribute::CUED);
    (!is_half && !is_cut(scene, at, title, out)).then_some(Scope {
        end: at,
        kind: ScopeKind::None,
        field: at,
        new: None,
    })
}

/// The end of what completes a title, and what is to be proposed with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) new: Option<New>,
}

impl Found {
    pub(super) fn known(end: usize) -> Self {
        Self { end, new: None }
    }
}

fn completion(
    scene: &Scene<'_>,
    at: usize,
    title: u32,
    out: &Proposals,
) -> Option<(Found, ScopeKind)> {
    let has = |flag: u32| title & flag != 0;
    let is_lower = scene.token(at).shape == Shape::Lower;
    if (has(attribute::BODY) || has(attribute::HEAD))
        && let Some(found) = body::read(scene, at, out)
    {
        return Some((found, ScopeKind::Body));
    }
    // `Trợ lý | Chủ tịch Quốc hội`
    if has(attribute::TITLE)
        && !is_lower
        && scene.has(at, Role::Position.bit())
        && let Some(office) = titles::read(scene, at, out)
        && !office.has(attribute::TITLE)
    {
        let found = Found { end: office.end, new: office.scope.new };
        return Some((found, ScopeKind::Body));
    }
    if has(attribute::BODY)
        && let Some(end) = police(scene, at)
    {
        let found = Found { end, new: Some((Kind::Organization, at, end)) };
        return Some((found, ScopeKind::Body));
    }
    if has(attribute::FIELD)
        && let Some(end) = whole_field(scene, at, out)
    {
        let beyond = || {
            let found = place(scene, end, out).or_else(|| body::read(scene, end, out));
            found.or_else(|| body::central(scene, end).map(Found::known))
        };
        let beyond = if scene.token(end).gap == Gap::Space { beyond() } else { None };
        return Some((beyond.unwrap_or(Found::known(end)), ScopeKind::Field));
    }
    if has(attribute::BODY)
        && let Some(found) = small::read(scene, at, out)
    {
        return Some((found, ScopeKind::Small));
    }
    if has(attribute::PLACE) {
        // `Trưởng | bản Nậm Pì`: the title's last word is the place's class word.
        let classed = out
            .candidates
            .starting_at(at - 1)
            .filter(|c| c.kind == Kind::Place && c.strength >= Strength::Possible && c.end() > at);
        if let Some(end) = classed.map(Candidate::end).max() {
            return Some((Found::known(end), ScopeKind::Place));
        }
        let start = if scene.is(at, word!("nước")) && is_lower { at + 1 } else { at };
        if let Some(found) = place(scene, start, out) {
            return Some((found, ScopeKind::Place));
        }
    }
    if has(attribute::SCOPE)
        && let Some(end) = unit(scene, at)
    {
        return Some((Found::known(end), ScopeKind::Place));
    }
    let posted = posted(scene, at, title, out).map(|found| (found, ScopeKind::Place));
    if posted.is_some() {
        return posted;
    }
    // `Trưởng | Ban Chỉ đạo`
    let unread = match has(attribute::HEAD) {
        true => body::fielded(scene, at)
            .or_else(|| body::head(scene, at).filter(|end| *end > at + 2).map(Found::known)),
        false if has(attribute::BODY) => body::unread(scene, at, out),
        false => None,
    };
    // `Trưởng | ban Chỉ đạo`: no body, and of two titles that go as far the longer, `Trưởng đoàn | thanh tra`.
    let small = || if has(attribute::HEAD) { body::small_head(scene, at) } else { None };
    let field = || Some((Found::known(small()?), ScopeKind::Field));
    unread.map(|found| (found, ScopeKind::Body)).or_else(field)
}

/// What completes a title with the place after it: one between it and its holder (`Chủ tịch Chính hiệp toàn quốc | Trung Quốc | Uông Dương`), one with its class word (`Đại biểu Quốc hội | tỉnh Ninh Bình`).
fn located(scene: &Scene<'_>, found: Found, kind: ScopeKind, out: &Proposals) -> Option<Found> {
    const CLASSES: Words = words!(["tỉnh", "bang", "thành", "tp", "huyện", "quận", "xã"]);
    if kind != ScopeKind::Body || scene.token(found.end).gap != Gap::Space || found.new.is_some() {
        return None;
    }
    let place = place(scene, found.end, out)?;
    let classed = scene.is_in(found.end, &CLASSES) && place.end > found.end + 1;
    let leads = || {
        scene.token(place.end).gap == Gap::Space
            && out.candidates.starting_at(place.end).any(is_person)
    };
    (classed || leads()).then_some(place)
}

/// The place that begins at a token.
pub(super) fn place(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Found> {
    if !scene.is_joined(at) {
        return None;
    }
    let leads = |end: usize| out.candidates.starting_at(end).any(is_person);
    let places = out.candidates.starting_at(at);
    let places = places.filter(|c| c.kind == Kind::Place && c.strength >= Strength::Possible);
    let Some(end) = places.map(Candidate::end).max() else {
        // Only countries and what else everybody knows stand right before a name.
        let known = |attributes: u32| {
            Level::of(attributes).bit()
                & (Level::Country.bit() | Level::Province.bit() | Level::City.bit())
                != 0
        };
        let mut listed = scene
            .named(at, Role::Place)
            .filter(|(end, name)| known(name.attributes) && leads(*end));
        return listed.next().map(|(end, _)| Found { end, new: Some((Kind::Place, at, end)) });
    };
    // `Thủ tướng Anh Nguyễn`, `Chủ tịch Hòa Bình Minh`: the beginning of a name.
    let person = out.candidates.starting_at(at).any(|c| is_person(c) && c.end() > end);
    (!person || leads(end)).then_some(Found::known(end))
}

/// Whether a candidate is a person's name.
pub(super) fn is_person(candidate: &Candidate) -> bool {
    candidate.kind == Kind::Person && candidate.strength > Strength::Pending
}

/// The end of the field that begins at a token: `Ngoại giao`, `Giáo dục và Đào tạo`, `GD-ĐT`, `NN&PTNT`.
fn field(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let listed = scene.longest(at, Role::Field).map(|(end, _)| end);
    if listed.is_some() {
        return listed;
    }
    let is_short = |at: usize| {
        let token = scene.token(at);
        token.shape == Shape::Upper && token.end - token.start > 1
    };
    if !is_short(at) {
        return None;
    }
    let mut end = at + 1;
    for _ in 0..3 {
        let joins =
            ['-', '&', ','].iter().any(|mark| scene.is_mark(end, *mark)) && scene.is_glued(end);
        if !joins || !is_short(end + 1) {
            break;
        }
        end += 2;
    }
    Some(end)
}

/// The end of the field that begins at a token, with what no list holds of it.
fn whole_field(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    let end = field(scene, at)?;
    Some(more_fields(scene, end, out).unwrap_or(end))
}

/// The end of more fields of a minister, which his country, his name or "của" after them tells to be that: `Bộ trưởng Kinh tế | và Năng lượng Đức`, `Bộ trưởng Thương mại|, Du lịch, Đầu tư Úc`.
fn more_fields(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    /// Tokens of them at most, and words in small letters of each.
    const LONGEST: usize = 14;
    const SMALL: usize = 2;
    let is_joint = |at: usize| {
        (scene.is(at, word!("và")) || scene.is_mark(at, ','))
            && scene.is_joined(at)
            && scene.is_joined(at + 1)
    };
    // `Bộ trưởng Quốc phòng, Đại tướng Lê Văn An`, `Bộ trưởng Ngoại giao và Quốc hội Lào`: what follows is another thing.
    const OTHER: u64 =
        Role::Rank.bit() | Role::Honorific.bit() | Role::Position.bit() | Role::Modifier.bit();
    let named = |at: usize| out.candidates.starting_at(at).any(is_person);
    // `Bộ trưởng Nông nghiệp, Miền Trung Việt Nam sẽ …`
    let is_place = |c: &Candidate| c.kind == Kind::Place && c.strength >= Strength::Likely;
    let begins = |at: usize| {
        let country = |(_, name): (usize, &Name)| Level::of(name.attributes) == Level::Country;
        scene.token(at).shape == Shape::Title
            && !scene.has(at, OTHER)
            && !named(at)
            && !out.candidates.starting_at(at).any(|c| body::is_body(c) || is_place(c))
            && !scene.named(at, Role::Place).any(country)
    };
    if !is_joint(at) || !begins(at + 1) {
        return None;
    }
    let (mut end, mut small) = (at + 2, 0);
    while end < at + LONGEST {
        if is_joint(end) {
            if !begins(end + 1) {
                return None;
            }
            (end, small) = (end + 2, 0);
            continue;
        }
        let token = scene.token(end);
        if token.gap != Gap::Space {
            return None;
        }
        if named(end) || place(scene, end, out).is_some() || scene.is(end, word!("của")) {
            return Some(end);
        }
        match token.shape {
            Shape::Title => {}
            Shape::Lower if small < SMALL => small += 1,
            _ => return None,
        }
        end += 1;
    }
    None
}

/// The end of a class word that stands for the unit at hand: `Chủ tịch huyện`, `Bí thư thành phố`.
pub(super) fn unit(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const PLAIN: Words =
        words!(["tỉnh", "huyện", "quận", "xã", "phường", "tp", "thôn", "ấp", "bản"]);
    const PAIRS: [[Sym; 2]; 3] =
        [phrase!(["thành", "phố"]), phrase!(["thị", "xã"]), phrase!(["thị", "trấn"])];
    let end = match PAIRS.iter().find(|pair| scene.starts(at, *pair)) {
        Some(pair) => at + pair.len(),
        None if scene.is_in(at, &PLAIN) => at + 1,
        None => return None,
    };
    let next = scene.token(end);
    let is_compound = next.shape == Shape::Lower
        && next.gap == Gap::Space
        && scene.is_in(end, &words!(["hội", "đoàn", "đội", "trưởng", "phố", "này", "ủy"]))
        && !hands_over(scene, end);
    (!is_compound).then_some(end)
}

/// The end of the police in small letters with the unit at hand: `Giám đốc | công an tỉnh`; but not `giám đốc | công an tỉnh, thành phố`.
fn police(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.starts(at, &phrase!(["công", "an"])) || scene.token(at).shape != Shape::Lower {
        return None;
    }
    let end = unit(scene, at + 2).filter(|_| scene.is_joined(at + 2))?;
    let joint = scene.is_mark(end, ',') || scene.is_mark(end, '/') || scene.is(end, word!("và"));
    let is_of_many = joint && unit(scene, end + 1).is_some();
    (!is_of_many && !scene.token(end).is_capital()).then_some(end)
}

/// Where someone is posted: `tại Lào`.
fn posted(scene: &Scene<'_>, at: usize, title: u32, out: &Proposals) -> Option<Found> {
    if title & attribute::AT == 0
        || !scene.is(at, word!("tại"))
        || scene.token(at).gap != Gap::Space
    {
        return None;
    }
    let start = if scene.is(at + 1, word!("nước")) { at + 2 } else { at + 1 };
    body::read(scene, start, out).or_else(|| place(scene, start, out))
}

/// Whether a title is cut off from a body that no rule has read: `Giám đốc Xyz`, `Chủ tịch UBND cấp xã`.
fn is_cut(scene: &Scene<'_>, at: usize, title: u32, out: &Proposals) -> bool {
    let next = scene.token(at);
    if next.gap != Gap::Space || !next.is_word() || title & attribute::ALONE != 0 {
        return false;
    }
    let known = out.candidates.starting_at(at).any(|c| c.kind == Kind::Person)
        || scene.has(
            at,
            Role::Rank.bit() | Role::Honorific.bit() | Role::Position.bit() | Role::Modifier.bit(),
        );
    let is_head =
        || scene.named(at, Role::Head).any(|(_, name)| name.attributes & attribute::LOWER == 0);
    !known
        && (next.is_capital()
            || title & attribute::SELF == 0 && next.shape == Shape::Lower && is_head())
}
