//! The window of the desktop: its title, its size, and the loop that draws it.

use egui::{Context, Ui};

use super::AtlasApp;
use crate::{figure, ui};

impl AtlasApp {
    pub(super) fn set_title(&mut self, ctx: &Context) {
        let name = |ix| figure::words::short(&self.data, ix, self.t());
        let title = self.data.title().get(self.state.lang);
        // What is chosen comes first: taskbars and window lists cut titles at the end.
        let title = match (self.scene.selected, self.scene.compared) {
            (Some(a), Some(b)) => format!("{} – {} · {title} – City Atlas", name(a), name(b)),
            (Some(a), None) => format!("{} · {title} – City Atlas", name(a)),
            _ => format!("{title} – City Atlas"),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
        // Without it a screen reader meets a window without a name.
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(self.window_title.as_str());
        });
    }
}

impl eframe::App for AtlasApp {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display, or no way to draw on it.
pub fn run(make: impl FnOnce() -> AtlasApp + 'static) -> Result<(), eframe::Error> {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("city-atlas")
        .with_title("City Atlas")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([900.0, 600.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "city-atlas",
        options,
        Box::new(|creation| {
            ui::theme::install(&creation.egui_ctx);
            creation.egui_ctx.options_mut(|options| options.zoom_with_keyboard = false);
            Ok(Box::new(make()))
        }),
    )
}
