//! Names that a plural or counted class word announces: hai tỉnh `Hà Tĩnh`, `Quảng Bình`; các huyện: `Đầm Hà` và `Hải Hà`.
//!
//! ```text
//! names = name { ("," | ";" | "và" | "-" | "/") name }
//! ```

use super::PlaceReading;
use super::context::is_counted;
use super::name::{self, listed};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, word};

/// Plural class words.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/counted"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

/// Names of a list at most: a cap on what one class word reads.
const MOST: usize = 70;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, class)) = scene.longest(at, Role::Class) else { return };
    if !is_counted(scene, at) {
        return;
    }
    let level = Level::of(class.attributes);
    let mut next = end + usize::from(scene.is_mark(end, ':'));
    for _ in 0..MOST {
        if !scene.is_joined(next) {
            return;
        }
        let run = name::run(scene, next, 4);
        let listed = listed(scene, next).filter(|listed| listed.end >= run || listed.end > next + 1);
        let is_other = scene.longest(next, Role::Organization).is_some() || scene.longest(next, Role::Rank).is_some();
        let stop = listed.map_or(if is_other { next } else { run }, |listed| listed.end);
        if stop > next && !scene.is_named(next, stop, Role::Class) {
            let candidate = Candidate::new(Kind::Place, next, stop, "rule/place/counted")
                .strength(if listed.is_some() { Strength::Certain } else { Strength::Likely })
                .payload(out.place(PlaceReading { name: 0, level, class: None }));
            out.push(candidate);
        } else if let Some(place) = out.candidates.longest(next, Kind::Place).map(|place| place.end()) {
            // A unit with a class word of its own goes on the list.
            next = place;
            match separator(scene, next) {
                Some(after) => next = after,
                None => return,
            }
            continue;
        } else {
            return;
        }
        next = stop;
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

/// The token after what separates two names of a list.
fn separator(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if scene.token(at).gap == Gap::Line {
        return None;
    }
    let mark = [',', ';', '-', '/', '&'].iter().any(|mark| scene.is_mark(at, *mark));
    let and = |at: usize| scene.is(at, word("và")) || scene.is(at, word("với")) || scene.is(at, word("hoặc"));
    match (mark, and(at)) {
        (true, _) => Some(at + 1 + usize::from(and(at + 1))),
        (_, true) => Some(at + 1),
        _ => None,
    }
}
