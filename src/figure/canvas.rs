//! Lays a figure out from top to bottom: text that wraps, hairlines, gaps, marks that answer.

use std::sync::Arc;

use egui::{
    Align, Color32, Galley, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role, pos2, text::LayoutJob, vec2,
};

use super::{
    roving::{self, Group},
    style::{self, Palette},
    wrap,
};

/// How a piece of text looks.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// Size in points.
    pub size_pt: f32,
    /// Whether in the heavier weight.
    pub is_bold: bool,
    /// Colour.
    pub color: Color32,
}

impl Ink {
    /// Text in the ordinary weight.
    #[must_use]
    pub const fn plain(size_pt: f32, color: Color32) -> Self {
        Self { size_pt, is_bold: false, color }
    }

    /// Text in the heavier weight.
    #[must_use]
    pub const fn bold(size_pt: f32, color: Color32) -> Self {
        Self { size_pt, is_bold: true, color }
    }
}

/// A figure being laid out. Everything is placed in points from the top left of the window.
pub struct Canvas<'a> {
    /// Where shapes and answers go.
    pub ui: &'a mut Ui,
    /// Colours.
    pub palette: &'a Palette,
    /// Left edge.
    pub left: f32,
    /// Width for content.
    pub width: f32,
    /// Where the next row starts.
    pub y: f32,
    /// Height added to each row of marks where the picture has room to spare.
    pub row_extra_pt: f32,
    top: f32,
    id: Id,
    said: u32,
    group: Option<&'a mut Group>,
}

impl<'a> Canvas<'a> {
    /// Starts at the cursor of `ui` with all the width it has.
    pub fn new(ui: &'a mut Ui, palette: &'a Palette, row_extra_pt: f32) -> Self {
        let origin = ui.cursor().min;
        let width = ui.available_width();
        let id = ui.scope_id().with("figure");
        Self {
            ui,
            palette,
            left: origin.x,
            width,
            y: origin.y,
            row_extra_pt,
            top: origin.y,
            id,
            said: 0,
            group: None,
        }
    }

    /// Lets the marks belong to `group`, so that together they are one Tab stop.
    #[must_use]
    pub fn grouped(mut self, group: &'a mut Group) -> Self {
        self.group = Some(group);
        self
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Leaves `height_pt` free.
    pub const fn gap(&mut self, height_pt: f32) {
        self.y += height_pt;
    }

    /// Text laid out in at most `width_pt`, wrapped at words (anywhere in Chinese).
    #[must_use]
    pub fn layout(&self, text: &str, ink: Ink, width_pt: f32) -> Arc<Galley> {
        let font = style::font(ink.size_pt, ink.is_bold);
        let lines = wrap::broken(self.ui.painter(), text, &font, width_pt);
        let mut job = LayoutJob::simple(lines, font, ink.color, width_pt);
        job.halign = Align::LEFT;
        self.ui.painter().layout_job(job)
    }

    /// Text on one line, however long.
    #[must_use]
    pub fn line(&self, text: &str, ink: Ink) -> Arc<Galley> {
        self.layout(text, ink, f32::INFINITY)
    }

    /// Text on one line in the largest of 14, 13 and 12 points that fits `width_pt`; what does not
    /// fit at 12 points ends in an ellipsis.
    #[must_use]
    pub fn fitted(&self, text: &str, ink: Ink, width_pt: f32) -> Arc<Galley> {
        for size_pt in [14.0, 13.0, 12.0] {
            if size_pt > ink.size_pt {
                continue;
            }
            let galley = self.line(text, Ink { size_pt, ..ink });
            if galley.size().x <= width_pt {
                return galley;
            }
        }
        let font = style::font(style::SMALL_PT, ink.is_bold);
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink.color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width_pt);
        self.ui.painter().layout_job(job)
    }

    /// Paints laid-out text with its top left at `at`.
    #[allow(
        clippy::must_use_candidate,
        reason = "painting is the point; the place is a by-product"
    )]
    pub fn put(&self, at: Pos2, galley: Arc<Galley>) -> Rect {
        let rect = Rect::from_min_size(at, galley.size());
        self.ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        rect
    }

    /// Paints laid-out text centred vertically on `center_y`.
    #[allow(
        clippy::must_use_candidate,
        reason = "painting is the point; the place is a by-product"
    )]
    pub fn put_middle(&self, x: f32, center_y: f32, galley: Arc<Galley>) -> Rect {
        let y = center_y - galley.size().y / 2.0;
        self.put(pos2(x, y), galley)
    }

    /// A paragraph over the full width; the cursor moves below it.
    pub fn paragraph(&mut self, text: &str, ink: Ink) {
        if text.is_empty() {
            return;
        }
        let galley = self.layout(text, ink, self.width);
        let height = galley.size().y;
        let rect = self.put(pos2(self.left, self.y), galley);
        self.say(rect, text);
        self.y += height;
    }

    /// Lets screen readers find text that was painted at `rect`.
    pub fn say(&mut self, rect: Rect, text: &str) {
        self.said += 1;
        let response = self.ui.interact(rect, self.id.with(("said", self.said)), Sense::empty());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        // A screen reader that enters a group reads all its labels at once, but not its paragraphs.
        self.ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Paragraph);
            node.set_label(text);
            node.clear_value();
        });
    }

    /// [`Self::paragraph`] that is a heading of `level`, 1 the uppermost.
    pub fn heading(&mut self, text: &str, ink: Ink, level: usize) {
        let galley = self.layout(text, ink, self.width);
        let height = galley.size().y;
        let rect = self.put(pos2(self.left, self.y), galley);
        self.say_heading(rect, text, level);
        self.y += height;
    }

    /// Lets screen readers find a heading that was painted at `rect`, among all headings.
    pub fn say_heading(&mut self, rect: Rect, text: &str, level: usize) {
        self.said += 1;
        let response = self.ui.interact(rect, self.id.with(("said", self.said)), Sense::empty());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
        self.ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
    }

    /// A hairline over the full width.
    pub fn hairline(&mut self) {
        let stroke = Stroke::new(style::HAIRLINE_PT, self.palette.hairline);
        self.ui.painter().hline(self.left..=self.right(), self.y, stroke);
        self.y += style::HAIRLINE_PT;
    }

    /// A rectangle from the left edge of the content at the cursor.
    #[must_use]
    pub fn row_rect(&self, height_pt: f32) -> Rect {
        Rect::from_min_size(pos2(self.left, self.y), vec2(self.width, height_pt))
    }

    /// Makes `rect` answer to pointer and keyboard under a spoken name.
    pub fn mark(
        &mut self,
        key: impl std::hash::Hash + std::fmt::Debug,
        rect: Rect,
        spoken: &str,
    ) -> egui::Response {
        let id = self.id.with(key);
        if let Some(group) = &mut self.group {
            return group.mark(self.ui, id, rect, spoken);
        }
        let response = self.ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
        if response.has_focus() {
            let stroke = Stroke::new(self.palette.focus_pt(), self.palette.accent);
            self.ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
        }
        response
    }

    /// A mark that stands for `value` on a scale from 0 to `most`, which screen readers learn too.
    pub fn value_mark(
        &mut self,
        key: impl std::hash::Hash + std::fmt::Debug,
        rect: Rect,
        spoken: &str,
        (value, most): (f64, f64),
    ) -> egui::Response {
        let response = self.mark(key, rect, spoken);
        self.ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_numeric_value(value);
            node.set_min_numeric_value(value.min(0.0));
            node.set_max_numeric_value(most.max(value));
        });
        response
    }

    /// Tells screen readers that a mark is among what was chosen.
    pub fn tell_chosen(&mut self, response: &egui::Response, is_chosen: bool) {
        if let Some(group) = &mut self.group {
            group.tell_chosen(response, is_chosen);
        }
    }

    /// Quiet diagonal lines over `rect`, the sign of what is not reported or not the same.
    pub fn hatch(&self, rect: Rect, color: Color32, step_pt: f32) {
        hatch(self.ui.painter(), rect, color, step_pt);
    }

    /// Takes the space used from the `Ui` and gives it back.
    #[allow(
        clippy::must_use_candidate,
        reason = "painting is the point; the place is a by-product"
    )]
    pub fn finish(self) -> Rect {
        let size = Vec2::new(self.width, self.y - self.top);
        let rect = Rect::from_min_size(pos2(self.left, self.top), size);
        self.ui.advance_cursor_after_rect(rect);
        rect
    }
}

/// Words under the pointer that a screen reader has heard already as the mark's name, so they are
/// no description of it.
pub fn tooltip(response: &egui::Response, text: &str) {
    if roving::is_current(response) {
        roving::show_words(response, text);
        return;
    }
    response.clone().on_hover_ui(|ui| {
        ui.label(text);
    });
}

/// Diagonal lines over `rect`, `step_pt` apart, rising to the right.
pub fn hatch(painter: &egui::Painter, rect: Rect, color: Color32, step_pt: f32) {
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let stroke = Stroke::new(1.0, color);
    let mut x = rect.left() - rect.height();
    // Lines start on multiples of the step, so that neighbouring rectangles match.
    x = (x / step_pt).floor() * step_pt;
    while x < rect.right() {
        let from = pos2(x, rect.bottom());
        let to = pos2(x + rect.height(), rect.top());
        clipped.line_segment([from, to], stroke);
        x += step_pt;
    }
}
