//! The source drawer.

mod edge;

use egui::{
    Frame, Label, Margin, Panel, Popup, PopupCloseBehavior, Response, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, accesskit::Role, vec2,
};

use super::{
    Pushed, View,
    focus::{self, Part},
    keys, layout,
    reflow::Front,
    scene::{DrawerScene, FigureLink, WebAddress},
    theme, widgets,
};
use crate::{
    figure::style,
    state::{Action, Command, Copied, DrawerView},
};

/// Height of the drawer's own bar, in points.
const BAR_PT: f32 = 24.0;
/// The least height of an open drawer, in points.
const LEAST_PT: f32 = 76.0;
/// The most of the window's height that the drawer may take.
const MOST_SHARE: f32 = 0.5;

/// Draws the source over all of `ui`, where a small window shows it.
pub fn front(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    if view.front != Some(Front::Source) {
        return;
    }
    let margin = Margin { left: theme::PAD_PT, right: theme::PAD_PT, top: 4, bottom: 4 };
    let frame = Frame::new().fill(view.palette.panel).inner_margin(margin);
    egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        focus::begin(ui, Part::Drawer, view.t);
        bar(ui, view, pushed);
        ui.add_space(2.0);
        stacked(ui, view, pushed);
    });
}

/// Draws the drawer at the bottom of `ui`.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let frame = Frame::new().fill(view.palette.panel).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 4,
        bottom: 4,
    });
    if view.front.is_some() {
        return;
    }
    if view.state.drawer.is_folded {
        let panel = Panel::bottom("drawer folded")
            .exact_size(style::target_pt(ui, BAR_PT) + 8.0)
            .resizable(false);
        panel.frame(frame).show(ui, |ui| {
            focus::begin(ui, Part::Drawer, view.t);
            bar(ui, view, pushed);
        });
        return;
    }
    let window_pt = ui.ctx().content_rect().height();
    let is_low = window_pt < theme::LOW_WINDOW_PT;
    let usual = if is_low { theme::DRAWER_LOW_PT } else { theme::DRAWER_PT };
    let height = view.state.drawer.height_pt.map_or(usual, f32::from);
    let most = (window_pt * MOST_SHARE).max(LEAST_PT);
    let name = if is_low { "drawer low" } else { "drawer" };
    let panel =
        Panel::bottom(name).resizable(true).default_size(height).size_range(LEAST_PT..=most);
    let edge = edge::id(ui, name);
    let is_asked = edge::take_keys(ui, edge);
    let shown = panel.frame(frame).show(ui, |ui| {
        focus::begin(ui, Part::Drawer, view.t);
        bar(ui, view, pushed);
        ui.add_space(2.0);
        columns(ui, view, pushed);
    });
    edge::ring(ui, edge, view.palette);
    // A stop for the keyboard, which egui names in English alone.
    ui.ctx().accesskit_node_builder(edge, |node| node.set_label(view.t.drawer_edge()));
    let is_done = is_asked || ui.input(|input| input.pointer.any_released());
    if is_done {
        keep_height(view, shown.response.rect.height(), height, pushed);
    }
}

/// Notes the height once the edge is let go of.
fn keep_height(view: &View<'_>, now: f32, before: f32, pushed: &mut Pushed) {
    if (now - before).abs() > 2.0 {
        let drawer = DrawerView { height_pt: Some(now.round() as u16), ..view.state.drawer };
        pushed.actions.push(Action::SetDrawer(drawer));
    }
}

/// Whose figure it is; citation, neighbours, folding.
fn bar(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let drawer = &view.scene.drawer;
    let size = vec2(ui.available_width(), style::target_pt(ui, BAR_PT));
    let (rect, _) = ui.allocate_exact_size(size, Sense::empty());
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("bar"));
    ui.spacing_mut().item_spacing.x = 4.0;
    layout::row_with_end(
        &mut ui,
        "drawer",
        |ui| {
            let is_folded = view.front.is_none() && view.state.drawer.is_folded;
            let heading = if is_folded && !drawer.value.is_empty() {
                view.t.named_value(drawer.heading.as_str(), drawer.value.as_str())
            } else {
                drawer.heading.clone()
            };
            ui.add(Label::new(widgets::quiet(heading, view.palette)).truncate());
        },
        |ui| {
            ui.add_space(12.0);
            controls(ui, view, pushed);
        },
    );
}

fn controls(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let drawer = &view.scene.drawer;
    let t = view.t;
    if !drawer.value.is_empty() {
        // A small window has no room for its name; the menu has it.
        if !drawer.citation.is_empty() && view.front.is_none() {
            let name = Command::CopyCitation.name(t);
            let link = widgets::link(ui, view.palette, name, style::SMALL_PT);
            if link.on_hover_text(drawer.citation.as_str()).clicked() {
                pushed.actions.push(Command::CopyCitation.action());
            }
            ui.add_space(8.0);
        }
        let (has_previous, has_next) = drawer.has_beside;
        let previous = (Command::PreviousFigure.name(t), has_previous);
        press(ui, view, Arrow::Left, previous, Command::PreviousFigure, pushed);
        if let Some((at, total)) = drawer.position {
            ui.label(widgets::quiet(t.drawer_position(at, total), view.palette));
        }
        let next = (Command::NextFigure.name(t), has_next);
        press(ui, view, Arrow::Right, next, Command::NextFigure, pushed);
        ui.add_space(8.0);
    }
    if view.front.is_some() {
        return;
    }
    let is_folded = view.state.drawer.is_folded;
    let name = if is_folded { t.drawer_unfold() } else { t.drawer_fold() };
    let arrow = if is_folded { Arrow::Up } else { Arrow::Down };
    press(ui, view, arrow, (name, true), Command::ToggleDrawer, pushed);
}

/// Where an arrow points.
#[derive(Clone, Copy)]
enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

/// A small button with an arrow that starts `command`.
fn press(
    ui: &mut Ui,
    view: &View<'_>,
    arrow: Arrow,
    (name, is_possible): (&str, bool),
    command: Command,
    pushed: &mut Pushed,
) {
    let keys = command.spec().shortcut.map(|it| keys::words(ui.ctx(), it)).unwrap_or_default();
    let response = arrow_button(ui, view, arrow, name, is_possible);
    if response.on_hover_text(format!("{name}  {keys}")).clicked() {
        pushed.actions.push(command.action());
    }
}

fn arrow_button(
    ui: &mut Ui,
    view: &View<'_>,
    arrow: Arrow,
    name: &str,
    is_possible: bool,
) -> Response {
    let palette = view.palette;
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) =
        ui.allocate_exact_size(egui::Vec2::splat(style::target_pt(ui, BAR_PT)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_possible, name));
    if response.hovered() && is_possible {
        ui.painter().rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    let color = if is_possible { palette.text } else { palette.disabled };
    let (tip, side) = match arrow {
        Arrow::Left => (vec2(-3.0, 0.0), vec2(2.0, 5.0)),
        Arrow::Right => (vec2(3.0, 0.0), vec2(-2.0, 5.0)),
        Arrow::Up => (vec2(0.0, -3.0), vec2(5.0, 2.0)),
        Arrow::Down => (vec2(0.0, 3.0), vec2(5.0, -2.0)),
    };
    let other = match arrow {
        Arrow::Left | Arrow::Right => vec2(side.x, -side.y),
        Arrow::Up | Arrow::Down => vec2(-side.x, side.y),
    };
    let center = rect.center();
    let stroke = Stroke::new(1.5, color);
    ui.painter().line_segment([center + side, center + tip], stroke);
    ui.painter().line_segment([center + tip, center + other], stroke);
    widgets::focus_ring(ui, &response, palette);
    response
}

/// Draws one column of the drawer.
type Draw = fn(&mut Ui, &View<'_>, &mut Pushed);

/// The figure, its place, and what to mind, side by side; each scrolls by itself.
fn columns(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let area = ui.available_rect_before_wrap();
    let shares: [(f32, Draw); 3] = [(0.29, figure), (0.42, place), (0.29, notes)];
    let mut left = area.left();
    for (at, (share, draw)) in shares.into_iter().enumerate() {
        let gap = if at == 2 { 0.0 } else { 20.0 };
        let size = vec2(area.width() * share - gap, area.height());
        let rect = egui::Rect::from_min_size(egui::pos2(left, area.top()), size);
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(("column", at)), |ui| {
            let scroll = egui::ScrollArea::vertical().id_salt("column").auto_shrink(false);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                // Clear of the bar, which floats over the right edge.
                ui.set_max_width(size.x - 14.0);
                draw(ui, view, pushed);
                focus::reveal(ui);
            });
        });
        left += area.width() * share;
    }
}

/// The same one below the other, all of it in one scroll.
fn stacked(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    egui::ScrollArea::vertical().id_salt("stacked").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for draw in [figure, place, notes] {
            draw(ui, view, pushed);
            ui.add_space(8.0);
        }
    });
}

fn figure(ui: &mut Ui, view: &View<'_>, _: &mut Pushed) {
    let (drawer, palette) = (&view.scene.drawer, view.palette);
    // A fact is a phrase, not a number; it reads better at the size of a heading.
    let is_low = ui.ctx().content_rect().height() < theme::LOW_WINDOW_PT;
    let size_pt = match (drawer.value.chars().count() > 18, is_low) {
        (true, true) => style::BODY_PT,
        (true, false) => style::HEADING_PT,
        (false, _) => style::LARGE_PT,
    };
    widgets::text(ui, &drawer.value, size_pt, true, palette.text);
    let printed_pt = if is_low { style::SMALL_PT } else { style::BODY_PT };
    widgets::text(ui, &drawer.printed, printed_pt, false, palette.secondary);
    if !drawer.change.is_empty() {
        widgets::text(ui, &drawer.change, style::SMALL_PT, false, palette.secondary);
    }
}

fn place(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let (drawer, palette) = (&view.scene.drawer, view.palette);
    if drawer.place.is_empty() {
        definition(ui, view, drawer);
        return;
    }
    widgets::text(ui, &drawer.place, style::BODY_PT, false, palette.text);
    if let Some(address) = &drawer.address {
        web(ui, view, address, pushed);
    }
    if let Some((other, place)) = &drawer.other_axis {
        ui.add_space(2.0);
        ui.label(widgets::quiet(view.t.scatter_drawer_other(), palette));
        // Opens its source and leaves the axes as they are.
        if widgets::link(ui, view.palette, &other.label, style::SMALL_PT).clicked() {
            pushed.actions.push(Action::OpenSource(other.open.clone()));
        }
        widgets::text(ui, place, style::SMALL_PT, false, palette.secondary);
    }
    if !drawer.same_item.is_empty() {
        ui.add_space(2.0);
        ui.label(widgets::quiet(view.t.drawer_same_item(), palette));
        links(ui, view, &drawer.same_item, pushed);
    }
    if !drawer.highlights.is_empty() {
        ui.add_space(2.0);
        ui.label(widgets::quiet(view.t.drawer_highlights(), palette));
        for (headline, text) in &drawer.highlights {
            widgets::text(ui, headline, style::SMALL_PT, true, palette.text);
            widgets::text(ui, text, style::SMALL_PT, false, palette.secondary);
        }
    }
}

fn links(ui: &mut Ui, view: &View<'_>, items: &[FigureLink], pushed: &mut Pushed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
        for item in items {
            if widgets::link(ui, view.palette, &item.label, style::SMALL_PT).clicked() {
                pushed.actions.push(Action::Follow(item.open.clone()));
            }
        }
    });
}

/// The source's address: the host first, the whole before it is opened.
fn web(ui: &mut Ui, view: &View<'_>, address: &WebAddress, pushed: &mut Pushed) {
    let host = address.host.as_str();
    let link = widgets::link(ui, view.palette, &view.t.drawer_web(host), style::SMALL_PT);
    Popup::menu(&link)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(view.t.drawer_web_ask())
        .show(|ui| {
            ui.set_max_width(360.0);
            ui.label(widgets::bold(view.t.drawer_web_ask(), style::BODY_PT));
            ui.label(widgets::quiet(address.address.as_str(), view.palette));
            ui.horizontal(|ui| {
                let action = if ui.button(view.t.drawer_web_open(host)).clicked() {
                    Action::OpenAddress(address.address.clone())
                } else if ui.button(view.t.drawer_web_copy()).clicked() {
                    Action::CopyText(address.address.clone(), Copied::Address)
                } else {
                    return;
                };
                pushed.actions.push(action);
                ui.close();
            });
        });
}

fn notes(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let (drawer, palette) = (&view.scene.drawer, view.palette);
    if !drawer.notes.is_empty() {
        ui.label(widgets::quiet(view.t.drawer_note(), palette));
    }
    for note in &drawer.notes {
        widgets::text(ui, note, style::BODY_PT, false, palette.care);
    }
    if !drawer.related.is_empty() {
        ui.label(widgets::quiet(view.t.drawer_related_heading(), palette));
    }
    for (item, reason) in &drawer.related {
        links(ui, view, std::slice::from_ref(item), pushed);
        widgets::text(ui, reason, style::SMALL_PT, false, palette.care);
    }
    if !drawer.place.is_empty() {
        definition(ui, view, drawer);
    }
}

fn definition(ui: &mut Ui, view: &View<'_>, drawer: &DrawerScene) {
    if !drawer.definition.is_empty() {
        ui.label(widgets::quiet(view.t.drawer_definition(), view.palette));
        let color = view.palette.secondary;
        widgets::text(ui, &drawer.definition, style::SMALL_PT, false, color);
    }
}
