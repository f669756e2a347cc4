//! What a head lets follow: which fields, whether a trade, a parent or the country where it sits.

use super::body::Body;
use super::generic;
use crate::gazetteer::{Role, attribute};
use crate::rules::Scene;
use crate::text::{Shape, Sym, Words, phrase, word, words};

/// Whether a body that begins at a token is of one country in another, so that where it is belongs to its name: `Đại sứ quán Việt Nam tại Nga`, `Hội người Việt Nam tại Singapore`, `Thương vụ Việt Nam tại Úc`; so is the branch of a university.
pub(super) fn is_mission(scene: &Scene<'_>, at: usize) -> bool {
    const MISSIONS: [&[Sym]; 17] = [
        &phrase!(["phân", "hiệu"]),
        &phrase!(["đại", "sứ"]),
        &phrase!(["sứ", "quán"]),
        &phrase!(["đsq"]),
        &phrase!(["lãnh", "sự"]),
        &phrase!(["tổng", "lãnh"]),
        &phrase!(["hội", "người"]),
        &phrase!(["hội", "sinh"]),
        &phrase!(["hội", "doanh"]),
        &phrase!(["hội", "đồng", "hương"]),
        &phrase!(["liên", "hiệp", "hội", "người"]),
        &phrase!(["tổng", "hội"]),
        &phrase!(["thương", "vụ"]),
        &phrase!(["phái", "đoàn"]),
        &phrase!(["phái", "bộ"]),
        &phrase!(["trung", "tâm", "văn", "hóa"]),
        &phrase!(["văn", "phòng", "kinh", "tế"]),
    ];
    MISSIONS.iter().any(|words| scene.starts(at, words))
}

/// Whether the number of an area ends before a token: `khu vực 1`, `Ban CHPTKV 2`.
pub(super) fn is_area(scene: &Scene<'_>, end: usize) -> bool {
    end.checked_sub(3).is_some_and(|start| scene.starts(start, &phrase!(["khu", "vực"])))
        || scene.is_any(end.wrapping_sub(2), &phrase!(["chptkv", "ptkv"]))
}

/// Whether a company may begin at a token, by its first word.
pub(super) fn is_company(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_any(at, &phrase!(["cty", "ctcp", "tct"]))
        || scene.starts(at, &phrase!(["công", "ty"]))
        || scene.starts(at, &phrase!(["tổng", "công", "ty"]))
        || scene.starts(at, &phrase!(["tập", "đoàn"]))
}

/// Whether a body that begins at a token is a works, which is named after where it stands.
pub(super) fn is_works(scene: &Scene<'_>, at: usize) -> bool {
    scene.starts(at, &phrase!(["nhà", "máy"]))
}

/// The end of the legal form that a company's name closes with after a dash: `Tổng công ty Sông Đà - CTCP`, `Tổng công ty Bến Thành – TNHH một thành viên`.
pub(super) fn legal_form(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let start = at + 1;
    if !scene.is_mark(at, '-') || !scene.is_joined(at) || !scene.is_joined(start) {
        return None;
    }
    let mut end = match () {
        _ if scene.is_any(start, &phrase!(["tnhh", "ctcp"])) => start + 1,
        _ if scene.starts(start, &phrase!(["công", "ty", "cổ", "phần"])) => start + 4,
        _ if scene.starts(start, &phrase!(["công", "ty", "cp"]))
            || scene.starts(start, &phrase!(["công", "ty", "tnhh"])) =>
        {
            start + 3
        }
        _ => return None,
    };
    if scene.is(end, word!("mtv")) && scene.is_joined(end) {
        end += 1;
    } else if scene.starts(end, &phrase!(["một", "thành", "viên"])) && scene.is_joined(end) {
        end += 3;
    }
    // `Công ty Hòa An - Công ty CP tập đoàn Bình Minh`: the words begin the name of another, letters mostly end one.
    let next = scene.token(end);
    let letters = scene.token(start).shape == Shape::Upper && !next.is_capital();
    let goes_on = next.is_word() && scene.is_joined(end);
    let is_over = super::field::STOPS.has(next.sym) || next.sym == word!("và");
    (!goes_on || letters || is_over).then_some(end)
}

/// Whether the fields of a head are so many that the lists do not hold them: not those of ministries and their like.
pub(super) fn is_open(scene: &Scene<'_>, body: &Body) -> bool {
    let closed = body.head.end == body.start + 1
        && scene.is_in(body.start, &words!(["bộ", "sở", "cục", "vụ"]));
    // What follows a company is its name; parties are named by words.
    let named = body.head.has(attribute::NAME)
        && !body.head.has(attribute::SCOPE | attribute::BODY)
        && !scene.is(body.start, word!("đảng"));
    !closed && !named && !body.head.is_lower && !body.head.is_listed
}

/// Whether a head is that of a company with its legal form, or of a works.
pub(super) fn takes_trade(scene: &Scene<'_>, body: &Body) -> bool {
    let head = &body.head;
    let form = scene.is_in(
        head.end.saturating_sub(1),
        &words!([
            "phần", "tnhh", "mtv", "viên", "cp", "ctcp", "máy", "nghiệp", "htx", "xã", "dntn",
        ]),
    );
    let any = head.end == body.start + 2 && scene.is(body.start, word!("doanh"));
    // `công ty TNHH sản xuất cân Nhơn Hòa`
    let legal = || is_legal_form(scene, head.end);
    form && !any && !head.is_listed && (!head.is_lower || legal()) && head.has(attribute::NAME)
}

/// Whether a head that ends before a token is that of a company with its legal form.
pub(super) fn is_legal_form(scene: &Scene<'_>, end: usize) -> bool {
    scene.is_in(end.saturating_sub(1), &words!(["phần", "tnhh", "mtv", "ctcp"]))
}

/// Whether a head is the board of a company: `HĐQT`.
pub(super) fn leads_company(scene: &Scene<'_>, body: &Body) -> bool {
    scene.is_any(body.start, &phrase!(["hđqt", "hđtv"]))
        || scene.starts(body.start, &phrase!(["hội", "đồng", "quản", "trị"]))
        || scene.starts(body.start, &phrase!(["hội", "đồng", "thành", "viên"]))
}

/// Whether fields in small letters may follow a head: not one of one syllable, which would be part of other words.
pub(super) fn takes_small(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    let head = &body.head;
    // `Hội quy hoạch TP Đà Nẵng`
    let long = || {
        scene.is_in(body.start, &words!(["hội", "quỹ", "trạm", "đài", "ban"]))
            && scene.longest(at, Role::Field).is_some_and(|(end, _)| end > at + 1)
    };
    !head.is_listed
        && (head.end > body.start + 1
            || scene.is_in(
                body.start,
                &words!(["bộ", "sở", "cục", "vụ", "viện", "cty", "đội", "phòng"]),
            )
            || long())
}

/// Whether a field in small letters may end the name of a body: its capital tells that it is one, for no sentence begins there, and its head is no word for what is set up for a while.
pub(super) fn takes_closed(scene: &Scene<'_>, body: &Body) -> bool {
    /// Heads of few fields, of which one of two syllables tells enough; there are many centres of finance.
    const SHORT: Words = words!(["chi", "cục", "tổng", "sở", "bộ", "vụ", "hiệp", "liên", "phòng"]);
    const HEADS: Words = words!(["trung", "hội", "viện", "văn", "đội"]);
    let head = &body.head;
    let short = scene.is_in(body.start, &SHORT);
    let long = scene.is_in(body.start, &HEADS)
        && !scene.starts(body.start, &phrase!(["hội", "đồng"]))
        && scene.longest(head.end, Role::Field).is_some_and(|(end, _)| end > head.end + 2);
    body.parts == 0
        && body.end == head.end
        && !head.is_lower
        && !head.is_listed
        && (short || long)
        // `một số Hiệp hội doanh nghiệp`
        && !scene.is_any(body.start.wrapping_sub(1), &phrase!(["số", "một", "nhiều"]))
        && !scene.is_sentence_start(body.start)
}

/// Whether a parent may begin at a token: a body with a capital, or a committee or a named school in small letters; that of a centre is none of the press or of trade.
pub(super) fn may_be_parent(scene: &Scene<'_>, body: &Body, at: usize) -> bool {
    if scene.is(body.start, word!("trung")) && is_firm(scene, at) {
        return false;
    }
    const COMMITTEES: Words = words!(["tỉnh", "thành", "huyện", "quận", "đảng"]);
    scene.token(at).is_capital()
        || COMMITTEES.has(scene.token(at).sym)
            && scene.is_any(at + 1, &phrase!(["ủy", "bộ"]))
            && !generic::hands_over(scene, at + 1)
        || is_named_school(scene, at) && !is_form(scene, body.start)
}

/// Whether a letter with a number that stands where a body begins is rather a form of a school: `lớp 11A3 | trường THPT Chu Văn An`.
fn is_form(scene: &Scene<'_>, at: usize) -> bool {
    let first = scene.token(at);
    scene.is_glued(at) || first.end - first.start <= 2
}

/// Whether a school begins at a token in small letters and is named: `Đoàn | trường THPT Chu Văn An`, `Ban Giám hiệu | trường tiểu học Kim Đồng`.
fn is_named_school(scene: &Scene<'_>, at: usize) -> bool {
    let named = |at: usize| scene.token(at).is_capital() && scene.is_joined(at);
    scene.is(at, word!("trường"))
        && scene.token(at).shape == Shape::Lower
        && (named(at + 1) || scene.longest(at, Role::Head).is_some_and(|(end, _)| named(end)))
}

/// Whether a company or a part of the press that the lists know begins at a token.
fn is_firm(scene: &Scene<'_>, at: usize) -> bool {
    let row = scene.longest(at, Role::Organization).and_then(|(_, name)| scene.row(name));
    let table = row.map_or("", |row| row.table.name());
    matches!(table, "organization/company.tsv" | "organization/press.tsv")
}
