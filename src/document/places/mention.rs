//! Mentions of places, with the units that each may stand for.

use std::borrow::Cow;
use std::rc::Rc;

use super::senses::Senses;
use super::{Article, Draft};
use crate::Kind;
use crate::document::Reading;
use crate::gazetteer::{Level, table::Row};

/// A place of the article, as it is narrowed down.
#[derive(Debug)]
pub(super) struct Mention<'a> {
    /// Its number among the drafts.
    pub(super) draft: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The name without class word; of numbered places with it: `Quận 1`.
    pub(super) name: Cow<'a, str>,
    /// The row of the class word.
    pub(super) class: Option<Row<'a>>,
    /// What the class word makes of it.
    pub(super) level: Level,
    /// The units that it may be; most mentions of a name share them.
    pub(super) senses: Rc<[Row<'a>]>,
    /// Whether something in the text decided, rather than what is likely.
    pub(super) is_told: bool,
    /// Whether it is a name alone that only communes bear; thousands of people, streets and firms share such names.
    pub(super) is_small: bool,
    /// Whether it lies in what stands beside it.
    pub(super) is_inside: bool,
    /// Whether it is a commune beside the province that it lies in, with no district between.
    pub(super) is_direct: bool,
}

impl<'a> Mention<'a> {
    pub(super) fn read(
        article: &Article<'a>,
        at: usize,
        draft: &Draft,
        known: &mut Senses<'a>,
    ) -> Self {
        let index = article.index;
        let text = article.composed(draft.span.range());
        let mut mention = Self {
            draft: at,
            start: draft.span.start(),
            end: draft.span.end(),
            name: text.clone(),
            class: None,
            level: Level::None,
            senses: known.none(),
            is_told: false,
            is_small: false,
            is_inside: false,
            is_direct: false,
        };
        match &draft.reading {
            Reading::Place(reading) => {
                mention.level = reading.level;
                mention.class = reading
                    .class
                    .and_then(|name| index.matcher.name(name))
                    .and_then(|name| index.row(name));
                let start = reading.name as usize;
                mention.name = match text {
                    Cow::Borrowed(text) => text.get(start..).unwrap_or(text).into(),
                    Cow::Owned(text) => text.get(start..).unwrap_or(&text).to_owned().into(),
                };
            }
            // A name of the user's own lists.
            Reading::Name(name) => {
                let row = index.matcher.name(*name).and_then(|name| index.row(name));
                mention.senses = row.into_iter().collect();
                mention.is_told = true;
                return mention;
            }
            _ => {}
        }
        if let Some(class) =
            mention.class.filter(|_| mention.name.starts_with(|c: char| c.is_ascii_digit()))
        {
            mention.name = numbered(class.name(), &mention.name).into();
        }
        if mention.class.is_none() && mention.level == Level::None {
            mention.level = level_of_body(article, at, draft);
        }
        mention.senses = known.of(index, &mention);
        if mention.senses.is_empty() && mention.class.is_none() && mention.level != Level::None {
            // `các cảng Việt Nam`: what is counted lies in the place.
            let counted = std::mem::take(&mut mention.level);
            let senses = known.of(index, &mention);
            let wide =
                |row: &Row<'_>| matches!(Level::of_row(*row), Level::Country | Level::Province);
            if senses.iter().any(wide) {
                mention.senses = senses;
            } else {
                mention.level = counted;
            }
        }
        mention.is_told = mention.senses.len() == 1;
        let is_commune = |row: &Row<'_>| Level::of_row(*row) == Level::Commune;
        mention.is_small = mention.class.is_none()
            && mention.level == Level::None
            && mention.senses.iter().all(is_commune);
        mention
    }

    /// Leaves the senses that a test lets through.
    pub(super) fn retain(&mut self, test: impl Fn(&Row<'a>) -> bool) {
        if !self.senses.iter().all(&test) {
            self.senses = self.senses.iter().filter(|sense| test(sense)).copied().collect();
        }
    }

    /// Makes it a unit that the lists do not know.
    pub(super) fn clear(&mut self) {
        self.senses = Rc::default();
    }
}

/// The level that the body around a name says: of a district in `Huyện ủy Tiên Yên`.
fn level_of_body(article: &Article<'_>, at: usize, draft: &Draft) -> Level {
    const COMMITTEES: [&str; 2] = ["party-committee", "mass-organization"];
    let before = article.drafts.get(..at).unwrap_or_default().iter().rev().take(3);
    let body = before.filter(|other| other.kind == Kind::Organization);
    let body = body.take_while(|other| draft.span.end() <= other.span.end()).last();
    let head = match body.map(|body| &body.reading) {
        Some(Reading::Body(reading)) => reading.head,
        _ => return Level::None,
    };
    let row = article.index.matcher.name(head).and_then(|name| article.index.row(name));
    let row = row.filter(|row| COMMITTEES.contains(&row.get("type")));
    match row.map_or("", |row| row.get("level")) {
        "district" => Level::District,
        "province" => Level::Province,
        _ => Level::None,
    }
}

/// The name of a numbered place, with its class word written out: `Quận 1`.
fn numbered(class: &str, number: &str) -> String {
    let mut letters = class.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{} {number}", letters.as_str())
}
