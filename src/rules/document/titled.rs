//! A type word with a title: `Luật Đất đai năm 2024`, `Bộ luật Hình sự`, `Công ước Hà Nội`, `Chiến lược bảo vệ biên giới quốc gia`, `Hiến pháp năm 2013`.
//!
//! ```text
//! titled = type title
//!        | constitution year                               Hiến pháp năm 2013
//!        | name                                            a listed name without type word: BLHS
//! title  = a listed title, in any case                     Luật đất đai
//!        | capital { word }                                laws and treaties that no list has
//!        | word { word }                                   strategies, plans and schemes with a capital type word inside a sentence
//! ```

use super::citation::Citation;
use super::title::{self, Suffix};
use super::type_word::TypeWord;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::fold::fold;
use crate::text::{Shape, Sym, phrase, word};

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
        return Some((title::suffix(scene, end), "rule/document/listed-title"));
    }
    if !class.has(attribute::TITLE) {
        return None;
    }
    let row = scene.row(class.name)?;
    let system = row.get("system");
    if system == "state" && class.class(scene) == "Hiến pháp" {
        let suffix = title::suffix(scene, class.end);
        return suffix.year.map(|_| (suffix, "rule/document/title"));
    }
    let is_ambiguous = is_generic(scene, at, class);
    if !class.is_capital || is_ambiguous {
        return None;
    }
    let first = scene.token(class.end);
    let is_place = scene.longest(class.end, Role::Place);
    let is_plain = ["Thỏa thuận", "Tuyên bố", "Điều lệ", "Tuyên ngôn", "Di chúc", "Cương lĩnh"]
        .contains(&row.name());
    if is_plain {
        let (end, _) = is_place?;
        return (first.is_capital()).then(|| (title::suffix(scene, end), "rule/document/title"));
    }
    if system == "treaty" || system == "state" {
        if !first.is_capital()
            || system == "state"
                && is_place
                    .is_some_and(|(end, _)| end > class.end + 1 || !scene.token(end).is_word())
        {
            return None;
        }
        let mut end = title::end(scene, class.end, 14);
        if system == "treaty" {
            end = parties(scene, end);
        }
        return Some((title::suffix(scene, end), "rule/document/title"));
    }
    plan(scene, at, class)
}

/// The end of the longest listed title of a type word.
fn listed(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>) -> Option<usize> {
    if class.has(attribute::NUMBER)
        && (scene.token(class.end).shape == Shape::Number || scene.is(class.end, word("số")))
    {
        return None;
    }
    if class.is_capital {
        let (end, _) =
            scene.named(at, Role::Document).filter(|(end, _)| *end > class.end).last()?;
        return Some(end);
    }
    // `luật Đất đai`: the list has a capital where the text has none.
    if !scene.token(class.end).is_capital() || !class.has(attribute::TITLE) {
        return None;
    }
    let most = (class.end + 1..class.end + 16)
        .take_while(|end| scene.is_joined(end - 1) && scene.token(end - 1).shape != Shape::Edge)
        .last()?;
    (class.end + 1..=most).rev().find(|end| {
        let names = scene.index.matcher.look_up(scene.text_of(at, *end), &scene.index.lexicon);
        names.iter().any(|name| name.role == Role::Document)
    })
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

/// The end of the parties to a treaty after its title: `giữa Việt Nam và Lào`.
fn parties(scene: &Scene<'_>, end: usize) -> usize {
    if !scene.is(end, word("giữa")) {
        return end;
    }
    let Some(first) = party(scene, end + 1) else { return end };
    if !scene.is(first, word("và")) {
        return end;
    }
    party(scene, first + 1).unwrap_or(end)
}

/// The end of a party to a treaty: a country, or a body of several.
fn party(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let names = [Role::Place, Role::Organization]
        .into_iter()
        .filter_map(|role| Some(scene.longest(at, role)?.0));
    names.max().filter(|_| scene.token(at).is_capital())
}

/// A strategy, plan or scheme: its capital inside a sentence says that what follows is a title.
fn plan(scene: &Scene<'_>, at: usize, class: &TypeWord<'_>) -> Option<(Suffix, &'static str)> {
    const FREE: usize = 2;
    let is_scheme = class.class(scene) == "Đề án";
    let first = scene.token(class.end);
    let before = scene.before(at);
    if scene.is_sentence_start(at) || !first.is_word() || before.is_mark(',') && !first.is_capital()
    {
        return None;
    }
    if scene.longest(class.end, Role::TitleEnd).is_some() && !STARTS.contains(&first.sym) {
        return None;
    }
    let end = title::end(scene, class.end + FREE - 1, 14);
    // What follows `về` is the matter of a scheme without a title.
    let has_matter = is_scheme && (class.end..end + 2).any(|at| scene.is(at, word("về")));
    let is_long = end >= class.end + 3;
    let is_national = scene.is(end.wrapping_sub(1), word("gia"))
        || (class.end..end).any(|at| scene.token(at).is_capital());
    (is_long && !has_matter && (is_national || end >= class.end + 5))
        .then(|| (title::suffix(scene, end), "rule/document/plan-title"))
}

/// Verbs that titles of strategies begin with, although titles of laws end before them.
const STARTS: [Sym; 4] = phrase(["tăng", "nâng", "mở", "giảm"]);

/// A listed name without a type word: `BLHS`, `Bộ Quy tắc ứng xử ở Biển Đông`.
pub(super) fn propose_name(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some((end, name)) = scene.named(at, Role::Document).last() else { return };
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
