//! A name before what only people do: `Hồng Nhung chia sẻ`, `Salavat Shcherbakov kể lại`.
//!
//! ```text
//! person = name verb                two syllables that names are made of, or foreign words
//! ```

use super::context::{self, Left};
use super::name::{self, Form};
use super::{push, syllable};
use crate::candidate::Strength;
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::phrase;

/// Names before verbs of people.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/speaker"],
    triggers: Triggers { words: &[], roles: &[Role::Speech], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // `nói chung`, `nói riêng` tell of things too.
    if !scene.is_joined(at) || scene.is_any(at + 1, &phrase!(["chung", "riêng", "trên"])) {
        return;
    }
    let Some(name) = name::read_back(scene, at, out) else { return };
    let fits = match name.form {
        Form::Given => {
            name.words == 2
                && syllable::is_given(scene, name.end - 1)
                && (name.start..name.end).all(|at| syllable::is_personal(scene, at))
        }
        Form::Foreign => name.words > 1,
        Form::Full => name.words > 2 || syllable::is_given(scene, name.end - 1),
        Form::Initials => false,
    };
    if !fits || context::is_other(scene, &name, out) || context::is_namesake(scene, name.start) {
        return;
    }
    if context::left(scene, name.start, out) == Left::Capital {
        return;
    }
    push(&name, "rule/person/speaker", Strength::Possible, None, out);
}
