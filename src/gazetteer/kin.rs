//! How the units of the lists are related, as numbers: which lies in which, and what each became.

use std::collections::HashMap;
use std::iter::repeat_with;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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
#[derive(Clone, Debug)]
struct Unit {
    id: Id,
    parent: Id,
    country: Id,
    heirs: Box<[Heir]>,
}

/// The ids of an index, made when one is first asked for.
#[derive(Clone, Debug)]
pub(crate) struct Kin {
    /// Open addressing: the hash of an id, and the first row that bears it, numbered from 1; 0 marks a free slot. The length is a power of two.
    slots: Vec<(u32, u32)>,
    /// By the number of the row, each read when it is first asked for: most never are.
    units: Vec<OnceLock<Box<Unit>>>,
    /// The ids that are named and that no row bears, each with its number beyond those of all rows.
    foreign: Arc<Mutex<HashMap<String, u32>>>,
}

impl Kin {
    pub(super) fn new(tables: &[Table]) -> Self {
        let with_ids = || tables.iter().filter_map(|table| Some((table, table.column("id")?)));
        let count: usize = with_ids().map(|(table, _)| table.len()).sum();
        let rows = tables.iter().map(Table::len).sum();
        let mut kin = Self {
            slots: vec![(0, 0); (count * 2).next_power_of_two()],
            units: repeat_with(OnceLock::new).take(rows).collect(),
            foreign: Arc::default(),
        };
        for (table, column) in with_ids() {
            for row in table.rows() {
                let id = row.cell(column);
                let hash = hash(id.as_bytes());
                if let (Err(free), false) = (kin.search(tables, hash, id), id.is_empty()) {
                    let slot = kin.slots.get_mut(free);
                    slot.into_iter().for_each(|slot| *slot = (hash, row.number() + 1));
                }
            }
        }
        kin
    }

    /// The first row that bears an id with a hash, else the slot where it would stand.
    #[inline]
    fn search<'g>(&self, tables: &'g [Table], hash: u32, id: &str) -> Result<Row<'g>, usize> {
        let count = self.slots.len();
        // The upper end of a hash knows of all letters.
        let mut at = ((u64::from(hash) * count as u64) >> u32::BITS) as usize;
        while let Some(&(stored, number @ 1..)) = self.slots.get(at) {
            if stored == hash
                && let Some(row) = row(tables, number - 1).filter(|row| row.get("id") == id)
            {
                return Ok(row);
            }
            at = (at + 1) & (count - 1);
        }
        Err(at)
    }

    /// The first row that bears an id.
    fn find<'g>(&self, tables: &'g [Table], id: &str) -> Option<Row<'g>> {
        self.search(tables, hash(id.as_bytes()), id).ok()
    }

    /// The number of an id.
    fn number(&self, tables: &[Table], id: &str) -> Id {
        if id.is_empty() {
            return Id::NONE;
        }
        let known = self.find(tables, id).map(Row::number);
        Id(known.unwrap_or_else(|| {
            let mut foreign = self.foreign.lock().unwrap_or_else(PoisonError::into_inner);
            let next = (self.units.len() + foreign.len()) as u32;
            *foreign.entry(id.to_owned()).or_insert(next)
        }))
    }

    /// What the row of a number bears and names.
    fn unit(&self, tables: &[Table], number: u32) -> Option<&Unit> {
        let unit = self.units.get(number as usize)?;
        Some(unit.get_or_init(|| Box::new(self.read(tables, row(tables, number)))))
    }

    fn read(&self, tables: &[Table], row: Option<Row<'_>>) -> Unit {
        let id = |column| self.number(tables, row.map_or("", |row| row.get(column)));
        let heir = |heir: &str| match heir.strip_suffix(":part") {
            Some(id) => Heir { id: self.number(tables, id), is_part: true },
            None => Heir { id: self.number(tables, heir), is_part: false },
        };
        let heirs = row.into_iter().flat_map(|row| row.list("successor")).map(heir).collect();
        Unit { id: id("id"), parent: id("parent"), country: id("country"), heirs }
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

    fn unit(&self, number: u32) -> Option<&Unit> {
        self.kin().unit(&self.tables, number)
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
        self.unit(row.number()).map_or(Id::NONE, |unit| unit.id)
    }

    /// The id of the unit that a row lies in.
    pub(crate) fn parent_of(&self, row: Row<'_>) -> Id {
        self.unit(row.number()).map_or(Id::NONE, |unit| unit.parent)
    }

    /// The id of the country that a row lies in, where it names it.
    pub(crate) fn country_of(&self, row: Row<'_>) -> Id {
        self.unit(row.number()).map_or(Id::NONE, |unit| unit.country)
    }

    /// The id of the unit around the one that bears an id.
    pub(crate) fn parent_of_id(&self, id: Id) -> Id {
        self.unit(id.0).map_or(Id::NONE, |unit| unit.parent)
    }

    /// What took the place of a row.
    pub(crate) fn heirs_of(&self, row: Row<'_>) -> &[Heir] {
        self.unit(row.number()).map_or(&[], |unit| &unit.heirs)
    }

    /// What took the place of the unit that bears an id.
    pub(crate) fn heirs_of_id(&self, id: Id) -> &[Heir] {
        self.unit(id.0).map_or(&[], |unit| &unit.heirs)
    }

    /// Whether the unit of an id went over into that of another, or into several with it.
    pub(crate) fn became(&self, id: Id, other: Id) -> bool {
        self.heirs_of_id(id).iter().any(|heir| heir.id == other)
    }
}
