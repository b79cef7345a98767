//! City by theme: how many figures and highlights each city has under each theme.

use egui::{Rect, Stroke, pos2, vec2};

use super::{
    Pushed, View, answer, heading,
    heads::{self, Columns},
};
use crate::{
    figure::{
        canvas::{self, Canvas, Ink},
        ranking, style,
    },
    ui::scene::ThemeItem,
};

/// Height of a row, in points.
const ROW_PT: f32 = 24.0;

/// Draws the matrix.
pub(super) fn draw(canvas: &mut Canvas<'_>, view: &View<'_>, pushed: &mut Pushed) {
    if view.scene.home.themes.is_empty() {
        return;
    }
    heading(canvas, view.t.home_themes_heading(), view.t.home_themes_legend());
    let columns = Columns::new(canvas, view);
    heads::draw(canvas, view, &columns, pushed);
    for (at, item) in view.scene.home.themes.iter().enumerate() {
        row(canvas, view, (at, item), &columns, pushed);
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    (at, item): (usize, &ThemeItem),
    columns: &Columns,
    pushed: &mut Pushed,
) {
    let palette = canvas.palette;
    let ink = Ink::plain(style::SMALL_PT, palette.text);
    let label = canvas.layout(&item.name, ink, columns.label_pt - 8.0);
    let height = (label.size().y + 6.0).max(style::target_pt(canvas.ui, ROW_PT));
    let rect = canvas.row_rect(height);
    let area = Rect::from_min_size(rect.min, vec2(columns.label_pt, height));
    let response = canvas.mark(("theme", at), area, &item.name);
    if response.hovered() {
        canvas.ui.painter().rect_filled(area, 0, palette.hover_ground);
    }
    canvas.put_middle(rect.left(), rect.center().y, label);
    answer(&response, None, &item.action, view, pushed);
    canvas::tooltip(&response, &view.t.home_hint_theme(item.name.as_str()));
    for (column, (head, cell)) in view.scene.home.heads.iter().zip(&item.cells).enumerate() {
        let area = columns.rect(column, canvas.y, height);
        if let Some(color) = ranking::lit(canvas, head.region, &view.linked) {
            canvas.ui.painter().rect_filled(area, 0, color);
        }
        let (figures, highlights, spoken) = cell;
        if figures + highlights == 0 {
            missing(canvas, area);
            continue;
        }
        let response = canvas.mark(("theme cell", at, column), area, spoken);
        if response.hovered() {
            let stroke = Stroke::new(1.0, palette.outline);
            let kind = egui::StrokeKind::Inside;
            canvas.ui.painter().rect_stroke(area, 2, stroke, kind);
        }
        counts(canvas, *figures, *highlights, area);
        answer(&response, Some(head.region), &head.action, view, pushed);
        canvas::tooltip(&response, spoken);
    }
    canvas.gap(height);
    canvas.hairline();
}

/// Figures in the heavier weight, highlights after a plus.
fn counts(canvas: &Canvas<'_>, figures: usize, highlights: usize, area: Rect) {
    let palette = canvas.palette;
    let strong = Ink::bold(style::SMALL_PT, palette.text);
    let quiet = Ink::plain(style::SMALL_PT, palette.secondary);
    let (first, second) = match (figures, highlights) {
        (0, _) => (None, Some(format!("+ {highlights}"))),
        (_, 0) => (Some(figures.to_string()), None),
        _ => (Some(figures.to_string()), Some(format!(" + {highlights}"))),
    };
    let first = first.map(|text| canvas.line(&text, strong));
    let second = second.map(|text| canvas.line(&text, quiet));
    let width: f32 = [&first, &second].into_iter().flatten().map(|it| it.size().x).sum();
    let mut left = area.center().x - width / 2.0;
    for galley in [first, second].into_iter().flatten() {
        left = canvas.put_middle(left, area.center().y, galley).right();
    }
}

/// The sign of what is not reported.
pub(super) fn missing(canvas: &Canvas<'_>, area: Rect) {
    let palette = canvas.palette;
    let mark = Rect::from_center_size(pos2(area.center().x, area.center().y), vec2(10.0, 10.0));
    canvas.hatch(mark, palette.hatch, 4.0);
    let stroke = Stroke::new(1.0, palette.hairline);
    canvas.ui.painter().rect_stroke(mark, 2, stroke, egui::StrokeKind::Inside);
}
