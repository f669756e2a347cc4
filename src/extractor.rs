//! The extractor: the public face of the crate, and the pipeline.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use crate::candidate::Strength;
use crate::capitals::{self, Capitals};
use crate::document::{Article, Draft};
use crate::entity::Record;
use crate::explain::{Explanation, Recorder};
use crate::extraction::Extraction;
use crate::gazetteer::{Gazetteer, Gazetteers, Match, Role};
use crate::input::Input;
use crate::resolve::{Outcome, Resolver};
use crate::rules::person::name::Names;
use crate::rules::{Dispatch, PROPOSERS, Proposals, Scene};
use crate::text::Token;
use crate::text::glued;
use crate::text::normalize::Normalized;
use crate::text::segment::{Segment, segments};
use crate::text::token::tokenize;
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
/// let person = extraction.entities().find(|entity| entity.kind() == Kind::Person).unwrap();
/// assert_eq!(person.as_str(), "Lê Đức Thái");
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    gazetteers: Gazetteers,
    dispatch: Dispatch,
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
    gazetteers: Gazetteers,
    kinds: Vec<Kind>,
    is_certain: bool,
}

impl ExtractorBuilder {
    /// Starts from these lists instead of the bundled ones.
    pub fn gazetteers(&mut self, gazetteers: Gazetteers) -> &mut Self {
        self.gazetteers = gazetteers;
        self
    }

    /// Adds a list of the user's own: its names win over all rules and bundled lists.
    pub fn gazetteer(&mut self, gazetteer: Gazetteer) -> &mut Self {
        self.gazetteers.add(gazetteer);
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
        let dispatch = Dispatch::new(&self.gazetteers.index);
        Extractor {
            shared: Arc::new(Shared {
                gazetteers: self.gazetteers.clone(),
                dispatch,
                kinds: self.kinds.clone(),
                is_certain: self.is_certain,
                blocks: self.gazetteers.index.blocks(),
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
        #[cfg(feature = "bundled")]
        let gazetteers = Gazetteers::bundled();
        #[cfg(not(feature = "bundled"))]
        let gazetteers = Gazetteers::new();
        ExtractorBuilder { gazetteers, kinds: Kind::ALL.to_vec(), is_certain: false }
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
        let mut recorder = Recorder::new(span);
        self.read(input.into(), Some(&mut recorder));
        recorder.explanation
    }

    /// The pipeline: text, names and rules, and choice, segment by segment; then the article as a whole.
    fn read<'t>(&self, input: Input<'t>, mut recorder: Option<&mut Recorder>) -> Extraction<'t> {
        let mut reader = self.shared.reader();
        let mut article = Article::new(input, &self.shared.gazetteers.index);
        let mut waiting = Vec::new();
        for segment in segments(input.text) {
            reader.tokenize(&self.shared, input.text, &segment);
            if capitals::lines(&reader.tokens).next().is_some() {
                waiting.push(segment);
                continue;
            }
            reader.read(&self.shared, input.text, &segment);
            reader.decide(&mut article, &segment, recorder.as_deref_mut(), &self.shared);
        }
        if !waiting.is_empty() {
            let capitals = reader.capitals(&self.shared, input.text, &waiting);
            for segment in &waiting {
                reader.tokenize(&self.shared, input.text, segment);
                reader.reshape(&capitals, &self.shared, input.text, segment);
                reader.read(&self.shared, input.text, segment);
                reader.decide(&mut article, segment, recorder.as_deref_mut(), &self.shared);
            }
            article.sort();
        }
        self.shared.keep(reader);
        let (reference_date, mut records) = article.finish(recorder);
        let Shared { kinds, is_certain, .. } = &*self.shared;
        if *is_certain || Kind::ALL.iter().any(|kind| !kinds.contains(kind)) {
            let is_kept = |record: &Record| {
                kinds.contains(&record.kind) && (record.is_certain || !is_certain)
            };
            retain(&mut records, is_kept);
        }
        Extraction { text: Cow::Borrowed(input.text), reference_date, records }
    }
}

impl Shared {
    /// A reader of the kept ones, or a new one.
    fn reader(&self) -> Reader {
        // A lock that another thread left in a panic is as good: its readers forget everything anyhow.
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        readers.pop().unwrap_or_default()
    }

    /// Keeps a reader for the next text.
    fn keep(&self, reader: Reader) {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
    }
}

/// What reading a segment needs, kept from one segment to the next, and from one text to the next.
#[derive(Debug, Default)]
struct Reader {
    normalized: Normalized,
    is_normalized: bool,
    tokens: Vec<Token>,
    matches: Vec<Match>,
    firsts: Vec<u32>,
    roles: Vec<u64>,
    names: Names,
    /// For each proposer, the tokens that call it.
    calls: Vec<Vec<u32>>,
    proposals: Proposals,
    resolver: Resolver,
}

impl Reader {
    /// Stage 1: tokens.
    fn tokenize(&mut self, shared: &Shared, text: &str, segment: &Segment) {
        let index = &*shared.gazetteers.index;
        let given = text.get(segment.range.clone()).unwrap_or_default();
        self.is_normalized = false;
        let lexicon = &index.lexicon;
        let read = tokenize(given, segment.wrapped, true, lexicon, &mut self.tokens);
        let is_known = read.unwrap_or_else(|_| {
            self.normalized.read(given);
            self.is_normalized = true;
            let text = &self.normalized.text;
            // OK because without `strict` no text is refused.
            tokenize(text, segment.wrapped, false, lexicon, &mut self.tokens).unwrap_or(false)
        });
        let text = if self.is_normalized { &self.normalized.text } else { given };
        if !is_known {
            glued::split(text, lexicon, &mut self.tokens);
        }
    }

    /// The text that the tokens are of.
    fn text<'r>(&'r self, text: &'r str, segment: &Segment) -> &'r str {
        match self.is_normalized {
            true => &self.normalized.text,
            false => text.get(segment.range.clone()).unwrap_or_default(),
        }
    }

    /// How the article writes what these segments of it have in capitals.
    fn capitals(&mut self, shared: &Shared, text: &str, shouted: &[Segment]) -> Capitals {
        let mut capitals = Capitals::default();
        for segment in shouted {
            self.tokenize(shared, text, segment);
            capitals.ask(self.text(text, segment), &self.tokens);
        }
        for segment in segments(text) {
            self.tokenize(shared, text, &segment);
            capitals.learn(self.text(text, &segment), &self.tokens);
        }
        capitals
    }

    fn reshape(&mut self, capitals: &Capitals, shared: &Shared, text: &str, segment: &Segment) {
        let mut tokens = std::mem::take(&mut self.tokens);
        let index = &shared.gazetteers.index;
        capitals.reshape(self.text(text, segment), &mut tokens, index);
        self.tokens = tokens;
    }

    /// Stage 2: names and candidates.
    fn read(&mut self, shared: &Shared, text: &str, segment: &Segment) {
        let index = &*shared.gazetteers.index;
        let text = match self.is_normalized {
            true => &self.normalized.text,
            false => text.get(segment.range.clone()).unwrap_or_default(),
        };
        self.matches.clear();
        self.firsts.clear();
        self.roles.clear();
        self.names.reset(self.tokens.len());
        self.calls.resize_with(PROPOSERS.len(), Vec::new);
        self.calls.iter_mut().for_each(Vec::clear);
        for (at, token) in self.tokens.iter().enumerate() {
            self.firsts.push(self.matches.len() as u32);
            let mut called = shared.dispatch.of_token(token);
            let mut roles = 0;
            let tell = |role: Role| {
                roles |= role.bit();
                called |= shared.dispatch.of_role(role);
            };
            index.matcher.find(text, &self.tokens, at, &mut self.matches, tell);
            self.roles.push(roles);
            while called != 0 {
                let proposer = called.trailing_zeros() as usize;
                called &= called - 1;
                self.calls.get_mut(proposer).into_iter().for_each(|call| call.push(at as u32));
            }
        }
        self.firsts.push(self.matches.len() as u32);

        self.proposals.reset(self.tokens.len());
        let scene = Scene {
            text,
            tokens: &self.tokens,
            index,
            matches: &self.matches,
            firsts: &self.firsts,
            roles: &self.roles,
            names: &self.names,
        };
        for (proposer, calls) in PROPOSERS.iter().zip(&self.calls) {
            for &at in calls {
                (proposer.propose)(&scene, at as usize, &mut self.proposals);
            }
        }
        if shared.blocks {
            self.proposals.block(&scene);
        }
    }

    /// Stage 3: hands the accepted candidates, and those that wait for evidence, to the article.
    fn decide(
        &mut self,
        article: &mut Article<'_>,
        segment: &Segment,
        recorder: Option<&mut Recorder>,
        shared: &Shared,
    ) {
        let candidates = self.proposals.candidates.as_slice();
        self.resolver.resolve(candidates, self.tokens.len());
        let outcomes = self.resolver.outcomes();
        let index = &shared.gazetteers.index;
        let draft = |at: usize| {
            let candidate = candidates.get(at)?;
            let span = self.span(segment, candidate.start(), candidate.end());
            Some(Draft::new(candidate, span, &self.proposals, index))
        };
        if let Some(recorder) = recorder {
            recorder.record(outcomes, draft);
        }
        let first = article.drafts.len();
        for (at, outcome) in outcomes.iter().enumerate() {
            match outcome {
                Outcome::Accepted => article.drafts.extend(draft(at)),
                Outcome::Held
                    if candidates.get(at).is_some_and(|c| c.strength == Strength::Pending) =>
                {
                    article.held.extend(draft(at));
                }
                _ => {}
            }
        }
        let new = article.drafts.get_mut(first..).unwrap_or_default();
        new.sort_by_key(|draft| {
            (draft.span.start(), std::cmp::Reverse(draft.span.end()), draft.kind.layer())
        });
    }

    /// The span of tokens in the text as given, in bytes.
    fn span(&self, segment: &Segment, start: usize, end: usize) -> Span {
        let start = self.tokens.get(start).map_or(0, |token| token.start);
        let end = end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |t| t.end);
        let (start, end) = match self.is_normalized {
            true => (self.normalized.given_start(start), self.normalized.given_end(end)),
            false => (start, end),
        };
        let base = segment.range.start;
        Span::new(base + start as usize, base + end as usize)
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
