//! Chains of units: `xã Tân Lập, huyện Yên Bình (tỉnh Yên Bái)`, and lists before what they lie in.

use std::slice;

use super::mention::Mention;
use crate::document::{Article, reach};
use crate::gazetteer::{Index, Level, table::Row};
use crate::rules::place::kinship::lies_in;
use crate::text::normalize::composed;

/// Bytes between two places of a chain are fewer, with room for letters whose marks stand apart and for what hides in them.
const FARTHEST: usize = 90;

/// Bytes between them in composed text are fewer.
const LONGEST: usize = 24;

/// How many places further on the unit that a place lies in may stand.
const REACH: usize = 8;

/// Leaves of each mention the senses that lie in what stands after it, or else before it.
pub(super) fn narrow(article: &Article<'_>, mentions: &mut [Mention<'_>]) {
    let (index, text) = (article.index, article.input.text);
    let count = mentions.len();
    // Whether each is joined to the next.
    let pairs = mentions.iter().zip(mentions.iter().skip(1));
    let joined: Vec<bool> = pairs.map(|(one, next)| links(article, one.end, next.start)).collect();
    // From the last to the first, so that the outer units are decided first.
    for at in (0..count).rev() {
        let (head, tail) = mentions.split_at_mut(at + 1);
        let Some((inner, before)) = head.split_last_mut() else { continue };
        let (joined_before, joined_after) = joined.split_at(at.min(joined.len()));
        let mut found = false;
        let outer = tail.iter_mut().zip(joined_after).take(REACH);
        for (outer, _) in outer.take_while(|(_, is_joined)| **is_joined) {
            let end = outer.end;
            found = fit(index, inner, outer, || ends_former(text, end));
            if found {
                break;
            }
            if is_next(inner, outer) && !ends_former(text, end) {
                // The lists know no such unit there: it went before they begin.
                inner.clear();
                break;
            }
        }
        if !found && tail.first().is_some_and(|outer| contradicts(text, inner, outer)) {
            inner.clear();
            continue;
        }
        if !found {
            let outer = before.iter_mut().rev().zip(joined_before.iter().rev()).take(2);
            let mut outer = outer.take_while(|(_, is_joined)| **is_joined);
            outer.any(|(outer, _)| fit(index, inner, outer, || false));
        }
    }
}

/// Whether some sense of one mention lies in some of another; both keep only such senses.
fn fit(
    index: &Index,
    inner: &mut Mention<'_>,
    outer: &mut Mention<'_>,
    is_former: impl Fn() -> bool,
) -> bool {
    // `phường Linh Trung (quận Thủ Đức)` lies in the city that the district became.
    let has_become = |a: Row<'_>, b: &Row<'_>| {
        Level::of_row(*b) == Level::District && index.became(index.id_of(*b), index.parent_of(a))
    };
    let lies = |a: Row<'_>, around: &[Row<'_>]| {
        lies_in(index, a, around) || around.iter().any(|b| has_become(a, b))
    };
    let fit = inner.senses.iter().copied().filter(|sense| lies(*sense, &outer.senses));
    let fit: Vec<_> = fit.collect();
    if fit.is_empty() {
        return false;
    }
    inner.is_inside = true;
    // `TP Huế` may be the city of that province.
    let is_province = |row: &Row<'_>| Level::of_row(*row) == Level::Province;
    inner.is_direct = inner.class.is_some()
        && inner.level == Level::Commune
        && outer.senses.iter().all(is_province);
    // What only one is surely lies around.
    if outer.senses.len() > 1 {
        outer.retain(|around| fit.iter().any(|sense| lies(*sense, slice::from_ref(around))));
    }
    if fit.len() < inner.senses.len() {
        // `các xã Bà Điểm, Hóc Môn (huyện Hóc Môn cũ)` are what became of the communes there.
        let is_heir = |sense: &&Row<'_>| {
            !fit.iter().any(|old| old.is(**sense))
                && fit.iter().any(|old| index.became(index.id_of(*old), index.id_of(**sense)))
                && is_former()
        };
        let heirs = inner.senses.iter().filter(is_heir);
        inner.senses = fit.iter().chain(heirs).copied().collect();
    }
    inner.is_told = inner.senses.len() == 1;
    outer.is_told |= outer.senses.len() == 1;
    true
}

/// Whether the second is told and of the level that the first lies in: a district after a commune.
fn is_next(inner: &Mention<'_>, outer: &Mention<'_>) -> bool {
    inner.class.is_some()
        && outer.senses.len() == 1
        && matches!(
            (inner.level, outer.level),
            (Level::Commune, Level::District) | (Level::District, Level::Province)
        )
}

/// Whether the chain that a place ends or goes on is said to be of the past: (huyện Hóc Môn, TP.HCM `cũ`).
fn ends_former(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let rest = composed(rest.get(..reach::after(rest, FARTHEST)).unwrap_or_default());
    let chain = rest.split([')', '\n', ';']).next().unwrap_or_default();
    let chain = chain.split(". ").next().unwrap_or_default();
    chain.trim_end().ends_with("cũ")
}

/// Whether a name alone is said to lie in a unit where the lists know none of the name: khu `Trung Sơn` (huyện Bình Chánh), chi nhánh `Phú Tài` (Bình Định). After a comma, a list as often as a
/// chain, a province is said so of communes alone.
fn contradicts(text: &str, inner: &Mention<'_>, outer: &Mention<'_>) -> bool {
    let level = |row: &Row<'_>| Level::of_row(*row);
    let all = |mention: &Mention<'_>, levels: &[Level]| {
        !mention.senses.is_empty() && mention.senses.iter().all(|row| levels.contains(&level(row)))
    };
    inner.class.is_none()
        && inner.level == Level::None
        && all(inner, &[Level::Commune, Level::District])
        && match text.get(inner.end..outer.start).map(str::trim) {
            Some("(") => {
                all(outer, &[Level::Province])
                    || all(inner, &[Level::Commune]) && all(outer, &[Level::District])
            }
            Some(",") => all(inner, &[Level::Commune]) && all(outer, &[Level::Province]),
            _ => false,
        }
}

/// Whether what stands between two places joins them to a chain or list.
fn links(article: &Article<'_>, end: usize, start: usize) -> bool {
    const LINKS: [&str; 14] = [
        ",", "(", ";", "-", "–", "/", "và", "thuộc", "của", "ở", ", thuộc", "(thuộc", "), ", ", ở",
    ];
    let farthest = if article.is_regular { LONGEST } else { FARTHEST };
    let text = article.input.text;
    let Some(given) = text.get(end..start).filter(|given| given.len() < farthest) else {
        return false;
    };
    // Most chains and lists have commas.
    if given == ", " {
        return true;
    }
    let first = given.bytes().find(|byte| *byte != b' ');
    if !first.is_some_and(may_begin_link) {
        return false;
    }
    let between = article.composed(end..start);
    between.len() < LONGEST && !between.contains('\n') && {
        let between = between.trim();
        LINKS.contains(&between)
            || between.strip_prefix("cũ").is_some_and(|rest| LINKS.contains(&rest.trim()))
    }
}

/// Whether a link may begin with a byte, in whatever form: most words between two places join nothing.
fn may_begin_link(byte: u8) -> bool {
    // White space is looked through; `ở` may be an o with its marks.
    matches!(byte, 0..=b' ' | b',' | b'(' | b';' | b'-' | b'/' | b'v' | b't' | b'c' | b'o' | 0x80..)
}
