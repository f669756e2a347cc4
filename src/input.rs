//! What an extractor reads.

use crate::Day;

/// A text and, if known, the day it was published.
///
/// A plain `&str` converts into an input without a reference date.
///
/// ```
/// use dinhdanh::Input;
/// let input = Input::new("Chiều 5/3, tại Hà Nội").reference_date("2024-03-07".parse()?);
/// # let _ = input;
/// # Ok::<(), dinhdanh::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Input<'t> {
    pub(crate) text: &'t str,
    pub(crate) reference_date: Option<Day>,
}

impl<'t> Input<'t> {
    /// An input of this text, whose day is not known.
    pub fn new(text: &'t str) -> Self {
        Self { text, reference_date: None }
    }

    /// The same input with the day from which relative and partial dates are read.
    pub fn reference_date(mut self, day: Day) -> Self {
        self.reference_date = Some(day);
        self
    }
}

impl<'t> From<&'t str> for Input<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&'t String> for Input<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text)
    }
}
