//! The tests of the crate as its users see it, in one binary.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

mod api;
mod configuration;
mod corpus;
mod coverage;
mod dates;
mod formats;
mod gazetteers;
mod json;
mod layout;
mod licences;
mod lists;
mod markup;
mod names;
mod own_lists;
mod program;
mod properties;
mod readme;
mod records;
mod records_program;
