//! Who held which office of which body, and when: the rows of `person/tenure.tsv`.

use std::iter::repeat_with;
use std::sync::OnceLock;

use super::table::{Row, Table};
use super::validity::{Edge, Period};
use super::{Entry, Index, Name, Role};
use crate::Day;
use crate::text::fold::fold_name;
use crate::text::normalize::spaced;

/// The list of tenures.
const LIST: &str = "person/tenure.tsv";

/// How many words an acronym or variant of a body has at most.
const LONGEST: usize = 8;

/// Words that a body's name may have or not.
const IDLE: [&[&str]; 7] = [
    &["việt", "nam"],
    &["tỉnh"],
    &["thành", "phố"],
    &["tp"],
    &["bộ", "tư", "lệnh"],
    &["quân", "chủng"],
    &["đảng"],
];

/// That a person held an office.
#[derive(Clone, Copy)]
pub struct Tenure<'g> {
    index: &'g Index,
    row: Row<'g>,
}

/// The title and the body of a tenure in forms in which their variants are equal, each made when it is first asked for.
#[derive(Clone, Debug, Default)]
struct TenureKey {
    title: OnceLock<String>,
    body: OnceLock<String>,
}

/// The keys of all tenures.
#[derive(Clone, Debug)]
pub(super) struct TenureKeys {
    /// The number of the first row that is a tenure.
    first: u32,
    keys: Vec<TenureKey>,
}

impl TenureKeys {
    fn new(tables: &[Table]) -> Self {
        let tenures = || tables.iter().filter(|table| table.name() == LIST);
        let first = tenures().next().map_or(0, |table| table.first_row);
        let end = tenures().next_back().map_or(0, |table| table.first_row + table.len() as u32);
        let keys = repeat_with(TenureKey::default).take((end - first) as usize);
        Self { first, keys: keys.collect() }
    }
}

impl<'g> Tenure<'g> {
    /// The title, folded.
    pub(crate) fn title_key(self) -> Option<&'g str> {
        Some(self.key()?.title.get_or_init(|| fold_name(self.title())))
    }

    /// The body; see [`Index::body_key`].
    pub(crate) fn body_key(self) -> Option<&'g str> {
        Some(self.key()?.body.get_or_init(|| self.index.body_key(self.body())))
    }

    fn key(self) -> Option<&'g TenureKey> {
        let all = self.index.tenure_keys.get_or_init(|| TenureKeys::new(&self.index.tables));
        all.keys.get(self.row.number().checked_sub(all.first)? as usize)
    }

    /// The person's name.
    pub fn name(self) -> &'g str {
        self.row.name()
    }

    /// The person, as an entry of the officials.
    pub fn person(self) -> Option<Entry<'g>> {
        self.index.entry(self.row.get("person"))
    }

    /// The office without its body: `Tư lệnh`.
    pub fn title(self) -> &'g str {
        self.row.get("title")
    }

    /// The body, as the source names it: `Bộ Tư lệnh Bộ đội Biên phòng`.
    pub fn body(self) -> &'g str {
        self.row.get("body")
    }

    /// Whether it was held for the time being (`quyền`, `phụ trách`).
    pub fn is_acting(self) -> bool {
        self.row.get("status") == "acting"
    }

    /// From when until when.
    pub fn period(self) -> Period {
        Period::parse(self.row.get("from"), self.row.get("until")).unwrap_or(Period::UNKNOWN)
    }

    /// When the source saw the office held, where it says no end.
    pub fn seen(self) -> Option<Edge> {
        let seen = Some(self.row.get("seen")).filter(|seen| !seen.is_empty())?;
        Some(Period::parse(seen, "").ok()?.from())
    }

    /// How sure the fact is: `A` confirmed by an official or press list, `B` by one report, `W` from an infobox of Wikipedia.
    pub fn certainty(self) -> &'g str {
        self.row.get("certainty")
    }

    /// Where the fact comes from.
    pub fn source(self) -> &'g str {
        self.row.get("source")
    }
}

impl std::fmt::Debug for Tenure<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tenure")
            .field("name", &self.name())
            .field("title", &self.title())
            .field("body", &self.body())
            .field("period", &self.period().to_string())
            .finish()
    }
}

impl Index {
    /// Every tenure that the lists have.
    pub(super) fn tenures(&self) -> impl Iterator<Item = Tenure<'_>> {
        let table = self.tables.iter().filter(|table| table.name() == LIST);
        table.flat_map(|table| table.rows()).map(|row| Tenure { index: self, row })
    }

    /// The tenures of a person of the lists.
    pub(crate) fn tenures_of<'g>(&'g self, person: Row<'g>) -> impl Iterator<Item = Tenure<'g>> {
        let (name, id) = (person.name(), person.get("id"));
        let tables = self.tables.iter().filter(|table| table.name() == LIST);
        let rows = tables.flat_map(move |table| {
            // The list is sorted by name.
            let (mut low, mut high) = (0, table.len());
            while low < high {
                let middle = (low + high) / 2;
                if table.row(middle).name() < name { low = middle + 1 } else { high = middle }
            }
            (low..table.len()).map(|at| table.row(at)).take_while(move |row| row.name() == name)
        });
        rows.filter(move |row| row.get("person") == id).map(|row| Tenure { index: self, row })
    }

    /// Those who held an office of a body at a day, in the order of the list; one who held it twice stands once.
    pub(super) fn holders(&self, title: &str, body: &str, day: Day) -> Vec<Tenure<'_>> {
        let (title, body) = (fold_name(title), self.body_key(body));
        let mut found: Vec<Tenure> = Vec::new();
        for tenure in self.tenures() {
            let is_of = tenure.title_key() == Some(title.as_str());
            if !is_of || tenure.period().contains(day) != Some(true) {
                continue;
            }
            let known =
                found.iter().any(|other| other.row.get("person") == tenure.row.get("person"));
            if !known && tenure.body_key() == Some(body.as_str()) {
                found.push(tenure);
            }
        }
        found
    }

    /// A body's name in a form in which its variants are equal: acronyms written out, without `Việt Nam` at its end, without the class words of places, without the
    /// term (`khóa XIII`); a force stands for its command.
    pub(crate) fn body_key(&self, body: &str) -> String {
        let body = spaced(body);
        // The longest acronym or variant that the name begins with.
        let is_body = |name: &Name| matches!(name.role, Role::Organization | Role::Head);
        let listed = self
            .longest(&body, LONGEST, is_body)
            .and_then(|(end, name)| Some(self.row(name)?.name().to_owned() + body.get(end..)?));
        let folded = fold_name(listed.as_deref().unwrap_or(&body));
        let words = folded.split([' ', ',', '-', '–']).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.take_while(|word| *word != "khóa").collect();
        let mut key = String::with_capacity(folded.len());
        let mut rest = words.as_slice();
        while let [word, after @ ..] = rest {
            let idle = IDLE.iter().find_map(|words| rest.strip_prefix(*words));
            rest = idle.unwrap_or(after);
            if idle.is_none() {
                key.push_str(if key.is_empty() { "" } else { " " });
                key.push_str(word);
            }
        }
        if key.contains('.') { key.replace("tp.hcm", "hồ chí minh") } else { key }
    }
}
