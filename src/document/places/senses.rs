//! The units that a name may stand for, by its class word.

use std::borrow::Cow;
use std::rc::Rc;

use super::mention::Mention;
use crate::document::words::{Map, with_room};
use crate::gazetteer::{Index, Level, Role, table::Row};

/// A name, the number of its class word, and its level.
type Key<'a> = (Cow<'a, str>, Option<u32>, Level);

/// The units of the names of an article, each name read once with the same class word and level.
#[derive(Debug)]
pub(super) struct Senses<'a> {
    known: Map<Key<'a>, Rc<[Row<'a>]>>,
    none: Rc<[Row<'a>]>,
}

impl<'a> Senses<'a> {
    /// Room for the names of so many mentions.
    pub(super) fn new(mentions: usize) -> Self {
        Self { known: with_room(mentions), none: Rc::default() }
    }

    /// The units that a mention may be.
    pub(super) fn of(&mut self, index: &'a Index, mention: &Mention<'a>) -> Rc<[Row<'a>]> {
        let key = (mention.name.clone(), mention.class.map(Row::number), mention.level);
        Rc::clone(self.known.entry(key).or_insert_with(|| of(index, mention).into()))
    }

    /// No units.
    pub(super) fn none(&self) -> Rc<[Row<'a>]> {
        Rc::clone(&self.none)
    }
}

/// The units of the lists that bear a mention's name and that its class word agrees with.
fn of<'a>(index: &'a Index, mention: &Mention<'a>) -> Vec<Row<'a>> {
    let names = index.look_up(&mention.name);
    let places = names.iter().filter(|name| name.role == Role::Place);
    let mut rows: Vec<Row<'a>> = Vec::new();
    for row in places.filter_map(|name| index.row(name)) {
        if !rows.iter().any(|known| known.is(row)) {
            rows.push(row);
        }
    }
    let class = mention.class.map_or("", |class| class.name());
    let level = |row: Row<'a>| Level::of_row(row);
    match (class, mention.level) {
        ("thành phố" | "thành phố cảng" | "thủ đô" | "thủ phủ" | "cố đô", _) => {
            first_kept(
                rows,
                &[&|row| is_city(row), &|row| {
                    matches!(level(row), Level::City | Level::Province | Level::District)
                }],
            )
        }
        (_, Level::Province) => first_kept(
            rows,
            &[&|row| level(row) == Level::Province, &|row| level(row) == Level::State],
        ),
        (_, wanted @ (Level::District | Level::Commune)) => first_kept(
            rows,
            &[&|row| level(row) == wanted && has_type(row, class), &|row| level(row) == wanted],
        ),
        (_, Level::None) => highest(rows),
        (_, Level::City) => first_kept(
            rows,
            &[&|row| is_city(row), &|row| matches!(level(row), Level::City | Level::Province)],
        ),
        // `bán đảo Sơn Trà` is not the park of that name; `biển Đông` bears its class word in the lists.
        (_, wanted) => first_kept(
            rows,
            &[&|row| level(row) == wanted && row.list("class").any(|word| word == class), &|row| {
                level(row) == wanted
            }],
        ),
    }
}

/// The rows that the first of these tests lets through that any pass.
fn first_kept<'a>(mut rows: Vec<Row<'a>>, tests: &[&dyn Fn(Row<'a>) -> bool]) -> Vec<Row<'a>> {
    match tests.iter().find(|fits| rows.iter().any(|row| fits(*row))) {
        Some(fits) => rows.retain(|row| fits(*row)),
        None => rows.clear(),
    }
    rows
}

/// The senses of a name alone: countries, provinces and regions before all others, provinces of old after them; then what the lists say stands alone.
fn highest<'a>(rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    if rows.len() < 2 {
        return rows;
    }
    let is_old = |row: Row<'a>| row.get("id").starts_with("vn/h/");
    first_kept(
        rows,
        &[
            &|row| Level::of_row(row) == Level::Country,
            &|row| Level::of_row(row) == Level::Province && !is_old(row),
            &|row| Level::of_row(row) == Level::Region,
            &|row| Level::of_row(row) == Level::Province,
            &|row| row.get("bare") == "yes",
            &|_| true,
        ],
    )
}

/// Whether `thành phố` may stand before a unit.
fn is_city(row: Row<'_>) -> bool {
    has_type(row, "thành phố") || Level::of_row(row) == Level::City
}

/// Whether a unit is or was of a type.
fn has_type(row: Row<'_>, class: &str) -> bool {
    !class.is_empty()
        && (row.get("type") == class || row.list("types").any(|kind| kind.starts_with(class)))
}
