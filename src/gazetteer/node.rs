//! The nodes of the trie of names, and the way that a name takes through it.

use super::name::Name;
use super::role::Role;
use crate::text::{Shape, Sym, Token};

/// The number of no name.
pub(super) const NONE: u32 = u32::MAX;

/// A beginning of names. Most nodes of a text are far from one another in memory, so that what is read of one lies together, and in one line of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(super) struct Node {
    /// The first name that ends here.
    pub(super) ending: Ending,
    /// The node that leads here.
    pub(super) from: u32,
    /// The symbol by which it does.
    pub(super) sym: Sym,
    /// A bit for each symbol that leads on, several symbols to a bit: most words lead nowhere and cost no search.
    pub(super) onward: u64,
}

/// What the search asks of a name that ends at a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    /// Its number, or [`NONE`].
    pub(super) name: u32,
    /// The place of the one that was added before it, or [`NONE`].
    pub(super) next: u32,
    /// How its words must be written.
    cases: Cases,
    pub(super) role: Role,
}

/// Which words of several have a capital, and which are acronyms: a bit each of the lower and of the upper half, the first word's the lowest.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cases(u32);

impl Cases {
    /// How the words of a name must be written.
    fn of(name: &Name) -> Self {
        Self(u32::from(name.acronyms) << u16::BITS | u32::from(name.capitals))
    }

    /// Adds the word of this number, as it is written: looked up, for nobody can foretell it.
    #[inline]
    pub(super) fn add(&mut self, shape: Shape, word: usize) {
        // Of small letters, a capital, capitals alone and capitals after small letters: the shapes of words, in their order.
        const FIRST: [u32; 4] = [0, 1, 1 << u16::BITS | 1, 1];
        if word < u16::BITS as usize {
            self.0 |= FIRST.get(shape as usize).map_or(0, |first| first << word);
        }
    }
}

impl Ending {
    pub(super) const NONE: Ending =
        Ending { name: NONE, next: NONE, cases: Cases(0), role: Role::Record };

    pub(super) fn new(number: u32, name: &Name, next: u32) -> Self {
        Self { name: number, next, cases: Cases::of(name), role: name.role }
    }

    #[inline]
    pub(super) fn agrees(&self, cases: Cases) -> bool {
        self.cases.0 & !cases.0 == 0
    }
}

impl Node {
    /// What no symbol has led to.
    pub(super) const ROOT: Node = Node { ending: Ending::NONE, from: 0, sym: Sym::EDGE, onward: 0 };

    /// The bit of a symbol in [`Node::onward`].
    #[inline]
    pub(super) fn bit(sym: Sym) -> u64 {
        1 << (sym.0.wrapping_mul(0x9E37_79B9) >> 26)
    }
}

/// Where a word leads that may begin a name, and all that its node says: nodes are far from one another in memory, and a text reads one of these a word. Each lies in one line of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(super) struct Start {
    /// 0 if it begins none.
    pub(super) node: u32,
    /// The shapes in which it begins some, a bit each: most want a capital there.
    shapes: u8,
    /// See [`Node`].
    pub(super) ending: Ending,
    /// See [`Node`].
    pub(super) onward: u64,
}

impl Start {
    /// That of a word that begins no name.
    pub(super) const NONE: Start = Start { node: 0, shapes: 0, ending: Ending::NONE, onward: 0 };

    const SMALL: u8 = 1 << Shape::Lower as u8;

    /// Makes it lead to a node; all names are begun in capitals.
    pub(super) fn lead(&mut self, to: u32) {
        self.node = to;
        self.shapes |= !Self::SMALL;
    }

    /// Makes it begin names in small letters too.
    pub(super) fn lower(&mut self) {
        self.shapes |= Self::SMALL;
    }

    /// Whether it begins names where it is written so.
    #[inline]
    pub(super) fn begins(&self, shape: Shape) -> bool {
        self.shapes >> shape as u8 & 1 != 0
    }
}

/// A node where the search for it finds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Of what leads to the node; most others have another.
    pub(super) tag: u32,
    /// 0 in a free slot.
    pub(super) node: u32,
}

impl Slot {
    pub(super) const FREE: Slot = Slot { tag: 0, node: 0 };

    /// Where the search for the node begins that a symbol leads to from another, and its tag.
    #[inline]
    pub(super) fn of(from: u32, sym: Sym) -> (usize, u32) {
        let key = u64::from(from) << 32 | u64::from(sym.0);
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((hash >> 32) as usize, hash as u32 ^ (hash >> 32) as u32)
    }
}

/// The way to a name through the trie. The rows of a list are sorted, so that most begin with words of the one before.
#[derive(Debug, Default)]
pub(super) struct Path<'n> {
    surface: &'n str,
    pub(super) steps: Vec<Step>,
    pub(super) tokens: Vec<Token>,
    pub(super) unknown: Vec<usize>,
}

/// What is known of a name after so many of its words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    pub(super) node: u32,
    /// Where the word ends, in bytes.
    pub(super) end: usize,
    pub(super) capitals: u16,
    pub(super) acronyms: u16,
}

impl<'n> Path<'n> {
    /// Goes back to where the way to another name leaves this one: after a word that both have, with a space or the end behind it.
    pub(super) fn turn_to(&mut self, surface: &'n str) {
        let (old, new) = (self.surface.as_bytes(), surface.as_bytes());
        let common = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let is_whole = common == old.len() && common == new.len();
        let is_shared = |step: &Step| match step.end < common {
            true => new.get(step.end) == Some(&b' '),
            false => is_whole,
        };
        let shared = self.steps.iter().rposition(is_shared).map_or(0, |last| last + 1);
        self.steps.truncate(shared);
        self.surface = surface;
    }
}
