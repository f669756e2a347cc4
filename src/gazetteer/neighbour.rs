//! What a word beside figures says of them, after `date/neighbour.cue.tsv`: a set of flags.

use super::table::Row;

/// It may follow a date.
pub(crate) const AFTER: u32 = 1;
/// It leads to a day.
pub(crate) const DAY: u32 = 1 << 1;
/// It leads to a year alone.
pub(crate) const YEAR: u32 = 1 << 2;
/// It leads to a named day.
pub(crate) const FESTIVAL: u32 = 1 << 3;
/// It makes a name of the figures.
pub(crate) const NAME: u32 = 1 << 4;
/// It is what a number counts or measures.
pub(crate) const MEASURE: u32 = 1 << 5;

/// The flags of a row.
pub(super) fn attributes(row: Row<'_>) -> u32 {
    row.list("sense").fold(0, |flags, sense| {
        flags
            | match sense {
                "after" => AFTER,
                "day" => DAY,
                "year" => YEAR,
                "festival" => FESTIVAL,
                "name" => NAME,
                "measure" => MEASURE,
                _ => 0,
            }
    })
}
