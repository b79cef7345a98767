//! The desktop's file dialogs, and how their answers come back.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    time::{Duration, Instant},
};

use egui::Context;

use crate::{export::format::Format, i18n::Texts};

/// What the desktop answered to a file dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A data file to open; `None` when the dialog was closed, or never came up.
    Open(Option<PathBuf>, Duration),
    /// A place for a figure.
    Place(Option<PathBuf>),
}

/// The desktop's file dialogs, behind a trait so that tests can answer for a person.
pub trait Desktop {
    /// Asks for a data file.
    fn ask_for_file(&self, ctx: &Context, t: &Texts, reply: mpsc::Sender<Reply>);
    /// Asks for a place to save a figure in `format`, and whether a file that is there may be
    /// replaced; `suggested` is a whole path.
    fn ask_for_place(
        &self,
        ctx: &Context,
        suggested: &Path,
        format: Format,
        reply: mpsc::Sender<Reply>,
    );
}

/// A dialog that is gone sooner than this never came up: the desktop has none.
pub(super) const NO_DIALOG: Duration = Duration::from_millis(250);

/// The native dialogs.
pub struct NativeDesktop;

impl Desktop for NativeDesktop {
    fn ask_for_file(&self, ctx: &Context, t: &Texts, reply: mpsc::Sender<Reply>) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(t.open_title())
            .add_filter("RON", &["ron"])
            .pick_file();
        let (ctx, start) = (ctx.clone(), Instant::now());
        std::thread::spawn(move || {
            let path = pollster::block_on(dialog).map(|file| file.path().to_owned());
            // The window may be gone by now; then nobody waits for the answer.
            let _ = reply.send(Reply::Open(path, start.elapsed()));
            ctx.request_repaint();
        });
    }

    fn ask_for_place(
        &self,
        ctx: &Context,
        suggested: &Path,
        format: Format,
        reply: mpsc::Sender<Reply>,
    ) {
        let name = suggested.file_name().map(|it| it.to_string_lossy().into_owned());
        let mut dialog =
            rfd::AsyncFileDialog::new().add_filter(format.id().to_uppercase(), &[format.id()]);
        if let Some(folder) = suggested.parent().filter(|it| it.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let dialog = dialog.set_file_name(name.unwrap_or_default()).save_file();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let path = pollster::block_on(dialog).map(|file| file.path().to_owned());
            let _ = reply.send(Reply::Place(path));
            ctx.request_repaint();
        });
    }
}
