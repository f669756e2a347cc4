//! How fast the crate is, beside what bounds it.
//!
//! `cargo bench` reads at least 10 MB of distinct text: the file that `DINHDANH_BENCH_TEXT` names (articles parted by blank lines), else text made from the gazetteers. `cargo bench -- --test` runs each
//! bench once on a little of it. With `--features stages` the stages are measured too.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

mod articles;
mod baseline;
mod build;
mod extract;
mod scale;
#[cfg(feature = "stages")]
mod stages;

use articles::Articles;
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let articles = Articles::load();
    extract::bench(&mut criterion, &articles);
    baseline::bench(&mut criterion, &articles);
    build::bench(&mut criterion);
    scale::bench(&mut criterion, &articles);
    #[cfg(feature = "stages")]
    stages::bench(&mut criterion, &articles);
    criterion.final_summary();
}
