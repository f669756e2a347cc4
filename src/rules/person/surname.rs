//! A surname with the syllables that names are made of: `Nguyễn Xuân Ký`, `Tô Lâm`, `Giàng A Chu`.
//!
//! ```text
//! person = (surname | word "Thị") word { word }
//! ```
//!
//! How much the surname alone says is counted in its list; what it leaves open, middle and given name have to say, and what stands before.

use super::context::{self, Left};
use super::name::{self, Form, Name};
use super::syllable::{self, Syllable};
use super::{push, push_waiting};
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::word;

/// Names that begin with a surname.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/surname"],
    triggers: Triggers { words: &[word!("thị")], roles: &[Role::Surname], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // What stands before `Thị` is a surname, in the list or not.
    let Some(at) = at.checked_sub(usize::from(scene.is(at, word!("thị")))) else { return };
    if name::is_alone(scene, at) {
        return;
    }
    let Some(name) = name::read(scene, at).filter(|name| name.form == Form::Full) else { return };
    // `đại diện Nguyễn Phước tộc`: a family.
    let clan = scene.is(name.end, word!("tộc")) || scene.is(name.end - 1, word!("tộc"));
    if clan
        || context::is_people(scene, &name)
        || context::is_street(scene, &name)
        || context::is_namesake(scene, at)
        || context::is_address(scene, at, out)
    {
        return;
    }
    let strength = match context::left(scene, at, out) {
        Left::Capital if name.words < 3 || name.surname & attribute::SURE == 0 => return,
        // `Riêng | Hứa Thị Mai`: what is a man's or a woman's middle name makes it whole.
        Left::First
            if name.surname & attribute::SURE == 0
                && !(name.words > 2 && is_telling(scene, name.after_surname)) =>
        {
            Strength::Pending
        }
        Left::Capital => judge(scene, &name, out).min(Strength::Possible),
        _ => judge(scene, &name, out),
    };
    if strength == Strength::Pending {
        return push_waiting(scene, &name, "rule/person/surname", out);
    }
    push(&name, "rule/person/surname", strength, None, out);
}

/// How sure a name is by itself.
fn judge(scene: &Scene<'_>, name: &Name, out: &Proposals) -> Strength {
    let sure = name.surname & attribute::SURE != 0;
    let fair = name.surname & attribute::FAIR != 0;
    let given = Syllable::at(scene, name.end - 1);
    let middles = || (name.after_surname..name.end - 1).map(|at| Syllable::at(scene, at));
    let after = name.end - name.after_surname;
    let telling = after > 1 && is_telling(scene, name.after_surname);
    let is_known = || middles().all(|middle| middle.is_part());
    let is_common = || middles().all(|middle| middle.is_common());
    let foreign =
        || (name.after_surname..name.end).any(|at| syllable::is_foreign(scene, at, at + 1));
    let starts = || scene.is_sentence_start(name.start);
    match after {
        1 if context::is_other(scene, name, out) => Strength::Pending,
        1 if sure && given.is_part() => Strength::Likely,
        1 if sure => Strength::Possible,
        1 if fair && given.given & attribute::COMMON != 0 && !starts() => Strength::Possible,
        1 => Strength::Pending,
        _ if telling => Strength::Likely,
        _ if (sure || fair) && foreign() && !context::is_other(scene, name, out) => {
            Strength::Likely
        }
        _ if !sure && context::is_other(scene, name, out) => Strength::Pending,
        _ if sure => Strength::Likely,
        _ if fair && given.is_given && is_known() => Strength::Likely,
        _ if fair && (given.is_given || is_known()) => Strength::Possible,
        _ if !starts() && is_common() && given.given & attribute::COMMON != 0 => Strength::Possible,
        _ => Strength::Pending,
    }
}

/// Whether a middle name at a token makes what is about it a name: `Thị`, `Văn`.
fn is_telling(scene: &Scene<'_>, at: usize) -> bool {
    Syllable::at(scene, at).middle & attribute::SURE != 0
}
