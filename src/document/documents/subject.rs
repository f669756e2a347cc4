//! The subject of the sentence that passes a document, read back from its verb.
//!
//! ```text
//! subject = body [("," | "và" | "của") body]                 Cục Quản lý Dược, Bộ Y tế
//!         | office {"," office} ["ông" | "bà" | "đồng chí"] [rank] [person]
//! ```

use crate::value::Text;

/// The first words of bodies that a comma joins to the body they are part of: `Cục Quản lý Dược, Bộ Y tế`.
const UNITS: [&str; 9] = ["cục", "vụ", "tổng", "phòng", "chi", "trung", "viện", "thanh", "sở"];

/// What is known of the subject so far.
#[derive(Debug, Default)]
pub(super) struct Subject {
    /// Whether what stands next may belong to it.
    pub(super) is_open: bool,
    body: Option<Text>,
    office: Option<Text>,
}

impl Subject {
    /// Reads a body; between it and what was read last stands a gap.
    pub(super) fn body(&mut self, name: Text, gap: &str, is_first: bool) {
        match (&self.body, gap) {
            (None, _) if self.is_open && self.office.is_none() && (is_first || gap.is_empty()) => {
                self.body = Some(name);
            }
            (Some(parent), "của") if self.is_open => {
                self.body = Some(format!("{name} của {parent}").into());
                self.is_open = false;
            }
            (Some(other), "," | "và") if self.is_open => {
                let head = |name: &str| name.split(' ').next().map(str::to_lowercase);
                // Bodies of one class pass it together.
                if gap == "và" || head(&name) == head(other) {
                    self.body = Some(format!("{name}, {other}").into());
                } else if head(&name).is_some_and(|head| UNITS.contains(&&*head)) {
                    self.body = Some(name);
                }
                self.is_open = false;
            }
            _ => self.is_open = false,
        }
    }

    /// Reads an office with the issuer of what its holder signs; the one nearest to the verb that has one counts.
    pub(super) fn office(&mut self, issuer: Option<Text>, gap: &str, is_first: bool) {
        self.is_open &= self.body.is_none() && (is_first || is_title(gap));
        if self.is_open && self.office.is_none() {
            self.office = issuer;
        }
    }

    /// Who passes the document.
    pub(super) fn issuer(self) -> Option<Text> {
        self.body.or(self.office)
    }
}

/// Whether words may stand between an office and the person who holds it, or the next office.
pub(super) fn is_title(gap: &str) -> bool {
    let words = gap.trim_matches([' ', ',', '-', '–', ':']);
    matches!(words, "" | "ông" | "bà" | "đồng chí" | "kiêm" | "và")
}

/// Whether words after a day let the clause begin there: `, tại Hà Nội`; none where its subject follows at once.
pub(super) fn begins_clause(gap: &str) -> bool {
    gap.is_empty() || gap.starts_with([',', '(', ')']) || gap == "tại" || gap.starts_with("vừa qua")
}
