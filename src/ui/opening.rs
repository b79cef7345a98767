//! How far a file is read that is being opened, and the way to leave it.

use std::path::Path;

use egui::{Context, Id, Label, Modal, ProgressBar};

use super::{reflow, widgets};
use crate::{
    figure::style::{self, Palette},
    i18n::Texts,
    load::Step,
};

/// The width of what is shown, in points.
const WIDTH_PT: f32 = 420.0;

/// How far a file is read.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// The file.
    pub path: &'a Path,
    /// What its load is at.
    pub step: Step,
    /// How much of the wait is over, from 0 to 1.
    pub fraction: f32,
}

fn words(step: Step, t: &Texts) -> &str {
    match step {
        Step::Reading => t.opening_reading(),
        Step::Figures => t.opening_figures(),
        Step::Checking => t.opening_checking(),
        Step::Indexing => t.opening_indexing(),
    }
}

/// Draws it over the window; tells whether the file is not wanted any more.
pub fn show(ctx: &Context, now: &Now<'_>, t: &Texts, palette: &Palette) -> bool {
    let file = now.path.file_name().unwrap_or(now.path.as_os_str()).to_string_lossy();
    let title = t.opening_title(file.as_ref());
    let id = Id::unique("opening");
    let area = Modal::default_area(id).accessible_name(title.clone());
    let modal = Modal { area, ..Modal::new(id) };
    let modal = modal.frame(widgets::dialog_frame(ctx)).show(ctx, |ui| {
        ui.set_width(reflow::width_pt(ui, WIDTH_PT));
        widgets::heading(ui, title, style::HEADING_PT, 2);
        ui.add_space(8.0);
        let bar = ui.add(ProgressBar::new(now.fraction).desired_height(12.0));
        bar.on_hover_text(now.path.display().to_string());
        ui.add_space(4.0);
        ui.add(Label::new(widgets::quiet(words(now.step, t), palette)).wrap());
        ui.add_space(12.0);
        let cancel = ui.button(t.button_cancel());
        if ui.memory(|memory| memory.focused().is_none()) {
            cancel.request_focus();
        }
        cancel.clicked()
    });
    modal.inner || modal.should_close()
}
