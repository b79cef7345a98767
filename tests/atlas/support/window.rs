//! The whole window, driven as a user would drive it.

use city_atlas::{app::AtlasApp, ui::theme};
use egui::os::OperatingSystem;
use egui_kittest::Harness;

use super::CpuRenderer;

/// A window under test.
pub type App = Harness<'static, AtlasApp>;

/// Shows `app` in a window of `size_pt` points and lets it come to rest. The system is fixed, so
/// that shortcuts are spelt alike on every machine.
pub fn show(app: AtlasApp, size_pt: [f32; 2]) -> App {
    // The harness's own limits: four frames, a quarter of a second apart.
    show_in_steps(app, size_pt, 0.25, 4)
}

/// As [`show`], with time for dialogs: one whose content scrolls comes to rest a few frames later
/// than the rest of the window.
pub fn show_for_dialogs(app: AtlasApp, size_pt: [f32; 2]) -> App {
    show_in_steps(app, size_pt, 0.25, 10)
}

/// As [`show`], with `step_s` seconds from one frame to the next and at most `most_steps` of them until
/// the window must be at rest: for what moves.
pub fn show_in_steps(app: AtlasApp, size_pt: [f32; 2], step_s: f32, most_steps: u64) -> App {
    let mut harness = Harness::builder()
        .with_size(size_pt)
        .with_step_dt(step_s)
        .with_max_steps(most_steps)
        .with_os(OperatingSystem::Nix)
        .with_context_setup(theme::install)
        .renderer(CpuRenderer::new())
        .build_eframe(|_| app);
    harness.run();
    harness
}
