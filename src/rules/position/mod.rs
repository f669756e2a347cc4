//! Offices: a title with the body and scope that complete it, where someone holds it.
//!
//! ```text
//! office   = title [ scope ]                                    Bí thư | Tỉnh ủy Quảng Ninh
//! holding  = { office separator } office person                 Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lê Văn An
//!          | person separator office { separator office }       Lê Văn An, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh
//!          | titles ":" office person                           các Ủy viên Bộ Chính trị: Thủ tướng Lê Văn An
//!          | words of taking office, office                     được bầu làm Chủ tịch UBND tỉnh
//!          | capitalised office                                 Thủ tướng yêu cầu
//! separator = "," | "-" | "(" | "và" | "kiêm"
//! ```
//!
//! Which of these it is, is the rule. What only alters an office (`nguyên`, `quyền`) stands outside it. A title in a class of titles, in a list of posts or as a level (`các Phó Chủ tịch`, `cấp Thứ trưởng`) names
//! no holder and is none.

mod body;
mod class;
mod context;
mod holder;
mod scope;
mod small;
mod taken;
mod title;

pub(crate) use taken::GOING_ON;

use super::place::PlaceReading;
use super::{Proposals, Proposer, Scene, Triggers};
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::Role;

/// Offices.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[
        "rule/position/before-person",
        "rule/position/after-person",
        "rule/position/coordinated",
        "rule/position/taken",
        "rule/position/holder",
        "rule/position/place",
        "rule/position/body",
    ],
    triggers: Triggers { words: &[], roles: &[Role::Position], shapes: &[] },
    propose,
};

/// What a rule read of an office besides the span.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct PositionReading {
    /// The title as a name of the matcher.
    pub(crate) title: u32,
    /// How many tokens the title has, and how many of them that name.
    pub(crate) words: u32,
    pub(crate) listed: u32,
    /// Whether it was held before: `nguyên`, `cựu`.
    pub(crate) is_former: bool,
    /// Whether it is held for the time being: `quyền`.
    pub(crate) is_acting: bool,
}

/// The office read last in a segment, for those that it is coordinated with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Last {
    /// The token after its last, and after what belongs to it.
    end: usize,
    is_held: bool,
    is_former: bool,
}

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if context::is_inside(scene, at, out) {
        return;
    }
    let Some(office) = title::read(scene, at, out) else { return };
    let altered = context::altered(scene, at);
    let rule = holder::rule(scene, &office, altered, out);
    let coordinated = rule == Some("rule/position/coordinated");
    // `nguyên Bí thư Tỉnh ủy, | Chủ tịch HĐND tỉnh Lê Văn An`
    let joined = rule == Some("rule/position/before-person")
        && altered.start == at
        && out.office.is_some_and(|last| holder::joins(scene, last.end, at));
    let shares = (coordinated || joined) && out.office.is_some_and(|last| last.is_former);
    let is_former = altered.is_former || shares || taken::is_left(scene, altered.start);
    let end = holder::term(scene, office.end, out);
    let apposed = matches!(
        rule,
        Some("rule/position/after-person" | "rule/position/coordinated" | "rule/position/taken")
    );
    let end = if apposed { holder::parent(scene, &office, end, out) } else { end };
    out.office =
        Some(Last { end: taken::years(scene, end, out), is_held: rule.is_some(), is_former });
    let waits = rule.is_none() && holder::waits(scene, &office, altered, out);
    let Some(rule) = rule.or(waits.then_some("rule/position/before-person")) else { return };
    if !waits {
        doubt(&office, out);
        if let Some(new) = office.scope.new {
            complete(scene, new, out);
        }
    }
    let payload = out.position(PositionReading {
        title: office.name,
        words: (office.title.max(office.scope.field) - at) as u32,
        listed: (office.listed - at) as u32,
        is_former,
        is_acting: altered.is_acting,
    });
    let strength = match rule {
        _ if waits => Strength::Pending,
        "rule/position/holder" => Strength::Likely,
        _ => Strength::Certain,
    };
    let candidate =
        Candidate::new(Kind::Position, at, office.end, rule).strength(strength).payload(payload);
    // `Tỉnh ủy viên`: an office never begins with a body.
    let begins = out.candidates.starting_at(at).any(|c| c.kind == Kind::Organization);
    out.push(if begins { candidate.closed() } else { candidate });
}

/// Doubts the bodies that an office cuts differently: `Thường trực Chính phủ` in `Phó Thủ tướng Thường trực | Chính phủ`, and what goes on into the holder's name.
fn doubt(office: &title::Office, out: &mut Proposals) {
    if office.scope.is_none() {
        return;
    }
    for inner in office.start + 1..office.end {
        let limit = if inner < office.title { office.title } else { office.end };
        out.candidates.doubt(inner, |c| c.kind == Kind::Organization && c.end() > limit);
    }
}

/// Proposes what completes an office and no rule has found as it stands.
fn complete(scene: &Scene<'_>, (kind, start, end): scope::New, out: &mut Proposals) {
    let known = |c: &&Candidate| c.kind == kind && c.end() == end;
    let known = out.candidates.starting_at(start).find(known).copied();
    let candidate = match (known, kind) {
        (Some(known), _) => known.strength(Strength::Likely),
        (None, Kind::Place) => {
            let reading = PlaceReading { at: start as u32, ..PlaceReading::default() };
            Candidate::new(kind, start, end, "rule/position/place").payload(out.place(reading))
        }
        _ => match listed(scene, start, end) {
            Some(name) => Candidate::new(kind, start, end, "").payload(Payload::Name(name)),
            None => Candidate::new(kind, start, end, "rule/position/body"),
        },
    };
    out.push(candidate);
}

/// The listed body that stretches over these tokens, as a name of the matcher.
fn listed(scene: &Scene<'_>, start: usize, end: usize) -> Option<u32> {
    let mut found = scene.matches(start).iter().filter(|found| found.end as usize == end);
    found.find(|found| found.role == Role::Organization).map(|found| found.name)
}
