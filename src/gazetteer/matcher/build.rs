//! How names are put into the trie.

use super::{ASKED, FOUND, Matcher, ROOTS};
use crate::gazetteer::name::Name;
use crate::gazetteer::node::{Ending, NONE, Node, Path, Slot, Start, Step};
use crate::gazetteer::role::Role;
use crate::gazetteer::table::Table;
use crate::gazetteer::way::{number, part};
use crate::text::fold::fold;
use crate::text::normalize::is_mark;
use crate::text::token::tokenize;
use crate::text::{Lexicon, Memo, Shape, Sym};

impl Matcher {
    /// Makes room for so many names, before the first of them.
    #[cfg(feature = "bundled")]
    pub(crate) fn reserve(&mut self, names: usize) {
        self.names.reserve(names);
        let nodes = names * 2;
        self.nodes.reserve(nodes);
        self.slots = vec![Slot::FREE; (nodes * 2).next_power_of_two()];
    }

    /// Adds the names and aliases of a list; `memo` is of the lexicon.
    pub(crate) fn add(
        &mut self,
        index: u16,
        role: Role,
        table: &Table,
        lexicon: &mut Lexicon,
        memo: &mut Memo,
    ) {
        if role == Role::Record {
            return;
        }
        let aliases = table.column("aliases");
        let [mut names, mut others] = [Path::default(), Path::default()];
        for row in table.rows() {
            let mut name = Name::new(role, index, row);
            self.insert(&mut names, row.name(), name, lexicon, memo);
            name.is_alias = true;
            let cell = aliases.map_or("", |column| row.cell(column));
            if !cell.is_empty() {
                for alias in cell.split(';').filter(|alias| !alias.is_empty()) {
                    self.insert(&mut others, alias, name, lexicon, memo);
                }
            }
        }
    }

    /// Adds a name; `path` is that of a name added before, and then that of this one.
    fn insert<'n>(
        &mut self,
        path: &mut Path<'n>,
        surface: &'n str,
        mut name: Name,
        lexicon: &mut Lexicon,
        memo: &mut Memo,
    ) {
        // A mark belongs to the letter before it, so that no name begins with one.
        if surface.trim_start().starts_with(is_mark) {
            return;
        }
        path.turn_to(surface);
        let Path { steps, tokens, unknown, .. } = path;
        let root = if name.role.is_asked() { ASKED } else { FOUND };
        let mut last = steps.last().copied().unwrap_or(Step { node: root, ..Step::default() });
        let rest = surface.get(last.end..).unwrap_or_default();
        let base = last.end;
        // OK because without `strict` no text is refused.
        let _ = tokenize(rest, true, false, lexicon, memo, tokens, unknown);
        for token in tokens.iter() {
            let bit = 1u16.checked_shl(steps.len() as u32).unwrap_or_default();
            if matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) {
                last.capitals |= bit;
            }
            if token.shape == Shape::Upper {
                last.acronyms |= bit;
            }
            let sym = match token.sym {
                Sym::UNKNOWN => {
                    let word = rest.get(part(token));
                    lexicon.intern(&fold(word.unwrap_or_default()))
                }
                // A number of a name stands for itself alone.
                Sym::NUMBER => number(rest, part(token)),
                sym => sym,
            };
            last.node = self.step_or_insert(last.node, sym);
            last.end = base + token.end as usize;
            steps.push(last);
        }
        name.demand(last.capitals, last.acronyms);
        self.end(name, last.node);
    }

    /// Adds a name that ends at a node.
    pub(in crate::gazetteer) fn end(&mut self, name: Name, last: u32) {
        if last <= ASKED {
            return;
        }
        if name.capitals & 1 == 0 {
            let first = self.first(last);
            self.start(first).into_iter().for_each(Start::lower);
        }
        let Some(node) = self.nodes.get_mut(last as usize) else { return };
        let mut next = NONE;
        if node.ending.name != NONE {
            next = self.earlier.len() as u32;
            self.earlier.push(node.ending);
        }
        let ending = Ending::new(self.names.len() as u32, &name, next);
        node.ending = ending;
        self.start(last).into_iter().for_each(|start| start.ending = ending);
        self.names.push(name);
    }

    /// The first node of the way to a node.
    fn first(&self, mut node: u32) -> u32 {
        while let Some(&Node { from, .. }) = self.node(node).filter(|node| node.from > ASKED) {
            node = from;
        }
        node
    }

    fn step_or_insert(&mut self, from: u32, sym: Sym) -> u32 {
        match self.step(from, sym) {
            0 => self.lead(from, sym),
            found => found,
        }
    }

    /// Adds a node to which a symbol leads from another.
    pub(in crate::gazetteer) fn lead(&mut self, from: u32, sym: Sym) -> u32 {
        let to = self.nodes.len() as u32;
        self.nodes.push(Node { from, sym, ..Node::ROOT });
        match (from, sym.index()) {
            (FOUND, Some(index)) => {
                let start = room(&mut self.starts, index, Start::NONE);
                start.into_iter().for_each(|start| start.lead(to));
            }
            (ASKED, Some(index)) => {
                room(&mut self.asked, index, 0).into_iter().for_each(|node| *node = to);
            }
            _ => {
                let bit = Node::bit(sym);
                self.nodes.get_mut(from as usize).into_iter().for_each(|node| node.onward |= bit);
                self.start(from).into_iter().for_each(|start| start.onward |= bit);
                self.used += 1;
                if self.used * 2 > self.slots.len() {
                    self.grow();
                } else {
                    self.place(to, from, sym);
                }
            }
        }
        to
    }

    /// What is known of a node that a word leads to from [`FOUND`].
    fn start(&mut self, node: u32) -> Option<&mut Start> {
        let sym = self.node(node).filter(|node| node.from == FOUND)?.sym;
        self.starts.get_mut(sym.index()?).filter(|start| start.node == node)
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::FREE; self.slots.len() * 2];
        for at in ROOTS..self.nodes.len() {
            if let Some(&Node { from, sym, .. }) = self.nodes.get(at)
                && (from > ASKED || sym.index().is_none())
            {
                self.place(at as u32, from, sym);
            }
        }
    }

    fn place(&mut self, node: u32, from: u32, sym: Sym) {
        let mask = self.slots.len() - 1;
        let (mut at, tag) = Slot::of(from, sym);
        while let Some(slot) = self.slots.get_mut(at & mask) {
            if slot.node == 0 {
                *slot = Slot { tag, node };
                return;
            }
            at += 1;
        }
    }
}

/// What is kept of a symbol, with room made for it.
fn room<T: Clone>(all: &mut Vec<T>, index: usize, none: T) -> Option<&mut T> {
    if index >= all.len() {
        all.resize(index + 1, none);
    }
    all.get_mut(index)
}
