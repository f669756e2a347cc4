//! What a rule read of a citation besides its span.

use super::pinpoint::{self, Pinpoint};
use super::symbol::{self, Symbol};
use crate::rules::Scene;

/// The parts of a citation, as written.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Citation {
    /// The type in its standard form: `Nghị quyết`.
    pub(crate) class: String,
    /// `04`, `66.13`, `30a`
    pub(crate) number: String,
    pub(crate) year: Option<i16>,
    /// `NĐ-CP`, `NQ/TU`
    pub(crate) symbol: String,
    /// Whether a dash joins the number to the symbol, as in Party papers.
    pub(crate) is_dashed: bool,
    /// Whether the letters are those of another type, so that one of the two is a slip: `Nghị định số 146/2025/TT-BCT`.
    pub(crate) is_slip: bool,
    /// The title without the type.
    pub(crate) title: String,
    /// The article, clause and point before the citation.
    pub(crate) pinpoint: Pinpoint,
}

impl Citation {
    /// A citation of a type that begins at a token.
    pub(super) fn new(scene: &Scene<'_>, at: usize, class: &str) -> Self {
        Self { class: class.to_owned(), pinpoint: pinpoint::before(scene, at), ..Self::default() }
    }

    /// With the parts of a symbol.
    pub(super) fn with_symbol(mut self, scene: &Scene<'_>, symbol: &Symbol) -> Self {
        self.number = scene.text_of(symbol.number.0, symbol.number.1).to_owned();
        self.year = symbol.year.and_then(|at| scene.number(at)).map(|year| year as i16);
        self.is_dashed = symbol.is_dashed;
        if let Some((start, end)) = symbol.code {
            self.symbol = code(scene, start, end);
            self.is_slip = symbol::is_of_other_type(scene, &self.class, scene.text(start));
        }
        self
    }
}

/// The letters of a symbol without the spaces that newspapers add; dashes of all widths are hyphens, `Ð` is `Đ`.
fn code(scene: &Scene<'_>, start: usize, end: usize) -> String {
    let mut code = String::new();
    for at in start..end {
        match scene.is_mark(at, '-') {
            true => code.push('-'),
            false => code.extend(scene.text(at).chars().map(|c| if c == 'Ð' { 'Đ' } else { c })),
        }
    }
    code
}
