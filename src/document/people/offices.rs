//! What the article says that people are: ranks and offices beside their names.
//!
//! ```text
//! before = { office "," } office [address] person      Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Nguyễn Xuân Ký
//! after  = person [particulars] ("," | "-" | "(" | "là") office { "," office }
//! ```
//!
//! An office that a comma parts from a person, and nothing from the next one, is the next one's.

use super::links::Link;
use super::{Article, Draft, People, Reading, Recorder, between};
use crate::gazetteer::{Level, Role};
use crate::text::fold::fold_name;
use crate::text::normalize::composed;
use crate::value::{OfficeStatus, Text};
use crate::{Kind, Span};

/// Ranks and offices of a person.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) rank: Option<Text>,
    pub(super) positions: Vec<Text>,
    pub(super) former: Vec<OfficeStatus>,
    pub(super) acting: Vec<OfficeStatus>,
    /// The drafts of the ranks and offices.
    pub(super) held: Vec<usize>,
}

/// Adds to the drafts the offices and ranks that waited for the name after them, where a person of the article bears it: `Chủ tịch | Thơ`, `trung úy | Đại`.
pub(super) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let waiting =
        article.held.iter().filter(|draft| matches!(draft.kind, Kind::Position | Kind::Rank));
    let mut found: Vec<Draft> = Vec::new();
    for draft in waiting {
        let next = article.drafts.partition_point(|other| other.span.start() < draft.span.end());
        let is_held = article.drafts.get(next).is_some_and(|person| {
            person.kind == Kind::Person && {
                let text = between(article, draft.span, person.span);
                !text.is_empty() && text.chars().all(char::is_whitespace)
            }
        });
        let first = next.saturating_sub(4);
        let near = article.drafts.get(first..next).unwrap_or_default();
        let clashes = near.iter().any(|other| {
            let inside = draft.span.start() <= other.span.start()
                && other.span.end() <= draft.span.end()
                && other.span != draft.span
                && matches!(other.kind, Kind::Organization | Kind::Place);
            other.span.overlaps(draft.span) && !inside
        });
        if let Some(recorder) = recorder.as_deref_mut() {
            let rule = match draft.kind {
                Kind::Rank => super::ESTABLISHED,
                _ => "rule/position/before-person",
            };
            recorder.overrule(draft, rule, is_held && !clashes);
        }
        if is_held && !clashes {
            found.push(draft.clone());
        }
    }
    article.insert(found);
}

pub(super) struct Offices;

impl Offices {
    /// What the article says of each person.
    pub(super) fn read(article: &Article<'_>, people: &People<'_>) -> Vec<Said> {
        let mut said = vec![Said::default(); people.people.len()];
        let mut end = 0;
        // What lies in nothing.
        let mut tops = Vec::with_capacity(article.drafts.len());
        for (at, draft) in article.drafts.iter().enumerate() {
            if draft.span.start() >= end {
                tops.push(at);
            }
            end = end.max(draft.span.end());
        }
        let chain = Chain { article, tops: &tops };
        for (place, at) in tops.iter().enumerate() {
            let said = people.mentioned(*at).and_then(|person| said.get_mut(person));
            let Some(said) = said else { continue };
            chain.before(place, said);
            chain.after(place, said);
        }
        chain.share(people, &mut said);
        chain.taken(people, &mut said);
        said
    }
}

/// The outermost drafts of an article, in order.
pub(super) struct Chain<'c, 'a> {
    pub(super) article: &'c Article<'a>,
    pub(super) tops: &'c [usize],
}

/// How many times as long as composed a decomposed text may be.
const DECOMPOSED: usize = 3;

impl Chain<'_, '_> {
    pub(super) fn kind(&self, place: usize) -> Option<Kind> {
        Some(self.article.drafts.get(*self.tops.get(place)?)?.kind)
    }

    pub(super) fn span(&self, place: usize) -> Option<Span> {
        Some(self.article.drafts.get(*self.tops.get(place)?)?.span)
    }

    pub(super) fn is_office(&self, place: usize) -> bool {
        matches!(self.kind(place), Some(Kind::Rank | Kind::Position))
    }

    /// The rule of an office.
    pub(super) fn rule(&self, place: usize) -> Option<&'static str> {
        let draft = self.article.drafts.get(*self.tops.get(place)?)?;
        Some(draft.rule).filter(|_| draft.kind == Kind::Position)
    }

    /// The offices before a person.
    fn before(&self, place: usize, said: &mut Said) {
        let mut first = place;
        while let Some(before) =
            first.checked_sub(1).filter(|before| place - before <= 6 && self.is_office(*before))
        {
            match self.link(before) {
                Some(Link::Close) => first = before,
                Some(Link::Marked)
                    if first < place
                        || self.kind(before) == Some(Kind::Rank)
                        || self.rule(before) == Some("rule/position/before-person") =>
                {
                    first = before
                }
                _ => break,
            }
        }
        // After another person and a comma, only what nothing parts from this one.
        let others = first.checked_sub(1).filter(|_| first < place);
        let others = others.filter(|other| self.kind(*other) == Some(Kind::Person));
        let is_others = |other: usize| {
            // `Thủ tướng Lê Văn An, Trưởng ban | và Phó Thủ tướng Trần Văn Bình`: of either.
            let yields = || self.yields(other) && !(first..place).any(|at| self.is_and(at));
            self.link(other) == Some(Link::Marked) && !yields()
                || self.after_particulars(other) == Some(first)
        };
        let is_marked = |at: usize| self.link(at) == Some(Link::Marked);
        let last = (first..place).rfind(|at| is_marked(*at));
        if let Some(last) = last
            && (others.is_some_and(is_others) || self.is_vacant(first))
        {
            first = last + 1;
        }
        first = self.own(self.of_one_state(first, place), place);
        for at in first..place {
            self.say(at, said);
        }
    }

    /// The first of the offices before a person that is his own: not that of the one for whom or at whose wish he acts, `thừa ủy quyền của | Thủ tướng, | Bộ trưởng Bộ Tài chính Lê Văn An | trình bày`,
    /// `Theo đề nghị của | Giám đốc Sở, | ông Lê Văn An đã …`; but all where the one who acts is named after: `thừa ủy quyền của | Tổng Bí thư, | Chủ tịch nước Lê Văn An, ông …`.
    fn own(&self, first: usize, person: usize) -> usize {
        const ACTING_FOR: [&str; 7] = [
            "ủy quyền của",
            "uỷ quyền của",
            "ủy quyền",
            "uỷ quyền",
            "ủy nhiệm của",
            "thay mặt",
            "thừa lệnh",
        ];
        /// How a sentence begins that tells first at whose wish something is done.
        const BEGINNING: [&str; 6] =
            ["theo ", "được ", "thực hiện ", "nhận lời ", "căn cứ ", "nhân dịp "];
        /// More bytes than any of these has.
        const LONGEST: usize = 60;
        let (Some(office), Some(name)) = (self.span(first), self.span(person)) else {
            return first;
        };
        // The offices of the other, of whom one may have two.
        let mut own = first;
        while own < person && self.is_and(own) {
            own += 1;
        }
        if own >= person || self.link(own) != Some(Link::Marked) || self.is_and(own) {
            return first;
        }
        let text = self.article.input.text;
        let (before, after) = (text.get(..office.start()), text.get(name.end()..));
        let before = before.unwrap_or_default();
        let from = (before.len().saturating_sub(LONGEST)..).find(|at| before.is_char_boundary(*at));
        let before = composed(before.get(from.unwrap_or_default()..).unwrap_or_default());
        let before = fold_name(before.trim_end());
        let after = after.unwrap_or_default().trim_start();
        let is_apposed = after.starts_with(['-', '('])
            || after.starts_with(',') && !self.has_office_after(person);
        let sentence = before.rsplit(['.', '\n', ';', '“', '"', ':']).next().unwrap_or_default();
        let sentence = sentence.trim_start();
        // `Theo lời mời của Tổng Bí thư, Chủ tịch nước Lê Văn An`: both are his.
        let only_ranks = (own + 1..person).all(|at| self.kind(at) == Some(Kind::Rank));
        let begins = only_ranks
            && sentence.ends_with(" của")
            && BEGINNING.iter().any(|words| sentence.starts_with(words));
        let told = ACTING_FOR.iter().any(|words| before.ends_with(words)) || begins;
        if told && !is_apposed { own + 1 } else { first }
    }

    /// The first of the offices before a person after those of another state, whose holders are not named: `Phó Thủ tướng Thái Lan, | Thủ tướng Singapore Goh Chok Tong`.
    fn of_one_state(&self, first: usize, person: usize) -> usize {
        if first + 1 >= person {
            return first;
        }
        let states = (first..person).rev().filter_map(|at| Some((at, self.state(at)?)));
        let mut own = None;
        for (at, state) in states {
            if own.is_some_and(|own| own != state) {
                return at + 1;
            }
            own = Some(state);
        }
        first
    }

    /// The state that an office ends with, if it names no other place and no body: `Thủ tướng | Thái Lan`.
    fn state(&self, place: usize) -> Option<&str> {
        let drafts = &self.article.drafts;
        let at = *self.tops.get(place)?;
        let next = self.tops.get(place + 1).copied().unwrap_or(drafts.len());
        let [named] = drafts.get(at + 1..next)? else { return None };
        let is_last = named.kind == Kind::Place && named.span.end() == self.span(place)?.end();
        let index = self.article.index;
        let names = index.look_up(&self.article.words(named.span));
        let rows = names.iter().filter(|name| name.role == Role::Place);
        let state = rows
            .filter_map(|name| index.row(name))
            .find(|row| Level::of_row(*row) == Level::Country);
        state.filter(|_| is_last).map(|row| row.name())
    }

    /// Whether a word for `and` joins an office to the next.
    fn is_and(&self, place: usize) -> bool {
        let (Some(left), Some(right)) = (self.span(place), self.span(place + 1)) else {
            return false;
        };
        self.is_office(place + 1) && composed(between(self.article, left, right)).trim() == "và"
    }

    /// Whether an office stands in apposition after a person.
    fn has_office_after(&self, person: usize) -> bool {
        self.kind(person + 1) == Some(Kind::Position) && self.link(person) == Some(Link::Marked)
    }

    /// The offices after a person.
    fn after(&self, place: usize, said: &mut Said) {
        /// Drafts from the first of them to the last, at most.
        const MOST: usize = 9;
        let Some(first) = self.first_after(place) else { return };
        let next = |last: &usize| self.next_office(*last).filter(|next| *next < first + MOST);
        let mut offices: Vec<usize> = std::iter::successors(Some(first), next).collect();
        let last = offices.last().copied().unwrap_or(first);
        // What stands close before another person is that one's.
        let is_anothers = self.kind(last + 1) == Some(Kind::Person)
            && matches!(self.link(last), Some(Link::Close));
        if is_anothers && last + 1 == first + offices.len() && self.yields(place) {
            return;
        }
        if is_anothers {
            offices.pop();
        }
        offices.into_iter().for_each(|at| self.say(at, said));
    }

    /// Whether a person's own office stands before his name, so that those after a comma are the next one's: `Chủ tịch nước Lê Văn An, | Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao Trần Văn Bình`.
    fn yields(&self, person: usize) -> bool {
        self.is_titled(person)
            && self.kind(person + 1) == Some(Kind::Position)
            && self.text_after(person).as_deref() == Some(",")
    }

    /// Whether an office stands right before a name.
    fn is_titled(&self, person: usize) -> bool {
        let own = person.checked_sub(1).filter(|own| self.kind(*own) == Some(Kind::Position));
        own.is_some_and(|own| self.link(own) == Some(Link::Close))
    }

    /// The first office after a person, if it is told of him.
    fn first_after(&self, place: usize) -> Option<usize> {
        let (person, next) = (self.span(place)?, self.span(place + 1)?);
        // `Lê Văn An | Đại sứ Việt Nam tại Lào`: a caption without a comma.
        if self.rule(place + 1) == Some("rule/position/after-person")
            && self.link(place) == Some(Link::Close)
            && self.kind(place + 2) != Some(Kind::Person)
            && !self.is_titled(place)
        {
            return Some(place + 1);
        }
        if !self.is_office(place + 1) || !matches!(self.link(place), Some(Link::Marked)) {
            return self.after_particulars(place);
        }
        // `Lê Văn An và | nguyên Bí thư Tỉnh ủy Trần Văn Bình`: the next one's.
        let is_next = composed(between(self.article, person, next)).trim_start().starts_with("và ");
        (!is_next).then_some(place + 1)
    }

    pub(super) fn say(&self, place: usize, said: &mut Said) {
        let Some(at) = self.tops.get(place).copied() else { return };
        let Some(draft) = self.article.drafts.get(at) else { return };
        said.held.push(at);
        let text = self.article.words(draft.span);
        if draft.kind == Kind::Rank {
            let row = match draft.reading {
                Reading::Name(name) => self
                    .article
                    .index
                    .matcher
                    .name(name)
                    .and_then(|name| self.article.index.row(name)),
                _ => None,
            };
            said.rank.get_or_insert_with(|| {
                row.map_or_else(|| text.into_owned().into(), |row| row.kept_name())
            });
            return;
        }
        let known = |titles: &[OfficeStatus]| {
            titles.iter().any(|status| status.title.as_deref() == Some(&*text))
        };
        let (is_former, is_acting) = match draft.reading {
            Reading::Position(reading) => (reading.is_former, reading.is_acting),
            _ => (false, false),
        };
        let status = |former: bool| OfficeStatus {
            title: Some(text.to_string().into()),
            former,
            acting: !former,
        };
        if is_former && !known(&said.former) {
            said.former.push(status(true));
        } else if is_acting && !known(&said.acting) {
            said.acting.push(status(false));
        }
        if !said.positions.contains(&text) {
            said.positions.push(text.into_owned().into());
        }
    }
}

/// Whether a text takes more than so many bytes, once composed.
pub(super) fn is_longer(text: &str, bytes: usize) -> bool {
    text.len() > bytes && (text.len() > bytes * DECOMPOSED || composed(text).len() > bytes)
}
