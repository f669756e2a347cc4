//! Names that a plural or counted class word announces: hai tỉnh `Hà Tĩnh`, `Quảng Bình`; các huyện: `Đầm Hà` và `Hải Hà`.
//!
//! ```text
//! names = name { ("," | ";" | "và" | "-" | "/") name }
//! ```

use super::PlaceReading;
use super::class_word::class_of;
use super::context::is_counted;
use super::name::{self, listed};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, phrase, word};

/// Plural class words.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/counted"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

/// Names of a list at most: a cap on what one class word reads.
const MOST: usize = 70;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(found) =
        scene.matches(at).iter().rev().find(|found| class_of(scene, at, found).is_some())
    else {
        return;
    };
    let Some(class) = class_of(scene, at, found) else { return };
    if !is_counted(scene, at) {
        return;
    }
    let level = Level::of(class.attributes);
    let Some((mut next, is_open)) = announced(scene, found.end as usize) else { return };
    // Only class words that stand at the names themselves, or announce them, take names that no list knows.
    let takes_unlisted = class.attributes & (attribute::NAME | attribute::RANGE) != 0;
    for _ in 0..MOST {
        if !scene.is_joined(next) {
            return;
        }
        let known = listed(scene, next);
        let run = name::run(scene, next, 4);
        let is_other = [Role::Organization, Role::Rank, Role::Head]
            .iter()
            .any(|role| scene.longest(next, *role).is_some());
        let stop = match known {
            Some(listed) if listed.end >= run || listed.end > next + 1 => listed.end,
            _ if is_other
                || !takes_unlisted
                || is_open
                    && run < next + 2
                    && known.is_none()
                    && !name::is_foreign(scene.text(next)) =>
            {
                next
            }
            _ => run,
        };
        if stop > next
            && scene.longest(next, Role::Class).is_none_or(|(end, _)| end < stop)
            && !name::is_stop(scene, next)
        {
            let strength = if known.is_some() { Strength::Certain } else { Strength::Likely };
            let payload = out.place(PlaceReading { at: next as u32, level, ..Default::default() });
            out.push(
                Candidate::new(Kind::Place, next, stop, "rule/place/counted")
                    .strength(strength)
                    .payload(payload),
            );
            next = stop;
        } else if let Some(place) =
            out.candidates.longest(next, Kind::Place).map(|place| place.end())
        {
            // A unit with a class word of its own goes on the list.
            next = place;
        } else {
            return;
        }
        // `Hà Tĩnh (cũ), Quảng Bình`: what stands in brackets is passed over.
        if scene.is_mark(next, '(') {
            let Some(close) = (next..next + 12).find(|at| scene.is_mark(*at, ')')) else { return };
            next = close + 1;
        }
        match separator(scene, next) {
            Some(after) => next = after,
            None => return,
        }
    }
}

/// Where the names begin that a plural class word before a token announces, and whether other words stand between: `các huyện Đầm Hà`, `các huyện biên giới như: Đầm Hà`.
fn announced(scene: &Scene<'_>, end: usize) -> Option<(usize, bool)> {
    let mut at = end;
    while at < end + 6 && scene.is_joined(at) && scene.token(at).shape == Shape::Lower {
        if scene.is_any(at, &const { phrase(["như", "gồm", "là"]) }) {
            return Some((at + 1 + usize::from(scene.is_mark(at + 1, ':')), true));
        }
        at += 1;
    }
    if scene.is_mark(at, ':') && scene.is_joined(at) {
        return Some((at + 1, at > end));
    }
    (at == end).then_some((at, false))
}

/// The token after what separates two names of a list.
fn separator(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if scene.token(at).gap == Gap::Line {
        return None;
    }
    let mark = [',', ';', '-', '/', '&'].iter().any(|mark| scene.is_mark(at, *mark));
    let and = |at: usize| {
        scene.is(at, const { word("và") })
            || scene.is(at, const { word("với") })
            || scene.is(at, const { word("hoặc") })
    };
    match (mark, and(at)) {
        (true, _) => Some(at + 1 + usize::from(and(at + 1))),
        (_, true) => Some(at + 1),
        _ => None,
    }
}
