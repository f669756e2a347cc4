//! People: a name is a person's by what stands beside it, or by how it is built.
//!
//! Each kind of evidence is a rule of its own: a form of address or a rank before the name, an office, particulars such as age and home, the credit of a picture or text, a list, the surname. Names
//! without evidence of their own wait for the article to establish them.

pub(crate) mod addressed;
pub(crate) mod bare;
mod context;
pub(crate) mod credit;
pub(crate) mod foreign;
mod initials;
pub(crate) mod known;
pub(crate) mod lineup;
pub(crate) mod name;
pub(crate) mod office;
pub(crate) mod particulars;
pub(crate) mod series;
pub(crate) mod speaker;
pub(crate) mod surname;
mod syllable;
mod usage;

use name::{Form, Name};

use super::{Proposals, Scene};
use crate::Kind;
use crate::candidate::{Candidate, Strength};

/// What a rule read of a person besides the span.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct PersonReading {
    /// The form of address before the name, as a name of the matcher.
    pub(crate) address: Option<u32>,
    /// Whether the name begins with a surname, or is foreign and has several words.
    pub(crate) is_full: bool,
    /// Whether words of other languages make it up.
    pub(crate) is_foreign: bool,
    /// What stands beside a name that waits for evidence: above nothing for people, below against them; `None` where it is no name that people bear.
    pub(crate) usage: Option<i8>,
    /// Whether bodies or places may be called by its word as well: `Trường`, `Thành`.
    pub(crate) is_head: bool,
}

/// Proposes a name.
fn push(
    name: &Name,
    rule: &'static str,
    strength: Strength,
    address: Option<u32>,
    out: &mut Proposals,
) {
    let reading = PersonReading {
        address,
        is_full: name.form == Form::Full || name.form == Form::Foreign && name.words > 1,
        is_foreign: name.form == Form::Foreign,
        usage: None,
        is_head: false,
    };
    let payload = out.person(reading);
    let candidate = Candidate::new(Kind::Person, name.start, name.end, rule);
    out.push(candidate.strength(strength).payload(payload));
}

/// Proposes a name that waits for evidence, with what stands beside it.
fn push_waiting(scene: &Scene<'_>, name: &Name, rule: &'static str, out: &mut Proposals) {
    let usage = usage::weigh(scene, name, out);
    push(name, rule, Strength::Pending, None, out);
    if let Some(reading) = out.people.last_mut() {
        reading.usage = usage;
    }
}

/// Proposes a name after what one is (`HLV Zidane`) that counts unless the article uses it otherwise. Whether it is proposed.
fn push_titled(
    scene: &Scene<'_>,
    name: &Name,
    rule: &'static str,
    title: u32,
    out: &mut Proposals,
) -> bool {
    let usage = Some(usage::weigh_titled(scene, name));
    push(name, rule, Strength::Pending, Some(title), out);
    if let Some(reading) = out.people.last_mut() {
        reading.usage = usage;
    }
    true
}
