//! The same file as `ron` alone reads it: plain structs, nothing checked.
#![expect(dead_code, reason = "what is read is only counted")]

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Text {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
pub struct Named {
    id: String,
    name: Text,
    #[serde(default)]
    context: bool,
}

#[derive(Deserialize)]
pub struct Words {
    one: String,
    other: String,
}

#[derive(Deserialize)]
pub enum UnitKind {
    Count,
    Money,
    Percent,
    PercentagePoint,
    Area,
}

#[derive(Deserialize)]
pub struct Unit {
    id: String,
    zh: String,
    en: Words,
    kind: UnitKind,
}

#[derive(Deserialize)]
pub struct Source {
    id: String,
    title: Text,
    short: Text,
}

#[derive(Deserialize)]
pub enum RegionKind {
    Country,
    Province,
    City,
    County,
}

#[derive(Deserialize)]
pub struct Region {
    id: String,
    name: Text,
    short: Text,
    kind: RegionKind,
    parent: Option<String>,
}

#[derive(Deserialize)]
pub enum IndicatorKind {
    Quantity,
    Fact,
}

#[derive(Deserialize)]
pub struct Related {
    indicator: String,
    reason: Text,
}

#[derive(Deserialize)]
pub struct Indicator {
    id: String,
    name: Text,
    definition: Text,
    theme: String,
    unit: Option<String>,
    kind: IndicatorKind,
    #[serde(default)]
    per_residents: bool,
    #[serde(default)]
    related: Vec<Related>,
}

#[derive(Default, Deserialize)]
pub enum Qualifier {
    #[default]
    Exact,
    About,
    Nearly,
    MoreThan,
    Reached,
}

#[derive(Deserialize)]
pub enum Item {
    Bullet(u32),
    Paragraph(u32),
    Row(String),
}

#[derive(Deserialize)]
pub struct Figure {
    region: String,
    indicator: String,
    value: Option<f64>,
    #[serde(default)]
    qualifier: Qualifier,
    printed: Option<String>,
    period: String,
    source: String,
    section: String,
    item: Item,
}

#[derive(Deserialize)]
pub struct Highlight {
    region: String,
    theme: String,
    headline: Text,
    text: Text,
    source: String,
    section: String,
    item: Item,
}

#[derive(Deserialize)]
pub struct Neighbours {
    land: Vec<(String, String)>,
    sea: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Tile {
    region: String,
    column: u16,
    row: u16,
}

#[derive(Deserialize)]
pub enum Layout {
    Tiles { id: String, name: Text, tiles: Vec<Tile> },
}

#[derive(Deserialize)]
pub struct File {
    format: u32,
    id: String,
    title: Text,
    about: Text,
    root: String,
    residents: String,
    periods: Vec<Named>,
    themes: Vec<Named>,
    units: Vec<Unit>,
    sources: Vec<Source>,
    regions: Vec<Region>,
    indicators: Vec<Indicator>,
    pub observations: Vec<Figure>,
    highlights: Vec<Highlight>,
    neighbours: Neighbours,
    layouts: Vec<Layout>,
}
