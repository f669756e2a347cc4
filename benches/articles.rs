//! The text that the benches read: a file of real articles, or articles made from the gazetteers by a seeded generator, each unlike the others.

use dinhdanh::{Extractor, Gazetteers};

/// Bytes of text that are enough to keep caches and branch predictors from learning it.
const ENOUGH: usize = 10_000_000;
/// Bytes that show that a bench runs.
const LITTLE: usize = 200_000;

/// Articles in their order.
pub struct Articles {
    news: Vec<String>,
}

/// The bytes of some articles.
pub fn bytes(articles: &[String]) -> usize {
    articles.iter().map(String::len).sum()
}

impl Articles {
    /// The articles of the file that `DINHDANH_BENCH_TEXT` names, else made ones; a few of them if benches are only tried.
    pub fn load() -> Self {
        let is_trial = std::env::args().any(|argument| argument == "--test");
        let wanted = if is_trial { LITTLE } else { ENOUGH };
        let mut news = match std::env::var("DINHDANH_BENCH_TEXT") {
            Ok(path) => {
                let text = std::fs::read_to_string(&path)
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
                text.split("\n\n")
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .map(str::to_owned)
                    .collect()
            }
            Err(_) => made(wanted),
        };
        if is_trial {
            let mut read = 0;
            news.retain(|article| {
                read += article.len();
                read < LITTLE
            });
        }
        assert!(
            is_trial || bytes(&news) >= wanted,
            "{} bytes are too few to measure with",
            bytes(&news)
        );
        Self { news }
    }

    pub fn news(&self) -> &[String] {
        &self.news
    }

    /// Articles of the sentences in which nothing is found.
    pub fn without_entities(&self, extractor: &Extractor) -> Vec<String> {
        let is_plain = |text: &str| extractor.extract(text).entities().len() == 0;
        let mut plain = Vec::new();
        for article in &self.news {
            let sentences = article.split_inclusive(['.', '\n']);
            let kept: String = sentences.filter(|sentence| is_plain(sentence)).collect();
            if !kept.trim().is_empty() && is_plain(&kept) {
                plain.push(kept);
            }
        }
        plain
    }
}

/// So many bytes of made articles.
fn made(wanted: usize) -> Vec<String> {
    let gazetteers = Gazetteers::bundled();
    let mut writer = Writer { lists: Lists::of(&gazetteers), random: Random(2024) };
    let mut articles = Vec::new();
    let mut length = 0;
    while length < wanted {
        let article = writer.article();
        length += article.len();
        articles.push(article);
    }
    articles
}

/// The SplitMix64 generator.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// Names to fill sentences with.
struct Lists<'g> {
    surnames: Vec<&'g str>,
    ranks: Vec<&'g str>,
    bodies: Vec<&'g str>,
    provinces: Vec<&'g str>,
    districts: Vec<&'g str>,
    communes: Vec<&'g str>,
    countries: Vec<&'g str>,
    types: Vec<&'g str>,
}

impl<'g> Lists<'g> {
    fn of(gazetteers: &'g Gazetteers) -> Self {
        let names = |lists: &[&str]| -> Vec<&'g str> {
            lists
                .iter()
                .flat_map(|list| gazetteers.entries(list))
                .map(|entry| entry.name())
                .collect()
        };
        Self {
            surnames: names(&["person/surname.tsv"]),
            ranks: names(&["person/rank.tsv"]),
            bodies: names(&[
                "organization/ministry.tsv",
                "organization/department.tsv",
                "organization/party.tsv",
                "organization/state.tsv",
                "organization/army.tsv",
                "organization/police.tsv",
                "organization/school.tsv",
            ]),
            provinces: names(&["place/province.tsv"]),
            districts: names(&["place/district.tsv"]),
            communes: names(&["place/commune.tsv", "place/commune_until_2025.tsv"]),
            countries: names(&["place/country.tsv"]),
            types: names(&["document/type.tsv"]),
        }
    }
}

const MIDDLES: &[&str] =
    &["Văn", "Thị", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Ngọc", "Thanh", "Công", "Đình", "Thu"];
const GIVEN: &[&str] = &[
    "An", "Bình", "Cường", "Dũng", "Hạnh", "Hiền", "Khoa", "Lâm", "Nga", "Phúc", "Quyên", "Sơn",
    "Thái", "Tuyết", "Vinh", "Yến",
];
const TITLES: &[&str] = &[
    "Giám đốc",
    "Phó Giám đốc",
    "Bí thư",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Cục trưởng",
    "Chánh Văn phòng",
    "Tư lệnh",
    "Trưởng ban",
    "Hiệu trưởng",
];
const HONORIFICS: &[&str] = &["ông", "bà", "đồng chí", "anh", "chị"];
const HEADS: &[&str] = &[
    "UBND tỉnh",
    "Công an tỉnh",
    "Tỉnh ủy",
    "Sở Y tế",
    "Sở Tài chính",
    "HĐND tỉnh",
    "Bộ đội Biên phòng tỉnh",
    "Báo",
];
const SAID: &[&str] =
    &["cho biết", "nhấn mạnh", "khẳng định", "đề nghị", "lưu ý", "đánh giá cao", "yêu cầu"];
const SYMBOLS: &[&str] =
    &["NĐ-CP", "QĐ-TTg", "NQ/TW", "QĐ-UBND", "KH-UBND", "TT-BCA", "NQ/TU", "CT-TTg"];
const PARTS: &[&str] = &["Sáng", "Chiều", "Tối", "Trưa"];

/// Words of plain sentences; none is part of a name or a date.
const WORDS: &[&str] = &[
    "bà con",
    "người dân",
    "nông dân",
    "doanh nghiệp",
    "hộ nghèo",
    "cán bộ",
    "chiến sĩ",
    "học sinh",
    "giáo viên",
    "bệnh nhân",
    "thanh niên",
    "phụ nữ",
    "đời sống",
    "sản xuất",
    "chăn nuôi",
    "trồng trọt",
    "hạ tầng",
    "giao thông",
    "môi trường",
    "giáo dục",
    "sức khỏe",
    "việc làm",
    "thu nhập",
    "vốn vay",
    "giống lúa",
    "cây trồng",
    "vật nuôi",
    "nguồn nước",
    "rừng phòng hộ",
    "kênh mương",
    "cầu treo",
    "trường học",
    "triển khai",
    "thực hiện",
    "phối hợp",
    "tuyên truyền",
    "vận động",
    "hỗ trợ",
    "giúp đỡ",
    "kiểm tra",
    "xử lý",
    "khắc phục",
    "đầu tư",
    "xây dựng",
    "nâng cấp",
    "mở rộng",
    "bàn giao",
    "hướng dẫn",
    "kịp thời",
    "hiệu quả",
    "đồng bộ",
    "chặt chẽ",
    "nghiêm túc",
    "thường xuyên",
    "nhanh chóng",
    "bền vững",
    "rõ rệt",
    "an toàn",
    "thiết thực",
    "sâu rộng",
    "đúng tiến độ",
    "từng bước",
    "chủ động",
    "tích cực",
    "đã được",
    "đang được",
    "sẽ được",
    "còn",
    "rất",
    "khá",
    "nhiều",
    "một số",
    "những",
    "các",
    "cùng",
    "để",
    "nhằm",
    "theo đó",
    "bên cạnh đó",
    "do vậy",
    "tuy nhiên",
    "nhờ đó",
    "trong khi",
    "nếu không",
];

/// Writes articles.
struct Writer<'g> {
    lists: Lists<'g>,
    random: Random,
}

impl Writer<'_> {
    fn article(&mut self) -> String {
        let mut text = capitalized(&self.plain(6));
        text.push('\n');
        for _ in 0..3 + self.random.below(5) {
            for _ in 0..2 + self.random.below(4) {
                let sentence = self.sentence();
                text.push_str(&capitalized(&sentence));
                text.push_str(". ");
            }
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
        text.push_str(&self.person());
        text
    }

    fn sentence(&mut self) -> String {
        let length = 8 + self.random.below(10);
        let plain = self.plain(length);
        let place = self.place();
        let said = self.random.of(SAID);
        match self.random.below(10) {
            0 => {
                format!("{} {}, {} {place} {plain}", self.random.of(PARTS), self.day(), self.body())
            }
            1 => format!(
                "{} {}, {} {}, {said} {plain}",
                self.random.of(HONORIFICS),
                self.person(),
                self.random.of(TITLES),
                self.body()
            ),
            2 => format!(
                "{} {}, {} {}, {said}: “{}”",
                name(&self.lists.ranks, &mut self.random),
                self.person(),
                self.random.of(TITLES),
                self.body(),
                capitalized(&plain)
            ),
            3 => {
                format!("theo {} ngày {} của {}, {plain}", self.document(), self.day(), self.body())
            }
            4 => format!("tại {place}, {plain}"),
            5 => format!("từ ngày {} đến ngày {}, {} {plain}", self.day(), self.day(), self.body()),
            6 => format!(
                "{plain} với {} và {}",
                name(&self.lists.countries, &mut self.random),
                name(&self.lists.countries, &mut self.random)
            ),
            7 => format!("giai đoạn {}, {} {plain}", self.years(), self.random.of(HEADS)),
            _ => plain,
        }
    }

    /// A sentence without names.
    fn plain(&mut self, length: usize) -> String {
        let words: Vec<&str> = (0..length).map(|_| self.random.of(WORDS)).collect();
        words.join(" ")
    }

    fn person(&mut self) -> String {
        let surname = name(&self.lists.surnames, &mut self.random);
        format!("{surname} {} {}", self.random.of(MIDDLES), self.random.of(GIVEN))
    }

    fn body(&mut self) -> String {
        match self.random.below(2) {
            0 => name(&self.lists.bodies, &mut self.random).to_owned(),
            _ => format!(
                "{} {}",
                self.random.of(HEADS),
                name(&self.lists.provinces, &mut self.random)
            ),
        }
    }

    fn place(&mut self) -> String {
        let province = name(&self.lists.provinces, &mut self.random);
        match self.random.below(3) {
            0 => format!("tỉnh {province}"),
            1 => {
                format!("huyện {}, tỉnh {province}", name(&self.lists.districts, &mut self.random))
            }
            _ => format!("xã {}", name(&self.lists.communes, &mut self.random)),
        }
    }

    fn document(&mut self) -> String {
        let (number, year) = (1 + self.random.below(300), 2010 + self.random.below(16));
        format!(
            "{} số {number}/{year}/{}",
            name(&self.lists.types, &mut self.random),
            self.random.of(SYMBOLS)
        )
    }

    fn day(&mut self) -> String {
        let (day, month) = (1 + self.random.below(28), 1 + self.random.below(12));
        match self.random.below(2) {
            0 => format!("{day}/{month}"),
            _ => format!("{day}/{month}/{}", 2010 + self.random.below(16)),
        }
    }

    fn years(&mut self) -> String {
        let first = 2000 + self.random.below(25);
        format!("{first}-{}", first + 5)
    }
}

/// One of some names.
fn name<'g>(names: &[&'g str], random: &mut Random) -> &'g str {
    names[random.below(names.len())]
}

fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
