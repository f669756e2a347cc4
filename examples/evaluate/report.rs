//! What is printed: scores, errors in context, gains and losses.

use std::collections::{BTreeMap, HashMap};

use dinhdanh::Kind;

use crate::gold::{Gold, Split};
use crate::run::{Mark, Outcome, Run};
use crate::score::{HEADLINE, Score};

/// Code points of context on either side of an error.
const CONTEXT: usize = 60;

/// Prints the scores by kind and the micro-average over the kinds of the headline.
pub fn scores(run: &Run, kinds: &[Kind]) {
    println!(
        "{:<14}{:>7}{:>7}{:>7}{:>8}{:>10}{:>8}{:>10}",
        "kind", "P", "R", "F1", "right", "spurious", "missed", "values"
    );
    let line = |name: &str, score: &Score| {
        let values = match score.values {
            0 => String::new(),
            _ => format!("{:.1}%", score.value_share()),
        };
        println!(
            "{:<14}{:>7.2}{:>7.2}{:>7.2}{:>8}{:>10}{:>8}{:>10}",
            name,
            score.precision(),
            score.recall(),
            score.f1(),
            score.right,
            score.spurious,
            score.missed,
            values
        );
    };
    let mut micro = Score::default();
    for &kind in kinds {
        let score = run.score(kind);
        line(kind.as_str(), &score);
        if HEADLINE.contains(&kind) {
            micro.add(&score);
        }
    }
    line("micro", &micro);
}

/// An error as it is printed: under which rule it is counted, and what it is.
struct Fault<'r> {
    group: String,
    name: &'static str,
    mark: &'r Mark,
    /// The gold span in whose place it stands.
    instead_of: Option<&'r Mark>,
}

/// Prints up to `most` errors of each rule, the rule with most errors first.
pub fn errors(run: &Run, articles: &[Gold], most: usize) {
    let hidden = articles.iter().filter(|article| article.split == Some(Split::Held)).count();
    if hidden > 0 {
        println!("\n{hidden} articles are held: their errors are not shown");
    }
    let shown: HashMap<&str, Vec<char>> = articles
        .iter()
        .filter(|article| article.split != Some(Split::Held))
        .map(|article| (article.id.as_str(), article.text.chars().collect()))
        .collect();
    let mut groups: BTreeMap<String, Vec<Fault>> = BTreeMap::new();
    for fault in faults(run).into_iter().filter(|fault| shown.contains_key(fault.mark.id.as_str()))
    {
        groups.entry(fault.group.clone()).or_default().push(fault);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, faults)| std::cmp::Reverse(faults.len()));
    for (group, faults) in groups {
        println!("\n{group}: {}", faults.len());
        for fault in faults.iter().take(most) {
            let mark = fault.mark;
            let instead = match fault.instead_of {
                Some(gold) if gold.kind == mark.kind => format!("  (gold: {})", flat(&gold.text)),
                Some(gold) => format!("  (gold: {} {})", gold.kind, flat(&gold.text)),
                None => String::new(),
            };
            let context = shown.get(mark.id.as_str()).map(|text| context(text, mark));
            println!(
                "  {:<9} {:<12} {}:{}  {}{instead}",
                fault.name,
                mark.kind,
                mark.id,
                mark.start,
                context.unwrap_or_default()
            );
            if !mark.found.is_empty() {
                println!("            {}", mark.found);
            }
        }
    }
}

/// The errors of a run: missed and spurious spans, ragged ones (that overlap a missed span), and wrong values.
fn faults(run: &Run) -> Vec<Fault<'_>> {
    let mut faults = Vec::new();
    let mut missed: Vec<&Mark> =
        run.marks.iter().filter(|mark| mark.outcome == Outcome::Missed).collect();
    for mark in run.marks.iter().filter(|mark| mark.outcome == Outcome::Spurious) {
        let near =
            |gold: &&Mark| gold.id == mark.id && gold.start < mark.end && mark.start < gold.end;
        let same_kind = missed.iter().position(|gold| near(gold) && gold.kind == mark.kind);
        let at = same_kind.or_else(|| {
            missed
                .iter()
                .position(|gold| near(gold) && (gold.start, gold.end) == (mark.start, mark.end))
        });
        let instead_of = at.map(|at| missed.swap_remove(at));
        let name = match instead_of {
            Some(gold) if gold.kind == mark.kind => "ragged",
            Some(_) => "kind",
            None => "spurious",
        };
        faults.push(Fault { group: group(&mark.rule), name, mark, instead_of });
    }
    for mark in missed {
        faults.push(Fault {
            group: format!("missed {}", mark.kind),
            name: "missed",
            mark,
            instead_of: None,
        });
    }
    for mark in run.marks.iter().filter(|mark| mark.value == Some(false)) {
        let group = format!("value of {}", mark.kind);
        faults.push(Fault { group, name: "value", mark, instead_of: None });
    }
    faults
}

/// The rule without the line of its list.
fn group(rule: &str) -> String {
    rule.rsplit_once(':').map_or(rule, |(list, _)| list).to_owned()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A span in its context, in brackets, on one line.
fn context(text: &[char], mark: &Mark) -> String {
    let part = |from: usize, to: usize| -> String {
        let part: String = text.get(from..to.min(text.len())).unwrap_or_default().iter().collect();
        part.replace(['\n', '\r'], "⏎")
    };
    format!(
        "{}[{}]{}",
        part(mark.start.saturating_sub(CONTEXT), mark.start),
        part(mark.start, mark.end),
        part(mark.end, mark.end + CONTEXT)
    )
}

/// Prints what a run gains and loses against an earlier one.
pub fn comparison(old: &Run, new: &Run, articles: &[Gold]) {
    let held: Vec<&str> = articles
        .iter()
        .filter(|article| article.split == Some(Split::Held))
        .map(|article| article.id.as_str())
        .collect();
    let key = |mark: &Mark| (mark.id.clone(), mark.kind.clone(), mark.start, mark.end);
    let index = |run: &Run| -> BTreeMap<_, Mark> {
        run.marks.iter().map(|mark| (key(mark), mark.clone())).collect()
    };
    let (before, after) = (index(old), index(new));
    let (mut gains, mut losses) = (Vec::new(), Vec::new());
    for (key, now) in &after {
        match (now.outcome, before.get(key).map(|mark| mark.outcome)) {
            (Outcome::Right, Some(Outcome::Missed)) => gains.push(("found", now)),
            (Outcome::Missed, Some(Outcome::Right)) => losses.push(("missed", now)),
            (Outcome::Spurious, None) => losses.push(("spurious", now)),
            _ => {}
        }
    }
    for (key, then) in &before {
        if then.outcome == Outcome::Spurious && !after.contains_key(key) {
            gains.push(("dropped", then));
        }
    }
    for (title, changes) in [("gains", gains), ("losses", losses)] {
        println!("\n{title}: {}", changes.len());
        for (name, mark) in changes.iter().filter(|(_, mark)| !held.contains(&mark.id.as_str())) {
            println!(
                "  {name:<9} {:<12} {}:{}  {}  {}",
                mark.kind,
                mark.id,
                mark.start,
                flat(&mark.text),
                mark.rule
            );
        }
    }
}
