//! What the command line takes.

mod own;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::{
    export::{format::Format, preset::Preset, svg::SvgText},
    figure::{FigureKind, MapKind, style},
    model::Lang,
    state::{Tab, ThemeChoice},
};

pub(crate) use own::{FormatArgs, ImportArgs, NewArgs};

/// Explore regional statistics: what each region reports, what it does not, and what may be
/// compared.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  \
        city-atlas                                   open the built-in data\n  \
        city-atlas --compare huzhou,jiaxing --lang en\n  \
        city-atlas my-province.ron --tab plots --indicator employment_rate\n  \
        city-atlas --view huzhou.atlas-view.ron      open a view that was saved\n  \
        city-atlas check my-province.ron\n  \
        city-atlas table --format csv > figures.csv\n  \
        city-atlas new my-province                   begin a data set of your own\n  \
        city-atlas import figures.xlsx -o my.ron     make one of a spreadsheet\n  \
        city-atlas export --figure ranking --indicator employment_rate -o ranking.png"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub task: Option<Task>,
    #[command(flatten)]
    pub open: OpenArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Check data files: exit 0 and a line each, or 1 with every problem on standard error
    Check(CheckArgs),
    /// Print figures or highlights as a table
    Table(TableArgs),
    /// Save a figure as picture, table or words, or all figures at once; needs no display
    Export(ExportArgs),
    /// Write everything on one region as one web page; needs no display
    Brief(BriefArgs),
    /// Make a data file of a spreadsheet
    Import(ImportArgs),
    /// Write a small data set with comments, to begin from
    New(NewArgs),
    /// Print how data files are written: every field, and every message with its remedy
    Format(FormatArgs),
}

#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct OpenArgs {
    /// Data file (RON); without one, that which was open last, or the data that came with the program
    pub file: Option<PathBuf>,
    /// Language; without it, that of the machine
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Region to choose, by id
    #[arg(long, value_name = "REGION")]
    pub select: Option<String>,
    /// Two regions to compare, by id
    #[arg(long, value_name = "A,B", value_parser = two_regions)]
    pub compare: Option<Pair>,
    /// Tab to show
    #[arg(long, value_enum)]
    pub tab: Option<TabArg>,
    /// Indicator to choose, by id
    #[arg(long, value_name = "ID")]
    pub indicator: Option<String>,
    /// Indicator upward in a scatter plot, by id; shows the scatter plot
    #[arg(long, value_name = "ID")]
    pub indicator_y: Option<String>,
    /// Period, by id; without it, the latest
    #[arg(long, value_name = "ID")]
    pub period: Option<String>,
    /// Region whose parts are shown, by id; without it, that which holds all others
    #[arg(long, value_name = "REGION")]
    pub within: Option<String>,
    /// Colours; without it, those of the desktop
    #[arg(long, value_enum)]
    pub theme: Option<ThemeArg>,
    /// View file to open
    #[arg(long, value_name = "FILE")]
    pub view: Option<PathBuf>,
    /// Remember nothing and start afresh, whatever was remembered
    #[arg(long)]
    pub no_settings: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// Data files; without one, the data that came with the program
    pub files: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  city-atlas table --format csv > figures.csv\n  \
    city-atlas table my-province.ron --what highlights --format json")]
pub(crate) struct TableArgs {
    /// Data file (RON); without one, the data that came with the program
    pub file: Option<PathBuf>,
    /// Period, by id; without it, all
    #[arg(long, value_name = "ID")]
    pub period: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value = "figures")]
    pub what: What,
    /// How to print it
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  \
    city-atlas export --list\n  \
    city-atlas export --all --lang both --format png,svg,csv -o atlas\n  \
    city-atlas export --figure targets --lang en -o targets.csv\n  \
    city-atlas export --figure ranking --indicator employment_rate --lang zh --scale 2 -o a.png\n  \
    city-atlas export --figure comparison --regions huzhou,jiaxing --lang en -o b.png\n  \
    city-atlas export --figure scatter --indicator resident_population --indicator-y land_area \
    -o e.png\n  \
    city-atlas export --figure map --indicator resident_population --preset slide -o c.png\n  \
    city-atlas export --figure map --indicator land_area --map outlines -o map.png\n  \
    city-atlas export --figure targets --theme print --size 800x400 -o d.png\n  \
    city-atlas export --figure coverage --lang zh --svg-text outlines -o e.svg")]
pub(crate) struct ExportArgs {
    /// Data file (RON); without one, the data that came with the program
    pub file: Option<PathBuf>,
    /// Print the figures and what each takes, and stop
    #[arg(long)]
    pub list: bool,
    /// Figure to draw
    #[arg(long, value_name = "NAME")]
    pub figure: Option<String>,
    /// Indicator, by id, for figures that take one
    #[arg(long, value_name = "ID")]
    pub indicator: Option<String>,
    /// Indicator upward, by id, for figures that take two
    #[arg(long, value_name = "ID")]
    pub indicator_y: Option<String>,
    /// Regions, by id, for figures that take some
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub regions: Vec<String>,
    /// Period, by id; without it, the latest
    #[arg(long, value_name = "ID")]
    pub period: Option<String>,
    /// Region whose parts are shown, by id; without it, that which holds all others
    #[arg(long, value_name = "REGION")]
    pub within: Option<String>,
    /// Counts per 10,000 residents, where that means something
    #[arg(long)]
    pub per_residents: bool,
    /// Layout of maps: tiles or outlines
    #[arg(long, value_name = "LAYOUT", value_parser = map_kind, conflicts_with = "all")]
    pub map: Option<MapKind>,
    /// Language; without it, that of the machine, and with --all both
    #[arg(long, value_enum)]
    pub lang: Option<LangsArg>,
    /// Colours; print is black on white with patterns
    #[arg(long, value_enum, default_value = "light")]
    pub theme: PictureThemeArg,
    /// Size by use
    #[arg(long, value_name = "NAME", conflicts_with = "size", value_parser = preset)]
    pub preset: Option<Preset>,
    /// Width and height in points, such as 960x600; without it, 960 wide and as high as needed
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u32, u32)>,
    /// Pixels a point of a PNG
    #[arg(long, value_name = "N", default_value_t = 2.0, value_parser = scale)]
    pub scale: f32,
    /// Letters of an SVG: text can be searched and edited, outlines look the same without the fonts
    #[arg(long, value_name = "HOW", default_value = "text", value_parser = svg_text)]
    pub svg_text: SvgText,
    /// File to write, as its extension says: .png, .svg, .csv, .json or .txt; with --all, the folder
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub batch: BatchArgs,
}

/// Everything at once.
#[derive(Debug, ClapArgs)]
pub(crate) struct BatchArgs {
    /// Write every possible figure and a brief of each city, with a manifest; run it again to go on
    /// after an interruption
    #[arg(long, conflicts_with_all = [
        "list", "figure", "indicator", "indicator_y", "regions", "per_residents", "preset", "size",
    ])]
    pub all: bool,
    /// Formats of the figures, with --all
    #[arg(
        long, value_name = "LIST", value_delimiter = ',', default_value = "png,csv",
        value_parser = format, requires = "all"
    )]
    pub format: Vec<Format>,
    /// Replace files that were changed since they were written, with --all
    #[arg(long, requires = "all")]
    pub overwrite: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  \
    city-atlas brief huzhou --lang zh -o huzhou.html\n  \
    city-atlas brief my-city my-province.ron --lang en -o my-city.html")]
pub(crate) struct BriefArgs {
    /// Region, by id
    pub region: String,
    /// Data file (RON); without one, the data that came with the program
    pub file: Option<PathBuf>,
    /// Period, by id; without it, the latest
    #[arg(long, value_name = "ID")]
    pub period: Option<String>,
    /// Language; without it, that of the machine
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Page to write
    #[arg(short, long, value_name = "OUT.html")]
    pub output: PathBuf,
}

/// One language, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangsArg {
    Zh,
    En,
    Both,
}

impl LangsArg {
    pub(crate) fn langs(self) -> Vec<Lang> {
        match self {
            Self::Zh => vec![Lang::Zh],
            Self::En => vec![Lang::En],
            Self::Both => Lang::ALL.to_vec(),
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangArg {
    Zh,
    En,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ThemeArg {
    Light,
    Dark,
    /// Light, in high contrast.
    ContrastLight,
    /// Dark, in high contrast.
    ContrastDark,
}

impl From<ThemeArg> for ThemeChoice {
    fn from(arg: ThemeArg) -> Self {
        match arg {
            ThemeArg::Light => Self::Light,
            ThemeArg::Dark => Self::Dark,
            ThemeArg::ContrastLight => Self::ContrastLight,
            ThemeArg::ContrastDark => Self::ContrastDark,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PictureThemeArg {
    Light,
    Dark,
    /// Light, in high contrast.
    ContrastLight,
    /// Dark, in high contrast.
    ContrastDark,
    Print,
}

impl From<PictureThemeArg> for style::Theme {
    fn from(arg: PictureThemeArg) -> Self {
        match arg {
            PictureThemeArg::Light => Self::Light,
            PictureThemeArg::Dark => Self::Dark,
            PictureThemeArg::ContrastLight => Self::ContrastLight,
            PictureThemeArg::ContrastDark => Self::ContrastDark,
            PictureThemeArg::Print => Self::Print,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum TabArg {
    City,
    Compare,
    Plots,
    Coverage,
    Table,
}

impl From<TabArg> for Tab {
    fn from(arg: TabArg) -> Self {
        match arg {
            TabArg::City => Self::City,
            TabArg::Compare => Self::Compare,
            TabArg::Plots => Self::Plots,
            TabArg::Coverage => Self::Coverage,
            TabArg::Table => Self::Table,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    Figures,
    Highlights,
    /// The whole data set, which import reads back without loss
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Csv,
    Json,
}

/// Two region ids.
#[derive(Clone, Debug)]
pub(crate) struct Pair(pub String, pub String);

fn two_regions(text: &str) -> Result<Pair, String> {
    match text.split_once(',') {
        Some((a, b)) if !a.is_empty() && !b.is_empty() && !b.contains(',') && a != b => {
            Ok(Pair(a.to_owned(), b.to_owned()))
        }
        _ => Err("write two different region ids, such as huzhou,jiaxing".to_owned()),
    }
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let parts = text.split_once(['x', 'X', '×']);
    let parsed = parts.and_then(|(width, height)| {
        Some((width.trim().parse().ok()?, height.trim().parse().ok()?))
    });
    parsed
        .filter(|(width, height)| *width > 0 && *height > 0)
        .ok_or_else(|| "write width x height in points, such as 960x600".to_owned())
}

fn preset(text: &str) -> Result<Preset, String> {
    let valid = || Preset::ALL.map(Preset::id).join(", ");
    Preset::ALL
        .into_iter()
        .find(|preset| preset.id() == text)
        .ok_or_else(|| format!("valid: {}", valid()))
}

fn svg_text(text: &str) -> Result<SvgText, String> {
    let valid = || SvgText::ALL.map(SvgText::id).join(", ");
    SvgText::ALL.into_iter().find(|it| it.id() == text).ok_or_else(|| format!("valid: {}", valid()))
}

fn map_kind(text: &str) -> Result<MapKind, String> {
    [MapKind::Tiles, MapKind::Outlines]
        .into_iter()
        .find(|kind| kind.id() == text)
        .ok_or_else(|| "valid: tiles, outlines".to_owned())
}

fn scale(text: &str) -> Result<f32, String> {
    let scale: Option<f32> = text.parse().ok();
    scale
        .filter(|scale| (1.0..=4.0).contains(scale))
        .ok_or_else(|| "the scale is a number from 1 to 4".to_owned())
}

fn format(text: &str) -> Result<Format, String> {
    let valid = || Format::ALL.map(Format::id).join(", ");
    Format::ALL
        .into_iter()
        .find(|format| format.id() == text)
        .ok_or_else(|| format!("valid: {}", valid()))
}

/// The figure with this name.
pub(crate) fn figure_kind(name: &str) -> Option<FigureKind> {
    FigureKind::ALL.into_iter().find(|kind| kind.id() == name)
}
