//! Names without evidence of their own: `Hùng khai nhận`, `theo Nhật Bắc`. They wait for the article to name the person in full.

use super::name::{self, Form};
use super::{push, syllable};
use crate::candidate::Strength;
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Sym, phrase};

/// Given names and foreign words alone.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/established"],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Title] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let before = scene.before(at);
    let starts = scene.is_sentence_start(at);
    if !starts && (before.is_capital() || scene.token(at).gap == Gap::None)
        || scene.token(at).end - scene.token(at).start < 2
    {
        return;
    }
    let Some(name) = name::read(scene, at)
        .filter(|name| matches!(name.form, Form::Given | Form::Foreign) && name.words <= 2)
    else {
        return;
    };
    let next = scene.token(name.end);
    // Half of a pair, or a word that tells what it is: `Trung - Việt`, `phía Nam`, `tiếng Anh`.
    const TELLING: [Sym; 14] = phrase([
        "quân", "họ", "phía", "miền", "hướng", "tiếng", "người", "chữ", "nước", "vùng", "lớp",
        "khu", "phương", "quê",
    ]);
    if before.is_mark('-')
        || next.is_mark('-') && next.gap != Gap::None
        || next.is_mark('-') && name.words == 1
        || TELLING.contains(&before.sym)
    {
        return;
    }
    let goes_on = next.is_capital() && next.gap == Gap::Space && name.words == 1;
    let is_word =
        starts && name.form == Form::Given && name.words == 1 && !syllable::is_given(scene, at);
    let is_phrase = scene.is_named(at, name.end, Role::Head)
        || scene.is_named(at, name.end, Role::Class)
        || scene.is_named(at, name.end, Role::Organization);
    if goes_on || is_word || is_phrase {
        return;
    }
    push(&name, "rule/person/established", Strength::Pending, None, out);
}
