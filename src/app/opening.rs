//! Opens data files on a thread of their own: a large one takes seconds, one on a slow drive may
//! take any time.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    time::Duration,
};

use egui::Context;

use super::AtlasApp;
use crate::{
    files::{self, Loaded},
    load::{Diagnostics, Progress},
    state::NoticeKind,
    ui::opening,
};

/// How long a frame waits for a file, so that a small one is there without a word about it.
pub(super) const PATIENCE: Duration = Duration::from_millis(60);

/// How often the window shows anew how far a file is read.
const LOOK: Duration = Duration::from_millis(50);

/// What is done with a file once it is read.
pub type Then = Box<dyn FnOnce(&mut AtlasApp, &Context, Result<Loaded, Diagnostics>)>;

/// A file that is being opened.
pub(super) struct Opening {
    path: PathBuf,
    load: Load,
    result: Receiver<Result<Loaded, Diagnostics>>,
    then: Then,
}

/// A load on a thread of its own; to let go of it ends the thread.
struct Load(Arc<Progress>);

impl Drop for Load {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl Opening {
    fn new(path: &Path, then: Then) -> std::io::Result<Self> {
        let (tell, result) = mpsc::channel();
        let progress = Arc::<Progress>::default();
        let (asked, told) = (path.to_owned(), Arc::clone(&progress));
        std::thread::Builder::new().name("open".to_owned()).spawn(move || {
            if let Some(opening) = files::open_followed(&asked, &told) {
                // Without a receiver nobody wants it any more.
                let _ = tell.send(opening.result);
            }
        })?;
        Ok(Self { path: path.to_owned(), load: Load(progress), result, then })
    }
}

impl AtlasApp {
    /// Lets a frame wait for a file for `patience` before it is drawn without it: long in tests,
    /// which then need not wait themselves.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Opens the file at `path` beside the window and then does `then`; ends any opening before.
    pub fn open_aside(&mut self, ctx: &Context, path: &Path, then: Then) {
        match Opening::new(path, then) {
            Ok(opening) => {
                self.opening = Some(opening);
                self.take_opened(ctx, self.patience);
            }
            Err(error) => self.tell(
                NoticeKind::Error,
                self.t().opening_failed(path.display().to_string(), error.to_string()),
            ),
        }
        ctx.request_repaint();
    }

    /// Takes what was opened meanwhile; called once a frame.
    pub(super) fn follow_opening(&mut self, ctx: &Context) {
        if self.opening.is_some() {
            self.take_opened(ctx, Duration::ZERO);
        }
    }

    fn take_opened(&mut self, ctx: &Context, patience: Duration) {
        let Some(opening) = &self.opening else { return };
        match opening.result.recv_timeout(patience) {
            Ok(result) => {
                if let Some(Opening { then, .. }) = self.opening.take() {
                    then(self, ctx, result);
                }
            }
            Err(RecvTimeoutError::Timeout) => ctx.request_repaint_after(LOOK),
            Err(RecvTimeoutError::Disconnected) => {
                let path = opening.path.display().to_string();
                self.opening = None;
                let why = self.t().opening_broke_off();
                let told = self.t().opening_failed(path, why);
                self.tell(NoticeKind::Error, told);
            }
        }
    }

    /// Shows how far the file is read that is being opened.
    pub(super) fn show_opening(&mut self, ctx: &Context) {
        let Some(opening) = &self.opening else { return };
        let now = opening::Now {
            path: &opening.path,
            step: opening.load.0.step(),
            fraction: opening.load.0.fraction(),
        };
        if opening::show(ctx, &now, self.t(), self.theme(ctx).palette()) {
            let told = self.t().opening_cancelled(opening.path.display().to_string());
            self.opening = None;
            self.tell(NoticeKind::Info, told);
            ctx.request_repaint();
        }
    }
}
