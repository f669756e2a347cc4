//! Where does the time go: how long is the pipeline up to a stage, that included? A stage costs what it takes more than the one before it; `extract/news` is the whole.

use std::hint::black_box;

use criterion::{Criterion, SamplingMode, Throughput};
use dinhdanh::{Extractor, Stage};

use crate::articles::{Articles, bytes};

pub fn bench(criterion: &mut Criterion, articles: &Articles) {
    let extractor = Extractor::new();
    let news = articles.news();
    let run = |articles: &[String], stage: Stage| -> usize {
        articles.iter().map(|article| extractor.run_to(article, stage)).sum()
    };
    assert!(run(news, Stage::Resolve) >= news.len(), "every article has a segment");

    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Bytes(bytes(news) as u64));
    let stages = [
        ("text", Stage::Text),
        ("gazetteer", Stage::Gazetteer),
        ("rules", Stage::Rules),
        ("resolve", Stage::Resolve),
    ];
    for (name, stage) in stages {
        group.bench_function(name, |bencher| bencher.iter(|| run(black_box(news), stage)));
    }
    let all = |articles: &[String]| -> usize {
        articles.iter().map(|article| extractor.extract(article).entities().len()).sum()
    };
    group.bench_function("document", |bencher| bencher.iter(|| all(black_box(news))));
    group.finish();
}
