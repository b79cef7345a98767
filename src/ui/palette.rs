//! The command palette: all commands, cities, indicators and figures, found by typing.

use egui::{Id, Modal, Ui, vec2};

use super::{
    Pushed, View,
    results::{self, ResultsState},
    scene::{Choice, Results},
    widgets,
};
use crate::{
    figure::style,
    state::{Command, Conditions},
};

/// What is typed into the palette, and what was used lately.
#[derive(Clone, Debug, Default)]
pub struct PaletteState {
    is_open: bool,
    list: ResultsState,
    /// What the window allowed when the palette was opened.
    now: Conditions,
    recent: Vec<Command>,
    back_to: Option<Id>,
}

/// Width of the palette, in points.
const WIDTH_PT: f32 = 560.0;
/// The commands that are remembered as used.
const MOST_RECENT: usize = 5;

impl PaletteState {
    /// Opens the palette; `now` tells which commands can be carried out.
    pub fn open(&mut self, ctx: &egui::Context, now: Conditions) {
        self.is_open = true;
        self.now = now;
        self.list.set_text(String::new());
        self.back_to = ctx.memory(egui::Memory::focused);
    }

    /// Whether it is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }
}

/// Draws the palette over the window while it is open.
pub fn show(ui: &Ui, view: &View<'_>, state: &mut PaletteState, pushed: &mut Pushed) {
    if !state.is_open {
        return;
    }
    let id = Id::unique("palette field");
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::same(12));
    let window = ui.ctx().content_rect();
    // Near the top, so that the field keeps its place while the list grows and shrinks.
    let top = (window.height() * 0.1).min(72.0);
    let area =
        Modal::default_area(Id::unique("palette")).anchor(egui::Align2::CENTER_TOP, vec2(0.0, top));
    let modal = Modal { area, ..Modal::new(Id::unique("palette")) }.frame(frame);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(WIDTH_PT.min(window.width() - 64.0));
        refresh(view, state);
        let by_key = state.list.keys(ui, id);
        if results::escaped(ui, id) {
            if state.list.text.is_empty() {
                state.is_open = false;
            } else {
                state.list.set_text(String::new());
            }
        }
        let t = view.t;
        let size = vec2(ui.available_width(), 32.0);
        state.list.field(ui, id, t.palette_name(), t.palette_hint(), size);
        // A modal list has one place for the keyboard.
        ui.memory_mut(|memory| {
            if !memory.has_focus(id) {
                memory.request_focus(id);
            }
        });
        refresh(view, state);
        ui.add_space(6.0);
        if state.list.results().rows.is_empty() {
            let none = t.palette_none(state.list.text.trim());
            widgets::text(ui, &none, style::BODY_PT, false, view.palette.secondary);
            return by_key;
        }
        let most = (window.height() - 2.0 * top - 80.0).max(160.0);
        state.list.show(ui, view, most).or(by_key)
    });
    if shown.backdrop_response.clicked() {
        state.is_open = false;
    }
    if let Some(choice) = shown.inner {
        choose(state, choice, pushed);
    }
    if !state.is_open {
        close(ui, state, id);
    }
}

fn refresh(view: &View<'_>, state: &mut PaletteState) {
    let (now, recent) = (&state.now, &state.recent);
    state.list.refresh(|text, expanded| {
        Results::of_palette(&view.scene.search, text, expanded, recent, now, view.t)
    });
}

fn choose(state: &mut PaletteState, choice: Choice, pushed: &mut Pushed) {
    match choice {
        Choice::Run(command) => {
            state.recent.retain(|it| *it != command);
            state.recent.insert(0, command);
            state.recent.truncate(MOST_RECENT);
            pushed.actions.push(command.action());
            state.is_open = false;
        }
        Choice::Act(action) => {
            pushed.actions.push(action);
            state.is_open = false;
        }
        Choice::More(group) => state.list.expand(group),
        Choice::Search(words) => state.list.set_text(words),
        // The row says why; the palette stays open to choose another.
        Choice::Blocked => {}
    }
}

fn close(ui: &Ui, state: &mut PaletteState, id: Id) {
    ui.memory_mut(|memory| match state.back_to.take() {
        Some(before) => memory.request_focus(before),
        None => memory.surrender_focus(id),
    });
    ui.ctx().request_repaint();
}
