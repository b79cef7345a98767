//! The side panel: indicator picker, map and city list, always in sight.

use egui::{Frame, Margin, Panel, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::{
    Pushed, View,
    list::{self, ListFilter},
    picker, theme, widgets,
};
use crate::{
    figure::{
        Picked, Swatch,
        canvas::Canvas,
        frame, map,
        roving::{self, GroupSpec, Moves},
        style,
    },
    model::Outlines,
    state::{Action, Command, MapKind},
};

/// Height of a row of tiles, in points.
const TILE_ROW_PT: f32 = 52.0;
/// The most height that outlines may take, in points.
const OUTLINES_PT: f32 = 236.0;

/// What is typed into the side panel.
#[derive(Clone, Debug, Default)]
pub struct SideFilters {
    /// The filter of the indicator picker.
    pub indicators: String,
    /// The filter of the list.
    pub list: ListFilter,
}

/// Draws the side panel on the left of `ui`.
pub fn show(ui: &mut Ui, view: &View<'_>, filters: &mut SideFilters, pushed: &mut Pushed) {
    let window = ui.ctx().content_rect();
    let is_narrow = window.width() < theme::NARROW_WINDOW_PT;
    let width = if is_narrow { theme::SIDE_NARROW_PT } else { theme::SIDE_PT };
    let frame = Frame::new().fill(view.palette.panel).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 10,
        bottom: 4,
    });
    Panel::left("side").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let width = ui.available_width();
        let picker = picker::Picker::of_indicator(view);
        picker::show(ui, view, &picker, width, &mut filters.indicators, pushed);
        ui.add_space(6.0);
        let is_low = window.height() < theme::LOW_WINDOW_PT;
        if is_low {
            // Map and list scroll together, so that neither is squeezed out of sight.
            scrolled(ui, |ui| {
                // Badges reach above the first row.
                ui.add_space(6.0);
                map_and_legend(ui, view, pushed);
                list::controls(ui, view, &mut filters.list, pushed);
                list::rows(ui, view, &mut filters.list, pushed);
            });
        } else {
            map_and_legend(ui, view, pushed);
            list::controls(ui, view, &mut filters.list, pushed);
            scrolled(ui, |ui| list::rows(ui, view, &mut filters.list, pushed));
        }
    });
}

/// Scrolls `add`, the bar in the panel's margin, where it covers no value.
fn scrolled(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let mut rect = ui.available_rect_before_wrap();
    rect.max.x += f32::from(theme::PAD_PT) - 4.0;
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        egui::ScrollArea::vertical().id_salt("side").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(width);
            add(ui);
        });
    });
}

fn map_and_legend(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let outlines = view.data.outlines().filter(|_| view.state.map == MapKind::Outlines);
    let places = &view.scene.map.places;
    let selected = |place: &map::Place| view.scene.selected == Some(place.region);
    let group = GroupSpec {
        salt: "map",
        role: Role::ListBox,
        name: view.t.map_spoken(),
        description: view.t.map_spoken_keys(),
        moves: Moves::Geography,
        start: places.iter().position(selected).unwrap_or(0),
        lang: view.state.lang,
    };
    let picked = roving::scope(ui, &group, view.palette, |ui, group| {
        let canvas = Canvas::new(ui, view.palette, 0.0).grouped(group);
        map_of(canvas, view, outlines)
    });
    view.follow(picked, pushed);
    legend(ui, view, pushed);
    if let Some(shapes) = outlines {
        let note = shapes.note.get(view.state.lang);
        let credit = shapes.credit.get(view.state.lang);
        ui.label(widgets::quiet(view.t.outlines_schematic(), view.palette))
            .on_hover_text(format!("{note}\n{credit}"));
    }
}

fn map_of(mut canvas: Canvas<'_>, view: &View<'_>, outlines: Option<&Outlines>) -> Picked {
    let mut picked = Picked::default();
    let width = canvas.width;
    if let Some(shapes) = outlines {
        let [shape_width, shape_height] = shapes.size;
        let fitting = (OUTLINES_PT * shape_width / shape_height.max(f32::EPSILON)).min(width);
        // Room for a badge above the northernmost city.
        canvas.gap(10.0);
        canvas.left += (width - fitting) / 2.0;
        map::outlines(&mut canvas, &view.scene.map, shapes, fitting, &view.linked, &mut picked);
        canvas.left -= (width - fitting) / 2.0;
    } else {
        map::tiles(&mut canvas, &view.scene.map, width, TILE_ROW_PT, &view.linked, &mut picked);
    }
    canvas.gap(2.0);
    canvas.finish();
    picked
}

fn legend(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let (reported, missing) = view.scene.coverage;
    ui.horizontal(|ui| {
        sample(ui, view, Swatch::Value);
        ui.label(widgets::quiet(view.t.side_reported(reported), view.palette));
        if missing > 0 {
            ui.add_space(4.0);
            sample(ui, view, Swatch::Missing);
            ui.label(widgets::quiet(view.t.side_missing(missing), view.palette));
        }
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            if view.data.outlines().is_some() && view.data.tile_grid().is_some() {
                let (text, map) = match view.state.map {
                    MapKind::Tiles => (view.t.map_to_outlines(), MapKind::Outlines),
                    MapKind::Outlines => (view.t.map_to_tiles(), MapKind::Tiles),
                };
                let link = widgets::link(ui, view.palette, text, style::SMALL_PT);
                if widgets::hint(link, view, Command::ToggleMap).clicked() {
                    pushed.actions.push(Action::SetMap(map));
                }
            }
        });
    });
}

fn sample(ui: &mut Ui, view: &View<'_>, swatch: Swatch) {
    let (rect, response) = ui.allocate_exact_size(vec2(14.0, 10.0), Sense::empty());
    response.widget_info(|| WidgetInfo::new(Role::GenericContainer));
    let canvas = Canvas::new(ui, view.palette, 0.0);
    frame::swatch(&canvas, swatch, rect);
}
