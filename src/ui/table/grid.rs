//! The rows: only those in sight are laid out. One stop for the keyboard, which moves within.

use egui::{
    Align, Button, EventFilter, Id, Label, Popup, PopupAnchor, PopupCloseBehavior, PopupKind, Rect,
    Response, ScrollArea, Sense, SetOpenCommand, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};
use egui_extras::{Column, TableBody, TableBuilder, TableRow as RowUi};

use super::{Pushed, View, cursor::Asked, cursor::TableCursor, widgets, widths};
use crate::{
    figure::style,
    state::{Action, Copied, TableColumn},
    ui::scene::{
        TableRow,
        table::{heading, line},
    },
};

/// Height of a row, in points.
const ROW_PT: f32 = 28.0;
/// The least width of a column, in points.
const LEAST_PT: f32 = 56.0;

/// The width that a column wants, in points.
const fn wanted_pt(column: TableColumn) -> f32 {
    match column {
        TableColumn::Region => 88.0,
        TableColumn::Theme | TableColumn::Qualifier | TableColumn::Status => 110.0,
        TableColumn::Indicator => 240.0,
        TableColumn::Value => 176.0,
        TableColumn::Unit => 100.0,
        TableColumn::Period => 112.0,
        TableColumn::Printed => 128.0,
        TableColumn::Note => 260.0,
        TableColumn::Source => 230.0,
        TableColumn::Place => 168.0,
    }
}

/// Draws the table into what is left of `ui`.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, cursor: &mut TableCursor, pushed: &mut Pushed) {
    let area = ui.available_rect_before_wrap();
    let stop = Stop { id: ui.scope_id().with("table keys"), area };
    let asked = stop.take_keys(ui, view, cursor);
    let painter = ui.painter().with_clip_rect(area);
    cursor.row_rect = None;
    let drawn = ScrollArea::horizontal().id_salt("sideways").auto_shrink(false);
    let grid = drawn.show(ui, |ui| table(ui, view, cursor, stop, pushed)).inner;
    if let Some(rect) = cursor.row_rect.filter(|_| grid.has_focus()) {
        let stroke = Stroke::new(2.0, view.palette.accent);
        painter.rect_stroke(rect, 4, stroke, StrokeKind::Inside);
    }
    menu(ui, view, cursor, &grid, asked == Some(Asked::Menu), pushed);
    // The current row lights its city up, so that C can make it the second one.
    if let Some(row) = view.scene.table.rows.get(cursor.row).filter(|_| grid.has_focus()) {
        pushed.current = Some(row.region);
    }
    match asked {
        Some(Asked::Open) => open(view, cursor.row, pushed),
        Some(Asked::Copy) => copy_rows(view, cursor, pushed),
        Some(Asked::Menu) | None => {}
    }
}

/// Where the keyboard stops in the table.
#[derive(Clone, Copy)]
struct Stop {
    id: Id,
    area: Rect,
}

impl Stop {
    /// Moves the cursor as the keys say, before the rows are laid out.
    fn take_keys(self, ui: &Ui, view: &View<'_>, cursor: &mut TableCursor) -> Option<Asked> {
        if !ui.memory(|memory| memory.has_focus(self.id)) {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let row_pt = style::target_pt(ui, ROW_PT);
        let page = ((self.area.height() - row_pt) / row_pt) as usize;
        let rows = view.scene.table.rows.len();
        let asked = cursor.take_keys(ui, rows, page.max(1));
        cursor.keep_within(rows, view.scene.table.columns.len());
        asked
    }

    /// The stop itself: after the headings, as it is seen.
    fn show(self, ui: &Ui, view: &View<'_>, cursor: &TableCursor) -> Response {
        let grid = ui.interact(self.area, self.id, Sense::focusable_noninteractive());
        let rows = &view.scene.table.rows;
        let current = rows.get(cursor.row).filter(|_| grid.has_focus());
        let spoken = current.map_or_else(
            || view.t.table_spoken(rows.len()),
            |row| view.t.table_spoken_row(cursor.row + 1, row.spoken.as_str(), rows.len()),
        );
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &spoken));
        ui.ctx().accesskit_node_builder(grid.id, |node| node.set_description(view.t.table_hint()));
        grid
    }
}

fn table(
    ui: &mut Ui,
    view: &View<'_>,
    cursor: &mut TableCursor,
    stop: Stop,
    pushed: &mut Pushed,
) -> Response {
    let scene = &view.scene.table;
    let room = ui.available_width();
    let wanted: f32 = scene.columns.iter().map(|it| wanted_pt(*it)).sum();
    let gaps = ui.spacing().item_spacing.x * (scene.columns.len() as f32 - 1.0);
    let scale = ((room - gaps) / wanted).clamp(0.72, 1.25);
    // Widths that were dragged belong to these columns in a window of about this width.
    let salt = ("table", &scene.columns, (room / 160.0) as u32);
    let widths_id = ui.scope_id().with(egui::IdSalt::new(salt)).with("widths");
    let usual = scene.columns.iter().map(|it| (wanted_pt(*it) * scale).max(LEAST_PT)).collect();
    let widths = widths::kept(ui, widths_id, usual);
    let top_left = ui.cursor().min;
    let bottom = ui.max_rect().bottom();
    let row_pt = style::target_pt(ui, ROW_PT);
    let mut table = TableBuilder::new(ui).id_salt(salt).striped(false).sense(Sense::CLICK);
    for (at, width) in widths.iter().enumerate() {
        table = table.column(if at + 1 == widths.len() {
            Column::remainder().at_least(width - 1.0).clip(true)
        } else {
            Column::exact(*width).clip(true)
        });
    }
    if std::mem::take(&mut cursor.wants_sight) {
        table = table.scroll_to_row(cursor.row, None::<Align>);
    }
    let mut table = table.header(row_pt, |mut header| {
        for column in &scene.columns {
            header.col(|ui| head(ui, view, *column, pushed));
        }
    });
    let grid = stop.show(table.ui_mut(), view, cursor);
    table.body(|body| rows(body, view, cursor, &grid, pushed));
    let area = Rect::from_min_max(top_left, pos2(top_left.x + room, bottom));
    widths::edges(ui, widths_id, widths, area, LEAST_PT);
    grid
}

/// The heading of a column: sorts by it.
fn head(ui: &mut Ui, view: &View<'_>, column: TableColumn, pushed: &mut Pushed) {
    let palette = view.palette;
    let name = heading(column, view.t);
    let sort = view.state.table.sort.filter(|it| it.column == column);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    let spoken = match sort.map(|it| it.is_descending) {
        None => view.t.table_sort_none(name),
        Some(false) => view.t.table_sort_up(name),
        Some(true) => view.t.table_sort_down(name),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, palette.hover_ground);
    }
    let color = if sort.is_some() { palette.accent } else { palette.text };
    let font = style::font(style::SMALL_PT, true);
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, color);
    let room = rect.width() - if sort.is_some() { 16.0 } else { 0.0 };
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let right = rect.left() + galley.size().x;
    ui.painter().galley(at, galley, color);
    if let Some(sort) = sort {
        let center = pos2(right + 9.0, rect.center().y);
        let turn = if sort.is_descending { 1.0 } else { -1.0 };
        let corners = [vec2(-4.0, -2.5 * turn), vec2(4.0, -2.5 * turn), vec2(0.0, 3.5 * turn)];
        let points = corners.map(|it| center + it).to_vec();
        ui.painter().add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
    }
    let line = Stroke::new(style::HAIRLINE_PT, palette.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, line);
    widgets::focus_ring(ui, &response, palette);
    if response.clicked() {
        pushed.actions.push(Action::SetTable(view.state.table.with_next_sort(column)));
    }
    response.on_hover_text(view.t.table_sort_hint(name));
}

fn rows(
    body: TableBody<'_>,
    view: &View<'_>,
    cursor: &mut TableCursor,
    grid: &Response,
    pushed: &mut Pushed,
) {
    let rows = &view.scene.table.rows;
    body.rows(ROW_PT, rows.len(), |mut row_ui| {
        let Some(row) = rows.get(row_ui.index()) else { return };
        one(&mut row_ui, view, row, cursor, grid, pushed);
    });
}

fn one(
    row_ui: &mut RowUi<'_, '_>,
    view: &View<'_>,
    row: &TableRow,
    cursor: &mut TableCursor,
    grid: &Response,
    pushed: &mut Pushed,
) {
    let at = row_ui.index();
    let is_open = view.state.open.as_ref() == Some(&row.open);
    let is_selected = cursor.selected().contains(&at) && grid.has_focus();
    row_ui.set_selected(is_open || is_selected);
    row_ui.set_hovered(view.linked.hovered == Some(row.region) && !is_open);
    let color = if row.is_missing { view.palette.secondary } else { view.palette.text };
    let mut column_clicked = None;
    for (column, cell) in row.cells.iter().enumerate() {
        let (_, response) = row_ui.col(|ui| {
            let font = style::font(13.0, false);
            let text = egui::RichText::new(cell.as_str()).font(font).color(color);
            ui.add(Label::new(text).truncate());
        });
        if response.clicked() || response.secondary_clicked() {
            column_clicked = Some(column);
        }
    }
    let response = row_ui.response();
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_open, &row.spoken));
    if at == cursor.row {
        let size = vec2(response.rect.width(), ROW_PT);
        cursor.row_rect = Some(Rect::from_min_size(response.rect.min, size));
    }
    if response.hovered() {
        pushed.hovered = Some(row.region);
    }
    if let Some(column) = column_clicked {
        let extends = response.ctx.input(|input| input.modifiers.shift);
        let is_menu = response.secondary_clicked();
        // A menu on selected rows is about all of them.
        if !(is_menu && cursor.selected().contains(&at)) {
            cursor.go_to(at, extends);
        }
        cursor.column = column;
        grid.request_focus();
        if is_menu {
            Popup::open_id(&response.ctx, menu_id(grid));
        } else if !extends {
            open(view, at, pushed);
        }
    }
}

fn open(view: &View<'_>, row: usize, pushed: &mut Pushed) {
    if let Some(row) = view.scene.table.rows.get(row) {
        pushed.actions.push(Action::Follow(row.open.clone()));
    }
}

fn copy_rows(view: &View<'_>, cursor: &TableCursor, pushed: &mut Pushed) {
    let rows = view.scene.table.rows.get(cursor.selected()).unwrap_or_default();
    let text: String = rows.iter().map(|row| line(&row.cells)).collect();
    pushed.actions.push(Action::CopyText(text, Copied::Rows(rows.len())));
}

fn copy_cell(view: &View<'_>, cursor: &TableCursor, pushed: &mut Pushed) {
    let row = view.scene.table.rows.get(cursor.row);
    if let Some(cell) = row.and_then(|row| row.cells.get(cursor.column)) {
        pushed.actions.push(Action::CopyText(cell.clone(), Copied::Cell));
    }
}

fn menu_id(grid: &Response) -> Id {
    grid.id.with("menu")
}

/// The menu of the current row, from the pointer or the keyboard.
fn menu(
    ui: &Ui,
    view: &View<'_>,
    cursor: &TableCursor,
    grid: &Response,
    is_asked: bool,
    pushed: &mut Pushed,
) {
    let id = menu_id(grid);
    let fallback = Rect::from_min_size(grid.rect.min, vec2(1.0, ROW_PT));
    let anchor = cursor.row_rect.unwrap_or(fallback).left_bottom() + vec2(24.0, 0.0);
    let is_first = is_asked;
    Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(anchor), ui.layer_id())
        .kind(PopupKind::Menu)
        .open_memory(is_asked.then_some(SetOpenCommand::Bool(true)))
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .accessible_name(view.t.tab_table())
        .show(|ui| {
            ui.set_min_width(180.0);
            let item = |ui: &mut Ui, text: &str| ui.add(Button::new(text).frame(false));
            let count = cursor.selected().count();
            let source = item(ui, view.t.table_open());
            if is_first {
                source.request_focus();
            }
            if source.clicked() {
                open(view, cursor.row, pushed);
            }
            if item(ui, view.t.table_copy_cell()).clicked() {
                copy_cell(view, cursor, pushed);
            }
            if item(ui, &view.t.table_copy_rows(count)).clicked() {
                copy_rows(view, cursor, pushed);
            }
            let command = crate::state::Command::CopyTable;
            if item(ui, command.name(view.t)).clicked() {
                pushed.actions.push(command.action());
            }
        });
}
