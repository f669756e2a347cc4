//! The index of the bundled lists as it is kept beside them, so that a program need not read 3.5 MB of names before its first article.
//!
//! `bundled.index` tells what takes long to find out and follows from the texts of the lists alone: where cells end, which words there are, and which of them make each name. What rules ask of rows and names is read from the cells
//! as ever. A test compares the file with an index made from the lists, and writes it anew where it is told to: `UPDATE_GOLDEN=1 cargo test golden`. Until then the file is of other lists, which its sum tells, and the lists are read.
//!
//! ```text
//! file   = sum of the lists, 8 bytes ; words ; memo ; nodes ; list*
//! words  = length in bytes ; (word "\n")*          those of the rules left out
//! memo   = count ; (word "\n" shape symbol)*       in the order in which they are kept
//! nodes  = count ; (origin symbol)*                origin: 0 and 1 the roots, else 1 and how many nodes before
//! list   = rows ; length of cell* ; count ; name*
//! name   = rows on from the name before, twice, and 1 for an alias ; capitals ; acronyms ; node
//! ```
//!
//! A symbol and all else are numbers of seven bits a byte, the lowest first, with the highest bit set in all bytes but the last (LEB128). The bits of a symbol are rotated left by two, so that words have small numbers; a node is told by its distance from that of the name before, in zigzag.

use super::bundled::FILES;
use super::matcher::ROOTS;
use super::name::Name;
use super::{Gazetteer, Gazetteers, Table};
use crate::text::lexicon::hash;
use crate::text::memo::{Recall, Run};

use crate::text::{Shape, Sym, WORDS};

/// Changes with the form of the file.
const FORMAT: u64 = 1;

/// How symbols are rotated: the two highest bits tell words from numbers and marks.
const ROTATED: u32 = 2;

/// The shapes of words in the memo, by their numbers.
const SHAPES: [Shape; 4] = [Shape::Lower, Shape::Title, Shape::Upper, Shape::Mixed];

/// The bundled lists with their index; none if it is not the index of these lists.
pub(super) fn read(index: &[u8]) -> Option<Gazetteers> {
    let (sum, rest) = index.split_first_chunk()?;
    if u64::from_le_bytes(*sum) != sum_of_lists() {
        return None;
    }
    let mut bytes = Bytes(rest);
    let mut gazetteers = Gazetteers::with_room();
    let index = gazetteers.index_mut();
    let words = bytes.count()?;
    for word in str::from_utf8(bytes.take(words)?).ok()?.lines() {
        index.lexicon.intern(word);
    }
    for _ in 0..bytes.count()? {
        let run = Run::read(bytes.0, 0)?;
        bytes.take(run.len + 1)?;
        let shape = SHAPES.get(bytes.count()?)?;
        index.memo.keep(run, bytes.symbol()?, *shape);
    }
    let nodes = bytes.count()?;
    for node in (ROOTS as u32..).take(nodes) {
        let from = match bytes.number()? {
            root @ (0 | 1) => root,
            before => node.checked_sub(before - 1)?,
        };
        index.matcher.lead(from, bytes.symbol()?);
    }
    for (file, text) in FILES {
        let rows = bytes.count()?;
        let table = Table::with_lengths(file, text, rows, |row| bytes.numbers(row))?;
        let gazetteer = Gazetteer::of(table).ok()?;
        let role = gazetteer.role;
        let index = gazetteers.keep(gazetteer, false);
        let list = index.tables.len() - 1;
        let table = index.tables.get(list)?;
        let (mut row, mut node) = (0, 0);
        for _ in 0..bytes.count()? {
            let on = bytes.count()?;
            row += on / 2;
            let mut name = Name::new(role, list as u16, table.row(row));
            name.is_alias = on % 2 == 1;
            name.demand(bytes.number()? as u16, bytes.number()? as u16);
            let step = bytes.number()?;
            node = (step >> 1 ^ (step & 1).wrapping_neg()).wrapping_add(node);
            index.matcher.end(name, node);
        }
    }
    bytes.0.is_empty().then_some(gazetteers)
}

/// What tells these lists, and the words of the rules, from others.
fn sum_of_lists() -> u64 {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    let lists = FILES.iter().flat_map(|(name, text)| [*name, *text]);
    lists.chain(WORDS.iter().copied()).fold(FORMAT, |sum, text| {
        (sum ^ u64::from(hash(text.as_bytes()))).wrapping_mul(SEED).rotate_left(29)
    })
}

/// What is left of the file.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    #[inline]
    fn number(&mut self) -> Option<u32> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        if *byte < 0x80 { Some((*byte).into()) } else { self.longer(*byte) }
    }

    /// The next numbers, as many as there is room for.
    fn numbers(&mut self, all: &mut [u32]) -> Option<()> {
        match self.0.split_at_checked(all.len()) {
            // Most cells are short.
            Some((bytes, rest)) if bytes.is_ascii() => {
                all.iter_mut().zip(bytes).for_each(|(number, byte)| *number = (*byte).into());
                self.0 = rest;
            }
            _ => {
                for number in all {
                    *number = self.number()?;
                }
            }
        }
        Some(())
    }

    /// A number of several bytes, by its first.
    fn longer(&mut self, first: u8) -> Option<u32> {
        let (mut number, mut shift) = (u32::from(first & 0x7F), 7);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if *byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn count(&mut self) -> Option<usize> {
        self.number().map(|number| number as usize)
    }

    fn symbol(&mut self) -> Option<Sym> {
        self.number().map(|symbol| Sym(symbol.rotate_right(ROTATED)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::bundled::INDEX;
    use crate::gazetteer::node::NONE;

    /// Writes a number, seven bits a byte.
    fn number(out: &mut Vec<u8>, mut number: u32) {
        while number >= 0x80 {
            out.push(number as u8 | 0x80);
            number >>= 7;
        }
        out.push(number as u8);
    }

    fn symbol(out: &mut Vec<u8>, sym: Sym) {
        number(out, sym.0.rotate_left(ROTATED));
    }

    /// The file of an index.
    fn write(gazetteers: &Gazetteers) -> Vec<u8> {
        let index = &*gazetteers.index;
        let mut out = sum_of_lists().to_le_bytes().to_vec();
        let words: String =
            index.lexicon.words().skip(WORDS.len()).map(|word| word + "\n").collect();
        number(&mut out, words.len() as u32);
        out.extend(words.as_bytes());
        let kept: Vec<_> = index.memo.kept().collect();
        number(&mut out, kept.len() as u32);
        for (word, sym, shape) in kept {
            out.extend(word.as_bytes());
            out.push(b'\n');
            number(&mut out, SHAPES.iter().position(|of| *of == shape).unwrap() as u32);
            symbol(&mut out, sym);
        }
        let nodes = index.matcher.nodes();
        number(&mut out, (nodes.len() - ROOTS) as u32);
        for (at, node) in (0..).zip(nodes).skip(ROOTS) {
            number(&mut out, if node.from < 2 { node.from } else { at - node.from + 1 });
            symbol(&mut out, node.sym);
        }
        let mut lasts = vec![0; index.matcher.names().len()];
        for (at, node) in (0..).zip(nodes).filter(|(_, node)| node.ending.name != NONE) {
            for ending in index.matcher.endings(&node.ending) {
                lasts[ending.name as usize] = at;
            }
        }
        let names: Vec<_> = index.matcher.names().iter().zip(lasts).collect();
        for (list, table) in index.tables.iter().enumerate() {
            let columns = table.columns().count();
            number(&mut out, table.len() as u32);
            for (row, column) in table.rows().flat_map(|row| (0..columns).map(move |at| (row, at)))
            {
                number(&mut out, row.cell(column).len() as u32);
            }
            let names = names.iter().filter(|(name, _)| usize::from(name.table) == list);
            number(&mut out, names.clone().count() as u32);
            let (mut row, mut before) = (0, 0);
            for (name, last) in names {
                number(&mut out, 2 * (name.row - row) + u32::from(name.is_alias));
                let (capitals, acronyms) = name.written;
                number(&mut out, capitals.into());
                number(&mut out, acronyms.into());
                let step = last - before;
                number(&mut out, (step << 1 ^ step >> 31) as u32);
                (row, before) = (name.row, *last);
            }
        }
        out
    }

    #[test]
    fn the_golden_index_is_that_of_the_lists() {
        let lists = Gazetteers::read_bundled();
        let written = write(&lists);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/gazetteer/bundled.index");
            std::fs::write(path, written).unwrap();
            return;
        }
        assert!(
            INDEX == written,
            "the lists were changed: UPDATE_GOLDEN=1 cargo test golden makes their index"
        );
        let read = read(INDEX).unwrap();
        assert!(format!("{read:?}") == format!("{lists:?}"), "what is read is what was written");
    }

    #[test]
    fn another_index_is_none() {
        let lengths = (0..INDEX.len()).step_by(9_973);
        for index in lengths.map(|length| &INDEX[..length]) {
            assert!(read(index).is_none(), "{} bytes", index.len());
        }
        let mut other = INDEX.to_vec();
        other[0] ^= 1;
        assert!(read(&other).is_none(), "of other lists");
        other[0] ^= 1;
        other.push(0);
        assert!(read(&other).is_none(), "with more than its lists");
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for of in [0, 1, 127, 128, 16_383, 16_384, u32::MAX] {
            let mut out = Vec::new();
            number(&mut out, of);
            let mut bytes = Bytes(&out);
            assert_eq!((bytes.number(), bytes.number()), (Some(of), None));
        }
        assert_eq!(Bytes(&[0xFF; 9]).number(), None);
    }
}
