//! What the names of a list are to the matcher and the rules.

use super::level::Level;
use super::table::{Row, Table};
use crate::{Error, Kind};

/// What the names of a list are.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[repr(u8)]
pub(crate) enum Role {
    /// Names of places without their class words.
    Place,
    /// Names of bodies.
    Organization,
    /// Full names and fixed aliases of people.
    Person,
    /// Titles of laws, treaties and known documents.
    Document,
    /// Grades.
    Rank,
    /// Titles of offices.
    Position,
    /// Names of days and periods, in lists of users.
    Date,
    /// Names of kinds of the user's own.
    Own,
    /// Class words of places: `tỉnh`, `TP`.
    Class,
    /// Words that end in a class word of places and are another word: `yêu cầu`.
    Compound,
    /// Words in the names of buildings and parks: `liệt sĩ`, `quốc gia`.
    SiteWord,
    /// First words of composed bodies: `Sở`, `Công ty`.
    Head,
    /// Words that end in a head of bodies which is none there: `nghị viện`, `sẽ thanh tra`.
    Enclosing,
    /// Fields that follow a head: `Nông nghiệp và Môi trường`.
    Field,
    /// Last words of bodies named in other languages: `Group`, `Times`.
    Suffix,
    /// Cities that stand for their football clubs, and words of the game.
    Club,
    /// Forms of address and titles before a person's name.
    Honorific,
    /// Words that alter an office: `nguyên`, `quyền`.
    Modifier,
    Surname,
    Middle,
    Given,
    ForeignPart,
    /// Branches after a rank: `Công an`, `QNCN`.
    Branch,
    /// Words before a person's name that make it the name of a thing: `đường`, `tư tưởng`.
    Namesake,
    /// Words that begin sentences and are hardly ever part of a name: `Theo`, `Tại`.
    Starter,
    /// Words that follow a person's name: `cho biết`, `khai`.
    Predicate,
    /// What only people do: `chia sẻ`, `kể lại`.
    Speech,
    /// Words beside a name that tell whether people bear it: `con gái của`, `tại`.
    Usage,
    /// Types of documents: `Nghị quyết`.
    DocumentType,
    /// Codes of issuers in document symbols.
    Issuer,
    /// Words that no title of a document goes on with.
    TitleEnd,
    /// Words after the number of a document, and those that a number counts.
    AfterNumber,
    Festival,
    /// Words of the lunar calendar.
    Lunar,
    /// Words of dates.
    Period,
    /// Words beside figures that tell whether they are a date.
    Neighbour,
    /// Names that are also something else.
    Ambiguous,
    /// What looks like a name and is none.
    Blocked,
    /// Cue words that only their own rule asks for.
    Cue,
    /// Rows that are looked up and never matched; the last of the roles.
    Record,
}

/// Lists whose role their names do not say: rules of their own read them.
const OWN_ROLES: [(&str, Role); 32] = [
    ("place/class_word.cue", Role::Class),
    ("place/compound.cue", Role::Compound),
    ("place/site_word.cue", Role::SiteWord),
    ("organization/institution", Role::Organization),
    ("organization/head.cue", Role::Head),
    ("organization/enclosing.cue", Role::Enclosing),
    ("organization/field.cue", Role::Field),
    ("organization/suffix.cue", Role::Suffix),
    ("organization/club.cue", Role::Club),
    ("person/honorific.cue", Role::Honorific),
    ("person/position_modifier.cue", Role::Modifier),
    ("person/rank", Role::Rank),
    ("person/position", Role::Position),
    ("person/surname", Role::Surname),
    ("person/middle", Role::Middle),
    ("person/given", Role::Given),
    ("person/foreign_part", Role::ForeignPart),
    ("person/rank_branch.cue", Role::Branch),
    ("person/namesake.cue", Role::Namesake),
    ("person/starter.cue", Role::Starter),
    ("person/speech.cue", Role::Speech),
    ("person/predicate.cue", Role::Predicate),
    ("person/usage.cue", Role::Usage),
    ("person/tenure", Role::Record),
    ("document/type", Role::DocumentType),
    ("document/issuer", Role::Issuer),
    ("document/title_end.cue", Role::TitleEnd),
    ("document/after_number.cue", Role::AfterNumber),
    ("date/festival", Role::Festival),
    ("date/lunar.cue", Role::Lunar),
    ("date/period.cue", Role::Period),
    ("date/neighbour.cue", Role::Neighbour),
];

/// How capitals in the text must agree with those of the name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    /// Every capital of the name.
    All,
    /// The first word's capital; acronyms stay acronyms.
    First,
    /// None: the rule looks for itself.
    Any,
}

impl Role {
    /// How many roles there are.
    pub(crate) const COUNT: usize = Role::Record as usize + 1;

    /// The role as a member of a set of roles.
    pub(crate) const fn bit(self) -> u64 {
        const { assert!(Role::COUNT <= 64) };
        1 << self as u64
    }

    /// The role of a list from its file's name, else from its header's `kind`.
    ///
    /// # Errors
    ///
    /// If neither says what the names are.
    pub(crate) fn of(table: &Table) -> Result<Role, Error> {
        let path = table.name().trim_end_matches(".tsv").trim_end_matches(".txt");
        let stem = path.rsplit(['/', '\\']).next().unwrap_or(path);
        if stem == "blocked" {
            return Ok(Role::Blocked);
        }
        if path.ends_with(".ambiguous") {
            return Ok(Role::Ambiguous);
        }
        if path.ends_with(".blocked") {
            return Ok(Role::Blocked);
        }
        if let Some((_, role)) = OWN_ROLES.iter().find(|(name, _)| *name == path) {
            return Ok(*role);
        }
        if path.ends_with(".cue") {
            return Ok(Role::Cue);
        }
        let kind = table.header("kind").unwrap_or_default();
        let kind: Kind = kind.parse().map_err(|_| {
            let found = if kind.is_empty() { "none".into() } else { format!("{kind:?}") };
            Error::row(table.name(), 1, None, "a header line \"# kind: …\" with a kind", found)
        })?;
        Ok(Role::of_kind(kind))
    }

    /// The role of names of a kind.
    pub(super) fn of_kind(kind: Kind) -> Role {
        match kind {
            Kind::Person => Role::Person,
            Kind::Organization => Role::Organization,
            Kind::Place => Role::Place,
            Kind::Document => Role::Document,
            Kind::Date => Role::Date,
            Kind::Rank => Role::Rank,
            Kind::Position => Role::Position,
            Kind::Own => Role::Own,
        }
    }

    /// Whether names are looked for only where a rule asks for this role, since no rule is called by it or wants to know every name at a token.
    pub(crate) const fn is_asked(self) -> bool {
        matches!(
            self,
            Role::SiteWord
                | Role::Starter
                | Role::Predicate
                | Role::Usage
                | Role::TitleEnd
                | Role::AfterNumber
                | Role::Neighbour
        )
    }

    /// How capitals must agree.
    pub(crate) fn case(self) -> Case {
        match self {
            Role::Own | Role::Place | Role::Person | Role::Surname | Role::Middle | Role::Given => {
                Case::All
            }
            Role::ForeignPart | Role::Ambiguous | Role::Blocked | Role::Issuer => Case::All,
            Role::Organization | Role::Document => Case::First,
            _ => Case::Any,
        }
    }
}

/// What a word in a cell says: the role of the list, the column, the word, the flags.
const CELLS: [(Role, &str, &str, u32); 70] = [
    (Role::Position, "self", "yes", attribute::SELF),
    (Role::Position, "holder", "yes", attribute::HOLDER),
    (Role::Position, "holder", "alone", attribute::HOLDER | attribute::ALONE),
    (Role::Position, "lower", "yes", attribute::LOWER),
    (Role::Position, "follows", "body", attribute::BODY),
    (Role::Position, "follows", "head", attribute::HEAD),
    (Role::Position, "follows", "field", attribute::FIELD),
    (Role::Position, "follows", "place", attribute::PLACE | attribute::SCOPE),
    (Role::Position, "follows", "country", attribute::PLACE),
    (Role::Position, "follows", "at", attribute::AT),
    (Role::Position, "follows", "title", attribute::TITLE),
    (Role::Position, "needs", "body", attribute::CUED),
    (Role::Modifier, "place", "before", attribute::BEFORE),
    (Role::Modifier, "place", "suffix", attribute::SUFFIX),
    (Role::Modifier, "place", "holds", attribute::HOLDS),
    (Role::Modifier, "place", "blocks", attribute::BLOCKS),
    (Role::Modifier, "place", "plural", attribute::MANY),
    (Role::Modifier, "place", "continues", attribute::CONTINUES),
    (Role::Modifier, "effect", "former", attribute::FORMER),
    (Role::Modifier, "effect", "leaves", attribute::FORMER),
    (Role::Modifier, "effect", "acting", attribute::ACTING),
    (Role::Modifier, "strength", "weak", attribute::CUED),
    (Role::Rank, "use", "position", attribute::CUED),
    (Role::Head, "follows", "field", attribute::FIELD),
    (Role::Head, "follows", "scope", attribute::SCOPE),
    (Role::Head, "follows", "place", attribute::PLACE),
    (Role::Head, "follows", "name", attribute::NAME),
    (Role::Head, "follows", "number", attribute::NUMBER),
    (Role::Head, "follows", "body", attribute::BODY),
    (Role::Head, "follows", "title", attribute::TITLE),
    (Role::Head, "lower", "yes", attribute::LOWER | attribute::STRONG),
    (Role::Head, "lower", "field", attribute::LOWER),
    (Role::Head, "alone", "yes", attribute::ALONE),
    (Role::Head, "country", "no", attribute::MANY),
    (Role::Enclosing, "case", "lower", attribute::LOWER),
    (Role::Honorific, "strength", "strong", attribute::STRONG),
    (Role::Honorific, "gender", "m", attribute::MALE),
    (Role::Honorific, "gender", "f", attribute::FEMALE),
    (Role::Honorific, "number", "many", attribute::MANY),
    (Role::Honorific, "case", "lower", attribute::LOWER),
    (Role::Honorific, "case", "credit", attribute::CREDIT),
    (Role::Honorific, "single", "yes", attribute::NAME),
    (Role::Usage, "side", "before", attribute::BEFORE),
    (Role::Usage, "side", "after", attribute::SUFFIX),
    (Role::Usage, "says", "person", attribute::SURE),
    (Role::Usage, "says", "against", attribute::BLOCKS),
    (Role::ForeignPart, "use", "common", attribute::COMMON),
    (Role::Given, "use", "sure", attribute::SURE | attribute::COMMON),
    (Role::Middle, "use", "sure", attribute::SURE | attribute::COMMON),
    (Role::Given, "use", "frequent", attribute::COMMON),
    (Role::Middle, "use", "frequent", attribute::COMMON),
    (Role::Given, "use", "common", attribute::COMMON),
    (Role::Middle, "use", "common", attribute::COMMON),
    (Role::DocumentType, "numbered", "yes", attribute::NUMBER),
    (Role::DocumentType, "numbered", "short", attribute::SHORT),
    (Role::DocumentType, "event", "yes", attribute::EVENT),
    (Role::DocumentType, "lower", "yes", attribute::LOWER),
    (Role::TitleEnd, "sense", "inner", attribute::NAME),
    (Role::AfterNumber, "sense", "counted", attribute::NUMBER),
    (Role::Place, "bare", "yes", attribute::ALONE),
    (Role::Suffix, "after", "any", attribute::STRONG),
    (Role::Suffix, "after", "title", attribute::CUED),
    (Role::Suffix, "type", "company", attribute::NAME),
    (Role::Suffix, "type", "press", attribute::TITLE),
    (Role::Class, "follows", "name", attribute::NAME),
    (Role::Class, "follows", "number", attribute::NUMBER),
    (Role::Class, "follows", "range", attribute::RANGE),
    (Role::Class, "follows", "unit", attribute::PLACE),
    (Role::Class, "follows", "listed", attribute::LISTED),
    (Role::Class, "follows", "title", attribute::TITLE),
];

/// What a cell says that is not empty, whatever it holds.
const FILLED: [(Role, &str, u32); 3] = [
    (Role::Rank, "needs", attribute::CUED),
    (Role::DocumentType, "titled", attribute::TITLE),
    // A name that holds its place keeps it nested; one that holds none is closed.
    (Role::Organization, "place", attribute::PLACE),
];

/// What the rules ask of the names of a list again and again, read from its rows once: a set of flags for each.
pub(crate) fn attributes(role: Role, table: &Table) -> Vec<u32> {
    let said = CELLS.iter().filter(|(of, ..)| *of == role);
    let said = said.filter_map(|(_, name, word, flag)| Some((table.column(name)?, *word, *flag)));
    let said: Vec<_> = said.collect();
    let filled = FILLED.iter().filter(|(of, ..)| *of == role);
    let filled = filled.filter_map(|(_, name, flag)| Some((table.column(name)?, *flag)));
    let filled: Vec<_> = filled.collect();
    let mut level = Level::reader(table);
    let kind: Option<Kind> = table.header("kind").and_then(|kind| kind.parse().ok());
    let read = |row: Row<'_>| {
        let says = |(column, word, _): &&(usize, &str, u32)| {
            let cell = row.cell(*column);
            cell == *word || cell.len() > word.len() && cell.split(';').any(|part| part == *word)
        };
        let fills = |(column, _): &&(usize, u32)| !row.cell(*column).is_empty();
        let flags = said.iter().filter(says).fold(0, |flags, (.., flag)| flags | flag);
        let flags = filled.iter().filter(fills).fold(flags, |flags, (.., flag)| flags | flag);
        flags
            | match role {
                Role::Surname => super::personal::surname(row),
                Role::Place | Role::Class => level(row.index).attributes(),
                Role::Period | Role::Lunar => super::period::attributes(row),
                Role::Neighbour => super::neighbour::attributes(row),
                Role::Ambiguous | Role::Blocked => kind.map_or(u32::MAX, attribute::of_kind),
                _ => 0,
            }
    };
    table.rows().map(read).collect()
}

/// The flags of [`attributes`]; a flag means the same in each role that has it, and flags of roles that never meet may share a bit.
pub(crate) mod attribute {
    use crate::Kind;

    /// The flag of the kind that a list of ambiguous or blocked names speaks of.
    pub(crate) const fn of_kind(kind: Kind) -> u32 {
        1 << kind as u32
    }

    /// An office that is complete without a body.
    pub(crate) const SELF: u32 = 1;
    /// A capitalised title that stands for its holder.
    pub(crate) const HOLDER: u32 = 1 << 1;
    /// Counts in lower case before what completes it.
    pub(crate) const LOWER: u32 = 1 << 2;
    /// Followed by a field.
    pub(crate) const FIELD: u32 = 1 << 3;
    /// Followed by a scope word.
    pub(crate) const SCOPE: u32 = 1 << 4;
    /// Followed by a place, or holding one.
    pub(crate) const PLACE: u32 = 1 << 5;
    /// Followed by a proper name.
    pub(crate) const NAME: u32 = 1 << 6;
    /// Followed by a number.
    pub(crate) const NUMBER: u32 = 1 << 7;
    /// Followed by another body.
    pub(crate) const BODY: u32 = 1 << 8;
    /// Followed by a title.
    pub(crate) const TITLE: u32 = 1 << 9;
    /// An entity by itself when capitalised.
    pub(crate) const ALONE: u32 = 1 << 10;
    /// A capitalised word after it is nearly always a name.
    pub(crate) const STRONG: u32 = 1 << 11;
    /// Of men.
    pub(crate) const MALE: u32 = 1 << 12;
    /// Of women.
    pub(crate) const FEMALE: u32 = 1 << 13;
    /// Followed by a congress or session.
    pub(crate) const EVENT: u32 = 1 << 14;
    /// Followed by names joined by dashes.
    pub(crate) const RANGE: u32 = 1 << 15;
    /// Followed by a listed name alone.
    pub(crate) const LISTED: u32 = 1 << 16;
    /// Hardly ever anything but a part of a name.
    pub(crate) const SURE: u32 = 1 << 17;
    /// Often a part of a name, often something else.
    pub(crate) const FAIR: u32 = 1 << 18;
    /// May introduce several; of heads, there are many of them in a country.
    pub(crate) const MANY: u32 = 1 << 19;
    /// Introduces an author.
    pub(crate) const CREDIT: u32 = 1 << 20;
    /// Usual among names.
    pub(crate) const COMMON: u32 = 1 << 21;
    /// Tells the bearer's sex rather than family: `Y`, `H`.
    pub(crate) const MARK: u32 = 1 << 22;
    /// Cited by its number alone.
    pub(crate) const SHORT: u32 = 1 << 23;
    /// Alters an office from outside it.
    pub(crate) const BEFORE: u32 = 1 << 23;
    /// Ends a title.
    pub(crate) const SUFFIX: u32 = 1 << 24;
    /// Says that someone holds, takes or leaves what follows.
    pub(crate) const HOLDS: u32 = 1 << 25;
    /// What follows is no holder's.
    pub(crate) const BLOCKS: u32 = 1 << 26;
    /// Stands between a name and what is said of it.
    pub(crate) const CONTINUES: u32 = 1 << 27;
    /// Makes it one of the past.
    pub(crate) const FORMER: u32 = 1 << 28;
    /// Makes it one for the time being.
    pub(crate) const ACTING: u32 = 1 << 29;
    /// Counts only beside a cue.
    pub(crate) const CUED: u32 = 1 << 30;
    /// Followed by where one is posted.
    pub(crate) const AT: u32 = 1 << 31;
    /// Followed by a body whose head is half of the title; of titles alone, as [`MALE`] is of forms of address.
    pub(crate) const HEAD: u32 = 1 << 12;
}
