//! The licences of what the crate is built from, as `.deny.toml` allows them: without cargo-deny, and without the network.

use std::process::Command;

/// The licences that `.deny.toml` allows.
fn allowed() -> Vec<String> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.deny.toml")).unwrap();
    let list = text.lines().find_map(|line| line.strip_prefix("allow = [")).unwrap();
    list.trim_end_matches(']').split(", ").map(|name| name.trim_matches('"').to_owned()).collect()
}

/// Whether an expression of SPDX can be met by these licences: all of what `AND` joins, one of what `OR` does.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], " ");
    let is_allowed = |name: &str| allowed.iter().any(|known| known == name.trim());
    expression.split(" AND ").all(|part| part.split(" OR ").any(is_allowed))
}

#[test]
fn licences_of_dependencies_are_allowed() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--offline", "--format-version", "1", "--manifest-path"]);
    cargo.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    let output = cargo.output().unwrap();
    if !output.status.success() {
        return eprintln!("skipped: {}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let allowed = allowed();
    let mut faults = Vec::new();
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none");
        if !is_met(licence, &allowed) {
            faults.push(format!("{} {}: {licence}", package["name"], package["version"]));
        }
    }
    assert!(packages.len() > 10 && faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for met in ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for unmet in ["GPL-3.0", "none", "MIT AND GPL-3.0", "(GPL-3.0 OR Zlib) AND MIT"] {
        assert!(!is_met(unmet, &allowed), "{unmet}");
    }
}
