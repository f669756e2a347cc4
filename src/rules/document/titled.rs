//! A type word with a title: `Luật Đất đai năm 2024`, `Bộ luật Hình sự`, `Công ước Hà Nội`, `Chiến lược bảo vệ biên giới quốc gia`, `Hiến pháp năm 2013`.
//!
//! ```text
//! titled = type title
//!        | constitution year                               Hiến pháp năm 2013
//!        | name                                            a listed name without type word: BLHS
//! title  = a listed title, in any case                     Luật đất đai
//!        | capital { word }                                laws that no list has, as `title` ends them
//!        | small { word } year                             Pháp lệnh nhà ở năm 1991
//! ```
//!
//! Treaties and plans that no list has are read in `treaty` and `plan`; the column `titled` of `type.tsv` says which.

use super::citation::Citation;
use super::plan;
use super::title::{self, Suffix};
use super::treaty;
use super::type_word::TypeWord;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::fold::fold;
use crate::text::{Shape, word};

/// Proposes what this rule finds at a type word.
pub(super) fn propose(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>, out: &mut Proposals) {
    let Some((suffix, rule)) = read(scene, at, class) else { return };
    let strength =
        if rule == "rule/document/listed-title" { Strength::Certain } else { Strength::Likely };
    let citation = citation(scene, at, class, &suffix);
    let payload = out.citation(citation);
    out.push(
        Candidate::new(Kind::Document, at, suffix.end, rule).strength(strength).payload(payload),
    );
}

/// The parts of a titled citation.
pub(super) fn citation(
    scene: &Scene<'_>,
    at: usize,
    class: &TypeWord<'_>,
    suffix: &Suffix,
) -> Citation {
    let mut citation = Citation::new(scene, at, class.class(scene));
    if let Some(symbol) = &suffix.symbol {
        citation = citation.with_symbol(scene, symbol);
    }
    if let Some(year) = suffix.year.and_then(|at| scene.number(at)) {
        citation.year = Some(year as i16);
    }
    citation.title = scene.text_of(class.end, suffix.words).to_owned();
    citation
}

/// Where a titled document of a type word ends, and by which rule.
pub(super) fn read(
    scene: &Scene<'_>,
    at: usize,
    class: &TypeWord<'_>,
) -> Option<(Suffix, &'static str)> {
    if !scene.is_joined(class.end) {
        return None;
    }
    if let Some(end) = listed(scene, at, class) {
        let end = treaty::parties(scene, end);
        return Some((title::suffix(scene, end), "rule/document/listed-title"));
    }
    if !class.has(attribute::TITLE) {
        return None;
    }
    let family = scene.row(class.name)?.get("titled");
    if family == "dated" {
        let suffix = title::suffix(scene, class.end);
        return suffix.year.map(|_| (suffix, "rule/document/title"));
    }
    if is_generic(scene, at, class) {
        return None;
    }
    let suffix = match family {
        "law" => law(scene, at, class),
        "treaty" if class.is_capital => treaty::read(scene, class),
        "named" if class.is_capital => treaty::named(scene, class),
        "plan" if class.is_capital => {
            return Some((plan::read(scene, at, class)?, "rule/document/plan-title"));
        }
        _ => None,
    };
    Some((suffix?, "rule/document/title"))
}

/// A law that no list has: its title begins with a capital, or a year closes it.
fn law(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>) -> Option<Suffix> {
    let start = class.end;
    let first = scene.token(start);
    let end = title::end(scene, start, 18);
    let suffix = title::suffix(scene, end);
    if first.shape == Shape::Lower {
        let is_dated =
            class.is_capital && suffix.year.is_some() && end > start + 1 && end < start + 9;
        return (is_dated && !title::begins_none(scene, start)).then_some(suffix);
    }
    let begins = |role: Role| scene.longest(start, role).is_some_and(|(stop, _)| stop >= end);
    // `dự thảo Luật Chính phủ trình Quốc hội`
    let is_subject = begins(Role::Organization)
        && (scene.is_any(end, &[word!("trình"), word!("đề"), word!("soạn")])
            || !class.is_capital && scene.is_any(end, &[word!("sẽ"), word!("đã")]));
    let is_other =
        is_subject || begins(Role::Place) || begins(Role::Position) || begins(Role::Rank);
    let is_acronym = first.shape == Shape::Upper;
    // One syllable is hardly ever a whole title.
    let is_short = end < start + 2 && !is_acronym;
    // `Luật Quản lý, sử dụng, vũ khí`: where it ends is not seen.
    let is_cut = scene.before(end).shape == Shape::Lower
        && (start..end).any(|at| scene.is_mark(at, ','))
        && scene.is_mark(end, ',');
    if !first.is_capital() || is_other || is_short || is_cut {
        return None;
    }
    if class.is_capital {
        return Some(suffix);
    }
    // `luật Lao động`, but neither `phạm luật FIFA` nor `luật Hồi giáo Sharia`.
    let is_plain = first.shape == Shape::Title
        && scene.token(start + 1).shape == Shape::Lower
        && !scene.before(end).is_capital();
    let is_led = scene
        .is_any(at.wrapping_sub(1), &[word!("trái"), word!("phạm"), word!("đúng"), word!("các")]);
    // `luật Tiêu chuẩn, quy chuẩn kỹ thuật` goes on, but where to is not seen.
    let goes_on = scene.is_mark(end, ',')
        && scene.token(end + 1).shape == Shape::Lower
        && !title::begins_none(scene, end + 1)
        && scene.longest(end + 1, Role::DocumentType).is_none();
    (is_plain && !goes_on && !is_led && !title::begins_none(scene, start)).then_some(suffix)
}

/// The end of the longest listed title of a type word.
fn listed(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>) -> Option<usize> {
    if class.has(attribute::NUMBER)
        && (scene.token(class.end).shape == Shape::Number || scene.is(class.end, word!("số")))
    {
        return None;
    }
    if class.is_capital {
        let (end, _) = scene.longest(at, Role::Document).filter(|(end, _)| *end > class.end)?;
        return Some(end);
    }
    // `luật Đất đai`: the list has a capital where the text has none.
    if !scene.token(class.end).is_capital() || !class.has(attribute::TITLE) {
        return None;
    }
    let ends = scene.index.matcher.spelt(scene.text, scene.tokens, at, Role::Document);
    ends.filter(|end| *end > class.end).last()
}

/// Whether a type word stands where it is none: `Đại học Luật`, `Đối tác Chiến lược`, `Luật sư`.
fn is_generic(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>) -> bool {
    let before = scene.before(at);
    if scene.is_joined(at) && before.is_capital() && !scene.is_sentence_start(at.wrapping_sub(1)) {
        return true;
    }
    let Some((_, name)) = scene.named(at, Role::Ambiguous).find(|(end, _)| *end == class.end)
    else {
        return false;
    };
    let Some(row) = scene.row(name) else { return false };
    let follows = scene.text.get(scene.token(class.end).start as usize..).unwrap_or_default();
    let goes_on = |word: &str| {
        let rest = follows.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let leads = scene.text.get(..scene.token(at).start as usize).unwrap_or_default().trim_end();
    let is_led = |word: &str| {
        let start = leads.len().checked_sub(word.len());
        let (rest, last) =
            start.and_then(|start| leads.split_at_checked(start)).unwrap_or_default();
        !last.is_empty() && fold(last) == fold(word) && !rest.ends_with(char::is_alphanumeric)
    };
    row.list("generic_after").any(goes_on) || row.list("generic_before").any(is_led)
}

/// A listed name without a type word: `BLHS`, `Bộ Quy tắc ứng xử ở Biển Đông`.
pub(super) fn propose_name(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, name)) = scene.longest(at, Role::Document) else { return };
    let Some(row) = scene.row(name) else { return };
    let is_code = end == at + 1
        && row.table.name() == "document/law.tsv"
        && scene.token(at).shape == Shape::Upper;
    let is_long = end > at + 3 && scene.token(at).is_capital();
    if !(is_code || is_long) || scene.named(at, Role::DocumentType).next().is_some() {
        return;
    }
    let suffix = title::suffix(scene, end);
    let mut citation = Citation::new(scene, at, "");
    let types = ["Bộ luật", "Luật", "Hiến pháp", "Pháp lệnh"];
    if let Some((class, title)) =
        types.iter().find_map(|class| Some((*class, row.name().strip_prefix(class)?)))
    {
        citation.class = class.to_owned();
        citation.title = title.trim().to_owned();
    } else {
        citation.title = row.name().to_owned();
    }
    citation.year = suffix.year.and_then(|at| scene.number(at)).map(|year| year as i16);
    let payload = out.citation(citation);
    out.push(
        Candidate::new(Kind::Document, at, suffix.end, "rule/document/listed-title")
            .payload(payload),
    );
}
