//! Many marks, one Tab stop: Tab reaches the group, arrow keys move between its marks, Enter or
//! Space acts on the current one, Escape puts its words away.
//!
//! The group holds the keyboard and tells screen readers which mark is current, as the listbox
//! pattern of the ARIA Authoring Practices does with an active descendant. Marks answer to the
//! pointer and to a screen reader's “press” and “focus” as if they stood alone.

mod step;

pub use step::{Moves, Step, is_list, next};

use egui::{
    Context, Event, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo,
    accesskit::{self, Action, ActionRequest, Role},
};

use super::style::{self, Palette};
use crate::{i18n::texts, model::Lang};

/// What a group of marks is.
#[derive(Clone, Copy, Debug)]
pub struct GroupSpec<'a> {
    /// What tells the group from its neighbours in the same panel.
    pub salt: &'a str,
    /// Its role for screen readers.
    pub role: Role,
    /// Its name for screen readers.
    pub name: &'a str,
    /// What is said of it besides; may be empty.
    pub description: &'a str,
    /// What the arrow keys mean.
    pub moves: Moves,
    /// The position of the mark that is current before the keyboard has been here.
    pub start: usize,
    /// The language of its names.
    pub lang: Lang,
}

/// What is kept from frame to frame.
#[derive(Clone, Debug, Default)]
struct Kept {
    current: Option<Id>,
    marks: Vec<(Id, Rect)>,
    is_list: bool,
    was_focused: bool,
    /// Whether Escape has put the current mark's words away, until the next move.
    is_quiet: bool,
    /// The mark that has the keyboard, and whether it was chosen when it got it.
    met: Option<(Id, bool)>,
}

/// A group of marks while it is being drawn.
#[derive(Debug)]
pub struct Group {
    id: Id,
    moves: Moves,
    start: usize,
    lang: Lang,
    kept: Kept,
    seen: Vec<(Id, Rect)>,
    is_focused: bool,
    wants_scroll: bool,
}

/// Draws a group: every mark that `add` draws with [`Group::mark`] belongs to it.
pub fn scope<R>(
    ui: &mut Ui,
    spec: &GroupSpec<'_>,
    palette: &Palette,
    add: impl FnOnce(&mut Ui, &mut Group) -> R,
) -> R {
    let id = ui.scope_id().with(("marks", spec.salt));
    let builder = UiBuilder::new()
        .scope_id(id)
        .sense(Sense::FOCUSABLE)
        .accessibility_role(spec.role)
        .accessibility_label(spec.name);
    ui.scope_builder(builder, |ui| {
        let mut group = Group::begin(ui, id, spec);
        let out = add(ui, &mut group);
        group.end(ui, spec.description, palette);
        out
    })
    .inner
}

impl Group {
    fn begin(ui: &Ui, id: Id, spec: &GroupSpec<'_>) -> Self {
        let ctx = ui.ctx();
        let kept = ctx.data_mut(|data| data.remove_temp::<Kept>(id)).unwrap_or_default();
        let mut group = Self {
            id,
            moves: spec.moves,
            start: spec.start,
            lang: spec.lang,
            kept,
            seen: Vec::new(),
            is_focused: false,
            wants_scroll: false,
        };
        group.take_focus_request(ctx);
        group.is_focused = ctx.memory(|memory| memory.has_focus(id));
        group.kept.met = group.kept.met.filter(|_| group.is_focused);
        if group.is_focused {
            group.wants_scroll |= !group.kept.was_focused;
            group.hold_keys(ctx);
            group.walk(ctx);
            if let Some(current) = group.current() {
                ctx.data_mut(|data| data.insert_temp(current_key(), current));
            }
        }
        group
    }

    /// Arrow keys and Escape belong to the group while it has the keyboard; Tab leaves it.
    fn hold_keys(&self, ctx: &Context) {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
    }

    /// A screen reader may give the keyboard to a mark; the group takes it and makes it current.
    fn take_focus_request(&mut self, ctx: &Context) {
        let wanted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::AccessKitActionRequest(it) if it.action == Action::Focus => {
                    let is_target = |(id, _): &&(Id, Rect)| id.accesskit_id() == it.target_node;
                    self.kept.marks.iter().find(is_target).map(|(id, _)| *id)
                }
                _ => None,
            })
        });
        if let Some(mark) = wanted {
            self.kept.current = Some(mark);
            self.wants_scroll = true;
            self.kept.is_quiet = false;
            ctx.memory_mut(|memory| memory.request_focus(self.id));
        }
    }

    fn current(&self) -> Option<Current> {
        let (mark, rect) = *self.kept.marks.get(self.current_position())?;
        // On a map all neighbours matter, so its words stand below it as a whole.
        let bottom = match self.moves {
            Moves::Reading => rect.bottom(),
            Moves::Geography => {
                self.kept.marks.iter().map(|(_, it)| it.bottom()).fold(rect.bottom(), f32::max)
            }
        };
        let words_below = Rect::from_min_max(rect.min, egui::pos2(rect.right(), bottom));
        Some(Current { mark: Some(mark), words_below, is_quiet: self.kept.is_quiet })
    }

    /// Carries out the keys that were pressed.
    fn walk(&mut self, ctx: &Context) {
        let rects: Vec<Rect> = self.kept.marks.iter().map(|(_, rect)| *rect).collect();
        if rects.is_empty() {
            return;
        }
        let mut at = self.current_position();
        let mut presses = 0_usize;
        if !self.kept.was_focused {
            self.kept.is_quiet = false;
        }
        if ctx.input(|input| input.key_pressed(Key::Escape)) {
            self.kept.is_quiet = true;
        }
        for key in ctx.input(pressed_keys) {
            match key {
                Pressed::Step(step) => {
                    at = next(&rects, at, step, self.moves);
                    self.wants_scroll = true;
                    self.kept.is_quiet = false;
                }
                Pressed::Act => presses += 1,
            }
        }
        if self.wants_scroll {
            // The key was for the group alone, even in the frame in which it gained the keyboard.
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
        self.kept.current = self.kept.marks.get(at).map(|(id, _)| *id);
        if let (true, Some(mark)) = (presses > 0, self.kept.current) {
            press(ctx, mark);
        }
    }

    fn current_position(&self) -> usize {
        let is_current = |(id, _): &(Id, Rect)| self.kept.current == Some(*id);
        let last = self.kept.marks.len().saturating_sub(1);
        self.kept.marks.iter().position(is_current).unwrap_or(self.start.min(last))
    }

    /// Adds the mark `id` at `rect` under a spoken name.
    pub fn mark(&mut self, ui: &Ui, id: Id, rect: Rect, spoken: &str) -> Response {
        let response = ui.interact(rect, id, Sense::CLICK);
        self.seen.push((id, rect));
        let (position, total) = (self.seen.len(), self.kept.marks.len());
        let is_list = self.kept.is_list && total > 1;
        // Of options readers add “not selected”, even where the name says otherwise, and of other
        // roles “image”.
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, spoken));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(Action::Focus);
            if is_list {
                node.set_label(texts(self.lang).mark_position(spoken, position, total));
            }
        });
        if response.clicked() {
            self.kept.current = Some(id);
        }
        if self.is_focused && self.wants_scroll && self.kept.current == Some(id) {
            ui.scroll_to_rect(rect.expand(2.0 * style::GRID_PT), None);
        }
        response
    }

    /// Says in the name of a mark that it is among what was chosen.
    ///
    /// Not in its state: of two groups with chosen marks a screen reader would follow either, and
    /// call all others “not selected”. What has the keyboard keeps the name under which it was met:
    /// some readers would read it all again, beside the news that it is now chosen.
    pub fn tell_chosen(&mut self, response: &Response, is_chosen: bool) {
        let has_keyboard = self.is_focused && self.kept.current == Some(response.id);
        let met = self.kept.met.filter(|(id, _)| *id == response.id);
        let is_told = match met.filter(|_| has_keyboard) {
            Some((_, was_chosen)) => was_chosen,
            None => is_chosen,
        };
        if has_keyboard {
            self.kept.met = Some((response.id, is_told));
        }
        if !is_told {
            return;
        }
        response.ctx.accesskit_node_builder(response.id, |node| {
            let name = node.label().unwrap_or_default().to_owned();
            node.set_label(texts(self.lang).spoken_chosen(name));
        });
    }

    fn end(mut self, ui: &Ui, description: &str, palette: &Palette) {
        let ctx = ui.ctx();
        let is_same = |(old, new): (&(Id, Rect), &(Id, Rect))| old.0 == new.0;
        let is_changed = self.kept.marks.len() != self.seen.len()
            || !self.kept.marks.iter().zip(&self.seen).all(is_same);
        self.kept.marks = std::mem::take(&mut self.seen);
        if is_changed {
            let rects: Vec<Rect> = self.kept.marks.iter().map(|(_, rect)| *rect).collect();
            self.kept.is_list = is_list(&rects);
            // Names hold the position among all, which is known only now.
            ctx.request_repaint();
        }
        let current = self.kept.marks.get(self.current_position()).copied();
        if self.is_focused {
            self.kept.current = current.map(|(id, _)| id);
            if let Some((_, rect)) = current {
                ring(ui, rect, palette);
            }
            if !self.kept.was_focused {
                ctx.request_repaint();
            }
            ctx.data_mut(|data| data.remove_temp::<Current>(current_key()));
        }
        self.kept.was_focused = self.is_focused;
        ctx.accesskit_node_builder(self.id, |node| {
            node.set_bounds(bounds(ui.min_rect()));
            if !description.is_empty() {
                node.set_description(description);
            }
            // Without the keyboard nothing is current: a reader would be told of every change in a
            // group that is somewhere else.
            if let (true, Some((id, _))) = (self.is_focused, current) {
                node.set_active_descendant(id.accesskit_id());
            }
        });
        ctx.data_mut(|data| data.insert_temp(self.id, self.kept));
    }
}

/// The mark that has the keyboard, while its group is being drawn.
#[derive(Clone, Copy, Debug)]
struct Current {
    mark: Option<Id>,
    words_below: Rect,
    is_quiet: bool,
}

impl Default for Current {
    fn default() -> Self {
        Self { mark: None, words_below: Rect::NOTHING, is_quiet: false }
    }
}

impl Current {
    fn of(response: &Response) -> Option<Self> {
        let current: Option<Self> = response.ctx.data(|data| data.get_temp(current_key()));
        current.filter(|it| it.mark == Some(response.id))
    }
}

/// Whether the mark or control of `response` has the keyboard; to be asked while it is drawn.
#[must_use]
pub fn is_current(response: &Response) -> bool {
    response.has_focus() || Current::of(response).is_some()
}

/// Whether `id` is a group of marks.
#[must_use]
pub fn is_group(ctx: &Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<Kept>(id)).is_some()
}

/// The mark of the group `id` that has the keyboard, if it is a group.
#[must_use]
pub fn current_of(ctx: &Context, id: Id) -> Option<Id> {
    ctx.data(|data| data.get_temp::<Kept>(id)).and_then(|it| it.current)
}

/// Shows the words that stand under the pointer for the keyboard's current mark too. Escape puts
/// them away until the keyboard moves on.
pub fn show_words(response: &Response, text: &str) {
    let Some(current) = Current::of(response).filter(|it| !it.is_quiet) else { return };
    // What is scrolled out of sight says nothing.
    if response.interact_rect.is_positive() {
        let layer = response.layer_id;
        let ctx = response.ctx.clone();
        egui::Tooltip::always_open(ctx, layer, response.id, current.words_below)
            .show(|ui| ui.label(text));
    }
}

fn current_key() -> Id {
    Id::unique("current mark")
}

enum Pressed {
    Step(Step),
    Act,
}

fn pressed_keys(input: &egui::InputState) -> Vec<Pressed> {
    let pressed = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => pressed_key(*key, *modifiers),
        _ => None,
    };
    input.events.iter().filter_map(pressed).collect()
}

fn pressed_key(key: Key, modifiers: Modifiers) -> Option<Pressed> {
    let is_act = matches!(key, Key::Enter | Key::Space);
    if is_act && !modifiers.alt {
        return Some(Pressed::Act);
    }
    let step = match key {
        Key::ArrowUp => Step::Up,
        Key::ArrowDown => Step::Down,
        Key::ArrowLeft => Step::Left,
        Key::ArrowRight => Step::Right,
        Key::Home => Step::First,
        Key::End => Step::Last,
        _ => return None,
    };
    modifiers.is_none().then_some(Pressed::Step(step))
}

/// Presses a mark as a screen reader does, so that it answers in one way to all.
fn press(ctx: &Context, mark: Id) {
    let request = ActionRequest {
        action: Action::Click,
        target_tree: accesskit::TreeId::ROOT,
        target_node: mark.accesskit_id(),
        data: None,
    };
    ctx.input_mut(|input| input.events.push(Event::AccessKitActionRequest(request)));
}

/// A ring around the current mark; the ground's colour inside keeps it apart from any fill.
fn ring(ui: &Ui, rect: Rect, palette: &Palette) {
    let painter = ui.painter();
    let inner = Stroke::new(1.5, palette.surface);
    painter.rect_stroke(rect, style::RADIUS_PT, inner, StrokeKind::Outside);
    let outer = Stroke::new(palette.focus_pt(), palette.text);
    painter.rect_stroke(rect.expand(1.5), style::RADIUS_PT, outer, StrokeKind::Outside);
}

fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}
