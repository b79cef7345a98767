//! Figures as pictures, words and data: drafting, saving, copying.

use std::path::PathBuf;

use egui::Context;

use super::AtlasApp;
use crate::{
    export::{
        self,
        picture::PictureSpec,
        preset::{self, Preset},
    },
    figure::{self, Content, FigureKind, marks},
    files,
    ui::dialogs::{Dialog, PictureDraft},
};

impl AtlasApp {
    fn content(&self, kind: FigureKind) -> Result<Content, String> {
        figure::content(&self.data, &self.state.figure_spec(&self.data, kind))
            .map_err(|why| why.to_string())
    }

    pub(super) fn draft_picture(&mut self, ctx: &Context, kind: FigureKind) {
        let content = match self.content(kind) {
            Ok(content) => content,
            Err(why) => {
                self.notice = Some(why);
                return;
            }
        };
        let spec = PictureSpec { theme: self.theme(ctx), ..PictureSpec::default() };
        let height = export::picture::natural_height_pt(&content, &spec).unwrap_or(0.0);
        let folder = files::pictures_folder();
        let path = folder.join(format!("{}.png", content.file_stem));
        self.dialog = Some(Dialog::Picture(PictureDraft {
            kind,
            scale: 2,
            theme: spec.theme,
            path: path.display().to_string(),
            preset: Preset::default(),
            natural_height_pt: height as u32,
            error: String::new(),
        }));
    }

    pub(super) fn save_picture(&mut self, mut draft: PictureDraft) {
        let scale_ppp = f32::from(draft.scale);
        let path = PathBuf::from(draft.path.trim());
        let saved = self.content(draft.kind).and_then(|content| {
            let bytes = preset::spec(&content, draft.preset, scale_ppp, draft.theme)
                .and_then(|spec| export::picture::png(&content, &spec))
                .map_err(|it| it.to_string())?;
            export::file::write_whole(&path, &bytes).map_err(|it| it.to_string())
        });
        match saved {
            Ok(()) => {
                self.dialog = None;
                self.notice = Some(self.t().notice_saved(path.display().to_string()));
            }
            Err(error) => {
                draft.error = error;
                self.dialog = Some(Dialog::Picture(draft));
            }
        }
    }

    pub(super) fn copy_picture(&mut self, ctx: &Context, kind: FigureKind) {
        let spec = PictureSpec { theme: self.theme(ctx), ..PictureSpec::default() };
        let drawn = self.content(kind).and_then(|content| {
            export::picture::draw(&content, &spec).map_err(|error| error.to_string())
        });
        self.notice = Some(match drawn {
            Ok(pixmap) => {
                let size = [pixmap.width_px as usize, pixmap.height_px as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixmap.rgba));
                self.t().notice_copied_picture().to_owned()
            }
            Err(why) => why,
        });
    }

    pub(super) fn copy_words(&mut self, ctx: &Context, kind: FigureKind) {
        self.notice = Some(match self.content(kind) {
            Ok(content) => {
                ctx.copy_text(export::words::text(&content, &marks(&self.data, &content)));
                self.t().notice_copied_words().to_owned()
            }
            Err(why) => why,
        });
    }

    pub(super) fn copy_data(&mut self, ctx: &Context, kind: FigureKind) {
        let table = self.content(kind).and_then(|content| {
            export::data::csv(&marks(&self.data, &content)).map_err(|error| error.to_string())
        });
        self.notice = Some(match table {
            Ok(table) => {
                ctx.copy_text(table);
                self.t().notice_copied_data().to_owned()
            }
            Err(why) => why,
        });
    }
}
