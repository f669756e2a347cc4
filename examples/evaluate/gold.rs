//! Gold articles.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use dinhdanh::{Day, Kind};
use serde::Deserialize;
use serde_json::{Map, Value};

/// An article with the entities that it has.
#[derive(Debug)]
pub struct Gold {
    pub id: String,
    pub text: String,
    pub split: Option<Split>,
    pub published: Option<Day>,
    pub entities: Vec<GoldEntity>,
}

/// An entity that a reader has marked; offsets in code points.
#[derive(Clone, Debug)]
pub struct GoldEntity {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub value: Map<String, Value>,
}

/// The part of the gold that an article belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Split {
    /// Rules are written from its errors.
    Tune,
    /// Kept aside: scored, never read.
    Held,
}

impl FromStr for Split {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "tune" => Ok(Split::Tune),
            "held" => Ok(Split::Held),
            _ => Err(format!("expected tune or held, found {text:?}")),
        }
    }
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    split: Option<String>,
    published: Option<String>,
    entities: Vec<LineEntity>,
}

#[derive(Deserialize)]
struct LineEntity {
    kind: String,
    start: usize,
    end: usize,
    #[serde(default)]
    value: Map<String, Value>,
}

impl Gold {
    /// The articles of a file.
    pub fn read(file: &Path) -> Result<Vec<Gold>, String> {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        lines
            .map(|(at, line)| {
                let article = serde_json::from_str(line).map_err(|e| e.to_string());
                let article = article.and_then(Self::from_line);
                article.map_err(|e| format!("{}:{}: {e}", file.display(), at + 1))
            })
            .collect()
    }

    fn from_line(line: Line) -> Result<Self, String> {
        let split = line.split.as_deref().map(Split::from_str).transpose()?;
        let published = line.published.as_deref().map(Day::from_str).transpose();
        // Corpora of others have kinds that are not ours.
        let entities = line.entities.into_iter().filter_map(|entity| {
            let kind = entity.kind.parse().ok()?;
            let LineEntity { start, end, value, .. } = entity;
            Some(GoldEntity { kind, start, end, value })
        });
        Ok(Gold {
            id: line.id,
            text: line.text,
            split,
            published: published.map_err(|e| e.to_string())?,
            entities: entities.collect(),
        })
    }
}
