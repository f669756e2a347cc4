//! What must stand around figures for them to be a date, and what must not.

use super::expression::Point;
use super::number::{is_number, small};
use super::{Form, Found};
use crate::Kind;
use crate::candidate::{Candidates, Strength};
use crate::gazetteer::Role;
use crate::rules::Scene;
use crate::text::{Gap, Shape, Sym, phrase, word};

/// Words that may follow a date, where another lower-case word would be what a number counts.
const FOLLOWERS: [Sym; 81] = [
    word("bao"),
    word("ban"),
    word("bằng"),
    word("bị"),
    word("bởi"),
    word("chia"),
    word("cho"),
    word("chưa"),
    word("chỉ"),
    word("cùng"),
    word("có"),
    word("cũng"),
    word("còn"),
    word("của"),
    word("diễn"),
    word("do"),
    word("dưới"),
    word("gần"),
    word("giảm"),
    word("gồm"),
    word("hay"),
    word("hoặc"),
    word("hơn"),
    word("khai"),
    word("khi"),
    word("không"),
    word("ký"),
    word("là"),
    word("lên"),
    word("lúc"),
    word("lại"),
    word("mà"),
    word("mới"),
    word("nay"),
    word("nhưng"),
    word("như"),
    word("nhằm"),
    word("này"),
    word("nên"),
    word("nếu"),
    word("phải"),
    word("qua"),
    word("ra"),
    word("rằng"),
    word("rồi"),
    word("sau"),
    word("so"),
    word("sắp"),
    word("sẽ"),
    word("theo"),
    word("thì"),
    word("thuộc"),
    word("thêm"),
    word("thực"),
    word("tiếp"),
    word("tiến"),
    word("trong"),
    word("trên"),
    word("trước"),
    word("trở"),
    word("tăng"),
    word("từ"),
    word("tại"),
    word("tới"),
    word("tổ"),
    word("vẫn"),
    word("và"),
    word("vào"),
    word("về"),
    word("với"),
    word("vừa"),
    word("vì"),
    word("đang"),
    word("đã"),
    word("đạt"),
    word("đến"),
    word("để"),
    word("đối"),
    word("được"),
    word("đều"),
    word("ở"),
];

/// Words that lead to a day.
const CUES: [Sym; 19] = [
    word("chót"),
    word("từ"),
    word("đến"),
    word("tới"),
    word("vào"),
    word("dịp"),
    word("trước"),
    word("sau"),
    word("hết"),
    word("hôm"),
    word("lễ"),
    word("tết"),
    word("nhân"),
    word("ngay"),
    word("trong"),
    word("nghỉ"),
    word("nay"),
    word("mai"),
    word("hồi"),
];

/// Words after which a year alone is a year.
const YEAR_CUES: [Sym; 34] = [
    word("từ"),
    word("đến"),
    word("tới"),
    word("vào"),
    word("trước"),
    word("sau"),
    word("hết"),
    word("sinh"),
    word("sn"),
    word("nhìn"),
    word("hoạch"),
    word("kỳ"),
    word("vụ"),
    word("toán"),
    word("sách"),
    word("hồi"),
    word("đầu"),
    word("giữa"),
    word("cuối"),
    word("xuân"),
    word("thu"),
    word("hè"),
    word("tiêu"),
    word("kết"),
    word("tác"),
    word("qua"),
    word("trong"),
    word("của"),
    word("là"),
    word("và"),
    word("hay"),
    word("hoặc"),
    word("ngay"),
    word("đoạn"),
];

/// Words before figures that are the name of a street, a house or a body, or the number of a document.
const NAMED: [Sym; 30] = [
    word("đường"),
    word("phố"),
    word("ngõ"),
    word("ngách"),
    word("hẻm"),
    word("kiệt"),
    word("cầu"),
    word("số"),
    word("tổ"),
    word("ấp"),
    word("lô"),
    word("lớp"),
    word("km"),
    word("viện"),
    word("viên"),
    word("trường"),
    word("quyết"),
    word("định"),
    word("thị"),
    word("luật"),
    word("án"),
    word("điều"),
    word("khoản"),
    word("nhà"),
    word("xe"),
    word("tàu"),
    word("phòng"),
    word("bến"),
    word("máy"),
    word("đoàn"),
];

/// How sure a date is where it stands; `None` if it is none.
pub(super) fn strength(
    scene: &Scene<'_>,
    at: usize,
    found: &Found,
    candidates: &Candidates,
) -> Option<Strength> {
    let end = found.end;
    match found.form {
        Form::Full if is_symbol(scene, at) => None,
        Form::Full | Form::Words | Form::Marked => Some(Strength::Certain),
        Form::Told | Form::Early => (!is_generation(scene, at)).then_some(Strength::Likely),
        Form::Class('/') => Some(Strength::Certain),
        Form::Class(_) => (!is_measured(scene, end)).then_some(Strength::Certain),
        Form::Festival => Some(Strength::Likely),
        Form::Month => (!is_length_or_event(scene, at)).then_some(Strength::Likely),
        Form::Vague => leads_to_vague(scene, at).then_some(Strength::Likely),
        Form::Year => year(scene, at, end),
        Form::DayAlone => {
            (leads_to_day(scene, at) && may_follow(scene, end)).then_some(Strength::Likely)
        }
        Form::Short => {
            (is_alone(scene, at, end) || is_bracketed(scene, at, end)).then_some(Strength::Likely)
        }
        Form::BareWords => (!is_named(scene, at) && bare(scene, at, end, '/', candidates))
            .then_some(Strength::Likely),
        Form::Bare(mark) => (!is_named(scene, at) && bare(scene, at, end, mark, candidates))
            .then_some(Strength::Likely),
        Form::BareMonth => {
            let is_led = scene.is_any(at.wrapping_sub(1), &CUES)
                || scene.is_any(at.wrapping_sub(1), &YEAR_CUES);
            let is_sure = (is_led || is_bracketed(scene, at, end))
                && !is_named(scene, at)
                && may_follow(scene, end);
            is_sure.then_some(Strength::Likely)
        }
        Form::BareYear if bare_year(scene, at, end, candidates) => Some(Strength::Possible),
        Form::BareYear => is_edition(scene, at, end).then_some(Strength::Pending),
        Form::BareYears => bare_years(scene, at, end).then_some(Strength::Likely),
    }
}

/// Whether what stands at a token may follow a date: punctuation, a capital, the end, or a word that no number counts.
pub(super) fn may_follow(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    match token.shape {
        Shape::Lower => !scene.is_joined(at) || FOLLOWERS.contains(&token.sym),
        Shape::Mixed | Shape::Number => false,
        Shape::Punctuation => !token.is_mark('%') && !token.is_mark('°'),
        Shape::Title | Shape::Upper | Shape::Edge => true,
    }
}

/// Whether what stands at a token may follow a period that a word tells: all but what would make another word of its last.
pub(super) fn may_follow_period(scene: &Scene<'_>, at: usize) -> bool {
    // `năm nay` and `tuần tới` are sure; `tháng qua đi` is not.
    let before = scene.before(at).sym;
    before != word("qua") || may_follow(scene, at)
}

/// Whether a number before a token counts what stands at it.
pub(super) fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    !may_follow(scene, at)
}

/// Whether a word of today tells a time of life rather than a day: `thế hệ trẻ hôm nay`.
fn is_generation(scene: &Scene<'_>, at: usize) -> bool {
    let near = at.saturating_sub(3)..at;
    scene.is(at, word("hôm")) && near.into_iter().any(|at| scene.starts(at, &phrase(["thế", "hệ"])))
}

/// What news counts in thousands or measures with two figures: a number before one of these is no date.
const MEASURES: [Sym; 62] = [
    word("ba"),
    word("bài"),
    word("bàn"),
    word("bánh"),
    word("bậc"),
    word("bộ"),
    word("căn"),
    word("cái"),
    word("cán"),
    word("cây"),
    word("chiếc"),
    word("chiến"),
    word("chuyến"),
    word("chỗ"),
    word("con"),
    word("cuộc"),
    word("cơ"),
    word("cử"),
    word("doanh"),
    word("dân"),
    word("dự"),
    word("em"),
    word("giường"),
    word("giờ"),
    word("ha"),
    word("hecta"),
    word("học"),
    word("hộ"),
    word("khách"),
    word("kg"),
    word("km"),
    word("lao"),
    word("loại"),
    word("làn"),
    word("lượt"),
    word("lần"),
    word("m"),
    word("mét"),
    word("ngàn"),
    word("nghìn"),
    word("người"),
    word("năm"),
    word("phiếu"),
    word("phòng"),
    word("sinh"),
    word("suất"),
    word("tháng"),
    word("trang"),
    word("triệu"),
    word("trường"),
    word("trẻ"),
    word("tấn"),
    word("tỉ"),
    word("tỷ"),
    word("tuổi"),
    word("usd"),
    word("vụ"),
    word("xe"),
    word("điểm"),
    word("đại"),
    word("đồng"),
    word("đơn"),
];

/// Whether a number is a measure by the word at a token.
pub(super) fn is_measure(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    scene.is_joined(at)
        && (token.is_mark('%') || token.shape == Shape::Lower && MEASURES.contains(&token.sym))
}

/// Whether figures before a token are a measure even after `ngày`: `ngày 2-3 lần`.
fn is_measured(scene: &Scene<'_>, at: usize) -> bool {
    let measures = [
        word("lần"),
        word("tiếng"),
        word("triệu"),
        word("tỷ"),
        word("người"),
        word("bữa"),
        word("ca"),
    ];
    scene.is_any(at, &measures) && scene.is_joined(at)
}

/// Whether figures follow a word that makes a name of them: `đường 3/2`.
fn is_named(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    scene.is_joined(at) && (scene.is_any(before, &NAMED) || ends_type(scene, at))
}

/// Whether the type of a document ends before a token.
fn ends_type(scene: &Scene<'_>, at: usize) -> bool {
    (1..=3).any(|back| at >= back && scene.is_named(at - back, at, Role::DocumentType))
}

/// Whether figures with a year are the number of a document: `số 12/3/2017`.
fn is_symbol(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at.wrapping_sub(1), word("số")) && scene.is_joined(at)
}

/// Whether the figures stand alone in brackets.
fn is_bracketed(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene.is_mark(at.wrapping_sub(1), '(') && scene.is_mark(end, ')')
}

/// Whether the figures end the brackets of a dateline: `(TTXVN 7/3)`, `(AFP, 7-3)`.
fn is_dateline(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let comma = usize::from(scene.is_mark(at.wrapping_sub(1), ','));
    let agency = at.wrapping_sub(1 + comma);
    scene.is_mark(end, ')')
        && scene.token(agency).shape == Shape::Upper
        && scene.is_mark(agency.wrapping_sub(1), '(')
}

/// How far before a bracket a named day may begin.
const NAMED_DAY: usize = 9;

/// Whether what stands before a bracket is a day: `Ngày Thầy thuốc Việt Nam (27-2)`, `một hôm sau (23-6)`, `ngày thành lập trường (15.10)`.
fn follows_day(scene: &Scene<'_>, bracket: usize, candidates: &Candidates) -> bool {
    if candidates.ending_at(bracket).any(|other| other.kind == Kind::Date) {
        return true;
    }
    let near = (bracket.saturating_sub(NAMED_DAY)..bracket).rev();
    near.take_while(|at| scene.is_joined(*at + 1) && !scene.is_mark(*at, '.')).any(|at| {
        let is_class = scene.is(at, word("ngày")) && !is_number(scene, at.wrapping_sub(1));
        is_class || scene.is_named(at, bracket, Role::Festival)
    })
}

/// Whether the figures are the whole line.
fn is_alone(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    !scene.is_joined(at) && !scene.is_joined(end)
}

/// Whether a day and month in figures, without class word, are a date.
fn bare(scene: &Scene<'_>, at: usize, end: usize, mark: char, candidates: &Candidates) -> bool {
    if is_alone(scene, at, end) {
        return mark == '/';
    }
    let before = at.wrapping_sub(1);
    if (scene.is_mark(before, '(') || scene.is_mark(before, ','))
        && is_glossed(scene, before.wrapping_sub(1))
    {
        return may_follow(scene, end);
    }
    if is_dateline(scene, at, end) {
        return true;
    }
    if is_bracketed(scene, at, end) {
        return mark == '/' || follows_day(scene, before, candidates);
    }
    // What falls is no range, and what is more than one no fraction.
    let falls = small(scene, at, 1, 31) > small(scene, at + 2, 1, 12);
    let is_free = may_follow(scene, end) || is_local_time(scene, end);
    let is_led = scene.is_any(before, &CUES)
        || scene.is(before, word("nhất"))
            && scene.is_any(before.wrapping_sub(1), &[word("chậm"), word("muộn"), word("sớm")]);
    if !(is_free || falls && is_led && !is_measure(scene, end)) {
        return false;
    }
    let follows =
        scene.is_mark(before, ',') || scene.is(before, word("và")) || scene.is_mark(before, '-');
    let goes_on = follows && candidates.ending_at(before).any(|other| other.kind == Kind::Date);
    let is_first = scene.is_sentence_start(at) && (scene.is_mark(end, ',') || falls && mark == '/');
    // `Tin tức thế giới 9-8: …`, `Đọc nhanh 18-6: …`
    let heads = [word("tin"), word("đọc"), word("điểm"), word("bản")];
    let is_news = scene.is_mark(end, ':')
        && (at.saturating_sub(6)..at).any(|at| scene.is_any(at, &heads) && !scene.is_joined(at));
    let is_told = scene.starts(end, &phrase(["vừa", "qua"]))
        || scene.starts(end, &phrase(["vừa", "rồi"]))
        || scene.is(end, word("tới")) && falls && !is_number(scene, end + 1);
    if mark == '/' {
        return goes_on || is_first || is_told || is_news || is_led;
    }
    // `từ 2-3 đến 4-5 triệu`
    let is_range = scene.is_any(end, &[word("đến"), word("tới")])
        && is_number(scene, end + 1)
        && super::numeric::read(scene, end + 1).is_none_or(|last| !may_follow(scene, last.end));
    !is_range && (goes_on || is_first || is_told || is_news || is_led)
}

/// Whether a word before a festival tells that it is a time: `dịp Quốc khánh`.
pub(super) fn leads_to_festival(scene: &Scene<'_>, at: usize) -> bool {
    let cues = [
        word("ngày"),
        word("đêm"),
        word("mùa"),
        word("thềm"),
        word("kỳ"),
        word("và"),
        word("giờ"),
        word("đón"),
        word("dịp"),
        word("qua"),
    ];
    let before = at.wrapping_sub(1);
    scene.is_joined(at)
        && (scene.is_any(before, &CUES) || scene.is_any(before, &cues))
        && !scene.token(before).is_capital()
        || scene.is_any(at, &[word("giao"), word("ngày"), word("đêm"), word("rằm")])
        || scene.is_sentence_start(at)
}

/// Whether a word of today ends at a token: `sáng nay (16-5)`.
fn is_glossed(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_any(at, &[word("nay"), word("qua"), word("mai"), word("kia")])
}

/// Whether what stands at a token is a place's time: `12-4 giờ địa phương`.
fn is_local_time(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, word("giờ")) && (scene.is(at + 1, word("địa")) || scene.token(at + 1).is_capital())
}

/// Whether a month follows a number, or is part of the name of an event: `3 tháng 6`, `Cách mạng Tháng Tám`.
fn is_length_or_event(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    if !scene.is_joined(at) {
        return false;
    }
    let is_event = scene.is(before, word("mạng"))
        || scene.is_any(before, &[word("lương"), word("mỗi"), word("hàng"), word("hằng")]);
    is_event
        || scene.token(before).shape == Shape::Number
        || scene.is(at + 1, word("năm")) && !scene.token(at + 1).is_capital()
        || scene.is_any(at + 2, &[word("lần"), word("tuổi")])
}

/// Whether a word before leads to `đầu năm` or `cuối tháng` as a time: not in `lễ hội đầu năm`.
fn leads_to_vague(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let cues = [
        word("từ"),
        word("đến"),
        word("tới"),
        word("vào"),
        word("trước"),
        word("hồi"),
        word("trong"),
        word("dịp"),
        word("ngay"),
        word("khoảng"),
        word("và"),
    ];
    scene.is_sentence_start(at) || scene.is_any(before, &cues) || scene.is_mark(before, ',')
}

/// Whether a day alone is led to as a time: `đến ngày 18`.
fn leads_to_day(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let cues = [
        word("từ"),
        word("đến"),
        word("tới"),
        word("vào"),
        word("trước"),
        word("trong"),
        word("hết"),
        word("sau"),
    ];
    let is_class = scene.is(at, word("ngày"));
    scene.is_any(before, &cues)
        || scene.is_sentence_start(at)
        || !is_class && small(scene, at, 1, 31).is_none()
}

/// How sure `năm …` is a year; one in the name of an event only tells the years around it.
fn year(scene: &Scene<'_>, at: usize, _end: usize) -> Option<Strength> {
    let before = at.wrapping_sub(1);
    let every = [word("mỗi"), word("hàng"), word("hằng"), word("một"), word("thứ")];
    if scene.is_joined(at) && scene.is_any(before, &every) {
        return None;
    }
    Some(if is_event(scene, at) { Strength::Pending } else { Strength::Certain })
}

/// Whether a year or season belongs to the name of an event: `Tết Mậu Thân năm 1968`, `Tổng tiến công … mùa Xuân năm 1975`.
fn is_event(scene: &Scene<'_>, at: usize) -> bool {
    let named_year = at.checked_sub(3).is_some_and(|tet| {
        scene.is(tet, word("tết")) && super::lunar::cycle(scene, tet + 1).is_some()
    });
    let events = [
        phrase(["tiến", "công"]),
        phrase(["nổi", "dậy"]),
        phrase(["nổi", "dây"]),
        phrase(["đại", "thắng"]),
        phrase(["chiến", "dịch"]),
    ];
    let is_season = scene.is_any(at, &[word("mùa"), word("xuân")])
        || scene.is_any(at.wrapping_sub(1), &[word("xuân")]);
    let near = at.saturating_sub(7)..at;
    named_year
        || is_season
            && near.into_iter().any(|at| events.iter().any(|event| scene.starts(at, event)))
}

/// Whether a year alone is a date.
fn bare_year(scene: &Scene<'_>, at: usize, end: usize, candidates: &Candidates) -> bool {
    let before = at.wrapping_sub(1);
    let is_modern = (1900..2100).contains(&scene.number(at).unwrap_or_default());
    let is_led = scene.is_any(
        before,
        &[
            word("đến"),
            word("tới"),
            word("từ"),
            word("trước"),
            word("sau"),
            word("hết"),
            word("với"),
        ],
    );
    if !is_modern || is_measure(scene, end) || !is_led && !may_follow(scene, end) {
        return false;
    }
    // `(1975)`, `(1975, trú tại …)`
    if scene.is_mark(before, '(') {
        return scene.is_mark(end, ')') || scene.is_mark(end, ',');
    }
    let follows =
        scene.is_mark(before, ',') || scene.is(before, word("và")) || scene.is_mark(before, '-');
    let goes_on = follows
        && candidates.ending_at(before).any(|other| {
            let is_year = |at| super::number::year(scene, at).is_some();
            other.kind == Kind::Date && is_year(other.end() - 1)
        });
    let led = scene.token(before).shape == Shape::Lower
        || scene.is(before, word("sn"))
        || scene.is_sentence_start(before);
    let cue = (is_led || scene.is_any(before, &YEAR_CUES)) && !scene.is(before, word("và"));
    goes_on || cue && led && scene.is_joined(at)
}

/// Whether a year is part of the name of an event, and so tells only the years around it: `APEC 2025`, `SEA Games 2025`.
fn is_edition(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let before = scene.before(at);
    let is_modern = (1950..2100).contains(&scene.number(at).unwrap_or_default());
    is_modern
        && scene.token(at).gap == Gap::Space
        && before.shape == Shape::Upper
        && before.end - before.start > 2
        && may_follow(scene, end)
}

/// Whether two years with a hyphen are a period: not the season of a league, nor a range of numbers.
fn bare_years(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let is_modern = (1000..2100).contains(&scene.number(at).unwrap_or_default());
    let before = scene.before(at);
    let is_league =
        scene.is_joined(at) && before.is_capital() && !scene.is_sentence_start(at.wrapping_sub(1));
    is_modern && !is_league && !is_measure(scene, end)
}

/// Whether a named day is one that is kept rather than told: `kỷ niệm 80 năm Quốc khánh`.
pub(super) fn is_commemorated(scene: &Scene<'_>, at: usize) -> bool {
    if scene.is(at.wrapping_sub(1), word("năm")) && is_number(scene, at.wrapping_sub(2)) {
        return true;
    }
    let kept = [
        phrase(["kỷ", "niệm"]),
        phrase(["kỉ", "niệm"]),
        phrase(["chào", "mừng"]),
        phrase(["hưởng", "ứng"]),
    ];
    let near = (at.saturating_sub(9)..at)
        .rev()
        .take_while(|at| !['.', ';', '('].iter().any(|mark| scene.is_mark(*at, *mark)));
    near.into_iter().any(|at| kept.iter().any(|kept| scene.starts(at, kept)))
}

/// How many tokens may stand before a date that ends a line of its own.
const LINE: usize = 9;

/// Whether a date ends a short line, the head of a letter or the foot of an article: `Hà Nội, ngày 3 tháng 3 năm 2024`, `Cập nhật: 3/3/2024`, `Minh Hà - 3/3/2024`.
pub(super) fn ends_line(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    if scene.is_joined(end) {
        return false;
    }
    let start = (at.saturating_sub(LINE)..=at).rev().find(|at| !scene.is_joined(*at));
    start.is_some_and(|start| {
        let before = at.wrapping_sub(1);
        let is_apart = [',', ':', '-', '|', '•'].iter().any(|mark| scene.is_mark(before, *mark));
        start == at || is_apart
    })
}

/// Whether a date is one of a life: `sinh ngày 3/3/1960`, `SN 1960`, `Ngày sinh: 3.3.1960`.
pub(super) fn is_of_life(scene: &Scene<'_>, at: usize) -> bool {
    let colon = usize::from(scene.is_mark(at.wrapping_sub(1), ':'));
    let class = usize::from(scene.is_any(at.wrapping_sub(1 + colon), &[word("ngày"), word("năm")]));
    let cue = at.wrapping_sub(1 + colon + class);
    scene.is(cue, word("sn"))
        || scene.is(cue, word("sinh"))
            && !scene.is_any(cue.wrapping_sub(1), &[word("học"), word("thí")])
}

/// Whether a year begins its sentence or follows a word of looking back, so that it need not be the present one.
pub(super) fn is_recalled(scene: &Scene<'_>, at: usize) -> bool {
    let words = [
        word("từ"),
        word("hồi"),
        word("ký"),
        word("trước"),
        word("sau"),
        word("với"),
        word("khi"),
        word("kể"),
    ];
    scene.is_sentence_start(at) || scene.is_any(at.wrapping_sub(1), &words)
}

/// Whether a point lies ahead by its frame, so that it says nothing of the article's year: `đến năm 2030`, `đến hết ngày 31/12/2026`, `chậm nhất tháng 6/2026`.
pub(super) fn is_goal(scene: &Scene<'_>, at: usize, point: &Point) -> bool {
    let before = at.wrapping_sub(1);
    let until = [word("đến"), word("tới"), word("hướng"), word("hết")];
    match point {
        Point::Year(_) => {
            scene.is_any(before, &until) || scene.is_any(before, &[word("nhìn"), word("vào")])
        }
        Point::Day { .. } | Point::Month { .. } => {
            scene.is_any(before, &until) || scene.is_any(before, &[word("nhất")])
        }
        _ => false,
    }
}
