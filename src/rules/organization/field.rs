//! Fields: what a body is for.
//!
//! ```text
//! field   = listed { ("," | "và" | "-" | "&") listed }     Nông nghiệp và Môi trường
//!         | letters { ("&" | "-") letters }                GD&ĐT, NN-PTNT
//!         | phrase, before a scope, place or body          Đấu tranh chính trị và Binh vận (tỉnh)
//!         | listed small { small }, before such              Võ thuật cổ truyền (tỉnh)
//!         | listed ("và" | "-") capital { small }            Nghiên cứu và Chuyển giao kỹ thuật
//! ```

use super::part;
use crate::candidate::Strength;
use crate::gazetteer::{Level, Role};
use crate::rules::place::name::{begins_person, is_starter, is_stop};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Token, Words, phrase, word, words};

/// The end of the field at a token; an open one may go on with a field that no list holds.
pub(crate) fn field(scene: &Scene<'_>, at: usize, is_open: bool, out: &Proposals) -> Option<usize> {
    let more = |end: usize| joined(scene, end, out).or_else(|| paired(scene, end));
    let listed = listed(scene, at);
    let open = listed.filter(|_| is_open).and_then(more);
    open.or(listed).max(letters(scene, at))
}

/// The end of a second field that no list holds, joined to a listed one: `Đối ngoại và Kiều bào (tỉnh)`.
fn joined(scene: &Scene<'_>, end: usize, out: &Proposals) -> Option<usize> {
    let is_joint =
        scene.is(end, word!("và")) && scene.is_joined(end) && !begins_other(scene, end + 1);
    if is_joint { before_anchor(scene, end + 1, false, false, out) } else { None }
}

/// Whether another body begins after "và": a head with a capital, whose field may be in small letters: `Hội LHPN và | Quỹ hỗ trợ phụ nữ nghèo tỉnh`.
fn begins_other(scene: &Scene<'_>, at: usize) -> bool {
    let is_fund = || {
        scene.is(at, word!("quỹ"))
            && scene.token(at).shape == Shape::Title
            && scene.longest(at + 1, Role::Field).is_some()
    };
    super::body::begins(scene, at) || is_fund()
}

/// The end of a second field that no list holds, which a capital after "và" or a dash begins and small letters end: `Nghiên cứu | và Chuyển giao kỹ thuật`.
fn paired(scene: &Scene<'_>, end: usize) -> Option<usize> {
    /// Syllables of the second field at most.
    const LONGEST: usize = 7;
    let dash = scene.is_mark(end, '-') && !scene.is_glued(end);
    let start = end + 1;
    let joint =
        (scene.is(end, word!("và")) || dash) && scene.is_joined(end) && scene.is_joined(start);
    let begins = scene.token(start).shape == Shape::Title
        && scene.token(start + 1).shape == Shape::Lower
        && !begins_other(scene, start)
        && !is_stop(scene, start)
        && !is_starter(scene, start)
        && scene.longest(start, Role::Honorific).is_none()
        && scene.longest(start, Role::Place).is_none();
    if !joint || !begins {
        return None;
    }
    let goes_on = |at: usize| {
        is_small_word(scene.token(at))
            && scene.is_joined(at)
            && !is_done(scene, at)
            && part::scope(scene, at).is_none()
    };
    let stop = (start + 2..start + LONGEST).find(|at| !goes_on(*at))?;
    is_small_word(scene.token(start + 1)).then_some(stop)
}

fn listed(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.token(at).is_capital() {
        return None;
    }
    let (mut end, _) = scene.longest(at, Role::Field)?;
    // `đội Điều tra …` is no body of the cashew.
    let is_half =
        end == at + 1 && scene.token(at).shape == Shape::Title && goes_on_small(scene, end);
    // `Trung tâm Hỗ trợ phụ nữ và …` supports somebody: the field goes on in words that no list holds.
    let is_verb = end == at + 2
        && scene.is_in(
            at,
            &words!(["hỗ", "điều", "đào", "ứng", "xúc", "bảo", "chẩn", "chế", "hợp", "giám"]),
        )
        && goes_on_small(scene, end);
    // `Ủy ban Kiểm tra kỷ luật hai đảng viên`, but `Ủy ban Kiểm tra kỷ luật | Trung Quốc`
    let punishes = end == at + 4
        && scene.is(end - 1, word!("luật"))
        && scene.starts(end - 2, &phrase!(["kỷ", "luật"]))
        && scene.token(end - 2).shape == Shape::Lower
        && part::center(scene, end).is_none()
        && scene.longest(end, Role::Place).is_none();
    if is_half || is_verb || punishes {
        return None;
    }
    for _ in 0..3 {
        let next = match () {
            _ if !scene.is_joined(end) => break,
            _ if scene.is(end, word!("và")) || scene.is_mark(end, '&') => end + 1,
            // `Bộ Khoa học và Công nghệ - KH&CN` says what its letters are.
            // `Ban Văn hóa-Văn nghệ`
            _ if scene.is_mark(end, '-')
                && (!scene.is_glued(end)
                    || scene.is_glued(end + 1) && scene.token(end + 1).shape == Shape::Title)
                && (scene.token(end + 1).shape != Shape::Upper
                    || scene.token(end - 1).shape == Shape::Upper) =>
            {
                end + 1
            }
            _ if scene.token(end).is_capital() => end,
            _ => break,
        };
        let body =
            scene.longest(next, Role::Head).or(scene.longest(next, Role::Organization)).is_some();
        let Some((stop, _)) =
            scene.longest(next, Role::Field).filter(|_| !body && scene.token(next).is_capital())
        else {
            break;
        };
        end = stop;
    }
    Some(end)
}

/// Whether the field between two tokens goes on in small letters with more of what a body is for, not with what it does: `Võ thuật | cổ truyền tỉnh`, not `Y tế | kiểm tra huyện`.
pub(crate) fn goes_on(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let joint = scene.is(end, word!("và"));
    let next = end + usize::from(joint);
    scene.token(start).shape == Shape::Title
        && scene.is_joined(end)
        && scene.is_joined(next)
        && is_small_word(scene.token(next))
        && !is_done(scene, next)
        && (joint || !scene.is_in(next, &DONE))
        && part::scope(scene, next).is_none()
}

/// Whether a word for what somebody does begins at a token: `kiến nghị`, `cấp giấy phép`.
pub(super) fn is_done(scene: &Scene<'_>, at: usize) -> bool {
    const DEEDS: [[Sym; 2]; 14] = [
        phrase!(["kiến", "nghị"]),
        phrase!(["đề", "nghị"]),
        phrase!(["tăng", "tốc"]),
        phrase!(["phê", "duyệt"]),
        phrase!(["cảnh", "báo"]),
        phrase!(["khởi", "tố"]),
        phrase!(["khẩn", "trương"]),
        phrase!(["chấp", "thuận"]),
        phrase!(["tiến", "hành"]),
        phrase!(["cam", "kết"]),
        phrase!(["chỉ", "đạo"]),
        phrase!(["nước", "này"]),
        phrase!(["nước", "nhà"]),
        phrase!(["bất", "ngờ"]),
    ];
    let grants = scene.is(at, word!("cấp")) && !scene.is_any(at + 1, &phrase!(["cứu", "thoát"]));
    grants
        || scene.longest(at, Role::Predicate).is_some()
        || scene.longest(at, Role::Speech).is_some()
        || scene.asked(at, Role::TitleEnd).next().is_some()
        || DEEDS.iter().any(|deed| scene.starts(at, deed))
}

/// Whether nothing that somebody does stands in small letters between two tokens.
pub(crate) fn is_undone(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).all(|at| {
        scene.token(at).shape != Shape::Lower
            || scene.is(at, word!("và"))
            || scene.longest(at, Role::Predicate).is_none() && !scene.is(at, word!("cấp"))
    })
}

/// Whether words in small letters that no list holds go on from the field before a token.
fn goes_on_small(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    token.gap == Gap::Space
        && token.sym != word!("và")
        && is_small_word(token)
        && scene.longest(at, Role::Field).is_none()
        && part::scope(scene, at).is_none()
}

/// Whether a token is a word in small letters that may stand in a field.
fn is_small_word(token: &Token) -> bool {
    token.shape == Shape::Lower && !STOPS.has(token.sym)
}

/// Acronyms of fields: `GD&ĐT`, `NN-PTNT`, `CSGT`.
fn letters(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let upper = |at: usize| scene.token(at).shape == Shape::Upper && scene.is_joined(at);
    if !upper(at) || scene.text(at).chars().count() < 2 || scene.token(at).gap == Gap::Line {
        return None;
    }
    let mut end = at + 1;
    while end < at + 7
        && ['&', '-', ','].iter().any(|mark| scene.is_mark(end, *mark))
        && scene.is_glued(end)
        && upper(end + 1)
        && scene.is_glued(end + 1)
    {
        end += 2;
    }
    let known = scene.longest(at, Role::Field).is_some_and(|(stop, _)| stop == end) || end > at + 1;
    known.then_some(end)
}

/// Words in small letters that no field holds.
pub(super) const STOPS: Words = words!([
    "đã", "đang", "sẽ", "vừa", "cũng", "là", "có", "không", "được", "bị", "cho", "với", "của",
    "tại", "ở", "từ", "trong", "ngoài", "trên", "dưới", "khi", "nếu", "để", "do", "bởi", "vì",
    "theo", "nhằm", "đến", "những", "các", "một", "này", "đó", "phối", "yêu", "chủ", "tổ", "còn",
    "rằng", "nêu", "nói", "gồm", "như", "sau", "trước", "ngày", "năm", "tháng", "cùng", "ông",
    "bà", "xã", "phó", "hôm", "mà", "thì", "đề", "về", "ta",
]);

/// The end of a field that no list holds, before a scope, a place or a body: its first word has a capital. That of a committee may be a title with commas.
pub(crate) fn before_anchor(
    scene: &Scene<'_>,
    at: usize,
    parents: bool,
    is_titled: bool,
    out: &Proposals,
) -> Option<usize> {
    if scene.token(at).shape != Shape::Title
        || scene.token(at).gap != Gap::Space
        || begins_person(scene, at)
        // Posts of the Border Guard have names: `Đồn Biên phòng Nhâm trao quà`.
        || scene.starts(at.wrapping_sub(2), &phrase!(["biên", "phòng"]))
    {
        return None;
    }
    // After a comma the field goes on, rather than another body come: `Hội Bảo vệ quyền lợi người tiêu dùng, | Hội Thân nhân kiều bào`.
    let is_listed = |start: usize| {
        !super::body::begins(scene, start)
            && !is_head(scene, start)
            && scene.token(start).sym != scene.token(at.wrapping_sub(1)).sym
            && (is_pair(scene, start) || is_titled && scene.token(start).shape == Shape::Lower)
    };
    let mut next = at + 1;
    while next < at + 14 && scene.is_joined(next) {
        let token = scene.token(next);
        // `sáp nhập Phòng Kỹ thuật | thành Phòng Hậu cần - Kỹ thuật`
        if scene.is(next - 1, word!("thành")) && super::body::begins(scene, next) {
            return None;
        }
        if next > at + 1 && part::is_anchor(scene, next, parents, out) {
            let whole = scene.token(next - 1).shape != Shape::Punctuation
                && !scene.is(next - 1, word!("và"));
            return whole.then_some(next);
        }
        if next > at + 1 && is_edge(scene, next) {
            return Some(next);
        }
        if let Some(after) = part::coded(scene, next + 1) {
            next = after;
            continue;
        }
        match token.shape {
            Shape::Lower if token.sym == word!("xã") && scene.is(next + 1, word!("hội")) => {
                next += 2
            }
            // `Nuôi dưỡng người có công tỉnh`
            Shape::Lower if scene.starts(next, &phrase!(["có", "công"])) => next += 2,
            Shape::Lower if !STOPS.has(token.sym) => next += 1,
            Shape::Title if !is_stop(scene, next) => next += 1,
            Shape::Punctuation
                if token.is_mark('-') || token.is_mark(',') && is_listed(next + 1) =>
            {
                next += 1
            }
            _ => return None,
        }
    }
    None
}

/// Whether the head of another body stands at a token, whose field is not told: `Vụ Chấp pháp, | Cục trực thuộc thứ 4`.
fn is_head(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Title
        && scene.token(at + 1).shape == Shape::Lower
        && scene.is_any(at, &phrase!(["cục", "vụ", "phòng", "ban", "viện"]))
        && scene.is_named(at, at + 1, Role::Head)
}

/// Whether a field ends before a token, for what follows tells that it was the name of a body: its acronym, or the body that it is a part of.
///
/// ```text
/// edge = "(" (acronym | body) ")" | ("," | "-") body | "thuộc" | "trực thuộc"    Trung tâm Hỗ trợ doanh nghiệp, Sở Tài chính
/// ```
pub(crate) fn is_edge(scene: &Scene<'_>, at: usize) -> bool {
    if scene.is_mark(at, '(') {
        return is_acronym(scene, at) || holds_body(scene, at);
    }
    let joint = scene.is_mark(at, ',') || scene.is_mark(at, '-') && !scene.is_glued(at);
    let body = || {
        scene.token(at + 1).is_capital()
            && scene.is_joined(at + 1)
            && super::body::begins(scene, at + 1)
    };
    joint && body() || scene.is(at, word!("thuộc")) || scene.starts(at, &phrase!(["trực", "thuộc"]))
}

/// Whether letters in brackets stand at a token: `(ENV)`, `(C46)`.
fn is_acronym(scene: &Scene<'_>, at: usize) -> bool {
    let first = scene.token(at + 1);
    if !scene.is_mark(at, '(') || !first.is_capital() {
        return false;
    }
    // `(C46)`
    if scene.token(at + 2).shape == Shape::Number && scene.is_glued(at + 2) {
        return first.end - first.start <= 2 && scene.is_mark(at + 3, ')');
    }
    first.shape == Shape::Upper
        && scene.text(at + 1).chars().count() > 1
        && scene.is_mark(at + 2, ')')
}

/// Whether brackets that open at a token begin with a body of several words, the parent of what stands before: `(Công an TP Đà Nẵng)`.
pub(super) fn holds_body(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_mark(at, '(')
        && scene.token(at + 1).is_capital()
        && !scene.is_mark(at + 2, ')')
        && super::body::begins(scene, at + 1)
}

/// The end of the rest of a field that an acronym in brackets cuts: `Cảnh sát điều tra (CSĐT) | tội phạm về ma túy`. Words of one or two syllables say what the body does.
pub(crate) fn after_acronym(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const LEAST: usize = 4;
    let (end, _) = scene.longest(at, Role::Field)?;
    (end >= at + LEAST && !scene.is_in(at, &DONE)).then_some(end)
}

/// First syllables of fields that are also what a body does.
const DONE: Words = words!([
    "tham", "hỗ", "kiểm", "xử", "điều", "quản", "giám", "thanh", "đào", "phục", "bảo", "nghiên",
    "tổ", "thi", "phát", "phòng", "chống", "hợp", "tuyên", "trinh",
]);

/// The token after fields in small letters, and the end of the field there that holds a capital, if a capital or a scope goes on from them: "Trung tâm dịch vụ việc làm `Hà Nội`", "Ban Quản lý dự án công trình giao thông `tỉnh`".
///
/// Of a field in capitals, more may be joined to it: "Công ty Xuất nhập khẩu `và vận tải` Khánh Nguyên".
pub(crate) fn small(
    scene: &Scene<'_>,
    at: usize,
    goes_on: bool,
    out: &Proposals,
) -> Option<(usize, usize)> {
    let mut end = at;
    for _ in 0..6 {
        let joint = scene.is(end, word!("và"))
            || scene.is_mark(end, ',')
            || scene.is_mark(end, '-') && scene.is_joined(end);
        let start = if (end > at || goes_on) && joint { end + 1 } else { end };
        // `đầu tư và xây dựng ngành giao thông`
        let start = start + usize::from(end > at && scene.is(start, word!("ngành")));
        if !scene.is_joined(start) || scene.token(start).shape != Shape::Lower {
            break;
        }
        // `Phòng Quản lý đô thị tham mưu UBND quận`: what a body does follows its field.
        if goes_on && end == at && start == at && scene.is_in(at, &DONE) {
            break;
        }
        let Some((stop, _)) = scene.longest(start, Role::Field) else { break };
        // `công nghiệp Tàu thủy`: the capital inside goes on from the small letters.
        if (start..stop).any(|at| scene.token(at).is_capital()) {
            return Some((end, stop));
        }
        end = stop;
    }
    let named = end > at
        && scene.is_joined(end)
        && (scene.token(end).is_capital()
            || part::scope(scene, end).is_some()
            || part::place(scene, end, Strength::Likely, out).is_some()
            || holds_body(scene, end)
            || (scene.is(end, word!("số")) || scene.token(end).shape == Shape::Number)
                && part::number(scene, end).is_some());
    named.then_some((end, end))
}

/// The end of listed fields in small letters that nothing goes on from: "Trung tâm `đăng kiểm tàu cá` cho biết", "Chi cục `kiểm lâm`, …".
pub(crate) fn closed(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..4 {
        let start = if end > at && scene.is(end, word!("và")) { end + 1 } else { end };
        let is_over = !scene.is_joined(start) || scene.token(start).shape != Shape::Lower;
        if is_over || end > at && checks(scene, end) {
            break;
        }
        let Some((stop, _)) = scene.longest(start, Role::Field) else { break };
        if (start..stop).any(|at| scene.token(at).is_capital()) {
            return None;
        }
        end = stop;
    }
    // A verb alone is what somebody does: `Sở quản lý`, `Viện nghiên cứu`.
    let is_verb = end == at + 2
        && (scene.is_in(at, &DONE) && !scene.is_any(at + 1, &phrase!(["lâm", "ngư"]))
            || scene.is_in(at, &words!(["thẩm", "đăng", "thông", "đầu", "hoạt", "giới"])));
    (end > at + 1 && !is_verb && is_over(scene, end)).then_some(end)
}

/// Whether what a body does begins at a token, after what it is for: `Trung tâm đăng kiểm tàu cá | kiểm định con tàu`.
fn checks(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_in(at, &words!(["kiểm", "xử", "thẩm", "nghiên"]))
}

/// Whether a name in small letters is over before a token: punctuation, what somebody does or a word that no field holds follows.
fn is_over(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.token(at);
    let after = scene.token(at + 1);
    match next.shape {
        _ if !scene.is_joined(at) => true,
        Shape::Edge => true,
        Shape::Lower if next.sym == word!("và") => after.is_capital(),
        // What a centre is for may follow: `Viện nghiên cứu công nghệ cao về an toàn thực phẩm`.
        Shape::Lower if scene.is_any(at, &phrase!(["về", "với"])) => false,
        Shape::Lower => STOPS.has(next.sym) || is_done(scene, at) || checks(scene, at),
        // More of the field may stand after a comma or a dash.
        Shape::Punctuation if next.is_mark(',') || next.is_mark('-') => {
            after.shape != Shape::Lower
                || !scene.is_joined(at + 1)
                || next.is_mark(',') && scene.longest(at + 1, Role::Field).is_none()
                || STOPS.has(after.sym)
                || is_done(scene, at + 1)
        }
        Shape::Punctuation => !next.is_mark('/') && !next.is_mark('&'),
        _ => false,
    }
}

/// The end of a run of small words that the acronym after it tells to be the name of a body: "Trung tâm `giáo dục thiên nhiên` (ENV)".
pub(crate) fn told(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let small = |at: usize| is_small_word(scene.token(at)) && scene.is_joined(at);
    let end = (at..at + 11).find(|at| !small(*at))?;
    (end > at + 1 && is_acronym(scene, end)).then_some(end)
}

/// The token after words of a trade that begin in capitals, where the name of a company begins: "Công ty CP Hợp tác thương mại `Toàn Cầu`".
pub(crate) fn worded(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    for _ in 0..3 {
        let title = scene.token(start).shape == Shape::Title && scene.is_joined(start);
        if !title || scene.longest(start, Role::Place).is_some() {
            break;
        }
        match trade(scene, start + 1) {
            Some(next) => start = next,
            None => break,
        }
    }
    (start > at).then_some(start)
}

/// Whether a word after a comma goes on with a field: `Phòng, chống …`, `Văn hóa, Thể thao …`.
fn is_pair(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Title
        || scene.is_in(at, &words!(["chống", "cứu", "chữa", "giám", "điều"]))
}

/// The token after small words that tell what a company does, where its name begins: "Công ty cổ phần xây dựng và lắp máy `Trung Nam`".
pub(crate) fn trade(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let small = |at: usize| {
        let token = scene.token(at);
        is_small_word(token) && scene.is_joined(at) || token.is_mark(',')
    };
    let end = (at..at + 9).find(|at| !small(*at))?;
    let named =
        scene.token(end).is_capital() && scene.is_joined(end) && !super::body::begins(scene, end);
    (end > at
        && named
        && !is_stop(scene, end)
        && scene
            .longest(end, Role::Place)
            .is_none_or(|(_, place)| Level::of(place.attributes) != Level::Country))
    .then_some(end)
}
