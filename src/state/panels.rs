//! How the table, the home page and the source drawer are set.

use serde::{Deserialize, Serialize};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableColumn {
    /// Whose figure it is.
    Region,
    /// The indicator's theme.
    Theme,
    /// What is measured.
    Indicator,
    /// The value with its unit.
    Value,
    /// The unit alone.
    Unit,
    /// What the words around the number say of it.
    Qualifier,
    /// The time it speaks of.
    Period,
    /// The number as printed.
    Printed,
    /// Printed, worked out, or background.
    Status,
    /// Care and notes.
    Note,
    /// The source's title.
    Source,
    /// The place in the source.
    Place,
}

impl TableColumn {
    /// All columns, in their order.
    pub const ALL: [Self; 12] = [
        Self::Region,
        Self::Theme,
        Self::Indicator,
        Self::Value,
        Self::Unit,
        Self::Qualifier,
        Self::Period,
        Self::Printed,
        Self::Status,
        Self::Note,
        Self::Source,
        Self::Place,
    ];
}

/// The order of the table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSort {
    /// The column that decides.
    pub column: TableColumn,
    /// Whether the last comes first. What is missing stays last.
    pub is_descending: bool,
}

/// How a figure came about, to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusFilter {
    /// Printed in a source, background left out.
    Reported,
    /// Worked out.
    Derived,
    /// Background, such as residents.
    Context,
    /// Not reported.
    Missing,
}

impl StatusFilter {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Derived, Self::Context, Self::Missing];
}

/// What the table shows, and in which order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    /// The order; without one, that of the data file.
    pub sort: Option<TableSort>,
    /// Words that a row must hold.
    pub filter: String,
    /// Id of the only region shown.
    pub region: Option<String>,
    /// Id of the only theme shown.
    pub theme: Option<String>,
    /// The only status shown.
    pub status: Option<StatusFilter>,
    /// Whether only A and B are shown.
    pub is_pair_only: bool,
    /// Whether what cities do not report has rows too.
    pub has_missing: bool,
    /// The columns shown; their order is that of [`TableColumn::ALL`].
    pub columns: Vec<TableColumn>,
}

impl Default for TableView {
    fn default() -> Self {
        Self {
            sort: None,
            filter: String::new(),
            region: None,
            theme: None,
            status: None,
            is_pair_only: false,
            has_missing: false,
            columns: Self::USUAL_COLUMNS.to_vec(),
        }
    }
}

impl TableView {
    /// The columns of a table nobody has changed.
    pub const USUAL_COLUMNS: [TableColumn; 6] = [
        TableColumn::Region,
        TableColumn::Indicator,
        TableColumn::Value,
        TableColumn::Period,
        TableColumn::Printed,
        TableColumn::Place,
    ];

    /// The columns shown, in their order; never none.
    #[must_use]
    pub fn shown_columns(&self) -> Vec<TableColumn> {
        let shown: Vec<_> =
            TableColumn::ALL.into_iter().filter(|it| self.columns.contains(it)).collect();
        if shown.is_empty() { vec![TableColumn::Region] } else { shown }
    }

    /// The same view with the order that a press on the heading of `column` asks for: ascending,
    /// then descending, then that of the file.
    #[must_use]
    pub fn with_next_sort(&self, column: TableColumn) -> Self {
        let sort = match self.sort {
            Some(sort) if sort.column == column && sort.is_descending => None,
            Some(sort) if sort.column == column => Some(TableSort { column, is_descending: true }),
            _ => Some(TableSort { column, is_descending: false }),
        };
        Self { sort, ..self.clone() }
    }

    /// The same view with `column` shown or hidden; the last one stays.
    #[must_use]
    pub fn with_column(&self, column: TableColumn, is_shown: bool) -> Self {
        let mut next = self.clone();
        next.columns.retain(|it| *it != column);
        if is_shown {
            next.columns.push(column);
        }
        if next.columns.is_empty() { self.clone() } else { next }
    }

    /// The same order and columns with every row.
    #[must_use]
    pub fn without_filters(&self) -> Self {
        Self { sort: self.sort, columns: self.columns.clone(), ..Self::default() }
    }

    /// Whether something hides rows.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        let is_chosen = self.region.is_some() || self.theme.is_some() || self.status.is_some();
        is_chosen || self.is_pair_only || !self.filter.trim().is_empty()
    }
}

/// How the home page's matrix is set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HomeView {
    /// Ids of the themes whose indicators are folded away.
    pub folded: Vec<String>,
    /// Only indicators that at least so many cities report; 0 and 1 show all.
    pub least_cities: usize,
}

impl HomeView {
    /// The same page with the theme's indicators folded away, or shown again.
    #[must_use]
    pub fn with_theme_toggled(&self, theme: &str) -> Self {
        let mut next = self.clone();
        if self.folded.iter().any(|it| it == theme) {
            next.folded.retain(|it| it != theme);
        } else {
            next.folded.push(theme.to_owned());
        }
        next
    }
}

/// How the source drawer is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DrawerView {
    /// Whether only its heading is shown.
    pub is_folded: bool,
    /// Its height in points, where it was dragged; otherwise that which suits the window.
    pub height_pt: Option<u16>,
}

#[cfg(test)]
mod tests {
    use super::{HomeView, TableColumn, TableView};

    #[test]
    fn a_heading_sorts_up_then_down_then_not() {
        let column = TableColumn::Value;
        let up = TableView::default().with_next_sort(column);
        assert_eq!(up.sort.map(|it| it.is_descending), Some(false));
        let down = up.with_next_sort(column);
        assert_eq!(down.sort.map(|it| it.is_descending), Some(true));
        assert_eq!(down.with_next_sort(column).sort, None);
        let other = down.with_next_sort(TableColumn::Region);
        assert_eq!(other.sort.map(|it| it.is_descending), Some(false));
    }

    #[test]
    fn the_last_column_cannot_be_hidden_and_columns_keep_their_order() {
        let only = TableView { columns: vec![TableColumn::Value], ..TableView::default() };
        assert_eq!(only.with_column(TableColumn::Value, false), only);
        let two = only.with_column(TableColumn::Region, true);
        assert_eq!(two.shown_columns(), [TableColumn::Region, TableColumn::Value]);
    }

    #[test]
    fn clearing_filters_keeps_order_and_columns() {
        let view = TableView { filter: "x".into(), has_missing: true, ..TableView::default() }
            .with_next_sort(TableColumn::Region);
        let cleared = view.without_filters();
        assert!(!cleared.is_filtered() && cleared.sort == view.sort);
    }

    #[test]
    fn a_theme_folds_and_unfolds() {
        let folded = HomeView::default().with_theme_toggled("work");
        assert_eq!(folded.folded, ["work"]);
        assert_eq!(folded.with_theme_toggled("work"), HomeView::default());
    }
}
