//! The bundled lists: the only file that names them.

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../gazetteers/", $name)))),*]
    };
}

/// Every file of `gazetteers/`, in the order in which they are read.
pub(super) const FILES: &[(&str, &str)] = files![
    "date/festival.tsv"
    "date/lunar.cue.tsv"
    "date/neighbour.cue.tsv"
    "date/period.cue.tsv"
    "document/after_number.cue.tsv"
    "document/document.ambiguous.tsv"
    "document/document.blocked.tsv"
    "document/issuer.tsv"
    "document/law.tsv"
    "document/resolution.tsv"
    "document/title_end.cue.tsv"
    "document/treaty.tsv"
    "document/type.tsv"
    "organization/army.tsv"
    "organization/club.cue.tsv"
    "organization/company.tsv"
    "organization/company_form.cue.tsv"
    "organization/department.tsv"
    "organization/enclosing.cue.tsv"
    "organization/field.cue.tsv"
    "organization/foreign.tsv"
    "organization/front.tsv"
    "organization/head.blocked.tsv"
    "organization/head.cue.tsv"
    "organization/hospital.tsv"
    "organization/institution.tsv"
    "organization/international.tsv"
    "organization/ministry.tsv"
    "organization/organization.ambiguous.tsv"
    "organization/party.tsv"
    "organization/police.tsv"
    "organization/press.tsv"
    "organization/school.tsv"
    "organization/state.tsv"
    "organization/suffix.cue.tsv"
    "person/figure.tsv"
    "person/foreign_part.tsv"
    "person/given.tsv"
    "person/honorific.cue.tsv"
    "person/middle.tsv"
    "person/namesake.cue.tsv"
    "person/official.tsv"
    "person/person.blocked.tsv"
    "person/position.tsv"
    "person/position_modifier.cue.tsv"
    "person/predicate.cue.tsv"
    "person/rank.tsv"
    "person/rank_branch.cue.tsv"
    "person/speech.cue.tsv"
    "person/starter.cue.tsv"
    "person/surname.tsv"
    "person/tenure.tsv"
    "person/usage.cue.tsv"
    "place/border_gate.tsv"
    "place/city_world.tsv"
    "place/class_word.cue.tsv"
    "place/commune.tsv"
    "place/commune_until_2025.tsv"
    "place/compound.cue.tsv"
    "place/country.tsv"
    "place/district.tsv"
    "place/economic_zone.tsv"
    "place/historic_unit.tsv"
    "place/infrastructure.tsv"
    "place/nature.tsv"
    "place/place.ambiguous.tsv"
    "place/place.blocked.tsv"
    "place/province.tsv"
    "place/region.tsv"
    "place/region_world.tsv"
    "place/site.tsv"
    "place/site_word.cue.tsv"
];

/// What was made of these lists; see [`super::prebuilt`].
pub(super) const INDEX: &[u8] = include_bytes!("bundled.index");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Gazetteer;

    #[test]
    fn every_file_is_listed_and_reads() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
        let mut found = Vec::new();
        for folder in std::fs::read_dir(&root).unwrap().flatten().filter(|e| e.path().is_dir()) {
            for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
                let path = file.path();
                if path.extension().is_some_and(|e| e == "tsv") {
                    found.push(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        found.sort();
        let mut listed: Vec<_> = FILES.iter().map(|(name, _)| *name).collect();
        listed.sort();
        assert_eq!(listed, found);
        for (name, text) in FILES {
            Gazetteer::from_tsv(name, *text).unwrap();
        }
    }
}
