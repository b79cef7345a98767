//! A sheet as rows of cells, whatever file it came from.

use std::ops::Range;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing, or white space.
    #[default]
    Empty,
    /// Words, or a number that was typed as text, without the space around it.
    Text(String),
    /// A number as it would be printed in full: `0.985`, or `98.5%` where the cell is formatted so.
    Number(String),
    /// A day, as `2023-12-31`.
    Date(String),
    /// What a formula gives that went wrong: `#REF!`.
    Error(String),
}

impl Cell {
    /// Typed text; the marks of an indented heading are dropped with the rest of the space.
    pub(super) fn text(text: &str) -> Self {
        let text = text.trim_matches(is_space);
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// The words in the cell, empty where there are none.
    pub(super) fn words(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Number(text) | Self::Date(text) | Self::Error(text) => text,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// White space, and what has no width and often comes along when text is pasted.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// A rectangle of cells that were merged; its text stands in the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) rows: Range<usize>,
    pub(super) columns: Range<usize>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// The file as its user names it.
    pub(super) file: String,
    /// The name of the sheet; empty for a CSV file, which has none.
    pub(super) sheet: String,
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) merges: Vec<Merge>,
}

impl Grid {
    pub(super) fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }

    /// The cell, or the first of the merged cells that it is one of.
    pub(super) fn spread(&self, row: usize, column: usize) -> &Cell {
        let holds = |merge: &&Merge| merge.rows.contains(&row) && merge.columns.contains(&column);
        match self.merges.iter().find(holds) {
            Some(merge) => self.cell(merge.rows.start, merge.columns.start),
            None => self.cell(row, column),
        }
    }

    /// Columns and cells of a row that hold something.
    pub(super) fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
        let cells = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }

    /// The columns of the widest row.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The place of a cell as diagnostics give it: `figures.xlsx Sheet1!C7`.
    pub(super) fn place(&self, row: usize, column: usize) -> String {
        let cell = format!("{}{}", letters(column), row + 1);
        if self.sheet.is_empty() {
            format!("{} {cell}", self.file)
        } else {
            format!("{} {}!{cell}", self.file, self.sheet)
        }
    }

    /// The place of the sheet itself.
    pub(super) fn place_of_sheet(&self) -> String {
        if self.sheet.is_empty() {
            self.file.clone()
        } else {
            format!("{} {}", self.file, self.sheet)
        }
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The column of some letters, from 0.
pub(super) fn column_of(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for c in letters.chars() {
        let letter = c.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column * 26 + (u32::from(letter) - u32::from('A')) as usize + 1;
    }
    Some(column - 1)
}

#[cfg(test)]
mod tests {
    use super::{column_of, letters};

    #[test]
    fn columns_have_letters() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(column), name);
            assert_eq!(column_of(name), Some(column));
        }
        assert_eq!(column_of("地"), None);
    }
}
