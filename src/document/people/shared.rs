//! Offices that several people hold together, told once before their names.
//!
//! ```text
//! offices = plural office [":" | "là" | "gồm"] person { ("," | "và") person }      các Phó Chủ tịch: Lê Văn An, Trần Văn Bình
//! plural  = "các" | "hai" | N | …, with "đồng chí", "nguyên"
//! ```

use super::offices::{Chain, Said};
use super::{People, between};
use crate::Kind;
use crate::gazetteer::Role;
use crate::text::fold::fold_name;
use crate::text::normalize::composed;

/// Bytes before an office that may tell that it is several people's.
const NEAR: usize = 40;

/// Words before an office that tell it, at most.
const WORDS: usize = 4;

/// How many people hold it.
const COUNTS: [&str; 6] = ["hai", "ba", "bốn", "năm", "sáu", "bảy"];

/// What stands between an office and the first of the names, besides nothing.
const MARKS: [&str; 4] = [":", "là", "gồm", "gồm:"];

impl Chain<'_, '_> {
    /// Gives the offices of several to each of those named after them.
    pub(super) fn share(&self, people: &People<'_>, said: &mut [Said]) {
        for place in 0..self.tops.len() {
            if self.kind(place) != Some(Kind::Position) || !self.is_of_several(place) {
                continue;
            }
            for at in self.holders(place) {
                let person = self.tops.get(at).and_then(|at| people.mentioned(*at));
                if let Some(said) = person.and_then(|person| said.get_mut(person)) {
                    self.say(place, said);
                }
            }
        }
    }

    /// The people named one after another after an office; none, if it is only one.
    fn holders(&self, place: usize) -> std::ops::Range<usize> {
        let text = |left: usize| {
            let text = between(self.article, self.span(left)?, self.span(left + 1)?);
            let is_person = self.kind(left + 1) == Some(Kind::Person) && text.len() < NEAR;
            is_person.then(|| composed(text).trim().to_owned())
        };
        let first = text(place).is_some_and(|text| {
            let rest = self.without_address(place, &text);
            rest.is_empty() || MARKS.contains(&rest)
        });
        let mut end = place + 1 + usize::from(first);
        while first
            && text(end - 1).is_some_and(|text| {
                matches!(self.without_address(end - 1, &text), "," | "và") && text.len() < 4
            })
        {
            end += 1;
        }
        if end - place > 2 { place + 1..end } else { 0..0 }
    }

    /// Whether the words before an office tell that several hold it.
    fn is_of_several(&self, place: usize) -> bool {
        let Some(span) = self.span(place) else { return false };
        let text = self.article.input.text.get(..span.start()).unwrap_or_default();
        let from = text.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
        let line = text.get(from..).and_then(|text| text.rsplit('\n').next()).unwrap_or_default();
        let line = composed(line);
        let words: Vec<&str> = line.split_whitespace().collect();
        let near = words.get(words.len().saturating_sub(WORDS)..).unwrap_or_default();
        let Some((last, before)) = near.split_last() else { return false };
        // `các nguyên Phó Thủ tướng`, `hai cựu Bộ trưởng`
        let near = if self.alters(last) { before } else { near };
        let is_count = |word: &str| {
            COUNTS.contains(&word)
                || word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
        };
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
