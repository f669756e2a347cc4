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
    /// Room for the units of a name while they are read.
    rows: Vec<Row<'a>>,
}

impl<'a> Senses<'a> {
    /// Room for the names of so many mentions.
    pub(super) fn new(mentions: usize) -> Self {
        Self { known: with_room(mentions), none: Rc::default(), rows: Vec::new() }
    }

    /// The units that a mention may be.
    pub(super) fn of(&mut self, index: &'a Index, mention: &Mention<'a>) -> Rc<[Row<'a>]> {
        let key = (mention.name.clone(), mention.class.map(Row::number), mention.level);
        let Self { known, none, rows } = self;
        Rc::clone(known.entry(key).or_insert_with(|| {
            rows.clear();
            read(index, mention, rows);
            if rows.is_empty() { Rc::clone(none) } else { rows.as_slice().into() }
        }))
    }

    /// No units.
    pub(super) fn none(&self) -> Rc<[Row<'a>]> {
        Rc::clone(&self.none)
    }
}

/// Reads the units of the lists that bear a mention's name and that its class word agrees with.
fn read<'a>(index: &'a Index, mention: &Mention<'a>, rows: &mut Vec<Row<'a>>) {
    let names = index.look_up(&mention.name);
    let places = names.iter().filter(|name| name.role == Role::Place);
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
        (_, wanted @ (Level::District | Level::Commune)) => {
            rows.retain(|row| level(*row) == wanted);
            first_kept(rows, &[&|row| has_type(row, class), &|_| true]);
        }
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

/// Leaves the rows that the first of these tests lets through that any pass.
fn first_kept<'a>(rows: &mut Vec<Row<'a>>, tests: &[&dyn Fn(Row<'a>) -> bool]) {
    if let [only] = **rows
        && tests.last().is_some_and(|last| last(only))
    {
        return;
    }
    match tests.iter().find(|fits| rows.iter().any(|row| fits(*row))) {
        Some(fits) => rows.retain(|row| fits(*row)),
        None => rows.clear(),
    }
}

/// Leaves the senses of a name alone: countries, provinces and regions before all others, provinces of old after them; then what the lists say stands alone.
fn highest(rows: &mut Vec<Row<'_>>) {
    let is_old = |row: Row<'_>| row.get("id").starts_with("vn/h/");
    let rank = |row: &Row<'_>| match Level::of_row(*row) {
        Level::Country => 0,
        Level::Province if !is_old(*row) => 1,
        Level::Region => 2,
        Level::Province => 3,
        _ if row.get("bare") == "yes" => 4,
        _ => 5,
    };
    if rows.len() > 1 {
        let best = rows.iter().map(rank).min();
        rows.retain(|row| Some(rank(row)) == best);
    }
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
