//! The choice of the period: a list, a slider and a button that steps through by itself.

use egui::{
    Popup, Rect, Sense, Slider, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{Pushed, View, focus, scene::PeriodScene, widgets};
use crate::{
    figure::style,
    state::{Action, Command, Scope},
};

/// Width of the button with the period's name, in points.
const NAME_PT: f32 = 116.0;
/// Height of the row, in points.
const ROW_PT: f32 = 28.0;

/// Draws the choice, where there is one.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let Some(scene) = &view.scene.periods else { return };
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        list(ui, view, scene, pushed);
        let button_pt = style::target_pt(ui, ROW_PT);
        let room = ui.available_width() - button_pt - 8.0;
        slider(ui, view, scene, room, pushed);
        play(ui, view, pushed);
    });
    if let Some(lack) = &scene.lack {
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            widgets::text(ui, &lack.text, style::SMALL_PT, false, view.palette.secondary);
            if let Some((id, offer)) = &lack.nearest
                && widgets::link(ui, view.palette, offer, style::SMALL_PT).clicked()
            {
                pushed.actions.push(chosen(id));
            }
        });
    }
}

fn chosen(id: &str) -> Action {
    Action::Scope(Scope::Period(id.to_owned()))
}

/// The button with the period's name, which opens the list of all.
fn list(ui: &mut Ui, view: &View<'_>, scene: &PeriodScene, pushed: &mut Pushed) {
    let palette = view.palette;
    let name = scene.periods.get(scene.at).map_or("", |(_, name)| name.as_str());
    let size = vec2(NAME_PT, style::target_pt(ui, ROW_PT));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = view.t.period_spoken(name);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    let ground = if response.hovered() { palette.hover_ground } else { palette.surface };
    ui.painter().rect_filled(rect, style::RADIUS_PT, ground);
    let stroke = Stroke::new(style::HAIRLINE_PT, palette.outline);
    ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let font = style::font(style::BODY_PT, true);
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, palette.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 34.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    let center = pos2(rect.right() - 14.0, rect.center().y);
    let corners = [vec2(-5.0, -3.0), vec2(5.0, -3.0), vec2(0.0, 4.0)];
    let points = corners.map(|it| center + it).to_vec();
    ui.painter().add(egui::Shape::convex_polygon(points, palette.text, Stroke::NONE));
    widgets::focus_ring(ui, &response, palette);
    let response = response.on_hover_text(name);
    Popup::menu(&response).accessible_name(view.t.period_name()).show(|ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (at, (id, name)) in scene.periods.iter().enumerate() {
                if ui.radio(at == scene.at, name).clicked() {
                    pushed.actions.push(chosen(id));
                    ui.close();
                }
            }
            focus::reveal(ui);
        });
    });
}

fn slider(ui: &mut Ui, view: &View<'_>, scene: &PeriodScene, width: f32, pushed: &mut Pushed) {
    let mut at = scene.at;
    let last = scene.periods.len().saturating_sub(1);
    ui.spacing_mut().slider_width = width;
    let slider = Slider::new(&mut at, 0..=last).show_value(false).trailing_fill(true);
    let response = ui.add_sized(vec2(width, style::target_pt(ui, ROW_PT)), slider);
    let name = scene.periods.get(scene.at).map_or("", |(_, name)| name.as_str());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(view.t.period_name());
        node.set_value(name);
    });
    if at != scene.at
        && let Some((id, _)) = scene.periods.get(at)
    {
        pushed.actions.push(chosen(id));
    }
    widgets::hint(response, view, Command::NextPeriod);
}

/// The button that steps through the periods by itself, or stops.
fn play(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let palette = view.palette;
    let is_running = view.is_running;
    let name = if is_running { view.t.period_stop() } else { view.t.period_play() };
    let size = egui::Vec2::splat(style::target_pt(ui, ROW_PT));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    let stroke = Stroke::new(style::HAIRLINE_PT, palette.outline);
    ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let center = rect.center();
    if is_running {
        let square = Rect::from_center_size(center, vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 1, palette.text);
    } else {
        let corners = [vec2(-4.0, -6.0), vec2(6.0, 0.0), vec2(-4.0, 6.0)];
        let points = corners.map(|it| center + it).to_vec();
        ui.painter().add(egui::Shape::convex_polygon(points, palette.text, Stroke::NONE));
    }
    widgets::focus_ring(ui, &response, palette);
    if widgets::hint(response, view, Command::PlayPeriods).clicked() {
        pushed.actions.push(Command::PlayPeriods.action());
    }
}
