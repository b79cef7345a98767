//! A table, however it is laid out → one entry for each cell with a figure in it.

use super::{
    columns::{Column, clean},
    frame::{Frame, is_year, looks_like_place},
    grid::{Cell, Grid},
    options::{Options, TableLayout},
    unit::{UnitWords, split_heading},
    words::{Role, is_total},
};
use crate::load::problem::{Problem, Table};

/// A region as a table names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Place {
    /// Its name or id.
    pub(super) name: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) code: String,
    pub(super) parent: String,
    /// Whether it is the whole of the others.
    pub(super) is_total: bool,
}

/// An indicator as a table names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Measured {
    /// Its name or id.
    pub(super) name: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) definition: String,
    /// Its theme, or the heading of the group it stands in.
    pub(super) group: String,
}

/// One cell with all that its table says of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) measured: Measured,
    pub(super) unit: Option<UnitWords>,
    pub(super) period: Option<String>,
    pub(super) source: Option<String>,
    pub(super) note: Option<String>,
    /// The heading of its row.
    pub(super) row_name: String,
    pub(super) cell: Cell,
    /// The number as printed, where it stands in a column of its own.
    pub(super) printed: Option<Cell>,
    /// Row and column of the cell, from 0.
    pub(super) at: (usize, usize),
}

/// Whether a table holds a figure a row, and if not, whether regions are its rows.
pub(super) fn layout(
    columns: &[Column],
    options: &Options,
    is_place: &dyn Fn(&str) -> bool,
) -> TableLayout {
    if let Some(layout) = options.layout {
        return layout;
    }
    let has = |role| columns.iter().any(|column| column.role == Some(role));
    if has(Role::Indicator) && (has(Role::Value) || has(Role::Printed)) && has(Role::Region) {
        return TableLayout::Long;
    }
    if has(Role::Region) {
        return TableLayout::Wide;
    }
    let headings: Vec<&str> =
        columns.iter().skip(1).filter(|it| it.role.is_none()).map(Column::name).collect();
    let places = headings.iter().filter(|it| is_total(it) || is_place(it)).count();
    if has(Role::Indicator) || places * 2 > headings.len() {
        TableLayout::Transposed
    } else {
        TableLayout::Wide
    }
}

/// The entries of a table.
///
/// # Errors
///
/// Where a column is missing without which nothing can be read.
pub(super) fn entries(
    grid: &Grid,
    frame: &Frame,
    columns: &[Column],
    layout: TableLayout,
) -> Result<Vec<Entry>, (String, Problem)> {
    match layout {
        TableLayout::Long => long(grid, frame, columns),
        TableLayout::Wide => Ok(wide(grid, frame, columns)),
        TableLayout::Transposed => Ok(transposed(grid, frame, columns)),
    }
}

/// The columns by what they hold, for reading one row.
struct Row<'a> {
    grid: &'a Grid,
    columns: &'a [Column],
    at: usize,
}

impl Row<'_> {
    /// The words in the last column of this role that has any, merged cells spread.
    fn get(&self, role: Role) -> String {
        let found = self.columns.iter().rev().filter(|it| it.role == Some(role));
        let mut words = found.map(|it| clean(self.grid.spread(self.at, it.at).words()));
        words.find(|it| !it.is_empty()).unwrap_or_default()
    }

    fn maybe(&self, role: Role) -> Option<String> {
        Some(self.get(role)).filter(|it| !it.is_empty())
    }

    /// The region: the last of several columns that say it, inside the one before.
    fn place(&self) -> Place {
        let regions = self.columns.iter().filter(|it| it.role == Some(Role::Region));
        let names: Vec<String> = regions
            .map(|it| clean(self.grid.spread(self.at, it.at).words()))
            .filter(|it| !it.is_empty())
            .collect();
        let name = names.last().cloned().unwrap_or_default();
        let above = names.iter().rev().nth(1).filter(|it| **it != name).cloned();
        place(&name).with(self, above.unwrap_or_default())
    }
}

impl Place {
    fn with(mut self, row: &Row, above: String) -> Self {
        let or =
            |found: String, otherwise: String| if found.is_empty() { otherwise } else { found };
        self.zh = or(row.get(Role::RegionZh), self.zh);
        self.en = or(row.get(Role::RegionEn), self.en);
        self.code = row.get(Role::Code);
        self.parent = or(row.get(Role::Parent), above);
        self
    }
}

/// A region by what a heading says, which may say it in both languages.
fn place(heading: &str) -> Place {
    let (zh, en) = in_two(heading);
    let name = heading.lines().next().unwrap_or_default().to_owned();
    Place { is_total: is_total(&name), name, zh, en, ..Place::default() }
}

fn measured(heading: &str) -> Measured {
    let (zh, en) = in_two(heading);
    Measured {
        name: heading.lines().next().unwrap_or_default().to_owned(),
        zh,
        en,
        ..Measured::default()
    }
}

/// The Chinese and the English line of a heading that has both.
fn in_two(heading: &str) -> (String, String) {
    let mut lines = heading.lines();
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) => {
            let is_zh_first = super::words::is_chinese(first);
            let (zh, en) = if is_zh_first { (first, second) } else { (second, first) };
            (zh.to_owned(), en.to_owned())
        }
        _ => (String::new(), String::new()),
    }
}

fn long(grid: &Grid, frame: &Frame, columns: &[Column]) -> Result<Vec<Entry>, (String, Problem)> {
    let by_role = |role| columns.iter().find(|it| it.role == Some(role));
    for role in [Role::Region, Role::Indicator] {
        if by_role(role).is_none() {
            let problem = Table::NeedsColumn { column: role.name() };
            return Err((grid.place_of_sheet(), Problem::Table(problem)));
        }
    }
    let Some(value) = by_role(Role::Value).or_else(|| by_role(Role::Printed)) else {
        let problem = Table::NeedsColumn { column: Role::Value.name() };
        return Err((grid.place_of_sheet(), Problem::Table(problem)));
    };
    let printed = by_role(Role::Printed).filter(|it| it.at != value.at);
    let mut entries = Vec::new();
    for row in frame.body.clone() {
        let cells = Row { grid, columns, at: row };
        let place = cells.place();
        if place.name.is_empty() {
            continue;
        }
        let heading = cells.get(Role::Indicator);
        let (name, unit_in_name) = split_heading(&heading);
        let unit = cells.maybe(Role::Unit).map(|it| UnitWords::new(&it));
        let said = measured(&name);
        let or = |found: String, otherwise: &str| {
            if found.is_empty() { otherwise.to_owned() } else { found }
        };
        entries.push(Entry {
            row_name: place.name.clone(),
            place,
            measured: Measured {
                zh: or(cells.get(Role::IndicatorZh), &said.zh),
                en: or(cells.get(Role::IndicatorEn), &said.en),
                definition: cells.get(Role::Definition),
                group: cells.get(Role::Theme),
                ..said
            },
            unit: unit
                .or(unit_in_name)
                .or_else(|| value.unit.clone())
                .or_else(|| frame.unit.clone()),
            period: cells.maybe(Role::Period),
            source: cells.maybe(Role::Source),
            note: cells.maybe(Role::Note),
            cell: grid.cell(row, value.at).clone(),
            printed: printed.map(|it| grid.cell(row, it.at).clone()).filter(|it| !it.is_empty()),
            at: (row, value.at),
        });
    }
    Ok(entries)
}

fn wide(grid: &Grid, frame: &Frame, columns: &[Column]) -> Vec<Entry> {
    // Without a heading for regions the first column names them.
    let mut columns = columns.to_vec();
    if !columns.iter().any(|it| it.role == Some(Role::Region))
        && let Some(first) = columns.iter_mut().find(|it| it.role.is_none() || it.at == 0)
    {
        first.role = Some(Role::Region);
    }
    let is_measured = |column: &&Column| {
        matches!(
            column.role,
            None | Some(
                Role::Value
                    | Role::Printed
                    | Role::Unit
                    | Role::Indicator
                    | Role::Theme
                    | Role::Definition
                    | Role::IndicatorEn
                    | Role::IndicatorZh
            )
        ) && !column.name().is_empty()
    };
    let names = Names::of(columns.iter().filter(is_measured));
    let mut entries = Vec::new();
    for row in frame.body.clone() {
        let cells = Row { grid, columns: &columns, at: row };
        let place = cells.place();
        if place.name.is_empty() {
            continue;
        }
        for column in columns.iter().filter(is_measured) {
            let (measured, period) = names.split(column);
            entries.push(Entry {
                row_name: place.name.clone(),
                place: place.clone(),
                measured,
                unit: column.unit.clone().or_else(|| frame.unit.clone()),
                period: period.or_else(|| cells.maybe(Role::Period)),
                source: cells.maybe(Role::Source),
                note: cells.maybe(Role::Note),
                cell: grid.cell(row, column.at).clone(),
                printed: None,
                at: (row, column.at),
            });
        }
    }
    entries
}

/// Tells the groups of a header of several rows: themes, parts of names, or years below a name.
struct Names {
    is_lowest_unique: bool,
}

/// Headings that say nothing without the group above them.
const GENERIC: [&str; 18] = [
    "合计",
    "总计",
    "总数",
    "小计",
    "人数",
    "数量",
    "户数",
    "金额",
    "增速",
    "增长",
    "比上年增长",
    "男",
    "女",
    "城镇",
    "农村",
    "Total",
    "Number",
    "Growth",
];

impl Names {
    fn of<'a>(columns: impl Iterator<Item = &'a Column>) -> Self {
        let mut seen = std::collections::HashSet::new();
        let mut is_lowest_unique = true;
        for column in columns.filter(|it| it.headings.len() > 1) {
            let name = column.name();
            let is_generic = GENERIC.contains(&name) || name.starts_with("其中");
            is_lowest_unique &= seen.insert(name) && !is_generic;
        }
        Self { is_lowest_unique }
    }

    /// What a column measures, and the period where its headings name one.
    fn split(&self, column: &Column) -> (Measured, Option<String>) {
        let (years, rest): (Vec<&String>, Vec<&String>) =
            column.headings.iter().partition(|it| is_year(it) && it.chars().count() <= 6);
        let period = years.last().map(|it| (*it).clone());
        let measured = match rest.as_slice() {
            [] => measured(column.name()),
            [one] => measured(one),
            [groups @ .., last] => {
                let group = groups.iter().map(|it| it.as_str()).collect::<Vec<_>>().join("：");
                if self.is_lowest_unique {
                    Measured { group, ..measured(last) }
                } else {
                    let name = joined(&group, last);
                    Measured { name, ..Measured::default() }
                }
            }
        };
        (measured, period)
    }
}

/// A name below the name of its group, on one line.
fn joined(group: &str, name: &str) -> String {
    let (group, name) = (group.replace('\n', " "), name.replace('\n', " "));
    if super::words::is_chinese(&group) {
        format!("{group}：{name}")
    } else {
        format!("{group}: {name}")
    }
}

fn transposed(grid: &Grid, frame: &Frame, columns: &[Column]) -> Vec<Entry> {
    let mut columns = columns.to_vec();
    if !columns.iter().any(|it| it.role == Some(Role::Indicator))
        && let Some(first) = columns.first_mut()
    {
        first.role = Some(Role::Indicator);
    }
    let is_place = |column: &&Column| column.role.is_none() && !column.name().is_empty();
    let mut group = String::new();
    let mut last = String::new();
    let mut entries = Vec::new();
    for row in frame.body.clone() {
        let cells = Row { grid, columns: &columns, at: row };
        let heading = cells.get(Role::Indicator);
        if heading.is_empty() {
            continue;
        }
        let is_blank = grid.filled(row).count() == 1;
        if is_blank && !looks_like_place(&heading) {
            // `一、就业` over the rows that belong to it.
            let plain =
                heading.trim_start_matches(|c| "一二三四五六七八九十（）()、.．".contains(c));
            plain.clone_into(&mut group);
            continue;
        }
        let (mut name, unit_in_name) = split_heading(&heading);
        match name.strip_prefix("其中").map(|it| it.trim_start_matches(['：', ':'])) {
            Some(part) if !last.is_empty() => name = format!("{last}（其中：{part}）"),
            _ => last.clone_from(&name),
        }
        let unit = cells.maybe(Role::Unit).map(|it| UnitWords::new(&it));
        let unit = unit.or(unit_in_name).or_else(|| frame.unit.clone());
        let theme = cells.get(Role::Theme);
        let said = measured(&name);
        for column in columns.iter().filter(is_place) {
            let (years, names): (Vec<&String>, Vec<&String>) =
                column.headings.iter().partition(|it| is_year(it));
            let place = place(names.last().map_or(column.name(), |it| it.as_str()));
            entries.push(Entry {
                place,
                measured: Measured {
                    en: Some(cells.get(Role::IndicatorEn))
                        .filter(|it| !it.is_empty())
                        .unwrap_or_else(|| said.en.clone()),
                    definition: cells.get(Role::Definition),
                    group: if theme.is_empty() { group.clone() } else { theme.clone() },
                    ..said.clone()
                },
                unit: unit.clone().or_else(|| column.unit.clone()),
                period: years.last().map(|it| (*it).clone()).or_else(|| cells.maybe(Role::Period)),
                source: cells.maybe(Role::Source),
                note: cells.maybe(Role::Note),
                row_name: name.clone(),
                cell: grid.cell(row, column.at).clone(),
                printed: None,
                at: (row, column.at),
            });
        }
    }
    entries
}
