//! The source drawer and the status bar.

use egui::{Frame, Label, Margin, Panel, RichText, Ui, UiBuilder, vec2};

use super::{Pushed, View, theme, widgets};
use crate::{figure::style, state::Command};

/// Draws drawer and status bar at the bottom of `ui`.
pub fn show(ui: &mut Ui, view: &View<'_>, notice: Option<&str>, pushed: &mut Pushed) {
    status(ui, view, notice, pushed);
    let is_low = ui.ctx().content_rect().height() < theme::LOW_WINDOW_PT;
    let height = if is_low { theme::DRAWER_LOW_PT } else { theme::DRAWER_PT };
    let frame = Frame::new().fill(view.palette.panel).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 8,
        bottom: 6,
    });
    Panel::bottom("drawer").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
        let drawer = &view.scene.drawer;
        let width = ui.available_width();
        let has_notes = !drawer.notes.is_empty();
        let shares = if has_notes { [0.30, 0.42, 0.28] } else { [0.34, 0.66, 0.0] };
        let mut left = ui.max_rect().left();
        let columns: [&dyn Fn(&mut Ui); 3] =
            [&|ui| figure(ui, view), &|ui| place(ui, view), &|ui| {
                notes(ui, view);
            }];
        for (share, draw) in shares.into_iter().zip(columns) {
            if share <= 0.0 {
                continue;
            }
            let size = vec2(width * share - 16.0, ui.max_rect().height());
            let rect = egui::Rect::from_min_size(egui::pos2(left, ui.max_rect().top()), size);
            ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(share.to_bits()), |ui| {
                egui::ScrollArea::vertical().id_salt("column").auto_shrink(false).show(ui, draw);
            });
            left += width * share;
        }
    });
}

fn figure(ui: &mut Ui, view: &View<'_>) {
    let (drawer, palette) = (&view.scene.drawer, view.palette);
    ui.spacing_mut().item_spacing.y = 2.0;
    let heading = widgets::quiet(drawer.heading.as_str(), palette);
    ui.add(Label::new(heading).truncate());
    // A fact is a phrase, not a number; it reads better at the size of a heading.
    let is_low = ui.ctx().content_rect().height() < theme::LOW_WINDOW_PT;
    let size_pt = match (drawer.value.chars().count() > 18, is_low) {
        (true, true) => style::BODY_PT,
        (true, false) => style::HEADING_PT,
        (false, _) => style::LARGE_PT,
    };
    widgets::text(ui, &drawer.value, size_pt, true, palette.text);
    widgets::text(ui, &drawer.printed, style::BODY_PT, false, palette.secondary);
}

fn place(ui: &mut Ui, view: &View<'_>) {
    let (drawer, palette) = (&view.scene.drawer, view.palette);
    ui.spacing_mut().item_spacing.y = 2.0;
    let is_definition = drawer.place.is_empty();
    let label = if is_definition { view.t.drawer_definition() } else { view.t.drawer_place() };
    ui.label(widgets::quiet(label, palette));
    if !drawer.place.is_empty() {
        widgets::text(ui, &drawer.place, style::BODY_PT, false, palette.text);
    }
    widgets::text(ui, &drawer.also, style::BODY_PT, false, palette.secondary);
}

fn notes(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(widgets::quiet(view.t.drawer_note(), view.palette));
    for note in &view.scene.drawer.notes {
        widgets::text(ui, note, style::BODY_PT, false, view.palette.care);
    }
}

fn status(ui: &mut Ui, view: &View<'_>, notice: Option<&str>, pushed: &mut Pushed) {
    let frame = Frame::new().fill(view.palette.surface).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 2,
        bottom: 2,
    });
    Panel::bottom("status").exact_size(theme::STATUS_PT).resizable(false).frame(frame).show(
        ui,
        |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                if let Some(notice) = notice {
                    let text = RichText::new(notice).font(style::font(style::SMALL_PT, true));
                    ui.add(Label::new(text.color(view.palette.accent)).truncate());
                } else {
                    let title = view.data.title().get(view.state.lang);
                    ui.label(widgets::quiet(title, view.palette));
                    ui.label(widgets::quiet(view.scene.status.as_str(), view.palette));
                }
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    let open = widgets::link(ui, view.palette, view.origin, style::SMALL_PT)
                        .on_hover_text(Command::Open.name(view.t));
                    if open.clicked() {
                        pushed.actions.push(Command::Open.action());
                    }
                });
            });
        },
    );
}
