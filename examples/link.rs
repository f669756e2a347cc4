//! The least: the entities of a text. `cargo run --example link -- "Chiều 5/3, tại Hà Nội"`

use dinhdanh::Extractor;

fn main() {
    let text = std::env::args().nth(1).unwrap_or("Trung tướng Lê Đức Thái phát biểu.".into());
    let extractor = Extractor::new();
    for entity in extractor.extract(&text).entities() {
        println!("{} {:?}: {} ({})", entity.kind(), entity.as_str(), entity.value(), entity.rule());
    }
}
