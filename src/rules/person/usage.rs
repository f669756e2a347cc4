//! How an article uses a name that nothing else gives away: what stands beside each of its mentions speaks for people or against them.
//!
//! ```text
//! for     = person "," | "và" name              Messi và Neymar
//!         | role name                           thủ môn Bono, con gái của Cẩm Tú
//!         | name verb                           Soobin tỏ ra
//!         | name figure "'"                     Chí Bảo 50', Chí Bảo (phút 50)
//!         | name "," ("một" role | kin)         Xie Yong, một sinh viên; Cẩm Tú - con gái diễn viên
//!         | role words country name             chuyên gia bóng đá Tây Ban Nha Guillem Balague; of several foreign words
//!         | name ("," | "là") ["cựu"] role      Suresh Nandan, chuyên viên tư vấn; of several foreign words
//!         | name "," "người" verb               Suresh Nandan, người được coi là
//!         | (office body | kin) "," name        Tổng Giám đốc của ILO, Guy Ryder; of several foreign words
//! against = word of things and places name      tại Getafe, công ty Thiên Nam
//! ```
//!
//! The article adds up what its mentions say; see [`crate::document`].

use super::context;
use super::name::{self, Form, Name};
use super::syllable;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{self, Role, attribute};
use crate::rules::{Proposals, Scene};
use crate::text::{Gap, Shape, Sym, Words, phrase, word, words};

/// What a word says that stands beside people alone.
const PERSON: i8 = 2;
/// What a word says that stands beside bodies too.
const LIKELY: i8 = 1;
/// What a word says that stands beside things and places.
const AGAINST: i8 = -3;

/// What stands beside a mention of a name says of it: above nothing for people, below against them; `None` of a name that people do not bear.
pub(super) fn weigh(scene: &Scene<'_>, name: &Name, out: &Proposals) -> Option<i8> {
    // `Xie Yong, một sinh viên`
    let is_described =
        || name.form == Form::Given && name.words == 2 && described(scene, name.end) >= PERSON;
    if !is_fit(scene, name) && !is_described()
        || context::is_known_place(scene, name.start, name.end)
        || scene.is_named(name.start, name.end, Role::Blocked)
    {
        return None;
    }
    let said = before(scene, name) + after(scene, name.end);
    if said < 0 {
        return Some(said);
    }
    if name.form != Form::Foreign && leads_to_place(scene, name.end) {
        return Some(AGAINST);
    }
    let mut said = said + beside(scene, name, out) + counted(scene, name.end);
    // `H.R. McMaster`
    if name.form == Form::Foreign && name.begins_in_initials(scene) {
        said += PERSON;
    }
    let is_full = name.form == Form::Foreign && name.words > 1;
    if is_full {
        said += led(scene, name.start) + apposed(scene, name);
    }
    said += match is_full && told(scene, name) {
        true => PERSON,
        false => described(scene, name.end),
    };
    // What a commune is called too needs more.
    let is_other = context::is_other(scene, name, out);
    Some(if said > 0 && is_other { said - LIKELY } else { said })
}

/// What stands beside a name after a title that hardly stands before anything but people's names.
pub(super) fn weigh_titled(scene: &Scene<'_>, name: &Name) -> i8 {
    let after = after(scene, name.end);
    if after < 0 { after } else { PERSON + LIKELY }
}

/// Whether people may bear a name: of other languages, or two syllables that names are made of.
fn is_fit(scene: &Scene<'_>, name: &Name) -> bool {
    match name.form {
        // `Trên Sky Sports`: a word that begins the sentence.
        Form::Foreign => {
            !scene.is_sentence_start(name.start)
                || !scene.is_named(name.start, name.start + 1, Role::Starter)
        }
        // `Đoàn Hưng Yên`: the last words are a place.
        Form::Full | Form::Given => {
            name.words > 1
                && !(name.words > 2 && context::is_known_place(scene, name.start + 1, name.end))
                && syllable::is_given(scene, name.end - 1)
                && (name.after_surname..name.end).all(|at| syllable::is_personal(scene, at))
        }
        Form::Initials => false,
    }
}

/// What the words before a name say.
fn before(scene: &Scene<'_>, name: &Name) -> i8 {
    let at = name.start;
    if scene.token(at).gap != Gap::Space {
        return 0;
    }
    const CUES: u64 = Role::Class.bit()
        | Role::Honorific.bit()
        | Role::Position.bit()
        | Role::Namesake.bit()
        | Role::Head.bit();
    let is_cued = scene.ends(at, CUES);
    let mut said = 0;
    // `Nhật | Bản`: half of a country is no cue.
    let country = || {
        let mut starts = (2..=3).filter_map(|back| at.checked_sub(back));
        starts.find(|start| context::is_known_place(scene, *start, at))
    };
    let ends_place = scene.ends(at, Role::Place.bit());
    let inside = if ends_place { country().unwrap_or(at) } else { at };
    // The longest cue speaks.
    for start in (1..=4).filter_map(|back| at.checked_sub(back)).filter(|start| *start <= inside) {
        if scene.is_named(start, at, Role::Class) {
            said = AGAINST;
        }
        let before = |(end, cue): &(usize, &gazetteer::Name)| {
            *end == at && cue.attributes & attribute::BEFORE != 0
        };
        if let Some((_, cue)) = scene.asked(start, Role::Usage).filter(before).last() {
            said = weight(cue.attributes);
        }
        if !is_cued || !scene.has(start, CUES) {
            continue;
        }
        for found in scene.matches(start).iter().filter(|found| found.end as usize == at) {
            let Some(cue) = scene.index.matcher.name(found.name) else { continue };
            match cue.role {
                Role::Honorific => said = title(scene, cue),
                Role::Position if name.form == Form::Foreign => said = LIKELY,
                Role::Namesake => said = AGAINST,
                Role::Head if scene.token(start).is_capital() => said = AGAINST,
                _ => {}
            }
        }
    }
    said
}

/// What a form of address or an occupation says: less where things follow it as often.
fn title(scene: &Scene<'_>, cue: &gazetteer::Name) -> i8 {
    // `ứng dụng có tên Zalo`
    if cue.attributes & attribute::LOWER != 0 {
        return 0;
    }
    let share = scene.row(cue).and_then(|row| row.get("share").parse::<f32>().ok());
    if share.is_none_or(|share| share >= 0.4) { PERSON } else { LIKELY }
}

/// What the words after a name say.
fn after(scene: &Scene<'_>, at: usize) -> i8 {
    // `đã`, `vừa`, `sẽ` before the verb.
    const TENSES: Words = words!(["đã", "vừa", "sẽ", "đang", "cũng", "từng"]);
    if scene.token(at).gap != Gap::Space {
        return 0;
    }
    // `Zenfone 4`
    if scene.token(at).shape == Shape::Number && !scene.is_mark(at + 1, '\'') {
        return AGAINST;
    }
    let at = if scene.is_in(at, &TENSES) { at + 1 } else { at };
    let cue = scene
        .asked(at, Role::Usage)
        .filter(|(_, cue)| cue.attributes & attribute::SUFFIX != 0)
        .last();
    match cue {
        Some((_, cue)) => weight(cue.attributes),
        None if scene.longest(at, Role::Speech).is_some() => PERSON,
        None => 0,
    }
}

fn weight(cue: u32) -> i8 {
    match cue {
        _ if cue & attribute::BLOCKS != 0 => AGAINST,
        _ if cue & attribute::SURE != 0 => PERSON,
        _ => LIKELY,
    }
}

/// What names beside it say, parted by commas, dashes and words for `and`: one in a row of people's names is a person's.
fn beside(scene: &Scene<'_>, name: &Name, out: &Proposals) -> i8 {
    let mut people = 0;
    if let Some(end) = name.start.checked_sub(1).filter(|at| parts(scene, *at)) {
        people += match neighbours(scene, out, end, name.form) {
            Some(said) => said,
            None => return 0,
        };
    }
    if parts(scene, name.end) {
        let next = name.end + 1;
        let sure = out.candidates.starting_at(next).any(is_sure);
        // `Kodak Alaris, Rob Smith`: whose he is.
        let joined = name.form != Form::Foreign || !scene.is_mark(name.end, ',');
        people +=
            if sure && joined { PERSON } else { i8::from(sure).max(followers(scene, name, next)) };
    }
    people.min(PERSON)
}

/// Whether a row of names begins after a word of things: `các trường Lê Lợi, Hoa Sen`, `bãi cát Hà Nha, Đại Đồng`.
fn heads_things(scene: &Scene<'_>, at: usize) -> bool {
    context::is_namesake(scene, at)
        || (1..=4).filter_map(|back| at.checked_sub(back)).any(|start| {
            let blocks = |cue: &gazetteer::Name| cue.attributes & attribute::BLOCKS != 0;
            scene.is_named(start, at, Role::Class)
                || scene.is_named(start, at, Role::Head)
                || scene.asked(start, Role::Usage).any(|(end, cue)| end == at && blocks(cue))
        })
}

/// Whether a row of names after a token ends in places: `Hà Nha, Đại Đồng, Quảng Nam`, `Xuân Chung, huyện Chương Mỹ`.
fn leads_to_place(scene: &Scene<'_>, mut at: usize) -> bool {
    for _ in 0..4 {
        if !scene.is_mark(at, ',') || scene.token(at + 1).gap != Gap::Space {
            return false;
        }
        let next = at + 1;
        if scene.named(next, Role::Class).next().is_some() {
            return true;
        }
        let Some(name) = name::read(scene, next) else { return false };
        if context::is_known_place(scene, name.start, name.end) {
            return true;
        }
        at = name.end;
    }
    false
}

/// What the names say that follow in a row and are made of syllables that names are made of.
fn followers(scene: &Scene<'_>, name: &Name, mut at: usize) -> i8 {
    let mut found = 0;
    while name.form != Form::Foreign && found < PERSON {
        let next =
            name::read(scene, at).filter(|next| next.form != Form::Foreign && is_fit(scene, next));
        let Some(next) = next else { break };
        found += 1;
        if !parts(scene, next.end) {
            break;
        }
        at = next.end + 1;
    }
    found
}

/// What the names before a separator say; nothing where the row begins with places or bodies.
fn neighbours(scene: &Scene<'_>, out: &Proposals, mut end: usize, form: Form) -> Option<i8> {
    let mut waiting = 0;
    for _ in 0..5 {
        let other = |c: &Candidate| {
            matches!(c.kind, Kind::Place | Kind::Organization) && c.strength > Strength::Possible
        };
        if out.candidates.ending_at(end).any(other) {
            return None;
        }
        let before = out.candidates.ending_at(end).find(|c| c.kind == Kind::Person);
        let Some(before) = before else { break };
        if is_sure(before) {
            let joined = form != Form::Foreign || waiting == 0 && !scene.is_mark(end, ',');
            return (!heads_things(scene, before.start())).then_some(if joined {
                PERSON
            } else {
                LIKELY
            });
        }
        if heads_things(scene, before.start()) {
            return None;
        }
        waiting += i8::from(form != Form::Foreign);
        let Some(separator) = before.start().checked_sub(1).filter(|at| parts(scene, *at)) else {
            break;
        };
        end = separator;
    }
    Some(waiting.min(PERSON))
}

fn is_sure(candidate: &Candidate) -> bool {
    candidate.kind == Kind::Person && candidate.strength > Strength::Pending
}

/// Whether a token parts the names of a row.
fn parts(scene: &Scene<'_>, at: usize) -> bool {
    let marked = scene.is_mark(at, ',') || scene.is_mark(at, '-');
    let worded = scene.is_any(at, &phrase!(["và", "cùng", "hay"]));
    (marked || worded) && scene.is_joined(at) && scene.token(at + 1).gap == Gap::Space
}

/// What figures of a match after a name say: `50'`, `(phút 50)`, `(số 7)`.
fn counted(scene: &Scene<'_>, at: usize) -> i8 {
    let bracket = scene.is_mark(at, '(');
    let first = if bracket { at + 1 } else { at };
    let minute = scene.token(first).shape == Shape::Number && scene.is_mark(first + 1, '\'');
    let worded = bracket && (scene.is(first, word!("phút")) || scene.is(first, word!("số")));
    if minute || worded && scene.token(first + 1).shape == Shape::Number { PERSON } else { 0 }
}

/// What an occupation before a name says that small words and a country stand between: `nữ doanh nhân người Pháp Liliane Bernard`; less without the country.
fn led(scene: &Scene<'_>, at: usize) -> i8 {
    if scene.token(at).gap != Gap::Space {
        return 0;
    }
    let country = (1..=3)
        .filter_map(|back| at.checked_sub(back))
        .find(|start| context::is_known_place(scene, *start, at));
    let mut end = country.unwrap_or(at);
    for _ in 0..5 {
        if ends_role(scene, end) {
            return match country {
                Some(_) => PERSON,
                // What introduces the name at once was weighed before.
                None if end == at => 0,
                None => LIKELY,
            };
        }
        let word = scene.before(end);
        if word.shape != Shape::Lower || word.gap != Gap::Space {
            return 0;
        }
        end -= 1;
    }
    0
}

/// Whether an occupation or an office ends before a token.
fn ends_role(scene: &Scene<'_>, end: usize) -> bool {
    let is_role = |start: usize| {
        let mut cues = scene.named(start, Role::Honorific);
        cues.any(|(stop, cue)| stop == end && is_occupation(scene, cue))
            || scene.is_named(start, end, Role::Position)
    };
    scene.ends(end, Role::Honorific.bit() | Role::Position.bit())
        && (1..=4).filter_map(|back| end.checked_sub(back)).any(is_role)
}

/// What an apposition before a name says: the office with its body, or whose kin it is; `Tổng Giám đốc của ILO, Guy Ryder`, `con gái bà, Françoise Bernard,`.
fn apposed(scene: &Scene<'_>, name: &Name) -> i8 {
    /// Words of the office at most.
    const LONGEST: usize = 10;
    let Some(comma) = name.start.checked_sub(1).filter(|at| scene.is_mark(*at, ',')) else {
        return 0;
    };
    if scene.token(name.start).gap != Gap::Space {
        return 0;
    }
    let kin = |end: usize| {
        scene.ends(end, Role::Honorific.bit())
            && (1..=3).filter_map(|back| end.checked_sub(back)).any(|start| {
                let mut cues = scene.named(start, Role::Honorific);
                cues.any(|(stop, cue)| {
                    stop == end && scene.row(cue).is_some_and(|row| row.get("type") == "kinship")
                })
            })
    };
    let of = scene.is_any(comma.wrapping_sub(1), &phrase!(["ông", "bà", "anh", "chị"]));
    let closed = scene.is_mark(name.end, ',');
    if closed && (kin(comma) || of && kin(comma - 1)) {
        return PERSON;
    }
    let mut words = (1..=LONGEST).filter_map(|back| comma.checked_sub(back));
    let is_office = |start: &usize| {
        scene.named(*start, Role::Position).any(|(end, _)| end <= comma)
            && scene.token(*start).is_word()
    };
    let parted = |at: &usize| {
        let token = scene.token(*at);
        token.shape == Shape::Punctuation && !token.is_mark('-') || !scene.is_joined(*at + 1)
    };
    let office = words.by_ref().take_while(|at| !parted(at)).find(is_office);
    match office {
        Some(_) if closed => PERSON,
        Some(_) => LIKELY,
        None => 0,
    }
}

/// Whether what somebody is or does follows a name at once: `Suresh Nandan, chuyên viên tư vấn`, `Sheldon Adler là Chủ tịch`.
fn told(scene: &Scene<'_>, name: &Name) -> bool {
    let at = name.end;
    let marked = scene.is_mark(at, ',') || scene.is_mark(at, '-') && !scene.is_glued(at);
    let is = scene.is(at, word!("là")) && scene.is_joined(at);
    if !marked && !is || scene.token(at + 1).gap != Gap::Space {
        return false;
    }
    // `Lakshmi Nandan, cựu kỹ sư`
    let former = scene
        .named(at + 1, Role::Modifier)
        .rfind(|(_, name)| name.attributes & attribute::FORMER != 0);
    let next = former.map_or(at + 1, |(end, _)| end);
    // `Theo Fox Sports, | cựu cầu thủ`, `Tại San Rafael, | nghi phạm`: the subject of what follows.
    let is_source = || {
        scene.is_any(name.start.wrapping_sub(1), &phrase!(["theo", "tại", "ở", "trên", "trong"]))
    };
    if former.is_some() && is_source() {
        return false;
    }
    // `Clarence Bernard, người được coi là`
    let who = scene.is(next, word!("người"))
        && scene
            .is_any(next + 1, &phrase!(["được", "đã", "đang", "từng", "vừa", "sẽ", "bị", "có"]));
    if who && marked {
        return true;
    }
    scene.matches(next).iter().any(|found| {
        let Some(cue) = scene.index.matcher.name(found.name) else { return false };
        let end = found.end as usize;
        match cue.role {
            Role::Honorific => {
                let is_told = is_occupation(scene, cue) || is_status(scene, cue) && !is_source();
                is_told && !names_next(scene, end)
            }
            Role::Position => !names_next(scene, end),
            _ => false,
        }
    })
}

/// Whether a form of address says what somebody is, rather than who addresses them.
fn is_occupation(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    let kind = scene.row(cue).map_or("", |row| row.get("type"));
    matches!(kind, "occupation" | "academic" | "title")
}

/// Whether a form of address says what the law holds somebody for: `nghi phạm`.
fn is_status(scene: &Scene<'_>, cue: &gazetteer::Name) -> bool {
    scene.row(cue).is_some_and(|row| row.get("type") == "status")
        && cue.attributes & (attribute::LOWER | attribute::MANY) == 0
}

/// Whether a name follows an occupation at once, so that it is that person's: `Kodak Alaris, giám đốc Rob Smith`.
fn names_next(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_capital() && scene.is_joined(at) && scene.is_foreign(at)
}

/// What words after a name say that tell who it is: `Xie Yong, một sinh viên`, `Cẩm Tú - con gái diễn viên`.
fn described(scene: &Scene<'_>, at: usize) -> i8 {
    const KIN: [[Sym; 2]; 6] = [
        phrase!(["con", "gái"]),
        phrase!(["con", "trai"]),
        phrase!(["em", "gái"]),
        phrase!(["em", "trai"]),
        phrase!(["bạn", "trai"]),
        phrase!(["bạn", "gái"]),
    ];
    let marked = scene.is_mark(at, ',') || scene.is_mark(at, '-') && !scene.is_glued(at);
    if !marked || scene.token(at + 1).gap != Gap::Space {
        return 0;
    }
    let next = at + 1;
    if KIN.iter().any(|kin| scene.starts(next, kin)) {
        return PERSON;
    }
    let role = scene.is(next, word!("một"))
        && (scene.named(next + 1, Role::Honorific).any(|(_, cue)| is_occupation(scene, cue))
            || scene.is(next + 1, word!("người")));
    // `Khánh Vy, học sinh lớp 10`
    let pupil = scene.is(next + 1, word!("sinh")) && scene.is(next, word!("học"))
        || scene.is(next + 1, word!("viên")) && scene.is(next, word!("sinh"));
    match (role, pupil && scene.is_mark(at, ',')) {
        (true, _) => PERSON,
        (_, true) => LIKELY,
        _ => 0,
    }
}
