//! Map: one indicator on equal tiles or on schematic outlines. The side panel and the figure use
//! the same drawing.

use std::sync::Arc;

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Linked, Picked, Swatch, Unavailable,
    canvas::{Canvas, Ink},
    ranking, style, words,
};
use crate::{
    analysis,
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, ObservationIx, Outlines, Point, RegionIx, Value},
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
    /// Its figure.
    pub figure: Option<ObservationIx>,
    /// The value as a fraction of the largest; a fact counts as 1.
    pub fraction: Option<f32>,
    /// Whether it reports a related indicator instead.
    pub is_related: bool,
    /// What a screen reader says.
    pub spoken: String,
}

/// The marks of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapBody {
    /// The regions.
    pub places: Vec<Place>,
    /// Columns and rows of the tile grid.
    pub size: (u16, u16),
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
        let ranked = ranking.as_ref().and_then(|it| {
            it.figures
                .iter()
                .find(|figure| figure.region == tile.region)
        });
        let figure = indicator.and_then(|it| data.figure(tile.region, it));
        let (value, fraction) = match (ranked, figure) {
            (Some(ranked), Some((_, figure))) => {
                let kind = words::unit_kind(data, figure.indicator);
                let sign = number::sign(figure.qualifier);
                let value = number::compact(ranked.value, kind, t.lang());
                let fraction = if largest > 0.0 {
                    (ranked.value / largest) as f32
                } else {
                    1.0
                };
                (format!("{sign}{value}"), Some(fraction))
            }
            (None, Some((_, figure))) => match &figure.value {
                Value::Fact(_) => (t.tile_fact().to_owned(), Some(1.0)),
                Value::Number(_) | Value::NotApplicable => (t.not_applicable().to_owned(), None),
            },
            _ if indicator.is_some() => (t.tile_not_reported().to_owned(), None),
            _ => (String::new(), None),
        };
        let is_related = figure.is_none()
            && ranking
                .iter()
                .flat_map(|it| &it.related)
                .any(|it| it.region == tile.region);
        let name = words::region(data, tile.region, t);
        let said = match (indicator, figure) {
            (Some(it), Some((_, figure))) => t.spoken_place_value(
                words::indicator(data, it, t),
                name,
                at + 1,
                total,
                words::value(data, figure, t),
            ),
            (Some(it), None) => t.spoken_place_value(
                words::indicator(data, it, t),
                name,
                at + 1,
                total,
                t.not_reported(),
            ),
            _ => t.spoken_place(name, at + 1, total),
        };
        Place {
            region: tile.region,
            tile: (tile.column, tile.row),
            name: words::short(data, tile.region, t).to_owned(),
            value,
            figure: figure.map(|(ix, _)| ix),
            fraction,
            is_related,
            spoken: said,
        }
    });
    MapBody {
        places: places.collect(),
        size: grid.size(),
    }
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
    // The ranking knows best what can be said of the indicator: titles, notes, sources.
    let ranked = ranking::content(data, indicator, spec, t)?;
    let body = body(data, Some(indicator), spec.is_per_residents, t);
    if body.places.is_empty() {
        return Err(Unavailable(t.why_no_map().to_owned()));
    }
    let mut legend = vec![LegendEntry::new(Swatch::Value, t.legend_ramp())];
    if body.places.iter().any(|place| place.figure.is_none()) {
        legend.push(LegendEntry::new(Swatch::Missing, t.not_reported()));
    }
    if body.places.iter().any(|place| place.is_related) {
        legend.push(LegendEntry::new(Swatch::Hatched, t.legend_related_dot()));
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
    let width = canvas.width.min(560.0);
    tiles(
        canvas,
        body,
        width,
        72.0 + canvas.row_extra_pt,
        linked,
        picked,
    );
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
        let at = vec2(
            f32::from(place.tile.0) * (size.x + gap),
            f32::from(place.tile.1) * row_pt,
        );
        let rect = Rect::from_min_size(origin + at, size);
        let response = canvas.mark(("tile", place.region), rect, &place.spoken);
        picked.note(&response, Some(place.region), place.figure);
        tile(canvas, place, rect, linked);
        response.on_hover_text(&place.spoken);
    }
    canvas.y += f32::from(body.size.1) * row_pt - gap;
}

fn tile(canvas: &Canvas<'_>, place: &Place, rect: Rect, linked: &Linked) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let radius = style::RADIUS_PT;
    let ground = place
        .fraction
        .map_or(palette.surface, |fraction| palette.ramp_step(fraction));
    painter.rect_filled(rect, radius, ground);
    if place.fraction.is_none() && !place.value.is_empty() {
        canvas.hatch(rect.shrink(1.0), palette.hatch, 7.0);
    }
    painter.rect_stroke(
        rect,
        radius,
        Stroke::new(1.0, palette.hairline),
        StrokeKind::Inside,
    );
    let is_value = place.fraction.is_some();
    let ink = if is_value {
        palette.text_on(ground)
    } else {
        palette.text
    };
    let value_ink = if is_value { ink } else { palette.secondary };
    let pad = 8.0;
    let room = rect.width() - pad - 2.0;
    let name = canvas.layout(&place.name, Ink::bold(style::BODY_PT, ink), room);
    let value = canvas.layout(&place.value, Ink::plain(style::SMALL_PT, value_ink), room);
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
        let at = rect.right_top() + vec2(-10.0, 10.0);
        painter.circle_stroke(at, 3.5, Stroke::new(1.5, super::frame::mark_color(palette)));
    }
    outline(canvas, rect, place.region, linked);
}

/// Solid outline and badge for A, dashed for B, a plain one for what is under the pointer.
fn outline(canvas: &Canvas<'_>, rect: Rect, region: RegionIx, linked: &Linked) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    if linked.selected == Some(region) {
        let stroke = Stroke::new(2.5, palette.city_a);
        painter.rect_stroke(
            rect.expand(0.5),
            style::RADIUS_PT,
            stroke,
            StrokeKind::Middle,
        );
        badge(
            canvas,
            rect.right_bottom() + vec2(-11.0, -11.0),
            "A",
            palette.city_a,
        );
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
        badge(
            canvas,
            rect.right_bottom() + vec2(-11.0, -11.0),
            "B",
            palette.city_b,
        );
    } else if linked.hovered == Some(region) {
        let stroke = Stroke::new(1.5, palette.outline);
        painter.rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    }
}

fn badge(canvas: &Canvas<'_>, center: Pos2, letter: &str, color: Color32) {
    canvas.ui.painter().circle_filled(center, 9.0, color);
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
    let area = canvas.ui.interact(
        rect,
        canvas.ui.scope_id().with("outlines"),
        egui::Sense::CLICK,
    );
    let under_pointer = area.hover_pos().and_then(|at| {
        let point = [(at.x - origin.x) / scale, (at.y - origin.y) / scale];
        // Small islands can be hit from a few points away.
        shapes.region_at(point, 6.0 / scale)
    });
    if let Some(region) = under_pointer {
        let figure = body
            .places
            .iter()
            .find(|it| it.region == region)
            .and_then(|it| it.figure);
        picked.note(&area, Some(region), figure);
    }
    for shape in &shapes.regions {
        let place = body
            .places
            .iter()
            .find(|place| place.region == shape.region);
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
        stroke_rings(
            canvas,
            shape,
            &place_point,
            Stroke::new(1.0, palette.outline),
            false,
        );
    }
    for shape in &shapes.regions {
        if linked.selected == Some(shape.region) {
            stroke_rings(
                canvas,
                shape,
                &place_point,
                Stroke::new(2.5, palette.city_a),
                false,
            );
        } else if linked.compared == Some(shape.region) {
            stroke_rings(
                canvas,
                shape,
                &place_point,
                Stroke::new(2.5, palette.city_b),
                true,
            );
        } else if linked.hovered == Some(shape.region) {
            stroke_rings(
                canvas,
                shape,
                &place_point,
                Stroke::new(2.0, palette.text),
                false,
            );
        }
    }
    for place in &body.places {
        let Some(shape) = shapes
            .regions
            .iter()
            .find(|shape| shape.region == place.region)
        else {
            continue;
        };
        outline_label(
            canvas,
            place,
            place_point(shape.label_point),
            linked,
            picked,
        );
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
        if is_dashed {
            points.extend(points.first().copied());
            canvas
                .ui
                .painter()
                .extend(Shape::dashed_line(&points, stroke, 5.0, 3.0));
        } else {
            canvas.ui.painter().add(Shape::closed_line(points, stroke));
        }
    }
}

fn outline_label(
    canvas: &mut Canvas<'_>,
    place: &Place,
    at: Pos2,
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let ground = place
        .fraction
        .map_or(palette.surface, |it| palette.ramp_step(it));
    let ink = palette.text_on(ground);
    let name = canvas.line(&place.name, Ink::bold(style::SMALL_PT, ink));
    let hit = Rect::from_center_size(at, vec2(name.size().x.max(40.0) + 8.0, 28.0));
    let response = canvas.mark(("outline", place.region), hit, &place.spoken);
    picked.note(&response, Some(place.region), place.figure);
    let half = name.size().x / 2.0;
    canvas.put_middle(at.x - half, at.y, name);
    let badge_at = pos2(at.x + half + 10.0, at.y);
    if linked.selected == Some(place.region) {
        badge(canvas, badge_at, "A", palette.city_a);
    } else if linked.compared == Some(place.region) {
        badge(canvas, badge_at, "B", palette.city_b);
    }
    response.on_hover_text(&place.spoken);
}
