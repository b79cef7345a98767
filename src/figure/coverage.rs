//! Coverage: which city reports which indicator, a dot a figure, and highlights by theme.

use egui::{Rect, Stroke, pos2, vec2};

use super::{
    Body, Content, FigureKind, LegendEntry, Linked, Picked, Provenance, Swatch, Unavailable,
    canvas::{self, Canvas, Ink},
    frame, ranking, style, takeaway, words,
};
use crate::{
    analysis,
    i18n::Texts,
    model::{Dataset, IndicatorIx, ObservationIx, RegionIx},
};

/// One cell of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageCell {
    /// The figure, where there is one.
    pub figure: Option<ObservationIx>,
    /// What stands in the cell besides a dot: the number of highlights.
    pub count: Option<usize>,
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
    let cities: Vec<(RegionIx, String)> =
        coverage.cities.iter().map(|it| (*it, words::short(data, *it, t).to_owned())).collect();
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
        let label = data.theme(*theme).map_or("", |it| it.name.get(t.lang())).to_owned();
        let cells = counts.iter().zip(&cities).map(|(count, (_, city))| CoverageCell {
            figure: None,
            count: Some(*count),
            spoken: t.spoken_cell(city.as_str(), label.as_str(), t.highlights_counted(*count)),
        });
        let cells = cells.collect();
        let heading = (at == 0).then(|| t.coverage_highlights_heading().to_owned());
        rows.push(CoverageMatrixRow { heading, indicator: None, label, cells });
    }
    let figures: usize = coverage.rows.iter().map(analysis::coverage::CoverageRow::reported).sum();
    let summary = t.coverage_summary(cities.len(), figures, coverage.rows.len());
    let source = data.sources().first();
    let body = CoverageBody { cities, rows };
    let takeaway = takeaway::coverage(&body, t);
    let by_city = takeaway::coverage_by_city(&body, t);
    Ok(Content {
        kind: FigureKind::Coverage,
        lang: t.lang(),
        title: t.coverage_title().to_owned(),
        subtitle: summary,
        legend: vec![
            LegendEntry::new(Swatch::Value, t.legend_reported()),
            LegendEntry::new(Swatch::Missing, t.legend_empty_cell()),
        ],
        notes: Vec::new(),
        source: source.map_or(String::new(), |it| t.source_line(it.short.get(t.lang()))),
        alt: takeaway::sentences(
            &[takeaway.as_str(), by_city.as_str(), t.alt_coverage_missing()],
            t,
        ),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &["coverage"], t),
        body: Body::Coverage(body),
    })
}

/// Draws the matrix.
pub fn draw(canvas: &mut Canvas<'_>, body: &CoverageBody, linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    let small = Ink::plain(style::SMALL_PT, palette.secondary);
    let count = body.cities.len().max(1) as f32;
    let widest = body.cities.iter().map(|(_, name)| canvas.line(name, small).size().x);
    let widest = (widest.fold(24.0, f32::max) + 8.0).min(canvas.width * 0.66 / count);
    let label_ink = Ink::plain(style::SMALL_PT, palette.text);
    let labels = body.rows.iter().map(|row| canvas.line(&row.label, label_ink).size().x);
    let label_need = labels.fold(0.0, f32::max).min(canvas.width * 0.45) + 16.0;
    // Columns spread as far as the labels leave room, so that the eye has not far to go.
    let cell_pt = ((canvas.width - label_need) / count).clamp(widest, widest.max(64.0));
    let label_pt = canvas.width - cell_pt * count - 8.0;
    let cells_left = canvas.left + label_pt + 8.0;
    head(canvas, body, (cells_left, cell_pt), linked, picked);
    canvas.hairline();
    for (at, row) in body.rows.iter().enumerate() {
        if let Some(heading) = &row.heading {
            canvas.gap(10.0);
            canvas.paragraph(heading, Ink::bold(style::SMALL_PT, palette.text));
            canvas.gap(4.0);
        }
        matrix_row(canvas, at, (row, body), (cells_left, cell_pt, label_pt), linked, picked);
    }
}

fn head(
    canvas: &mut Canvas<'_>,
    body: &CoverageBody,
    (left, cell_pt): (f32, f32),
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let mut height: f32 = 24.0;
    let galleys: Vec<_> = body
        .cities
        .iter()
        .map(|(region, name)| {
            let is_lit = linked.selected == Some(*region);
            let color = if is_lit { palette.accent } else { palette.secondary };
            canvas.layout(name, Ink { size_pt: style::SMALL_PT, is_bold: is_lit, color }, cell_pt)
        })
        .collect();
    for galley in &galleys {
        height = height.max(galley.size().y + 8.0);
    }
    for (at, ((region, name), galley)) in body.cities.iter().zip(galleys).enumerate() {
        let x = left + cell_pt * at as f32;
        let rect = Rect::from_min_size(pos2(x, canvas.y), vec2(cell_pt, height));
        let response = canvas.mark(("column", *region), rect, name);
        if let Some(color) = ranking::lit(canvas, *region, linked) {
            canvas.ui.painter().rect_filled(rect, style::RADIUS_PT, color);
        }
        picked.note(&response, Some(*region), None);
        let offset = (cell_pt - galley.size().x) / 2.0;
        canvas.put_middle(x + offset, rect.center().y, galley);
    }
    canvas.y += height;
}

fn matrix_row(
    canvas: &mut Canvas<'_>,
    at: usize,
    (row, body): (&CoverageMatrixRow, &CoverageBody),
    (left, cell_pt, label_pt): (f32, f32, f32),
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let label = canvas.layout(&row.label, Ink::plain(style::SMALL_PT, palette.text), label_pt);
    let height = (label.size().y + 6.0).max(24.0) + canvas.row_extra_pt;
    let rect = canvas.row_rect(height);
    let label_rect = Rect::from_min_size(rect.min, vec2(label_pt, height));
    if let Some(indicator) = row.indicator {
        let response = canvas.mark(("row", at), label_rect, &row.label);
        if response.hovered() {
            canvas.ui.painter().rect_filled(label_rect, 0, palette.hover_ground);
        }
        if response.clicked() {
            picked.indicator = Some(indicator);
        }
    }
    canvas.put_middle(canvas.left, rect.center().y, label);
    for (column, (cell, (region, _))) in row.cells.iter().zip(&body.cities).enumerate() {
        let x = left + cell_pt * column as f32;
        let area = Rect::from_min_size(pos2(x, canvas.y), vec2(cell_pt, height));
        if let Some(color) = ranking::lit(canvas, *region, linked) {
            canvas.ui.painter().rect_filled(area, 0, color);
        }
        cell_mark(canvas, cell, area);
        if cell.figure.is_some() || cell.count.is_some_and(|count| count > 0) {
            let response = canvas.mark(("cell", at, column), area, &cell.spoken);
            picked.note(&response, Some(*region), cell.figure);
            if response.clicked() {
                picked.indicator = row.indicator;
            }
            canvas::tooltip(&response, &cell.spoken);
        }
    }
    canvas.y += height;
    canvas.hairline();
}

fn cell_mark(canvas: &Canvas<'_>, cell: &CoverageCell, area: Rect) {
    let palette = canvas.palette;
    let center = area.center();
    match (cell.figure, cell.count) {
        (Some(_), _) => {
            let color = frame::mark_color(palette);
            canvas.ui.painter().circle_filled(center, 5.0, color);
        }
        (None, Some(count)) if count > 0 => {
            let ink = Ink::bold(style::SMALL_PT, palette.text);
            let galley = canvas.line(&count.to_string(), ink);
            let half = galley.size().x / 2.0;
            canvas.put_middle(center.x - half, center.y, galley);
        }
        _ => {
            let mark = Rect::from_center_size(center, vec2(10.0, 10.0));
            canvas.hatch(mark, palette.hatch, 4.0);
            let stroke = Stroke::new(1.0, palette.hairline);
            canvas.ui.painter().rect_stroke(mark, 2, stroke, egui::StrokeKind::Inside);
        }
    }
}
