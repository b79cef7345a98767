//! Back and forward: two buttons, and the buttons at the side of a mouse.

use egui::{
    Context, Key, KeyboardShortcut, Modifiers, PointerButton, Rect, Response, Sense, Stroke, Ui,
    WidgetInfo, accesskit::Role, vec2,
};

use super::{Pushed, View, kept, keys, widgets};
use crate::{
    figure::style::{self, Palette},
    state::{Action, Command},
};

/// What the side buttons of the mouse, and Ctrl+Y where it is usual, ask for.
#[must_use]
pub fn pressed(ctx: &Context) -> Vec<Action> {
    let mut actions = Vec::new();
    ctx.input(|input| {
        for (button, command) in
            [(PointerButton::Extra1, Command::Back), (PointerButton::Extra2, Command::Forward)]
        {
            if input.pointer.button_pressed(button) {
                actions.push(command.action());
            }
        }
    });
    // Windows and Linux know two keys for it; on a Mac, Cmd+Y means something else.
    let has_second_key = !ctx.os().is_mac() && !ctx.text_edit_focused();
    let redo = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
    if has_second_key && ctx.input_mut(|input| input.consume_shortcut(&redo)) {
        actions.push(Command::Redo.action());
    }
    actions
}

/// As high as the tabs beside them, in points.
const HEIGHT_PT: f32 = 40.0;

/// Draws the two buttons.
pub fn buttons(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for command in [Command::Back, Command::Forward] {
        let is_back = command == Command::Back;
        let there = if is_back { view.kept.before } else { view.kept.after };
        let name = command.name(view.t);
        let response = chevron(ui, view.palette, name, is_back, there.is_some());
        let response = response.on_hover_ui(|ui| {
            let text = match there {
                Some(place) => view.t.travel_to(name, kept::place_words(view, place)),
                None if is_back => view.t.travel_no_past().to_owned(),
                None => view.t.travel_no_future().to_owned(),
            };
            ui.label(text);
            if let Some(keys) = keys::of(ui.ctx(), command) {
                ui.label(widgets::quiet(keys, view.palette));
            }
        });
        if there.is_some() && response.clicked() {
            pushed.actions.push(command.action());
        }
    }
    ui.spacing_mut().item_spacing.x = 8.0;
}

fn chevron(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    is_left: bool,
    is_possible: bool,
) -> Response {
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) =
        ui.allocate_exact_size(vec2(style::target_pt(ui, 28.0), HEIGHT_PT), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_possible, name));
    if response.hovered() && is_possible {
        let ground = Rect::from_center_size(rect.center(), vec2(28.0, 28.0));
        ui.painter().rect_filled(ground, style::RADIUS_PT, palette.hover_ground);
    }
    let color = if is_possible { palette.text } else { palette.outline };
    let arrow = Rect::from_center_size(rect.center(), vec2(6.0, 11.0));
    let (tip, tail) =
        if is_left { (arrow.left(), arrow.right()) } else { (arrow.right(), arrow.left()) };
    let points = vec![
        egui::pos2(tail, arrow.top()),
        egui::pos2(tip, arrow.center().y),
        egui::pos2(tail, arrow.bottom()),
    ];
    ui.painter().line(points, Stroke::new(1.8, color));
    widgets::focus_ring(ui, &response, palette);
    response
}
