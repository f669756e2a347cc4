//! Buildings and monuments whose names are composed: `Nhà khách Quốc gia Akasaka`, `Nghĩa trang liệt sĩ phường Hoài Hảo`, `Lăng Chủ tịch Hồ Chí Minh`.
//!
//! ```text
//! site = class { word | class | "-" class | body } (name | place)
//! ```
//!
//! Nothing nests in them.

use super::PlaceReading;
use super::class_guard::class_of;
use super::context::is_counted;
use super::name;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Match, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::Shape;

/// Class words of buildings and monuments.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/site"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

/// Tokens of a name at most.
const LONGEST: usize = 16;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at).iter().rev().filter(|found| found.role == Role::Class) {
        let class = scene.index.matcher.name(found.name);
        let is_title = class.is_some_and(|class| class.attributes & attribute::TITLE != 0);
        if is_title && propose_site(scene, at, found, out) {
            return;
        }
    }
}

/// Proposes the building or monument of a class word, if there is one.
#[inline(never)]
fn propose_site(scene: &Scene<'_>, at: usize, found: &Match, out: &mut Proposals) -> bool {
    let Some(class) = class_of(scene, at, found).filter(|_| !is_counted(scene, at)) else {
        return false;
    };
    let start = found.end as usize;
    // `Hội Trường Sơn` is no hall.
    if scene.blocked(at, Kind::Place).any(|stop| stop > start) {
        return false;
    }
    let Some(end) = read(scene, at, start, out) else { return false };
    // What the lists know whole, they know more of.
    let is_known = |listed: name::Listed| {
        listed.alone && listed.end >= end && listed.is_only(Level::Site.bit() | Level::Road.bit())
    };
    if name::listed(scene, at).is_some_and(is_known) {
        return false;
    }
    let payload = out.place(PlaceReading::of_class(scene, at, start, class, found));
    out.push(
        Candidate::new(Kind::Place, at, end, "rule/place/site")
            .strength(Strength::Certain)
            .closed()
            .payload(payload),
    );
    true
}

/// The end of the name of a building whose class word stands before a token.
fn read(scene: &Scene<'_>, at: usize, start: usize, out: &Proposals) -> Option<usize> {
    let mut next = start;
    let mut end = None;
    while next < at + LONGEST && (scene.is_joined(next) || next == start && next > at) {
        let token = scene.token(next);
        if !scene.is_joined(next) {
            break;
        }
        if let Some(unit) = out
            .candidates
            .longest(next, Kind::Place)
            .filter(|c| c.rule.starts_with("rule/place/class"))
        {
            return Some(unit.end());
        }
        let class = scene
            .longest(next, Role::Class)
            .filter(|(_, class)| class.attributes & attribute::TITLE != 0);
        if let Some((stop, _)) = class {
            next = stop;
            continue;
        }
        if token.is_mark('-') && scene.longest(next + 1, Role::Class).is_some() {
            next += 1;
            continue;
        }
        // `hội trường Quân khu 7` is that of a body.
        if next == start
            && scene.token(at).shape == Shape::Lower
            && scene.longest(next, Role::Organization).is_some()
        {
            return None;
        }
        // `liệt sĩ`, `quốc gia`; with a capital they may be all of the name.
        if let Some((stop, _)) = scene.longest(next, Role::SiteWord)
            && ((next..stop).all(|at| scene.token(at).shape == Shape::Lower)
                || is_lowered(scene, next, stop))
        {
            end = if token.is_capital() { Some(stop) } else { end };
            next = stop;
            continue;
        }
        if !token.is_capital() {
            break;
        }
        // `hội trường Bộ Công an` is no name.
        if let Some(body) = out.candidates.longest(next, Kind::Organization) {
            if !scene.token(at).is_capital() {
                return None;
            }
            end = Some(body.end());
            next = body.end();
            continue;
        }
        let listed = name::listed(scene, next);
        // `nhà thờ Italy` is any of them.
        if end.is_none() && listed.is_some_and(|l| l.is_only(Level::Country.bit())) {
            return None;
        }
        let listed = listed.map_or(next, |listed| listed.end);
        let run = name::run(scene, next, 5).max(listed);
        // `Nhà tang lễ Bệnh | viện 198`: a body that is not read yet.
        let is_half = run == next + 1
            && scene.token(run).shape == Shape::Lower
            && scene.longest(next, Role::Head).is_some_and(|(stop, _)| stop > run);
        if is_half {
            return None;
        }
        if run == next {
            break;
        }
        end = Some(run);
        next = run;
    }
    end
}

/// Whether words are written as a name, the first with a capital: `Thống nhất`.
pub(crate) fn is_lowered(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    scene.token(start).shape == Shape::Title
        && end > start + 1
        && (start + 1..end).all(|at| scene.token(at).shape != Shape::Upper)
}
