//! The place in a document that a citation leads to.
//!
//! ```text
//! pinpoint = unit { [","] unit } [","] ["của"] citation     điểm a khoản 3 Điều 5; Điều 5, khoản 3 của Nghị định …
//! unit     = ("điểm" | "khoản" | "điều") (number | letter)
//! ```

use crate::rules::Scene;
use crate::text::{Shape, word};

/// The article, clause and point that stand before a citation, as written; empty where none does.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Pinpoint {
    pub(crate) article: String,
    pub(crate) clause: String,
    pub(crate) point: String,
}

/// The pinpoint that ends before a token.
pub(super) fn before(scene: &Scene<'_>, at: usize) -> Pinpoint {
    let mut pinpoint = Pinpoint::default();
    let mut end = at;
    for _ in 0..4 {
        while end > 0 && (scene.is(end - 1, word!("của")) || scene.is_mark(end - 1, ',')) {
            end -= 1;
        }
        let Some(unit) = end.checked_sub(2) else { break };
        let value = scene.text(end - 1);
        let is_value = match scene.token(end - 1).shape {
            Shape::Number => value.len() <= 3,
            _ => value.chars().count() == 1 && scene.token(end - 1).is_word(),
        };
        if !is_value || !scene.is_joined(end - 1) {
            break;
        }
        let slot = match scene.token(unit).sym {
            sym if sym == word!("điều") => &mut pinpoint.article,
            sym if sym == word!("khoản") => &mut pinpoint.clause,
            sym if sym == word!("điểm") => &mut pinpoint.point,
            _ => break,
        };
        if slot.is_empty() {
            *slot = value.to_owned();
        }
        end = unit;
    }
    pinpoint
}
