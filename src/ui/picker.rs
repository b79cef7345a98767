//! The indicator picker: a button with the chosen indicator, and all of them by theme below it.

use egui::{
    Frame, Key, Margin, Popup, PopupCloseBehavior, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{Pushed, View, scene::PickerRow, widgets};
use crate::{
    analysis::matching::{self, Marks, Query},
    figure::style::{self, Palette},
    model::Lang,
    state::Action,
};

/// Draws the button, and the list while it is open. `filter` is the text typed into the list.
pub fn show(ui: &mut Ui, view: &View<'_>, filter: &mut String, pushed: &mut Pushed) {
    let response = button(ui, view);
    let width = response.rect.width().max(380.0);
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(view.t.picker_name())
        .width(width)
        .frame(Frame::popup(ui.style()).inner_margin(Margin::same(8)))
        .show(|ui| {
            ui.set_width(width);
            let field = TextEdit::singleline(filter)
                .hint_text(view.t.picker_filter())
                .desired_width(f32::INFINITY);
            let field = ui.add(field);
            if response.clicked() {
                field.request_focus();
            }
            ui.add_space(4.0);
            let most = (ui.ctx().content_rect().height() - 180.0).clamp(200.0, 560.0);
            egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(
                ui,
                |ui| {
                    if rows(ui, view, filter, pushed) || ui.input(|i| i.key_pressed(Key::Escape)) {
                        filter.clear();
                        ui.close();
                        response.request_focus();
                    }
                },
            );
        });
}

fn button(ui: &mut Ui, view: &View<'_>) -> egui::Response {
    let palette = view.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
    let spoken = view.t.picker_spoken(view.scene.indicator_name.as_str());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    let ground = if response.hovered() { palette.hover_ground } else { palette.surface };
    ui.painter().rect_filled(rect, style::RADIUS_PT, ground);
    let stroke = Stroke::new(style::HAIRLINE_PT, palette.outline);
    ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let font = style::font(style::BODY_PT, true);
    let mut job = egui::text::LayoutJob::simple_singleline(
        view.scene.indicator_name.clone(),
        font,
        palette.text,
    );
    job.wrap.max_width = rect.width() - 44.0;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    triangle(ui, pos2(rect.right() - 16.0, rect.center().y), palette);
    widgets::focus_ring(ui, &response, palette);
    let definition = &view.scene.indicator_definition;
    response.on_hover_text(format!("{}\n{definition}", view.scene.indicator_name))
}

fn triangle(ui: &Ui, center: egui::Pos2, palette: &Palette) {
    let points = vec![center + vec2(-5.0, -3.0), center + vec2(5.0, -3.0), center + vec2(0.0, 4.0)];
    ui.painter().add(egui::Shape::convex_polygon(points, palette.text, Stroke::NONE));
}

/// Draws the indicators that match the filter; whether one was chosen.
fn rows(ui: &mut Ui, view: &View<'_>, filter: &str, pushed: &mut Pushed) -> bool {
    let query = Query::new(filter);
    let mut chosen = false;
    let mut heading = None;
    let mut shown = 0;
    for row in &view.scene.picker {
        if row.heading.is_some() {
            heading = row.heading.as_deref();
        }
        let Some(marks) = marks(view, row, &query) else { continue };
        shown += 1;
        if let Some(heading) = heading.take() {
            ui.add_space(6.0);
            ui.label(widgets::quiet(heading, view.palette));
        }
        if picker_row(ui, view, row, &marks) {
            pushed.actions.push(Action::SetIndicator(row.id.clone()));
            chosen = true;
        }
    }
    if shown == 0 {
        ui.label(widgets::quiet(view.t.picker_none(), view.palette));
    }
    chosen
}

/// What `query` fits of a row's name; nothing if it fits neither language's.
fn marks(view: &View<'_>, row: &PickerRow, query: &Query) -> Option<Marks> {
    if query.is_empty() {
        return Some(Marks::new());
    }
    let [zh, en] = view.scene.search.indicators.get(row.indicator.at())?;
    let keys = if view.state.lang == Lang::Zh { [zh, en] } else { [en, zh] };
    matching::find(query, &keys)?.marks.into_iter().next()
}

fn picker_row(ui: &mut Ui, view: &View<'_>, row: &PickerRow, marks: &Marks) -> bool {
    let palette = view.palette;
    let is_chosen = view.state.indicator.as_deref() == Some(&row.id);
    let color = if row.is_reported { palette.text } else { palette.secondary };
    let width = ui.available_width();
    let mut job = widgets::marked(&row.name, marks, style::BODY_PT, color);
    job.wrap.max_width = width - 76.0;
    if is_chosen {
        widgets::embolden(&mut job);
    }
    let name = ui.painter().layout_job(job);
    let height = (name.size().y + 8.0).max(28.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let spoken = view.t.named_value(row.name.as_str(), row.coverage.as_str());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &spoken));
    let ground = Rect::from_min_max(rect.min, rect.max);
    if is_chosen {
        ui.painter().rect_filled(ground, 4, palette.accent_ground);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, 4, palette.hover_ground);
    }
    let at = pos2(rect.left() + 8.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, color);
    let coverage = ui.painter().layout_no_wrap(
        row.coverage.clone(),
        style::font(style::SMALL_PT, false),
        palette.secondary,
    );
    let at =
        pos2(rect.right() - 8.0 - coverage.size().x, rect.center().y - coverage.size().y / 2.0);
    ui.painter().galley(at, coverage, palette.secondary);
    widgets::focus_ring(ui, &response, palette);
    response.clicked()
}
