//! The people of an article: which mentions are of one person, what each is called in full, and what the article says of them.
//!
//! 1. Names in full make people: the same name is the same person; a longer form that ends in a shorter one takes it in.
//! 2. A short mention is of the person whose name it ends (`ông Ký`, `Trump`), or begins, for names that put the family first (`ông Tập`): of several that form of address and sex allow, of the one
//!    mentioned last before it, else of the only one after it. Of someone who has been meant by a short mention, only such mentions count: a full name between them may be that of a relative.
//! 3. A name that waited for evidence counts if a person of the article bears it, or if the article uses it as names of people are used ([`usage`]).

mod force;
mod group;
mod identity;
mod links;
mod name;
mod offices;
mod particulars;
mod shared;
mod taken;
mod usage;

use std::sync::Arc;

use super::marks::Marks;
use super::words::Set;
use super::{Article, Draft, Reading, Readings, Recorder};
use crate::extraction::ReferenceDate;
use crate::gazetteer::Role;
use crate::gazetteer::table::Row;
use crate::text::fold::fold_name;
use crate::text::normalize::composed;
use crate::value::{PersonValue, RankValue, Text};
use crate::{Day, Kind, Span, Value};
use group::{Gender, Mention, People, Person};
pub(super) use name::Names;

pub(super) const RULES: &[&str] = &[usage::USAGE];

/// The rule by which a waiting name counts.
const ESTABLISHED: &str = "rule/person/established";

/// Reads the people of an article, and who holds which office.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let mut others = Names::default();
    let name = |text| article.names.of(text).unwrap_or_else(|| others.read(text));
    let mentions = Mention::all(article, article.of(Kind::Person), name);
    let people = People::group(&mentions, article.drafts.len()).in_order();
    let first = readings.number(people.people.len());
    let said = offices::Offices::read(article, &people);
    let day = readings.reference.map(ReferenceDate::day);
    let mut forces: Vec<(usize, RankValue)> = Vec::new();
    let said = people.people.iter().zip(said).enumerate().map(|(number, (person, said))| {
        for office in &said.held {
            readings.hold(*office, first + number as u32);
        }
        let (id, id_rule) = person.id(article, &said, day).unzip();
        forces.extend(force::read(article, &said));
        PersonValue {
            name: Some(person.name.written.clone().into_owned().into()),
            rank: said.rank,
            positions: said.positions,
            former: said.former,
            acting: said.acting,
            id,
            id_rule: id_rule.map(Text::from),
            gender: person.address.map(|gender| match gender {
                Gender::Male => "m".into(),
                Gender::Female => "f".into(),
            }),
        }
    });
    let values: Vec<Arc<PersonValue>> = said.map(Arc::new).collect();
    for (rank, value) in forces {
        readings.set(rank, value.into());
    }
    for (draft, of) in people.of.iter().enumerate() {
        let Some((person, how)) = *of else { continue };
        readings.join(draft, first + person, how);
        if let Some(value) = values.get(person as usize) {
            readings.set(draft, Value::Person(Arc::clone(value)));
        }
    }
}

/// Adds to the drafts the waiting names that people of the article bear.
pub(super) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    trim_stops(article, recorder.as_deref_mut());
    if !article.held.iter().any(|draft| draft.kind == Kind::Person) {
        return;
    }
    usage::establish(article, recorder.as_deref_mut());
    let mut names = std::mem::take(&mut article.names);
    names.reserve(article.count(Kind::Person) + article.held.len());
    let mentions = Mention::all(article, article.of(Kind::Person), |text| names.read(text));
    let text = article.input.text;
    let known = Alike::of(&mentions);
    let (mut people, mut heads_of) = (None, None);
    let mut found = Vec::new();
    for draft in article.held.iter().filter(|draft| draft.kind == Kind::Person) {
        let name = names.read(text.get(draft.span.range()).unwrap_or_default());
        let waiting = Mention::new(article.index, usize::MAX, draft, name);
        let accepted = known.may_have(&waiting)
            && {
                let group = || People::group(&mentions, article.drafts.len());
                people.get_or_insert_with(group).bears(&waiting)
            }
            && !(may_be_head(draft) && {
                let word = text.get(draft.span.range()).unwrap_or_default();
                let heads = heads_of.get_or_insert_with(|| heads(article));
                heads.contains(&fold_name(&composed(word)))
            });
        // What its use has made known needs nobody else of its name.
        if let Some(recorder) = recorder.as_deref_mut().filter(|_| !is_known(article, draft)) {
            recorder.overrule(draft, ESTABLISHED, accepted);
        }
        if accepted && article.is_free(draft.span) {
            found.push(draft.clone());
        }
    }
    accept(article, found);
    article.names = names;
    offices::establish(article, recorder);
}

/// How the names of the people of an article end and begin.
struct Alike {
    endings: Marks,
    firsts: Marks,
}

impl Alike {
    fn of(mentions: &[Mention<'_>]) -> Self {
        let [mut endings, mut firsts] = [(); 2].map(|()| Marks::with_room(mentions.len()));
        for mention in mentions {
            endings.add(mention.name.ending_hash.into());
            if mention.may_begin() {
                firsts.add(mention.name.first_hash.into());
            }
        }
        Self { endings, firsts }
    }

    /// Whether someone may bear a name, as far as its first and last words tell.
    fn may_have(&self, waiting: &Mention<'_>) -> bool {
        self.endings.has(waiting.name.ending_hash.into())
            || self.firsts.has(waiting.name.first_hash.into())
    }
}

/// Whether the word of a waiting name may head those of bodies or places.
fn may_be_head(held: &Draft) -> bool {
    matches!(held.reading, Reading::Person(reading) if reading.is_head)
}

/// The words that head bodies and places of the article: `trường` of `Trường Đại học Vinh`.
fn heads(article: &Article<'_>) -> Set<String> {
    let first = |draft: &Draft| {
        let thing = article.input.text.get(draft.span.range())?;
        let (first, _) = thing.split_once(char::is_whitespace)?;
        first.starts_with(char::is_uppercase).then(|| fold_name(&composed(first)))
    };
    let things = article.of(Kind::Organization).chain(article.of(Kind::Place));
    things.filter_map(|(_, draft)| first(draft)).collect()
}

/// Whether a waiting name is among the drafts of the article.
fn is_known(article: &Article<'_>, held: &Draft) -> bool {
    let first = article.drafts.partition_point(|draft| draft.span.start() < held.span.start());
    let there = article.drafts.get(first..).unwrap_or_default().iter();
    let mut there = there.take_while(|draft| draft.span.start() == held.span.start());
    there.any(|draft| draft.kind == held.kind && draft.span == held.span)
}

/// Adds drafts that lie free to those of an article; of two that overlap the first.
fn accept(article: &mut Article<'_>, mut found: Vec<Draft>) {
    found.sort_by_key(|draft| (draft.span.start(), std::cmp::Reverse(draft.span.end())));
    let mut end = 0;
    found.retain(|draft| {
        let free = draft.span.start() >= end;
        end = end.max(draft.span.end());
        free
    });
    article.insert(found);
}

/// Takes the full stop off the initials that end a sentence: an article that writes `H` elsewhere means no `H.`
fn trim_stops(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let text = article.input.text;
    let of = |draft: &Draft| text.get(draft.span.range()).unwrap_or_default();
    let is_regular = article.is_regular;
    // Most names end in longer words.
    let may_be_short = |name: &str| match name.as_bytes() {
        [.., space, letter, _] if is_regular => [*space, *letter].contains(&b' '),
        _ => true,
    };
    let (mut plain, mut stopped): (Vec<&str>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, draft) in article.of(Kind::Person) {
        let name = of(draft);
        if name.ends_with('.') {
            stopped.push(at);
        } else if may_be_short(name) {
            let last = name.rsplit(' ').next();
            plain.extend(last.filter(|last| composed(last).len() <= 2));
        }
    }
    if plain.is_empty() {
        return;
    }
    plain.sort_unstable();
    plain.dedup();
    let mut trim = |draft: &mut Draft| {
        let last = of(draft).rsplit(' ').next().and_then(|last| last.strip_suffix('.'));
        // In mid-sentence the stop is the initial's.
        let rest = text.get(draft.span.end()..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let ends = rest.starts_with('\n') || next.is_none_or(char::is_uppercase);
        if ends
            && last.is_some_and(|last| !last.contains('.') && plain.binary_search(&last).is_ok())
        {
            let trimmed = Span::new(draft.span.start(), draft.span.end() - 1);
            if let Some(recorder) = recorder.as_deref_mut() {
                recorder.move_ends(Kind::Person, draft.span, trimmed);
            }
            draft.span = trimmed;
        }
    };
    for at in stopped {
        article.drafts.get_mut(at).into_iter().for_each(&mut trim);
    }
    let held = article.held.iter_mut().filter(|draft| draft.kind == Kind::Person);
    held.filter(|draft| of(draft).ends_with('.')).for_each(&mut trim);
}

impl Person<'_> {
    /// The id that the list of office holders gives: where name and office agree, or the name alone if it is rare.
    fn id(
        &self,
        article: &Article<'_>,
        said: &offices::Said,
        day: Option<Day>,
    ) -> Option<(Text, &'static str)> {
        let index = article.index;
        if self.name.words() < 2 {
            return None;
        }
        let names = index.look_up(&self.name.written);
        let mut rows: Vec<Row<'_>> = names
            .iter()
            .filter(|name| name.role == Role::Person)
            .filter_map(|name| index.row(name))
            .filter(|row| !row.get("id").is_empty())
            .collect();
        rows.sort_by_key(|row| (row.name(), row.get("id")));
        rows.dedup_by_key(|row| (row.name(), row.get("id")));
        let middle = self.name.middle();
        let (row, rule) = identity::choose(index, &rows, said, middle, day)?;
        Some((row.kept_cell("id")?, rule))
    }
}

/// The text between two spans.
fn between<'t>(article: &Article<'t>, left: Span, right: Span) -> &'t str {
    article.input.text.get(left.end()..right.start()).unwrap_or_default()
}
