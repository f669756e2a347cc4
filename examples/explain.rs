//! Why something is an entity and something else is none: every candidate at a place, and what became of it.
//!
//! ```text
//! cargo run --example explain -- "Bí thư Tỉnh ủy Quảng Ninh" "Quảng Ninh"
//! ```

use dinhdanh::{Extractor, Fate, Span};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().unwrap_or("Bí thư Tỉnh ủy Quảng Ninh phát biểu.".into());
    let part = arguments.next().unwrap_or("Quảng Ninh".into());
    let Some(start) = text.find(&part) else {
        return println!("{part:?} does not stand in the text");
    };

    let explanation = Extractor::new().explain(&text, Span::new(start, start + part.len()));
    if explanation.decisions().is_empty() {
        println!("nothing was proposed for {part:?}: no list, cue or form gives it away");
    }
    for decision in explanation.decisions() {
        let proposed = &text[decision.span().range()];
        let fate = match decision.fate() {
            Fate::Accepted => "is an entity".into(),
            Fate::Held => "waited for evidence elsewhere in the text, and found none".into(),
            Fate::Lost { kind, span, rule } => {
                format!("lost to the {kind} {:?} of {rule}", &text[span.range()])
            }
            fate => format!("{fate:?}"),
        };
        println!("{} {proposed:?} of {} {fate}", decision.kind(), decision.rule());
    }
}
