//! The shape in which results are written: one object an article, as the README describes it.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::explain::Explanation;
use crate::{
    Day, Decision, Entity, Extraction, Fate, Kind, OffsetUnit, Offsets, ReferenceDate, Span,
};

impl Extraction<'_> {
    /// The extraction with offsets in this unit, to be written as JSON or in any other format that serde knows.
    ///
    /// It is an object of `reference_date`, left out where there is none, and `entities`; an [`Entity`] serializes into one of these. Serializing the extraction itself gives offsets in bytes.
    ///
    /// ```
    /// use dinhdanh::{Extractor, Gazetteer, Kind, OffsetUnit};
    /// let ours = Gazetteer::from_names("ours", Kind::Place, ["Vịnh Hạ Long"])?;
    /// let extractor = Extractor::builder().gazetteers(Default::default()).gazetteer(ours).build();
    /// let extraction = extractor.extract("Đến Vịnh Hạ Long");
    /// assert_eq!(
    ///     serde_json::to_string(&extraction.with_offsets(OffsetUnit::CodePoint))?,
    ///     concat!(
    ///         r#"{"entities":[{"kind":"place","start":4,"end":16,"text":"Vịnh Hạ Long","parent":null,"#,
    ///         r#""rule":"gazetteer/ours:3","value":{"name":"Vịnh Hạ Long"}}]}"#,
    ///     ),
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_offsets(&self, unit: OffsetUnit) -> impl Serialize + '_ {
        WithOffsets { extraction: self, unit }
    }
}

/// An extraction and the unit of its offsets.
struct WithOffsets<'e> {
    extraction: &'e Extraction<'e>,
    unit: OffsetUnit,
}

/// The entities of an extraction as a list.
struct Entities<'e>(&'e WithOffsets<'e>);

/// An entity whose span is converted.
struct Converted<'e> {
    entity: Entity<'e>,
    span: Span,
}

impl Serialize for Extraction<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_offsets(OffsetUnit::Byte).serialize(serializer)
    }
}

impl Serialize for WithOffsets<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = self.extraction.reference_date().map(|date| date.day());
        let mut object =
            serializer.serialize_struct("Extraction", 1 + usize::from(day.is_some()))?;
        field(&mut object, "reference_date", day)?;
        object.serialize_field("entities", &Entities(self))?;
        object.end()
    }
}

impl Serialize for Entities<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(WithOffsets { extraction, unit }) = *self;
        let mut offsets = Offsets::new(extraction.text(), *unit);
        let entities = extraction.entities();
        let mut list = serializer.serialize_seq(Some(entities.len()))?;
        for entity in entities {
            let span = offsets.convert(entity.span());
            list.serialize_element(&Converted { entity, span })?;
        }
        list.end()
    }
}

impl Serialize for Entity<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Converted { entity: *self, span: self.span() }.serialize(serializer)
    }
}

impl Serialize for Converted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { entity, span } = self;
        let mention_of = entity.mention_of();
        let length = 7 + usize::from(mention_of.is_some());
        let mut object = serializer.serialize_struct("Entity", length)?;
        object.serialize_field("kind", &entity.kind())?;
        object.serialize_field("start", &span.start())?;
        object.serialize_field("end", &span.end())?;
        object.serialize_field("text", entity.as_str())?;
        object.serialize_field("parent", &entity.parent().map(Entity::index))?;
        object.serialize_field("rule", &format_args!("{}", entity.record.reason))?;
        object.serialize_field("value", entity.value())?;
        field(&mut object, "entity", mention_of)?;
        object.end()
    }
}

/// Writes a field, or leaves it out where it is absent.
pub(crate) fn field<S: SerializeStruct>(
    object: &mut S,
    key: &'static str,
    value: Option<impl Serialize>,
) -> Result<(), S::Error> {
    match value {
        Some(value) => object.serialize_field(key, &value),
        None => object.skip_field(key),
    }
}

impl Explanation {
    /// The explanation with offsets in this unit, to be written as JSON; `text` is the text that was explained.
    ///
    /// It is a list of objects of `kind`, `start`, `end`, `rule` and `fate`, which is `accepted`, `held`, `blocked`, `lost` or `refused`. A lost one has `to`, the candidate that won (`kind`, `start`, `end`, `rule`);
    /// one that the article as a whole decided has `by`, the rule of that. Serializing the explanation itself gives offsets in bytes.
    pub fn with_offsets<'e>(&'e self, text: &'e str, unit: OffsetUnit) -> impl Serialize + 'e {
        Decisions { explanation: self, text, unit }
    }
}

/// An explanation and the unit of its offsets.
struct Decisions<'e> {
    explanation: &'e Explanation,
    text: &'e str,
    unit: OffsetUnit,
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_offsets("", OffsetUnit::Byte).serialize(serializer)
    }
}

impl Serialize for Decisions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut offsets = Offsets::new(self.text, self.unit);
        let decisions = self.explanation.decisions();
        serializer.collect_seq(decisions.iter().map(|decision| Told::new(decision, &mut offsets)))
    }
}

/// A candidate as it is written.
#[derive(serde::Serialize)]
struct Proposed<'e> {
    kind: Kind,
    start: usize,
    end: usize,
    rule: std::borrow::Cow<'e, str>,
}

/// A decision as it is written.
#[derive(serde::Serialize)]
struct Told<'e> {
    #[serde(flatten)]
    candidate: Proposed<'e>,
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Proposed<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
}

impl<'e> Told<'e> {
    fn new(decision: &'e Decision, offsets: &mut Offsets<'_>) -> Self {
        let mut proposed = |kind, span, rule| {
            let span = offsets.convert(span);
            Proposed { kind, start: span.start(), end: span.end(), rule }
        };
        let candidate = proposed(decision.kind(), decision.span(), decision.rule().into());
        let (fate, to, by) = match decision.fate() {
            Fate::Accepted => ("accepted", None, None),
            Fate::Held => ("held", None, None),
            Fate::Blocked => ("blocked", None, None),
            Fate::Lost { kind, span, rule } => {
                ("lost", Some(proposed(*kind, *span, rule.into())), None)
            }
            Fate::Article { rule, accepted: true } => ("accepted", None, Some(*rule)),
            Fate::Article { rule, accepted: false } => ("refused", None, Some(*rule)),
        };
        Self { candidate, fate, to, by }
    }
}

impl Serialize for Decision {
    /// As in the list that an [`Explanation`] is, with offsets in bytes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Told::new(self, &mut Offsets::new("", OffsetUnit::Byte)).serialize(serializer)
    }
}

impl Serialize for ReferenceDate {
    /// `day` and `rule`, and `start` and `end` in bytes where the text says it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("ReferenceDate", 4)?;
        object.serialize_field("day", &self.day())?;
        object.serialize_field("rule", self.rule())?;
        field(&mut object, "start", self.span().map(Span::start))?;
        field(&mut object, "end", self.span().map(Span::end))?;
        object.end()
    }
}

impl<'d> Deserialize<'d> for Span {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Ends {
            start: usize,
            end: usize,
        }
        let Ends { start, end } = Ends::deserialize(deserializer)?;
        match start <= end {
            true => Ok(Span::new(start, end)),
            false => Err(D::Error::custom("expected a span that ends after it starts")),
        }
    }
}

impl Serialize for OffsetUnit {
    /// Its name: `bytes`, `chars`, `utf16`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'d> Deserialize<'d> for OffsetUnit {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Serialize for Day {
    /// `YYYY-MM-DD`
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'d> Deserialize<'d> for Day {
    /// `YYYY-MM-DD`
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use crate::value::*;
    use crate::{Day, Value};

    fn json(value: Value) -> String {
        serde_json::to_string(&value).unwrap()
    }

    fn text(text: &'static str) -> Option<Text> {
        Some(text.into())
    }

    fn day(text: &str) -> Option<Day> {
        text.parse().ok()
    }

    #[test]
    fn values_have_these_parts() {
        let office = |title| OfficeStatus { title: text(title), former: true, acting: true };
        let person = PersonValue {
            name: text("Lê Đức Thái"),
            rank: text("Trung tướng"),
            positions: vec!["Tư lệnh Bộ đội Biên phòng".into()],
            former: vec![office("Bí thư")],
            acting: vec![office("Chủ tịch")],
            id: text("vn/1"),
            id_rule: text("rule/identity/office"),
            gender: text("m"),
        };
        assert_eq!(
            json(Value::Person(person.into())),
            concat!(
                r#"{"name":"Lê Đức Thái","rank":"Trung tướng","positions":["Tư lệnh Bộ đội Biên phòng"],"#,
                r#""former":[{"title":"Bí thư","former":true,"acting":true}],"#,
                r#""acting":[{"title":"Chủ tịch","former":true,"acting":true}],"id":"vn/1","#,
                r#""id_rule":"rule/identity/office","gender":"m"}"#,
            ),
        );
        let organization = OrganizationValue {
            name: text("Tỉnh ủy Hải Dương"),
            r#type: text("party"),
            level: text("province"),
            place: text("Hải Dương"),
            id: text("vn/2"),
            successor: text("Thành ủy Hải Phòng"),
        };
        assert_eq!(
            json(organization.into()),
            concat!(
                r#"{"name":"Tỉnh ủy Hải Dương","type":"party","level":"province","place":"Hải Dương","#,
                r#""id":"vn/2","successor":"Thành ủy Hải Phòng"}"#,
            ),
        );
        let unit =
            |name| UnitRef { name: text(name), code: text("31"), id: text("vn/3"), part: true };
        let place = PlaceValue {
            name: text("Hải Dương"),
            level: text("province"),
            code: text("30"),
            id: text("vn/4"),
            now: vec![unit("Hải Phòng")],
            candidates: vec![unit("Hải Dương")],
        };
        assert_eq!(
            json(place.into()),
            concat!(
                r#"{"name":"Hải Dương","level":"province","code":"30","id":"vn/4","#,
                r#""now":[{"name":"Hải Phòng","code":"31","id":"vn/3","part":true}],"#,
                r#""candidates":[{"name":"Hải Dương","code":"31","id":"vn/3","part":true}]}"#,
            ),
        );
        let document = DocumentValue {
            r#type: text("Nghị định"),
            number: text("04"),
            year: Some(2019),
            symbol: text("NĐ-CP"),
            title: text("Biên phòng"),
            issuer: text("Chính phủ"),
            date: day("2019-12-30"),
            pinpoint: Some(Pinpoint { article: text("5"), clause: text("3"), point: text("a") }),
            citation: text("Nghị định số 04/2019/NĐ-CP"),
        };
        assert_eq!(
            json(document.into()),
            concat!(
                r#"{"type":"Nghị định","number":"04","year":2019,"symbol":"NĐ-CP","title":"Biên phòng","#,
                r#""issuer":"Chính phủ","date":"2019-12-30","pinpoint":{"article":"5","clause":"3","point":"a"},"#,
                r#""citation":"Nghị định số 04/2019/NĐ-CP"}"#,
            ),
        );
        let date = DateValue {
            from: day("2024-03-05"),
            to: day("2024-03-05"),
            edtf: text("2024-03-05"),
            precision: Some(Precision::Day),
            implied: vec!["year".into()],
            part_of_day: text("morning"),
            time: text("08:00"),
            calendar: text("lunar"),
        };
        assert_eq!(
            json(date.into()),
            concat!(
                r#"{"from":"2024-03-05","to":"2024-03-05","edtf":"2024-03-05","precision":"day","#,
                r#""implied":["year"],"part_of_day":"morning","time":"08:00","calendar":"lunar"}"#,
            ),
        );
        let rank = RankValue { name: text("Trung tướng"), force: text("army") };
        assert_eq!(json(rank.into()), r#"{"name":"Trung tướng","force":"army"}"#);
        let own = OwnValue { label: text("PRODUCT"), name: text("SJC"), id: text("p/1") };
        assert_eq!(json(own.into()), r#"{"label":"PRODUCT","name":"SJC","id":"p/1"}"#);
        let position = PositionValue {
            title: text("Bí thư"),
            organization: text("Tỉnh ủy"),
            place: text("Quảng Ninh"),
            former: true,
            acting: true,
            from: text("2020-01-01"),
            until: text("2025-12-31"),
        };
        assert_eq!(
            json(position.into()),
            concat!(
                r#"{"title":"Bí thư","organization":"Tỉnh ủy","place":"Quảng Ninh","#,
                r#""former":true,"acting":true,"from":"2020-01-01","until":"2025-12-31"}"#,
            ),
        );
    }

    #[test]
    fn absent_parts_are_left_out() {
        for value in [
            Value::from(PersonValue::default()),
            OrganizationValue::default().into(),
            PlaceValue::default().into(),
            DocumentValue::default().into(),
            DateValue::default().into(),
            RankValue::default().into(),
            OwnValue::default().into(),
            PositionValue::default().into(),
        ] {
            assert_eq!((json(value.clone()).as_str(), value.to_string().as_str()), ("{}", ""));
        }
    }
}
