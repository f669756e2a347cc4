//! Names of people: where one ends, and how it is built.
//!
//! ```text
//! name     = full | given | foreign | initials
//! full     = surname word { word }                   Nguyễn Xuân Ký, Giàng A Chu, Ksor H'Bơ Khăp, Kim Jong-un
//! given    = word { word }                           Ký, Nhật Bắc
//! foreign  = [particle] word { [particle] word }     Donald Trump, Ursula von der Leyen, von der Leyen
//! word     = capital { ("-" | "'") letters }         Hận, H'Yim, Jong-un
//!          | letters ["."]                           Nguyễn Văn H., George W. Bush
//! ```
//!
//! Initials are read by [`super::initials`].

use std::cell::{Cell, RefCell};

use super::context::{self, Left};
use super::initials::{
    goes_on_cut, initial_and_given, initials, initials_and_foreign, is_abbreviated,
};
use super::syllable::{self, Syllable};
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// How a name is built.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// A surname and more.
    Full,
    /// Syllables of the language without a surname before others.
    Given,
    /// With words that are no syllables of the language, and no surname first.
    Foreign,
    /// Abbreviated from end to end.
    Initials,
}

/// A name that may be a person's, from a token on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) start: usize,
    /// The token after its last.
    pub(crate) end: usize,
    pub(crate) form: Form,
    /// How many words it has.
    pub(crate) words: usize,
    /// Where the words after the surname begin; the start where there is none.
    pub(crate) after_surname: usize,
    /// Flags of the surname.
    pub(crate) surname: u32,
}

impl Name {
    /// Whether a part of it is in the list of those of foreign names.
    pub(super) fn is_known(&self, scene: &Scene<'_>) -> bool {
        (self.start..self.end).any(|at| scene.longest(at, Role::ForeignPart).is_some())
    }

    /// Whether letters with full stops come before its words: `H.R. McMaster`.
    pub(super) fn begins_in_initials(&self, scene: &Scene<'_>) -> bool {
        self.words > 1 && scene.is_mark(self.start + 1, '.')
    }
}

/// Particles of foreign names.
const PARTICLES: Words = words!([
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "ter",
    "van", "von",
]);

/// The longest name has a surname of two words and four more.
const LONGEST: usize = 6;

/// The names that were read in a segment: several rules ask for the same.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// For each token [`Names::UNREAD`], [`Names::NONE`], or the place of its name and [`Names::FIRST`].
    places: Vec<Cell<u32>>,
    names: RefCell<Vec<Name>>,
}

impl Names {
    const UNREAD: u32 = 0;
    const NONE: u32 = 1;
    const FIRST: u32 = 2;

    /// Forgets everything, to read a segment of so many tokens.
    pub(crate) fn reset(&mut self, tokens: usize) {
        self.places.clear();
        self.places.resize(tokens, Cell::new(Self::UNREAD));
        self.names.get_mut().clear();
    }

    fn get(&self, at: usize, read: impl FnOnce() -> Option<Name>) -> Option<Name> {
        let place = self.places.get(at)?;
        match place.get() {
            Self::UNREAD => {
                place.set(Self::NONE);
                let name = read()?;
                let mut names = self.names.borrow_mut();
                place.set(names.len() as u32 + Self::FIRST);
                names.push(name);
                Some(name)
            }
            Self::NONE => None,
            known => self.names.borrow().get((known - Self::FIRST) as usize).copied(),
        }
    }
}

/// The name that begins at a token, as far as capitals go and nothing else begins.
#[inline]
pub(crate) fn read(scene: &Scene<'_>, at: usize) -> Option<Name> {
    // Every form of a name begins with a capital, or with a particle before one.
    let token = scene.token(at);
    if !token.is_capital() {
        return if PARTICLES.has(token.sym) { read_led(scene, at) } else { None };
    }
    scene.names.get(at, || read_anew(scene, at))
}

/// The name that begins with particles at a token: `von der Leyen`.
fn read_led(scene: &Scene<'_>, at: usize) -> Option<Name> {
    let first = particle(scene, at).filter(|first| leads(scene, at, *first))?;
    let name = read(scene, first)?;
    Some(Name { start: at, after_surname: at, form: Form::Foreign, surname: 0, ..name })
}

/// Where a foreign name begins that has a word at a token: with the particles before it.
pub(super) fn first(scene: &Scene<'_>, at: usize) -> usize {
    if !PARTICLES.has(scene.before(at).sym) {
        return at;
    }
    let mut starts = [2, 1].into_iter().filter_map(|back| at.checked_sub(back));
    let is_led = |start: &usize| particle(scene, *start) == Some(at) && leads(scene, *start, at);
    starts.find(is_led).unwrap_or(at)
}

/// Whether the particles from one token to another begin a name by themselves: two do, and those that are no words of the language.
fn leads(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    const FOREIGN: Words = words!(["bin", "de", "del", "der", "ibn", "von"]);
    to > from + 1 || scene.is_in(from, &FOREIGN)
}

#[inline(never)]
fn read_anew(scene: &Scene<'_>, at: usize) -> Option<Name> {
    if scene.is_mark(at + 1, '.')
        && let Some(name) = abbreviated(scene, at)
    {
        return Some(name);
    }
    if begins_phrase(scene, at) || is_blocked(scene, at) || begins_place(scene, at) {
        return None;
    }
    let is_upper = is_shouted(scene, at);
    let (form, after_surname) = (Form::Given, at);
    let first = word(scene, at)?;
    let mut name = Name { start: at, end: first, form, words: 1, after_surname, surname: 0 };
    // `Von der Leyen`: where the sentence or a title begins with it.
    let is_led =
        PARTICLES.has(scene.token(at).sym) && first == at + 1 && particle(scene, first).is_some();
    if !is_led && is_alone(scene, at) {
        return (!is_upper).then_some(name);
    }
    // `An | -tô-ni-ô`: a syllable of a word that is transcribed is no surname.
    let surname = scene
        .longest(at, Role::Surname)
        .filter(|(after, _)| first == at + 1 || *after >= first || !scene.is_mark(*after, '-'));
    let mut is_foreign = is_led || syllable::is_foreign(scene, at, first);
    let mut is_cut = is_abbreviated(scene, at, first);
    while name.words < LONGEST && !is_cut {
        let particle = if is_foreign { particle(scene, name.end) } else { None };
        let (next, linked) = particle.map_or((name.end, false), |next| (next, true));
        // `Wilbur L.Ross`
        let dotted = is_foreign
            && scene.token(next).gap == Gap::None
            && scene.is_mark(next - 1, '.')
            && scene.before(next - 1).end - scene.before(next - 1).start == 1;
        let end =
            word(scene, next).filter(|_| linked || dotted || scene.token(next).gap == Gap::Space);
        let Some(end) = end else { break };
        let letter = scene.token(next).end - scene.token(next).start == 1;
        let is_other = is_stop(scene, &name, next, is_foreign)
            || is_blocked(scene, next)
            || is_domain(scene, end);
        if !letter && is_shouted(scene, next) != is_upper || is_other {
            break;
        }
        is_foreign |= syllable::is_foreign(scene, next, end);
        is_cut = is_abbreviated(scene, next, end) && !is_foreign;
        name.end = end;
        name.words += 1;
    }
    // `Nguyễn Thị T. | A.`, `Bùi Th. | H.`
    while is_cut && name.words < LONGEST && goes_on_cut(scene, at, name.end) {
        let stop = scene.is_mark(name.end + 1, '.') && scene.is_glued(name.end + 1);
        name.end += 1 + usize::from(stop);
        name.words += 1;
    }
    // `Felipe VI`
    const REGNAL: [&str; 12] =
        ["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XVI"];
    if is_foreign
        && name.words == 1
        && scene.token(name.end).gap == Gap::Space
        && REGNAL.contains(&scene.text(name.end))
    {
        name.end += 1;
    }
    name.form = if is_foreign { Form::Foreign } else { Form::Given };
    if let Some((after, row)) = surname.filter(|(after, _)| *after < name.end) {
        name.form = Form::Full;
        name.after_surname = after;
        name.surname = row.attributes;
    } else if !is_foreign && name.words > 2 && scene.is(at + 1, word!("thị")) {
        // `Liên Thị Mai`: what stands before `Thị` is a surname.
        (name.form, name.after_surname, name.surname) = (Form::Full, at + 1, attribute::FAIR);
    }
    // `OceanBank`: a word that goes on in a capital is no name.
    let next = scene.token(name.end);
    let counted = next.gap == Gap::None && next.shape == Shape::Number;
    let glued = counted
        || next.gap == Gap::None
            && next.is_word()
            && (is_foreign || name.words == 1 && next.shape != Shape::Lower);
    if is_upper && name.words == 1 || glued {
        return None;
    }
    Some(name)
}

/// The name that begins with a letter and a full stop.
fn abbreviated(scene: &Scene<'_>, at: usize) -> Option<Name> {
    initials_and_foreign(scene, at).or_else(|| {
        let end = initials(scene, at).or_else(|| initial_and_given(scene, at))?;
        let (form, after_surname) = (Form::Initials, at);
        Some(Name { start: at, end, form, words: 1, after_surname, surname: 0 })
    })
}

/// The name that ends before a token: the longest that is read so and begins where a name can begin.
pub(super) fn read_back(scene: &Scene<'_>, end: usize, out: &Proposals) -> Option<Name> {
    let inside = |at: usize| {
        let token = scene.token(at);
        token.is_word() && token.shape != Shape::Lower
            || ['-', '\'', '.'].iter().any(|mark| token.is_mark(*mark))
            || token.gap == Gap::None && token.is_word()
    };
    let mut start = end;
    while start > 0
        && end - start < 10
        && inside(start - 1)
        && (start == end || scene.is_joined(start))
    {
        start -= 1;
    }
    let begins = |at: usize| {
        let sure = || {
            scene.named(at, Role::Surname).any(|(_, name)| name.attributes & attribute::SURE != 0)
        };
        at == 0
            || !scene.before(at).is_word()
            || scene.token(at).gap != Gap::None
                && (at == start || sure() || context::left(scene, at, out) != Left::Capital)
    };
    let found = (start..end)
        .filter(|at| begins(*at))
        .find_map(|at| read(scene, at).filter(|name| name.end == end))?;
    match scene.is_sentence_start(found.start) && context::is_preceded(scene, &found) {
        true => read(scene, found.start + 1).filter(|name| name.end == end),
        false => Some(found),
    }
}

/// Whether a word is written in capitals, and not a capital alone.
fn is_shouted(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Upper
}

/// The token after the last of a word of a name.
#[inline]
pub(super) fn word(scene: &Scene<'_>, at: usize) -> Option<usize> {
    match scene.token(at).is_capital() {
        true if scene.is_glued(at + 1) => Some(glued_word(scene, at)),
        // Most words touch nothing after them.
        true => Some(at + 1),
        false => None,
    }
}

/// The token after the last of a word that touches what stands after it.
fn glued_word(scene: &Scene<'_>, at: usize) -> usize {
    let token = scene.token(at);
    let mut end = at + 1;
    for _ in 0..5 {
        let glued =
            scene.is_glued(end) && scene.is_glued(end + 1) && scene.token(end + 1).is_word();
        let foreign = || {
            scene.token(end + 1).shape == Shape::Lower
                || syllable::is_foreign(scene, end - 1, end)
                || syllable::is_foreign(scene, end + 1, end + 2)
        };
        // `M'Lô`, `Ê-đi-xơn`; also `McCain`, which is cut before the second capital.
        if glued && (scene.is_mark(end, '\'') || scene.is_mark(end, '-') && foreign()) {
            end += 2;
        } else if scene.is_glued(end)
            && scene.token(end).shape == Shape::Title
            && is_prefix(scene, end - 1)
        {
            end += 1;
        } else {
            break;
        }
    }
    // `A.` too, where the sentence goes on.
    let letter = end == at + 1 && token.end - token.start == 1;
    let follows = scene.token(end + 1);
    let goes_on = letter && follows.shape == Shape::Lower && follows.gap == Gap::Space;
    let is_dotted = scene.is_mark(end, '.') && scene.is_glued(end);
    if is_dotted && (goes_on || is_abbreviated(scene, at, end)) {
        end += 1;
    }
    end
}

/// Whether a word of the language stands before one in small letters, so that a name there has no other word.
pub(super) fn is_alone(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at + 1);
    next.shape == Shape::Lower && next.gap == Gap::Space && !syllable::is_foreign(scene, at, at + 1)
}

/// Whether a word is a prefix of surnames that keep their own capital: `McCain`, `DeVos`.
pub(super) fn is_prefix(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.end - token.start <= 3 && ["Mc", "Mac", "De", "Di", "Le", "La"].contains(&scene.text(at))
}

/// The token after a small particle of foreign names: `von der Leyen`, `Luiz Inacio Lula da Silva`.
fn particle(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let is_one = |at: usize| {
        let token = scene.token(at);
        PARTICLES.has(token.sym) && token.shape == Shape::Lower && token.gap == Gap::Space
    };
    if !is_one(at) {
        return None;
    }
    // `Bashar al-Assad`
    if scene.is_mark(at + 1, '-') && scene.is_glued(at + 1) && scene.is_glued(at + 2) {
        return (scene.token(at + 2).shape == Shape::Title).then_some(at + 2);
    }
    let next = if is_one(at + 1) { at + 2 } else { at + 1 };
    let is_foreign = || leads(scene, at, next) || syllable::is_foreign(scene, next, next + 1);
    (scene.token(next).shape == Shape::Title && is_foreign()).then_some(next)
}

/// Whether a word of the list of those that no name holds stands at a token.
#[inline]
fn is_blocked(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Role::Blocked.bit()) && is_blocked_word(scene, at)
}

fn is_blocked_word(scene: &Scene<'_>, at: usize) -> bool {
    scene.named(at, Role::Blocked).any(|(end, name)| {
        end == at + 1 && scene.row(name).is_some_and(|row| row.table.name().starts_with("person/"))
    })
}

/// Whether a word is the first of a web address: `Baodatviet.vn`.
fn is_domain(scene: &Scene<'_>, end: usize) -> bool {
    scene.is_mark(end, '.')
        && scene.is_glued(end)
        && scene.is_glued(end + 1)
        && scene.token(end + 1).shape == Shape::Lower
}

/// Whether a place that everybody knows stands before a name: `Quảng Ngãi Phạm Trường Thọ`.
#[inline]
fn begins_place(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Role::Place.bit()) && is_place_before_name(scene, at)
}

fn is_place_before_name(scene: &Scene<'_>, at: usize) -> bool {
    let capital = |at: usize| scene.token(at).gap == Gap::Space && scene.token(at).is_capital();
    let sure = |at: usize| {
        scene.named(at, Role::Surname).any(|(_, name)| name.attributes & attribute::SURE != 0)
    };
    scene.named(at, Role::Place).any(|(end, _)| {
        let long = end > at + 1
            && capital(end)
            && capital(end + 1)
            && scene.token(end).shape == Shape::Title
            && (syllable::is_foreign(scene, end, end + 1) || capital(end + 2) && sure(end));
        long || owns(scene, at, end)
    })
}

/// Whether a country of one word stands between a small word and a foreign name: `của | Áo Ernst Wastler`, `quân đội | Mỹ Ryan Dillon`.
fn owns(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    end == at + 1
        && scene.before(at).shape == Shape::Lower
        && context::is_known_place(scene, at, end)
        && [end, end + 1].iter().all(|next| {
            scene.token(*next).gap == Gap::Space
                && scene.token(*next).shape == Shape::Title
                && syllable::is_foreign(scene, *next, *next + 1)
        })
}

/// Whether a phrase that is no name begins at a token: a title, a rank, a form of address, a body.
#[inline]
pub(super) fn begins_phrase(scene: &Scene<'_>, at: usize) -> bool {
    const PHRASES: u64 = Role::Rank.bit()
        | Role::Position.bit()
        | Role::Honorific.bit()
        | Role::Head.bit()
        | Role::Class.bit()
        | Role::DocumentType.bit()
        | Role::Namesake.bit()
        | Role::Modifier.bit()
        | Role::Organization.bit()
        | Role::Field.bit()
        | Role::Branch.bit();
    scene.has(at, PHRASES) && is_phrase(scene, at)
}

fn is_phrase(scene: &Scene<'_>, at: usize) -> bool {
    const TITLES: u64 = Role::Rank.bit() | Role::Position.bit() | Role::Branch.bit();
    const CUES: u64 = Role::Honorific.bit()
        | Role::Head.bit()
        | Role::Class.bit()
        | Role::DocumentType.bit()
        | Role::Namesake.bit()
        | Role::Modifier.bit();
    const BODIES: u64 = Role::Organization.bit() | Role::Field.bit();
    let (next, after) = (scene.token(at + 1), scene.token(at + 2));
    let of = |is_so: bool, roles: u64| if is_so { roles } else { 0 };
    // What several words say, what two say, and what more do.
    let several = TITLES | of(next.shape == Shape::Lower, CUES | BODIES);
    let two = several | of(after.is_capital() && after.gap == Gap::Space, Role::Honorific.bit());
    let more = several | CUES;
    let mut longer = scene.matches(at).iter().rev().take_while(|found| found.end as usize > at + 1);
    let one = |role: Role| syllable::is_one(scene, at, role.bit());
    longer.any(|found| {
        let roles = if found.end as usize == at + 2 { two } else { more };
        roles & found.role.bit() != 0
    }) || one(Role::Rank)
        || next.gap == Gap::Space && one(Role::Position) && !syllable::is_given(scene, at)
        || next.gap != Gap::None && one(Role::Honorific) && !syllable::is_part(scene, at)
}

/// Whether a name does not go on with a token.
fn is_stop(scene: &Scene<'_>, name: &Name, at: usize, is_foreign: bool) -> bool {
    if begins_phrase(scene, at) {
        return true;
    }
    let token = scene.token(at);
    let runs_on = || {
        let next = scene.token(at + 1);
        (next.is_word() || next.shape == Shape::Number) && next.gap == Gap::Space
    };
    // `Vương Dân Vương Dân`: a caption runs into the text.
    if name.words > 1
        && scene.is(name.start, token.sym)
        && scene.token(at + 1).is_capital()
        && scene.is_named(name.start, name.start + 1, Role::Surname)
    {
        return true;
    }
    let paired = || scene.asked(at, Role::Starter).any(|(end, _)| end > at + 1);
    if name.words > 1
        && token.shape == Shape::Title
        && scene.token(at + 1).shape == Shape::Lower
        && paired()
    {
        return true;
    }
    if token.shape == Shape::Title && runs_on() && scene.is_named(at, at + 1, Role::Starter) {
        let before = Syllable::at(scene, name.end - 1);
        let follows = name.words == 1 || name.words == 2 && before.middle & attribute::COMMON != 0;
        return is_foreign || !(follows && syllable::is_given(scene, at)) || name.words > 2;
    }
    // A form of address that names share: only before a name of its own.
    const ADDRESSES: [Sym; 6] = phrase!(["ông", "bà", "anh", "chị", "cháu", "em"]);
    name.words > 1
        && ADDRESSES.contains(&token.sym)
        && scene.token(at + 1).is_capital()
        && scene.token(at + 1).gap == Gap::Space
        && (!syllable::is_part(scene, at)
            || name.words > 2 && scene.is_named(at + 1, at + 2, Role::Surname))
}
