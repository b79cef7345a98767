//! `city-atlas table`: everything the data set holds, as CSV or JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    CliError,
    args::{TableArgs, TableFormat, What},
    load, seen,
};
use crate::{
    import,
    model::{Dataset, Highlight, Observation, Value, cell::cell},
};

/// One figure; the fields are the columns.
#[derive(Debug, Serialize)]
struct FigureRow<'a> {
    region: &'a str,
    region_zh: &'a str,
    region_en: &'a str,
    indicator: &'a str,
    indicator_zh: &'a str,
    indicator_en: &'a str,
    theme: &'a str,
    period: &'a str,
    status: &'a str,
    value: String,
    unit: &'a str,
    unit_zh: &'a str,
    unit_en: &'a str,
    qualifier: &'a str,
    as_printed: &'a str,
    source: &'a str,
    locator: String,
    note: String,
}

/// One highlight; the fields are the columns.
#[derive(Debug, Serialize)]
struct HighlightRow<'a> {
    region: &'a str,
    theme: &'a str,
    zh: &'a str,
    en: &'a str,
    source: &'a str,
    locator: String,
}

/// Prints the table.
pub(super) fn run(args: &TableArgs) -> Result<(), CliError> {
    let loaded = load(args.file.as_deref())?;
    let period = args.period.as_deref();
    if args.what != What::Figures && period.is_some() {
        let told = "--period goes with --what figures only; highlights belong to no period";
        return Err(CliError::Misuse(told.to_owned()));
    }
    let narrowed = period.map(|it| seen(&loaded.data, Some(it))).transpose()?;
    let data = narrowed.as_ref().unwrap_or(&loaded.data);
    if args.what == What::All && args.format == TableFormat::Json {
        let told = "--what all is written as CSV, which import reads back; leave out --format json";
        return Err(CliError::Misuse(told.to_owned()));
    }
    match args.what {
        What::Figures => {
            let rows: Vec<_> =
                data.observations().filter_map(|(_, figure)| figure_row(data, figure)).collect();
            print(&rows, args.format)
        }
        What::All => {
            let text = import::records(data).map_err(csv_error)?;
            let mut out = io::stdout().lock();
            out.write_all(text.as_bytes())?;
            out.flush()?;
            Ok(())
        }
        What::Highlights => {
            let rows: Vec<_> =
                data.highlights().filter_map(|(_, it)| highlight_row(data, it)).collect();
            print(&rows, args.format)
        }
    }
}

fn print<Row: Serialize>(rows: &[Row], format: TableFormat) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match format {
        TableFormat::Csv => {
            let mut plain = csv::Writer::from_writer(Vec::new());
            for row in rows {
                plain.serialize(row).map_err(csv_error)?;
            }
            let plain = plain.into_inner().map_err(csv::IntoInnerError::into_error)?;
            let mut writer = csv::Writer::from_writer(&mut out);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*plain);
            for record in reader.records() {
                let record = record.map_err(csv_error)?;
                writer.write_record(record.iter().map(cell)).map_err(csv_error)?;
            }
            writer.flush()?;
        }
        TableFormat::Json => {
            serde_json::to_writer_pretty(&mut out, rows).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(())
}

fn csv_error(error: csv::Error) -> CliError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => CliError::Fault(format!("cannot write the table: {other:?}")),
    }
}

fn figure_row<'a>(data: &'a Dataset, figure: &'a Observation) -> Option<FigureRow<'a>> {
    let region = data.region(figure.region)?;
    let indicator = data.indicator(figure.indicator)?;
    let unit = data.unit_of(figure.indicator);
    let notes: Vec<String> = [&figure.care, &figure.note]
        .into_iter()
        .flatten()
        .map(|text| format!("{} / {}", text.zh, text.en))
        .collect();
    Some(FigureRow {
        region: &region.id,
        region_zh: &region.name.zh,
        region_en: &region.name.en,
        indicator: &indicator.id,
        indicator_zh: &indicator.name.zh,
        indicator_en: &indicator.name.en,
        theme: &data.theme(indicator.theme)?.id,
        period: &data.period(figure.period)?.id,
        status: figure.status.id(),
        value: match &figure.value {
            // The shortest decimal that reads back as the same number; never with an exponent.
            Value::Number(value) => value.to_string(),
            Value::Fact(text) => format!("{} / {}", text.zh, text.en),
            Value::NotApplicable => String::new(),
        },
        unit: unit.map_or("", |it| it.id.as_str()),
        unit_zh: unit.map_or("", |it| it.zh.as_str()),
        unit_en: unit.map_or("", |it| it.en_other.as_str()),
        qualifier: figure.qualifier.id(),
        as_printed: &figure.printed,
        source: &data.source(figure.locator.source)?.id,
        locator: figure.locator.code(),
        note: notes.join(" | "),
    })
}

fn highlight_row<'a>(data: &'a Dataset, it: &'a Highlight) -> Option<HighlightRow<'a>> {
    Some(HighlightRow {
        region: &data.region(it.region)?.id,
        theme: &data.theme(it.theme)?.id,
        zh: &it.text.zh,
        en: &it.text.en,
        source: &data.source(it.locator.source)?.id,
        locator: it.locator.code(),
    })
}
