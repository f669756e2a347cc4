//! How two places are related: one lies in the other, or both in a third.

use crate::gazetteer::table::Row;
use crate::gazetteer::{Id, Index, Role};
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
    let parent = index.parent_of(inner);
    let wanted = index.id_of(outer);
    if !parent.is_some() {
        // A city of the world.
        let country = index.country_of(inner);
        let inside = country.is_some() && country == wanted;
        return if inside { Kinship::Inside } else { Kinship::None };
    }
    let is_or_became = |id: Id| id == wanted || index.became(id, wanted);
    if is_or_became(parent) {
        return Kinship::Inside;
    }
    let grandparent = index.parent_of_id(parent);
    if grandparent.is_some() && is_or_became(grandparent) {
        return Kinship::Inside;
    }
    if parent == index.parent_of(outer) { Kinship::Sibling } else { Kinship::None }
}
