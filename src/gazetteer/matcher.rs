//! Finds every name of every list that begins at a token: a trie over symbols, entered only where a name can start.

use super::role::{Case, Role};
use super::table::{Row, Table};
use crate::text::fold::fold;
use crate::text::token::tokenize;
use crate::text::{Gap, Lexicon, Shape, Sym, Token};

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
    /// Which words begin with a capital, the first in the lowest bit.
    capitals: u16,
    /// Which words are acronyms.
    acronyms: u16,
    /// The next name of the same words, or [`NONE`].
    next: u32,
}

const NONE: u32 = u32::MAX;

/// A name found in a segment: which, and the token after its last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Match {
    pub(crate) end: u32,
    pub(crate) name: u32,
}

/// The trie of all names.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    names: Vec<Name>,
    /// The node that a symbol leads to from the root, 0 if none.
    roots: Vec<u32>,
    /// The first name that ends at a node, or [`NONE`].
    ends: Vec<u32>,
    /// Open addressing: (node and symbol, node); a free slot leads to 0.
    edges: Vec<(u64, u32)>,
    used: usize,
}

impl Matcher {
    pub(crate) fn new() -> Self {
        Self {
            names: Vec::new(),
            roots: Vec::new(),
            ends: vec![NONE],
            edges: vec![(0, 0); 1 << 16],
            used: 0,
        }
    }

    /// The name of a match.
    pub(crate) fn name(&self, index: u32) -> Option<&Name> {
        self.names.get(index as usize)
    }

    /// Adds the names and aliases of a list.
    pub(crate) fn add(&mut self, index: u16, role: Role, table: &Table, lexicon: &mut Lexicon) {
        if role == Role::Record {
            return;
        }
        let aliases = table.column("aliases");
        let mut tokens = Vec::new();
        for row in table.rows() {
            let attributes = row.attributes();
            let mut add = |surface: &str, is_alias: bool| {
                let name = Name {
                    role,
                    is_alias,
                    table: index,
                    row: row.index as u32,
                    attributes,
                    capitals: 0,
                    acronyms: 0,
                    next: NONE,
                };
                self.insert(surface, name, lexicon, &mut tokens);
            };
            add(row.name(), false);
            for alias in aliases.map_or("", |column| row.cell(column)).split(';') {
                if !alias.is_empty() {
                    add(alias, true);
                }
            }
        }
    }

    fn insert(
        &mut self,
        surface: &str,
        mut name: Name,
        lexicon: &mut Lexicon,
        tokens: &mut Vec<Token>,
    ) {
        // OK because without `strict` no text is refused.
        let _ = tokenize(surface, true, false, lexicon, tokens);
        let mut node = 0;
        for (index, token) in tokens.iter().enumerate() {
            let bit = 1u16.checked_shl(index as u32).unwrap_or_default();
            if matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) {
                name.capitals |= bit;
            }
            if token.shape == Shape::Upper {
                name.acronyms |= bit;
            }
            let sym = match token.sym {
                Sym::UNKNOWN => {
                    let word = surface.get(token.start as usize..token.end as usize);
                    lexicon.intern(&fold(word.unwrap_or_default()))
                }
                // A number of a name stands for itself alone.
                Sym::NUMBER => number(surface, token),
                sym => sym,
            };
            node = self.step_or_insert(node, sym);
        }
        if node == 0 {
            return;
        }
        let Some(end) = self.ends.get_mut(node as usize) else { return };
        name.next = std::mem::replace(end, self.names.len() as u32);
        self.names.push(name);
    }

    fn step_or_insert(&mut self, node: u32, sym: Sym) -> u32 {
        let found = self.step(node, sym);
        if found != 0 {
            return found;
        }
        let new = self.ends.len() as u32;
        self.ends.push(NONE);
        match (node, sym.index()) {
            (0, Some(index)) => {
                if index >= self.roots.len() {
                    self.roots.resize(index + 1, 0);
                }
                if let Some(root) = self.roots.get_mut(index) {
                    *root = new;
                }
            }
            _ => {
                if (self.used + 1) * 2 > self.edges.len() {
                    let old = std::mem::take(&mut self.edges);
                    self.edges = vec![(0, 0); old.len() * 2];
                    for (key, to) in old {
                        if to != 0 {
                            self.place(key, to);
                        }
                    }
                }
                self.place(key(node, sym), new);
                self.used += 1;
            }
        }
        new
    }

    fn place(&mut self, key: u64, to: u32) {
        let mask = self.edges.len() - 1;
        let mut at = slot(key) & mask;
        while let Some(edge) = self.edges.get_mut(at) {
            if edge.1 == 0 {
                *edge = (key, to);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    fn step(&self, node: u32, sym: Sym) -> u32 {
        if let (0, Some(index)) = (node, sym.index()) {
            return self.roots.get(index).copied().unwrap_or_default();
        }
        let key = key(node, sym);
        let mask = self.edges.len() - 1;
        let mut at = slot(key) & mask;
        while let Some(&(found, to)) = self.edges.get(at) {
            if to == 0 || found == key {
                return to;
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// Adds to `matches` every name that begins at the first of these tokens, shorter names first.
    pub(crate) fn find(&self, text: &str, tokens: &[Token], matches: &mut Vec<Match>) {
        let (mut node, mut capitals, mut acronyms) = (0, 0u16, 0u16);
        for (index, token) in tokens.iter().enumerate() {
            if index > 0 && token.gap == Gap::Line {
                return;
            }
            let sym = if token.sym == Sym::NUMBER { number(text, token) } else { token.sym };
            node = match sym {
                Sym::UNKNOWN => 0,
                sym => self.step(node, sym),
            };
            if node == 0 {
                return;
            }
            let bit = 1u16.checked_shl(index as u32).unwrap_or_default();
            if matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) {
                capitals |= bit;
            }
            if token.shape == Shape::Upper {
                acronyms |= bit;
            }
            let mut next = self.ends.get(node as usize).copied().unwrap_or(NONE);
            while let Some(name) = self.names.get(next as usize) {
                if name.agrees(capitals, acronyms) {
                    matches.push(Match { end: index as u32 + 1, name: next });
                }
                next = name.next;
            }
        }
    }

    /// Every name of these words, whatever their case.
    pub(crate) fn look_up(&self, text: &str, lexicon: &Lexicon) -> Vec<&Name> {
        let mut tokens = Vec::new();
        let _ = tokenize(text, true, false, lexicon, &mut tokens);
        let mut node = 0;
        for token in &tokens {
            let sym = if token.sym == Sym::NUMBER { number(text, token) } else { token.sym };
            node = self.step(node, sym);
            if node == 0 || sym == Sym::UNKNOWN {
                return Vec::new();
            }
        }
        let mut found = Vec::new();
        let mut next = self.ends.get(node as usize).copied().unwrap_or(NONE);
        while let Some(name) = self.names.get(next as usize) {
            found.push(name);
            next = name.next;
        }
        found
    }
}

impl Name {
    /// How the list writes the word of this number.
    pub(crate) fn shape(&self, word: usize) -> Shape {
        let bit = 1u16.checked_shl(word as u32).unwrap_or_default();
        match (self.acronyms & bit != 0, self.capitals & bit != 0) {
            (true, _) => Shape::Upper,
            (false, true) => Shape::Title,
            (false, false) => Shape::Lower,
        }
    }

    fn agrees(&self, capitals: u16, acronyms: u16) -> bool {
        let wanted = match self.role.case() {
            Case::All => self.capitals,
            Case::First => self.capitals & 1 | self.acronyms,
            Case::Any => self.acronyms & self.capitals,
        };
        // A name that is an acronym is one in the text; a name in small capitals may be any.
        wanted & !capitals == 0 && (self.acronyms & !acronyms == 0 || self.role.case() == Case::Any)
    }

    pub(crate) fn row<'g>(&self, tables: &'g [Table]) -> Option<Row<'g>> {
        Some(tables.get(self.table as usize)?.row(self.row as usize))
    }
}

/// The symbol of a number in a name: its digits, as far as they fit.
fn number(text: &str, token: &Token) -> Sym {
    let digits = text.get(token.start as usize..token.end as usize).unwrap_or_default();
    Sym::number(digits.parse().unwrap_or(u32::MAX))
}

fn key(node: u32, sym: Sym) -> u64 {
    u64::from(node) << 32 | u64::from(sym.0)
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::fold::fold_name;

    /// A list for each way in which capitals must agree.
    const ROLES: [Role; 3] = [Role::Place, Role::Organization, Role::Head];

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
            let mut parts = Vec::new();
            tokenize(name, true, false, &lexicon, &mut parts).unwrap();
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
                let needs_acronym = is_acronym(name) && *role != Role::Head;
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
                matcher.add(at as u16, role, &table, &mut lexicon);
                names.extend(list.into_iter().map(|name| (name, role)));
            }
            let text: String = pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect();
            let mut tokens = Vec::new();
            tokenize(&text, false, false, &lexicon, &mut tokens).unwrap();
            for at in 0..tokens.len() {
                let mut matches = Vec::new();
                matcher.find(&text, &tokens[at..], &mut matches);
                prop_assert!(matches.is_sorted_by_key(|found| found.end), "shorter names first");
                let mut found: Vec<_> = matches.iter().map(|m| (m.end + at as u32, m.name)).collect();
                found.sort_unstable();
                prop_assert_eq!(found, naive(&names, &text, &tokens, at), "at {} of {:?} with {:?}", at, &text, &names);
            }
        }
    }
}
