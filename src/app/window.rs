//! The window of the desktop: its title, its size, and the loop that draws it.

use egui::{Context, Pos2, Rect, Ui, Vec2, pos2, vec2};

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
        // Without it a screen reader meets a window without a name. The title itself would be read
        // at each of its changes, beside the news that says the same.
        let name = match self.origin.path().and_then(|it| it.file_name()) {
            Some(file) => format!("{} – City Atlas", file.to_string_lossy()),
            None => "City Atlas".to_owned(),
        };
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
    }
}

impl eframe::App for AtlasApp {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.store().flush();
    }
}

/// The size of the window at the first start, and the least one, in points.
const SIZE_PT: [f32; 2] = [1280.0, 800.0];
const LEAST_SIZE_PT: [f32; 2] = [900.0, 600.0];
/// How much of a window's upper edge must lie on a screen for a hand to reach it, in points.
const REACH_PT: Vec2 = vec2(120.0, 24.0);

/// Opens the window where it last stood, and stays until it is closed.
///
/// # Errors
/// When there is no display, or no way to draw on it.
pub fn run(app: AtlasApp) -> Result<(), eframe::Error> {
    let settings = app.store().settings();
    let (place, zoom) = (settings.window, settings.zoom.unwrap_or(1.0));
    let size = place.size.map_or(SIZE_PT, |(width, height)| {
        [width.max(LEAST_SIZE_PT[0]), height.max(LEAST_SIZE_PT[1])]
    });
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("city-atlas")
        .with_title("City Atlas")
        .with_inner_size(size)
        .with_maximized(place.is_maximized)
        .with_min_inner_size(LEAST_SIZE_PT);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "city-atlas",
        options,
        Box::new(move |creation| {
            ui::theme::install(&creation.egui_ctx);
            creation.egui_ctx.options_mut(|options| options.zoom_with_keyboard = false);
            creation.egui_ctx.set_zoom_factor(zoom);
            if let (Some(window), Some(position), false) =
                (creation.winit_window(), place.position, place.is_maximized)
            {
                move_to(window, position.into(), size.into());
            }
            app.follow_desktop(&creation.egui_ctx);
            Ok(Box::new(app))
        }),
    )
}

/// Moves the window to where it last stood, in points of the desktop.
fn move_to(window: &winit::window::Window, corner: Pos2, size: Vec2) {
    use winit::dpi::LogicalPosition;
    let scale = window.scale_factor();
    let screens = window.available_monitors().map(|screen| {
        let position: LogicalPosition<f32> = screen.position().to_logical(scale);
        let size: winit::dpi::LogicalSize<f32> = screen.size().to_logical(scale);
        Rect::from_min_size(pos2(position.x, position.y), vec2(size.width, size.height))
    });
    let screens: Vec<Rect> = screens.collect();
    if let Some(corner) = onto_screens(corner, size, &screens) {
        window.set_outer_position(LogicalPosition::new(corner.x, corner.y));
    }
}

/// Where a window of `size` goes that last stood at `corner`: there, if its upper edge can be
/// reached on a screen that is still here, or else into the first screen.
fn onto_screens(corner: Pos2, size: Vec2, screens: &[Rect]) -> Option<Pos2> {
    let edge = Rect::from_min_size(corner, vec2(size.x, REACH_PT.y));
    let is_reachable = |screen: &Rect| {
        let seen = edge.intersect(*screen).size();
        seen.x >= REACH_PT.x && seen.y >= REACH_PT.y
    };
    if screens.iter().any(is_reachable) {
        return Some(corner);
    }
    let screen = screens.first()?;
    Some(screen.center() - size.min(screen.size()) / 2.0)
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::onto_screens;

    #[test]
    fn a_window_comes_back_where_it_stood_or_onto_a_screen_that_is_there() {
        let screen = |x: f32| Rect::from_min_size(pos2(x, 0.0), vec2(1920.0, 1080.0));
        let size = vec2(1280.0, 800.0);
        let both = [screen(0.0), screen(1920.0)];
        let corner = pos2(2500.0, 100.0);
        assert_eq!(onto_screens(corner, size, &both), Some(corner));
        // The second screen was unplugged.
        let corner = onto_screens(corner, size, &both[..1]).unwrap();
        assert!(both[0].contains_rect(Rect::from_min_size(corner, size)), "{corner:?}");
        // Its title bar lies above the screen.
        assert_eq!(onto_screens(pos2(50.0, -300.0), size, &both), Some(pos2(320.0, 140.0)));
        // A window larger than the screen begins at its corner.
        let large = vec2(4000.0, 3000.0);
        assert_eq!(onto_screens(pos2(-5000.0, 0.0), large, &both), Some(pos2(0.0, 0.0)));
        assert_eq!(onto_screens(corner, size, &[]), None);
    }
}
