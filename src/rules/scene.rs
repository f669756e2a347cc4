//! What a rule sees: the tokens of a segment with the names found in them.

use crate::Kind;
use crate::gazetteer::{Index, Match, Name, Role, attribute, table::Row};
use crate::rules::person::name::Names;
use crate::text::foreign::is_foreign;
use crate::text::{Gap, Shape, Sym, Token, Words};

/// A segment with its tokens and the names found in it. Tokens are asked for by place; what lies outside is [`Token::EDGE`].
#[derive(Debug)]
pub(crate) struct Scene<'s> {
    pub(crate) text: &'s str,
    pub(crate) tokens: &'s [Token],
    pub(crate) index: &'s Index,
    pub(crate) matches: &'s [Match],
    /// Where the matches of each token begin in `matches`; one more than there are tokens.
    pub(crate) firsts: &'s [u32],
    /// The roles of the names that begin at each token: a set of [`Role::bit`].
    pub(crate) roles: &'s [u64],
    /// The roles of the names that end before each token, and before the end.
    pub(crate) ended: &'s [u64],
    /// The names of people that were read so far.
    pub(crate) names: &'s Names,
}

impl<'s> Scene<'s> {
    /// The token at a place; [`Token::EDGE`] before the first and after the last.
    pub(crate) fn token(&self, at: usize) -> &'s Token {
        self.tokens.get(at).unwrap_or(&Token::EDGE)
    }

    /// The token before a place.
    pub(crate) fn before(&self, at: usize) -> &'s Token {
        self.token(at.wrapping_sub(1))
    }

    /// The text of a token, as written.
    pub(crate) fn text(&self, at: usize) -> &'s str {
        self.text_of(at, at.saturating_add(1))
    }

    /// The text from one token to before another, as written.
    pub(crate) fn text_of(&self, start: usize, end: usize) -> &'s str {
        match (self.tokens.get(start), end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => {
                self.text.get(first.start as usize..last.end as usize).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// Whether the word at a place is no syllable of the language.
    #[inline]
    pub(crate) fn is_foreign(&self, at: usize) -> bool {
        match self.token(at).sym {
            Sym::UNKNOWN => self.is_foreign_text(at),
            sym => self.index.lexicon.is_foreign(sym),
        }
    }

    fn is_foreign_text(&self, at: usize) -> bool {
        is_foreign(self.text(at))
    }

    /// The value of a number token of up to nine digits.
    #[inline]
    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        self.number_of(at, 9)
    }

    /// The value of a number token of up to so many digits, which are nine at most.
    #[inline]
    pub(crate) fn number_of(&self, at: usize, digits: u32) -> Option<u32> {
        let token = self.token(at);
        let fits = token.shape == Shape::Number && token.end - token.start <= digits;
        fits.then(|| value(self.text(at)))
    }

    /// Whether a Roman number stands at a token, of one letter too: `V`, `XIV`.
    pub(crate) fn is_roman(&self, at: usize) -> bool {
        let text = self.text(at);
        self.token(at).is_capital()
            && text.len() <= 4
            && text.bytes().all(|letter| b"IVX".contains(&letter))
    }

    /// Whether the token at a place is this word, in any case.
    pub(crate) fn is(&self, at: usize, word: Sym) -> bool {
        self.token(at).sym == word
    }

    /// Whether the token at a place is one of these words, in any case.
    pub(crate) fn is_any(&self, at: usize, words: &[Sym]) -> bool {
        words.contains(&self.token(at).sym)
    }

    /// Whether the token at a place is one of a set of words, in any case.
    pub(crate) fn is_in(&self, at: usize, words: &Words) -> bool {
        words.has(self.token(at).sym)
    }

    /// Whether the token at a place is this punctuation character, in any of its forms.
    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_mark(mark)
    }

    /// Whether these words follow one another from a place on, on one line.
    pub(crate) fn starts(&self, at: usize, words: &[Sym]) -> bool {
        words.iter().enumerate().all(|(index, word)| {
            self.is(at + index, *word) && (index == 0 || self.is_joined(at + index))
        })
    }

    /// Whether a token goes on from the one before it without a line break.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        self.token(at).gap != Gap::Line
    }

    /// Whether a token touches the one before it.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        self.token(at).gap == Gap::None
    }

    /// Whether a mark stands at a token with a number behind it, without spaces: the `/10` of `DK1/10`.
    pub(crate) fn goes_on_by(&self, at: usize, mark: char) -> bool {
        self.is_mark(at, mark)
            && self.is_glued(at)
            && self.token(at + 1).shape == Shape::Number
            && self.is_glued(at + 1)
    }

    /// Whether a sentence, a line or a quotation begins at a token, so that its capital says nothing.
    pub(crate) fn is_sentence_start(&self, at: usize) -> bool {
        if !self.is_joined(at) {
            return true;
        }
        let before = self.before(at);
        match before.shape {
            Shape::Edge => true,
            Shape::Punctuation => {
                ['.', '!', '?', '…', ':', ';', '"', '-', '*', '•', '(', '/']
                    .iter()
                    .any(|mark| before.is_mark(*mark))
                    && !(before.is_mark('-') && self.is_glued(at))
                    && !(before.is_mark('/') && self.is_glued(at))
            }
            _ => false,
        }
    }

    /// The names that begin at a token, shorter names first, but for those of roles that are [asked for](Role::is_asked).
    pub(crate) fn matches(&self, at: usize) -> &'s [Match] {
        let first = self.firsts.get(at).copied().unwrap_or_default() as usize;
        // The place before the first token has none.
        let last = self.firsts.get(at.wrapping_add(1)).copied().unwrap_or_default() as usize;
        self.matches.get(first..last).unwrap_or_default()
    }

    /// Whether a name of one of these roles, none of which is [asked for](Role::is_asked), begins at a token: a set of [`Role::bit`].
    #[inline]
    pub(crate) fn has(&self, at: usize, roles: u64) -> bool {
        self.roles.get(at).is_some_and(|begun| begun & roles != 0)
    }

    /// Whether a name of one of these roles, none of which is [asked for](Role::is_asked), ends before a token: a set of [`Role::bit`].
    #[inline]
    pub(crate) fn ends(&self, at: usize, roles: u64) -> bool {
        self.ended.get(at).is_some_and(|ended| ended & roles != 0)
    }

    /// The matches of a role that begin at a token, shorter names first.
    pub(crate) fn matches_of(
        &self,
        at: usize,
        role: Role,
    ) -> impl DoubleEndedIterator<Item = &'s Match> {
        let matches = if self.has(at, role.bit()) { self.matches(at) } else { &[] };
        matches.iter().filter(move |found| found.role == role)
    }

    /// The names of a role that is [asked for](Role::is_asked) that begin at a token, each with the token after its last, shorter names first.
    pub(crate) fn asked(&self, at: usize, role: Role) -> impl Iterator<Item = (usize, &'s Name)> {
        debug_assert!(role.is_asked(), "{role:?} is found");
        self.index.matcher.ask(self.text, self.tokens, at, role)
    }

    /// The names of a role that begin at a token, each with the token after its last, shorter names first.
    pub(crate) fn named(
        &self,
        at: usize,
        role: Role,
    ) -> impl DoubleEndedIterator<Item = (usize, &'s Name)> {
        debug_assert!(!role.is_asked(), "{role:?} is asked for");
        let index = self.index;
        self.matches_of(at, role)
            .filter_map(move |found| Some((found.end as usize, index.matcher.name(found.name)?)))
    }

    /// The longest name of a role that begins at a token. Of most roles none does.
    #[inline]
    pub(crate) fn longest(&self, at: usize, role: Role) -> Option<(usize, &'s Name)> {
        match role.is_asked() {
            true => self.longest_asked(at, role),
            false if self.has(at, role.bit()) => self.longest_found(at, role),
            false => None,
        }
    }

    #[inline(never)]
    fn longest_asked(&self, at: usize, role: Role) -> Option<(usize, &'s Name)> {
        self.asked(at, role).last()
    }

    #[inline(never)]
    fn longest_found(&self, at: usize, role: Role) -> Option<(usize, &'s Name)> {
        self.named(at, role).next_back()
    }

    /// Whether a name of a role stretches exactly over these tokens.
    #[inline]
    pub(crate) fn is_named(&self, start: usize, end: usize, role: Role) -> bool {
        if role.is_asked() {
            return self.index.matcher.is_asked(self.text, self.tokens, (start, end), role);
        }
        self.ends(end, role.bit()) && self.has(start, role.bit()) && self.spans(start, end, role)
    }

    fn spans(&self, start: usize, end: usize, role: Role) -> bool {
        let mut matches = self.matches(start).iter();
        matches.any(|found| found.role == role && found.end as usize == end)
    }

    /// Whether a list says that these tokens are a name of this kind only where the context agrees.
    pub(crate) fn is_ambiguous(&self, start: usize, end: usize, kind: Kind) -> bool {
        let flag = attribute::of_kind(kind);
        self.named(start, Role::Ambiguous)
            .any(|(stop, name)| stop == end && name.attributes & flag != 0)
    }

    /// The ends of the listed strings at a token that look like names of this kind and are none.
    pub(crate) fn blocked(&self, at: usize, kind: Kind) -> impl Iterator<Item = usize> {
        let blocked = self.named(at, Role::Blocked);
        blocked
            .filter(move |(_, name)| name.attributes & attribute::of_kind(kind) != 0)
            .map(|(end, _)| end)
    }

    /// The row of a name.
    pub(crate) fn row(&self, name: &Name) -> Option<Row<'s>> {
        self.index.row(name)
    }
}

/// The value of the digits of a number token.
fn value(digits: &str) -> u32 {
    // OK because number tokens are of digits alone.
    digits.bytes().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'))
}
