//! Looks up names by words that are given, whatever their case.

use super::Index;
use super::matcher::{ASKED, FOUND, Matcher};
use super::name::Name;
use super::node::Node;
use crate::text::token::{Piece, Pieces};

/// The names of the same words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'m> {
    matcher: &'m Matcher,
    /// Where those end that are found at every token, and those that are asked for.
    nodes: [Option<&'m Node>; 2],
}

impl<'m> Named<'m> {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'m Name> {
        let Self { matcher, nodes } = self;
        let endings = nodes.into_iter().flatten().flat_map(|node| matcher.endings(&node.ending));
        endings.filter_map(|ending| matcher.name(ending.name))
    }

    pub(crate) fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }
}

impl Index {
    /// Every name of these words, whatever their case.
    pub(crate) fn look_up(&self, text: &str) -> Named<'_> {
        let matcher = &self.matcher;
        let mut nodes = [Some(FOUND), Some(ASKED)];
        for piece in Pieces::new(text, &self.lexicon, &self.memo) {
            nodes = nodes.map(|node| matcher.after(node?, text, &piece));
            if nodes == [None; 2] {
                break;
            }
        }
        // No words lead from a root to itself, whose names are none.
        Named { matcher, nodes: nodes.map(|node| matcher.node(node?)) }
    }

    /// The longest name that a text begins with and a test lets through, and where it ends: before one of the first spaces, so many of them, or where the text ends. Names that rules ask for are none.
    pub(super) fn longest(
        &self,
        text: &str,
        most: usize,
        is_wanted: impl Fn(&Name) -> bool,
    ) -> Option<(usize, &Name)> {
        let matcher = &self.matcher;
        let (mut longest, mut node, mut ends) = (None, FOUND, 0);
        for piece in Pieces::new(text, &self.lexicon, &self.memo) {
            let Some(next) = matcher.after(node, text, &piece) else { break };
            node = next;
            if !matches!(text.as_bytes().get(piece.end), None | Some(b' ')) {
                continue;
            }
            let mut names = Named { matcher, nodes: [matcher.node(node), None] }.iter();
            longest = names.find(|name| is_wanted(name)).map(|name| (piece.end, name)).or(longest);
            ends += 1;
            if ends == most {
                break;
            }
        }
        longest
    }
}

impl Matcher {
    /// The node that a piece leads to from another.
    fn after(&self, from: u32, text: &str, piece: &Piece) -> Option<u32> {
        let node = self.follow(from, piece.sym, text, piece.start..piece.end);
        Some(node).filter(|node| *node != 0)
    }
}
