//! Names as the matcher keeps them.

use super::role::{Case, Role};
use super::table::{Row, Table};
use crate::text::Shape;

/// A name of a list: a row, or an alias of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) role: Role,
    /// Whether this is another form of the row's name.
    pub(crate) is_alias: bool,
    pub(crate) table: u16,
    pub(crate) row: u32,
    /// Flags of [`super::role::attribute`].
    pub(crate) attributes: u32,
    /// Which words must begin with a capital, the first in the lowest bit.
    pub(super) capitals: u16,
    /// Which words must be acronyms.
    pub(super) acronyms: u16,
    /// The same of the list's own writing, whatever its role asks of the text.
    pub(super) written: (u16, u16),
}

impl Name {
    /// The name of a row of a list.
    pub(super) fn new(role: Role, table: u16, row: Row<'_>) -> Self {
        Self {
            role,
            is_alias: false,
            table,
            row: row.index as u32,
            attributes: row.attributes(),
            capitals: 0,
            acronyms: 0,
            written: (0, 0),
        }
    }

    /// How the list writes the word of this number.
    pub(crate) fn shape(&self, word: usize) -> Shape {
        let bit = 1u16.checked_shl(word as u32).unwrap_or_default();
        let (capitals, acronyms) = self.written;
        match (acronyms & bit != 0, capitals & bit != 0) {
            (true, _) => Shape::Upper,
            (false, true) => Shape::Title,
            (false, false) => Shape::Lower,
        }
    }

    /// Keeps which of its words must begin with capitals or be acronyms in the text, by its role.
    pub(super) fn demand(&mut self, capitals: u16, acronyms: u16) {
        self.written = (capitals, acronyms);
        // A name that is an acronym is one in the text; a name in small capitals may be any.
        (self.capitals, self.acronyms) = match self.role.case() {
            Case::All => (capitals, acronyms),
            Case::First => (capitals & 1 | acronyms, acronyms),
            Case::Any => (acronyms & capitals, 0),
        };
    }

    pub(crate) fn row<'g>(&self, tables: &'g [Table]) -> Option<Row<'g>> {
        Some(tables.get(self.table as usize)?.row(self.row as usize))
    }
}
