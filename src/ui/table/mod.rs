//! The table tab: filters above, every figure below; a row opens its source.

mod cursor;
mod filters;
mod grid;
mod widths;

use egui::{ScrollArea, Ui};

use super::{Pushed, View, widgets};
use crate::{figure::style, state::Action};

pub use cursor::TableCursor;

/// The height of the table itself in a small window, in points.
const GRID_PT: f32 = 190.0;

/// Draws filters and table.
pub fn show(ui: &mut Ui, view: &View<'_>, cursor: &mut TableCursor, pushed: &mut Pushed) {
    if view.front.is_none() {
        parts(ui, view, cursor, pushed);
        return;
    }
    // Filters and table scroll together, so that there is always room for some rows.
    ScrollArea::vertical().id_salt("small table").auto_shrink(false).show(ui, |ui| {
        parts(ui, view, cursor, pushed);
    });
}

fn parts(ui: &mut Ui, view: &View<'_>, cursor: &mut TableCursor, pushed: &mut Pushed) {
    let scene = &view.scene.table;
    filters::show(ui, view, pushed);
    ui.add_space(8.0);
    cursor.keep_within(scene.rows.len(), scene.columns.len());
    if scene.rows.is_empty() {
        ui.add_space(16.0);
        widgets::heading(ui, view.t.table_none(), style::HEADING_PT, 2);
        ui.add_space(4.0);
        if ui.button(view.t.table_clear()).clicked() {
            pushed.actions.push(Action::SetTable(view.state.table.without_filters()));
        }
        return;
    }
    if view.front.is_none() {
        grid::show(ui, view, cursor, pushed);
        return;
    }
    ui.allocate_ui(egui::vec2(ui.available_width(), GRID_PT), |ui| {
        ui.set_max_height(GRID_PT);
        grid::show(ui, view, cursor, pushed);
    });
}
