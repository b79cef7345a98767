//! What becomes of a dialog: its answer, and the keyboard after it.

use std::path::{Path, PathBuf};

use egui::Context;

use super::AtlasApp;
use crate::ui::{
    dialogs::{Answer, Dialog},
    view_path::ViewPathDraft,
};

impl AtlasApp {
    /// Carries out what was answered.
    pub(super) fn answer_dialog(&mut self, ctx: &Context, answer: &Answer) {
        match (answer, self.dialog.clone()) {
            (Answer::Waiting, _) => return,
            (Answer::Browse, Some(Dialog::Save(draft))) => {
                let (suggested, format) = (draft.target(), draft.format);
                self.desktop.ask_for_place(ctx, &suggested, format, self.replies.0.clone());
            }
            (Answer::Save, Some(Dialog::Save(draft))) => self.save_figure(draft, false),
            (Answer::Replace, Some(Dialog::Save(draft))) => self.save_figure(draft, true),
            (Answer::Save | Answer::Open, Some(Dialog::ViewPath(draft))) => {
                self.answer_view_path(ctx, draft);
            }
            (Answer::Open, Some(Dialog::OpenPath { path })) => {
                self.dialog = None;
                self.open(ctx, Path::new(path.trim()));
            }
            _ => self.dialog = None,
        }
        ctx.request_repaint();
    }

    fn answer_view_path(&mut self, ctx: &Context, mut draft: ViewPathDraft) {
        let path = PathBuf::from(draft.path.trim());
        let done = if draft.is_saving { self.save_view(&path) } else { self.open_view(ctx, &path) };
        self.dialog = done.err().map(|error| {
            draft.error = error;
            Dialog::ViewPath(draft)
        });
    }

    /// Remembers what had the keyboard when a dialog opened in this frame, and gives it back after
    /// it closed.
    pub(super) fn return_focus(&mut self, ctx: &Context, had_dialog: bool) {
        match (had_dialog, self.dialog.is_some()) {
            (false, true) => self.opener = ctx.memory(egui::Memory::focused),
            // For one more frame egui keeps the keyboard from what lay under the dialog.
            (true, false) => ctx.request_repaint(),
            (false, false) => {
                if let Some(opener) = self.opener.take() {
                    ctx.memory_mut(|memory| memory.request_focus(opener));
                }
            }
            (true, true) => {}
        }
    }
}
