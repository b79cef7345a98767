//! Recent data files in the file menu.

use egui::{Button, Ui, containers::menu::SubMenuButton};

use super::{Pushed, View};
use crate::state::Action;

/// Draws the submenu.
pub fn menu(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let button =
        SubMenuButton::from_button(Button::new(view.t.recent_menu()).right_text("›").frame(false));
    button.ui(ui, |ui| {
        ui.set_min_width(220.0);
        if view.kept.recent.is_empty() {
            ui.label(view.t.recent_none());
        }
        for row in view.kept.recent {
            let name = if row.is_missing {
                view.t.recent_missing(row.name.as_str())
            } else {
                row.name.clone()
            };
            let button = ui.add_enabled(!row.is_missing, Button::new(name).frame(false));
            let path = row.path.display().to_string();
            let button =
                button.on_hover_text(&path).on_disabled_hover_text(view.t.recent_why(path));
            if button.clicked() {
                pushed.actions.push(Action::OpenPath(row.path.clone()));
                ui.close();
            }
        }
    });
}
