//! The time from which an article speaks, and the units of that time.
//!
//! The article's day tells it. Without one, what the article names does: since 2025-07-01 there are no districts, 34 provinces for 63, and other communes.
//!
//! | before | since | says |
//! |---|---|---|
//! | `huyện Tiên Yên`, `TP Hạ Long`, `tỉnh Hà Nam`, `Huyện ủy`, `UBND huyện` | `đặc khu Cô Tô`, `tỉnh Hà Nam cũ`, wards that bear new names | units and bodies of one time alone |
//! | | a day or month since, documents of a later year | the latest date |
//! | a latest day or year until the end of 2024 | `phường Hồng Gai, tỉnh Quảng Ninh` | what is likely, where nothing above speaks |
//!
//! Where both speak, or nothing does, a name stands for the units of both times, as candidates.

use std::rc::Rc;

use super::mention::Mention;
use crate::document::words::Map;
use crate::document::{Article, Draft, Reading, Readings, reach};
use crate::extraction::ReferenceDate;
use crate::gazetteer::{Edge, Index, Level, table::Row};
use crate::text::normalize::composed;
use crate::{Day, Kind};

/// The last day of districts and of 63 provinces.
const LAST: (i16, i8, i8) = (2025, 6, 30);
/// The first day of what came after.
const FIRST: (i16, i8, i8) = (2025, 7, 1);
/// The cell of the lists for units that ended on that last day.
const UNTIL: &str = "2025-06-30";
/// Units that ended before tell of history.
const UNTIL_RECENTLY: &str = "2010";

/// Years from which dates tell when an article was written: those before are history in most.
const RECENT: i16 = 2010;
/// A document of this year or a later one was not there before.
const NEW_DOCUMENTS: i16 = 2026;

/// Letters within which `cũ` follows, in whatever form.
const FORMER: usize = 12;

/// The time from which an article speaks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Era {
    /// The units of a day.
    At(Day),
    /// Nothing tells.
    Open,
}

impl Era {
    /// The era of the article's day; without one, of what the article names.
    pub(super) fn of(article: &Article<'_>, readings: &Readings, mentions: &[Mention<'_>]) -> Self {
        if let Some(day) = readings.reference.map(ReferenceDate::day) {
            return Self::At(day);
        }
        if mentions.iter().all(|mention| mention.senses.len() < 2) {
            return Self::Open;
        }
        let told = readings.latest.filter(|latest| latest.day.year() >= RECENT);
        let latest = told.map(|latest| latest.day);
        let sure = told.filter(|latest| latest.is_sure).map(|latest| latest.day);
        let since = |date| sure.filter(|day| Some(*day) >= day_of(date));
        let votes = Votes::of(article, mentions);
        let is_after = votes.after || since(FIRST).is_some();
        let is_quiet = latest.is_none_or(|day| day.year() == LAST.0);
        let until = votes.until.and_then(|until| until.parse().ok());
        let last = until.or_else(|| day_of(LAST));
        let before = || latest.filter(|day| Some(*day) <= last).or(last);
        let after = || since(FIRST).or_else(|| day_of(FIRST));
        let day = match (votes.before, is_after) {
            (true, true) => None,
            (true, false) => before(),
            (false, true) => after(),
            (false, false) if votes.direct => after().filter(|_| is_quiet),
            (false, false) => before().filter(|_| !is_quiet),
        };
        day.map_or(Self::Open, Self::At)
    }

    /// Leaves the senses that hold at the time, if there are any; then, of a name alone, the highest.
    pub(super) fn narrow<'a>(self, index: &'a Index, mentions: &mut [Mention<'a>]) {
        // Many mentions share their senses before this, and do so after it.
        let mut known: Map<(*const Row<'_>, bool), [Rc<[Row<'_>]>; 2]> = Map::default();
        for mention in mentions.iter_mut().filter(|mention| mention.senses.len() > 1) {
            let is_alone = mention.level == Level::None;
            let key = (mention.senses.as_ptr(), is_alone);
            let [_, narrow] = known.entry(key).or_insert_with(|| {
                let narrow = self.narrowed(index, &mention.senses, is_alone).into();
                // Kept as well so that no others come to lie where they do.
                [Rc::clone(&mention.senses), narrow]
            });
            mention.senses = Rc::clone(narrow);
        }
    }

    /// The senses that hold at the time.
    fn narrowed<'a>(self, index: &Index, all: &[Row<'a>], is_alone: bool) -> Vec<Row<'a>> {
        let at = |day: Option<Day>| {
            let mut senses = day.map_or_else(|| all.to_vec(), |day| at(index, all, day));
            if is_alone {
                retain_highest(&mut senses);
            }
            senses
        };
        match self {
            Self::At(day) => at(Some(day)),
            Self::Open => {
                let (mut both, later) = (at(day_of(LAST)), at(day_of(FIRST)));
                for sense in later {
                    if !both.iter().any(|known| known.is(sense)) {
                        both.push(sense);
                    }
                }
                retain_newest(index, &mut both);
                both
            }
        }
    }
}

/// Whether a unit went on 2025-06-30 or before.
pub(super) fn is_former(row: Row<'_>) -> bool {
    !row.get("until").is_empty()
}

fn day_of((year, month, day): (i16, i8, i8)) -> Option<Day> {
    Day::new(year, month, day).ok()
}

/// What the units and bodies of an article say of its time.
#[derive(Clone, Copy, Debug, Default)]
struct Votes<'a> {
    before: bool,
    after: bool,
    /// The last day of all units that say before, as the lists write it.
    until: Option<&'a str>,
    /// Whether a commune stands beside the province that it lies in, with nothing between.
    direct: bool,
}

impl<'a> Votes<'a> {
    fn of(article: &Article<'_>, mentions: &[Mention<'a>]) -> Self {
        let mut votes = Self::default();
        let mut mentions = mentions.iter().peekable();
        // Where the last office ends that was held before: `nguyên Chủ tịch UBND quận 6` is no sign of a time with districts.
        let mut past = 0;
        for (at, draft) in article.drafts.iter().enumerate() {
            let end = draft.span.end();
            match &draft.reading {
                Reading::Position(position) if position.is_former => past = end.max(past),
                Reading::Body(body) if is_of_district(article, draft, body.head, body.level) => {
                    votes.vote(article, end, past);
                }
                Reading::Name(name)
                    if draft.kind == Kind::Organization
                        && is_of_district(article, draft, *name, Level::None) =>
                {
                    votes.vote(article, end, past);
                }
                Reading::Document(document) => {
                    votes.after |= document.year.is_some_and(|year| year >= NEW_DOCUMENTS);
                }
                _ => {}
            }
            let Some(mention) = mentions.next_if(|mention| mention.draft == at) else { continue };
            votes.direct |= mention.is_direct;
            match time_of(mention) {
                Some(Time::Before) => {
                    votes.vote(article, end, past);
                    // Of whole days, the text that comes first is the first day.
                    let ends = mention.senses.iter().map(|row| row.get("until"));
                    let ends = ends.filter(|end| end.len() == UNTIL.len());
                    votes.until = ends.chain(votes.until).min();
                }
                Some(Time::Since) => votes.after = true,
                None if mention.senses.iter().any(is_of_last_day) => {
                    votes.after |= is_called_former(article, end);
                }
                None => {}
            }
        }
        votes
    }

    /// What ended is of its own time, unless it is said to be of the past.
    fn vote(&mut self, article: &Article<'_>, end: usize, past: usize) {
        let is_past = is_called_former(article, end);
        self.after |= is_past;
        self.before |= !is_past && end > past;
    }
}

/// When a unit was there.
enum Time {
    Before,
    Since,
}

/// The only time of all units that a mention may stand for, where its class word or its body says that it is a unit.
fn time_of(mention: &Mention<'_>) -> Option<Time> {
    const UNITS: [Level; 4] = [Level::Province, Level::District, Level::Commune, Level::City];
    if !UNITS.contains(&mention.level) {
        return None;
    }
    let all = |is: fn(&Row<'_>) -> bool| mention.senses.iter().all(is);
    if mention.senses.iter().any(is_recent) && all(|row| is_former(*row)) {
        Some(Time::Before)
    } else if !mention.senses.is_empty() && all(|row| row.get("from").starts_with("2025-07")) {
        Some(Time::Since)
    } else {
        None
    }
}

/// Whether a unit ended with the districts, or not long before: `tỉnh Thừa Thiên Huế`, `quận 2`.
fn is_recent(row: &Row<'_>) -> bool {
    (UNTIL_RECENTLY..=UNTIL).contains(&row.get("until"))
}

/// Whether a unit ended with the districts.
fn is_of_last_day(row: &Row<'_>) -> bool {
    row.get("until") == UNTIL
}

/// Whether a body is one of a district: `Huyện ủy`, `Công an huyện`.
fn is_of_district(article: &Article<'_>, draft: &Draft, head: u32, level: Level) -> bool {
    const DISTRICTS: [&str; 3] = [" huyện", " quận", " thị xã"];
    let row = || article.index.matcher.name(head).and_then(|name| article.index.row(name));
    let ends_in_district = || {
        let text = article.input.text.get(draft.span.range()).unwrap_or_default();
        let text = composed(text);
        DISTRICTS.iter().any(|word| text.ends_with(word))
    };
    row().is_some_and(|row| row.get("until") == UNTIL && row.get("level") == "district")
        || level == Level::District && ends_in_district()
}

/// Whether `cũ` follows: huyện Bình Liêu `cũ`, tỉnh Hà Nam `(cũ)`.
fn is_called_former(article: &Article<'_>, end: usize) -> bool {
    let rest = article.input.text.get(end..).unwrap_or_default();
    let mut begun = rest.bytes().skip_while(|byte| matches!(byte, b' ' | b'('));
    if begun.next().is_none_or(|byte| byte.is_ascii() && byte != b'c') {
        return false;
    }
    let rest = composed(rest.get(..reach::after(rest, FORMER)).unwrap_or_default());
    let after = rest.trim_start_matches([' ', '\u{A0}', '(']).strip_prefix("cũ");
    after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// The senses that hold at a day, if there are any: former units only where no other does.
fn at<'a>(index: &Index, senses: &[Row<'a>], day: Day) -> Vec<Row<'a>> {
    /// What is told of a unit at the day, the best first.
    #[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
    enum Rank {
        Holds,
        /// A unit of history whose end is known.
        Former,
        None,
    }
    let rank = |row: &Row<'_>| {
        let period = index.entry_of(*row).map(|entry| entry.period());
        let is_dated = || period.is_some_and(|it| matches!(it.until(), Edge::Within(..)));
        match period.is_none_or(|it| it.contains(day) != Some(false)) {
            true if !row.get("id").starts_with("vn/h/") => Rank::Holds,
            true if is_dated() => Rank::Former,
            _ => Rank::None,
        }
    };
    let ranks: Vec<Rank> = senses.iter().map(rank).collect();
    let best = ranks.iter().copied().min();
    let ranked = senses.iter().zip(ranks).filter(|(_, rank)| Some(*rank) == best);
    ranked.map(|(sense, _)| *sense).collect()
}

/// Of the senses of a name alone leaves the highest.
fn retain_highest(senses: &mut Vec<Row<'_>>) {
    const ORDER: [Level; 5] =
        [Level::City, Level::State, Level::Region, Level::District, Level::Commune];
    let has = |wanted: Level| senses.iter().any(|sense| Level::of_row(*sense) == wanted);
    if let Some(wanted) = ORDER.into_iter().find(|wanted| has(*wanted)) {
        senses.retain(|sense| Level::of_row(*sense) == wanted);
    }
}

/// A province that went on under its name and code is one, whatever joined it.
fn retain_newest(index: &Index, senses: &mut Vec<Row<'_>>) {
    let is_province = |row: Row<'_>| Level::of_row(row) == Level::Province;
    let all = senses.clone();
    senses.retain(|old| {
        !is_province(*old)
            || !all.iter().any(|new| {
                index.became(index.id_of(*old), index.id_of(*new))
                    && new.get("code") == old.get("code")
                    && new.name() == old.name()
            })
    });
}
