//! Several bodies of one class under a plural head: "các Bộ: `Y tế`, `Tài chính`", "các Sở `Xây dựng`, `Nông nghiệp và Môi trường`".
//!
//! ```text
//! bodies = ("các" | "hai" | number) head [":"] field { "," field } ["và" field]
//!        | "các" head field "," head field                                          các `Bộ Y tế`, Bộ Tài chính
//! ```

use super::field::field;
use crate::Kind;
use crate::candidate::Candidate;
use crate::gazetteer::{Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{phrase, word};

/// Bodies in a list at most.
const MOST: usize = 30;

/// Proposes the bodies whose fields stand after the plural head at a token.
#[inline(never)]
pub(super) fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // `các binh chủng: Đặc công, Công binh`
    let is_branch = |end: usize| {
        end == at + 2
            && (scene.is(at + 1, word!("chủng")) || scene.starts(at, &phrase!(["tổng", "cục"])))
    };
    let mut heads = scene.named(at, Role::Head);
    let head = heads.find(|(end, _)| *end == at + 1 || is_branch(*end));
    let Some((end, _)) = head.filter(|(_, head)| head.attributes & attribute::FIELD != 0) else {
        return;
    };
    let mut next = end + usize::from(scene.is_mark(end, ':'));
    let mut bodies = Vec::new();
    for _ in 0..MOST {
        let Some(stop) = field(scene, next, false, out).filter(|_| scene.is_joined(next)) else {
            break;
        };
        let stop = first(scene, next, stop);
        bodies.push((next, stop));
        next = match () {
            _ if scene.is_mark(stop, ',') && scene.is(stop + 1, word!("và")) => stop + 2,
            _ if scene.is_mark(stop, ',')
                || scene.is_mark(stop, ';')
                || scene.is(stop, word!("và")) =>
            {
                stop + 1
            }
            _ => break,
        };
    }
    // One field after a plural head is a class, `giữa hai Bộ Quốc phòng`, where no other body with the head follows: `các Bộ Y tế, Bộ Tài chính`.
    if let [(start, stop)] = bodies.as_slice()
        && *start == end
        && scene.is_mark(*stop, ',')
        && scene.token(at).sym == scene.token(stop + 1).sym
        && scene.token(at).is_capital()
        && scene.token(stop + 2).is_capital()
        && field(scene, stop + 2, false, out).is_some()
    {
        out.push(Candidate::new(Kind::Organization, at, *stop, "rule/organization/plural"));
    }
    if bodies.len() < 2 {
        return;
    }
    for (start, stop) in bodies {
        out.push(Candidate::new(Kind::Organization, start, stop, "rule/organization/plural"));
    }
}

/// The end of the first of several fields in a list that were read as one, for what follows the comma is a longer field by itself: `Xây dựng | , Giao thông vận tải`.
fn first(scene: &Scene<'_>, start: usize, end: usize) -> usize {
    let comma = (start + 1..end).find(|at| scene.is_mark(*at, ','));
    let longer = |comma: &usize| {
        scene.longest(comma + 1, Role::Field).is_some_and(|(stop, _)| stop > end)
            && scene.is_named(start, *comma, Role::Field)
    };
    comma.filter(longer).unwrap_or(end)
}
