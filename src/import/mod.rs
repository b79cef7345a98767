//! Spreadsheets → a data file.
//!
//! ```text
//! bytes ─ read ─► grid ─ frame, columns ─► table ─ shape ─► entries ─ build ─► draft ─ ron ─► text
//! ```
//!
//! A table is taken as it lies on its sheet: what stands over it, its header of several rows, its
//! units, its totals and the notes under it are told apart here, every decision is told in a
//! [`Note`], and each can be overruled in [`Options`]. What cannot be read is a diagnostic with its
//! cell. Nothing that is missing becomes a number.
//!
//! Nothing here reads a disk.

mod build;
mod columns;
mod draft;
mod frame;
mod grid;
mod known;
mod note;
mod options;
mod read;
mod records;
mod ron;
mod shape;
mod slug;
#[cfg(test)]
mod tests;
mod unit;
mod value;
mod words;

pub use note::Note;
pub use options::{Options, TableLayout};
pub use records::{COLUMNS as RECORD_COLUMNS, csv as records};
pub use words::Role;

use build::{Findings, Table};
use draft::Draft;
use grid::letters;
use known::Known;

use crate::load::{
    Diagnostics,
    problem::{Book, Problem},
};

/// A file by its name and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name as its user gave it, for diagnostics.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// What an import reads.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The figures: CSV, XLSX or XLS.
    pub figures: File<'a>,
    /// A list of regions with their ids, names, parents and codes.
    pub regions: Option<File<'a>>,
    /// A map in GeoJSON.
    pub map: Option<File<'a>>,
    /// The name that the data file gives its map, which lies beside it.
    pub map_file: &'a str,
}

/// A data file made of spreadsheets.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The data file.
    pub text: String,
    /// The map that belongs to it, with the ids of its regions.
    pub map: Option<Vec<u8>>,
    /// What was decided, and what to look at.
    pub notes: Vec<Note>,
}

/// Whether a file's name says that it is a spreadsheet.
#[must_use]
pub fn is_spreadsheet(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|it| matches!(it.as_str(), "csv" | "tsv" | "xlsx" | "xlsm" | "xls"))
}

/// Makes a data file of spreadsheets.
///
/// The result is not checked as a whole: load it as any other data file.
///
/// # Errors
///
/// Everything that cannot be read, each with the cell that it stands in.
pub fn import(input: &Input, options: &Options) -> Result<Imported, Diagnostics> {
    let of_file = |name: &str, problem| failed(vec![(name.to_owned(), problem)]);
    let figures = &input.figures;
    let read = read::sheet(figures.name, figures.bytes, options.sheet.as_deref())
        .map_err(|problem| of_file(figures.name, Problem::Book(problem)))?;
    let grid = read.grid;
    if grid.cell(0, 0).words() == "record" {
        let text = read::as_csv(&grid, figures.bytes);
        let draft = records::draft(&text, figures.name).map_err(failed)?;
        return Ok(Imported { text: ron::text(&draft, &[]), map: None, notes: Vec::new() });
    }
    let mut map = match &input.map {
        Some(map) => Some(parse_map(map).map_err(|problem| of_file(map.name, problem))?),
        None => None,
    };
    let known = known(input, map.as_ref())?;
    let mut findings = Findings::default();
    if !read.others.is_empty() {
        findings.notes.push(Note::OtherSheets(read.others));
    }
    let frame = frame::find(&grid, options).map_err(|problem| failed(vec![problem]))?;
    let columns = columns::read(&grid, &frame, options).map_err(failed)?;
    let is_place =
        |name: &str| frame::looks_like_place(name) || known::find(&known, name).is_some();
    let layout = shape::layout(&columns, options, &is_place);
    findings.notes.push(Note::Read {
        place: grid.place_of_sheet(),
        layout,
        header: (frame.header.start + 1, frame.header.end),
        body: (frame.body.start + 1, frame.body.end),
    });
    let roles = columns.iter().filter_map(|it| Some((letters(it.at), it.role?)));
    let roles: Vec<(String, Role)> = roles.collect();
    if !roles.is_empty() {
        findings.notes.push(Note::Columns(roles));
    }
    let entries =
        shape::entries(&grid, &frame, &columns, layout).map_err(|problem| failed(vec![problem]))?;
    let table = Table {
        grid: &grid,
        frame: &frame,
        known: &known,
        options,
        map_file: input.map.map(|_| input.map_file),
        map_name: input.map.map_or("", |map| map.name),
    };
    let draft = build::draft(&table, &entries, &mut findings);
    if let Some(diagnostics) = Diagnostics::of_cells(findings.problems) {
        return Err(diagnostics);
    }
    if let Some(map) = &mut map {
        build::with_ids(map, &feature_ids(&known, &draft));
    }
    let remark = format!("{} → City Atlas", grid.place_of_sheet());
    Ok(Imported {
        text: ron::text(&draft, &[remark]),
        map: map.map(|map| map.to_string().into_bytes()),
        notes: findings.notes,
    })
}

/// What is wrong, as diagnostics; the list is never empty.
fn failed(problems: Vec<(String, Problem)>) -> Diagnostics {
    Diagnostics::of_cells(problems).unwrap_or_else(|| {
        let problem = Problem::Table(crate::load::problem::Table::Nothing);
        Diagnostics::of_file(String::new(), problem)
    })
}

fn parse_map(map: &File) -> Result<serde_json::Value, Problem> {
    let bytes = map.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(map.bytes);
    serde_json::from_slice(bytes).map_err(|error| not_a_map(map, &error.to_string()))
}

fn not_a_map(map: &File, reason: &str) -> Problem {
    Problem::Outline(crate::load::problem::Outline::NotGeoJson {
        path: map.name.to_owned(),
        reason: reason.to_owned(),
    })
}

/// What is known of regions before the table is read.
fn known(input: &Input, map: Option<&serde_json::Value>) -> Result<Vec<Known>, Diagnostics> {
    let list = match &input.regions {
        Some(file) => {
            let read = read::sheet(file.name, file.bytes, None).map_err(|problem: Book| {
                failed(vec![(file.name.to_owned(), Problem::Book(problem))])
            })?;
            known::of_list(&read.grid)
        }
        None => Vec::new(),
    };
    let features = match (map, &input.map) {
        (Some(map), Some(file)) => known::of_map(map)
            .map_err(|reason| failed(vec![(file.name.to_owned(), not_a_map(file, &reason))]))?,
        _ => Vec::new(),
    };
    Ok(known::merged(list, features))
}

/// The id of the region that each feature of the map shows; none for the whole and for strangers.
fn feature_ids(known: &[Known], draft: &Draft) -> Vec<Option<String>> {
    let most = known.iter().filter_map(|it| it.feature).max().map_or(0, |it| it + 1);
    let mut ids = vec![None; most];
    for region in draft.regions.iter().filter(|it| it.id != draft.root) {
        let names = [&region.id, &region.name.zh, &region.name.en];
        let found = names.iter().find_map(|name| known::find(known, name));
        if let Some(place) = found.and_then(|(_, it)| it.feature).and_then(|at| ids.get_mut(at)) {
            *place = Some(region.id.clone());
        }
    }
    ids
}
