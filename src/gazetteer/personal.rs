//! How much a surname alone says.

use super::attribute;
use super::table::Row;

/// Surnames of this share of persons among their uses are hardly anything else.
const SURE: f32 = 0.6;

/// Surnames of this share need another sign.
const FAIR: f32 = 0.25;

/// The flags of a surname: by the share of its capitalised uses that begin a full name; where no share was counted, a syllable that is no common word is fair.
pub(super) fn surname(row: Row<'_>) -> u32 {
    let also = |what: &str| row.list("also").any(|part| part == what);
    let mark = if also("gender mark") { attribute::MARK } else { 0 };
    let weight = match row.get("share").parse::<f32>() {
        Ok(share) if share >= SURE => attribute::SURE,
        Ok(share) if share >= FAIR => attribute::FAIR,
        Ok(_) => 0,
        Err(_) if also("word") || also("place") || also("gender mark") => 0,
        Err(_) => attribute::FAIR,
    };
    weight | mark
}
