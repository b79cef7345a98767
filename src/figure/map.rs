//! Map: one indicator on equal tiles or on schematic outlines. The side panel and the figure use
//! the same drawing.

use std::sync::Arc;

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Linked, Picked, Swatch, Unavailable,
    canvas::{self, Canvas, Ink},
    ranking, style, words,
};
use crate::{
    analysis,
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, ObservationIx, Outlines, Point, RegionIx, UnitKind, Value},
};

/// One region on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The region.
    pub region: RegionIx,
    /// Column and row of its tile.
    pub tile: (u16, u16),
    /// Its short name.
    pub name: String,
    /// Its value, rounded for the tile, or "not reported".
    pub value: String,
    /// The same for a narrow tile.
    pub short_value: String,
    /// Its figure.
    pub figure: Option<ObservationIx>,
    /// The value as a fraction of the largest; a fact counts as 1.
    pub fraction: Option<f32>,
    /// Whether it reports a related indicator instead.
    pub is_related: bool,
    /// What a screen reader says: with the place in the order, since it cannot be seen.
    pub spoken: String,
    /// What stands under the pointer.
    pub hover: String,
}

/// The marks of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapBody {
    /// The regions.
    pub places: Vec<Place>,
    /// Columns and rows of the tile grid.
    pub size: (u16, u16),
    /// What each step of the ramp spans, from low to high; empty where there are no numbers.
    pub classes: Vec<String>,
    /// What it shows; `None` for names only.
    pub indicator: Option<IndicatorIx>,
    /// Whether values are per 10,000 residents.
    pub is_per_residents: bool,
}

impl MapBody {
    /// Rows of the tile grid.
    #[must_use]
    pub fn grid_rows(&self) -> usize {
        usize::from(self.size.1)
    }
}

/// What a map of `indicator` shows; without one, only the names.
#[must_use]
pub fn body(
    data: &Dataset,
    indicator: Option<IndicatorIx>,
    is_per_residents: bool,
    t: &Texts,
) -> MapBody {
    let Some(grid) = data.tile_grid() else {
        return MapBody::default();
    };
    let ranking = indicator
        .map(|it| analysis::ranking(data, it, analysis::Order::Official, is_per_residents));
    let largest = ranking
        .iter()
        .flat_map(|ranking| &ranking.figures)
        .map(|figure| figure.value)
        .fold(0.0, f64::max);
    let total = grid.tiles.len();
    let places = grid.tiles.iter().enumerate().map(|(at, tile)| {
        let ranked = ranking
            .as_ref()
            .and_then(|it| it.figures.iter().find(|figure| figure.region == tile.region));
        let figure = indicator.and_then(|it| data.figure(tile.region, it));
        let (value, fraction) = match (ranked, figure) {
            (Some(ranked), Some((_, figure))) => {
                let kind = words::unit_kind(data, figure.indicator);
                let sign = number::sign(figure.qualifier);
                let value = number::compact(ranked.value, kind, t.lang());
                let fraction = if largest > 0.0 { (ranked.value / largest) as f32 } else { 1.0 };
                (format!("{sign}{value}"), Some(fraction))
            }
            (None, Some((_, figure))) => match &figure.value {
                Value::Fact(_) => (t.tile_fact().to_owned(), Some(1.0)),
                Value::Number(_) | Value::NotApplicable => (t.not_applicable().to_owned(), None),
            },
            _ if indicator.is_some() => (t.not_reported().to_owned(), None),
            _ => (String::new(), None),
        };
        let is_related = figure.is_none()
            && ranking.iter().flat_map(|it| &it.related).any(|it| it.region == tile.region);
        let name = words::region(data, tile.region, t);
        let shown = figure.map_or_else(
            || t.not_reported().to_owned(),
            |(_, figure)| words::value(data, figure, t),
        );
        let label = indicator.map_or("", |it| words::indicator(data, it, t));
        let (spoken, hover) = if indicator.is_some() {
            (
                t.spoken_place_value(label, name, at + 1, total, shown.as_str()),
                t.spoken_cell(name, label, shown.as_str()),
            )
        } else {
            (t.spoken_place(name, at + 1, total), name.to_owned())
        };
        Place {
            region: tile.region,
            tile: (tile.column, tile.row),
            name: words::short(data, tile.region, t).to_owned(),
            short_value: if figure.is_none() && indicator.is_some() {
                t.tile_not_reported().to_owned()
            } else {
                value.clone()
            },
            value,
            figure: figure.map(|(ix, _)| ix),
            fraction,
            is_related,
            spoken,
            hover,
        }
    });
    let kind = indicator.map_or(UnitKind::Count, |it| words::unit_kind(data, it));
    // A few values speak for themselves; classes are for more.
    let is_classed = ranking.iter().any(|it| it.figures.len() >= LEAST_CLASSED);
    MapBody {
        places: places.collect(),
        size: grid.size(),
        indicator,
        is_per_residents: ranking.is_some_and(|it| it.is_per_residents),
        classes: if is_classed { classes(largest, kind, t) } else { Vec::new() },
    }
}

/// With fewer numbers than this the tiles' own values say it all.
const LEAST_CLASSED: usize = 4;

/// The span of each step of the ramp: quarters of the largest value.
fn classes(largest: f64, kind: UnitKind, t: &Texts) -> Vec<String> {
    let bound = |quarter: f64| number::compact(largest * quarter / 4.0, kind, t.lang());
    [0.0, 1.0, 2.0, 3.0]
        .into_iter()
        .map(|quarter| t.class_span(bound(quarter), bound(quarter + 1.0)))
        .collect()
}

/// What a map figure of `indicator` shows.
///
/// # Errors
/// When the data set has no tile grid, or no city reports the indicator.
pub fn content(
    data: &Dataset,
    indicator: IndicatorIx,
    spec: &FigureSpec,
    t: &Texts,
) -> Result<Content, Unavailable> {
    // The ranking knows best what can be said of the indicator: titles, notes, sources. Related
    // figures are not on the map, so they are left out of both.
    let mut ranking = analysis::ranking(data, indicator, spec.order, spec.is_per_residents);
    ranking.related.clear();
    let ranked = ranking::content_of(data, &ranking, t)?;
    let body = body(data, Some(indicator), spec.is_per_residents, t);
    if body.places.is_empty() {
        return Err(Unavailable(t.why_no_map().to_owned()));
    }
    let mut legend = Vec::new();
    if body.classes.is_empty() {
        legend.push(LegendEntry::new(Swatch::Value, t.legend_reported()));
    }
    if body.places.iter().any(|place| place.figure.is_none()) {
        legend.push(LegendEntry::new(Swatch::Missing, t.not_reported()));
    }
    if body.places.iter().any(|place| place.is_related) {
        legend.push(LegendEntry::new(Swatch::Ring, t.legend_related_dot()));
    }
    let id = data.indicator(indicator).map_or("", |it| it.id.as_str());
    Ok(Content {
        kind: FigureKind::Map,
        legend,
        file_stem: words::file_stem(data, &[id, "map"], t),
        body: Body::Map(body),
        ..ranked
    })
}

/// Draws the tiles over the full width as a figure.
pub fn draw(canvas: &mut Canvas<'_>, body: &MapBody, linked: &Linked, picked: &mut Picked) {
    canvas.hairline();
    canvas.gap(12.0);
    let width = (canvas.width - RAMP_PT).min(720.0);
    let top = canvas.y;
    tiles(canvas, body, width, 80.0 + canvas.row_extra_pt, linked, picked);
    ramp(canvas, body, pos2(canvas.left + width + 32.0, top));
}

/// Room for the ramp beside the tiles, in points.
const RAMP_PT: f32 = 200.0;

/// The steps of the ramp with what they span.
fn ramp(canvas: &Canvas<'_>, body: &MapBody, at: Pos2) {
    let palette = canvas.palette;
    for (step, (label, color)) in body.classes.iter().zip(palette.ramp).enumerate() {
        let top = at.y + 24.0 * step as f32;
        let sample = Rect::from_min_size(pos2(at.x, top), vec2(22.0, 16.0));
        canvas.ui.painter().rect_filled(sample, 3, color);
        let label = canvas.line(label, Ink::plain(style::SMALL_PT, palette.secondary));
        canvas.put_middle(at.x + 30.0, sample.center().y, label);
    }
}

/// Draws tiles of `row_pt` height over `width_pt`; the cursor moves below them.
pub fn tiles(
    canvas: &mut Canvas<'_>,
    body: &MapBody,
    width_pt: f32,
    row_pt: f32,
    linked: &Linked,
    picked: &mut Picked,
) {
    let gap = style::GRID_PT;
    let columns = f32::from(body.size.0.max(1));
    let size = vec2((width_pt - gap * (columns - 1.0)) / columns, row_pt - gap);
    let origin = pos2(canvas.left, canvas.y);
    for place in &body.places {
        let at = vec2(f32::from(place.tile.0) * (size.x + gap), f32::from(place.tile.1) * row_pt);
        let rect = Rect::from_min_size(origin + at, size);
        let response = canvas.mark(("tile", place.region), rect, &place.spoken);
        canvas::chosen(&response, linked.has_chosen(place.region));
        picked.note(&response, Some(place.region), place.figure);
        tile(canvas, place, rect);
        canvas::tooltip(&response, &place.hover);
    }
    // Outlines and badges reach over the gaps, so they come after all tiles.
    for place in &body.places {
        let at = vec2(f32::from(place.tile.0) * (size.x + gap), f32::from(place.tile.1) * row_pt);
        let rect = Rect::from_min_size(origin + at, size);
        outline(canvas, rect, place.region, linked);
    }
    canvas.y += f32::from(body.size.1) * row_pt - gap;
}

fn tile(canvas: &Canvas<'_>, place: &Place, rect: Rect) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let radius = style::RADIUS_PT;
    let ground = place.fraction.map_or(palette.surface, |fraction| palette.ramp_step(fraction));
    painter.rect_filled(rect, radius, ground);
    if place.fraction.is_none() && !place.value.is_empty() {
        canvas.hatch(rect.shrink(1.0), palette.hatch, 7.0);
    }
    painter.rect_stroke(rect, radius, Stroke::new(1.0, palette.hairline), StrokeKind::Inside);
    let is_value = place.fraction.is_some();
    let ink = if is_value { palette.text_on(ground) } else { palette.text };
    let value_ink = if is_value { ink } else { palette.secondary };
    let pad = if rect.width() < 66.0 { 4.0 } else { 8.0 };
    let room = rect.width() - pad - 2.0;
    let name = canvas.fitted(&place.name, Ink::bold(style::BODY_PT, ink), room);
    let small = Ink::plain(style::SMALL_PT, value_ink);
    let is_narrow = canvas.line(&place.value, small).size().x > room;
    let value = if is_narrow { &place.short_value } else { &place.value };
    let value = canvas.fitted(value, small, room);
    let height = name.size().y + value.size().y;
    let top = rect.center().y - height / 2.0;
    // A name over hatching needs a quiet ground to stay readable.
    if !is_value && !place.value.is_empty() {
        let text = Rect::from_min_size(
            pos2(rect.left() + pad - 2.0, top),
            vec2(name.size().x.max(value.size().x) + 4.0, height),
        );
        painter.rect_filled(text.intersect(rect.shrink(1.5)), 2, palette.surface);
    }
    let value_y = top + name.size().y;
    canvas.put(pos2(rect.left() + pad, top), name);
    canvas.put(pos2(rect.left() + pad, value_y), value);
    if place.is_related {
        let at = rect.right_bottom() + vec2(-9.0, -9.0);
        painter.circle_stroke(at, 3.5, Stroke::new(1.5, super::frame::mark_color(palette)));
    }
}

/// Solid outline and badge for A, dashed for B, a plain one for what is under the pointer.
fn outline(canvas: &Canvas<'_>, rect: Rect, region: RegionIx, linked: &Linked) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    if linked.selected == Some(region) || linked.compared == Some(region) {
        // A ring of ground parts the outline from the tile, whatever the tile's colour.
        let ring = Stroke::new(1.5, palette.surface);
        painter.rect_stroke(rect.shrink(1.0), style::RADIUS_PT, ring, StrokeKind::Inside);
    }
    if linked.selected == Some(region) {
        let stroke = Stroke::new(2.5, palette.city_a);
        painter.rect_stroke(rect.expand(0.5), style::RADIUS_PT, stroke, StrokeKind::Middle);
        badge(canvas, rect.right_top() + vec2(-3.0, 3.0), "A", palette.city_a);
    } else if linked.compared == Some(region) {
        let corners = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        let stroke = Stroke::new(2.5, palette.city_b);
        painter.extend(Shape::dashed_line(&corners, stroke, 6.0, 3.0));
        badge(canvas, rect.right_top() + vec2(-3.0, 3.0), "B", palette.city_b);
    } else if linked.hovered == Some(region) {
        let stroke = Stroke::new(1.5, palette.outline);
        painter.rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    }
}

fn badge(canvas: &Canvas<'_>, center: Pos2, letter: &str, color: Color32) {
    canvas.ui.painter().circle_filled(center, 8.5, color);
    let galley = canvas.line(letter, Ink::bold(style::SMALL_PT, canvas.palette.on_city));
    let half = galley.size().x / 2.0;
    canvas.put_middle(center.x - half, center.y, galley);
}

/// Draws the outlines into `width_pt`; the cursor moves below them.
pub fn outlines(
    canvas: &mut Canvas<'_>,
    body: &MapBody,
    shapes: &Outlines,
    width_pt: f32,
    linked: &Linked,
    picked: &mut Picked,
) {
    let [shape_width, shape_height] = shapes.size;
    let scale = width_pt / shape_width.max(f32::EPSILON);
    let origin = pos2(canvas.left, canvas.y);
    let place_point = |[x, y]: Point| pos2(origin.x + x * scale, origin.y + y * scale);
    let rect = Rect::from_min_size(origin, vec2(width_pt, shape_height * scale));
    let palette = canvas.palette;
    let area = canvas.ui.interact(rect, canvas.ui.scope_id().with("outlines"), egui::Sense::CLICK);
    let under_pointer = area.hover_pos().and_then(|at| {
        let point = [(at.x - origin.x) / scale, (at.y - origin.y) / scale];
        // Small islands can be hit from a few points away.
        shapes.region_at(point, 6.0 / scale)
    });
    if let Some(region) = under_pointer {
        let figure = body.places.iter().find(|it| it.region == region).and_then(|it| it.figure);
        picked.note(&area, Some(region), figure);
    }
    for shape in &shapes.regions {
        let place = body.places.iter().find(|place| place.region == shape.region);
        let fraction = place.and_then(|place| place.fraction);
        let fill = fraction.map_or(palette.surface, |it| palette.ramp_step(it));
        let mut mesh = Mesh::default();
        for vertex in &shape.vertices {
            mesh.colored_vertex(place_point(*vertex), fill);
        }
        for [a, b, c] in &shape.triangles {
            mesh.add_triangle(*a, *b, *c);
        }
        canvas.ui.painter().add(Shape::Mesh(Arc::new(mesh)));
    }
    for shape in &shapes.regions {
        stroke_rings(canvas, shape, &place_point, Stroke::new(1.0, palette.outline), false);
    }
    for shape in &shapes.regions {
        if linked.selected == Some(shape.region) {
            stroke_rings(canvas, shape, &place_point, Stroke::new(2.5, palette.city_a), false);
        } else if linked.compared == Some(shape.region) {
            stroke_rings(canvas, shape, &place_point, Stroke::new(2.5, palette.city_b), true);
        } else if linked.hovered == Some(shape.region) {
            stroke_rings(canvas, shape, &place_point, Stroke::new(2.0, palette.text), false);
        }
    }
    for place in &body.places {
        let Some(shape) = shapes.regions.iter().find(|shape| shape.region == place.region) else {
            continue;
        };
        outline_label(canvas, place, place_point(shape.label_point), linked, picked);
    }
    canvas.y = rect.bottom();
}

fn stroke_rings(
    canvas: &Canvas<'_>,
    shape: &crate::model::RegionOutline,
    place_point: &impl Fn(Point) -> Pos2,
    stroke: Stroke,
    is_dashed: bool,
) {
    for ring in &shape.rings {
        let mut points: Vec<Pos2> = ring.iter().map(|point| place_point(*point)).collect();
        // A thick line would swallow a small island; dashes would not be seen on it.
        let is_small = Rect::from_points(&points).size().max_elem() < SMALL_ISLAND_PT;
        let stroke =
            if is_small { Stroke::new(stroke.width.min(1.0), stroke.color) } else { stroke };
        if is_dashed && !is_small {
            points.extend(points.first().copied());
            canvas.ui.painter().extend(Shape::dashed_line(&points, stroke, 5.0, 3.0));
        } else {
            canvas.ui.painter().add(Shape::closed_line(points, stroke));
        }
    }
}

/// Islands smaller than this get a fine line, in points.
const SMALL_ISLAND_PT: f32 = 14.0;

fn outline_label(
    canvas: &mut Canvas<'_>,
    place: &Place,
    at: Pos2,
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let ground = place.fraction.map_or(palette.surface, |it| palette.ramp_step(it));
    let ink = palette.text_on(ground);
    let name = canvas.line(&place.name, Ink::bold(style::SMALL_PT, ink));
    let hit = Rect::from_center_size(at, vec2(name.size().x.max(40.0) + 8.0, 28.0));
    let response = canvas.mark(("outline", place.region), hit, &place.spoken);
    canvas::chosen(&response, linked.has_chosen(place.region));
    picked.note(&response, Some(place.region), place.figure);
    let half = name.size().x / 2.0;
    // A halo keeps the name apart from borders and from the sea.
    for offset in [vec2(-1.0, 0.0), vec2(1.0, 0.0), vec2(0.0, -1.0), vec2(0.0, 1.0)] {
        let rim = canvas.line(&place.name, Ink::bold(style::SMALL_PT, ground));
        canvas.put_middle(at.x - half + offset.x, at.y + offset.y, rim);
    }
    canvas.put_middle(at.x - half, at.y, name);
    let badge_at = pos2(at.x, at.y - 15.0);
    if linked.selected == Some(place.region) {
        badge(canvas, badge_at, "A", palette.city_a);
    } else if linked.compared == Some(place.region) {
        badge(canvas, badge_at, "B", palette.city_b);
    }
    canvas::tooltip(&response, &place.hover);
}
