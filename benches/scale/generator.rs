//! Data sets of any size, made up from a seed: the same seed gives the same file on every machine.
//!
//! A country, its provinces and their counties (or, with two levels, counties only), indicators in
//! twelve themes, years, and of every five figures that could be there one. The numbers are printed
//! as yearbooks print them, with the row of the table that they stand in.

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use fastrand::Rng;

#[path = "names.rs"]
mod names;

use names::{COUNTIES, FIRST, MATTERS, PROVINCES, SECOND, THEMES};

/// How large a data set becomes, and what it is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Counties.
    pub counties: usize,
    /// Indicators beside the number of residents.
    pub indicators: usize,
    /// Years.
    pub years: usize,
    /// Whether provinces stand between the country and its counties.
    pub has_provinces: bool,
    /// Whether it has a map of tiles.
    pub has_map: bool,
    /// What the numbers are drawn from.
    pub seed: u64,
}

impl Default for Size {
    /// All counties of a country: 3,000 × 300 × 20, one in five of 18 million figures.
    fn default() -> Self {
        Self {
            counties: 3000,
            indicators: 300,
            years: 20,
            has_provinces: true,
            has_map: true,
            seed: 7,
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { counties, indicators, years, .. } = self;
        write!(f, "{counties} counties × {indicators} indicators × {years} years")
    }
}

/// One of how many figures is reported.
const ONE_IN: u64 = 5;
/// The first year.
const FIRST_YEAR: usize = 2004;

struct Region {
    id: String,
    zh: String,
    zh_short: String,
    en: String,
    en_short: String,
    kind: &'static str,
    parent: Option<usize>,
    /// How much larger its numbers are than those of a county.
    scale: u64,
    tile: Option<(u16, u16)>,
}

/// How an indicator's numbers are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    People,
    Money,
    Percent,
}

impl Form {
    const fn of(indicator: usize) -> Self {
        match indicator % 5 {
            0 => Self::Money,
            1 => Self::Percent,
            _ => Self::People,
        }
    }

    const fn unit(self) -> &'static str {
        match self {
            Self::People => "person",
            Self::Money => "yuan",
            Self::Percent => "percent",
        }
    }
}

/// Writes a data set in the format of data files.
///
/// # Errors
///
/// Where writing fails.
pub fn write(size: &Size, out: &mut impl Write) -> io::Result<()> {
    let regions = regions(size);
    head(size, out)?;
    writeln!(out, "    regions: [")?;
    for region in &regions {
        write_region(region, &regions, out)?;
    }
    writeln!(out, "    ],\n    indicators: [")?;
    write_indicators(size, out)?;
    writeln!(out, "    ],\n    observations: [")?;
    write_figures(size, &regions, out)?;
    writeln!(out, "    ],\n    highlights: [")?;
    write_highlights(size, &regions, out)?;
    writeln!(out, "    ],\n    neighbours: (\n        land: [")?;
    for pair in regions.windows(2) {
        if let [a, b] = pair
            && a.parent.is_some()
            && a.parent == b.parent
        {
            writeln!(out, "            (\"{}\", \"{}\"),", a.id, b.id)?;
        }
    }
    writeln!(out, "        ],\n        sea: [],\n    ),\n    layouts: [")?;
    if size.has_map {
        writeln!(
            out,
            "        Tiles(id: \"tiles\", name: (zh: \"方格\", en: \"Tiles\"), tiles: ["
        )?;
        for region in &regions {
            if let Some((column, row)) = region.tile {
                let id = &region.id;
                writeln!(out, "            (region: \"{id}\", column: {column}, row: {row}),")?;
            }
        }
        writeln!(out, "        ]),")?;
    }
    writeln!(out, "    ],\n)")
}

fn head(size: &Size, out: &mut impl Write) -> io::Result<()> {
    write!(
        out,
        "#![enable(implicit_some)]\n// Made up: {size}, seed {}.\n(\n    format: 1,\n    id: \
         \"made-up\",\n    title: (zh: \"县域统计（虚构）\", en: \"County statistics (made \
         up)\"),\n    about: (zh: \"随机生成，仅供测试。\", en: \"Drawn at random, for \
         tests.\"),\n    root: \"zhongguo\",\n    residents: \"resident_population\",\n    \
         periods: [\n",
        size.seed
    )?;
    for year in (0..size.years).map(|year| FIRST_YEAR + year) {
        writeln!(out, "        (id: \"{year}\", name: (zh: \"{year} 年\", en: \"{year}\")),")?;
    }
    writeln!(out, "    ],\n    themes: [")?;
    for (id, zh, en) in THEMES {
        writeln!(out, "        (id: \"{id}\", name: (zh: \"{zh}\", en: \"{en}\")),")?;
    }
    write!(
        out,
        "        (id: \"context\", name: (zh: \"背景\", en: \"Context\"), context: true),\n    \
         ],\n    units: [\n        (id: \"person\", zh: \"人\", en: (one: \"person\", other: \
         \"people\"), kind: Count),\n        (id: \"yuan\", zh: \"元\", en: (one: \"yuan\", \
         other: \"yuan\"), kind: Money),\n        (id: \"percent\", zh: \"%\", en: (one: \"%\", \
         other: \"%\"), kind: Percent),\n    ],\n    sources: [\n"
    )?;
    for year in (0..size.years).map(|year| FIRST_YEAR + year) {
        let next = year + 1;
        writeln!(
            out,
            "        (id: \"yearbook-{next}\", title: (zh: \"{next} 年县域统计年鉴（虚构）\", en: \
             \"County statistical yearbook {next} (made up)\"), short: (zh: \"{next} 年鉴\", en: \
             \"Yearbook {next}\")),"
        )?;
    }
    writeln!(out, "    ],")
}

/// The country first, each province followed by its counties.
fn regions(size: &Size) -> Vec<Region> {
    let mut all = vec![Region {
        id: "zhongguo".to_owned(),
        zh: "中国".to_owned(),
        zh_short: "全国".to_owned(),
        en: "China".to_owned(),
        en_short: "China".to_owned(),
        kind: "Country",
        parent: None,
        scale: 1_000_000,
        tile: None,
    }];
    if !size.has_provinces {
        let columns = size.counties.isqrt().max(1) * 3 / 2 + 1;
        for at in 0..size.counties {
            let tile = (at % columns, at / columns);
            all.push(county(at, "", 0, u16::try_from(tile.0).ok().zip(u16::try_from(tile.1).ok())));
        }
        return all;
    }
    let provinces = PROVINCES.len().min(size.counties.max(1));
    for (number, (id, zh, full, en, column, row)) in
        PROVINCES.into_iter().take(provinces).enumerate()
    {
        let parent = all.len();
        all.push(Region {
            id: id.to_owned(),
            zh: format!("{zh}{full}"),
            zh_short: zh.to_owned(),
            en: en.to_owned(),
            en_short: en.to_owned(),
            kind: "Province",
            parent: Some(0),
            scale: 10_000,
            tile: Some((column, row)),
        });
        let counties = (number..size.counties).step_by(provinces).count();
        all.extend((0..counties).map(|at| county(at, id, parent, None)));
    }
    all
}

fn county(at: usize, province: &str, parent: usize, tile: Option<(u16, u16)>) -> Region {
    let of = |list: &[(&'static str, &'static str)], at: usize| {
        list.get(at % list.len()).copied().unwrap_or_default()
    };
    // Neighbours in the list differ in both parts of their names.
    let (first, second) = (of(&FIRST, at), of(&SECOND, at / FIRST.len() + at));
    let round = at / (FIRST.len() * SECOND.len());
    let (suffix_zh, suffix_en) = of(&COUNTIES, at / 7 + round);
    let pinyin = format!("{}{}", first.1, second.1);
    let mut name = pinyin.clone();
    if let Some(letter) = name.get_mut(..1) {
        letter.make_ascii_uppercase();
    }
    let dash = if province.is_empty() { "" } else { "-" };
    let short = format!("{}{}", first.0, second.0);
    Region {
        id: format!("{province}{dash}{pinyin}-{at}"),
        zh: format!("{short}{suffix_zh}"),
        zh_short: short,
        en: format!("{name} {suffix_en}"),
        en_short: name,
        kind: "County",
        parent: Some(parent),
        scale: 1,
        tile,
    }
}

fn write_region(region: &Region, all: &[Region], out: &mut impl Write) -> io::Result<()> {
    let Region { id, zh, zh_short, en, en_short, kind, .. } = region;
    write!(
        out,
        "        (id: \"{id}\", name: (zh: \"{zh}\", en: \"{en}\"), short: (zh: \"{zh_short}\", \
         en: \"{en_short}\"), kind: {kind}"
    )?;
    if let Some(parent) = region.parent.and_then(|parent| all.get(parent)) {
        write!(out, ", parent: \"{}\"", parent.id)?;
    }
    writeln!(out, "),")
}

/// Id, Chinese name and English name.
fn indicator(at: usize) -> (String, String, String) {
    let (_, theme_zh, theme_en) = THEMES.get(at % THEMES.len()).copied().unwrap_or_default();
    let theme_id = THEMES.get(at % THEMES.len()).map_or("", |theme| theme.0);
    let rest = at / THEMES.len();
    let (id, zh, en) = MATTERS.get(rest % MATTERS.len()).copied().unwrap_or_default();
    let (mut id, mut zh, mut en) =
        (format!("{theme_id}_{id}"), format!("{theme_zh}{zh}"), format!("{theme_en}: {en}"));
    let round = rest / MATTERS.len();
    if round > 0 {
        let _ = write!(id, "_{}", round + 1);
        let _ = write!(zh, "（{}）", round + 1);
        let _ = write!(en, " ({})", round + 1);
    }
    (id, zh, en)
}

fn write_indicators(size: &Size, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "        (id: \"resident_population\", name: (zh: \"常住人口\", en: \"Residents\"), \
         definition: (zh: \"年末常住人口。\", en: \"Residents at the end of the year.\"), theme: \
         \"context\", unit: \"person\", kind: Quantity),"
    )?;
    for at in 0..size.indicators {
        let (id, zh, en) = indicator(at);
        let theme = THEMES.get(at % THEMES.len()).map_or("", |theme| theme.0);
        let form = Form::of(at);
        write!(
            out,
            "        (id: \"{id}\", name: (zh: \"{zh}\", en: \"{en}\"), definition: (zh: \
             \"{zh}，虚构口径。\", en: \"{en}, made up.\"), theme: \"{theme}\", unit: \"{}\", \
             kind: Quantity",
            form.unit()
        )?;
        if form == Form::People {
            write!(out, ", per_residents: true")?;
        }
        if form == Form::Percent && at + 5 < size.indicators {
            let (other, ..) = indicator(at + 5);
            write!(
                out,
                ", related: [(indicator: \"{other}\", reason: (zh: \"口径不同。\", en: \"Counted \
                 in another way.\"))]"
            )?;
        }
        writeln!(out, "),")?;
    }
    Ok(())
}

fn write_figures(size: &Size, regions: &[Region], out: &mut impl Write) -> io::Result<()> {
    let mut rng = Rng::with_seed(size.seed);
    let ids: Vec<String> = (0..size.indicators).map(|at| indicator(at).0).collect();
    let mut printed = String::new();
    for region in regions {
        for year in (0..size.years).map(|year| FIRST_YEAR + year) {
            let residents = (200 + rng.u64(..800)) * 1000 * region.scale.min(1000);
            printed.clear();
            let _ = write!(printed, "{}万人", Tenths(residents / 1000));
            write_figure(region, "resident_population", residents, &printed, year, false, out)?;
            for (at, id) in ids.iter().enumerate() {
                if rng.u64(..ONE_IN) != 0 {
                    continue;
                }
                write_drawn(region, id, Form::of(at), year, &mut printed, &mut rng, out)?;
            }
        }
    }
    Ok(())
}

/// A number with one decimal, given in tenths.
struct Tenths(u64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(tenths) = self;
        match tenths % 10 {
            0 => write!(f, "{}", tenths / 10),
            tenth => write!(f, "{}.{tenth}", tenths / 10),
        }
    }
}

fn write_drawn(
    region: &Region,
    id: &str,
    form: Form,
    year: usize,
    printed: &mut String,
    rng: &mut Rng,
    out: &mut impl Write,
) -> io::Result<()> {
    printed.clear();
    let drawn = 11 + rng.u64(..989);
    let is_nearly = form == Form::People && rng.u64(..20) == 0;
    if is_nearly {
        printed.push('近');
    }
    let value = match form {
        Form::Percent => {
            let _ = write!(printed, "{}%", Tenths(drawn));
            return write_percent(region, id, drawn, printed, year, out);
        }
        Form::Money => {
            let _ = write!(printed, "{}亿元", Tenths(drawn * region.scale));
            drawn * region.scale * 10_000_000
        }
        Form::People if drawn.is_multiple_of(2) || region.scale > 1 => {
            let _ = write!(printed, "{}万人", Tenths(drawn * region.scale));
            drawn * region.scale * 1000
        }
        Form::People => {
            let _ = write!(printed, "{}人", drawn * region.scale);
            drawn * region.scale
        }
    };
    write_figure(region, id, value, printed, year, is_nearly, out)
}

fn write_percent(
    region: &Region,
    id: &str,
    tenths: u64,
    printed: &str,
    year: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        out,
        "        (region: \"{}\", indicator: \"{id}\", value: {}, printed: \"{printed}\", period: \
         \"{year}\", source: \"yearbook-{}\", section: \"table\", item: Row(\"{}\")),",
        region.id,
        Tenths(tenths),
        year + 1,
        region.zh
    )
}

fn write_figure(
    region: &Region,
    id: &str,
    value: u64,
    printed: &str,
    year: usize,
    is_nearly: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let qualifier = if is_nearly { ", qualifier: Nearly" } else { "" };
    writeln!(
        out,
        "        (region: \"{}\", indicator: \"{id}\", value: {value}{qualifier}, printed: \
         \"{printed}\", period: \"{year}\", source: \"yearbook-{}\", section: \"table\", item: \
         Row(\"{}\")),",
        region.id,
        year + 1,
        region.zh
    )
}

fn write_highlights(size: &Size, regions: &[Region], out: &mut impl Write) -> io::Result<()> {
    let mut rng = Rng::with_seed(size.seed.wrapping_add(1));
    for region in regions.iter().skip(1) {
        let (theme, zh, en) = THEMES.get(rng.usize(..THEMES.len())).copied().unwrap_or_default();
        writeln!(
            out,
            "        (region: \"{}\", theme: \"{theme}\", headline: (zh: \"{zh}示范\", en: \"A \
             model of {en}\"), text: (zh: \"{}开展{zh}示范（虚构）。\", en: \"{} set up a model of \
             {en} (made up).\"), source: \"yearbook-{}\", section: \"{}\", item: Paragraph(1)),",
            region.id,
            region.zh,
            region.en,
            FIRST_YEAR + 1,
            region.id
        )?;
    }
    Ok(())
}
