//! The program `extract`, run as its users run it: what it writes, what it says of faults, and its exit status.

mod faults;
mod hostile;
mod options;
mod results;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The program, built as the tests are.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| built("extract"))
}

/// One of the programs, built as the tests are.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    // target/debug/deps/tests-…
    let profile = test.parent().and_then(Path::parent).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", name, "--manifest-path"]);
    cargo.arg(root().join("Cargo.toml")).arg("--target-dir").arg(profile.parent().unwrap());
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    assert!(cargo.status().unwrap().success());
    profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file for a test to read.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

pub struct Done {
    pub status: i32,
    pub output: String,
    pub errors: String,
}

/// Runs the program with options and what is written to its standard input.
pub fn run<A: AsRef<std::ffi::OsStr>>(options: &[A], input: &str) -> Done {
    run_program(program(), options, input)
}

/// Runs one of the programs.
pub fn run_program<A: AsRef<std::ffi::OsStr>>(program: &Path, options: &[A], input: &str) -> Done {
    let mut command = Command::new(program);
    command.args(options).current_dir(root()).env_remove("CLICOLOR_FORCE").env("NO_COLOR", "1");
    done(command, input)
}

fn done(mut command: Command, input: &str) -> Done {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Done {
        status: status.code().unwrap(),
        output: String::from_utf8(stdout).unwrap(),
        errors: String::from_utf8(stderr).unwrap(),
    }
}

/// What the program says of a file, without its folder.
fn message(path: &Path, done: &Done) -> String {
    let folder = format!("{}/", path.parent().unwrap().display());
    done.errors.replace(&folder, "")
}
