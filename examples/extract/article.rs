//! Understands a piece of input as an article.

use std::borrow::Cow;
use std::fmt;

use dinhdanh::Day;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use crate::fault::{Fault, Place, not_utf8};
use crate::reading::{Input, Reading};
use crate::source::Piece;

/// An article to extract from.
#[derive(Debug)]
pub struct Article<'p> {
    /// The path as given, or the id of the line.
    pub id: Cow<'p, str>,
    pub text: Cow<'p, str>,
    pub reference_date: Option<Day>,
    /// Which one of all the articles it is, from 1.
    pub number: usize,
}

/// A line of JSON; what else it holds is passed over.
#[derive(Deserialize)]
struct Line<'p> {
    #[serde(borrow, deserialize_with = "id")]
    id: Cow<'p, str>,
    #[serde(borrow)]
    text: Cow<'p, str>,
    #[serde(default, deserialize_with = "day")]
    reference_date: Option<Day>,
}

const LINE: &str = r#"{"id": …, "text": …, "reference_date": "YYYY-MM-DD"?}"#;

impl<'p> Article<'p> {
    /// The article that a piece is. The day it says itself goes before that of the options.
    pub fn read(piece: &'p Piece, reading: &Reading) -> Result<Self, Fault> {
        let reference_date = reading.reference_date;
        if reading.input == Input::Text {
            let text = std::str::from_utf8(&piece.bytes)
                .map_err(|error| Fault::encoding(&piece.name, &piece.bytes, error))?;
            let (id, number) = ((&*piece.name).into(), piece.number);
            return Ok(Self { id, text: text.into(), reference_date, number });
        }
        let fault = |byte, message| {
            let place = Place { line: piece.line, byte: piece.byte + byte };
            Fault::at(&piece.name, place, message)
        };
        let line = std::str::from_utf8(&piece.bytes)
            .map_err(|error| fault(error.valid_up_to(), not_utf8(&piece.bytes, error)))?;
        let line = line.trim_end_matches(['\n', '\r']);
        let body = line.strip_prefix('\u{FEFF}').unwrap_or(line);
        if !body.trim_start().starts_with('{') {
            return Err(fault(line.len() - body.trim_start().len(), format!("expected {LINE}")));
        }
        let Line { id, text, reference_date: own } =
            serde_json::from_str(body).map_err(|error| {
                let byte = line.len() - body.len() + error.column().saturating_sub(1);
                fault(byte, format!("expected {LINE}: {}", said(&error)))
            })?;
        Ok(Self { id, text, reference_date: own.or(reference_date), number: piece.number })
    }

    pub fn input(&self) -> dinhdanh::Input<'_> {
        let input = dinhdanh::Input::new(&self.text);
        self.reference_date.map_or(input, |day| input.reference_date(day))
    }
}

/// What the JSON reader says, without the place, which is told in bytes of the file.
fn said(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.clone(), |(said, _)| said.to_owned())
}

/// An id: a string, or a whole number, which is as good.
fn id<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Cow<'d, str>, D::Error> {
    struct Id;
    impl<'d> Visitor<'d> for Id {
        type Value = Cow<'d, str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string as id")
        }

        fn visit_borrowed_str<E: de::Error>(self, id: &'d str) -> Result<Self::Value, E> {
            Ok(id.into())
        }

        fn visit_str<E: de::Error>(self, id: &str) -> Result<Self::Value, E> {
            Ok(id.to_owned().into())
        }

        fn visit_u64<E: de::Error>(self, id: u64) -> Result<Self::Value, E> {
            Ok(id.to_string().into())
        }

        fn visit_i64<E: de::Error>(self, id: i64) -> Result<Self::Value, E> {
            Ok(id.to_string().into())
        }
    }
    deserializer.deserialize_any(Id)
}

/// A day, or none.
fn day<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<Day>, D::Error> {
    let text = Option::<Cow<'d, str>>::deserialize(deserializer)?;
    text.map(|text| text.parse().map_err(de::Error::custom)).transpose()
}
