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
    /// Names of user lists of other kinds.
    Date,
    /// Class words of places: `tỉnh`, `TP`.
    Class,
    /// Words that end in a class word of places and are another word: `yêu cầu`.
    Compound,
    /// Words in the names of buildings and parks: `liệt sĩ`, `quốc gia`.
    SiteWord,
    /// First words of composed bodies: `Sở`, `Công ty`.
    Head,
    /// Fields that follow a head: `Nông nghiệp và Môi trường`.
    Field,
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

    /// The role of a list from its file's name, else from its header's `kind`.
    ///
    /// # Errors
    ///
    /// If neither says what the names are.
    pub(crate) fn of(table: &Table) -> Result<Role, Error> {
        let path = table.name().trim_end_matches(".tsv");
        if path.ends_with(".ambiguous") {
            return Ok(Role::Ambiguous);
        }
        if path.ends_with(".blocked") {
            return Ok(Role::Blocked);
        }
        let role = match path {
            "place/class_word.cue" => Role::Class,
            "place/compound.cue" => Role::Compound,
            "place/site_word.cue" => Role::SiteWord,
            "organization/institution" => Role::Organization,
            "organization/head.cue" => Role::Head,
            "organization/field.cue" => Role::Field,
            "person/honorific.cue" => Role::Honorific,
            "person/position_modifier.cue" => Role::Modifier,
            "person/rank" => Role::Rank,
            "person/position" => Role::Position,
            "person/surname" => Role::Surname,
            "person/middle" => Role::Middle,
            "person/given" => Role::Given,
            "person/foreign_part" => Role::ForeignPart,
            "person/rank_branch.cue" => Role::Branch,
            "person/namesake.cue" => Role::Namesake,
            "person/starter.cue" => Role::Starter,
            "person/speech.cue" => Role::Speech,
            "person/predicate.cue" => Role::Predicate,
            "person/usage.cue" => Role::Usage,
            "person/tenure" => Role::Record,
            "document/type" => Role::DocumentType,
            "document/issuer" => Role::Issuer,
            "document/title_end.cue" => Role::TitleEnd,
            "document/after_number.cue" => Role::AfterNumber,
            "date/festival" => Role::Festival,
            "date/lunar.cue" => Role::Lunar,
            "date/period.cue" => Role::Period,
            "date/neighbour.cue" => Role::Neighbour,
            _ if path.ends_with(".cue") => Role::Cue,
            _ => {
                let kind = table.header("kind").unwrap_or_default();
                let kind: Kind = kind.parse().map_err(|_| {
                    let found = if kind.is_empty() { "none".into() } else { format!("{kind:?}") };
                    Error::row(
                        table.name(),
                        1,
                        None,
                        "a header line \"# kind: …\" with a kind",
                        found,
                    )
                })?;
                match kind {
                    Kind::Person => Role::Person,
                    Kind::Organization => Role::Organization,
                    Kind::Place => Role::Place,
                    Kind::Document => Role::Document,
                    Kind::Date => Role::Date,
                    Kind::Rank => Role::Rank,
                    Kind::Position => Role::Position,
                }
            }
        };
        Ok(role)
    }

    /// How capitals must agree.
    pub(crate) fn case(self) -> Case {
        match self {
            Role::Place | Role::Person | Role::Surname | Role::Middle | Role::Given => Case::All,
            Role::ForeignPart | Role::Ambiguous | Role::Blocked | Role::Issuer => Case::All,
            Role::Organization | Role::Document => Case::First,
            _ => Case::Any,
        }
    }
}

/// What the rules ask of a name again and again, read from its row once: a set of flags.
pub(crate) fn attributes(role: Role, row: Row<'_>) -> u32 {
    let flag = |column: &str, value: &str, bit: u32| {
        if row.list(column).any(|part| part == value) { bit } else { 0 }
    };
    match role {
        Role::Position => {
            flag("self", "yes", attribute::SELF)
                | flag("holder", "yes", attribute::HOLDER)
                | flag("holder", "alone", attribute::HOLDER | attribute::ALONE)
                | flag("lower", "yes", attribute::LOWER)
                | flag("follows", "body", attribute::BODY)
                | flag("follows", "head", attribute::HEAD)
                | flag("follows", "field", attribute::FIELD)
                | flag("follows", "place", attribute::PLACE | attribute::SCOPE)
                | flag("follows", "country", attribute::PLACE)
                | flag("follows", "at", attribute::AT)
                | flag("needs", "body", attribute::CUED)
        }
        Role::Modifier => {
            flag("place", "before", attribute::BEFORE)
                | flag("place", "suffix", attribute::SUFFIX)
                | flag("place", "holds", attribute::HOLDS)
                | flag("place", "blocks", attribute::BLOCKS)
                | flag("place", "plural", attribute::MANY)
                | flag("place", "continues", attribute::CONTINUES)
                | flag("effect", "former", attribute::FORMER)
                | flag("effect", "acting", attribute::ACTING)
                | flag("strength", "weak", attribute::CUED)
        }
        Role::Rank => {
            flag("use", "position", attribute::CUED)
                | if row.get("needs").is_empty() { 0 } else { attribute::CUED }
        }
        Role::Head => {
            flag("follows", "field", attribute::FIELD)
                | flag("follows", "scope", attribute::SCOPE)
                | flag("follows", "place", attribute::PLACE)
                | flag("follows", "name", attribute::NAME)
                | flag("follows", "number", attribute::NUMBER)
                | flag("follows", "body", attribute::BODY)
                | flag("follows", "title", attribute::TITLE)
                | flag("lower", "yes", attribute::LOWER | attribute::STRONG)
                | flag("lower", "field", attribute::LOWER)
                | flag("alone", "yes", attribute::ALONE)
        }
        Role::Honorific => {
            flag("strength", "strong", attribute::STRONG)
                | flag("gender", "m", attribute::MALE)
                | flag("gender", "f", attribute::FEMALE)
                | flag("number", "many", attribute::MANY)
                | flag("case", "lower", attribute::LOWER)
                | flag("case", "credit", attribute::CREDIT)
                | flag("single", "yes", attribute::NAME)
        }
        Role::Usage => {
            flag("side", "before", attribute::BEFORE)
                | flag("side", "after", attribute::SUFFIX)
                | flag("says", "person", attribute::SURE)
                | flag("says", "against", attribute::BLOCKS)
        }
        Role::Surname => super::personal::surname(row),
        Role::ForeignPart => flag("use", "common", attribute::COMMON),
        Role::Given | Role::Middle => {
            flag("use", "sure", attribute::SURE | attribute::COMMON)
                | flag("use", "frequent", attribute::COMMON)
                | flag("use", "common", attribute::COMMON)
        }
        Role::DocumentType => {
            flag("numbered", "yes", attribute::NUMBER)
                | flag("numbered", "short", attribute::SHORT)
                | if row.get("titled").is_empty() { 0 } else { attribute::TITLE }
                | flag("event", "yes", attribute::EVENT)
                | flag("lower", "yes", attribute::LOWER)
        }
        Role::TitleEnd => flag("sense", "inner", attribute::NAME),
        Role::AfterNumber => flag("sense", "counted", attribute::NUMBER),
        Role::Place => Level::read(row).attributes() | flag("bare", "yes", attribute::ALONE),
        Role::Period | Role::Lunar => super::period::attributes(row),
        Role::Neighbour => super::neighbour::attributes(row),
        Role::Class => {
            Level::read(row).attributes()
                | flag("follows", "name", attribute::NAME)
                | flag("follows", "number", attribute::NUMBER)
                | flag("follows", "range", attribute::RANGE)
                | flag("follows", "unit", attribute::PLACE)
                | flag("follows", "listed", attribute::LISTED)
                | flag("follows", "title", attribute::TITLE)
        }
        Role::Ambiguous | Role::Blocked => {
            let kind: Option<Kind> = row.table.header("kind").and_then(|kind| kind.parse().ok());
            kind.map_or(u32::MAX, attribute::of_kind)
        }
        Role::Organization => {
            // A name that holds its place keeps it nested; one that holds none is closed.
            if row.get("place").is_empty() { 0 } else { attribute::PLACE }
        }
        _ => 0,
    }
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
    /// May introduce several.
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
