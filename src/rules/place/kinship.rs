//! How two places are related: one lies in the other, or both in a third.

use crate::gazetteer::table::Row;
use crate::gazetteer::{Index, Role};
use crate::rules::Scene;

/// The relation of a unit to another.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Kinship {
    None,
    /// Both lie in the same unit: two districts of a province.
    Sibling,
    /// The first lies in the second.
    Inside,
}

/// Tokens of a name: the first, and the one after the last.
pub(crate) type Extent = (usize, usize);

/// The closest relation between any two units that two names may stand for.
pub(crate) fn kinship(scene: &Scene<'_>, inner: Extent, outer: Extent) -> Kinship {
    let mut closest = Kinship::None;
    for inner in rows(scene, inner) {
        for outer in rows(scene, outer) {
            closest = closest.max(between(scene.index, inner, outer));
            if closest == Kinship::Inside {
                return closest;
            }
        }
    }
    closest
}

/// The places that a name may stand for.
fn rows<'s>(scene: &'s Scene<'_>, (start, end): Extent) -> impl Iterator<Item = Row<'s>> {
    let names = scene.named(start, Role::Place).filter(move |(stop, _)| *stop == end);
    names.filter_map(|(_, name)| scene.row(name))
}

/// The relation of two units.
pub(crate) fn between(index: &Index, inner: Row<'_>, outer: Row<'_>) -> Kinship {
    let parent = inner.get("parent");
    if parent.is_empty() {
        // A city of the world.
        let country = inner.get("country");
        let inside = !country.is_empty() && country == outer.get("id");
        return if inside { Kinship::Inside } else { Kinship::None };
    }
    if is_or_became(index, parent, outer) {
        return Kinship::Inside;
    }
    let grandparent = index.row_of_id(parent).map_or("", |row| row.get("parent"));
    if !grandparent.is_empty() && is_or_became(index, grandparent, outer) {
        return Kinship::Inside;
    }
    if parent == outer.get("parent") { Kinship::Sibling } else { Kinship::None }
}

/// Whether an id is that of a unit, or of one that went over into it.
fn is_or_became(index: &Index, id: &str, unit: Row<'_>) -> bool {
    let wanted = unit.get("id");
    id == wanted
        || index.row_of_id(id).is_some_and(|row| {
            row.list("successor").any(|successor| successor.split(':').next() == Some(wanted))
        })
}
