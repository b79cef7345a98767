//! Comparisons worth making: whom, what, and whether they compare.

use egui::{pos2, vec2};

use super::{Pushed, View, answer, heading};
use crate::{
    figure::{
        canvas::{Canvas, Ink},
        comparison::{Tone, chip},
        style,
    },
    ui::scene::SuggestionItem,
};

/// Width of the first column, in points.
const TITLE_PT: f32 = 168.0;
/// Below this width a suggestion takes two lines, in points.
const ONE_LINE_PT: f32 = 700.0;

/// Draws a row a suggestion.
pub(super) fn draw(canvas: &mut Canvas<'_>, view: &View<'_>, pushed: &mut Pushed) {
    heading(canvas, view.t.home_suggestions_heading(), "");
    let items = &view.scene.home.suggestions;
    if items.is_empty() {
        canvas.gap(4.0);
        let ink = Ink::plain(style::BODY_PT, canvas.palette.secondary);
        canvas.paragraph(view.t.home_suggestions_none(), ink);
    }
    let chips = items.iter().map(|item| {
        let ink = Ink::plain(style::SMALL_PT, canvas.palette.text);
        canvas.line(&item.verdict, ink).size().x + 20.0
    });
    let chip_pt = chips.fold(0.0, f32::max);
    for (at, item) in items.iter().enumerate() {
        row(canvas, view, (at, item), chip_pt, pushed);
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    (at, item): (usize, &SuggestionItem),
    chip_pt: f32,
    pushed: &mut Pushed,
) {
    let palette = canvas.palette;
    let is_wide = canvas.width >= ONE_LINE_PT;
    let title = canvas.line(&item.title, Ink::bold(13.0, palette.text));
    let left = if is_wide { TITLE_PT.max(title.size().x + 16.0) } else { 0.0 };
    let room = canvas.width - chip_pt - 16.0 - left;
    let sentence = canvas.layout(&item.sentence, Ink::plain(13.0, palette.secondary), room);
    let own = if is_wide { 0.0 } else { title.size().y };
    let height = (own + sentence.size().y + 10.0).max(30.0);
    let rect = canvas.row_rect(height);
    let spoken = [item.title.as_str(), item.sentence.as_str(), item.verdict.as_str()]
        .join(view.t.list_mark());
    let response = canvas.mark(("suggestion", at), rect, &spoken);
    if response.hovered() {
        let ground = rect.expand2(vec2(8.0, 0.0));
        canvas.ui.painter().rect_filled(ground, style::RADIUS_PT, palette.hover_ground);
    }
    if is_wide {
        canvas.put_middle(rect.left(), rect.center().y, title);
        canvas.put_middle(rect.left() + left, rect.center().y, sentence);
    } else {
        let top = canvas.put(pos2(rect.left(), rect.top() + 5.0), title).bottom();
        canvas.put(pos2(rect.left(), top), sentence);
    }
    let tone = if item.is_direct { Tone::Good } else { Tone::Care };
    chip(canvas, &item.verdict, tone, rect.right(), rect.center().y);
    answer(&response, None, &item.action, view, pushed);
    canvas.gap(height);
    canvas.hairline();
}
