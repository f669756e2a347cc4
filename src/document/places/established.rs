//! Names that the article itself makes known: `xã Quảng Phú` in one sentence, `Quảng Phú` in another.

use std::collections::HashSet;

use super::super::{Draft, Reading, Recorder};
use super::Article;
use crate::candidate::Strength;
use crate::text::fold::fold;
use crate::{Kind, Span};

/// The rule of the names that wait.
const ESTABLISHED: &str = "rule/place/established";

/// Accepts the names that waited, where the article has them with their class words, in chains or beside prepositions of place.
pub(crate) fn establish(article: &mut Article<'_>, mut recorder: Option<&mut Recorder>) {
    let waits = |draft: &Draft| draft.kind == Kind::Place && draft.strength == Strength::Pending;
    if !article.held.iter().any(waits) {
        return;
    }
    let telling = article.of(Kind::Place).filter(|(_, draft)| tells(draft));
    let known: HashSet<String> = telling.map(|(_, draft)| name(article, draft)).collect();
    if known.is_empty() {
        return;
    }
    let held = std::mem::take(&mut article.held);
    let (found, held) =
        held.into_iter().partition(|draft| waits(draft) && known.contains(&name(article, draft)));
    article.held = held;
    let mut found: Vec<Draft> = found;
    found.retain(|draft| has_room(&article.drafts, draft));
    for draft in &found {
        if let Some(recorder) = recorder.as_deref_mut() {
            recorder.overrule(draft, ESTABLISHED, true);
        }
    }
    article.insert(found);
}

/// Whether a place shows by its own words that its name is a place's.
fn tells(draft: &Draft) -> bool {
    const TELLING: [&str; 5] = [
        "rule/place/class-word",
        "rule/place/counted",
        "rule/place/chain",
        "rule/place/cued",
        "rule/place/foreign",
    ];
    TELLING.contains(&draft.rule)
}

/// The name of a place without its class word, folded.
fn name(article: &Article<'_>, draft: &Draft) -> String {
    let text = article.composed(draft.span.range());
    let start = match &draft.reading {
        Reading::Place(reading) => reading.name as usize,
        _ => 0,
    };
    fold(text.get(start..).unwrap_or_default())
}

/// Whether nothing accepted stands in a name's way: it lies apart from all, or in what it may nest in.
fn has_room(drafts: &[Draft], draft: &Draft) -> bool {
    let touches = |span: Span| span.start() < draft.span.end() && draft.span.start() < span.end();
    // Drafts are in order of their starts; those that reach so far begin not much earlier.
    let after = drafts.partition_point(|other| other.span.start() < draft.span.end());
    let before = drafts.get(..after).unwrap_or_default().iter().rev().take(8);
    before.filter(|other| touches(other.span)).all(|other| {
        matches!(other.kind, Kind::Organization | Kind::Position)
            && !other.is_closed
            && other.span.start() <= draft.span.start()
            && draft.span.end() <= other.span.end()
            && other.span != draft.span
    })
}
