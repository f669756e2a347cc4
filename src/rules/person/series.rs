//! A name after another in a list: `ông Nguyễn Văn A, Trần Thị B và Lò Văn C`.
//!
//! ```text
//! person = person ("," | "và" | "cùng") name
//! ```

use super::context;
use super::name::{self, Form};
use super::{push, syllable};
use crate::Kind;
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, phrase};

/// Names that follow another.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/series"],
    triggers: Triggers { words: &[], roles: &[Role::Surname, Role::ForeignPart], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(separator) = at.checked_sub(1) else { return };
    if scene.token(at).gap != Gap::Space
        || !scene.is_mark(separator, ',')
            && !scene.is_any(separator, &phrase!(["và", "cùng", "với"]))
    {
        return;
    }
    let follows = out
        .candidates
        .ending_at(separator)
        .any(|c| c.kind == Kind::Person && c.strength >= Strength::Possible);
    if !follows || scene.token(at).shape == Shape::Upper {
        return;
    }
    let Some(name) = name::read(scene, at) else { return };
    if context::is_other(scene, &name, out) && name.words < 3 {
        return;
    }
    let fits = match name.form {
        Form::Full => {
            name.surname & (attribute::SURE | attribute::FAIR) != 0
                || name.words > 2
                || syllable::is_given(scene, name.end - 1)
        }
        Form::Foreign => name.words > 1,
        _ => false,
    };
    if fits {
        push(&name, "rule/person/series", Strength::Likely, None, out);
    }
}
