//! The drawing of a scatter plot.

use std::sync::Arc;

use egui::{
    Galley, Painter, Pos2, Rect, Sense, Shape, Stroke, Vec2, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use super::{
    AxisBody, PointMark, ScatterBody, Span, Viewport,
    place::{self, CLEAR_PT, Label},
};
use crate::{
    figure::{
        Linked, Picked,
        canvas::{self, Canvas, Ink},
        chips, frame, style,
    },
    i18n::{Texts, texts},
};

/// Radius of a point, in points.
const POINT_PT: f32 = 5.5;
/// Radius of the point of a chosen city, which holds its letter, in points.
const CHOSEN_PT: f32 = 8.0;
/// Side of the square that answers for a point, in points.
const TARGET_PT: f32 = 24.0;
/// The plot's height as a part of the figure's width.
const ASPECT: f32 = 0.345;
/// The least and the most of the plot's usual height, in points.
const HEIGHT_PT: (f32, f32) = (220.0, 380.0);
/// How often the plot may grow to make room for all names, and how much each time.
const GROWTH: (u8, f32) = (8, 1.25);
/// Room for one number beside an axis, in points.
const TICK_PT: (f32, f32) = (84.0, 60.0);
/// So many rows of a picture's spare height go to the plot.
pub const GROWING_ROWS: usize = 10;

/// Draws the points between their axes, and the cities that are no point below.
pub fn draw(canvas: &mut Canvas<'_>, body: &ScatterBody, linked: &Linked, picked: &mut Picked) {
    let t = texts(body.lang);
    let viewport = Viewport::load(canvas.ui.ctx(), body);
    let spans = viewport.spans(body.axes.each_ref().map(|axis| axis.span));
    let seen: Vec<&PointMark> = body.points.iter().filter(|it| is_seen(it, spans)).collect();
    upward_title(canvas, body, body.points.len() - seen.len(), t);
    let plot = plot_rect(canvas, body, spans);
    let response =
        canvas.ui.interact(plot, canvas.ui.scope_id().with("plot"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, t.scatter_plot()));
    if response.clicked() {
        response.request_focus();
    }
    let next = viewport.after(plot, &response);
    if next != viewport {
        next.store(canvas.ui.ctx(), body);
        canvas.ui.ctx().request_repaint();
    }
    axes(canvas, body, spans, plot);
    if response.has_focus() {
        let stroke = Stroke::new(canvas.palette.focus_pt(), canvas.palette.accent);
        let ring = plot.expand(3.0);
        canvas.ui.painter().rect_stroke(ring, 2, stroke, egui::StrokeKind::Outside);
    }
    points(canvas, &seen, (spans, plot), linked, picked);
    canvas.y = plot.bottom() + 6.0;
    canvas.y += tick_height(canvas);
    across_title(canvas, body, plot);
    for group in &body.absent {
        canvas.gap(14.0);
        canvas.paragraph(&group.heading, Ink::plain(style::SMALL_PT, canvas.palette.secondary));
        canvas.gap(6.0);
        chips::draw(canvas, &group.chips, linked, picked);
    }
}

/// Where a point stands.
fn at(point: &PointMark, [x, y]: [Span; 2], plot: Rect) -> Pos2 {
    let [x_value, y_value] = point.values;
    let (right, up) = (x.fraction(x_value) as f32, y.fraction(y_value) as f32);
    pos2(plot.left() + right * plot.width(), plot.bottom() - up * plot.height())
}

fn is_seen(point: &PointMark, spans: [Span; 2]) -> bool {
    let inside = |(value, span): (f64, Span)| {
        // What stands on the edge up to rounding is seen.
        (-1e-9..=1.0 + 1e-9).contains(&span.fraction(value))
    };
    point.values.into_iter().zip(spans).all(inside)
}

/// The name of the upward axis over the plot, and how many points a closer look leaves out.
fn upward_title(canvas: &mut Canvas<'_>, body: &ScatterBody, unseen: usize, t: &Texts) {
    let [_, upward] = &body.axes;
    canvas.hairline();
    canvas.gap(6.0);
    let palette = canvas.palette;
    let title = format!("↑ {}", upward.title);
    let (ink, quiet) =
        (Ink::bold(style::SMALL_PT, palette.text), Ink::plain(style::SMALL_PT, palette.secondary));
    let (top, used) = (canvas.y, canvas.layout(&title, ink, canvas.width).size().x);
    canvas.paragraph(&title, ink);
    if unseen > 0 {
        // Beside the title where there is room, so that the plot keeps its place while zooming.
        let said = t.scatter_unseen(unseen);
        let galley = canvas.line(&said, quiet);
        let x = canvas.right() - galley.size().x;
        if x > canvas.left + used + 16.0 {
            let rect = canvas.put(pos2(x, top), galley);
            canvas.say(rect, &said);
        } else {
            canvas.paragraph(&said, quiet);
        }
    }
    canvas.gap(6.0);
}

fn across_title(canvas: &mut Canvas<'_>, body: &ScatterBody, plot: Rect) {
    let [across, _] = &body.axes;
    canvas.gap(2.0);
    let ink = Ink::bold(style::SMALL_PT, canvas.palette.text);
    let title = format!("{} →", across.title);
    let galley = canvas.layout(&title, ink, canvas.width);
    let size = galley.size();
    let x = (plot.right() - size.x).max(canvas.left);
    let rect = canvas.put(pos2(x, canvas.y), galley);
    canvas.say(rect, &title);
    canvas.y += size.y;
}

fn tick_ink(canvas: &Canvas<'_>) -> Ink {
    Ink::plain(style::SMALL_PT, canvas.palette.secondary)
}

fn tick_height(canvas: &Canvas<'_>) -> f32 {
    canvas.line("0", tick_ink(canvas)).size().y
}

/// The numbers along an axis of `length_pt`, each with its words.
fn ticks(
    canvas: &Canvas<'_>,
    axis: &AxisBody,
    span: Span,
    (length_pt, each_pt): (f32, f32),
) -> Vec<(f64, Arc<Galley>)> {
    let most = (length_pt / each_pt).floor().clamp(2.0, 8.0) as usize;
    let galley = |value: f64| canvas.line(&axis.scale.tick(value), tick_ink(canvas));
    span.ticks(most).into_iter().map(|value| (value, galley(value))).collect()
}

/// The plot's place: right of the numbers of the upward axis, and high enough for all names.
fn plot_rect(canvas: &Canvas<'_>, body: &ScatterBody, spans: [Span; 2]) -> Rect {
    let (least, most) = HEIGHT_PT;
    let mut height =
        (canvas.width * ASPECT).clamp(least, most) + canvas.row_extra_pt * GROWING_ROWS as f32;
    let [_, upward] = &body.axes;
    let [_, span] = spans;
    let numbers = ticks(canvas, upward, span, (height, TICK_PT.1));
    let number_pt = numbers.iter().map(|(_, galley)| galley.size().x).fold(0.0, f32::max);
    let left = canvas.left + number_pt + 10.0;
    let rect = |height: f32| {
        Rect::from_min_max(pos2(left, canvas.y), pos2(canvas.right() - 1.0, canvas.y + height))
    };
    let all: Vec<&PointMark> = body.points.iter().collect();
    let whole = body.axes.each_ref().map(|axis| axis.span);
    let (times, factor) = GROWTH;
    for _ in 0..times {
        let (_, labels) = named(canvas, &all, (whole, rect(height)));
        if labels.iter().zip(&all).all(|(label, point)| label.is_some() || !point.is_named) {
            break;
        }
        height *= factor;
    }
    rect(height)
}

/// The names of the points, and where they stand.
fn named(
    canvas: &Canvas<'_>,
    points: &[&PointMark],
    (spans, plot): ([Span; 2], Rect),
) -> (Vec<Arc<Galley>>, Vec<Option<Label>>) {
    let ink = Ink::plain(13.0, canvas.palette.text);
    let names: Vec<_> = points.iter().map(|point| canvas.line(&point.label, ink)).collect();
    let items: Vec<(Pos2, Vec2)> = points
        .iter()
        .zip(&names)
        .map(|(point, name)| (at(point, spans, plot), name.size()))
        .collect();
    let is_named: Vec<bool> = points.iter().map(|point| point.is_named).collect();
    // Names stay off the lines of the axes.
    let labels = place::labels(&items, &is_named, plot.shrink(2.0));
    (names, labels)
}

/// Quiet lines at round numbers, the numbers, and the two axes.
fn axes(canvas: &Canvas<'_>, body: &ScatterBody, spans: [Span; 2], plot: Rect) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let quiet = Stroke::new(style::HAIRLINE_PT, palette.hairline);
    let ([across, upward], [x, y]) = (&body.axes, spans);
    for (value, galley) in ticks(canvas, across, x, (plot.width(), TICK_PT.0)) {
        let at = plot.left() + x.fraction(value) as f32 * plot.width();
        painter.vline(at, plot.y_range(), quiet);
        let half = galley.size().x / 2.0;
        // The outermost numbers stay inside the figure.
        let left = (at - half).min(canvas.right() - 2.0 * half);
        canvas.put(pos2(left, plot.bottom() + 6.0), galley);
    }
    for (value, galley) in ticks(canvas, upward, y, (plot.height(), TICK_PT.1)) {
        let at = plot.bottom() - y.fraction(value) as f32 * plot.height();
        painter.hline(plot.x_range(), at, quiet);
        canvas.put_middle(plot.left() - 8.0 - galley.size().x, at, galley);
    }
    let line = Stroke::new(style::HAIRLINE_PT, palette.outline);
    painter.hline(plot.x_range(), plot.bottom(), line);
    painter.vline(plot.left(), plot.y_range(), line);
}

fn points(
    canvas: &mut Canvas<'_>,
    seen: &[&PointMark],
    (spans, plot): ([Span; 2], Rect),
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let (names, labels) = named(canvas, seen, (spans, plot));
    let line = Stroke::new(style::HAIRLINE_PT, palette.secondary);
    for (from, to) in labels.iter().flatten().filter_map(|label| label.leader) {
        canvas.ui.painter().line_segment([from, to], line);
    }
    // Chosen cities are drawn last, so that no neighbour covers their letter.
    let mut drawn: Vec<&&PointMark> = seen.iter().collect();
    drawn.sort_by_key(|point| rank(point, linked));
    for point in drawn {
        dot(canvas, point, at(point, spans, plot), linked);
    }
    for ((point, name), label) in seen.iter().zip(names).zip(labels) {
        let center = at(point, spans, plot);
        if let Some(label) = label {
            // The name's own ground, so that no line of the plot runs through it.
            let is_hovered = linked.hovered == Some(point.region);
            let color = if is_hovered { palette.hover_ground } else { palette.surface };
            let ground = label.rect.expand2(vec2(2.0, -1.0));
            canvas.ui.painter().rect_filled(ground, 3, color);
            canvas.put(label.rect.min, name);
        }
        let target =
            Rect::from_center_size(center, Vec2::splat(style::target_pt(canvas.ui, TARGET_PT)));
        let response = canvas.mark(("point", point.region), target, &point.spoken);
        let [across, _] = point.figures;
        picked.note(&response, Some(point.region), Some(across));
        canvas::tooltip(&response, &point.hover);
    }
}

fn rank(point: &PointMark, linked: &Linked) -> u8 {
    match Some(point.region) {
        it if it == linked.selected => 3,
        it if it == linked.compared => 2,
        it if it == linked.hovered => 1,
        _ => 0,
    }
}

/// A point: hollow where a source rounded a number; with solid ring and A, dashed ring and B where
/// its city is chosen, with a plain ring where it is under the pointer.
fn dot(canvas: &Canvas<'_>, point: &PointMark, center: Pos2, linked: &Linked) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let chosen = if linked.selected == Some(point.region) {
        Some(("A", palette.city_a, false))
    } else if linked.compared == Some(point.region) {
        Some(("B", palette.city_b, true))
    } else {
        None
    };
    if linked.hovered == Some(point.region) {
        painter.circle_filled(center, CLEAR_PT - 1.0, palette.hover_ground);
        painter.circle_stroke(center, CLEAR_PT - 1.0, Stroke::new(1.5, palette.text));
    }
    let Some((letter, color, is_dashed)) = chosen else {
        let value = frame::mark_color(palette);
        // A rim of the ground keeps overlapping points apart.
        painter.circle_filled(center, POINT_PT + 1.5, palette.surface);
        if point.is_rounded {
            painter.circle_stroke(center, POINT_PT - 1.0, Stroke::new(2.0, value));
        } else {
            painter.circle_filled(center, POINT_PT, value);
        }
        return;
    };
    painter.circle_filled(center, CHOSEN_PT + 1.5, palette.surface);
    painter.circle_filled(center, CHOSEN_PT, color);
    ring(painter, center, Stroke::new(2.0, color), is_dashed);
    let galley = canvas.line(letter, Ink::bold(style::SMALL_PT, palette.on_city));
    canvas.put(center - galley.size() / 2.0, galley);
}

fn ring(painter: &Painter, center: Pos2, stroke: Stroke, is_dashed: bool) {
    let radius = CHOSEN_PT + 2.5;
    if !is_dashed {
        painter.circle_stroke(center, radius, stroke);
        return;
    }
    let turn = std::f32::consts::TAU / 48.0;
    let path: Vec<Pos2> =
        (0..=48_u8).map(|step| center + Vec2::angled(f32::from(step) * turn) * radius).collect();
    painter.extend(Shape::dashed_line(&path, stroke, 4.5, 3.0));
}
