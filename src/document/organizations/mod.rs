//! Bodies of the article: names that it defines, which mentions are of one body, and values.
//!
//! 1. An acronym in parentheses after a full name, or after "gọi tắt là", stands for that body in the whole article ([`defined`]).
//! 2. Mentions are of one body that have one id, one name, or a name that the article defines for another.
//! 3. A value is read from the list, else from the head, the scope and the place inside ([`value`]).

mod defined;
mod value;

use std::collections::HashMap;

use super::{Article, Draft};
use crate::text::fold::fold;
use crate::text::normalize::Normalized;
use crate::value::{OrganizationValue, PlaceValue};
use crate::{Day, Kind};

pub(super) use defined::establish;

/// The ids of the rules by which the article decides on bodies.
pub(super) const RULES: &[&str] = &[defined::MENTION];

/// The bodies of an article.
#[derive(Debug)]
pub(super) struct Organizations {
    /// For each draft that is a body, its value.
    pub(super) values: Vec<Option<OrganizationValue>>,
    /// For each draft that is a body, the number of that body.
    pub(super) numbers: Vec<Option<u32>>,
}

impl Organizations {
    /// Reads the bodies of the accepted drafts; `places` are the values of drafts that are places.
    pub(super) fn read(
        article: &Article<'_>,
        places: &[Option<PlaceValue>],
        day: Option<Day>,
    ) -> Self {
        let full = defined::full_names(article);
        let mut values: Vec<Option<OrganizationValue>> = vec![None; article.drafts.len()];
        for (at, draft) in article.drafts.iter().enumerate() {
            if draft.kind == Kind::Organization {
                let read = value::value(article, at, draft, places, day);
                if let Some(slot) = values.get_mut(at) {
                    *slot = Some(read);
                }
            }
        }
        // A defined name has the value of the name that it stands for.
        for (at, draft) in article.drafts.iter().enumerate() {
            let Some(meant) = full.of(text(article, draft)).filter(|meant| *meant != at) else {
                continue;
            };
            if draft.kind != Kind::Organization {
                continue;
            }
            let meant = values.get(meant).cloned().flatten();
            if let (Some(slot), Some(meant)) = (values.get_mut(at), meant) {
                *slot = Some(meant);
            }
        }
        let mut known: HashMap<String, u32> = HashMap::new();
        let numbers = values.iter().map(|value| {
            let value = value.as_ref()?;
            let key = value.id.clone().or_else(|| value.name.as_deref().map(fold))?;
            let next = known.len() as u32;
            Some(*known.entry(key).or_insert(next))
        });
        Self { numbers: numbers.collect(), values }
    }
}

/// The words of a draft, composed and without invisible characters.
fn text(article: &Article<'_>, draft: &Draft) -> String {
    let mut normalized = Normalized::default();
    normalized.read(article.input.text.get(draft.span.range()).unwrap_or_default());
    normalized.text
}
