//! What an import decided by itself, and what its user should look at.

use super::{options::TableLayout, words::Role};
use crate::model::Lang;

/// One thing to be told; none of them keeps the data file from being written.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Note {
    /// Which sheet and rows were read, and as what.
    Read {
        /// The sheet's place, such as `figures.xlsx Sheet1`.
        place: String,
        /// How the table is laid out.
        layout: TableLayout,
        /// First and last row of the header, from 1.
        header: (usize, usize),
        /// First and last row of figures, from 1.
        body: (usize, usize),
    },
    /// What columns were taken for: letters and role.
    Columns(Vec<(String, Role)>),
    /// Sheets that were not read.
    OtherSheets(Vec<String>),
    /// The region that the others are parts of, and whether the table names it.
    Root {
        /// Its name.
        name: String,
        /// Whether the table has a row or a column for it.
        is_in_table: bool,
    },
    /// The table gives no period.
    NoPeriod,
    /// The period was read in the table's title.
    PeriodOfTitle(String),
    /// The table names no source, so the file itself is given as it.
    NoSource,
    /// How many names stand in one language only, and are used for both.
    OneLanguage(usize),
    /// Indicators whose unit the table does not give.
    NoUnit(Vec<String>),
    /// How many cells say that nothing is reported.
    NotReported(usize),
    /// The places of cells that cannot be read and count as not reported.
    Skipped(Vec<String>),
    /// Regions on the map that the table does not have; they report nothing.
    OnMapOnly(Vec<String>),
    /// There is no map: tiles stand in the order of the table.
    NoMap,
    /// Indicators whose regional figures are marked as parts of the total.
    Parts(Vec<String>),
}

impl Note {
    /// Whether it is to be looked at, and no mere account of what was done.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::NoPeriod
                | Self::NoSource
                | Self::OneLanguage(_)
                | Self::NoUnit(_)
                | Self::Skipped(_)
                | Self::OnMapOnly(_)
                | Self::OtherSheets(_)
        )
    }

    /// The words for it.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let [zh, en] = match self {
            Self::Read { .. } | Self::Columns(_) | Self::Root { .. } => self.decision(),
            _ => self.remark(),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn decision(&self) -> [String; 2] {
        match self {
            Self::Read { place, layout, header, body } => {
                let (zh, en) = match layout {
                    TableLayout::Long => ("每行一个数据", "a figure a row"),
                    TableLayout::Wide => {
                        ("地区为行、指标为列", "regions in rows, indicators in columns")
                    }
                    TableLayout::Transposed => {
                        ("指标为行、地区为列", "indicators in rows, regions in columns")
                    }
                };
                let (from, to, first, last) = (header.0, header.1, body.0, body.1);
                [
                    format!(
                        "读入 {place}：{zh}；表头第 {from}—{to} 行，数据第 {first}—{last} 行（可用 --layout、--rows、--header-rows 更改）"
                    ),
                    format!(
                        "read {place}: {en}; header in rows {from}–{to}, figures in rows {first}–{last} (--layout, --rows, --header-rows change it)"
                    ),
                ]
            }
            Self::Columns(columns) => {
                let list = columns.iter().map(|(at, role)| format!("{at} {}", role.name()));
                let list = list.collect::<Vec<_>>().join(", ");
                [
                    format!("各列：{list}；其余为数据（可用 --columns 更改）"),
                    format!("columns: {list}; the others are figures (--columns changes it)"),
                ]
            }
            Self::Root { name, is_in_table: true } => [
                format!("上级地区：{name}（表中的合计）"),
                format!("the whole: {name}, from the table’s total"),
            ],
            Self::Root { name, .. } => [
                format!("上级地区：{name}，表中没有它的数据（可用 --root 更改）"),
                format!(
                    "the whole: {name}, of which the table reports nothing (--root changes it)"
                ),
            ],
            _ => [String::new(), String::new()],
        }
    }

    fn remark(&self) -> [String; 2] {
        match self {
            Self::OtherSheets(names) => [
                format!("没有读入的工作表：{}（用 --sheet 指定）", names.join("、")),
                format!("sheets not read: {} (--sheet chooses one)", names.join(", ")),
            ],
            Self::NoPeriod => [
                "表中没有年份，时期写作“未注明时期”；用 --period 2023 补上".to_owned(),
                "the table gives no year; the period reads “period not given”; add --period 2023".to_owned(),
            ],
            Self::PeriodOfTitle(period) => [
                format!("时期取自表题：{period}（可用 --period 更改）"),
                format!("period taken from the title: {period} (--period changes it)"),
            ],
            Self::NoSource => [
                "表中没有注明来源，以这份表格本身为来源；用 --source 补上".to_owned(),
                "the table names no source; the spreadsheet itself is given as the source; add --source".to_owned(),
            ],
            Self::OneLanguage(count) => [
                format!("{count} 个名称只有一种语言，中英文界面都用它；请在数据文件里补上另一种"),
                format!("{count} names stand in one language and are used for both; add the other in the data file"),
            ],
            Self::NoUnit(names) => [
                format!("没有单位的指标：{}；在表头写上单位，例如“{}（人）”", listed(names, "、"), first(names)),
                format!("indicators without a unit: {}; write it in the heading, as “{} (persons)”", listed(names, ", "), first(names)),
            ],
            Self::NotReported(count) => [
                format!("{count} 个单元格为空或标明没有数据，作“未报告”，不作零"),
                format!("{count} cells are blank or say that there is no figure: not reported, never zero"),
            ],
            Self::Skipped(places) => [
                format!("略过 {} 个读不出的单元格：{}", places.len(), listed(places, "、")),
                format!("{} cells that cannot be read were left out: {}", places.len(), listed(places, ", ")),
            ],
            Self::OnMapOnly(names) => [
                format!("地图上有、表中没有的地区，作为没有报告的地区收入：{}", listed(names, "、")),
                format!("on the map but not in the table, kept as regions that report nothing: {}", listed(names, ", ")),
            ],
            Self::NoMap => [
                "没有地图：方格按表中次序排列；用 --map 加上轮廓".to_owned(),
                "no map: tiles stand in the table’s order; add outlines with --map".to_owned(),
            ],
            Self::Parts(names) => [
                format!("各地区的数不超过合计，记为合计的组成部分：{}", listed(names, "、")),
                format!("regional figures that fit into the total, marked as its parts: {}", listed(names, ", ")),
            ],
            Self::Read { .. } | Self::Columns(_) | Self::Root { .. } => self.decision(),
        }
    }
}

fn first(names: &[String]) -> &str {
    names.first().map_or("", String::as_str)
}

/// The first few of many.
fn listed(names: &[String], gap: &str) -> String {
    const MOST: usize = 8;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(gap);
    if names.len() > MOST { format!("{shown}{gap}… ({})", names.len()) } else { shown }
}
