//! Stage 1: text as segments of tokens.
//!
//! A text is cut into segments (paragraphs, or pieces of very long ones) that are read one after the other, so that memory does not grow with
//! the text. A segment is brought into NFC, with a map back to the text as given, only where it is not regular already.

pub(crate) mod fold;
pub(crate) mod foreign;
pub(crate) mod glued;
pub(crate) mod lexicon;
pub(crate) mod memo;
pub(crate) mod normalize;
pub(crate) mod segment;
pub(crate) mod token;
mod word;
mod words;

pub(crate) use lexicon::{Lexicon, Sym, Words, phrase, word, words};
pub(crate) use memo::Memo;
pub(crate) use token::{Gap, Shape, Token};
#[cfg(feature = "bundled")]
pub(crate) use words::WORDS;
