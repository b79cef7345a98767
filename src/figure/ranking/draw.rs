//! The drawing of a ranking.

use egui::{Rect, pos2, vec2};

use super::{BarRow, LeftOut, RankingBody};
use crate::{
    figure::{
        Linked, Picked,
        bars::{self, BarMark},
        canvas::{self, Canvas, Ink},
        chips, frame, style,
    },
    model::RegionIx,
};

/// Draws the rows, the related rows and the names of those that do not report it.
pub fn draw(canvas: &mut Canvas<'_>, body: &RankingBody, linked: &Linked, picked: &mut Picked) {
    canvas.hairline();
    let label_pt = label_width(canvas, body);
    let largest = body.largest();
    let all = (body.rows.as_slice(), body.left_out.as_slice());
    rows(canvas, "rows", all, (label_pt, largest, body), linked, picked);
    fact_rows(canvas, body, label_pt, linked, picked);
    if !body.related.is_empty() {
        canvas.gap(16.0);
        heading(canvas, &body.related_heading);
        let all = (body.related.as_slice(), body.related_left_out.as_slice());
        rows(canvas, "related", all, (label_pt, largest, body), linked, picked);
    }
    if !body.missing.is_empty() {
        canvas.gap(16.0);
        heading(canvas, &body.missing_heading);
        chips::draw(canvas, &body.missing, linked, picked);
    }
}

/// Where rows stand below the first one's upper edge, and lines about those left out.
struct Tops<'a> {
    rows: Vec<f32>,
    lines: Vec<(f32, &'a str)>,
    end: f32,
}

impl<'a> Tops<'a> {
    fn new(count: usize, left_out: &'a [LeftOut], height: f32) -> Self {
        let mut tops = Self { rows: Vec::new(), lines: Vec::new(), end: 0.0 };
        let mut left_out = left_out.iter().peekable();
        for at in 0..=count {
            while let Some(line) = left_out.next_if(|it| it.before <= at) {
                tops.lines.push((tops.end, line.text.as_str()));
                tops.end += LINE_PT;
            }
            if at < count {
                tops.rows.push(tops.end);
                tops.end += height;
            }
        }
        tops
    }
}

/// The height of a line about rows that are left out, in points.
const LINE_PT: f32 = 28.0;

/// Three dots one above the other, and how many rows stand there.
fn line(canvas: &mut Canvas<'_>, text: &str, left: f32) {
    let ink = Ink::plain(style::SMALL_PT, canvas.palette.secondary);
    let galley = canvas.layout(text, ink, canvas.right() - left);
    let middle = canvas.y + LINE_PT / 2.0;
    for step in [-5.0, 0.0, 5.0] {
        let dot = pos2(left - 12.0, middle + step);
        canvas.ui.painter().circle_filled(dot, 1.5, canvas.palette.secondary);
    }
    canvas.put_middle(left, middle, galley);
    canvas.y += LINE_PT;
    canvas.hairline();
    canvas.y -= style::HAIRLINE_PT;
}

fn heading(canvas: &mut Canvas<'_>, text: &str) {
    canvas.paragraph(text, Ink::plain(style::SMALL_PT, canvas.palette.secondary));
    canvas.gap(6.0);
}

fn label_width(canvas: &Canvas<'_>, body: &RankingBody) -> f32 {
    let ink = Ink::bold(style::BODY_PT, canvas.palette.text);
    let rows = body.rows.iter().chain(&body.related).chain(&body.facts);
    rows.map(|row| canvas.line(&row.label, ink).size().x)
        .fold(48.0, f32::max)
        .min(canvas.width * 0.3)
}

fn rows(
    canvas: &mut Canvas<'_>,
    key: &'static str,
    (list, left_out): (&[BarRow], &[LeftOut]),
    (label_pt, largest, body): (f32, f64, &RankingBody),
    linked: &Linked,
    picked: &mut Picked,
) {
    if list.is_empty() {
        return;
    }
    let is_related = key == "related";
    let palette = canvas.palette;
    let height = style::ROW_PT + 8.0 + canvas.row_extra_pt;
    let thickness = (height * 0.5).min(36.0);
    let tops = Tops::new(list.len(), left_out, height);
    let plot_left = canvas.left + label_pt + 12.0;
    let plot =
        Rect::from_min_max(pos2(plot_left, canvas.y), pos2(canvas.right(), canvas.y + tops.end));
    let value_ink = Ink::bold(style::BODY_PT, palette.text);
    let detail_ink = Ink::plain(style::SMALL_PT, palette.secondary);
    let fraction = |row: &BarRow| match row.value {
        Some(value) if largest > 0.0 => (value / largest) as f32,
        _ => 0.0,
    };
    let widths: Vec<(f32, f32)> = (body.rows.iter().chain(&body.related))
        .map(|row| {
            let value = canvas.line(&row.value_text, value_ink).size().x + 8.0;
            let detail = canvas.line(&row.detail, detail_ink).size().x;
            // A long detail may wrap, so it claims at most a third of the width.
            let detail =
                if row.detail.is_empty() { 0.0 } else { detail.min(plot.width() / 3.0) + 8.0 };
            (fraction(row), value + detail)
        })
        .collect();
    let longest = bars::longest(plot.width(), &widths);
    let marks: Vec<BarMark> = list
        .iter()
        .zip(&tops.rows)
        .map(|(row, top)| BarMark {
            center_pt: top + height / 2.0,
            thickness_pt: thickness,
            start: 0.0,
            length: fraction(row) * longest,
            color: frame::mark_color(palette),
            is_hatched: is_related,
        })
        .collect();
    ground(canvas, list.iter().zip(&tops.rows), height, linked);
    let reference = body
        .reference
        .filter(|_| !is_related && largest > 0.0)
        .map(|value| (value / largest) as f32 * longest);
    bars::draw(canvas, key, plot, &marks, reference);
    let mut lines = tops.lines.iter().peekable();
    for ((row, mark), top) in list.iter().zip(&marks).zip(&tops.rows) {
        while let Some((_, text)) = lines.next_if(|it| it.0 < *top) {
            line(canvas, text, plot_left);
        }
        let rect = canvas.row_rect(height);
        let middle = rect.center().y;
        let label = canvas.layout(&row.label, Ink::bold(style::BODY_PT, palette.text), label_pt);
        let x = canvas.left + label_pt - label.size().x;
        canvas.put_middle(x, middle, label);
        let bar = mark.rect(plot);
        let value = canvas.line(&row.value_text, value_ink);
        let value = canvas.put_middle(bar.right() + 8.0, middle, value);
        let room = canvas.right() - value.right() - 8.0;
        if !row.detail.is_empty() {
            let detail = canvas.layout(&row.detail, detail_ink, room);
            canvas.put_middle(value.right() + 8.0, middle, detail);
        }
        let response = match row.value {
            Some(value) => {
                canvas.value_mark((key, row.figure), rect, &row.spoken, (value, largest))
            }
            None => canvas.mark((key, row.figure), rect, &row.spoken),
        };
        picked.note(&response, Some(row.region), Some(row.figure));
        canvas::tooltip(&response, &row.hover);
        canvas.y += height;
        if !is_related {
            canvas.hairline();
            canvas.y -= style::HAIRLINE_PT;
        }
    }
    for (_, text) in lines {
        line(canvas, text, plot_left);
    }
}

/// Lights up the row of the hovered and the chosen cities.
fn ground<'a>(
    canvas: &Canvas<'_>,
    rows: impl Iterator<Item = (&'a BarRow, &'a f32)>,
    height: f32,
    linked: &Linked,
) {
    for (row, top) in rows {
        let rect = canvas.row_rect(height).translate(vec2(0.0, *top));
        if let Some(color) = lit(canvas, row.region, linked) {
            canvas.ui.painter().rect_filled(rect, 0, color);
        }
    }
}

/// The ground of a region's row, if it is chosen or under the pointer.
#[must_use]
pub fn lit(canvas: &Canvas<'_>, region: RegionIx, linked: &Linked) -> Option<egui::Color32> {
    if linked.hovered == Some(region) {
        Some(canvas.palette.hover_ground)
    } else if linked.selected == Some(region) || linked.compared == Some(region) {
        Some(canvas.palette.accent_ground)
    } else {
        None
    }
}

fn fact_rows(
    canvas: &mut Canvas<'_>,
    body: &RankingBody,
    label_pt: f32,
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    for row in &body.facts {
        let left = canvas.left + label_pt + 28.0;
        let text = Ink::plain(style::BODY_PT, palette.text);
        let value = canvas.layout(&row.value_text, text, canvas.right() - left);
        let height = (value.size().y + 12.0).max(style::ROW_PT + 4.0) + canvas.row_extra_pt;
        let rect = canvas.row_rect(height);
        if let Some(color) = lit(canvas, row.region, linked) {
            canvas.ui.painter().rect_filled(rect, 0, color);
        }
        let label = canvas.layout(&row.label, Ink::bold(style::BODY_PT, palette.text), label_pt);
        canvas.put_middle(canvas.left + label_pt - label.size().x, rect.center().y, label);
        let dot = pos2(left - 12.0, rect.center().y);
        canvas.ui.painter().circle_filled(dot, 4.0, frame::mark_color(palette));
        canvas.put_middle(left, rect.center().y, value);
        let response = canvas.mark(("fact", row.figure), rect, &row.spoken);
        picked.note(&response, Some(row.region), Some(row.figure));
        canvas::tooltip(&response, &row.hover);
        canvas.y += height;
        canvas.hairline();
    }
    for left_out in &body.facts_left_out {
        line(canvas, &left_out.text, canvas.left + label_pt + 28.0);
    }
}
