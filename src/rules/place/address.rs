//! Addresses without class word: streets after the number of a house (`trú 179 Ngô Mây, quận Cẩm Lệ`, `(413/36 Lê Văn Sỹ, P.12)`), and whatever follows a word for dwelling (`trú tại Đào Tấn, Ba Đình`).
//!
//! ```text
//! street = opener number name "," place       the name alone is the street
//!        | ("số" | "nhà") number "," name "," place
//! opener = "số" | "ở" | "tại" | "trú" | "ngụ" | "(" | "," | ";" | ":"
//! number = digits [letter] { "/" digits [letter] }
//! home   = ("trú" | "ngụ" | "quê") ["ở" | "tại"] name "," place
//! ```

use super::PlaceReading;
use super::name::{self, listed};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// Numbers of houses.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/address"],
    triggers: Triggers { words: &DWELLINGS, roles: &[], shapes: &[Shape::Number] },
    propose,
};

/// Words for dwelling.
const DWELLINGS: [Sym; 4] = phrase!(["trú", "ngụ", "quê", "quán"]);

/// Words that stand before the number of a house.
const OPENERS: Words = words!(["số", "ở", "tại", "trú", "ngụ", "nhà", "từ", "đến", "về"]);

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if scene.token(at).shape != Shape::Number {
        let linked = scene.is_any(at + 1, &phrase!(["ở", "tại"]));
        return name(scene, at + 1 + usize::from(linked), Level::None, out);
    }
    let before = at.wrapping_sub(1);
    let marked = ['(', ',', ';', ':'].iter().any(|mark| scene.is_mark(before, *mark));
    let opened = scene.is_in(before, &OPENERS) && !scene.is_glued(at);
    if !marked && !opened {
        return;
    }
    // `số 6, Lê Thánh Tông, Hoàn Kiếm`
    let end = house(scene, at);
    let is_told = is_house(scene, at) && scene.is_mark(end, ',');
    name(scene, end + usize::from(is_told), Level::Road, out);
}

/// Whether the number at a token is that of a house by the words before it: `tại số 6`, `địa chỉ: số 6`; but not `áo số 6`.
pub(crate) fn is_house(scene: &Scene<'_>, at: usize) -> bool {
    const LEADS: Words = words!(["tại", "ở", "trú", "ngụ", "nhà", "chỉ", "về"]);
    let word = at.wrapping_sub(1);
    let before = word.wrapping_sub(1);
    let is_marked = || [',', ':', '('].iter().any(|mark| scene.is_mark(before, *mark));
    scene.is(word, word!("nhà"))
        || scene.is(word, word!("số")) && (scene.is_in(before, &LEADS) || is_marked())
}

/// Proposes the name at a token, if a place follows that it lies in.
fn name(scene: &Scene<'_>, start: usize, level: Level, out: &mut Proposals) {
    let first = scene.token(start);
    if first.shape != Shape::Title || first.gap != Gap::Space {
        return;
    }
    // A class word, a unit or a body is read by its own rule.
    let other = [Role::Class, Role::Head, Role::Organization, Role::Rank, Role::Position];
    if other.iter().any(|role| scene.longest(start, *role).is_some()) {
        return;
    }
    let end = name::run(scene, start, 4);
    if end < start + 2 || !scene.is_mark(end, ',') || !leads_to_place(scene, end + 1, out) {
        return;
    }
    let reading = PlaceReading { at: start as u32, level, ..Default::default() };
    let payload = out.place(reading);
    let candidate = Candidate::new(Kind::Place, start, end, "rule/place/address");
    out.push(candidate.strength(Strength::Certain).payload(payload));
}

/// The token after the number of a house: `12`, `12A`, `56/4`, `803/23A`.
fn house(scene: &Scene<'_>, at: usize) -> usize {
    let mut end = at + 1;
    for _ in 0..4 {
        let token = scene.token(end);
        if token.is_word() && scene.is_glued(end) && token.end - token.start == 1 {
            end += 1;
        }
        let joined = (scene.is_mark(end, '/') || scene.is_mark(end, '-')) && scene.is_glued(end);
        if !joined || scene.token(end + 1).shape != Shape::Number || !scene.is_glued(end + 1) {
            break;
        }
        end += 2;
    }
    end
}

/// Whether a unit stands at a token: with its class word, or a name that the lists know.
fn leads_to_place(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    scene.is_joined(at)
        && (out.candidates.longest(at, Kind::Place).is_some()
            || listed(scene, at).is_some_and(|l| l.may_be(name::ADMINISTRATIVE)))
}
