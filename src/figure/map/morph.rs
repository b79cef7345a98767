//! From tiles to outlines and back: each region moves and changes its form.

use std::sync::Arc;

use egui::{Color32, Pos2, Rect, Shape, Stroke, lerp, remap};

use super::{Fill, MapBody, ground, shapes, tiles};
use crate::{
    figure::{
        canvas::{Canvas, Ink},
        style,
    },
    model::{Outlines, RegionOutline},
};

/// How long the change takes, in seconds.
pub const MORPH_SECS: f64 = 0.24;

/// Draws the map between tiles on `grid` (`part` 0) and outlines on `map` (`part` 1). Nothing
/// answers meanwhile: it lasts a quarter of a second.
pub fn draw(
    canvas: &Canvas<'_>,
    body: &MapBody,
    outlines: &Outlines,
    [grid, map]: [Rect; 2],
    part: f32,
) {
    let part = eased(part);
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    for shape in &outlines.regions {
        let Some(place) = body.place(shape.region) else { continue };
        let tile = tiles::rect(body, place, grid);
        let bounds = bounds(shape, outlines, map);
        let fill = match place.fill {
            Fill::Missing => palette.hairline,
            fill => ground(palette, body, fill),
        };
        let at = |point: &[f32; 2]| {
            let there = shapes::on_map(*point, outlines, map);
            in_tile(there, bounds, tile).lerp(there, part)
        };
        painter.add(Shape::Mesh(Arc::new(shapes::filled(shape, at, fill))));
        // The tile's own form appears as the outline nears it.
        let rect =
            Rect::from_min_max(tile.min.lerp(bounds.min, part), tile.max.lerp(bounds.max, part));
        let strength = 1.0 - part;
        painter.rect_filled(rect, style::RADIUS_PT, faded(fill, strength * strength));
        let edge = Stroke::new(1.0, faded(palette.outline, strength));
        painter.rect_stroke(rect, style::RADIUS_PT, edge, egui::StrokeKind::Inside);
    }
    for shape in &outlines.regions {
        let Some(place) = body.place(shape.region) else { continue };
        let ground = ground(palette, body, place.fill);
        let name = canvas.line(&place.name, Ink::bold(style::SMALL_PT, palette.text_on(ground)));
        let from = tiles::rect(body, place, grid).center();
        let to = shapes::on_map(shape.label_point, outlines, map);
        canvas.put(from.lerp(to, part) - name.size() / 2.0, name);
    }
}

/// Slow at both ends.
fn eased(part: f32) -> f32 {
    let part = part.clamp(0.0, 1.0);
    part * part * (3.0 - 2.0 * part)
}

fn faded(color: Color32, strength: f32) -> Color32 {
    color.gamma_multiply(strength)
}

fn bounds(shape: &RegionOutline, outlines: &Outlines, map: Rect) -> Rect {
    let largest = shape.rings.iter().max_by_key(|ring| ring.len());
    let points: Vec<Pos2> =
        largest.into_iter().flatten().map(|point| shapes::on_map(*point, outlines, map)).collect();
    Rect::from_points(&points)
}

/// Where `point` of a region within `bounds` lies when the region is stretched into `tile`; islands
/// outside of the bounds gather at its edge.
fn in_tile(point: Pos2, bounds: Rect, tile: Rect) -> Pos2 {
    let point = bounds.clamp(point);
    let along = |at: f32, from: egui::Rangef, to: egui::Rangef| {
        if from.span() > 0.0 { remap(at, from, to) } else { lerp(to, 0.5) }
    };
    Pos2::new(
        along(point.x, bounds.x_range(), tile.x_range()),
        along(point.y, bounds.y_range(), tile.y_range()),
    )
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::{eased, in_tile};

    #[test]
    fn it_starts_and_ends_at_rest() {
        assert!(eased(0.0).abs() < 1e-6 && (eased(1.0) - 1.0).abs() < 1e-6);
        assert!(eased(0.05) < 0.05 && eased(0.95) > 0.95);
    }

    #[test]
    fn a_region_fills_its_tile() {
        let bounds = Rect::from_min_size(pos2(10.0, 20.0), vec2(50.0, 80.0));
        let tile = Rect::from_min_size(pos2(200.0, 100.0), vec2(70.0, 48.0));
        assert_eq!(in_tile(bounds.min, bounds, tile), tile.min);
        assert_eq!(in_tile(bounds.max, bounds, tile), tile.max);
        assert!(tile.contains(in_tile(pos2(-500.0, 40.0), bounds, tile)));
    }
}
