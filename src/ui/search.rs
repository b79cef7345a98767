//! The search field in the header, and what it finds below it.

use egui::{
    Frame, Key, Margin, Modifiers, Popup, PopupCloseBehavior, Sense, TextEdit, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::{
    Pushed, View,
    scene::{SearchEntry, find},
    widgets,
};
use crate::figure::style;

/// What was typed, which result is marked, and whether the field shall take the keyboard.
#[derive(Clone, Debug, Default)]
pub struct SearchState {
    /// As typed.
    pub text: String,
    /// The marked result.
    pub marked: usize,
    /// Whether the field takes the keyboard at the next frame.
    pub wants_focus: bool,
}

/// Width of the list of results, in points.
const RESULTS_PT: f32 = 420.0;

/// Draws the field at `width_pt`, and the results while something is typed.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut SearchState,
    width_pt: f32,
    pushed: &mut Pushed,
) {
    let found = find(&view.scene.search, &state.text);
    let field = TextEdit::singleline(&mut state.text)
        .id_salt("search")
        .hint_text(view.t.search_hint())
        .margin(Margin::symmetric(10, 5));
    let response = ui.add_sized([width_pt, 30.0], field);
    if std::mem::take(&mut state.wants_focus) {
        response.request_focus();
    }
    if response.changed() {
        state.marked = 0;
    }
    let has_focus = response.has_focus() || response.lost_focus();
    let mut chosen = None;
    if has_focus && !found.is_empty() {
        chosen = keys(ui, state, found.len()).and_then(|at| found.get(at).copied());
    }
    let is_open = !state.text.trim().is_empty() && has_focus || Popup::is_any_open(ui.ctx());
    let popup = Popup::from_response(&response)
        .open(is_open && !state.text.trim().is_empty())
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(view.t.search_hint())
        .width(RESULTS_PT)
        .frame(Frame::popup(ui.style()).inner_margin(Margin::same(8)));
    let shown = popup.show(|ui| {
        ui.set_width(RESULTS_PT);
        results(ui, view, &found, state.marked)
    });
    if let Some(inner) = shown {
        chosen = inner.inner.or(chosen);
    }
    if let Some(entry) = chosen {
        pushed.actions.extend(entry.actions.iter().cloned());
        *state = SearchState::default();
        ui.memory_mut(|memory| memory.surrender_focus(response.id));
    } else if has_focus && ui.input(|input| input.key_pressed(Key::Escape)) {
        *state = SearchState::default();
    }
}

/// Moves the mark; gives the result that Enter chose.
fn keys(ui: &Ui, state: &mut SearchState, count: usize) -> Option<usize> {
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
            state.marked = (state.marked + 1) % count;
        }
        if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
            state.marked = (state.marked + count - 1) % count;
        }
        input.key_pressed(Key::Enter).then_some(state.marked)
    })
}

fn results<'a>(
    ui: &mut Ui,
    view: &View<'_>,
    found: &[&'a SearchEntry],
    marked: usize,
) -> Option<&'a SearchEntry> {
    if found.is_empty() {
        ui.label(widgets::quiet(view.t.search_none(), view.palette));
    }
    let mut group = None;
    let mut chosen = None;
    for (at, entry) in found.iter().enumerate() {
        if group != Some(entry.group) {
            group = Some(entry.group);
            ui.add_space(4.0);
            ui.label(widgets::quiet(entry.group.name(view.t), view.palette));
        }
        if result(ui, view, entry, at == marked) {
            chosen = Some(*entry);
        }
    }
    chosen
}

fn result(ui: &mut Ui, view: &View<'_>, entry: &SearchEntry, is_marked: bool) -> bool {
    let palette = view.palette;
    let size = vec2(ui.available_width(), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = view.t.named_value(entry.label.as_str(), entry.detail.as_str());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_marked, &spoken));
    if is_marked || response.hovered() {
        let ground = if is_marked { palette.accent_ground } else { palette.hover_ground };
        ui.painter().rect_filled(rect, 4, ground);
    }
    let detail = ui.painter().layout_no_wrap(
        entry.detail.clone(),
        style::font(style::SMALL_PT, false),
        palette.secondary,
    );
    let room = rect.width() - detail.size().x - 28.0;
    let mut job = egui::text::LayoutJob::simple_singleline(
        entry.label.clone(),
        style::font(style::BODY_PT, false),
        palette.text,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let label = ui.painter().layout_job(job);
    let middle = rect.center().y;
    let detail_at = pos2(rect.right() - 8.0 - detail.size().x, middle - detail.size().y / 2.0);
    let label_at = pos2(rect.left() + 8.0, middle - label.size().y / 2.0);
    ui.painter().galley(label_at, label, palette.text);
    ui.painter().galley(detail_at, detail, palette.secondary);
    response.clicked()
}
