//! Offices that several people hold together, told once before or after their names.
//!
//! ```text
//! offices = plural office [":" | "là" | "gồm"] person { ("," | "và") person }      các Phó Chủ tịch: Lê Văn An, Trần Văn Bình
//!         | plural office ":" member { ("," | "và") member }                        các Phó Chủ nhiệm: Trung tướng Lê Văn An - Ủy viên Trung ương Đảng, Trung tướng Trần Văn Bình
//!         | plural office ":" told { ";" told }                                     các Ủy viên Bộ Chính trị: Lê Văn An, Bộ trưởng; Trần Văn Bình, Thứ trưởng
//!         | plural person { ("," | "và") person } taking office                        các đồng chí Lê Văn An và Trần Văn Bình giữ chức Phó Bí thư
//!         | address person [ "," offices ] "và" address person [ "," offices ] taking office     Ông Lê Văn An và ông Trần Văn Bình được bầu giữ chức Phó Chủ tịch
//! member  = titles person [ "-" office { "," office } ]                             titles as the first one has them
//! told    = titles person [ "," what he is ]
//! plural  = "các" | "hai" | N | …, with "đồng chí", "nguyên"
//! ```

use super::links::Link;
use super::offices::{Chain, Said, is_longer};
use super::{People, between};
use crate::Kind;
use crate::gazetteer::Role;
use crate::text::fold::fold_name;
use crate::text::normalize::composed;

/// Letters before an office that may tell that it is several people's.
const NEAR: usize = 40;

/// Bytes between an office and a name, or two names, at most.
const FARTHEST: usize = 40;

/// Words before an office that tell it, at most.
const WORDS: usize = 4;

/// How many people hold it.
const COUNTS: [&str; 6] = ["hai", "ba", "bốn", "năm", "sáu", "bảy"];

/// Ranks and offices before a name at most, and drafts that tell of him after it.
const TITLES: usize = 4;
const MOST: usize = 8;

/// What stands between an office and the first of the names, besides nothing.
const MARKS: [&str; 4] = [":", "là", "gồm", "gồm:"];

impl Chain<'_, '_> {
    /// Gives the offices of several to each of those named after them.
    pub(super) fn share(&self, people: &People<'_>, said: &mut [Said]) {
        for place in 0..self.tops.len() {
            if self.kind(place) != Some(Kind::Position) || !self.may_be_shared(place) {
                continue;
            }
            let holders = self.holders(place);
            if holders.len() < 2 || !self.is_of_several(place) {
                continue;
            }
            self.give(place, holders, people, said);
        }
    }

    /// Whether a colon or the names of two stand after an office.
    fn may_be_shared(&self, place: usize) -> bool {
        let is_person = |place: usize| self.kind(place) == Some(Kind::Person);
        is_person(place + 1) && is_person(place + 2) || {
            let ends = self.span(place).zip(self.span(place + 1));
            let text = ends.map(|(office, next)| between(self.article, office, next));
            text.is_some_and(|text| text.contains(':'))
        }
    }

    /// Gives an office that several take together to each of those named before it.
    pub(super) fn share_taken(&self, people: &People<'_>, said: &mut [Said]) {
        for place in 2..self.tops.len() {
            if self.rule(place) != Some("rule/position/taken") {
                continue;
            }
            if let Some(first) = self.first_of_two(place) {
                self.give(place, [first], people, said);
                continue;
            }
            let last = place - 1;
            if !self.is_next(last) || self.gives(last, place) || self.is_parted(last) {
                continue;
            }
            let first = (1..last).rev().find(|at| !self.is_next(*at)).unwrap_or_default();
            if !self.are_several(first) {
                continue;
            }
            self.give(place, first..last, people, said);
        }
    }

    /// The first of two whom a sentence begins with, each with a form of address and maybe his offices, and who take an office together: `Ông Lê Văn An, Giám đốc Sở Tài chính và ông Trần Văn Bình, Bí thư Huyện ủy được bầu giữ chức | Phó Chủ tịch`.
    fn first_of_two(&self, place: usize) -> Option<usize> {
        /// Offices of one of them at most.
        const OFFICES: usize = 3;
        const VERBS: [&str; 5] = ["được ", "đều ", "cùng ", "giữ chức", "trúng cử"];
        const ADDRESSES: [&str; 3] = ["ông", "bà", "đồng chí"];
        let named = |last: usize| {
            let person = (0..=OFFICES)
                .filter_map(|back| last.checked_sub(back))
                .find(|at| self.kind(*at) != Some(Kind::Position))?;
            // `Ông Lê Văn An làm | Bộ trưởng Bộ Y tế và ông …`: another clause.
            let is_apposed = |at: usize| {
                self.text_after(at).is_some_and(|text| text.starts_with([',', '-', '–']))
            };
            let is_linked =
                (person..last).all(|at| self.link(at) == Some(Link::Marked) && is_apposed(at));
            (is_linked && self.kind(person) == Some(Kind::Person)).then_some(person)
        };
        // `… giữ chức Chủ tịch HĐND tỉnh | và Chủ tịch UBND tỉnh`: each his own.
        if self.is_office(place + 1) && self.link(place) == Some(Link::Marked) {
            return None;
        }
        let text = self.text_after(place - 1)?;
        let text = text.trim_start_matches([',', ' ']);
        let second =
            named(place - 1).filter(|_| VERBS.iter().any(|verb| text.starts_with(verb)))?;
        let joint = self.text_after(second.checked_sub(1)?)?;
        let address = fold_name(joint.strip_prefix("và ")?);
        let first = named(second - 1).filter(|_| ADDRESSES.contains(&address.as_str()))?;
        let line = self.line_before(first);
        let clause = line.rsplit(". ").next().unwrap_or_default();
        let before = fold_name(clause.trim());
        let head = ADDRESSES.iter().find_map(|address| before.strip_suffix(address))?;
        let head = head.trim_end();
        let is_start = head.is_empty()
            || ["theo đó,", "cụ thể,", "kết quả,", " bầu", " bổ nhiệm"]
                .iter()
                .any(|word| head.ends_with(word));
        is_start.then_some(first)
    }

    /// Gives an office to each of some people.
    fn give(
        &self,
        office: usize,
        to: impl IntoIterator<Item = usize>,
        people: &People<'_>,
        said: &mut [Said],
    ) {
        for at in to {
            let person = self.tops.get(at).and_then(|at| people.mentioned(*at));
            if let Some(said) = person.and_then(|person| said.get_mut(person)) {
                self.say(office, said);
            }
        }
    }

    /// What stands between a person and what is named before, without a form of address; none if that is far.
    fn joint(&self, place: usize) -> Option<String> {
        let before = place.checked_sub(1).filter(|_| self.kind(place) == Some(Kind::Person))?;
        let text = between(self.article, self.span(before)?, self.span(place)?);
        if is_longer(text, FARTHEST) {
            return None;
        }
        Some(self.without_address(before, composed(text).trim()).to_owned())
    }

    /// Whether a person follows another after a comma or a word for `and`.
    fn is_next(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|before| self.kind(before));
        before == Some(Kind::Person) && matches!(self.joint(place).as_deref(), Some("," | "và"))
    }

    /// The line before a draft, as far as it may tell that several are named.
    fn line_before(&self, place: usize) -> String {
        let near = self.near(place, NEAR).unwrap_or_default();
        near.rsplit('\n').next().unwrap_or_default().to_owned()
    }

    /// Whether the words before a name tell that several are named: `các đồng chí`, `hai ông`, `các đồng chí:`.
    fn are_several(&self, place: usize) -> bool {
        let line = self.line_before(place);
        let words = last_words(line.trim_end().trim_end_matches(':'));
        let index = self.article.index;
        let is_address =
            |words: &str| index.look_up(words).iter().any(|name| name.role == Role::Honorific);
        (0..words.len()).any(|at| {
            let Some((first, rest)) = words.get(at..).and_then(<[_]>::split_first) else {
                return false;
            };
            let rest = rest.join(" ");
            self.is_plural(&format!("{first} {rest}"))
                || is_count(&fold_name(first)) && is_address(&rest)
        })
    }

    /// The people named one after another after an office.
    fn holders(&self, place: usize) -> Vec<usize> {
        let first = place + 1;
        if self.text_after(place).is_some_and(|text| text.starts_with(':')) {
            let members = self.members(first);
            return if members.len() > 1 { members } else { self.told(first) };
        }
        let opens = |joint: &String| joint.is_empty() || MARKS.contains(&joint.as_str());
        let mut end = first + usize::from(self.joint(first).as_ref().is_some_and(opens));
        while end > first && self.is_next(end) {
            end += 1;
        }
        (first..end).collect()
    }

    /// What stands between a draft and the next, composed and trimmed; none if that is far.
    pub(super) fn text_after(&self, place: usize) -> Option<String> {
        let text = between(self.article, self.span(place)?, self.span(place + 1)?);
        (!is_longer(text, FARTHEST)).then(|| composed(text).trim().to_owned())
    }

    /// The person whose ranks and offices begin at a draft, or who is named there.
    fn titled(&self, first: usize) -> Option<usize> {
        let end = (first..first + TITLES)
            .find(|at| !self.is_office(*at) || self.link(*at) != Some(Link::Close))?;
        (self.kind(end) == Some(Kind::Person)).then_some(end)
    }

    /// The people of a list after a colon, whose offices follow a dash, if any.
    fn members(&self, first: usize) -> Vec<usize> {
        let mut members: Vec<usize> = Vec::new();
        let mut at = first;
        while let Some(person) = self.titled(at) {
            // `các Phó Chủ tịch: Lê Văn An, | Giám đốc Sở Trần Văn Bình`: none of them.
            let alike = |one: &usize| first < *one && self.kind(first) == self.kind(at);
            if at < person && !members.first().is_none_or(alike) {
                break;
            }
            members.push(person);
            let mut last = person;
            let is_told = |at: usize, marks: &[&str]| {
                self.kind(at + 1) == Some(Kind::Position)
                    && self.link(at + 1) != Some(Link::Close)
                    && self.text_after(at).is_some_and(|text| marks.contains(&text.as_str()))
            };
            if is_told(last, &["-", "–"]) {
                last += 1;
                while is_told(last, &[","]) {
                    last += 1;
                }
            }
            let joint = match self.kind(last + 1) {
                Some(Kind::Person) => self.joint(last + 1).or_else(|| self.text_after(last)),
                _ => self.text_after(last),
            };
            if !matches!(joint.as_deref(), Some("," | "và")) {
                break;
            }
            at = last + 1;
        }
        members
    }

    /// The people of a list after a colon, of whom more is told up to the next semicolon.
    fn told(&self, first: usize) -> Vec<usize> {
        let mut told = Vec::new();
        let mut at = first;
        while let Some(person) = self.titled(at) {
            told.push(person);
            // The draft before the next semicolon.
            let ends = |at: &usize| {
                let text = self.text_after(*at);
                text.is_none_or(|text| text.contains([';', '\n', ':']) || text.contains(". "))
            };
            let Some(last) = (person..person + MOST).find(ends) else { break };
            let alone = (person + 1..=last).all(|at| self.kind(at) != Some(Kind::Person));
            if !alone || self.text_after(last).as_deref() != Some(";") {
                break;
            }
            at = last + 1;
        }
        told
    }

    /// Whether the words before an office tell that several hold it.
    fn is_of_several(&self, place: usize) -> bool {
        let line = self.line_before(place);
        let near = last_words(&line);
        let Some((last, before)) = near.split_last() else { return false };
        // `các nguyên Phó Thủ tướng`, `hai cựu Bộ trưởng`
        let near = if self.alters(last) { before } else { &near };
        near.last().is_some_and(|word| is_count(&fold_name(word)))
            || (0..near.len())
                .any(|at| self.is_plural(&near.get(at..).unwrap_or_default().join(" ")))
    }

    /// Whether words make the title after them several: `các`, `các đồng chí`.
    fn is_plural(&self, words: &str) -> bool {
        let index = self.article.index;
        let names = index.look_up(words);
        let rows = names.iter().filter(|name| name.role == Role::Modifier);
        rows.filter_map(|name| index.row(name)).any(|row| row.get("place") == "plural")
    }
}

/// The last words of a line, as many as are read.
fn last_words(line: &str) -> Vec<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.get(words.len().saturating_sub(WORDS)..).unwrap_or_default().to_vec()
}

/// Whether a word counts people.
fn is_count(word: &str) -> bool {
    COUNTS.contains(&word) || word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}
