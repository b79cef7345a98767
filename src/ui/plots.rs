//! The plots tab: one figure with what steers it, and the choice of figures, the impossible ones
//! greyed with a reason and with what would work instead.

use egui::Ui;

use super::{
    Pushed, View, main_area,
    picker::{self, Picker},
    scene::{AxisScene, FigureChoice},
    widgets,
};
use crate::{
    analysis::{Axis, Order},
    figure::{
        Body, FigureKind,
        scatter::{STEP, ScatterBody, Viewport},
        style,
    },
    state::{Action, Command},
};

/// The most width of an axis' picker, in points.
const PICKER_PT: f32 = 300.0;
/// Height of an axis' picker with its label, in points.
const PICKER_ROW_PT: f32 = 54.0;
/// Room for the buttons beside the pickers, in points.
const STEERING_PT: f32 = 280.0;
/// From this width on pickers and buttons stand in one row, in points.
const ONE_ROW_PT: f32 = 760.0;

/// Draws the choice of figures and the chosen one. `filters` are the texts typed into the pickers of
/// a scatter plot's axes.
pub fn show(ui: &mut Ui, view: &View<'_>, filters: &mut [String; 2], pushed: &mut Pushed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        kinds(ui, view, pushed);
        if view.scene.allows_per_residents {
            ui.add_space(8.0);
            let mut is_on = view.state.is_per_residents;
            let switch = ui.checkbox(&mut is_on, view.t.per_10k_switch());
            if widgets::hint(switch, view, Command::TogglePerResidents).clicked() {
                pushed.actions.push(Action::TogglePerResidents);
            }
        }
    });
    ui.add_space(8.0);
    match (view.state.figure, &view.scene.axes) {
        (FigureKind::Ranking, _) => sort(ui, view, pushed),
        (FigureKind::Scatter, Some(axes)) => steer(ui, view, axes, filters, pushed),
        _ => {}
    }
    main_area::current_figure(ui, view, pushed);
    let chosen = view.scene.choices.iter().find(|it| it.kind == view.state.figure);
    if let Some(chosen) = chosen {
        offers(ui, view, chosen, pushed);
    }
    reasons(ui, view, pushed);
}

fn kinds(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    for FigureChoice { kind, why_not, .. } in &view.scene.choices {
        let is_chosen = view.state.figure == *kind;
        let is_possible = why_not.is_none() || is_chosen;
        let response = widgets::pill(ui, view.palette, kind.name(view.t), is_chosen, is_possible);
        if response.clicked() {
            pushed.actions.push(Action::SetFigure(*kind));
        }
        let shows = || view.t.named_value(view.t.palette_figures(), kind.name(view.t));
        response.on_hover_text(why_not.clone().unwrap_or_else(shows));
    }
}

/// The order of the cities, beside the figure that it orders.
fn sort(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let orders = [Order::Value, Order::Name, Order::Official];
    let t = view.t;
    let names = [t.order_value(), t.order_name(), t.order_official()];
    ui.horizontal(|ui| {
        ui.label(widgets::quiet(t.plots_sort(), view.palette));
        let mut items = names.map(|name| (name, false));
        for ((_, is_chosen), order) in items.iter_mut().zip(orders) {
            *is_chosen = view.state.order == order;
        }
        if let Some(order) =
            widgets::segments(ui, view.palette, &items).and_then(|at| orders.get(at))
        {
            pushed.actions.push(Action::SetOrder(*order));
        }
    });
    ui.add_space(8.0);
}

/// What steers a scatter plot: both axes, and how closely it is looked at.
fn steer(
    ui: &mut Ui,
    view: &View<'_>,
    axes: &[AxisScene; 2],
    filters: &mut [String; 2],
    pushed: &mut Pushed,
) {
    let room = ui.available_width();
    let is_one_row = room >= ONE_ROW_PT;
    let pickers_pt = if is_one_row { room - STEERING_PT } else { room };
    let width = ((pickers_pt - 12.0) / 2.0).min(PICKER_PT);
    let layout = egui::Layout::left_to_right(egui::Align::Max);
    // Labels over the pickers are text of one line.
    let height = PICKER_ROW_PT;
    ui.allocate_ui_with_layout(egui::vec2(room, height), layout, |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for ((axis, filter), side) in axes.iter().zip(filters).zip(Axis::ALL) {
            let size = egui::vec2(width, height);
            ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
                axis_picker(ui, view, (axis, side, width), filter, pushed);
            });
        }
        if is_one_row {
            swap_and_zoom(ui, view, pushed);
        }
    });
    if !is_one_row {
        ui.add_space(6.0);
        ui.horizontal(|ui| swap_and_zoom(ui, view, pushed));
    }
    ui.add_space(10.0);
}

fn swap_and_zoom(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let swap = ui.button(view.t.plots_swap_axes());
    if widgets::hint(swap, view, Command::SwapAxes).clicked() {
        pushed.actions.push(Action::SwapAxes);
    }
    if let Some(Ok(content)) = &view.scene.figure
        && let Body::Scatter(body) = &content.body
    {
        zoom(ui, view, body);
    }
}

fn axis_picker(
    ui: &mut Ui,
    view: &View<'_>,
    (axis, side, width): (&AxisScene, Axis, f32),
    filter: &mut String,
    pushed: &mut Pushed,
) {
    let (name, action): (_, fn(String) -> Action) = match side {
        Axis::X => (view.t.plots_axis_x(), Action::SetIndicator),
        Axis::Y => (view.t.plots_axis_y(), Action::SetIndicatorY),
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(widgets::quiet(name, view.palette));
    let picker = Picker {
        name,
        spoken: view.t.plots_axis_spoken(name, axis.name.as_str()),
        chosen: axis.chosen.as_deref(),
        chosen_name: &axis.name,
        definition: &axis.definition,
        rows: &axis.rows,
        action,
    };
    picker::show(ui, view, &picker, width, filter, pushed);
}

/// Closer, farther, everything.
fn zoom(ui: &mut Ui, view: &View<'_>, body: &ScatterBody) {
    let (t, palette) = (view.t, view.palette);
    ui.spacing_mut().item_spacing.x = 4.0;
    let viewport = Viewport::load(ui.ctx(), body);
    let is_close = !viewport.is_whole();
    let middle = [0.5, 0.5];
    let mut next = viewport;
    if widgets::sign_button(ui, palette, "+", t.command_zoom_in(), true).clicked() {
        next = viewport.zoomed(STEP, middle);
    }
    if widgets::sign_button(ui, palette, "−", t.command_zoom_out(), is_close).clicked() {
        next = viewport.zoomed(1.0 / STEP, middle);
    }
    let reset = ui.add_enabled(is_close, egui::Button::new(t.plots_zoom_reset()));
    let reset =
        reset.on_hover_text(t.plots_zoom_hint()).on_disabled_hover_text(t.plots_zoom_hint());
    if reset.clicked() {
        next = Viewport::default();
    }
    if next != viewport {
        next.store(ui.ctx(), body);
        ui.ctx().request_repaint();
    }
}

/// What would work instead of a figure that cannot be drawn.
fn offers(ui: &mut Ui, view: &View<'_>, choice: &FigureChoice, pushed: &mut Pushed) {
    if choice.offers.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(12.0, 0.0);
        ui.label(widgets::quiet(view.t.plots_instead(), view.palette));
        for (name, offer) in &choice.offers {
            if widgets::link(ui, view.palette, name, style::SMALL_PT).clicked() {
                pushed.actions.push(Action::Show(offer.clone()));
            }
        }
    });
}

/// Why some figures are greyed, in words, for those who cannot hover, and what would work.
fn reasons(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let is_other = |it: &&FigureChoice| it.kind != view.state.figure && it.why_not.is_some();
    let impossible: Vec<&FigureChoice> = view.scene.choices.iter().filter(is_other).collect();
    if impossible.is_empty() {
        return;
    }
    ui.add_space(16.0);
    ui.label(widgets::quiet(view.t.impossible_heading(), view.palette));
    for choice in impossible {
        let why = choice.why_not.as_deref().unwrap_or_default();
        ui.add_space(4.0);
        let line = view.t.named_value(choice.kind.name(view.t), why);
        widgets::text(ui, &line, style::SMALL_PT, false, view.palette.secondary);
        offers(ui, view, choice, pushed);
    }
}
