//! Byte spans and their conversion to other units.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::Error;

/// A half-open range of bytes in the text as it was given.
///
/// Both ends lie on character boundaries of that text.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// A span from `start` to `end`, in bytes; an end before the start gives an empty span.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The offset of the first byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// The offset after the last byte.
    pub const fn end(self) -> usize {
        self.end
    }

    /// The span as a range, to slice a text with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies in this span; a span contains itself.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl FromStr for Span {
    type Err = Error;

    /// Reads `START..END`.
    fn from_str(text: &str) -> Result<Self, Error> {
        text.split_once("..")
            .and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)))
            .filter(|(start, end)| start <= end)
            .map(|(start, end)| Self::new(start, end))
            .ok_or_else(|| Error::form("a span as START..END", format!("{text:?}")))
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// The unit in which offsets are counted.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as `str` counts.
    #[default]
    Byte,
    /// Unicode code points, as Python counts.
    CodePoint,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

impl OffsetUnit {
    /// Every unit.
    pub const ALL: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16];

    /// The unit's name: `bytes`, `chars`, `utf16`.
    pub const fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::Byte => "bytes",
            OffsetUnit::CodePoint => "chars",
            OffsetUnit::Utf16 => "utf16",
        }
    }

    /// How many units a character takes.
    fn length(self, character: char) -> usize {
        match self {
            OffsetUnit::Byte => character.len_utf8(),
            OffsetUnit::CodePoint => 1,
            OffsetUnit::Utf16 => character.len_utf16(),
        }
    }
}

impl fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for OffsetUnit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        OffsetUnit::ALL.into_iter().find(|unit| unit.as_str() == text).ok_or_else(|| {
            let names = OffsetUnit::ALL.map(OffsetUnit::as_str).join(", ");
            Error::form(format!("one of {names}"), format!("{text:?}"))
        })
    }
}

/// Converts byte offsets of one text into another unit.
///
/// An offset costs the way from the one asked for before, so that those of a list in the order of the text cost one pass in all.
///
/// ```
/// use dinhdanh::{OffsetUnit, Offsets, Span};
/// let mut offsets = Offsets::new("ông Ký", OffsetUnit::CodePoint);
/// assert_eq!(offsets.convert(Span::new(5, 8)), Span::new(4, 6));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    byte: usize,
    count: usize,
}

impl<'t> Offsets<'t> {
    /// A converter for spans of `text` into `unit`.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        Self { text, unit, byte: 0, count: 0 }
    }

    /// The span in the unit of this converter. Offsets inside a character or past the end count as the end of what precedes them.
    pub fn convert(&mut self, span: Span) -> Span {
        if self.unit == OffsetUnit::Byte {
            return span;
        }
        let start = self.offset(span.start);
        let (byte, count) = (self.byte, self.count);
        let end = self.offset(span.end);
        // The next span may start inside this one.
        (self.byte, self.count) = (byte, count);
        Span::new(start, end)
    }

    /// The span in bytes of a span in the unit of this converter: the way back. Offsets inside a character count as the end of what precedes it, those past the end as the end.
    ///
    /// ```
    /// use dinhdanh::{OffsetUnit, Offsets, Span};
    /// let offsets = Offsets::new("ông Ký", OffsetUnit::CodePoint);
    /// assert_eq!(offsets.to_bytes(Span::new(4, 6)), Span::new(5, 8));
    /// ```
    pub fn to_bytes(&self, span: Span) -> Span {
        let mut ends = [span.start, span.end].map(|offset| (offset, self.text.len()));
        let mut count = 0;
        for (byte, character) in self.text.char_indices() {
            let next = count + self.unit.length(character);
            for (offset, end) in &mut ends {
                if (count..next).contains(offset) {
                    *end = byte;
                }
            }
            if next > span.end {
                break;
            }
            count = next;
        }
        let [(_, start), (_, end)] = ends;
        Span::new(start, end)
    }

    fn offset(&mut self, byte: usize) -> usize {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let passed = self.text.get(self.byte.min(end)..self.byte.max(end)).unwrap_or_default();
        let length: usize = passed.chars().map(|character| self.unit.length(character)).sum();
        self.count = if end < self.byte { self.count - length } else { self.count + length };
        self.byte = end;
        self.count
    }
}
