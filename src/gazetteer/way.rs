//! The way of a search through the trie of names, along the tokens of a text.

use std::ops::Range;

use super::matcher::Matcher;
use super::node::{Cases, Node};
use super::role::Role;
use crate::text::{Gap, Sym, Token};

/// How far names have been followed along the tokens.
#[derive(Debug)]
pub(super) struct Way<'w> {
    text: &'w str,
    /// The tokens after the last that was read.
    rest: &'w [Token],
    /// How many were read.
    pub(super) len: usize,
    /// The node that the last leads to.
    node: u32,
    /// How they are written.
    pub(super) cases: Cases,
}

impl<'w> Way<'w> {
    /// The way that begins with the first of these tokens, before it is read.
    #[inline]
    pub(super) fn new(text: &'w str, tokens: &'w [Token]) -> Self {
        Self { text, rest: tokens, len: 0, node: 0, cases: Cases::default() }
    }

    /// Reads the first token, if it leads on from a root, and gives the node that it leads to.
    #[inline]
    pub(super) fn begin<'m>(&mut self, matcher: &'m Matcher, root: u32) -> Option<&'m Node> {
        let (token, rest) = self.rest.split_first()?;
        let node = matcher.follow(root, token.sym, self.text, part(token));
        self.read(token, rest, node);
        matcher.node(node).filter(|_| node != 0)
    }

    /// Whether the way from a root leads to a name of a role that has so many tokens.
    pub(super) fn leads(mut self, matcher: &Matcher, root: u32, len: usize, role: Role) -> bool {
        let mut next = self.begin(matcher, root);
        while let Some(node) = next {
            if self.len >= len {
                let mut names = matcher.endings(&node.ending).filter(|name| name.role == role);
                return self.len == len && names.any(|name| name.agrees(self.cases));
            }
            next = self.go_on(matcher, node.onward);
        }
        false
    }

    /// Reads a token that leads to a node; others stand after it.
    #[inline]
    pub(super) fn read(&mut self, token: &Token, rest: &'w [Token], node: u32) {
        self.cases.add(token.shape, self.len);
        self.len += 1;
        (self.rest, self.node) = (rest, node);
    }

    /// Reads the next token, if it leads on from the node of the last, no root, of which is told what leads on, and gives the node that it leads to.
    #[inline]
    pub(super) fn go_on<'m>(&mut self, matcher: &'m Matcher, onward: u64) -> Option<&'m Node> {
        let (next, rest) = self.rest.split_first().filter(|(next, _)| next.gap != Gap::Line)?;
        let sym = match next.sym {
            Sym::NUMBER => number(self.text, part(next)),
            sym => sym,
        };
        if onward & Node::bit(sym) == 0 {
            return None;
        }
        let (to, node) = matcher.search(self.node, sym)?;
        self.read(next, rest, to);
        Some(node)
    }
}

/// Where a token stands in the text, in bytes.
pub(super) fn part(token: &Token) -> Range<usize> {
    token.start as usize..token.end as usize
}

/// The symbol of a number in a name, which stands at a part of the text: its digits, as far as they fit.
pub(super) fn number(text: &str, part: Range<usize>) -> Sym {
    let digits = text.get(part).unwrap_or_default();
    Sym::number(digits.parse().unwrap_or(u32::MAX))
}
