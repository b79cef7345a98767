//! Draws the blocks of a help page, each a mark that the keyboard reaches.

use std::ops::Range;

use egui::{
    Frame, Id, Label, Margin, Sense, Stroke, TextFormat, Ui,
    accesskit::{Node, Role},
    pos2,
    text::LayoutJob,
    vec2,
};

use super::{
    super::{View, widgets},
    markdown::{Block, Line},
    part,
};
use crate::figure::{roving::Group, style, wrap};

/// Room for a marker before an item, in points.
const MARKER_PT: f32 = 22.0;
/// Space between the columns of a table, in points.
const GAP_PT: f32 = 16.0;
/// The least width of a column, in points.
const COLUMN_PT: f32 = 72.0;

/// Draws `block`; `salt` tells it from all others.
pub fn block(
    ui: &mut Ui,
    view: &View<'_>,
    group: &mut Group,
    salt: (&'static str, u8, usize),
    block: &Block,
) {
    let id = Id::unique(salt);
    match block {
        Block::Heading { level, line } => {
            let size_pt = match level {
                1 => style::TITLE_PT,
                2 => style::HEADING_PT,
                _ => style::BODY_PT,
            };
            part(ui, group, id, Role::Heading, &line.text, |ui| {
                words(ui, view, line, size_pt, true);
            });
            let level = usize::from(*level);
            ui.ctx().accesskit_node_builder(id, |node| node.set_level(level));
        }
        Block::Paragraph(line) => part(ui, group, id, Role::Paragraph, &line.text, |ui| {
            words(ui, view, line, style::BODY_PT, false);
        }),
        Block::Item { depth, marker, line } => {
            part(ui, group, id, Role::ListItem, &line.text, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(*depth as f32 * MARKER_PT);
                    let size = vec2(MARKER_PT, style::BODY_PT);
                    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                    let font = style::font(style::BODY_PT, false);
                    let color = view.palette.secondary;
                    ui.painter().text(rect.left_top(), egui::Align2::LEFT_TOP, marker, font, color);
                    ui.vertical(|ui| words(ui, view, line, style::BODY_PT, false));
                });
            });
        }
        Block::Code(code) => part(ui, group, id, Role::Code, code, |ui| {
            let frame = Frame::new()
                .fill(view.palette.panel)
                .corner_radius(style::RADIUS_PT)
                .inner_margin(Margin::symmetric(12, 8));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                // Its words are those of the block.
                silent(ui, job(view, &Line::default(), code, style::BODY_PT, false));
            });
        }),
        Block::Table { head, rows } => table(ui, view, group, salt, head, rows),
    }
    ui.add_space(6.0);
}

/// Words that wrap by the Unicode rules.
fn words(ui: &mut Ui, view: &View<'_>, line: &Line, size_pt: f32, is_bold: bool) {
    let width = ui.available_width();
    silent(ui, wrapped(ui, view, line, size_pt, is_bold, width));
}

/// Text that a screen reader hears from the block it belongs to.
fn silent(ui: &mut Ui, job: LayoutJob) {
    let response = ui.add(Label::new(job));
    ui.ctx().accesskit_node_builder(response.id, Node::set_hidden);
}

fn wrapped(
    ui: &Ui,
    view: &View<'_>,
    line: &Line,
    size_pt: f32,
    is_bold: bool,
    width_pt: f32,
) -> LayoutJob {
    // What stands out is a little wider.
    let is_plain = line.strong.is_empty() && line.code.is_empty();
    let room = if is_plain { width_pt } else { width_pt * 0.96 };
    let font = style::font(size_pt, is_bold);
    let lines = wrap::broken(ui.painter(), &line.text, &font, room);
    job(view, line, &lines, size_pt, is_bold)
}

/// `lines`, the text of `line` with line breaks put in, dressed as `line` says.
fn job(view: &View<'_>, line: &Line, lines: &str, size_pt: f32, is_bold: bool) -> LayoutJob {
    let palette = view.palette;
    let moved = |marks: &[Range<usize>]| widgets::moved(&line.text, lines, marks);
    let (strong, code) = (moved(&line.strong), moved(&line.code));
    let mut edges: Vec<usize> =
        strong.iter().chain(&code).flat_map(|it| [it.start, it.end]).collect();
    edges.extend([0, lines.len()]);
    edges.sort_unstable();
    edges.dedup();
    let mut job = LayoutJob::default();
    for pair in edges.windows(2) {
        let [from, to] = *pair else { continue };
        let is_in = |marks: &[Range<usize>]| marks.iter().any(|it| it.contains(&from));
        let font = style::font(size_pt, is_bold || is_in(&strong));
        let mut format = TextFormat::simple(font, palette.text);
        if is_in(&code) {
            format.background = palette.hover_ground;
        }
        job.append(lines.get(from..to).unwrap_or_default(), 0.0, format);
    }
    job
}

fn table(
    ui: &mut Ui,
    view: &View<'_>,
    group: &mut Group,
    salt: (&'static str, u8, usize),
    head: &[Line],
    rows: &[Vec<Line>],
) {
    let widths = widths(ui, head, rows);
    let head_id = Id::unique((salt, "head"));
    let texts: Vec<&str> = head.iter().map(|it| it.text.as_str()).collect();
    let join = view.t.help_cells_join();
    part(ui, group, head_id, Role::Row, &texts.join(join), |ui| {
        row(ui, view, head, &widths, true);
    });
    for (at, cells) in rows.iter().enumerate() {
        // Each cell after the heading of its column, since readers tell no columns here.
        let mut named = Vec::new();
        for (cell, head) in cells.iter().zip(head).filter(|(cell, _)| !cell.text.is_empty()) {
            named.push(view.t.help_cell(head.text.as_str(), cell.text.as_str()));
        }
        part(ui, group, Id::unique((salt, at)), Role::Row, &named.join(join), |ui| {
            row(ui, view, cells, &widths, false);
        });
    }
}

/// The width of each column: what its words need, or its share of the room.
fn widths(ui: &Ui, head: &[Line], rows: &[Vec<Line>]) -> Vec<f32> {
    let width = |line: &Line| {
        let font = style::font(style::BODY_PT, true);
        let color = egui::Color32::PLACEHOLDER;
        ui.painter().layout_no_wrap(line.text.clone(), font, color).size().x + 2.0
    };
    let mut wanted: Vec<f32> = head.iter().map(width).collect();
    for cells in rows {
        for (wanted, cell) in wanted.iter_mut().zip(cells) {
            *wanted = wanted.max(width(cell));
        }
    }
    let gaps = GAP_PT * head.len().saturating_sub(1) as f32;
    let room = ui.available_width() - gaps;
    let all: f32 = wanted.iter().sum();
    if all <= room {
        return wanted;
    }
    // Narrow columns stay whole; the wide ones share what is left in proportion.
    let share = room / head.len().max(1) as f32;
    let narrow: f32 = wanted.iter().filter(|it| **it <= share).sum();
    let wide: f32 = wanted.iter().filter(|it| **it > share).sum();
    let scale = (room - narrow) / wide.max(1.0);
    wanted
        .into_iter()
        .map(|it| if it <= share { it } else { (it * scale).max(COLUMN_PT) })
        .collect()
}

fn row(ui: &mut Ui, view: &View<'_>, cells: &[Line], widths: &[f32], is_head: bool) {
    let palette = view.palette;
    let mut galleys = Vec::new();
    for (cell, width) in cells.iter().zip(widths) {
        let job = wrapped(ui, view, cell, style::BODY_PT, is_head, *width);
        galleys.push(ui.painter().layout_job(job));
    }
    let tallest = galleys.iter().map(|it| it.size().y).fold(0.0, f32::max);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), tallest + 8.0), Sense::hover());
    let mut left = rect.left();
    for (galley, width) in galleys.into_iter().zip(widths) {
        ui.painter().galley(pos2(left, rect.top() + 4.0), galley, palette.text);
        left += width + GAP_PT;
    }
    let edge = if is_head { palette.outline } else { palette.hairline };
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(style::HAIRLINE_PT, edge));
}
