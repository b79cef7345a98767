//! What there is to draw, in words and numbers; no place or colour is decided here.

use crate::model::{Dataset, Lang};

use super::{
    FigureKind, comparison::ComparisonBody, coverage::CoverageBody, map::MapBody,
    profile::ProfileBody, ranking::RankingBody, scatter::ScatterBody, share::ShareBody,
    targets::TargetsBody, trend::TrendBody,
};

/// A figure ready to be drawn, exported or read aloud.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Which kind of figure it is.
    pub kind: FigureKind,
    /// The language of all its words.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// What is shown, of when, for how many.
    pub subtitle: String,
    /// The marks.
    pub body: Body,
    /// What the marks mean.
    pub legend: Vec<LegendEntry>,
    /// What a reader must know to read it right.
    pub notes: Vec<String>,
    /// Where the figures come from.
    pub source: String,
    /// What the figure says, in one sentence.
    pub takeaway: String,
    /// The figure in sentences, for those who do not see it: takeaway, values, what is missing.
    pub alt: String,
    /// The data it was made of.
    pub provenance: Provenance,
    /// File name without extension, such as `employment-rate_huzhou-jiaxing_2023_zh`.
    pub file_stem: String,
}

/// Which data a figure was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The data set's id.
    pub data_set: String,
    /// The SHA-256 of its file, 64 hexadecimal digits; empty for data put together in memory.
    pub sha256: String,
}

impl Provenance {
    /// Of a figure made of `data`.
    #[must_use]
    pub fn of(data: &Dataset) -> Self {
        Self { data_set: data.id().to_owned(), sha256: data.sha256().to_owned() }
    }
}

impl Content {
    /// How many rows of marks can grow where a picture has height to spare.
    #[must_use]
    pub fn row_count(&self) -> usize {
        match &self.body {
            Body::Ranking(body) => body.rows.len() + body.related.len() + body.facts.len(),
            Body::Comparison(body) => body.shown_count(),
            Body::Targets(body) => body.rows.len(),
            Body::Profile(body) => body.rows.len(),
            Body::Coverage(body) => body.rows.len(),
            Body::Map(body) => body.row_count(),
            Body::Scatter(_) => super::scatter::GROWING_ROWS,
            Body::Trend(_) => super::trend::GROWING_ROWS,
            Body::Multiples(body) => body.row_count(),
            Body::Share(_) => 0,
        }
    }
}

/// The marks of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Bars by city.
    Ranking(RankingBody),
    /// Two cities side by side.
    Comparison(ComparisonBody),
    /// Tiles.
    Map(MapBody),
    /// Points. Larger than the others, so it lies apart.
    Scatter(Box<ScatterBody>),
    /// Lines over time.
    Trend(Box<TrendBody>),
    /// A small chart for each city.
    Multiples(Box<TrendBody>),
    /// Parts of a whole.
    Share(ShareBody),
    /// Completion of plans.
    Targets(TargetsBody),
    /// Highlights by theme.
    Profile(ProfileBody),
    /// City by indicator.
    Coverage(CoverageBody),
}

/// What a legend entry shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A filled mark.
    Value,
    /// A filled disc.
    Dot,
    /// The quiet ground under a number.
    Count,
    /// A hatched mark: related, not the same; or to be compared with care.
    Hatched,
    /// Quiet hatching: not reported.
    Missing,
    /// The first city.
    CityA,
    /// The second city.
    CityB,
    /// A small ring: reports a related indicator.
    Ring,
    /// A line.
    Line,
    /// The rest that is not itemised.
    Rest,
    /// A step of the ramp.
    Step {
        /// Which one, from 0 at the low end.
        at: usize,
        /// Of how many.
        count: usize,
    },
    /// A star: reported in words.
    Star,
    /// No sample: the words say it all.
    Words,
}

/// One entry of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The mark.
    pub swatch: Swatch,
    /// What it means.
    pub label: String,
}

impl LegendEntry {
    /// An entry.
    #[must_use]
    pub fn new(swatch: Swatch, label: impl Into<String>) -> Self {
        Self { swatch, label: label.into() }
    }
}
