//! The shape in which what the lists say is written.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Edge, Entry, Period, Successor, Tenure};
use crate::json::field;

/// An end of a period, unless it is open.
fn edge(edge: Edge) -> Option<Edge> {
    Some(edge).filter(|edge| *edge != Edge::Open)
}

fn said(cell: &str) -> Option<&str> {
    Some(cell).filter(|cell| !cell.is_empty())
}

impl Serialize for Edge {
    /// `2025`, `2025-07`, `2025-07-01` or `unknown`; nothing where it is open.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Edge::Open => serializer.serialize_none(),
            _ => serializer.collect_str(self),
        }
    }
}

impl Serialize for Period {
    /// `from` and `until`, each left out where it is open.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Period", 2)?;
        field(&mut object, "from", edge(self.from()))?;
        field(&mut object, "until", edge(self.until()))?;
        object.end()
    }
}

impl Serialize for Entry<'_> {
    /// `name`, `aliases`, `kind`, `id`, `list`, `line`, `from` and `until`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let aliases: Vec<&str> = self.aliases().collect();
        let mut object = serializer.serialize_struct("Entry", 8)?;
        object.serialize_field("name", self.name())?;
        field(&mut object, "aliases", Some(aliases).filter(|aliases| !aliases.is_empty()))?;
        field(&mut object, "kind", self.kind())?;
        field(&mut object, "id", self.id())?;
        object.serialize_field("list", self.list())?;
        object.serialize_field("line", &self.line())?;
        field(&mut object, "from", edge(self.period().from()))?;
        field(&mut object, "until", edge(self.period().until()))?;
        object.end()
    }
}

impl Serialize for Successor<'_> {
    /// `entry`, and `part` where only a part went to it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Successor", 2)?;
        object.serialize_field("entry", &self.entry())?;
        field(&mut object, "part", self.is_part().then_some(true))?;
        object.end()
    }
}

impl Serialize for Tenure<'_> {
    /// `name`, `person` (an id), `title`, `body`, `acting`, `from`, `until`, `seen`, `certainty` and `source`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Tenure", 10)?;
        object.serialize_field("name", self.name())?;
        field(&mut object, "person", self.person().and_then(Entry::id))?;
        object.serialize_field("title", self.title())?;
        field(&mut object, "body", said(self.body()))?;
        field(&mut object, "acting", self.is_acting().then_some(true))?;
        field(&mut object, "from", edge(self.period().from()))?;
        field(&mut object, "until", edge(self.period().until()))?;
        field(&mut object, "seen", self.seen())?;
        field(&mut object, "certainty", said(self.certainty()))?;
        field(&mut object, "source", said(self.source()))?;
        object.end()
    }
}
