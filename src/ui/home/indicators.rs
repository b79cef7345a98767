//! City by indicator: a dot a figure. Cities stay in sight while the rows scroll; themes fold.

use egui::{Rect, Stroke, Ui, pos2, vec2};

use super::{
    Pushed, View, answer, heading,
    heads::{self, Columns},
    plain, section, themes,
};
use crate::{
    figure::{
        canvas::{self, Canvas, Ink},
        frame, ranking, style,
    },
    state::{Action, HomeView},
    ui::{
        scene::{GroupItem, IndicatorItem},
        widgets,
    },
};

/// Height of a row, in points.
const ROW_PT: f32 = 24.0;
/// The least numbers of cities that can be asked for.
const LEAST: [usize; 3] = [1, 2, 3];

/// Draws filter and matrix.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let home = &view.scene.home;
    plain(ui, view, "indicators head", |canvas| {
        heading(canvas, view.t.home_indicators_heading(), &home.shown);
        canvas.gap(8.0);
    });
    filter(ui, view, pushed);
    section(ui, view, view.t.home_indicators_heading(), |canvas| {
        canvas.gap(4.0);
        if home.groups.is_empty() {
            canvas.gap(8.0);
            let ink = Ink::plain(style::BODY_PT, canvas.palette.secondary);
            canvas.paragraph(view.t.home_indicators_none(), ink);
            return;
        }
        let columns = Columns::new(canvas, view);
        let top = canvas.y;
        canvas.gap(columns.height_pt + style::HAIRLINE_PT);
        let mut at = 0;
        for group in &home.groups {
            fold(canvas, view, group, pushed);
            for item in &group.rows {
                row(canvas, view, (at, item), &columns, pushed);
                at += 1;
            }
        }
        let bottom = canvas.y;
        sticky(canvas, view, &columns, (top, bottom), pushed);
        canvas.y = bottom;
    });
}

fn filter(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let least = view.state.home.least_cities.max(1);
    let names: Vec<String> = LEAST
        .iter()
        .map(|count| match count {
            1 => view.t.home_least_all().to_owned(),
            _ => view.t.home_least(*count),
        })
        .collect();
    let items: Vec<(&str, bool)> =
        names.iter().zip(LEAST).map(|(name, count)| (name.as_str(), count == least)).collect();
    ui.horizontal(|ui| {
        let clicked = widgets::segments(ui, view.palette, &items);
        if let Some(count) = clicked.and_then(|at| LEAST.get(at)) {
            let home = HomeView { least_cities: *count, ..view.state.home.clone() };
            pushed.actions.push(Action::SetHome(home));
        }
    });
}

/// The cities at the top of the matrix, or of what is seen of it.
fn sticky(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    columns: &Columns,
    (top, bottom): (f32, f32),
    pushed: &mut Pushed,
) {
    let seen = canvas.ui.clip_rect().top();
    let last = bottom - columns.height_pt - ROW_PT;
    canvas.y = top.max(seen.min(last));
    if canvas.y > top {
        let size = vec2(canvas.width + 16.0, columns.height_pt + 1.0);
        let ground = Rect::from_min_size(pos2(canvas.left - 8.0, canvas.y), size);
        canvas.ui.painter().rect_filled(ground, 0, canvas.palette.surface);
        // What lies under the heads must not answer through them.
        let id = canvas.ui.scope_id().with("heads");
        canvas.ui.interact(ground, id, egui::Sense::CLICK);
    }
    heads::draw(canvas, view, columns, pushed);
}

/// The heading of a theme, which folds its indicators away.
fn fold(canvas: &mut Canvas<'_>, view: &View<'_>, group: &GroupItem, pushed: &mut Pushed) {
    let palette = canvas.palette;
    let rect = canvas.row_rect(style::target_pt(canvas.ui, 28.0));
    let name = group.name.as_str();
    let spoken = if group.is_folded {
        view.t.home_group_folded(group.count, name)
    } else {
        view.t.home_group_open(group.count, name)
    };
    let response = canvas.mark(("group", &group.theme), rect, &spoken);
    if response.hovered() {
        canvas.ui.painter().rect_filled(rect, 0, palette.hover_ground);
    }
    let center = pos2(rect.left() + 5.0, rect.center().y + 2.0);
    let corners = if group.is_folded {
        [vec2(-3.0, -5.0), vec2(3.0, 0.0), vec2(-3.0, 5.0)]
    } else {
        [vec2(-5.0, -3.0), vec2(5.0, -3.0), vec2(0.0, 3.0)]
    };
    let points = corners.map(|corner| center + corner).to_vec();
    canvas.ui.painter().add(egui::Shape::convex_polygon(points, palette.secondary, Stroke::NONE));
    let label = view.t.home_group(group.count, name);
    let label = canvas.line(&label, Ink::bold(style::SMALL_PT, palette.text));
    canvas.put_middle(rect.left() + 16.0, rect.center().y + 2.0, label);
    let next = view.state.home.with_theme_toggled(&group.theme);
    answer(&response, None, &Action::SetHome(next), view, pushed);
    canvas.gap(style::target_pt(canvas.ui, 28.0));
    canvas.hairline();
}

fn row(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    (at, item): (usize, &IndicatorItem),
    columns: &Columns,
    pushed: &mut Pushed,
) {
    let palette = canvas.palette;
    let small = Ink::plain(style::SMALL_PT, palette.secondary);
    let coverage = canvas.line(&item.coverage, small);
    let room = columns.label_pt - coverage.size().x - 20.0;
    let label = canvas.layout(&item.name, Ink::plain(style::SMALL_PT, palette.text), room);
    let height = (label.size().y + 6.0).max(style::target_pt(canvas.ui, ROW_PT));
    let rect = canvas.row_rect(height);
    let area = Rect::from_min_size(rect.min, vec2(columns.label_pt - 8.0, height));
    let spoken = view.t.named_value(item.name.as_str(), item.coverage.as_str());
    let response = canvas.mark(("indicator", at), area, &spoken);
    if response.hovered() {
        canvas.ui.painter().rect_filled(area, 0, palette.hover_ground);
    }
    canvas.put_middle(rect.left(), rect.center().y, label);
    let right = area.right() - coverage.size().x;
    canvas.put_middle(right, rect.center().y, coverage);
    answer(&response, None, &item.action, view, pushed);
    canvas::tooltip(&response, &view.t.home_hint_ranking(item.name.as_str()));
    for (column, (head, cell)) in view.scene.home.heads.iter().zip(&item.cells).enumerate() {
        let area = columns.rect(column, canvas.y, height);
        if let Some(color) = ranking::lit(canvas, head.region, &view.linked) {
            canvas.ui.painter().rect_filled(area, 0, color);
        }
        let Some((open, spoken)) = cell else {
            themes::missing(canvas, area);
            continue;
        };
        let response = canvas.mark(("cell", at, column), area, spoken);
        let is_open = view.state.open.as_ref() == Some(open);
        let radius = if response.hovered() || is_open { 7.0 } else { 5.0 };
        let color = frame::mark_color(palette);
        canvas.ui.painter().circle_filled(area.center(), radius, color);
        if is_open {
            let ring = Stroke::new(1.5, palette.text);
            canvas.ui.painter().circle_stroke(area.center(), radius + 2.0, ring);
        }
        answer(&response, Some(head.region), &Action::Follow(open.clone()), view, pushed);
        canvas::tooltip(&response, spoken);
    }
    canvas.gap(height);
    canvas.hairline();
}
