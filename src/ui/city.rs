//! The city tab: what one city achieved and what it reports.

use egui::{Rect, RichText, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{
    Pushed, View,
    scene::{FigureItem, HighlightItem},
    trail, widgets,
};
use crate::{
    figure::{
        canvas::{Canvas, Ink},
        style,
    },
    model::RegionIx,
    state::{Action, OpenFigure, TrailEnd},
};

/// Below this width highlights and figures stand one below the other, in points.
const TWO_COLUMNS_PT: f32 = 700.0;

/// Width of the themes beside headlines, in points.
const THEME_PT: f32 = 92.0;

/// Draws the chosen city's highlights and figures.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let city = &view.scene.city;
    if view.scene.selected.is_none() {
        ui.add_space(24.0);
        widgets::heading(ui, view.t.city_choose(), style::HEADING_PT, 2);
        return;
    }
    widgets::heading(ui, city.name.as_str(), style::TITLE_PT, 2);
    ui.label(RichText::new(city.summary.as_str()).color(view.palette.secondary));
    ui.add_space(10.0);
    let width = ui.available_width();
    if width < TWO_COLUMNS_PT {
        highlights(ui, view, pushed);
        ui.add_space(16.0);
        figures(ui, view, pushed);
        return;
    }
    let gap = 28.0;
    let left = (width - gap) * 0.56;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(left);
            highlights(ui, view, pushed);
        });
        ui.vertical(|ui| {
            ui.set_width(width - gap - left);
            figures(ui, view, pushed);
        });
    });
}

fn heading(ui: &mut Ui, view: &View<'_>, text: &str) {
    widgets::heading(ui, text, style::HEADING_PT, 3);
    ui.add_space(2.0);
    line(ui, view);
}

fn line(ui: &mut Ui, view: &View<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::empty());
    ui.painter().rect_filled(rect, 0, view.palette.hairline);
}

fn highlights(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    heading(ui, view, view.t.highlights_heading());
    for item in &view.scene.city.highlights {
        highlight(ui, view, item, pushed);
    }
    if view.scene.city.highlights.is_empty() {
        ui.label(widgets::quiet(view.t.highlights_none(), view.palette));
    }
}

fn highlight(ui: &mut Ui, view: &View<'_>, item: &HighlightItem, pushed: &mut Pushed) {
    let palette = view.palette;
    if let Some(theme) = &item.theme {
        ui.add_space(8.0);
        ui.label(
            RichText::new(theme).font(style::font(style::SMALL_PT, true)).color(palette.accent),
        );
    }
    ui.add_space(2.0);
    let first = widgets::marked_text(ui, &item.headline, &item.headline_marks, true, palette);
    let last = widgets::marked_text(ui, &item.text, &item.text_marks, false, palette);
    trail::arrive(ui, view, &TrailEnd::Highlight(item.highlight.at()), first.rect.union(last.rect));
    ui.label(widgets::quiet(item.place.as_str(), palette));
    for (words, open) in &item.figures {
        if widgets::link(ui, palette, words, style::SMALL_PT).clicked() {
            show_source(open, pushed);
        }
    }
    ui.add_space(6.0);
}

fn show_source(open: &OpenFigure, pushed: &mut Pushed) {
    pushed.actions.push(Action::SetIndicator(open.indicator.clone()));
    pushed.actions.push(Action::OpenSource(open.clone()));
}

fn figures(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    heading(ui, view, view.t.figures_heading());
    for item in &view.scene.city.figures {
        if let Some(theme) = &item.heading {
            ui.add_space(8.0);
            let font = style::font(style::SMALL_PT, true);
            ui.label(RichText::new(theme).font(font).color(view.palette.accent));
        }
        figure_row(ui, view, item, pushed);
    }
}

fn figure_row(ui: &mut Ui, view: &View<'_>, item: &FigureItem, pushed: &mut Pushed) {
    let palette = view.palette;
    let width = ui.available_width();
    let canvas = Canvas::new(ui, palette, 0.0);
    let name = if item.name_marks.is_empty() {
        canvas.layout(&item.name, Ink::plain(style::BODY_PT, palette.text), width * 0.52)
    } else {
        let mut job = widgets::marked(&item.name, &item.name_marks, style::BODY_PT, palette.text);
        job.wrap.max_width = width * 0.52;
        canvas.ui.painter().layout_job(job)
    };
    let half = name.size().x;
    let value =
        canvas.layout(&item.value, Ink::bold(style::BODY_PT, palette.text), width - half - 12.0);
    let small = Ink::plain(style::SMALL_PT, palette.secondary);
    let change = canvas.layout(&item.change, small, width - half - 12.0);
    let change_pt = if item.change.is_empty() { 0.0 } else { change.size().y };
    let values_pt = value.size().y + change_pt;
    let height = name.size().y.max(values_pt) + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    trail::arrive(ui, view, &TrailEnd::Figure(item.open.clone()), rect);
    let parts: Vec<&str> = [item.value.as_str(), item.change.as_str()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let spoken = view.t.named_value(item.name.as_str(), parts.join(view.t.sentence_mark()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let is_open = view.state.open.as_ref() == Some(&item.open);
    if response.hovered() || is_open {
        let ground = if is_open { palette.accent_ground } else { palette.hover_ground };
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4, ground);
    }
    let canvas = Canvas::new(ui, palette, 0.0);
    canvas.put_middle(rect.left(), rect.center().y, name);
    let top = rect.center().y - values_pt / 2.0;
    let value = canvas.put(pos2(rect.right() - value.size().x, top), value);
    if !item.change.is_empty() {
        canvas.put(pos2(rect.right() - change.size().x, value.bottom()), change);
    }
    let under = Rect::from_min_size(pos2(rect.left(), rect.bottom()), vec2(width, 1.0));
    canvas.ui.painter().rect_filled(under, 0, palette.hairline);
    widgets::focus_ring(ui, &response, palette);
    if response.clicked() {
        show_source(&item.open, pushed);
    }
    response.on_hover_text(item.place.as_str());
}

/// The headlines of a region's highlights, each under its theme.
pub fn headlines(ui: &mut Ui, view: &View<'_>, region: RegionIx) {
    let lang = view.state.lang;
    for (_, item) in view.data.highlights_of(region) {
        line(ui, view);
        let theme = view.data.theme(item.theme).map_or("", |it| it.name.get(lang));
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(THEME_PT, 20.0), |ui| {
                ui.set_width(THEME_PT);
                widgets::text(ui, theme, style::SMALL_PT, false, view.palette.secondary);
            });
            let headline = item.headline.get(lang);
            widgets::text(ui, headline, style::BODY_PT, false, view.palette.text)
                .on_hover_text(item.text.get(lang));
        });
    }
}
