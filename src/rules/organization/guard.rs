//! Whether a head with what follows it is a body where it stands: `công an Lào`, `Doanh nghiệp Việt Nam` and the `báo` of `tình báo` are none.

use super::body::{Body, DEEPEST};
use super::head::Head;
use super::{generic, listed};
use crate::Kind;
use crate::gazetteer::{Level, Name, Role, attribute};
use crate::rules::Scene;
use crate::text::{Shape, Sym, phrase, word, words};

/// Whether a head with what was read after it is a body.
pub(crate) fn is_whole(scene: &Scene<'_>, at: usize, body: &Body, depth: usize) -> bool {
    let head = &body.head;
    if body.parts == 0 {
        return (head.has(attribute::ALONE) || is_commission(scene, at, head.end))
            && !listed::is_work(scene, at, head.end)
            && (!head.is_lower || depth < DEEPEST)
            && !is_shouted_word(scene, at, head.end);
    }
    // `Tàu Biên phòng`: a ship has a number or a name, and what its force does is none; `Hòa Bình` is both.
    let nameless = scene.is(at, word!("tàu"))
        && scene.longest(head.end, Role::Field).is_some_and(|(end, _)| end == body.end)
        && !scene.has(head.end, Role::Place.bit());
    // `những người làm báo Nghệ An`: the trade, where a place tells; `làm báo Tuổi Trẻ` tells the paper.
    let is_trade = head.is_lower
        && body.parts == attribute::PLACE
        && scene.is(at, word!("báo"))
        && scene.is_joined(at)
        && scene.is_any(at.wrapping_sub(1), &phrase!(["làm", "viết"]));
    if nameless || is_trade || is_of_land(scene, at, body) || is_delegation(scene, at, body) {
        return false;
    }
    if !head.is_lower || depth < DEEPEST || is_led(scene, at) {
        return true;
    }
    if body.parts & attribute::TITLE != 0 {
        return false;
    }
    // `tại đồn Biên phòng`: there are many, and none is named.
    let is_post = scene.is(at, word!("đồn")) && body.parts == attribute::FIELD;
    let field = body.parts & (attribute::FIELD | attribute::BODY) != 0
        && scene.token(head.end).is_capital()
        && !is_post;
    let proper = body.parts & (attribute::PLACE | attribute::NAME) != 0
        || body.parts & attribute::NUMBER != 0 && head.end > at + 1;
    field || proper && head.has(attribute::STRONG) && !is_land(scene, body, head.end)
}

/// Whether "Ban Tổ chức" is that of a Party committee, which other bodies of it tell beside it, and not who holds an event: `Ban Tổ chức`, Ủy ban Kiểm tra, Văn phòng Tỉnh ủy.
fn is_commission(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let is_committee = |at: usize| scene.token(at).is_capital() && generic::is_committee(scene, at);
    let is_other = |at: usize| {
        let mut heads = scene.named(at, Role::Head);
        let office = || scene.starts(at, &phrase!(["văn", "phòng"])) && is_committee(at + 2);
        scene.token(at).is_capital()
            && scene.is_joined(at)
            && (heads.any(|(_, head)| is_party_commission(scene, head)) || office())
    };
    scene.starts(at, &phrase!(["ban", "tổ", "chức"]))
        && end == at + 3
        && scene.token(at).is_capital()
        && generic::is_joint(scene, end)
        && scene.is_joined(end)
        && is_other(end + 1)
}

fn is_party_commission(scene: &Scene<'_>, head: &Name) -> bool {
    scene.row(head).is_some_and(|row| row.get("type") == "party-commission")
}

/// Whether "Đoàn" with a body is those whom it sent, who are none: `Đoàn | Quân ủy Trung ương`, `đoàn | Chính phủ Lào`; the youth of a ministry or a school is one (`Đoàn Bộ Tài chính`), and so is any that has a secretary (`Bí thư Đoàn Quốc hội`).
fn is_delegation(scene: &Scene<'_>, at: usize, body: &Body) -> bool {
    const SENDERS: [[Sym; 2]; 9] = [
        phrase!(["lực", "lượng"]),
        phrase!(["ban", "chấp"]),
        phrase!(["quốc", "hội"]),
        phrase!(["chính", "phủ"]),
        phrase!(["quân", "ủy"]),
        phrase!(["đảng", "ủy"]),
        phrase!(["tỉnh", "ủy"]),
        phrase!(["thành", "ủy"]),
        phrase!(["ủy", "ban"]),
    ];
    let sender = || {
        SENDERS.iter().any(|sender| scene.starts(at + 1, sender))
            || scene.is_in(at + 1, &words!(["bch", "hđnd", "ubnd"]))
    };
    let is_youth = || scene.is_in(at.wrapping_sub(1), &words!(["thư", "hành"]));
    scene.is(at, word!("đoàn"))
        && body.head.end == at + 1
        && body.parts == attribute::BODY
        && sender()
        && !(scene.is_joined(at) && is_youth())
}

/// Whether a head with a country is no name of a body, for there are many: `Doanh nghiệp Việt Nam`, `Bệnh viện Lào`.
fn is_of_land(scene: &Scene<'_>, at: usize, body: &Body) -> bool {
    // `báo Mỹ New York Times`: the name begins after the country.
    let told = scene.is_in(at, &words!(["báo", "hãng", "đài", "kênh"]))
        && scene.named(body.head.end, Role::Place).any(|(end, name)| {
            Level::of(name.attributes) == Level::Country
                && end < body.end
                && scene.longest(end, Role::Organization).is_some()
        });
    // `Doanh nghiệp Việt`
    let is_vietnamese = body.end == body.head.end + 1 && scene.is(body.head.end, word!("việt"));
    // `doanh nghiệp FDI`
    let foreign = scene.is_any(at, &phrase!(["doanh", "dn"])) && scene.text(body.head.end) == "FDI";
    foreign
        || told
        || body.head.has(attribute::MANY)
            && body.parts & !(attribute::PLACE | attribute::NAME) == 0
            && (is_vietnamese
                || scene.named(body.head.end, Role::Place).any(|(end, name)| {
                    end == body.end && Level::of(name.attributes) == Level::Country
                }))
}

/// Whether an office that a lower-case head completes stands before it: `Trưởng đoàn ĐBQH tỉnh`, `Phó trưởng công an huyện`.
fn is_led(scene: &Scene<'_>, at: usize) -> bool {
    const OFFICES: [Sym; 3] = phrase!(["trưởng", "phó", "chánh"]);
    let before = at.wrapping_sub(1);
    let deputy = scene.is(at.wrapping_sub(2), word!("phó")) && scene.is_joined(before);
    scene.is_joined(at)
        && scene.is_any(before, &OFFICES)
        && (scene.before(at).is_capital() || deputy)
}

/// Whether all that follows a head in small letters is a country or a place abroad: `báo Mỹ`, `công an Lào`, `bệnh viện Gaza` are no names.
fn is_land(scene: &Scene<'_>, body: &Body, start: usize) -> bool {
    let is_abroad = |level: Level| matches!(level, Level::Country | Level::City | Level::State);
    body.parts == attribute::PLACE
        && scene.named(start, Role::Place).filter(|(end, _)| *end == body.end).count() > 0
        && scene
            .named(start, Role::Place)
            .filter(|(end, _)| *end == body.end)
            .all(|(_, name)| is_abroad(Level::of(name.attributes)))
}

fn is_shouted_word(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    end == at + 1 && scene.token(at).shape == Shape::Upper && scene.text(at).chars().count() <= 2
}

/// Whether what is royal at a token is an army or a government in small letters: `quân đội | Hoàng gia Campuchia`.
pub(super) fn is_royal(scene: &Scene<'_>, at: usize) -> bool {
    scene.starts(at, &phrase!(["hoàng", "gia"]))
        && scene.is_joined(at)
        && scene.is_any(at.wrapping_sub(1), &phrase!(["đội", "quân", "phủ"]))
        && scene.before(at.wrapping_sub(1)).shape == Shape::Lower
}

/// Whether the words between two tokens are the end of others that hold no body: `đồn | Biên phòng`, `công ty | CP`.
#[inline]
pub(super) fn ends_word(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let ends =
        |start: usize| scene.has(start, Role::Enclosing.bit()) && encloses(scene, start, at, end);
    ends(at.wrapping_sub(1)) || ends(at.wrapping_sub(2))
}

fn encloses(scene: &Scene<'_>, start: usize, at: usize, end: usize) -> bool {
    let is_lower = scene.token(at).shape == Shape::Lower;
    scene
        .named(start, Role::Enclosing)
        .any(|(stop, name)| stop >= end && (is_lower || name.attributes & attribute::LOWER == 0))
}

/// Whether heads that begin at a token are rather part of another word there: `nhà báo`, `Thượng viện`.
pub(crate) fn is_other_word(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let is_lower = scene.token(at).shape == Shape::Lower;
    let is_title = scene.token(at).shape == Shape::Title;
    let blocked = |back: usize| {
        let start = at.wrapping_sub(back);
        // `khởi công | Trường Tiểu học Bình Minh`: a word of two syllables has no capital in the second.
        let is_apart = back == 1 && is_title && scene.token(start).shape == Shape::Lower;
        scene.blocked(start, Kind::Organization).any(|end| end > at + usize::from(is_apart))
    };
    // The second syllable of a word in a capital: `Thượng viện`, `Môi trường`; `Agribank chi nhánh Thăng Long` goes on.
    let second = || {
        is_lower
            && scene.before(at).shape == Shape::Title
            && scene.is_joined(at)
            && !scene.starts(at, &phrase!(["chi", "nhánh"]))
            // `Bí thư Đoàn | trường Đại học Vinh`
            && !(scene.is(at, word!("trường")) && scene.is(before, word!("đoàn")))
            && !scene.is_sentence_start(before)
            && !is_led(scene, at)
    };
    // `đến báo Công an phường`, but `báo Công an TP.HCM`: no unit below has a paper.
    let reports = || {
        is_lower
            && scene.is(at, word!("báo"))
            && scene.starts(at + 1, &phrase!(["công", "an"]))
            && generic::unit_of(scene, at + 3)
                .is_some_and(|(_, level)| matches!(level, Level::District | Level::Commune))
    };
    // `các Đội CSGT số 1, 2`: a class of squads; the police that it names is none of them.
    let squads = || {
        scene.is_joined(at)
            && scene.is_any(before, &phrase!(["đội", "trạm"]))
            && (scene.starts(at, &phrase!(["cảnh", "sát"])) || scene.is(at, word!("csgt")))
            && generic::is_plural(scene, before)
    };
    // `Phó Trưởng ban Thường trực`: which deputy it is; but `Trưởng Ban Thường trực Quốc hội`.
    let standing = || {
        scene.starts(at, &phrase!(["ban", "thường", "trực"]))
            && scene.is(before, word!("trưởng"))
            && scene.is_joined(at)
            && !scene.starts(at + 3, &phrase!(["quốc", "hội"]))
    };
    // `Đoàn | Chủ tịch nước do Phó Chủ tịch nước dẫn đầu`
    let head_of_state = || scene.starts(at, &phrase!(["đoàn", "chủ", "tịch", "nước"]));
    (1..=2).any(blocked)
        || ends_word(scene, at, at + 1)
        || is_royal(scene, at)
        || standing()
        || head_of_state()
        || second()
        || reports()
        || squads()
        || listed::is_standing_deputy(scene, at)
}

/// Whether the head is rather part of a longer word or name there: `Hội nghị`, `Đoàn kết`, `Bộ trưởng`.
pub(crate) fn is_other_head(scene: &Scene<'_>, at: usize, head: &Head) -> bool {
    // `Đội Hình sự` is no `đội hình`.
    let goes_over = |end: usize| {
        scene.token(at + 1).shape == Shape::Title
            && scene.longest(at + 1, Role::Field).is_some_and(|(field, _)| field > end)
    };
    let is_over = |end: usize| end > head.end && !goes_over(end);
    // `Cúp C1 châu Á`
    let cup =
        || scene.is(at.wrapping_sub(1), word!("cúp")) && scene.is_joined(at) && head.is_listed;
    // `Trưởng phòng | Phòng Cảnh sát hình sự`; but `Trưởng phòng Phòng, chống ma túy`.
    let twice = || {
        head.is_lower
            && head.end == at + 1
            && scene.token(at + 1).sym == scene.token(at).sym
            && scene.token(at + 1).shape == Shape::Title
            && scene.longest(at + 1, Role::Field).is_none_or(|(field, _)| field == at + 2)
    };
    scene.blocked(at, Kind::Organization).any(is_over)
        || head.end == at + 1 && is_part_of_name(scene, at, head)
        || twice()
        || cup()
}

/// Whether a head of one word is a part of the name of a place or of a person there.
fn is_part_of_name(scene: &Scene<'_>, at: usize, head: &Head) -> bool {
    let before = at.wrapping_sub(1);
    let next = scene.token(at + 1);
    // A class word before it makes it a place's name: `khu phố Hội Phú`.
    let place = || {
        scene.ends(at, Role::Class.bit())
            && scene.before(at).shape == Shape::Lower
            && !head.is_listed
            && generic::unit(scene, before).or_else(|| generic::unit(scene, at.wrapping_sub(2)))
                == Some(at)
    };
    // `Đài Loan`, `Hội An`
    let named = || {
        let mut names = scene.named(at, Role::Place);
        names.any(|(end, name)| {
            let level = Level::of(name.attributes);
            end > at + 1
                && !matches!(level, Level::Commune | Level::Village)
                && scene.longest(at + 1, Role::Field).is_none_or(|(field, _)| field < end)
        })
    };
    // `Tây Ban Nha`: so is one within such a name.
    let within = || {
        scene.before(at).is_capital()
            && scene
                .named(before, Role::Place)
                .any(|(end, name)| end > at + 1 && Level::of(name.attributes) == Level::Country)
    };
    // `ông Đoàn Thế Quảng`
    let addressed = || {
        scene.is_in(before, &words!(["ông", "bà", "anh", "chị", "em", "cô", "cháu"]))
            && next.shape == Shape::Title
            && scene.token(at + 2).shape == Shape::Title
    };
    next.shape == Shape::Title && !head.is_listed && named()
        || scene.is_joined(at) && (place() || within() || addressed())
}
