//! Offices that several people hold together, told once before or after their names.
//!
//! ```text
//! offices = plural office [":" | "là" | "gồm"] person { ("," | "và") person }      các Phó Chủ tịch: Lê Văn An, Trần Văn Bình
//!         | plural person { ("," | "và") person } taking office                        các đồng chí Lê Văn An và Trần Văn Bình giữ chức Phó Bí thư
//! plural  = "các" | "hai" | N | …, with "đồng chí", "nguyên"
//! ```

use super::offices::{Chain, Said, is_longer};
use super::{People, between};
use crate::Kind;
use crate::document::reach;
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

/// What stands between an office and the first of the names, besides nothing.
const MARKS: [&str; 4] = [":", "là", "gồm", "gồm:"];

impl Chain<'_, '_> {
    /// Gives the offices of several to each of those named after them.
    pub(super) fn share(&self, people: &People<'_>, said: &mut [Said]) {
        let is_person = |place: usize| self.kind(place) == Some(Kind::Person);
        for place in 0..self.tops.len() {
            if self.kind(place) != Some(Kind::Position)
                || !(is_person(place + 1) && is_person(place + 2))
            {
                continue;
            }
            let holders = self.holders(place);
            if holders.len() < 2 || !self.is_of_several(place) {
                continue;
            }
            for at in holders {
                let person = self.tops.get(at).and_then(|at| people.mentioned(*at));
                if let Some(said) = person.and_then(|person| said.get_mut(person)) {
                    self.say(place, said);
                }
            }
        }
    }

    /// Gives an office that several take together to each of those named before it.
    pub(super) fn share_taken(&self, people: &People<'_>, said: &mut [Said]) {
        for place in 2..self.tops.len() {
            let last = place - 1;
            if self.rule(place) != Some("rule/position/taken")
                || !self.is_next(last)
                || self.gives(last, place)
                || self.is_parted(last)
            {
                continue;
            }
            let first = (1..last).rev().find(|at| !self.is_next(*at)).unwrap_or_default();
            if !self.are_several(first) {
                continue;
            }
            for at in first..last {
                let person = self.tops.get(at).and_then(|at| people.mentioned(*at));
                if let Some(said) = person.and_then(|person| said.get_mut(person)) {
                    self.say(place, said);
                }
            }
        }
    }

    /// Whether a person follows another after a comma or a word for `and`.
    fn is_next(&self, place: usize) -> bool {
        let Some(before) = place.checked_sub(1) else { return false };
        let is_person = |place: usize| self.kind(place) == Some(Kind::Person);
        let (Some(left), Some(right)) = (self.span(before), self.span(place)) else { return false };
        let text = between(self.article, left, right);
        if !is_person(before) || !is_person(place) || is_longer(text, FARTHEST) {
            return false;
        }
        let text = composed(text);
        matches!(self.without_address(before, text.trim()), "," | "và")
    }

    /// Whether the words before a name tell that several are named: `các đồng chí`, `hai ông`, `các đồng chí:`.
    fn are_several(&self, place: usize) -> bool {
        let Some(span) = self.span(place) else { return false };
        let text = self.article.input.text.get(..span.start()).unwrap_or_default();
        let near = text.get(reach::before(text, NEAR)..).unwrap_or_default();
        let line = composed(near.rsplit('\n').next().unwrap_or_default());
        let line = line.trim_end().trim_end_matches(':');
        let words: Vec<&str> = line.split_whitespace().collect();
        let near = words.get(words.len().saturating_sub(WORDS)..).unwrap_or_default();
        let index = self.article.index;
        let is_address =
            |words: &str| index.look_up(words).iter().any(|name| name.role == Role::Honorific);
        (0..near.len()).any(|at| {
            let (first, rest) = (near.get(at).copied().unwrap_or_default(), near.get(at + 1..));
            let rest = rest.unwrap_or_default().join(" ");
            self.is_plural(&format!("{first} {rest}"))
                || is_count(&fold_name(first)) && is_address(&rest)
        })
    }

    /// The people named one after another after an office.
    fn holders(&self, place: usize) -> std::ops::Range<usize> {
        let first = place + 1;
        let mut end = first;
        let is_next = |end: usize| {
            let (left, right) = (self.span(end - 1)?, self.span(end)?);
            let text = between(self.article, left, right);
            if self.kind(end) != Some(Kind::Person) || is_longer(text, FARTHEST) {
                return None;
            }
            let text = composed(text);
            let rest = self.without_address(end - 1, text.trim());
            let is_joint = match end == first {
                true => rest.is_empty() || MARKS.contains(&rest),
                false => matches!(rest, "," | "và"),
            };
            Some(is_joint)
        };
        while is_next(end) == Some(true) {
            end += 1;
        }
        first..end
    }

    /// Whether the words before an office tell that several hold it.
    fn is_of_several(&self, place: usize) -> bool {
        let Some(span) = self.span(place) else { return false };
        let text = self.article.input.text.get(..span.start()).unwrap_or_default();
        let near = text.get(reach::before(text, NEAR)..).unwrap_or_default();
        let line = composed(near.rsplit('\n').next().unwrap_or_default());
        let words: Vec<&str> = line.split_whitespace().collect();
        let near = words.get(words.len().saturating_sub(WORDS)..).unwrap_or_default();
        let Some((last, before)) = near.split_last() else { return false };
        // `các nguyên Phó Thủ tướng`, `hai cựu Bộ trưởng`
        let near = if self.alters(last) { before } else { near };
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

/// Whether a word counts people.
fn is_count(word: &str) -> bool {
    COUNTS.contains(&word) || word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}
