//! The whole window, driven as a user would drive it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

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
    // Files are there in the frame that opens them.
    build(app.with_patience(Duration::from_mins(1)), size_pt, step_s, most_steps)
}

/// As [`show`], drawing on while a file is read.
pub fn show_impatient(app: AtlasApp, size_pt: [f32; 2]) -> App {
    build(app.with_patience(Duration::ZERO), size_pt, 0.25, 10)
}

fn build(app: AtlasApp, size_pt: [f32; 2], step_s: f32, most_steps: u64) -> App {
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

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Drops the file at `path` on the window; it is taken in the next frame.
pub fn drop_on(app: &mut App, path: &Path) {
    app.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
}
