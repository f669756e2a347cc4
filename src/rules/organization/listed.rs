//! Whether a listed name is a body where it stands: `Đảng` in "hai Đảng" and `UBND tỉnh` in "UBND tỉnh, thành phố" are none.

use super::{generic, guard, part};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Match, Name, Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// How sure a listed body is where it stands; `None` if it is none there.
pub(crate) fn judge(scene: &Scene<'_>, at: usize, end: usize, name: &Name) -> Option<Strength> {
    if is_officer(scene, at, end)
        || is_symbol(scene, at, end)
        || generic::is_plural(scene, at)
        || generic::is_among_many(scene, at)
        || guard::is_royal(scene, at)
        || guard::ends_word(scene, at, end)
        || is_class(scene, at, end)
    {
        return None;
    }
    // "nghi thức cấp Nhà nước", "Giải thưởng Nhà nước"; but `thăm cấp | Nhà nước Việt Nam`
    let honour = end == at + 2
        && scene.starts(at, &phrase!(["nhà", "nước"]))
        && scene.is_any(at.wrapping_sub(1), &phrase!(["cấp", "thưởng"]));
    if honour && scene.is_joined(at) {
        return None;
    }
    // `tổ hợp C03`, `khối A01`: subjects of examinations.
    let code = end == at + 2 && scene.token(at + 1).shape == Shape::Number;
    if code
        && scene.is_joined(at)
        && scene.is_any(at.wrapping_sub(1), &phrase!(["hợp", "khối", "cúp"]))
    {
        return None;
    }
    if end == at + 1 && !is_body(scene, at) {
        return None;
    }
    if part::center(scene, at) == Some(end) && !acts(scene, at, end) {
        return None;
    }
    if is_work(scene, at, end) || is_battlefield(scene, at, end) {
        return None;
    }
    let table = scene.index.tables.get(name.table as usize).map_or("", |table| table.name());
    let is_company = table == "organization/company.tsv";
    let is_ware = || is_product(scene, at) || is_model(scene, end, name);
    if is_company && is_ware() || is_thing(scene, at, end) {
        return None;
    }
    let is_acronym = end == at + 1 && scene.token(at).shape == Shape::Upper;
    let is_short = || scene.text(at).chars().count() <= 2;
    match () {
        _ if name.is_alias && is_acronym && is_short() && !is_union(scene, at) => None,
        _ if scene.is_ambiguous(at, end, Kind::Organization) => {
            let is_press = table == "organization/press.tsv";
            let is_meant = if is_press {
                is_source(scene, at, end) || is_written_as_paper(scene, at, end)
            } else {
                states(scene, end)
            };
            let strength = if is_press { Strength::Possible } else { Strength::Certain };
            is_meant.then_some(strength)
        }
        _ => Some(Strength::Likely),
    }
}

/// Whether the name of the Border Guard is rather what is done at the border, or who does it: `công tác Biên phòng`, `nền Biên phòng toàn dân`, `ngành Biên phòng`, `tàu Biên phòng`.
pub(super) fn is_work(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const WORK: Words = words!(["nền", "trận", "ngoại", "tàu"]);
    end == at + 2
        && scene.starts(at, &phrase!(["biên", "phòng"]))
        && (scene.is_in(at.wrapping_sub(1), &WORK) || scene.starts(end, &phrase!(["toàn", "dân"])))
}

/// Whether the name of the Fatherland Front is rather a battlefield: `hy sinh tại Mặt trận | phía Nam`.
fn is_battlefield(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    end == at + 2 && scene.starts(at, &phrase!(["mặt", "trận", "phía"])) && scene.is_joined(end)
}

/// Whether a body, or a longer one that begins with it, is a class of bodies: "`Ban Thường vụ Tỉnh ủy` hai tỉnh".
fn is_class(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let is_longer = |found: &&Match| found.end as usize > end;
    let mut longer = scene.matches(at).iter().rev().take_while(is_longer);
    let is_class_whole = |found: &Match| {
        let name = scene.index.matcher.name(found.name);
        found.role == Role::Organization
            && name.is_some_and(|name| name.attributes & attribute::PLACE == 0)
            && generic::is_class(scene, at, found.end as usize)
    };
    // `Ủy ban MTTQ | Việt Nam các xã`
    let national = || {
        let committee = at.wrapping_sub(2);
        let is_front = scene.is_any(at, &phrase!(["mttq", "mặt"]))
            && scene.starts(committee, &phrase!(["ủy", "ban"]));
        let start = if is_front { committee } else { at };
        // `Ủy ban Mặt trận Tổ quốc | Việt Nam các tỉnh`, where `Mặt trận` alone is a name too.
        let mut ends = scene.named(at, Role::Organization).map(|(stop, _)| stop);
        scene.is_any(start, &phrase!(["ủy", "ban"]))
            && ends.any(|stop| {
                stop >= end
                    && generic::with_nation(scene, start, stop)
                        .is_some_and(|stop| generic::is_class(scene, at, stop))
            })
    };
    generic::is_class(scene, at, end)
        || national()
        || longer.any(is_class_whole)
        || generic::is_of_class(scene, at, end)
}

/// Makes the places that a listed body is named after entities inside it, whatever stands before it: Real `Madrid`, Sông Lam `Nghệ An`.
pub(super) fn nest(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for (end, name) in scene.named(at, Role::Organization) {
        if name.attributes & attribute::PLACE == 0 || end < at + 2 {
            continue;
        }
        let is_it = |c: &Candidate| c.kind == Kind::Organization && c.end() == end;
        let is_accepted = out.candidates.starting_at(at).any(is_it);
        if !is_accepted {
            continue;
        }
        let Some(places) = scene.row(name).map(|row| row.get("place")) else { continue };
        for place in places.split(';') {
            let inside = (at..end).find_map(|start| {
                let mut names = scene.named(start, Role::Place);
                let stop = names.find_map(|(stop, name)| {
                    let is_it = scene.text_of(start, stop) == place
                        || !name.is_alias && scene.row(name).is_some_and(|row| row.name() == place);
                    (stop <= end && is_it).then_some(stop)
                })?;
                (stop - start < end - at).then_some((start, stop))
            });
            match inside {
                // `Việt - Lào` names two peoples, no places.
                Some((start, _))
                    if scene.is_mark(start.wrapping_sub(1), '-')
                        && scene.is(start.wrapping_sub(2), word!("việt")) => {}
                Some((start, stop)) => part::settle(start, stop, out),
                None => {}
            }
        }
    }
}

/// Whether letters are part of a symbol: `NĐ-CP`, `146/2025`, `binhdinh.gov.vn`.
fn is_symbol(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let is_led = || {
        let is_mark = |mark: char| scene.is_mark(before, mark);
        let second = scene.before(before);
        let dashed = (is_mark('-') || is_mark('&')) && second.is_capital();
        // `Trung đoàn 95/Sư đoàn 325`: the name of a body in words is none.
        let in_words = scene.token(at).shape == Shape::Title && end > at + 1;
        let slashed = is_mark('/') && second.shape == Shape::Number && !in_words;
        let dotted = is_mark('.') && second.is_word();
        // `60K1-9689` is a car's plate.
        let plate = scene.token(before).shape == Shape::Number;
        scene.is_glued(before) && (dashed || dotted) || slashed || plate
    };
    let goes_on = || {
        scene.is_glued(end + 1)
            && (scene.is_mark(end, '@')
                || scene.is_mark(end, '.') && scene.token(end + 1).shape == Shape::Lower)
    };
    scene.is_glued(at) && is_led() || scene.is_glued(end) && goes_on()
}

/// Whether one word that is also a common word or part of others stands for a body.
fn is_body(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    match () {
        // `Đảng phái`, `Đảng viên`; `công tác Đảng`, `tổ chức Đảng` speak of parties' affairs, `của Đảng` of the body.
        _ if scene.is(at, word!("đảng")) => {
            !scene.is_in(at + 1, &words!(["viên", "phái", "tịch", "ủy", "bộ", "đoàn"]))
        }
        _ => !(scene.is(before, word!("cấp")) && scene.is_joined(at)),
    }
}

/// Whether `Trung ương` acts, rather than be a level: `của Trung ương`, `Trung ương yêu cầu`.
fn acts(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const BEFORE: Words = words!(["của", "do", "được", "trình", "xin"]);
    const AFTER: Words = words!([
        "đã", "sẽ", "yêu", "quyết", "giao", "ban", "phân", "quy", "vừa", "thống", "cũng", "hỗ",
        "cho",
    ]);
    const NOT_AFTER: Words =
        words!(["đến", "tới", "và", "về", "trở", "với", "cùng", "là", "lần", "hóa"]);
    /// Who is asked to act or told of: `kiến nghị Trung ương sớm`, `đề nghị T.Ư quan tâm`.
    const ASKED: [[Sym; 2]; 3] =
        [phrase!(["kiến", "nghị"]), phrase!(["đề", "nghị"]), phrase!(["đề", "xuất"])];
    let begins = scene.is_sentence_start(at);
    // `khi Trung ương thi hành kỷ luật`, `việc T.Ư chuẩn bị`: a clause whose subject it is.
    let is_subject = || {
        let before = at.wrapping_sub(1);
        scene.is_joined(at)
            && (scene.is_any(before, &phrase!(["khi", "việc"]))
                || ASKED.iter().any(|asked| scene.starts(at.wrapping_sub(2), asked)))
    };
    let scope = scene.token(at.wrapping_sub(1)).is_capital()
        && !scene.is_sentence_start(at.wrapping_sub(1));
    !scope
        && scene.token(at).is_capital()
        && (scene.is_in(at.wrapping_sub(1), &BEFORE)
            || scene.token(end).shape == Shape::Lower
                && ((begins || is_subject()) && !scene.is_in(end, &NOT_AFTER)
                    || scene.is_in(end, &AFTER)))
}

/// Whether the words are part of an office: `Tỉnh ủy viên`, `Phó Thủ tướng Thường trực Chính phủ`.
fn is_officer(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    scene.is(end, word!("viên")) && scene.is(end - 1, word!("ủy")) && scene.is_joined(end)
        // `Tỉnh | ủy quyền cho Sở Y tế`
        || super::generic::hands_over(scene, end - 1)
        || is_standing_deputy(scene, at)
}

/// Whether `Thường trực` at a token says which deputy: `Phó Chủ tịch Thường trực`.
pub(crate) fn is_standing_deputy(scene: &Scene<'_>, at: usize) -> bool {
    const OFFICES: Words =
        words!(["tịch", "tướng", "trưởng", "thư", "đốc", "nhiệm", "lệnh", "phó", "tổng"]);
    let deputy = || scene.is_joined(at) && scene.is_in(at.wrapping_sub(1), &OFFICES);
    // `Thường trực Ban Bí thư` is an office.
    let secretary = || scene.starts(at + 2, &phrase!(["ban", "bí", "thư"]));
    scene.is(at, word!("thường")) && (deputy() || secretary())
}

/// Whether what a network or a seat of power is named by is the body, for it says something: `Facebook cho biết`, not "trên Facebook"; `Nhà Trắng tuyên bố`.
fn states(scene: &Scene<'_>, end: usize) -> bool {
    scene.is_joined(end)
        && (scene.longest(end, Role::Speech).is_some()
            || scene.is_in(end, &words!(["tuyên", "cam", "thông", "công"]))
            || scene.starts(end, &phrase!(["cho", "biết"]))
            || scene.starts(end, &phrase!(["cho", "hay"])))
}

/// Whether a name goes on to a thing that bears it: `AFF Cup`, `Apple Pay`, `Google Maps`, `Real Estate`.
fn is_thing(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const THINGS: Words = words!([
        "cup", "league", "champions", "suzuki", "europa", "world", "awards", "pay", "galaxy",
        "watch", "store", "music", "play", "maps", "messenger", "snapdragon", "translate", "arena",
    ]);
    let next = scene.token(end);
    let goes_on = next.is_capital() && next.gap == Gap::Space;
    // `Real` alone is a word of other names too.
    let is_other = end == at + 1 && scene.is(at, word!("real")) && scene.is_foreign(end);
    goes_on && (THINGS.has(next.sym) || is_other)
}

/// Whether a newspaper named like a common word is spoken of as a source: `báo Lao động`, `(Thanh niên)`, `Tuổi trẻ Online`.
fn is_source(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const SOURCES: Words = words!(["báo", "theo", "trên", "nguồn", "pv"]);
    let before = at.wrapping_sub(1);
    // `phóng viên Thanh Niên`, `trả lời Tuổi Trẻ`
    let asked = scene.is_joined(before)
        && (at.checked_sub(2).is_some_and(|start| {
            scene.starts(start, &phrase!(["phóng", "viên"]))
                || scene.starts(start, &phrase!(["trả", "lời"]))
                || scene.starts(start, &phrase!(["bạn", "đọc"]))
        }));
    let bracketed = scene.is_mark(before, '(') && scene.is_mark(end, ')');
    bracketed
        || scene.is_joined(at) && asked
        || scene.is_joined(at) && scene.is_in(before, &SOURCES)
        || scene.is(end, word!("online"))
        || scene.is_mark(before, '/') && scene.is_glued(at)
}

/// Whether a newspaper named like a common word is written with a capital in each word where something is told by or to it: `trao đổi với Thanh Niên`, `Tuổi Trẻ đã đưa tin`, `Ảnh: Dân Trí`.
fn is_written_as_paper(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const TOLD: Words = words!(["với", "tờ", "như", "của", "do", "bởi", "cho", "mà", "khi"]);
    const TELLS: Words = words!(["đã", "phản", "đưa", "thông", "dẫn", "đăng"]);
    let before = at.wrapping_sub(1);
    let capitals = (at..end).all(|at| scene.token(at).shape == Shape::Title);
    let next = scene.token(end);
    let goes_on = next.is_capital() && next.gap == Gap::Space;
    let led = scene.is_joined(at)
        && (scene.before(at).is_capital() || scene.longest(before, Role::Class).is_some());
    let credited = scene.is_mark(before, ':')
        && scene.is_any(before.wrapping_sub(1), &phrase!(["ảnh", "nguồn", "tin"]));
    let told = scene.is_joined(at) && scene.is_in(before, &TOLD);
    let tells = scene.is_joined(end) && scene.is_in(end, &TELLS);
    credited && !goes_on || capitals && !goes_on && !led && (tells || told && !next.is_word())
}

/// Bodies that are known by two letters: `EU`, and the `QH` of Vietnam.
fn is_union(scene: &Scene<'_>, at: usize) -> bool {
    // `Ảnh: QH` are the letters of a photographer.
    let assembly = scene.is(at, word!("qh")) && !scene.is_mark(at.wrapping_sub(1), ':');
    assembly || scene.is_in(at, &words!(["eu", "au", "is", "mu"]))
}

/// Whether a company's name goes on to the model of a thing: `Oppo R11`, `Vivo V7+`; of a foreign one also to a number, `OnePlus 5`, but `Licogi 14` is one of several.
fn is_model(scene: &Scene<'_>, end: usize, name: &Name) -> bool {
    let token = scene.token(end);
    if token.gap != Gap::Space {
        return false;
    }
    let coded = token.is_capital()
        && scene.token(end + 1).shape == Shape::Number
        && scene.is_glued(end + 1)
        && token.end - token.start <= 3;
    let is_foreign = || scene.row(name).is_some_and(|row| row.get("level") == "foreign");
    let numbered = scene.number(end).is_some_and(|number| number < 100)
        && part::number(scene, end).is_some()
        && !scene.is_mark(end + 1, ',');
    coded || numbered && is_foreign()
}

/// Whether a company's name says what a thing is of: `xe Toyota`, `máy bay Boeing`, `điện thoại Samsung`.
pub(super) fn is_product(scene: &Scene<'_>, at: usize) -> bool {
    const THINGS: Words =
        words!(["xe", "tô", "bay", "hiệu", "mẫu", "chiếc", "thoại", "app", "vaccine"]);
    scene.is_joined(at) && scene.is_in(at.wrapping_sub(1), &THINGS)
}
