//! The words of a sentence by which a document is passed.

/// Verbs by which a body passes a document.
const VERBS: [&str; 8] =
    ["ban hành", "phát hành", "thông qua", "ký", "ra", "có", "gửi", "phê duyệt"];

/// What stands before such a verb.
const BEFORE: [&str; 12] = [
    "này ",
    "cũng ",
    "vừa ",
    "vừa qua ",
    "đã ",
    "mới ",
    "được ",
    "ký ",
    "chính thức ",
    "tiếp tục ",
    "kịp thời ",
    "đồng thời ",
];

/// What says before a verb that the thing is done.
const DONE: [&str; 3] = ["vừa ", "đã ", "mới "];

/// Whether words between a body or day and a document say that it is passed: `vừa ký ban hành`.
pub(super) fn is_passing(between: &str) -> bool {
    VERBS.contains(&bare(between))
}

/// Whether words end with a verb that has another subject than what stands next to it: `… thay mặt Chính phủ ký`.
pub(super) fn ends_passing(between: &str) -> bool {
    [" ban hành", " ký", " phát hành", " ra"].iter().any(|verb| between.trim_end().ends_with(verb))
}

/// Whether words between a document and a day say that it was passed then: `ban hành`, `được ký vào`.
pub(super) fn is_passed(between: &str) -> bool {
    let words =
        ["vào", "hôm", "đề", "hồi", "lúc"].iter().find_map(|word| between.strip_suffix(word));
    let words = words.unwrap_or(between).trim_end();
    words.is_empty() || is_passing(words)
}

/// What follows the bare numbers of a list: `, 18 của` after `Công điện số 16`.
pub(super) fn without_numbers(words: &str) -> &str {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',');
    let mut rest = words.trim_start_matches(is_number);
    while let Some(last) = rest.strip_prefix("và ") {
        rest = last.trim_start_matches(is_number);
    }
    rest
}

/// Whether words after a document make what follows the one who passed it, if such a verb comes next: `do`, `vừa được`.
pub(super) fn is_agent(between: &str) -> bool {
    ["do", "được"].contains(&without(between, &DONE))
}

/// Whether a text begins with a verb by which a document is passed or signed: `ký ban hành ngày …`.
pub(super) fn begins_passing(text: &str) -> bool {
    const SIGNED: [&str; 6] = ["ban hành", "phát hành", "thông qua", "ký", "phê duyệt", "cấp"];
    let words = without(text.trim_start(), &DONE);
    SIGNED.iter().any(|verb| is_begun(words, verb))
}

/// Whether a text begins with what a body does in a paper of its own: `Tại Công điện số 16, Thủ tướng yêu cầu …`.
pub(super) fn begins_speaking(text: &str) -> bool {
    const SPEAKS: [&str; 14] = [
        "yêu cầu",
        "giao",
        "đồng ý",
        "thống nhất",
        "chỉ đạo",
        "quyết nghị",
        "quyết định",
        "đề nghị",
        "nêu",
        "khẳng định",
        "nhấn mạnh",
        "đưa ra",
        "thông qua",
        "chấp thuận",
    ];
    // `cũng đã`, `đã cũng`
    let words = without(text.trim_start(), &["cũng ", "đã ", "cũng ", "vừa "]);
    SPEAKS.iter().any(|verb| is_begun(words, verb))
}

/// Whether a text ends with what papers hold, and whose it is follows: `theo đề nghị của`.
pub(super) fn ends_saying(text: &str) -> bool {
    const SAID: [&str; 10] = [
        "đề nghị", "kiến nghị", "đề xuất", "ý kiến", "chỉ đạo", "yêu cầu", "quy định", "hướng dẫn",
        "báo cáo", "kết luận",
    ];
    let said = text.trim_end().strip_suffix("của").unwrap_or_default().trim_end();
    SAID.iter().any(|word| said.ends_with(word))
}

/// Words without those of these that stand before them in this order.
fn without<'t>(words: &'t str, before: &[&str]) -> &'t str {
    before.iter().fold(words, |words, before| words.strip_prefix(before).unwrap_or(words))
}

fn is_begun(text: &str, words: &str) -> bool {
    let rest = text.strip_prefix(words);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Words without what may stand before their verb.
fn bare(between: &str) -> &str {
    let mut words = between.trim_matches([' ', ',', ')']);
    while let Some(rest) = BEFORE.iter().find_map(|before| words.strip_prefix(before)) {
        words = rest.trim_start();
    }
    words
}
