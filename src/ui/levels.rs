//! Levels of regions: where the window stands among them, and what can be gone into.

use egui::Ui;

use super::{Pushed, View, parts_to_show, widgets};
use crate::{
    figure::{style, words},
    model::RegionIx,
    state::{Action, Command, Scope},
};

/// Draws the regions around, from the outermost, and offers the parts of the chosen one.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let data = view.data;
    if !data.has_levels() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 2.0);
        let mut path: Vec<RegionIx> = data.ancestry(data.root()).collect();
        path.reverse();
        for (at, region) in path.iter().enumerate() {
            if at > 0 {
                ui.label(widgets::quiet("›", view.palette));
            }
            let name = words::region(data, *region, view.t);
            if *region == data.root() {
                let text = widgets::bold(name, style::SMALL_PT).color(view.palette.text);
                ui.label(text);
            } else if widgets::hint(
                widgets::link(ui, view.palette, name, style::SMALL_PT),
                view,
                Command::GoUp,
            )
            .clicked()
            {
                pushed.actions.extend(into(view, *region));
            }
        }
        if let Some(region) = parts_to_show(data, view.scene, None) {
            let name = words::short(data, region, view.t);
            let offer = view.t.levels_show(data.children(region).len(), name);
            let link = widgets::link(ui, view.palette, &offer, style::SMALL_PT);
            if widgets::hint(link, view, Command::GoInto).clicked() {
                pushed.actions.extend(into(view, region));
            }
        }
    });
}

fn into(view: &View<'_>, region: RegionIx) -> Option<Action> {
    let id = view.data.region(region)?.id.clone();
    Some(Action::Scope(Scope::Into(id)))
}

/// Draws the regions of other levels that fit what is typed into the filter of the list.
pub fn elsewhere(ui: &mut Ui, view: &View<'_>, found: &[RegionIx], pushed: &mut Pushed) {
    if found.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(widgets::quiet(view.t.levels_elsewhere(), view.palette));
    for region in found {
        let name = words::region(view.data, *region, view.t);
        let around = view.data.region(*region).and_then(|it| it.parent);
        let around = around.map_or("", |it| words::region(view.data, it, view.t));
        let label = view.t.levels_found(around, name);
        if widgets::link(ui, view.palette, &label, style::BODY_PT).clicked()
            && let Some(region) = view.data.region(*region)
        {
            pushed.actions.push(Action::Select(region.id.clone()));
        }
    }
}
