//! What the commands for own data take.

use std::{ops::Range, path::PathBuf};

use clap::Args as ClapArgs;

use super::LangArg;
use crate::import::{Role, TableLayout};

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The table may have a row for each figure, or regions in rows and indicators in \
    columns, or the other way round; headings in Chinese or English, one row of them or several. \
    What was decided is told, and each decision has an option.\n\nExamples:\n  \
    city-atlas import figures.xlsx -o my.ron\n  \
    city-atlas import figures.csv --map provinces.geojson --root 浙江省 -o my.ron\n  \
    city-atlas import figures.xlsx --sheet 2 --rows 4-18 --period 2023 -o my.ron\n  \
    city-atlas import long.csv --columns region=A,indicator=B,value=D,unit=单位 -o my.ron\n\n\
    What --columns names: region, region_zh, region_en, code, parent, indicator, indicator_zh, \
    indicator_en, definition, theme, value, printed, unit, period, source, note, ignore"
)]
pub(crate) struct ImportArgs {
    /// Spreadsheet: .xlsx, .xls, or .csv in UTF-8 or GB 18030
    pub figures: PathBuf,
    /// Sheet, by name or number; without it, the first with a table
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// How the table lies: long (a figure a row), wide (a region a row) or transposed
    #[arg(long, value_name = "LAYOUT", value_parser = layout)]
    pub layout: Option<TableLayout>,
    /// Rows of the table with its header, such as 3-20
    #[arg(long, value_name = "A-B", value_parser = rows)]
    pub rows: Option<Range<usize>>,
    /// How many rows the header has
    #[arg(long, value_name = "N")]
    pub header_rows: Option<usize>,
    /// What columns hold, by heading or letter, such as region=A,value=数值
    #[arg(long, value_name = "WHAT=COLUMN,…", value_delimiter = ',', value_parser = column)]
    pub columns: Vec<(Role, String)>,
    /// List of regions with their ids, names, kinds, parents and codes
    #[arg(long, value_name = "FILE")]
    pub regions: Option<PathBuf>,
    /// Outlines in GeoJSON; features are matched to regions by id or name
    #[arg(long, value_name = "MAP.geojson")]
    pub map: Option<PathBuf>,
    /// Name of the region that the others are parts of
    #[arg(long, value_name = "NAME")]
    pub root: Option<String>,
    /// Period of figures whose table gives none, such as 2023
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Source of figures whose table names none
    #[arg(long, value_name = "TITLE")]
    pub source: Option<String>,
    /// Title of the data set; without it, that of the table
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// Id of the data set; without it, one made of the title
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Leave out cells that cannot be read; without it, each is an error
    #[arg(long)]
    pub skip_unreadable: bool,
    /// Language of what is told; without it, that of the machine
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    /// Data file to write
    #[arg(short, long, value_name = "DATA.ron")]
    pub output: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewArgs {
    /// Folder to write it into; made where it is not there, and never overwritten
    pub folder: PathBuf,
    /// Language of what is told; without it, that of the machine
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct FormatArgs {
    /// Language; without it, that of the machine
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
}

fn layout(text: &str) -> Result<TableLayout, String> {
    let found = TableLayout::ALL.into_iter().find(|it| it.id() == text);
    found.ok_or_else(|| "valid: long, wide, transposed".to_owned())
}

fn rows(text: &str) -> Result<Range<usize>, String> {
    let parts = text.split_once(['-', '–', '—']);
    let parts = parts.and_then(|(from, to)| {
        let from: usize = from.trim().parse().ok()?;
        let to: usize = to.trim().parse().ok()?;
        (from >= 1 && from < to).then(|| from - 1..to)
    });
    parts.ok_or_else(|| "write the first and the last row, such as 3-20".to_owned())
}

fn column(text: &str) -> Result<(Role, String), String> {
    let valid = || Role::names().collect::<Vec<_>>().join(", ");
    let (role, column) =
        text.split_once('=').ok_or_else(|| "write what=column, such as region=A".to_owned())?;
    let role = Role::named(role.trim()).ok_or_else(|| format!("valid: {}", valid()))?;
    Ok((role, column.trim().to_owned()))
}
