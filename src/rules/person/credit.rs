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
use crate::text::{Gap, Shape, Sym, word};

/// Authors named in credits.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/person/credit", "rule/person/agency"],
    triggers: Triggers {
        words: &[word!("theo"), Sym::punctuation('/')],
        roles: &[Role::Honorific],
        shapes: &[],
    },
    propose: |scene, at, out| {
        if scene.has(at, Role::Honorific.bit()) {
            credit(scene, at, out);
        }
        if scene.is_mark(at, '/') {
            agency(scene, at, out);
        }
        if scene.is(at, word!("theo")) {
            source(scene, at, out);
        }
    },
};

/// Bylines.
pub(crate) const BYLINE: Proposer = Proposer {
    rules: &["rule/person/byline"],
    triggers: Triggers { words: &[], roles: &[], shapes: &[Shape::Title, Shape::Upper] },
    propose: |scene, at, out| {
        if stands_apart(scene, at) {
            byline(scene, at, out);
        }
    },
};

/// Whether a line begins at a token, or what stands before it is over.
fn stands_apart(scene: &Scene<'_>, at: usize) -> bool {
    const ENDS: [char; 7] = ['.', '!', '?', '…', '"', ')', ']'];
    let before = scene.before(at);
    match scene.token(at).gap {
        Gap::Line => true,
        Gap::Space if before.shape == Shape::Punctuation => {
            ENDS.iter().any(|mark| before.is_mark(*mark))
        }
        _ => false,
    }
}

/// `Ảnh: Nhật Bắc`.
#[inline(never)]
fn credit(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let cue = scene
        .named(at, Role::Honorific)
        .rfind(|(_, name)| name.attributes & attribute::CREDIT != 0);
    let Some((end, _)) = cue else { return };
    if scene.is_mark(end, ':') {
        let agency = scene
            .named(end + 1, Role::Organization)
            .map(|(stop, _)| stop)
            .find(|stop| scene.is_mark(*stop, '/'));
        list(scene, agency.map_or(end + 1, |slash| slash + 1), "rule/person/credit", out);
    } else if scene.token(end).gap == Gap::Space
        && let Some(name) =
            author(scene, end, out).filter(|name| name.words > 1 && closes(scene, name.end))
    {
        // `Ảnh Ngọc Yến`, to the end of the line.
        push(&name, "rule/person/credit", Strength::Likely, None, out);
    }
}

/// Whether a line, a bracket or the text ends before a token, or an agency follows.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    !scene.is_joined(at)
        || scene.is_mark(at, '/') && scene.token(at + 1).is_capital()
        || scene.is_mark(at, ')') && !scene.is_joined(at + 1)
}

/// `Theo Quang Huy (Người Lao động)`, `Theo Anh Khoa/Dân Việt`: whence a text comes, on a line of its own.
#[inline(never)]
fn source(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if scene.token(at).shape == Shape::Lower || !scene.is_sentence_start(at) {
        return;
    }
    // `Theo Shindo/Thoidai.com.vn`
    let signed = name::read(scene, at + 1).filter(|name| {
        !scene.is_joined(at) && scene.is_mark(name.end, '/') && is_site(scene, name.end + 1)
    });
    if let Some(name) = signed.filter(|_| scene.is_joined(at + 1)) {
        return push(&name, "rule/person/credit", Strength::Likely, None, out);
    }
    let Some(name) =
        author(scene, at + 1, out).filter(|name| name.words > 1 && name.form != Form::Foreign)
    else {
        return;
    };
    let marked = ['/', '(', '-'].iter().any(|mark| scene.is_mark(name.end, *mark));
    let heads = !scene.is_joined(at) && marked || is_glossed(scene, name.end);
    if scene.is_joined(at + 1) && (heads || closes(scene, name.end)) {
        list(scene, at + 1, "rule/person/credit", out);
    }
}

/// The authors from a token on.
fn list(scene: &Scene<'_>, mut at: usize, rule: &'static str, out: &mut Proposals) {
    for _ in 0..4 {
        let Some(name) = scene.is_joined(at).then(|| author(scene, at, out)).flatten() else {
            return;
        };
        push(&name, rule, Strength::Certain, None, out);
        let separates = ['-', ',', '/', '&'].iter().any(|mark| scene.is_mark(name.end, *mark))
            || scene.is(name.end, word!("và"));
        if !separates {
            return;
        }
        at = name.end + 1;
    }
}

/// A name that an author may have: with or without surname, of two to four syllables of names, or initials.
fn author(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<Name> {
    let name = name::read(scene, at)?;
    // A name of rare syllables counts on a line of its own at the end, or before what glosses it.
    let heads = || {
        !scene.is_joined(at)
            && (2..=3).contains(&name.words)
            && name.form == Form::Given
            && (scene.token(name.end).shape == Shape::Edge || is_glossed(scene, name.end))
            && (at..name.end).any(|at| syllable::is_personal(scene, at))
            && (at..name.end).all(|at| scene.token(at).shape == Shape::Title)
    };
    // `Ảnh: Đoàn Nguyên.`: a surname that heads bodies too, where the credit or the text ends.
    let is_signed = || {
        let next = scene.token(name.end);
        let closed = scene.is_mark(at.wrapping_sub(1), ':')
            && (matches!(next.shape, Shape::Edge | Shape::Punctuation)
                || !scene.is_joined(name.end));
        (closed || next.shape == Shape::Edge && !scene.is_joined(at))
            && scene.token(name.end - 1).shape == Shape::Title
            && syllable::is_given(scene, name.end - 1)
            // `Ảnh: Đoàn Bình Phước`: those of a province.
            && !context::is_known_place(scene, at + 1, name.end)
    };
    let is_other = || {
        scene.is_named(at, name.end, Role::Blocked)
            || name.words < 3 && context::is_known_place(scene, name.start, name.end)
            || scene.named(at, Role::Organization).any(|(end, _)| end >= name.end)
            || scene.longest(at, Role::Head).is_some_and(|(end, _)| {
                end > at + 1
                    || name.surname & attribute::SURE == 0
                        && name.form == Form::Full
                        && !is_signed()
            })
            || scene.is_named(at, at + 1, Role::Starter) && !syllable::is_given(scene, at)
    };
    let fits = match name.form {
        Form::Initials => true,
        Form::Full => name.words <= 5,
        Form::Given => {
            let next = scene.token(name.end);
            let is_last = next.shape == Shape::Edge && !scene.is_joined(at);
            // A name of rare syllables counts where the credit ends with it.
            let closed = scene.is_joined(at)
                && scene.is_mark(at.wrapping_sub(1), ':')
                && (matches!(next.shape, Shape::Edge | Shape::Punctuation)
                    || !scene.is_joined(name.end))
                || (next.shape == Shape::Edge
                    || !scene.is_joined(at)
                        && !scene.is_joined(name.end)
                        && scene.token(at).shape == Shape::Upper)
                    && name.words == 2
                    && syllable::is_personal(scene, at);
            (2..=3).contains(&name.words)
                && (name.start..name.end).all(|at| {
                    syllable::is_personal(scene, at)
                        || heads()
                        || closed && is_written(scene, at, is_last)
                })
        }
        Form::Foreign => {
            let known = name.is_known(scene) || !scene.is_joined(at) && is_glossed(scene, name.end);
            known && name.words > 1 && !context::is_other(scene, &name, out)
        }
    };
    (fits && !is_other()).then_some(name)
}

/// Whether a word of a name of rare syllables is written as one: in capitals too where it signs a text.
fn is_written(scene: &Scene<'_>, at: usize, is_last: bool) -> bool {
    let shape = scene.token(at).shape;
    shape == Shape::Title || is_last && shape == Shape::Upper
}

/// `Doãn Tấn/TTXVN`, `Doãn Tấn/PV`, where the slash stands.
#[inline(never)]
fn agency(scene: &Scene<'_>, slash: usize, out: &mut Proposals) {
    const AGENCIES: u64 = Role::Organization.bit() | Role::Honorific.bit();
    let at = slash + 1;
    if scene.token(at).shape != Shape::Upper || !scene.has(at, AGENCIES) {
        return;
    }
    let Some(name) = name::read_back(scene, slash, out).filter(|name| name.words > 1) else {
        return;
    };
    let Some(name) = author(scene, name.start, out).filter(|found| found.end == name.end) else {
        return;
    };
    push(&name, "rule/person/agency", Strength::Certain, None, out);
}

/// Whether what follows a byline says how, whence or when it was written, to the end of the block: `(TTXVN)`, `- Dân Trí`, `/Zing`, `- Dân Trí | 17:20`, `Dantri.vn`, `Theo Dân Trí`.
fn is_glossed(scene: &Scene<'_>, at: usize) -> bool {
    const LONGEST: usize = 16;
    const LONGEST_STAMPED: usize = 20;
    let rest = scene.tokens.get(at..).unwrap_or_default();
    let stamped = rest.iter().take(8).any(|token| token.is_mark('|'));
    let ends = rest.len() <= if stamped { LONGEST_STAMPED } else { LONGEST }
        && !rest.iter().any(|token| token.is_mark('.') && token.gap == Gap::Space);
    if !ends || !scene.is_joined(at) {
        return false;
    }
    let site = is_site(scene, at);
    let source = scene.is(at, word!("theo")) && scene.token(at + 1).is_capital();
    let opens = ['(', '-', '/', '|'].iter().any(|mark| scene.is_mark(at, *mark));
    let counted = || !stamped && rest.iter().skip(1).any(|token| token.shape == Shape::Number);
    site || source || opens && !counted()
}

/// Whether a web address ends the block, which begins at a token: `Xiao Pei | Baodatviet.vn`.
fn is_site(scene: &Scene<'_>, at: usize) -> bool {
    const LONGEST: usize = 6;
    scene.token(at).is_capital()
        && scene.is_mark(at + 1, '.')
        && scene.is_glued(at + 2)
        && scene.is_joined(at)
        && scene.tokens.len() <= at + LONGEST
}

/// A name that stands alone at the end of a block, or heads it before a date: where a line begins, or after a mark and a space.
#[inline(never)]
fn byline(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if name::is_alone(scene, at) {
        return;
    }
    let heads = !scene.is_joined(at);
    let signed = || {
        name::read(scene, at).filter(|name| {
            heads
                && is_site(scene, name.end)
                && !scene.is_named(at, at + 1, Role::Starter)
                && !scene.is(at, word!("theo"))
        })
    };
    let Some(first) = author(scene, at, out).or_else(signed) else { return };
    // `Anh | Trung Kiên (Ba Đình)`: one who is addressed.
    let addressed = first.form == Form::Given
        && first.words == 3
        && scene.is_named(at, at + 1, Role::Honorific);
    if addressed || context::is_preceded(scene, &first) {
        return;
    }
    let initials = first.form == Form::Initials;
    let single = first.words == 1 && !initials && !(heads && is_site(scene, first.end));
    if single || initials && !heads {
        return;
    }
    let separates = |at: usize| {
        ['-', ',', '/'].iter().any(|mark| scene.is_mark(at, *mark)) && scene.is_joined(at)
    };
    let mut end = first.end;
    let mut second = None;
    if separates(end) && scene.is_joined(end + 1) {
        second = author(scene, end + 1, out);
        end = second.map_or(end, |name| name.end);
    }
    let next = scene.token(end);
    let last = next.shape == Shape::Edge;
    let alone = heads && next.gap == Gap::Line;
    let dated = heads && next.shape == Shape::Number && scene.is_mark(end + 1, '/');
    // `Thu Hà (Tổng hợp)`, `Thu Hà/Reuters`: how or whence it was written.
    let glossed = is_glossed(scene, end)
        || heads
            && next.shape == Shape::Punctuation
            && (scene.is_mark(end, '(') || scene.is_mark(end, '/'));
    let other = context::is_known_place(scene, first.start, first.end)
        || alone && !last && first.form != Form::Full && context::is_other(scene, &first, out);
    if other || !(last || alone || dated || glossed) {
        return;
    }
    for name in [Some(first), second].into_iter().flatten() {
        push(&name, "rule/person/byline", Strength::Likely, None, out);
    }
}
