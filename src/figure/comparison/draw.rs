//! The drawing of a comparison.

use egui::{
    Color32, Rect, Shape, Stroke,
    accesskit::Role,
    pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{Cell, ComparisonBody, Fold, OnlyGroup, PairRow, Tone};
use crate::figure::{
    Linked, Picked,
    bars::{self, BarMark},
    canvas::{self, Canvas, Ink},
    roving, style,
};

/// With less room than this beside its value, a bar stands under it, in points.
const LEAST_BAR_PT: f32 = 96.0;

/// Left edges and widths of the four columns.
struct Columns {
    /// Width of the longest value that has a bar.
    longest_value_pt: f32,
    /// Whether bars stand under their values, since beside them there is no room.
    is_stacked: bool,
    name: (f32, f32),
    a: (f32, f32),
    b: (f32, f32),
    verdict_right: f32,
}

impl Columns {
    fn of(canvas: &Canvas<'_>, body: &ComparisonBody) -> Self {
        let ink = Ink::plain(style::SMALL_PT, canvas.palette.text);
        let chip = body.rows.iter().map(|row| canvas.line(&row.verdict, ink).size().x + 20.0);
        let chip = chip.fold(60.0, f32::max);
        let gap = 16.0;
        let left = canvas.width - chip - 3.0 * gap;
        let name = left * 0.3;
        let side = (left - name) / 2.0;
        let a = canvas.left + name + gap;
        let value_ink = Ink::plain(style::BODY_PT, canvas.palette.text);
        let values = body.rows.iter().flat_map(|row| [&row.a, &row.b]);
        let widest = values
            .filter(|cell| cell.fraction.is_some())
            .map(|cell| canvas.line(&cell.text, value_ink).size().x)
            .fold(0.0, f32::max);
        Self {
            is_stacked: side - widest < LEAST_BAR_PT,
            longest_value_pt: widest,
            name: (canvas.left, name),
            a: (a, side),
            b: (a + side + gap, side),
            verdict_right: canvas.right(),
        }
    }
}

/// Draws the title with each city in its colour and under its letter.
pub fn title(canvas: &mut Canvas<'_>, body: &ComparisonBody, title: &str) {
    let palette = canvas.palette;
    let font = style::font(style::TITLE_PT, true);
    let mut job = LayoutJob::default();
    job.wrap.max_width = canvas.width;
    let words = [
        (format!("A {}", body.a_name), palette.city_a),
        (body.and.clone(), palette.text),
        (format!("B {}", body.b_name), palette.city_b),
    ];
    for (text, color) in words {
        job.append(&text, 0.0, TextFormat::simple(font.clone(), color));
    }
    let galley = canvas.ui.painter().layout_job(job);
    let height = galley.size().y;
    let rect = canvas.put(pos2(canvas.left, canvas.y), galley);
    canvas.say_heading(rect, title, 2);
    canvas.y += height;
}

/// Draws headings and rows.
pub fn draw(canvas: &mut Canvas<'_>, body: &ComparisonBody, linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    let columns = Columns::of(canvas, body);
    let small = Ink::plain(style::SMALL_PT, palette.secondary);
    let [indicator, verdict] = &body.headings;
    let verdict = canvas.line(verdict, small);
    let verdict_x = columns.verdict_right - verdict.size().x;
    let a_heading =
        canvas.line(&format!("A {}", body.a_name), Ink::bold(style::SMALL_PT, palette.city_a));
    let b_heading =
        canvas.line(&format!("B {}", body.b_name), Ink::bold(style::SMALL_PT, palette.city_b));
    let y = canvas.y;
    canvas.put(pos2(columns.name.0, y), canvas.line(indicator, small));
    canvas.put(pos2(columns.a.0, y), a_heading);
    canvas.put(pos2(columns.b.0, y), b_heading);
    canvas.put(pos2(verdict_x, y), verdict);
    canvas.gap(22.0);
    for (at, row) in body.both() {
        canvas.hairline();
        pair_row(canvas, at, row, &columns, (body, linked), picked);
    }
    for group in &body.groups {
        canvas.hairline();
        group_heading(canvas, group, picked);
        for (at, row) in body.under(group) {
            canvas.hairline();
            pair_row(canvas, at, row, &columns, (body, linked), picked);
        }
    }
    if !body.empty.is_empty() {
        canvas.hairline();
        canvas.gap(12.0);
        canvas.paragraph(&body.empty, Ink::plain(style::BODY_PT, palette.secondary));
    }
}

/// The heading that folds and unfolds what only one city reports.
fn group_heading(canvas: &mut Canvas<'_>, group: &OnlyGroup, picked: &mut Picked) {
    let ink = Ink::bold(style::SMALL_PT, canvas.palette.text);
    let rect = canvas.row_rect(style::target_pt(canvas.ui, style::ROW_PT));
    disclosure(canvas, (("group", group.part.key()), rect), &group.heading, !group.is_folded, ink)
        .then(|| picked.folded = Some(group.part.clone()));
    canvas.y = rect.bottom();
}

/// A line with a triangle that unfolds what stands below; whether it was pressed.
fn disclosure(
    canvas: &mut Canvas<'_>,
    (key, rect): ((&str, String), Rect),
    text: &str,
    is_open: bool,
    ink: Ink,
) -> bool {
    let response = canvas.mark(key, rect, text);
    canvas.ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Button);
        node.set_expanded(is_open);
    });
    if response.hovered() {
        let ground = canvas.palette.hover_ground;
        canvas.ui.painter().rect_filled(rect, style::RADIUS_PT, ground);
    }
    let center = pos2(rect.left() + 6.0, rect.center().y);
    let corners = if is_open {
        [vec2(-5.0, -3.0), vec2(5.0, -3.0), vec2(0.0, 4.0)]
    } else {
        [vec2(-3.0, -5.0), vec2(-3.0, 5.0), vec2(4.0, 0.0)]
    };
    let points = corners.map(|corner| center + corner).to_vec();
    canvas.ui.painter().add(Shape::convex_polygon(points, ink.color, Stroke::NONE));
    let galley = canvas.line(text, ink);
    canvas.put_middle(rect.left() + 18.0, rect.center().y, galley);
    response.clicked()
}

/// The figures related to a row, under the line that unfolds them.
fn related(canvas: &mut Canvas<'_>, row: &PairRow, left: f32, picked: &mut Picked) {
    let lines = &row.related;
    if lines.heading.is_empty() {
        return;
    }
    let palette = canvas.palette;
    let ink = Ink::plain(style::SMALL_PT, palette.secondary);
    let width = canvas.line(&lines.heading, ink).size().x + 26.0;
    let rect =
        Rect::from_min_size(pos2(left, canvas.y), vec2(width, style::target_pt(canvas.ui, 24.0)));
    let key = ("related", lines.id.clone());
    if disclosure(canvas, (key, rect), &lines.heading, lines.is_open, ink) {
        picked.folded = Some(Fold::Related(lines.id.clone()));
    }
    canvas.y = rect.bottom();
    for line in &lines.lines {
        let galley = canvas.layout(line, ink, canvas.right() - left - 18.0);
        let height = galley.size().y;
        let place = canvas.put(pos2(left + 18.0, canvas.y), galley);
        canvas.say(place, line);
        canvas.y += height + 2.0;
    }
    canvas.gap(6.0);
}

fn pair_row(
    canvas: &mut Canvas<'_>,
    at: usize,
    row: &PairRow,
    columns: &Columns,
    (body, _linked): (&ComparisonBody, &Linked),
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let name_ink = Ink::plain(style::BODY_PT, palette.text);
    let name = canvas.layout(&row.name, name_ink, columns.name.1);
    let period =
        canvas.layout(&row.period, Ink::plain(style::SMALL_PT, palette.secondary), columns.name.1);
    let name_height = name.size().y + period.size().y;
    let sides =
        [(&row.a, columns.a, palette.city_a, body.a), (&row.b, columns.b, palette.city_b, body.b)];
    let cell_heights =
        sides.map(|(cell, (_, width), _, _)| cell_height(canvas, cell, width, columns));
    let [height_a, height_b] = cell_heights;
    let tallest = height_a.max(height_b);
    let cells_height = name_height.max(tallest);
    let main_height = cells_height + 12.0 + canvas.row_extra_pt;
    let reason = row.reasons.join("  ");
    let reason_ink = Ink::plain(style::SMALL_PT, palette.care);
    let reason_width = columns.verdict_right - columns.a.0;
    let reason = (!reason.is_empty()).then(|| canvas.layout(&reason, reason_ink, reason_width));
    let reason_height = reason.as_ref().map_or(0.0, |galley| galley.size().y + 6.0);
    let row_rect = canvas.row_rect(main_height + reason_height);
    let middle = canvas.y + main_height / 2.0;
    // The row as a whole is named for screen readers; each side opens its own source.
    for (side, (cell, (x, width), color, region)) in sides.into_iter().enumerate() {
        let rect = Rect::from_min_size(pos2(x - 6.0, canvas.y), vec2(width + 6.0, main_height));
        if let Some(figure) = cell.figure {
            let response = match cell.bar {
                Some(scale) => canvas.value_mark((at, side), rect, &cell.spoken, scale),
                None => canvas.mark((at, side), rect, &cell.spoken),
            };
            canvas::tooltip(&response, &cell.hover);
            if response.hovered() {
                canvas.ui.painter().rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
            }
            if response.hovered() || roving::is_current(&response) {
                picked.hovered = Some(region);
            }
            if response.clicked() {
                picked.opened = Some(figure);
            }
        }
        // Bars of a row stand level, though words under one of them make it taller.
        let is_level = [&row.a, &row.b].iter().any(|it| it.fraction.is_some());
        let own = if side == 0 { height_a } else { height_b };
        let top = middle - if is_level { tallest } else { own } / 2.0;
        cell_marks(canvas, (at, side), cell, (x, width, columns), top, (color, row.tone));
    }
    let name_y = middle - name_height / 2.0;
    let name_bottom = name_y + name.size().y;
    canvas.put(pos2(columns.name.0, name_y), name);
    canvas.put(pos2(columns.name.0, name_bottom), period);
    chip(canvas, &row.verdict, row.tone, columns.verdict_right, middle);
    if let Some(galley) = reason {
        canvas.put(pos2(columns.a.0, canvas.y + main_height - 2.0), galley);
    }
    canvas.y = row_rect.bottom();
    related(canvas, row, columns.a.0, picked);
}

/// Thickness of a bar, in points.
const BAR_PT: f32 = 12.0;

fn cell_height(canvas: &Canvas<'_>, cell: &Cell, width: f32, columns: &Columns) -> f32 {
    let height = |text: &str, size_pt| match text {
        "" => 0.0,
        text => {
            let ink = Ink::plain(size_pt, Color32::PLACEHOLDER);
            canvas.layout(text, ink, width).size().y
        }
    };
    let bar = if columns.is_stacked && cell.fraction.is_some() { BAR_PT + 4.0 } else { 0.0 };
    let own = height(&cell.own_indicator, style::SMALL_PT);
    height(&cell.text, style::BODY_PT) + bar + own + height(&cell.difference, style::SMALL_PT)
}

/// Draws a value, its bar beside it (or under it in a narrow column), and its own indicator.
fn cell_marks(
    canvas: &mut Canvas<'_>,
    key: (usize, usize),
    cell: &Cell,
    (x, width, columns): (f32, f32, &Columns),
    top: f32,
    (color, tone): (Color32, Tone),
) {
    let palette = canvas.palette;
    let is_reported = cell.figure.is_some();
    let text_color = if is_reported { palette.text } else { palette.secondary };
    let text = canvas.layout(&cell.text, Ink::plain(style::BODY_PT, text_color), width);
    let text_size = text.size();
    let mut y = top;
    let mut text_x = x;
    if let Some(fraction) = cell.fraction {
        // One scale for both sides: the longest value of either leaves its room on both.
        let (bar_width, top) = if columns.is_stacked {
            (width, y + text_size.y)
        } else {
            let room = width - columns.longest_value_pt - 8.0;
            (room, y + (text_size.y - BAR_PT) / 2.0)
        };
        let plot = Rect::from_min_size(pos2(x, top), vec2(bar_width, BAR_PT));
        let mark = BarMark {
            center_pt: BAR_PT / 2.0,
            thickness_pt: BAR_PT,
            start: 0.0,
            length: fraction,
            color,
            is_hatched: tone == Tone::Care,
        };
        bars::draw(canvas, &format!("{key:?}"), plot, &[mark], None);
        if !columns.is_stacked {
            text_x = mark.rect(plot).right() + 8.0;
        }
    }
    canvas.put(pos2(text_x, y), text);
    y += text_size.y;
    if columns.is_stacked && cell.fraction.is_some() {
        y += BAR_PT + 4.0;
    }
    if !cell.own_indicator.is_empty() {
        let ink = Ink::plain(style::SMALL_PT, palette.secondary);
        let own = canvas.layout(&cell.own_indicator, ink, width);
        let height = own.size().y;
        canvas.put(pos2(x, y), own);
        y += height;
    }
    if !cell.difference.is_empty() {
        let color = if tone == Tone::Care { palette.care } else { palette.secondary };
        let galley = canvas.layout(&cell.difference, Ink::plain(style::SMALL_PT, color), width);
        canvas.put(pos2(x, y), galley);
    }
}

/// A verdict in a pill, its right edge at `right`.
pub fn chip(canvas: &mut Canvas<'_>, text: &str, tone: Tone, right: f32, middle: f32) {
    let palette = canvas.palette;
    let (ink, ground) = match tone {
        Tone::Good => (palette.accent, palette.accent_ground),
        Tone::Care => (palette.care, palette.care_ground),
        Tone::Plain => (palette.secondary, palette.panel),
    };
    let galley = canvas.line(text, Ink::plain(style::SMALL_PT, ink));
    let size = vec2(galley.size().x + 20.0, 22.0);
    let rect = Rect::from_min_size(pos2(right - size.x, middle - size.y / 2.0), size);
    let painter = canvas.ui.painter();
    painter.rect_filled(rect, 11, ground);
    if tone == Tone::Plain || palette.is_print || palette.is_contrast {
        let edge = if tone == Tone::Plain { palette.hairline } else { ink };
        let stroke = egui::Stroke::new(1.0, edge);
        painter.rect_stroke(rect, 11, stroke, egui::StrokeKind::Inside);
    }
    canvas.put_middle(rect.left() + 10.0, middle, galley);
}
