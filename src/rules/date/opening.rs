//! Which constructions can begin at a token: its word decides; of a number, the word or mark after it.
//!
//! A token calls only what its own word can begin, so that a text costs little where it tells no time.

use super::{Found, bare_month, festival, lunar, moment, period, relative, word_of, year};
use crate::calendar::Unit;
use crate::gazetteer::DateWord;
use crate::rules::Scene;
use crate::text::{Shape, Sym, word};

/// A form of date: what it finds at a token.
pub(super) type Construction = fn(&Scene<'_>, usize) -> Option<Found>;

/// What can begin with each word, in the order in which it is proposed.
const OPENINGS: [(Sym, &[Construction]); 42] = [
    (word!("ngày"), &[moment::read, period::edge, relative::told]),
    (word!("hôm"), &[moment::read]),
    (word!("tháng"), &[period::months, lunar::month_alone, relative::told]),
    (
        word!("năm"),
        &[
            period::counted_part,
            year::after_class,
            year::framed,
            relative::told,
            relative::counted,
            festival::read,
        ],
    ),
    (word!("quý"), &[period::quarter, period::edge, relative::told]),
    (word!("tuần"), &[period::edge, relative::told]),
    (word!("nửa"), &[moment::read, period::half]),
    (word!("đầu"), &[moment::read, period::vague, relative::told]),
    (word!("giữa"), &[moment::read, period::vague, relative::told]),
    (word!("cuối"), &[moment::read, period::vague, relative::told]),
    (word!("thượng"), &[period::vague]),
    (word!("trung"), &[moment::read, period::vague]),
    (word!("hạ"), &[period::vague]),
    (word!("những"), &[period::some_days, year::after_class]),
    (word!("các"), &[period::some_days, year::after_class]),
    (word!("giai"), &[year::framed]),
    (word!("nhiệm"), &[year::framed]),
    (word!("thời"), &[year::framed]),
    (word!("niên"), &[year::framed]),
    (word!("vụ"), &[year::framed]),
    (word!("mùa"), &[period::season, year::framed]),
    (word!("hè"), &[period::season]),
    (word!("thế"), &[year::century_date, relative::told]),
    (word!("thập"), &[year::decade_after_class, relative::told]),
    (word!("cùng"), &[moment::read, relative::told, relative::same_period]),
    (word!("cách"), &[relative::distance]),
    (word!("trước"), &[relative::distance]),
    (word!("sau"), &[relative::distance]),
    (word!("mùng"), &[moment::read]),
    (word!("mồng"), &[moment::read]),
    (word!("rằm"), &[moment::read]),
    (word!("xuân"), &[moment::read]),
    (word!("tết"), &[moment::read]),
    (word!("một"), COUNTED),
    (word!("hai"), COUNTED),
    (word!("ba"), COUNTED),
    (word!("bốn"), COUNTED),
    (word!("sáu"), COUNTED),
    (word!("bảy"), COUNTED),
    (word!("tám"), COUNTED),
    (word!("chín"), COUNTED),
    (word!("mười"), COUNTED),
];

const COUNTED: &[Construction] = &[period::counted_part, relative::counted, year::counted];

/// The words that dates begin with, besides those of the lists.
pub(super) const WORDS: [Sym; OPENINGS.len()] = words();

#[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
const fn words() -> [Sym; OPENINGS.len()] {
    let mut words = [Sym::UNKNOWN; OPENINGS.len()];
    let mut index = 0;
    while index < OPENINGS.len() {
        words[index] = OPENINGS[index].0;
        index += 1;
    }
    words
}

/// One more than the greatest number of a word in [`OPENINGS`].
const SPAN: usize = {
    let mut span = 0;
    let mut index = 0;
    while index < WORDS.len() {
        #[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
        if let Some(number) = WORDS[index].index()
            && number >= span
        {
            span = number + 1;
        }
        index += 1;
    }
    span
};

/// For the number of each word its place in [`OPENINGS`], counted from 1; 0 for other words.
static PLACES: [u8; SPAN] = places();

#[allow(clippy::indexing_slicing)] // OK because every number lies below the span.
const fn places() -> [u8; SPAN] {
    let mut places = [0; SPAN];
    let mut index = 0;
    while index < WORDS.len() {
        if let Some(number) = WORDS[index].index() {
            places[number] = index as u8 + 1;
        }
        index += 1;
    }
    places
}

/// The constructions that can begin at a token.
pub(super) fn constructions(scene: &Scene<'_>, at: usize) -> &'static [Construction] {
    let token = scene.token(at);
    if token.shape == Shape::Number {
        return with_number(scene, at);
    }
    let place = token.sym.index().and_then(|number| PLACES.get(number));
    match place.and_then(|place| OPENINGS.get(usize::from(*place).checked_sub(1)?)) {
        Some((_, constructions)) => constructions,
        None => with_name(scene, at),
    }
}

/// What can begin at a name of the lists.
fn with_name(scene: &Scene<'_>, at: usize) -> &'static [Construction] {
    match word_of(scene, at) {
        Some((_, DateWord::Past | DateWord::Future)) => &[],
        Some((_, DateWord::Season(_))) => &[period::season],
        Some((_, DateWord::Deictic(unit, _) | DateWord::Anaphoric(unit, _)))
            if unit != Unit::Day =>
        {
            &[relative::told]
        }
        _ => &[moment::read],
    }
}

/// What can begin with a number, by the token after it.
fn with_number(scene: &Scene<'_>, at: usize) -> &'static [Construction] {
    let (token, next) = (scene.token(at), scene.token(at + 1));
    let is_next = |words: &[Sym]| words.contains(&next.sym);
    match token.end - token.start {
        // `2024-03-03`
        4 if next.is_mark('-') => &[moment::read, year::bare],
        4 => &[year::bare],
        1..=3 if is_next(&[word!("ngày"), word!("tuần"), word!("năm"), word!("quý")]) => {
            COUNTED
        }
        1..=3 if is_next(&[word!("hôm"), word!("thập"), word!("thế")]) => COUNTED,
        3 if next.sym == word!("tháng") => COUNTED,
        1..=2 if next.sym == word!("tháng") => {
            &[moment::read, period::counted_part, relative::counted]
        }
        1..=2 if ['/', '-', '.'].iter().any(|mark| next.is_mark(*mark)) => {
            &[moment::read, bare_month]
        }
        1..=2 if [',', ':', '&'].iter().any(|mark| next.is_mark(*mark)) => &[moment::read],
        1..=2 if is_next(&JOINTS) => &[moment::read],
        _ => &[],
    }
}

/// Words between a number and the date that it is part of: `24 và 25/9`, `8 giờ ngày 5/3`, `30 Tết`.
const JOINTS: [Sym; 8] = [
    word!("và"),
    word!("hoặc"),
    word!("đến"),
    word!("tới"),
    word!("giờ"),
    word!("h"),
    word!("g"),
    word!("tết"),
];
