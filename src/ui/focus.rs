//! Where the keyboard is: which part of the window holds it, where it goes when that part is left
//! or gone, and that it can be seen.
//!
//! egui lets go of the keyboard on Escape, and the next Tab then begins at the top of the window.
//! Here the place is kept: what opened something gets the keyboard back when that is closed, and
//! Tab goes on from where it last was.

use egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Ui, WidgetRect, accesskit::Role};

use crate::{figure::roving, i18n::Texts};

/// The parts of the window, in the order in which F6 goes through them and they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Menus, search, language, colours.
    Header,
    /// The indicator and the map.
    Map,
    /// The list of cities.
    List,
    /// Tabs and what they show.
    Main,
    /// The source drawer.
    Drawer,
    /// The status bar.
    Status,
}

impl Part {
    /// All parts, in their order.
    pub const ALL: [Self; 6] =
        [Self::Header, Self::Map, Self::List, Self::Main, Self::Drawer, Self::Status];

    /// The part's name for screen readers.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Header => t.part_header(),
            Self::Map => t.part_map(),
            Self::List => t.part_list(),
            Self::Main => t.part_main(),
            Self::Drawer => t.part_drawer(),
            Self::Status => t.part_status(),
        }
    }

    /// The landmark that assistive technology knows the part as.
    const fn role(self) -> Role {
        match self {
            Self::Header => Role::Banner,
            Self::Map | Self::List => Role::Region,
            Self::Main => Role::Main,
            Self::Drawer => Role::Complementary,
            Self::Status => Role::ContentInfo,
        }
    }

    /// Stands before the first control of the part; no stop of its own.
    fn anchor(self) -> Id {
        Id::unique(("part of the window", self))
    }

    /// The part before or after this one.
    #[must_use]
    pub fn beside(self, step: i8) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        let count = Self::ALL.len();
        let next = (at + count).saturating_add_signed(isize::from(step)) % count;
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

/// Begins a part at the top of its `ui`: names it as a landmark and lets F6 find its first control.
pub fn begin(ui: &Ui, part: Part, t: &Texts) {
    let (anchor, layer) = (part.anchor(), ui.layer_id());
    ui.memory_mut(|memory| {
        if memory.has_focus(anchor) {
            // Hands on at once to the control that follows or precedes.
            memory.interested_in_focus(anchor, layer);
        }
    });
    let id = ui.unique_id();
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(part.role());
        node.set_label(part.name(t));
    });
    ui.data_mut(|data| data.insert_temp(anchor, id));
}

/// Brings what has just got the keyboard into sight; to be called last inside a scroll area.
pub fn reveal(ui: &Ui) {
    let ctx = ui.ctx();
    let Some(id) = ctx.memory(egui::Memory::focused) else { return };
    let is_known = ctx.data(|data| data.get_temp(seen_key())) == Some(id);
    // Groups of marks bring their current mark into sight themselves.
    if is_known || roving::is_group(ctx, id) || !is_inside(ctx, id, ui.unique_id()) {
        return;
    }
    if let Some(widget) = widget(ctx, id) {
        ui.scroll_to_rect(widget.rect.expand2(egui::vec2(0.0, 8.0)), None);
    }
}

/// The control that was last brought into sight.
fn seen_key() -> Id {
    Id::unique("focus in sight")
}

/// Whether the control `id` stands in the area `area`, however deep.
fn is_inside(ctx: &Context, id: Id, area: Id) -> bool {
    const DEEPEST: usize = 64;
    let mut at = id;
    for _ in 0..DEEPEST {
        if at == area {
            return true;
        }
        match widget(ctx, at).map(|it| it.parent_id) {
            Some(parent) if parent != at => at = parent,
            _ => return false,
        }
    }
    false
}

/// The control `id` as it was last drawn. Unlike `read_response`, this does not take the keyboard
/// from it when the pointer presses something else.
fn widget(ctx: &Context, id: Id) -> Option<WidgetRect> {
    ctx.viewport(|it| {
        it.this_pass.widgets.get(id).or_else(|| it.prev_pass.widgets.get(id)).copied()
    })
}

/// Remembers where the keyboard was.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
pub struct FocusKeeper {
    /// What last had the keyboard while nothing lay over the window.
    place: Option<Id>,
    /// Whether that is a field to type into, which Escape leaves.
    is_text: bool,
    part: Option<Part>,
    /// The part that gets the keyboard in the next frame.
    wanted: Option<Part>,
    was_covered: bool,
    /// Something over the window was closed in the last frame.
    has_closed: bool,
    is_by_key: bool,
}

impl FocusKeeper {
    /// Before the panels are drawn: a Tab without a place goes on from the last one.
    pub fn begin(&mut self, ctx: &Context) {
        if let Some(part) = self.wanted.take() {
            ctx.memory_mut(|memory| {
                memory.request_focus(part.anchor());
                memory.move_focus(FocusDirection::Next);
            });
            return;
        }
        let is_tab = ctx.input(|input| {
            input.key_pressed(Key::Tab)
                && (input.modifiers.is_none() || input.modifiers.shift_only())
        });
        if !is_tab || self.was_covered || ctx.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let place = self.place.filter(|it| widget(ctx, *it).is_some());
        if let Some(id) = place.or_else(|| self.part.map(Part::anchor)) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Whether a key was the last thing to move the attention, and not the pointer.
    pub fn is_led_by_keys(&mut self, ctx: &Context) -> bool {
        let moves = [
            Key::Tab,
            Key::ArrowUp,
            Key::ArrowDown,
            Key::ArrowLeft,
            Key::ArrowRight,
            Key::Home,
            Key::End,
        ];
        let (is_key, is_pointer) = ctx.input(|input| {
            let is_key = moves.into_iter().any(|key| input.key_down(key));
            let is_moved = |it: &Event| matches!(it, Event::PointerMoved(_));
            (is_key, input.events.iter().any(is_moved))
        });
        self.is_by_key = (self.is_by_key || is_key) && !is_pointer;
        self.is_by_key
    }

    /// Goes `step` parts on from where the keyboard is.
    pub fn go_to_part(&mut self, ctx: &Context, step: i8) {
        let part = match self.part {
            Some(part) => part.beside(step),
            None if step < 0 => Part::Status,
            None => Part::Header,
        };
        self.part = Some(part);
        self.wanted = Some(part);
        egui::Popup::close_all(ctx);
        ctx.request_repaint();
    }

    /// After the panels are drawn. `is_covered` tells whether something lies over the window.
    pub fn end(&mut self, ctx: &Context, is_covered: bool) {
        let focused = ctx.memory(egui::Memory::focused);
        ctx.data_mut(|data| data.insert_temp(seen_key(), focused.unwrap_or(Id::NULL)));
        let has_escaped =
            ctx.input(|input| input.key_pressed(Key::Escape) && input.modifiers == Modifiers::NONE);
        if is_covered {
            self.was_covered = true;
            return;
        }
        if std::mem::take(&mut self.was_covered) {
            // For one more frame egui keeps the keyboard from what lay under a dialog.
            self.has_closed = true;
            ctx.request_repaint();
            return;
        }
        let has_closed = std::mem::take(&mut self.has_closed);
        let is_there = |id: Id| ctx.viewport(|it| it.this_pass.widgets.get(id).is_some());
        match focused.filter(|id| is_there(*id)) {
            Some(id) => {
                self.place = Some(id);
                self.is_text = ctx.text_edit_focused();
                self.part = part_of(ctx, id).or(self.part);
            }
            None if has_closed || (has_escaped && !self.is_text) => {
                if let Some(id) = self.place.filter(|id| is_there(*id)) {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                    ctx.request_repaint();
                }
            }
            None => {}
        }
    }
}

/// The part that the control `id` stands in.
fn part_of(ctx: &Context, id: Id) -> Option<Part> {
    let area = |part: &Part| ctx.data(|data| data.get_temp::<Id>(part.anchor()));
    // The list lies in the panel of the map, so it is asked first.
    let order = [Part::List, Part::Header, Part::Map, Part::Main, Part::Drawer, Part::Status];
    order.into_iter().find(|part| area(part).is_some_and(|area| is_inside(ctx, id, area)))
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn parts_follow_one_another_around_the_window_both_ways() {
        let mut part = Part::Header;
        for _ in Part::ALL {
            assert_eq!(part.beside(1).beside(-1), part);
            part = part.beside(1);
        }
        assert_eq!(part, Part::Header);
    }
}
