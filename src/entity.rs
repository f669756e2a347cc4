//! Entities and their kinds.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::{Error, Span, Value};

/// What an entity is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Kind {
    /// A person's name: `Lê Đức Thái`.
    Person,
    /// A named body: `Tỉnh ủy Quảng Ninh`.
    Organization,
    /// A geographic or administrative name with its class word: `tỉnh Quảng Ninh`.
    Place,
    /// A citation of a legal, Party or administrative document: `Nghị quyết số 23-NQ/TU`.
    Document,
    /// A point or period on the calendar: `Chiều 5/3`.
    Date,
    /// A military, police or diplomatic grade: `Trung tướng`.
    Rank,
    /// An office with the body it names: `Bí thư Tỉnh ủy`.
    Position,
    /// A name of a kind of the user's own, which only a list of theirs gives; [`Entity::label`] is what they call it.
    Own,
}

impl Kind {
    /// Every kind, in the order of their definition.
    pub const ALL: [Kind; 8] = [
        Kind::Person,
        Kind::Organization,
        Kind::Place,
        Kind::Document,
        Kind::Date,
        Kind::Rank,
        Kind::Position,
        Kind::Own,
    ];

    /// The kind's name as output files write it: `person`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::Document => "document",
            Kind::Date => "date",
            Kind::Rank => "rank",
            Kind::Position => "position",
            Kind::Own => "own",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| {
            let names = Kind::ALL.map(Kind::as_str).join(", ");
            Error::form(format!("one of {names}"), format!("{text:?}"))
        })
    }
}

/// An entity found in a text: a view into its [`Extraction`](crate::Extraction).
#[derive(Clone, Copy)]
pub struct Entity<'e> {
    entities: Entities<'e>,
    pub(crate) record: &'e Record,
    index: usize,
}

/// A text and what is stored of its entities, in the order of the text.
#[derive(Clone, Copy)]
pub(crate) struct Entities<'e> {
    pub(crate) text: &'e str,
    pub(crate) records: &'e [Record],
}

/// What is stored of an entity.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Record {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    pub(crate) parent: Option<u32>,
    pub(crate) reason: Reason,
    pub(crate) is_certain: bool,
    /// The entity of the world that this is a mention of, numbered within the article.
    pub(crate) mention: Option<Joined>,
    /// Of an office or a rank, the number of the person who holds it.
    pub(crate) holder: Option<u32>,
    pub(crate) value: Value,
}

/// The entity of the world that an entity mentions, and how that is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Joined {
    /// The number of that entity within the article.
    pub(crate) referent: u32,
    pub(crate) how: How,
}

/// How it is known whom or what an entity mentions; [`Entity::joined_by`] says more of each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum How {
    Name,
    List,
    ShorterName,
    GivenName,
    FamilyName,
    WithoutPlace,
    Defined,
    Citation,
    ShortCitation,
}

impl How {
    /// The rule that says so.
    fn rule(self) -> &'static str {
        match self {
            Self::Name => "rule/mention/name",
            Self::List => "rule/mention/list",
            Self::ShorterName => "rule/mention/shorter-name",
            Self::GivenName => "rule/mention/given-name",
            Self::FamilyName => "rule/mention/family-name",
            Self::WithoutPlace => "rule/mention/without-place",
            Self::Defined => "rule/mention/defined",
            Self::Citation => "rule/mention/citation",
            Self::ShortCitation => "rule/mention/short-citation",
        }
    }
}

/// Why an entity was proposed: a rule, or a row of a list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Reason {
    /// `rule/date/numeric`
    Rule(&'static str),
    /// The list's name and the line of the row, from 1.
    Row(Cow<'static, str>, u32),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Rule(id) => f.write_str(id),
            Reason::Row(list, line) => write!(f, "gazetteer/{list}:{line}"),
        }
    }
}

impl<'e> Entities<'e> {
    /// The entity at a place, from 0.
    pub(crate) fn get(self, index: usize) -> Option<Entity<'e>> {
        Some(Entity { entities: self, record: self.records.get(index)?, index })
    }

    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = Entity<'e>> + DoubleEndedIterator {
        let records = self.records.iter().enumerate();
        records.map(move |(index, record)| Entity { entities: self, record, index })
    }
}

impl<'e> Entity<'e> {
    /// What it is.
    pub fn kind(self) -> Kind {
        self.record.kind
    }

    /// What it is in one word: the name of its kind, or the label that the list of a user's own kind has, such as `PRODUCT`.
    pub fn label(self) -> &'e str {
        match self.value() {
            Value::Own(value) => value.label().unwrap_or(Kind::Own.as_str()),
            _ => self.kind().as_str(),
        }
    }

    /// Where it stands, in bytes of the text as given.
    pub fn span(self) -> Span {
        self.record.span
    }

    /// Its text, exactly as given.
    pub fn as_str(self) -> &'e str {
        self.entities.text.get(self.record.span.range()).unwrap_or_default()
    }

    /// What it says: its structured reading.
    pub fn value(self) -> &'e Value {
        &self.record.value
    }

    /// Why it was found: a rule such as `rule/date/numeric`, or a row of a list such as `gazetteer/place/province.tsv:17`.
    pub fn rule(self) -> String {
        self.record.reason.to_string()
    }

    /// Whether it has a form that nothing else has, or is a name of a list that stands for nothing else; false where it goes by a cue, by its shape, or by what the rest of the article says.
    ///
    /// [`ExtractorBuilder::certain`](crate::ExtractorBuilder::certain) leaves out the others.
    pub fn is_certain(self) -> bool {
        self.record.is_certain
    }

    /// The entity that it lies in: the innermost one.
    pub fn parent(self) -> Option<Entity<'e>> {
        self.entities.get(self.record.parent? as usize)
    }

    /// Its place in [`Extraction::entities`](crate::Extraction::entities), from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The number of the person, body or document of the world that this mentions, from 0; mentions of the same one share it.
    pub fn mention_of(self) -> Option<usize> {
        self.record.mention.map(|mention| mention.referent as usize)
    }

    /// How it is known whom it mentions:
    ///
    /// - `rule/mention/name`: by the same name, which may be the only mention of it;
    /// - `rule/mention/list`: by a row of the lists that several names share;
    /// - `rule/mention/shorter-name`, `rule/mention/given-name`, `rule/mention/family-name`: by several words of a person's name, by the last one, by the first of those who go by it;
    /// - `rule/mention/without-place`: by the name of a body without the place that the article has with it elsewhere: `Tỉnh ủy`;
    /// - `rule/mention/defined`: by an acronym or a short name that the article itself gives to a body;
    /// - `rule/mention/citation`, `rule/mention/short-citation`: by the number or title of a document, in full or without what a citation before it says.
    pub fn joined_by(self) -> Option<&'static str> {
        self.record.mention.map(|mention| mention.how.rule())
    }

    /// Of a rank or an office, the number of the person to whom the text gives it: that of [`Entity::mention_of`] of their mentions.
    pub fn holder(self) -> Option<usize> {
        self.record.holder.map(|holder| holder as usize)
    }
}

impl fmt::Debug for Entity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entity")
            .field("kind", &self.kind())
            .field("span", &self.span())
            .field("text", &self.as_str())
            .field("rule", &self.rule())
            .field("value", self.value())
            .finish()
    }
}
