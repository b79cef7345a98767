//! The desktop's file dialogs, and how their answers come back.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    time::{Duration, Instant},
};

use egui::Context;

use super::{
    sound::{self, Playing},
    wishes::{self, Wishes},
};
use crate::{export::format::Format, i18n::Texts};

/// What the desktop answered to a file dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A data file to open; `None` when the dialog was closed, or never came up.
    Open(Option<PathBuf>, Duration),
    /// A place for a figure; `None` as with [`Self::Open`].
    Place(Option<PathBuf>, Duration),
    /// A place for a view file; `None` as with [`Self::Open`].
    ViewPlace(Option<PathBuf>, Duration),
    /// A view file to open; `None` as with [`Self::Open`].
    View(Option<PathBuf>, Duration),
    /// This file could not be shown in its folder.
    NotShown(PathBuf),
    /// Which of the files asked for are missing.
    Missing(Vec<PathBuf>),
    /// What the desktop asks of every program.
    Wishes(Wishes),
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

    /// Asks for a place to save a view; `suggested` is a whole path. Without an own way to ask,
    /// there is no dialog.
    fn ask_for_view_place(&self, ctx: &Context, suggested: &Path, reply: mpsc::Sender<Reply>) {
        let _ = (suggested, reply.send(Reply::ViewPlace(None, Duration::ZERO)));
        ctx.request_repaint();
    }

    /// Asks for a view file. Without an own way to ask, there is no dialog.
    fn ask_for_view(&self, ctx: &Context, t: &Texts, reply: mpsc::Sender<Reply>) {
        let _ = (t, reply.send(Reply::View(None, Duration::ZERO)));
        ctx.request_repaint();
    }

    /// Shows a file in its folder; answers only if that fails, as it does without an own way.
    fn show_in_folder(&self, ctx: &Context, path: &Path, reply: mpsc::Sender<Reply>) {
        let _ = reply.send(Reply::NotShown(path.to_owned()));
        ctx.request_repaint();
    }

    /// Plays a WAV file that is handed over whole; `None` where nothing can play it, as without an
    /// own way.
    fn play(&self, wav: Vec<u8>) -> Option<Box<dyn Playing>> {
        drop(wav);
        None
    }

    /// Sends what the desktop asks of every program, now and whenever it changes. Without an own
    /// way to learn it, nothing is asked for.
    fn watch_wishes(&self, ctx: &Context, reply: mpsc::Sender<Reply>) {
        let _ = (ctx, reply);
    }

    /// Looks which of `paths` are missing.
    fn find_missing(&self, ctx: &Context, paths: Vec<PathBuf>, reply: mpsc::Sender<Reply>) {
        let _ = reply.send(Reply::Missing(missing(paths)));
        ctx.request_repaint();
    }
}

fn missing(mut paths: Vec<PathBuf>) -> Vec<PathBuf> {
    paths.retain(|path| !path.is_file());
    paths
}

/// A dialog that is gone sooner than this never came up: the desktop has none.
pub(super) const NO_DIALOG: Duration = Duration::from_millis(250);

/// The native dialogs.
pub struct NativeDesktop;

impl Desktop for NativeDesktop {
    fn ask_for_file(&self, ctx: &Context, t: &Texts, reply: mpsc::Sender<Reply>) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(t.open_title())
            // Spreadsheets are imported for as long as they are looked at.
            .add_filter("RON, XLSX, XLS, CSV", &["ron", "xlsx", "xlsm", "xls", "csv", "tsv"])
            .pick_file();
        answer(ctx, reply, dialog, Reply::Open);
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
        answer(ctx, reply, dialog, Reply::Place);
    }

    fn ask_for_view_place(&self, ctx: &Context, suggested: &Path, reply: mpsc::Sender<Reply>) {
        let name = suggested.file_name().map(|it| it.to_string_lossy().into_owned());
        let mut dialog = rfd::AsyncFileDialog::new().add_filter("RON", &["ron"]);
        if let Some(folder) = suggested.parent().filter(|it| it.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let dialog = dialog.set_file_name(name.unwrap_or_default()).save_file();
        answer(ctx, reply, dialog, Reply::ViewPlace);
    }

    fn ask_for_view(&self, ctx: &Context, t: &Texts, reply: mpsc::Sender<Reply>) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(t.view_open_title())
            .add_filter("RON", &["ron"])
            .pick_file();
        answer(ctx, reply, dialog, Reply::View);
    }

    fn show_in_folder(&self, ctx: &Context, path: &Path, reply: mpsc::Sender<Reply>) {
        let (ctx, path) = (ctx.clone(), path.to_owned());
        // The file manager may take its time to answer.
        std::thread::spawn(move || {
            if opener::reveal(&path).is_err() {
                let _ = reply.send(Reply::NotShown(path));
                ctx.request_repaint();
            }
        });
    }

    fn play(&self, wav: Vec<u8>) -> Option<Box<dyn Playing>> {
        sound::play(&wav)
    }

    fn watch_wishes(&self, ctx: &Context, reply: mpsc::Sender<Reply>) {
        wishes::watch(ctx, reply);
    }

    fn find_missing(&self, ctx: &Context, paths: Vec<PathBuf>, reply: mpsc::Sender<Reply>) {
        let ctx = ctx.clone();
        // A folder on a network that is down would keep the window waiting.
        std::thread::spawn(move || {
            let _ = reply.send(Reply::Missing(missing(paths)));
            ctx.request_repaint();
        });
    }
}

/// Waits for a dialog in a thread of its own and sends what was chosen.
fn answer(
    ctx: &Context,
    reply: mpsc::Sender<Reply>,
    dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    wrap: fn(Option<PathBuf>, Duration) -> Reply,
) {
    let (ctx, start) = (ctx.clone(), Instant::now());
    std::thread::spawn(move || {
        let path = pollster::block_on(dialog).map(|file| file.path().to_owned());
        // The window may be gone by now; then nobody waits for the answer.
        let _ = reply.send(wrap(path, start.elapsed()));
        ctx.request_repaint();
    });
}
