//! Figures as pictures, words and data: drafting, saving, copying.

use egui::Context;

use super::AtlasApp;
use crate::{
    export::{self, format, picture::PictureSpec, preset, told},
    figure::{self, Content, FigureKind, marks},
    files,
    state::NoticeKind,
    ui::dialogs::{Dialog, SaveDraft},
};

impl AtlasApp {
    pub(super) fn content(&self, kind: FigureKind) -> Result<Content, String> {
        figure::content(&self.data, &self.state.figure_spec(&self.data, kind))
            .map_err(|why| why.to_string())
    }

    pub(super) fn draft_figure(&mut self, ctx: &Context, kind: FigureKind) {
        let content = match self.content(kind) {
            Ok(content) => content,
            Err(why) => {
                self.tell(NoticeKind::Warning, why);
                return;
            }
        };
        let spec = PictureSpec { theme: self.theme(ctx), ..PictureSpec::default() };
        let height = export::picture::natural_height_pt(&content, &spec).unwrap_or(0.0);
        let path = files::pictures_folder().join(format!("{}.png", content.file_stem));
        let draft = SaveDraft::new(kind, spec.theme, &path, height as u32);
        self.dialog = Some(Dialog::Save(match &self.last_saved {
            // A folder that is gone is not offered again.
            Some(last) if last.target().parent().is_some_and(std::path::Path::is_dir) => {
                draft.like(last)
            }
            _ => draft,
        }));
    }

    /// Saves as drafted; a file that is there already is asked about first, unless it was already.
    pub(super) fn save_figure(&mut self, mut draft: SaveDraft, may_replace: bool) {
        let path = draft.target();
        let is_agreed = may_replace || draft.agreed.as_ref() == Some(&path);
        if !is_agreed && path.is_file() {
            draft.ask_to_replace(path);
            self.dialog = Some(Dialog::Save(draft));
            return;
        }
        let saved = self.drafted_bytes(&draft).and_then(|bytes| {
            export::file::write_whole(&path, &bytes)
                .map_err(|error| told::write_error(&error, self.t()))
        });
        match saved {
            Ok(()) => {
                self.dialog = None;
                self.last_saved = Some(draft);
                let told = self.t().notice_saved(path.display().to_string());
                self.tell_of(NoticeKind::Info, told, path);
            }
            Err(error) => {
                draft.fail(error);
                self.dialog = Some(Dialog::Save(draft));
            }
        }
    }

    fn drafted_bytes(&self, draft: &SaveDraft) -> Result<Vec<u8>, String> {
        let content = self.content(draft.kind)?;
        let format = draft.format;
        let picture = if format.is_picture() {
            let scale_ppp = format.scale_ppp(f32::from(draft.scale));
            preset::spec(&content, draft.preset, scale_ppp, draft.theme)
                .map_err(|error| told::picture_error(&error, draft.kind, self.t()))?
        } else {
            PictureSpec::default()
        };
        format::figure_bytes(&self.data, &content, format, &picture, draft.svg_text)
            .map_err(|error| told::export_error(&error, draft.kind, self.t()))
    }

    /// Tells what was done, or why it was not.
    fn tell_outcome(&mut self, outcome: Result<&str, String>) {
        match outcome {
            Ok(done) => self.tell(NoticeKind::Info, done.to_owned()),
            Err(why) => self.tell(NoticeKind::Warning, why),
        }
    }

    pub(super) fn copy_picture(&mut self, ctx: &Context, kind: FigureKind) {
        let spec = PictureSpec { theme: self.theme(ctx), ..PictureSpec::default() };
        let drawn = self.content(kind).and_then(|content| {
            export::picture::draw(&content, &spec)
                .map_err(|error| told::picture_error(&error, kind, self.t()))
        });
        self.tell_outcome(match drawn {
            Ok(pixmap) => {
                let size = [pixmap.width_px as usize, pixmap.height_px as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixmap.rgba));
                Ok(self.t().notice_copied_picture())
            }
            Err(why) => Err(why),
        });
    }

    pub(super) fn copy_words(&mut self, ctx: &Context, kind: FigureKind) {
        self.tell_outcome(match self.content(kind) {
            Ok(content) => {
                ctx.copy_text(export::words::text(&content, &marks(&self.data, &content)));
                Ok(self.t().notice_copied_words())
            }
            Err(why) => Err(why),
        });
    }

    pub(super) fn copy_data(&mut self, ctx: &Context, kind: FigureKind) {
        let table = self.content(kind).and_then(|content| {
            export::data::csv(&marks(&self.data, &content))
                .map_err(|error| self.t().export_failed(error.to_string()))
        });
        self.tell_outcome(match table {
            Ok(table) => {
                ctx.copy_text(table);
                Ok(self.t().notice_copied_data())
            }
            Err(why) => Err(why),
        });
    }
}
