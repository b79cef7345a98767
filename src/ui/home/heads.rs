//! The heads of columns: city names, upright where they fit and slanted where they do not.

use std::f32::consts::FRAC_PI_3;

use egui::{Rect, Shape, epaint::TextShape, pos2, vec2};

use super::{Pushed, View, answer};
use crate::figure::{
    canvas::{self, Canvas, Ink},
    ranking, style,
};

/// The least width that labels keep before upright names, in points.
const LEAST_LABEL_PT: f32 = 180.0;

/// Where columns stand and how wide they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// Left edge of the first, in points of the window.
    pub(super) left: f32,
    /// Width of one, in points.
    pub(super) width_pt: f32,
    /// Width for the labels before them, in points.
    pub(super) label_pt: f32,
    /// Height of the heads, in points.
    pub(super) height_pt: f32,
    /// Whether the names are slanted.
    is_slanted: bool,
}

impl Columns {
    /// Columns for the cities in the width of `canvas`, with labels as wide as they may be.
    pub(super) fn new(canvas: &Canvas<'_>, view: &View<'_>) -> Self {
        let heads = &view.scene.home.heads;
        let count = heads.len().max(1) as f32;
        let ink = Ink::plain(style::SMALL_PT, canvas.palette.text);
        let names = heads.iter().map(|head| canvas.line(&head.name, ink).size().x);
        let widest = names.fold(0.0, f32::max);
        // Upright names are easier to read, so labels give way as far as they can.
        let upright_pt = canvas.width - (widest + 8.0) * count;
        let is_slanted = upright_pt < LEAST_LABEL_PT;
        let label_pt = if is_slanted { canvas.width * 0.34 } else { upright_pt.min(280.0) };
        let width_pt = (canvas.width - label_pt) / count;
        let height_pt = if is_slanted {
            widest * FRAC_PI_3.sin() + 16.0
        } else {
            style::target_pt(canvas.ui, 26.0)
        };
        let left = canvas.left + label_pt;
        Self { left, width_pt, label_pt, height_pt, is_slanted }
    }

    /// The place of a column from `top` over `height_pt`.
    pub(super) fn rect(&self, at: usize, top: f32, height_pt: f32) -> Rect {
        let left = self.left + self.width_pt * at as f32;
        Rect::from_min_size(pos2(left, top), vec2(self.width_pt, height_pt))
    }
}

/// Draws the heads at the cursor, which moves below them.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    columns: &Columns,
    pushed: &mut Pushed,
) {
    for (at, head) in view.scene.home.heads.iter().enumerate() {
        let rect = columns.rect(at, canvas.y, columns.height_pt);
        let response = canvas.mark(("head", at), rect, &head.name);
        let lit = ranking::lit(canvas, head.region, &view.linked);
        if let Some(color) = lit {
            canvas.ui.painter().rect_filled(rect, style::RADIUS_PT, color);
        }
        let linked = [view.linked.selected, view.linked.compared];
        let is_chosen = linked.contains(&Some(head.region));
        let color = if is_chosen { canvas.palette.accent } else { canvas.palette.secondary };
        let ink = Ink { size_pt: style::SMALL_PT, is_bold: is_chosen, color };
        let galley = canvas.line(&head.name, ink);
        if columns.is_slanted {
            // The name rises to the right from the middle of its column.
            let foot = pos2(rect.center().x - 6.0, rect.bottom() - 6.0);
            let up = vec2(-FRAC_PI_3.sin(), -FRAC_PI_3.cos()) * (galley.size().y * 0.75);
            let text = TextShape::new(foot + up, galley, color).with_angle(-FRAC_PI_3);
            canvas.ui.painter().add(Shape::Text(text));
        } else {
            let left = rect.center().x - galley.size().x / 2.0;
            canvas.put_middle(left, rect.center().y, galley);
        }
        answer(&response, Some(head.region), &head.action, view, pushed);
        canvas::tooltip(&response, &view.t.home_hint_city(head.name.as_str()));
    }
    canvas.gap(columns.height_pt);
    canvas.hairline();
}
