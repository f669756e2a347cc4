//! How two places are related: one lies in the other, or both in a third.

use crate::gazetteer::table::Row;
use crate::gazetteer::{Heir, Id, Index, Role};
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
    let index = scene.index;
    let outer: Vec<(Id, Id)> =
        rows(scene, outer).map(|row| (index.id_of(row), index.parent_of(row))).collect();
    let mut closest = Kinship::None;
    for inner in rows(scene, inner) {
        let around = Around::of(index, inner);
        for &(id, parent) in &outer {
            closest = closest.max(around.relation(id, parent));
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

/// Whether a unit lies in any of others.
pub(crate) fn lies_in(index: &Index, inner: Row<'_>, outer: &[Row<'_>]) -> bool {
    let around = Around::of(index, inner);
    let mut relations =
        outer.iter().map(|outer| around.relation(index.id_of(*outer), index.parent_of(*outer)));
    relations.any(|relation| relation == Kinship::Inside)
}

/// What a unit lies in.
#[derive(Clone, Copy, Debug)]
enum Around<'i> {
    /// Two units, one in the other, the second if there is one, and what took their place.
    Units { parent: Id, outer: Option<Id>, heirs: [&'i [Heir]; 2] },
    /// That of a city of the world, if its list names one.
    Country(Option<Id>),
}

impl<'i> Around<'i> {
    fn of(index: &'i Index, unit: Row<'_>) -> Self {
        let known = |id: Id| Some(id).filter(|id| id.is_some());
        let Some(parent) = known(index.parent_of(unit)) else {
            return Self::Country(known(index.country_of(unit)));
        };
        let outer = known(index.parent_of_id(parent));
        let heirs =
            [index.heirs_of_id(parent), outer.map_or(&[][..], |outer| index.heirs_of_id(outer))];
        Self::Units { parent, outer, heirs }
    }

    /// The relation of the unit to one of this id that lies in another.
    fn relation(&self, id: Id, around: Id) -> Kinship {
        match *self {
            Self::Country(country) if country == Some(id) => Kinship::Inside,
            Self::Country(_) => Kinship::None,
            Self::Units { parent, outer, heirs } => {
                let became = || heirs.iter().any(|heirs| heirs.iter().any(|heir| heir.id == id));
                match () {
                    _ if parent == id || outer == Some(id) || became() => Kinship::Inside,
                    _ if parent == around => Kinship::Sibling,
                    _ => Kinship::None,
                }
            }
        }
    }
}
