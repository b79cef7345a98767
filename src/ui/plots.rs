//! The plots tab: one figure, and the choice of figures, the impossible ones greyed with a reason.

use egui::Ui;

use super::{Pushed, View, main_area, widgets};
use crate::state::{Action, Command};

/// Draws the choice of figures and the chosen one.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (kind, why_not) in &view.scene.possible {
            let is_chosen = view.state.figure == *kind;
            let is_possible = why_not.is_none() || is_chosen;
            let response =
                widgets::pill(ui, view.palette, kind.name(view.t), is_chosen, is_possible);
            if response.clicked() {
                pushed.actions.push(Action::SetFigure(*kind));
            }
            let shows = || view.t.named_value(view.t.palette_figures(), kind.name(view.t));
            response.on_hover_text(why_not.clone().unwrap_or_else(shows));
        }
        if view.scene.allows_per_residents {
            ui.add_space(8.0);
            let mut is_on = view.state.is_per_residents;
            let switch = ui.checkbox(&mut is_on, view.t.per_10k_switch());
            if widgets::hint(switch, view, Command::TogglePerResidents).clicked() {
                pushed.actions.push(Action::TogglePerResidents);
            }
        }
    });
    ui.add_space(10.0);
    main_area::current_figure(ui, view, pushed);
    reasons(ui, view);
}

/// Why some figures are greyed, in words, for those who cannot hover.
fn reasons(ui: &mut Ui, view: &View<'_>) {
    let impossible =
        view.scene.possible.iter().filter_map(|(kind, why)| Some((kind, why.as_ref()?)));
    let lines: Vec<String> = impossible
        .filter(|(kind, _)| **kind != view.state.figure)
        .map(|(kind, why)| view.t.named_value(kind.name(view.t), why.as_str()))
        .collect();
    if lines.is_empty() {
        return;
    }
    ui.add_space(16.0);
    ui.label(widgets::quiet(view.t.impossible_heading(), view.palette));
    for line in lines {
        ui.add(egui::Label::new(widgets::quiet(line, view.palette)).wrap());
    }
}
