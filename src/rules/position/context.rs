//! What stands before a title and tells what it is.

use crate::Kind;
use crate::candidate::Strength;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// What alters an office, from outside it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Altered {
    /// Where the words that alter it begin: the office itself where there are none.
    pub(super) start: usize,
    pub(super) is_former: bool,
    pub(super) is_acting: bool,
}

/// The words of a kind that end before a token: where the longest begins, and its flags.
#[inline]
pub(super) fn modifier(scene: &Scene<'_>, at: usize, flag: u32) -> Option<(usize, u32)> {
    let ends = scene.ends(at, Role::Modifier.bit()) && scene.is_joined(at);
    if ends { modifier_before(scene, at, flag) } else { None }
}

#[inline(never)]
fn modifier_before(scene: &Scene<'_>, at: usize, flag: u32) -> Option<(usize, u32)> {
    (1..=5).rev().filter_map(|back| at.checked_sub(back)).find_map(|start| {
        let mut names = scene.named(start, Role::Modifier);
        let found = names.find(|(stop, name)| *stop == at && name.attributes & flag != 0);
        found.map(|(_, name)| (start, name.attributes))
    })
}

/// What alters the office that begins at a token: `nguyên`, `quyền`, `Tân`.
pub(super) fn altered(scene: &Scene<'_>, at: usize) -> Altered {
    let mut altered = Altered { start: at, ..Altered::default() };
    // `Lê Văn An, nguyên: | Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh`
    if let Some(colon) = at.checked_sub(1).filter(|mark| scene.is_mark(*mark, ':'))
        && scene.is_joined(at)
        && let Some((start, flags)) = modifier(scene, colon, attribute::BEFORE)
        && flags & attribute::FORMER != 0
        && [',', '-', '('].iter().any(|mark| scene.is_mark(start.wrapping_sub(1), *mark))
    {
        return Altered { start, is_former: true, is_acting: false };
    }
    for _ in 0..2 {
        let Some((start, flags)) = modifier(scene, altered.start, attribute::BEFORE) else { break };
        if is_power(scene, start) {
            break;
        }
        altered.start = start;
        altered.is_former |= flags & attribute::FORMER != 0;
        altered.is_acting |= flags & attribute::ACTING != 0;
    }
    altered
}

/// Whether `quyền` at a token is the end of a word for power, rather than say that an office is held for the time being: `thẩm quyền | Thủ tướng`, `chính quyền | Tổng thống Lê Văn An`, `ủy quyền | Bộ trưởng`.
fn is_power(scene: &Scene<'_>, at: usize) -> bool {
    const FIRST: Words = words!(["thẩm", "chính", "ủy", "cầm", "toàn"]);
    scene.is(at, word!("quyền"))
        && scene.token(at).shape == Shape::Lower
        && scene.is_joined(at)
        && scene.is_in(at.wrapping_sub(1), &FIRST)
}

/// Whether a title lies in a longer one, or in a name that goes on from before it: `Chủ tịch` in `Phó Chủ tịch`, `Bí thư` in `Ban Bí thư`, `Chủ tịch` in `Phủ Chủ tịch`.
pub(super) fn is_inside(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    /// Tokens that a title, or the name around it, may have before it, at most.
    const LONGEST_TITLE: usize = 5;
    const LONGEST_NAME: usize = 8;
    // `Bộ | Tư lệnh Vệ binh Tổng thống`
    let half = scene.is(at, word!("tư"))
        && scene.is(at.wrapping_sub(1), word!("bộ"))
        && scene.before(at).is_capital();
    let is_titled = |start: usize| {
        scene.named(start, Role::Position).any(|(stop, _)| stop > at)
            && is_written(scene, start, at)
    };
    let holds = |start: usize, kind: Kind| match kind {
        Kind::Organization => scene.token(start).shape != Shape::Lower,
        Kind::Place | Kind::Document | Kind::Position | Kind::Person => true,
        _ => false,
    };
    let is_held = |start: usize| {
        let mut names = out.candidates.starting_at(start);
        names.any(|c| c.end() > at && c.strength >= Strength::Likely && holds(start, c.kind))
    };
    let is_in = |back: usize| {
        at.checked_sub(back)
            .is_some_and(|start| back <= LONGEST_TITLE && is_titled(start) || is_held(start))
    };
    half || (1..=LONGEST_NAME).any(is_in)
}

/// Whether words may be one title as they are written: not `chức vụ | Phó`, where a small letter comes before a capital, save in `phó Chủ tịch`.
pub(super) fn is_written(scene: &Scene<'_>, start: usize, inner: usize) -> bool {
    let small = scene.token(start).shape == Shape::Lower && scene.token(inner).is_capital();
    !small || scene.is(start, word!("phó"))
}

/// Whether the words from a token to before another may be one title as they are written.
pub(super) fn are_written(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    scene.token(start).shape != Shape::Lower
        || (start + 1..end).all(|inner| is_written(scene, start, inner))
}

/// Whether the words before a token make the title there no holder's: `cấp Bộ trưởng`, `bầu cử Tổng thống`.
pub(super) fn is_blocked(scene: &Scene<'_>, at: usize) -> bool {
    /// What announces a list of posts: `các chức vụ sau:`, `gồm:`.
    const ANNOUNCING: Words = words!(["gồm", "sau", "vụ", "danh", "như"]);
    let before = if scene.is_mark(at.wrapping_sub(1), ':') {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    let announced = scene.is_joined(at)
        && scene.is_in(before, &ANNOUNCING)
        && scene.token(before).shape == Shape::Lower;
    let listed = announced && (before + 2 == at || scene.is(before, word!("gồm")));
    listed || modifier(scene, at, attribute::BLOCKS).is_some()
}

/// Whether the words before a token make the title there several: `các Phó Chủ tịch`, `3 Phó Cục trưởng`; but not `hai Thủ tướng`, who are known.
pub(super) fn is_plural(scene: &Scene<'_>, at: usize, is_known: bool) -> bool {
    const COUNTS: Words = words!(["hai", "ba", "bốn", "sáu", "bảy", "tám", "chín"]);
    if !scene.is_joined(at) {
        return false;
    }
    let share = scene.is_mark(at.wrapping_sub(1), '%');
    let counted = share || scene.is_in(at.wrapping_sub(1), &COUNTS) && !is_known;
    // `bầu bổ sung 5 chức danh | Phó Trưởng Ban`
    let posts = modifier(scene, at, attribute::HOLDS)
        .is_some_and(|(post, _)| scene.is(post, word!("chức")) && is_counted(scene, post));
    is_counted(scene, at) || counted || posts || modifier(scene, at, attribute::MANY).is_some()
}

/// Whether a figure counts the title after it: `200 Ủy viên Trung ương`; but not a day's.
pub(super) fn is_counted(scene: &Scene<'_>, at: usize) -> bool {
    let before = scene.before(at);
    // `Có 5 | cựu Bí thư Tỉnh ủy`, but not `Quận 7 | Chủ tịch`
    let tells = |at: usize| scene.is_any(at, &phrase!(["có", "thêm", "hơn"]));
    scene.is_joined(at)
        && before.shape == Shape::Number
        // `chương trình 2017 | Chủ nhiệm Ủy ban`
        && before.end - before.start < 4
        // `… Tỉnh ủy. 6 Bí thư Tỉnh ủy`: a stop that ends a sentence is no part of a day.
        && !(scene.is_glued(at.wrapping_sub(1))
            && ['/', '-', '.'].iter().any(|mark| scene.is_mark(at.wrapping_sub(2), *mark)))
        && (!scene.token(at.wrapping_sub(2)).is_capital() || tells(at.wrapping_sub(2)))
        && !scene.is_in(at.wrapping_sub(2), &words!(["ngày", "năm", "tháng", "quý", "số", "thứ"]))
}

/// Whether the words before a token announce the posts that someone had: `từng giữ các chức vụ: | Phó Vụ trưởng`, `trải qua nhiều vị trí công tác như | Bí thư`, `giữ các chức danh, chức vụ quan trọng của Đại học Huế như: | Trưởng ban`.
pub(super) fn heads_posts(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    const POSTS: [[Sym; 2]; 4] = [
        phrase!(["chức", "vụ"]),
        phrase!(["chức", "danh"]),
        phrase!(["cương", "vị"]),
        phrase!(["vị", "trí"]),
    ];
    const HAVING: Words = words!(["giữ", "qua", "nhiệm", "nhận"]);
    const NEAR: usize = 3;
    /// Words that tell more of the posts, at most: `công tác quan trọng của trung ương và địa phương`, `lãnh đạo, quản lý`.
    const MORE: usize = 10;
    let mark = at - usize::from(scene.is_mark(at.wrapping_sub(1), ':'));
    let end = mark - usize::from(scene.is_any(mark.wrapping_sub(1), &phrase!(["như", "gồm"])));
    if end == at {
        return false;
    }
    // `… của Đại học Huế | như:`
    let of_body = || {
        let bodies = out.candidates.ending_at(end).filter(|c| c.kind == Kind::Organization);
        let start = bodies.map(|c| c.start()).min()?.checked_sub(1)?;
        scene.is_any(start, &phrase!(["của", "tại"])).then_some(start)
    };
    let end = of_body().unwrap_or(end);
    let goes_on = |at: usize| {
        scene.is_joined(at)
            && (scene.token(at).shape == Shape::Lower
                || scene.is_mark(at, ',')
                || scene.is_mark(at, '/'))
    };
    let posts = (2..=2 + MORE).filter_map(|back| end.checked_sub(back));
    let mut posts = posts
        .take_while(|at| goes_on(*at + 1))
        .filter(|at| POSTS.iter().any(|post| scene.starts(*at, post)));
    // `người giữ các chức vụ như | Giám đốc Sở`: whoever it is.
    let is_anyone = |at: usize| {
        let mut before = (1..=2).filter_map(|back| at.checked_sub(back));
        before.any(|at| scene.is(at, word!("người")))
    };
    posts.any(|first| {
        let mut before = (1..=NEAR).filter_map(|back| first.checked_sub(back));
        // `Lê Văn An, sinh năm 1986; chức vụ: | Phó Trưởng Ban`, but not `đề nghị quy định rõ, chức danh lãnh đạo gồm: | Trưởng ban`
        let is_told = first + 3 == at
            && scene.is_mark(first + 2, ':')
            && [';', ','].iter().any(|mark| scene.is_mark(first.wrapping_sub(1), *mark));
        is_told || before.any(|at| scene.is_in(at, &HAVING) && !is_anyone(at))
    })
}

/// Where the first of the posts stands that a list announces before the token: `từng giữ các chức vụ: | giảng viên; Phó Trưởng khoa; …`.
pub(super) fn posts_head(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    /// Tokens of a list at most.
    const FARTHEST: usize = 90;
    let stops = |at: usize| {
        let token = scene.token(at);
        token.gap == Gap::Line || token.is_mark('.') && !scene.is_glued(at + 1)
    };
    let before = (1..FARTHEST).map_while(|back| at.checked_sub(back));
    let mut before = before.take_while(|at| !stops(*at));
    before.find(|at| {
        let announces = scene.is_mark(at.wrapping_sub(1), ':')
            || scene.is_any(at.wrapping_sub(1), &phrase!(["như", "gồm"]));
        announces && heads_posts(scene, *at, out)
    })
}
