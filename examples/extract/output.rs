//! Where what is written goes: standard output, a file, or a folder with files for each article.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::fault::Fault;

/// What is written of an article.
pub struct Written {
    pub id: String,
    /// The text, where the format keeps it beside what is written.
    pub text: Option<String>,
    pub bytes: Vec<u8>,
    /// What is to be said of it on standard error.
    pub warning: Option<Fault>,
}

/// Where it goes.
pub enum Output {
    Stream { name: String, to: BufWriter<Box<dyn Write>> },
    Folder { path: PathBuf, taken: HashSet<String> },
}

impl Output {
    pub fn standard() -> Self {
        let to = BufWriter::new(Box::new(io::stdout()) as Box<dyn Write>);
        Self::Stream { name: "standard output".to_owned(), to }
    }

    /// A file, which is made anew.
    pub fn file(path: &Path) -> Result<Self, Fault> {
        let name = path.to_string_lossy().into_owned();
        match File::create(path) {
            Ok(file) => Ok(Self::Stream { name, to: BufWriter::new(Box::new(file)) }),
            Err(error) => Err(Fault::output(&name, &error)),
        }
    }

    /// A folder, which is made where there is none, with these files in it unless it has them.
    pub fn folder(path: &Path, files: &[(&str, &str)]) -> Result<Self, Fault> {
        let make = || {
            std::fs::create_dir_all(path)?;
            for (name, content) in files {
                match File::create_new(path.join(name)) {
                    Ok(mut file) => file.write_all(content.as_bytes())?,
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        };
        make().map_err(|error| Fault::output(&path.to_string_lossy(), &error))?;
        Ok(Self::Folder { path: path.to_owned(), taken: HashSet::new() })
    }

    /// What it is called in messages.
    pub fn name(&self) -> String {
        match self {
            Self::Stream { name, .. } => name.clone(),
            Self::Folder { path, .. } => path.to_string_lossy().into_owned(),
        }
    }

    /// Writes what is no article's.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Stream { to, .. } => to.write_all(bytes),
            Self::Folder { .. } => Ok(()),
        }
    }

    pub fn article(&mut self, article: &Written) -> io::Result<()> {
        let Self::Folder { path, taken } = self else { return self.bytes(&article.bytes) };
        let stem = stem(&article.id, taken);
        if let Some(text) = &article.text {
            std::fs::write(path.join(format!("{stem}.txt")), text)?;
        }
        std::fs::write(path.join(format!("{stem}.ann")), &article.bytes)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream { to, .. } => to.flush(),
            Self::Folder { .. } => Ok(()),
        }
    }
}

/// The longest name of a file without its ending, in bytes.
const LONGEST: usize = 120;

/// A file name for an article that no other has: the last part of its id, of letters, digits, `-`, `_` and `.` alone, so that no id reaches out of the folder.
fn stem(id: &str, taken: &mut HashSet<String>) -> String {
    let last = id.rsplit(['/', '\\']).next().unwrap_or_default();
    let last = last.strip_suffix(".txt").unwrap_or(last);
    let mut stem = String::new();
    for c in last.chars() {
        let is_plain = c.is_alphanumeric() || c == '-' || c == '_' || c == '.' && !stem.is_empty();
        if stem.len() + c.len_utf8() > LONGEST {
            break;
        }
        stem.push(if is_plain { c } else { '_' });
    }
    if stem.trim_matches(['_', '-', '.']).is_empty() {
        stem = "article".to_owned();
    }
    let mut unique = stem.clone();
    let mut number = 2;
    // Two names that differ by case alone are one file on some systems.
    while !taken.insert(unique.to_lowercase()) {
        unique = format!("{stem}-{number}");
        number += 1;
    }
    unique
}
