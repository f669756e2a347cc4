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

    /// Whether a row is the first that bears it.
    pub(super) fn is_of(self, row: Row<'_>) -> bool {
        self.0 == row.number()
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

impl Unit {
    /// A row that names no other.
    const ALONE: Unit = Unit { id: Id::NONE, parent: Id::NONE, country: Id::NONE, heirs: 0 };
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
        let mut ids = Ids { of_rows: Vec::with_capacity(count), foreign: HashMap::new() };
        for table in tables {
            let column = table.column("id");
            for row in table.rows() {
                let id = kin.enter(column.map_or("", |column| row.cell(column)), &mut ids);
                kin.units.push(Unit { id, ..Unit::ALONE });
            }
        }
        let mut first = 0;
        for table in tables {
            kin.relate(table, first, &mut ids);
            first += table.len();
        }
        kin
    }

    /// Makes known the id of the next row: its number, that of the first row that bears it.
    fn enter<'g>(&mut self, id: &'g str, ids: &mut Ids<'g>) -> Id {
        let row = ids.of_rows.len() as u32;
        ids.of_rows.push(id);
        if id.is_empty() {
            return Id::NONE;
        }
        let hash = hash(id.as_bytes());
        let (at, found) = self.search(hash, |row| ids.is_of(row, id));
        if found.is_none() {
            self.slots.get_mut(at).into_iter().for_each(|slot| *slot = (hash, row));
        }
        Id(found.unwrap_or(row))
    }

    /// Adds what the rows of a table name, the first of which has this number.
    fn relate<'g>(&mut self, table: &'g Table, first: usize, ids: &mut Ids<'g>) {
        let columns = ["parent", "country", "successor"].map(|name| table.column(name));
        let [parent, country, successor] = columns;
        let is_alone = columns.iter().all(Option::is_none);
        // Rows that lie in one unit stand beside each other.
        let mut last = ("", Id::NONE);
        for (at, row) in (first..).zip(table.rows()) {
            let mut unit = Unit::ALONE;
            if !is_alone {
                let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
                let around = cell(parent);
                if around != last.0 {
                    last = (around, self.number(around, ids));
                }
                let successors = cell(successor);
                if !successors.is_empty() {
                    self.succeed(successors, ids);
                }
                unit.country = self.number(cell(country), ids);
                unit.parent = last.1;
            }
            unit.heirs = self.heirs.len() as u32;
            if let Some(known) = self.units.get_mut(at) {
                *known = Unit { id: known.id, ..unit };
            }
        }
    }

    /// Adds the heirs that a cell names.
    fn succeed<'g>(&mut self, successors: &'g str, ids: &mut Ids<'g>) {
        for heir in successors.split(';').filter(|heir| !heir.is_empty()) {
            let (id, is_part) = match heir.strip_suffix(":part") {
                Some(id) => (id, true),
                None => (heir, false),
            };
            let id = self.number(id, ids);
            self.heirs.push(Heir { id, is_part });
        }
    }

    /// The number of an id that is named.
    fn number<'g>(&self, id: &'g str, ids: &mut Ids<'g>) -> Id {
        if id.is_empty() {
            return Id::NONE;
        }
        let (_, found) = self.search(hash(id.as_bytes()), |row| ids.is_of(row, id));
        found.map_or_else(|| ids.foreign(id), Id)
    }

    /// The first row that bears an id.
    fn find<'g>(&self, tables: &'g [Table], id: &str) -> Option<Row<'g>> {
        let is_it = |number| row(tables, number).is_some_and(|row| row.get("id") == id);
        let (_, found) = self.search(hash(id.as_bytes()), is_it);
        found.and_then(|number| row(tables, number))
    }

    /// The row with a hash that passes a test, and the slot where the search ended.
    #[inline]
    fn search(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> (usize, Option<u32>) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(&(stored, row)) = self.slots.get(at).filter(|slot| slot.1 != FREE) {
            if stored == hash && is_it(row) {
                return (at, Some(row));
            }
            at = (at + 1) & mask;
        }
        (at, None)
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

/// What is known of ids while the rows are read.
struct Ids<'g> {
    /// That of each row, empty where it has none.
    of_rows: Vec<&'g str>,
    /// Those that are named and that no row bears, in the order in which they are numbered beyond all rows.
    foreign: HashMap<&'g str, u32>,
}

impl<'g> Ids<'g> {
    fn is_of(&self, row: u32, id: &str) -> bool {
        self.of_rows.get(row as usize).is_some_and(|known| *known == id)
    }

    fn foreign(&mut self, id: &'g str) -> Id {
        let next = (self.of_rows.len() + self.foreign.len()) as u32;
        Id(*self.foreign.entry(id).or_insert(next))
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
