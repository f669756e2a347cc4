//! Names that nothing but their use gives away: what stands beside the mentions of a name adds up to whether people bear it.
//!
//! A name of several words needs one word that stands beside people alone, or two that may; a single word of another language needs more. What the article calls a body or a place by is none.

use super::{Draft, Reading, Recorder, accept};
use crate::Kind;
use crate::document::Article;
use crate::document::words::{Map, Set};
use crate::text::fold::fold_name;

/// The rule by which a name counts for its use.
pub(super) const USAGE: &str = "rule/person/usage";

/// What the mentions of a name of several words must say together, and those of a single word.
const ENOUGH: i32 = 2;
const ENOUGH_ALONE: i32 = 3;

/// How many mentions of a name of several words say something by themselves.
const OFTEN: usize = 4;

/// Adds to the drafts the waiting names that the article uses as names of people.
pub(super) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let text = article.input.text;
    let of = |draft: &Draft| text.get(draft.span.range()).unwrap_or_default();
    let usage = |draft: &Draft| match draft.reading {
        Reading::Person(reading) if draft.kind == Kind::Person => reading.usage,
        _ => None,
    };
    let mut said: Map<&str, (i32, usize)> = Map::default();
    for draft in &article.held {
        let Some(usage) = usage(draft) else { continue };
        let (sum, count) = said.entry(of(draft)).or_default();
        (*sum, *count) = (*sum + i32::from(usage), *count + 1);
    }
    let is_long = |name: &str| name.contains(|c: char| c.is_whitespace() || c == '-');
    let enough = |name: &str| if is_long(name) { ENOUGH } else { ENOUGH_ALONE };
    said.retain(|name, (sum, count)| {
        let often = i32::from(*count >= OFTEN && is_long(name));
        *sum > 0 && *sum + often >= enough(name)
    });
    if !said.is_empty() {
        let things = things(article, said.keys().copied());
        said.retain(|name, _| !things.contains(name));
    }
    if said.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for draft in article.held.iter().filter(|draft| draft.kind == Kind::Person) {
        if said.contains_key(of(draft))
            && usage(draft).is_none_or(|usage| usage >= 0)
            && article.is_free(draft.span)
        {
            if let Some(recorder) = recorder.as_deref_mut() {
                recorder.overrule(draft, USAGE, true);
            }
            let mut draft = draft.clone();
            draft.rule = USAGE;
            found.push(draft);
        }
    }
    accept(article, found);
}

/// Those of the names by which a body or a place of the article is called, or with which its name ends: `Công ty Thiên Nam`.
fn things<'t>(article: &Article<'_>, names: impl Iterator<Item = &'t str>) -> Set<&'t str> {
    let last = |name: &str| fold_name(name.split_whitespace().next_back().unwrap_or_default());
    let mut by_last: Map<String, Vec<(&str, String)>> = Map::default();
    for name in names {
        by_last.entry(last(name)).or_default().push((name, fold_name(name)));
    }
    let mut found = Set::default();
    for (_, draft) in article.of(Kind::Organization).chain(article.of(Kind::Place)) {
        let thing = article.input.text.get(draft.span.range()).unwrap_or_default();
        if let Some(names) = by_last.get(&last(thing)) {
            let thing = fold_name(thing);
            let called = names.iter().filter(|(_, name)| thing.ends_with(name.as_str()));
            found.extend(called.map(|(name, _)| *name));
        }
    }
    found
}
