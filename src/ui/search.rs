//! The search field in the header, and what it finds below it.

use egui::{Frame, Id, Margin, Popup, PopupCloseBehavior, Ui, vec2};

use super::{
    Pushed, View, keys, reflow,
    results::{self, ResultsState},
    scene::{Choice, Results},
    widgets,
};
use crate::{model::Lang, state::Command};

/// What is typed into the search field and what it lists.
#[derive(Clone, Debug, Default)]
pub struct SearchState {
    /// Whether the field takes the keyboard at the next frame.
    pub wants_focus: bool,
    list: ResultsState,
    is_open: bool,
    /// What had the keyboard before.
    back_to: Option<Id>,
    /// Searches that led somewhere, the last first.
    recent: Vec<String>,
    /// The language and data that the rows were made for.
    made_for: Option<(Lang, usize)>,
}

/// Width of the list of results, in points.
const RESULTS_PT: f32 = 460.0;
/// The searches that are kept.
const MOST_RECENT: usize = 6;

/// Draws the field at `width_pt`, and the results while it has the keyboard.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut SearchState,
    width_pt: f32,
    pushed: &mut Pushed,
) {
    let id = Id::unique("search field");
    take_focus(ui, state, id);
    refresh(view, state);
    let mut chosen = state.list.keys(ui, id);
    if state.is_open && results::escaped(ui, id) {
        step_back(ui, state, id);
    }
    let shortcut = keys::of(ui.ctx(), Command::Find).unwrap_or_default();
    let hint = view.t.search_hint_keys(shortcut.as_str());
    let response = state.list.field(ui, id, view.t.search_field(), &hint, vec2(width_pt, 30.0));
    if response.gained_focus() || response.clicked() || response.changed() {
        state.is_open = true;
    }
    refresh(view, state);
    if state.is_open {
        let results_pt = reflow::width_pt(ui, RESULTS_PT);
        let popup = Popup::from_response(&response)
            .open(true)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .accessible_name(view.t.search_field())
            .width(results_pt)
            .frame(Frame::popup(ui.style()).inner_margin(Margin::same(8)));
        let shown = popup.show(|ui| {
            ui.set_width(results_pt);
            body(ui, view, state)
        });
        if let Some(shown) = shown {
            chosen = shown.inner.or(chosen);
            let is_left = response.lost_focus() && !shown.response.contains_pointer();
            let is_elsewhere = shown.response.clicked_elsewhere() && response.clicked_elsewhere();
            // Tab leads on even where the pointer rests on the list.
            let focused = ui.memory(egui::Memory::focused);
            let is_passed = chosen.is_none() && focused.is_some_and(|it| it != id);
            state.is_open = !is_left && !is_elsewhere && !is_passed;
        }
    }
    if let Some(choice) = chosen {
        choose(ui, state, id, choice, pushed);
    }
    widgets::hint(response, view, Command::Find);
}

fn take_focus(ui: &Ui, state: &mut SearchState, id: Id) {
    if std::mem::take(&mut state.wants_focus) {
        state.back_to = ui.memory(egui::Memory::focused).filter(|it| *it != id);
        ui.memory_mut(|memory| memory.request_focus(id));
        state.is_open = true;
    }
}

fn refresh(view: &View<'_>, state: &mut SearchState) {
    let index = &view.scene.search;
    let made_for = Some((view.state.lang, std::sync::Arc::as_ptr(index).addr()));
    if state.made_for != made_for {
        state.made_for = made_for;
        state.list.invalidate();
    }
    let recent = &state.recent;
    state.list.refresh(|text, expanded| Results::of_search(index, text, expanded, recent, view.t));
}

fn body(ui: &mut Ui, view: &View<'_>, state: &mut SearchState) -> Option<Choice> {
    let text = state.list.text.trim();
    if state.list.results().rows.is_empty() {
        ui.label(widgets::bold(view.t.search_nothing(text), crate::figure::style::BODY_PT));
        ui.add(egui::Label::new(widgets::quiet(view.t.search_nothing_hint(), view.palette)).wrap());
        return None;
    }
    let most = (ui.ctx().content_rect().height() - 120.0).max(120.0);
    state.list.show(ui, view, most)
}

/// Escape: first clears the text, then gives the keyboard back.
fn step_back(ui: &Ui, state: &mut SearchState, id: Id) {
    if state.list.text.is_empty() {
        leave(ui, state, id);
    } else {
        state.list.set_text(String::new());
    }
}

fn leave(ui: &Ui, state: &mut SearchState, id: Id) {
    state.is_open = false;
    ui.memory_mut(|memory| match state.back_to.take() {
        Some(before) => memory.request_focus(before),
        None => memory.surrender_focus(id),
    });
}

fn choose(ui: &Ui, state: &mut SearchState, id: Id, choice: Choice, pushed: &mut Pushed) {
    match choice {
        Choice::Act(action) => {
            let words = state.list.text.trim().to_owned();
            state.recent.retain(|it| *it != words);
            state.recent.insert(0, words);
            state.recent.truncate(MOST_RECENT);
            state.list.set_text(String::new());
            pushed.actions.push(action);
            leave(ui, state, id);
        }
        Choice::Search(words) => {
            state.list.set_text(words);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        Choice::More(group) => {
            state.list.expand(group);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        Choice::Run(_) | Choice::Blocked => {}
    }
    ui.ctx().request_repaint();
}
