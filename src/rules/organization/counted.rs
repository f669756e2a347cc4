//! Names that a plural or counted head announces: hai công ty `Nam Hải`, `Đại Phát`; các bệnh viện `Bạch Mai`, `Việt Đức`; các trường THPT: `Lê Lợi`, `Trần Phú` và `Nguyễn Du`; các đồn Biên phòng `Ta Hốc`, `Nậm Lúc`.
//!
//! ```text
//! names = ("các" | "hai" | number) head [":"] name { "," name } ["và"] name
//! ```

use super::name;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::place::name::begins_person;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, phrase, word};

/// Bodies in a list at most.
const MOST: usize = 30;

/// Proposes the bodies whose names stand after the plural head at a token.
#[inline(never)]
pub(super) fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, head)) = scene.longest(at, Role::Head) else { return };
    let kind = scene.row(head).map_or("", |row| row.get("type"));
    let is_school = matches!(kind, "school" | "university" | "college" | "academy");
    // `các đồn Biên phòng`, but `các Bộ đội Biên phòng` are those of provinces.
    let is_post = scene.is_any(at, &phrase!(["đồn", "trạm"])) && kind == "border-guard";
    let is_firm = matches!(kind, "hospital" | "company" | "corporation" | "bank");
    if !(is_school || is_firm || is_post) {
        return;
    }
    let mut next = end + usize::from(scene.is_mark(end, ':'));
    let mut names = Vec::new();
    let mut closes = false;
    for _ in 0..MOST {
        let Some(stop) = one(scene, next) else { break };
        // `hai công ty Nam Hải, Nguyễn Văn An nói`: people stand after a comma too.
        let is_person = !names.is_empty() && !is_school && begins_person(scene, next);
        if is_person || is_land(scene, next, stop) {
            break;
        }
        names.push((next, stop));
        if closes {
            break;
        }
        let stop = after_bracket(scene, stop);
        let comma = scene.is_mark(stop, ',');
        let joint = stop + usize::from(comma);
        closes = scene.is(joint, word!("và")) && scene.is_joined(joint);
        next = match () {
            _ if closes => joint + 1,
            _ if comma => stop + 1,
            _ => break,
        };
    }
    // Schools are named after people, so that a comma alone may end their list.
    if names.len() < 2 || is_school && names.len() < 3 && !closes {
        return;
    }
    for (start, stop) in names {
        let body = Candidate::new(Kind::Organization, start, stop, "rule/organization/counted");
        out.push(body.strength(Strength::Certain).closed());
    }
}

/// The token after brackets that say where a body is or what it is a part of: `Sơn Vĩ (BĐBP Hà Giang) | và …`.
fn after_bracket(scene: &Scene<'_>, at: usize) -> usize {
    /// Tokens in brackets at most.
    const LONGEST: usize = 10;
    let close = |at: usize| scene.is_mark(at, ')') && scene.is_joined(at);
    match scene.is_mark(at, '(') {
        true => (at + 2..at + LONGEST).find(|at| close(*at)).map_or(at, |at| at + 1),
        false => at,
    }
}

/// The end of one name of the list: that of a body of the lists, or several words in capitals, or one of another language.
fn one(scene: &Scene<'_>, at: usize) -> Option<usize> {
    // `các đồn Biên phòng: cửa khẩu Xín Mần, Sơn Vĩ`
    if scene.starts(at, &phrase!(["cửa", "khẩu"])) {
        let international = scene.starts(at + 2, &phrase!(["quốc", "tế"]));
        let start = at + 2 + 2 * usize::from(international);
        let end = name::proper(scene, start, false);
        return (end > start).then_some(end);
    }
    let token = scene.token(at);
    if token.gap != Gap::Space || !token.is_capital() || scene.longest(at, Role::Head).is_some() {
        return None;
    }
    if let Some((end, _)) = scene.longest(at, Role::Organization) {
        return Some(end);
    }
    let end = name::proper(scene, at, false);
    let word = end == at + 1 && token.shape != Shape::Upper && scene.is_foreign(at);
    let names = end > at + 1 && token.shape != Shape::Upper;
    (word || names).then_some(end)
}

/// Whether a name is that of a country or province, where the bodies are.
fn is_land(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene.named(at, Role::Place).any(|(stop, name)| {
        stop == end
            && matches!(
                Level::of(name.attributes),
                Level::Country | Level::Province | Level::City | Level::Region
            )
    })
}
