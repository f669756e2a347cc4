//! One page that needs nothing but itself: the text with its entities underlined, a legend that hides and shows kinds, and lists of who and what is named.
//!
//! All that comes from an article is escaped, and the page may load nothing, so that no text can make a browser do anything. Without its script the page is still to be read: values are then shown as titles.

mod lists;

use dinhdanh::{Entity, Extraction, Kind};

use super::{Writer, on_one_line};
use crate::article::Article;
use lists::Lists;

pub struct Html;

const HEAD: &str = concat!(
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n",
    "<meta name=\"color-scheme\" content=\"light dark\">\n",
    "<title>Entities found by dinhdanh</title>\n<style>\n",
    include_str!("html/page.css"),
    "</style>\n</head>\n<body>\n<main>\n",
);

const SCRIPT: &str = concat!("<script>\n", include_str!("html/page.js"), "</script>\n");

impl Writer for Html {
    fn head(&self) -> Vec<u8> {
        HEAD.into()
    }

    fn article(&self, article: &Article<'_>, extraction: &Extraction<'_>) -> Vec<u8> {
        let entities: Vec<_> = extraction.entities().collect();
        let lists = Lists::new(&entities);
        let mut page = Page { html: String::new(), article: article.number };
        page.header(article, extraction, &entities);
        page.html.push_str("<div class=\"columns\">\n<div class=\"text\" lang=\"vi\">");
        page.text(extraction.text(), &entities, &lists);
        page.html.push_str("</div>\n<aside>\n");
        lists.write(&mut page.html, page.article);
        page.html.push_str("</aside>\n</div>\n</section>\n");
        page.html.into_bytes()
    }

    fn foot(&self) -> Vec<u8> {
        let (own, lists) = (env!("CARGO_PKG_VERSION"), dinhdanh::DATA_VERSION);
        format!("</main>\n<footer>dinhdanh {own}, lists as of {lists}</footer>\n{SCRIPT}</body>\n</html>\n")
            .into_bytes()
    }
}

/// The section of an article, growing.
struct Page {
    html: String,
    article: usize,
}

impl Page {
    /// The id of the article, its day, and how many entities there are of each kind.
    fn header(
        &mut self,
        article: &Article<'_>,
        extraction: &Extraction<'_>,
        entities: &[Entity<'_>],
    ) {
        // A long path breaks at its folders.
        let name = escape(&on_one_line(&article.id)).replace('/', "/<wbr>");
        let number = self.article;
        self.html += &format!("<section id=\"a{number}\">\n<header>\n<h1>{name}</h1>\n<p>");
        if let Some(date) = extraction.reference_date() {
            let (day, rule) = (date.day(), date.rule());
            self.html += &format!("reference date {day} <code>{rule}</code> · ");
        }
        let all = entities.len();
        let noun = if all == 1 { "entity" } else { "entities" };
        self.html += &format!("{all} {noun}</p>\n<div class=\"legend\">\n");
        for kind in Kind::ALL {
            let count = entities.iter().filter(|entity| entity.kind() == kind).count();
            if count > 0 {
                self.html += &format!(
                    "<label class=\"{kind}\"><input type=\"checkbox\" value=\"{kind}\" checked><span>{kind}</span> <b>{count}</b></label>\n",
                );
            }
        }
        self.html.push_str("</div>\n</header>\n");
    }

    /// The text with its entities marked, each around those inside it.
    fn text(&mut self, text: &str, entities: &[Entity<'_>], lists: &Lists) {
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        let heights = heights(entities);
        for (entity, height) in entities.iter().zip(heights) {
            let start = entity.span().start();
            self.close(text, &mut open, &mut at, start);
            self.html += &escape(text.get(at..start).unwrap_or_default());
            at = start;
            let of =
                lists.of(entity.index()).map_or(String::new(), |of| format!(" data-of=\"{of}\""));
            self.html += &format!(
                "<mark id=\"a{}e{}\" class=\"{} h{height}\"{of} title=\"{}\">",
                self.article,
                entity.index(),
                entity.kind(),
                escape(&title(*entity)),
            );
            open.push(entity.span().end());
        }
        self.close(text, &mut open, &mut at, usize::MAX);
        self.html += &escape(text.get(at..).unwrap_or_default());
    }

    /// Writes the text up to the end of those entities that end before a place.
    fn close(&mut self, text: &str, open: &mut Vec<usize>, at: &mut usize, place: usize) {
        while let Some(end) = open.pop_if(|end| *end <= place) {
            self.html += &escape(text.get(*at..end).unwrap_or_default());
            self.html.push_str("</mark>");
            *at = end;
        }
    }
}

/// How many levels of entities lie in each.
fn heights(entities: &[Entity<'_>]) -> Vec<usize> {
    let mut heights = vec![0; entities.len()];
    for entity in entities.iter().rev() {
        let own = heights.get(entity.index()).copied().unwrap_or_default();
        if let Some(height) = entity.parent().and_then(|outer| heights.get_mut(outer.index())) {
            *height = (*height).max(own + 1);
        }
    }
    heights
}

/// What is shown of an entity: its kind, the parts of its value, and its rule, a line each.
fn title(entity: Entity<'_>) -> String {
    let mut lines = vec![on_one_line(entity.label())];
    if let Ok(serde_json::Value::Object(parts)) = serde_json::to_value(entity.value()) {
        // What it is called before what else is known.
        let is_name = |key: &str| matches!(key, "name" | "title" | "citation");
        let (names, others): (Vec<_>, Vec<_>) = parts.iter().partition(|(key, _)| is_name(key));
        let parts = names.into_iter().chain(others);
        lines.extend(parts.map(|(key, part)| format!("{key}: {}", on_one_line(&said(part)))));
    }
    lines.push(on_one_line(&entity.rule()));
    lines.join("\n")
}

/// A part of a value for people: lists parted by semicolons, objects as their parts.
fn said(part: &serde_json::Value) -> String {
    use serde_json::Value;
    match part {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(said).collect::<Vec<_>>().join("; "),
        Value::Object(parts) => {
            let parts = parts.iter().map(|(key, part)| match part {
                Value::Bool(true) => key.clone(),
                part => said(part),
            });
            parts.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// A text as HTML, between tags and in quotation marks alike.
fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(c),
            // A browser would take it for the end of a line.
            '\r' => html.push_str("&#13;"),
            // HTML has no other control characters.
            c if c.is_control() => html.push('\u{FFFD}'),
            c => html.push(c),
        }
    }
    html
}
