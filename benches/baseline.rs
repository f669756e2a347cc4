//! What is the least that any reader of the text must pay: to see that it is UTF-8, and to look for the same names in one overlapping pass without asking what they mean?

use std::collections::BTreeSet;
use std::hint::black_box;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use criterion::{Criterion, SamplingMode, Throughput};
use dinhdanh::Gazetteers;

use crate::articles::{Articles, bytes};

/// Every name and alias of the lists.
fn names(gazetteers: &Gazetteers) -> BTreeSet<&str> {
    let entries = gazetteers.names().flat_map(|list| gazetteers.entries(list));
    entries.flat_map(|entry| [entry.name()].into_iter().chain(entry.aliases())).collect()
}

pub fn bench(criterion: &mut Criterion, articles: &Articles) {
    let news = articles.news();
    let gazetteers = Gazetteers::bundled();
    let names = names(&gazetteers);
    assert!(names.len() > 15_000, "{} names", names.len());
    let automaton =
        AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&names).unwrap();
    let count = |articles: &[String]| -> usize {
        articles.iter().map(|article| automaton.find_overlapping_iter(article).count()).sum()
    };
    assert!(count(news) > bytes(news) / 200, "names stand in the text");
    let valid = |articles: &[String]| {
        articles.iter().filter(|article| std::str::from_utf8(article.as_bytes()).is_ok()).count()
    };
    assert_eq!(valid(news), news.len());

    let mut group = criterion.benchmark_group("baseline");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Bytes(bytes(news) as u64));
    group.bench_function("from_utf8", |bencher| bencher.iter(|| valid(black_box(news))));
    group.bench_function("aho-corasick", |bencher| bencher.iter(|| count(black_box(news))));
    group.finish();
}
