//! The way of a search through the trie of names, along the tokens of a text.

use std::ops::Range;

use super::matcher::Matcher;
use super::node::{Ending, Node};
use super::role::Role;
use crate::text::{Gap, Shape, Sym, Token};

/// How far names have been followed along the tokens.
#[derive(Debug)]
pub(super) struct Way<'w> {
    pub(super) text: &'w str,
    pub(super) tokens: &'w [Token],
    /// The token after the last that was read.
    pub(super) end: usize,
    /// The node that the next token leads to, or that the last one did once it is read; 0 if no name goes on.
    pub(super) node: u32,
    /// Which words have a capital, which are acronyms; the bit of the next word.
    pub(super) capitals: u16,
    pub(super) acronyms: u16,
    pub(super) bit: u16,
}

impl Way<'_> {
    /// Reads the token that leads to the node, and gives the node.
    #[inline]
    pub(super) fn node<'m>(&mut self, matcher: &'m Matcher) -> Option<&'m Node> {
        let token = self.tokens.get(self.end)?;
        let node = matcher.node(self.node).filter(|_| self.node != 0)?;
        self.read(token);
        Some(node)
    }

    /// Whether the way leads to a name of a role that ends before a token.
    pub(super) fn leads(mut self, matcher: &Matcher, end: usize, role: Role) -> bool {
        while let Some(node) = self.node(matcher) {
            if self.end >= end {
                let mut names = matcher.endings(&node.ending).filter(|name| name.role == role);
                let agrees = |name: &Ending| name.agrees(self.capitals, self.acronyms);
                return self.end == end && names.any(agrees);
            }
            self.go_on(matcher, node.onward);
        }
        false
    }

    /// Reads a token that leads on.
    #[inline]
    pub(super) fn read(&mut self, token: &Token) {
        if matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) {
            self.capitals |= self.bit;
        }
        if token.shape == Shape::Upper {
            self.acronyms |= self.bit;
        }
        self.bit = self.bit.wrapping_shl(1);
        self.end += 1;
    }

    /// Finds the node that the next token leads to from the one that was read, no root, of which is told what leads on.
    #[inline]
    pub(super) fn go_on(&mut self, matcher: &Matcher, onward: u64) {
        let from = std::mem::take(&mut self.node);
        if let Some(next) = self.tokens.get(self.end).filter(|next| next.gap != Gap::Line) {
            let sym = match next.sym {
                Sym::NUMBER if onward != 0 => number(self.text, part(next)),
                sym => sym,
            };
            if onward & Node::bit(sym) != 0 {
                self.node = matcher.search(from, sym);
            }
        }
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
