//! Why entities are what they are.

use crate::entity::Reason;
use crate::{Kind, Span};

/// What the rules proposed at a place of a text, and what became of it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Explanation {
    pub(crate) decisions: Vec<Decision>,
}

/// A candidate and its fate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Decision {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    pub(crate) reason: Reason,
    pub(crate) fate: Fate,
}

/// What became of a candidate.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Fate {
    /// It is an entity.
    Accepted,
    /// It waited for evidence elsewhere in the article and found none.
    Held,
    /// A list of the user's own says that it is none.
    Blocked,
    /// It overlaps a candidate that goes before it.
    Lost {
        /// The kind of the candidate that won.
        kind: Kind,
        /// Where the candidate that won stands, in bytes.
        span: Span,
        /// The rule of the candidate that won.
        rule: String,
    },
    /// The article as a whole spoke against it, or for it; by which rule.
    Article {
        /// The rule of the document stage.
        rule: &'static str,
        /// Whether it is an entity in the end.
        accepted: bool,
    },
}

impl Explanation {
    /// The candidates that touch the span asked for, in the order of the text.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }
}

impl Decision {
    /// The kind proposed.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The span proposed, in bytes of the text as given.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The rule or the row that proposed it.
    pub fn rule(&self) -> String {
        self.reason.to_string()
    }

    /// What became of it.
    pub fn fate(&self) -> &Fate {
        &self.fate
    }
}
