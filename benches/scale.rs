//! How does the time grow: with the text, with the names, and on text that is made to be slow?

use std::hint::black_box;

use criterion::{Criterion, SamplingMode, Throughput};
use dinhdanh::{Extractor, Gazetteer, Gazetteers, Kind};

use crate::articles::{Articles, bytes};

/// Bytes of the hostile texts.
const HOSTILE: usize = 1_000_000;

/// So many names that occur in no text, all of known syllables.
fn names(count: usize) -> Vec<String> {
    const SYLLABLES: [&str; 10] =
        ["Zìn", "Bắc", "Hòa", "Minh", "Tân", "Phú", "Long", "Xuân", "Đông", "Thủy"];
    let digit = |number: usize, place: u32| SYLLABLES[number / 10_usize.pow(place) % 10];
    let name = |number: usize| {
        let words: Vec<_> = (0..6).map(|place| digit(number, place)).collect();
        format!("Zìn {} Zìn {}", words[..3].join(" "), words[3..].join(" "))
    };
    (0..count).map(name).collect()
}

fn extractor_with(names: &[String]) -> Extractor {
    let list = Gazetteer::from_names("ours", Kind::Organization, names.iter().map(String::as_str));
    Extractor::builder().gazetteer(list.unwrap()).build()
}

fn count(extractor: &Extractor, articles: &[String]) -> usize {
    articles.iter().map(|article| extractor.extract(article).entities().len()).sum()
}

pub fn bench(criterion: &mut Criterion, articles: &Articles) {
    let is_trial = std::env::args().any(|argument| argument == "--test");
    let scale = if is_trial { 100 } else { 1 };
    text(criterion, articles);
    lists(criterion, articles, scale);
    hostile(criterion, articles, scale);
}

/// One line of all articles as ten texts, and as one that is ten times as long: the same words, so that only the length tells, and the throughput is to stay.
fn text(criterion: &mut Criterion, articles: &Articles) {
    let extractor = Extractor::builder().gazetteers(Gazetteers::bundled()).build();
    let line = articles.news().join(" ").replace('\n', " ");
    let mut tenths = Vec::new();
    let mut rest = line.as_str();
    for left in (1..=10).rev() {
        let mut end = rest.len() / left;
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (tenth, after) = rest.split_at(end);
        tenths.push(tenth);
        rest = after;
    }
    let mut group = criterion.benchmark_group("scale");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Bytes(line.len() as u64));
    for (name, texts) in [("text-1x", tenths.as_slice()), ("text-10x", &[line.as_str()])] {
        group.bench_function(name, |bencher| {
            let read = |text: &&str| extractor.extract(black_box(*text)).entities().len();
            bencher.iter(|| texts.iter().map(read).sum::<usize>());
        });
    }
    group.finish();
}

/// The same news with ever more names that are not in it.
fn lists(criterion: &mut Criterion, articles: &Articles, scale: usize) {
    let names = names(1_000_000 / scale);
    let part: Vec<String> = articles.news().iter().take(500).cloned().collect();
    let found = count(&Extractor::new(), &part);
    for (name, count_of_names) in
        [("names-10k", 10_000), ("names-100k", 100_000), ("names-1m", 1_000_000)]
    {
        let list = &names[..count_of_names / scale];
        let extractor = extractor_with(list);
        assert_eq!(count(&extractor, &part), found, "the names are not in the text");
        let mut group = criterion.benchmark_group("scale");
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        group.throughput(Throughput::Bytes(bytes(&part) as u64));
        group.bench_function(name, |bencher| bencher.iter(|| count(&extractor, black_box(&part))));
        group.finish();
    }
    let mut group = criterion.benchmark_group("build");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.bench_function("user-1m", |bencher| bencher.iter(|| extractor_with(black_box(&names))));
    group.finish();
}

/// News as one article, and beside it as long ones of repeats that a rule may run along from each of its triggers, or that have more names than any news: none is to take more than three times as long.
fn hostile(criterion: &mut Criterion, articles: &Articles, scale: usize) {
    let extractor = Extractor::new();
    let mut news = articles.news().join("\n");
    let mut end = news.len().min(HOSTILE / scale);
    while !news.is_char_boundary(end) {
        end += 1;
    }
    news.truncate(end);
    // Many people of few given names.
    let people: String = names(HOSTILE / scale / 40)
        .iter()
        .map(|name| format!("ông Nguyễn {}. ", name.trim_start_matches("Zìn ")))
        .collect();
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for (name, unit) in [
        ("news", news.as_str()),
        ("people", people.as_str()),
        ("people-in-capitals", people.to_uppercase().as_str()),
        ("surnames", "Nguyễn "),
        ("brackets", "("),
        ("heads", "Sở "),
        ("commas", ","),
        ("numbers", "1/1/"),
        ("dots", "A."),
        ("classes", "xã "),
        ("letters", "ô"),
        ("marks", "\u{301}"),
        ("bodies", "UBND "),
        ("acronyms", "ABC "),
        ("offices", "Bí thư Tỉnh ủy, "),
        ("symbols", "23-NQ/TU "),
        ("citations", "Nghị định số 23/2024/NĐ-CP ngày 1/2/2024, "),
        ("days", "5/3/2024 "),
        ("festivals", "(5/3/2024 mùng 1 Tết "),
        ("units", "phường 1, quận 1, "),
    ] {
        let text = unit.repeat((HOSTILE / scale / unit.len()).max(1));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| extractor.extract(black_box(&text)).entities().len());
        });
    }
    group.finish();
}
