//! The table tab: every figure, filtered by typing; a row opens its source.

use egui::{Label, Sense, TextEdit, Ui, WidgetInfo, accesskit::Role};
use egui_extras::{Column, TableBuilder};

use super::{Pushed, View, scene::TableRow, widgets};
use crate::{figure::style, state::Action};

/// Draws the filter and the table.
pub fn show(ui: &mut Ui, view: &View<'_>, filter: &mut String, pushed: &mut Pushed) {
    let wanted = filter.trim().to_lowercase();
    let rows: Vec<&TableRow> = view
        .scene
        .table
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.to_lowercase().contains(&wanted)))
        .collect();
    ui.horizontal(|ui| {
        let hint = view.t.table_filter();
        ui.add(TextEdit::singleline(filter).hint_text(hint).desired_width(280.0));
        ui.label(widgets::quiet(view.t.figures_counted(rows.len()), view.palette));
    });
    ui.add_space(8.0);
    let t = view.t;
    let headings = [
        t.heading_region(),
        t.heading_indicator(),
        t.heading_value(),
        t.heading_period(),
        t.heading_printed(),
        t.heading_source(),
    ];
    let width = ui.available_width();
    let shares = [0.08, 0.27, 0.16, 0.12, 0.11];
    let mut table = TableBuilder::new(ui).striped(false).sense(Sense::click());
    for share in shares {
        table = table.column(Column::initial(width * share).clip(true).resizable(true));
    }
    table
        .column(Column::remainder().clip(true))
        .header(28.0, |mut header| {
            for heading in headings {
                header.col(|ui| {
                    ui.label(widgets::bold(heading, style::SMALL_PT));
                });
            }
        })
        .body(|body| {
            body.rows(28.0, rows.len(), |mut table_row| {
                let Some(row) = rows.get(table_row.index()) else {
                    return;
                };
                let is_open = view.state.open.as_ref() == Some(&row.open);
                table_row.set_selected(is_open);
                for cell in &row.cells {
                    table_row.col(|ui| {
                        ui.add(Label::new(cell.as_str()).truncate());
                    });
                }
                let response = table_row.response();
                let [region, indicator, value, ..] = &row.cells;
                let spoken = t.spoken_cell(region.as_str(), indicator.as_str(), value.as_str());
                response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_open, &spoken));
                if response.hovered() {
                    pushed.hovered = Some(row.region);
                }
                if response.clicked() {
                    pushed.actions.push(Action::OpenSource(row.open.clone()));
                }
            });
        });
}
