//! What news tells of a person between the name and the office: age, birth, home and people, or where in the photograph to look for him.
//!
//! ```text
//! after  = person ("," | "(") part { ("," | "(" | ")") part } mark [altering word] office
//! part   = N "tuổi" | ("SN" | "sinh") [date] | "(" year ")" | home place { "," place } | "dân tộc" name | "(" side ")"
//! side   = { "giữa" | "thứ" | N | "từ" | "trái" | "sang" | … }      (giữa), (thứ hai từ trái sang), Phó Chủ tịch UBND tỉnh
//! home   = "quê" | "trú" | "ngụ" | "ở" | "HKTT" | "thường trú" | …, with "tại", "quán"      (SN 1960, trú tại phường An Bình), nguyên Chủ tịch UBND xã
//! ```

use super::between;
use super::links::Link;
use super::offices::{Chain, is_longer};
use crate::Kind;
use crate::text::fold::fold_name;
use crate::text::normalize::composed;

/// Dates and places between a person and the office at most.
const MOST: usize = 8;

/// Bytes between two of them at most.
const FARTHEST: usize = 60;

/// What begins the home of a person, without the words that lead to the place.
const HOMES: [&str; 13] = [
    "sinh",
    "quê",
    "trú",
    "ngụ",
    "ở",
    "hktt",
    "thường trú",
    "tạm trú",
    "hiện trú",
    "cư trú",
    "đều trú",
    "hộ khẩu",
    "hộ khẩu thường trú",
];

/// What leads from it to the place.
const LEADS: [&str; 4] = ["tại", "ở", "quán", "gốc"];

/// What tells where someone is in a photograph, and what else is said of the place.
const SIDES: [&str; 8] = ["giữa", "trái", "phải", "bìa", "đầu", "trên", "ảnh", "hàng"];
const ORDERS: [&str; 21] = [
    "thứ", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "từ", "bên", "tay", "qua",
    "sang", "tính", "ngoài", "cùng", "tiên", "đứng", "ngồi", "người",
];

/// Words of a people's name at most: `La Hủ`, `Bru Vân Kiều`.
const PEOPLE: usize = 3;

/// What stands in a text for a date, for a place, for a year in figures and for a body.
const DATE: char = '\u{1}';
const PLACE: char = '\u{2}';
const YEAR: char = '\u{3}';
const BODY: char = '\u{4}';

impl Chain<'_, '_> {
    /// The office after a person that nothing but particulars parts from him: its place among the outermost drafts.
    pub(super) fn after_particulars(&self, person: usize) -> Option<usize> {
        let is_told = |at: usize| matches!(self.kind(at), Some(Kind::Date | Kind::Place));
        let office = (person + 1..=person + 1 + MOST).find(|at| !is_told(*at))?;
        if self.kind(office) != Some(Kind::Position) {
            return None;
        }
        // Most people are told of in other words.
        if !between(self.article, self.span(person)?, self.span(person + 1)?).contains([',', '(']) {
            return None;
        }
        let mut text = String::new();
        for at in person..office {
            let between = between(self.article, self.span(at)?, self.span(at + 1)?);
            if is_longer(between, FARTHEST) || between.contains('\n') {
                return None;
            }
            text.push_str(&composed(between));
            match self.kind(at + 1) {
                Some(Kind::Date) if self.is_year(at + 1) => text.push(YEAR),
                Some(Kind::Date) => text.push(DATE),
                Some(Kind::Place) => text.push(PLACE),
                _ => {}
            }
        }
        let (particulars, alteration) = text.rsplit_once([',', '-', '–', '('])?;
        let alteration = alteration.trim();
        let is_altered = alteration.is_empty() || alteration == "là" || self.alters(alteration);
        (is_altered && are_particulars(particulars)).then_some(office)
    }

    /// The next of someone's offices after one of them: its term, its years and the body above it may stand between, `Ủy viên Thường trực Ủy ban Xã hội | của Quốc hội khóa XV, | Đại biểu Quốc hội`.
    pub(super) fn next_office(&self, office: usize) -> Option<usize> {
        /// Drafts between two offices at most.
        const BETWEEN: usize = 3;
        if self.is_office(office + 1) {
            let is_next = self.link(office) == Some(Link::Marked);
            return (is_next || self.is_after_term(&self.text_after(office)?))
                .then_some(office + 1);
        }
        let next = (office + 1..=office + BETWEEN)
            .find(|at| !matches!(self.kind(*at), Some(Kind::Date | Kind::Organization)))?;
        if !self.is_office(next) {
            return None;
        }
        let mut text = String::new();
        for at in office..next {
            text.push_str(&self.text_after(at)?);
            text.push(match self.kind(at + 1) {
                Some(Kind::Date) => DATE,
                Some(Kind::Organization) => BODY,
                _ => break,
            });
        }
        self.is_after_term(&text).then_some(next)
    }

    /// Whether a text after an office, with signs for dates and bodies, tells of it and leads to the next: `của` body, `khóa XIV,`.
    fn is_after_term(&self, text: &str) -> bool {
        let Some((term, alteration)) = text.rsplit_once([',', '-', '–']) else { return false };
        let alteration = alteration.trim();
        if !(alteration.is_empty() || self.alters(alteration)) || text.contains(['.', ';', '\n']) {
            return false;
        }
        let mut rest = term.trim();
        while !rest.is_empty() {
            let told = ["của", "thuộc"].iter().find_map(|word| rest.strip_prefix(word));
            let told = told.and_then(|rest| rest.trim_start().strip_prefix(BODY));
            let term = || {
                let number = rest.strip_prefix("khóa ").or_else(|| rest.strip_prefix("khoá "))?;
                let end = number.find([',', ' ', DATE, BODY]).unwrap_or(number.len());
                let (number, rest) = number.split_at(end);
                number.chars().all(|c| c.is_ascii_alphanumeric()).then_some(rest)
            };
            let dated = || rest.strip_prefix([DATE, ',']);
            let Some(next) = told.or_else(term).or_else(dated) else { return false };
            rest = next.trim_start();
        }
        true
    }

    /// Whether the words before an office tell that others take it, who are not named: `trao quyết định cho các đồng chí được điều động giữ chức | Trưởng phòng`.
    pub(super) fn is_of_others(&self, office: usize) -> bool {
        /// Letters before the office that are read.
        const NEAR: usize = 60;
        const OTHERS: [&str; 4] = ["cho các ", "các đồng chí được", "các cán bộ", "những người"];
        let near = self.near(office, NEAR).unwrap_or_default();
        let near = near.rsplit(['.', ';', '\n', ':']).next().unwrap_or_default();
        OTHERS.iter().any(|words| near.contains(words))
    }

    /// Whether a date is a year without class word.
    fn is_year(&self, place: usize) -> bool {
        self.span(place).is_some_and(|span| self.article.words(span).len() == "1964".len())
    }
}

/// Whether a text with signs for dates and places tells age, birth and home, and nothing else.
fn are_particulars(text: &str) -> bool {
    let text = text.trim_start();
    if !text.starts_with([',', '(']) {
        return false;
    }
    // What has been told so far, and whether it was a home.
    let (mut told, mut is_home) = (0, false);
    for part in text.split([',', '(', ')']).map(str::trim).filter(|part| !part.is_empty()) {
        let part = fold_name(part);
        is_home = match (part.strip_suffix(PLACE), part.strip_suffix([DATE, YEAR])) {
            // The next unit of the home.
            (Some(""), _) if is_home => true,
            (Some(lead), _) if is_lead(lead.trim_end()) => true,
            // `(1964)`: the year of birth.
            (_, Some("")) if told == 0 && part.starts_with(YEAR) && text.starts_with('(') => false,
            (_, Some(lead)) if matches!(lead.trim_end(), "sn" | "sinh") => false,
            _ if is_age(&part) || is_people(&part) => false,
            _ if text.contains('(') && is_side(&part) => false,
            _ => return false,
        };
        told += 1;
    }
    told > 0
}

/// Whether words lead to someone's home or place of birth.
fn is_lead(words: &str) -> bool {
    let head = words.rsplit_once(' ').filter(|(_, last)| LEADS.contains(last));
    HOMES.contains(&words) || head.is_some_and(|(head, _)| HOMES.contains(&head))
}

/// Whether words name someone's people: `dân tộc Tày`, `người dân tộc La Hủ`.
fn is_people(words: &str) -> bool {
    let words = words.strip_prefix("người ").unwrap_or(words);
    let name = words.strip_prefix("dân tộc ");
    name.is_some_and(|name| (1..=PEOPLE).contains(&name.split_whitespace().count()))
}

/// Whether words tell where in a photograph someone is: `giữa`, `thứ 2 từ trái sang`.
fn is_side(words: &str) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    words.split(' ').any(|word| SIDES.contains(&word))
        && words
            .split(' ')
            .all(|word| SIDES.contains(&word) || ORDERS.contains(&word) || is_number(word))
}

/// Whether words are an age: `51 tuổi`.
fn is_age(words: &str) -> bool {
    let years = words.strip_suffix(" tuổi");
    years.is_some_and(|years| years.len() < 4 && years.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::are_particulars;

    #[test]
    fn particulars_are_age_birth_home_people_and_side() {
        let told = [
            ", 51 tuổi",
            " (SN \u{3})",
            " (\u{3}) ",
            " (SN \u{3}), trú tại \u{2}, \u{2}",
            ", sinh \u{1} (hộ khẩu thường trú tại \u{2}, \u{2})",
            " (57 tuổi, quê \u{2})",
            ", sinh \u{1}, dân tộc Mông",
            " (giữa)",
            " (thứ 2 từ trái sang)",
            " (ngoài cùng bên phải) ",
            " (bìa trái, SN \u{3})",
        ];
        let others = [
            "",
            ", \u{1}",
            ", \u{3}",
            " (\u{1}) ",
            " ở \u{2}",
            ", \u{2}",
            ", sáng \u{1}",
            " (51 tuổi) cho biết",
            ", trú tại \u{2} để điều tra",
            ", giữa",
            " (giữa tháng)",
            " (dân tộc thiểu số tại chỗ)",
            " (người đứng)",
        ];
        assert!(told.iter().all(|text| are_particulars(text)));
        assert!(!others.iter().any(|text| are_particulars(text)));
    }
}
