//! One name, one reading: what the rules read of a name in one place of the article gives way to what they read of it everywhere else.
//!
//! 1. Of a name that is a person's in one place and a place's in most others, or the other way round, the rest follows the many ([`PERSON`], [`PLACE`]).
//! 2. A body that breaks off in the name of a person of the article ends before it: `UBND TP Hồ Chí Minh | Lê Thanh Liêm` ([`PERSON`]).
//! 3. A body that the article names in more words elsewhere, and here as well, has all of them: `UBND | TPHCM` ([`ORGANIZATION`]).

mod glance;

use std::borrow::Cow;

use super::words::{Map, Set};
use super::{Article, Draft, Reading, Recorder};
use crate::candidate::Strength;
use crate::gazetteer::Level;
use crate::text::normalize::{Normalized, is_mark, is_regular, spaced};
use crate::{Kind, Span};
use glance::Glance;

const PERSON: &str = "rule/person/agreed";
const PLACE: &str = "rule/place/agreed";
const ORGANIZATION: &str = "rule/organization/agreed";

/// The ids of the rules by which names agree.
pub(super) const RULES: &[&str] = &[PERSON, PLACE, ORGANIZATION];

/// So many mentions make a majority.
const MANY: usize = 3;

/// A word that makes the name of a country that of its language, composed and decomposed.
const LANGUAGE: [&str; 2] = ["tiếng", "tie\u{302}\u{301}ng"];

/// So many drafts before a place are looked at.
const MOST: usize = 16;

/// So many longer names of a body are tried.
const MOST_LONGER: usize = 6;

/// So many people whose names begin alike are tried.
const MOST_PEOPLE: usize = 64;

/// Bytes that a name goes on for at most.
const LONGEST: usize = 120;

/// A change of a draft.
enum Change {
    /// It is of another kind.
    Becomes(Kind, Reading, &'static str),
    /// It ends elsewhere; what was read of it is what it is without the rest.
    Ends(usize, &'static str),
    /// It goes on as far as another, which says the same.
    Grows(usize, Reading),
    /// It is nothing.
    Goes(&'static str),
}

/// Makes the readings of a name agree.
pub(super) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let glance = Glance::at(article);
    if glance.is_idle() {
        return;
    }
    let names = Names::read(article, &glance);
    let mut changes = if glance.has_both { names.majorities(article) } else { Vec::new() };
    let (cut, mut new) = names.broken(article, &glance.before_people);
    changes.extend(cut);
    let (grown, inner) = names.longer(article, &glance.cut_short);
    changes.extend(grown);
    new.extend(inner);
    if changes.is_empty() {
        return;
    }
    let mut gone = Set::default();
    let mut changed = Set::default();
    for (at, change) in changes {
        // The first change of a draft is the only one.
        if changed.insert(at) {
            if matches!(change, Change::Goes(_)) {
                gone.insert(at);
            }
            apply(article, at, change, recorder.as_deref_mut());
        }
    }
    let mut at = 0;
    article.drafts.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
    for draft in &new {
        if let Some(recorder) = recorder.as_deref_mut().filter(|_| !draft.rule.is_empty()) {
            recorder.overrule(draft, draft.rule, true);
        }
    }
    article.drafts.append(&mut new);
    article.sort();
}

/// Whether a place is followed by the place that it lies in: `Lê Chân, Hải Phòng`.
fn is_chained(article: &Article<'_>, at: usize) -> bool {
    let place = |at: usize| article.drafts.get(at).filter(|draft| draft.kind == Kind::Place);
    let (Some(inner), Some(outer)) = (place(at), place(at + 1)) else { return false };
    article.input.text.get(inner.span.end()..outer.span.start()) == Some(", ")
}

fn apply(article: &mut Article<'_>, at: usize, change: Change, recorder: Option<&mut Recorder>) {
    let Some(draft) = article.drafts.get_mut(at) else { return };
    let before = draft.clone();
    let rule = match change {
        Change::Becomes(kind, reading, rule) => {
            (draft.kind, draft.reading, draft.rule) = (kind, reading, rule);
            rule
        }
        Change::Ends(end, rule) => {
            draft.span = Span::new(draft.span.start(), end);
            if draft.kind == Kind::Organization {
                draft.rule = rule;
            }
            if let Reading::Body(body) = &mut draft.reading {
                body.level = Level::None;
            }
            rule
        }
        Change::Grows(end, reading) => {
            draft.span = Span::new(draft.span.start(), end);
            (draft.reading, draft.rule) = (reading, ORGANIZATION);
            ORGANIZATION
        }
        Change::Goes(rule) => rule,
    };
    let after = draft.clone();
    if let Some(recorder) = recorder {
        recorder.overrule(&before, rule, false);
        if !matches!(after.span, span if span == before.span && after.kind == before.kind) {
            recorder.overrule(&after, rule, true);
        }
    }
}

/// The words of the drafts of an article that are asked for.
struct Names<'t> {
    /// By their places.
    words: Vec<(usize, Cow<'t, str>)>,
}

type Changes = Vec<(usize, Change)>;

impl<'t> Names<'t> {
    fn read(article: &Article<'t>, glance: &Glance) -> Self {
        let drafts = article.drafts.iter().enumerate();
        let asked = drafts.filter(|(_, draft)| glance.asks(article, draft));
        Self { words: asked.map(|(at, draft)| (at, article.words(draft.span))).collect() }
    }

    /// The drafts of a kind whose words have been asked for, with these and their places.
    fn of<'n>(
        &'n self,
        article: &'n Article<'_>,
        kind: Kind,
    ) -> impl Iterator<Item = (usize, &'n Draft, &'n str)> {
        let all = self.words.iter();
        let all = all.filter_map(|(at, words)| Some((*at, article.drafts.get(*at)?, &**words)));
        all.filter(move |(_, draft, _)| draft.kind == kind)
    }

    /// Names that are people's in most places and places' in others, or the other way round.
    fn majorities(&self, article: &Article<'_>) -> Changes {
        let names: Set<&str> = self.of(article, Kind::Person).map(|(_, _, name)| name).collect();
        if names.is_empty() {
            return Vec::new();
        }
        // The people and the places of each name that is of both.
        let mut both: Map<&str, (Vec<usize>, Vec<usize>)> = Map::default();
        for (at, _, name) in self.of(article, Kind::Place) {
            if names.contains(name) {
                both.entry(name).or_default().1.push(at);
            }
        }
        if both.is_empty() {
            return Vec::new();
        }
        for (at, _, name) in self.of(article, Kind::Person) {
            both.get_mut(name).into_iter().for_each(|(people, _)| people.push(at));
        }
        let mut changes = Vec::new();
        for (people, places) in both.values() {
            let (few, many, rule) = match people.len() < places.len() {
                true => (people, places, PLACE),
                false => (places, people, PERSON),
            };
            if many.len() < MANY || many.len() < MANY * few.len() {
                continue;
            }
            let Some(model) = many.first().and_then(|at| article.drafts.get(*at)) else { continue };
            for &at in few {
                let Some(draft) = article.drafts.get(at) else { continue };
                let is_sure = draft.strength >= Strength::Certain;
                let is_nested = self.around(article, at).next().is_some();
                let before = article.end_before(draft.span.start());
                let before = article.input.text.get(..before).unwrap_or_default();
                let change = match model.kind {
                    Kind::Person if is_nested => Change::Goes(rule),
                    // `tiếng Bồ Đào Nha`
                    Kind::Place if LANGUAGE.iter().any(|word| before.ends_with(word)) => {
                        Change::Goes(rule)
                    }
                    kind => Change::Becomes(kind, model.reading.clone(), rule),
                };
                if !is_sure && !is_chained(article, at) {
                    changes.push((at, change));
                }
            }
        }
        changes.sort_by_key(|(at, _)| *at);
        changes
    }

    /// Those of these bodies that end within the name of a person of the article, or go on over it after a place; the people, where they are.
    fn broken(&self, article: &Article<'_>, bodies: &[usize]) -> (Changes, Vec<Draft>) {
        let (mut changes, mut new) = (Vec::new(), Vec::new());
        if bodies.is_empty() {
            return (changes, new);
        }
        let mut people: Map<&str, Vec<(&str, &Draft)>> = Map::default();
        for (_, draft, name) in self.of(article, Kind::Person) {
            let mut words = name.split(' ');
            let first = words.next().unwrap_or_default();
            if draft.strength > Strength::Possible && words.nth(1).is_some() {
                let alike = people.entry(first).or_default();
                let is_new = || alike.iter().all(|(other, _)| *other != name);
                if alike.len() < MOST_PEOPLE && is_new() {
                    alike.push((name, draft));
                }
            }
        }
        let text = article.input.text;
        for (_, body, words) in at(article, bodies) {
            let mut next = 0;
            let named = words.split(' ').find_map(|word| {
                let start = next;
                next += word.len() + 1;
                let known = people.get(word).filter(|_| start > 0 && next < words.len())?;
                let rest = words.get(start..)?;
                // Only what goes on after the body: a body may be named after a person.
                let goes_on = |name: &str| name.len() > rest.len() && name.starts_with(rest);
                let (name, person) = known.iter().find(|(name, _)| goes_on(name))?;
                Some((start, *name, *person))
            });
            let Some((start, name, person)) = named else { continue };
            let Some(from) = offset(text, body.span, start) else { continue };
            let head = words.len() - start;
            let tail = name.get(head..).unwrap_or_default();
            let Some(end) = follow(text, body.span.end(), tail) else { continue };
            let span = Span::new(from, end);
            let stop = article.end_before(from);
            // Whatever begins in the name is gone; whatever reaches into it ends before.
            for other in self.near(article, span) {
                let Some(draft) = article.drafts.get(other) else { continue };
                let change = match draft.span.start() < from {
                    true => Change::Ends(stop, PERSON),
                    false => Change::Goes(PERSON),
                };
                changes.push((other, change));
            }
            let (rule, strength) = (PERSON, Strength::Likely);
            new.push(Draft { span, rule, strength, ..person.clone() });
        }
        (changes, new)
    }

    /// Those of these bodies that break off where the article has more of their names; places that lie in what is added.
    fn longer(&self, article: &Article<'_>, short: &[usize]) -> (Changes, Vec<Draft>) {
        let (mut changes, mut new) = (Vec::new(), Vec::new());
        if short.is_empty() {
            return (changes, new);
        }
        let mut bodies: Vec<(&str, usize)> =
            self.of(article, Kind::Organization).map(|(at, _, words)| (words, at)).collect();
        bodies.sort_unstable();
        bodies.dedup_by_key(|(words, _)| *words);
        let text = article.input.text;
        for (at, draft, short) in at(article, short) {
            let short = &*short;
            let after = bodies.partition_point(|(other, _)| *other <= short);
            let after = bodies.get(after..).unwrap_or_default().iter().take(MOST_LONGER);
            let longer: Vec<_> = after
                .take_while(|(other, _)| other.starts_with(short))
                .filter(|(other, _)| other.as_bytes().get(short.len()) == Some(&b' '))
                .collect();
            // The longest first.
            for (full, model) in longer.into_iter().rev() {
                let tail = full.get(short.len()..).unwrap_or_default();
                let end = follow(text, draft.span.end(), tail);
                let (Some(end), Some(model)) = (end, article.drafts.get(*model)) else { continue };
                let added = Span::new(draft.span.end(), end);
                if !self.has_room(article, at, added) || model.strength < Strength::Likely {
                    continue;
                }
                for outer in self.around(article, at) {
                    changes.push((outer, Change::Ends(end, ORGANIZATION)));
                }
                changes.push((at, Change::Grows(end, model.reading.clone())));
                let is_there = self.near(article, added).next().is_some();
                // What lies in the model there lies here too.
                if let Some(inner) = self.last_inside(article, model).filter(|_| !is_there) {
                    let before = full.len() - article.words(inner.span).len();
                    let start = offset(text, Span::new(draft.span.start(), end), before);
                    let start = start.filter(|start| *start > added.start());
                    if let Some(start) = start.filter(|_| inner.span.end() == model.span.end()) {
                        let span = Span::new(start, end);
                        new.push(Draft { span, ..inner.clone() });
                    }
                }
                break;
            }
        }
        (changes, new)
    }

    /// Whether a body may go on over a span: only places lie there, and only offices that end with the body around it.
    fn has_room(&self, article: &Article<'_>, at: usize, added: Span) -> bool {
        let Some(body) = article.drafts.get(at) else { return false };
        self.near(article, added).filter_map(|at| article.drafts.get(at)).all(|draft| {
            draft.kind == Kind::Place
                && draft.span.start() >= added.start()
                && draft.span.end() <= added.end()
        }) && self.around(article, at).all(|outer| {
            article.drafts.get(outer).is_some_and(|outer| outer.span.end() == body.span.end())
        })
    }

    /// The drafts that overlap a span.
    fn near<'n>(
        &'n self,
        article: &'n Article<'_>,
        span: Span,
    ) -> impl Iterator<Item = usize> + 'n {
        let after = article.drafts.partition_point(|draft| draft.span.start() < span.end());
        let near = (after.saturating_sub(MOST)..after).rev();
        near.filter(move |at| {
            article.drafts.get(*at).is_some_and(|draft| draft.span.overlaps(span))
        })
    }

    /// The drafts that a draft lies in.
    fn around<'n>(
        &'n self,
        article: &'n Article<'_>,
        at: usize,
    ) -> impl Iterator<Item = usize> + 'n {
        let span = article.drafts.get(at).map(|draft| draft.span);
        let before = (at.saturating_sub(3)..at).rev();
        before.filter(move |outer| {
            let outer = article.drafts.get(*outer).map(|outer| outer.span);
            outer.zip(span).is_some_and(|(outer, span)| outer.end() >= span.end())
        })
    }

    /// The last place that lies in a body.
    fn last_inside<'n>(&self, article: &'n Article<'_>, body: &Draft) -> Option<&'n Draft> {
        let first = article.drafts.partition_point(|draft| draft.span.start() < body.span.start());
        let inside = article.drafts.get(first..)?.iter();
        let inside = inside.take_while(|draft| draft.span.start() < body.span.end());
        inside.filter(|draft| draft.kind == Kind::Place).last()
    }
}

/// The drafts at some places, with these and their words.
fn at<'n, 't>(
    article: &'n Article<'t>,
    places: &'n [usize],
) -> impl Iterator<Item = (usize, &'n Draft, Cow<'t, str>)> {
    let drafts = places.iter().filter_map(|at| Some((*at, article.drafts.get(*at)?)));
    drafts.map(|(at, draft)| (at, draft, article.words(draft.span)))
}

/// Where words that come after so many bytes of the words of a span begin in the text.
fn offset(text: &str, span: Span, bytes: usize) -> Option<usize> {
    let given = text.get(span.range())?;
    let mut starts = given.char_indices().map(|(at, _)| at).chain([given.len()]);
    let at = starts.find(|at| {
        let head = spaced(given.get(..*at).unwrap_or_default());
        head.len() + 1 >= bytes
            && given.get(*at..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    })?;
    Some(span.start() + at)
}

/// Where the text has these words from a place on, the place where they end.
fn follow(text: &str, from: usize, tail: &str) -> Option<usize> {
    let rest = text.get(from..)?;
    let next = rest.trim_start();
    let mut letters = next.char_indices();
    let (_, first) = letters.next()?;
    let second = letters.nth(1).map_or(next.len(), |(end, _)| end);
    // A letter whose marks stand apart may be any.
    let is_whole = next.get(..second).is_some_and(is_regular);
    if !tail.starts_with(' ') || is_whole && !tail.get(1..)?.starts_with(first) {
        return None;
    }
    let given = compare(rest, tail);
    let (Ok(seen) | Err(seen)) = given;
    // What follows a letter may belong to it.
    let near = rest.get(seen..)?.char_indices().nth(3).map_or(rest.len(), |(at, _)| seen + at);
    if rest.get(..near).is_some_and(is_regular) {
        let end = given.ok().filter(|end| is_end(rest, *end))?;
        return Some(from + end);
    }
    let mut window = rest.len().min(tail.len() * 3 + LONGEST);
    while !rest.is_char_boundary(window) {
        window += 1;
    }
    let mut normalized = Normalized::default();
    normalized.read(rest.get(..window)?);
    let end = compare(&normalized.text, tail).ok()?;
    is_end(&normalized.text, end).then(|| from + normalized.given_end(end as u32) as usize)
}

/// Where a text has gone through these words; else where they part.
fn compare(text: &str, words: &str) -> Result<usize, usize> {
    let mut found = text.char_indices();
    for wanted in words.chars() {
        let at = found.offset();
        let c = found.next().map(|(_, c)| c);
        let is_space = |c: char| wanted == ' ' && c.is_whitespace() && c != '\n';
        if !c.is_some_and(|c| c == wanted || is_space(c)) {
            return Err(at);
        }
    }
    Ok(found.offset())
}

/// Whether words that end at a place do not go on there.
fn is_end(text: &str, end: usize) -> bool {
    let mut after = text.get(end..).unwrap_or_default().chars();
    let (first, second) = (after.next(), after.next());
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_mark(c));
    let joins = matches!(first, Some('-' | '&' | '.' | '/')) && goes_on(second);
    !goes_on(first) && !joins
}

impl Article<'_> {
    /// Where what stands before a place ends, without the white space between.
    fn end_before(&self, start: usize) -> usize {
        self.input.text.get(..start).map_or(start, |head| head.trim_end().len())
    }
}
