//! Names of places alone, without class word: `Quảng Ninh`, `Nga`, `Tokyo`, `Nha Trang`; `Quảng Phú` where something around it says that it is a place.
//!
//! Provinces, countries, regions and foreign places count by themselves where nothing speaks against them, and so do districts and cities whose names nobody else bears. The names of communes, which
//! thousands of people and shops share, need evidence beside them, or else wait for the article to use them with their class words.

use super::PlaceReading;
use super::context::{self, Left};
use super::name::{self, ADMINISTRATIVE, Listed, listed};
use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::{Level, Role};
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Gap, Shape, Words, phrase, word, words};

/// Names of places of the lists.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/place/bare", "rule/place/chain", "rule/place/cued", "rule/place/established"],
    triggers: Triggers { words: &[], roles: &[Role::Place], shapes: &[] },
    propose,
};

/// What counts alone.
const SURE: u32 = Level::Country.bit() | Level::Province.bit() | Level::Region.bit();

/// Foreign places: they count alone unless units of the country have their names.
const FOREIGN: u32 = Level::City.bit() | Level::State.bit();

/// Which rule makes a name an entity, and how sure it is.
type Verdict = Option<(&'static str, Strength)>;

const BARE: Verdict = Some(("rule/place/bare", Strength::Likely));

fn propose(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let Some(listed) = listed(scene, at) else { return };
    let Some((rule, strength)) = judge(scene, at, listed, out) else { return };
    let candidate = Candidate::new(Kind::Place, at, listed.end, rule).strength(strength);
    let payload = out.place(PlaceReading { at: at as u32, ..Default::default() });
    let candidate = candidate.payload(payload);
    // Nothing nests in a building or a road.
    let is_built = listed.alone && listed.is_only(Level::Site.bit() | Level::Road.bit());
    out.push(if is_built { candidate.closed() } else { candidate });
}

/// Which rule makes a listed name an entity, and how sure it is; `None` if it is none here.
fn judge(scene: &Scene<'_>, at: usize, listed: Listed, out: &Proposals) -> Verdict {
    let end = listed.end;
    let is_single = end == at + 1 && scene.token(at).shape != Shape::Mixed;
    // The name of a commune is one of two syllables or more, or stands beside other units.
    if is_single
        && !is_name(listed)
        && !context::may_be_chained(scene, at, end)
        && !scene.is_foreign(at)
    {
        return None;
    }
    if is_blocked(scene, at, end)
        || context::is_half_of_pair(scene, at, end)
        || is_direction(scene, at, end, out)
    {
        return None;
    }
    let left = match context::left(scene, at, out) {
        // Nobody is named after a country in several words, and after others too few to count.
        Left::Person if end > at + 1 && listed.may_be(Level::Country.bit()) => Left::Other,
        // `Báo Bình Định`: of a newspaper rather than of the few who bear the surname.
        Left::Person | Left::Capital
            if scene.is(at.wrapping_sub(1), word!("báo")) && !scene.token(end).is_capital() =>
        {
            Left::Office
        }
        Left::Person => return None,
        left => left,
    };
    let ambiguous = scene.is_ambiguous(at, end, Kind::Place);
    if is_single {
        return single(scene, at, left, listed, ambiguous, out);
    }
    let goes_on = context::goes_on(scene, end);
    let foreign = listed.may_be(FOREIGN) && !listed.may_be(ADMINISTRATIVE);
    if !ambiguous && (listed.alone || listed.may_be(SURE) || foreign) {
        let wide = Level::Country.bit() | Level::Province.bit();
        let strength = match (goes_on, left) {
            (true, Left::Capital) => return None,
            // Nobody else bears such a name where no form of address leads to one.
            (false, _) if left != Left::Capital && listed.may_be(wide) => Strength::Certain,
            (true, Left::Office | Left::Acronym) | (false, _) => Strength::Likely,
            (true, _) if listed.may_be(SURE) => Strength::Possible,
            (true, _) => return None,
        };
        return Some(("rule/place/bare", strength));
    }
    let is_part = matches!(left, Left::Capital | Left::Acronym | Left::Company);
    // `Thảo Điền Sapphire` is a house.
    let next = scene.token(end);
    let is_brand = next.is_capital() && next.gap == Gap::Space && scene.is_foreign(end);
    if goes_on || is_brand || is_part || name::is_stop(scene, at) {
        return None;
    }
    let sure = listed.may_be(SURE);
    if !sure && is_of_another(scene, at, end, left) {
        return None;
    }
    if context::is_chained(scene, at, listed, out) {
        return Some(("rule/place/chain", Strength::Likely));
    }
    if name::is_shouted(scene, at, end) {
        return None;
    }
    match left {
        Left::Locative => return Some(("rule/place/cued", Strength::Likely)),
        Left::Land | Left::Office if sure || !ambiguous => {
            return Some(("rule/place/cued", Strength::Likely));
        }
        _ => {}
    }
    let known = sure || listed.may_be(Level::District.bit()) && !ambiguous;
    if known && !context::is_credit(scene, at, end) {
        return Some(("rule/place/bare", Strength::Possible));
    }
    Some(("rule/place/established", Strength::Pending))
}

/// Whether a name tells on what side of the place after it something lies: `Đông Bắc | đảo Cồn Cỏ`, `Tây Bắc | thành phố Huế`.
fn is_direction(scene: &Scene<'_>, at: usize, end: usize, out: &Proposals) -> bool {
    scene.is_any(at, &phrase!(["đông", "tây"]))
        && end == at + 2
        && scene.is_any(at + 1, &phrase!(["bắc", "nam"]))
        && scene.token(end).shape == Shape::Lower
        && scene.is_joined(end)
        && out.candidates.starting_at(end).any(|c| c.kind == Kind::Place)
}

/// Whether a site, a line, a company or a person bears the name of a unit: chợ truyền thống `Bát Tràng`, metro Nhổn - `Cầu Giấy`, Chủ tịch `Hòa Phát`, Nam Trung `bộ`.
fn is_of_another(scene: &Scene<'_>, at: usize, end: usize, left: Left) -> bool {
    let is_headed = left == Left::Office;
    let is_person = || scene.named(at, Role::Person).any(|(stop, _)| stop == end);
    let is_firm = || scene.is(at.wrapping_sub(1), word!("tịch"));
    is_headed && (is_firm() || is_person())
        || scene.is(end, word!("bộ")) && scene.is_joined(end)
        || context::is_of_site(scene, at)
        || context::is_end_of_line(scene, at)
}

/// Whether a name of one syllable may be a place by itself.
fn is_name(listed: Listed) -> bool {
    // `Bali`, `Crimea`: an island or a peninsula that the lists let stand alone.
    listed.may_be(SURE | FOREIGN) || listed.alone
}

/// A name of one syllable, which may be a given name or a word: `Mỹ`, `Anh`, `Huế`, `Vinh`, `Pleiku`.
fn single(
    scene: &Scene<'_>,
    at: usize,
    left: Left,
    listed: Listed,
    ambiguous: bool,
    out: &Proposals,
) -> Verdict {
    /// They begin sentences as pronouns and nouns.
    const WORDS: Words = words!(["anh", "ý", "áo", "hàn"]);
    let next = scene.token(at + 1);
    let is_joined = next.is_capital() && next.gap == Gap::Space;
    let next_foreign = is_joined && scene.is_foreign(at + 1);
    let goes_on = is_joined && !next_foreign;
    let stands = matches!(left, Left::Office | Left::Locative | Left::Land);
    let is_country = listed.may_be(Level::Country.bit());
    let is_name = is_name(listed);
    if scene.is_foreign(at) {
        // `Whitney Houston`, `Jordan Pickford`, `Tokyo Motor Show`.
        let before_foreign = left == Left::Capital && scene.is_foreign(at.wrapping_sub(1));
        let is_sure = stands || left == Left::Acronym || is_country && !ambiguous;
        let part = before_foreign && !is_country || next_foreign && !is_sure;
        if is_name || listed.may_be(Level::District.bit()) && left != Left::Capital {
            return if part || left == Left::Capital && goes_on { None } else { BARE };
        }
    }
    let shouted = name::is_shouted(scene, at, at + 1);
    if goes_on {
        return if left == Left::Office && is_name && !shouted { BARE } else { None };
    }
    const SHORT: Words = words!(["anh", "đức", "nhật", "ý", "áo", "pháp", "hàn", "bỉ", "thái"]);
    if left == Left::Capital || shouted && scene.is_in(at, &SHORT) {
        return None;
    }
    if is_name && stands {
        return BARE;
    }
    if context::is_chained(scene, at, listed, out) {
        return Some(("rule/place/chain", Strength::Likely));
    }
    if !is_name || context::is_credit(scene, at, at + 1) {
        return None;
    }
    if scene.is_sentence_start(at) {
        let (is_word, quoted) = (scene.is_in(at, &WORDS), scene.is_mark(at.wrapping_sub(1), '('));
        return (quoted || !is_word && !ambiguous)
            .then_some(("rule/place/bare", Strength::Possible));
    }
    BARE
}

/// Whether what stands beside a name takes it out of the language of places: `tiếng Anh`, `Việt Nam hóa`, `VOV.VN`, or a listed string that is no place.
fn is_blocked(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let listed = (0..=3).any(|back| {
        at.checked_sub(back)
            .is_some_and(|start| scene.blocked(start, Kind::Place).any(|stop| stop >= end))
    });
    let before = at.wrapping_sub(1);
    let joined = scene.is_joined(at);
    // `phía Tây Bắc`, `gió Đông Nam`
    let is_direction = joined
        && scene.is_in(before, &words!(["phía", "hướng", "gió", "góc"]))
        && (at..end).all(|at| scene.is_in(at, &words!(["đông", "tây", "nam", "bắc"])));
    is_direction
        || listed
        || joined && scene.is_any(before, &phrase!(["tiếng", "chữ"]))
        || joined
            && scene.is_glued(at)
            && ['.', '@', '_', '#'].iter().any(|mark| scene.is_mark(before, *mark))
            && !scene.is_any(at, &phrase!(["tp"]))
        || scene.is_joined(end)
            && scene.is(end, word!("hóa"))
            && scene.token(end).shape == Shape::Lower
        || scene.is_glued(end) && (scene.is_mark(end, '+') || scene.is_mark(end, '@'))
}
