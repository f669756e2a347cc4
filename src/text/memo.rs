//! The words that were read last, found by their bytes as written: most words of a text stood in it before, and need not be folded again.

use super::lexicon::{Key, Sym};
use super::token::Shape;

/// The words that were read last; one memo is for one lexicon.
#[derive(Clone, Debug)]
pub(crate) struct Memo {
    /// A word stands at the place that its hash gives, if no two others came there since.
    pairs: Vec<Pair>,
}

/// Two words, in one line of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Pair {
    /// The one that came last.
    last: Slot,
    other: Slot,
}

/// A word as written, and what it is.
#[derive(Clone, Copy, Debug)]
struct Slot {
    run: Key,
    sym: Sym,
    shape: Shape,
}

impl Slot {
    /// Of no word: each has a letter.
    const FREE: Slot = Slot { run: Key::EMPTY, sym: Sym::UNKNOWN, shape: Shape::Lower };

    /// Whether it is this word; without branches, which would be for nothing where the letters differ.
    #[inline]
    fn is(&self, run: Key) -> bool {
        (self.run.head ^ run.head) | (self.run.tail ^ run.tail) == 0
    }
}

/// What a text begins with up to the first character of ASCII that is no letter: a word, if no other letters or marks stand in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    key: Key,
    pub(crate) len: usize,
}

impl Default for Memo {
    fn default() -> Self {
        Self { pairs: vec![Pair { last: Slot::FREE, other: Slot::FREE }; 1 << Self::BITS] }
    }
}

impl Memo {
    const BITS: u32 = 12;

    /// The words that it keeps, as they may be kept anew.
    #[cfg(all(test, feature = "bundled"))]
    pub(crate) fn kept(&self) -> impl Iterator<Item = (String, Sym, Shape)> {
        let slots = self.pairs.iter().flat_map(|pair| [&pair.other, &pair.last]);
        let kept = slots.filter(|slot| slot.run != Key::EMPTY);
        kept.map(|slot| (slot.run.text(), slot.sym, slot.shape))
    }

    fn place(run: Run) -> usize {
        (run.key.hash() >> (u64::BITS - Self::BITS)) as usize
    }
}

/// What words are found in as they are read: a memo that keeps them, or one that is only looked into.
pub(crate) trait Recall {
    /// What a run is, if it was read before and is a word.
    fn find(&self, run: Run) -> Option<(Sym, Shape)>;

    /// Keeps what a run is.
    fn keep(&mut self, run: Run, sym: Sym, shape: Shape);
}

impl Recall for Memo {
    #[inline]
    fn find(&self, run: Run) -> Option<(Sym, Shape)> {
        let pair = self.pairs.get(Self::place(run))?;
        // Which of the two it is, nobody can foretell: chosen, not jumped to.
        let slot = if pair.last.is(run.key) { &pair.last } else { &pair.other };
        slot.is(run.key).then_some((slot.sym, slot.shape))
    }

    fn keep(&mut self, run: Run, sym: Sym, shape: Shape) {
        if let Some(Pair { last, other }) = self.pairs.get_mut(Self::place(run)) {
            *other = std::mem::replace(last, Slot { run: run.key, sym, shape });
        }
    }
}

impl Recall for &Memo {
    #[inline]
    fn find(&self, run: Run) -> Option<(Sym, Shape)> {
        (**self).find(run)
    }

    fn keep(&mut self, _: Run, _: Sym, _: Shape) {}
}

impl Run {
    /// The run at a place of a text; none if it does not fit in a key.
    #[inline]
    pub(crate) fn read(text: &[u8], at: usize) -> Option<Run> {
        let bytes: [u8; Key::ROOM] = match text.get(at..at + Key::ROOM) {
            Some(bytes) => bytes.try_into().unwrap_or_default(),
            None => {
                let rest = text.get(at..).unwrap_or_default();
                let mut bytes = [0; Key::ROOM];
                bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                bytes
            }
        };
        let all = u128::from_le_bytes(bytes);
        let (head, tail) = (all as u64, (all >> 64) as u64);
        let stop = stops(head);
        if stop != 0 {
            let key = Key { head: head & before(stop), tail: 0 };
            return Some(Run { key, len: stop.trailing_zeros() as usize / 8 });
        }
        let stop = stops(tail);
        let key = Key { head, tail: tail & before(stop) };
        (stop != 0).then_some(Run { key, len: Key::HALF + stop.trailing_zeros() as usize / 8 })
    }
}

/// The bits below the byte whose highest bit is the lowest that is set.
#[inline]
fn before(stop: u64) -> u64 {
    (stop ^ stop.wrapping_sub(1)) >> 8
}

/// The highest bit of each of eight bytes that is of ASCII and no letter.
#[inline]
fn stops(bytes: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST: u64 = ONES * 0x80;
    let small = (bytes | (ONES * 0x20)) & !HIGHEST;
    let is_from_a = small + ONES * (0x80 - b'a' as u64);
    let is_after_z = small + ONES * (0x7F - b'z' as u64);
    !(is_from_a & !is_after_z | bytes) & HIGHEST
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_run_ends_where_a_naive_search_says(text in "[a-z@`{\\[ôộ“ A-Z1\0]{0,20}", at in 0..30usize) {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            let is_stop = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
            let len = rest.iter().position(is_stop).unwrap_or(rest.len());
            let naive = Key::of(&rest[..len]).filter(|_| len < Key::ROOM);
            let run = Run::read(text.as_bytes(), at);
            prop_assert_eq!(run.map(|run| (run.key, run.len)), naive.map(|key| (key, len)));
        }
    }
}
