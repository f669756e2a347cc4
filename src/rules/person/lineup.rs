//! Names in a line-up: `Bình Minh: Tấn Trường, Xuân Luân, Huỳnh Phú, Tấn Tài, Văn Vinh, Michal Nguyễn.`
//!
//! ```text
//! lineup = ":" name { "," name } ("." | end of line)      six names or more, nearly all made as names of people are, few of them places' too
//! ```

use super::name::{self, Form, Name};
use super::{push, syllable};
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Sym, phrase};

/// Names in a row after a colon.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/lineup"],
    triggers: Triggers { words: &[Sym::punctuation(':')], roles: &[], shapes: &[] },
    propose,
};

/// How many names a line-up has at least, and is read for at most.
const FEWEST: usize = 6;
const MOST: usize = 24;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if heads_things(scene, at) {
        return;
    }
    let mut names: Vec<Name> = Vec::new();
    let mut next = at + 1;
    while names.len() < MOST && scene.token(next).gap == Gap::Space {
        let Some(name) = name::read(scene, next).filter(|name| name.words <= 4) else { break };
        names.push(name);
        next = after(scene, name.end);
        if !scene.is_mark(next, ',') {
            break;
        }
        next += 1;
    }
    let count = names.len();
    if count < FEWEST {
        return;
    }
    let native = names.iter().filter(|name| is_native(scene, name)).count();
    let foreign = names.iter().filter(|name| name.form == Form::Foreign).count();
    let known = names.iter().filter(|name| name.is_known(scene)).count();
    let places = names.iter().filter(|name| is_place(scene, name)).count();
    let made = native + foreign;
    if made * 5 >= count * 4 && places * 5 <= count * 2 && native + known >= FEWEST / 2 {
        for name in &names {
            push(name, "rule/person/lineup", Strength::Certain, None, out);
        }
    }
}

/// The token after what stands beside a name in brackets: `Văn Quyết (77')`.
fn after(scene: &Scene<'_>, at: usize) -> usize {
    const LONGEST: usize = 8;
    if !scene.is_mark(at, '(') {
        return at;
    }
    let close = (at + 1..at + LONGEST).find(|at| scene.is_mark(*at, ')'));
    close.map_or(at, |close| close + 1)
}

/// Whether the words before a colon announce places or other things: `các xã:`, `gồm các tuyến đường:`.
fn heads_things(scene: &Scene<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    const THINGS: u64 = Role::Class.bit() | Role::Namesake.bit();
    let before = (1..=NEAR).filter_map(|back| at.checked_sub(back));
    let mut before = before.take_while(|at| scene.token(*at).is_word());
    before.any(|at| {
        scene.token(at).shape == Shape::Lower && scene.has(at, THINGS)
            || scene.is_any(at, &phrase!(["các", "những"]))
    })
}

/// Whether a name is made as Vietnamese names are.
fn is_native(scene: &Scene<'_>, name: &Name) -> bool {
    let given = name.words > 1 && syllable::is_given(scene, name.end - 1);
    match name.form {
        Form::Full => name.surname & attribute::SURE != 0 || given,
        Form::Given => given && (name.start..name.end).all(|at| syllable::is_personal(scene, at)),
        _ => false,
    }
}

fn is_place(scene: &Scene<'_>, name: &Name) -> bool {
    scene.named(name.start, Role::Place).any(|(end, _)| end >= name.end)
}
