//! How many bytes of news a second does extraction read on one thread, with all lists and kinds: as printed, decomposed, and where there is nothing to find?

use std::hint::black_box;

use criterion::{Criterion, SamplingMode, Throughput};
use dinhdanh::Extractor;
use unicode_normalization::UnicodeNormalization;

use crate::articles::{Articles, bytes};

/// The entities of some articles.
fn count(extractor: &Extractor, articles: &[String]) -> usize {
    articles.iter().map(|article| extractor.extract(article).entities().len()).sum()
}

pub fn bench(criterion: &mut Criterion, articles: &Articles) {
    let extractor = Extractor::new();
    let news = articles.news();
    let decomposed: Vec<String> = news.iter().map(|article| article.nfd().collect()).collect();
    let plain = articles.without_entities(&extractor);

    let entities = count(&extractor, news);
    // News names something in each sentence, but not in each word.
    let share = bytes(news) / entities.max(1);
    assert!((20..500).contains(&share), "an entity every {share} bytes");
    assert_eq!(count(&extractor, &decomposed), entities, "decomposed text has the same entities");
    assert_eq!(count(&extractor, &plain), 0, "plain text has none");

    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for (name, articles) in [("news", news), ("nfd", &decomposed), ("no-entity", &plain)] {
        group.throughput(Throughput::Bytes(bytes(articles) as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| count(black_box(&extractor), black_box(articles)));
        });
    }
    group.finish();
}
