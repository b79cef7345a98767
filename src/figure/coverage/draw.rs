//! Draws the matrix: in as many blocks side by side as the width has room for, so that a long one
//! fits a slide or a page without becoming too small to read.

use std::{f32::consts::FRAC_PI_2, ops::Range};

use egui::{Rect, Shape, Stroke, StrokeKind, epaint::TextShape, pos2, vec2};

use super::{Count, CoverageBody, CoverageCell, CoverageMatrixRow};
use crate::figure::{
    Linked, Picked,
    canvas::{self, Canvas, Ink},
    frame, ranking, style,
};

/// Between two blocks, in points.
const GUTTER_PT: f32 = 32.0;
/// Between a label and its cells, in points.
const LABEL_GAP_PT: f32 = 8.0;
/// Width of a cell under a turned name, in points.
const NARROW_PT: f32 = 26.0;
/// Names as short as this stay upright, in points: two Chinese characters turned are hard to read.
const SHORT_NAME_PT: f32 = 30.0;
/// Up to this width a column of an ordinary matrix may grow, in points.
const WIDE_PT: f32 = 64.0;
/// A label longer than this wraps where blocks stand side by side, in points.
const LABEL_PT: f32 = 210.0;
/// A block has at least so many rows; shorter ones would be mostly heads.
const LEAST_ROWS: usize = 20;
const LEAST_ROW_PT: f32 = 24.0;
const HEADING_PT: f32 = 34.0;

/// Where labels and cells of a block stand.
struct Grid {
    blocks: Vec<Range<usize>>,
    block_pt: f32,
    label_pt: f32,
    cell_pt: f32,
    /// Whether the names of the cities are written from bottom to top.
    is_turned: bool,
    head_pt: f32,
}

impl Grid {
    fn of(canvas: &Canvas<'_>, body: &CoverageBody) -> Self {
        let ink = Ink::plain(style::SMALL_PT, canvas.palette.text);
        let bold = Ink::bold(style::SMALL_PT, canvas.palette.text);
        let widest = |texts: &mut dyn Iterator<Item = &String>, ink| {
            texts.map(|it| canvas.line(it, ink).size().x).fold(24.0, f32::max)
        };
        let count = body.cities.len().max(1) as f32;
        let name_pt = widest(&mut body.cities.iter().map(|(_, name)| name), bold);
        let label_need = widest(&mut body.rows.iter().map(|row| &row.label), ink);
        let is_short = name_pt <= SHORT_NAME_PT;
        let upright_pt = name_pt + if is_short { 4.0 } else { 8.0 };
        let upright_pt = style::target_pt(canvas.ui, upright_pt);
        let small_pt = if is_short { upright_pt } else { style::target_pt(canvas.ui, NARROW_PT) };
        let small_block = label_need.min(LABEL_PT) + LABEL_GAP_PT + small_pt * count;
        let room = ((canvas.width + GUTTER_PT) / (small_block + GUTTER_PT)).floor() as usize;
        let most = room.min(body.rows.len() / LEAST_ROWS).max(1);
        let blocks = split(&body.rows, most);
        let gutters = GUTTER_PT * (blocks.len() - 1) as f32;
        let block_pt = (canvas.width - gutters) / blocks.len() as f32;
        // Names stay upright where the labels still have enough room beside them.
        let least_label = label_need.min(if blocks.len() > 1 { LABEL_PT } else { block_pt * 0.34 });
        let free_pt = (block_pt - least_label - LABEL_GAP_PT) / count;
        let is_turned = free_pt < upright_pt;
        // Columns spread as far as the labels leave room, so that the eye has not far to go.
        let spread = (block_pt - label_need - LABEL_GAP_PT * 2.0) / count;
        let cell_pt = if is_turned {
            spread.clamp(small_pt.min(free_pt.max(1.0)), WIDE_PT)
        } else {
            spread.clamp(upright_pt, upright_pt.max(WIDE_PT))
        };
        let label_pt = (block_pt - cell_pt * count - LABEL_GAP_PT).max(1.0);
        let head_pt = if is_turned { name_pt + 12.0 } else { style::target_pt(canvas.ui, 24.0) };
        Self { blocks, block_pt, label_pt, cell_pt, is_turned, head_pt }
    }

    fn cell(&self, canvas: &Canvas<'_>, column: usize, height_pt: f32) -> Rect {
        let left = canvas.left + self.label_pt + LABEL_GAP_PT + self.cell_pt * column as f32;
        Rect::from_min_size(pos2(left, canvas.y), vec2(self.cell_pt, height_pt))
    }
}

/// The rows in at most `most` runs of about equal height. A run starts at a heading where one is
/// near, so that themes stay together.
fn split(rows: &[CoverageMatrixRow], most: usize) -> Vec<Range<usize>> {
    let height = |row: &CoverageMatrixRow| {
        LEAST_ROW_PT + if row.heading.is_some() { HEADING_PT } else { 0.0 }
    };
    let whole: f32 = rows.iter().map(height).sum();
    let mut starts = vec![0];
    for block in 1..most {
        let wanted = whole * block as f32 / most as f32;
        let mut above = 0.0;
        let mut best: Option<(f32, usize)> = None;
        for (at, row) in rows.iter().enumerate() {
            // A theme that is cut costs as much as six rows of difference.
            let cut = if row.heading.is_some() { 0.0 } else { LEAST_ROW_PT * 6.0 };
            let cost = (above - wanted).abs() + cut;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, at));
            }
            above += height(row);
        }
        starts.extend(best.map(|(_, at)| at));
    }
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([rows.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Draws the matrix.
pub fn draw(canvas: &mut Canvas<'_>, body: &CoverageBody, linked: &Linked, picked: &mut Picked) {
    let grid = Grid::of(canvas, body);
    let (left, width, top) = (canvas.left, canvas.width, canvas.y);
    let mut bottom = top;
    canvas.width = grid.block_pt;
    for (block, rows) in grid.blocks.iter().enumerate() {
        canvas.left = left + (grid.block_pt + GUTTER_PT) * block as f32;
        canvas.y = top;
        head(canvas, block, body, &grid, linked, picked);
        canvas.hairline();
        for at in rows.clone() {
            let Some(row) = body.rows.get(at) else { continue };
            if let Some(heading) = &row.heading {
                canvas.gap(10.0);
                canvas.paragraph(heading, Ink::bold(style::SMALL_PT, canvas.palette.text));
                canvas.gap(4.0);
            }
            matrix_row(canvas, at, (row, body), &grid, linked, picked);
        }
        bottom = bottom.max(canvas.y);
    }
    (canvas.left, canvas.width, canvas.y) = (left, width, bottom);
}

fn head(
    canvas: &mut Canvas<'_>,
    block: usize,
    body: &CoverageBody,
    grid: &Grid,
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    for (at, (region, name)) in body.cities.iter().enumerate() {
        let is_lit = linked.selected == Some(*region);
        let color = if is_lit { palette.accent } else { palette.secondary };
        let galley = canvas.line(name, Ink { size_pt: style::SMALL_PT, is_bold: is_lit, color });
        let rect = grid.cell(canvas, at, grid.head_pt);
        let response = canvas.mark(("column", block, *region), rect, name);
        if let Some(ground) = ranking::lit(canvas, *region, linked) {
            canvas.ui.painter().rect_filled(rect, style::RADIUS_PT, ground);
        }
        picked.note(&response, Some(*region), None);
        let size = galley.size();
        if grid.is_turned {
            // From bottom to top, the middle of the line over the middle of the column.
            let foot = pos2(rect.center().x - size.y / 2.0, rect.bottom() - 6.0);
            let text = TextShape::new(foot, galley, color).with_angle(-FRAC_PI_2);
            canvas.ui.painter().add(Shape::Text(text));
        } else {
            canvas.put_middle(rect.center().x - size.x / 2.0, rect.center().y, galley);
        }
    }
    canvas.y += grid.head_pt;
}

fn matrix_row(
    canvas: &mut Canvas<'_>,
    at: usize,
    (row, body): (&CoverageMatrixRow, &CoverageBody),
    grid: &Grid,
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let label = canvas.layout(&row.label, Ink::plain(style::SMALL_PT, palette.text), grid.label_pt);
    let height =
        (label.size().y + 6.0).max(style::target_pt(canvas.ui, LEAST_ROW_PT)) + canvas.row_extra_pt;
    let rect = canvas.row_rect(height);
    let label_rect = Rect::from_min_size(rect.min, vec2(grid.label_pt, height));
    if let Some(indicator) = row.indicator {
        let response = canvas.mark(("row", at), label_rect, &row.label);
        if response.hovered() {
            canvas.ui.painter().rect_filled(label_rect, 0, palette.hover_ground);
        }
        if response.clicked() {
            picked.indicator = Some(indicator);
        }
    }
    canvas.put_middle(canvas.left, rect.center().y, label);
    for (column, (cell, (region, _))) in row.cells.iter().zip(&body.cities).enumerate() {
        let area = grid.cell(canvas, column, height);
        if let Some(color) = ranking::lit(canvas, *region, linked) {
            canvas.ui.painter().rect_filled(area, 0, color);
        }
        cell_mark(canvas, cell, area);
        if cell.figure.is_some() || cell.count.is_some_and(|count| count.number() > 0) {
            let response = canvas.mark(("cell", at, column), area, &cell.spoken);
            picked.note(&response, Some(*region), cell.figure);
            if response.clicked() {
                picked.indicator = row.indicator;
            }
            canvas::tooltip(&response, &cell.spoken);
        }
    }
    canvas.y += height;
    canvas.hairline();
}

fn cell_mark(canvas: &Canvas<'_>, cell: &CoverageCell, area: Rect) {
    let palette = canvas.palette;
    let center = area.center();
    match (cell.figure, cell.count) {
        (Some(_), _) => {
            let color = frame::mark_color(palette);
            canvas.ui.painter().circle_filled(center, 5.0, color);
        }
        (None, Some(count)) if count.number() > 0 => {
            if matches!(count, Count::Figures(_)) {
                frame::count_ground(canvas, area.shrink2(vec2(3.0, 3.0)));
            }
            let ink = Ink::bold(style::SMALL_PT, palette.text);
            let galley = canvas.line(&count.number().to_string(), ink);
            let half = galley.size().x / 2.0;
            canvas.put_middle(center.x - half, center.y, galley);
        }
        _ => {
            let mark = Rect::from_center_size(center, vec2(10.0, 10.0));
            canvas.hatch(mark, palette.hatch, 4.0);
            let stroke = Stroke::new(1.0, palette.hairline);
            canvas.ui.painter().rect_stroke(mark, 2, stroke, StrokeKind::Inside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CoverageMatrixRow, split};

    fn rows(headings: &[usize], count: usize) -> Vec<CoverageMatrixRow> {
        (0..count)
            .map(|at| CoverageMatrixRow {
                heading: headings.contains(&at).then(String::new),
                indicator: None,
                label: String::new(),
                cells: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn blocks_are_even_hold_every_row_once_and_start_at_a_theme_that_is_near() {
        assert_eq!(split(&rows(&[0], 5), 1).first(), Some(&(0..5)));
        assert_eq!(split(&rows(&[0, 18, 40], 40), 2), [0..18, 18..40]);
        // Far from the middle a theme is cut.
        assert_eq!(split(&rows(&[0, 4], 40), 2), [0..19, 19..40]);
        assert_eq!(split(&[], 3).iter().map(ExactSizeIterator::len).sum::<usize>(), 0);
    }
}
