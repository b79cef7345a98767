//! A small chart for each city on common axes, in the arrangement of the tile grid if there is one.

use egui::{Rect, Stroke, StrokeKind, pos2, vec2};

use super::{LineMark, MOST_LINES, TrendBody, draw as lines, line_words};
use crate::{
    figure::{
        Linked, Picked,
        canvas::{self, Canvas, Ink},
        style,
    },
    i18n::texts,
    model::{Dataset, RegionIx},
};

/// The least width of a chart, in points.
const LEAST_PT: f32 = 104.0;
/// Its height, in points.
const CHART_PT: f32 = 116.0;
/// Space between charts, in points.
const GAP_PT: f32 = 8.0;
/// Charts in a row where there is no tile grid.
const IN_ROW: u16 = 6;

/// Column and row of each city: those of the tile grid, or else one after the other.
pub(super) fn places(data: &Dataset) -> Vec<(RegionIx, u16, u16)> {
    let cities = data.cities();
    if let Some(grid) = data.tile_grid() {
        let tiles = grid.tiles.iter().filter(|it| cities.contains(&it.region));
        let places: Vec<_> = tiles.map(|it| (it.region, it.column, it.row)).collect();
        if places.len() == cities.len() {
            return places;
        }
    }
    flowing(cities.iter().copied(), IN_ROW)
}

fn flowing(regions: impl Iterator<Item = RegionIx>, in_row: u16) -> Vec<(RegionIx, u16, u16)> {
    let place = |(at, region): (usize, RegionIx)| {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        (region, at % in_row, at / in_row)
    };
    regions.take(MOST_LINES).enumerate().map(place).collect()
}

/// Draws the charts.
pub fn draw(canvas: &mut Canvas<'_>, body: &TrendBody, linked: &Linked, picked: &mut Picked) {
    canvas.hairline();
    canvas.gap(12.0);
    let columns = |places: &[(RegionIx, u16, u16)]| {
        places.iter().map(|(_, column, _)| column + 1).max().unwrap_or(1)
    };
    let mut places = body.places.clone();
    let fit = ((canvas.width + GAP_PT) / (LEAST_PT + GAP_PT)).floor().max(1.0) as u16;
    if columns(&places) > fit {
        // A grid too wide for the figure would squeeze the charts beyond reading.
        places = flowing(places.into_iter().map(|(region, ..)| region), fit);
    }
    let columns = f32::from(columns(&places));
    let rows = places.iter().map(|(.., row)| row + 1).max().unwrap_or(1);
    let width = (canvas.width - GAP_PT * (columns - 1.0)) / columns;
    let height = CHART_PT + canvas.row_extra_pt;
    let top = canvas.y;
    for (region, column, row) in places {
        let min = pos2(
            canvas.left + f32::from(column) * (width + GAP_PT),
            top + f32::from(row) * (height + GAP_PT),
        );
        chart(
            canvas,
            body,
            region,
            Rect::from_min_size(min, vec2(width, height)),
            (linked, picked),
        );
    }
    canvas.y = top + f32::from(rows) * (height + GAP_PT) + 4.0;
}

fn chart(
    canvas: &mut Canvas<'_>,
    body: &TrendBody,
    region: RegionIx,
    rect: Rect,
    (linked, picked): (&Linked, &mut Picked),
) {
    let palette = canvas.palette;
    let t = texts(body.lang);
    let line: Option<&LineMark> = body.lines.iter().find(|it| it.region == region);
    let missing = body.missing.named.iter().find(|it| it.region == region);
    let label = line.map(|it| it.label.as_str()).or(missing.map(|it| it.text.as_str()));
    let label = label.unwrap_or_default();
    let painter = canvas.ui.painter();
    if linked.hovered == Some(region) {
        painter.rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    let edge = if body.chosen.contains(&Some(region)) { palette.accent } else { palette.hairline };
    let stroke = Stroke::new(style::HAIRLINE_PT, edge);
    painter.rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let inner = rect.shrink(8.0);
    let name = canvas.fitted(label, Ink::bold(13.0, palette.text), inner.width());
    canvas.put(inner.min, name);
    let spoken = if let Some(line) = line {
        let last = line.points.last().map_or("", |it| it.shown.as_str());
        let ink = Ink::plain(style::SMALL_PT, palette.secondary);
        let last = canvas.fitted(last, ink, inner.width());
        canvas.put(inner.min + vec2(0.0, 17.0), last);
        let plot = Rect::from_min_max(inner.min + vec2(0.0, 38.0), inner.max);
        let axis = Stroke::new(style::HAIRLINE_PT, palette.outline);
        canvas.ui.painter().hline(plot.x_range(), plot.bottom(), axis);
        let look = lines::look(canvas, body, region, linked);
        lines::path(canvas, body, line, plot, look);
        line_words(body, line, t)
    } else {
        let ground = Rect::from_min_max(inner.min + vec2(0.0, 38.0), inner.max);
        canvas.hatch(ground, palette.hatch, 5.0);
        let ink = Ink::plain(style::SMALL_PT, palette.secondary);
        let words = canvas.fitted(t.not_reported(), ink, inner.width());
        canvas.put(inner.min + vec2(0.0, 17.0), words);
        t.spoken_fact(label, t.not_reported())
    };
    let response = canvas.mark(("chart", region), rect, &spoken);
    canvas.tell_chosen(&response, linked.has_chosen(region));
    picked.note(&response, Some(region), None);
    if line.is_some() {
        canvas::tooltip(&response, &spoken);
    }
}
