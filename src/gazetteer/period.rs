//! What the words of `date/period.cue.tsv` and the lunar words of `date/lunar.cue.tsv` say, packed into the attributes of a name.

use super::table::Row;
use crate::calendar::{PartOfDay, Season, Unit};

/// What a word of dates says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum DateWord {
    /// `sáng`, `rạng sáng`
    Part(PartOfDay),
    /// So many units from the reference day: `hôm qua`, `tuần tới`.
    Deictic(Unit, i8),
    /// So many units from the last date named: `cùng ngày`.
    Anaphoric(Unit, i8),
    /// From 1, Monday, to 7.
    Weekday(u8),
    /// `mùa khô`
    Season(Season),
    /// A word of report: `đã`.
    Past,
    /// A word of plan: `sẽ`.
    Future,
    /// A stem of the cycle of years, from 0.
    Stem(u8),
    /// A branch of the cycle of years, from 0.
    Branch(u8),
}

const PARTS: [PartOfDay; 6] = [
    PartOfDay::Dawn,
    PartOfDay::Morning,
    PartOfDay::Noon,
    PartOfDay::Afternoon,
    PartOfDay::Evening,
    PartOfDay::Night,
];

const UNITS: [(Unit, &str); 8] = [
    (Unit::Day, "day"),
    (Unit::Week, "week"),
    (Unit::Weekend, "weekend"),
    (Unit::Month, "month"),
    (Unit::Quarter, "quarter"),
    (Unit::Year, "year"),
    (Unit::Decade, "decade"),
    (Unit::Century, "century"),
];

const SEASONS: [(Season, &str); 6] = [
    (Season::Spring, "spring"),
    (Season::Summer, "summer"),
    (Season::Autumn, "autumn"),
    (Season::Winter, "winter"),
    (Season::Wet, "wet"),
    (Season::Dry, "dry"),
];

/// The packed form of a row: what it is in the lowest four bits (0 for what no rule asks), then what it says.
pub(super) fn attributes(row: Row<'_>) -> u32 {
    let value = row.get("value");
    let number = || value.parse::<u32>().unwrap_or_default();
    // Four bits of unit, then the number of units, counted from -8.
    let distance = || {
        let (unit, count) = value.split_once(':')?;
        let unit = UNITS.iter().position(|(_, name)| *name == unit)? as u32;
        let count = (count.parse::<i32>().ok()? + 8) as u32;
        Some(unit | count << 4)
    };
    let packed = match row.get("role") {
        "part-of-day" => {
            PARTS.iter().position(|part| part.as_str() == value).map(|at| 1 | (at as u32) << 4)
        }
        "deictic" => distance().map(|distance| 2 | distance << 4),
        "anaphoric" => distance().map(|distance| 3 | distance << 4),
        "weekday" => Some(4 | number() << 4),
        "season" => {
            SEASONS.iter().position(|(_, name)| *name == value).map(|at| 5 | (at as u32) << 4)
        }
        "tense" => Some(if value == "past" { 6 } else { 7 }),
        "stem" => Some(8 | number() << 4),
        "branch" => Some(9 | number() << 4),
        _ => None,
    };
    packed.unwrap_or_default()
}

impl DateWord {
    /// What a name says, from its attributes.
    pub(crate) fn unpack(attributes: u32) -> Option<Self> {
        let rest = attributes >> 4;
        let part = || PARTS.get(rest as usize).copied();
        let season = || SEASONS.get(rest as usize).map(|(season, _)| *season);
        let unit = || UNITS.get(rest as usize & 15).map(|(unit, _)| *unit);
        let count = (rest >> 4) as i8 - 8;
        match attributes & 15 {
            1 => part().map(Self::Part),
            2 => unit().map(|unit| Self::Deictic(unit, count)),
            3 => unit().map(|unit| Self::Anaphoric(unit, count)),
            4 => Some(Self::Weekday(rest as u8)),
            5 => season().map(Self::Season),
            6 => Some(Self::Past),
            7 => Some(Self::Future),
            8 => Some(Self::Stem(rest as u8)),
            9 => Some(Self::Branch(rest as u8)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::table::Table;

    #[test]
    fn words_are_packed_and_unpacked() {
        let text = "name\trole\tvalue\nđêm\tpart-of-day\tnight\nhôm kia\tdeictic\tday:-2\nnăm sau đó\tanaphoric\tyear:+1\nchủ nhật\tweekday\t7\nmùa khô\tseason\tdry\nđã\ttense\tpast\nsẽ\ttense\tfuture\nQuý\tstem\t9\nTý\tbranch\t0\nnhuận\tleap\tleap\n";
        let table = Table::parse("period.tsv", text).unwrap();
        let words: Vec<_> = table.rows().map(|row| DateWord::unpack(attributes(row))).collect();
        assert_eq!(
            words,
            [
                Some(DateWord::Part(PartOfDay::Night)),
                Some(DateWord::Deictic(Unit::Day, -2)),
                Some(DateWord::Anaphoric(Unit::Year, 1)),
                Some(DateWord::Weekday(7)),
                Some(DateWord::Season(Season::Dry)),
                Some(DateWord::Past),
                Some(DateWord::Future),
                Some(DateWord::Stem(9)),
                Some(DateWord::Branch(0)),
                None,
            ]
        );
    }
}
