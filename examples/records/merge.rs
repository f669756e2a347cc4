//! Makes one record of what several articles say of one person or document.
//!
//! Two records of people are one if the lists give them the same id, or if they have the same full name and an office in common; never if the lists give them two ids. Two of documents are one if their citations are
//! the same and say more than a number.

use std::collections::HashMap;

use crate::record::{Article, Date, Document, Mentioned, Person};

/// The records of all articles.
#[derive(Debug, Default)]
pub struct Records {
    pub people: Vec<Person>,
    pub documents: Vec<Document>,
    pub dates: Vec<Date>,
    /// How many articles there are.
    pub articles: usize,
    /// Where what is known by an id, or by a name and an office, stands among the people.
    known_people: HashMap<String, usize>,
    known_documents: HashMap<String, usize>,
}

impl Records {
    /// Adds the records of an article.
    pub fn add(&mut self, article: Article) {
        self.articles += 1;
        for person in article.people {
            self.person(person);
        }
        for document in article.documents {
            self.document(document);
        }
        self.dates.extend(article.dates);
    }

    fn person(&mut self, person: Person) {
        let keys = keys(&person);
        let is_other = |known: &Person| matches!((&known.id, &person.id), (Some(known), Some(id)) if known != id);
        let mut found = keys.iter().filter_map(|key| self.known_people.get(key).copied());
        let found = found.find(|at| self.people.get(*at).is_some_and(|known| !is_other(known)));
        let at = found.unwrap_or(self.people.len());
        for key in keys {
            self.known_people.entry(key).or_insert(at);
        }
        let Some(known) = self.people.get_mut(at) else {
            self.people.push(person);
            return;
        };
        known.mentioned.add(person.mentioned);
        if known.id.is_none() {
            known.id = person.id;
        }
        if known.rank.is_none() {
            known.rank = person.rank;
        }
        add_new(&mut known.offices, person.offices);
        add_new(&mut known.organizations, person.organizations);
    }

    fn document(&mut self, document: Document) {
        let at = if document.is_full {
            let key = document.citation.to_lowercase();
            *self.known_documents.entry(key).or_insert(self.documents.len())
        } else {
            self.documents.len()
        };
        let Some(known) = self.documents.get_mut(at) else {
            self.documents.push(document);
            return;
        };
        known.mentioned.add(document.mentioned);
        if known.date.is_none() {
            known.date = document.date;
        }
        if known.issuer.is_none() {
            known.issuer = document.issuer;
        }
    }
}

impl Mentioned {
    fn add(&mut self, other: Self) {
        self.mentions += other.mentions;
        self.articles.extend(other.articles);
    }
}

/// By what a person is known in another article.
fn keys(person: &Person) -> Vec<String> {
    let mut keys: Vec<String> = person.id.iter().map(|id| format!("id\t{id}")).collect();
    if person.name.contains(' ') {
        let name = person.name.to_lowercase();
        let offices = person.offices.iter();
        keys.extend(offices.map(|office| format!("{name}\t{}", office.name.to_lowercase())));
    }
    keys
}

fn add_new<T: PartialEq>(known: &mut Vec<T>, new: Vec<T>) {
    for one in new {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}
