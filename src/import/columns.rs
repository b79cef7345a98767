//! The columns of a table: their headings, what they hold, their units.

use super::{
    frame::Frame,
    grid::{Grid, column_of},
    options::Options,
    unit::{UnitWords, split_heading},
    words::{Role, is_chinese},
};
use crate::load::problem::{Problem, Table};

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) at: usize,
    /// Its headings from the top, each once, the last without its unit.
    pub(super) headings: Vec<String>,
    pub(super) role: Option<Role>,
    pub(super) unit: Option<UnitWords>,
}

impl Column {
    /// The lowest heading.
    pub(super) fn name(&self) -> &str {
        self.headings.last().map_or("", String::as_str)
    }
}

/// Reads the header.
///
/// # Errors
///
/// Where `--columns` names a column that is not there.
pub(super) fn read(
    grid: &Grid,
    frame: &Frame,
    options: &Options,
) -> Result<Vec<Column>, Vec<(String, Problem)>> {
    let mut columns: Vec<Column> = (0..grid.width())
        .map(|at| {
            let mut headings = headings(grid, frame, at);
            let role = headings.iter().rev().find_map(|it| Role::of_heading(it));
            let mut unit = frame.unit_row.map(|row| UnitWords::new(grid.spread(row, at).words()));
            unit = unit.filter(|unit| !unit.base.is_empty());
            if role.is_none() {
                for heading in headings.iter_mut().rev() {
                    let (name, found) = split_heading(heading);
                    if let Some(found) = found {
                        *heading = name;
                        unit = unit.or(Some(found));
                    }
                }
            }
            Column { at, headings, role, unit }
        })
        .filter(|column| {
            let mut rows = frame.body.clone();
            !column.headings.is_empty() || rows.any(|row| !grid.cell(row, column.at).is_empty())
        })
        .collect();
    let mut problems = Vec::new();
    for (role, named) in &options.columns {
        let Some(at) = position(&columns, named) else {
            let nearest = nearest(&columns, named);
            let problem = Table::UnknownColumn { found: named.clone(), nearest };
            problems.push((grid.place_of_sheet(), Problem::Table(problem)));
            continue;
        };
        for column in &mut columns {
            if column.at == at {
                column.role = Some(*role);
            } else if column.role == Some(*role) {
                // What the user names replaces what was recognised.
                column.role = None;
            }
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

/// The column with this heading, or else with these letters.
fn position(columns: &[Column], named: &str) -> Option<usize> {
    let is_named = |column: &&Column| column.headings.iter().any(|it| it == named);
    let by_letters = || column_of(named).filter(|at| columns.iter().any(|it| it.at == *at));
    columns.iter().find(is_named).map(|column| column.at).or_else(by_letters)
}

fn nearest(columns: &[Column], named: &str) -> Option<String> {
    let headings = columns.iter().flat_map(|column| &column.headings);
    headings
        .map(|it| (strsim::normalized_damerau_levenshtein(it, named), it))
        .filter(|(likeness, _)| *likeness > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, it)| it.clone())
}

/// The headings over a column, from the top, merged ones once.
fn headings(grid: &Grid, frame: &Frame, column: usize) -> Vec<String> {
    let rows: Vec<usize> =
        frame.header.clone().filter(|row| Some(*row) != frame.unit_row).collect();
    let mut found: Vec<String> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut text = clean(grid.spread(*row, column).words());
        let is_last = at + 1 == rows.len();
        if text.is_empty() && !is_last && column > 0 {
            let has_below = rows.iter().skip(at + 1).any(|row| !grid.cell(*row, column).is_empty());
            // A group's name stands over its first column only, where cells are not merged.
            let left = (1..column).rev().find(|left| !grid.cell(*row, *left).is_empty());
            let group = left.filter(|left| {
                rows.iter().skip(at + 1).any(|row| !grid.cell(*row, *left).is_empty())
            });
            if has_below && let Some(left) = group {
                text = clean(grid.cell(*row, left).words());
            }
        }
        if !text.is_empty() && found.last() != Some(&text) {
            found.push(text);
        }
    }
    found
}

/// A heading with a line for each language, without the space that only lays it out.
pub(super) fn clean(heading: &str) -> String {
    let mut lines: Vec<(bool, String)> = Vec::new();
    for line in heading.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        // `地 区` is spaced to fill its cell.
        let is_spaced_out = words.iter().all(|word| word.chars().count() == 1);
        let line = words.join(if is_spaced_out { "" } else { " " });
        let is_zh = is_chinese(&line);
        match lines.last_mut() {
            _ if line.is_empty() => {}
            // A long heading is broken into lines to fit its column.
            Some((last_is_zh, last)) if *last_is_zh == is_zh => {
                last.push_str(if is_zh { "" } else { " " });
                last.push_str(&line);
            }
            _ => lines.push((is_zh, line)),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}
