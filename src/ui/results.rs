//! A list of results below a field that keeps the keyboard: the marked row is moved by keys and
//! told to screen readers as the field's active descendant.

use egui::{
    Event, EventFilter, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, accesskit::Role, pos2, text::LayoutJob, text::TextWrapping, vec2,
};

use super::{
    View, keys,
    scene::{Choice, ResultRow, Results, SearchGroup},
    widgets,
};
use crate::figure::style;

/// Rows that Page Up and Page Down move by.
const PAGE: usize = 8;
/// Height of a row, in points.
const ROW_PT: f32 = 30.0;
/// Height of a row with an excerpt, in points.
const TALL_ROW_PT: f32 = 50.0;
/// Space left and right inside a row, in points.
const PAD_PT: f32 = 8.0;

/// What was typed and which row is marked.
#[derive(Clone, Debug, Default)]
pub struct ResultsState {
    /// As typed.
    pub text: String,
    /// The marked row.
    pub marked: usize,
    /// Groups that are shown whole.
    pub expanded: Vec<SearchGroup>,
    /// Whether the marked row must be brought into sight.
    has_moved: bool,
    /// What the rows were made for.
    made_for: Option<(String, usize)>,
    results: Results,
    marked_id: Option<Id>,
}

impl ResultsState {
    /// Makes the rows anew when the text has changed, or more were asked for. `make` is not
    /// called otherwise.
    pub fn refresh(&mut self, make: impl FnOnce(&str, &[SearchGroup]) -> Results) {
        let is_same = self
            .made_for
            .as_ref()
            .is_some_and(|(text, groups)| *text == self.text && *groups == self.expanded.len());
        if !is_same {
            self.results = make(&self.text, &self.expanded);
            self.made_for = Some((self.text.clone(), self.expanded.len()));
            self.marked = self.marked.min(self.results.rows.len().saturating_sub(1));
        }
    }

    /// The rows.
    #[must_use]
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// Forgets the rows, for example because the language has changed.
    pub fn invalidate(&mut self) {
        self.made_for = None;
    }

    /// Starts anew with `text`.
    pub fn set_text(&mut self, text: String) {
        *self = Self { text, ..Self::default() };
    }

    /// Shows all of `group`, the first row that was hidden marked.
    pub fn expand(&mut self, group: SearchGroup) {
        self.expanded.push(group);
        self.has_moved = true;
    }

    /// Takes the keys that move the mark while the field `id` has the keyboard; gives what Enter
    /// chose.
    pub fn keys(&mut self, ui: &Ui, id: Id) -> Option<Choice> {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let count = self.results.rows.len();
        let last = count.saturating_sub(1);
        let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.marked;
        if taken(Key::ArrowDown) {
            self.marked = if self.marked >= last { 0 } else { self.marked + 1 };
        }
        if taken(Key::ArrowUp) {
            self.marked = self.marked.checked_sub(1).unwrap_or(last);
        }
        if taken(Key::PageDown) {
            self.marked = (self.marked + PAGE).min(last);
        }
        if taken(Key::PageUp) {
            self.marked = self.marked.saturating_sub(PAGE);
        }
        if taken(Key::Home) {
            self.marked = 0;
        }
        if taken(Key::End) {
            self.marked = last;
        }
        self.has_moved |= before != self.marked;
        let row = self.results.rows.get(self.marked)?;
        taken(Key::Enter).then(|| row.choice.clone())
    }

    /// The field, in full width. Arrow keys and Escape stay with it.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        id: Id,
        name: &str,
        hint: &str,
        size: egui::Vec2,
    ) -> Response {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        let field = TextEdit::singleline(&mut self.text)
            .id(id)
            .hint_text(hint)
            .return_key(None)
            .event_filter(filter)
            .margin(egui::Margin::symmetric(10, 5));
        let response = ui.add_sized(size, field);
        if response.changed() {
            self.marked = 0;
            self.expanded.clear();
            self.has_moved = true;
        }
        let marked = self.marked_id.filter(|_| response.has_focus());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(name);
            match marked {
                Some(row) => node.set_active_descendant(row.accesskit_id()),
                None => node.clear_active_descendant(),
            }
        });
        response
    }

    /// The rows, at most `height_pt` high; gives the choice that was clicked.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, height_pt: f32) -> Option<Choice> {
        let mut chosen = None;
        let mut marked_id = None;
        let has_moved = std::mem::take(&mut self.has_moved);
        let area = ScrollArea::vertical()
            .max_height(height_pt)
            .min_scrolled_height(height_pt)
            .auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (at, row) in self.results.rows.iter().enumerate() {
                if let Some(heading) = &row.heading {
                    ui.add_space(if at == 0 { 0.0 } else { 6.0 });
                    ui.label(widgets::quiet(heading.as_str(), view.palette));
                }
                let is_marked = at == self.marked;
                let response = result(ui, view, row, is_marked);
                if is_marked {
                    marked_id = Some(response.id);
                    if has_moved {
                        let above = vec2(0.0, if at == 0 { 24.0 } else { 0.0 });
                        let rect = Rect::from_min_max(response.rect.min - above, response.rect.max);
                        ui.scroll_to_rect(rect, None);
                    }
                }
                if response.clicked() {
                    chosen = Some(row.choice.clone());
                }
            }
        });
        self.marked_id = marked_id;
        chosen
    }
}

/// Whether Escape was pressed while `id` has the keyboard; the key is taken.
#[must_use]
pub fn escaped(ui: &Ui, id: Id) -> bool {
    ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| {
            let is_pressed = input.consume_key(Modifiers::NONE, Key::Escape);
            // Popups close on any Escape they see; this one is spoken for.
            if is_pressed {
                input.events.retain(|it| !matches!(it, Event::Key { key: Key::Escape, .. }));
            }
            is_pressed
        })
}

fn result(ui: &mut Ui, view: &View<'_>, row: &ResultRow, is_marked: bool) -> Response {
    let palette = view.palette;
    let height = if row.excerpt.is_some() { TALL_ROW_PT } else { ROW_PT };
    let size = vec2(ui.available_width(), height);
    // A row takes no focus of its own: the field keeps the keyboard.
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let is_possible = row.choice != Choice::Blocked;
    let keys = row.command.and_then(|it| keys::of(ui.ctx(), it)).unwrap_or_default();
    let spoken = spoken(view, row, &keys);
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, is_possible, is_marked, &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_marked));
    if is_marked || response.hovered() {
        let ground = if is_marked { palette.accent_ground } else { palette.hover_ground };
        ui.painter().rect_filled(rect, 4, ground);
    }
    if is_marked {
        let edge = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(edge, 1, palette.accent);
    }
    let first = rect.top() + ROW_PT / 2.0;
    let color = match (&row.choice, is_possible) {
        (Choice::More(_), _) => palette.accent,
        (_, true) => palette.text,
        (_, false) => palette.secondary,
    };
    let mut right = rect.right() - PAD_PT;
    if !keys.is_empty() {
        right = put_right(ui, right, first, plain(&keys, palette.secondary)) - 12.0;
    }
    let label = widgets::marked(&row.label, &row.label_marks, style::BODY_PT, color);
    let label = fitted(ui, label, right - rect.left() - PAD_PT);
    let left = rect.left() + PAD_PT;
    let label_right = left + label.size().x;
    ui.painter().galley(pos2(left, first - label.size().y / 2.0), label, color);
    let room = right - label_right - 16.0;
    if !row.detail.is_empty() && room > 40.0 {
        let job =
            widgets::marked(&row.detail, &row.detail_marks, style::SMALL_PT, palette.secondary);
        let detail = fitted(ui, job, room);
        let at = pos2(right - detail.size().x, first - detail.size().y / 2.0);
        ui.painter().galley(at, detail, palette.secondary);
    }
    if let Some((text, marks)) = &row.excerpt {
        let job = widgets::marked(text, marks, style::SMALL_PT, palette.secondary);
        let line = fitted(ui, job, rect.width() - 2.0 * PAD_PT);
        let at = pos2(left, rect.top() + ROW_PT - 4.0);
        ui.painter().galley(at, line, palette.secondary);
    }
    response
}

fn plain(text: &str, color: egui::Color32) -> LayoutJob {
    widgets::marked(text, &[], style::SMALL_PT, color)
}

/// On one line, cut with an ellipsis at `width_pt`.
fn fitted(ui: &Ui, mut job: LayoutJob, width_pt: f32) -> std::sync::Arc<egui::Galley> {
    job.wrap = TextWrapping::truncate_at_width(width_pt.max(0.0));
    ui.painter().layout_job(job)
}

/// Paints `job` ending at `right`; gives its left edge.
fn put_right(ui: &Ui, right: f32, middle: f32, job: LayoutJob) -> f32 {
    let galley = ui.painter().layout_job(job);
    let at = pos2(right - galley.size().x, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, egui::Color32::PLACEHOLDER);
    at.x
}

fn spoken(view: &View<'_>, row: &ResultRow, keys: &str) -> String {
    let mut spoken = row.label.clone();
    let excerpt = row.excerpt.as_ref().map_or("", |(text, _)| text.as_str());
    for more in [row.detail.as_str(), excerpt] {
        if !more.is_empty() {
            spoken = view.t.named_value(spoken, more);
        }
    }
    if keys.is_empty() { spoken } else { view.t.menu_spoken(keys, spoken) }
}
