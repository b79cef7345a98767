//! Headline figures as cards: a large number, what it counts, when, and where it is printed.

use egui::{Rect, pos2, vec2};

use super::{Pushed, View, answer, heading};
use crate::{
    figure::{
        canvas::{self, Canvas, Ink},
        style,
    },
    state::Action,
    ui::scene::CardItem,
};

/// Space between cards, in points.
const GAP_PT: f32 = 20.0;
/// The least width of a card, in points.
const LEAST_PT: f32 = 164.0;
/// Height of a card's value, in points.
const VALUE_PT: f32 = 30.0;

/// Draws the cards in as many columns as fit.
pub(super) fn draw(canvas: &mut Canvas<'_>, view: &View<'_>, pushed: &mut Pushed) {
    let home = &view.scene.home;
    if home.cards.is_empty() {
        return;
    }
    heading(canvas, &home.cards_heading, "");
    let fitting = ((canvas.width + GAP_PT) / (LEAST_PT + GAP_PT)).floor() as usize;
    // Rows of equal length look better than one long and one short.
    let rows = home.cards.len().div_ceil(fitting.clamp(1, 4));
    let columns = home.cards.len().div_ceil(rows);
    let width = (canvas.width - GAP_PT * (columns as f32 - 1.0)) / columns as f32;
    for (at, row) in home.cards.chunks(columns).enumerate() {
        if at > 0 {
            canvas.gap(2.0);
            canvas.hairline();
        }
        let height = row.iter().map(|it| height(canvas, it, width)).fold(0.0, f32::max);
        for (column, item) in row.iter().enumerate() {
            let left = canvas.left + (width + GAP_PT) * column as f32;
            let rect = Rect::from_min_size(pos2(left, canvas.y), vec2(width, height));
            card(canvas, view, (at * columns + column, item), rect, pushed);
        }
        canvas.gap(height);
    }
}

fn height(canvas: &Canvas<'_>, item: &CardItem, width: f32) -> f32 {
    let ink = Ink::plain(style::SMALL_PT, canvas.palette.text);
    6.0 + VALUE_PT + canvas.layout(&item.name, ink, width).size().y + 18.0 + 6.0
}

fn card(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    (at, item): (usize, &CardItem),
    rect: Rect,
    pushed: &mut Pushed,
) {
    let palette = canvas.palette;
    let ground = rect.expand2(vec2(8.0, 0.0));
    let response = canvas.mark(("card", at), rect, &item.spoken);
    let is_open = view.state.open.as_ref() == Some(&item.open);
    if response.hovered() || is_open {
        let color = if is_open { palette.accent_ground } else { palette.hover_ground };
        canvas.ui.painter().rect_filled(ground, style::RADIUS_PT, color);
    }
    let size_pt = [style::LARGE_PT, 18.0, style::HEADING_PT];
    let value = size_pt
        .into_iter()
        .map(|size_pt| canvas.line(&item.value, Ink::bold(size_pt, palette.text)))
        .find(|galley| galley.size().x <= rect.width())
        .unwrap_or_else(|| canvas.fitted(&item.value, Ink::bold(14.0, palette.text), rect.width()));
    let mut y = rect.top() + 6.0;
    canvas.put(pos2(rect.left(), y + VALUE_PT - 2.0 - value.size().y), value);
    y += VALUE_PT;
    let name = canvas.layout(&item.name, Ink::plain(style::SMALL_PT, palette.text), rect.width());
    y = canvas.put(pos2(rect.left(), y), name).bottom() + 1.0;
    let mut left = rect.left();
    if let Some(completion) = &item.completion {
        let ink = Ink::bold(style::SMALL_PT, palette.accent);
        let galley = canvas.fitted(completion, ink, rect.width());
        left = canvas.put(pos2(left, y), galley).right() + 8.0;
    }
    // The place gives way before the period; both stand in the tooltip and the source drawer.
    let quiet = Ink::plain(style::SMALL_PT, palette.secondary);
    let details = [&item.detail, &item.period].map(|text| canvas.line(text, quiet));
    let room = rect.right() - left;
    if let Some(detail) = details.into_iter().find(|galley| galley.size().x <= room) {
        canvas.put(pos2(left, y), detail);
    }
    answer(&response, None, &Action::Follow(item.open.clone()), view, pushed);
    canvas::tooltip(&response, &format!("{}\n{}\n{}", item.name, item.value, item.detail));
}
