//! The map as a figure: as large as its width allows, with the legend beside it.

use egui::{Rect, pos2, vec2};

use super::{MapBody, MapKind, Stage, legend, outlines, tiles};
use crate::{
    figure::{LegendEntry, Linked, Picked, canvas::Canvas},
    model::Outlines,
};

/// Width of the legend beside the map, in points.
const LEGEND_PT: f32 = 190.0;
/// Gap between map and legend, in points.
const GAP_PT: f32 = 24.0;
/// Below this width the legend stands under the map, in points.
const NARROW_PT: f32 = 520.0;
/// Least and most height of a row of tiles with its gap, in points.
const ROW_PT: (f32, f32) = (60.0, 92.0);
/// Height of outlines in a narrow and in a wide figure, in points.
const OUTLINES_PT: (f32, f32) = (290.0, 440.0);
/// Gap between the map and a legend under it, in points.
const UNDER_PT: f32 = 12.0;
/// From this width on a figure is wide, in points.
const WIDE_PT: f32 = 860.0;

/// Draws the map over the full width as a figure.
pub fn draw(
    canvas: &mut Canvas<'_>,
    body: &MapBody,
    entries: &[LegendEntry],
    linked: &Linked,
    picked: &mut Picked,
) {
    canvas.hairline();
    canvas.gap(16.0);
    let beside = canvas.width - LEGEND_PT - GAP_PT;
    let extra = canvas.row_extra_pt * body.row_count() as f32;
    let outlines = body.outlines.as_ref().filter(|_| body.kind == MapKind::Outlines);
    let outlines_pt = extra + if canvas.width < WIDE_PT { OUTLINES_PT.0 } else { OUTLINES_PT.1 };
    // On a tall page outlines gain from the width that a legend under them leaves free.
    let is_tall = outlines.is_some() && outlines_pt > 1.15 * beside;
    let is_beside = canvas.width >= NARROW_PT && !entries.is_empty() && !is_tall;
    let width = if is_beside { beside } else { canvas.width };
    let top = canvas.y;
    let height = match outlines {
        Some(_) if is_tall => outlines_pt - legend::height_pt(canvas, entries) - UNDER_PT,
        Some(_) => outlines_pt,
        None => {
            // A tile is about twice as wide as high: a name and a value below it.
            let row = 0.52 * width / f32::from(body.size.0.max(1));
            let with_words = row.clamp(ROW_PT.0, ROW_PT.1) + canvas.row_extra_pt;
            tiles::row_pt(body, width, with_words) * f32::from(body.size.1)
        }
    };
    let viewport = Rect::from_min_size(pos2(canvas.left, top), vec2(width, height));
    if let Some(shapes) = outlines {
        let stage = Stage { viewport, map: fitted(shapes, viewport) };
        outlines::outlines(canvas, body, shapes, stage, linked, picked);
    } else {
        tiles::tiles(canvas, body, Stage::fitted(viewport), linked, picked);
    }
    let bottom = viewport.bottom();
    if is_beside {
        let at = pos2(canvas.right() - LEGEND_PT, top);
        let column = legend::column(canvas, entries, at, LEGEND_PT);
        canvas.y = bottom.max(column.bottom());
    } else {
        canvas.y = bottom + UNDER_PT;
        legend::flow(canvas, entries);
    }
    canvas.gap(4.0);
}

/// The largest rectangle of the outlines' form in the middle of `viewport`.
#[must_use]
pub fn fitted(shapes: &Outlines, viewport: Rect) -> Rect {
    let [width, height] = shapes.size.map(|side| side.max(f32::EPSILON));
    let scale = (viewport.width() / width).min(viewport.height() / height);
    Rect::from_center_size(viewport.center(), vec2(width, height) * scale)
}
