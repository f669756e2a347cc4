//! Acronyms of bodies: in parentheses after the full name, in datelines and credits, and those that the article explains elsewhere.

use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, phrase, word};

/// Letters in capitals.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[
        "rule/organization/defined",
        "rule/organization/dateline",
        "rule/organization/acronym",
    ],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Upper] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let letters = scene.text(at).chars().count();
    let end = at + 1;
    if letters < 2 || is_glued_to_word(scene, at) {
        return;
    }
    let opens = scene.is_mark(at.wrapping_sub(1), '(');
    let closes = scene.is_mark(end, ')');
    let (rule, strength) = match () {
        _ if opens && closes && follows_body(scene, at - 1, out) => {
            ("rule/organization/defined", Strength::Likely)
        }
        _ if opens && closes && is_dateline(scene, at) => {
            ("rule/organization/dateline", Strength::Likely)
        }
        _ if follows_call(scene, at) => ("rule/organization/defined", Strength::Likely),
        _ if is_shouted(scene, at) || is_other(scene, at) => return,
        _ => ("rule/organization/acronym", Strength::Pending),
    };
    out.push(Candidate::new(Kind::Organization, at, end, rule).strength(strength));
}

/// Whether letters are part of a longer string.
fn is_glued_to_word(scene: &Scene<'_>, at: usize) -> bool {
    let end = at + 1;
    let after = scene.is_glued(end)
        && (scene.token(end).is_word() || scene.token(end).shape == Shape::Number);
    let dash = |mark: usize, next: usize| {
        scene.is_mark(mark, '-')
            && scene.is_glued(mark)
            && scene.is_glued(mark + 1)
            && scene.token(next).shape != Shape::Edge
    };
    let before = at > 0
        && scene.is_glued(at)
        && (scene.before(at).is_word() || scene.before(at).shape == Shape::Number);
    after
        || before
        || dash(end, end + 1)
        || at > 1 && dash(at - 1, at - 2)
        || scene.is_mark(end, '&') && scene.is_glued(end)
}

/// Whether a body ends before an opening parenthesis.
fn follows_body(scene: &Scene<'_>, mark: usize, out: &Proposals) -> bool {
    scene.is_joined(mark)
        && out
            .candidates
            .ending_at(mark)
            .any(|c| c.kind == Kind::Organization && c.strength > Strength::Possible && c.len() > 1)
}

/// `(BĐ) -` at the beginning of a text.
fn is_dateline(scene: &Scene<'_>, at: usize) -> bool {
    let first = at.wrapping_sub(1);
    (first == 0 || !scene.is_joined(first)) && scene.is_mark(at + 2, '-')
}

/// `gọi tắt là NQTW`, `sau đây gọi là UBQLV`.
fn follows_call(scene: &Scene<'_>, at: usize) -> bool {
    let quoted = scene.is_mark(at.wrapping_sub(1), '"');
    let start = at.wrapping_sub(if quoted { 2 } else { 1 });
    scene.is(start, const { word("là") })
        && (scene.starts(start.wrapping_sub(2), &const { phrase(["gọi", "tắt"]) })
            || scene.is(start.wrapping_sub(1), const { word("gọi") }))
}

/// Whether letters stand among words in capitals.
fn is_shouted(scene: &Scene<'_>, at: usize) -> bool {
    let upper =
        |at: usize| scene.token(at).shape == Shape::Upper && scene.text(at).chars().count() > 1;
    upper(at + 1) && scene.is_joined(at + 1) || at > 0 && upper(at - 1) && scene.is_joined(at)
}

/// Whether letters stand for something else that the lists know.
fn is_other(scene: &Scene<'_>, at: usize) -> bool {
    scene.matches(at).iter().any(|found| {
        scene.index.matcher.name(found.name).is_some_and(|name| {
            found.end as usize == at + 1
                && matches!(
                    name.role,
                    Role::Place | Role::Rank | Role::Position | Role::DocumentType | Role::Class
                )
        })
    })
}
