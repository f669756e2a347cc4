//! A run over the gold articles: what was found, missed and made up.

use std::fs;
use std::path::Path;

use dinhdanh::{Extractor, Input, Kind, OffsetUnit, Offsets};
use serde::{Deserialize, Serialize};

use crate::gold::{Gold, GoldEntity};
use crate::score::{Score, agrees};

/// Every span that the gold or the extractor has, with what became of it.
#[derive(Debug, Default)]
pub struct Run {
    pub marks: Vec<Mark>,
}

/// A span of an article; offsets in code points.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Mark {
    pub id: String,
    pub kind: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub outcome: Outcome,
    /// The rule that made it; empty where it was missed.
    pub rule: String,
    /// Whether the value is right; absent where the gold has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<bool>,
    /// The value that was found, as JSON, where it is wrong.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub found: String,
}

/// What became of a span.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Right,
    Spurious,
    Missed,
}

impl Run {
    /// Extracts from every article and compares.
    pub fn new(extractor: &Extractor, articles: &[Gold], kinds: &[Kind]) -> Self {
        let mut run = Self::default();
        for article in articles {
            run.read_article(extractor, article, kinds);
        }
        run
    }

    fn read_article(&mut self, extractor: &Extractor, article: &Gold, kinds: &[Kind]) {
        let mut input = Input::new(&article.text);
        if let Some(day) = article.published {
            input = input.reference_date(day);
        }
        let extraction = extractor.extract(input);
        let mut offsets = Offsets::new(&article.text, OffsetUnit::CodePoint);
        let mut open: Vec<&GoldEntity> =
            article.entities.iter().filter(|entity| kinds.contains(&entity.kind)).collect();
        let chars: Vec<char> = article.text.chars().collect();
        let mark = |kind: Kind, start: usize, end: usize, outcome, rule: String| Mark {
            id: article.id.clone(),
            kind: kind.to_string(),
            start,
            end,
            text: chars.get(start..end).unwrap_or_default().iter().collect(),
            outcome,
            rule,
            value: None,
            found: String::new(),
        };
        for entity in extraction.entities().filter(|entity| kinds.contains(&entity.kind())) {
            let span = offsets.convert(entity.span());
            let (kind, start, end) = (entity.kind(), span.start(), span.end());
            let same = |gold: &&GoldEntity| (gold.kind, gold.start, gold.end) == (kind, start, end);
            let Some(at) = open.iter().position(same) else {
                self.marks.push(mark(kind, start, end, Outcome::Spurious, entity.rule()));
                continue;
            };
            let gold = open.swap_remove(at);
            let mut right = mark(kind, start, end, Outcome::Right, entity.rule());
            right.value = agrees(entity.value(), &gold.value);
            if right.value == Some(false) {
                right.found = serde_json::to_string(entity.value()).unwrap_or_default();
            }
            self.marks.push(right);
        }
        for gold in open {
            self.marks.push(mark(gold.kind, gold.start, gold.end, Outcome::Missed, String::new()));
        }
    }

    /// The score of a kind.
    pub fn score(&self, kind: Kind) -> Score {
        let mut score = Score::default();
        for mark in self.marks.iter().filter(|mark| mark.kind == kind.as_str()) {
            match mark.outcome {
                Outcome::Right => score.right += 1,
                Outcome::Spurious => score.spurious += 1,
                Outcome::Missed => score.missed += 1,
            }
            score.values += usize::from(mark.value.is_some());
            score.right_values += usize::from(mark.value == Some(true));
        }
        score
    }

    /// Writes the run, a JSON object a line.
    pub fn write(&self, file: &Path) -> Result<(), String> {
        let lines: Result<String, _> = self
            .marks
            .iter()
            .map(|mark| serde_json::to_string(mark).map(|line| line + "\n"))
            .collect();
        let lines = lines.map_err(|e| e.to_string())?;
        fs::write(file, lines).map_err(|e| format!("{}: {e}", file.display()))
    }

    /// Reads a run that was written.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let marks: Result<Vec<Mark>, String> = text
            .lines()
            .enumerate()
            .map(|(at, line)| {
                serde_json::from_str(line)
                    .map_err(|e| format!("{}:{}: {e}", file.display(), at + 1))
            })
            .collect();
        Ok(Self { marks: marks? })
    }
}
