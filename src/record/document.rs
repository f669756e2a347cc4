//! Documents.

use std::fmt;

use super::Mentions;
use crate::entity::Entities;
use crate::{DocumentValue, Entity, Kind};

/// A document of an article: all citations of it, and what they say of it together.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use dinhdanh::Extractor;
/// let extractor = Extractor::new();
/// let extraction = extractor.extract(
///     "Nghị quyết 23 có nhiều điểm mới. Nghị quyết số 23-NQ/TU ngày 3/3/2024 của Tỉnh ủy Quảng Ninh đã rõ.",
/// );
/// let documents: Vec<_> = extraction.documents().collect();
/// assert_eq!(documents.len(), 1);
/// assert_eq!(documents[0].value().citation(), Some("Nghị quyết số 23-NQ/TU"));
/// assert_eq!(documents[0].value().issuer(), Some("Tỉnh ủy Quảng Ninh"));
/// assert_eq!(documents[0].value().date(), Some(&"2024-03-03".parse()?));
/// assert_eq!(documents[0].mentions().count(), 2);
/// # }
/// # Ok::<(), dinhdanh::Error>(())
/// ```
#[derive(Clone)]
pub struct Document<'e> {
    mentions: Mentions<'e>,
    value: DocumentValue,
}

impl<'e> Document<'e> {
    /// The documents of a text.
    pub(crate) fn all(entities: Entities<'e>) -> Vec<Self> {
        let documents = Mentions::all(entities, Kind::Document).into_iter();
        let documents = documents.map(|mentions| {
            let mut value = DocumentValue::default();
            for citation in mentions.iter().filter_map(|mention| mention.value().as_document()) {
                value.complete(citation);
            }
            Self { mentions, value }
        });
        documents.collect()
    }

    /// The number that [`Entity::mention_of`] gives for each citation.
    pub fn number(&self) -> usize {
        self.mentions.number
    }

    /// What the citations say together: each part from the first that has it, the citation the fullest. Which article and clause is cited is a citation's own.
    pub fn value(&self) -> &DocumentValue {
        &self.value
    }

    /// Every citation, in the order of the text; [`Entity::joined_by`] says how it is known to be one.
    pub fn mentions(&self) -> impl DoubleEndedIterator<Item = Entity<'e>> + use<'e, '_> {
        self.mentions.iter()
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("number", &self.number())
            .field("value", self.value())
            .field("mentions", &self.mentions().collect::<Vec<_>>())
            .finish()
    }
}
