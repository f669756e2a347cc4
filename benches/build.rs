//! How long does a program wait for its extractor, with all bundled lists?

use criterion::Criterion;
use dinhdanh::{Extractor, Gazetteers};

pub fn bench(criterion: &mut Criterion) {
    let lists = Gazetteers::bundled();
    let names = lists.names().count();
    assert!(names > 30, "{names} lists");
    let extractor = Extractor::new();
    assert_eq!(extractor.extract("Bộ Công an").entities().len(), 1, "the lists are read");

    let mut group = criterion.benchmark_group("build");
    group.sample_size(20);
    group.bench_function("bundled", |bencher| bencher.iter(Extractor::new));
    group.finish();
}
