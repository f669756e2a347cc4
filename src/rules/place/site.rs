//! Buildings and monuments whose names are composed: `Nhà khách Quốc gia Akasaka`, `Nghĩa trang liệt sĩ phường Hoài Hảo`, `Lăng Chủ tịch Hồ Chí Minh`.
//!
//! ```text
//! site = class { filler | class | "-" class | body } (name | place)
//! ```
//!
//! Nothing nests in them.

use super::PlaceReading;
use super::class_word::class_of;
use super::context::is_counted;
use super::name;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, Sym, phrase};

/// Class words of buildings and monuments.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/site"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

/// Words that stand in small letters inside such names.
const FILLERS: [Sym; 52] = phrase([
    "liệt",
    "sĩ",
    "sỹ",
    "quốc",
    "gia",
    "nhân",
    "dân",
    "thanh",
    "niên",
    "xung",
    "phong",
    "lịch",
    "sử",
    "văn",
    "hóa",
    "cách",
    "mạng",
    "chiến",
    "thắng",
    "anh",
    "hùng",
    "danh",
    "đồng",
    "chí",
    "chủ",
    "tịch",
    "tổng",
    "bí",
    "thư",
    "bà",
    "mẹ",
    "tưởng",
    "niệm",
    "quân",
    "tình",
    "nguyện",
    "vua",
    "hữu",
    "nghị",
    "tiểu",
    "đoàn",
    "trung",
    "đội",
    "lưu",
    "học",
    "sinh",
    "đặc",
    "biệt",
    "tế",
    "viên",
    "nước",
    "đường",
]);

/// Tokens of a name at most.
const LONGEST: usize = 16;

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    for found in scene.matches(at).iter().rev() {
        let Some(class) = class_of(scene, at, found) else { continue };
        if class.attributes & attribute::TITLE == 0 || is_counted(scene, at) {
            continue;
        }
        let start = found.end as usize;
        let Some(end) = read(scene, at, start, out) else { continue };
        let reading = PlaceReading {
            at: start as u32,
            name: scene.token(start).start - scene.token(at).start,
            level: Level::of(class.attributes),
            class: Some(found.name),
        };
        let payload = out.place(reading);
        out.push(
            Candidate::new(Kind::Place, at, end, "rule/place/site")
                .strength(Strength::Certain)
                .closed()
                .payload(payload),
        );
        return;
    }
}

/// The end of the name of a building whose class word stands before a token.
fn read(scene: &Scene<'_>, at: usize, start: usize, out: &Proposals) -> Option<usize> {
    let mut next = start;
    let mut end = None;
    while next < at + LONGEST && (scene.is_joined(next) || next == start && next > at) {
        let token = scene.token(next);
        if !scene.is_joined(next) {
            break;
        }
        if let Some(unit) = out
            .candidates
            .longest(next, Kind::Place)
            .filter(|c| c.rule.starts_with("rule/place/class"))
        {
            return Some(unit.end());
        }
        let class = scene
            .longest(next, Role::Class)
            .filter(|(_, class)| class.attributes & attribute::TITLE != 0);
        if let Some((stop, _)) = class {
            next = stop;
            continue;
        }
        if token.is_mark('-') && scene.longest(next + 1, Role::Class).is_some() {
            next += 1;
            continue;
        }
        if token.shape == Shape::Lower && FILLERS.contains(&token.sym) {
            next += 1;
            continue;
        }
        if !token.is_capital() {
            break;
        }
        // `hội trường Bộ Công an` is no name.
        if let Some(body) = out.candidates.longest(next, Kind::Organization) {
            if !scene.token(at).is_capital() {
                return None;
            }
            end = Some(body.end());
            next = body.end();
            continue;
        }
        if FILLERS.contains(&token.sym) && token.shape == Shape::Title {
            // `Quốc gia`, `Chủ tịch`: capitals of fillers.
            let follows = scene.token(next + 1);
            if follows.shape == Shape::Lower
                && FILLERS.contains(&follows.sym)
                && scene.is_joined(next + 1)
            {
                next += 2;
                end = Some(next);
                continue;
            }
        }
        let listed = name::listed(scene, next);
        // `nhà thờ Italy` is any of them.
        if end.is_none() && listed.is_some_and(|l| l.is_only(Level::Country.bit())) {
            return None;
        }
        let listed = listed.map_or(next, |listed| listed.end);
        let run = name::run(scene, next, 5).max(listed);
        if run == next {
            break;
        }
        end = Some(run);
        next = run;
    }
    end
}
