//! Which constructions can begin at a token: its word decides; of a number, the word or mark after it.
//!
//! A token calls only what its own word can begin before the next, so that a text costs little where it tells no time.

use super::number::NUMERALS;
use super::{Found, bare_month, festival, lunar, moment, period, relative, word_of, year};
use crate::calendar::Unit;
use crate::gazetteer::{DateWord, Role};
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word};

/// A form of date: what it finds at a token.
pub(super) type Construction = fn(&Scene<'_>, usize) -> Option<Found>;

/// Words that a form of date begins with; what must follow: one of these words, or what a flag says; and the form.
type Opening = (&'static [Sym], &'static [Sym], u8, Construction);

/// Anything may follow.
const ANY: u8 = 1;
/// A name of the lists begins with the word: `cuối tuần`.
const NAME: u8 = 1 << 1;
/// One begins after it: `ngày Quốc khánh`, `năm Giáp Thìn`.
const NEXT_NAME: u8 = 1 << 2;
const DIGITS: u8 = 1 << 3;
const CAPITAL: u8 = 1 << 4;

/// The forms that begin with a word, in the order in which they are proposed. Each asks for what it finds nothing without.
const OPENINGS: [Opening; 33] = [
    (&phrase!(["ngày", "hôm"]), &ORDINALS, NAME | NEXT_NAME | DIGITS, moment::read),
    (&phrase!(["nửa", "đầu", "giữa", "cuối", "trung", "cùng"]), &[], NAME, moment::read),
    (&phrase!(["xuân"]), &[], NAME | NEXT_NAME, moment::read),
    (&phrase!(["mùng", "mồng", "rằm", "tết"]), &[], ANY, moment::read),
    (&phrase!(["tháng"]), &ORDINALS, DIGITS, period::months),
    (&phrase!(["tháng"]), &ORDINALS, DIGITS, lunar::month_alone),
    (&phrase!(["quý"]), &NUMERALS, DIGITS | CAPITAL, period::quarter),
    (&phrase!(["ngày", "tuần", "quý"]), &phrase!(["đầu", "cuối", "sau", "thứ"]), 0, period::edge),
    (&phrase!(["nửa"]), &phrase!(["đầu", "cuối", "sau"]), 0, period::half),
    (&phrase!(["đầu", "giữa", "cuối"]), &PERIODS, NEXT_NAME | DIGITS, period::vague),
    (&phrase!(["thượng", "trung", "hạ"]), &phrase!(["tuần"]), 0, period::vague),
    (&phrase!(["những", "các"]), &COUNTED, 0, period::some_days),
    (&phrase!(["mùa"]), &[], NAME, period::season),
    (&phrase!(["hè"]), &[], ANY, period::season),
    (&phrase!(["thế"]), &phrase!(["kỷ", "kỉ"]), 0, year::century_date),
    (&phrase!(["thập"]), &phrase!(["niên", "kỷ"]), 0, year::decade_after_class),
    (&NUMERALS, &COUNTED, 0, period::counted_part),
    (&phrase!(["năm"]), &[], NEXT_NAME | DIGITS, year::after_class),
    (&phrase!(["những", "các"]), &phrase!(["năm"]), 0, year::after_class),
    (&phrase!(["năm"]), &phrase!(["học"]), 0, year::framed),
    (&phrase!(["giai"]), &phrase!(["đoạn"]), 0, year::framed),
    (&phrase!(["nhiệm", "thời"]), &phrase!(["kỳ", "kì"]), 0, year::framed),
    (&phrase!(["niên"]), &phrase!(["khóa", "học", "vụ", "độ"]), 0, year::framed),
    (&phrase!(["vụ"]), &phrase!(["mùa"]), 0, year::framed),
    (&phrase!(["mùa"]), &phrase!(["vụ", "giải"]), 0, year::framed),
    (&phrase!(["ngày"]), &[], NEXT_NAME, relative::told),
    (&TOLD, &[], NAME, relative::told),
    (&NUMERALS, &COUNTED, 0, relative::counted),
    // `năm` before years is their class word.
    (&NUMERALS_BUT_FIVE, &COUNTED, 0, year::counted),
    (&phrase!(["năm"]), &phrase!(["mới"]), NAME, festival::read),
    (&phrase!(["cùng"]), &phrase!(["kỳ", "kì"]), 0, relative::same_period),
    (&phrase!(["cách"]), &phrase!(["đây", "nay"]), 0, relative::distance),
    (&phrase!(["trước", "sau"]), &phrase!(["đó"]), 0, relative::distance),
];

const NUMERALS_BUT_FIVE: [Sym; 9] =
    phrase!(["một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"]);

/// What is counted, or told as several; and what `mười` goes on with.
const COUNTED: [Sym; 10] =
    phrase!(["ngày", "tuần", "tháng", "năm", "quý", "hôm", "thập", "thế", "một", "hai"]);

/// What the number of a day or month begins with in words.
const ORDINALS: [Sym; 16] = phrase!([
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "tư", "giêng", "chạp",
    "mùng", "mồng", "rằm",
]);

/// What a vague word stands before.
const PERIODS: [Sym; 17] = phrase!([
    "của", "tháng", "quý", "năm", "các", "những", "giai", "nhiệm", "thời", "niên", "vụ", "mùa",
    "thập", "thế", "hè", "tết", "xuân",
]);

/// What names of periods begin with that are told from the article's day.
const TOLD: [Sym; 10] =
    phrase!(["tháng", "năm", "quý", "tuần", "đầu", "giữa", "cuối", "thế", "thập", "cùng"]);

/// The words that dates begin with, besides those of the lists; some stand here more than once.
pub(super) const WORDS: [Sym; COUNT] = words();

const COUNT: usize = {
    let mut count = 0;
    let mut row = 0;
    while row < OPENINGS.len() {
        #[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
        {
            count += OPENINGS[row].0.len();
        }
        row += 1;
    }
    count
};

#[allow(clippy::indexing_slicing)] // OK because the loops end at the lengths.
const fn words() -> [Sym; COUNT] {
    let mut words = [Sym::UNKNOWN; COUNT];
    let (mut row, mut count) = (0, 0);
    while row < OPENINGS.len() {
        let mut index = 0;
        while index < OPENINGS[row].0.len() {
            words[count] = OPENINGS[row].0[index];
            count += 1;
            index += 1;
        }
        row += 1;
    }
    words
}

/// A set of openings, a bit each by their place.
pub(super) type Openings = u64;

const _: () = assert!(OPENINGS.len() <= Openings::BITS as usize, "a bit for each opening");

/// For the number of each word the openings that begin with it, and those in which it may follow.
static PLACES: [(Openings, Openings); Sym::WORDS] = places();

#[allow(clippy::indexing_slicing)] // OK because the loops end at the lengths, and every number of a word lies below the count.
const fn places() -> [(Openings, Openings); Sym::WORDS] {
    let mut places = [(0, 0); Sym::WORDS];
    let mut row = 0;
    while row < OPENINGS.len() {
        let (firsts, following, ..) = OPENINGS[row];
        let mut index = 0;
        while index < firsts.len() || index < following.len() {
            if index < firsts.len() {
                places[firsts[index].0 as usize].0 |= 1 << row;
            }
            if index < following.len() {
                places[following[index].0 as usize].1 |= 1 << row;
            }
            index += 1;
        }
        row += 1;
    }
    places
}

/// The openings in which what a flag says may follow.
#[allow(clippy::indexing_slicing)] // OK because the loop ends at the length.
const fn with(flag: u8) -> Openings {
    let mut openings = 0;
    let mut row = 0;
    while row < OPENINGS.len() {
        if OPENINGS[row].2 & flag != 0 {
            openings |= 1 << row;
        }
        row += 1;
    }
    openings
}

/// The openings that fit at a word; `None` if no form of date begins with the word, but may with a name or a number there.
#[inline]
pub(super) fn fitting(scene: &Scene<'_>, at: usize) -> Option<Openings> {
    let place = |at: usize| scene.token(at).sym.index().and_then(|number| PLACES.get(number));
    let (begun, _) = *place(at).filter(|(begun, _)| *begun != 0)?;
    let (_, following) = place(at + 1).copied().unwrap_or_default();
    let mut fitting = begun & (following | const { with(ANY) });
    // Of most words another one must follow.
    if begun & const { with(NAME | NEXT_NAME | DIGITS | CAPITAL) } != 0 {
        let next = scene.token(at + 1);
        let said = |is_so: bool, openings: Openings| if is_so { begun & openings } else { 0 };
        fitting |= said(scene.has(at, NAMES), const { with(NAME) })
            | said(scene.has(at + 1, NAMES), const { with(NEXT_NAME) })
            | said(next.shape == Shape::Number, const { with(DIGITS) })
            | said(next.is_capital(), const { with(CAPITAL) });
    }
    Some(fitting)
}

/// Calls for the construction of each opening; without openings, for those that can begin at a number or a name.
pub(super) fn each(
    openings: Option<Openings>,
    scene: &Scene<'_>,
    at: usize,
    mut call: impl FnMut(Construction),
) {
    let Some(mut openings) = openings else {
        let constructions = match scene.token(at).shape {
            Shape::Number => with_number(scene, at),
            _ => with_name(scene, at),
        };
        return constructions.iter().copied().for_each(call);
    };
    while let Some((.., construction)) = OPENINGS.get(openings.trailing_zeros() as usize) {
        call(*construction);
        openings &= openings - 1;
    }
}

/// Names of dates, and the parts of names of years.
const NAMES: u64 = Role::Period.bit() | Role::Festival.bit() | Role::Lunar.bit();

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

/// What begins with a number that counts.
const COUNTS: &[Construction] = &[period::counted_part, relative::counted, year::counted];

/// What can begin with a number, by the token after it.
fn with_number(scene: &Scene<'_>, at: usize) -> &'static [Construction] {
    let (token, next) = (scene.token(at), scene.token(at + 1));
    let is_next = |words: &[Sym]| words.contains(&next.sym);
    match token.end - token.start {
        // `2024-03-03`
        4 if next.is_mark('-') => &[moment::read, year::bare],
        4 => &[year::bare],
        1..=3 if is_next(&[word!("ngày"), word!("tuần"), word!("năm"), word!("quý")]) => {
            COUNTS
        }
        1..=3 if is_next(&[word!("hôm"), word!("thập"), word!("thế")]) => COUNTS,
        3 if next.sym == word!("tháng") => COUNTS,
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

/// Whether what may be a day, a month, minutes or a year stands at a token, by its digits, or a word that only days follow.
fn is_numbered(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.shape == Shape::Number && matches!(token.end - token.start, 1 | 2 | 4)
        || scene.is_any(at, &phrase!(["mùng", "mồng"]))
}

/// Words between a number and another one of the date that it is part of: `24 và 25/9`.
const JOINTS: [Sym; 4] = phrase!(["và", "hoặc", "đến", "tới"]);

/// Words between a number and the date that it is part of: `8 giờ ngày 5/3`, `30 Tết`.
const HOURS: [Sym; 4] = phrase!(["giờ", "h", "g", "tết"]);
