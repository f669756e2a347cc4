//! The extractor: the public face of the crate, and the pipeline.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use crate::capitals;
use crate::document::{Article, Recorder};
use crate::entity::Record;
use crate::explain::Explanation;
use crate::extraction::Extraction;
use crate::gazetteer::{Gazetteer, Gazetteers};
use crate::input::Input;
use crate::reader::Reader;
use crate::rules::{Dispatch, PROPOSERS};
use crate::text::segment::segments;
use crate::{Kind, Span};

/// Finds named entities in Vietnamese text.
///
/// An extractor is built once and then only read: it is cheap to clone and may be shared between threads.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use dinhdanh::{Extractor, Kind};
/// let extractor = Extractor::new();
/// let extraction = extractor.extract("Trung tướng Lê Đức Thái phát biểu tại hội nghị.");
/// let mut people = extraction.entities().filter(|entity| entity.kind() == Kind::Person);
/// assert_eq!(people.next().map(|person| person.as_str()), Some("Lê Đức Thái"));
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    pub(crate) shared: Arc<Shared>,
}

/// What the clones of an extractor have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) gazetteers: Gazetteers,
    pub(crate) dispatch: Dispatch,
    kinds: Vec<Kind>,
    is_certain: bool,
    /// Whether a list of the user's own blocks names.
    blocks: bool,
    /// Readers that are not in use, with the room that they have made.
    readers: Mutex<Vec<Reader>>,
}

/// Builds an [`Extractor`] from chosen lists and kinds.
///
/// ```
/// use dinhdanh::{Extractor, Gazetteer, Kind};
/// let ours = Gazetteer::from_names("ours", Kind::Organization, ["Ban Quản lý Vịnh Hạ Long"])?;
/// let extractor = Extractor::builder().gazetteer(ours).kinds([Kind::Organization]).build();
/// let extraction = extractor.extract("Ban Quản lý Vịnh Hạ Long thông báo.");
/// assert_eq!(extraction.entities().len(), 1);
/// # Ok::<(), dinhdanh::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    /// Those of the crate where none were chosen: they are read only where they are needed.
    gazetteers: Option<Gazetteers>,
    kinds: Vec<Kind>,
    is_certain: bool,
}

impl ExtractorBuilder {
    /// Starts from these lists instead of the bundled ones.
    pub fn gazetteers(&mut self, gazetteers: Gazetteers) -> &mut Self {
        self.gazetteers = Some(gazetteers);
        self
    }

    /// Adds a list of the user's own: its names win over all rules and bundled lists.
    pub fn gazetteer(&mut self, gazetteer: Gazetteer) -> &mut Self {
        self.gazetteers.get_or_insert_with(usual).add(gazetteer);
        self
    }

    /// Keeps only entities of these kinds; those of others are still read, as evidence.
    pub fn kinds(&mut self, kinds: impl IntoIterator<Item = Kind>) -> &mut Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Keeps only what is certain, as [`Entity::is_certain`](crate::Entity::is_certain) tells: less is found, and less of it is wrong.
    pub fn certain(&mut self, only: bool) -> &mut Self {
        self.is_certain = only;
        self
    }

    /// The extractor.
    pub fn build(&self) -> Extractor {
        let gazetteers = self.gazetteers.clone().unwrap_or_else(usual);
        let dispatch = Dispatch::new(&gazetteers.index);
        let blocks = gazetteers.index.blocks();
        Extractor {
            shared: Arc::new(Shared {
                gazetteers,
                dispatch,
                kinds: self.kinds.clone(),
                is_certain: self.is_certain,
                blocks,
                readers: Mutex::default(),
            }),
        }
    }
}

#[cfg(feature = "bundled")]
impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the bundled gazetteers and all kinds.
    #[cfg(feature = "bundled")]
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// A builder that starts with the bundled gazetteers, where they are embedded, and all kinds.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { gazetteers: None, kinds: Kind::ALL.to_vec(), is_certain: false }
    }

    /// The ids of all rules, in the order in which they read a text: what [`Entity::rule`](crate::Entity::rule) says of an entity that no list alone gives.
    ///
    /// ```
    /// assert!(dinhdanh::Extractor::rules().any(|rule| rule == "rule/date/numeric"));
    /// ```
    pub fn rules() -> impl Iterator<Item = &'static str> {
        let of_segments = PROPOSERS.iter().flat_map(|proposer| proposer.rules);
        of_segments.chain(crate::document::RULES.iter().copied().flatten()).copied()
    }

    /// The entities of a text. Any text is accepted.
    pub fn extract<'t>(&self, input: impl Into<Input<'t>>) -> Extraction<'t> {
        let input = input.into();
        self.read(input, None)
    }

    /// Why the entities that touch a span, given in bytes, are what they are: every candidate that the rules proposed there, and what became of it.
    pub fn explain<'t>(&self, input: impl Into<Input<'t>>, span: Span) -> Explanation {
        let mut recorder = Recorder::new(Arc::clone(&self.shared.gazetteers.index), span);
        self.read(input.into(), Some(&mut recorder));
        recorder.explanation
    }

    /// The pipeline: text, names and rules, and choice, segment by segment; then the article as a whole.
    fn read<'t>(&self, input: Input<'t>, mut recorder: Option<&mut Recorder>) -> Extraction<'t> {
        let shared = &*self.shared;
        let index = &*shared.gazetteers.index;
        let mut reader = shared.reader();
        let mut article = Article::new(input, index, std::mem::take(&mut reader.room));
        let mut waiting = Vec::new();
        for segment in segments(input.text) {
            let given = input.text.get(segment.range.clone()).unwrap_or_default();
            reader.cut(index, given, &segment);
            if capitals::lines(reader.tokens()).next().is_some() {
                waiting.push(segment);
                continue;
            }
            shared.read_on(&mut reader, given);
            reader.hand_over(&mut article, &segment, recorder.as_deref_mut());
        }
        if !waiting.is_empty() {
            let capitals = reader.capitals(index, input.text, &waiting);
            for segment in &waiting {
                let given = input.text.get(segment.range.clone()).unwrap_or_default();
                reader.cut(index, given, segment);
                reader.reshape(index, given, &capitals);
                shared.read_on(&mut reader, given);
                reader.hand_over(&mut article, segment, recorder.as_deref_mut());
            }
            article.sort();
        }
        let (reference_date, mut records) = article.finish(recorder);
        reader.room = article.into_room();
        shared.keep(reader);
        let Shared { kinds, is_certain, .. } = shared;
        if *is_certain || Kind::ALL.iter().any(|kind| !kinds.contains(kind)) {
            let is_kept = |record: &Record| {
                kinds.contains(&record.kind) && (record.is_certain || !is_certain)
            };
            retain(&mut records, is_kept);
        }
        Extraction { text: Cow::Borrowed(input.text), reference_date, records }
    }
}

/// The bundled lists, where they are embedded; else none.
fn usual() -> Gazetteers {
    #[cfg(feature = "bundled")]
    return Gazetteers::bundled();
    #[cfg(not(feature = "bundled"))]
    return Gazetteers::new();
}

impl Shared {
    /// Stages 2 and 3 on a segment that is cut into tokens.
    fn read_on(&self, reader: &mut Reader, given: &str) {
        let index = &*self.gazetteers.index;
        reader.find(index, &self.dispatch, given);
        reader.propose(index, given, self.blocks);
        reader.resolve();
    }

    /// A reader of the kept ones, or a new one.
    pub(crate) fn reader(&self) -> Reader {
        // A lock that another thread left in a panic is as good: its readers forget everything anyhow.
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        readers.pop().unwrap_or_default()
    }

    /// Keeps a reader for the next text.
    pub(crate) fn keep(&self, reader: Reader) {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
    }
}

/// Leaves out the other entities; what lay in them lies in nothing.
fn retain(records: &mut Vec<Record>, is_kept: impl Fn(&Record) -> bool) {
    let mut places = Vec::with_capacity(records.len());
    let mut next = 0;
    for record in records.iter() {
        let is_kept = is_kept(record);
        places.push(is_kept.then_some(next));
        next += u32::from(is_kept);
    }
    for record in records.iter_mut() {
        record.parent = record.parent.and_then(|at| places.get(at as usize).copied().flatten());
    }
    records.retain(is_kept);
}
