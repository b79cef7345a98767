//! CSV and JSON of exactly what a figure draws.

use serde::Serialize;

use crate::{
    figure::{Content, Mark},
    model::cell::defused,
};

/// What Excel needs to read a CSV file as UTF-8; without it Chinese turns to rubbish there.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of the CSV, in their order.
pub const COLUMNS: [&str; 24] = [
    "role",
    "region",
    "region_name",
    "indicator",
    "indicator_name",
    "theme",
    "theme_name",
    "period",
    "status",
    "value",
    "unit",
    "shown",
    "per_10k_residents",
    "share_percent",
    "rank",
    "qualifier",
    "as_printed",
    "verdict",
    "reasons",
    "source",
    "place",
    "locator",
    "difference",
    "ratio",
];

/// Why a figure cannot be written as a table.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// Memory ran out.
    #[error("the table cannot be written as CSV: {0}; try fewer figures at once")]
    Csv(#[from] csv::Error),
    /// Memory ran out.
    #[error("the figure cannot be written as JSON: {0}; try fewer figures at once")]
    Json(#[from] serde_json::Error),
    /// The table is no text.
    #[error("the table cannot be written as UTF-8: {0}; check the data file’s texts")]
    Text(#[from] std::string::FromUtf8Error),
}

/// The marks as CSV with a heading row and CRLF at the ends of lines (RFC 4180), without a byte
/// order mark: put [`BYTE_ORDER_MARK`] before it in a file.
///
/// Numbers are in base units with a decimal point; what is not reported is empty and never 0. Text
/// that a spreadsheet would take for a formula is led in by an apostrophe.
///
/// # Errors
/// When memory runs out.
pub fn csv(marks: &[Mark]) -> Result<String, DataError> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::<u8>::new());
    writer.write_record(COLUMNS)?;
    for mark in marks {
        writer.write_record(cells(mark)?)?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8(bytes)?)
}

/// The cells of a mark, in the order of [`COLUMNS`].
fn cells(mark: &Mark) -> Result<[String; 24], DataError> {
    let number = |value: Option<f64>| value.map_or(String::new(), |it| it.to_string());
    let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let texts = [
        &mark.region,
        &mark.region_name,
        &mark.indicator,
        &mark.indicator_name,
        &mark.theme,
        &mark.theme_name,
        &mark.period,
        &mark.unit,
        &mark.shown,
        &mark.qualifier,
        &mark.as_printed,
        &mark.verdict,
        &mark.source,
        &mark.place,
        &mark.locator,
    ];
    let [
        region,
        region_name,
        indicator,
        indicator_name,
        theme,
        theme_name,
        period,
        unit,
        shown,
        qualifier,
        as_printed,
        verdict,
        source,
        place,
        locator,
    ] = texts.map(|text| defused(text));
    Ok([
        name(serde_json::to_value(mark.role)?),
        region,
        region_name,
        indicator,
        indicator_name,
        theme,
        theme_name,
        period,
        name(serde_json::to_value(mark.status)?),
        number(mark.value),
        unit,
        shown,
        number(mark.per_10k_residents),
        number(mark.share_percent),
        mark.rank.map_or(String::new(), |it| it.to_string()),
        qualifier,
        as_printed,
        verdict,
        defused(&mark.reasons.join(" | ")),
        source,
        place,
        locator,
        number(mark.difference),
        number(mark.ratio),
    ])
}

/// A figure as JSON; the fields stand in this order.
#[derive(Debug, Serialize)]
struct Document<'a> {
    figure: &'a str,
    language: &'a str,
    title: &'a str,
    subtitle: &'a str,
    takeaway: &'a str,
    description: &'a str,
    notes: &'a [String],
    source: &'a str,
    data_set: &'a str,
    data_sha256: &'a str,
    marks: &'a [Mark],
}

/// The figure as JSON, indented, in a stable order, with a line break at its end. What is not
/// reported has the value `null`.
///
/// # Errors
/// When memory runs out.
pub fn json(content: &Content, marks: &[Mark]) -> Result<String, DataError> {
    let document = Document {
        figure: content.kind.id(),
        language: content.lang.code(),
        title: &content.title,
        subtitle: &content.subtitle,
        takeaway: &content.takeaway,
        description: &content.alt,
        notes: &content.notes,
        source: &content.source,
        data_set: &content.provenance.data_set,
        data_sha256: &content.provenance.sha256,
        marks,
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, csv, json};
    use crate::{
        analysis::{Order, fixture},
        figure::{FigureKind, FigureSpec, Mark, content, marks},
        model::Lang,
    };

    fn ranking() -> (crate::figure::Content, Vec<Mark>) {
        let data = fixture::dataset();
        let spec = FigureSpec {
            kind: FigureKind::Ranking,
            indicator: Some(fixture::RATE),
            indicator_y: None,
            regions: Vec::new(),
            order: Order::Value,
            is_per_residents: false,
            comparison: crate::figure::comparison::CompareView::default(),
            map: crate::figure::MapLook::default(),
            lang: Lang::En,
        };
        let content = content(&data, &spec).unwrap();
        let marks = marks(&data, &content);
        (content, marks)
    }

    #[test]
    fn not_reported_is_an_empty_value_with_its_status() {
        let (_, marks) = ranking();
        let text = csv(&marks).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), marks.len());
        let missing = rows.iter().find(|row| &row[1] == "c").unwrap();
        assert_eq!((&missing[8], &missing[9]), ("not_reported", ""));
        let reported = rows.iter().find(|row| &row[1] == "a").unwrap();
        assert_eq!((&reported[8], &reported[9]), ("reported", "72.75"));
    }

    #[test]
    fn formulas_of_the_data_are_defused_and_numbers_are_not_touched() {
        let (_, mut marks) = ranking();
        marks[0].value = Some(-5.5);
        marks[0].as_printed = "=HYPERLINK(\"x\")".to_owned();
        let text = csv(&marks[..1]).unwrap();
        assert!(text.contains(",-5.5,") && text.contains("'=HYPERLINK"), "{text}");
    }

    #[test]
    fn json_names_its_figure_its_data_and_its_marks() {
        let (content, marks) = ranking();
        let text = json(&content, &marks).unwrap();
        assert_eq!(text, json(&content, &marks).unwrap());
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["data_set"], "fixture");
        assert_eq!(read["title"], content.title.as_str());
        assert_eq!(read["marks"].as_array().unwrap().len(), marks.len());
        let missing = read["marks"].as_array().unwrap().iter().find(|it| it["region"] == "c");
        assert!(missing.unwrap()["value"].is_null());
    }
}
