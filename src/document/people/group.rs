//! Which mentions are of one person.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use super::name::Name;
use super::{Article, Draft, Reading};
use crate::document::words::Map;
use crate::entity::How;
use crate::gazetteer::{Index, attribute};
use crate::text::foreign::is_foreign;

/// How many people whose names end or begin alike are looked through for the one that a shorter name means: more are in no article that could be read so.
const MOST: u32 = 24;

/// A person of an article.
#[derive(Debug)]
pub(super) struct Person<'t> {
    pub(super) name: Rc<Name<'t>>,
    is_foreign: bool,
    gender: Option<Gender>,
    /// What the form of address says; the name may say more.
    pub(super) address: Option<Gender>,
    /// While the short mentions are read, the last draft so far that is one of the person, else that mentions the person in full.
    last: Option<usize>,
    /// Whether it is a short one.
    is_last_short: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// What makes a person the one meant, and how that is known then.
type Test<'f> = (&'f dyn Fn(&Person<'_>) -> bool, How);

/// A mention of a person.
#[derive(Debug)]
pub(super) struct Mention<'t> {
    draft: usize,
    pub(super) name: Rc<Name<'t>>,
    is_full: bool,
    is_foreign: bool,
    address: Option<Gender>,
}

/// The people of an article, and which draft mentions whom.
#[derive(Debug, Default)]
pub(super) struct People<'t> {
    pub(super) people: Vec<Person<'t>>,
    /// The people whose names end alike, by the hash of [`Name::ending`].
    endings: Alike,
    /// The people who may go by the first words of their names, by the hash of [`Name::first`].
    firsts: Alike,
    /// For each draft whom it mentions, and how that is known.
    pub(super) of: Vec<Option<(u32, How)>>,
}

/// Lists of people by what their names have in common, in order; of each list the first [`MOST`].
#[derive(Debug, Default)]
struct Alike {
    lists: Map<u32, List>,
    /// For each person, the next one of the list.
    next: Vec<Option<u32>>,
}

/// The first and the last person of a list, and how many there are.
#[derive(Debug)]
struct List {
    first: u32,
    last: u32,
    count: u32,
}

impl Alike {
    fn reserve(&mut self, people: usize) {
        self.lists.reserve(people);
        self.next.reserve(people);
    }

    fn add(&mut self, hash: u32, person: u32) {
        self.next.resize(person as usize + 1, None);
        match self.lists.entry(hash) {
            Entry::Vacant(entry) => {
                entry.insert(List { first: person, last: person, count: 1 });
            }
            Entry::Occupied(mut entry) if entry.get().count < MOST => {
                let list = entry.get_mut();
                self.next.get_mut(list.last as usize).into_iter().for_each(|it| *it = Some(person));
                (list.last, list.count) = (person, list.count + 1);
            }
            Entry::Occupied(_) => {}
        }
    }

    fn first(&self, hash: u32) -> Option<u32> {
        Some(self.lists.get(&hash)?.first)
    }

    fn after(&self, person: u32) -> Option<u32> {
        *self.next.get(person as usize)?
    }
}

impl<'t> Mention<'t> {
    /// The mentions that these people of an article are; `name` reads a name.
    pub(super) fn all<'d>(
        article: &Article<'t>,
        people: impl Iterator<Item = (usize, &'d Draft)> + Clone,
        mut name: impl FnMut(&'t str) -> Rc<Name<'t>>,
    ) -> Vec<Self> {
        let mut mentions = Vec::with_capacity(people.clone().count());
        let text = |draft: &Draft| article.input.text.get(draft.span.range()).unwrap_or_default();
        let new = people.map(|(at, draft)| Self::new(article.index, at, draft, name(text(draft))));
        mentions.extend(new);
        mentions
    }

    /// The mention of a draft that has a name.
    pub(super) fn new(index: &Index, at: usize, draft: &Draft, name: Rc<Name<'t>>) -> Self {
        let (is_full, is_foreign, address) = match &draft.reading {
            Reading::Person(reading) => (reading.is_full, reading.is_foreign, reading.address),
            // `Karim` is short for `Karim Benzema`, `An` not for `An Nguyễn`.
            _ => (true, is_foreign(name.first()), None),
        };
        let flags = address.and_then(|cue| index.matcher.name(cue)).map_or(0, |cue| cue.attributes);
        let address = match (flags & attribute::MALE != 0, flags & attribute::FEMALE != 0) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        };
        Self { draft: at, is_full: is_full || name.words() > 1, name, is_foreign, address }
    }

    /// Whether the one mentioned may go by the first words of the name.
    pub(super) fn may_begin(&self) -> bool {
        self.is_foreign || !self.name.is_native() || self.name.words() == 1
    }
}

impl<'t> People<'t> {
    /// The people of mentions of an article that has so many drafts.
    pub(super) fn group(mentions: &[Mention<'t>], drafts: usize) -> Self {
        let mut people = Self { of: vec![None; drafts], ..Self::default() };
        let mut keys: Map<&str, usize> = Map::default();
        for room in [&mut people.endings, &mut people.firsts] {
            room.reserve(mentions.len());
        }
        people.people.reserve(mentions.len());
        keys.reserve(mentions.len());
        // Longer names first, so that what ends one is known when it is met; the order of the text among equals.
        let full = mentions.iter().filter(|mention| mention.is_full);
        let mut full: Vec<_> = full.map(|mention| (mention.name.words(), mention)).collect();
        full.sort_by_key(|(words, _)| Reverse(*words));
        for (_, mention) in full {
            let same = keys.get(mention.name.key.as_str()).copied();
            let known = same.or_else(|| people.longer(&mention.name, mention.is_foreign));
            let person = known.unwrap_or_else(|| people.add(mention));
            let is_whole =
                people.people.get(person).is_some_and(|p| p.name.key == mention.name.key);
            if same.is_none() {
                keys.insert(&mention.name.key, person);
            }
            people.join(person, mention, if is_whole { How::Name } else { How::ShorterName });
        }
        for mention in mentions {
            let known = people.mentioned(mention.draft);
            let is_short = known.is_none();
            let person = known.unwrap_or_else(|| {
                let nearest = people.nearest(mention);
                let (person, how) = nearest.unwrap_or_else(|| (people.add(mention), How::Name));
                people.join(person, mention, how);
                person
            });
            if let Some(person) = people.people.get_mut(person)
                && (is_short || !person.is_last_short)
            {
                (person.last, person.is_last_short) = (Some(mention.draft), is_short);
            }
        }
        people
    }

    /// The same people, numbered by their first mentions; none are looked for among them any more.
    pub(super) fn in_order(mut self) -> Self {
        let mut places: Vec<Option<u32>> = vec![None; self.people.len()];
        let mut order = Vec::with_capacity(self.people.len());
        for (person, _) in self.of.iter_mut().flatten() {
            let Some(place) = places.get_mut(*person as usize) else { continue };
            *person = *place.get_or_insert_with(|| {
                order.push(*person as usize);
                order.len() as u32 - 1
            });
        }
        let mut people: Vec<Option<Person<'t>>> = self.people.into_iter().map(Some).collect();
        let people = order.into_iter().filter_map(|at| people.get_mut(at)?.take()).collect();
        Self { people, of: self.of, ..Self::default() }
    }

    fn add(&mut self, mention: &Mention<'t>) -> usize {
        let gender = match mention.name.middle() {
            Some("thị") => Some(Gender::Female),
            Some("văn") => Some(Gender::Male),
            _ => None,
        };
        let at = self.people.len();
        self.endings.add(mention.name.ending_hash, at as u32);
        if mention.may_begin() {
            self.firsts.add(mention.name.first_hash, at as u32);
        }
        self.people.push(Person {
            name: Rc::clone(&mention.name),
            is_foreign: mention.is_foreign,
            gender,
            address: None,
            last: None,
            is_last_short: false,
        });
        at
    }

    /// The people, in order, one of whose names a name may be a form of: all that it ends or begins are among them.
    fn alike(&self, name: &Name<'_>) -> impl Iterator<Item = (usize, &Person<'t>)> {
        let mut end = self.endings.first(name.ending_hash);
        let mut first = self.firsts.first(name.first_hash);
        std::iter::from_fn(move || {
            let next = match (end, first) {
                (Some(end), Some(first)) => end.min(first),
                (end, first) => end.or(first)?,
            };
            if end == Some(next) {
                end = self.endings.after(next);
            }
            if first == Some(next) {
                first = self.firsts.after(next);
            }
            Some((next as usize, self.people.get(next as usize)?))
        })
    }

    /// The person whom a draft mentions.
    pub(super) fn mentioned(&self, draft: usize) -> Option<usize> {
        Some((*self.of.get(draft)?)?.0 as usize)
    }

    fn join(&mut self, person: usize, mention: &Mention<'t>, how: How) {
        if let Some(of) = self.of.get_mut(mention.draft) {
            *of = Some((person as u32, how));
        }
        if let Some(person) = self.people.get_mut(person) {
            person.address = person.address.or(mention.address);
            person.gender = person.gender.or(mention.address);
        }
    }

    /// The person of a longer name that a name of several words is a form of.
    fn longer(&self, name: &Name<'_>, is_foreign: bool) -> Option<usize> {
        let fits = |person: &Person<'_>| {
            person.name.ends_with(name)
                || person.name.begins_with(name)
                || is_foreign
                    && person.name.first() == name.first()
                    && person.name.last() == name.last()
        };
        // People come with the longest names first.
        let longer = |person: &Person<'_>| person.name.words() > name.words();
        let mut found = self
            .alike(name)
            .take_while(|(_, person)| longer(person))
            .filter(|(_, person)| fits(person));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    }

    /// The person that a short mention is of, and how that is known.
    fn nearest(&self, mention: &Mention<'t>) -> Option<(usize, How)> {
        let agrees = |person: &Person<'_>| match (person.gender, mention.address) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let same = |person: &Person<'_>| {
            person.name.key == mention.name.key
                || person.name.ends_with(&mention.name)
                || person.name.begins_with(&mention.name)
        };
        let family = |person: &Person<'_>| {
            person.name.words() > 1
                && person.name.first() == mention.name.key
                && (person.is_foreign || !person.name.is_native())
        };
        let tests: [Test<'_>; 2] = [(&same, How::GivenName), (&family, How::FamilyName)];
        tests.iter().find_map(|(fits, how)| {
            let alike = || self.alike(&mention.name);
            let found = || alike().filter(|(_, person)| agrees(person) && fits(person));
            // All mentions before this one have been read.
            let before = found().filter_map(|(at, person)| Some((person.last?, at)));
            let nearest = before.max().map(|(_, at)| at).or_else(|| {
                let mut all = found();
                let (at, _) = all.next()?;
                all.next().is_none().then_some(at)
            });
            nearest.map(|at| (at, *how))
        })
    }

    /// Whether a person of the article bears a waiting name.
    pub(super) fn bears(&self, mention: &Mention<'t>) -> bool {
        self.alike(&mention.name).any(|(_, person)| {
            person.name.key == mention.name.key
                || person.name.ends_with(&mention.name)
                || person.name.begins_with(&mention.name)
                || mention.is_foreign && person.is_part_of(&mention.name)
                || person.is_foreign && person.name.first() == mention.name.key
        })
    }
}

impl Person<'_> {
    /// Whether a longer name begins or ends in the single word that the person is called by: `anh Tom`, `Tom Baker`.
    fn is_part_of(&self, longer: &Name<'_>) -> bool {
        let is_one = self.name.words() == 1 && longer.words() > 1 && self.name.key.len() > 2;
        is_one && (longer.first() == self.name.key || longer.last() == self.name.key)
    }
}
