//! What becomes of a dialog’s answer.

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
}
