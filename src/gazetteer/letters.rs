//! The types of documents by the letters that stand for them in symbols: `NQ`, `QĐ`.

use super::Index;
use super::table::{Row, Table};
use crate::text::lexicon::hash;

/// For the letters of each type, by their hash, the row; in the order of hashes, then of rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters(Vec<(u32, u32)>);

impl Letters {
    fn of(types: &Table) -> Self {
        let letters = types.rows().zip(0..).flat_map(|(row, at)| {
            row.list("abbr").map(move |letters| (hash(letters.as_bytes()), at))
        });
        let mut letters: Vec<_> = letters.collect();
        letters.sort_unstable();
        letters.dedup();
        Self(letters)
    }
}

impl Index {
    /// The list of the types.
    fn types_table(&self) -> Option<&Table> {
        self.tables.iter().find(|table| table.name() == "document/type.tsv")
    }

    /// The types of documents, in the order of the list.
    pub(crate) fn document_types(&self) -> impl Iterator<Item = Row<'_>> {
        self.types_table().into_iter().flat_map(|table| table.rows())
    }

    /// The types of documents that have these letters in symbols, in the order of the list.
    pub(crate) fn types_of_letters(&self, letters: &str) -> impl Iterator<Item = Row<'_>> {
        let known =
            self.letters.get_or_init(|| self.types_table().map(Letters::of).unwrap_or_default());
        let wanted = hash(letters.as_bytes());
        let first = known.0.partition_point(|(hash, _)| *hash < wanted);
        let same = known.0.get(first..).unwrap_or_default().iter();
        let rows = same.take_while(move |(hash, _)| *hash == wanted).map(|(_, row)| *row);
        // Only where there are rows the list is looked for.
        let rows = rows.filter_map(|row| Some(self.types_table()?.row(row as usize)));
        let letters = letters.to_owned();
        rows.filter(move |row| row.list("abbr").any(|also| also == letters))
    }
}
