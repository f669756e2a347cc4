//! Names that a plural or counted class word announces: hai tỉnh `Hà Tĩnh`, `Quảng Bình`; các huyện: `Đầm Hà` và `Hải Hà`; and streets that share one class word: đường Đề Thám, `Bùi Viện`, `Phạm Ngũ Lão`.
//!
//! ```text
//! names = name { ("," | ";" | "và" | "-" | "/") name }
//! ```
//!
//! Streets are named after people, so that a single class word takes two names more, or one after `và`.

use super::PlaceReading;
use super::class_guard::{class_of, is_letters};
use super::context::is_counted;
use super::name::{self, listed};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Match, Name, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, phrase, word};

/// Plural class words.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/counted"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

/// Names of a list at most: a cap on what one class word reads.
const MOST: usize = 70;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if is_counted(scene, at) {
        return counted(scene, at, out);
    }
    let first = out.candidates.starting_at(at).find(|c| c.rule == "rule/place/class-word");
    let end = first.map(|first| first.end());
    let is_road =
        || class(scene, at).is_some_and(|(_, class)| Level::of(class.attributes) == Level::Road);
    if let Some(end) = end.filter(|_| is_road()) {
        streets(scene, end, out);
    }
}

/// The longest class word at a token, unless it is half of another word: `các cầu thủ như: …`.
fn class<'s>(scene: &Scene<'s>, at: usize) -> Option<(&'s Match, &'s Name)> {
    let class = |found| Some((found, class_of(scene, at, found)?));
    let (found, class) = scene.matches(at).iter().rev().find_map(class)?;
    let is_half =
        scene.longest(at, Role::Honorific).is_some_and(|(stop, _)| stop > found.end as usize);
    (!is_half).then_some((found, class))
}

/// Names after a class word that is plural or counted.
#[inline(never)]
fn counted(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((found, class)) = class(scene, at) else { return };
    let level = Level::of(class.attributes);
    let end = found.end as usize;
    let parent = within(scene, end, out);
    let Some((mut next, is_open)) = announced(scene, parent.unwrap_or(end)) else { return };
    if parent.is_some() && !is_open {
        return;
    }
    // Only class words that stand at the names themselves, or announce them, take names that no list knows.
    let takes_unlisted =
        parent.is_none() && class.attributes & (attribute::NAME | attribute::RANGE) != 0;
    for _ in 0..MOST {
        if !scene.is_joined(next) {
            return;
        }
        let known = listed(scene, next);
        let run = name::run(scene, next, 4);
        let is_other = [Role::Organization, Role::Rank, Role::Head]
            .iter()
            .any(|role| scene.longest(next, *role).is_some());
        let stop = match known {
            Some(listed) if listed.end >= run || listed.end > next + 1 => listed.end,
            _ if is_other
                || !takes_unlisted
                // `88 trạm thu phí BOT`
                || is_letters(scene, next) && level != Level::EconomicZone
                || is_open && run < next + 2 && known.is_none() && !scene.is_foreign(next) =>
            {
                next
            }
            _ => run,
        };
        // `các thành phố Thế giới`: one syllable that goes on in small letters is half a word.
        let is_half = stop == next + 1
            && scene.token(stop).shape == Shape::Lower
            && scene.is(stop, word!("giới"));
        if stop > next
            && !is_half
            && scene.longest(next, Role::Class).is_none_or(|(end, _)| end < stop)
            && !name::is_stop(scene, next)
        {
            let is_sure = known.is_some() || level == Level::Road && !is_open;
            let strength = if is_sure { Strength::Certain } else { Strength::Likely };
            let payload = out.place(PlaceReading { at: next as u32, level, ..Default::default() });
            out.push(
                Candidate::new(Kind::Place, next, stop, "rule/place/counted")
                    .strength(strength)
                    .payload(payload),
            );
            next = stop;
        } else if let Some(place) =
            out.candidates.longest(next, Kind::Place).map(|place| place.end())
        {
            // A unit with a class word of its own goes on the list.
            next = place;
        } else {
            return;
        }
        // `Hà Tĩnh (cũ), Quảng Bình`: what stands in brackets is passed over.
        if scene.is_mark(next, '(') {
            let Some(close) = (next..next + 12).find(|at| scene.is_mark(*at, ')')) else { return };
            next = close + 1;
        }
        match separator(scene, next) {
            Some(after) => next = after,
            None => return,
        }
    }
}

/// Streets named after one that has its class word and ends before a token.
#[inline(never)]
fn streets(scene: &Scene<'_>, mut end: usize, out: &mut Proposals) {
    /// Streets at most.
    const MOST: usize = 12;
    let mut names = [(0, 0); MOST];
    let mut count = 0;
    let mut joined = false;
    for slot in &mut names {
        let and = scene.is(end, word!("và"));
        if !and && !scene.is_mark(end, ',') || !scene.is_joined(end) || !scene.is_joined(end + 1) {
            break;
        }
        let start = end + 1;
        let stop = name::run(scene, start, 4);
        let other = [Role::Class, Role::Head, Role::Rank, Role::Position, Role::Starter];
        let is_other = other.iter().any(|role| scene.longest(start, *role).is_some());
        if stop < start + 2 || is_other || is_counted_unit(scene, start) {
            break;
        }
        *slot = (start, stop);
        (count, end, joined) = (count + 1, stop, joined || and);
    }
    // `đường Trần Phú, Nguyễn Văn Hải nói`: one more may be anybody's.
    if count < 2 && !joined {
        return;
    }
    for (start, stop) in names.into_iter().take(count) {
        let reading = PlaceReading { at: start as u32, level: Level::Road, ..Default::default() };
        let payload = out.place(reading);
        let street = Candidate::new(Kind::Place, start, stop, "rule/place/counted");
        out.push(street.strength(Strength::Certain).payload(payload));
    }
}

/// Whether a province or country stands at a token, which ends a list of streets.
fn is_counted_unit(scene: &Scene<'_>, at: usize) -> bool {
    let wide = Level::Province.bit() | Level::Country.bit();
    listed(scene, at).is_some_and(|listed| listed.may_be(wide))
}

/// The end of the unit that those of a plural class word before a token lie in, where it is named after them: `5 phường cũ | thuộc quận Hải An | gồm: Cát Bi, Đằng Lâm`.
fn within(scene: &Scene<'_>, end: usize, out: &Proposals) -> Option<usize> {
    /// Words before the unit at most: `cũ trước đây thuộc`.
    const NEAR: usize = 5;
    let is_lower = |at: &usize| scene.token(*at).shape == Shape::Lower && scene.is_joined(*at);
    let mut words = (end..end + NEAR).take_while(is_lower);
    let lies = words.find(|at| scene.is_any(*at, &phrase!(["thuộc", "của", "ở", "tại"])))?;
    let end = out.candidates.longest(lies + 1, Kind::Place)?.end();
    Some(end + usize::from(scene.is_mark(end, ',') && scene.is(end + 1, word!("gồm"))))
}

/// Where the names begin that a plural class word before a token announces, and whether other words stand between: `các huyện Đầm Hà`, `các huyện biên giới như: Đầm Hà`.
fn announced(scene: &Scene<'_>, end: usize) -> Option<(usize, bool)> {
    let mut at = end;
    while at < end + 6 && scene.is_joined(at) && scene.token(at).shape == Shape::Lower {
        if scene.is_any(at, &phrase!(["như", "gồm", "là"])) {
            return Some((at + 1 + usize::from(scene.is_mark(at + 1, ':')), true));
        }
        at += 1;
    }
    if scene.is_mark(at, ':') && scene.is_joined(at) {
        return Some((at + 1, at > end));
    }
    (at == end).then_some((at, false))
}

/// The token after what separates two names of a list.
fn separator(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if scene.token(at).gap == Gap::Line {
        return None;
    }
    let mark = [',', ';', '-', '/', '&'].iter().any(|mark| scene.is_mark(at, *mark));
    let and = |at: usize| {
        scene.is(at, word!("và")) || scene.is(at, word!("với")) || scene.is(at, word!("hoặc"))
    };
    match (mark, and(at)) {
        (true, _) => Some(at + 1 + usize::from(and(at + 1))),
        (_, true) => Some(at + 1),
        _ => None,
    }
}
