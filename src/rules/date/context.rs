//! What must stand around figures for them to be a date, and what must not.

use super::neighbour::{is_measure, is_measured, may_follow, says};
use super::number::{is_number, small};
use super::{Form, Found};
use crate::Kind;
use crate::candidate::{Candidates, Strength};
use crate::gazetteer::{Role, neighbour};
use crate::rules::Scene;
use crate::text::{Gap, Shape, Sym, phrase, word};

/// How sure a date is where it stands; `None` if it is none.
pub(super) fn strength(
    scene: &Scene<'_>,
    at: usize,
    found: &Found,
    candidates: &Candidates,
) -> Option<Strength> {
    let end = found.end;
    // `Cách mạng tháng Tám năm 1945`
    if scene.is(at, word!("tháng")) && scene.is(at.wrapping_sub(1), word!("mạng")) {
        return Some(Strength::Pending);
    }
    match found.form {
        Form::Full if is_symbol(scene, at) => None,
        Form::Full | Form::Words | Form::Marked => Some(Strength::Certain),
        Form::Told | Form::Early => (!is_vague_today(scene, at)).then_some(Strength::Likely),
        Form::Class('/') => Some(Strength::Certain),
        Form::Class(_) => {
            let is_measure = scene.is(at, word!("ngày")) && is_measured(scene, end);
            (!is_measure).then_some(Strength::Certain)
        }
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
            let is_led = says(scene, at.wrapping_sub(1), neighbour::DAY | neighbour::YEAR);
            // `7/2006 - 7/2007: Giám đốc …`
            let is_heading = scene.is_sentence_start(at) && scene.is_mark(end, ':');
            // `4/1985-7/1988` can be nothing else.
            let is_range = found.expression.last.is_some();
            let is_sure = (is_led || is_heading || is_range || is_bracketed(scene, at, end))
                && !is_named(scene, at)
                && may_follow(scene, end);
            is_sure.then_some(Strength::Likely)
        }
        Form::BareYear if bare_year(scene, at, end, candidates) => Some(Strength::Possible),
        Form::BareYear => is_edition(scene, at, end).then_some(Strength::Pending),
        Form::BareYears => bare_years(scene, at, end).then_some(Strength::Likely),
    }
}

/// Whether a word of today tells a time rather than a day: `thế hệ trẻ hôm nay`, `mấy hôm nay`.
fn is_vague_today(scene: &Scene<'_>, at: usize) -> bool {
    let near = at.saturating_sub(3)..at;
    let is_several = scene.is_any(at.wrapping_sub(1), &[word!("mấy"), word!("ít"), word!("vài")]);
    // `có được như ngày hôm nay`
    let hom = at + usize::from(scene.is(at, word!("ngày")));
    let before = hom.wrapping_sub(1 + usize::from(scene.is(hom.wrapping_sub(1), word!("ngày"))));
    let is_result = scene.is(hom, word!("hôm"))
        && scene.is(hom + 1, word!("nay"))
        && scene.is(before, word!("như"));
    is_result
        || scene.is(at, word!("hôm")) && is_several
        || scene.is(at, word!("hôm"))
            && near.into_iter().any(|at| scene.starts(at, &phrase!(["thế", "hệ"])))
}

/// Whether figures follow a word that makes a name of them: `đường 3/2`.
fn is_named(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    scene.is_joined(at) && (says(scene, before, neighbour::NAME) || ends_type(scene, at))
}

/// Whether the type of a document ends before a token.
fn ends_type(scene: &Scene<'_>, at: usize) -> bool {
    (1..=3).any(|back| at >= back && scene.is_named(at - back, at, Role::DocumentType))
}

/// Whether figures with a year are the number of a document: `số 12/3/2017`.
fn is_symbol(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).shape == Shape::Number
        && scene.is(at.wrapping_sub(1), word!("số"))
        && scene.is_joined(at)
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
        let is_class = scene.is(at, word!("ngày")) && !is_number(scene, at.wrapping_sub(1));
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
    let is_led = says(scene, before, neighbour::DAY)
        || scene.is(before, word!("nhất"))
            && scene.is_any(before.wrapping_sub(1), &[word!("chậm"), word!("muộn"), word!("sớm")]);
    if !(is_free || falls && is_led && !is_measure(scene, end)) {
        return false;
    }
    let follows =
        scene.is_mark(before, ',') || scene.is(before, word!("và")) || scene.is_mark(before, '-');
    let goes_on = follows && candidates.ending_at(before).any(|other| other.kind == Kind::Date);
    let is_first = scene.is_sentence_start(at) && (scene.is_mark(end, ',') || falls && mark == '/');
    // `Tin tức thế giới 9-8: …`, `Đọc nhanh 18-6: …`
    let heads = [word!("tin"), word!("đọc"), word!("điểm"), word!("bản")];
    let is_news = scene.is_mark(end, ':')
        && (at.saturating_sub(6)..at).any(|at| scene.is_any(at, &heads) && !scene.is_joined(at));
    let is_told = scene.starts(end, &phrase!(["vừa", "qua"]))
        || scene.starts(end, &phrase!(["vừa", "rồi"]))
        || scene.is(end, word!("tới")) && falls && !is_number(scene, end + 1);
    // `đóng góp đến 2/3 Tổng sản phẩm` is a share.
    let is_share = !falls
        && scene.is_any(before, &[word!("đến"), word!("tới")])
        && scene.token(end).is_capital()
        && !candidates.ending_at(before).any(|other| other.kind == Kind::Date);
    if is_share {
        return false;
    }
    if mark == '/' {
        return goes_on || is_first || is_told || is_news || is_led;
    }
    // `từ 2-3 đến 4-5 triệu`
    let is_range = scene.is_any(end, &[word!("đến"), word!("tới")])
        && is_number(scene, end + 1)
        && super::numeric::read(scene, end + 1).is_none_or(|last| !may_follow(scene, last.end));
    !is_range && (goes_on || is_first || is_told || is_news || is_led)
}

/// Whether a word before a festival tells that it is a time: `dịp Quốc khánh`.
pub(super) fn leads_to_festival(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    scene.is_joined(at)
        && says(scene, before, neighbour::FESTIVAL)
        && !scene.token(before).is_capital()
        || scene.is_any(at, &[word!("giao"), word!("đêm"), word!("rằm")])
            // `bàn giao thừa`
            && !scene.is_any(before, &[word!("bàn"), word!("chuyển")])
        || scene.is_sentence_start(at)
}

/// Whether a word of today ends at a token: `sáng nay (16-5)`.
fn is_glossed(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_any(at, &[word!("nay"), word!("qua"), word!("mai"), word!("kia")])
}

/// Whether what stands at a token is a place's time: `12-4 giờ địa phương`.
fn is_local_time(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, word!("giờ"))
        && (scene.is(at + 1, word!("địa")) || scene.token(at + 1).is_capital())
}

/// Whether a month follows a number, or is part of the name of an event: `3 tháng 6`, `Cách mạng Tháng Tám`.
fn is_length_or_event(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    if !scene.is_joined(at) {
        return false;
    }
    let is_event = scene.is(before, word!("mạng"))
        || scene.is_any(before, &[word!("lương"), word!("mỗi"), word!("hàng"), word!("hằng")]);
    is_event
        || scene.token(before).shape == Shape::Number
        || scene.is(at + 1, word!("năm")) && !scene.token(at + 1).is_capital()
        || scene.is_any(at + 2, &[word!("lần"), word!("tuổi")])
}

/// Words that lead to a time: `đến ngày 18`, `trong đầu năm`.
const LEADS: [Sym; 6] = phrase!(["từ", "đến", "tới", "vào", "trước", "trong"]);

/// Whether a word before leads to `đầu năm` or `cuối tháng` as a time: not in `lễ hội đầu năm`.
fn leads_to_vague(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    scene.is_sentence_start(at)
        || scene.is_any(before, &LEADS)
        || scene.is_any(before, &phrase!(["hồi", "dịp", "ngay", "khoảng", "và"]))
        || scene.is_mark(before, ',')
}

/// Whether a day alone is led to as a time: `đến ngày 18`.
fn leads_to_day(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let is_class = scene.is(at, word!("ngày"));
    scene.is_any(before, &LEADS)
        || scene.is_any(before, &phrase!(["hết", "sau"]))
        || scene.is_sentence_start(at)
        || !is_class && small(scene, at, 1, 31).is_none()
}

/// How sure `năm …` is a year; one in the name of an event only tells the years around it.
fn year(scene: &Scene<'_>, at: usize, _end: usize) -> Option<Strength> {
    let before = at.wrapping_sub(1);
    let every = [word!("mỗi"), word!("hàng"), word!("hằng"), word!("một"), word!("thứ")];
    // `nhiệm vụ ngành ngân hàng năm 2026` is no `hàng năm`.
    let trades = phrase!(["ngân", "bán", "cửa", "nhà", "khách", "mặt", "đơn", "giao"]);
    let is_other = || {
        scene.is(before, word!("hàng"))
            && scene.is_any(before.wrapping_sub(1), &trades)
            && scene.is_joined(before)
    };
    if scene.is_joined(at) && scene.is_any(before, &every) && !is_other() {
        return None;
    }
    // `ngày 31 tháng 4 năm 2023` is none.
    let is_of_day = scene.is(at.wrapping_sub(2), word!("tháng"))
        && is_number(scene, at.wrapping_sub(3))
        && scene.is(at.wrapping_sub(4), word!("ngày"));
    if is_of_day {
        return None;
    }
    Some(if is_event(scene, at) { Strength::Pending } else { Strength::Certain })
}

/// Whether a year or season belongs to the name of an event: `Tết Mậu Thân năm 1968`, `Tổng tiến công … mùa Xuân năm 1975`.
fn is_event(scene: &Scene<'_>, at: usize) -> bool {
    let named_year = at.checked_sub(3).is_some_and(|tet| {
        scene.is(tet, word!("tết")) && super::cycle::cycle(scene, tet + 1).is_some()
    });
    // `Cách mạng tháng Tám năm 1945`
    let is_revolution =
        at.checked_sub(3).is_some_and(|at| scene.starts(at, &phrase!(["mạng", "tháng", "tám"])));
    let events = [
        phrase!(["tiến", "công"]),
        phrase!(["nổi", "dậy"]),
        phrase!(["nổi", "dây"]),
        phrase!(["đại", "thắng"]),
        phrase!(["chiến", "dịch"]),
    ];
    let is_season = scene.is_any(at, &[word!("mùa"), word!("xuân")])
        || scene.is_any(at.wrapping_sub(1), &[word!("xuân")]);
    let near = at.saturating_sub(7)..at;
    named_year
        || is_revolution
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
            word!("đến"),
            word!("tới"),
            word!("từ"),
            word!("trước"),
            word!("sau"),
            word!("hết"),
            word!("với"),
        ],
    );
    if super::year::is_of_several(scene, at) {
        return true;
    }
    if !is_modern || is_measure(scene, end) || !is_led && !may_follow(scene, end) {
        return false;
    }
    // `(1975)`, `(1975, trú tại …)`
    if scene.is_mark(before, '(') {
        return scene.is_mark(end, ')') || scene.is_mark(end, ',');
    }
    let follows =
        scene.is_mark(before, ',') || scene.is(before, word!("và")) || scene.is_mark(before, '-');
    let goes_on = follows
        && candidates.ending_at(before).any(|other| {
            let is_year = |at| super::number::year(scene, at).is_some();
            other.kind == Kind::Date && is_year(other.end() - 1)
        });
    let led = scene.token(before).shape == Shape::Lower
        || scene.is(before, word!("sn"))
        || scene.is_sentence_start(before);
    let cue = (is_led || says(scene, before, neighbour::YEAR)) && !scene.is(before, word!("và"));
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
    if scene.is(at.wrapping_sub(1), word!("năm")) && is_number(scene, at.wrapping_sub(2)) {
        return true;
    }
    let kept = [
        phrase!(["kỷ", "niệm"]),
        phrase!(["kỉ", "niệm"]),
        phrase!(["chào", "mừng"]),
        phrase!(["hưởng", "ứng"]),
    ];
    let near = (at.saturating_sub(9)..at)
        .rev()
        .take_while(|at| !['.', ';', '('].iter().any(|mark| scene.is_mark(*at, *mark)));
    near.into_iter().any(|at| kept.iter().any(|kept| scene.starts(at, kept)))
}
