//! The drawer's upper edge under the keyboard: a line that shows it, and arrow keys that move it.
//! egui gives the edge a Tab stop and answers to screen readers, but neither of these.

use egui::{
    Event, EventFilter, Id, Key, Modifiers, Stroke, Ui,
    accesskit::{Action, ActionRequest, TreeId},
};

use crate::figure::style::Palette;

/// The edge's own id, for a panel named `name` inside `ui`.
pub(super) fn id(ui: &Ui, name: &str) -> Id {
    ui.scope_id().with(name).with("__resize")
}

/// Turns arrow keys into what a screen reader asks the edge to do; gives whether anyone did.
pub(super) fn take_keys(ui: &Ui, edge: Id) -> bool {
    if ui.memory(|memory| memory.has_focus(edge)) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(edge, filter));
        for (key, action) in
            [(Key::ArrowUp, Action::Increment), (Key::ArrowDown, Action::Decrement)]
        {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                let request = ActionRequest {
                    action,
                    target_tree: TreeId::ROOT,
                    target_node: edge.accesskit_id(),
                    data: None,
                };
                ui.input_mut(|it| it.events.push(Event::AccessKitActionRequest(request)));
            }
        }
    }
    let is_asked = |action| ui.input(|it| it.num_accesskit_action_requests(edge, action) > 0);
    is_asked(Action::Increment) || is_asked(Action::Decrement) || is_asked(Action::SetValue)
}

/// A line along the edge while it has the keyboard.
pub(super) fn ring(ui: &Ui, edge: Id, palette: &Palette) {
    let Some(response) = ui.read_response(edge).filter(egui::Response::has_focus) else { return };
    let line = Stroke::new(2.0 * palette.focus_pt(), palette.accent);
    let rect = response.rect;
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}
