//! The type words that citations begin with.

use crate::gazetteer::{Name, Role};
use crate::rules::Scene;

/// A type word where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeWord<'s> {
    /// The token after its last.
    pub(super) end: usize,
    pub(super) name: &'s Name,
    pub(super) is_capital: bool,
}

impl<'s> TypeWord<'s> {
    /// The type word that begins at a token, unless it is part of a longer word there: `pháp luật`, `Sở Kế hoạch và Đầu tư`.
    pub(super) fn read(scene: &Scene<'s>, at: usize) -> Option<Self> {
        let (end, name) = scene.longest(at, Role::DocumentType)?;
        let is_part = (1..=3).any(|back| {
            let start = at.checked_sub(back);
            start.is_some_and(|start| {
                scene.named(start, Role::DocumentType).any(|(stop, _)| stop >= end)
                    || scene.named(start, Role::Blocked).any(|(stop, _)| stop >= end)
            })
        });
        let is_other = scene.named(at, Role::Blocked).any(|(stop, _)| stop > end);
        if is_part || is_other {
            return None;
        }
        Some(Self { end, name, is_capital: scene.token(at).is_capital() })
    }

    pub(super) fn has(&self, flag: u32) -> bool {
        self.name.attributes & flag != 0
    }

    /// The type in its standard form.
    pub(super) fn class(&self, scene: &Scene<'s>) -> &'s str {
        scene.row(self.name).map_or("", |row| row.name())
    }
}
