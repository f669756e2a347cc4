//! The pipeline up to a stage: what benches/stages.rs measures.

use crate::Extractor;
use crate::text::segment::segments;

/// A stage before the last, which is all of [`Extractor::extract`].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Stage {
    /// Segments and tokens.
    Text,
    /// Names of the lists.
    Gazetteer,
    /// Candidates of the rules.
    Rules,
    /// The choice among them.
    Resolve,
}

impl Extractor {
    /// Reads a text up to a stage, that included; gives the number of segments.
    pub fn run_to(&self, text: &str, stage: Stage) -> usize {
        let shared = &*self.shared;
        let index = &*shared.gazetteers.index;
        let mut reader = shared.reader();
        let mut count = 0;
        for segment in segments(text) {
            let given = text.get(segment.range.clone()).unwrap_or_default();
            reader.cut(index, given, &segment);
            if stage >= Stage::Gazetteer {
                reader.find(index, &shared.dispatch, given);
            }
            if stage >= Stage::Rules {
                reader.propose(index, given, false);
            }
            if stage >= Stage::Resolve {
                reader.resolve();
            }
            count += 1;
        }
        shared.keep(reader);
        count
    }
}
