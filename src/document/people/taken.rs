//! Offices that people take, hold or leave, as the sentence says: by whom it is said, or to whom they are given.
//!
//! ```text
//! taken  = person … office                                       Lê Văn An được bầu làm | Chủ tịch UBND tỉnh
//!        | office [date] { joint office [date] } "đối với" person   miễn nhiệm | Chủ tịch UBND tỉnh nhiệm kỳ 2021-2026 đối với ông Lê Văn An
//!        | office "," person                                      Trên cương vị | Chủ tịch nước, ông Lê Văn An
//! ```

use memchr::memmem;

use super::links::Link;
use super::offices::{Chain, Said, is_longer};
use super::{People, Reading, between};
use crate::document::words::Map;
use crate::rules::position::GOING_ON;
use crate::text::fold::fold_name;
use crate::text::normalize::composed;
use crate::{Kind, Span};

/// Bytes of the sentence between a person and the office that he takes, at most.
const SENTENCE: usize = 300;

impl Chain<'_, '_> {
    /// The offices that someone takes, holds or leaves in the sentence: the last person named before them in it, else the next after a comma.
    pub(super) fn taken(&self, people: &People<'_>, said: &mut [Said]) {
        let is_told = |rule| matches!(rule, "rule/position/taken" | "rule/position/coordinated");
        if !(0..self.tops.len()).any(|place| self.rule(place).is_some_and(is_told)) {
            return;
        }
        let mut last: Option<(usize, usize)> = None;
        // Of two who hold one office, the first.
        let mut holders: Map<usize, usize> = Map::default();
        for (person, said) in said.iter().enumerate().rev() {
            holders.extend(said.held.iter().map(|at| (*at, person)));
        }
        for place in 0..self.tops.len() {
            let Some(rule) = self.rule(place) else { continue };
            let at = self.tops.get(place).copied().unwrap_or_default();
            let held = holders.get(&at).copied();
            let person = match (held, rule) {
                (Some(person), _) => Some(person),
                (None, "rule/position/taken") => self.taker(place, people),
                (None, "rule/position/coordinated") => {
                    // `Phó Chủ tịch UBND tỉnh | nhiệm kỳ 2016-2021, | Bí thư Huyện ủy`
                    let is_date = |at: usize| self.kind(at) == Some(Kind::Date);
                    last.filter(|(before, _)| (before + 1..place).all(is_date))
                        .map(|(_, person)| person)
                }
                _ => None,
            };
            let Some(person) = person else { continue };
            last = Some((place, person));
            if held.is_none()
                && let Some(said) = said.get_mut(person)
            {
                self.say(place, said);
            }
        }
        self.share_taken(people, said);
    }

    /// Who takes, holds or leaves an office.
    fn taker(&self, place: usize, people: &People<'_>) -> Option<usize> {
        const FARTHEST: usize = 8;
        let of = |place: usize| people.mentioned(*self.tops.get(place)?);
        if let Some(given) = self.given(place) {
            return people.mentioned(*self.tops.get(given)?);
        }
        if self.is_vacant(place) {
            return None;
        }
        for back in 1..=FARTHEST.min(place) {
            if self.is_parted(place - back) {
                break;
            }
            if let Some(person) = of(place - back) {
                let is_his = !self.gives(place - back, place) && !self.is_of_others(place);
                return is_his.then_some(person);
            }
        }
        // `Trên cương vị Chủ tịch nước, ông Bình`
        let next = of(place + 1).filter(|_| !self.is_parted(place));
        next.filter(|_| self.link(place) == Some(Link::Marked))
    }

    /// Whether a draft and the next stand in different sentences or clauses.
    pub(super) fn is_parted(&self, left: usize) -> bool {
        let text = match (self.span(left), self.span(left + 1)) {
            (Some(left), Some(right)) => between(self.article, left, right),
            _ => return true,
        };
        // `Lê Văn An từng là Trưởng phòng; | được bổ nhiệm làm Giám đốc`: the same person.
        let text = match text.rsplit_once(';') {
            Some((before, clause)) if goes_on(clause) => [before, clause],
            _ => [text, ""],
        };
        let parts = |text: &&str| {
            text.contains(['\n', ';', '|', '!', '?'])
                || text.contains(". ")
                || is_longer(text, SENTENCE)
        };
        text.iter().any(parts)
    }

    /// The place of the person whom words after an office name as the one it is about: `miễn nhiệm chức Chủ tịch UBND tỉnh nhiệm kỳ 2021-2026 | đối với ông Lê Văn An`.
    fn given(&self, place: usize) -> Option<usize> {
        /// Dates after the office at most.
        const DATES: usize = 2;
        /// Offices that are taken away together at most, beside the first.
        const OFFICES: usize = 2;
        /// Ranks and offices before the name at most.
        const TITLES: usize = 3;
        let dated = |office: usize| {
            let is_date = |at: &usize| *at == office || self.kind(*at) == Some(Kind::Date);
            (office..=office + DATES).take_while(is_date).last()
        };
        // The last of the offices that are taken away together: `Chủ tịch UBND tỉnh nhiệm kỳ 2016-2021 và xóa tư cách | Phó Chủ tịch UBND tỉnh`.
        let mut last = dated(place)?;
        for _ in 0..OFFICES {
            let joined = self.kind(last + 1) == Some(Kind::Position) && self.is_left(place) && {
                let text = composed(between(self.article, self.span(last)?, self.span(last + 1)?));
                let text = text.trim();
                let rest = text.strip_prefix(',').or_else(|| text.strip_prefix("và"));
                // `miễn nhiệm Chủ tịch UBND tỉnh và bầu | Phó Chủ tịch UBND tỉnh`: another's.
                rest.is_some_and(|rest| rest.is_empty() || self.is_left(last + 1))
                    && !text.contains(['.', ';', '\n'])
            };
            if !joined {
                break;
            }
            last = dated(last + 1)?;
        }
        let text = composed(between(self.article, self.span(last)?, self.span(last + 1)?));
        let text = text.trim().trim_start_matches([',', ' ']);
        let address = match text.rsplit_once("đối với") {
            // `cách chức Bí thư và có hình thức kỷ luật | đối với ông Lê Văn An`
            Some((told, _)) if told.trim_end_matches([',', ' ']).contains(',') => return None,
            Some((told, _)) if told.starts_with("và ") => return None,
            Some((_, address)) => address,
            // Who hands an office over to another leaves it himself.
            None if self.is_left(place) => text.strip_prefix("với ")?,
            // `được bầu giữ chức Chủ tịch UBND tỉnh | là ông Lê Văn An`
            None => ["cho ", "với ", "là "].iter().find_map(|word| text.strip_prefix(word))?,
        };
        let is_address = address.split_whitespace().count() <= 3
            && !text.contains(['.', ';', '!', '?', '\n'])
            && address.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '/');
        let named = (last + 1..=last + 1 + TITLES)
            .find(|at| !self.is_office(*at))
            .filter(|at| self.kind(*at) == Some(Kind::Person))?;
        let close = (last + 1..named).all(|at| self.link(at) == Some(Link::Close));
        (is_address && close).then_some(named)
    }

    /// Whether the words before an office tell that someone is still to be found for it: `cho đến khi kiện toàn chức danh | Chủ tịch UBND tỉnh`.
    pub(super) fn is_vacant(&self, place: usize) -> bool {
        /// Letters before the office that are read.
        const NEAR: usize = 30;
        const POSTS: [&str; 5] = ["chức danh", "chức vụ", "vị trí", "nhân sự", "người giữ chức"];
        /// Bytes of so many letters at most, and how `toàn` begins in whatever form: what is told of few offices is looked for before anything is composed.
        const BYTES: usize = 4 * NEAR;
        const VERB: &[u8] = b"to";
        let start = self.span(place).map_or(0, Span::start);
        let before = self.article.input.text.as_bytes().get(start.saturating_sub(BYTES)..start);
        if before.is_none_or(|before| memmem::find(before, VERB).is_none()) {
            return false;
        }
        let near = self.near(place, NEAR).map(|near| fold_name(near.trim_end()));
        near.is_some_and(|near| {
            let verb = POSTS.iter().find_map(|post| near.strip_suffix(post));
            verb.unwrap_or(&near).trim_end().ends_with("kiện toàn")
        })
    }

    /// Whether what a text says of an office is that its holder leaves it, or had it.
    fn is_left(&self, place: usize) -> bool {
        let draft = self.tops.get(place).and_then(|at| self.article.drafts.get(*at));
        match draft.map(|draft| &draft.reading) {
            Some(Reading::Position(reading)) => reading.is_former,
            _ => false,
        }
    }

    /// Whether a person gives or takes away an office rather than get it: `Thủ tướng Lê Văn An | phê chuẩn kết quả miễn nhiệm | Chủ tịch UBND tỉnh`; but not `Lê Văn An | được bổ nhiệm`.
    pub(super) fn gives(&self, person: usize, office: usize) -> bool {
        const GIVING: [&str; 9] = [
            "bổ nhiệm",
            "miễn nhiệm",
            "bãi nhiệm",
            "cách chức",
            "phê chuẩn",
            "chỉ định",
            "điều động",
            "phân công",
            " bầu ",
        ];
        const TAKING: [&str; 6] = ["được", "bị", "thôi ", "xin ", "nhận ", "để bầu"];
        let (Some(person), Some(office)) = (self.span(person), self.span(office)) else {
            return false;
        };
        let text = composed(between(self.article, person, office));
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        has(&GIVING) && !has(&TAKING)
    }
}

/// Whether a clause has no subject of its own: `; được bổ nhiệm làm`.
fn goes_on(clause: &str) -> bool {
    let clause = composed(clause);
    let verb = clause.trim_start().split(' ').next().unwrap_or_default();
    GOING_ON.contains(&verb)
}
