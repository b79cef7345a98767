//! The side panel: indicator picker, map and city list, always in sight.

use egui::{Frame, Margin, Panel, Ui};

use super::{
    Pushed, View,
    focus::{self, Part},
    levels,
    list::{self, ListFilter},
    map::{self, MapPanel},
    periods, picker,
    reflow::Front,
    theme,
};

/// What is typed into the side panel.
#[derive(Clone, Debug, Default)]
pub struct SideFilters {
    /// The filter of the indicator picker.
    pub indicators: String,
    /// The filter of the list.
    pub list: ListFilter,
}

/// Draws the side panel on the left of `ui`.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    filters: &mut SideFilters,
    panel: &mut MapPanel,
    pushed: &mut Pushed,
) {
    let window = ui.ctx().content_rect();
    let is_narrow = window.width() < theme::NARROW_WINDOW_PT;
    let width = if is_narrow { theme::SIDE_NARROW_PT } else { theme::SIDE_PT };
    let frame = Frame::new().fill(view.palette.panel).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 8,
        bottom: 0,
    });
    let content = |ui: &mut Ui| parts(ui, view, filters, panel, pushed);
    match view.front {
        None => {
            let side = Panel::left("side").exact_size(width).resizable(false);
            side.frame(frame).show(ui, content);
        }
        Some(Front::Side) => {
            egui::CentralPanel::no_frame().frame(frame).show(ui, content);
        }
        Some(_) => {}
    }
}

/// Picker, map and list, one below the other.
fn parts(
    ui: &mut Ui,
    view: &View<'_>,
    filters: &mut SideFilters,
    panel: &mut MapPanel,
    pushed: &mut Pushed,
) {
    let window = ui.ctx().content_rect();
    ui.spacing_mut().item_spacing.y = 2.0;
    focus::begin(ui, Part::Map, view.t);
    let width = ui.available_width();
    let picker = picker::Picker::of_indicator(view);
    picker::show(ui, view, &picker, width, &mut filters.indicators, pushed);
    periods::show(ui, view, pushed);
    ui.add_space(4.0);
    let is_low = window.height() < theme::LOW_WINDOW_PT;
    if is_low {
        // Map and list scroll together, so that neither is squeezed out of sight.
        scrolled(ui, |ui| {
            map::show(ui, view, panel, pushed);
            cities(ui, view, &mut filters.list, pushed, false);
        });
    } else {
        map::show(ui, view, panel, pushed);
        cities(ui, view, &mut filters.list, pushed, true);
    }
}

/// The list with what narrows and orders it; with `is_scrolled` its rows scroll below that.
fn cities(
    ui: &mut Ui,
    view: &View<'_>,
    filter: &mut ListFilter,
    pushed: &mut Pushed,
    is_scrolled: bool,
) {
    ui.scope(|ui| {
        focus::begin(ui, Part::List, view.t);
        levels::show(ui, view, pushed);
        list::controls(ui, view, filter, pushed);
        if is_scrolled {
            scrolled(ui, |ui| list::rows(ui, view, filter, pushed));
        } else {
            list::rows(ui, view, filter, pushed);
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
            focus::reveal(ui);
        });
    });
}
