//! What sort of place a name or a class word stands for.

use super::table::{Row, Table};

macro_rules! levels {
    ($($(#[$doc:meta])* $level:ident $text:literal)*) => {
        /// What sort of place a name or a class word stands for; kept in the attributes of names, so that a rule need not read rows.
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[repr(u8)]
        pub(crate) enum Level {
            #[default]
            None,
            $($(#[$doc])* $level,)*
        }

        impl Level {
            /// The level of these words in lists and values; [`Level::None`] for others.
            pub(crate) fn of_text(text: &str) -> Level {
                match text {
                    $($text => Level::$level,)*
                    _ => Level::None,
                }
            }

            /// The word for it in values; empty for [`Level::None`].
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    Level::None => "",
                    $(Level::$level => $text,)*
                }
            }

            /// The level of these attributes of a name.
            pub(crate) fn of(attributes: u32) -> Level {
                const ALL: &[Level] = &[Level::None, $(Level::$level),*];
                ALL.get((attributes >> SHIFT) as usize).copied().unwrap_or_default()
            }
        }
    };
}

levels! {
    Country "country"
    /// A part of a foreign country: `bang California`.
    State "state"
    Region "region"
    Province "province"
    /// Abroad, or of a level that the name tells.
    City "city"
    District "district"
    Commune "commune"
    /// Below the commune: thôn, ấp, tổ dân phố.
    Village "village"
    Road "road"
    Bridge "bridge"
    Station "station"
    Airport "airport"
    Port "port"
    BorderGate "border_gate"
    BorderMark "border_mark"
    EconomicZone "economic_zone"
    River "river"
    Lake "lake"
    Sea "sea"
    Island "island"
    Mountain "mountain"
    Nature "nature"
    /// A building, monument or square.
    Site "site"
}

/// Where the level lies in the attributes of a name.
const SHIFT: u32 = 27;

impl Level {
    /// The level as attributes of a name.
    pub(crate) const fn attributes(self) -> u32 {
        (self as u32) << SHIFT
    }

    /// The level as a member of a set of levels.
    pub(crate) const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The level of a row of a list of places or of class words.
    pub(crate) fn of_row(row: Row<'_>) -> Level {
        Level::of(row.attributes())
    }

    /// Reads the levels of the rows of a list, each by its number: what the column `level` says, else what the file holds.
    pub(super) fn reader(table: &Table) -> impl FnMut(usize) -> Level {
        let [level, kind] = ["level", "type"].map(|name| table.column(name));
        let cell = |row, column: Option<usize>| column.map_or("", |at| table.row(row).cell(at));
        // Most rows say the same as the one before.
        let mut last = (("", ""), Level::read(table, "", ""));
        move |row| {
            let said = (cell(row, level), cell(row, kind));
            if said != last.0 {
                last = (said, Level::read(table, said.0, said.1));
            }
            last.1
        }
    }

    /// The level that the columns `level` and `type` of a list say.
    fn read(table: &Table, level: &str, kind: &str) -> Level {
        let said = Level::of_text(level);
        if said != Level::None {
            return said;
        }
        match table.name() {
            "place/country.tsv" => Level::Country,
            "place/region_world.tsv" | "place/region.tsv" => Level::Region,
            "place/border_gate.tsv" => Level::BorderGate,
            "place/economic_zone.tsv" => Level::EconomicZone,
            _ => match kind {
                "thành phố" | "thủ đô" => Level::City,
                "bang" | "tỉnh" | "vùng" | "khu tự trị" | "quận" => Level::State,
                "đảo" | "quần đảo" | "island" | "archipelago" => Level::Island,
                "sông" | "river" | "canal" | "stream" | "waterfall" => Level::River,
                "hồ" | "lake" | "lagoon" => Level::Lake,
                "biển" | "vịnh" | "eo biển" | "sea" | "bay" | "strait" | "ocean" | "shoal"
                | "beach" | "estuary" | "cape" => Level::Sea,
                "núi" | "đèo" | "mountain" | "pass" | "range" | "cave" | "plateau" => {
                    Level::Mountain
                }
                "park" | "peninsula" | "forest" | "valley" | "desert" => Level::Nature,
                "platform" => Level::Site,
                said => Level::of_text(said),
            },
        }
    }
}
