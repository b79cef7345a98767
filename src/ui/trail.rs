//! Where a search has led: what is marked, how to unmark it, and bringing it into sight once.

use egui::{Align, Id, Rect, Stroke, StrokeKind, Ui, vec2};

use super::{Pushed, View, theme, widgets};
use crate::{
    figure::style,
    state::{Action, Trail, TrailEnd},
};

/// The words that are marked, and a way to be rid of the marks.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let Some(trail) = &view.state.trail else { return };
    let margin = egui::Margin::symmetric(theme::MAIN_PAD_PT, 4);
    egui::Frame::new().fill(view.palette.accent_ground).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let words = view.t.trail_marked(trail.words.as_str());
            ui.label(widgets::bold(words, style::SMALL_PT));
            let forget = view.t.trail_forget();
            if widgets::link(ui, view.palette, forget, style::SMALL_PT).clicked() {
                pushed.actions.push(Action::ForgetTrail);
            }
        });
    });
}

/// Frames `rect` if the trail leads to what stands there, and scrolls to it when it first does.
pub fn arrive(ui: &Ui, view: &View<'_>, end: &TrailEnd, rect: Rect) {
    let Some(trail) = view.state.trail.as_ref().filter(|it| it.end.as_ref() == Some(end)) else {
        return;
    };
    let edge = Stroke::new(1.5, view.palette.accent);
    let frame = rect.expand2(vec2(7.0, 4.0));
    ui.painter().rect_stroke(frame, style::RADIUS_PT, edge, StrokeKind::Outside);
    let id = Id::unique("end of the trail");
    let is_there = ui.data(|it| it.get_temp::<Trail>(id).as_ref() == Some(trail));
    if !is_there {
        ui.data_mut(|it| it.insert_temp(id, trail.clone()));
        ui.scroll_to_rect(rect, Some(Align::Center));
        ui.ctx().request_repaint();
    }
}
