//! What stands between an office and the next thing of its chain.

use std::borrow::Cow;

use super::offices::{Chain, is_longer};
use super::{Reading, between};
use crate::Kind;
use crate::document::reach;
use crate::gazetteer::Role;
use crate::text::normalize::composed;

/// How far an office may stand from the next thing of its chain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Link {
    /// Nothing but space, or a form of address.
    Close,
    /// A comma, a dash, a bracket.
    Marked,
}

/// Bytes between an office and the next thing of its chain, at most.
const FARTHEST: usize = 90;

/// Words of a form of address at most, with what stands before it.
const WORDS: usize = 8;

/// What joins someone to one of his offices, or an office to the next.
const MARKS: [&str; 12] =
    [",", "-", "–", "(", ", là", "là", ":", "và", "hiện là", "giữ chức", ", hiện là", "làm"];

/// What joins two offices as closely as nothing does.
const CLOSE_MARKS: [&str; 3] = ["kiêm", "-", "–"];

impl Chain<'_, '_> {
    /// How a draft is linked to the next; a word that alters the second may stand between them.
    pub(super) fn link(&self, place: usize) -> Option<Link> {
        let (left, right) = (self.span(place)?, self.span(place + 1)?);
        let text = between(self.article, left, right);
        // Most offices and names stand side by side.
        if text == " " {
            return Some(Link::Close);
        }
        if is_longer(text, FARTHEST) || text.contains('\n') && text.contains("\n\n") {
            return None;
        }
        // Decomposed text and what hides in words say the same.
        let text = self.article.composed(left.end()..right.start());
        let text = text.trim();
        if self.kind(place + 1) != Some(Kind::Person) {
            let is_told = self.kind(place) == Some(Kind::Person) && self.continues(text);
            if is_told && !self.names_time(place) {
                return Some(Link::Marked);
            }
            // `Lê Văn An (nguyên | Bí thư Tỉnh ủy)`
            let last = text.rfind([' ', '(']).map_or(0, |at| at + 1);
            let (head, last) = text.split_at(last);
            // `Lê Văn An, nguyên: | Bí thư Tỉnh ủy`
            let last = last.trim_end_matches(':');
            let (whole, altered) = (self.mark(place, text), self.mark(place, head.trim_end()));
            // What would make no difference is not looked up, nor what is no word.
            let may_alter = whole != altered && last.starts_with(char::is_alphabetic);
            return if may_alter && self.alters(last) { altered } else { whole };
        }
        let text = self.without_address(place, text);
        if self.kind(place) == Some(Kind::Rank) && self.is_branch(text) {
            return Some(Link::Close);
        }
        self.mark(place, text)
    }

    /// What a text says that follows a draft and is neither a form of address nor a word that alters.
    fn mark(&self, place: usize, text: &str) -> Option<Link> {
        if text.is_empty() || CLOSE_MARKS.contains(&text) && self.is_office(place) {
            return Some(Link::Close);
        }
        MARKS.contains(&text).then_some(Link::Marked)
    }

    /// Whether a mark and words between a name and its office stand there: `, hiện nay là`.
    fn continues(&self, text: &str) -> bool {
        let Some(words) = text.strip_prefix([',', '-', '–', '(']).map(str::trim_start) else {
            return false;
        };
        let index = self.article.index;
        let names = index.look_up(words);
        let rows = names.iter().filter(|name| name.role == Role::Modifier);
        rows.filter_map(|name| index.row(name)).any(|row| row.get("place") == "continues")
    }

    /// Whether a person is named for the time of his rule, so that what goes on is told of another: `…, cố vấn dưới thời | Obama, nay là Chủ tịch …`.
    fn names_time(&self, place: usize) -> bool {
        /// Letters before the name that are read.
        const NEAR: usize = 8;
        self.near(place, NEAR).is_some_and(|before| before.trim_end().ends_with("thời"))
    }

    /// So many letters before a draft, composed.
    pub(super) fn near(&self, place: usize, letters: usize) -> Option<Cow<'_, str>> {
        let text = self.article.input.text.get(..self.span(place)?.start())?;
        Some(composed(text.get(reach::before(text, letters)..)?))
    }

    /// Text between a draft and the person after it without the form of address at its end; all of it where the rest is surely no mark.
    pub(super) fn without_address<'t>(&self, place: usize, text: &'t str) -> &'t str {
        let draft = self.tops.get(place + 1).and_then(|at| self.article.drafts.get(*at));
        let Some(Reading::Person(reading)) = draft.map(|draft| &draft.reading) else { return text };
        let Some(address) = reading.address.filter(|_| !text.is_empty()) else { return text };
        let index = self.article.index;
        let is_address = |at: usize| {
            let tail = text.get(at..).unwrap_or_default();
            index.look_up(tail).iter().any(|name| name.role == Role::Honorific)
        };
        // Most forms of address are written as the list has them.
        let listed = index.matcher.name(address).filter(|name| name.role == Role::Honorific);
        let listed = listed.and_then(|name| index.row(name));
        if listed.is_some_and(|row| row.name() == text) || is_address(0) {
            return "";
        }
        let is_rank = self.kind(place) == Some(Kind::Rank);
        let head = |at: usize| text.get(..at).unwrap_or_default();
        // The branch of a rank may be any words.
        let may_be_mark = |head: &str| {
            is_rank || CLOSE_MARKS.iter().chain(&MARKS).any(|mark| mark.starts_with(head))
        };
        let starts = text
            .char_indices()
            .skip(1)
            .filter(|(at, c)| head(*at).ends_with([' ', ',']) && c.is_alphabetic());
        // The longest form of address that the text ends in.
        starts
            .map(|(at, _)| at)
            .take(text.split_whitespace().take(WORDS).count() - 1)
            .take_while(|at| may_be_mark(head(*at).trim_end()))
            .find(|at| is_address(*at))
            .map_or(text, |at| head(at).trim_end())
    }

    /// Whether words are the branch of a rank: `Đại tá | Công an | Lê Văn An`.
    fn is_branch(&self, words: &str) -> bool {
        let index = self.article.index;
        !words.is_empty() && index.look_up(words).iter().any(|name| name.role == Role::Branch)
    }

    /// Whether a word alters an office: `nguyên`, `quyền`.
    pub(super) fn alters(&self, word: &str) -> bool {
        let index = self.article.index;
        let names = index.look_up(word);
        let row =
            names.iter().find(|name| name.role == Role::Modifier).and_then(|name| index.row(name));
        row.is_some_and(|row| {
            matches!(row.get("effect"), "former" | "acting" | "current" | "new" | "late")
        })
    }
}
