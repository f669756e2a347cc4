//! Writes records.

pub mod csv;
pub mod jsonl;
pub mod pretty;
