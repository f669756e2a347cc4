//! Reads the one TSV format of all gazetteers.

use std::borrow::Cow;
use std::iter::repeat;
use std::ops::Range;

use crate::Error;
use crate::error::shortened;

/// A gazetteer file: a header, named columns and rows. Cells are found when they are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    name: Cow<'static, str>,
    text: Cow<'static, str>,
    /// Where each header line's `key: value` stands.
    header: Vec<Range<usize>>,
    columns: Vec<Column>,
    /// For each slot the first column whose key has it, or one before that; [`FREE`] where there is none.
    slots: [u8; SLOTS],
    /// For each row, where each of its cells begins, and one past its end.
    cells: Vec<u32>,
    /// The line of the first row, counted from 1.
    first_line: usize,
    /// Where the first row begins.
    first_row_at: u32,
    /// How many rows the tables before it have, among those of an index.
    pub(super) first_row: u32,
    /// For each row, what the rules ask of it again and again; see [`super::role::attributes`].
    pub(super) attributes: Vec<u32>,
    /// The lines of the rows where they stand otherwise than one after the other.
    lines: Vec<u32>,
}

/// The name of a column, with a key that is compared before it.
#[derive(Clone, Debug)]
struct Column {
    key: u64,
    name: Range<usize>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'g> {
    pub(crate) table: &'g Table,
    pub(crate) index: usize,
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If there is no line of column names, if the first column is not `name`, or if a row has another number of cells or no name.
    pub(crate) fn parse(
        file: impl Into<Cow<'static, str>>,
        text: impl Into<Cow<'static, str>>,
    ) -> Result<Self, Error> {
        let text = text.into();
        let mut table = Self::head(file.into(), &text)?;
        table.read_rows(text.as_bytes())?;
        table.text = text;
        Ok(table)
    }

    /// The table of a file, which has so many rows; `lengths` tells those of the cells of the next row, in bytes.
    #[cfg(feature = "bundled")]
    pub(super) fn with_lengths(
        file: &'static str,
        text: &'static str,
        rows: usize,
        mut lengths: impl FnMut(&mut [u32]) -> Option<()>,
    ) -> Option<Self> {
        let mut table = Self::head(file.into(), text).ok()?;
        let places = table.columns.len() + 1;
        table.cells = vec![0; rows.checked_mul(places)?];
        let mut at = table.first_row_at;
        for row in table.cells.chunks_exact_mut(places) {
            let (first, others) = row.split_first_mut()?;
            *first = at;
            lengths(others)?;
            for place in others {
                at = at.wrapping_add(*place).wrapping_add(1);
                *place = at;
            }
        }
        table.text = text.into();
        Some(table)
    }

    /// Reads a file up to its first row.
    fn head(file: Cow<'static, str>, text: &str) -> Result<Self, Error> {
        let name = &*file;
        if u32::try_from(text.len()).is_err() {
            return Err(Error::row(name, 1, None, "a list of less than 4 GiB", "a longer one"));
        }
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut at = text.len() - body.len();
        let mut table = Self {
            name: Cow::Borrowed(""),
            text: Cow::Borrowed(""),
            header: Vec::new(),
            columns: Vec::new(),
            slots: [FREE; SLOTS],
            cells: Vec::new(),
            first_line: 0,
            first_row_at: 0,
            first_row: 0,
            attributes: Vec::new(),
            lines: Vec::new(),
        };
        for (index, line) in body.split_inclusive('\n').enumerate() {
            if !table.columns.is_empty() {
                break;
            }
            let range = at..at + line.trim_end_matches(['\n', '\r']).len();
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            if line.starts_with('#') {
                let start = range.start + 1 + blanks(line.get(1..).unwrap_or_default());
                table.header.push(start..range.end.max(start));
            } else if !line.is_empty() {
                table.columns = columns(line, range.start);
                for (column, at) in table.columns.iter().zip((0..FREE).chain(repeat(FREE - 1))) {
                    let slot = table.slots.get_mut(slot(column.key));
                    slot.into_iter().for_each(|first| *first = at.min(*first));
                }
                let first = line.split('\t').next().unwrap_or_default();
                if first != "name" {
                    let expected = "a line of column names that begins with name";
                    return Err(Error::row(name, index + 1, None, expected, quoted(first)));
                }
                table.first_line = index + 2;
            }
        }
        if table.columns.is_empty() {
            let line = table.header.len() + 1;
            let expected = "a line of column names";
            return Err(Error::row(name, line, None, expected, "the end of the file"));
        }
        table.name = file;
        table.first_row_at = at as u32;
        Ok(table)
    }

    /// Finds the cells of the rows.
    fn read_rows(&mut self, text: &[u8]) -> Result<(), Error> {
        let mut start = self.first_row_at as usize;
        let rows = text.get(start..).unwrap_or_default();
        self.cells.reserve(rows.len() / BYTES_OF_CELL);
        self.cells.push(start as u32);
        let (mut first, mut next) = (0, start);
        for eight in rows.chunks(8) {
            let mut marks = marks(eight);
            while marks != 0 {
                let at = next + marks.trailing_zeros() as usize / 8;
                marks &= marks - 1;
                match text.get(at) {
                    Some(b'\t') => {}
                    Some(b'\n') => {
                        self.end_row(text, first, start..at)?;
                        start = at + 1;
                        first = self.cells.len();
                    }
                    _ => continue,
                }
                self.cells.push(at as u32 + 1);
            }
            next += 8;
        }
        if start < text.len() {
            return self.end_row(text, first, start..text.len());
        }
        self.cells.pop();
        Ok(())
    }

    /// Ends a row whose cells begin at a place of the list of cells, and which stands on a line.
    fn end_row(&mut self, text: &[u8], first: usize, line: Range<usize>) -> Result<(), Error> {
        let returns = text.get(line.clone()).unwrap_or_default().iter().rev();
        let end = line.end - returns.take_while(|byte| **byte == b'\r').count();
        let cells = self.cells.len() - first;
        let number = || self.first_line + first / (self.columns.len() + 1);
        if cells != self.columns.len() {
            let expected = format!("{} cells", self.columns.len());
            return Err(Error::row(&self.name, number(), None, expected, cells.to_string()));
        }
        if end == line.start || text.get(line.start) == Some(&b'\t') {
            return Err(Error::row(&self.name, number(), Some("name"), "a name", "none"));
        }
        self.cells.push(end as u32 + 1);
        Ok(())
    }

    /// The table with rows that stand on these lines of their file.
    pub(super) fn on_lines(self, lines: Vec<u32>) -> Self {
        Self { lines, ..self }
    }

    /// The file's name: `place/province.tsv`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What the header says of a key: `# kind: place`.
    pub(crate) fn header(&self, key: &str) -> Option<&str> {
        self.header.iter().find_map(|range| {
            let line = self.text.get(range.clone())?;
            Some(line.strip_prefix(key)?.strip_prefix(':')?.trim())
        })
    }

    /// The position of a column, to ask many rows with.
    #[inline]
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        let wanted = key(name);
        let first = usize::from(*self.slots.get(slot(wanted))?);
        let mut columns = self.columns.get(first..)?.iter();
        let at = columns.position(|column| {
            column.key == wanted
                && (name.len() <= WHOLE || self.text.get(column.name.clone()) == Some(name))
        });
        Some(first + at?)
    }

    /// The names of the columns.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter_map(|column| self.text.get(column.name.clone()))
    }

    /// The line of the first row, counted from 1: the one after that of the columns.
    pub(super) fn first_line(&self) -> usize {
        self.first_line
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        // OK because a table has at least one column.
        self.cells.len() / (self.columns.len() + 1)
    }

    pub(crate) fn row(&self, index: usize) -> Row<'_> {
        Row { table: self, index }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).map(|index| self.row(index))
    }
}

impl<'g> Row<'g> {
    /// The name in its canonical form.
    pub(crate) fn name(self) -> &'g str {
        self.cell(0)
    }

    /// The cell of a column, empty if there is no such column.
    #[inline]
    pub(crate) fn get(self, column: &str) -> &'g str {
        self.table.column(column).map_or("", |index| self.cell(index))
    }

    /// The cell at a column's position.
    #[inline]
    pub(crate) fn cell(self, column: usize) -> &'g str {
        self.table.text.get(self.place(column)).unwrap_or_default()
    }

    /// Where the cell at a column's position stands in the text.
    #[inline]
    fn place(self, column: usize) -> Range<usize> {
        let table = self.table;
        let first = self.index * (table.columns.len() + 1) + column;
        match table.cells.get(first..first + 2) {
            Some(&[start, next]) => start as usize..next as usize - 1,
            _ => 0..0,
        }
    }

    /// The name, to keep: copied only where the list is the user's own.
    pub(crate) fn kept_name(self) -> Cow<'static, str> {
        self.kept(0)
    }

    /// What a column says, to keep.
    pub(crate) fn kept_cell(self, column: &str) -> Option<Cow<'static, str>> {
        let cell = self.kept(self.table.column(column)?);
        (!cell.is_empty()).then_some(cell)
    }

    fn kept(self, column: usize) -> Cow<'static, str> {
        match self.table.text {
            Cow::Borrowed(text) => text.get(self.place(column)).unwrap_or_default().into(),
            Cow::Owned(_) => self.cell(column).to_owned().into(),
        }
    }

    /// What the rules ask of the row again and again; see [`super::role::attributes`].
    pub(crate) fn attributes(self) -> u32 {
        self.table.attributes.get(self.index).copied().unwrap_or_default()
    }

    /// The number of the row among all rows of an index.
    pub(crate) fn number(self) -> u32 {
        self.table.first_row + self.index as u32
    }

    /// The parts of a cell that holds a list.
    pub(crate) fn list(self, column: &str) -> impl Iterator<Item = &'g str> + use<'g> {
        self.get(column).split(';').filter(|part| !part.is_empty())
    }

    /// Whether both are the same row of the same table.
    pub(crate) fn is(self, other: Row<'_>) -> bool {
        std::ptr::eq(self.table, other.table) && self.index == other.index
    }

    /// What a list of a user's own kind calls it: what the header says, else the name of the file without its ending.
    pub(crate) fn label(self) -> &'g str {
        let stem = || super::stem(self.table.name());
        self.table.header("label").filter(|label| !label.is_empty()).unwrap_or_else(stem)
    }

    /// The name of the table, to keep: copied only where the list is the user's own.
    pub(crate) fn file(self) -> Cow<'static, str> {
        self.table.name.clone()
    }

    /// The line of the row in its file, counted from 1.
    pub(crate) fn line(self) -> usize {
        let lines = self.table.lines.get(self.index).map(|line| *line as usize);
        lines.unwrap_or(self.table.first_line + self.index)
    }

    /// An error that this row is the cause of.
    pub(crate) fn error(self, column: &str, expected: &str) -> Error {
        let found = quoted(self.get(column));
        Error::row(self.table.name(), self.line(), Some(column), expected, found)
    }
}

/// Most cells have more bytes.
const BYTES_OF_CELL: usize = 8;

/// The highest bit of each of eight bytes, or fewer, that may be a tab or a line break: few other characters are below these.
fn marks(bytes: &[u8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST: u64 = ONES * 0x80;
    let bytes: [u8; 8] = bytes.try_into().unwrap_or_else(|_| {
        let mut eight = [u8::MAX; 8];
        eight.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        eight
    });
    let bytes = u64::from_le_bytes(bytes);
    let is_above = (bytes & !HIGHEST) + ONES * (0x7F - b'\n' as u64);
    !(is_above | bytes) & HIGHEST
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn columns(line: &str, mut at: usize) -> Vec<Column> {
    let column = |name: &str| {
        let range = at..at + name.len();
        at += name.len() + 1;
        Column { key: key(name), name: range }
    };
    line.split('\t').map(column).collect()
}

/// Bytes of a name that is told by its key alone.
const WHOLE: usize = 7;

/// A number that tells the names of columns apart: their length and their first letters.
#[inline]
const fn key(name: &str) -> u64 {
    let mut rest = name.as_bytes();
    let mut key = 0;
    let mut left = WHOLE;
    while let [first, after @ ..] = rest
        && left > 0
    {
        key = key << 8 | *first as u64;
        rest = after;
        left -= 1;
    }
    let length = if name.len() < 0xFF { name.len() as u64 } else { 0xFF };
    key | length << (8 * WHOLE)
}

/// Slots for columns, more than there are columns in most lists.
const SLOTS: usize = 64;

/// A slot that no column has.
const FREE: u8 = u8::MAX;

/// The slot of a key.
#[inline]
const fn slot(key: u64) -> usize {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    (key.wrapping_mul(SEED) >> (u64::BITS - SLOTS.ilog2())) as usize
}

/// What was found, for a message: not too long, whatever it is.
pub(super) fn quoted(found: &str) -> String {
    match found {
        "" => "none".to_owned(),
        _ => format!("{:?}", shortened(found, LONGEST)),
    }
}

/// So many characters of what was found are shown.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_column() {
        let text = "# title: A list\n# kind: place\nname\tid\tcode\nHà Nội\tvn/p34/01\t01\n";
        let table = Table::parse("a.tsv", text).unwrap();
        assert_eq!(table.header("kind"), Some("place"));
        let row = table.row(0);
        assert_eq!(
            (row.name(), row.get("code"), row.get("none"), row.line()),
            ("Hà Nội", "01", "", 4)
        );
    }

    #[test]
    fn errors_name_file_line_and_column() {
        let message = |text: &'static str| Table::parse("a.tsv", text).unwrap_err().to_string();
        assert_eq!(
            message("# title: x\n"),
            "a.tsv:2: expected a line of column names, found the end of the file"
        );
        assert_eq!(
            message("id\tname\n"),
            "a.tsv:1: expected a line of column names that begins with name, found \"id\""
        );
        assert_eq!(message("name\tid\nHà Nội\n"), "a.tsv:2: expected 2 cells, found 1");
        assert_eq!(
            message("name\tid\n\t01\n"),
            "a.tsv:2: column name: expected a name, found none"
        );
    }
}
