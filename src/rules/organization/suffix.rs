//! Names that end in a word of bodies in another language: `Sun Group`, `New Scientist Magazine`, `Muangthong United`.
//!
//! ```text
//! name = word { word } suffix { suffix }
//! word = a capitalised word of another language, or letters; before the legal forms any capitalised word
//! ```

use crate::Kind;
use crate::candidate::Candidate;
use crate::gazetteer::{Role, attribute};
use crate::rules::place::name::{is_starter, is_stop};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, word};

/// The last word of a name.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/organization/suffix"],
    triggers: Triggers { words: &[], roles: &[Role::Suffix], shapes: &[] },
    propose,
};

/// Words before the suffix at most.
const LONGEST: usize = 4;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, suffix)) = scene.longest(at, Role::Suffix) else { return };
    // Words that end a company's name only where a title says that it is one.
    if suffix.attributes & attribute::CUED != 0 {
        return;
    }
    let any = suffix.attributes & attribute::STRONG != 0;
    if !is_word(scene, at) || scene.token(at).gap != Gap::Space || goes_on(scene, end) {
        return;
    }
    let mut start = at;
    let mut is_named = false;
    while start + LONGEST > at {
        let Some(before) = start.checked_sub(1) else { break };
        let foreign = scene.is_foreign(before)
            || matches!(scene.token(before).shape, Shape::Upper | Shape::Mixed);
        let fits = is_word(scene, before)
            && (any || foreign)
            && !is_stop(scene, before)
            && !is_starter(scene, before);
        if !fits {
            break;
        }
        is_named |= foreign || any && start < at;
        start = before;
        if scene.token(before).gap != Gap::Space {
            break;
        }
    }
    let shouted = (start..end).all(|at| scene.token(at).shape == Shape::Upper);
    if start == at || !is_named || shouted || is_glued(scene, start) {
        return;
    }
    // `KKR Global Institute`: a known body may give its name to another.
    let before = start.wrapping_sub(1);
    if scene.token(start).gap == Gap::Space && scene.is_named(before, start, Role::Organization) {
        start = before;
    }
    // A name that other capitals lead to begins somewhere before it, as does that of an event: `The Face University`; papers stand without their article, a title's head is outside: `HĐQT Vietravel Airlines`.
    let before = start.wrapping_sub(1);
    let leads = [Role::Head, Role::Position, Role::Modifier];
    let led = scene.before(start).is_capital()
        && scene.token(start).gap == Gap::Space
        && !leads.iter().any(|role| scene.is_named(before, start, *role));
    let article = scene.is(before, word!("the")) && suffix.attributes & attribute::TITLE != 0;
    if !led || article {
        out.push(Candidate::new(Kind::Organization, start, end, "rule/organization/suffix"));
    }
}

fn is_word(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.token(at).shape, Shape::Title | Shape::Upper | Shape::Mixed)
        && !scene.text(at).starts_with(char::is_lowercase)
}

/// Whether the name goes on: `Times City` is a quarter, `Port FC` is not.
fn goes_on(scene: &Scene<'_>, end: usize) -> bool {
    let next = scene.token(end);
    next.is_capital() && next.gap == Gap::Space && scene.is_foreign(end)
        || scene.is_glued(end) && (next.is_word() || scene.is_mark(end, '-'))
}

/// Whether a name is the end of a longer string: `K-Pop Times`.
fn is_glued(scene: &Scene<'_>, start: usize) -> bool {
    start > 0
        && scene.is_glued(start)
        && ['-', '.', '@', '/', '_'].iter().any(|mark| scene.is_mark(start - 1, *mark))
        && scene.is_glued(start - 1)
}
