//! The table tab: every figure as a row, and what is not reported where that is asked for;
//! filtered, in order, and as text for a spreadsheet.

use std::cmp::Ordering;

use super::{is_context, open_of};
use crate::{
    figure::words,
    i18n::Texts,
    model::{Dataset, Item, Observation, RegionIx, Status, Unit, UnitIx, cell::defused},
    state::{OpenFigure, StatusFilter, TableColumn, TableSort, TableView, ViewState},
};

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// A text for each column shown.
    pub cells: Vec<String>,
    /// Whose it is.
    pub region: RegionIx,
    /// Ids to open it by.
    pub open: OpenFigure,
    /// Whether it stands for what is not reported.
    pub is_missing: bool,
    /// What a screen reader says.
    pub spoken: String,
}

/// The table tab.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableScene {
    /// The columns shown.
    pub columns: Vec<TableColumn>,
    /// The rows that pass the filters, in order.
    pub rows: Vec<TableRow>,
    /// How many rows there are without filters.
    pub total: usize,
    /// Regions to filter by: id and name.
    pub regions: Vec<(String, String)>,
    /// Themes to filter by: id and name.
    pub themes: Vec<(String, String)>,
}

/// The heading of `column`.
#[must_use]
pub fn heading(column: TableColumn, t: &Texts) -> &str {
    match column {
        TableColumn::Region => t.heading_region(),
        TableColumn::Theme => t.heading_theme(),
        TableColumn::Indicator => t.heading_indicator(),
        TableColumn::Value => t.heading_value(),
        TableColumn::Unit => t.heading_unit(),
        TableColumn::Qualifier => t.heading_qualifier(),
        TableColumn::Period => t.heading_period(),
        TableColumn::Printed => t.heading_printed(),
        TableColumn::Status => t.heading_status(),
        TableColumn::Note => t.heading_note(),
        TableColumn::Source => t.heading_source(),
        TableColumn::Place => t.heading_place(),
    }
}

/// The name of `status` among the filters.
#[must_use]
pub fn status_name(status: StatusFilter, t: &Texts) -> &str {
    match status {
        StatusFilter::Reported => t.status_reported(),
        StatusFilter::Derived => t.status_derived(),
        StatusFilter::Context => t.status_context(),
        StatusFilter::Missing => t.not_reported(),
    }
}

/// A figure, or a place where there is none.
#[derive(Clone, Copy)]
struct Entry<'a> {
    region: RegionIx,
    indicator: crate::model::IndicatorIx,
    figure: Option<&'a Observation>,
}

/// What the table shows in `state`.
pub(super) fn table(data: &Dataset, state: &ViewState, t: &Texts) -> TableScene {
    let view = &state.table;
    let columns = view.shown_columns();
    let mut entries = entries(data, view);
    let total = entries.len();
    let wanted = view.filter.trim().to_lowercase();
    entries.retain(|entry| {
        passes(data, state, entry) && (wanted.is_empty() || holds(data, entry, &wanted, t))
    });
    if let Some(sort) = view.sort {
        entries = in_order(data, entries, sort, t);
    }
    let row = |entry: &Entry<'_>| TableRow {
        cells: columns.iter().map(|column| cell(data, entry, *column, t)).collect(),
        region: entry.region,
        open: entry.figure.map_or_else(|| open_of_missing(data, entry), |it| open_of(data, it)),
        is_missing: entry.figure.is_none(),
        spoken: t.spoken_cell(
            cell(data, entry, TableColumn::Region, t),
            cell(data, entry, TableColumn::Indicator, t),
            cell(data, entry, TableColumn::Value, t),
        ),
    };
    let named = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    TableScene {
        rows: entries.iter().map(row).collect(),
        columns,
        total,
        regions: data.regions().iter().map(|it| named(&it.id, it.name.get(t.lang()))).collect(),
        themes: data.themes().iter().map(|it| named(&it.id, it.name.get(t.lang()))).collect(),
    }
}

/// The visible rows and columns as text separated by tabs, with a heading row, as spreadsheets
/// paste it. Text that a spreadsheet would take for a formula is led in by an apostrophe.
#[must_use]
pub fn table_text(data: &Dataset, state: &ViewState, t: &Texts) -> (String, usize) {
    let scene = table(data, state, t);
    let headings: Vec<String> =
        scene.columns.iter().map(|column| heading(*column, t).to_owned()).collect();
    let lines = std::iter::once(&headings).chain(scene.rows.iter().map(|row| &row.cells));
    (lines.map(|cells| line(cells)).collect(), scene.rows.len())
}

/// One row as text separated by tabs, with a line break at its end.
#[must_use]
pub fn line(cells: &[String]) -> String {
    let flat = |cell: &String| defused(&cell.replace(['\t', '\n', '\r'], " "));
    cells.iter().map(flat).collect::<Vec<_>>().join("\t") + "\r\n"
}

fn entries<'a>(data: &'a Dataset, view: &TableView) -> Vec<Entry<'a>> {
    let reported = data.observations().map(|(_, figure)| Entry {
        region: figure.region,
        indicator: figure.indicator,
        figure: Some(figure),
    });
    let mut entries: Vec<Entry<'a>> = reported.collect();
    if view.has_missing || view.status == Some(StatusFilter::Missing) {
        for city in data.cities() {
            let missing = data.indicators().filter(|(ix, _)| data.figure(*city, *ix).is_none());
            entries.extend(missing.map(|(ix, _)| Entry {
                region: *city,
                indicator: ix,
                figure: None,
            }));
        }
    }
    entries
}

fn passes(data: &Dataset, state: &ViewState, entry: &Entry<'_>) -> bool {
    let view = &state.table;
    let region = data.region(entry.region).map_or("", |it| it.id.as_str());
    let theme = data.indicator(entry.indicator).and_then(|it| data.theme(it.theme));
    let is_of_pair =
        [&state.selected, &state.compared].into_iter().flatten().any(|chosen| chosen == region);
    let has_status = view.status.is_none_or(|wanted| status(data, entry) == Some(wanted));
    view.region.as_deref().is_none_or(|wanted| wanted == region)
        && view.theme.as_deref().is_none_or(|wanted| theme.is_some_and(|it| it.id == wanted))
        && has_status
        && (!view.is_pair_only || is_of_pair)
}

/// Background comes first: it is told apart by its theme, whatever its status.
fn status(data: &Dataset, entry: &Entry<'_>) -> Option<StatusFilter> {
    let Some(figure) = entry.figure else { return Some(StatusFilter::Missing) };
    match figure.status {
        _ if is_context(data, figure) => Some(StatusFilter::Context),
        Status::Reported => Some(StatusFilter::Reported),
        Status::Derived => Some(StatusFilter::Derived),
        Status::NotApplicable => None,
    }
}

/// Whether any cell, shown or not, holds every word that was typed, in either language.
fn holds(data: &Dataset, entry: &Entry<'_>, wanted: &str, t: &Texts) -> bool {
    let cells = TableColumn::ALL.map(|column| cell(data, entry, column, t));
    let names = [
        data.region(entry.region).map(|it| (&it.name, &it.id)),
        data.indicator(entry.indicator).map(|it| (&it.name, &it.id)),
    ];
    let names = names
        .into_iter()
        .flatten()
        .map(|(name, id)| [&name.zh, &name.en, id].map(String::as_str).join(" "));
    let text = cells.into_iter().chain(names).collect::<Vec<_>>().join("\n").to_lowercase();
    wanted.split_whitespace().all(|word| text.contains(word))
}

fn cell(data: &Dataset, entry: &Entry<'_>, column: TableColumn, t: &Texts) -> String {
    let figure = entry.figure;
    match column {
        TableColumn::Region => words::region(data, entry.region, t).to_owned(),
        TableColumn::Indicator => words::indicator(data, entry.indicator, t).to_owned(),
        TableColumn::Theme => data
            .indicator(entry.indicator)
            .and_then(|it| data.theme(it.theme))
            .map_or(String::new(), |it| it.name.get(t.lang()).to_owned()),
        TableColumn::Value => {
            figure.map_or_else(|| t.not_reported().to_owned(), |it| words::value(data, it, t))
        }
        TableColumn::Unit => data.unit_of(entry.indicator).map_or(String::new(), |unit| {
            unit.word(figure.and_then(Observation::number).unwrap_or(0.0), t.lang()).to_owned()
        }),
        TableColumn::Qualifier => {
            figure.map_or(String::new(), |it| words::qualifier(it.qualifier, t).to_owned())
        }
        TableColumn::Period => {
            figure.map_or(String::new(), |it| words::period(data, it.period, t).to_owned())
        }
        TableColumn::Printed => figure.map_or(String::new(), |it| it.printed.to_string()),
        TableColumn::Status => match status(data, entry) {
            Some(status) => status_name(status, t).to_owned(),
            None => t.not_applicable().to_owned(),
        },
        TableColumn::Note => figure.map_or(String::new(), |it| {
            let notes = [&it.care, &it.note].into_iter().flatten();
            notes.map(|text| text.get(t.lang())).collect::<Vec<_>>().join(t.sentence_gap())
        }),
        TableColumn::Source => figure.map_or(String::new(), |it| {
            data.source(it.locator.source).map_or("", |it| it.short.get(t.lang())).to_owned()
        }),
        TableColumn::Place => figure.map_or(String::new(), |it| words::place(data, &it.locator, t)),
    }
}

fn open_of_missing(data: &Dataset, entry: &Entry<'_>) -> OpenFigure {
    OpenFigure {
        region: data.region(entry.region).map_or(String::new(), |it| it.id.clone()),
        indicator: data.indicator(entry.indicator).map_or(String::new(), |it| it.id.clone()),
    }
}

/// What decides the order of a row: parts that never turn, then parts that turn when descending.
struct Key {
    /// Empty cells come last, whatever the direction; units stay together.
    fixed: (bool, u32),
    number: f64,
    text: String,
}

impl Key {
    fn order(&self, other: &Self, is_descending: bool) -> Ordering {
        let turning = self.number.total_cmp(&other.number).then_with(|| self.text.cmp(&other.text));
        let turned = if is_descending { turning.reverse() } else { turning };
        self.fixed.cmp(&other.fixed).then(turned)
    }
}

fn in_order<'a>(
    data: &Dataset,
    entries: Vec<Entry<'a>>,
    sort: TableSort,
    t: &Texts,
) -> Vec<Entry<'a>> {
    let mut keyed: Vec<(Key, Entry<'a>)> =
        entries.into_iter().map(|it| (key(data, &it, sort.column, t), it)).collect();
    // Stable, so that equals keep the order of the file.
    keyed.sort_by(|(a, _), (b, _)| a.order(b, sort.is_descending));
    keyed.into_iter().map(|(_, entry)| entry).collect()
}

fn key(data: &Dataset, entry: &Entry<'_>, column: TableColumn, t: &Texts) -> Key {
    let shown = cell(data, entry, column, t);
    let is_empty = shown.is_empty() || (column == TableColumn::Value && entry.figure.is_none());
    let number = match column {
        TableColumn::Value => entry.figure.and_then(Observation::number),
        TableColumn::Theme => data.indicator(entry.indicator).map(|it| f64::from(it.theme.0)),
        TableColumn::Place => entry.figure.and_then(|it| match it.locator.item {
            Item::Bullet(n) | Item::Paragraph(n) => Some(f64::from(n)),
            Item::Row(_) => None,
        }),
        _ => None,
    };
    // Numbers of one unit stand together; what is stated in words comes after them.
    let group = match (column, data.unit_of(entry.indicator)) {
        (TableColumn::Value, Some(unit)) if number.is_some() => position_of(data, unit),
        (TableColumn::Value, _) => u32::MAX,
        _ => 0,
    };
    Key {
        fixed: (is_empty, group),
        number: if column == TableColumn::Place { 0.0 } else { number.unwrap_or(0.0) },
        text: sort_text(data, entry, column, number, &shown),
    }
}

/// The text that decides: ids are pinyin, periods' ids are dates.
fn sort_text(
    data: &Dataset,
    entry: &Entry<'_>,
    column: TableColumn,
    number: Option<f64>,
    shown: &str,
) -> String {
    let id = match column {
        TableColumn::Region => data.region(entry.region).map(|it| it.id.clone()),
        TableColumn::Period => entry.figure.and_then(|it| data.period(it.period)).map(|it| {
            // "To 2023" belongs to its year.
            it.id.trim_start_matches("to-").to_owned()
        }),
        TableColumn::Place => entry
            .figure
            .map(|it| format!("{} {:09}", it.locator.section, number.unwrap_or(0.0) as u32)),
        _ => None,
    };
    id.unwrap_or_else(|| shown.to_lowercase())
}

/// Where the unit, or the first that counts the same thing, stands in the file.
fn position_of(data: &Dataset, unit: &Unit) -> u32 {
    (0..).map_while(|at| data.unit(UnitIx(at))).take_while(|it| !it.is_same_measure(unit)).count()
        as u32
}

#[cfg(test)]
mod tests {
    use super::{TableScene, line, table, table_text};
    use crate::{
        analysis::fixture,
        i18n::texts,
        model::Lang,
        state::{StatusFilter, TableColumn, TableSort, TableView, ViewState},
    };

    fn shown(view: TableView) -> TableScene {
        let state = ViewState {
            table: view,
            selected: Some("a".into()),
            compared: Some("b".into()),
            ..ViewState::default()
        };
        table(&fixture::dataset(), &state, texts(Lang::En))
    }

    fn sorted(column: TableColumn, is_descending: bool) -> TableView {
        TableView {
            sort: Some(TableSort { column, is_descending }),
            columns: vec![column],
            has_missing: true,
            ..TableView::default()
        }
    }

    fn column(scene: &TableScene) -> Vec<&str> {
        scene.rows.iter().filter_map(|row| row.cells.first()).map(String::as_str).collect()
    }

    #[test]
    fn numbers_sort_as_numbers_within_their_unit_and_missing_stays_last() {
        for is_descending in [false, true] {
            let scene = shown(sorted(TableColumn::Value, is_descending));
            let values = column(&scene);
            let first_missing = values.iter().position(|it| *it == "not reported").unwrap();
            assert!(values[first_missing..].iter().all(|it| *it == "not reported"));
            let numbers: Vec<f64> = values[..first_missing]
                .iter()
                .filter(|it| it.ends_with(" site"))
                .map(|it| it.replace("≈ ", ""))
                .filter_map(|it| match it.strip_suffix(" million site") {
                    Some(millions) => millions.parse::<f64>().ok().map(|it| it * 1e6),
                    None => it.strip_suffix(" site")?.replace(',', "").parse().ok(),
                })
                .collect();
            assert!(numbers.len() > 5, "{values:?}");
            let is_ordered = |a: &f64, b: &f64| if is_descending { a >= b } else { a <= b };
            assert!(numbers.is_sorted_by(is_ordered), "{numbers:?}");
        }
    }

    #[test]
    fn regions_sort_by_id_in_both_directions() {
        let up = shown(sorted(TableColumn::Region, false));
        assert!(column(&up).is_sorted());
        let down = shown(sorted(TableColumn::Region, true));
        assert!(column(&down).is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn what_is_missing_has_a_row_for_each_city_only_where_asked_for() {
        let data = fixture::dataset();
        let without = shown(TableView::default());
        assert_eq!(without.rows.len(), data.observations().count());
        assert!(!without.rows.iter().any(|row| row.is_missing));
        let with = shown(TableView { has_missing: true, ..TableView::default() });
        let places = data.cities().len() * data.indicators().count();
        let of_root = data.figures_of_region(data.root()).count();
        assert_eq!(with.rows.len(), places + of_root);
        let missing = with.rows.iter().find(|row| row.is_missing).unwrap();
        assert!(missing.spoken.ends_with("not reported") && !missing.spoken.contains('0'));
    }

    #[test]
    fn filters_narrow_and_the_total_stays() {
        let all = shown(TableView::default());
        let cases = [
            TableView { region: Some("b".into()), ..TableView::default() },
            TableView { theme: Some("context".into()), ..TableView::default() },
            TableView { status: Some(StatusFilter::Context), ..TableView::default() },
            TableView { is_pair_only: true, ..TableView::default() },
            TableView { filter: "STATIONS".into(), ..TableView::default() },
        ];
        for view in cases {
            let some = shown(view.clone());
            assert!(!some.rows.is_empty() && some.rows.len() < all.rows.len(), "{view:?}");
            assert_eq!(some.total, all.total);
        }
        let none = shown(TableView { filter: "no such words".into(), ..TableView::default() });
        assert!(none.rows.is_empty());
    }

    #[test]
    fn the_text_has_a_heading_and_every_visible_row_and_column() {
        let state = ViewState {
            table: TableView {
                columns: vec![TableColumn::Region, TableColumn::Value],
                region: Some("c".into()),
                ..TableView::default()
            },
            ..ViewState::default()
        };
        let (text, rows) = table_text(&fixture::dataset(), &state, texts(Lang::En));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.first(), Some(&"Region\tValue"));
        assert_eq!((lines.len(), rows), (3, 2));
        assert!(lines.iter().all(|it| it.matches('\t').count() == 1));
    }

    #[test]
    fn a_cell_breaks_neither_its_row_nor_the_spreadsheet() {
        let cells = ["=HYPERLINK(\"x\")".to_owned(), "two\tparts\nhere".to_owned()];
        assert_eq!(line(&cells), "'=HYPERLINK(\"x\")\ttwo parts here\r\n");
    }
}
