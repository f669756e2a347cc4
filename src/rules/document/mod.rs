//! Documents: State papers (Decree 30/2020/NĐ-CP), Party papers (Instruction 36-HD/VPTW), laws and treaties by title, resolutions by event.
//!
//! The rules run one after another: numbered citations, symbols alone, titles, events. All but the symbols alone begin at a type word of `document/type.tsv`.
//! What lies before a citation (`khoản 3 Điều 5`) or after it (the day, the issuer after `của`, the matter after `về`) stays outside; the pinpoint is read here, day and issuer where the whole
//! article is known.

mod amendment;
pub(crate) mod bare_symbol;
mod citation;
pub(crate) mod event;
mod numbered;
mod pinpoint;
mod plan;
mod symbol;
mod title;
mod titled;
mod treaty;
mod type_word;

pub(crate) use citation::Citation;

use super::{Proposals, Proposer, Scene, Triggers};
use crate::gazetteer::Role;
use type_word::TypeWord;

/// What begins with a type word, and listed names without one.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[
        "rule/document/amendment",
        "rule/document/event",
        "rule/document/listed",
        "rule/document/listed-title",
        "rule/document/number",
        "rule/document/plan-title",
        "rule/document/symbol",
        "rule/document/title",
    ],
    triggers: Triggers { words: &[], roles: &[Role::DocumentType, Role::Document], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(class) = TypeWord::read(scene, at) else {
        titled::propose_name(scene, at, out);
        return;
    };
    numbered::propose(scene, at, &class, out);
    titled::propose(scene, at, &class, out);
    amendment::propose(scene, at, &class, out);
    event::propose(scene, at, &class, out);
}
