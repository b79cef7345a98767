//! Finds the table on a sheet: what stands over it, its header, its rows, what stands under it.

use std::ops::Range;

use super::{
    grid::{Cell, Grid},
    options::Options,
    unit::UnitWords,
    words::{Remark, Role, is_missing, remark},
};
use crate::{
    load::problem::{Problem, Table},
    model::printed_number,
};

/// A table on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    /// The lines over the table, without its unit.
    pub(super) titles: Vec<String>,
    pub(super) header: Range<usize>,
    /// The rows of figures; some may be blank.
    pub(super) body: Range<usize>,
    /// The row of the header that holds units.
    pub(super) unit_row: Option<usize>,
    /// The row under the header that only numbers its columns.
    pub(super) numbering_row: Option<usize>,
    /// The unit of the whole table, where it stands over it.
    pub(super) unit: Option<UnitWords>,
    /// `注：…` over or under the table, without the word.
    pub(super) notes: Vec<String>,
    /// `资料来源：…` over or under the table, without the word.
    pub(super) sources: Vec<String>,
}

/// Finds the table.
///
/// # Errors
///
/// Where there is none, or another one stands below it.
pub(super) fn find(grid: &Grid, options: &Options) -> Result<Frame, (String, Problem)> {
    let nothing = || (grid.place_of_sheet(), Problem::Table(Table::Nothing));
    let all = 0..grid.rows.len();
    let rows = options.rows.clone().map_or(all.clone(), |rows| rows.start..rows.end.min(all.end));
    let start = match options.rows {
        Some(_) => rows.start,
        None => rows.clone().find(|row| is_wide(grid, *row)).ok_or_else(nothing)?,
    };
    let body_start = match options.header_rows {
        Some(count) => start + count,
        None => body_start(grid, start, rows.end),
    };
    let header = start..body_start;
    let numbering_row =
        (header.start + 1..rows.end.min(header.end + 1)).find(|row| numbers_columns(grid, *row));
    let body_start = numbering_row.map_or(body_start, |row| body_start.max(row + 1));
    let body_end = body_end(grid, body_start, rows.end);
    if body_start >= body_end || header.is_empty() {
        return Err(nothing());
    }
    let header_end = numbering_row.map_or(header.end, |row| row.min(header.end));
    let unit_row = (header.start + 1..header_end).rev().find(|row| is_unit_row(grid, *row));
    let mut frame = Frame {
        titles: Vec::new(),
        header: header.start..header_end,
        body: body_start..body_end,
        unit_row,
        numbering_row,
        unit: None,
        notes: Vec::new(),
        sources: Vec::new(),
    };
    for row in (0..start).chain(body_end..all.end) {
        let is_above = row < start;
        if !is_above && row < rows.end && is_data(grid, row) {
            let problem = Table::Another { first_row: row + 1 };
            return Err((grid.place(row, 0), Problem::Table(problem)));
        }
        for (_, cell) in grid.filled(row) {
            frame.keep(cell.words(), is_above);
        }
    }
    Ok(frame)
}

impl Frame {
    /// Keeps what stands outside the table.
    fn keep(&mut self, text: &str, is_above: bool) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match remark(&text) {
            // `人、万元` leaves open which figures are in which.
            Some((Remark::Unit, unit)) if unit.contains(['、', '，', '；', ';']) => {
                self.notes.push(text);
            }
            Some((Remark::Unit, unit)) if self.unit.is_none() => {
                self.unit = Some(UnitWords::new(unit)).filter(|unit| !unit.base.is_empty());
            }
            Some((Remark::Source, source)) => self.sources.push(source.to_owned()),
            Some((_, note)) => self.notes.push(note.to_owned()),
            None if is_above => self.titles.push(text),
            None => self.notes.push(text),
        }
    }
}

/// How many cells of a row hold something, merged ones once.
fn filled(grid: &Grid, row: usize) -> usize {
    grid.filled(row).count()
}

/// Whether a row can be the first of a table: several cells, and no title with its unit.
fn is_wide(grid: &Grid, row: usize) -> bool {
    let has_unit = || {
        grid.filled(row).any(|(_, cell)| matches!(remark(cell.words()), Some((Remark::Unit, _))))
    };
    filled(grid, row) > 1 && !(filled(grid, row) <= 3 && has_unit())
}

/// A number in digits as figures have it; years and names that begin with a number are none.
pub(super) fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => !is_year(cell.words()),
        Cell::Text(text) => {
            let has_digit = text.chars().any(|c| matches!(c, '0'..='9' | '０'..='９'));
            let read = printed_number::parse(text);
            (has_digit && read.is_ok_and(|it| it.unit.chars().count() <= 4) && !is_year(text))
                || (is_missing(text) && !text.is_empty())
        }
        Cell::Empty | Cell::Date(_) | Cell::Error(_) => false,
    }
}

/// Whether this names a year: `2023`, `2023年`, `2023年末`.
pub(super) fn is_year(text: &str) -> bool {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text.get(digits.len()..).unwrap_or_default();
    digits.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year))
        && digits.len() == 4
        && (rest.is_empty() || rest.starts_with('年'))
}

/// Whether a row has a name and a figure beside it.
fn is_data(grid: &Grid, row: usize) -> bool {
    let mut cells = grid.filled(row);
    let is_name = |cell: &Cell| matches!(cell, Cell::Text(_) | Cell::Number(_) | Cell::Date(_));
    let Some((_, first)) = cells.next() else {
        return false;
    };
    let first_is_heading = Role::of_heading(first.words()).is_some();
    let rest: Vec<&Cell> = cells.map(|(_, cell)| cell).collect();
    is_name(first)
        && !first_is_heading
        && (rest.iter().any(|cell| is_figure(cell) || matches!(cell, Cell::Error(_)))
            // The years of a long table, or values that happen to look like years.
            || (rest.iter().any(|cell| is_year(cell.words())) && !is_all_years(&rest)))
}

fn is_all_years(cells: &[&Cell]) -> bool {
    cells.iter().all(|cell| is_year(cell.words()))
}

/// The first row with a name of its own. Below the first row of a header the column of names is
/// blank or merged; a row with a name is one of the table, whether or not its figures can be read.
fn body_start(grid: &Grid, start: usize, end: usize) -> usize {
    let most = end.min(start + 10);
    let firsts = (start..most).filter_map(|row| grid.filled(row).next());
    let label = firsts.map(|(column, _)| column).min().unwrap_or(0);
    let is_named = |row: &usize| {
        let name = grid.cell(*row, label);
        !name.is_empty()
            && Role::of_heading(name.words()).is_none()
            && !is_unit_row(grid, *row)
            && !numbers_columns(grid, *row)
    };
    let found = (start + 1..end).find(|row| is_named(row) || is_data(grid, *row));
    found.unwrap_or(start + 1)
}

/// Whether a name ends as the names of places do.
pub(super) fn looks_like_place(name: &str) -> bool {
    let length = name.chars().count();
    let is_word =
        ["城市", "地区", "市区", "全市", "全省", "全区", "区县", "县区", "社区", "分市", "省份"];
    (2..=15).contains(&length)
        && name.ends_with(['省', '市', '县', '区', '州', '盟', '旗'])
        && !is_word.iter().any(|word| name.ends_with(word))
}

/// Whether every heading of the row is a unit.
fn is_unit_row(grid: &Grid, row: usize) -> bool {
    let mut units = 0;
    for (column, cell) in grid.filled(row) {
        let text = cell.words();
        if column == 0 && matches!(Role::of_heading(text), Some(Role::Unit)) {
            continue;
        }
        if !UnitWords::new(text).is_known() {
            return false;
        }
        units += 1;
    }
    units > 0
}

/// The row of statistical forms that only numbers its columns: `甲 1 2 3`.
fn numbers_columns(grid: &Grid, row: usize) -> bool {
    let mut expected = 1;
    for (_, cell) in grid.filled(row) {
        let text = cell.words();
        if matches!(text, "甲" | "乙" | "丙" | "栏次" | "A" | "B") && expected == 1 {
            continue;
        }
        if text.trim_matches(['(', ')', '（', '）']) != expected.to_string() {
            return false;
        }
        expected += 1;
    }
    expected > 2
}

fn body_end(grid: &Grid, start: usize, end: usize) -> usize {
    let mut last = start;
    for row in start..end {
        let mut cells = grid.filled(row);
        let (first, second) = (cells.next(), cells.next());
        let is_row = match (first, second) {
            (None, _) => continue,
            (Some((_, first)), None) => {
                let name = first.words();
                let is_followed = (row + 1..end).take(3).any(|next| is_data(grid, next));
                remark(name).is_none()
                    && (looks_like_place(name) || (is_followed && name.chars().count() <= 30))
            }
            (Some((_, first)), Some(_)) => {
                let blank_before = row > start && filled(grid, row - 1) == 0;
                // A header after a blank row begins another table.
                remark(first.words()).is_none()
                    && !(blank_before && Role::of_heading(first.words()).is_some())
            }
        };
        if !is_row {
            break;
        }
        last = row + 1;
    }
    last
}
