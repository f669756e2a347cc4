//! The way of a search through the trie of names, along the tokens of a text.

use std::ops::Range;

use super::matcher::Matcher;
use super::node::{Ending, Node};
use super::role::Role;
use crate::text::{Gap, Shape, Sym, Token};

/// How far names have been followed along the tokens.
#[derive(Debug)]
pub(super) struct Way<'w> {
    text: &'w str,
    tokens: &'w [Token],
    /// The token after the last that was read.
    pub(super) end: usize,
    /// The node that the last token leads to.
    node: u32,
    /// Which words have a capital, which are acronyms; the bit of the next word.
    pub(super) capitals: u16,
    pub(super) acronyms: u16,
    bit: u16,
}

impl<'w> Way<'w> {
    /// The way that begins at a token, before it is read.
    #[inline]
    pub(super) fn new(text: &'w str, tokens: &'w [Token], at: usize) -> Self {
        Self { text, tokens, end: at, node: 0, capitals: 0, acronyms: 0, bit: 1 }
    }

    /// Reads the first token, if it leads on from a root, and gives the node that it leads to.
    #[inline]
    pub(super) fn begin<'m>(&mut self, matcher: &'m Matcher, root: u32) -> Option<&'m Node> {
        let token = self.tokens.get(self.end)?;
        let node = matcher.follow(root, token.sym, self.text, part(token));
        self.read(token, node);
        matcher.node(node).filter(|_| node != 0)
    }

    /// Whether the way from a root leads to a name of a role that ends before a token.
    pub(super) fn leads(mut self, matcher: &Matcher, root: u32, end: usize, role: Role) -> bool {
        let mut next = self.begin(matcher, root);
        while let Some(node) = next {
            if self.end >= end {
                let mut names = matcher.endings(&node.ending).filter(|name| name.role == role);
                let agrees = |name: &Ending| name.agrees(self.capitals, self.acronyms);
                return self.end == end && names.any(agrees);
            }
            next = self.go_on(matcher, node.onward);
        }
        false
    }

    /// Reads a token that leads to a node.
    #[inline]
    pub(super) fn read(&mut self, token: &Token, node: u32) {
        if matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) {
            self.capitals |= self.bit;
        }
        if token.shape == Shape::Upper {
            self.acronyms |= self.bit;
        }
        self.bit = self.bit.wrapping_shl(1);
        self.end += 1;
        self.node = node;
    }

    /// Reads the next token, if it leads on from the node of the last, no root, of which is told what leads on, and gives the node that it leads to.
    #[inline]
    pub(super) fn go_on<'m>(&mut self, matcher: &'m Matcher, onward: u64) -> Option<&'m Node> {
        let next = self.tokens.get(self.end).filter(|next| next.gap != Gap::Line)?;
        let sym = match next.sym {
            Sym::NUMBER if onward != 0 => number(self.text, part(next)),
            sym => sym,
        };
        if onward & Node::bit(sym) == 0 {
            return None;
        }
        let (to, node) = matcher.search(self.node, sym)?;
        self.read(next, to);
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
