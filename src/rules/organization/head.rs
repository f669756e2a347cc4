//! What a body can begin with: a head word, or a listed body that more of its name follows.

use crate::gazetteer::{Match, Role, attribute};
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word, words};

/// The beginning of a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    /// The token after its last.
    pub(crate) end: usize,
    /// What may follow, as flags of [`attribute`].
    pub(crate) follows: u32,
    /// Whether it stands in small letters.
    pub(crate) is_lower: bool,
    /// Whether it is a listed body rather than a head word.
    pub(crate) is_listed: bool,
    /// The name, by its number in the matcher.
    pub(crate) name: u32,
}

impl Head {
    pub(crate) fn has(&self, flag: u32) -> bool {
        self.follows & flag != 0
    }
}

/// What can follow listed bodies: the lists hold most of their names whole.
const AFTER_LISTED: u32 = attribute::PLACE | attribute::BODY;

/// The head of a match at a token; `None` if it is none as it is written here.
pub(crate) fn head(scene: &Scene<'_>, at: usize, found: &Match) -> Option<Head> {
    let name = scene.index.matcher.name(found.name)?;
    let end = found.end as usize;
    if super::generic::hands_over(scene, end - 1) {
        return None;
    }
    let first = scene.token(at);
    let is_lower = first.shape == Shape::Lower;
    match name.role {
        Role::Head => {
            // A word alone that stands for a head is an acronym, `BCH` and not `Bch`; short ones stand for much else.
            let short = end == at + 1 && name.is_alias && !scene.is(at, word!("cty"));
            let letters = || scene.text(at).chars().count();
            if first.shape == Shape::Mixed
                || short
                    && (first.shape != Shape::Upper || letters() <= 2 && !is_led(scene, at, end))
            {
                return None;
            }
            Some(Head {
                end,
                follows: name.attributes,
                is_lower,
                is_listed: false,
                name: found.name,
            })
        }
        Role::Organization => {
            let table = scene.index.tables.get(name.table as usize)?.name();
            let scoped = match table {
                // `Kết nạp vào Đảng 12 quần chúng`
                "organization/institution.tsv" if end > at + 1 => {
                    attribute::SCOPE | attribute::NUMBER
                }
                // `Bệnh viện Bạch Mai 2`
                "organization/hospital.tsv" => attribute::NUMBER,
                "organization/front.tsv" | "organization/police.tsv" | "organization/army.tsv" => {
                    attribute::SCOPE
                }
                _ => 0,
            };
            let holds_place = name.attributes & attribute::PLACE != 0;
            let follows = match (holds_place, table) {
                (_, "organization/company.tsv") => AFTER_LISTED | attribute::SCOPE,
                (true, "organization/front.tsv") => attribute::PLACE | attribute::SCOPE,
                (true, _) => 0,
                (
                    _,
                    "organization/press.tsv"
                    | "organization/international.tsv"
                    | "organization/foreign.tsv",
                ) => attribute::PLACE,
                // `T.Ư Đảng Nhân dân Cách mạng Lào`
                _ if super::part::center(scene, at) == Some(end) => {
                    let party = scene.is(end, word!("đảng")) && scene.token(end + 1).is_capital();
                    if party { attribute::BODY } else { 0 }
                }
                // `các ban xây dựng Đảng | Tỉnh ủy`, but `các cơ quan Đảng Trung ương`
                _ if end == at + 1
                    && scene.is(at, word!("đảng"))
                    && super::part::center(scene, end).is_none() =>
                {
                    attribute::PLACE
                }
                _ => AFTER_LISTED | scoped,
            };
            Some(Head {
                end,
                follows: follows | attribute::ALONE,
                is_lower,
                is_listed: true,
                name: found.name,
            })
        }
        _ => None,
    }
}

/// Whether an acronym of one or two letters is followed by what only a head is followed by: a unit or a field, or a name after those of companies.
fn is_led(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let named = scene.is_in(at, &words!(["dn", "bv", "nh", "xn", "đh", "cđ", "hv"]))
        && scene.token(end).is_capital();
    let field = scene.token(end).is_capital() && scene.longest(end, Role::Field).is_some();
    scene.is_joined(end) && (super::generic::unit(scene, end).is_some() || field || named)
}

/// Whether a head that begins at a token is a body of a whole country, which no unit of one follows: `Quốc hội`.
pub(crate) fn is_national(scene: &Scene<'_>, at: usize, head: &Head) -> bool {
    const NAMES: [[Sym; 2]; 3] =
        [phrase!(["quốc", "hội"]), phrase!(["chính", "phủ"]), phrase!(["nhà", "nước"])];
    let table = || {
        let name = scene.index.matcher.name(head.name);
        let table = name.and_then(|name| scene.index.tables.get(name.table as usize));
        table.map_or("", |table| table.name())
    };
    head.end == at + 2 && NAMES.iter().any(|name| scene.starts(at, name))
        || head.is_listed
            && matches!(
                table(),
                "organization/state.tsv" | "organization/ministry.tsv" | "organization/party.tsv"
            )
}
