//! The office that begins at a token: which title it is, and how far it goes.
//!
//! ```text
//! title  = name of the lists { suffix }      Phó Chủ tịch | Thường trực
//! office = title [ scope ]
//! ```
//!
//! Of the titles that begin at a token that one counts whose office goes furthest: `Trưởng ban` in `Trưởng ban cho biết`, but `Trưởng` in `Trưởng ban Tổ chức Thành ủy`, whose body begins at `ban`.

use super::scope::{self, Scope, ScopeKind};
use super::{body, context};
use crate::gazetteer::{Name, Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, phrase, word, words};

/// An office, not yet known to be held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Office {
    pub(super) start: usize,
    /// The token after the last of its title, and of what the lists have of it.
    pub(super) title: usize,
    pub(super) listed: usize,
    /// The token after its last.
    pub(super) end: usize,
    /// The title as a name of the matcher, and its flags.
    pub(super) name: u32,
    pub(super) attributes: u32,
    /// What completes the title.
    pub(super) scope: Scope,
}

impl Office {
    pub(super) fn has(&self, flag: u32) -> bool {
        self.attributes & flag != 0
    }
}

/// The office that begins at a token.
pub(super) fn read(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Office> {
    let mut best: Option<(Office, bool)> = None;
    let mut longest = at;
    for found in scene.matches(at) {
        if found.role != Role::Position {
            continue;
        }
        let Some(name) = scene.index.matcher.name(found.name) else { continue };
        if !agrees(scene, at, found.end as usize, name) {
            continue;
        }
        longest = found.end as usize;
        let (title, suffixed) = suffix(scene, found.end as usize, out);
        let Some(scope) = scope::read(scene, title, name.attributes, out) else { continue };
        if scope.is_none() && is_half(scene, at, title) {
            continue;
        }
        let office = Office {
            start: at,
            title,
            listed: found.end as usize,
            end: scope.end,
            name: found.name,
            attributes: name.attributes,
            scope,
        };
        // Of two that go equally far the shorter title if a body completes it, which begins at its own head: `Chánh | Văn phòng Tỉnh ủy`; but `Phó Trưởng Ban Thường trực | Ban Tuyên giáo`.
        let permanent = suffixed || scene.is(title - 1, word!("trực"));
        let better = best.is_none_or(|(other, other_permanent)| {
            office.end > other.end
                || office.end == other.end
                    && (permanent && !other_permanent || other.scope.kind != ScopeKind::Body)
        });
        if better {
            best = Some((office, permanent));
        }
    }
    // `Chính trị viên | phó Tiểu đoàn An`: the longer title, whose body no rule has read.
    best.map(|(office, _)| office).filter(|office| office.end >= longest)
}

/// Whether the words of a title are one here.
fn agrees(scene: &Scene<'_>, at: usize, end: usize, name: &Name) -> bool {
    let first = scene.token(at);
    if first.shape == Shape::Mixed || !context::are_written(scene, at, end) {
        return false;
    }
    // `Chủ tịch Hội đồng Trường | Đại học Vinh`: the body of the title is that of a named school.
    let is_school = scene.is(end - 1, word!("trường"))
        && scene.token(end - 1).shape == Shape::Title
        && scene.named(end - 1, Role::Head).any(|(stop, _)| stop > end);
    if is_school {
        return false;
    }
    // `đại sứ quán`, `chủ tịch đoàn`: a longer word.
    let next = scene.token(end);
    let is_compound = next.gap == Gap::Space
        && next.shape == Shape::Lower
        && scene.is_any(end, &phrase!(["quán", "đoàn"]))
        && name.attributes & attribute::HEAD == 0;
    !is_compound
}

/// The end of a title with the words that end titles: `Phó Chủ tịch Thường trực`, `Tổng thống lâm thời`; and whether there are any.
fn suffix(scene: &Scene<'_>, title: usize, out: &Proposals) -> (usize, bool) {
    let mut end = title;
    for _ in 0..2 {
        let next = scene
            .named(end, Role::Modifier)
            .rfind(|(_, name)| name.attributes & attribute::SUFFIX != 0);
        let Some((stop, name)) = next else { break };
        if scene.token(end).gap != Gap::Space {
            break;
        }
        // `Phó Giám đốc phụ trách Sở Y tế`; but `Thủ tướng điều hành phiên họp`.
        let verbal = name.attributes & attribute::ACTING != 0
            || scene.is_in(end, &words!(["điều", "đặc", "sắp", "cấp"]));
        let completed = || {
            let goes_on = out
                .candidates
                .starting_at(stop)
                .any(|c| body::is_body(c) || c.kind == crate::Kind::Person);
            goes_on || !scene.token(stop).is_word()
        };
        if verbal && !completed() {
            break;
        }
        end = stop;
    }
    (end, end > title)
}

/// Whether the end of a title is rather the beginning of a body that no rule has read: `Trưởng | Ban đại diện`.
fn is_half(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let halves = scene
        .named(at, Role::Position)
        .filter(|(stop, name)| *stop < end && name.attributes & attribute::HEAD != 0);
    let mut halves = halves;
    halves.any(|(stop, _)| scene.named(stop, Role::Head).any(|(head, _)| head > end))
}
