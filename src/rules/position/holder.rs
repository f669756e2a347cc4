//! Whether someone holds an office, and what tells so.

use super::body::is_body;
use super::class::{is_class, is_honorary, is_level};
use super::context::{self, Altered};
use super::scope::{ScopeKind, is_person};
use super::taken::{self, FAR, names_someone, taken};
use super::title::{self, Office};
use crate::Kind;
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::organization::generic::unit_of;
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// The rule by which an office is held; `None` if nobody is said to hold it.
pub(super) fn rule(
    scene: &Scene<'_>,
    office: &Office,
    altered: Altered,
    out: &Proposals,
) -> Option<&'static str> {
    // `Cựu bí thư Thành ủy`: what alters it has the capital.
    let headed = altered.start < office.start
        && scene.token(altered.start).is_capital()
        && scene.is_sentence_start(altered.start);
    let is_lower = scene.token(office.start).shape == Shape::Lower && !headed;
    if is_lower && !office.has(attribute::LOWER) {
        return None;
    }
    let is_plural = context::is_plural(scene, altered.start, is_known(scene, office));
    if is_held_after(scene, office, CHAIN, out) {
        // `200 Ủy viên Trung ương, Tổng Bí thư Tô Lâm`: the other's holder.
        let others = || {
            let end = term(scene, office.end, out);
            context::is_counted(scene, altered.start)
                && !scene.is_mark(end, ':')
                && !begins_person(scene, end, out)
        };
        let listed = !is_plural || !is_lower && !others();
        return listed.then_some("rule/position/before-person");
    }
    // `từng giữ nhiều chức vụ: | bí thư Huyện ủy Bình Liêu`
    if (!is_lower || office.scope.kind == ScopeKind::Body)
        && context::heads_posts(scene, altered.start, out)
        && names_someone(scene, altered.start, office.end, FAR, out)
    {
        return Some("rule/position/taken");
    }
    // `… như: giảng viên khoa Luật; | Phó Bí thư Đảng ủy`: a later item of such a list.
    if !is_lower
        && scene.is_mark(altered.start.wrapping_sub(1), ';')
        && !is_plural
        && !begins_clause(scene, office.end, out)
        && let Some(head) = context::posts_head(scene, altered.start, out)
        && names_someone(scene, head, office.end, FAR, out)
    {
        return Some("rule/position/taken");
    }
    // `các đồng chí Ủy viên Bộ Chính trị: | Thủ tướng Lê Văn An; …`
    if is_plural && !is_lower && heads_holders(scene, office, out) {
        return Some("rule/position/before-person");
    }
    if is_plural
        || context::is_blocked(scene, altered.start)
        || is_class(scene, office, out)
        || is_honorary(scene, office)
    {
        return None;
    }
    // `Lê Văn An | Ủy viên Bộ Chính trị`: a caption without a comma.
    if !is_lower
        && office.scope.kind == ScopeKind::Body
        && scene.token(altered.start).gap == Gap::Space
        && out.candidates.ending_at(altered.start).any(|c| is_person(c) && c.len() > 2)
    {
        return Some("rule/position/after-person");
    }
    if follows_person(scene, altered.start, out) && !is_after_source(scene, office, altered.start) {
        return Some("rule/position/after-person");
    }
    if !is_lower
        && taken::is_of_life(scene, altered.start, out)
        && !begins_clause(scene, office.end, out)
    {
        return Some("rule/position/taken");
    }
    if follows_dates(scene, altered.start, out) {
        return (!is_lower).then_some("rule/position/taken");
    }
    let is_parted = |end: usize| scene.is_mark(end, ';') && begins_clause(scene, office.end, out);
    match out.office.filter(|last| separator(scene, last.end) == Some(altered.start)) {
        Some(last)
            if last.is_held && (!is_lower || !office.scope.is_none()) && !is_parted(last.end) =>
        {
            return Some("rule/position/coordinated");
        }
        Some(last) if !last.is_held => return None,
        _ => {}
    }
    // `được bầu làm Phó Trưởng phòng | Hồ sơ`: more of the office follows, which no rule has read.
    if is_cut(scene, office, out) {
        return None;
    }
    if let Some(is_taken) = taken(scene, office, altered.start, is_lower, out) {
        return is_taken.then_some("rule/position/taken");
    }
    // `Chủ tịch | Thơ`: the article decides.
    if office.scope.is_none() && !is_known(scene, office) && waits(scene, office, altered, out) {
        return None;
    }
    (!is_lower && stands_for_holder(scene, office, altered.start, out))
        .then_some("rule/position/holder")
}

/// Whether a capital goes on from a title that nothing completes, where neither a name nor another office begins; what everybody knows needs nothing.
fn is_cut(scene: &Scene<'_>, office: &Office, out: &Proposals) -> bool {
    let end = office.end;
    let next = scene.token(end);
    if !office.scope.is_none() || next.gap != Gap::Space || !next.is_capital() || !next.is_word() {
        return false;
    }
    // `bầu làm ĐBQH | Khóa XIV`
    let is_term = term(scene, end, out) > end;
    let mut names = out.candidates.starting_at(end);
    !is_term
        && !scene.has(end, Role::Position.bit())
        && !names.any(|c| c.strength >= Strength::Likely && c.kind != Kind::Place)
        && !begins_person(scene, end, out)
        && !is_known(scene, office)
}

/// Whether everybody knows who holds an office: `Thủ tướng`, `Chủ tịch Quốc hội`.
fn is_known(scene: &Scene<'_>, office: &Office) -> bool {
    let whole = |stop: usize| stop > office.title && stop <= office.end;
    let mut longer = scene.named(office.start, Role::Position);
    office.has(attribute::ALONE)
        || longer.any(|(stop, name)| whole(stop) && name.attributes & attribute::ALONE != 0)
}

/// How many offices a chain has at most.
const CHAIN: usize = 6;

/// Whether a person's name follows an office, or the last of those that are coordinated with it.
fn is_held_after(scene: &Scene<'_>, office: &Office, depth: usize, out: &Proposals) -> bool {
    let at = term(scene, office.end, out);
    if begins_person(scene, at, out) {
        return true;
    }
    // `ý kiến của đại biểu, Bộ trưởng Lê Văn An`: several, and another's name.
    if depth == CHAIN
        && office.scope.is_none()
        && scene.token(office.start).shape == Shape::Lower
        && !office.has(attribute::SELF)
    {
        return false;
    }
    let comma = scene.is_mark(at, ',') || scene.is_mark(at, ':');
    if comma
        && scene.is_joined(at + 1)
        && (introduces_person(scene, at + 1, out)
            || scene.is_mark(at, ':') && begins_person(scene, at + 1, out))
    {
        return true;
    }
    if depth == 0 || scene.is(at, word!("và")) {
        return false;
    }
    let Some(next) = separator(scene, at) else { return false };
    let next = (0..2).fold(next, |next, _| {
        let altering = scene
            .named(next, Role::Modifier)
            .rfind(|(_, name)| name.attributes & attribute::BEFORE != 0);
        altering.map_or(next, |(stop, _)| stop)
    });
    if scene.longest(next, Role::Position).is_none() {
        return false;
    }
    title::read(scene, next, out)
        .is_some_and(|office| is_held_after(scene, &office, depth - 1, out))
}

/// Whether a title that several have heads a list of them: after a word for it, or after a colon where the first is named after another office, `các Ủy viên Bộ Chính trị: | Thủ tướng Lê Văn An`.
fn heads_holders(scene: &Scene<'_>, office: &Office, out: &Proposals) -> bool {
    let mark = term(scene, office.end, out);
    // `3 Phó Chủ tịch UBND tỉnh là | các ông Lê Văn An, Trần Văn Bình`
    if scene.is_joined(mark) && scene.is_any(mark, &phrase!(["là", "gồm"])) {
        return begins_person(scene, mark + 1 + usize::from(scene.is_mark(mark + 1, ':')), out);
    }
    if !scene.is_mark(mark, ':') || !scene.is_joined(mark + 1) {
        return false;
    }
    let first = mark + 1;
    let altering = scene
        .named(first, Role::Modifier)
        .rfind(|(_, name)| name.attributes & attribute::BEFORE != 0);
    let first = altering.map_or(first, |(stop, _)| stop);
    scene.token(first).is_capital()
        && title::read(scene, first, out)
            .is_some_and(|next| is_held_after(scene, &next, CHAIN - 1, out))
}

/// Whether the person before an office only tells what the sentence says of it: `Theo ông Lê Văn An, Chủ tịch xã phải đi cơ sở`; but not in `Theo ông Lê Văn An, Chủ tịch xã, …`.
fn is_after_source(scene: &Scene<'_>, office: &Office, at: usize) -> bool {
    const REACH: usize = 10;
    const DUTIES: Words = words!(["phải", "cần", "nên", "sẽ", "đã", "khóa"]);
    if !scene.is_in(office.end, &DUTIES) || scene.token(office.end).gap != Gap::Space {
        return false;
    }
    let begins = |at: &usize| scene.is(*at, word!("theo")) && scene.is_sentence_start(*at);
    let mut before = (2..REACH).filter_map(|back| at.checked_sub(back));
    before.any(|at| begins(&at))
}

/// Whether an office stands in a list of a person's life, after the time in which it was held: `Từ 2015 đến 2020: Bí thư Huyện ủy`.
fn follows_dates(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let Some(mark) = at.checked_sub(1).filter(|mark| scene.is_mark(*mark, ':')) else {
        return false;
    };
    scene.is_joined(at) && out.candidates.ending_at(mark).any(|c| c.kind == Kind::Date)
}

/// The end of what belongs to an office and stands outside it: `khóa XIII`, `của Quốc hội`, an acronym in parentheses; the token itself where there is none.
pub(super) fn term(scene: &Scene<'_>, at: usize, out: &Proposals) -> usize {
    let mut end = at;
    if scene.is(end, word!("của")) && scene.is_joined(end) {
        let body =
            out.candidates.starting_at(end + 1).filter(|c| is_body(c)).map(|c| c.end()).max();
        end = body.unwrap_or(end);
    }
    if scene.is_any(end, &phrase!(["khóa"]))
        && scene.token(end).gap == Gap::Space
        && !scene.is_any(end + 1, &phrase!(["họp", "học"]))
    {
        end = terms(scene, end + 2);
        // `Trưởng Đoàn đại biểu Quốc hội | khóa XV tỉnh Nghệ An`
        let unit = out.candidates.starting_at(end).filter(|c| c.kind == Kind::Place);
        if scene.is_joined(end) && unit_of(scene, end).is_some() {
            end = unit.map(|c| c.end()).max().unwrap_or(end);
        }
    } else if scene.starts(end, &phrase!(["các", "khóa"])) && is_numeral(scene, end + 2) {
        end = terms(scene, end + 3);
    }
    if scene.is_mark(end, '(') {
        let close = (end + 2..end + 8).find(|at| scene.is_mark(*at, ')'));
        // `(Đại biểu Quốc hội tỉnh Ninh Bình)`: another office; but not `(ĐBQH)`.
        let other =
            close.is_some_and(|close| close > end + 3) && scene.has(end + 1, Role::Position.bit());
        end = close.filter(|_| !other).map_or(end, |close| close + 1);
    }
    end
}

/// The end of more terms after the one that ends before a token: `khóa XI|, XII`, `khóa VII|, VIII và IX`, but not `khóa X|, 2 Phó Chủ tịch`.
fn terms(scene: &Scene<'_>, mut end: usize) -> usize {
    while (scene.is_mark(end, ',') || scene.is(end, word!("và")))
        && is_numeral(scene, end + 1)
        && !(scene.token(end + 2).is_word() && scene.token(end + 2).is_capital())
    {
        end += 2;
    }
    end
}

/// Whether the number of a term stands at a token.
fn is_numeral(scene: &Scene<'_>, at: usize) -> bool {
    let number = || scene.number(at).is_some_and(|number| number < 20);
    scene.is_joined(at) && (scene.is_roman(at) || number())
}

/// The end of the parent of an office's body that stands outside the office after a comma, where another office follows: `Phó Cục trưởng Cục Kiểm ngư|, Bộ Nông nghiệp và Môi trường|, Phó Trưởng Ban Chỉ đạo`; the token itself where there is none.
pub(super) fn parent(scene: &Scene<'_>, office: &Office, at: usize, out: &Proposals) -> usize {
    if office.scope.kind != ScopeKind::Body || !scene.is_mark(at, ',') || !scene.is_joined(at + 1) {
        return at;
    }
    let body = out.candidates.starting_at(at + 1).filter(|c| is_body(c)).map(|c| c.end()).max();
    let goes_on = |end: &usize| {
        (scene.is_mark(*end, ',') || scene.is_mark(*end, ';'))
            && scene.is_joined(*end + 1)
            && scene.longest(*end + 1, Role::Position).is_some()
    };
    body.filter(goes_on).unwrap_or(at)
}

/// Whether a person's name begins at a token, with or without a rank or a form of address before it.
pub(super) fn begins_person(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    scene.token(at).gap == Gap::Space && (is_name(at, out) || introduces_person(scene, at, out))
}

pub(super) fn is_name(at: usize, out: &Proposals) -> bool {
    out.candidates.starting_at(at).any(is_person)
}

/// Whether ranks or forms of address begin at a token and lead to a person's name: `Đại tá, TS Nguyễn Văn An`.
fn introduces_person(scene: &Scene<'_>, mut at: usize, out: &Proposals) -> bool {
    for step in 0..4 {
        if step > 0 && is_name(at, out) {
            return true;
        }
        const INTRODUCING: u64 = Role::Rank.bit() | Role::Honorific.bit() | Role::Branch.bit();
        if !scene.has(at, INTRODUCING) {
            return false;
        }
        let introducing =
            scene.matches(at).iter().filter(|found| found.role.bit() & INTRODUCING != 0);
        let Some(end) = introducing.map(|found| found.end as usize).max() else { return false };
        at = if scene.is_mark(end, ',') || scene.is_mark(end, '.') { end + 1 } else { end };
    }
    false
}

/// Whether a comma or a word for `and` joins an office to the one before it.
pub(super) fn joins(scene: &Scene<'_>, end: usize, at: usize) -> bool {
    separator(scene, end) == Some(at) && !scene.is_mark(end, ';') && !scene.is_mark(end, '(')
}

/// The token after what separates coordinated offices.
pub(super) fn separator(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let marked = [',', '-', ';', '('].iter().any(|mark| scene.is_mark(at, *mark));
    let worded = scene.token(at).gap == Gap::Space && scene.is_any(at, &phrase!(["và", "kiêm"]));
    if !marked && !worded {
        return None;
    }
    let mut next = at + 1;
    if scene.is_any(next, &phrase!(["kiêm", "đồng", "và"])) {
        next += 1;
        if scene.is_any(next, &phrase!(["thời", "nhiệm"])) {
            next += 1;
            if scene.is(next, word!("là")) {
                next += 1;
            }
        }
    }
    scene.is_joined(next).then_some(next)
}

/// Whether an office stands in apposition to a person's name before it: `Lê Văn An, Bí thư`; `Lê Văn An (SN 1975), hiện là Bí thư`.
fn follows_person(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    if !scene.is_joined(at) {
        return false;
    }
    let at = context::modifier(scene, at, attribute::CONTINUES).map_or(at, |(start, _)| start);
    let Some(mark) = at.checked_sub(1) else { return false };
    if ![',', '-', '(', ':'].iter().any(|c| scene.is_mark(mark, *c)) {
        return false;
    }
    let mark = before_people(scene, mark);
    if ends_person(mark, out) {
        return true;
    }
    let before = mark.wrapping_sub(1);
    if scene.is_mark(before, ')') {
        let open = (2..12)
            .filter_map(|back| before.checked_sub(back - 1))
            .find(|at| scene.is_mark(*at, '('));
        return open.is_some_and(|open| ends_person(open, out));
    }
    // `Lê Văn An, 45 tuổi, trưởng thôn`, `Lê Văn An (45 tuổi, trưởng thôn)`.
    let aged = scene.is_any(before, &phrase!(["tuổi"]))
        || scene.token(before).shape == Shape::Number
            && scene.is_any(before.wrapping_sub(1), &phrase!(["năm", "sn"]));
    aged && (2..6)
        .filter_map(|back| mark.checked_sub(back))
        .any(|at| (scene.is_mark(at, ',') || scene.is_mark(at, '(')) && ends_person(at, out))
}

/// The mark before someone's people, where that ends before another mark: `sinh năm 1970|, dân tộc Tày, Phó Bí thư`; else that mark.
fn before_people(scene: &Scene<'_>, mark: usize) -> usize {
    /// Words of a people's name at most.
    const LONGEST: usize = 3;
    let told = (3..3 + LONGEST).filter_map(|back| mark.checked_sub(back)).find(|at| {
        scene.starts(*at, &phrase!(["dân", "tộc"]))
            && (*at + 2..mark).all(|inner| scene.token(inner).is_capital())
    });
    let before = told.and_then(|at| at.checked_sub(1));
    before.filter(|at| [',', '('].iter().any(|c| scene.is_mark(*at, *c))).unwrap_or(mark)
}

fn ends_person(at: usize, out: &Proposals) -> bool {
    out.candidates.ending_at(at).any(is_person)
}

/// Whether an office after a semicolon begins another clause, whose subject it is: `…; | Bộ trưởng Bộ Quốc phòng có quyết định`.
fn begins_clause(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let end = term(scene, at, out);
    let dated = || out.candidates.starting_at(end).any(|c| c.kind == Kind::Date);
    scene.token(end).gap == Gap::Space
        && scene.token(end).shape == Shape::Lower
        && separator(scene, end).is_none()
        && !scene.is_any(end, &phrase!(["thuộc", "của", "lâm"]))
        && !dated()
}

/// Whether a capitalised title stands for whoever holds it: `Thủ tướng yêu cầu`, `theo Giám đốc Sở Y tế`.
fn stands_for_holder(scene: &Scene<'_>, office: &Office, at: usize, out: &Proposals) -> bool {
    /// What after a title makes it a class of titles.
    const CLASSES: Words = words!(["các", "những", "mỗi", "nào", "thuộc", "dân"]);
    if !office.has(attribute::HOLDER)
        || office.scope.kind == ScopeKind::Small && !office.has(attribute::ALONE)
        || scene.is_joined(office.end) && scene.is_in(office.end, &CLASSES)
        || is_level(scene, office.end)
    {
        return false;
    }
    // An item of a list of posts: `…; Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh; …`.
    let item = scene.is_mark(at.wrapping_sub(1), ';')
        && [';', '.', ',', '…'].iter().any(|mark| scene.is_mark(office.end, *mark));
    if item && !office.has(attribute::ALONE) {
        return false;
    }
    if !office.scope.is_none() {
        return true;
    }
    // `số lượng Phó Giám đốc ở các tỉnh`
    if scene.is_any(office.end, &phrase!(["ở", "tại"]))
        && scene.is_any(office.end + 1, &phrase!(["các", "mỗi"]))
    {
        return false;
    }
    // `Chủ tịch kiêm Giám đốc điều hành Tập đoàn FLC`, `Bí thư, Chủ tịch Hà Nội`
    if shares_scope(scene, office, out) {
        return true;
    }
    // An acronym alone may be anything: `TBT`.
    let first = scene.token(office.start);
    if office.title == office.start + 1 && first.shape == Shape::Upper {
        return false;
    }
    if office.has(attribute::ALONE) {
        return true;
    }
    // `Bên cạnh đó, Phó Chủ tịch yêu cầu`
    if acts(scene, office.end) {
        return true;
    }
    // Without its body, only where the capital says something.
    let before = scene.before(at);
    !scene.is_sentence_start(at) && before.is_word() && before.shape == Shape::Lower
}

/// Whether a title has its body in common with the one after it: `Chủ tịch | và | Tổng Thư ký FIFA`; but not with a deputy's.
fn shares_scope(scene: &Scene<'_>, office: &Office, out: &Proposals) -> bool {
    let next = separator(scene, office.end).filter(|next| {
        scene.token(*next).is_capital()
            && scene.has(*next, Role::Position.bit())
            && !scene.is(*next, word!("phó"))
    });
    let next = next.and_then(|next| title::read(scene, next, out));
    next.is_some_and(|next| {
        !next.scope.is_none()
            && next.scope.kind != ScopeKind::Small
            && next.has(attribute::HOLDER)
            && !is_level(scene, next.end)
    })
}

/// Whether what only one who holds an office does stands at a token: `yêu cầu`, `nhấn mạnh`.
fn acts(scene: &Scene<'_>, at: usize) -> bool {
    const ACTS: [[Sym; 2]; 14] = [
        phrase!(["yêu", "cầu"]),
        phrase!(["đề", "nghị"]),
        phrase!(["khẳng", "định"]),
        phrase!(["nhấn", "mạnh"]),
        phrase!(["cho", "biết"]),
        phrase!(["cho", "rằng"]),
        phrase!(["cho", "hay"]),
        phrase!(["chỉ", "đạo"]),
        phrase!(["kết", "luận"]),
        phrase!(["lưu", "ý"]),
        phrase!(["nêu", "rõ"]),
        phrase!(["bày", "tỏ"]),
        phrase!(["chia", "sẻ"]),
        phrase!(["phát", "biểu"]),
    ];
    // `Bí thư cũng lưu ý`
    let is_tense = scene.is_any(at, &phrase!(["cũng", "đã", "còn"]));
    let at = at + usize::from(is_tense && scene.token(at).gap == Gap::Space);
    scene.token(at).gap == Gap::Space
        && (ACTS.iter().any(|act| scene.starts(at, act)) || scene.is(at, word!("nói")))
}

/// Whether a name that waits for the article follows an office: `Chủ tịch | Thơ`.
pub(super) fn waits(scene: &Scene<'_>, office: &Office, altered: Altered, out: &Proposals) -> bool {
    let is_waiting = |c: &crate::candidate::Candidate| c.kind == Kind::Person;
    office.scope.new.is_none()
        && scene.token(office.end).gap == Gap::Space
        && !context::is_plural(scene, altered.start, false)
        && out.candidates.starting_at(office.end).any(is_waiting)
}
