//! The structured readings of entities.

mod display;

use std::borrow::Cow;
use std::sync::Arc;

use crate::{Day, Kind};

/// What a value says in words: what a bundled list says of it, or words of the article.
pub(crate) type Text = Cow<'static, str>;

/// What an entity says, by its kind. Mentions that say the same may share it, so that a copy costs nothing.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
#[non_exhaustive]
pub enum Value {
    /// Of a person; all mentions of one share it.
    Person(Arc<PersonValue>),
    /// Of a body.
    Organization(Arc<OrganizationValue>),
    /// Of a place.
    Place(Arc<PlaceValue>),
    /// Of a cited document.
    Document(Arc<DocumentValue>),
    /// Of a point or period on the calendar.
    Date(Arc<DateValue>),
    /// Of a grade.
    Rank(Arc<RankValue>),
    /// Of an office.
    Position(Arc<PositionValue>),
    /// Of a kind of the user's own.
    Own(Arc<OwnValue>),
}

/// Defines a value: its fields, how each is read, and how it is written. Parts that a text does not say are absent and left out of the output.
macro_rules! value {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $form:ident $field:ident $(: $type:ty)?,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
        pub struct $name {
            $(
                #[cfg_attr(feature = "serde", serde(skip_serializing_if = "absent"))]
                pub(crate) $field: value!(@store $form $($type)?),
            )*
        }

        impl $name {
            /// A value that says nothing.
            #[allow(dead_code)]
            pub(crate) const NOTHING: Self = Self { $($field: value!(@empty $form),)* };

            $(value!(@read $form $field [$(#[$field_doc])*] $($type)?);)*
        }
    };
    (@store text) => { Option<Text> };
    (@store list) => { Vec<Text> };
    (@store flag) => { bool };
    (@store part $type:ty) => { Option<$type> };
    (@store items $type:ty) => { Vec<$type> };
    (@empty text) => { None };
    (@empty list) => { Vec::new() };
    (@empty flag) => { false };
    (@empty part) => { None };
    (@empty items) => { Vec::new() };
    (@read text $field:ident [$($doc:tt)*]) => {
        $($doc)*
        pub fn $field(&self) -> Option<&str> { self.$field.as_deref() }
    };
    (@read list $field:ident [$($doc:tt)*]) => {
        $($doc)*
        pub fn $field(&self) -> &[Cow<'static, str>] { &self.$field }
    };
    (@read flag $field:ident [$($doc:tt)*]) => {
        $($doc)*
        pub fn $field(&self) -> bool { self.$field }
    };
    (@read part $field:ident [$($doc:tt)*] $type:ty) => {
        $($doc)*
        pub fn $field(&self) -> Option<&$type> { self.$field.as_ref() }
    };
    (@read items $field:ident [$($doc:tt)*] $type:ty) => {
        $($doc)*
        pub fn $field(&self) -> &[$type] { &self.$field }
    };
}

/// Whether a part of a value is left out of the output.
#[cfg(feature = "serde")]
fn absent<T: Default + PartialEq>(part: &T) -> bool {
    *part == T::default()
}

value! {
    /// The reading of a person.
    PersonValue {
        /// The fullest form of the person's name in the article, capitals normalised.
        text name,
        /// The rank that the article gives.
        text rank,
        /// The offices that the article gives, as written.
        list positions,
        /// Offices that the article says were held before (`nguyên`, `cựu`).
        items former: OfficeStatus,
        /// Offices that the article says are held for the time being (`quyền`).
        items acting: OfficeStatus,
        /// The person's id in the gazetteers.
        text id,
        /// The rule by which that id is this person's: by name and office, or by a name that only one bears.
        text id_rule,
        /// `m` or `f`, from the form of address.
        text gender,
    }
}

value! {
    /// An office that is no longer or not yet fully held.
    OfficeStatus {
        /// The office, as written.
        text title,
        /// Whether it was held before.
        flag former,
        /// Whether it is held for the time being.
        flag acting,
    }
}

value! {
    /// The reading of a body.
    OrganizationValue {
        /// The canonical name where a list knows it, else as written.
        text name,
        /// What sort of body it is: `ministry`, `police`.
        text r#type,
        /// The level: `central`, `province`, `district`, `commune`, `unit`, `international`, `foreign`.
        text level,
        /// The name of the place of its scope.
        text place,
        /// Its id in the gazetteers.
        text id,
        /// The body that took its place before the reference date.
        text successor,
    }
}

value! {
    /// The reading of a place.
    PlaceValue {
        /// The name without its class word.
        text name,
        /// The level: `province`, `district`, `commune`, `village`, `country`, `road`.
        text level,
        /// The official code of the unit, or the ISO 3166 code of a country.
        text code,
        /// Its id in the gazetteers.
        text id,
        /// The units that stand in its place at the reference date.
        items now: UnitRef,
        /// The units it may be, where the text does not decide.
        items candidates: UnitRef,
    }
}

value! {
    /// A reference to an administrative unit.
    UnitRef {
        /// The unit's name without its class word.
        text name,
        /// Its official code.
        text code,
        /// Its id in the gazetteers.
        text id,
        /// Whether only a part of the unit is meant.
        flag part,
    }
}

value! {
    /// The reading of a cited document.
    DocumentValue {
        /// The type: `Nghị quyết`.
        text r#type,
        /// The number, as written: `04`, `66.13`.
        text number,
        /// The year of the number or the title.
        part year: i16,
        /// The letters after number and year: `NĐ-CP`, `NQ/TU`.
        text symbol,
        /// The title without the type, of documents cited by title.
        text title,
        /// Who issued it, from the text or the symbol.
        text issuer,
        /// The day of signature.
        part date: Day,
        /// The article, clause and point cited.
        part pinpoint: Pinpoint,
        /// The citation in canonical form: `Nghị quyết số 23-NQ/TU`.
        text citation,
    }
}

impl DocumentValue {
    /// Adds what another citation of the same document says beside it.
    pub(crate) fn complete(&mut self, other: &Self) {
        fn take<T: Clone>(part: &mut Option<T>, other: &Option<T>) {
            if part.is_none() {
                part.clone_from(other);
            }
        }
        // The fullest citation is the one with the symbol and the year.
        let fills = self.symbol.is_none() && other.symbol.is_some()
            || self.year.is_none() && other.year.is_some();
        if fills || self.citation.is_none() {
            self.citation.clone_from(&other.citation);
        }
        take(&mut self.r#type, &other.r#type);
        take(&mut self.number, &other.number);
        take(&mut self.year, &other.year);
        take(&mut self.symbol, &other.symbol);
        take(&mut self.title, &other.title);
        take(&mut self.issuer, &other.issuer);
        take(&mut self.date, &other.date);
    }
}

value! {
    /// A place in a document: `điểm a khoản 3 Điều 5`.
    Pinpoint {
        /// The article (`Điều`).
        text article,
        /// The clause (`khoản`).
        text clause,
        /// The point (`điểm`).
        text point,
    }
}

value! {
    /// The reading of a point or period on the calendar.
    DateValue {
        /// The first day, where it is known.
        part from: Day,
        /// The last day, inclusive.
        part to: Day,
        /// The date in the Extended Date/Time Format of ISO 8601-2.
        text edtf,
        /// How narrow the date is.
        part precision: Precision,
        /// The parts that are not written but follow from the reference date or the text: `year`, `month`, `day`.
        list implied,
        /// `morning`, `noon`, `afternoon`, `evening`, `night`, `dawn`.
        text part_of_day,
        /// The time of day, `HH:MM`.
        text time,
        /// `lunar` where the date is one of the lunar calendar.
        text calendar,
    }
}

value! {
    /// The reading of a grade.
    RankValue {
        /// The grade's standard form.
        text name,
        /// The force that has it: `army`, `police`, `diplomacy`; several are parted by `;`.
        text force,
    }
}

value! {
    /// The reading of an office.
    PositionValue {
        /// The title without body and scope.
        text title,
        /// The body, as written.
        text organization,
        /// The place of its scope, as written.
        text place,
        /// Whether it was held before.
        flag former,
        /// Whether it is held for the time being.
        flag acting,
        /// The first day on which it is held, where the sentence says so.
        text from,
        /// The last day, likewise.
        text until,
    }
}

value! {
    /// The reading of a name of a kind of the user's own.
    OwnValue {
        /// What the list calls its kind: `PRODUCT`.
        text label,
        /// The name as the list has it.
        text name,
        /// Its id in the list.
        text id,
    }
}

/// How narrow a date is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Precision {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A half of a year.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A span between two points.
    Range,
    /// A season, or a time that has no edges.
    Season,
}

/// Makes the readings of kinds values.
macro_rules! from {
    ($($variant:ident($type:ty),)*) => {
        $(impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Value::$variant(Arc::new(value))
            }
        })*
    };
}

from! {
    Person(PersonValue),
    Organization(OrganizationValue),
    Place(PlaceValue),
    Document(DocumentValue),
    Date(DateValue),
    Rank(RankValue),
    Position(PositionValue),
    Own(OwnValue),
}

impl Value {
    /// A value of a kind that says nothing.
    pub(crate) fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Person => Value::Person(Arc::default()),
            Kind::Organization => Value::Organization(Arc::default()),
            Kind::Place => Value::Place(Arc::default()),
            Kind::Document => Value::Document(Arc::default()),
            Kind::Date => Value::Date(Arc::default()),
            Kind::Rank => Value::Rank(Arc::default()),
            Kind::Own => Value::Own(Arc::default()),
            Kind::Position => Value::Position(Arc::default()),
        }
    }

    /// The name that the value gives, where its kind has one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Value::Person(value) => value.name(),
            Value::Organization(value) => value.name(),
            Value::Place(value) => value.name(),
            Value::Document(value) => value.citation(),
            Value::Rank(value) => value.name(),
            Value::Own(value) => value.name(),
            Value::Position(value) => value.title(),
            Value::Date(value) => value.edtf(),
        }
    }

    /// The id that the gazetteers have for it, where its kind has one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Value::Person(value) => value.id(),
            Value::Organization(value) => value.id(),
            Value::Place(value) => value.id(),
            Value::Own(value) => value.id(),
            Value::Document(_) | Value::Rank(_) | Value::Position(_) | Value::Date(_) => None,
        }
    }

    /// The reading of a date.
    pub fn as_date(&self) -> Option<&DateValue> {
        match self {
            Value::Date(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of a person.
    pub fn as_person(&self) -> Option<&PersonValue> {
        match self {
            Value::Person(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of a document.
    pub fn as_document(&self) -> Option<&DocumentValue> {
        match self {
            Value::Document(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of a body.
    pub fn as_organization(&self) -> Option<&OrganizationValue> {
        match self {
            Value::Organization(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of a place.
    pub fn as_place(&self) -> Option<&PlaceValue> {
        match self {
            Value::Place(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of an office.
    pub fn as_position(&self) -> Option<&PositionValue> {
        match self {
            Value::Position(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of a name of a kind of the user's own.
    pub fn as_own(&self) -> Option<&OwnValue> {
        match self {
            Value::Own(value) => Some(value),
            _ => None,
        }
    }

    /// The reading of a grade.
    pub fn as_rank(&self) -> Option<&RankValue> {
        match self {
            Value::Rank(value) => Some(value),
            _ => None,
        }
    }
}
