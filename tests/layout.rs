//! How the sources lie: stages point one way, files stay short, and the library touches nothing outside of it.

use std::path::{Path, PathBuf};

/// The stages from the first to the last: a stage uses itself and those before it.
const STAGES: &[&str] =
    &["text", "gazetteer", "candidate", "rules", "resolve", "document", "extractor"];

/// Lines of code that a file may have.
const LONGEST: usize = 500;

/// Files that may be longer: one list, a word a line.
const OVERLONG: &[&str] = &["src/text/words.rs"];

/// Every source file of a folder, as (path from the root of the project, code without its tests).
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut open, mut sources): (Vec<PathBuf>, _) = (vec![root.join(folder)], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let code = std::fs::read_to_string(&path).unwrap();
            let code = code.split("\n#[cfg(test)]\n").next().unwrap().to_owned();
            sources.push((
                path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"),
                code,
            ));
        }
    }
    sources.sort();
    sources
}

fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with("//")
}

/// Fails with all faults at once.
fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn stages_point_one_way() {
    let stage_of = |path: &str| {
        let path = path.trim_start_matches("src/").trim_end_matches(".rs");
        STAGES.iter().position(|stage| path.split('/').next() == Some(stage))
    };
    let mut faults = Vec::new();
    for (path, code) in sources("src") {
        let Some(stage) = stage_of(&path) else { continue };
        for (at, line) in code.lines().enumerate().filter(|(_, line)| is_code(line)) {
            for later in &STAGES[stage + 1..] {
                if line.contains(&format!("crate::{later}::")) {
                    faults.push(format!(
                        "{path}:{}: {} uses {later}: {}",
                        at + 1,
                        STAGES[stage],
                        line.trim()
                    ));
                }
            }
        }
    }
    assert_none(faults);
}

#[test]
fn the_library_touches_no_clock_file_thread_or_network() {
    const OUTSIDE: &[&str] = &[
        "std::fs", "std::env", "std::net", "std::thread", "std::time", "std::process", "std::io",
        "SystemTime", "Instant::now",
    ];
    let mut faults = Vec::new();
    for (path, code) in sources("src") {
        for (at, line) in code.lines().enumerate().filter(|(_, line)| is_code(line)) {
            if let Some(outside) = OUTSIDE.iter().find(|outside| line.contains(**outside)) {
                faults.push(format!("{path}:{}: uses {outside}", at + 1));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn files_are_short_and_named_for_what_they_hold() {
    const GRAB_BAGS: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc"];
    let mut faults = Vec::new();
    for (path, code) in ["src", "tests", "benches", "examples"].into_iter().flat_map(sources) {
        let lines = code.lines().filter(|line| is_code(line)).count();
        if lines > LONGEST && !OVERLONG.contains(&path.as_str()) {
            faults.push(format!("{path}: has {lines} lines of code, more than {LONGEST}"));
        }
        let names = path.trim_end_matches(".rs").split('/');
        faults.extend(
            names
                .filter(|name| GRAB_BAGS.contains(name))
                .map(|name| format!("{path}: {name} says nothing")),
        );
    }
    assert_none(faults);
}
