//! A folder of articles, in parallel: whom they name most.
//!
//! ```text
//! cargo run --release --example folder -- examples/articles
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;

use dinhdanh::{Extraction, Extractor, Kind};
use rayon::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or("examples/articles".into());
    let entries = std::fs::read_dir(folder)?;
    let paths: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));

    // One extractor for all threads; what it finds outlives the text that it was found in.
    let extractor = Extractor::new();
    let read = |path: &PathBuf| -> Result<Extraction<'static>, std::io::Error> {
        let text = std::fs::read_to_string(path)?;
        Ok(extractor.extract(&text).into_owned())
    };
    let extractions: Vec<_> =
        texts.collect::<Vec<_>>().into_par_iter().map(read).collect::<Result<_, _>>()?;

    let mut counts: BTreeMap<(Kind, &str), usize> = BTreeMap::new();
    for entity in extractions.iter().flat_map(|extraction| extraction.entities()) {
        if let (Kind::Person | Kind::Organization, Some(name)) =
            (entity.kind(), entity.value().name())
        {
            *counts.entry((entity.kind(), name)).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((kind, name), count) in counts.iter().take(20) {
        println!("{count:>4}  {kind:<12}  {name}");
    }
    Ok(())
}
