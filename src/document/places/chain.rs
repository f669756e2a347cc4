//! Chains of units: `xã Tân Lập, huyện Yên Bình (tỉnh Yên Bái)`, and lists before what they lie in.

use super::mention::Mention;
use crate::gazetteer::{Index, Level, table::Row};
use crate::rules::place::kinship::{Kinship, between};
use crate::text::normalize::composed;

/// Bytes between two places of a chain are fewer, with room for letters whose marks stand apart and for what hides in them.
const FARTHEST: usize = 90;

/// How many places further on the unit that a place lies in may stand.
const REACH: usize = 8;

/// Leaves of each mention the senses that lie in what stands after it, or else before it.
pub(super) fn narrow(index: &Index, text: &str, mentions: &mut [Mention<'_>]) {
    let count = mentions.len();
    // From the last to the first, so that the outer units are decided first.
    for at in (0..count).rev() {
        let (head, tail) = mentions.split_at_mut(at + 1);
        let Some((inner, before)) = head.split_last_mut() else { continue };
        let mut end = inner.end;
        let mut found = false;
        for outer in tail.iter_mut().take(REACH) {
            if !links(text, end, outer.start) {
                break;
            }
            end = outer.end;
            found = fit(index, inner, outer);
            if found {
                break;
            }
            if is_next(inner, outer) {
                // The lists know no such unit there: it went before they begin.
                inner.senses.clear();
                break;
            }
        }
        let mut start = inner.start;
        for outer in before.iter_mut().rev().take(2) {
            if found || !links(text, outer.end, start) {
                break;
            }
            start = outer.start;
            found = fit(index, inner, outer);
        }
    }
}

/// Whether some sense of one mention lies in some of another; both keep only such senses.
fn fit(index: &Index, inner: &mut Mention<'_>, outer: &mut Mention<'_>) -> bool {
    let lies = |a: Row<'_>, b: Row<'_>| between(index, a, b) == Kinship::Inside;
    let fits = |sense: &Row<'_>| outer.senses.iter().any(|around| lies(*sense, *around));
    if !inner.senses.iter().any(fits) {
        return false;
    }
    inner.senses.retain(fits);
    outer.senses.retain(|around| inner.senses.iter().any(|sense| lies(*sense, *around)));
    inner.is_told = inner.senses.len() == 1;
    let is_province = |row: &Row<'_>| Level::of_row(*row) == Level::Province;
    inner.is_direct = inner.class.is_some()
        && inner.level == Level::Commune
        && outer.senses.iter().all(is_province);
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

/// Whether what stands between two places joins them to a chain or list.
fn links(text: &str, end: usize, start: usize) -> bool {
    const LINKS: [&str; 14] = [
        ",", "(", ";", "-", "–", "/", "và", "thuộc", "của", "ở", ", thuộc", "(thuộc", "), ", ", ở",
    ];
    let given = text.get(end..start).filter(|given| given.len() < FARTHEST);
    let between = composed(given.unwrap_or("\n"));
    between.len() < 24 && !between.contains('\n') && {
        let between = between.trim();
        LINKS.contains(&between)
            || between.strip_prefix("cũ").is_some_and(|rest| LINKS.contains(&rest.trim()))
    }
}
