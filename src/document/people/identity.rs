//! Which person of the lists someone is.
//!
//! 1. Name and office agree: whoever of that name held the office on the day of the article, else whoever held it ever.
//! 2. Without an office, a name that one person of the lists has and that is of no common build.
//! 3. A name whose offices the lists do not know is of someone else of that name, and so is one that two of the lists could be.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use super::offices::Said;
use crate::Day;
use crate::gazetteer::{Index, Tenure, table::Row};
use crate::rules::document::event::CENTRE;
use crate::text::fold::fold_name;

/// The office was held on the day.
const OFFICE: &str = "rule/identity/office";
/// The office was held before or after it.
const OTHER_TIME: &str = "rule/identity/office-at-another-time";
/// Nobody else is known by the name.
const NAME: &str = "rule/identity/rare-name";

/// Who it is among the people of the lists who bear the name, and the rule that decides.
pub(super) fn choose<'i>(
    index: &Index,
    people: &[Row<'i>],
    said: &Said,
    middle: Option<&str>,
    day: Option<Day>,
) -> Option<(Row<'i>, &'static str)> {
    if people.is_empty() {
        return None;
    }
    if said.positions.is_empty() {
        // A name of the commonest build is many people's.
        let rare = !matches!(middle, Some("văn" | "thị"));
        return match people {
            [only] if rare => Some((*only, NAME)),
            _ => None,
        };
    }
    let offices: Vec<Office<'_>> =
        said.positions.iter().map(|written| Office::new(written, said)).collect();
    let is_held = |office: &Office<'_>, tenure: &Tenure<'_>| {
        day.is_none_or(|day| {
            office.is_former && !tenure.period().is_to_come(day)
                || tenure.period().contains(day) != Some(false)
        })
    };
    // Those who held such an office ever, and whether on the day.
    let mut holders: Vec<(Row<'i>, bool)> = Vec::new();
    for person in people {
        let mut best = None;
        for tenure in index.tenures_of(*person) {
            let held = offices.iter().filter(|office| office.is_of(index, &tenure));
            best = held.map(|office| is_held(office, &tenure)).chain(best).max();
            if best == Some(true) {
                break;
            }
        }
        holders.extend(best.map(|is_on_day| (*person, is_on_day)));
    }
    let mut on_day = holders.iter().filter(|(_, is_on_day)| *is_on_day);
    match (on_day.next(), on_day.next()) {
        (Some((person, _)), None) => Some((*person, OFFICE)),
        (Some(_), Some(_)) => None,
        (None, _) => match *holders {
            [(person, _)] => Some((person, OTHER_TIME)),
            _ => None,
        },
    }
}

/// An office that the article gives to someone.
struct Office<'s> {
    written: Cow<'s, str>,
    folded: String,
    /// The keys of the body that is left after titles of so many bytes: many tenures have one title.
    bodies: RefCell<Vec<(usize, Rc<str>)>>,
    /// Whether the article says that it was held before.
    is_former: bool,
}

impl<'s> Office<'s> {
    fn new(written: &'s str, said: &Said) -> Self {
        let is_former = said.former.iter().any(|status| status.title.as_deref() == Some(written));
        let written = unabbreviated(written);
        Self { folded: fold_name(&written), written, bodies: RefCell::default(), is_former }
    }

    /// The key of the body after a title of so many bytes.
    fn body(&self, index: &Index, title: usize) -> Rc<str> {
        let mut bodies = self.bodies.borrow_mut();
        if let Some((_, body)) = bodies.iter().find(|(other, _)| *other == title) {
            return Rc::clone(body);
        }
        let rest = self.written.get(title + 1..).unwrap_or_default();
        let body = Rc::<str>::from(index.body_key(rest));
        bodies.push((title, Rc::clone(&body)));
        body
    }

    /// Whether it is that of a tenure: the same title, and no other body.
    fn is_of(&self, index: &Index, tenure: &Tenure<'_>) -> bool {
        // A folded name is as long as the name.
        let title = tenure.title().len();
        let is_whole = self.folded.len() == title;
        if !is_whole && self.folded.as_bytes().get(title) != Some(&b' ')
            || self.folded.get(..title) != tenure.title_key()
        {
            return false;
        }
        // Many articles write the body as the list does.
        if is_whole || self.written.get(title + 1..) == Some(tenure.body()) {
            return true;
        }
        let named = self.body(index, title);
        let body = tenure.body_key().unwrap_or_default();
        // `Chủ tịch UBND tỉnh`: the body without its place.
        lies_in(&named, body) || !body.is_empty() && lies_in(body, &named)
    }
}

/// An office with `Trung ương` in full, as tenures have it: `Trưởng Ban Tổ chức T.Ư`.
fn unabbreviated(office: &str) -> Cow<'_, str> {
    let is_short = |word: &str| CENTRE.contains(&word);
    if !office.split(' ').any(is_short) {
        return Cow::Borrowed(office);
    }
    let words = office.split(' ').map(|word| if is_short(word) { "Trung ương" } else { word });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Whether all words of one name are words of another.
fn lies_in(one: &str, other: &str) -> bool {
    one.split(' ').all(|word| other.split(' ').any(|other| other == word))
}
