//! The drawing of lines over time.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use super::{LineMark, TrendBody};
use crate::{
    figure::{
        Linked, Picked,
        canvas::{self, Canvas, Ink},
        chips, frame, style,
    },
    model::RegionIx,
};

/// The plot's height as a part of the figure's width.
const ASPECT: f32 = 0.345;
/// The least and the most of the plot's usual height, in points.
const HEIGHT_PT: (f32, f32) = (220.0, 380.0);
/// So many rows of a picture's spare height go to the plot.
pub const GROWING_ROWS: usize = 10;
/// Room for one number beside the axis, in points.
const TICK_PT: f32 = 52.0;
/// Side of the square that answers for a point, in points.
const TARGET_PT: f32 = 24.0;
/// The most points that each answer by themselves; beyond, only those of strong lines do.
const MOST_MARKS: usize = 1200;
/// Height of a name at the end of a line, in points.
const NAME_PT: f32 = 16.0;

/// Draws the lines, their names at the end, and the cities without any below.
pub fn draw(canvas: &mut Canvas<'_>, body: &TrendBody, linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    canvas.hairline();
    canvas.gap(6.0);
    canvas.paragraph(&format!("↑ {}", body.unit), Ink::bold(style::SMALL_PT, palette.text));
    canvas.gap(8.0);
    let shown = body.shown();
    let ends = ends(canvas, body, &shown);
    let plot = plot_rect(canvas, body, &ends);
    axes(canvas, body, plot);
    // The strong ones last, so that no other covers them.
    for line in shown.iter().rev() {
        let look = look(canvas, body, line.region, linked);
        path(canvas, body, line, plot, look);
    }
    names(canvas, body, &ends, plot);
    answers(canvas, body, &shown, plot, (linked, picked));
    canvas.y = plot.bottom() + 26.0;
    if !body.missing.is_empty() {
        canvas.gap(10.0);
        let ink = Ink::plain(style::SMALL_PT, palette.secondary);
        canvas.paragraph(&body.missing_heading, ink);
        canvas.gap(6.0);
        chips::draw(canvas, &body.missing, linked, picked);
    }
}

/// How a line looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    color: Color32,
    width_pt: f32,
    has_dots: bool,
}

/// The look of a region's line among the others.
pub(super) fn look(
    canvas: &Canvas<'_>,
    body: &TrendBody,
    region: RegionIx,
    linked: &Linked,
) -> Look {
    let palette = canvas.palette;
    let [a, b] = body.chosen.map(|it| it == Some(region));
    let is_whole = body.whole.as_ref().is_some_and(|it| it.region == region);
    if a || b {
        let color = if a { palette.city_a } else { palette.city_b };
        return Look { color, width_pt: 2.5, has_dots: true };
    }
    if is_whole || linked.hovered == Some(region) {
        return Look { color: palette.text, width_pt: 2.0, has_dots: true };
    }
    Look { color: frame::mark_color(palette), width_pt: 1.2, has_dots: false }
}

fn at(body: &TrendBody, rank: usize, value: f64, plot: Rect) -> Pos2 {
    let across = body.periods.get(rank).map_or(0.5, |it| it.fraction) as f32;
    let up = body.span.fraction(value) as f32;
    // Points stand clear of the edges, so that none is cut in half.
    let inner = plot.shrink2(vec2(10.0, 0.0));
    pos2(inner.left() + across * inner.width(), plot.bottom() - up * plot.height())
}

/// A line with its gaps; dashed with a bar where what is counted changes.
pub(super) fn path(canvas: &Canvas<'_>, body: &TrendBody, line: &LineMark, plot: Rect, look: Look) {
    let painter = canvas.ui.painter();
    let stroke = Stroke::new(look.width_pt, look.color);
    let places: Vec<Pos2> =
        line.points.iter().map(|it| at(body, it.point.at, it.point.value, plot)).collect();
    for ((from, to), mark) in
        places.iter().zip(places.iter().skip(1)).zip(line.points.iter().skip(1))
    {
        if !mark.point.is_joined {
            continue;
        }
        if !mark.point.is_changed {
            painter.line_segment([*from, *to], stroke);
            continue;
        }
        painter.extend(Shape::dashed_line(&[*from, *to], stroke, 4.0, 4.0));
        let middle = *from + (*to - *from) / 2.0;
        let bar = Stroke::new(1.5, canvas.palette.care);
        painter.vline(middle.x, middle.y - 8.0..=middle.y + 8.0, bar);
    }
    for (rank, (place, mark)) in places.iter().zip(&line.points).enumerate() {
        let is_followed = line.points.get(rank + 1).is_some_and(|it| it.point.is_joined);
        let is_alone = !mark.point.is_joined && !is_followed;
        if !look.has_dots && !is_alone {
            continue;
        }
        let radius = if look.has_dots { 4.0 } else { 3.0 };
        painter.circle_filled(*place, radius + 1.0, canvas.palette.surface);
        if mark.is_rounded {
            painter.circle_stroke(*place, radius - 0.75, Stroke::new(1.5, look.color));
        } else {
            painter.circle_filled(*place, radius, look.color);
        }
    }
}

/// A name at the end of a line.
struct End<'a> {
    line: &'a LineMark,
    name: Arc<Galley>,
    value: f64,
}

fn ends<'a>(canvas: &Canvas<'_>, body: &TrendBody, shown: &[&'a LineMark]) -> Vec<End<'a>> {
    let end = |line: &&'a LineMark| {
        let value = line.points.last()?.point.value;
        let palette = canvas.palette;
        let ink = if body.is_strong(line.region) {
            Ink::bold(13.0, palette.text)
        } else {
            Ink::plain(style::SMALL_PT, palette.secondary)
        };
        Some(End { line, name: canvas.line(&line.label, ink), value })
    };
    shown.iter().filter_map(end).collect()
}

fn plot_rect(canvas: &Canvas<'_>, body: &TrendBody, ends: &[End<'_>]) -> Rect {
    let (least, most) = HEIGHT_PT;
    let spare = canvas.row_extra_pt * GROWING_ROWS as f32;
    let height = (canvas.width * ASPECT).clamp(least, most) + spare;
    let numbers = ticks(canvas, body, height);
    let number_pt = numbers.iter().map(|(_, it)| it.size().x).fold(0.0, f32::max);
    let name_pt = ends.iter().map(|it| it.name.size().x).fold(0.0, f32::max);
    let name_pt = name_pt.min(canvas.width * 0.3);
    Rect::from_min_max(
        pos2(canvas.left + number_pt + 10.0, canvas.y),
        pos2(canvas.right() - name_pt - 22.0, canvas.y + height),
    )
}

fn ticks(canvas: &Canvas<'_>, body: &TrendBody, height_pt: f32) -> Vec<(f64, Arc<Galley>)> {
    let most = (height_pt / TICK_PT).floor().clamp(2.0, 8.0) as usize;
    let ink = Ink::plain(style::SMALL_PT, canvas.palette.secondary);
    let galley = |value: f64| canvas.line(&body.scale.tick(value), ink);
    body.span.ticks(most).into_iter().map(|value| (value, galley(value))).collect()
}

/// Quiet lines at round numbers, the numbers, and the names of the periods as far as they fit.
fn axes(canvas: &Canvas<'_>, body: &TrendBody, plot: Rect) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let quiet = Stroke::new(style::HAIRLINE_PT, palette.hairline);
    for (value, galley) in ticks(canvas, body, plot.height()) {
        let y = plot.bottom() - body.span.fraction(value) as f32 * plot.height();
        painter.hline(plot.x_range(), y, quiet);
        canvas.put_middle(plot.left() - 8.0 - galley.size().x, y, galley);
    }
    let line = Stroke::new(style::HAIRLINE_PT, palette.outline);
    painter.hline(plot.x_range(), plot.bottom(), line);
    let ink = Ink::plain(style::SMALL_PT, palette.secondary);
    let mut taken: Vec<Rect> = Vec::new();
    // First and last come first, then the others where there is room between.
    let last = body.periods.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..body.periods.len()).collect();
    order.sort_by_key(|rank| (*rank != last, *rank != 0, *rank));
    for rank in order {
        let Some(period) = body.periods.get(rank) else { continue };
        let x = at(body, rank, body.span.low, plot).x;
        painter.vline(x, plot.bottom()..=plot.bottom() + 4.0, line);
        let galley = canvas.line(&period.name, ink);
        let half = galley.size().x / 2.0;
        let left = (x - half).clamp(canvas.left, (canvas.right() - 2.0 * half).max(canvas.left));
        let place = Rect::from_min_size(pos2(left, plot.bottom() + 6.0), galley.size());
        if taken.iter().all(|it| !it.expand2(vec2(10.0, 0.0)).intersects(place)) {
            canvas.put(place.min, galley);
            taken.push(place);
        }
    }
}

/// The names at the right, at the height where their lines end, pushed apart; the strong ones first
/// where there is no room for all.
fn names(canvas: &Canvas<'_>, body: &TrendBody, ends: &[End<'_>], plot: Rect) {
    let room = (plot.height() / NAME_PT).floor().max(1.0) as usize;
    let mut placed: Vec<(&End<'_>, f32)> = ends
        .iter()
        .take(room)
        .map(|end| (end, plot.bottom() - body.span.fraction(end.value) as f32 * plot.height()))
        .collect();
    placed.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut least = plot.top() + NAME_PT / 2.0;
    for (_, y) in &mut placed {
        *y = y.max(least);
        least = *y + NAME_PT;
    }
    let mut most = plot.bottom();
    for (_, y) in placed.iter_mut().rev() {
        *y = y.min(most);
        most = *y - NAME_PT;
    }
    let quiet = Stroke::new(style::HAIRLINE_PT, canvas.palette.hairline);
    for (end, y) in placed {
        let Some(mark) = end.line.points.last() else { continue };
        let from = at(body, mark.point.at, mark.point.value, plot) + vec2(6.0, 0.0);
        let to = pos2(plot.right() + 6.0, y);
        canvas.ui.painter().line_segment([from, to], quiet);
        canvas.put_middle(plot.right() + 10.0, y, end.name.clone());
    }
}

fn answers(
    canvas: &mut Canvas<'_>,
    body: &TrendBody,
    shown: &[&LineMark],
    plot: Rect,
    (linked, picked): (&Linked, &mut Picked),
) {
    let count: usize = shown.iter().map(|it| it.points.len()).sum();
    for line in shown {
        let is_strong = body.is_strong(line.region);
        if count > MOST_MARKS && !is_strong {
            continue;
        }
        for mark in &line.points {
            let center = at(body, mark.point.at, mark.point.value, plot);
            let side = style::target_pt(canvas.ui, TARGET_PT);
            let target = Rect::from_center_size(center, Vec2::splat(side));
            let response = canvas.mark(("point", mark.point.figure), target, &mark.spoken);
            canvas.tell_chosen(&response, linked.has_chosen(line.region));
            picked.note(&response, Some(line.region), Some(mark.point.figure));
            canvas::tooltip(&response, &mark.hover);
        }
    }
}
