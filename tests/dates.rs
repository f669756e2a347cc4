//! Any day written in any of the forms of newspapers is read back; what the calendar does not have is not read.

use dinhdanh::{DateValue, Day, Input, Kind};
use proptest::prelude::*;

use crate::corpus::EXTRACTOR;
use crate::properties::config;

/// A day of the years that news speaks of.
fn any_day() -> impl Strategy<Value = Day> {
    (1900i16..=2099, 1i8..=12, 1i8..=31)
        .prop_filter_map("the calendar has the day", |(year, month, day)| {
            Day::new(year, month, day).ok()
        })
}

/// A day, month and year that the calendar does not have.
fn no_day() -> impl Strategy<Value = (i16, i8, i8)> {
    (1900i16..=2099, 0i8..=13, 0i8..=33)
        .prop_filter("the calendar has no such day", |(year, month, day)| {
            Day::new(*year, *month, *day).is_err()
        })
}

/// The forms of a day, month and year.
fn forms(year: i16, month: i8, day: i8) -> Vec<String> {
    let mut forms = Vec::new();
    for mark in ['/', '-', '.'] {
        forms.push(format!("{day}{mark}{month}{mark}{year}"));
        forms.push(format!("{day:02}{mark}{month:02}{mark}{year}"));
        forms.push(format!("ngày {day}{mark}{month}{mark}{year}"));
        forms.push(format!("Sáng ngày {day:02}{mark}{month:02}{mark}{year}"));
    }
    forms.push(format!("ngày {day} tháng {month} năm {year}"));
    forms.push(format!("Ngày {day:02} tháng {month:02} năm {year}"));
    forms.push(format!("chiều ngày {day} tháng {month}, năm {year}"));
    forms.push(format!("8 giờ 30 phút ngày {day}/{month}/{year}"));
    forms.push(format!("{day}/{month} năm {year}"));
    forms.push(format!("{year}-{month:02}-{day:02}"));
    forms
}

/// The dates of a text, each with its words.
fn dates(input: Input<'_>) -> Vec<(String, DateValue)> {
    let extraction = EXTRACTOR.extract(input);
    let dates = extraction.entities().filter(|entity| entity.kind() == Kind::Date);
    dates.map(|e| (e.as_str().to_owned(), e.value().as_date().unwrap().clone())).collect()
}

/// The only date of a text, which must be written so.
fn only_date(input: Input<'_>, form: &str) -> Result<DateValue, TestCaseError> {
    let found = dates(input);
    prop_assert_eq!(found.len(), 1, "{:?} in {:?}", found, form);
    prop_assert_eq!(&found[0].0, form);
    Ok(found[0].1.clone())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn days_are_read_back_in_every_form(day in any_day()) {
        for form in forms(day.year(), day.month(), day.day()) {
            let text = format!("Kho thóc mở cửa vào {form}.");
            let value = only_date(Input::new(&text), &form)?;
            prop_assert_eq!((value.from().copied(), value.to().copied()), (Some(day), Some(day)), "{}", form);
            prop_assert_eq!(value.edtf().map(str::to_owned), Some(day.to_string()), "{}", form);
            prop_assert!(value.implied().is_empty(), "{}", form);
        }
    }

    #[test]
    fn days_without_year_are_the_nearest(day in any_day(), ahead in -150i64..=150) {
        let reference = jump(day, ahead);
        let (number, month) = (day.day(), day.month());
        let forms = [
            format!("ngày {number}/{month}"),
            format!("ngày {number:02}-{month:02}"),
            format!("tối {number}.{month}"),
            format!("ngày {number} tháng {month}"),
        ];
        for form in forms {
            let text = format!("Kho thóc mở cửa {form}.");
            let value = only_date(Input::new(&text).reference_date(reference), &form)?;
            prop_assert_eq!(value.from().copied(), Some(day), "{} from {}", form, reference);
            prop_assert_eq!(value.implied(), ["year"]);
        }
    }

    #[test]
    fn ranges_are_read_back(from in any_day(), length in 1i64..=20) {
        let to = jump(from, length);
        let ((d, m, y), (e, n, z)) = (parts(from), parts(to));
        let mut forms = vec![format!("ngày {d}/{m}/{y} - {e}/{n}/{z}")];
        if y == z {
            forms.push(format!("ngày {d}/{m}-{e}/{n}/{z}"));
        }
        if m == n {
            forms.push(format!("ngày {d}-{e}/{n}/{z}"));
            forms.push(format!("ngày {d} đến {e} tháng {n} năm {z}"));
        }
        for form in forms {
            let text = format!("Kho thóc mở cửa trong {form}.");
            let value = only_date(Input::new(&text), &form)?;
            prop_assert_eq!((value.from().copied(), value.to().copied()), (Some(from), Some(to)), "{}", form);
            prop_assert_eq!(value.edtf().map(str::to_owned), Some(format!("{from}/{to}")), "{}", form);
        }
    }

    #[test]
    fn months_and_quarters_are_read_back(year in 1900i16..=2099, month in 1i8..=12) {
        let first = Day::new(year, month, 1).unwrap();
        for form in [format!("tháng {month}/{year}"), format!("tháng {month} năm {year}"), format!("tháng {month:02}-{year}")] {
            let text = format!("Kho thóc đầy vào {form}.");
            let value = only_date(Input::new(&text), &form)?;
            prop_assert_eq!(value.from().copied(), Some(first), "{}", form);
            prop_assert_eq!(value.edtf().map(str::to_owned), Some(format!("{year}-{month:02}")), "{}", form);
            let after = jump(*value.to().unwrap(), 1);
            prop_assert_eq!((after.day(), (after.month() - 1).rem_euclid(12)), (1, month % 12), "{}", form);
        }
        let quarter = (month - 1) / 3;
        let roman = ["I", "II", "III", "IV"][quarter as usize];
        for form in [format!("quý {roman}/{year}"), format!("quý {} năm {year}", quarter + 1)] {
            let text = format!("Kho thóc đầy vào {form}.");
            let value = only_date(Input::new(&text), &form)?;
            prop_assert_eq!(value.from().copied(), Day::new(year, quarter * 3 + 1, 1).ok(), "{}", form);
            prop_assert_eq!(value.edtf().map(str::to_owned), Some(format!("{year}-{}", 33 + quarter)), "{}", form);
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_day((year, month, day) in no_day()) {
        for form in forms(year, month, day) {
            let text = format!("Kho thóc mở cửa vào {form}.");
            for (found, value) in dates(Input::new(&text)) {
                prop_assert!(value.from() != value.to() || value.from().is_none(), "{} in {}", found, form);
            }
        }
    }

    #[test]
    fn days_told_by_words_are_counted_from_the_article(day in any_day()) {
        for (form, count) in [("hôm nay", 0), ("hôm qua", -1), ("sáng mai", 1), ("hôm kia", -2), ("3 ngày trước", -3)] {
            let text = format!("Kho thóc mở cửa {form}.");
            let value = only_date(Input::new(&text).reference_date(day), form)?;
            prop_assert_eq!(value.from().copied(), Some(jump(day, count)), "{} from {}", form, day);
        }
    }
}

fn parts(day: Day) -> (i8, i8, i16) {
    (day.day(), day.month(), day.year())
}

/// The day so many days later, counted one by one.
fn jump(mut day: Day, days: i64) -> Day {
    for _ in 0..days.abs() {
        let (number, month, year) = parts(day);
        day = if days > 0 {
            let next = Day::new(year, month, number + 1).or_else(|_| Day::new(year, month + 1, 1));
            next.or_else(|_| Day::new(year + 1, 1, 1)).unwrap()
        } else if number > 1 {
            Day::new(year, month, number - 1).unwrap()
        } else {
            let (year, month) = if month > 1 { (year, month - 1) } else { (year - 1, 12) };
            (28..=31).rev().find_map(|number| Day::new(year, month, number).ok()).unwrap()
        };
    }
    day
}
