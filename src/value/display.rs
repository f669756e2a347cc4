//! Values in short, for people: the name first, then what else is known, parted by commas.

use std::fmt;
use std::str::FromStr;

use super::*;
use crate::Error;

/// Writes what is there, with a comma between two parts.
fn join<'p>(
    f: &mut fmt::Formatter<'_>,
    parts: impl IntoIterator<Item = Option<&'p str>>,
) -> fmt::Result {
    let mut parts = parts.into_iter().flatten();
    if let Some(first) = parts.next() {
        f.write_str(first)?;
    }
    parts.try_for_each(|part| write!(f, ", {part}"))
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Person(value) => value.fmt(f),
            Value::Organization(value) => value.fmt(f),
            Value::Place(value) => value.fmt(f),
            Value::Document(value) => value.fmt(f),
            Value::Date(value) => value.fmt(f),
            Value::Rank(value) => value.fmt(f),
            Value::Own(value) => value.fmt(f),
            Value::Position(value) => value.fmt(f),
        }
    }
}

impl fmt::Display for PersonValue {
    /// `Lê Đức Thái, Trung tướng, Tư lệnh Bộ đội Biên phòng`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let positions = self.positions().iter().map(|position| Some(&**position));
        join(f, [self.name(), self.rank()].into_iter().chain(positions))
    }
}

impl fmt::Display for OfficeStatus {
    /// `Bí thư Tỉnh ủy, former`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        join(
            f,
            [self.title(), self.former().then_some("former"), self.acting().then_some("acting")],
        )
    }
}

impl fmt::Display for OrganizationValue {
    /// `Tỉnh ủy Quảng Ninh, province`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        join(f, [self.name(), self.level()])?;
        self.successor().map_or(Ok(()), |now| write!(f, ", now {now}"))
    }
}

impl fmt::Display for PlaceValue {
    /// `Quảng Ninh, province, 22`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        join(f, [self.name(), self.level(), self.code()])?;
        let units = [(", now ", " and ", self.now()), (", perhaps ", " or ", self.candidates())];
        for (before, between, units) in units {
            for (at, unit) in units.iter().enumerate() {
                write!(f, "{}{unit}", if at == 0 { before } else { between })?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for UnitRef {
    /// `Quảng Ninh (22)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name().unwrap_or_default())?;
        let code = self.code().or(self.id());
        code.map_or(Ok(()), |code| write!(f, " ({code})"))?;
        f.write_str(if self.part() { " in part" } else { "" })
    }
}

impl fmt::Display for DocumentValue {
    /// `khoản 3 Điều 5 Nghị định số 100/2019/NĐ-CP, Chính phủ, 2019-12-30`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(pinpoint) = self.pinpoint() {
            write!(f, "{pinpoint} ")?;
        }
        let signed = self.date().map(|day| day.to_string());
        join(f, [self.citation(), self.issuer(), signed.as_deref()])
    }
}

impl fmt::Display for Pinpoint {
    /// `điểm a khoản 3 Điều 5`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [("điểm", self.point()), ("khoản", self.clause()), ("Điều", self.article())];
        let parts = parts.iter().filter_map(|(word, part)| Some((word, (*part)?)));
        for (at, (word, part)) in parts.enumerate() {
            write!(f, "{}{word} {part}", if at == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

impl fmt::Display for DateValue {
    /// `2024-03-05, afternoon` or `2024-01-01 to 2024-06-30`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = match (self.from(), self.to()) {
            (Some(from), Some(to)) if from == to => Some(from.to_string()),
            (Some(from), Some(to)) => Some(format!("{from} to {to}")),
            (Some(from), None) => Some(format!("from {from}")),
            (None, Some(to)) => Some(format!("to {to}")),
            (None, None) => self.edtf().map(str::to_owned),
        };
        join(f, [days.as_deref(), self.part_of_day(), self.time(), self.calendar()])
    }
}

impl fmt::Display for RankValue {
    /// `Trung tướng`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name().unwrap_or_default())
    }
}

impl fmt::Display for OwnValue {
    /// `Vàng SJC, product/sjc`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        join(f, [self.name(), self.id()])
    }
}

impl fmt::Display for PositionValue {
    /// `Bí thư, Tỉnh ủy Quảng Ninh, former`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scope = self.organization().or(self.place());
        let status = [self.former().then_some("former"), self.acting().then_some("acting")];
        join(f, [self.title(), scope].into_iter().chain(status))
    }
}

impl Precision {
    /// Every precision, the narrowest first.
    pub const ALL: [Precision; 10] = [
        Precision::Day,
        Precision::Week,
        Precision::Month,
        Precision::Quarter,
        Precision::Half,
        Precision::Year,
        Precision::Decade,
        Precision::Century,
        Precision::Range,
        Precision::Season,
    ];

    /// The name as output files write it: `day`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Half => "half",
            Precision::Year => "year",
            Precision::Decade => "decade",
            Precision::Century => "century",
            Precision::Range => "range",
            Precision::Season => "season",
        }
    }
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Precision {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Precision::ALL.into_iter().find(|precision| precision.as_str() == text).ok_or_else(|| {
            let names = Precision::ALL.map(Precision::as_str).join(", ");
            Error::form(format!("one of {names}"), format!("{text:?}"))
        })
    }
}
