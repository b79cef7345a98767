//! Asks for the path of a view file inside the window, where the desktop has no file dialog.

use egui::{Key, TextEdit, Ui};

use super::{View, dialogs::Answer, reflow, widgets};
use crate::figure::style;

/// The path as typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewPathDraft {
    /// Whether a view is to be saved there, rather than opened.
    pub is_saving: bool,
    /// As typed.
    pub path: String,
    /// What went wrong at the last try.
    pub error: String,
}

/// Draws the dialog's content.
pub fn show(ui: &mut Ui, view: &View<'_>, draft: &mut ViewPathDraft) -> Answer {
    let t = view.t;
    ui.set_width(reflow::width_pt(ui, 480.0));
    let title = if draft.is_saving { t.view_save_title() } else { t.view_open_title() };
    widgets::heading(ui, title, style::HEADING_PT, 2);
    ui.add_space(4.0);
    ui.label(widgets::quiet(t.open_explained(), view.palette));
    ui.add_space(8.0);
    let label = ui.label(t.open_path());
    let field = ui.add(TextEdit::singleline(&mut draft.path).desired_width(f32::INFINITY));
    // Asked before the focus is taken back, which would hide that Enter gave it up.
    let is_entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    field.labelled_by(label.id);
    if !draft.error.is_empty() {
        ui.add_space(4.0);
        widgets::text(ui, &draft.error, style::BODY_PT, false, view.palette.error);
    }
    ui.add_space(12.0);
    let mut answer = Answer::Waiting;
    ui.horizontal(|ui| {
        let (name, does) = if draft.is_saving {
            (t.button_save(), Answer::Save)
        } else {
            (t.button_open(), Answer::Open)
        };
        if ui.button(widgets::bold(name, style::BODY_PT)).clicked() || is_entered {
            answer = does;
        }
        if ui.button(t.button_cancel()).clicked() {
            answer = Answer::Close;
        }
    });
    answer
}
