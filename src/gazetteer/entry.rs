//! Entries of gazetteers: what a list says of a name, and what became of it.

use super::table::Row;
use super::validity::Period;
use super::{Index, Role};
use crate::{Day, Kind};

/// A row of a gazetteer: one sense of a name.
#[derive(Clone, Copy)]
pub struct Entry<'g> {
    pub(super) index: &'g Index,
    pub(super) row: Row<'g>,
}

/// A unit that took the place of another.
#[derive(Clone, Copy, Debug)]
pub struct Successor<'g> {
    entry: Entry<'g>,
    is_part: bool,
}

/// Successions followed at most, one after the other: units were merged and renamed again and again.
const GENERATIONS: usize = 8;

impl<'g> Entry<'g> {
    /// The name in its canonical form, without class word.
    pub fn name(self) -> &'g str {
        self.row.name()
    }

    /// The row of the list.
    pub(crate) fn row(self) -> Row<'g> {
        self.row
    }

    /// Other forms of the name.
    pub fn aliases(self) -> impl Iterator<Item = &'g str> {
        self.row.list("aliases")
    }

    /// The id: `vn/p34/22`, `org/bo-cong-an`.
    pub fn id(self) -> Option<&'g str> {
        self.cell("id")
    }

    /// What the name stands for; `None` in lists of cues and records.
    pub fn kind(self) -> Option<Kind> {
        self.index.kind_of(self.row.table)
    }

    /// The list: `place/province.tsv`.
    pub fn list(self) -> &'g str {
        self.row.table.name()
    }

    /// The line of the row in its list, counted from 1.
    pub fn line(self) -> usize {
        self.row.line()
    }

    /// A cell of the row by the name of its column; `None` where it is empty or there is no such column.
    pub fn cell(self, column: &str) -> Option<&'g str> {
        Some(self.row.get(column)).filter(|cell| !cell.is_empty())
    }

    /// Where the fact comes from: the row's own source, else that of its list.
    pub fn source(self) -> Option<&'g str> {
        self.cell("source").or_else(|| self.row.table.header("source"))
    }

    /// From when until when it holds. Where the list says nothing, both ends are open.
    pub fn period(self) -> Period {
        // OK because a test reads every period of the bundled lists, and users' lists are read when they are added.
        Period::parse(self.row.get("from"), self.row.get("until")).unwrap_or(Period::UNKNOWN)
    }

    /// The unit that it lies in: of a commune the district or the province.
    pub fn parent(self) -> Option<Entry<'g>> {
        let row = self.index.bearer(self.index.parent_of(self.row))?;
        Some(Entry { index: self.index, row })
    }

    /// What took its place when it ended, one step on.
    pub fn successors(self) -> impl Iterator<Item = Successor<'g>> {
        self.index.heirs_of(self.row).iter().filter_map(move |heir| {
            let entry = Entry { index: self.index, row: self.index.bearer(heir.id)? };
            Some(Successor { entry, is_part: heir.is_part })
        })
    }

    /// What it was made of, one step back: the entries that name it as their successor.
    pub fn predecessors(self) -> impl Iterator<Item = Entry<'g>> {
        self.id().into_iter().flat_map(move |id| self.index.predecessors_of(id))
    }

    /// What stands in its place at a day: itself while it lasts, else its successors then, and theirs; nothing where it was abolished.
    pub fn successors_at(self, day: Day) -> Vec<Successor<'g>> {
        let mut found = Vec::new();
        self.follow(day, false, GENERATIONS, &mut found);
        found
    }

    /// What stood in its place at a day: itself, its successors, or what it was made of.
    pub fn at(self, day: Day) -> Vec<Entry<'g>> {
        let later = self.successors_at(day);
        if !later.is_empty() {
            return later.into_iter().map(Successor::entry).collect();
        }
        let mut found = Vec::new();
        self.trace(day, GENERATIONS, &mut found);
        found
    }

    fn follow(self, day: Day, is_part: bool, left: usize, found: &mut Vec<Successor<'g>>) {
        if self.has_ended(day) {
            if left > 0 {
                for next in self.successors() {
                    next.entry.follow(day, is_part || next.is_part, left - 1, found);
                }
            }
        } else if !self.is_to_come(day) && !found.iter().any(|known| known.entry.row.is(self.row)) {
            found.push(Successor { entry: self, is_part });
        }
    }

    fn trace(self, day: Day, left: usize, found: &mut Vec<Entry<'g>>) {
        if !self.is_to_come(day) {
            if !self.has_ended(day) && !found.iter().any(|known| known.row.is(self.row)) {
                found.push(self);
            }
        } else if left > 0 {
            for before in self.predecessors() {
                before.trace(day, left - 1, found);
            }
        }
    }

    /// Whether it is a town of any level: what `thành phố` may stand before.
    pub(super) fn is_city(self) -> bool {
        self.cell("type").is_some_and(|kind| kind == "thành phố")
    }

    fn has_ended(self, day: Day) -> bool {
        self.period().has_ended(day)
    }

    fn is_to_come(self, day: Day) -> bool {
        self.period().is_to_come(day)
    }
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry")
            .field("name", &self.name())
            .field("id", &self.id())
            .field("list", &self.list())
            .field("line", &self.line())
            .finish()
    }
}

impl<'g> Successor<'g> {
    /// The unit.
    pub fn entry(self) -> Entry<'g> {
        self.entry
    }

    /// Whether only a part of the old unit went to it.
    pub fn is_part(self) -> bool {
        self.is_part
    }
}

impl Index {
    /// The entry that has an id.
    pub(crate) fn entry(&self, id: &str) -> Option<Entry<'_>> {
        Some(Entry { index: self, row: self.row_of_id(id)? })
    }

    /// A row as an entry, if it has an id.
    pub(crate) fn entry_of<'g>(&'g self, row: Row<'g>) -> Option<Entry<'g>> {
        let id = self.id_of(row);
        // Few rows bear the id of another.
        let row = if id.is_of(row) { row } else { self.bearer(id)? };
        Some(Entry { index: self, row })
    }

    /// The kind of the entries of a list.
    pub(super) fn kind_of(&self, table: &super::Table) -> Option<Kind> {
        match Role::of(table).ok()? {
            Role::Person => Some(Kind::Person),
            Role::Organization => Some(Kind::Organization),
            Role::Place => Some(Kind::Place),
            Role::Document => Some(Kind::Document),
            Role::Rank => Some(Kind::Rank),
            Role::Own => Some(Kind::Own),
            Role::Position => Some(Kind::Position),
            Role::Date | Role::Festival => Some(Kind::Date),
            _ => None,
        }
    }
}
