//! The table tab: filters above, every figure below; a row opens its source.

mod cursor;
mod filters;
mod grid;
mod widths;

use egui::Ui;

use super::{Pushed, View, widgets};
use crate::{figure::style, state::Action};

pub use cursor::TableCursor;

/// Draws filters and table.
pub fn show(ui: &mut Ui, view: &View<'_>, cursor: &mut TableCursor, pushed: &mut Pushed) {
    let scene = &view.scene.table;
    filters::show(ui, view, pushed);
    ui.add_space(8.0);
    cursor.keep_within(scene.rows.len(), scene.columns.len());
    if scene.rows.is_empty() {
        ui.add_space(16.0);
        ui.label(widgets::bold(view.t.table_none(), style::HEADING_PT));
        ui.add_space(4.0);
        if ui.button(view.t.table_clear()).clicked() {
            pushed.actions.push(Action::SetTable(view.state.table.without_filters()));
        }
        return;
    }
    grid::show(ui, view, cursor, pushed);
}
