//! Foreign names by their parts: `Donald Trump`, `Narendra Modi`, `Kim Jong-un`.
//!
//! ```text
//! person = part word { word } | word part
//! ```

use super::context::{self, Left};
use super::name::{self, Form, Name};
use super::{push, push_waiting};
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape};

/// Names with parts of the list of foreign ones.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/foreign"],
    triggers: Triggers { words: &[], roles: &[Role::ForeignPart], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let at = name::first(scene, first(scene, at));
    let Some(mut name) = name::read(scene, at).filter(|name| name.form == Form::Foreign) else {
        return;
    };
    // `Mc | Master`: the second half of a word.
    if scene.is_glued(at) && at > 0 && name::is_prefix(scene, at - 1) {
        return;
    }
    if context::is_other(scene, &name, out) || context::is_namesake(scene, at) {
        return;
    }
    // `V. Semashko`, `D.Trump`
    let (dot, initial) = (at.wrapping_sub(1), at.wrapping_sub(2));
    if scene.is_mark(dot, '.')
        && scene.is_glued(dot)
        && scene.token(initial).shape == Shape::Title
        && scene.text(initial).chars().count() == 1
        && !scene.is_glued(initial)
    {
        name.start = initial;
        name.words += 1;
    }
    let parts = (at..name.end).filter(|at| scene.longest(*at, Role::ForeignPart).is_some()).count();
    let common = scene
        .longest(at, Role::ForeignPart)
        .is_some_and(|(_, part)| part.attributes & attribute::COMMON != 0);
    let last = name.end - 1;
    let ends_common = || {
        scene
            .named(last, Role::ForeignPart)
            .any(|(_, part)| part.attributes & attribute::COMMON != 0)
    };
    let strength = match (name.words, parts) {
        (1, _) if common => Strength::Possible,
        (1, _) => Strength::Pending,
        // `Diego Costa`
        (2, 1) if ends_common() => Strength::Likely,
        (_, 1) => Strength::Possible,
        _ => Strength::Likely,
    };
    let strength = match context::left(scene, name.start, out) {
        Left::Capital => return,
        Left::Office => strength.max(Strength::Possible),
        _ => strength,
    };
    if strength == Strength::Pending {
        return push_waiting(scene, &name, "rule/person/foreign", out);
    }
    push(&name, "rule/person/foreign", strength, None, out);
}

/// Where a name begins whose last part stands at a token: with the foreign word before it that begins the sentence, `Diego | Costa`.
fn first(scene: &Scene<'_>, at: usize) -> usize {
    let Some(start) = at.checked_sub(1) else { return at };
    let before = scene.token(start);
    let fits = scene.token(at).gap == Gap::Space
        && before.shape == Shape::Title
        && scene.is_sentence_start(start)
        && scene.is_foreign(start);
    if fits { start } else { at }
}

/// Whether two words or more of a name are transcribed by syllables: `An-tô-ni-ô Gu-tê-rết`.
pub(super) fn is_transcribed(scene: &Scene<'_>, name: &Name) -> bool {
    let joins = |at: usize| {
        scene.is_mark(at, '-')
            && scene.is_glued(at)
            && scene.is_glued(at + 1)
            && scene.token(at + 1).shape == Shape::Lower
    };
    let begins = |at: &usize| *at == name.start || !scene.is_glued(*at);
    let words = (name.start..name.end).filter(begins);
    name.words > 1 && words.filter(|at| joins(*at + 1)).count() > 1
}
