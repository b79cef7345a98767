//! The compare tab: two cities are chosen, suggested, swapped; what both report stands side by side.

use egui::{
    Color32, CursorIcon, Frame, Key, Margin, Popup, PopupCloseBehavior, Response, Stroke, TextEdit,
    Ui, accesskit::Role, vec2,
};

use super::{
    Pushed, View, city, main_area,
    scene::{CityChoice, Suggestion},
    widgets,
};
use crate::{
    figure::{
        comparison::CompareFilter,
        roving::{self, Group, GroupSpec, Moves},
        style,
    },
    model::RegionIx,
    state::{Action, Command},
};

/// Draws the header, then the comparison, or what to do for one.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    header(ui, view, pushed);
    suggestions(ui, view, pushed);
    if view.state.is_picking_second {
        banner(ui, view, pushed);
    }
    if view.scene.compared.is_none() || view.scene.selected.is_none() {
        ui.add_space(16.0);
        let text = if view.scene.selected.is_none() {
            view.t.compare_choose_a().to_owned()
        } else {
            view.t.compare_choose(view.scene.compare.a_name.as_str())
        };
        widgets::heading(ui, text, style::TITLE_PT, 2);
        ui.add_space(4.0);
        ui.label(widgets::quiet(view.t.hint_compare(widgets::command_key(ui.ctx())), view.palette));
        ui.add_space(12.0);
        cities(ui, view, pushed);
        return;
    }
    filters(ui, view, pushed);
    ui.add_space(10.0);
    main_area::current_figure(ui, view, pushed);
    ui.add_space(16.0);
    highlights(ui, view);
}

/// In a narrower main area the data are copied from the menu or with the keys alone, in points.
const COPY_PT: f32 = 620.0;

/// All other cities, each a click away.
fn cities(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for choice in &view.scene.compare.choices {
            let side = if view.scene.selected.is_none() { Side::A } else { Side::B };
            let is_taken = view.scene.selected == Some(choice.region);
            if !is_taken && widgets::pill(ui, view.palette, &choice.name, false, true).clicked() {
                pushed.actions.extend(choose(view, side, choice));
            }
        }
    });
}

/// Which side of the comparison a picker chooses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    A,
    B,
}

fn header(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        picker(ui, view, Side::A, pushed);
        if command(ui, view, Command::Swap, "⇄", view.scene.compared.is_some()) {
            pushed.actions.push(Action::Swap);
        }
        picker(ui, view, Side::B, pushed);
        let is_pinned = view.state.is_a_pinned;
        let pin = widgets::toggle(ui, view.palette, view.t.compare_pin(), is_pinned);
        if pin.on_hover_text(with_keys(ui, Command::PinA, view.t.compare_pin_hover())).clicked() {
            pushed.actions.push(Action::TogglePinA);
        }
        let can_pick = view.scene.selected.is_some() && !view.state.is_picking_second;
        if command(ui, view, Command::PickSecond, view.t.compare_pick(), can_pick) {
            pushed.actions.push(Action::SetPickingSecond(true));
        }
        if let Some(id) = &view.state.compared {
            let name = view.t.button_end_comparison();
            let end = ui.button(view.t.compare_end()).accessible_name(name).on_hover_text(name);
            if end.clicked() {
                pushed.actions.push(Action::Compare(id.clone()));
            }
        }
    });
}

/// A button for `command` with its name and keys under the pointer; whether it was pressed.
fn command(ui: &mut Ui, view: &View<'_>, command: Command, text: &str, is_possible: bool) -> bool {
    let hover = with_keys(ui, command, command.name(view.t));
    let button = ui.add_enabled(is_possible, egui::Button::new(text));
    button.accessible_name(command.name(view.t)).on_hover_text(hover).clicked()
}

fn with_keys(ui: &Ui, command: Command, text: &str) -> String {
    let keys = command.spec().shortcut.map(|it| super::keys::words(ui.ctx(), it));
    format!("{text}  {}", keys.unwrap_or_default())
}

/// The button that names a city, and the list to choose another from.
fn picker(ui: &mut Ui, view: &View<'_>, side: Side, pushed: &mut Pushed) {
    let scene = &view.scene.compare;
    let (letter, color, name) = match side {
        Side::A => ("A", view.palette.city_a, &scene.a_name),
        Side::B => ("B", view.palette.city_b, &scene.b_name),
    };
    let spoken = match side {
        Side::A => view.t.compare_picker_a(name.as_str()),
        Side::B => view.t.compare_picker_b(name.as_str()),
    };
    let button = widgets::choice_button(ui, view.palette, (letter, color), name, &spoken);
    let filter_id = ui.scope_id().with(("city filter", letter));
    Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(spoken.as_str())
        .width(260.0)
        .frame(Frame::popup(ui.style()).inner_margin(Margin::same(8)))
        .show(|ui| {
            ui.set_width(260.0);
            let mut filter =
                ui.data_mut(|data| data.get_temp::<String>(filter_id)).unwrap_or_default();
            let is_done = choices(ui, view, side, (&mut filter, button.clicked()), pushed);
            if is_done {
                filter.clear();
                ui.close();
                button.request_focus();
            }
            ui.data_mut(|data| data.insert_temp(filter_id, filter));
        });
}

/// The field to filter by and the cities that match; whether the list has done its work.
fn choices(
    ui: &mut Ui,
    view: &View<'_>,
    side: Side,
    (filter, is_new): (&mut String, bool),
    pushed: &mut Pushed,
) -> bool {
    let field = TextEdit::singleline(filter)
        .hint_text(view.t.compare_filter_hint())
        .desired_width(f32::INFINITY);
    let field = ui.add(field);
    if is_new {
        field.request_focus();
    }
    ui.add_space(4.0);
    let wanted = filter.trim().to_lowercase();
    let found: Vec<&CityChoice> =
        view.scene.compare.choices.iter().filter(|it| it.key.contains(&wanted)).collect();
    // Enter in the field takes the first that matches.
    let takes_first = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut chosen = found.first().copied().filter(|_| takes_first);
    if found.is_empty() {
        ui.label(widgets::quiet(view.t.compare_no_city(), view.palette));
    }
    let group = GroupSpec {
        salt: "cities",
        role: Role::List,
        name: view.t.list_spoken(),
        description: "",
        moves: Moves::Reading,
        start: 0,
        lang: view.state.lang,
    };
    roving::scope(ui, &group, view.palette, |ui, group| {
        for choice in &found {
            if city_row(ui, group, view, (choice, side)).clicked() {
                chosen = Some(choice);
            }
        }
    });
    if let Some(choice) = chosen {
        pushed.actions.extend(choose(view, side, choice));
    }
    chosen.is_some() || ui.input(|input| input.key_pressed(Key::Escape))
}

/// Choosing a city for one side; choosing the city of the other side swaps the two.
fn choose(view: &View<'_>, side: Side, choice: &CityChoice) -> Vec<Action> {
    let (own, other) = match side {
        Side::A => (view.scene.selected, view.scene.compared),
        Side::B => (view.scene.compared, view.scene.selected),
    };
    if own == Some(choice.region) {
        return Vec::new();
    }
    if other == Some(choice.region) {
        return vec![Action::Swap];
    }
    match side {
        Side::A => vec![Action::ChooseA(choice.id.clone())],
        Side::B => vec![Action::Compare(choice.id.clone())],
    }
}

fn city_row(
    ui: &mut Ui,
    group: &mut Group,
    view: &View<'_>,
    (choice, side): (&CityChoice, Side),
) -> Response {
    let palette = view.palette;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), style::target_pt(ui, 28.0)));
    let id = ui.scope_id().with(("city", choice.region));
    let response = group.mark(ui, id, rect, &choice.name);
    let own = if side == Side::A { view.scene.selected } else { view.scene.compared };
    let is_chosen = own == Some(choice.region);
    ui.ctx().accesskit_node_builder(id, |node| node.set_selected(is_chosen));
    let ground = match (is_chosen, response.hovered()) {
        (true, _) => palette.accent_ground,
        (false, true) => palette.hover_ground,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 4, ground);
    let font = style::font(style::BODY_PT, is_chosen);
    let galley = ui.painter().layout_no_wrap(choice.name.clone(), font, palette.text);
    let at = egui::pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    response
}

/// Which cities report most and least like A, each a click away.
fn suggestions(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let scene = &view.scene.compare;
    if scene.alike.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let groups = [
            (view.t.compare_alike(), &scene.alike),
            (view.t.compare_different(), &scene.different),
        ];
        for (heading, list) in groups {
            ui.label(widgets::quiet(heading, view.palette));
            for suggestion in list {
                suggested(ui, view, suggestion, pushed);
            }
            ui.add_space(8.0);
        }
    });
    ui.add_space(6.0);
}

fn suggested(ui: &mut Ui, view: &View<'_>, it: &Suggestion, pushed: &mut Pushed) {
    let link = widgets::link(ui, view.palette, &it.text, style::SMALL_PT);
    let is_chosen = view.state.compared.as_deref() == Some(&it.id);
    if link.on_hover_text(it.hover.as_str()).clicked() && !is_chosen {
        pushed.actions.push(Action::Compare(it.id.clone()));
    }
}

/// What to do while the second city is being picked.
fn banner(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let palette = view.palette;
    let is_outside =
        ui.input(|input| input.pointer.hover_pos()).is_some_and(|at| !ui.clip_rect().contains(at));
    if is_outside {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    Frame::new()
        .fill(palette.accent_ground)
        .stroke(Stroke::new(style::HAIRLINE_PT, palette.accent))
        .corner_radius(style::RADIUS_PT)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    let is_cancelled = ui.button(view.t.compare_cancel()).clicked()
                        || ui.input(|input| input.key_pressed(Key::Escape));
                    if is_cancelled {
                        pushed.actions.push(Action::SetPickingSecond(false));
                    }
                    let layout = egui::Layout::left_to_right(egui::Align::Center);
                    ui.with_layout(layout, |ui| {
                        let text = view.t.compare_banner();
                        widgets::text(ui, text, style::BODY_PT, false, palette.text);
                    });
                });
            });
        });
    ui.add_space(8.0);
}

/// What of the comparison is shown.
fn filters(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        ui.label(widgets::quiet(view.t.compare_show(), view.palette));
        for filter in CompareFilter::ALL {
            let text = match filter {
                CompareFilter::All => view.t.compare_filter_all(),
                CompareFilter::Numbers => view.t.compare_filter_numbers(),
                CompareFilter::Comparable => view.t.compare_filter_comparable(),
            };
            let is_chosen = view.state.comparison.filter == filter;
            if widgets::pill(ui, view.palette, text, is_chosen, true).clicked() {
                pushed.actions.push(Action::SetCompareFilter(filter));
            }
        }
        ui.add_space(8.0);
        let mut is_on = view.state.is_per_residents;
        if ui.checkbox(&mut is_on, view.t.per_10k_switch()).clicked() {
            pushed.actions.push(Action::TogglePerResidents);
        }
        if ui.max_rect().width() > COPY_PT
            && command(ui, view, Command::CopyData, view.t.compare_copy_data(), true)
        {
            pushed.actions.push(Command::CopyData.action());
        }
    });
}

/// Both cities' highlights, side by side.
fn highlights(ui: &mut Ui, view: &View<'_>) {
    let (Some(a), Some(b)) = (view.scene.selected, view.scene.compared) else {
        return;
    };
    widgets::heading(ui, view.t.highlights_heading(), style::HEADING_PT, 3);
    ui.add_space(4.0);
    let colors = [view.palette.city_a, view.palette.city_b];
    ui.columns(2, |columns| {
        for ((ui, region), color) in columns.iter_mut().zip([a, b]).zip(colors) {
            let region: RegionIx = region;
            let name = view.data.region(region).map_or("", |it| it.name.get(view.state.lang));
            ui.label(widgets::bold(name, style::BODY_PT).color(color));
            city::headlines(ui, view, region);
        }
    });
}
