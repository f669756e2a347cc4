//! A date as it is written: what its words say, before anything is known of the day on which they were written.

use crate::calendar::{PartOfDay, Season, Unit};
use crate::value::Precision;

/// A date as it is written. The document stage fills in what it leaves open.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    pub(crate) first: Point,
    /// The other end of a range, or the last of a list.
    pub(crate) last: Option<Point>,
    /// The days of a list between the first and the last: the 2 in `các ngày 1, 2 và 3-9`.
    pub(crate) between: Vec<u8>,
    pub(crate) is_list: bool,
    pub(crate) part_of_day: Option<PartOfDay>,
    pub(crate) time: Option<Time>,
    pub(crate) tense: Option<Tense>,
    pub(crate) borrowed: Borrowed,
    pub(crate) setting: Setting,
}

/// A point on the calendar, with the parts that are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Point {
    /// `ngày 5/3`; without a month, `ngày 5`.
    Day {
        year: YearOf,
        month: Option<u8>,
        day: u8,
    },
    /// The day of a month told by its distance: `ngày 20 tháng này`.
    DayOfMonth {
        months: i8,
        day: u8,
    },
    Month {
        year: YearOf,
        month: u8,
    },
    /// Months of one year: a quarter, a half, `9 tháng đầu năm`.
    Months {
        year: YearOf,
        first: u8,
        last: u8,
        precision: Precision,
    },
    /// A week that lies wholly in a month, counted from 1: `tuần đầu tiên của tháng 9`, `tuần thứ hai tháng 9`.
    WeekOfMonth {
        year: YearOf,
        month: u8,
        nth: u8,
    },
    /// So many last days of a month: `10 ngày cuối tháng 2`.
    LastDays {
        year: YearOf,
        month: u8,
        count: u8,
    },
    /// The first or last days of a month: `10 ngày đầu tháng 6`, `nửa cuối tháng 7`.
    DaysOfMonth {
        year: YearOf,
        month: u8,
        first: u8,
        last: u8,
    },
    Season {
        year: YearOf,
        season: Season,
    },
    Year(YearOf),
    /// Years told by themselves: a decade, a century, a half of one.
    Years {
        first: i16,
        last: i16,
        precision: Precision,
    },
    Weekday {
        weekday: u8,
        week: Week,
    },
    /// So many units from the reference day or the last date named.
    Shift {
        unit: Unit,
        count: i32,
        origin: Origin,
    },
    /// A day of the lunar calendar; without a day, a month of it.
    Lunar {
        year: YearOf,
        month: Option<u8>,
        day: Option<u8>,
    },
    /// The last day of a lunar year.
    LunarYearEnd {
        year: YearOf,
    },
    /// A year of the lunar calendar: `năm Giáp Thìn`.
    LunarYear {
        cycle: u8,
        year: YearOf,
    },
    /// The third Sunday of a month and such: the day of a weekday in a month, counted from 1.
    NthWeekday {
        year: YearOf,
        month: u8,
        weekday: u8,
        nth: u8,
    },
    /// The same part of another year: `cùng kỳ`.
    SamePeriod {
        year: YearOf,
    },
}

/// Which year a point lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum YearOf {
    Open,
    Written(i16),
    /// So many years from the reference day: `năm ngoái`.
    Shifted(i8),
    /// A year by its place in the cycle of sixty: `năm Giáp Thìn`.
    Cycle(u8),
}

/// Which of the weekdays of a name is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Week {
    Nearest,
    /// That of a week so many after the present one.
    Offset(i8),
    /// The next one: `thứ sáu tới`.
    Next,
    /// The last one: `thứ ba vừa rồi`.
    Previous,
}

/// What a distance is counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Origin {
    Reference,
    /// The last date named.
    Last,
    /// The last date named in the article, if there is one: `hai ngày sau`.
    LastOrReference,
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Time {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
}

/// What the words of report or plan around a date say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Tense {
    Past,
    Future,
    /// `ngày 20/9 tới`
    Next,
    /// `ngày 20/9 vừa qua`
    Previous,
}

/// The parts that a date takes from a date beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Borrowed {
    pub(crate) year: bool,
    pub(crate) month: bool,
}

/// Where a date stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Setting {
    #[default]
    Text,
    /// A stamp of date and time: `07/03/2024 - 06:00`.
    Stamp,
    /// A full date on a line of its own, or the place and day above a letter.
    Line,
    /// After a word of today, whose day it tells: `hôm nay (10/6)`; how many days from the reference day.
    Gloss(i8),
    /// After the same day of the other calendar: `ngày 6/2 (tức mùng 10 tháng Giêng)`.
    Same,
    /// Of a life, or of what happened once: `sinh ngày 3/3/1960`, so that it says nothing of the article's year.
    Life,
    /// A year that is looked back on: `từ năm 2012`, `Năm 2012, …`.
    Recalled,
    /// In the name of an event of the present year, as a rule: `APEC 2025`.
    Edition,
    /// In the future by its frame, so that it says nothing of the article's year: `đến năm 2030`.
    Goal,
}

impl Expression {
    /// A date of one point.
    pub(crate) fn of(first: Point) -> Self {
        Self {
            first,
            last: None,
            between: Vec::new(),
            is_list: false,
            part_of_day: None,
            time: None,
            tense: None,
            borrowed: Borrowed::default(),
            setting: Setting::Text,
        }
    }

    /// A date from one point to another.
    pub(crate) fn range(first: Point, last: Point) -> Self {
        Self { last: Some(last), ..Self::of(first) }
    }
}

impl Point {
    /// The year, where the point can have one of its own.
    pub(crate) fn year(mut self) -> Option<YearOf> {
        match self {
            Point::SamePeriod { .. } => None,
            _ => self.year_of().copied(),
        }
    }

    /// The same point in another year.
    pub(crate) fn with_year(mut self, new: YearOf) -> Self {
        if let Some(year) = self.year_of() {
            *year = new;
        }
        self
    }

    /// Where the point keeps its year.
    fn year_of(&mut self) -> Option<&mut YearOf> {
        match self {
            Point::Day { year, .. }
            | Point::Month { year, .. }
            | Point::Months { year, .. }
            | Point::WeekOfMonth { year, .. }
            | Point::LastDays { year, .. }
            | Point::DaysOfMonth { year, .. }
            | Point::Season { year, .. }
            | Point::Lunar { year, .. }
            | Point::LunarYearEnd { year }
            | Point::NthWeekday { year, .. }
            | Point::SamePeriod { year }
            | Point::Year(year) => Some(year),
            _ => None,
        }
    }
}
