//! What can be wrong with an input.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, ErrorKind};
use std::str::Utf8Error;

use crate::encoding;

/// Something wrong with an input: where, and what.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The path as given, with the line after it where a list is at fault.
    name: String,
    place: Option<Place>,
    message: String,
}

/// A place in a file: the line from 1, and the byte of the file from 0.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub line: usize,
    pub byte: usize,
}

impl Fault {
    /// An input without a place in it.
    pub fn new(name: &str, message: impl Into<String>) -> Self {
        Self { name: name.to_owned(), place: None, message: message.into() }
    }

    /// A place of an input.
    pub fn at(name: &str, place: Place, message: impl Into<String>) -> Self {
        Self { place: Some(place), ..Self::new(name, message) }
    }

    /// A file that cannot be read.
    pub fn io(name: &str, error: &io::Error) -> Self {
        let message = match error.kind() {
            ErrorKind::NotFound => "expected a file, found none".to_owned(),
            ErrorKind::IsADirectory => "expected a file, found a folder".to_owned(),
            ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
            _ => error.to_string(),
        };
        Self::new(name, message)
    }

    /// A file or folder that cannot be written.
    pub fn output(name: &str, error: &io::Error) -> Self {
        let message = match error.kind() {
            ErrorKind::NotFound => "expected a folder to write in, found none".to_owned(),
            ErrorKind::IsADirectory => "expected a file to write, found a folder".to_owned(),
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
                "expected a folder to write in, found a file".to_owned()
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "no permission to write it".to_owned()
            }
            _ => error.to_string(),
        };
        Self::new(name, message)
    }

    /// Bytes that are not UTF-8, from the start of a file.
    pub fn encoding(name: &str, bytes: &[u8], error: Utf8Error) -> Self {
        let byte = error.valid_up_to();
        let before = bytes.get(..byte).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Self::at(name, Place { line, byte }, not_utf8(bytes, error))
    }

    /// A list that is not well formed; the message names file and line.
    pub fn list(error: dinhdanh::Error) -> Self {
        Self { name: String::new(), place: None, message: error.to_string() }
    }
}

/// What is found where UTF-8 is expected.
pub fn not_utf8(bytes: &[u8], error: Utf8Error) -> String {
    let found = match (error.error_len(), bytes.get(error.valid_up_to())) {
        (Some(_), Some(byte)) => format!("the byte 0x{byte:02X}"),
        _ => "a character cut off by the end".to_owned(),
    };
    let likely = encoding::likely(bytes).map_or(String::new(), |name| format!(" (likely {name})"));
    format!("expected UTF-8, found {found}{likely}")
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, place, message } = self;
        // Whatever a file is called, what is said of it is one line.
        let name = &plain(name);
        let message = &plain(message);
        match place {
            Some(Place { line, byte }) => write!(f, "{name}:{line}: byte {byte}: {message}"),
            None if name.is_empty() => f.write_str(message),
            None => write!(f, "{name}: {message}"),
        }
    }
}

/// A text with its control characters written out.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return text.into();
    }
    let mut plain = String::new();
    for c in text.chars() {
        match c.is_control() {
            true => plain.extend(c.escape_default()),
            false => plain.push(c),
        }
    }
    plain.into()
}
