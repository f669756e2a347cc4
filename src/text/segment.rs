//! Cuts a text into segments: blocks of lines between blank lines.

use std::ops::Range;

/// A block longer than this many bytes is cut at a line break or, failing that, after a sentence or a space.
const LONGEST: usize = 1 << 15;

/// A part of the text that is read by itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Segment {
    /// Where it lies in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// Whether its line breaks are those of a hard-wrapped paragraph, and so no more than spaces.
    pub(crate) wrapped: bool,
}

/// The segments of a text, in order; what lies between them is white space.
pub(crate) fn segments(text: &str) -> impl Iterator<Item = Segment> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += blank(text.get(at..)?);
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = block(rest);
        let start = at;
        at += length;
        let wrapped = is_wrapped(rest.get(..length).unwrap_or_default());
        Some(Segment { range: start..at, wrapped })
    })
}

/// The length of the white space that a text begins with, in bytes.
fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The length of the block that a text begins with, in bytes: up to a blank line, and no more than [`LONGEST`] or little more.
fn block(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        // A line is not looked at beyond what a block may hold: a text may be one line.
        let near = rest.as_bytes().get(..=LONGEST).unwrap_or(rest.as_bytes());
        let line = match memchr::memchr(b'\n', near) {
            Some(at) => at + 1,
            None => near.len(),
        };
        let is_blank = near.get(..line).unwrap_or_default().trim_ascii().is_empty();
        if is_blank || (length > 0 && length + line > LONGEST) {
            return length;
        }
        if line > LONGEST {
            return cut(rest);
        }
        length += line;
    }
}

/// Where to cut a line that is too long: after the last sentence that ends in its second half, else after the last space, else anywhere.
fn cut(line: &str) -> usize {
    let mut end = LONGEST;
    while !line.is_char_boundary(end) {
        end += 1;
    }
    let head = line.get(..end).unwrap_or_default();
    let half = end / 2;
    [". ", "; ", ", ", " "]
        .iter()
        .filter_map(|mark| head.rfind(mark).map(|at| at + mark.len()))
        .find(|at| *at > half)
        .unwrap_or(end)
}

/// Whether the lines of a block were broken to fit a width.
///
/// A wrapping program breaks a line only where the next word would not fit: so each line but the last, with the first word of the line after it,
/// is longer than the longest line. Two lines alone must go on in lower case, lest a title and its lead be joined.
fn is_wrapped(block: &str) -> bool {
    let block = block.trim_ascii_end();
    if !block.contains('\n') {
        return false;
    }
    let lines = || block.lines().map(str::trim);
    let mut widest = 0;
    for line in lines() {
        // Most lines that are too wide are so long before their end.
        let head = floor(line, 2 * WIDEST);
        widest = width(head).max(widest);
        if widest <= WIDEST && head.len() < line.len() {
            widest = width(line).max(widest);
        }
        if widest > WIDEST {
            return false;
        }
    }
    if widest < NARROWEST {
        return false;
    }
    let count = lines().count();
    lines().zip(lines().skip(1)).all(|(line, next)| {
        let first = next.split(' ').next().unwrap_or_default();
        width(line) + 1 + width(first) > widest
            && (count > 2 || next.chars().next().is_some_and(char::is_lowercase))
    })
}

/// A block is wrapped to fit no width below this.
const NARROWEST: usize = 30;
/// Nor above this.
const WIDEST: usize = 160;

/// The start of a line, of so many bytes or little less.
fn floor(line: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(line.len())).rev().find(|end| line.is_char_boundary(*end));
    end.and_then(|end| line.get(..end)).unwrap_or_default()
}

/// How many letters a line has; one is as wide with its marks apart as in one, and so is a Hangul syllable.
fn width(line: &str) -> usize {
    /// So many bytes are counted at once: no more than a byte can count.
    const BLOCK: usize = 128;
    let bytes = line.as_bytes();
    let is_start = |byte: &u8| u8::from(byte & 0xC0 != 0x80);
    let blocks = bytes.chunks(BLOCK).map(|block| block.iter().map(is_start).sum::<u8>());
    let starts = blocks.map(usize::from).sum();
    // Marks begin with the first of these bytes, vowels and last consonants of Hangul with the last. No pair is left out, so that many are looked at together.
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let has_apart = pairs.fold(false, |has, (byte, next)| {
        has | (byte & 0xFE == 0xCC) | (*byte == 0xE1) & (0x85..=0x87).contains(next)
    });
    if !has_apart {
        return starts;
    }
    let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36F}' | '\u{1160}'..='\u{11FF}');
    starts - line.chars().filter(is_mark).count()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn pieces(text: &str) -> Vec<(&str, bool)> {
        segments(text).map(|s| (&text[s.range], s.wrapped)).collect()
    }

    #[test]
    fn blank_lines_part_blocks() {
        assert_eq!(pieces("\n a b\nc\n \r\nd"), [("a b\nc\n", false), ("d", false)]);
        assert_eq!(pieces(" \n "), []);
    }

    #[test]
    fn wrapped_lines_are_told_from_headings() {
        let wrapped = "Chiều 5/3, tại Hà Nội, Đảng ủy, Bộ Tư lệnh\nBộ đội Biên phòng và Tỉnh ủy Quảng Ninh đã\ncó buổi gặp mặt.";
        assert_eq!(pieces(wrapped), [(wrapped, true)]);
        let decomposed: String = wrapped.nfd().collect();
        assert_eq!(pieces(&decomposed), [(decomposed.as_str(), true)]);
        let short: String = "Tổ góp ý luật Biểu diễn nghệ\nthuật.".nfd().collect();
        assert_eq!(pieces(&short), [(short.as_str(), false)]);
        let heading = "Phối hợp bảo vệ biên giới quốc gia\nTrúc Linh";
        assert_eq!(pieces(heading), [(heading, false)]);
    }

    #[test]
    fn a_long_line_is_cut_without_loss() {
        for unit in ["ông Ký nói. ", "ông ", "ộ"] {
            let text = unit.repeat(100_000 / unit.len());
            let cut: Vec<_> = segments(&text).collect();
            assert!(cut.len() > 2, "{unit}");
            let kept: usize = cut.iter().map(|s| s.range.len()).sum();
            assert!(text.len() - kept < cut.len() + 1, "{unit}: only white space is left out");
        }
    }
}
