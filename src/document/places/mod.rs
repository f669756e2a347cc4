//! Values of places: which unit a name stands for.
//!
//! A name may be that of twenty communes. What is not meant falls away in this order, and what is left decides, or stays as candidates:
//!
//! 1. by the class word: of `huyện Hòa Bình` the provinces and communes ([`senses`]);
//! 2. by what stands beside it: `xã Tân Lập, huyện Yên Bình` leaves the commune that lies there ([`chain`]);
//! 3. by the time: 63 provinces with districts until 2025-06-30, 34 without since; of a name alone the larger unit ([`era`]);
//! 4. by the same name elsewhere in the article, where it is decided;
//! 5. by the other places of the article: the commune that lies in a district or province that it names.
//!
//! Before that, names that waited for the article become places where it uses them with their class words ([`established`]).

mod chain;
mod era;
mod established;
mod mention;
mod senses;

pub(super) use established::establish;

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::words::{Map, with_room};
use super::{Article, Draft, Readings};
use crate::extraction::ReferenceDate;
use crate::gazetteer::{Id, Index, Level, table::Row};
use crate::value::{PlaceValue, Text, UnitRef};
use crate::{Day, Kind, Value};
use era::{Era, is_former};
use mention::Mention;
use senses::Senses;

/// Candidates given at most: a name that more units share says nothing.
const MOST: usize = 40;

/// Reads the places of an article.
pub(super) fn read(article: &Article<'_>, readings: &mut Readings) {
    let day = readings.reference.map(ReferenceDate::day);
    let count = article.count(Kind::Place);
    let mut known = Senses::new(count);
    let mut mentions = Vec::with_capacity(count);
    let places = article.of(Kind::Place);
    mentions.extend(places.map(|(at, draft)| Mention::read(article, at, draft, &mut known)));
    chain::narrow(article, &mut mentions);
    by_kin(article.index, &mut mentions);
    let era = Era::of(article, readings, &mentions);
    era.narrow(article.index, &mut mentions);
    agree(&mut mentions);
    by_neighbours(article.index, &mut mentions);
    agree(&mut mentions);
    let mut known: Map<(u32, Level), Arc<PlaceValue>> = with_room(count);
    for mention in &mentions {
        let value = || Arc::new(mention.value(article.index, day));
        // Of a unit that is decided its name says no more.
        let value = match *mention.senses {
            [sense] => {
                Arc::clone(known.entry((sense.number(), mention.level)).or_insert_with(value))
            }
            _ => value(),
        };
        readings.set(mention.draft, Value::Place(value));
    }
}

/// The senses that those names of an article are decided to have that have several elsewhere; none where there are no such names.
fn told<'a>(mentions: &[Mention<'a>]) -> Map<Cow<'a, str>, Vec<Row<'a>>> {
    let open = mentions.iter().filter(|mention| mention.senses.len() > 1);
    let mut known: Map<Cow<'a, str>, Vec<Row<'a>>> =
        open.map(|mention| (mention.name.clone(), Vec::new())).collect();
    if known.is_empty() {
        return known;
    }
    for mention in mentions.iter().filter(|mention| mention.is_told) {
        if let [sense] = *mention.senses
            && let Some(rows) = known.get_mut(&mention.name)
            && !rows.iter().any(|row| row.is(sense))
        {
            rows.push(sense);
        }
    }
    known
}

/// Leaves those senses of a unit that are the one decided elsewhere, or what it came from or became: `phường Bãi Cháy` of Hạ Long is not the ward of that name in the south. The era chooses among them.
fn by_kin(index: &Index, mentions: &mut [Mention<'_>]) {
    let known = told(mentions);
    for mention in mentions.iter_mut().filter(|mention| mention.senses.len() > 1) {
        let Some(told) = known.get(&mention.name).filter(|told| !told.is_empty()) else {
            continue;
        };
        let level = |row: &Row<'_>| Level::of_row(*row);
        let told: Vec<_> = told
            .iter()
            .filter(|row| mention.senses.iter().all(|sense| level(sense) == level(row)))
            .map(|row| index.id_of(*row))
            .collect();
        let is_exact = mention.level == Level::District;
        let is_kin = |sense: &Row<'_>| {
            let id = index.id_of(*sense);
            let are_kin = |told: Id| index.became(told, id) || index.became(id, told);
            told.iter().any(|told| *told == id || !is_exact && are_kin(*told))
        };
        if mention.senses.iter().any(is_kin) {
            mention.retain(is_kin);
        }
    }
}

/// Gives mentions of one name the sense that one of them is decided to have, where their class words say the same level.
fn agree(mentions: &mut [Mention<'_>]) {
    let known = told(mentions);
    for mention in mentions.iter_mut().filter(|mention| mention.senses.len() > 1) {
        let mut told = known.get(&mention.name).into_iter().flatten();
        let told = told.find(|row| mention.senses.iter().any(|sense| sense.is(**row)));
        if let Some(row) = told {
            mention.senses = Rc::new([*row]);
            mention.is_told = true;
        }
    }
}

/// Leaves those senses that lie in units that the article names, in a district sooner than in a province; units of the two eras are judged apart. A name alone of communes that all lie elsewhere is none
/// of them: `đường Tân Sơn, Hoàng Hoa Thám` in an article on the south.
fn by_neighbours(index: &Index, mentions: &mut [Mention<'_>]) {
    if mentions.iter().all(|mention| mention.senses.len() < 2 && !mention.is_small) {
        return;
    }
    let named = mentions.iter().filter_map(|mention| match *mention.senses {
        [sense] if matches!(Level::of_row(sense), Level::Province | Level::District) => {
            Some(index.id_of(sense))
        }
        _ => None,
    });
    let named = Named::new(index, named);
    if named.ids.is_empty() {
        return;
    }
    let classed = mentions.iter().filter(|mention| mention.level == Level::Commune);
    let classed: Map<Cow<'_, str>, ()> =
        classed.map(|mention| (mention.name.clone(), ())).collect();
    for mention in mentions.iter_mut() {
        let may_be_none =
            mention.is_small && !mention.is_inside && !classed.contains_key(&mention.name);
        if mention.senses.len() < 2 && !may_be_none {
            continue;
        }
        let mut best = [0; 2];
        for sense in mention.senses.iter() {
            if let Some(best) = best.get_mut(usize::from(is_former(*sense))) {
                *best = named.closeness(index, *sense).max(*best);
            }
        }
        if best != [0; 2] {
            mention.retain(|sense| {
                let closeness = named.closeness(index, *sense);
                closeness > 0 && best.get(usize::from(is_former(*sense))) == Some(&closeness)
            });
        } else if may_be_none {
            mention.clear();
        }
    }
}

/// The units that an article names, each once and in order.
struct Named {
    ids: Vec<Id>,
    /// What they became.
    heirs: Vec<Id>,
}

impl Named {
    fn new(index: &Index, ids: impl Iterator<Item = Id>) -> Self {
        let in_order = |mut ids: Vec<Id>| {
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let ids = in_order(ids.filter(|id| id.is_some()).collect());
        let heirs = ids.iter().flat_map(|id| index.heirs_of_id(*id)).map(|heir| heir.id);
        Self { heirs: in_order(heirs.collect()), ids }
    }

    /// Whether a unit is named, or became one that is, or one that is became it.
    fn has(&self, index: &Index, id: Id) -> bool {
        let has = |ids: &[Id], id: &Id| ids.binary_search(id).is_ok();
        id.is_some()
            && (has(&self.ids, &id)
                || has(&self.heirs, &id)
                || index.heirs_of_id(id).iter().any(|heir| has(&self.ids, &heir.id)))
    }

    /// How close a unit lies to those that are named: 2 in the smallest unit around it, 1 in the next.
    fn closeness(&self, index: &Index, unit: Row<'_>) -> u8 {
        let parent = index.parent_of(unit);
        if self.has(index, parent) {
            return 2;
        }
        u8::from(self.has(index, index.parent_of_id(parent)))
    }
}

/// The unit as a reference.
fn reference(row: Row<'_>, part: bool) -> UnitRef {
    UnitRef {
        name: Some(row.kept_name()),
        code: row.kept_cell("code"),
        id: row.kept_cell("id"),
        part,
    }
}

impl Mention<'_> {
    fn value(&self, index: &Index, day: Option<Day>) -> PlaceValue {
        let mut value = PlaceValue::default();
        let levels = || self.senses.iter().map(|sense| Level::of_row(*sense));
        let level = levels().next().filter(|first| levels().all(|level| level == *first));
        let level = level.filter(|level| *level != Level::None).unwrap_or(self.level);
        value.level = Some(level.as_str()).filter(|level| !level.is_empty()).map(Text::from);
        match &*self.senses {
            [] => value.name = Some(self.name.to_string().into()),
            [sense] => {
                value.name = Some(sense.kept_name());
                value.code = sense.kept_cell("code");
                value.id = sense.kept_cell("id");
                let ended = index
                    .entry_of(*sense)
                    .zip(day)
                    .filter(|(entry, day)| entry.period().contains(*day) == Some(false));
                let now = ended.map(|(entry, day)| entry.successors_at(day));
                value.now = now
                    .into_iter()
                    .flatten()
                    .map(|next| reference(next.entry().row(), next.is_part()))
                    .collect();
            }
            senses => {
                value.name = Some(self.name.to_string().into());
                // What all of them share is known.
                let mut codes = senses.iter().map(|sense| sense.kept_cell("code"));
                value.code = codes
                    .next()
                    .flatten()
                    .filter(|first| codes.all(|code| code.as_ref() == Some(first)));
                let units = senses.iter().take(MOST).filter_map(|sense| index.entry_of(*sense));
                value.candidates = units.map(|unit| reference(unit.row(), false)).collect();
                value.candidates.sort_by(|a, b| a.id.cmp(&b.id));
            }
        }
        value
    }
}
