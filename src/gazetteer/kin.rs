//! How the units of the lists are related, as numbers: which lies in which, and what each became.

use std::collections::HashMap;

use super::Index;
use super::table::{Row, Table};
use crate::text::lexicon::hash;

/// An id that a row bears or names, as a number: that of the first row that bears it, or one beyond all rows where none does.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Id(u32);

impl Id {
    /// No id at all.
    const NONE: Id = Id(u32::MAX);

    /// Whether there is an id.
    pub(crate) fn is_some(self) -> bool {
        self != Id::NONE
    }
}

/// A unit that took the place of another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heir {
    pub(crate) id: Id,
    /// Whether only a part of the old unit went to it.
    pub(crate) is_part: bool,
}

/// The ids that a row bears and names.
#[derive(Clone, Copy, Debug)]
struct Unit {
    id: Id,
    parent: Id,
    country: Id,
    /// Where its heirs end; they begin where those of the row before it end.
    heirs: u32,
}

/// The ids of all rows of an index, made when they are first asked for.
#[derive(Clone, Debug)]
pub(crate) struct Kin {
    /// By the number of the row.
    units: Vec<Unit>,
    heirs: Vec<Heir>,
    /// Open addressing: the hash of an id, and the first row that bears it; [`FREE`] marks a free slot. The length is a power of two.
    slots: Vec<(u32, u32)>,
}

const FREE: u32 = u32::MAX;

impl Kin {
    pub(super) fn new(tables: &[Table]) -> Self {
        let count: usize = tables.iter().map(Table::len).sum();
        let slots = vec![(0, FREE); (count * 2).next_power_of_two()];
        let mut kin = Self { units: Vec::with_capacity(count), heirs: Vec::new(), slots };
        for table in tables {
            if let Some(column) = table.column("id") {
                table.rows().for_each(|row| kin.enter(tables, row, column));
            }
        }
        let mut foreign = Foreign { first: count as u32, ids: HashMap::new() };
        for table in tables {
            let columns = ["id", "parent", "country", "successor"].map(|name| table.column(name));
            let [id, parent, country, successor] = columns;
            // Rows that lie in one unit stand beside each other.
            let mut last = ("", Id::NONE);
            for row in table.rows() {
                let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
                let around = cell(parent);
                if around != last.0 {
                    last = (around, kin.number(tables, around, &mut foreign));
                }
                let heirs = cell(successor).split(';').filter(|heir| !heir.is_empty());
                for heir in heirs {
                    let (id, is_part) = match heir.strip_suffix(":part") {
                        Some(id) => (id, true),
                        None => (heir, false),
                    };
                    let id = kin.number(tables, id, &mut foreign);
                    kin.heirs.push(Heir { id, is_part });
                }
                let unit = Unit {
                    id: kin.number(tables, cell(id), &mut foreign),
                    parent: last.1,
                    country: kin.number(tables, cell(country), &mut foreign),
                    heirs: kin.heirs.len() as u32,
                };
                kin.units.push(unit);
            }
        }
        kin
    }

    fn enter(&mut self, tables: &[Table], row: Row<'_>, column: usize) {
        let id = row.cell(column);
        if id.is_empty() || self.find(tables, id).is_some() {
            return;
        }
        let hash = hash(id.as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.1 == FREE {
                *slot = (hash, row.number());
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// The first row that bears an id.
    fn find<'g>(&self, tables: &'g [Table], id: &str) -> Option<Row<'g>> {
        let hash = hash(id.as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(&(stored, number)) = self.slots.get(at).filter(|slot| slot.1 != FREE) {
            if stored == hash {
                let row = row(tables, number).filter(|row| row.get("id") == id);
                if row.is_some() {
                    return row;
                }
            }
            at = (at + 1) & mask;
        }
        None
    }

    fn number<'g>(&self, tables: &'g [Table], id: &'g str, foreign: &mut Foreign<'g>) -> Id {
        match id {
            "" => Id::NONE,
            id => self.find(tables, id).map_or_else(|| foreign.number(id), |row| Id(row.number())),
        }
    }

    fn unit(&self, row: u32) -> Option<&Unit> {
        self.units.get(row as usize)
    }

    fn heirs(&self, row: u32) -> &[Heir] {
        let before = row.checked_sub(1).and_then(|before| self.unit(before));
        let first = before.map_or(0, |unit| unit.heirs as usize);
        let end = self.unit(row).map_or(first, |unit| unit.heirs as usize);
        self.heirs.get(first..end).unwrap_or_default()
    }
}

/// Ids that are named and that no row bears.
struct Foreign<'g> {
    first: u32,
    ids: HashMap<&'g str, u32>,
}

impl<'g> Foreign<'g> {
    fn number(&mut self, id: &'g str) -> Id {
        let next = self.first + self.ids.len() as u32;
        Id(*self.ids.entry(id).or_insert(next))
    }
}

/// The row of a number.
fn row(tables: &[Table], number: u32) -> Option<Row<'_>> {
    let after = tables.partition_point(|table| table.first_row <= number);
    let table = tables.get(after.checked_sub(1)?)?;
    let index = (number - table.first_row) as usize;
    (index < table.len()).then(|| table.row(index))
}

impl Index {
    fn kin(&self) -> &Kin {
        self.kin.get_or_init(|| Kin::new(&self.tables))
    }

    /// The row that has an id.
    pub(crate) fn row_of_id(&self, id: &str) -> Option<Row<'_>> {
        self.kin().find(&self.tables, id)
    }

    /// The row that bears an id, if one does.
    pub(crate) fn bearer(&self, id: Id) -> Option<Row<'_>> {
        row(&self.tables, id.0)
    }

    /// The id that a row bears.
    pub(crate) fn id_of(&self, row: Row<'_>) -> Id {
        self.kin().unit(row.number()).map_or(Id::NONE, |unit| unit.id)
    }

    /// The id of the unit that a row lies in.
    pub(crate) fn parent_of(&self, row: Row<'_>) -> Id {
        self.kin().unit(row.number()).map_or(Id::NONE, |unit| unit.parent)
    }

    /// The id of the country that a row lies in, where it names it.
    pub(crate) fn country_of(&self, row: Row<'_>) -> Id {
        self.kin().unit(row.number()).map_or(Id::NONE, |unit| unit.country)
    }

    /// The id of the unit around the one that bears an id.
    pub(crate) fn parent_of_id(&self, id: Id) -> Id {
        self.kin().unit(id.0).map_or(Id::NONE, |unit| unit.parent)
    }

    /// What took the place of a row.
    pub(crate) fn heirs_of(&self, row: Row<'_>) -> &[Heir] {
        self.kin().heirs(row.number())
    }

    /// What took the place of the unit that bears an id.
    pub(crate) fn heirs_of_id(&self, id: Id) -> &[Heir] {
        if id.is_some() { self.kin().heirs(id.0) } else { &[] }
    }

    /// Whether the unit of an id went over into that of another, or into several with it.
    pub(crate) fn became(&self, id: Id, other: Id) -> bool {
        self.heirs_of_id(id).iter().any(|heir| heir.id == other)
    }
}
