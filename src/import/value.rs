//! A cell under its unit → a figure, or why it is none.

use super::{
    grid::Cell,
    unit::UnitWords,
    words::{is_missing, is_not_applicable},
};
use crate::{
    load::problem::Cell as Problem,
    model::{Qualifier, printed_number},
};

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    /// Nothing is reported. Never a zero.
    Missing,
    /// The indicator makes no sense for the region.
    NotApplicable,
    /// A number in base units.
    Number(Number),
}

/// A number with the form in which it was printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) qualifier: Qualifier,
    pub(super) printed: String,
    /// The word for one, where the cell or its column gives it.
    pub(super) base: Option<String>,
    /// The mark of a footnote that stood behind the number.
    pub(super) footnote: Option<String>,
}

/// Reads a cell.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn read(cell: &Cell, unit: Option<&UnitWords>) -> Result<Reading, Problem> {
    let text = match cell {
        Cell::Empty => return Ok(Reading::Missing),
        Cell::Error(text) => return Err(Problem::Error { text: text.clone() }),
        Cell::Text(text) | Cell::Number(text) | Cell::Date(text) => text,
    };
    if is_missing(text) {
        return Ok(Reading::Missing);
    }
    if is_not_applicable(text) {
        return Ok(Reading::NotApplicable);
    }
    let (plain, footnote) = without_footnote(text);
    let printed = with_commas(plain);
    let read = printed_number::parse(&printed)
        .map_err(|error| Problem::Unreadable { text: text.clone(), error })?;
    let written = || unit.map_or(String::new(), |unit| unit.written.clone());
    let found = read.unit.to_owned();
    let (printed, base) = match unit {
        None => (printed, Some(found).filter(|it| !it.is_empty())),
        Some(unit) if found.is_empty() => {
            if unit.scale > 1.0 && plain.contains(['万', '亿']) {
                return Err(Problem::ScaledTwice { text: text.clone(), unit: written() });
            }
            (format!("{printed}{}", unit.suffix), Some(unit.base.clone()))
        }
        Some(unit) if is_same(&found, &unit.base) => (printed, Some(unit.base.clone())),
        Some(_) => return Err(Problem::OtherUnit { text: text.clone(), unit: written() }),
    };
    let value = printed_number::parse(&printed)
        .map_err(|error| Problem::Unreadable { text: printed.clone(), error })?;
    let (value, qualifier) = (value.value, value.qualifier);
    Ok(Reading::Number(Number { value, qualifier, printed, base, footnote }))
}

fn is_same(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.replace('％', "%").trim().to_lowercase();
    plain(a) == plain(b)
}

/// The number without the mark that sends its reader to a note, and the mark.
fn without_footnote(text: &str) -> (&str, Option<String>) {
    let is_mark = |c: char| matches!(c, '①'..='⑳' | '*' | '†' | '‡' | '＊');
    let plain = text.trim_end_matches(|c: char| is_mark(c) || c.is_whitespace());
    let mark = text.get(plain.len()..).map(str::trim).filter(|mark| !mark.is_empty());
    (plain, mark.map(str::to_owned))
}

/// `12 345.6`, with spaces between its thousands, with commas instead.
fn with_commas(text: &str) -> String {
    let is_gap = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let (whole, rest) = match text.find(['.', '%', '％']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let groups: Vec<&str> = whole.split(is_gap).collect();
    let is_digits = |group: &&str| group.chars().all(|c| c.is_ascii_digit());
    let is_grouped = groups.len() > 1
        && groups.iter().all(is_digits)
        && groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.iter().skip(1).all(|group| group.len() == 3);
    if is_grouped { format!("{}{rest}", groups.join(",")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Number, Problem, Reading, UnitWords, read};
    use crate::model::Qualifier;

    #[track_caller]
    fn number(text: &str, unit: &str) -> Number {
        let unit = (!unit.is_empty()).then(|| UnitWords::new(unit));
        match read(&Cell::text(text), unit.as_ref()) {
            Ok(Reading::Number(number)) => number,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn the_unit_multiplies_and_the_printed_form_stays() {
        for (text, unit, value, printed) in [
            ("12.3", "万元", 123_000.0_f64, "12.3万元"),
            ("1.2万", "人", 12_000.0, "1.2万人"),
            ("1.2万人", "人", 12_000.0, "1.2万人"),
            ("72.75", "%", 72.75, "72.75%"),
            ("72.75％", "%", 72.75, "72.75％"),
            ("１２，３４５", "人", 12_345.0, "１２，３４５人"),
            ("12,345", "", 12_345.0, "12,345"),
            ("12 345.6", "户", 12_345.6, "12,345.6户"),
            ("3000元", "万元", 3000.0, "3000元"),
            ("-2.3", "%", -2.3, "-2.3%"),
            ("12.3", "10,000 persons", 123_000.0, "12.3 ten thousand persons"),
        ] {
            let number = number(text, unit);
            assert_eq!(
                (number.value.to_bits(), number.printed.as_str()),
                (value.to_bits(), printed)
            );
        }
        let about = number("近10万", "人");
        assert_eq!(
            (about.value.to_bits(), about.qualifier),
            (1e5_f64.to_bits(), Qualifier::Nearly)
        );
        assert_eq!(number("12①", "人").footnote.as_deref(), Some("①"));
    }

    #[test]
    fn nothing_stays_nothing() {
        for text in ["", "—", "…", "N/A", "未公布"] {
            assert_eq!(read(&Cell::text(text), None), Ok(Reading::Missing));
        }
        assert_eq!(read(&Cell::text("不适用"), None), Ok(Reading::NotApplicable));
    }

    #[test]
    fn what_cannot_be_kept_says_why() {
        let fails = |text: &str, unit: &str| {
            read(&Cell::text(text), Some(&UnitWords::new(unit))).unwrap_err()
        };
        assert!(matches!(fails("1.2万", "万人"), Problem::ScaledTwice { .. }));
        assert!(matches!(fails("12公顷", "平方公里"), Problem::OtherUnit { .. }));
        assert!(matches!(fails("5至10", "人"), Problem::Unreadable { .. }));
        assert!(matches!(fails("十几", "人"), Problem::Unreadable { .. }));
        let error = read(&Cell::Error("#REF!".to_owned()), None);
        assert!(matches!(error, Err(Problem::Error { .. })));
    }
}
