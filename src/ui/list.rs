//! The city list: a filter, the order, the province, then rank, name, bar and value of each city.

use egui::{
    Id, Key, Margin, Modifiers, Rect, Sense, Stroke, TextEdit, Ui, WidgetInfo, accesskit::Role,
    pos2, text::TextWrapping, vec2,
};

use super::{
    Pushed, View, levels,
    scene::{ListRow, SearchIndex},
    widgets,
};
use crate::{
    analysis::{
        Order,
        matching::{self, Marks, Query},
    },
    figure::{
        Picked,
        canvas::{self, Canvas, Ink},
        frame,
        roving::{self, Group, GroupSpec, Moves},
        style,
    },
    model::{Lang, RegionIx},
    state::Action,
};

/// The least height of a row, in points.
const ROW_PT: f32 = 24.0;
/// Where names begin, after the ranks, in points.
const NAME_PT: f32 = 24.0;
/// Room that a name is given before its bar, in points.
const BAR_PT: f32 = 84.0;
/// Size of names and values, in points.
const TEXT_PT: f32 = 13.0;

/// What the list is filtered by, and what fits.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// As typed.
    text: String,
    made_for: Option<(String, usize)>,
    found: Vec<(RegionIx, Marks)>,
    /// Regions of other levels that fit.
    elsewhere: Vec<RegionIx>,
}

/// So many regions of other levels are named.
const MOST_ELSEWHERE: usize = 8;

impl ListFilter {
    /// Finds the cities anew if text, language or data have changed.
    fn refresh(&mut self, view: &View<'_>) {
        let index = &view.scene.search;
        let made_for = (self.text.clone(), std::sync::Arc::as_ptr(index).addr());
        if self.made_for.as_ref() != Some(&made_for) {
            let (data, lang) = (view.data, view.state.lang);
            self.found = fitting(index, &self.text, lang, data.cities());
            let is_other = |it: &RegionIx| *it != data.root() && !data.cities().contains(it);
            let all = (0..data.regions().len()).map(RegionIx::from);
            let others: Vec<RegionIx> = all.filter(is_other).collect();
            let others =
                if self.is_on() { fitting(index, &self.text, lang, &others) } else { Vec::new() };
            self.elsewhere = others.into_iter().take(MOST_ELSEWHERE).map(|(it, _)| it).collect();
            self.made_for = Some(made_for);
        }
    }

    fn is_on(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// The marks of a city that fits; nothing for one that does not.
    fn marks(&self, region: RegionIx) -> Option<&Marks> {
        self.found.iter().find(|(it, _)| *it == region).map(|(_, marks)| marks)
    }
}

/// The cities whose names in either language fit `text`, with what fits of the name in `lang`.
fn fitting(
    index: &SearchIndex,
    text: &str,
    lang: Lang,
    cities: &[RegionIx],
) -> Vec<(RegionIx, Marks)> {
    let query = Query::new(text);
    let fit = |city: &RegionIx| {
        let [zh, en] = index.regions.get(city.at())?;
        let keys = if lang == Lang::Zh { [zh, en] } else { [en, zh] };
        let hit = matching::find(&query, &keys)?;
        Some((*city, hit))
    };
    let mut hits: Vec<_> = cities.iter().filter_map(fit).collect();
    matching::keep_close(&mut hits, |(_, hit)| hit.score.0);
    let first = |hit: matching::Hit| hit.marks.into_iter().next().unwrap_or_default();
    hits.into_iter().map(|(city, hit)| (city, first(hit))).collect()
}

/// Draws the filter and the order above the list.
pub fn controls(ui: &mut Ui, view: &View<'_>, filter: &mut ListFilter, pushed: &mut Pushed) {
    ui.spacing_mut().item_spacing.y = 2.0;
    // In one row, so that all cities are in sight below it.
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        field(ui, view, filter);
        if !filter.is_on() {
            order(ui, view, pushed);
        }
    });
}

/// Draws the list.
pub fn rows(ui: &mut Ui, view: &View<'_>, filter: &mut ListFilter, pushed: &mut Pushed) {
    filter.refresh(view);
    let total = view.scene.list.len();
    let found = if filter.is_on() { filter.found.len() } else { total };
    pushed.found = Some((found, total));
    ui.spacing_mut().item_spacing.y = 1.0;
    let value_pt = value_width(ui, view);
    let none = Marks::new();
    let all = view.scene.root_row.iter().chain(&view.scene.list);
    let rows: Vec<(&ListRow, &Marks)> = if filter.is_on() {
        all.filter_map(|row| Some((row, filter.marks(row.region)?))).collect()
    } else {
        all.map(|row| (row, &none)).collect()
    };
    let is_selected = |(row, _): &(&ListRow, &Marks)| view.scene.selected == Some(row.region);
    let group = GroupSpec {
        salt: "list",
        role: Role::List,
        name: view.t.list_spoken(),
        description: view.t.map_spoken_keys(),
        moves: Moves::Reading,
        start: rows.iter().position(is_selected).unwrap_or(0),
        lang: view.state.lang,
    };
    if !rows.is_empty() {
        roving::scope(ui, &group, view.palette, |ui, group| {
            for (row, marks) in rows {
                let picked = list_row(ui, group, view, row, marks, value_pt);
                view.follow(picked, pushed);
            }
        });
    }
    if filter.is_on() {
        levels::elsewhere(ui, view, &filter.elsewhere, pushed);
    }
    if filter.is_on() && filter.found.is_empty() && filter.elsewhere.is_empty() {
        let t = view.t;
        ui.add_space(6.0);
        widgets::text(
            ui,
            &t.list_none(filter.text.trim()),
            style::BODY_PT,
            true,
            view.palette.text,
        );
        widgets::text(ui, t.list_none_hint(), style::SMALL_PT, false, view.palette.secondary);
    }
}

/// The field to type into, and how many cities are left.
fn field(ui: &mut Ui, view: &View<'_>, filter: &mut ListFilter) {
    let id = Id::unique("list filter");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        // The first Escape clears, the next one lets go of the keyboard.
        if filter.text.is_empty() {
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        filter.text.clear();
    }
    // What is typed gets all the room; the order comes back when the field is empty.
    let room = ui.available_width();
    let width = if filter.is_on() { room } else { room - order_width(ui, view) - 6.0 };
    let (rect, _) =
        ui.allocate_exact_size(vec2(width.max(72.0), style::target_pt(ui, 28.0)), Sense::empty());
    let edit = TextEdit::singleline(&mut filter.text)
        .id(id)
        .hint_text(view.t.list_filter_hint())
        .event_filter(egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: false,
            escape: true,
            tab: false,
        })
        .margin(Margin { left: 10, right: 10, top: 4, bottom: 4 });
    ui.put(rect, edit).on_hover_text(view.t.list_filter());
    ui.ctx().accesskit_node_builder(id, |node| node.set_label(view.t.list_filter()));
    if !filter.is_on() {
        return;
    }
    filter.refresh(view);
    let clear = Rect::from_center_size(
        pos2(rect.right() - 15.0, rect.center().y),
        egui::Vec2::splat(style::target_pt(ui, 24.0)),
    );
    if clear_button(ui, view, clear) {
        filter.text.clear();
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let count = view.t.list_filtered(filter.found.len(), view.scene.list.len());
    let font = style::font(style::SMALL_PT, false);
    let galley = ui.painter().layout_no_wrap(count.clone(), font, view.palette.secondary);
    let at = pos2(clear.left() - 4.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
    let place = Rect::from_min_size(at, galley.size());
    ui.painter().rect_filled(place.expand(3.0), 0, view.palette.surface);
    ui.painter().galley(at, galley, view.palette.secondary);
    let response = ui.interact(place, id.with("count"), Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &count));
}

fn clear_button(ui: &Ui, view: &View<'_>, rect: Rect) -> bool {
    let name = view.t.list_filter_clear();
    let response = ui.interact(rect, Id::unique("clear list filter"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let color = if response.hovered() { view.palette.text } else { view.palette.secondary };
    let arm = 4.0;
    let stroke = Stroke::new(1.5, color);
    ui.painter().rect_filled(rect.shrink(2.0), 4, view.palette.surface);
    for way in [vec2(arm, arm), vec2(arm, -arm)] {
        ui.painter().line_segment([rect.center() - way, rect.center() + way], stroke);
    }
    widgets::focus_ring(ui, &response, view.palette);
    response.on_hover_text(format!("{name}  Esc")).clicked()
}

/// The orders, with their names.
fn orders<'a>(view: &View<'a>) -> [(Order, &'a str); 3] {
    let t = view.t;
    [
        (Order::Value, t.order_by_value()),
        (Order::Name, t.order_by_name()),
        (Order::Official, t.order_by_official()),
    ]
}

/// The room that the choice of the order takes, in points.
fn order_width(ui: &Ui, view: &View<'_>) -> f32 {
    let width = |(_, name): (Order, &str)| {
        let font = style::font(style::SMALL_PT, true);
        ui.painter().layout_no_wrap(name.to_owned(), font, view.palette.text).size().x
    };
    orders(view).map(width).iter().sum::<f32>() + 3.0 * 8.0 + 2.0 * 2.0
}

/// The order of the list: segments without a frame, the chosen one underlined.
fn order(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for (order, name) in orders(view) {
        let is_chosen = view.state.order == order;
        let color = if is_chosen { view.palette.accent } else { view.palette.secondary };
        let font = style::font(style::SMALL_PT, is_chosen);
        let galley = ui.painter().layout_no_wrap(name.to_owned(), font, color);
        let size = vec2(style::target_pt(ui, galley.size().x + 8.0), style::target_pt(ui, ROW_PT));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let full = match order {
            Order::Value => view.t.order_value(),
            Order::Name => view.t.order_name(),
            Order::Official => view.t.order_official(),
        };
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, full));
        if response.hovered() && !is_chosen {
            ui.painter().rect_filled(rect, 4, view.palette.hover_ground);
        }
        let at = rect.center() - galley.size() / 2.0;
        let under = at.y + galley.size().y + 1.0;
        let line = at.x..=at.x + galley.size().x;
        ui.painter().galley(at, galley, color);
        if is_chosen {
            ui.painter().hline(line, under, Stroke::new(1.5, color));
        }
        widgets::focus_ring(ui, &response, view.palette);
        if response.clicked() {
            pushed.actions.push(Action::SetOrder(order));
        }
        let id = response.id;
        response.on_hover_text(format!("{} {full}", view.t.list_sort()));
        // Its name says the same.
        ui.ctx().accesskit_node_builder(id, egui::accesskit::Node::clear_description);
    }
}

fn value_width(ui: &Ui, view: &View<'_>) -> f32 {
    let font = style::font(TEXT_PT, false);
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
    marks: &Marks,
    value_pt: f32,
) -> Picked {
    let palette = view.palette;
    let linked = view.linked;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), style::target_pt(ui, ROW_PT)));
    ui.spacing_mut().item_spacing.y = 1.0;
    let is_a = linked.selected == Some(row.region);
    let is_b = linked.compared == Some(row.region);
    let spoken = view.t.spoken_fact(row.name.as_str(), row.value.as_str());
    let id = ui.scope_id().with(("row", row.region));
    let response = group.mark(ui, id, rect, &spoken);
    group.tell_chosen(&response, is_a || is_b);
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
    let name_left = rect.left() + NAME_PT;
    let badge = if is_a { Some("A") } else { is_b.then_some("B") };
    let badge_pt = if badge.is_some() { 18.0 } else { 0.0 };
    // A name is never cut below this; a value longer than the rest of the row is.
    let least_name = (rect.width() * 0.3).min(NAME_PT + BAR_PT);
    let mut value = canvas.line(&row.value, Ink::plain(TEXT_PT, color));
    let value_room = rect.right() - name_left - least_name - badge_pt - 8.0;
    let mut is_cut = value.size().x > value_room;
    if is_cut {
        value = canvas.fitted(&row.value, Ink::plain(style::SMALL_PT, color), value_room);
    }
    let value_left = rect.right() - value.size().x;
    let mut job = widgets::marked(&row.name, marks, TEXT_PT, color);
    if is_a || is_b {
        widgets::embolden(&mut job);
    }
    job.wrap = TextWrapping::truncate_at_width(value_left - name_left - badge_pt - 8.0);
    let name = canvas.ui.painter().layout_job(job);
    is_cut |= name.elided;
    let name_right = name_left + name.size().x;
    canvas.put_middle(name_left, middle, name);
    canvas.put_middle(value_left, middle, value);
    if let Some(letter) = badge {
        let color = if is_a { palette.city_a } else { palette.city_b };
        let badge = canvas.line(letter, Ink::bold(style::SMALL_PT, color));
        canvas.put_middle(name_right + 6.0, middle, badge);
    }
    if let Some(fraction) = row.fraction {
        let bar_left = name_left + BAR_PT;
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
        let hint = view.t.hint_compare(widgets::command_key(ui.ctx()));
        let whole = format!("{spoken}\n{hint}");
        canvas::tooltip(&response, if is_cut { &whole } else { &hint });
    }
    picked
}
