//! The page: well-formed, with the whole text, and harmless whatever the text; and opened in a browser where there is one.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Found, articles, expected, found, text, written};
use crate::program::{file, run};

fn unescape(html: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r")];
    let text = entities.iter().fold(html.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}

/// The text of a stretch of a page and its entities in order, as (kind, text).
fn read(html: &str) -> (String, Vec<Found>) {
    let (mut text, mut found, mut open) = (String::new(), Vec::<Found>::new(), Vec::new());
    for (at, piece) in html.split('<').enumerate() {
        let (tag, rest) = if at == 0 { ("", piece) } else { piece.split_once('>').unwrap() };
        if tag == "/mark" {
            let (index, start): (usize, usize) = open.pop().expect("a mark to end");
            found[index].1 = text[start..].to_owned();
        } else if let Some(attributes) = tag.strip_prefix("mark ") {
            let (_, class) = attributes.split_once("class=\"").unwrap();
            open.push((found.len(), text.len()));
            found.push((class.split(' ').next().unwrap().to_owned(), String::new()));
        } else {
            assert_eq!(tag, "", "no other tag in a text");
        }
        text.push_str(&unescape(rest));
    }
    assert!(open.is_empty(), "marks are closed");
    (text, found)
}

#[test]
fn the_page_holds_the_text_and_its_entities() {
    let page = written(&["--format", "html"]);
    let texts = page.split("<div class=\"text\" lang=\"vi\">").skip(1);
    let texts: Vec<&str> = texts.map(|rest| rest.split_once("</div>").unwrap().0).collect();
    assert_eq!(texts.len(), articles().len());
    for ((path, expected), html) in articles().iter().zip(expected()).zip(texts) {
        let (read, entities) = read(html);
        let visible = |text: &str| {
            text.replace(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r'), "\u{FFFD}")
        };
        assert_eq!(read, visible(&text(path)));
        let mut expected = found(&expected);
        expected.iter_mut().for_each(|(_, text)| *text = visible(text));
        assert_eq!(entities, expected);
    }
}

/// The page names nothing outside of it, and has as many tags of a sort as it closes.
#[test]
fn the_page_needs_nothing_else() {
    let page = written(&["--format", "html"]);
    for word in ["http:", "https:", "src=", "@import", "url(", "onload", "onerror", "javascript:"] {
        assert!(!page.contains(word), "{word}");
    }
    for tag in [
        "html", "head", "body", "main", "section", "div", "mark", "aside", "details", "ul", "li",
        "a", "script", "style",
    ] {
        let starts =
            page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(starts, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.starts_with("<!doctype html>\n") && page.ends_with("</html>\n"));
}

/// Ids are escaped as texts are, and so are values and rules.
#[test]
fn ids_and_lists_are_escaped() {
    let list =
        file("<b>\"list\".tsv", "# kind: organization\nname\tid\nHội <b>\"A\"</b>\t<i>'1'</i>\n");
    let line = r#"{"id":"<img src=x onerror=alert(1)>\"'","text":"Hội <b>\"A\"</b> họp."}"#;
    let options = ["--input", "jsonl", "--format", "html", "--gazetteer", list.to_str().unwrap()];
    let done = run(&options, line);
    assert_eq!(done.status, 0);
    for tag in ["<img", "<b>\"", "<i>'", "\"A\""] {
        assert!(!done.output.contains(tag), "{tag}");
    }
    assert!(done.output.contains("<h1>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;</h1>"));
}

/// The browser of the variable `CHROMIUM`, or of the path.
fn browser() -> Option<PathBuf> {
    if let Some(browser) = std::env::var_os("CHROMIUM") {
        return Some(browser.into());
    }
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut files =
        std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name)));
    files.find(|file| file.is_file())
}

/// The page as it stands in a browser, whose window has so many columns, when its script has run.
fn opened(browser: &Path, page: &Path, columns: u32) -> String {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let output = home.with_extension("dom");
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]);
    command.arg("--virtual-time-budget=2000").arg("--dump-dom");
    command.arg(format!("--window-size={columns},800"));
    command.arg(format!("--user-data-dir={}", home.display()));
    command.arg(format!("file://{}", page.display()));
    command.stdin(Stdio::null()).stdout(std::fs::File::create(&output).unwrap());
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(240);
    while child.try_wait().unwrap().is_none() {
        if Instant::now() > end {
            let _ = child.kill();
            panic!("the browser does not come back");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    std::fs::read_to_string(output).unwrap()
}

/// Skipped where there is no browser; `.ci/run` says so.
#[test]
fn a_browser_opens_the_page() {
    let Some(browser) = browser() else {
        return eprintln!("skipped: no Chromium on the path, and none named by CHROMIUM");
    };
    let page = written(&["--format", "html"]);
    let marks = page.matches("<mark ").count();
    // Someone points at all entities, from the last to the first, and then at one that lies in two others.
    let act = "<script>
        const hides = (tip, line) => tip.top < line.bottom && tip.bottom > line.top && tip.left < line.right && tip.right > line.left;
        const hidden = [...document.querySelectorAll('mark')].reverse().filter((mark) => {
          mark.focus();
          return hides(document.querySelector('#tip').getBoundingClientRect(), mark.getClientRects()[0]);
        });
        document.body.dataset.hidden = hidden.length;
        document.querySelector('mark mark mark').focus();
    </script></body>";
    let page = file("page.html", page.replace("</body>", act));
    for columns in [400, 1400] {
        let dom = opened(&browser, &page, columns);
        assert!(dom.contains("data-hidden=\"0\""), "what is said of an entity hides none");
        check_dom(&dom, marks);
    }
}

fn check_dom(dom: &str, marks: usize) {
    assert!(dom.contains(&format!("data-ready=\"{marks}\"")), "the script has run: {dom:.2000}");
    assert_eq!(dom.matches("<mark ").count(), marks, "no text breaks the marks");
    assert_eq!(dom.matches("<script").count(), 2, "no text is a script");
    let (_, tip) = dom.split_once("<div id=\"tip\"").expect("what is said of an entity");
    assert_eq!(tip.matches("<strong>").count(), 3, "the entity and the two that it lies in");
    assert!(tip.contains("<code>rule/") && tip.contains("<dt>name</dt>"), "{tip:.2000}");
}
