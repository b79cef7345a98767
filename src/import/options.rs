//! What the user says of a table, where it is not to be recognised by itself.

use std::ops::Range;

use super::words::Role;

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableLayout {
    /// A row for each figure: region, indicator, value.
    Long,
    /// A row for each region, a column for each indicator.
    Wide,
    /// A row for each indicator, a column for each region.
    Transposed,
}

impl TableLayout {
    /// Every layout.
    pub const ALL: [Self; 3] = [Self::Long, Self::Wide, Self::Transposed];

    /// The name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Wide => "wide",
            Self::Transposed => "transposed",
        }
    }
}

/// What the user says; nothing is said by default.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The sheet, by name or by its number from 1.
    pub sheet: Option<String>,
    /// How the table is laid out.
    pub layout: Option<TableLayout>,
    /// The rows of the table with its header, from 0.
    pub rows: Option<Range<usize>>,
    /// How many rows the header has.
    pub header_rows: Option<usize>,
    /// What columns hold: role, and heading or letters.
    pub columns: Vec<(Role, String)>,
    /// The name of the region that the others are parts of.
    pub root: Option<String>,
    /// The period of figures whose table gives none.
    pub period: Option<String>,
    /// The source of figures whose table gives none.
    pub source: Option<String>,
    /// The title of the data set.
    pub title: Option<String>,
    /// The id of the data set.
    pub id: Option<String>,
    /// Whether cells that cannot be read count as not reported.
    pub skips_unreadable: bool,
}
