//! Named entities of Vietnamese public life.

mod calendar;
mod candidate;
mod day;
mod document;
mod entity;
mod error;
mod explain;
mod extraction;
mod extractor;
mod gazetteer;
mod input;
#[cfg(feature = "serde")]
mod json;
mod resolve;
mod rules;
mod span;
mod text;
mod value;

pub use day::Day;
pub use entity::{Entity, Kind};
pub use error::Error;
pub use explain::{Decision, Explanation, Fate};
pub use extraction::{Extraction, ReferenceDate};
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::{DATA_VERSION, Edge, Entry, Gazetteer, Gazetteers, Period, Successor, Tenure};
pub use input::Input;
pub use span::{OffsetUnit, Offsets, Span};
pub use value::{
    DateValue, DocumentValue, OfficeStatus, OrganizationValue, PersonValue, Pinpoint, PlaceValue,
    PositionValue, Precision, RankValue, UnitRef, Value,
};
