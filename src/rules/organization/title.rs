//! Titles of committees: what they are set up for, in small letters, with commas inside.
//!
//! ```text
//! title = ("về" | "các" | an act, such as "phòng" or "cải") { small | "," small | "và" … }
//!       | … "," capital field "và" …                     về Khoa học, Công nghệ và Đổi mới sáng tạo
//!       | … "“" name "”" …                               phong trào “Toàn dân đoàn kết …”
//!         Ban Chỉ đạo Trung ương về phòng, chống thiên tai; Ban Chỉ đạo Nhà nước các công trình trọng điểm
//! ```
//!
//! It ends before a date, a word that begins a clause, a capital after a comma, and all other punctuation.

use std::ops::ControlFlow;

use super::{generic, name, part};
use crate::Kind;
use crate::gazetteer::Role;
use crate::rules::place::name::is_stop as is_name_stop;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// Tokens of a title at most.
const LONGEST: usize = 40;

/// What a title begins with.
const OPENERS: Words = words!([
    "diễn", "nhà", "chính", "khắc", "về", "các", "phòng", "chống", "cải", "xây", "phát", "thực",
    "thi", "công", "đổi", "bảo", "tổng", "điều", "tìm", "quy", "phong", "hội", "an", "giảm", "kỷ",
    "chuyển", "sắp", "liên", "xóa",
]);

/// What begins a clause.
const STOPS: Words = words!([
    "đã", "đang", "sẽ", "vừa", "cũng", "là", "có", "không", "được", "bị", "cho", "với", "của",
    "tại", "ở", "từ", "khi", "nếu", "để", "do", "bởi", "vì", "theo", "nhằm", "những", "này", "đó",
    "yêu", "chủ", "còn", "rằng", "nêu", "nói", "gồm", "như", "sau", "trước", "ngày", "năm",
    "tháng", "cùng", "ông", "bà", "hôm", "mà", "thì", "đồng", "đề", "họp", "giao", "sáng", "chiều",
    "tối", "trong", "tiếp", "kiêm", "vào", "đến", "ra", "cần", "phải", "nhưng", "tích", "xem",
    "quyết", "làm",
]);

/// Whether a committee is spoken of where its head begins, so that what follows is its title and not what it does: "Trưởng `Ban Chỉ đạo` rà soát văn bản", "thành lập `Ban Chỉ đạo` triển khai đề án".
pub(crate) fn is_object(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    const BEFORE: Words = words!(["trưởng", "viên", "lập", "toàn"]);
    scene.starts(start, &phrase!(["ban", "chỉ", "đạo"]))
        && at == start + 3
        && scene.is_joined(start)
        && scene.is_in(start.wrapping_sub(1), &BEFORE)
        && !is_stop(scene, at)
        && !scene.is(at, word!("cấp"))
        && scene.token(at + 1).shape == Shape::Lower
        && scene.longest(at, Role::Predicate).is_none()
        && scene.longest(at, Role::Speech).is_none()
        && !scene.is_in(at, &words!(["kết", "phát", "làm", "ký"]))
        && !is_act(scene, at)
}

/// The end of the title at a token; directly after a head of one syllable it begins with "về" alone: `Tổ công tác` is no title of a `Tổ`.
pub(crate) fn title(
    scene: &Scene<'_>,
    at: usize,
    is_direct: bool,
    is_object: bool,
    out: &Proposals,
) -> Option<usize> {
    if !scene.is_joined(at) || !opens(scene, at, is_direct, is_object) {
        return None;
    }
    let mut end = at + 1;
    while end < at + LONGEST && scene.is_joined(end) {
        let begins = |kind| out.candidates.starting_at(end).any(|c| c.kind == kind);
        // What is to be done with a document is no name: `Ban Chỉ đạo thực hiện Nghị quyết 18`.
        if begins(Kind::Document) {
            return None;
        }
        if begins(Kind::Date) || meets(scene, end) {
            break;
        }
        match step(scene, end) {
            ControlFlow::Continue(next) => end = next,
            ControlFlow::Break(last) => {
                end = last;
                break;
            }
        }
    }
    let last = scene.token(end - 1);
    // A closing quotation mark is of the name: `Ban Chỉ đạo diễn tập “KV-24”`.
    let dangles = last.shape == Shape::Punctuation && !last.is_mark('"') || last.sym == word!("và");
    let end = if dangles { end - 1 } else { end };
    (end > at + 1).then_some(end)
}

/// Whether a title may open with a token.
fn opens(scene: &Scene<'_>, at: usize, is_direct: bool, is_object: bool) -> bool {
    // `Báo cáo của Ban Chỉ đạo về việc …`: what the report is about.
    let is_about = || scene.is(at, word!("về")) && !scene.is(at + 1, word!("việc"));
    let is_opener = || !is_direct && scene.is_in(at, &OPENERS) && !is_act(scene, at);
    match scene.token(at).shape {
        Shape::Lower => is_object || is_about() || is_opener(),
        // `Ủy ban Quốc gia Đổi mới giáo dục và đào tạo`
        Shape::Title => {
            at > 1
                && scene.starts(at - 2, &phrase!(["quốc", "gia"]))
                && scene.token(at + 1).shape == Shape::Lower
                && scene.token(at).gap == Gap::Space
                && !is_name_stop(scene, at)
        }
        _ => false,
    }
}

/// Whether what the body does begins at a token, for it meets or works: `tổ chức hội nghị`, `tổng kết 40 năm đổi mới | làm việc`.
fn meets(scene: &Scene<'_>, at: usize) -> bool {
    const MEETINGS: Words = words!(["hội", "lễ", "họp", "cuộc", "buổi", "gặp"]);
    scene.is(at, word!("tổ")) && scene.is(at + 1, word!("chức")) && scene.is_in(at + 2, &MEETINGS)
        || scene.starts(at, &phrase!(["làm", "việc"]))
}

/// Where a title goes on that has come to a token, or where it ends.
fn step(scene: &Scene<'_>, at: usize) -> ControlFlow<usize, usize> {
    let token = scene.token(at);
    match token.shape {
        // `tổng kết 100 năm Đảng lãnh đạo cách mạng`
        Shape::Lower if token.sym == word!("năm") && scene.token(at - 1).shape == Shape::Number => {
            ControlFlow::Continue(at + 1)
        }
        Shape::Title if token.sym == word!("đảng") => ControlFlow::Continue(at + 1),
        Shape::Lower if is_stop(scene, at) => ControlFlow::Break(at),
        Shape::Lower | Shape::Number => ControlFlow::Continue(at + 1),
        // `về Xây dựng nông thôn mới`, `về Biển Đông - Hải đảo`.
        Shape::Title | Shape::Upper
            if !scene.is_mark(at - 1, ',')
                && (scene.longest(at, Role::DocumentType).is_some()
                    || !is_name_stop(scene, at)) =>
        {
            ControlFlow::Continue(at + 1)
        }
        // `Ban Chỉ đạo phong trào “Toàn dân đoàn kết …” tỉnh`
        Shape::Punctuation if token.is_mark('"') => {
            name::quoted(scene, at).map_or(ControlFlow::Break(at), ControlFlow::Continue)
        }
        // `Ban Chỉ đạo diễn tập “KV-24”, báo cáo`
        Shape::Punctuation if token.is_mark(',') && scene.is_mark(at - 1, '"') => {
            ControlFlow::Break(at)
        }
        Shape::Punctuation if token.is_mark(',') || token.is_mark('-') => step_over(scene, at),
        _ => ControlFlow::Break(at),
    }
}

/// Where a title goes on after a comma or a dash, or where it ends.
fn step_over(scene: &Scene<'_>, at: usize) -> ControlFlow<usize, usize> {
    let next = scene.token(at + 1);
    let is_dash = scene.is_mark(at, '-');
    // What a committee fights ends its title: `phòng, chống dịch COVID-19`.
    if let Some(after) = part::coded(scene, at) {
        return ControlFlow::Break(after);
    }
    // `các dự án đường sắt tốc độ cao trục Bắc - Nam`
    if is_dash && scene.is(at - 1, word!("bắc")) && scene.is(at + 1, word!("nam")) {
        return ControlFlow::Continue(at + 2);
    }
    // `Ban Chỉ đạo công tác biên giới tỉnh, …`: the unit ends the name.
    let unit = |start: usize| generic::unit(scene, start) == Some(at);
    if !is_dash && (1..=2).any(|back| unit(at - back)) {
        return ControlFlow::Break(at);
    }
    if next.shape == Shape::Title && !is_dash {
        return series(scene, at + 1).map_or(ControlFlow::Break(at), ControlFlow::Continue);
    }
    // `… và thị trường bất động sản - đưa ra kết luận`, `…, thảo luận về chính sách`
    let is_spaced = is_dash && !scene.is_glued(at);
    let acts = || {
        (scene.longest(at + 1, Role::Predicate).is_some()
            || scene.longest(at + 1, Role::Speech).is_some())
            && !scene.is(at + 1, word!("không"))
    };
    let goes_on = next.shape == Shape::Lower && !is_spaced && !acts() && !is_stop(scene, at + 1);
    if goes_on { ControlFlow::Continue(at + 1) } else { ControlFlow::Break(at) }
}

/// The end of the fields in capitals at a token that go on a title after a comma, with the last one after "và": `về Khoa học, | Công nghệ và Đổi mới sáng tạo`.
fn series(scene: &Scene<'_>, at: usize) -> Option<usize> {
    /// Fields of a title at most.
    const MOST: usize = 6;
    let mut start = at;
    for _ in 0..MOST {
        let body = scene.has(start, Role::Organization.bit())
            || scene.longest(start, Role::Head).is_some_and(|(end, _)| end > start + 1);
        let (end, _) = scene.longest(start, Role::Field).filter(|_| !body)?;
        let next = end + 1;
        let goes_on = scene.is_joined(end) && scene.is_joined(next);
        match () {
            _ if goes_on && scene.is(end, word!("và")) => return Some(end),
            _ if goes_on && scene.is_mark(end, ',') => start = next,
            _ => return None,
        }
    }
    None
}

/// Whether an opener begins a word for what a body does: `công bố`, `phát biểu`.
fn is_act(scene: &Scene<'_>, at: usize) -> bool {
    const ACTS: Words = words!([
        "ra", "thức", "nước", "bố", "biểu", "động", "hành", "hiện", "nhận", "kết", "đồng", "kiến",
        "hội", "tới", "tiếp", "họp", "gồm",
    ]);
    const BEFORE: Words =
        words!(["công", "phát", "hội", "liên", "bảo", "điều", "diễn", "chính", "nhà",]);
    // `Ban Chỉ đạo điều hành giá`
    let is_of_prices = scene.starts(at, &phrase!(["điều", "hành", "giá"]));
    scene.is_in(at, &BEFORE) && scene.is_in(at + 1, &ACTS) && !is_of_prices
}

/// Whether a clause begins at a token.
fn is_stop(scene: &Scene<'_>, at: usize) -> bool {
    /// Words of two syllables, one of which alone would begin a clause.
    const WORDS: [[Sym; 2]; 30] = [
        phrase!(["việc", "làm"]),
        phrase!(["nhà", "ở"]),
        phrase!(["giao", "thông"]),
        phrase!(["giao", "dịch"]),
        phrase!(["hàng", "không"]),
        phrase!(["đồng", "bào"]),
        phrase!(["đồng", "bằng"]),
        phrase!(["đồng", "bộ"]),
        phrase!(["chủ", "quyền"]),
        phrase!(["chủ", "nghĩa"]),
        phrase!(["chủ", "lực"]),
        phrase!(["trong", "nước"]),
        phrase!(["đề", "án"]),
        phrase!(["có", "công"]),
        phrase!(["cho", "vay"]),
        phrase!(["yêu", "nước"]),
        phrase!(["tiếp", "cận"]),
        phrase!(["tiếp", "công"]),
        phrase!(["trước", "mắt"]),
        phrase!(["tồn", "tại"]),
        phrase!(["trong", "văn"]),
        phrase!(["không", "báo"]),
        phrase!(["không", "theo"]),
        phrase!(["theo", "quy"]),
        phrase!(["sáng", "tạo"]),
        phrase!(["sáng", "kiến"]),
        phrase!(["sáng", "chế"]),
        phrase!(["quyết", "toán"]),
        phrase!(["nghị", "quyết"]),
        phrase!(["dân", "chủ"]),
    ];
    let is_word = |start: usize| WORDS.iter().any(|word| scene.starts(start, word));
    scene.is_in(at, &STOPS) && !is_word(at) && !is_word(at.wrapping_sub(1))
}
