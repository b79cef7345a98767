//! The indicator picker: a button with the chosen indicator, and all of them by theme below it.

use egui::{
    Frame, Key, Margin, Popup, PopupCloseBehavior, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{Pushed, View, focus, reflow, scene::PickerRow, widgets};
use crate::{
    analysis::matching::{self, Marks, Query},
    figure::style::{self, Palette},
    model::Lang,
    state::Action,
};

/// What a picker picks.
pub struct Picker<'a> {
    /// What is picked, for readers: "Indicator", "Vertical axis".
    pub name: &'a str,
    /// The button's words for those who listen.
    pub spoken: String,
    /// Id of what is chosen.
    pub chosen: Option<&'a str>,
    /// Its name.
    pub chosen_name: &'a str,
    /// Its definition.
    pub definition: &'a str,
    /// What there is to choose from.
    pub rows: &'a [PickerRow],
    /// What choosing an id does.
    pub action: fn(String) -> Action,
}

impl<'a> Picker<'a> {
    /// The picker of the one indicator that all views share.
    #[must_use]
    pub fn of_indicator(view: &View<'a>) -> Self {
        let name = view.scene.indicator_name.as_str();
        Self {
            name: view.t.picker_name(),
            spoken: view.t.picker_spoken(name),
            chosen: view.state.indicator.as_deref(),
            chosen_name: name,
            definition: &view.scene.indicator_definition,
            rows: &view.scene.picker,
            action: Action::SetIndicator,
        }
    }
}

/// Draws the button, `width` wide, and the list while it is open. `filter` is the text typed into
/// the list.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    picker: &Picker<'_>,
    button_width: f32,
    filter: &mut String,
    pushed: &mut Pushed,
) {
    let response = button(ui, view, picker, button_width);
    let width = reflow::width_pt(ui, response.rect.width().max(380.0));
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(picker.name)
        .width(width)
        .frame(Frame::popup(ui.style()).inner_margin(Margin::same(8)))
        .show(|ui| {
            ui.set_width(width);
            let field = TextEdit::singleline(filter)
                .hint_text(view.t.picker_filter())
                .desired_width(f32::INFINITY);
            let field = ui.add(field);
            if response.clicked() {
                // What was typed last time would hide most of the list.
                filter.clear();
                field.request_focus();
            }
            // Enter in the field takes the first that fits what was typed.
            let is_taken = !filter.trim().is_empty()
                && field.lost_focus()
                && ui.input(|i| i.key_pressed(Key::Enter));
            ui.add_space(4.0);
            // As high as there is room below the button, so that the list stays below it.
            let room = ui.ctx().content_rect().bottom() - response.rect.bottom();
            let most = (room - 92.0).clamp(120.0, 560.0);
            egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(
                ui,
                |ui| {
                    let shown = rows(ui, view, picker, filter, pushed);
                    let taken = if is_taken { shown.first } else { None };
                    let is_chosen = shown.is_chosen || taken.is_some();
                    pushed.actions.extend(taken.map(|id| (picker.action)(id)));
                    focus::reveal(ui);
                    if is_chosen || ui.input(|i| i.key_pressed(Key::Escape)) {
                        filter.clear();
                        ui.close();
                        response.request_focus();
                    }
                },
            );
        });
}

fn button(ui: &mut Ui, view: &View<'_>, picker: &Picker<'_>, width: f32) -> egui::Response {
    let palette = view.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &picker.spoken));
    let ground = if response.hovered() { palette.hover_ground } else { palette.surface };
    ui.painter().rect_filled(rect, style::RADIUS_PT, ground);
    let stroke = Stroke::new(style::HAIRLINE_PT, palette.outline);
    ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let font = style::font(style::BODY_PT, true);
    let mut job =
        egui::text::LayoutJob::simple_singleline(picker.chosen_name.to_owned(), font, palette.text);
    job.wrap.max_width = rect.width() - 44.0;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    triangle(ui, pos2(rect.right() - 16.0, rect.center().y), palette);
    widgets::focus_ring(ui, &response, palette);
    response.on_hover_text(format!("{}\n{}", picker.chosen_name, picker.definition))
}

fn triangle(ui: &Ui, center: egui::Pos2, palette: &Palette) {
    let points = vec![center + vec2(-5.0, -3.0), center + vec2(5.0, -3.0), center + vec2(0.0, 4.0)];
    ui.painter().add(egui::Shape::convex_polygon(points, palette.text, Stroke::NONE));
}

/// What became of the rows.
#[derive(Default)]
struct Shown {
    /// Whether one was chosen.
    is_chosen: bool,
    /// The first that can be.
    first: Option<String>,
}

/// Draws the indicators that match the filter.
fn rows(
    ui: &mut Ui,
    view: &View<'_>,
    picker: &Picker<'_>,
    filter: &str,
    pushed: &mut Pushed,
) -> Shown {
    let query = Query::new(filter);
    let mut outcome = Shown::default();
    let mut heading = None;
    let mut shown = 0;
    for row in picker.rows {
        if row.heading.is_some() {
            heading = row.heading.as_deref();
        }
        let Some(marks) = marks(view, row, &query) else { continue };
        shown += 1;
        if outcome.first.is_none() && row.why_not.is_none() {
            outcome.first = Some(row.id.clone());
        }
        if let Some(heading) = heading.take() {
            ui.add_space(6.0);
            ui.label(widgets::quiet(heading, view.palette));
        }
        let is_chosen = picker.chosen == Some(row.id.as_str());
        if picker_row(ui, view, row, &marks, is_chosen) {
            pushed.actions.push((picker.action)(row.id.clone()));
            outcome.is_chosen = true;
        }
    }
    if shown == 0 {
        ui.label(widgets::quiet(view.t.picker_none(), view.palette));
    }
    outcome
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

fn picker_row(
    ui: &mut Ui,
    view: &View<'_>,
    row: &PickerRow,
    marks: &Marks,
    is_chosen: bool,
) -> bool {
    let palette = view.palette;
    let is_possible = row.why_not.is_none();
    let is_strong = row.is_reported && is_possible;
    let color = if is_strong { palette.text } else { palette.secondary };
    let width = ui.available_width();
    let beside = row.why_not.as_ref().unwrap_or(&row.coverage);
    let small = style::font(style::SMALL_PT, false);
    let beside = ui.painter().layout_no_wrap(beside.clone(), small, palette.secondary);
    let mut job = widgets::marked(&row.name, marks, style::BODY_PT, color);
    job.wrap.max_width = width - (beside.size().x + 28.0).max(76.0);
    if is_chosen {
        widgets::embolden(&mut job);
    }
    let name = ui.painter().layout_job(job);
    let height = (name.size().y + 8.0).max(style::target_pt(ui, 28.0));
    // What cannot be chosen is a stop for the keyboard too, so that its reason can be read.
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let said = row.why_not.as_ref().unwrap_or(&row.coverage);
    let spoken = view.t.named_value(row.name.as_str(), said.as_str());
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, is_possible, is_chosen, &spoken));
    if is_chosen {
        ui.painter().rect_filled(rect, 4, palette.accent_ground);
    } else if response.hovered() && is_possible {
        ui.painter().rect_filled(rect, 4, palette.hover_ground);
    }
    let at = pos2(rect.left() + 8.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, color);
    let at = pos2(rect.right() - 8.0 - beside.size().x, rect.center().y - beside.size().y / 2.0);
    ui.painter().galley(at, beside, palette.secondary);
    widgets::focus_ring(ui, &response, palette);
    response.clicked() && is_possible
}
