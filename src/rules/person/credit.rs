//! Authors of texts and pictures: `Ảnh: Nhật Bắc`, `Tin, ảnh: Thu Hà - V.Hùng`, `Doãn Tấn/TTXVN`, and a byline that ends the text or heads it before the date.
//!
//! ```text
//! credit = ("Ảnh" | "Tin, ảnh" | …) ":" name { ("-" | "," | "và" | "/") name }
//!        | name "/" agency
//! byline = line or sentence start, name { ("-" | ",") name }, end of the block or a date
//! ```

use super::context;
use super::name::{self, Form, Name};
use super::{push, syllable};
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, word};

/// Authors named in credits.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/credit", "rule/person/agency"],
    triggers: Triggers { words: &[], roles: &[Role::Honorific, Role::Organization], shapes: &[] },
    propose: |scene, at, out| {
        credit(scene, at, out);
        agency(scene, at, out);
    },
};

/// Bylines.
pub(crate) const BYLINE: Proposer = Proposer {
    rules: &["rule/person/byline"],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Title] },
    propose: byline,
};

/// `Ảnh: Nhật Bắc`.
fn credit(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let cue = scene
        .named(at, Role::Honorific)
        .filter(|(_, name)| name.attributes & attribute::CREDIT != 0)
        .last();
    let Some((end, _)) = cue else { return };
    if !scene.is_mark(end, ':') {
        return;
    }
    list(scene, end + 1, "rule/person/credit", out);
}

/// The authors from a token on.
fn list(scene: &Scene<'_>, mut at: usize, rule: &'static str, out: &mut Proposals) {
    for _ in 0..4 {
        let Some(name) = scene.is_joined(at).then(|| author(scene, at, out)).flatten() else {
            return;
        };
        push(&name, rule, Strength::Certain, None, out);
        let separates = ['-', ',', '/', '&'].iter().any(|mark| scene.is_mark(name.end, *mark))
            || scene.is(name.end, word("và"));
        if !separates {
            return;
        }
        at = name.end + 1;
    }
}

/// A name that an author may have: with or without surname, of two to four syllables of names, or initials.
fn author(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Name> {
    let name = name::read(scene, at)?;
    let is_other = name.words < 3 && context::is_known_place(scene, name.start, name.end)
        || scene.named(at, Role::Organization).any(|(end, _)| end >= name.end)
        || scene.longest(at, Role::Head).is_some_and(|(end, _)| end > at + 1);
    let personal =
        |at: usize| syllable::is_part(scene, at) || scene.is_named(at, at + 1, Role::Surname);
    let fits = match name.form {
        Form::Initials => true,
        Form::Full => name.words <= 5,
        Form::Given => {
            let next = scene.token(name.end);
            // A name of rare syllables counts where the credit ends with it.
            let closed = scene.is_mark(at.wrapping_sub(1), ':')
                && (matches!(next.shape, Shape::Edge | Shape::Punctuation)
                    || !scene.is_joined(name.end));
            (2..=3).contains(&name.words)
                && (name.start..name.end)
                    .all(|at| personal(at) || closed && scene.token(at).shape == Shape::Title)
        }
        Form::Foreign => name.words > 1 && !context::is_other(scene, &name, out),
    };
    (fits && !is_other).then_some(name)
}

/// `Doãn Tấn/TTXVN`.
fn agency(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(slash) = at.checked_sub(1).filter(|slash| scene.is_mark(*slash, '/')) else { return };
    if scene.token(at).shape != Shape::Upper {
        return;
    }
    let Some(name) = name::read_back(scene, slash).filter(|name| name.words > 1) else { return };
    let Some(name) = author(scene, name.start, out).filter(|found| found.end == name.end) else {
        return;
    };
    push(&name, "rule/person/agency", Strength::Certain, None, out);
}

/// A name that stands alone at the end of a block, or heads it before a date.
fn byline(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let heads = !scene.is_joined(at);
    let before = scene.before(at);
    let ends = before.shape == Shape::Punctuation
        && ['.', '!', '?', '…', '"', ')', ']'].iter().any(|mark| before.is_mark(*mark));
    if !heads && !(ends && scene.token(at).gap != Gap::None) {
        return;
    }
    let Some(first) =
        author(scene, at, out).filter(|name| name.form != Form::Initials && name.words > 1)
    else {
        return;
    };
    let mut end = first.end;
    let separates = |at: usize| {
        ['-', ',', '/'].iter().any(|mark| scene.is_mark(at, *mark)) && scene.is_joined(at)
    };
    let mut second = None;
    if separates(end) {
        second = author(scene, end + 1, out).filter(|_| scene.is_joined(end + 1));
        end = second.map_or(end, |name| name.end);
    }
    let next = scene.token(end);
    let closes =
        next.shape == Shape::Edge || !scene.is_joined(end) && end + 1 >= scene.tokens.len();
    let alone = heads && next.gap == Gap::Line;
    let dated = heads && next.shape == Shape::Number && scene.is_mark(end + 1, '/');
    let unlisted = context::is_other(scene, &first, out) && first.form != Form::Full;
    if unlisted || !(closes || alone || dated) {
        return;
    }
    for name in [Some(first), second].into_iter().flatten() {
        push(&name, "rule/person/byline", Strength::Likely, None, out);
    }
}
