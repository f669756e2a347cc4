//! Finds every name of every list that begins at a token: a trie over symbols, entered only where a name can start.
//!
//! Names of most roles are found at every token ([`Matcher::find`]). What rules ask for at few places, such as the words that may follow a figure, stands apart and costs nothing where nobody asks ([`Matcher::ask`]).

mod build;

use std::ops::Range;

use super::name::Name;
use super::node::{Ending, NONE, Node, Slot, Start};
use super::role::Role;
use super::way::{Way, number};
use crate::text::{Sym, Token};

/// A name found in a segment: which, what it is, and the token after its last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Match {
    pub(crate) end: u32,
    pub(crate) name: u32,
    pub(crate) role: Role,
}

/// The trie of all names.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    names: Vec<Name>,
    /// The names that end at a node before which another was added: apart from the names, so that what the search reads of them lies near.
    earlier: Vec<Ending>,
    /// By its symbol, where a word leads from [`FOUND`].
    starts: Vec<Start>,
    /// By its symbol, the node that a word leads to from [`ASKED`], 0 if none.
    asked: Vec<u32>,
    nodes: Vec<Node>,
    /// Open addressing: the nodes by what leads to them, but for those of `starts` and `asked`. The length is a power of two, and half of the slots are free.
    slots: Vec<Slot>,
    /// How many slots are not free.
    used: usize,
}

/// The root of the names that are found at every token.
pub(super) const FOUND: u32 = 0;
/// The root of the names that rules ask for.
pub(super) const ASKED: u32 = 1;
/// How many nodes are roots.
pub(super) const ROOTS: usize = 2;

impl Matcher {
    pub(crate) fn new() -> Self {
        Self {
            names: Vec::new(),
            earlier: Vec::new(),
            starts: Vec::new(),
            asked: Vec::new(),
            nodes: vec![Node::ROOT; ROOTS],
            slots: vec![Slot::FREE; 1 << 11],
            used: 0,
        }
    }

    /// The name of a match.
    pub(crate) fn name(&self, index: u32) -> Option<&Name> {
        self.names.get(index as usize)
    }

    #[cfg(all(test, feature = "bundled"))]
    pub(super) fn names(&self) -> &[Name] {
        &self.names
    }

    #[cfg(all(test, feature = "bundled"))]
    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node that a symbol leads to; 0 if none.
    #[inline]
    fn step(&self, from: u32, sym: Sym) -> u32 {
        match (from, sym.index()) {
            (FOUND, Some(index)) => self.starts.get(index).map_or(0, |start| start.node),
            (ASKED, Some(index)) => self.asked.get(index).copied().unwrap_or_default(),
            _ => match self.node(from) {
                Some(node) if node.onward & Node::bit(sym) != 0 => {
                    self.search(from, sym).map_or(0, |(node, _)| node)
                }
                _ => 0,
            },
        }
    }

    /// The node that a symbol leads to from another that is no root, with its number.
    #[inline]
    pub(super) fn search(&self, from: u32, sym: Sym) -> Option<(u32, &Node)> {
        let mask = self.slots.len() - 1;
        let (mut at, tag) = Slot::of(from, sym);
        while let Some(slot) = self.slots.get(at & mask).filter(|slot| slot.node != 0) {
            let is_it = |node: &&Node| node.from == from && node.sym == sym;
            if slot.tag == tag
                && let Some(node) = self.node(slot.node).filter(is_it)
            {
                return Some((slot.node, node));
            }
            at += 1;
        }
        None
    }

    #[inline]
    pub(super) fn node(&self, node: u32) -> Option<&Node> {
        self.nodes.get(node as usize)
    }

    /// The names that end at a node, the one added last first, which it has itself.
    #[inline]
    pub(super) fn endings<'m>(&'m self, last: &'m Ending) -> impl Iterator<Item = &'m Ending> {
        let last = Some(last).filter(|ending| ending.name != NONE);
        std::iter::successors(last, |ending| self.earlier.get(ending.next as usize))
    }

    /// What begins with a token that is a word, if any name does that its capital allows.
    #[inline]
    fn begun(&self, token: &Token) -> Option<&Start> {
        let index = token.sym.index().filter(|_| token.sym != Sym::NUMBER)?;
        let start = self.starts.get(index)?;
        start.begins(token.shape).then_some(start)
    }

    /// Adds to `matches` every name that begins with the first of these tokens, before which so many stand, and is not only asked for, shorter names first, and tells the role of each and the token after its last.
    #[inline]
    pub(crate) fn find(
        &self,
        text: &str,
        tokens: &[Token],
        before: usize,
        matches: &mut Vec<Match>,
        mut tell: impl FnMut(Role, usize),
    ) {
        let Some((token, rest)) = tokens.split_first() else { return };
        let mut way = Way::new(text, tokens);
        let (mut ending, mut onward) = match token.sym.index() {
            Some(_) if token.sym != Sym::NUMBER => {
                let Some(start) = self.begun(token) else { return };
                way.read(token, rest, start.node);
                (&start.ending, start.onward)
            }
            _ => {
                let Some(node) = way.begin(self, FOUND) else { return };
                (&node.ending, node.onward)
            }
        };
        loop {
            let end = before + way.len;
            // As an iterator, whether there is a name and whether it is the last would be one test, which nobody can foretell.
            if ending.name != NONE {
                let mut last = ending;
                loop {
                    let &Ending { name, role, next, .. } = last;
                    if last.agrees(way.cases) {
                        matches.push(Match { end: end as u32, name, role });
                        tell(role, end);
                    }
                    let Some(earlier) = self.earlier.get(next as usize) else { break };
                    last = earlier;
                }
            }
            let Some(node) = way.go_on(self, onward) else { return };
            (ending, onward) = (&node.ending, node.onward);
        }
    }

    /// The names of a role that is asked for that begin at a token, each with the token after its last, shorter names first.
    pub(crate) fn ask<'m>(
        &'m self,
        text: &'m str,
        tokens: &'m [Token],
        at: usize,
        role: Role,
    ) -> impl Iterator<Item = (usize, &'m Name)> {
        let mut way = Way::new(text, tokens.get(at..).unwrap_or_default());
        let mut node = way.begin(self, ASKED);
        let mut next = node.and_then(|node| self.endings(&node.ending).next());
        std::iter::from_fn(move || {
            loop {
                while let Some(ending) = next {
                    let Ending { name, role: of, next: earlier, .. } = *ending;
                    next = self.earlier.get(earlier as usize);
                    if of == role && ending.agrees(way.cases) {
                        return Some((at + way.len, self.names.get(name as usize)?));
                    }
                }
                node = way.go_on(self, node?.onward);
                next = self.endings(&node?.ending).next();
            }
        })
    }

    /// Whether a name of a role that is asked for begins at a token and ends before another.
    pub(crate) fn is_asked(
        &self,
        text: &str,
        tokens: &[Token],
        (at, end): (usize, usize),
        role: Role,
    ) -> bool {
        let tokens = tokens.get(at..).unwrap_or_default();
        Way::new(text, tokens).leads(self, ASKED, end.saturating_sub(at), role)
    }

    /// Where the names of a role end that begin at a token, whatever their case, shorter ones first; the role is not asked for.
    pub(crate) fn spelt<'m>(
        &'m self,
        text: &'m str,
        tokens: &'m [Token],
        at: usize,
        role: Role,
    ) -> impl Iterator<Item = usize> + 'm {
        let mut way = Way::new(text, tokens.get(at..).unwrap_or_default());
        let mut next = way.begin(self, FOUND);
        std::iter::from_fn(move || {
            loop {
                let (node, end) = (next?, at + way.len);
                next = way.go_on(self, node.onward);
                if self.endings(&node.ending).any(|ending| ending.role == role) {
                    return Some(end);
                }
            }
        })
    }

    /// The node that a token leads to from another, which is told by its symbol and the part of the text where it stands; 0 if none. A number leads on by its value, which is read only where some name may go on with it.
    #[inline]
    pub(super) fn follow(&self, from: u32, sym: Sym, text: &str, part: Range<usize>) -> u32 {
        let leads = || self.node(from).is_some_and(|node| node.onward != 0);
        let sym = if sym == Sym::NUMBER && leads() { number(text, part) } else { sym };
        self.step(from, sym)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::gazetteer::table::Table;
    use crate::text::fold::fold_name;
    use crate::text::token::tokenize;
    use crate::text::{Gap, Lexicon, Memo, Shape};

    /// A list for each way in which capitals must agree, and one whose names are asked for.
    const ROLES: [Role; 4] = [Role::Place, Role::Organization, Role::Head, Role::Usage];

    /// Few words, so that names are often found; with spellings that are one, and others that are nearly so.
    fn words() -> impl Strategy<Value = &'static str> {
        select(
            &[
                "hòa", "Hoà", "HÒA", "hoa", "Thủy", "thuỷ", "Đà", "Ða", "đa", "Da", "BĐ", "bđ",
                "5", "05", "7", ",", "-",
            ][..],
        )
    }

    fn joined() -> impl Strategy<Value = &'static str> {
        select(&[" ", " ", " ", "\u{A0}", "\n"][..])
    }

    /// Every name that begins at a token, found by comparing each in turn, as (end, name).
    fn naive(names: &[(String, Role)], text: &str, tokens: &[Token], at: usize) -> Vec<(u32, u32)> {
        let lexicon = Lexicon::new();
        let mut found = Vec::new();
        for (index, (name, role)) in names.iter().enumerate() {
            let (memo, mut parts) = (&mut Memo::default(), Vec::new());
            tokenize(name, true, false, &lexicon, memo, &mut parts, &mut Vec::new()).unwrap();
            let Some(here) = tokens.get(at..at + parts.len()) else { continue };
            let agrees = parts.iter().zip(here).enumerate().all(|(place, (part, token))| {
                let (name, text) = (
                    &name[part.start as usize..part.end as usize],
                    &text[token.start as usize..token.end as usize],
                );
                let is_same = match part.shape {
                    Shape::Number => name.parse::<u32>().ok() == text.parse().ok(),
                    Shape::Punctuation => part.sym == token.sym,
                    _ => fold_name(name) == fold_name(text),
                };
                let starts_capital = |word: &str| word.starts_with(char::is_uppercase);
                let is_acronym =
                    |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
                let needs_capital = match role {
                    Role::Place => true,
                    Role::Organization => place == 0 || is_acronym(name),
                    _ => is_acronym(name),
                };
                let needs_acronym =
                    is_acronym(name) && matches!(role, Role::Place | Role::Organization);
                let is_joined = place == 0 || token.gap != Gap::Line;
                is_same
                    && is_joined
                    && (!needs_capital || !starts_capital(name) || starts_capital(text))
                    && (!needs_acronym || is_acronym(text))
            });
            if agrees {
                found.push(((at + parts.len()) as u32, index as u32));
            }
        }
        found.sort_unstable();
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_name_is_found_that_a_quadratic_search_finds(
            lists in vec(vec(vec(words(), 1..4).prop_map(|words| words.join(" ")), 0..12), ROLES.len()),
            pieces in vec((words(), joined()), 0..40),
        ) {
            let (mut matcher, mut lexicon) = (Matcher::new(), Lexicon::new());
            let mut names = Vec::new();
            for (at, (role, list)) in ROLES.into_iter().zip(lists).enumerate() {
                let table = Table::parse("list.tsv", format!("name\n{}\n", list.join("\n")).trim().to_owned()).unwrap();
                matcher.add(at as u16, role, &table, &mut lexicon, &mut Memo::default());
                names.extend(list.into_iter().map(|name| (name, role)));
            }
            let text: String = pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect();
            let (memo, mut tokens) = (&mut Memo::default(), Vec::new());
            tokenize(&text, false, false, &lexicon, memo, &mut tokens, &mut Vec::new()).unwrap();
            for at in 0..tokens.len() {
                let mut matches = Vec::new();
                let mut told = 0;
                matcher.find(&text, &tokens[at..], at, &mut matches, |_, _| told += 1);
                prop_assert_eq!(told, matches.len());
                prop_assert!(matches.is_sorted_by_key(|found| found.end), "shorter names first");
                let mut found: Vec<_> = matches.iter().map(|m| (m.end, m.name)).collect();
                let number = |name: &Name| matcher.names.iter().position(|n| std::ptr::eq(n, name)).unwrap() as u32;
                let asked: Vec<_> = matcher.ask(&text, &tokens, at, Role::Usage).collect();
                prop_assert!(asked.is_sorted_by_key(|(end, _)| *end), "shorter names first");
                found.extend(asked.into_iter().map(|(end, name)| (end as u32, number(name))));
                found.sort_unstable();
                prop_assert_eq!(found, naive(&names, &text, &tokens, at), "at {} of {:?} with {:?}", at, &text, &names);
            }
        }
    }
}
