//! How wide columns are, and the edges by which a pointer drags them. The edges are no stops for
//! the keyboard, to which width means nothing: it reads rows whole.

use egui::{CursorIcon, Id, Rect, Sense, Stroke, Ui, pos2};

/// How far from an edge the pointer grabs it, in points.
const GRAB_PT: f32 = 4.0;

/// The widths kept under `id`, in points; `usual_pt` where none were dragged.
pub(super) fn kept(ui: &Ui, id: Id, usual_pt: Vec<f32>) -> Vec<f32> {
    let kept: Option<Vec<f32>> = ui.data(|data| data.get_temp(id));
    kept.filter(|it| it.len() == usual_pt.len()).unwrap_or(usual_pt)
}

/// Draws the edges of all columns but the last over the table in `area`, and lets them be dragged;
/// a column stays at least `least_pt` wide.
pub(super) fn edges(ui: &Ui, id: Id, mut widths_pt: Vec<f32>, area: Rect, least_pt: f32) {
    let gap = ui.spacing().item_spacing.x;
    let mut x = area.left();
    let mut is_changed = false;
    let last = widths_pt.len().saturating_sub(1);
    for (at, width) in widths_pt.iter_mut().enumerate().take(last) {
        x += *width + gap;
        let at_x = x - gap / 2.0;
        let line = Rect::from_min_max(pos2(at_x, area.top()), pos2(at_x, area.bottom()));
        let edge = ui.interact(line.expand(GRAB_PT), id.with(at), Sense::DRAG);
        if edge.hovered() || edge.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeColumn);
        }
        let visuals = ui.visuals();
        let stroke = if edge.dragged() {
            visuals.widgets.active.bg_stroke
        } else if edge.hovered() {
            visuals.widgets.hovered.bg_stroke
        } else {
            Stroke::new(1.0, visuals.widgets.noninteractive.bg_stroke.color)
        };
        ui.painter().vline(at_x, area.y_range(), stroke);
        if edge.dragged() && edge.drag_delta().x != 0.0 {
            *width = (*width + edge.drag_delta().x).max(least_pt);
            is_changed = true;
        }
    }
    if is_changed {
        ui.data_mut(|data| data.insert_temp(id, widths_pt));
        ui.ctx().request_repaint();
    }
}
