//! The one error type of the crate.

use std::fmt;
use std::sync::Arc;

/// So many characters are shown of what was found.
const LONGEST: usize = 160;

/// The start of a text that is longer than so many characters.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let mut start: String = text.chars().take(most).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

/// What was found, as it is shown.
fn short(found: Arc<str>) -> Arc<str> {
    // No character takes less than a byte.
    if found.len() <= LONGEST { found } else { shortened(&found, LONGEST).into() }
}

/// What went wrong while reading a gazetteer, a name or a day.
///
/// Extraction itself never fails. The message says what was expected and what was found, with file and line where a file is at fault.
#[derive(Clone, Debug)]
pub struct Error {
    kind: ErrorKind,
}

#[derive(Clone, Debug)]
enum ErrorKind {
    /// A place in a gazetteer file.
    Row {
        file: Arc<str>,
        line: usize,
        column: Option<Arc<str>>,
        expected: Arc<str>,
        found: Arc<str>,
    },
    /// A string that is not of the form asked for.
    Form { expected: Arc<str>, found: Arc<str> },
}

impl Error {
    pub(crate) fn row(
        file: &str,
        line: usize,
        column: Option<&str>,
        expected: impl Into<Arc<str>>,
        found: impl Into<Arc<str>>,
    ) -> Self {
        let (file, column) = (file.into(), column.map(Into::into));
        let found = short(found.into());
        Self { kind: ErrorKind::Row { file, line, column, expected: expected.into(), found } }
    }

    /// The same error, in a line of a file.
    pub(crate) fn row_of(file: &str, line: usize, error: &Error) -> Self {
        let (ErrorKind::Row { expected, found, .. } | ErrorKind::Form { expected, found }) =
            &error.kind;
        Self::row(file, line, None, expected.clone(), found.clone())
    }

    pub(crate) fn form(expected: impl Into<Arc<str>>, found: impl Into<Arc<str>>) -> Self {
        Self { kind: ErrorKind::Form { expected: expected.into(), found: short(found.into()) } }
    }

    /// The line of the gazetteer file at fault, counted from 1.
    pub fn line(&self) -> Option<usize> {
        match &self.kind {
            ErrorKind::Row { line, .. } => Some(*line),
            ErrorKind::Form { .. } => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Row { file, line, column, expected, found } => {
                write!(f, "{file}:{line}: ")?;
                if let Some(column) = column {
                    write!(f, "column {column}: ")?;
                }
                write!(f, "expected {expected}, found {found}")
            }
            ErrorKind::Form { expected, found } => write!(f, "expected {expected}, found {found}"),
        }
    }
}

impl std::error::Error for Error {}
