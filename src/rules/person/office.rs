//! A name beside an office: `Bộ trưởng Nguyễn Hồng Diên`, `Thủ tướng Nga Medvedev`, `Cục trưởng Cục Điện lực Phạm Nguyên Hùng`; `Yván Gil Pinto, Ngoại trưởng Venezuela`.
//!
//! ```text
//! person = office { body | place | acronym | "(" acronym ")" | "nước" | "tại" place } name
//!        | name ("," | "-" | "(") ["nguyên" | "cựu"] office
//! ```

use super::context;
use super::foreign::is_transcribed;
use super::name::{self, Form, Name};
use super::{push, push_waiting, syllable};
use crate::Kind;
use crate::candidate::Strength;
use crate::gazetteer::{self, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Sym, phrase, word};

/// Names beside offices.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/after-position", "rule/person/before-position"],
    triggers: Triggers { words: &[], roles: &[Role::Position], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, office)) = scene.longest(at, Role::Position) else { return };
    before(scene, at, out);
    after(scene, end, office, out);
    // `Trưởng | Ban Tổ chức Trung ương`: the shorter title, whose other half is the head of the body.
    let half = |(_, office): &(usize, &gazetteer::Name)| office.attributes & attribute::HEAD != 0;
    let halves = scene.named(at, Role::Position).filter(|(stop, _)| *stop < end).filter(half);
    for (end, office) in halves {
        if out.candidates.longest(end, Kind::Organization).is_some() {
            after(scene, end, office, out);
        }
    }
}

/// What stands between an office and a name.
#[derive(Clone, Copy, Debug, Default)]
struct Scope {
    /// A country or another known place.
    country: bool,
    /// A body: what follows may be its name.
    body: bool,
}

impl Scope {
    /// The scope that goes over a body or place from a token to another.
    fn over(self, scene: &Scene<'_>, at: usize, end: Option<usize>) -> Self {
        let Some(end) = end else { return self };
        let country = scene.is_named(at, end, Role::Place);
        Self { country: self.country || country, body: self.body || !country }
    }
}

/// `Thủ tướng Nga Medvedev`.
fn after(scene: &Scene<'_>, mut at: usize, office: &gazetteer::Name, out: &mut Proposals) {
    const LINKS: [Sym; 2] = phrase!(["nước", "của"]);
    let mut scope = Scope::default();
    for _ in 0..5 {
        let token = scene.token(at);
        if token.gap != Gap::Space && !scene.is_mark(at, ')') {
            return;
        }
        let inner = out
            .candidates
            .starting_at(at)
            .filter(|c| {
                matches!(c.kind, Kind::Organization | Kind::Place)
                    && c.strength >= Strength::Possible
            })
            .map(|c| c.end())
            .max()
            .or_else(|| context::place_before_name(scene, at));
        let hop = match inner {
            Some(end) => Some(end),
            // `Đại sứ Việt Nam tại Đức Đoàn Xuân An`
            None if scene.is(at, word!("tại")) && begins_place(scene, at + 1, out) => {
                Some(at + 1)
            }
            None if LINKS.contains(&token.sym) && token.shape == Shape::Lower => Some(at + 1),
            None if scene.token(at).gap == Gap::Space && field(scene, at).is_some() => {
                field(scene, at)
            }
            // `Chủ tịch IVSC Greetesh Sharma`
            None if is_acronym(scene, at) && office.attributes & attribute::BODY != 0 => {
                scope.body = true;
                Some(at + 1)
            }
            None if scene.is_mark(at, '(')
                && scene.token(at + 1).shape == Shape::Upper
                && scene.is_mark(at + 2, ')') =>
            {
                Some(at + 3)
            }
            None => None,
        };
        if let Some(name) = inner.and_then(|end| after_country(scene, at, end, out)) {
            return push(&name, "rule/person/after-position", Strength::Likely, None, out);
        }
        // What is a place and goes on as a name: the place alone, if a name follows it.
        let beyond = hop.and_then(|end| name_at(scene, end));
        if let (Some(name), Some(_)) = (beyond, inner) {
            let scope = scope.over(scene, at, inner);
            if let Some(strength) = judge(scene, &name, office, scope, out) {
                return propose_after(scene, &name, strength, out);
            }
        }
        // `Phó Trưởng khoa Ngoại, Bệnh viện …`: what the department is for, unless a name says that more follows.
        if scene.is(at.wrapping_sub(1), word!("khoa"))
            && beyond.is_none()
            && scene.longest(at, Role::Field).is_some_and(|(end, _)| end == at + 1)
            && !(scene.token(at + 1).is_capital() && scene.is_joined(at + 1))
        {
            return;
        }
        if let Some(name) = name_at(scene, at).filter(|name| inner.is_none_or(|end| end < name.end))
        {
            if let Some(strength) = judge(scene, &name, office, scope, out) {
                propose_after(scene, &name, strength, out);
            }
            return;
        }
        let Some(next) = hop else { return };
        scope = scope.over(scene, at, inner);
        at = next;
    }
}

/// Whether a place or a body begins at a token, or a place that a name follows at once.
fn begins_place(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    [Kind::Place, Kind::Organization].iter().any(|kind| out.candidates.longest(at, *kind).is_some())
        || context::place_before_name(scene, at).is_some()
}

/// Whether letters in capitals stand at a token that may be a body's, and the text about them is in small letters.
fn is_acronym(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.gap == Gap::Space
        && token.shape == Shape::Upper
        && token.end - token.start > 1
        && scene.before(at).shape != Shape::Upper
        && scene.token(at + 1).shape == Shape::Title
        && !scene.has(at, Role::Rank.bit() | Role::Honorific.bit() | Role::Position.bit())
}

/// Proposes a name after an office.
fn propose_after(scene: &Scene<'_>, name: &Name, strength: Strength, out: &mut Proposals) {
    match strength {
        Strength::Pending => push_waiting(scene, name, "rule/person/after-position", out),
        _ => push(name, "rule/person/after-position", strength, None, out),
    }
}

/// The foreign name that a body seems to end in, after the country that it ends in: `đảng Quốc đại Nepal | Sher Bahadur Deuba`.
fn after_country(scene: &Scene<'_>, at: usize, end: usize, out: &Proposals) -> Option<Name> {
    let countries = (at + 1..end).filter(|start| {
        let mut places =
            out.candidates.ending_at(*start).filter(|c| c.kind == Kind::Place && c.start() > at);
        places.any(|place| context::is_known_place(scene, place.start(), place.end()))
    });
    let mut names = countries.filter_map(|start| name_at(scene, start));
    names.find(|name| name.end == end && name.form == Form::Foreign && name.words > 1)
}

/// `Yván Gil Pinto, Ngoại trưởng Venezuela`.
fn before(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // `Văn Xuân Hùng, cựu | phó giám đốc`
    let is_altering = |start: &usize| {
        let mut names = scene.named(*start, Role::Modifier);
        names.any(|(end, name)| end == at && name.attributes & attribute::FORMER != 0)
    };
    let at = at.checked_sub(1).filter(is_altering).unwrap_or(at);
    let Some(mark) = at.checked_sub(1).filter(|mark| {
        scene.is_joined(at)
            && [',', '-', '('].iter().any(|c| scene.is_mark(*mark, *c))
            && (scene.token(*mark).gap == Gap::None || !scene.is_mark(*mark, ','))
    }) else {
        return;
    };
    let Some(name) = name::read_back(scene, mark, out) else { return };
    if context::is_namesake(scene, name.start) || context::is_other(scene, &name, out) {
        return;
    }
    let strength = match name.form {
        Form::Full
            if name.surname & (attribute::SURE | attribute::FAIR) != 0
                || name.words > 2 && name.surname & attribute::MARK != 0
                || syllable::is_given(scene, name.end - 1) =>
        {
            Strength::Likely
        }
        Form::Foreign if name.words > 1 => Strength::Possible,
        _ => return,
    };
    push(&name, "rule/person/before-position", strength, None, out);
}

/// The token after a field or a word that completes a title: `Ngoại giao`, `lâm thời`.
fn field(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let field = scene.longest(at, Role::Field).filter(|_| scene.token(at).is_capital());
    // `Thủ tướng cấp | Bằng "Tổ quốc ghi công"`: no title has that word.
    let suffix = || {
        scene.longest(at, Role::Modifier).filter(|(_, name)| {
            name.attributes & attribute::SUFFIX != 0 || scene.is(at, word!("là"))
        })
    };
    field.or_else(suffix).map(|(end, _)| end)
}

fn name_at(scene: &Scene<'_>, at: usize) -> Option<Name> {
    (scene.token(at).gap == Gap::Space).then(|| name::read(scene, at))?
}

/// How sure a name after an office is.
fn judge(
    scene: &Scene<'_>,
    name: &Name,
    office: &gazetteer::Name,
    scope: Scope,
    out: &Proposals,
) -> Option<Strength> {
    let state = office.attributes & attribute::SELF != 0;
    let last = name.end - 1;
    let other = || context::is_other(scene, name, out);
    let follows = scene.token(name.end);
    let goes_on = follows.is_capital() && follows.gap == Gap::Space || follows.is_mark('-');
    match name.form {
        Form::Full if name.words == 2 && context::is_known_place(scene, name.start, name.end) => {
            None
        }
        // `Chủ tịch Hội Tâm lý`: the first word of a body.
        Form::Full if scene.is_named(name.start, name.start + 1, Role::Head) => {
            let sure = name.surname & attribute::SURE != 0
                || name.words > 2 && syllable::is_given(scene, last);
            sure.then_some(Strength::Likely)
        }
        Form::Full => {
            let fair = name.surname & (attribute::SURE | attribute::FAIR) != 0;
            // `Phó Bí thư Tỉnh ủy Y Mửi`
            let marked = name.surname & attribute::MARK != 0;
            // `phát ngôn viên Bộ Ngoại giao Trung Quốc | Lục Khảng cho rằng`
            let acts = || scope.body && scene.longest(name.end, Role::Predicate).is_some();
            (fair || marked || name.words > 2 || syllable::is_given(scene, last) || acts())
                .then_some(Strength::Certain)
        }
        Form::Foreign if other() => None,
        // `H.R. McMaster`
        Form::Foreign if name.is_known(scene) || name.begins_in_initials(scene) => {
            Some(Strength::Likely)
        }
        Form::Foreign
            if scope.country
                || state && (name.words > 1 || is_of_state(scene, office))
                || is_alone(office) =>
        {
            Some(Strength::Likely)
        }
        // `Chủ tịch Hội đồng châu Âu | António Costa`
        Form::Foreign if name.words > 1 && (scope.body || is_of_state(scene, office)) => {
            Some(Strength::Likely)
        }
        Form::Foreign if is_transcribed(scene, name) => Some(Strength::Likely),
        Form::Foreign => Some(Strength::Pending),
        // `Thủ tướng Anh | T.Mây`
        Form::Initials => (!scope.country || name.end > name.start + 2).then_some(Strength::Likely),
        Form::Given => {
            let personal = (name.start..name.end).all(|at| syllable::is_personal(scene, at));
            let given = syllable::is_given(scene, last);
            let head = scene.is_named(name.start, name.start + 1, Role::Head);
            // `Tập Cận Bình`: three syllables are a name even where the family is in no list.
            // `Bộ trưởng Hải dương`: a syllable alone may be the first of a word in small letters.
            let open = name.words == 1
                && follows.shape == Shape::Lower
                && scene.longest(name.end, Role::Predicate).is_none();
            let fits = if name.words == 3 {
                given
            } else {
                personal && given && name.words < 3 && !scope.country
            };
            (fits && !open && !head && !goes_on && !scope.body && !other())
                .then_some(Strength::Likely)
        }
    }
}

/// Whether an office needs no body, so that no brand follows it: `Thủ tướng`, `Bộ trưởng`.
fn is_alone(office: &gazetteer::Name) -> bool {
    office.attributes & attribute::ALONE != 0
}

/// Whether an office is one of States alone: `Tổng thống`.
fn is_of_state(scene: &Scene<'_>, office: &gazetteer::Name) -> bool {
    let follows = scene.row(office).map_or("", |row| row.get("follows"));
    follows.contains("country") && !follows.contains("body")
}
