//! Entries of a table → a draft of the data file.

mod maps;
mod measures;
mod periods;
mod regions;

use std::collections::HashMap;

pub(super) use maps::with_ids;

use super::{
    draft::{Draft, Figure, Locator},
    frame::Frame,
    grid::{Cell, Grid},
    known::Known,
    note::Note,
    options::Options,
    shape::Entry,
    slug::{self, Ids},
    value::{self, Reading},
    words::is_chinese,
};
use crate::{
    load::problem::{Cell as CellProblem, Problem},
    model::{Item, Qualifier, Source, Status, Text, Value},
};

/// What entries are made into a draft with.
pub(super) struct Table<'a> {
    pub(super) grid: &'a Grid,
    pub(super) frame: &'a Frame,
    pub(super) known: &'a [Known],
    pub(super) options: &'a Options,
    /// The map's file beside the data file, where there is a map.
    pub(super) map_file: Option<&'a str>,
    /// The map's file as its user names it.
    pub(super) map_name: &'a str,
}

/// What is gathered while a draft is made.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) notes: Vec<Note>,
    pub(super) problems: Vec<(String, Problem)>,
    /// Names that stand in one language and are used for both.
    one_language: usize,
    skipped: Vec<String>,
    not_reported: usize,
}

impl Findings {
    /// A text in both languages; one that is empty is taken from the other.
    pub(super) fn text(&mut self, zh: &str, en: &str, otherwise: &str) -> Text {
        let (mut zh, mut en) = (zh.to_owned(), en.to_owned());
        if zh.is_empty() && en.is_empty() {
            if is_chinese(otherwise) {
                otherwise.clone_into(&mut zh);
            } else {
                otherwise.clone_into(&mut en);
            }
        }
        if zh.is_empty() {
            // A number or a year is the same in both.
            self.one_language += usize::from(en.contains(char::is_alphabetic));
            zh.clone_from(&en);
        } else if en.is_empty() {
            self.one_language += usize::from(is_chinese(&zh));
            en.clone_from(&zh);
        }
        Text { zh, en }
    }
}

/// Makes the draft; what is wrong is in `findings`.
pub(super) fn draft(table: &Table, entries: &[Entry], findings: &mut Findings) -> Draft {
    let mut draft = Draft::default();
    let regions = regions::build(table, entries, &mut draft, findings);
    let readings = readings(table, entries, findings);
    let periods = periods::build(table, entries, &mut draft, findings);
    let measures = measures::build(table, entries, &readings, &mut draft, findings);
    let sources = sources(table, entries, &mut draft, findings);
    let mut places: HashMap<(String, String, String), (usize, usize)> = HashMap::new();
    for (at, (entry, reading)) in entries.iter().zip(&readings).enumerate() {
        let (Some(region), Some(period), Some(source)) =
            (regions.get(at), periods.get(at), sources.get(at))
        else {
            continue;
        };
        let Some(measure) = measures.get(at).cloned().flatten() else {
            continue;
        };
        let Some(figure) =
            figure(table, entry, reading, &measure, (region, period, source), findings)
        else {
            continue;
        };
        let key = (figure.region.clone(), figure.indicator.clone(), figure.period.clone());
        if let Some((row, column)) = places.get(&key) {
            let problem = CellProblem::Twice {
                region: entry.place.name.clone(),
                indicator: entry.measured.name.clone(),
                period: period.clone(),
                first: table.grid.place(*row, *column),
            };
            let place = table.grid.place(entry.at.0, entry.at.1);
            findings.problems.push((place, Problem::Cell(problem)));
            continue;
        }
        places.insert(key, entry.at);
        draft.figures.push(figure);
    }
    measures::mark_parts(&mut draft, findings);
    if findings.not_reported > 0 {
        findings.notes.push(Note::NotReported(findings.not_reported));
    }
    if !findings.skipped.is_empty() {
        findings.notes.push(Note::Skipped(std::mem::take(&mut findings.skipped)));
    }
    head(table, &mut draft, findings);
    if findings.one_language > 0 {
        findings.notes.push(Note::OneLanguage(findings.one_language));
    }
    draft
}

/// What a cell says: a figure, words, or nothing.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    Figure(Reading),
    /// No number; its error, should its indicator be a quantity.
    Words(String, CellProblem),
    Wrong(CellProblem),
}

fn readings(table: &Table, entries: &[Entry], findings: &mut Findings) -> Vec<Said> {
    let read = |entry: &Entry| {
        let read = match &entry.printed {
            Some(printed) => value::read(printed, None),
            None => value::read(&entry.cell, entry.unit.as_ref()),
        };
        match read {
            Ok(reading) => Said::Figure(reading),
            Err(problem @ CellProblem::Unreadable { .. }) => {
                match entry.printed.as_ref().unwrap_or(&entry.cell) {
                    Cell::Text(text) => Said::Words(text.clone(), problem),
                    _ => Said::Wrong(problem),
                }
            }
            Err(problem) => Said::Wrong(problem),
        }
    };
    let all: Vec<Said> = entries.iter().map(read).collect();
    for (entry, said) in entries.iter().zip(&all) {
        if let Said::Wrong(problem) = said {
            wrong(table, entry, problem, findings);
        }
        if let Said::Figure(Reading::Missing) = said {
            findings.not_reported += 1;
        }
    }
    all
}

/// Reports a cell, or leaves it out where the user wants that.
pub(super) fn wrong(table: &Table, entry: &Entry, problem: &CellProblem, findings: &mut Findings) {
    let place = table.grid.place(entry.at.0, entry.at.1);
    if table.options.skips_unreadable {
        findings.skipped.push(place);
    } else {
        findings.problems.push((place, Problem::Cell(problem.clone())));
    }
}

fn figure(
    table: &Table,
    entry: &Entry,
    said: &Said,
    measure: &measures::Measure,
    (region, period, source): (&String, &String, &String),
    findings: &mut Findings,
) -> Option<Figure> {
    let mut figure = Figure {
        region: region.clone(),
        indicator: measure.id.clone(),
        period: period.clone(),
        value: Value::NotApplicable,
        qualifier: Qualifier::Exact,
        printed: String::new(),
        status: Status::Reported,
        locator: Locator {
            source: source.clone(),
            section: "table".to_owned(),
            item: Item::Row(entry.row_name.clone()),
        },
        part_of: None,
        care: None,
        note: entry.note.as_ref().map(|note| findings.text("", "", note)),
    };
    match said {
        Said::Wrong(_) | Said::Figure(Reading::Missing) => return None,
        Said::Figure(Reading::NotApplicable) => figure.status = Status::NotApplicable,
        Said::Figure(Reading::Number(number)) => {
            if number.value < 0.0 && measure.is_never_negative {
                let problem = CellProblem::Negative { text: number.printed.clone() };
                wrong(table, entry, &problem, findings);
                return None;
            }
            figure.value = Value::Number(number.value);
            figure.qualifier = number.qualifier;
            figure.printed.clone_from(&number.printed);
            figure.care = number.footnote.as_ref().map(|mark| footnote(table, mark));
        }
        Said::Words(words, problem) => {
            if !measure.is_fact {
                wrong(table, entry, problem, findings);
                return None;
            }
            figure.value = Value::Fact(Box::new(findings.text("", "", words)));
            figure.printed.clone_from(words);
        }
    }
    Some(figure)
}

/// What the mark behind a number sends its reader to.
fn footnote(table: &Table, mark: &str) -> Text {
    let note = table.frame.notes.iter().find_map(|note| note.strip_prefix(mark));
    match note.map(str::trim) {
        Some(note) => {
            Text { zh: format!("表注：{note}"), en: format!("Note to the table: {note}") }
        }
        None => Text {
            zh: format!("表中此数带有注释标记“{mark}”，见表注。"),
            en: format!("Marked “{mark}” in the table; see its notes."),
        },
    }
}

/// The source of each entry, by id.
fn sources(
    table: &Table,
    entries: &[Entry],
    draft: &mut Draft,
    findings: &mut Findings,
) -> Vec<String> {
    let mut ids = Ids::default();
    let mut by_title: HashMap<String, String> = HashMap::new();
    let mut all = Vec::with_capacity(entries.len());
    let default = table.options.source.clone().or_else(|| {
        let sources = &table.frame.sources;
        (!sources.is_empty()).then(|| sources.join("；"))
    });
    let mut is_file = false;
    for entry in entries {
        let title = entry.source.clone().or_else(|| default.clone());
        let title = title.unwrap_or_else(|| {
            is_file = true;
            table.frame.titles.first().cloned().unwrap_or_else(|| table.grid.place_of_sheet())
        });
        let id = by_title.entry(title).or_insert_with_key(|title| {
            let id = ids.take(&slug::of(title, slug::Use::Other));
            let name = findings.text("", "", title);
            draft.sources.push(Source {
                id: id.clone(),
                title: name.clone(),
                short: name,
                publisher: None,
                published: None,
                address: None,
                note: Some(provenance(table)),
            });
            id
        });
        all.push(id.clone());
    }
    if is_file {
        findings.notes.push(Note::NoSource);
    }
    all
}

/// Which table of which file a figure was read from, and what stands under that table.
fn provenance(table: &Table) -> Text {
    let place = table.grid.place_of_sheet();
    let title = table.frame.titles.join(" ");
    let notes = table.frame.notes.join(" ");
    let mut zh = format!("由表格 {place} 导入。");
    let mut en = format!("Imported from the spreadsheet {place}.");
    if !title.is_empty() {
        zh = format!("{zh}表题：{title}。");
        en = format!("{en} Title of the table: {title}.");
    }
    if !notes.is_empty() {
        zh = format!("{zh}表注：{notes}");
        en = format!("{en} Notes to the table: {notes}");
    }
    Text { zh, en }
}

/// `表3-2 2023年浙江省…` without the number of the table in its book.
fn without_number(title: &str) -> String {
    let numbered = title.strip_prefix('表').map(str::trim_start);
    let rest = numbered.and_then(|rest| {
        let (number, rest) = rest.split_once(char::is_whitespace)?;
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '—' | '–');
        (number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(is_number))
            .then(|| rest.trim().to_owned())
    });
    rest.filter(|rest| !rest.is_empty()).unwrap_or_else(|| title.to_owned())
}

/// Id, title and what the set is about.
fn head(table: &Table, draft: &mut Draft, findings: &mut Findings) {
    let titles = &table.frame.titles;
    let given = table.options.title.clone().or_else(|| titles.first().cloned());
    let stem = || {
        let name = table.grid.file.rsplit(['/', '\\']).next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    };
    let title = given.unwrap_or_else(stem);
    let title = without_number(&title);
    draft.id = match &table.options.id {
        Some(id) => id.clone(),
        None => slug::of(&title, slug::Use::Other),
    };
    draft.title = findings.text("", "", &title);
    let place = table.grid.place_of_sheet();
    let (regions, measures) = (draft.regions.len(), draft.indicators.len());
    draft.about = Text {
        zh: format!(
            "由表格 {place} 导入，含 {regions} 个地区、{measures} 项指标。空白和标明没有数据的单元格为未报告，不等于零。"
        ),
        en: format!(
            "Imported from the spreadsheet {place}: {regions} regions, {measures} indicators. Cells that are blank or say that there is no figure are not reported, which is not zero."
        ),
    };
}
