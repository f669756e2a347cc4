//! Lines for spaCy: `Doc.char_span` takes code points, and `Doc.ents` no overlaps.

use super::{articles, expected, slice, text, written};

#[test]
fn entities_lie_apart_and_spans_are_all() {
    let written = written(&["--format", "spacy"]);
    let lines: Vec<serde_json::Value> =
        written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), articles().len());
    for ((path, expected), line) in articles().iter().zip(expected()).zip(lines) {
        let text = text(path);
        assert_eq!(line["text"], text.as_str());
        assert_eq!(line["meta"]["id"], path.to_str().unwrap());
        let spans = line["spans"].as_array().unwrap();
        assert_eq!(spans.len(), expected.len());
        for (span, entity) in spans.iter().zip(&expected) {
            assert_eq!((&span["start"], &span["end"]), (&entity["start"], &entity["end"]));
            let (start, end) = (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap());
            assert_eq!(entity["text"], slice(&text, start as usize, end as usize).as_str());
            assert_eq!(
                span["label"].as_str().unwrap().to_lowercase(),
                entity["kind"].as_str().unwrap()
            );
            assert_eq!(span["kb_id"], entity["value"]["id"]);
            assert_eq!(span["span_id"], entity["rule"]);
        }
        let mut end = 0;
        let outermost = expected.iter().filter(|entity| entity["parent"].is_null());
        let entities = line["entities"].as_array().unwrap();
        assert_eq!(entities.len(), outermost.clone().count());
        for (entity, outer) in entities.iter().zip(outermost) {
            assert_eq!((&entity[0], &entity[1]), (&outer["start"], &outer["end"]));
            assert!(entity[0].as_u64().unwrap() >= end, "{entity} overlaps what is before it");
            end = entity[1].as_u64().unwrap();
        }
    }
}
