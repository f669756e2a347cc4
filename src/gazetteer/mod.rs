//! Stage 2a: lists of names and the automaton that finds them.

#[cfg(feature = "bundled")]
mod bundled;
mod entry;
#[cfg(feature = "serde")]
mod json;
mod kin;
mod letters;
pub(crate) mod level;
mod look_up;
pub(crate) mod matcher;
pub(crate) mod name;
pub(crate) mod neighbour;
mod node;
mod own;
mod period;
mod personal;
#[cfg(feature = "bundled")]
mod prebuilt;
pub(crate) mod role;
pub(crate) mod table;
mod tenure;
mod validity;
mod way;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

pub use entry::{Entry, Successor};
use kin::Kin;
pub(crate) use kin::{Heir, Id};
use letters::Letters;
pub(crate) use level::Level;
pub(crate) use matcher::{Match, Matcher};
pub(crate) use name::Name;
pub(crate) use period::DateWord;
pub(crate) use role::{Role, attribute};
use table::Row;
pub(crate) use table::Table;
pub use tenure::Tenure;
use tenure::TenureKeys;
pub use validity::{Edge, Period};

use crate::text::{Lexicon, Memo, lexicon};
use crate::{Day, Error, Kind};

/// A list of names of one kind.
///
/// [`Gazetteer::from_tsv`] reads the format of the bundled lists, `Gazetteer::from_patterns` that of spaCy's EntityRuler, [`Gazetteer::from_plain`] names one a line; [`Gazetteer::from_file`] tells them apart.
/// In an extractor the names of a user's own list go before all rules and bundled lists, and a list of blocked names (`blocked.tsv`, `….blocked.tsv`, `….blocked.txt`) takes out whatever would be found of its kind
/// with just such a span.
///
/// The format of the bundled lists: cells parted by tabs, a header of `# key: value` lines, a line of column names that begins with `name`, and a row a name. The columns `aliases` (parted by `;`), `id`,
/// `from` and `until` mean the same in every list.
///
/// ```
/// use dinhdanh::Gazetteer;
/// let list = "# kind: organization\nname\taliases\nBan Quản lý Vịnh Hạ Long\tBQL Vịnh Hạ Long\n";
/// let gazetteer = Gazetteer::from_tsv("ours.tsv", list)?;
/// assert_eq!(gazetteer.len(), 1);
/// # Ok::<(), dinhdanh::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Gazetteer {
    table: Table,
    role: Role,
}

impl Gazetteer {
    /// Reads a list in the TSV format; `name` stands for the file in rules and errors.
    ///
    /// # Errors
    ///
    /// If the header names no kind, the columns do not begin with `name`, one stands twice or is a slip for one of these (`alias`), or a row has another number of cells, no name, a period that is none, or the id of another row. The message names file, line and column.
    pub fn from_tsv(name: &str, text: impl Into<Cow<'static, str>>) -> Result<Self, Error> {
        let gazetteer = Self::read(name.to_owned(), own::composed(text.into()))?;
        own::check_columns(&gazetteer.table)?;
        gazetteer.table.rows().try_for_each(validity::check)?;
        own::check_ids(&gazetteer.table)?;
        Ok(gazetteer)
    }

    /// Reads a list whose periods are known to be well-formed.
    fn read(
        name: impl Into<Cow<'static, str>>,
        text: impl Into<Cow<'static, str>>,
    ) -> Result<Self, Error> {
        Self::of(Table::parse(name, text)?)
    }

    /// The list of a table.
    fn of(mut table: Table) -> Result<Self, Error> {
        let role = Role::of(&table)?;
        if role != Role::Record {
            table.attributes = role::attributes(role, &table);
        }
        Ok(Self { table, role })
    }

    /// A list of plain names of one kind; `name` stands for the list in rules.
    ///
    /// # Errors
    ///
    /// If a name is empty or has a tab or a line break.
    pub fn from_names<'n>(
        name: &str,
        kind: Kind,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Self, Error> {
        let mut text = format!("# kind: {kind}\nname\n");
        for (index, entry) in names.into_iter().enumerate() {
            if entry.trim().is_empty() || entry.contains(['\t', '\n', '\r']) {
                let expected = "a name without tabs and line breaks";
                return Err(Error::row(name, index + 1, None, expected, format!("{entry:?}")));
            }
            text.push_str(entry.trim());
            text.push('\n');
        }
        Self::from_tsv(name, text)
    }

    /// The name of the list.
    pub fn name(&self) -> &str {
        self.table.name()
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Several lists, in order: where two say different things of one name, the later list is the stronger.
#[derive(Clone, Debug, Default)]
pub struct Gazetteers {
    pub(crate) index: Arc<Index>,
    lists: Vec<(Role, bool)>,
}

impl Extend<Gazetteer> for Gazetteers {
    fn extend<I: IntoIterator<Item = Gazetteer>>(&mut self, gazetteers: I) {
        for gazetteer in gazetteers {
            self.add(gazetteer);
        }
    }
}

impl FromIterator<Gazetteer> for Gazetteers {
    fn from_iter<I: IntoIterator<Item = Gazetteer>>(gazetteers: I) -> Self {
        let mut all = Self::new();
        all.extend(gazetteers);
        all
    }
}

/// The name of a file without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

/// The tables of all lists with the automaton over their names.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    pub(crate) tables: Vec<Table>,
    pub(crate) lexicon: Lexicon,
    /// Words of the lists.
    memo: Memo,
    pub(crate) matcher: Matcher,
    /// Lists from this one on are the user's own, and stronger.
    pub(crate) first_own: usize,
    kin: OnceLock<Kin>,
    /// Which rows name an id as their successor: the hash of the id, table, row; sorted. Made when it is first asked for.
    successions: OnceLock<Vec<(u32, u16, u32)>>,
    /// What tenures are compared by.
    tenure_keys: OnceLock<TenureKeys>,
    /// The types of documents by their letters.
    letters: OnceLock<Letters>,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            tables: Vec::new(),
            lexicon: Lexicon::new(),
            memo: Memo::default(),
            matcher: Matcher::new(),
            first_own: usize::MAX,
            kin: OnceLock::new(),
            successions: OnceLock::new(),
            tenure_keys: OnceLock::new(),
            letters: OnceLock::new(),
        }
    }
}

/// A name for about so many bytes of the bundled lists.
#[cfg(feature = "bundled")]
const BYTES_OF_NAME: usize = 80;

/// The day on which the newest of the bundled lists was checked, `YYYY-MM-DD`; each list says its own in its head.
pub const DATA_VERSION: &str = "2026-12-01";

impl Gazetteers {
    /// No lists.
    pub fn new() -> Self {
        Self::default()
    }

    /// The lists of the crate.
    #[cfg(feature = "bundled")]
    pub fn bundled() -> Self {
        // An index that is not of these lists is as none.
        prebuilt::read(bundled::INDEX).unwrap_or_else(Self::read_bundled)
    }

    /// The lists of the crate, read from their texts.
    #[cfg(feature = "bundled")]
    fn read_bundled() -> Self {
        let mut gazetteers = Self::with_room();
        for (name, text) in bundled::FILES {
            // OK because a test reads every bundled file.
            if let Ok(gazetteer) = Gazetteer::read(*name, *text) {
                gazetteers.push(gazetteer, false);
            }
        }
        gazetteers
    }

    /// No lists, with room for those of the crate.
    #[cfg(feature = "bundled")]
    fn with_room() -> Self {
        let mut gazetteers = Self::new();
        let bytes: usize = bundled::FILES.iter().map(|(_, text)| text.len()).sum();
        gazetteers.index_mut().matcher.reserve(bytes / BYTES_OF_NAME);
        gazetteers
    }

    /// Adds a list; its names are stronger than those of the lists before it.
    pub fn add(&mut self, gazetteer: Gazetteer) -> &mut Self {
        self.push(gazetteer, true);
        self
    }

    /// Takes out the list of a name, such as `place/commune.tsv`; whether there was one.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// let mut gazetteers = dinhdanh::Gazetteers::bundled();
    /// assert!(gazetteers.remove("place/commune_until_2025.tsv"));
    /// # }
    /// ```
    pub fn remove(&mut self, name: &str) -> bool {
        let kept = std::mem::take(self);
        let tables = kept.index.tables.iter().zip(kept.lists);
        let mut removed = false;
        for (table, (role, own)) in tables {
            match table.name() == name {
                true => removed = true,
                false => self.push(Gazetteer { table: table.clone(), role }, own),
            }
        }
        removed
    }

    /// The names of the lists, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.index.tables.iter().map(Table::name)
    }

    /// Every sense of a name, in any case and either tone-mark style; a class word before the name of a place keeps to places of its level.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use dinhdanh::Gazetteers;
    /// let gazetteers = Gazetteers::bundled();
    /// let senses = gazetteers.senses("tỉnh Hoà Bình");
    /// assert!(senses.iter().all(|entry| entry.cell("level") == Some("province")));
    /// let now = senses[0].successors_at("2026-01-01".parse()?);
    /// assert_eq!(now[0].entry().name(), "Phú Thọ");
    /// # }
    /// # Ok::<(), dinhdanh::Error>(())
    /// ```
    pub fn senses(&self, name: &str) -> Vec<Entry<'_>> {
        self.index.senses(name)
    }

    /// Every row of a list, such as `place/province.tsv`, in order; none where there is no such list.
    pub fn entries(&self, list: &str) -> impl Iterator<Item = Entry<'_>> {
        let index = &*self.index;
        let table = index.tables.iter().find(|table| table.name() == list);
        table.into_iter().flat_map(|table| table.rows()).map(move |row| Entry { index, row })
    }

    /// The entry that has an id: `vn/p34/22`.
    pub fn entry(&self, id: &str) -> Option<Entry<'_>> {
        self.index.entry(id)
    }

    /// Who held an office of a body at a day, as far as the lists know: `Tư lệnh`, `Bộ đội Biên phòng`. A force stands for its command, an acronym for its name.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use dinhdanh::Gazetteers;
    /// let gazetteers = Gazetteers::bundled();
    /// let day = "2024-03-05".parse()?;
    /// let holders = gazetteers.office_holders("Tư lệnh", "Bộ đội Biên phòng", day);
    /// assert_eq!(holders[0].name(), "Lê Đức Thái");
    /// # }
    /// # Ok::<(), dinhdanh::Error>(())
    /// ```
    pub fn office_holders(&self, title: &str, body: &str, day: Day) -> Vec<Tenure<'_>> {
        self.index.holders(title, body, day)
    }

    /// The offices that the person of an id has held, as far as the lists know.
    pub fn offices_of(&self, person: &str) -> Vec<Tenure<'_>> {
        let is_of = |tenure: &Tenure<'_>| tenure.person().and_then(Entry::id) == Some(person);
        self.index.tenures().filter(is_of).collect()
    }

    fn push(&mut self, gazetteer: Gazetteer, own: bool) {
        let role = gazetteer.role;
        let index = self.keep(gazetteer, own);
        let at = index.tables.len().saturating_sub(1);
        let Index { tables, matcher, lexicon, memo, .. } = index;
        tables
            .last()
            .into_iter()
            .for_each(|table| matcher.add(at as u16, role, table, lexicon, memo));
    }

    fn index_mut(&mut self) -> &mut Index {
        Arc::make_mut(&mut self.index)
    }

    /// Keeps a list whose names are yet to be added.
    fn keep(&mut self, mut gazetteer: Gazetteer, own: bool) -> &mut Index {
        self.lists.push((gazetteer.role, own));
        let index = self.index_mut();
        gazetteer.table.first_row =
            index.tables.last().map_or(0, |last| last.first_row + last.len() as u32);
        if own {
            index.first_own = index.first_own.min(index.tables.len());
        }
        index.tables.push(gazetteer.table);
        index.kin = OnceLock::new();
        index.successions = OnceLock::new();
        index.tenure_keys = OnceLock::new();
        index.letters = OnceLock::new();
        index
    }
}

impl Index {
    /// Whether a list of the user's own blocks names.
    pub(crate) fn blocks(&self) -> bool {
        let own = self.tables.get(self.first_own.min(self.tables.len())..).unwrap_or_default();
        own.iter().any(|table| Role::of(table).is_ok_and(|role| role == Role::Blocked))
    }

    /// Whether a name comes from one of the user's own lists.
    pub(crate) fn is_own(&self, name: &Name) -> bool {
        name.table as usize >= self.first_own
    }

    /// Whether there are lists of the user's own.
    pub(crate) fn has_own(&self) -> bool {
        self.first_own < self.tables.len()
    }

    pub(crate) fn row(&self, name: &Name) -> Option<Row<'_>> {
        name.row(&self.tables)
    }

    /// Every sense of a name.
    fn senses(&self, name: &str) -> Vec<Entry<'_>> {
        let mut senses = self.entries_of(name);
        // `tỉnh Hòa Bình`: the longest class word with a name of its level.
        for (at, _) in name.match_indices(' ').collect::<Vec<_>>().into_iter().rev() {
            let (class, rest) = name.split_at(at);
            let classes = self.look_up(class);
            let levels: Vec<Level> = classes
                .iter()
                .filter(|c| c.role == Role::Class)
                .map(|c| Level::of(c.attributes))
                .collect();
            if levels.is_empty() {
                continue;
            }
            senses.extend(self.entries_of(rest.trim_start()).into_iter().filter(|entry| {
                let is_of_class = || {
                    levels.contains(&Level::of_row(entry.row))
                        || levels.contains(&Level::City) && entry.is_city()
                };
                entry.kind() == Some(Kind::Place) && is_of_class()
            }));
            break;
        }
        senses
    }

    /// The rows that have these words as their name or an alias, in the order of the lists.
    fn entries_of(&self, name: &str) -> Vec<Entry<'_>> {
        let mut names: Vec<_> = self.look_up(name).iter().collect();
        names.sort_by_key(|name| (name.table, name.row));
        names.dedup_by_key(|name| (name.table, name.row));
        let entries =
            names.into_iter().filter_map(|name| Some(Entry { index: self, row: self.row(name)? }));
        // Cues and codes name nothing.
        entries.filter(|entry| entry.kind().is_some()).collect()
    }

    /// The rows that name this id as their successor.
    fn predecessors_of(&self, id: &str) -> impl Iterator<Item = Entry<'_>> {
        let back = self.successions.get_or_init(|| self.successions());
        let hash = lexicon::hash(id.as_bytes());
        let first = back.partition_point(|(other, ..)| *other < hash);
        let same = back
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(other, ..)| *other == hash);
        let rows = same.filter_map(|(_, table, row)| {
            Some(self.tables.get(*table as usize)?.row(*row as usize))
        });
        let id = id.to_owned();
        rows.filter(move |row| {
            row.list("successor").any(|next| next.trim_end_matches(":part") == id)
        })
        .map(|row| Entry { index: self, row })
    }

    fn successions(&self) -> Vec<(u32, u16, u32)> {
        let mut back = Vec::new();
        for (at, table) in self.tables.iter().enumerate() {
            let Some(column) = table.column("successor") else { continue };
            for row in table.rows() {
                let ids = row.cell(column).split(';').map(|id| id.trim_end_matches(":part"));
                back.extend(
                    ids.map(|id| (lexicon::hash(id.as_bytes()), at as u16, row.index as u32)),
                );
            }
        }
        back.sort_unstable();
        back
    }
}
