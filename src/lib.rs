//! Finds the named entities of Vietnamese public-affairs news: people, organizations, places, documents, dates, ranks and positions, each with its exact span, a structured value and the reason why.
//!
//! ```
//! # #[cfg(feature = "bundled")] {
//! use dinhdanh::{Extractor, Input, Kind};
//!
//! let extractor = Extractor::new();
//! let article = "Chiều 5/3, Trung tướng Lê Đức Thái làm việc với Ngân hàng Nhà nước Việt Nam.";
//! let published = "2024-03-07".parse()?;
//! let extraction = extractor.extract(Input::new(article).reference_date(published));
//!
//! let found: Vec<_> = extraction.entities().map(|e| (e.kind(), e.as_str())).collect();
//! assert_eq!(
//!     found,
//!     [
//!         (Kind::Date, "Chiều 5/3"),
//!         (Kind::Rank, "Trung tướng"),
//!         (Kind::Person, "Lê Đức Thái"),
//!         (Kind::Organization, "Ngân hàng Nhà nước Việt Nam"),
//!         (Kind::Place, "Việt Nam"),
//!     ],
//! );
//!
//! if let Some(date) = extraction.entity(0) {
//!     assert_eq!(&article[date.span().range()], "Chiều 5/3");
//!     assert_eq!(date.rule(), "rule/date/numeric");
//! }
//! let date = extraction.entities().find_map(|entity| entity.value().as_date());
//! assert_eq!(date.and_then(|date| date.from()), Some(&"2024-03-05".parse()?));
//! assert_eq!(date.and_then(|date| date.part_of_day()), Some("afternoon"));
//!
//! let body = extraction.entity(4).and_then(|place| place.parent());
//! assert_eq!(body.map(|body| body.as_str()), Some("Ngân hàng Nhà nước Việt Nam"));
//! # }
//! # Ok::<(), dinhdanh::Error>(())
//! ```
//!
//! # Overview
//!
//! An [`Extractor`] is built once, cloned at will and shared between threads. [`Extractor::extract`] reads an [`Input`], a text with the day it was published if that is known, and gives an
//! [`Extraction`]: the entities in the order of the text, an outer one before those inside it. An [`Entity`] has a [`Kind`], a [`Span`], a [`Value`], the rule that found it and the entity it lies in.
//! [`Extractor::explain`] tells for a place of a text what was proposed there, and what each proposal won against or lost to.
//!
//! An extractor is an ordered list of rules that propose candidates and one function that chooses among them:
//!
//! 1. **text**: the text is cut into segments and these into tokens, matched as if in NFC whatever their form;
//! 2. **gazetteer** and **rules**: names of the lists are found at every token, and rules propose candidates from names, cues and forms;
//! 3. **resolve**: one pure function decides which candidates become entities and which lie in which;
//! 4. **document**: what needs the whole article: the day from which dates are read, values, names that the article itself makes known.
//!
//! Why it is built so, and how to add to it, is told in [`design`].
//!
//! # Kinds and values
//!
//! | kind | for instance | value |
//! |---|---|---|
//! | [`Kind::Person`] | `Lê Đức Thái` | [`PersonValue`]: the fullest name, rank, offices |
//! | [`Kind::Organization`] | `Tỉnh ủy Quảng Ninh` | [`OrganizationValue`]: canonical name, type, level, scope |
//! | [`Kind::Place`] | `tỉnh Quảng Ninh` | [`PlaceValue`]: name, level, code, what it is today |
//! | [`Kind::Document`] | `Nghị quyết số 23-NQ/TU` | [`DocumentValue`]: type, number, year, symbol, issuer, pinpoint |
//! | [`Kind::Date`] | `Chiều 5/3` | [`DateValue`]: first and last day, EDTF, what is implied |
//! | [`Kind::Rank`] | `Trung tướng` | [`RankValue`]: standard form, force |
//! | [`Kind::Position`] | `Bí thư Tỉnh ủy` | [`PositionValue`]: title, body, place |
//! | [`Kind::Own`] | whatever a list of yours holds | [`OwnValue`]: label, name, id |
//!
//! Places nest in bodies, and both in offices; otherwise entities never overlap. A value holds what the text says and what follows from it, and leaves out the rest: no part is ever guessed. [`Value::name`] and
//! [`Value::id`] are what most kinds share; every value says itself in short by `Display`. An entity is certain ([`Entity::is_certain`]) where it has a form that nothing else has or is a name of a list that stands for
//! nothing else; [`ExtractorBuilder::certain`] leaves out the others.
//!
//! Offsets are bytes of the text as it was given, on character boundaries of that text; [`Offsets`] turns them into code points or UTF-16 units. With the feature `serde` an [`Extraction`]
//! serializes into the JSON that the README describes.
//!
//! # Records
//!
//! An article introduces a name once and then shortens it. [`Extraction::people`], [`Extraction::organizations`] and [`Extraction::documents`] give each [`Person`], [`Organization`] and [`Document`] once, with
//! all mentions in order, the rule by which each is known to be one ([`Entity::joined_by`]), and what the article says of them anywhere: rank, offices and bodies; acronym and places; issuer and day.
//!
//! # Explanation
//!
//! Every entity says by [`Entity::rule`] why it was found: a rule, such as `rule/date/numeric`, or the row of a list, such as `gazetteer/place/province.tsv:17`. [`Extractor::explain`] goes through the same decisions once more
//! and tells of all candidates at a place what became of them: a [`Decision`] has a [`Fate`].
//!
//! ```
//! # #[cfg(feature = "bundled")] {
//! use dinhdanh::{Extractor, Fate, Kind, Span};
//!
//! let text = "Bí thư Tỉnh ủy Quảng Ninh phát biểu.";
//! let at = "Bí thư Tỉnh ủy ".len();
//! let explanation = Extractor::new().explain(text, Span::new(at, at + "Quảng Ninh".len()));
//! let of = |kind| explanation.decisions().iter().find(move |decision| decision.kind() == kind);
//! let place = of(Kind::Place).map(|place| (place.rule(), place.fate()));
//! assert_eq!(place, Some(("rule/place/bare".to_owned(), &Fate::Accepted)));
//! let person = of(Kind::Person).map(|person| person.fate());
//! assert!(matches!(person, Some(Fate::Lost { kind: Kind::Position, .. })));
//! # }
//! ```
//!
//! # Gazetteers
//!
//! The bundled lists hold facts of public life with the time in which they hold, as of [`DATA_VERSION`]. [`Extractor::builder`] takes lists of your own beside them or in their stead; a [`Gazetteer`] is
//! read from the same format as the bundled ones, from patterns of spaCy's EntityRuler, or from names one a line ([`Gazetteer::from_file`]). Names of your own win over all else; blocked names take out what the
//! bundled lists and the rules would find. [`Gazetteers`] can also be asked by itself: what a name stands for, what became of a unit, who held an office.
//!
//! # Time
//!
//! Dates like "hôm qua" or "5/3" are read from a reference date: the one of the [`Input`], else the one that the article states in its dateline ([`Extraction::reference_date`] says which and why). Without any
//! they keep open what they leave open. The library never reads the clock, the environment, the network or a file.
//!
//! # Features
//!
//! - `bundled` (default): embeds the gazetteers and adds [`Extractor::new`] and [`Gazetteers::bundled`];
//! - `serde` (default): `Serialize` for results and for what the lists say, `Deserialize` for values, kinds, spans, days and units of offsets, and `Gazetteer::from_patterns`.
//!
//! # What the crate does not do
//!
//! It does not learn: there is no model and no score, and a name that no list, cue or form gives away is not found. It does not restore diacritics: text without them is read as it stands. It does not link people
//! across articles, does not judge whether a statement is true, and reads no other language than Vietnamese.

mod calendar;
mod candidate;
mod capitals;
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
mod reader;
mod record;
mod resolve;
mod rules;
mod span;
#[cfg(feature = "stages")]
mod stages;
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
pub use record::{Document, Organization, Person};
pub use span::{OffsetUnit, Offsets, Span};
#[cfg(feature = "stages")]
pub use stages::Stage;
pub use value::{
    DateValue, DocumentValue, OfficeStatus, OrganizationValue, OwnValue, PersonValue, Pinpoint,
    PlaceValue, PositionValue, Precision, RankValue, UnitRef, Value,
};

#[cfg(any(doc, doctest))]
#[doc = include_str!("docs/design.md")]
pub mod design {}

/// The examples of the README.
#[cfg(all(doctest, feature = "bundled", feature = "serde"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
