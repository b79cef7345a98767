//! The city list: rank, name, bar, value; the province above.

use egui::{Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{Pushed, View, scene::ListRow, widgets};
use crate::{
    analysis::Order,
    figure::{
        Picked,
        canvas::{self, Canvas, Ink},
        frame,
        roving::{self, Group, GroupSpec, Moves},
        style,
    },
    state::Action,
};

const ROW_PT: f32 = 24.0;

/// Draws the list.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    order(ui, view, pushed);
    let value_pt = value_width(ui, view);
    let scene = view.scene;
    let rows = || scene.root_row.iter().chain(&scene.list);
    let group = GroupSpec {
        salt: "list",
        role: Role::ListBox,
        name: view.t.list_spoken(),
        description: view.t.map_spoken_keys(),
        moves: Moves::Reading,
        start: rows().position(|row| scene.selected == Some(row.region)).unwrap_or(0),
        lang: view.state.lang,
    };
    roving::scope(ui, &group, view.palette, |ui, group| {
        for row in rows() {
            let picked = list_row(ui, group, view, row, value_pt);
            view.follow(picked, pushed);
        }
    });
}

fn order(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let t = view.t;
        let orders = [
            (Order::Value, t.order_value()),
            (Order::Name, t.order_name()),
            (Order::Official, t.order_official()),
        ];
        for (order, name) in orders {
            let is_chosen = view.state.order == order;
            let color = if is_chosen { view.palette.accent } else { view.palette.secondary };
            let font = style::font(style::SMALL_PT, is_chosen);
            let galley = ui.painter().layout_no_wrap(name.to_owned(), font, color);
            let size = vec2(galley.size().x, ROW_PT);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
            let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
            widgets::focus_ring(ui, &response, view.palette);
            if response.clicked() {
                pushed.actions.push(Action::SetOrder(order));
            }
        }
    });
}

fn value_width(ui: &Ui, view: &View<'_>) -> f32 {
    let font = style::font(13.0, false);
    let widths = view.scene.list.iter().chain(&view.scene.root_row).map(|row| {
        let color = view.palette.text;
        ui.painter().layout_no_wrap(row.value.clone(), font.clone(), color).size().x
    });
    widths.fold(0.0, f32::max)
}

fn list_row(
    ui: &mut Ui,
    group: &mut Group,
    view: &View<'_>,
    row: &ListRow,
    value_pt: f32,
) -> Picked {
    let palette = view.palette;
    let linked = view.linked;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW_PT - 1.0));
    ui.spacing_mut().item_spacing.y = 1.0;
    let is_a = linked.selected == Some(row.region);
    let is_b = linked.compared == Some(row.region);
    let spoken = view.t.spoken_fact(row.name.as_str(), row.value.as_str());
    let id = ui.scope_id().with(("row", row.region));
    let response = group.mark(ui, id, rect, &spoken);
    canvas::chosen(&response, is_a || is_b);
    let mut picked = Picked::default();
    picked.note(&response, Some(row.region), None);
    let ground = rect.expand2(vec2(6.0, 0.0));
    if linked.hovered == Some(row.region) {
        ui.painter().rect_filled(ground, 4, palette.hover_ground);
    } else if is_a || is_b {
        ui.painter().rect_filled(ground, 4, palette.accent_ground);
    }
    let color = if row.is_reported || is_a || is_b { palette.text } else { palette.secondary };
    let canvas = Canvas::new(ui, palette, 0.0);
    let middle = rect.center().y;
    let small = Ink::plain(style::SMALL_PT, palette.secondary);
    let rank = canvas.line(&row.rank, small);
    canvas.put_middle(rect.left() + 16.0 - rank.size().x, middle, rank);
    let name_left = rect.left() + 24.0;
    let value = canvas.line(&row.value, Ink::plain(13.0, color));
    let value_left = (rect.right() - value.size().x).max(name_left + 40.0);
    let is_bold = is_a || is_b;
    let name = canvas.layout(&row.name, Ink { size_pt: 13.0, is_bold, color }, f32::INFINITY);
    let name_right = name_left + name.size().x;
    canvas.put_middle(name_left, middle, name);
    canvas.put_middle(value_left, middle, value);
    if let Some(letter) = if is_a { Some("A") } else { is_b.then_some("B") } {
        let color = if is_a { palette.city_a } else { palette.city_b };
        let badge = canvas.line(letter, Ink::bold(style::SMALL_PT, color));
        canvas.put_middle(name_right + 6.0, middle, badge);
    }
    if let Some(fraction) = row.fraction {
        let bar_left = name_left + 84.0;
        let room = rect.right() - value_pt - 10.0 - bar_left;
        if room > 24.0 && bar_left > name_right + 16.0 {
            let size = vec2((room * fraction).max(1.0), 7.0);
            let at = pos2(bar_left, middle - 3.5);
            let bar = Rect::from_min_size(at, size);
            canvas.ui.painter().rect_filled(bar, 1, frame::mark_color(palette));
        }
    }
    // A hint for the pointer; the keyboard's keys are in the description of the list.
    if !roving::is_current(&response) {
        canvas::tooltip(&response, view.t.hint_compare());
    }
    picked
}
