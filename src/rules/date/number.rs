//! Numbers of dates: digits, words, Roman numerals.

use crate::rules::Scene;
use crate::text::{Shape, Sym, word};

/// The words of the numbers from one to ten.
pub(super) const NUMERALS: [Sym; 10] = [
    word!("một"),
    word!("hai"),
    word!("ba"),
    word!("bốn"),
    word!("năm"),
    word!("sáu"),
    word!("bảy"),
    word!("tám"),
    word!("chín"),
    word!("mười"),
];

/// The value of a number of one or two digits between two bounds.
#[inline]
pub(super) fn small(scene: &Scene<'_>, at: usize, least: u8, most: u8) -> Option<u8> {
    // OK because two digits fit.
    let value = scene.number_of(at, 2)? as u8;
    (least..=most).contains(&value).then_some(value)
}

/// A year of four digits, 1000 to 2199, that is no part of a longer number.
#[inline]
pub(super) fn year(scene: &Scene<'_>, at: usize) -> Option<i16> {
    let token = scene.token(at);
    let fits = token.shape == Shape::Number && token.end - token.start == 4;
    if fits { whole_year(scene, at) } else { None }
}

fn whole_year(scene: &Scene<'_>, at: usize) -> Option<i16> {
    four_digits(scene, at).filter(|_| !goes_on(scene, at + 1))
}

/// A year of four digits, whatever it goes on with.
pub(super) fn four_digits(scene: &Scene<'_>, at: usize) -> Option<i16> {
    let year = scene.number_of(at, 4).filter(|year| (1000..=2199).contains(year))?;
    // OK because four digits fit.
    Some(year as i16)
}

/// Whether a number goes on at a token: `2.017`, `1,5`, `12%`.
pub(super) fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    if !scene.is_glued(at) {
        return false;
    }
    let token = scene.token(at);
    if token.is_mark('.') || token.is_mark(',') || token.is_mark(':') {
        return scene.token(at + 1).shape == Shape::Number && scene.is_glued(at + 1);
    }
    token.is_mark('%') || (token.is_mark('/') || token.is_mark('+')) && scene.is_glued(at + 1)
}

/// A number from one to twelve in words with the token after it: `mười hai`.
pub(super) fn in_words(scene: &Scene<'_>, at: usize) -> Option<(u8, usize)> {
    let sym = scene.token(at).sym;
    let unit = NUMERALS.iter().position(|unit| *unit == sym)? as u8 + 1;
    if unit == 10 && scene.is_joined(at + 1) {
        match scene.token(at + 1).sym {
            sym if sym == word!("một") => return Some((11, at + 2)),
            sym if sym == word!("hai") => return Some((12, at + 2)),
            _ => {}
        }
    }
    Some((unit, at + 1))
}

/// A day of the month in words with the token after it: `mười lăm`, `hai mươi mốt`, `hai mốt`.
pub(super) fn day_in_words(scene: &Scene<'_>, at: usize) -> Option<(u8, usize)> {
    let (first, end) = in_words(scene, at)?;
    let tens = match first {
        2 | 3 if scene.is(end, word!("mươi")) && scene.is_joined(end) => (first * 10, end + 1),
        // `hai mốt`, `ba mốt`
        2 | 3 if scene.is(end, word!("mốt")) && scene.is_joined(end) => (first * 10, end),
        10..=12 => (10, at + 1),
        _ => return Some((first, end)),
    };
    let (tens, end) = tens;
    let unit = unit_after_tens(scene, end).filter(|_| scene.is_joined(end));
    let (day, end) = unit.map_or((tens, end), |unit| (tens + unit, end + 1));
    (day <= 31).then_some((day, end))
}

/// The last part of a number above ten: `một` or `mốt`, `bốn` or `tư`, `lăm`.
fn unit_after_tens(scene: &Scene<'_>, at: usize) -> Option<u8> {
    match scene.token(at).sym {
        sym if sym == word!("mốt") => Some(1),
        sym if sym == word!("tư") => Some(4),
        sym if sym == word!("lăm") || sym == word!("nhăm") => Some(5),
        sym => {
            NUMERALS.iter().position(|unit| *unit == sym).map(|at| at as u8 + 1).filter(|n| *n < 10)
        }
    }
}

/// A count of up to three digits or in words, with the token after it.
pub(super) fn count(scene: &Scene<'_>, at: usize) -> Option<(u16, usize)> {
    let token = scene.token(at);
    if token.shape == Shape::Number {
        let count = scene.number_of(at, 3).filter(|_| !goes_on(scene, at + 1))?;
        // OK because three digits fit.
        return Some((count as u16, at + 1));
    }
    in_words(scene, at).map(|(count, end)| (count.into(), end))
}

/// Whether a token is a number, in digits or in words.
pub(super) fn is_number(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.shape == Shape::Number || NUMERALS.contains(&token.sym)
}

/// The value of a Roman numeral in capitals, up to 39.
pub(super) fn roman(scene: &Scene<'_>, at: usize) -> Option<u8> {
    let token = scene.token(at);
    if !matches!(token.shape, Shape::Upper | Shape::Title) {
        return None;
    }
    let mut total = 0;
    let mut before = 0;
    let numeral = scene.text(at);
    if numeral.len() > 7 {
        return None;
    }
    for digit in numeral.bytes().rev() {
        let value: u8 = match digit {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        total = if value < before { total - value } else { total + value };
        before = before.max(value);
    }
    Some(total)
}

/// The month that a word or number after `tháng` names, with the token after it: `7`, `bảy`, `mười hai`; not the lunar `Giêng` and `Chạp`.
pub(super) fn month(scene: &Scene<'_>, at: usize) -> Option<(u8, usize)> {
    if !scene.is_joined(at) {
        return None;
    }
    if let Some(month) = small(scene, at, 1, 12) {
        return Some((month, at + 1));
    }
    if scene.is(at, word!("tư")) {
        return Some((4, at + 1));
    }
    in_words(scene, at)
}
