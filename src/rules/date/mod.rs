//! Dates: a grammar of what stands on the calendar, a file for each construction.
//!
//! Every construction is a function from a token to what it finds there; [`opening`] tells which can begin at a token. The longest find is proposed if [`context`] lets it stand.
//! Which day a find means is not decided here: [`expression::Expression`] keeps what is written, the document stage fills in the rest.

mod context;
mod cycle;
mod days;
pub(crate) mod expression;
mod festival;
mod lunar;
mod moment;
mod neighbour;
mod number;
mod numeric;
mod opening;
mod period;
mod relative;
mod setting;
mod tense;
mod time;
mod weekday;
mod year;

use super::{Proposals, Proposer, Scene, Triggers};
use crate::Kind;
use crate::candidate::{Candidate, Payload, Strength};
use crate::gazetteer::{DateWord, Role, neighbour as flag};
use crate::text::{Shape, Sym, word};
use expression::{Expression, Point, Setting, YearOf};
use opening::Openings;

const NUMERIC: &str = "rule/date/numeric";
const WRITTEN: &str = "rule/date/written";
const RANGE: &str = "rule/date/range";
const LIST: &str = "rule/date/list";
const STAMP: &str = "rule/date/stamp";
const WEEKDAY: &str = "rule/date/weekday";
const RELATIVE: &str = "rule/date/relative";
const PERIOD: &str = "rule/date/period";
const YEAR: &str = "rule/date/year";
const LUNAR: &str = "rule/date/lunar";
const FESTIVAL: &str = "rule/date/festival";

/// Points and periods on the calendar.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &[
        NUMERIC, WRITTEN, RANGE, LIST, STAMP, WEEKDAY, RELATIVE, PERIOD, YEAR, LUNAR, FESTIVAL,
    ],
    triggers: Triggers {
        words: &opening::WORDS,
        roles: &[Role::Period, Role::Festival],
        shapes: &[Shape::Number],
    },
    propose,
};

/// What a construction finds.
#[derive(Clone, Debug)]
struct Found {
    /// The token after the last.
    end: usize,
    expression: Expression,
    form: Form,
}

/// How a find is written, and so what it needs to stand.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// Day, month and year in figures.
    Full,
    /// Day, month and a year of two digits.
    Short,
    /// Day and month in figures, with this mark, without anything that says they are a day.
    Bare(char),
    /// The same after a class word or a part of the day.
    Class(char),
    /// Day and month in words, without class word.
    BareWords,
    /// Month and year in figures, without class word.
    BareMonth,
    /// In words that nothing else has.
    Words,
    /// With a class word.
    Marked,
    /// A day without its month.
    DayAlone,
    /// A month without its year.
    Month,
    /// `đầu năm`
    Vague,
    /// A year, or years, with a class word.
    Year,
    BareYear,
    BareYears,
    /// Told from the article's day or in the lunar calendar.
    Told,
    /// `mùng 1` alone.
    Early,
    Festival,
}

impl Form {
    /// The form after a class word, a part of the day or a time.
    fn marked(self) -> Self {
        match self {
            Form::Bare(mark) => Form::Class(mark),
            Form::Short | Form::BareWords => Form::Marked,
            form => form,
        }
    }

    /// The form after a vague word: what it stands before cannot be anything else.
    fn told(self) -> Self {
        match self {
            Form::Month | Form::Year => Form::Words,
            form => form,
        }
    }
}

/// What the longest word of dates at a token says, with the token after it.
#[inline]
fn word_of(scene: &Scene<'_>, at: usize) -> Option<(usize, DateWord)> {
    if scene.has(at, Role::Period.bit()) { listed(scene, at) } else { None }
}

/// The same, where a name of the list is known to begin.
fn listed(scene: &Scene<'_>, at: usize) -> Option<(usize, DateWord)> {
    let (end, name) = scene.longest(at, Role::Period)?;
    Some((end, DateWord::unpack(name.attributes)?))
}

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let openings = opening::fitting(scene, at);
    // After most words nothing fits.
    if openings != Some(0) {
        read(openings, scene, at, out);
    }
}

/// Proposes what the constructions of openings find at a token.
#[inline(never)]
fn read(openings: Option<Openings>, scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    opening::each(openings, scene, at, |construction| {
        if let Some(found) = construction(scene, at) {
            add(scene, at, found, out);
        }
    });
}

/// Proposes what a construction finds at a token, if it is a date there.
#[inline(never)]
fn add(scene: &Scene<'_>, at: usize, mut found: Found, out: &mut Proposals) {
    let Some(strength) = context::strength(scene, at, &found, &out.candidates) else { return };
    set(scene, at, &mut found);
    if strength == Strength::Pending && found.form == Form::BareYear {
        found.expression.setting = Setting::Edition;
    }
    let item = out.dates.len() as u32;
    let candidate = Candidate::new(Kind::Date, at, found.end, rule(&found))
        .strength(strength)
        .payload(Payload::Item(item));
    out.push(candidate);
    out.dates.push(found.expression);
}

/// Adds what the surroundings say: the tense of the sentence, the setting, parts of a date beside it.
fn set(scene: &Scene<'_>, at: usize, found: &mut Found) {
    let expression = &mut found.expression;
    if expression.tense.is_none() {
        expression.tense = tense::read(scene, at, found.end);
    }
    if expression.setting != Setting::Text {
        return;
    }
    let is_full = matches!(expression.first, Point::Day { year: YearOf::Written(_), .. });
    if setting::is_of_life(scene, at) {
        expression.setting = Setting::Life;
    } else if is_full && expression.last.is_none() && setting::ends_line(scene, at, found.end) {
        expression.setting = Setting::Line;
    } else if (scene.is_mark(at.wrapping_sub(1), '(') || scene.is_mark(at.wrapping_sub(1), ','))
        && matches!(expression.first, Point::Day { .. })
    {
        let words: [(Sym, i8); 3] = [(word!("nay"), 0), (word!("qua"), -1), (word!("mai"), 1)];
        let told = words.iter().find(|(word, _)| scene.is(at.wrapping_sub(2), *word));
        if let Some((_, count)) = told {
            expression.setting = Setting::Gloss(*count);
        }
    } else if matches!(expression.first, Point::Lunar { year: YearOf::Open, day: Some(_), .. })
        && (scene.is_mark(at.wrapping_sub(1), '(')
            || scene.is_any(at.wrapping_sub(1), &[word!("tức"), word!("nhằm")]))
    {
        expression.setting = Setting::Same;
    } else if setting::is_goal(scene, at, &expression.first) {
        expression.setting = Setting::Goal;
    } else if matches!(expression.first, Point::Year(_))
        && setting::is_recalled(scene, at, found.end)
    {
        expression.setting = Setting::Recalled;
    }
    borrow(scene, found);
}

/// Gives a day or month without year that of the date that it goes on to: `15/6` in `từ 15/6 đến 20/6/1968`.
fn borrow(scene: &Scene<'_>, found: &mut Found) {
    let expression = &mut found.expression;
    let joints = [word!("đến"), word!("tới"), word!("và")];
    if expression.last.is_some() || expression.first.year() != Some(YearOf::Open) {
        return;
    }
    if !(scene.is_any(found.end, &joints) || scene.is_mark(found.end, ',')) {
        return;
    }
    let next = match expression.first {
        Point::Day { .. } => moment::read(scene, found.end + 1),
        Point::Month { .. } => period::months(scene, found.end + 1),
        _ => None,
    };
    let Some(next) = next else { return };
    let mut pair = Expression::range(expression.first, next.expression.first);
    pair.borrow_year();
    expression.borrowed.year |= pair.first != expression.first;
    expression.first = pair.first;
}

/// A month and a year in figures, or two with a dash: `11/2016`, `2/2016-5/2017`, `từ 1.2026`.
fn bare_month(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let (first, dash) =
        numeric::month_and_year(scene, at).filter(|_| numeric::begins(scene, at))?;
    // `từ 1.2026`; elsewhere a full stop makes a number of it.
    let is_led = neighbour::says(scene, at.wrapping_sub(1), flag::DAY | flag::YEAR);
    let mark = numeric::mark(scene, at + 1).filter(|mark| is_led || *mark != '.')?;
    let (end, expression) = match numeric::month_after_dash(scene, dash, mark, &first) {
        Some((last, end)) => (end, Expression::range(first, last)),
        None => (dash, Expression::of(first)),
    };
    numeric::ends(scene, end, mark).then_some(Found { end, expression, form: Form::BareMonth })
}

/// The id of the rule that a find is proposed by.
fn rule(found: &Found) -> &'static str {
    let expression = &found.expression;
    match (&expression.first, &expression.last) {
        _ if expression.setting == Setting::Stamp => STAMP,
        _ if found.form == Form::Festival => FESTIVAL,
        (Point::Day { .. }, Some(_)) if expression.is_list => LIST,
        (Point::Day { .. }, Some(_)) => RANGE,
        (Point::Day { .. }, None) if matches!(found.form, Form::Words | Form::Marked) => WRITTEN,
        (Point::Day { .. }, None) => NUMERIC,
        (Point::Weekday { .. }, _) => WEEKDAY,
        (Point::Shift { .. } | Point::SamePeriod { .. }, _) => RELATIVE,
        (Point::Year(_) | Point::Years { .. }, _) => YEAR,
        (Point::Lunar { .. } | Point::LunarYear { .. } | Point::LunarYearEnd { .. }, _) => LUNAR,
        _ => PERIOD,
    }
}
