//! A class word with its name: `tỉnh Quảng Ninh`, `TP.HCM`, `thôn Hội Phú`, `quận 1`, `Quốc lộ 1A`, `cao tốc Châu Đốc - Cần Thơ - Sóc Trăng`.
//!
//! ```text
//! place  = class ["."] (name | number | range | unit)
//! number = digits [letter] | day "/" month           1, 1A, đường 30/4
//! range  = name { "-" name }
//! unit   = a place with its own class word           đồng bằng sông Cửu Long
//! ```

use super::PlaceReading;
use super::class_guard::{
    class_of, is_acronym, is_cut, is_direction, is_federal, is_holder, is_known, is_of_other_level,
    is_other, is_part_of_name, is_unit, is_whole_country,
};
use super::class_number::number;
use super::context::is_counted;
use super::name::{self, ADMINISTRATIVE, listed, listed_of};
use super::site;
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Match, Name, Role, attribute};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Words, word, words};

/// The class words of the lists.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/class-word", "rule/place/class-number", "rule/place/range"],
    triggers: Triggers { words: &[], roles: &[Role::Class], shapes: &[] },
    propose,
};

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    // Longer class words first: `khu phố` before `khu`.
    for found in scene.matches(at).iter().rev() {
        if found.role == Role::Class
            && may_lead(scene, at, found)
            && propose_named(scene, at, found, out)
        {
            return;
        }
    }
}

/// Proposes the place of a class word, and says whether it is that word that counts.
#[inline(never)]
fn propose_named(scene: &Scene<'_>, at: usize, found: &Match, out: &mut Proposals) -> bool {
    let end = found.end as usize;
    let Some(class) = class_of(scene, at, found) else { return false };
    if is_counted(scene, at)
        || is_waters(scene, at, end)
        || scene.blocked(at, Kind::Place).any(|stop| stop > end)
    {
        return true;
    }
    let Some((candidate, name)) = read(scene, at, end, class, out) else { return false };
    let payload = out.place(PlaceReading::of_class(scene, at, name, class, found));
    out.push(candidate.payload(payload));
    true
}

/// Whether the islands at a token are those of a whole country, named after its sea: `biển, đảo | Việt Nam`, `biển và đảo | Việt Nam`.
fn is_waters(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let joint = scene.before(at);
    scene.is(at, word!("đảo"))
        && (joint.is_mark(',') || joint.sym == word!("và"))
        && scene.is(at.wrapping_sub(2), word!("biển"))
        && listed(scene, end).is_some_and(|listed| listed.is_only(Level::Country.bit()))
}

/// Whether what follows a class word may be its name: of most words in small letters, that is told at once.
fn may_lead(scene: &Scene<'_>, at: usize, found: &Match) -> bool {
    let end = found.end as usize;
    let is_short = length(scene, at, end) <= ABBREVIATED;
    // `TP.HCM`, with a name of the lists or a full stop.
    if is_short && (scene.has(at, Role::Place.bit()) || scene.is_mark(end, '.')) {
        return true;
    }
    let takes = |flags: u32| {
        let class = scene.index.matcher.name(found.name);
        class.is_some_and(|class| class.attributes & flags != 0)
    };
    match scene.token(end).shape {
        Shape::Lower => scene.is(end, word!("số")) || takes(attribute::PLACE),
        Shape::Punctuation | Shape::Edge => false,
        Shape::Number => takes(attribute::NUMBER),
        Shape::Title | Shape::Upper | Shape::Mixed => {
            takes(attribute::NAME)
                || takes(attribute::LISTED)
                    && (scene.has(at, Role::Place.bit()) || scene.has(end, Role::Place.bit()))
        }
    }
}

/// How many bytes stand from one token to before another.
fn length(scene: &Scene<'_>, start: usize, end: usize) -> u32 {
    scene.before(end).end - scene.token(start).start
}

/// No abbreviation of a class word is longer.
const ABBREVIATED: u32 = 3;

/// The place of a class word that ends before a token, and where its name begins.
fn read(
    scene: &Scene<'_>,
    at: usize,
    end: usize,
    class: &Name,
    out: &Proposals,
) -> Option<(Candidate, usize)> {
    let has = |flag: u32| class.attributes & flag != 0;
    let is_short = length(scene, at, end) <= ABBREVIATED && is_abbreviation(scene.text_of(at, end));
    let dotted = is_short && scene.is_mark(end, '.') && scene.is_glued(end);
    let start = end + usize::from(dotted);
    let start = after_gate_number(scene, start, class).unwrap_or(start);
    let first = scene.token(start);
    // `Sở TT&TT Hà Nội`
    if !scene.is_joined(start) || is_short && scene.is_glued(at) && scene.before(at).is_mark('&') {
        return None;
    }
    if is_short && let Some(whole) = listed(scene, at).filter(|whole| whole.end > start) {
        // `TP.HCM` stands in the lists with its class word.
        let whole = Candidate::new(Kind::Place, at, whole.end, "rule/place/class-word");
        return Some((whole.strength(Strength::Certain), at));
    }
    match first.shape {
        Shape::Number if has(attribute::NUMBER) => numbered(scene, at, end, start, class),
        // `tổ dân phố số 5`
        Shape::Lower if has(attribute::NUMBER) && scene.is(start, word!("số")) => {
            let is_number = scene.token(start + 1).shape == Shape::Number;
            is_number.then(|| numbered(scene, at, end, start + 1, class)).flatten()
        }
        Shape::Lower if has(attribute::PLACE) => unit(scene, at, start, out),
        Shape::Title | Shape::Upper | Shape::Mixed if has(attribute::NAME | attribute::LISTED) => {
            let mut named = Named { scene, at, end, start, class, dotted, is_short, out };
            named.read()
        }
        _ => None,
    }
}

/// The token after the number that a border gate bears before its name: `Cửa khẩu đường bộ số II Kim Thành`.
fn after_gate_number(scene: &Scene<'_>, at: usize, class: &Name) -> Option<usize> {
    let counts = scene.token(at + 1).shape == Shape::Number || scene.is_roman(at + 1);
    let numbered = Level::of(class.attributes) == Level::BorderGate
        && scene.is(at, word!("số"))
        && counts
        && scene.is_joined(at)
        && scene.is_joined(at + 1)
        && scene.token(at + 2).shape == Shape::Title
        && scene.is_joined(at + 2);
    numbered.then_some(at + 2)
}

/// Whether a class word is an abbreviation, after which a full stop may stand: `TP`, `P`, `KCN`.
fn is_abbreviation(text: &str) -> bool {
    let is_vowel =
        |b: u8| matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    text.bytes().all(|b| b.is_ascii_alphabetic() && !is_vowel(b))
}

/// A class word with a number for a name.
fn numbered(
    scene: &Scene<'_>,
    at: usize,
    end: usize,
    start: usize,
    class: &Name,
) -> Option<(Candidate, usize)> {
    let stop = number(scene, at, start, class)?;
    let is_letter = scene.text_of(at, end).len() == 1;
    // `(P.1)` is the first part of a story.
    let is_part = scene.before(at).is_mark('(') && scene.is_mark(stop, ')');
    let fits = !is_letter
        || scene.is_glued(start)
            && scene.number(start).is_some_and(|n| n <= 30)
            && !scene.before(at).is_mark('-')
            && !is_part;
    fits.then(|| (Candidate::new(Kind::Place, at, stop, "rule/place/class-number"), start))
}

/// A class word with what may be a name after it.
struct Named<'s, 'n> {
    scene: &'n Scene<'s>,
    at: usize,
    /// The token after the class word.
    end: usize,
    /// The first of the name, after a full stop.
    start: usize,
    class: &'n Name,
    dotted: bool,
    is_short: bool,
    out: &'n Proposals,
}

impl Named<'_, '_> {
    fn read(&mut self) -> Option<(Candidate, usize)> {
        let &mut Self { scene, at, end, start, class, dotted, is_short, out } = self;
        let has = |flag: u32| class.attributes & flag != 0;
        let level = Level::of(class.attributes);
        let first = scene.token(start);
        let listed = listed_of(scene, start, wanted(level, class))
            .filter(|l| !is_whole_country(level, l) && is_known(scene, start, level, l));
        let country = listed_of(scene, start, Level::Country.bit());
        if country.is_some_and(|country| {
            is_whole_country(level, &country) && listed.is_none_or(|l| l.end <= country.end)
        }) {
            return None;
        }
        // `BCH Huyện | Đoàn Thọ Xuân`: the Youth Union of a unit that the lists know; but `xã Đoàn Minh Đức`.
        let is_union = listed.is_none()
            && is_unit(level)
            && scene.is(start, word!("đoàn"))
            && scene.token(at).is_capital()
            && name::listed(scene, start + 1).is_some();
        if is_federal(scene, at, start) || is_union {
            return None;
        }
        // `Buôn Ma Thuột`, `Cầu Giấy`, `Dinh Bà`: the name of a district or gate holds the word.
        let units = Level::District.bit() | Level::Province.bit() | Level::BorderGate.bit();
        if first.is_capital()
            && scene.token(at).is_capital()
            && listed_of(scene, at, units).is_some_and(|whole| whole.end > start)
        {
            return None;
        }
        if !dotted && is_part_of_name(scene, at, end) {
            // `Hồ Chí Minh`: a surname in a capital is a class word only in a name that the lists know whole.
            let whole = listed_of(scene, at, !ADMINISTRATIVE)?;
            return (whole.end > start).then(|| (self.candidate(whole.end), start));
        }
        // `P`, `TT` and the like stand for much else.
        let is_listed_unit = listed.is_some_and(|l| l.may_be(ADMINISTRATIVE));
        if is_short
            && end - at == 1
            && scene.token(at).end - scene.token(at).start <= 2
            && level != Level::City
            && (first.end - first.start < 2 || !is_listed_unit)
        {
            return None;
        }
        // `Khu du lịch Quốc gia Sơn Trà`, `công viên Thống nhất`.
        let lowered = (!is_unit(level)).then(|| scene.longest(start, Role::SiteWord)).flatten();
        let lowered = lowered
            .filter(|(stop, _)| site::is_lowered(scene, start, *stop))
            // `hội trường Quân khu 7` is that of a body.
            .filter(|_| scene.longest(start, Role::Organization).is_none());
        let run = match lowered {
            Some((stop, _)) => name::run(scene, stop, 4).max(stop),
            None => name::run(scene, start, 5),
        };
        // `Công ty Sông Đà Xây dựng`: the last capital begins what the body does.
        let goes_over = scene.longest(run - 1, Role::Field).is_some_and(|(end, _)| end > run);
        let run = if goes_over && run > start + 1 { run - 1 } else { run };
        if !has(attribute::NAME) || name::is_shouted(scene, at, start + 1) && !is_short {
            // `trưởng bản Lò Văn Luấn`: a name that goes on is another's.
            let listed = listed.filter(|listed| listed.end > start + 1 || listed.end == run)?;
            return Some((self.candidate(listed.end).strength(Strength::Certain), start));
        }
        if let Some(stop) =
            listed.is_none().then(|| misspelt(scene, start, run, level, class)).flatten()
        {
            return Some((self.candidate(stop), start));
        }
        // `Thành ủy TP Tất Thành Cang`: the lists hold all cities, so that this is a person.
        let person = is_short
            && level == Level::City
            && run >= start + 3
            && (start..run).all(|at| !scene.is_foreign(at));
        if listed.is_none() && person
            || listed.is_none() && self.is_nothing(level, run, lowered.map(|(stop, _)| stop))
            || is_holder(scene, at, start, level, listed)
            || is_of_other_level(scene, at, level, listed, out)
        {
            return None;
        }
        let mut stop = match listed {
            Some(listed) if listed.is_only(Level::Country.bit()) || listed.end >= run => listed.end,
            Some(listed) if is_unit(level) || listed.may_be(level.bit()) => {
                extended(scene, start, listed.end, run)
            }
            _ => run,
        };
        if stop == start {
            return None;
        }
        if matches!(level, Level::Village | Level::EconomicZone | Level::Bridge)
            && scene.token(stop).shape == Shape::Number
            && !scene.is_glued(stop)
        {
            stop = number(scene, at, stop, class).unwrap_or(stop);
        }
        if has(attribute::RANGE) {
            let all = range(scene, stop);
            if all > stop {
                let range = Candidate::new(Kind::Place, at, all, "rule/place/range");
                return Some((range.closed(), start));
            }
        }
        let strength = if listed.is_some() { Strength::Certain } else { Strength::Likely };
        Some((self.candidate(stop).strength(strength), start))
    }

    fn candidate(&self, stop: usize) -> Candidate {
        Candidate::new(Kind::Place, self.at, stop, "rule/place/class-word")
    }

    /// Whether a run of capitals that no list knows is no name.
    fn is_nothing(&self, level: Level, run: usize, lowered: Option<usize>) -> bool {
        let &Self { scene, start, .. } = self;
        // `UBND TP. Liên quan …`: the full stop ends a sentence.
        let ends_sentence =
            self.dotted && scene.token(start).gap == Gap::Space && !scene.is_foreign(start);
        // `ga Quốc tế` says nothing by itself.
        let is_plain = lowered
            .is_some_and(|stop| stop == run && stop == start + 2 && scene.is(start, word!("quốc")));
        // `trạm thu phí Quốc lộ 6`: a place with a class word of its own begins there.
        let leads = scene.longest(start, Role::Class).is_some_and(|(stop, _)| stop > run);
        ends_sentence
            || is_plain
            || leads
            || is_other(scene, start, level)
            || is_acronym(scene, start, level)
            || name::is_starter(scene, start) && scene.token(start + 1).shape == Shape::Lower
            || name::begins_address(scene, start)
            || lowered.is_none() && is_cut(scene, start, run, level)
            || self.class.attributes & attribute::RANGE == 0 && is_direction(scene, start, run)
    }
}

/// The end of the name of a unit whose second word lacks its capital: `tỉnh Yên bái`.
fn misspelt(
    scene: &Scene<'_>,
    start: usize,
    run: usize,
    level: Level,
    class: &Name,
) -> Option<usize> {
    let next = scene.token(run);
    if !is_unit(level) || run != start + 1 || next.shape != Shape::Lower || next.gap != Gap::Space {
        return None;
    }
    let text = scene.text_of(start, run + 1);
    let names = scene.index.look_up(text);
    let levels = wanted(level, class);
    let is_wanted =
        |name: &Name| name.role == Role::Place && levels & Level::of(name.attributes).bit() != 0;
    names.iter().any(is_wanted).then_some(run + 1)
}

/// A class word before a place with a class word of its own, such as `đồng bằng sông Cửu Long`: that place is read here, for its rule comes later.
fn unit(scene: &Scene<'_>, at: usize, start: usize, out: &Proposals) -> Option<(Candidate, usize)> {
    let found =
        scene.matches(start).iter().rev().find(|found| class_of(scene, start, found).is_some())?;
    let class = class_of(scene, start, found)?;
    let (inner, _) = (class.attributes & attribute::PLACE == 0)
        .then(|| read(scene, start, found.end as usize, class, out))??;
    Some((
        Candidate::new(Kind::Place, at, inner.end(), "rule/place/class-word")
            .strength(Strength::Certain)
            .closed(),
        start,
    ))
}

/// The levels that the name after a class word of this level may have in the lists.
fn wanted(level: Level, class: &Name) -> u32 {
    match level {
        // `biển Đông` is a sea, `thành phố biển Nha Trang` has none.
        Level::Sea if class.attributes & attribute::NAME == 0 => Level::Sea.bit(),
        Level::Province | Level::District | Level::Commune => {
            ADMINISTRATIVE | Level::State.bit() | Level::City.bit()
        }
        Level::City => {
            Level::Province.bit() | Level::District.bit() | Level::City.bit() | Level::State.bit()
        }
        Level::Country => Level::Country.bit(),
        Level::Region => Level::Region.bit() | Level::Country.bit(),
        _ => u32::MAX,
    }
}

/// The end of a listed name that a run of capitals goes on from: with one more word that tells parts apart (`Tân Lập Đông`), else as listed.
fn extended(scene: &Scene<'_>, start: usize, listed: usize, run: usize) -> usize {
    const PARTS: Words = words!(["đông", "tây", "nam", "bắc", "thượng", "hạ", "trung", "nội"]);
    let alone = listed == start + 1;
    // `TP.Huế | Phan Thiên Định`, `bang Queensland | Larissa Waters`
    if alone && (name::begins_person(scene, listed) || scene.is_foreign(start)) {
        return listed;
    }
    // `đảo Đá Tây A`: one of several.
    let letter = scene.text(listed).len() == 1 && scene.token(listed).is_capital();
    // A name of one syllable that goes on is another name: `huyện Lai Vung` is no `Lai`.
    let is_part = run == listed + 1 && (letter || scene.is_in(listed, &PARTS));
    if alone || is_part { run } else { listed }
}

/// The end of the names that dashes join to a name that ends here.
fn range(scene: &Scene<'_>, mut end: usize) -> usize {
    for _ in 0..5 {
        if !scene.is_mark(end, '-') || !scene.is_joined(end) || !scene.is_joined(end + 1) {
            break;
        }
        let next = listed_of(scene, end + 1, u32::MAX).map_or(0, |listed| listed.end);
        let next = next.max(name::run(scene, end + 1, 4));
        if next <= end + 1 {
            break;
        }
        end = next;
    }
    end
}
