//! Which constructions can begin at a token: its word decides; of a number, the word or mark after it.
//!
//! A token calls only what its own word can begin before the next, so that a text costs little where it tells no time.

use super::{Found, bare_month, festival, lunar, moment, period, relative, word_of, year};
use crate::calendar::Unit;
use crate::gazetteer::{DateWord, Role};
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word};

/// A form of date: what it finds at a token.
pub(super) type Construction = fn(&Scene<'_>, usize) -> Option<Found>;

/// A word that dates begin with; the words of which one follows, unless a name of the lists begins with the first: any if there are none; and what can begin there, in the order in which it is proposed.
type Opening = (Sym, &'static [Sym], &'static [Construction]);

const OPENINGS: [Opening; 42] = [
    (word!("ngày"), &[], &[moment::read, period::edge, relative::told]),
    (word!("hôm"), &[], &[moment::read]),
    (word!("tháng"), &[], &[period::months, lunar::month_alone, relative::told]),
    (
        word!("năm"),
        &[],
        &[
            period::counted_part,
            year::after_class,
            year::framed,
            relative::told,
            relative::counted,
            festival::read,
        ],
    ),
    (word!("quý"), &[], &[period::quarter, period::edge, relative::told]),
    (word!("tuần"), &[], &[period::edge, relative::told]),
    (word!("nửa"), &[], &[moment::read, period::half]),
    (word!("đầu"), &[], &[moment::read, period::vague, relative::told]),
    (word!("giữa"), &[], &[moment::read, period::vague, relative::told]),
    (word!("cuối"), &[], &[moment::read, period::vague, relative::told]),
    (word!("thượng"), &phrase!(["tuần"]), &[period::vague]),
    (word!("trung"), &phrase!(["tuần"]), &[moment::read, period::vague]),
    (word!("hạ"), &phrase!(["tuần"]), &[period::vague]),
    (word!("những"), &UNITS, &[period::some_days, year::after_class]),
    (word!("các"), &UNITS, &[period::some_days, year::after_class]),
    (word!("giai"), &phrase!(["đoạn"]), &[year::framed]),
    (word!("nhiệm"), &phrase!(["kỳ", "kì"]), &[year::framed]),
    (word!("thời"), &phrase!(["kỳ", "kì"]), &[year::framed]),
    (word!("niên"), &phrase!(["khóa", "học", "vụ", "độ"]), &[year::framed]),
    (word!("vụ"), &phrase!(["mùa"]), &[year::framed]),
    (word!("mùa"), &phrase!(["vụ", "giải"]), &[period::season, year::framed]),
    (word!("hè"), &[], &[period::season]),
    (word!("thế"), &phrase!(["kỷ", "kỉ"]), &[year::century_date, relative::told]),
    (word!("thập"), &phrase!(["niên", "kỷ"]), &[year::decade_after_class, relative::told]),
    (word!("cùng"), &phrase!(["kỳ", "kì"]), &[moment::read, relative::told, relative::same_period]),
    (word!("cách"), &phrase!(["đây", "nay"]), &[relative::distance]),
    (word!("trước"), &phrase!(["đó"]), &[relative::distance]),
    (word!("sau"), &phrase!(["đó"]), &[relative::distance]),
    (word!("mùng"), &[], &[moment::read]),
    (word!("mồng"), &[], &[moment::read]),
    (word!("rằm"), &[], &[moment::read]),
    (word!("xuân"), &[], &[moment::read]),
    (word!("tết"), &[], &[moment::read]),
    (word!("một"), &UNITS, COUNTED),
    (word!("hai"), &UNITS, COUNTED),
    (word!("ba"), &UNITS, COUNTED),
    (word!("bốn"), &UNITS, COUNTED),
    (word!("sáu"), &UNITS, COUNTED),
    (word!("bảy"), &UNITS, COUNTED),
    (word!("tám"), &UNITS, COUNTED),
    (word!("chín"), &UNITS, COUNTED),
    // `mười hai tháng`
    (word!("mười"), &[], COUNTED),
];

/// What is counted, or told as several.
const UNITS: [Sym; 8] = phrase!(["ngày", "tuần", "tháng", "năm", "quý", "hôm", "thập", "thế"]);

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
        Some((_, following, constructions)) => {
            let fits = following.is_empty() || scene.is_any(at + 1, following);
            if fits || scene.has(at, NAMES) { constructions } else { &[] }
        }
        None => with_name(scene, at),
    }
}

/// Names of dates.
const NAMES: u64 = Role::Period.bit() | Role::Festival.bit();

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
        1..=2 if is_next(&HOURS) => &[moment::read],
        // Of what else may follow, each leads to another number.
        1..=2 if !is_numbered(scene, at + 2) => &[],
        1..=2 if ['/', '-', '.'].iter().any(|mark| next.is_mark(*mark)) => {
            &[moment::read, bare_month]
        }
        1..=2 if [',', ':', '&'].iter().any(|mark| next.is_mark(*mark)) => &[moment::read],
        1..=2 if is_next(&JOINTS) => &[moment::read],
        _ => &[],
    }
}

/// Whether a number stands at a token, or a word that only numbers follow.
fn is_numbered(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Number || scene.is_any(at, &phrase!(["mùng", "mồng"]))
}

/// Words between a number and another one of the date that it is part of: `24 và 25/9`.
const JOINTS: [Sym; 4] = phrase!(["và", "hoặc", "đến", "tới"]);

/// Words between a number and the date that it is part of: `8 giờ ngày 5/3`, `30 Tết`.
const HOURS: [Sym; 4] = phrase!(["giờ", "h", "g", "tết"]);
