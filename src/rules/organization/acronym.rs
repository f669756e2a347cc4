//! Names that the text gives to a body: acronyms in parentheses after the full name and names after "gọi tắt là"; acronyms in datelines.
//!
//! ```text
//! defined  = body "(" letters ")"                                    Bộ đội Biên phòng (BĐBP)
//!          | body "(" the initials of its last words, joined ")"         Bộ Giáo dục và Đào tạo (GD&ĐT)
//!          | company "(" brand ")"                                   Công ty Xổ số điện toán (Vietlott)
//!          | body "(" its first words ")"                            Ban Chỉ đạo cải cách tư pháp (Ban Chỉ đạo)
//!          | body … "(" its head alone ")"                            Hội đồng thẩm định … đề án (Hội đồng)
//!          | body ["("] … ("gọi" | "viết") ["tắt"] "là" name         … (sau đây gọi tắt là Hội đồng)
//! dateline = "(" letters ")" "-", at the beginning of a line         (BĐ) - Sáng 22.4, …
//! ```

use crate::Kind;
use crate::candidate::{Candidate, Strength};
use crate::gazetteer::Role;
use crate::rules::{Proposals, Proposer, Scene, Triggers};
use crate::text::{Shape, Sym, Words, phrase, word, words};

/// Letters in capitals, in parentheses.
pub(crate) const PROPOSER: Proposer = Proposer {
    rules: &["rule/organization/defined", "rule/organization/dateline"],
    triggers: Triggers { words: &[Sym::punctuation('(')], roles: &[], shapes: &[] },
    propose,
};

/// Brands in parentheses after a company, `(Vietlott)`, and the first words of a body after it.
pub(crate) const BRAND: Proposer = Proposer {
    rules: &["rule/organization/defined"],
    triggers: Triggers { words: &[Sym::punctuation('(')], roles: &[], shapes: &[] },
    propose: propose_brand,
};

fn propose_brand(scene: &Scene<'_>, bracket: usize, out: &mut Proposals) {
    let at = bracket + 1;
    if !matches!(scene.token(at).shape, Shape::Title | Shape::Mixed) {
        return;
    }
    let brand = scene.is_mark(at + 1, ')')
        && scene.is_foreign(at)
        && scene.longest(at, Role::Place).is_none()
        && follows_company(scene, at - 1, out);
    let end = if brand { Some(at + 1) } else { beginning(scene, at, out) };
    if let Some(end) = end {
        let name = Candidate::new(Kind::Organization, at, end, "rule/organization/defined");
        out.push(if brand { name } else { name.closed() });
    }
}

/// The end of words in parentheses that the body before them begins with: `Ban Chỉ đạo cải cách tư pháp Trung ương (Ban Chỉ đạo)`.
fn beginning(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    let end = (at + 2..at + 7).find(|end| scene.is_mark(*end, ')'))?;
    let length = end - at;
    let repeats = |start: usize| {
        (0..length).all(|word| scene.token(start + word).sym == scene.token(at + word).sym)
    };
    let begins = out.candidates.ending_at(at - 1).any(|c| {
        c.kind == Kind::Organization
            && c.strength > Strength::Possible
            && c.len() > length
            && repeats(c.start())
    });
    (scene.is_joined(at - 1) && (begins || shortens(scene, at, end, out))).then_some(end)
}

/// Whether a head alone in brackets takes up a body that the sentence named in full farther back: `Hội đồng thẩm định … đề án phát triển kinh tế (Hội đồng)`.
fn shortens(scene: &Scene<'_>, at: usize, end: usize, out: &Proposals) -> bool {
    /// Tokens between the body and the brackets at most.
    const FARTHEST: usize = 60;
    let is_head = end > at + 1 && scene.is_named(at, end, Role::Head);
    let words = |start: usize| (start..start + end - at).map(|at| scene.token(at).sym);
    let is_full = |start: usize| {
        out.candidates.starting_at(start).any(|c| {
            c.kind == Kind::Organization && c.strength > Strength::Possible && c.len() > end - at
        })
    };
    let alone = is_head && takes_up(scene, at, end);
    is_head
        && (at.saturating_sub(FARTHEST)..at)
            .rev()
            .any(|start| words(start).eq(words(at)) && (alone || is_full(start)))
}

/// Whether a company or institute ends before an opening parenthesis.
fn follows_company(scene: &Scene<'_>, mark: usize, out: &Proposals) -> bool {
    const HEADS: Words =
        words!(
            ["công", "cty", "ctcp", "tổng", "tập", "ngân", "nhà", "quỹ", "hãng", "xí", "trung",]
        );
    scene.is_joined(mark)
        && out.candidates.ending_at(mark).any(|c| {
            c.kind == Kind::Organization
                && c.strength > Strength::Possible
                && c.len() > 2
                && scene.is_in(c.start(), &HEADS)
        })
}

/// "gọi tắt là", "viết tắt là".
pub(crate) const CALLED: Proposer = Proposer {
    rules: &["rule/organization/defined"],
    triggers: Triggers { words: &[word!("gọi"), word!("viết")], roles: &[], shapes: &[] },
    propose: propose_called,
};

/// Tokens of a name that is given so at most.
const LONGEST: usize = 6;

fn propose_called(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    let mut start = at + 1;
    while start < at + 4 && scene.is_any(start, &phrase!(["tắt", "chung", "là"])) {
        start += 1;
    }
    let called = scene.is(start - 1, word!("là"))
        || scene.is(start - 1, word!("tắt")) && scene.is_mark(start, ':');
    start += usize::from(scene.is_mark(start, ':'));
    start += usize::from(scene.is_mark(start, '"'));
    // `Anh rời EU, hay còn gọi là Brexit`: outside brackets it may be what is told of the body that has the name.
    let is_also = scene.is(at.wrapping_sub(1), word!("còn"));
    let opens = (2..=3).any(|back| scene.is_mark(at.wrapping_sub(back), '('));
    if !called || is_also && !opens || !scene.token(start).is_capital() {
        return;
    }
    let closes = |at: usize| [')', '"', ',', ';', '.'].iter().any(|mark| scene.is_mark(at, *mark));
    let end = (start + 1..=start + LONGEST).find(|end| !scene.is_joined(*end) || closes(*end));
    let is_word = |at: usize| scene.token(at).is_word() || scene.is_mark(at, '-');
    let end = end.filter(|end| (start..*end).all(is_word));
    let stands =
        |end: usize| is_body_before(scene, at, out) || opens && takes_up(scene, start, end);
    if let Some(end) = end.filter(|end| stands(*end)) {
        // What the article says of the name goes before a body composed of its words, and not before a list.
        let strength = match scene.is_named(start, end, Role::Organization) {
            true => Strength::Likely,
            false => Strength::Certain,
        };
        let name = Candidate::new(Kind::Organization, start, end, "rule/organization/defined");
        out.push(name.strength(strength).closed());
    }
}

/// Whether words that brackets define are a head of bodies of which there is one, so that no body need be known before them: `(sau đây gọi là Văn phòng)`, not `(sau đây gọi là Doanh nghiệp)`.
fn takes_up(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    scene.named(start, Role::Head).any(|(stop, head)| {
        let kind = scene.row(head).map_or("", |row| row.get("type"));
        stop == end
            && matches!(kind, "council" | "committee" | "steering-committee" | "office" | "board")
    })
}

/// Whether a body ends a few words before the words that call it by another name.
fn is_body_before(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let mut ends =
        (at.saturating_sub(4)..=at).filter(|end| (*end..at).all(|at| scene.is_joined(at)));
    ends.any(|end| {
        out.candidates
            .ending_at(end)
            .any(|c| c.kind == Kind::Organization && c.strength > Strength::Possible)
    })
}

fn propose(scene: &Scene<'_>, bracket: usize, out: &mut Proposals) {
    let (at, end) = (bracket + 1, bracket + 2);
    let is_upper = scene.token(at).shape == Shape::Upper && scene.text(at).chars().count() > 1;
    // `Công ty Truyền tải điện 1 (PTC1)`
    if is_upper
        && scene.token(end).shape == Shape::Number
        && scene.is_glued(end)
        && scene.is_mark(end + 1, ')')
        && follows_body(scene, bracket, 4, out)
        && !is_other(scene, at)
    {
        let rule = "rule/organization/defined";
        out.push(Candidate::new(Kind::Organization, at, end + 1, rule).closed());
    }
    if is_upper && let Some(end) = joined_initials(scene, at, out) {
        let rule = "rule/organization/defined";
        out.push(Candidate::new(Kind::Organization, at, end, rule).closed());
        return;
    }
    if !is_upper || !scene.is_mark(end, ')') || is_glued_to_word(scene, at) {
        return;
    }
    let (rule, strength) = match () {
        _ if follows_body(scene, at - 1, 2, out)
            && !is_other(scene, at)
            && !is_of_small_words(scene, at, out)
            && !is_of_title(scene, at, out)
            && !is_of_member(scene, at, out) =>
        {
            ("rule/organization/defined", Strength::Likely)
        }
        _ if is_dateline(scene, at, out) => ("rule/organization/dateline", Strength::Likely),
        _ => return,
    };
    out.push(Candidate::new(Kind::Organization, at, end, rule).strength(strength));
}

/// The end of letters that marks join, in brackets, where they are the initials of what the body before them is for: `Bộ Giáo dục và Đào tạo (GD&ĐT)`, `Sở Nông nghiệp và Phát triển nông thôn (NN-PTNT)`.
fn joined_initials(scene: &Scene<'_>, at: usize, out: &Proposals) -> Option<usize> {
    /// Parts that marks join at most.
    const MOST: usize = 4;
    let joins = |mark: usize| {
        scene.is_glued(mark)
            && scene.is_glued(mark + 1)
            && ['&', '-', ','].iter().any(|joint| scene.is_mark(mark, *joint))
            && scene.token(mark + 1).shape == Shape::Upper
    };
    let parts = (1..MOST).take_while(|part| joins(at + 2 * part - 1)).count();
    let end = at + 2 * parts + 1;
    if parts == 0 || !scene.is_mark(end, ')') || !follows_body(scene, at - 1, 3, out) {
        return None;
    }
    let letters = (at..end).filter(|at| scene.token(*at).shape == Shape::Upper);
    let mut letters = letters.flat_map(|at| scene.text(at).chars()).rev();
    let start = bodies_before(out, at).min()?;
    // The words of the body from its end back to its head.
    let mut words = (start + 1..at - 1)
        .rev()
        .filter(|at| scene.token(*at).is_word() && !scene.is(*at, word!("và")));
    let initial = |at: usize| scene.text(at).chars().next()?.to_uppercase().next();
    let all = letters.all(|letter| words.next().and_then(initial) == Some(letter));
    (all && words.next().is_none()).then_some(end)
}

/// Whether letters are part of a longer string.
fn is_glued_to_word(scene: &Scene<'_>, at: usize) -> bool {
    let end = at + 1;
    let after = scene.is_glued(end)
        && (scene.token(end).is_word() || scene.token(end).shape == Shape::Number);
    let dash = |mark: usize, next: usize| {
        scene.is_mark(mark, '-')
            && scene.is_glued(mark)
            && scene.is_glued(mark + 1)
            && scene.token(next).shape != Shape::Edge
    };
    let before = at > 0
        && scene.is_glued(at)
        && (scene.before(at).is_word() || scene.before(at).shape == Shape::Number);
    after
        || before
        || dash(end, end + 1)
        || at > 1 && dash(at - 1, at - 2)
        || scene.is_mark(end, '&') && scene.is_glued(end)
}

/// Whether a body of so many words or more ends before an opening parenthesis.
fn follows_body(scene: &Scene<'_>, mark: usize, least: usize, out: &Proposals) -> bool {
    let is_body = |c: &Candidate| {
        c.kind == Kind::Organization && c.strength > Strength::Possible && c.len() >= least
    };
    scene.is_joined(mark) && out.candidates.ending_at(mark).any(is_body)
}

/// Whether letters are those of the last words before the bracket, the first of which is no name's: `Ban Chỉ đạo phát triển doanh nghiệp (DN)`, `các doanh nghiệp Nhà nước (DNNN)`.
fn is_of_small_words(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let letters = scene.text(at);
    let count = letters.chars().count();
    let Some(first) = at.checked_sub(1 + count) else { return false };
    let initial = |at: usize| {
        let letter = scene.text(at).chars().next();
        letter.and_then(|letter| letter.to_uppercase().next())
    };
    let bodies = out.candidates.ending_at(at - 1).filter(|c| c.kind == Kind::Organization);
    let body = bodies.map(|c| c.start()).min().unwrap_or(first);
    // What follows the head tells the body: `Quỹ tương trợ ngư dân (TTND)`.
    first != body + 1
        && scene.token(first).shape == Shape::Lower
        && letters.chars().zip(first..).all(|(letter, at)| initial(at) == Some(letter))
}

/// Whether letters shorten what a committee is set up for and not its name: `Ban Chỉ đạo quốc gia về chống khai thác bất hợp pháp (IUU)`.
fn is_of_title(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let first = bodies_before(out, at).min();
    !scene.text(at).starts_with('B')
        && first.is_some_and(|start| scene.starts(start, &phrase!(["ban", "chỉ", "đạo"])))
}

/// Whether letters are those of the members of the body before them, `Đại biểu Quốc hội (ĐB)`: they begin as the words before the body do, and not as the body.
fn is_of_member(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let member = phrase!(["đại", "biểu"]);
    // Both letters that look so.
    let starts_so = scene.text(at).starts_with(['Đ', '\u{D0}']);
    let of_member = |start: usize| {
        start.checked_sub(member.len()).is_some_and(|first| scene.starts(first, &member))
            && !scene.is(start, member[0])
    };
    starts_so && bodies_before(out, at).any(of_member)
}

/// Where the bodies begin that end before the brackets of letters.
fn bodies_before(out: &Proposals, at: usize) -> impl Iterator<Item = usize> {
    let before = out.candidates.ending_at(at - 1);
    before.filter(|c| c.kind == Kind::Organization).map(|c| c.start())
}

/// `(BĐ) -` or `(BĐ) Sáng 5/3` at the beginning of a line.
fn is_dateline(scene: &Scene<'_>, at: usize, out: &Proposals) -> bool {
    let first = at.wrapping_sub(1);
    let dated = || out.candidates.starting_at(at + 2).any(|c| c.kind == Kind::Date);
    (first == 0 || !scene.is_joined(first)) && (scene.is_mark(at + 2, '-') || dated())
}

/// Whether letters stand for something else that the lists know.
fn is_other(scene: &Scene<'_>, at: usize) -> bool {
    scene.matches(at).iter().any(|found| {
        scene.index.matcher.name(found.name).is_some_and(|name| {
            found.end as usize == at + 1
                && matches!(
                    name.role,
                    Role::Place | Role::Rank | Role::Position | Role::DocumentType | Role::Class
                )
        })
    })
}

/// Brands of banks, of which no list has a word: `Techcombank`, `HDBank`.
pub(crate) const BANK: Proposer = Proposer {
    rules: &["rule/organization/bank"],
    triggers: Triggers { words: &[Sym::UNKNOWN], roles: &[], shapes: &[] },
    propose: propose_bank,
};

fn propose_bank(scene: &Scene<'_>, at: usize, out: &mut Proposals) {
    if !matches!(scene.token(at).shape, Shape::Title | Shape::Mixed) {
        return;
    }
    let text = scene.text(at);
    let stem = text.len().checked_sub(4).and_then(|start| text.split_at_checked(start));
    let is_brand = stem.is_some_and(|(stem, bank)| {
        bank.eq_ignore_ascii_case("bank") && stem.len() >= 2 && stem.is_ascii()
    });
    if is_brand && !is_glued_to_word(scene, at) {
        out.push(Candidate::new(Kind::Organization, at, at + 1, "rule/organization/bank"));
    }
}
