//! Reads files and standard input, piece by piece.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fault::Fault;
use crate::reading::{Input, Reading};

/// A batch ends when it holds this many bytes.
const BATCH: usize = 4 << 20;

/// So much is read at once.
const BUFFER: usize = 1 << 20;

/// An article as it stands in the input: a file, or a line of one.
#[derive(Debug)]
pub struct Piece {
    /// The path as given.
    pub name: Arc<str>,
    /// Which one of all the pieces it is, from 1.
    pub number: usize,
    /// The first line, from 1.
    pub line: usize,
    /// The first byte, from 0.
    pub byte: usize,
    pub bytes: Vec<u8>,
    /// Whether it is a line of the file, and not all of it.
    pub is_line: bool,
}

impl Piece {
    /// Something to be said of the piece as a whole.
    pub fn fault(&self, message: &str) -> Fault {
        match self.is_line {
            true => Fault::new(&format!("{}:{}", self.name, self.line), message),
            false => Fault::new(&self.name, message),
        }
    }
}

/// The pieces of all the inputs, in their order.
pub struct Sources {
    files: std::vec::IntoIter<PathBuf>,
    input: Input,
    lines: Option<Lines>,
    is_standard_input_read: bool,
    /// How many pieces there were.
    count: usize,
}

/// A file that is read line by line.
struct Lines {
    name: Arc<str>,
    reader: BufReader<Box<dyn Read>>,
    line: usize,
    byte: usize,
}

impl Sources {
    pub fn new(reading: &Reading) -> Self {
        let mut files = reading.files.clone();
        if files.is_empty() {
            files.push("-".into());
        }
        Self {
            files: files.into_iter(),
            input: reading.input,
            lines: None,
            is_standard_input_read: false,
            count: 0,
        }
    }

    /// Fills a batch with what is at hand, but with one piece at least; false at the end of all inputs.
    ///
    /// What is at hand is what can be had without waiting for whoever writes to standard input.
    pub fn fill(&mut self, batch: &mut Vec<Result<Piece, Fault>>) -> bool {
        let mut size = 0;
        while let Some(mut piece) = self.next() {
            self.count += 1;
            if let Ok(piece) = &mut piece {
                piece.number = self.count;
            }
            size += piece.as_ref().map_or(0, |piece| piece.bytes.len());
            batch.push(piece);
            if size >= BATCH || !self.is_at_hand() {
                break;
            }
        }
        !batch.is_empty()
    }

    fn next(&mut self) -> Option<Result<Piece, Fault>> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(piece) => return Some(piece),
                    None => self.lines = None,
                }
            }
            let path = self.files.next()?;
            let name: Arc<str> = path.to_string_lossy().into();
            let reader = match self.open(&path) {
                Ok(reader) => reader,
                Err(fault) => return Some(Err(fault)),
            };
            if self.input == Input::Text {
                return Some(whole(name, reader));
            }
            let reader = BufReader::with_capacity(BUFFER, reader);
            self.lines = Some(Lines { name, reader, line: 1, byte: 0 });
        }
    }

    fn open(&mut self, path: &Path) -> Result<Box<dyn Read>, Fault> {
        let name = path.to_string_lossy();
        if is_standard_input(path) {
            if std::mem::replace(&mut self.is_standard_input_read, true) {
                return Err(Fault::new(&name, "standard input is read already"));
            }
            return Ok(Box::new(io::stdin()));
        }
        let file = File::open(path).map_err(|error| Fault::io(&name, &error))?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Err(Fault::new(&name, "expected a file, found a folder"));
        }
        Ok(Box::new(file))
    }

    /// Whether the next piece can be had without waiting.
    fn is_at_hand(&self) -> bool {
        match &self.lines {
            Some(lines) => lines.reader.buffer().contains(&b'\n'),
            None => self.files.as_slice().first().is_some_and(|path| !is_standard_input(path)),
        }
    }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file as one piece.
fn whole(name: Arc<str>, mut reader: Box<dyn Read>) -> Result<Piece, Fault> {
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(Piece { name, number: 0, line: 1, byte: 0, bytes, is_line: false }),
        Err(error) => Err(Fault::io(&name, &error)),
    }
}

impl Lines {
    /// The next line that is not blank.
    fn next(&mut self) -> Option<Result<Piece, Fault>> {
        loop {
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(length) => {
                    let (line, byte) = (self.line, self.byte);
                    self.line += 1;
                    self.byte += length;
                    if !bytes.trim_ascii().is_empty() {
                        let name = self.name.clone();
                        return Some(Ok(Piece {
                            name,
                            number: 0,
                            line,
                            byte,
                            bytes,
                            is_line: true,
                        }));
                    }
                }
                Err(error) => {
                    // Nothing more is to be had from it.
                    self.reader = BufReader::new(Box::new(io::empty()));
                    return Some(Err(Fault::io(&self.name, &error)));
                }
            }
        }
    }
}
