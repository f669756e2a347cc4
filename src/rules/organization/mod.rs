//! Bodies: a head, what belongs to its name, and where it ends.
//!
//! ```text
//! body    = head { part }
//! head    = a word of the heads | a body of the lists       Sở, Công ty TNHH, Hội Nông dân Việt Nam
//! part    = field                                            Sở Y tế; Ban Đấu tranh chính trị và Binh vận tỉnh
//!         | number                                           Lữ đoàn 125, Đội CSGT số 1
//!         | scope                                            UBND tỉnh, Ban Tổ chức Trung ương
//!         | place                                            Công an tỉnh An Giang, Chính phủ Syria
//!         | name                                             Công ty Minh Phát, Đảng “Vì nước Nga”
//!         | body                                             Phòng CSGT Công an tỉnh Thái Nguyên
//!         | title                                            Ban Chỉ đạo Trung ương về phòng, chống thiên tai
//!         | "(" acronym ")" part                             Sở Giáo dục và Đào tạo (GD-ĐT) Hà Nội
//! ```
//!
//! A class of bodies is none: `UBND cấp tỉnh`, `Công an các tỉnh`, `các sở, ngành`.

pub(crate) mod acronym;
pub(crate) mod admission;
pub(crate) mod body;
pub(crate) mod club;
pub(crate) mod coordination;
pub(crate) mod counted;
pub(crate) mod field;
pub(crate) mod following;
pub(crate) mod generic;
pub(crate) mod guard;
pub(crate) mod head;
pub(crate) mod listed;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod parents;
pub(crate) mod part;
pub(crate) mod ship;
pub(crate) mod suffix;
pub(crate) mod team;
pub(crate) mod title;

use crate::gazetteer::Level;

/// What a rule read of a body besides its span.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct BodyReading {
    /// The head or listed body that it begins with, by its number in the matcher.
    pub(crate) head: u32,
    /// The level of its scope or place; a country's where it is central.
    pub(crate) level: Level,
}
