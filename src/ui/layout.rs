//! Where the parts of the window stand. They are drawn in the order in which they are seen and
//! read, which is the order of the Tab key too; what stands at the foot or at the right keeps its
//! room from the frame before.

use egui::{Id, Rect, Ui, UiBuilder, pos2};

/// Draws `upper` above the drawer and the drawer above the status bar, in this order.
pub fn stack(
    ui: &mut Ui,
    upper: impl FnOnce(&mut Ui),
    drawer: impl FnOnce(&mut Ui),
    status: impl FnOnce(&mut Ui),
) {
    let whole = ui.available_rect_before_wrap();
    let drawer_id = Id::unique("height of the drawer");
    let status_id = Id::unique("height of the status bar");
    let kept = |id: Id| ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let (drawer_pt, status_pt) = (kept(drawer_id), kept(status_id));
    let until = |bottom_pt: f32| Rect::from_min_max(whole.min, pos2(whole.right(), bottom_pt));
    let mut child = |name: &str, bottom_pt: f32, add: &mut dyn FnMut(&mut Ui)| {
        let rect = until(bottom_pt);
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name));
        add(&mut child);
        rect.bottom() - child.available_rect_before_wrap().bottom()
    };
    let (mut upper, mut drawer, mut status) = (Some(upper), Some(drawer), Some(status));
    let above_status = whole.bottom() - status_pt;
    child("upper", above_status - drawer_pt, &mut |ui| {
        if let Some(add) = upper.take() {
            add(ui);
        }
    });
    let new_drawer_pt = child("drawer", above_status, &mut |ui| {
        if let Some(add) = drawer.take() {
            add(ui);
        }
    });
    let new_status_pt = child("status", whole.bottom(), &mut |ui| {
        if let Some(add) = status.take() {
            add(ui);
        }
    });
    keep(ui, drawer_id, new_drawer_pt);
    keep(ui, status_id, new_status_pt);
}

/// Draws `left` in the room that `right` leaves in a row, and `right` at its end; both from left to
/// right.
pub fn row_with_end(
    ui: &mut Ui,
    salt: &str,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    let id = ui.scope_id().with(("end of the row", salt));
    let gap_pt = ui.spacing().item_spacing.x;
    let kept = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let row = ui.available_rect_before_wrap();
    let edge = (row.right() - kept).max(row.left());
    let part = |min_x: f32, max_x: f32| {
        let rect = Rect::from_min_max(pos2(min_x, row.top()), pos2(max_x, row.bottom()));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        UiBuilder::new().max_rect(rect).layout(layout)
    };
    ui.scope_builder(part(row.left(), (edge - gap_pt).max(row.left())), left);
    // Nothing in it wraps, however little room the frame before had kept.
    let end = ui.new_child(part(edge, edge + row.width()).id_salt("end"));
    let width = draw_end(end, right);
    keep(ui, id, width);
}

fn draw_end(mut ui: Ui, add: impl FnOnce(&mut Ui)) -> f32 {
    add(&mut ui);
    ui.min_rect().width()
}

/// Keeps a length for the next frame, which must come if it has changed.
fn keep(ui: &Ui, id: Id, now_pt: f32) {
    let before = ui.data(|data| data.get_temp::<f32>(id));
    if before.is_none_or(|before| (before - now_pt).abs() > 0.25) {
        ui.data_mut(|data| data.insert_temp(id, now_pt));
        ui.ctx().request_repaint();
    }
}
