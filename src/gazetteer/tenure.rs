//! Who held which office of which body, and when: the rows of `person/tenure.tsv`.

use std::sync::OnceLock;

use super::table::{Row, Table};
use super::validity::{Edge, Period};
use super::{Entry, Index, Role};
use crate::Day;
use crate::text::fold::fold_name;

/// The list of tenures.
const LIST: &str = "person/tenure.tsv";

/// That a person held an office.
#[derive(Clone, Copy)]
pub struct Tenure<'g> {
    index: &'g Index,
    row: Row<'g>,
}

/// The title and the body of a tenure in forms in which their variants are equal.
#[derive(Clone, Debug)]
pub(crate) struct TenureKey {
    /// Folded.
    pub(crate) title: String,
    /// See [`Index::body_key`].
    pub(crate) body: String,
}

/// The keys of all tenures, each made when it is first asked for.
#[derive(Clone, Debug)]
pub(super) struct TenureKeys {
    /// The number of the first row that is a tenure.
    first: u32,
    keys: Vec<OnceLock<TenureKey>>,
}

impl TenureKeys {
    fn new(tables: &[Table]) -> Self {
        let tenures = || tables.iter().filter(|table| table.name() == LIST);
        let first = tenures().next().map_or(0, |table| table.first_row);
        let end = tenures().last().map_or(0, |table| table.first_row + table.len() as u32);
        let mut keys = Vec::new();
        keys.resize_with((end - first) as usize, OnceLock::new);
        Self { first, keys }
    }
}

impl<'g> Tenure<'g> {
    /// Title and body as keys.
    pub(crate) fn key(self) -> Option<&'g TenureKey> {
        let all = self.index.tenure_keys.get_or_init(|| TenureKeys::new(&self.index.tables));
        let key = all.keys.get(self.row.number().checked_sub(all.first)? as usize)?;
        Some(key.get_or_init(|| TenureKey {
            title: fold_name(self.title()),
            body: self.index.body_key(self.body()),
        }))
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

    /// The tenures of a person of the lists, by name and id.
    pub(crate) fn tenures_of<'g>(
        &'g self,
        name: &'g str,
        id: &'g str,
    ) -> impl Iterator<Item = Tenure<'g>> {
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
            let Some(key) = tenure.key().filter(|key| key.title == title) else { continue };
            if tenure.period().contains(day) != Some(true) {
                continue;
            }
            let known =
                found.iter().any(|other| other.row.get("person") == tenure.row.get("person"));
            if !known && key.body == body {
                found.push(tenure);
            }
        }
        found
    }

    /// A body's name in a form in which its variants are equal: acronyms written out, without `Việt Nam` at its end, without the class words of places, without the
    /// term (`khóa XIII`); a force stands for its command.
    pub(crate) fn body_key(&self, body: &str) -> String {
        let mut words: Vec<String> = body.split_whitespace().map(str::to_owned).collect();
        // The longest acronym or variant that the name begins with.
        for length in (1..=words.len().min(8)).rev() {
            let head = words.get(..length).unwrap_or_default().join(" ");
            let names = self.matcher.look_up(&head, &self.lexicon);
            let name =
                names.iter().find(|name| matches!(name.role, Role::Organization | Role::Head));
            if let Some(row) = name.and_then(|name| self.row(name)) {
                words.splice(..length, row.name().split(' ').map(str::to_owned));
                break;
            }
        }
        let mut key = format!(" {} ", fold_name(&words.join(" ")).replace([',', '-', '–'], " "));
        if let Some((name, _)) = key.split_once(" khóa ") {
            key = format!("{name} ");
        }
        for part in [
            " việt nam ",
            " tỉnh ",
            " thành phố ",
            " tp ",
            " bộ tư lệnh ",
            " quân chủng ",
            " đảng ",
        ] {
            key = key.replace(part, " ");
        }
        key.split_whitespace().collect::<Vec<_>>().join(" ").replace("tp.hcm", "hồ chí minh")
    }
}
