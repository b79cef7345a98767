//! Units as tables write them: `万元`, `%`, `10,000 persons`.

use super::{slug, words::is_chinese};
use crate::model::{Text, UnitKind, printed_number};

/// A unit as written, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UnitWords {
    /// As it stands in the table, for messages.
    pub(super) written: String,
    /// What follows a number of the table in its printed form: `万元`, ` ten thousand persons`.
    pub(super) suffix: String,
    /// The word for one: `元`.
    pub(super) base: String,
    /// How many of them one of the table is: 10,000 for `万元`.
    pub(super) scale: f64,
}

impl UnitWords {
    /// Takes a unit apart; a bracket around it is dropped.
    pub(super) fn new(written: &str) -> Self {
        let written = written.trim().trim_matches(['(', ')', '（', '）', '[', ']']).trim();
        let in_words = english_scale(written);
        let gap = if in_words.starts_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" };
        let suffix = format!("{gap}{in_words}");
        let one = format!("1{suffix}");
        let (scale, base) = match printed_number::parse(&one) {
            Ok(read) if read.value >= 1.0 && !read.unit.is_empty() => {
                (read.value, read.unit.to_owned())
            }
            // It would make the printed number unreadable, so it is left out there.
            _ => {
                return Self {
                    written: written.to_owned(),
                    suffix: String::new(),
                    base: written.to_owned(),
                    scale: 1.0,
                };
            }
        };
        Self { written: written.to_owned(), suffix, base, scale }
    }

    /// The unit of values that carry none, or none that is known.
    pub(super) fn is_known(&self) -> bool {
        let is_word = |word: &str| known(word).is_some();
        let is_rate = || {
            let parts = self.base.split_once(['/', '每']);
            parts.is_some_and(|(a, b)| is_word(a.trim()) && is_word(b.trim()))
        };
        is_word(&self.base) || is_rate() || self.scale > 1.0
    }
}

/// `10,000 persons` → `ten thousand persons`: a number inside a unit cannot follow another.
fn english_scale(written: &str) -> String {
    const SCALES: [(&str, &str); 7] = [
        ("100 million ", "hundred million "),
        ("100,000,000 ", "hundred million "),
        ("10,000 ", "ten thousand "),
        ("10 000 ", "ten thousand "),
        ("10000 ", "ten thousand "),
        ("1,000 ", "thousand "),
        ("1000 ", "thousand "),
    ];
    let rest = |number: &str| written.strip_prefix(number);
    let found = SCALES.iter().find_map(|(number, word)| Some(format!("{word}{}", rest(number)?)));
    found.unwrap_or_else(|| written.to_owned())
}

/// A unit of the data file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UnitOf {
    pub(super) id: String,
    pub(super) zh: String,
    pub(super) en_one: String,
    pub(super) en_other: String,
    pub(super) kind: UnitKind,
    /// Whether both languages have a word of their own.
    pub(super) is_bilingual: bool,
}

/// The unit of the data file for a base word.
pub(super) fn of_base(base: &str) -> UnitOf {
    if let Some(&(id, _, one, other, kind)) = known(base) {
        let zh = if is_chinese(base) { base.to_owned() } else { chinese_word(id).to_owned() };
        return UnitOf {
            id: id.to_owned(),
            zh,
            en_one: one.to_owned(),
            en_other: other.to_owned(),
            kind,
            is_bilingual: true,
        };
    }
    let kind = if base.starts_with('元') { UnitKind::Money } else { UnitKind::Count };
    UnitOf {
        id: slug::of(base, slug::Use::Other),
        zh: base.to_owned(),
        en_one: base.to_owned(),
        en_other: base.to_owned(),
        kind,
        is_bilingual: false,
    }
}

/// The words for figures whose unit the table does not give.
pub(super) fn not_given() -> (Text, UnitKind) {
    let words = Text { zh: "（单位未注明）".to_owned(), en: "(unit not given)".to_owned() };
    (words, UnitKind::Count)
}

type Known = (&'static str, &'static [&'static str], &'static str, &'static str, UnitKind);

/// Id, words (the Chinese one first), English for one, English for many, kind.
const KNOWN: &[Known] = &[
    ("person", &["人", "person", "persons", "people"], "person", "people", UnitKind::Count),
    ("person_ming", &["名"], "person", "people", UnitKind::Count),
    (
        "person_time",
        &["人次", "person-times", "person-time"],
        "instance",
        "instances",
        UnitKind::Count,
    ),
    ("household", &["户", "household", "households"], "household", "households", UnitKind::Count),
    ("item", &["个"], "unit", "units", UnitKind::Count),
    ("institution", &["家"], "institution", "institutions", UnitKind::Count),
    ("facility", &["所"], "facility", "facilities", UnitKind::Count),
    ("site", &["处", "site", "sites"], "site", "sites", UnitKind::Count),
    ("case", &["件", "case", "cases"], "case", "cases", UnitKind::Count),
    ("project", &["项", "project", "projects"], "project", "projects", UnitKind::Count),
    ("event", &["场", "event", "events"], "event", "events", UnitKind::Count),
    ("session", &["期"], "session", "sessions", UnitKind::Count),
    ("occasion", &["次", "time", "times"], "time", "times", UnitKind::Count),
    ("bed", &["张", "bed", "beds"], "bed", "beds", UnitKind::Count),
    ("machine", &["台"], "machine", "machines", UnitKind::Count),
    ("vehicle", &["辆", "vehicle", "vehicles"], "vehicle", "vehicles", UnitKind::Count),
    ("set", &["套"], "set", "sets", UnitKind::Count),
    ("copy", &["册", "份", "本"], "copy", "copies", UnitKind::Count),
    ("medal", &["枚", "medal", "medals"], "medal", "medals", UnitKind::Count),
    ("tonne", &["吨", "tonne", "tonnes", "ton", "tons"], "tonne", "tonnes", UnitKind::Count),
    ("kilogram", &["公斤", "千克", "kg"], "kg", "kg", UnitKind::Count),
    ("kilometre", &["公里", "千米", "km"], "km", "km", UnitKind::Count),
    ("metre", &["米", "m"], "m", "m", UnitKind::Count),
    ("hour", &["小时", "hour", "hours"], "hour", "hours", UnitKind::Count),
    ("day", &["天", "day", "days"], "day", "days", UnitKind::Count),
    ("year", &["岁", "年", "year", "years"], "year", "years", UnitKind::Count),
    ("kwh", &["千瓦时", "kwh"], "kWh", "kWh", UnitKind::Count),
    ("yuan", &["元", "yuan", "rmb", "cny"], "yuan", "yuan", UnitKind::Money),
    (
        "us_dollar",
        &["美元", "us dollar", "us dollars", "usd", "us$"],
        "US dollar",
        "US dollars",
        UnitKind::Money,
    ),
    ("percent", &["%", "％", "percent", "per cent"], "%", "%", UnitKind::Percent),
    (
        "percentage_point",
        &["个百分点", "百分点", "percentage point", "percentage points"],
        "percentage point",
        "percentage points",
        UnitKind::PercentagePoint,
    ),
    ("per_mille", &["‰", "per mille"], "‰", "‰", UnitKind::PercentagePoint),
    (
        "km2",
        &["平方公里", "平方千米", "km²", "km2", "sq km", "sq.km"],
        "km²",
        "km²",
        UnitKind::Area,
    ),
    ("m2", &["平方米", "m²", "m2", "sq m"], "m²", "m²", UnitKind::Area),
    ("hectare", &["公顷", "hectare", "hectares", "ha"], "hectare", "hectares", UnitKind::Area),
    ("mu", &["亩", "mu"], "mu", "mu", UnitKind::Area),
];

fn known(word: &str) -> Option<&'static Known> {
    let folded = word.to_lowercase();
    KNOWN.iter().find(|(_, words, ..)| words.contains(&folded.as_str()))
}

/// The Chinese word of a known unit that a table names in English.
fn chinese_word(id: &str) -> &'static str {
    let found = KNOWN.iter().find(|it| it.0 == id);
    found.and_then(|(_, words, ..)| words.first().copied()).unwrap_or_default()
}

/// A heading with its unit in brackets or behind a comma, taken apart: `就业率（%）`.
pub(super) fn split_heading(heading: &str) -> (String, Option<UnitWords>) {
    let heading = heading.trim();
    for (open, close) in [('（', '）'), ('(', ')'), ('[', ']'), ('（', ')'), ('(', '）')] {
        if let Some(inner) = heading.strip_suffix(close)
            && let Some((name, unit)) = inner.rsplit_once(open)
            && !name.trim().is_empty()
        {
            let unit = unit.trim().trim_start_matches("单位").trim_start_matches(['：', ':']);
            let unit = UnitWords::new(unit);
            if unit.is_known() {
                return (name.trim().to_owned(), Some(unit));
            }
        }
    }
    if let Some((name, unit)) = heading.rsplit_once(['，', ',', '/', '：'])
        && !name.trim().is_empty()
    {
        let unit = UnitWords::new(unit);
        if unit.is_known() {
            return (name.trim().to_owned(), Some(unit));
        }
    }
    (heading.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::{UnitWords, of_base, split_heading};
    use crate::model::UnitKind;

    #[test]
    fn units_are_taken_apart() {
        for (written, suffix, base, scale) in [
            ("万元", "万元", "元", 1e4),
            ("（亿元）", "亿元", "元", 1e8),
            ("万人次", "万人次", "人次", 1e4),
            ("%", "%", "%", 1.0),
            ("个百分点", "个百分点", "个百分点", 1.0),
            ("平方公里", "平方公里", "平方公里", 1.0),
            ("千米", "千米", "千米", 1.0),
            ("元/人", "元/人", "元/人", 1.0),
            ("10,000 persons", " ten thousand persons", "persons", 1e4),
            ("100 million yuan", " hundred million yuan", "yuan", 1e8),
        ] {
            let unit = UnitWords::new(written);
            assert_eq!((unit.suffix.as_str(), unit.base.as_str()), (suffix, base), "{written}");
            assert!((unit.scale - scale).abs() < 1e-9, "{written}");
            assert!(unit.is_known(), "{written}");
        }
        assert!(!UnitWords::new("常住").is_known());
    }

    #[test]
    fn headings_give_their_unit_away() {
        let unit = |heading| {
            let (name, unit) = split_heading(heading);
            (name, unit.map(|it| it.written))
        };
        assert_eq!(unit("就业率（%）"), ("就业率".into(), Some("%".into())));
        assert_eq!(unit("Jobs (10,000 persons)"), ("Jobs".into(), Some("10,000 persons".into())));
        assert_eq!(unit("投入,万元"), ("投入".into(), Some("万元".into())));
        assert_eq!(unit("人口（常住）"), ("人口（常住）".into(), None));
        assert_eq!(unit("投入(单位：万元)"), ("投入".into(), Some("万元".into())));
    }

    #[test]
    fn known_units_have_words_in_both_languages() {
        let yuan = of_base("yuan");
        assert_eq!((yuan.zh.as_str(), yuan.kind), ("元", UnitKind::Money));
        assert_eq!(of_base("枚").en_other, "medals");
        assert!(!of_base("篇").is_bilingual);
    }
}
