//! Coverage: which city reports which indicator, a dot a figure, and highlights by theme; and the
//! same by theme, a number a cell, for where a row an indicator is too much.

mod draw;

pub use draw::draw;

use super::{
    Body, Content, FigureKind, LegendEntry, Provenance, Swatch, Unavailable, takeaway, words,
};
use crate::{
    analysis::{self, Coverage},
    i18n::Texts,
    model::{Dataset, IndicatorIx, ObservationIx, RegionIx, ThemeIx},
};

/// What a cell counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Figures under a theme; none means that nothing is reported.
    Figures(usize),
    /// Highlights under a theme.
    Highlights(usize),
}

impl Count {
    /// The number.
    #[must_use]
    pub const fn number(self) -> usize {
        match self {
            Self::Figures(count) | Self::Highlights(count) => count,
        }
    }
}

/// One cell of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageCell {
    /// The figure, where there is one.
    pub figure: Option<ObservationIx>,
    /// What stands in the cell instead of a dot.
    pub count: Option<Count>,
    /// What a screen reader says.
    pub spoken: String,
}

/// One row of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageMatrixRow {
    /// The heading over this row, where a theme begins.
    pub heading: Option<String>,
    /// The indicator, for rows of figures.
    pub indicator: Option<IndicatorIx>,
    /// Its name.
    pub label: String,
    /// A cell a city.
    pub cells: Vec<CoverageCell>,
}

/// The marks of the coverage figure.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageBody {
    /// The cities: the columns.
    pub cities: Vec<(RegionIx, String)>,
    /// The rows.
    pub rows: Vec<CoverageMatrixRow>,
}

/// What the coverage figure shows.
///
/// # Errors
/// When no city reports anything.
pub fn content(data: &Dataset, t: &Texts) -> Result<Content, Unavailable> {
    let coverage = analysis::coverage(data);
    if coverage.rows.is_empty() && coverage.highlights.is_empty() {
        return Err(Unavailable(t.why_no_coverage().to_owned()));
    }
    let cities = columns(data, &coverage, t);
    let mut rows = Vec::new();
    let mut theme = None;
    for row in &coverage.rows {
        let heading = (theme != Some(row.theme))
            .then(|| data.theme(row.theme).map(|it| it.name.get(t.lang()).to_owned()))
            .flatten();
        theme = Some(row.theme);
        let label = words::indicator(data, row.indicator, t).to_owned();
        let cells = row.figures.iter().zip(&cities).map(|(figure, (_, city))| {
            let value = figure
                .and_then(|ix| data.observation(ix))
                .map_or_else(|| t.not_reported().to_owned(), |it| words::value(data, it, t));
            let spoken = t.spoken_cell(city.as_str(), label.as_str(), value);
            CoverageCell { figure: *figure, count: None, spoken }
        });
        let cells = cells.collect();
        rows.push(CoverageMatrixRow { heading, indicator: Some(row.indicator), label, cells });
    }
    for (at, (theme, counts)) in coverage.highlights.iter().enumerate() {
        let counts = counts.iter().map(|it| Count::Highlights(*it));
        let heading = (at == 0).then(|| t.coverage_highlights_heading().to_owned());
        rows.push(counted_row(data, *theme, counts, heading, &cities, t));
    }
    let figures: usize = coverage.rows.iter().map(analysis::coverage::CoverageRow::reported).sum();
    let summary = t.coverage_summary(cities.len(), figures, coverage.rows.len());
    let body = CoverageBody { cities, rows };
    let takeaway = takeaway::coverage(&body, t);
    let legend = LegendEntry::new(Swatch::Dot, t.legend_reported());
    Ok(Content {
        title: t.coverage_title().to_owned(),
        subtitle: summary,
        ..matrix(data, FigureKind::Coverage, legend, body, takeaway, t)
    })
}

/// What the figure of coverage by theme shows.
///
/// # Errors
/// When no city reports anything.
pub fn by_theme(data: &Dataset, t: &Texts) -> Result<Content, Unavailable> {
    let coverage = analysis::coverage(data);
    let mut themes = coverage.by_theme();
    // Population and area are no disability affairs; every city has them.
    let is_context = |ix: ThemeIx| data.theme(ix).is_some_and(|it| it.is_context);
    let all = themes.len();
    themes.retain(|(theme, _)| !is_context(*theme));
    let notes =
        if themes.len() < all { vec![t.note_context_left_out().to_owned()] } else { vec![] };
    if themes.is_empty() {
        return Err(Unavailable(t.why_no_coverage().to_owned()));
    }
    let cities = columns(data, &coverage, t);
    let count: usize = themes.iter().flat_map(|(_, counts)| counts).sum();
    let rows: Vec<CoverageMatrixRow> = themes
        .iter()
        .map(|(theme, counts)| {
            let counts = counts.iter().map(|it| Count::Figures(*it));
            counted_row(data, *theme, counts, None, &cities, t)
        })
        .collect();
    let summary = t.coverage_themes_summary(cities.len(), count, rows.len());
    let body = CoverageBody { cities, rows };
    let takeaway = takeaway::coverage_themes(&body, t);
    let legend = LegendEntry::new(Swatch::Count, t.legend_figures_counted());
    Ok(Content {
        title: t.coverage_themes_title().to_owned(),
        subtitle: summary,
        notes,
        ..matrix(data, FigureKind::CoverageThemes, legend, body, takeaway, t)
    })
}

/// What both matrices have in common; `reported` is the legend's entry for a cell that says
/// something.
fn matrix(
    data: &Dataset,
    kind: FigureKind,
    reported: LegendEntry,
    body: CoverageBody,
    takeaway: String,
    t: &Texts,
) -> Content {
    let by_city = takeaway::coverage_by_city(&body, t);
    let source = data.sources().first();
    Content {
        kind,
        lang: t.lang(),
        title: String::new(),
        subtitle: String::new(),
        legend: vec![reported, LegendEntry::new(Swatch::Missing, t.legend_empty_cell())],
        notes: Vec::new(),
        source: source.map_or(String::new(), |it| t.source_line(it.short.get(t.lang()))),
        alt: takeaway::sentences(
            &[takeaway.as_str(), by_city.as_str(), t.alt_coverage_missing()],
            t,
        ),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &[kind.id()], t),
        body: Body::Coverage(body),
    }
}

fn columns(data: &Dataset, coverage: &Coverage, t: &Texts) -> Vec<(RegionIx, String)> {
    let name = |it: &RegionIx| (*it, words::short(data, *it, t).to_owned());
    coverage.cities.iter().map(name).collect()
}

/// A row of numbers, one a city, for the theme `theme`.
fn counted_row(
    data: &Dataset,
    theme: ThemeIx,
    counts: impl Iterator<Item = Count>,
    heading: Option<String>,
    cities: &[(RegionIx, String)],
    t: &Texts,
) -> CoverageMatrixRow {
    let label = data.theme(theme).map_or("", |it| it.name.get(t.lang())).to_owned();
    let cell = |(count, (_, city)): (Count, &(RegionIx, String))| {
        let said = match count {
            Count::Figures(0) => t.not_reported().to_owned(),
            Count::Figures(count) => t.figures_counted(count),
            Count::Highlights(count) => t.highlights_counted(count),
        };
        let spoken = t.spoken_cell(city.as_str(), label.as_str(), said);
        CoverageCell { figure: None, count: Some(count), spoken }
    };
    let cells = counts.zip(cities).map(cell).collect();
    CoverageMatrixRow { heading, indicator: None, label, cells }
}
