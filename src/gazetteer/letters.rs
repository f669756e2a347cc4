//! The types of documents by the letters that stand for them in symbols: `NQ`, `QĐ`.

use super::Index;
use super::table::Row;
use crate::text::lexicon::hash;

/// For the letters of each type, by their hash, its row; in the order of hashes, then of rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    rows: Vec<(u32, u32)>,
    /// The place of the list of types among the lists.
    table: usize,
}

impl Letters {
    fn of(index: &Index) -> Self {
        let types = index.tables.iter().position(|table| table.name() == "document/type.tsv");
        let Some((table, types)) = types.and_then(|at| Some((at, index.tables.get(at)?))) else {
            return Self::default();
        };
        let letters = types.rows().zip(0..).flat_map(|(row, at)| {
            row.list("abbr").map(move |letters| (hash(letters.as_bytes()), at))
        });
        let mut rows: Vec<_> = letters.collect();
        rows.sort_unstable();
        rows.dedup();
        Self { rows, table }
    }
}

impl Index {
    fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Letters::of(self))
    }

    /// The types of documents, in the order of the list.
    pub(crate) fn document_types(&self) -> impl Iterator<Item = Row<'_>> {
        let Letters { table, rows } = self.letters();
        let table = self.tables.get(*table).filter(|_| !rows.is_empty());
        table.into_iter().flat_map(|table| table.rows())
    }

    /// The types of documents that have these letters in symbols, in the order of the list.
    pub(crate) fn types_of_letters<'i>(&'i self, letters: &str) -> impl Iterator<Item = Row<'i>> {
        let Letters { table, rows } = self.letters();
        let wanted = hash(letters.as_bytes());
        let first = rows.partition_point(|(hash, _)| *hash < wanted);
        let same = rows.get(first..).unwrap_or_default().iter();
        let same = same.take_while(move |(hash, _)| *hash == wanted);
        let rows = same.filter_map(|(_, row)| Some(self.tables.get(*table)?.row(*row as usize)));
        rows.filter(move |row| row.list("abbr").any(|also| also == letters))
    }
}
