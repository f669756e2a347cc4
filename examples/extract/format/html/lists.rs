//! The lists beside the text: who and what is named, each once, with the places where it is.

use std::collections::HashMap;

use dinhdanh::{Entity, Kind};

use super::{escape, on_one_line};

/// The kinds that are listed, with their headings in English and Vietnamese.
const LISTED: [(Kind, &str, &str); 5] = [
    (Kind::Person, "People", "Người"),
    (Kind::Organization, "Organizations", "Tổ chức"),
    (Kind::Place, "Places", "Địa danh"),
    (Kind::Document, "Documents", "Văn bản"),
    (Kind::Date, "Dates", "Thời gian"),
];

/// What the entities of an article stand for, in the order of the text.
pub struct Lists {
    things: Vec<Thing>,
    /// For each entity its thing.
    of: Vec<Option<usize>>,
}

/// A person, body, place, document or date with its mentions.
struct Thing {
    kind: Kind,
    name: String,
    detail: String,
    /// The first entity that mentions it.
    first: usize,
    count: usize,
}

/// What makes two entities mentions of one thing: the article says so, or they have the same value.
#[derive(Eq, Hash, PartialEq)]
enum Key {
    Mention(usize),
    Value(Kind, String),
}

impl Lists {
    pub fn new(entities: &[Entity<'_>]) -> Self {
        let mut lists = Self { things: Vec::new(), of: Vec::with_capacity(entities.len()) };
        let mut known: HashMap<Key, usize> = HashMap::new();
        for entity in entities {
            if !LISTED.iter().any(|(kind, ..)| *kind == entity.kind()) {
                lists.of.push(None);
                continue;
            }
            let said = entity.value().to_string();
            let key = match entity.mention_of() {
                Some(number) => Key::Mention(number),
                None => Key::Value(entity.kind(), said.clone()),
            };
            let at = *known.entry(key).or_insert_with(|| {
                lists.things.push(Thing::new(*entity));
                lists.things.len() - 1
            });
            if let Some(thing) = lists.things.get_mut(at) {
                thing.count += 1;
                // Some mentions say more than others.
                let detail = detail(&said, &thing.name);
                if detail.len() > thing.detail.len() {
                    thing.detail = detail;
                }
            }
            lists.of.push(Some(at));
        }
        lists
    }

    /// The number of what an entity stands for.
    pub fn of(&self, entity: usize) -> Option<usize> {
        self.of.get(entity).copied().flatten()
    }

    pub fn write(&self, html: &mut String, article: usize) {
        for (kind, heading, vietnamese) in LISTED {
            let things: Vec<_> =
                self.things.iter().enumerate().filter(|(_, thing)| thing.kind == kind).collect();
            if things.is_empty() {
                continue;
            }
            *html += &format!(
                "<details class=\"{kind}\" open>\n<summary>{heading} <span lang=\"vi\">{vietnamese}</span> <b>{}</b></summary>\n<ul lang=\"vi\">\n",
                things.len(),
            );
            for (of, Thing { name, detail, first, count, .. }) in things {
                let (name, detail) = (escape(name), escape(detail));
                *html +=
                    &format!("<li data-of=\"{of}\"><a href=\"#a{article}e{first}\">{name}</a>");
                if *count > 1 {
                    *html += &format!(" <i>×{count}</i>");
                }
                if !detail.is_empty() {
                    *html += &format!(" <small>{detail}</small>");
                }
                html.push_str("</li>\n");
            }
            html.push_str("</ul>\n</details>\n");
        }
    }
}

impl Thing {
    fn new(entity: Entity<'_>) -> Self {
        // A date is known by what is written, anything else by its name.
        let name = match entity.kind() {
            Kind::Date => None,
            _ => entity.value().name(),
        };
        let name = on_one_line(name.unwrap_or(entity.as_str()));
        Self { kind: entity.kind(), name, detail: String::new(), first: entity.index(), count: 0 }
    }
}

/// What a value says besides the name.
fn detail(said: &str, name: &str) -> String {
    let said = on_one_line(said);
    let rest = said.strip_prefix(name).map(|rest| rest.trim_start_matches(", "));
    rest.map_or(said.clone(), str::to_owned)
}
