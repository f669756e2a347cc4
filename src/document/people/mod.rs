//! The people of an article: which mentions are of one person, what each is called in full, and what the article says of them.
//!
//! 1. Names in full make people: the same name is the same person; a longer form that ends in a shorter one takes it in.
//! 2. A short mention is of the person whose name it ends (`ông Ký`, `Trump`), or begins, for names that put the family first (`ông Tập`): of several the nearest before it that form of address and
//!    sex allow, else the only one after it.
//! 3. A name that waited for evidence counts if a person of the article bears it, or if the article uses it as names of people are used ([`usage`]).

mod force;
mod identity;
mod links;
mod name;
mod offices;
mod usage;

use std::rc::Rc;
use std::sync::Arc;

use super::words::Map;
use super::{Article, Draft, Reading, Readings, Recorder};
use crate::extraction::ReferenceDate;
use crate::gazetteer::table::Row;
use crate::gazetteer::{Role, attribute};
use crate::text::foreign::is_foreign;
use crate::text::normalize::composed;
use crate::value::{PersonValue, RankValue, Text};
use crate::{Day, Kind, Span, Value};
use name::Name;
pub(super) use name::Names;

pub(super) const RULES: &[&str] = &[usage::USAGE];

/// The rule by which a waiting name counts.
const ESTABLISHED: &str = "rule/person/established";

/// The name in full, or all of it that the article has.
const WHOLE: &str = "rule/mention/name";
/// Several words of it.
const SHORTER: &str = "rule/mention/shorter-name";
/// The given name, or what a name begins with.
const GIVEN: &str = "rule/mention/given-name";
/// The family name, of those who put it first and go by it.
const FAMILY: &str = "rule/mention/family-name";

/// How many people whose names end or begin alike are looked through for the one that a shorter name means: more are in no article that could be read so.
const MOST: usize = 24;

/// A person of an article.
#[derive(Debug)]
struct Person {
    name: Rc<Name>,
    is_foreign: bool,
    gender: Option<Gender>,
    /// What the form of address says; the name may say more.
    address: Option<Gender>,
    /// The drafts that mention the person, in the order of the text.
    mentions: Vec<usize>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Gender {
    Male,
    Female,
}

/// What makes a person the one meant, and the rule that says so.
type Test<'t> = (&'t dyn Fn(&Person) -> bool, &'static str);

/// A mention of a person.
#[derive(Debug)]
struct Mention {
    draft: usize,
    name: Rc<Name>,
    is_full: bool,
    is_foreign: bool,
    address: Option<Gender>,
}

/// The people of an article, and which draft mentions whom.
#[derive(Debug, Default)]
pub(super) struct People {
    people: Vec<Person>,
    /// The people whose names end alike, by the hash of [`Name::ending`], in order; the first [`MOST`] of them.
    endings: Map<u32, Vec<u32>>,
    /// The people who may go by the first words of their names, by the hash of [`Name::first`], in order; the first [`MOST`] of them.
    firsts: Map<u32, Vec<u32>>,
    /// For each draft whom it mentions, and how that is known.
    of: Vec<Option<(usize, &'static str)>>,
}

/// Reads the people of an article, and who holds which office.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let people = People::group(article).in_order();
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
            name: Some(person.name.written.clone().into()),
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
        if let Some((person, rule)) = of {
            readings.join(draft, first + *person as u32, rule);
        }
    }
    for (value, person) in values.into_iter().zip(&people.people) {
        for draft in &person.mentions {
            readings.set(*draft, Value::Person(Arc::clone(&value)));
        }
    }
}

/// Adds to the drafts the waiting names that people of the article bear.
pub(super) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    trim_stops(article, recorder.as_deref_mut());
    if !article.held.iter().any(|draft| draft.kind == Kind::Person) {
        return;
    }
    let text = article.input.text;
    for draft in article.drafts.iter().chain(&article.held) {
        if draft.kind == Kind::Person {
            article.names.read(text.get(draft.span.range()).unwrap_or_default());
        }
    }
    usage::establish(article, recorder.as_deref_mut());
    let people = People::group(article);
    let mut found = Vec::new();
    for draft in article.held.iter().filter(|draft| draft.kind == Kind::Person) {
        let mention = Mention::new(article, usize::MAX, draft);
        let accepted = people.bears(&mention);
        // What its use has made known needs nobody else of its name.
        if let Some(recorder) = recorder.as_deref_mut().filter(|_| !is_known(article, draft)) {
            recorder.overrule(draft, ESTABLISHED, accepted);
        }
        if accepted && article.is_free(draft.span) {
            found.push(draft.clone());
        }
    }
    accept(article, found);
    offices::establish(article, recorder);
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

impl Mention {
    fn new(article: &Article<'_>, at: usize, draft: &Draft) -> Self {
        let text = article.input.text.get(draft.span.range()).unwrap_or_default();
        let name = article.names.of(text);
        let (is_full, is_foreign, address) = match &draft.reading {
            Reading::Person(reading) => (reading.is_full, reading.is_foreign, reading.address),
            // `Karim` is short for `Karim Benzema`, `An` not for `An Nguyễn`.
            _ => (true, is_foreign(name.first()), None),
        };
        let flags =
            address.and_then(|cue| article.index.matcher.name(cue)).map_or(0, |cue| cue.attributes);
        let address = match (flags & attribute::MALE != 0, flags & attribute::FEMALE != 0) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        };
        Self { draft: at, is_full: is_full || name.words() > 1, name, is_foreign, address }
    }
}

impl People {
    fn group(article: &Article<'_>) -> Self {
        let drafts =
            article.drafts.iter().enumerate().filter(|(_, draft)| draft.kind == Kind::Person);
        let mentions: Vec<Mention> =
            drafts.map(|(at, draft)| Mention::new(article, at, draft)).collect();
        let mut people = Self { of: vec![None; article.drafts.len()], ..Self::default() };
        let mut full: Vec<&Mention> = mentions.iter().filter(|mention| mention.is_full).collect();
        // Longer names first, so that what ends one is known when it is met; the order of the text among equals.
        full.sort_by_key(|mention| std::cmp::Reverse(mention.name.words()));
        let mut keys: Map<&str, usize> = Map::default();
        for mention in full {
            let same = keys.get(mention.name.key.as_str()).copied();
            let known = same.or_else(|| people.longer(&mention.name, mention.is_foreign));
            let person = known.unwrap_or_else(|| people.add(mention));
            let is_whole =
                people.people.get(person).is_some_and(|p| p.name.key == mention.name.key);
            keys.insert(&mention.name.key, person);
            people.join(person, mention, if is_whole { WHOLE } else { SHORTER });
        }
        for person in &mut people.people {
            person.mentions.sort_unstable();
        }
        for mention in mentions.iter().filter(|mention| !mention.is_full) {
            let nearest = people.nearest(mention);
            let (person, rule) = nearest.unwrap_or_else(|| (people.add(mention), WHOLE));
            people.join(person, mention, rule);
        }
        people
    }

    /// The same people, numbered by their first mentions; none are looked for among them any more.
    fn in_order(mut self) -> Self {
        let mut order: Vec<usize> = (0..self.people.len()).collect();
        order.sort_by_key(|at| {
            self.people.get(*at).and_then(|person| person.mentions.iter().min().copied())
        });
        let mut places = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            places.get_mut(*old).into_iter().for_each(|place| *place = new);
        }
        for (person, _) in self.of.iter_mut().flatten() {
            *person = places.get(*person).copied().unwrap_or(*person);
        }
        let mut people: Vec<Option<Person>> = self.people.into_iter().map(Some).collect();
        let people = order.into_iter().filter_map(|at| people.get_mut(at)?.take()).collect();
        Self { people, of: self.of, ..Self::default() }
    }

    fn add(&mut self, mention: &Mention) -> usize {
        let gender = match mention.name.key.split(' ').nth(1) {
            Some("thị") => Some(Gender::Female),
            Some("văn") => Some(Gender::Male),
            _ => None,
        };
        let at = self.people.len();
        let person = Person {
            name: Rc::clone(&mention.name),
            is_foreign: mention.is_foreign,
            gender,
            address: None,
            mentions: Vec::new(),
        };
        let note = |alike: &mut Vec<u32>| {
            if alike.len() < MOST {
                alike.push(at as u32);
            }
        };
        note(self.endings.entry(person.name.ending_hash).or_default());
        if !is_native_family(&person) || person.name.words() == 1 {
            note(self.firsts.entry(person.name.first_hash).or_default());
        }
        self.people.push(person);
        at
    }

    /// The people, in order, one of whose names a name may be a form of: all that it ends or begins are among them.
    fn alike<'p>(&'p self, name: &Name) -> impl Iterator<Item = (usize, &'p Person)> {
        let of = |map: &'p Map<u32, Vec<u32>>, hash: u32| {
            map.get(&hash).map(Vec::as_slice).unwrap_or_default()
        };
        let mut ends = of(&self.endings, name.ending_hash);
        let mut firsts = of(&self.firsts, name.first_hash);
        std::iter::from_fn(move || {
            let next = match (ends.first(), firsts.first()) {
                (Some(end), Some(first)) => *end.min(first),
                (end, first) => *end.or(first)?,
            };
            for list in [&mut ends, &mut firsts] {
                if let Some((_, rest)) = list.split_first().filter(|(first, _)| **first == next) {
                    *list = rest;
                }
            }
            Some((next as usize, self.people.get(next as usize)?))
        })
    }

    /// The person whom a draft mentions.
    fn mentioned(&self, draft: usize) -> Option<usize> {
        Some((*self.of.get(draft)?)?.0)
    }

    fn join(&mut self, person: usize, mention: &Mention, rule: &'static str) {
        if let Some(of) = self.of.get_mut(mention.draft) {
            *of = Some((person, rule));
        }
        if let Some(person) = self.people.get_mut(person) {
            person.mentions.push(mention.draft);
            person.address = person.address.or(mention.address);
            person.gender = person.gender.or(mention.address);
        }
    }

    /// The person of a longer name that a name of several words is a form of.
    fn longer(&self, name: &Name, is_foreign: bool) -> Option<usize> {
        let fits = |person: &Person| {
            person.name.ends_with(name)
                || person.name.begins_with(name)
                || is_foreign
                    && person.name.first() == name.first()
                    && person.name.last() == name.last()
        };
        // People come with the longest names first.
        let longer = |person: &Person| person.name.words() > name.words();
        let mut found = self
            .alike(name)
            .take_while(|(_, person)| longer(person))
            .filter(|(_, person)| fits(person));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    }

    /// The person that a short mention is of, and how that is known.
    fn nearest(&self, mention: &Mention) -> Option<(usize, &'static str)> {
        let agrees = |person: &Person| match (person.gender, mention.address) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let same = |person: &Person| {
            person.name.key == mention.name.key
                || person.name.ends_with(&mention.name)
                || person.name.begins_with(&mention.name)
        };
        let family = |person: &Person| {
            person.name.words() > 1
                && person.name.first() == mention.name.key
                && !is_native_family(person)
        };
        let tests: [Test<'_>; 2] = [(&same, GIVEN), (&family, FAMILY)];
        tests.iter().find_map(|(fits, rule)| {
            let alike = || self.alike(&mention.name);
            let found = || alike().filter(|(_, person)| agrees(person) && fits(person));
            let before =
                found().filter_map(|(at, person)| Some((person.last_before(mention.draft)?, at)));
            let nearest = before.max().map(|(_, at)| at).or_else(|| {
                let mut all = found();
                let (at, _) = all.next()?;
                all.next().is_none().then_some(at)
            });
            nearest.map(|at| (at, *rule))
        })
    }

    /// Whether a person of the article bears a waiting name.
    fn bears(&self, mention: &Mention) -> bool {
        self.alike(&mention.name).any(|(_, person)| {
            person.name.key == mention.name.key
                || person.name.ends_with(&mention.name)
                || person.name.begins_with(&mention.name)
                || mention.is_foreign && person.is_part_of(&mention.name)
                || person.is_foreign && person.name.first() == mention.name.key
        })
    }
}

/// Takes the full stop off the initials that end a sentence: an article that writes `H` elsewhere means no `H.`
fn trim_stops(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let text = article.input.text;
    let is_person = |draft: &&Draft| draft.kind == Kind::Person;
    let of = |draft: &Draft| text.get(draft.span.range()).unwrap_or_default();
    let mut plain: Vec<&str> = article
        .drafts
        .iter()
        .filter(is_person)
        .map(of)
        .filter_map(|name| name.rsplit(' ').next())
        .filter(|last| composed(last).len() <= 2 && !last.ends_with('.'))
        .collect();
    if plain.is_empty() {
        return;
    }
    // There are not many words so short.
    plain.sort_unstable();
    plain.dedup();
    for draft in article
        .drafts
        .iter_mut()
        .chain(&mut article.held)
        .filter(|draft| draft.kind == Kind::Person)
    {
        let name = text.get(draft.span.range()).unwrap_or_default();
        let last = name.rsplit(' ').next().and_then(|last| last.strip_suffix('.'));
        // In mid-sentence the stop is the initial's.
        let rest = text.get(draft.span.end()..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let ends = rest.starts_with('\n') || next.is_none_or(char::is_uppercase);
        if ends && last.is_some_and(|last| !last.contains('.') && plain.contains(&last)) {
            let trimmed = Span::new(draft.span.start(), draft.span.end() - 1);
            if let Some(recorder) = recorder.as_deref_mut() {
                recorder.move_ends(Kind::Person, draft.span, trimmed);
            }
            draft.span = trimmed;
        }
    }
}

/// Whether a name is of the kind whose bearers go by their given names.
fn is_native_family(person: &Person) -> bool {
    let key = &person.name.key;
    !person.is_foreign
        && ["nguyễn", "trần", "lê", "phạm", "huỳnh", "đặng", "bùi", "đỗ", "vũ", "võ", "phan", "ngô"]
            .contains(&key.split(' ').next().unwrap_or_default())
}

impl Person {
    /// Whether a longer name begins or ends in the single word that the person is called by: `anh Tom`, `Tom Baker`.
    fn is_part_of(&self, longer: &Name) -> bool {
        let is_one = self.name.words() == 1 && longer.words() > 1 && self.name.key.len() > 2;
        is_one && (longer.first() == self.name.key || longer.last() == self.name.key)
    }

    /// The mention that stands last before a draft, of those so far: the full ones are there from the first, in order, and short ones come after them in their order.
    fn last_before(&self, draft: usize) -> Option<usize> {
        let last = self.mentions.last().copied().filter(|last| *last < draft);
        last.or_else(|| {
            let before = self.mentions.partition_point(|mention| *mention < draft);
            self.mentions.get(before.checked_sub(1)?).copied()
        })
    }

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
        let middle = self.name.key.split(' ').nth(1);
        let (row, rule) = identity::choose(index, &rows, said, middle, day)?;
        Some((row.kept_cell("id")?, rule))
    }
}

/// The text between two spans.
fn between<'t>(article: &Article<'t>, left: Span, right: Span) -> &'t str {
    article.input.text.get(left.end()..right.start()).unwrap_or_default()
}
