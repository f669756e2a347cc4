//! Lists of the user's own in other formats than that of the bundled ones: names one a line, and patterns of spaCy's EntityRuler.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::table::quoted;
use super::{Gazetteer, Table, stem};
use crate::text::normalize::{self, is_regular};
use crate::{Error, Kind};

/// A name of a list that is being read.
struct Row<'r> {
    line: usize,
    name: Cow<'r, str>,
    id: Cow<'r, str>,
}

impl Gazetteer {
    /// Reads the lists of a file in the format that its ending tells: `.tsv`, `.jsonl` (with the feature `serde`), any other for names one a line.
    ///
    /// # Errors
    ///
    /// As [`Gazetteer::from_tsv`], `Gazetteer::from_patterns` and [`Gazetteer::from_plain`] say.
    pub fn from_file(name: &str, text: impl Into<Cow<'static, str>>) -> Result<Vec<Self>, Error> {
        let text = text.into();
        match name.rsplit_once('.') {
            Some((_, "tsv")) => Ok(vec![Self::from_tsv(name, text)?]),
            #[cfg(feature = "serde")]
            Some((_, "jsonl")) => Self::from_patterns(name, &text),
            _ => Ok(vec![Self::from_plain(name, &text)?]),
        }
    }

    /// Reads a list of names, one a line; blank lines and those that begin with `#` are passed over, but `# kind: place` tells the kind.
    ///
    /// Without that, the name of the file does: `place.txt` and `organization.danh-sach.txt` are lists of places and bodies, `blocked.txt` and `….blocked.txt` of names that are none, and any other is of a kind of
    /// the user's own by that name: `products.txt` has the label `products`, unless a line `# label: PRODUCT` says otherwise.
    ///
    /// ```
    /// use dinhdanh::{Extractor, Gazetteer, Kind};
    /// let products = Gazetteer::from_plain("products.txt", "vàng SJC\nxăng E5 RON 92\n")?;
    /// let extractor = Extractor::builder().gazetteer(products).build();
    /// let extraction = extractor.extract("Giá vàng SJC, xăng E5 RON 92 giảm.");
    /// let labels: Vec<_> = extraction.entities().map(|e| (e.kind(), e.label())).collect();
    /// assert_eq!(labels, [(Kind::Own, "products"); 2]);
    /// # Ok::<(), dinhdanh::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the kind is none, or a name has a tab or no letter or digit. The message names file and line.
    pub fn from_plain(name: &str, text: &str) -> Result<Self, Error> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let (mut kind, mut label) = (None, None);
        let mut rows = Vec::new();
        for (line, entry) in (1..).zip(text.lines()) {
            let entry = entry.trim();
            if let Some(said) = entry.strip_prefix('#') {
                match said.split_once(':').map(|(key, said)| (key.trim(), said.trim())) {
                    Some(("kind", said)) => {
                        let read = said.parse::<Kind>();
                        kind = Some(read.map_err(|error| Error::row_of(name, line, &error))?);
                    }
                    Some(("label", said)) => label = Some(said),
                    _ => {}
                }
            } else if !entry.is_empty() {
                rows.push(Row { line, name: entry.into(), id: "".into() });
            }
        }
        let is_blocked = name.ends_with(".blocked.txt") || stem(name) == "blocked";
        let kind = kind.or_else(|| stem(name).parse().ok());
        let kind = if is_blocked { kind } else { kind.or(Some(Kind::Own)) };
        Self::from_rows(name, kind, label.unwrap_or(stem(name)), &rows)
    }

    /// Reads patterns of spaCy's EntityRuler: a line of JSON a name, `{"label": "ORG", "pattern": "Hội A", "id": "org/a"}`, where `id` may be missing. There is a list for each label.
    ///
    /// The labels of spaCy's models (`PERSON`, `PER`, `ORG`, `GPE`, `LOC`, `FAC`, `LAW`, `DATE`) and the names of [`Kind`]s are these kinds, in any case; any other is kept as a kind of the user's own. Patterns of
    /// several lines may have the same id: they are names of one thing.
    ///
    /// ```
    /// use dinhdanh::{Gazetteer, Kind};
    /// let patterns = r#"{"label": "ORG", "pattern": "Hội Nuôi ong", "id": "org/ong"}
    /// {"label": "PRODUCT", "pattern": "mật ong"}"#;
    /// let lists = Gazetteer::from_patterns("patterns.jsonl", patterns)?;
    /// assert_eq!(lists.len(), 2);
    /// # Ok::<(), dinhdanh::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a line is no such object, or its pattern is a list of tokens: only names can be matched. The message names file, line and column.
    #[cfg(feature = "serde")]
    pub fn from_patterns(name: &str, text: &str) -> Result<Vec<Self>, Error> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut lists: Vec<(String, Vec<Row<'_>>)> = Vec::new();
        for (line, entry) in (1..).zip(text.lines()) {
            if entry.trim().is_empty() {
                continue;
            }
            let Pattern { label, pattern, id } = serde_json::from_str(entry).map_err(|error| {
                let message = error.to_string();
                let said = message.rsplit_once(" at line ").map_or(&*message, |(said, _)| said);
                Error::row(name, line, Some(&error.column().to_string()), PATTERN, said)
            })?;
            let at = lists.iter().position(|(known, _)| *known == label).unwrap_or_else(|| {
                lists.push((label, Vec::new()));
                lists.len() - 1
            });
            if let Some((_, rows)) = lists.get_mut(at) {
                let id = id.unwrap_or_default().into();
                rows.push(Row { line, name: pattern.into(), id });
            }
        }
        let lists = lists.iter();
        lists
            .map(|(label, rows)| Self::from_rows(name, Some(kind_of(label)), label, rows))
            .collect()
    }

    /// A list of one kind, or of blocked names.
    fn from_rows(
        name: &str,
        kind: Option<Kind>,
        label: &str,
        rows: &[Row<'_>],
    ) -> Result<Self, Error> {
        let label = label.replace(char::is_control, " ");
        let kind_line = kind.map_or(String::new(), |kind| format!("# kind: {kind}\n"));
        let mut text = format!("{kind_line}# label: {label}\nname\tid\n");
        for Row { line, name: entry, id } in rows {
            let is_name =
                entry.contains(char::is_alphanumeric) && !entry.contains(char::is_control);
            if !is_name {
                let expected = "a name of letters or digits on one line";
                return Err(Error::row(name, *line, None, expected, quoted(entry)));
            }
            if id.contains(char::is_control) {
                let expected = "an id without tabs and line breaks";
                return Err(Error::row(name, *line, Some("id"), expected, quoted(id)));
            }
            text.extend([entry.trim(), "\t", id, "\n"]);
        }
        let lines = rows.iter().map(|row| row.line as u32).collect();
        let list = Self::read(name.to_owned(), composed(text.into()))?;
        Ok(Self { table: list.table.on_lines(lines), ..list })
    }
}

/// What stands on a line of patterns.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Pattern {
    label: String,
    pattern: String,
    id: Option<String>,
}

#[cfg(feature = "serde")]
const PATTERN: &str = r#"{"label": …, "pattern": "a name", "id": …?}"#;

/// The kind of a label: those of spaCy's models, and the names of the kinds.
#[cfg(feature = "serde")]
fn kind_of(label: &str) -> Kind {
    match label.to_ascii_lowercase().as_str() {
        "per" => Kind::Person,
        "org" => Kind::Organization,
        "gpe" | "loc" | "fac" => Kind::Place,
        "law" => Kind::Document,
        label => label.parse().unwrap_or(Kind::Own),
    }
}

/// A list of the user's own as texts are read: in NFC, without invisible characters. Names are compared so, and a list may be written otherwise.
pub(super) fn composed(list: Cow<'static, str>) -> Cow<'static, str> {
    match is_regular(&list) {
        true => list,
        false => normalize::composed(&list).into_owned().into(),
    }
}

/// Checks that no two columns have one name, and that none is a slip for one that every list may have.
pub(super) fn check_columns(table: &Table) -> Result<(), Error> {
    const COMMON: [&str; 5] = ["name", "aliases", "id", "from", "until"];
    let mut known = HashSet::new();
    for column in table.columns() {
        let slip = column.trim().to_ascii_lowercase();
        let meant = COMMON
            .iter()
            .find(|common| slip == **common || slip == "alias" && **common == "aliases");
        let expected = match meant.filter(|meant| **meant != column) {
            Some(meant) => format!("the column {meant:?}"),
            None if !known.insert(column) => "columns of different names".to_owned(),
            None => continue,
        };
        let line = table.first_line() - 1;
        return Err(Error::row(table.name(), line, None, expected, quoted(column)));
    }
    Ok(())
}

/// Checks that no two rows have one id.
pub(super) fn check_ids(table: &Table) -> Result<(), Error> {
    let Some(column) = table.column("id") else { return Ok(()) };
    let mut known = HashMap::new();
    for row in table.rows().filter(|row| !row.cell(column).is_empty()) {
        if let Some(before) = known.insert(row.cell(column), row.line()) {
            let expected = format!("an id that no other row has (line {before} has it)");
            return Err(row.error("id", &expected));
        }
    }
    Ok(())
}
