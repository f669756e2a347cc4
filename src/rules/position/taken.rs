//! Offices that someone takes, holds or leaves, as the words before them say: `được bổ nhiệm làm`, `trên cương vị`, `thôi giữ chức`.
//!
//! ```text
//! taking = [ person … ] words of taking office, office        Lê Văn An được bầu làm | Chủ tịch UBND tỉnh
//!        | person "giao" "quyền" office                       Lê Văn An được giao quyền | Giám đốc Sở Y tế
//!        | words of leaving, office … "đối với" person        miễn nhiệm | Chủ tịch UBND tỉnh nhiệm kỳ 2021-2026 đối với ông Lê Văn An
//! ```

use super::context;
use super::holder::{begins_person, is_name, term};
use super::scope::{ScopeKind, is_person};
use super::title::Office;
use crate::candidate::Candidate;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::lexicon::symbols;
use crate::text::{Gap, Sym, Words, phrase, word, words};

/// How far before words that tell of taking office someone may be named.
pub(super) const FAR: usize = 45;

/// What the words before an office say of it: whether someone takes, holds or leaves it (`được bổ nhiệm làm`, `trên cương vị`, `là`); `None` if they say nothing.
pub(super) fn taken(
    scene: &Scene<'_>,
    office: &Office,
    at: usize,
    is_lower: bool,
    out: &Proposals,
) -> Option<bool> {
    const NEAR: usize = 20;
    let specific = !is_lower || office.scope.kind == ScopeKind::Body;
    // `Lê Văn An được giao | quyền Giám đốc Sở Y tế`
    let is_entrusted = at < office.start
        && scene.is(at, word!("quyền"))
        && scene.is(at.wrapping_sub(1), word!("giao"))
        && entrusts(scene, at - 1, office.end, out)
        && names_someone(scene, at - 1, office.end, NEAR, out);
    if is_entrusted {
        return Some(specific);
    }
    let (cue, flags) = context::modifier(scene, at, attribute::HOLDS)?;
    let is_weak = flags & attribute::CUED != 0;
    let is_plain = scene.is_any(cue, &phrase!(["là"]));
    if is_plain && !names_someone(scene, cue, office.end, NEAR, out) {
        return None;
    }
    let gains = scene.is_in(cue, &words!(["bổ", "chỉ", "phân", "điều", "bầu"]));
    let reach = if gains { FAR } else { NEAR };
    let named =
        || names_someone(scene, cue, office.end, reach, out) || is_given(scene, office.end, out);
    Some(specific && (!is_weak || named()))
}

/// Whether `giao quyền` entrusts someone with the office between two tokens, rather than give its holder a power: `Lê Văn An được Thủ tướng | giao quyền`, `quyết định | giao quyền`, `Giám đốc Sở Y tế | cho ông Lê Văn An`; but not `luật | giao quyền Bộ trưởng | quyết định`.
fn entrusts(scene: &Scene<'_>, at: usize, end: usize, out: &Proposals) -> bool {
    /// Words between `được` and the verb at most.
    const NEAR: usize = 5;
    let mut before = (1..=NEAR).filter_map(|back| at.checked_sub(back));
    before.any(|at| scene.is(at, word!("được")))
        || scene.starts(at.wrapping_sub(2), &phrase!(["quyết", "định"]))
        || scene.is(end, word!("cho")) && begins_person(scene, end + 1, out)
}

/// Whether the words after an office, its term and its years name the one whom it is about: `bầu Chủ tịch HĐND tỉnh | khóa X, nhiệm kỳ 2021-2026 | đối với ông Lê Văn An`.
fn is_given(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let mut at = term(scene, at, out);
    for _ in 0..2 {
        at += usize::from(scene.is_mark(at, ',') || scene.is(at, word!("và")));
        let date = out.candidates.starting_at(at).filter(|c| c.kind == crate::Kind::Date);
        at = term(scene, date.map(|c| c.end()).max().unwrap_or(at), out);
    }
    let names =
        |at: usize| scene.starts(at, &phrase!(["đối", "với"])) && begins_person(scene, at + 2, out);
    // `cách chức Chủ tịch UBND tỉnh nhiệm kỳ 2016-2021 và xóa tư cách Phó Chủ tịch UBND tỉnh | đối với ông Lê Văn An`
    let is_same = |at: usize| {
        let joins = scene.is_mark(at, ',') || scene.is(at, word!("và"));
        !joins || leads_on(scene, at + 1, out)
    };
    let told = (at..at + FAR).take_while(|at| !ends_sentence(scene, *at) && is_same(*at));
    names(at) || told.skip(1).any(names)
}

/// Whether what is joined at a token is another office, or its years: `xóa tư cách | Phó Chủ tịch`.
fn leads_on(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    /// Words before the title at most.
    const NEAR: usize = 4;
    (at..at + NEAR).any(|at| scene.has(at, Role::Position.bit()))
        || out.candidates.starting_at(at).any(|c| c.kind == crate::Kind::Date)
}

/// The end of the years of an office that ends before a token: `nhiệm kỳ 2016-2021`; the token itself where there are none.
pub(super) fn years(scene: &Scene<'_>, at: usize, out: &Proposals) -> usize {
    let is_told =
        scene.token(at).gap == Gap::Space && scene.is_any(at, &phrase!(["nhiệm", "giai"]));
    let dates = || out.candidates.starting_at(at).filter(|c| c.kind == crate::Kind::Date);
    if is_told { dates().map(Candidate::end).max().unwrap_or(at) } else { at }
}

/// Whether the words before an office say that its holder leaves it, or held it before: `thôi giữ chức`, `từng là`.
pub(super) fn is_left(scene: &Scene<'_>, at: usize) -> bool {
    let cue = context::modifier(scene, at, attribute::HOLDS);
    cue.is_some_and(|(_, flags)| flags & attribute::FORMER != 0)
}

/// Whether a sentence names a person, or someone by his office, not far before the words that announce an office or after the office.
pub(super) fn names_someone(
    scene: &Scene<'_>,
    cue: usize,
    end: usize,
    reach: usize,
    out: &Proposals,
) -> bool {
    let someone = |c: &crate::candidate::Candidate| is_person(c) || c.kind == crate::Kind::Position;
    // The first word of a line is part of the sentence, and what ends before it is not: `Ông | từng là Giám đốc Sở Y tế`.
    let is_beyond = |at: usize| at < cue && scene.token(at + 1).gap == Gap::Line;
    let mut before = (0..reach)
        .map_while(|back| cue.checked_sub(back))
        .take_while(|at| !ends_clause(scene, *at) && !is_beyond(*at));
    let mut after = (end..end + reach.min(10)).take_while(|at| !ends_sentence(scene, *at));
    const PRONOUNS: Words = words!(["ông", "bà", "anh", "chị", "chí", "tôi"]);
    let ended =
        |at: usize| scene.token(at).gap != Gap::Line && out.candidates.ending_at(at).any(someone);
    before.any(|at| scene.is_in(at, &PRONOUNS) || ended(at)) || after.any(|at| is_name(at, out))
}

/// Whether an office is an item of what is told of someone's life: `Lê Văn An 64 tuổi; quê ở Hà Nội; | Ủy viên Trung ương Đảng khóa XI`.
pub(super) fn is_of_life(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    /// Tokens before the item at most.
    const LONGEST: usize = 60;
    /// Tokens before the name at most: a form of address or a grade.
    const NEAR: usize = 5;
    if !scene.is_mark(at.wrapping_sub(1), ';') || !scene.is_joined(at) {
        return false;
    }
    let mut before = (2..LONGEST).map_while(|back| at.checked_sub(back));
    let begins = |at: &usize| {
        let ends = ['.', '!', '?'].iter().any(|mark| scene.before(*at).is_mark(*mark));
        !scene.is_joined(*at) || ends && !scene.is_glued(*at)
    };
    let Some(start) = before.find(begins) else { return false };
    (start..at).any(|at| scene.is_any(at, &phrase!(["tuổi", "sinh", "quê"])))
        && (start..start + NEAR).any(|at| is_name(at, out))
}

/// How a clause begins that has no subject of its own: `Lê Văn An từng là Trưởng phòng; | được bổ nhiệm làm Giám đốc`.
pub(crate) const GOING_ON: [&str; 3] = ["được", "bị", "từng"];

/// Whether a clause that has no subject of its own begins at a token: one of these, or an office that somebody is, `Ông nhập ngũ năm 1963; | là Ủy viên Trung ương Đảng`.
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    const VERBS: [Sym; 3] = symbols(GOING_ON);
    let is_said = scene.is(at, word!("là")) && scene.has(at + 1, Role::Position.bit())
        || scene.starts(at, &phrase!(["chức", "vụ"]));
    scene.is_joined(at) && (is_said || scene.is_any(at, &VERBS))
}

fn ends_sentence(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).gap == Gap::Line || ends_clause(scene, at)
}

/// Whether a mark at a token ends a sentence, or a clause with a subject of its own after it.
fn ends_clause(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    ['.', ';', '?', '!'].iter().any(|mark| token.is_mark(*mark))
        && !scene.is_glued(at + 1)
        && !(token.is_mark(';') && goes_on(scene, at + 1))
}
