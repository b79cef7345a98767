//! Where settings are kept: read once at the start, then written by a thread of their own, so that
//! no disk keeps the window waiting.

mod disk;

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, RecvTimeoutError},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use crate::state::Settings;
use disk::Disk;

/// The environment variable that names another folder for settings.
pub(super) const CONFIG_VARIABLE: &str = "CITY_ATLAS_CONFIG";

/// How long changes are gathered before they are written.
const GATHER: Duration = Duration::from_millis(800);

/// Something a reader should know about the settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreNotice {
    /// The file could not be read as settings and was put aside.
    Broken {
        /// The file.
        path: PathBuf,
        /// Where it was put, or why it could not be put anywhere.
        aside: Result<PathBuf, String>,
        /// What is wrong with it.
        reason: String,
    },
    /// A newer version wrote the file; what this one does not know is left as it stands.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// Some values of the file are not understood and were left alone.
    Partly {
        /// The file.
        path: PathBuf,
        /// The names of the fields.
        fields: Vec<String>,
    },
    /// The settings cannot be read or kept.
    Failed {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The system names no folder for settings.
    Homeless,
}

/// Where settings are to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nowhere: they last as long as the window.
    Nowhere,
    /// In this folder.
    Folder(PathBuf),
}

impl Keeping {
    /// The folder named by `CITY_ATLAS_CONFIG`, or else that of the system for settings.
    ///
    /// # Errors
    /// When the system names none.
    pub fn by_default() -> Result<Self, StoreNotice> {
        use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
        if let Some(folder) = std::env::var_os(CONFIG_VARIABLE).filter(|it| !it.is_empty()) {
            return Ok(Self::Folder(folder.into()));
        }
        let system = choose_native_strategy().map_err(|_| StoreNotice::Homeless)?;
        // On a Mac, the folder of preferences is for those that the system itself manages.
        let folder =
            if cfg!(target_os = "macos") { system.data_dir() } else { system.config_dir() };
        Ok(Self::Folder(folder.join("city-atlas")))
    }
}

enum Ask {
    Save(Box<Settings>),
    Flush(mpsc::Sender<()>),
}

struct Worker {
    asks: mpsc::Sender<Ask>,
    told: mpsc::Receiver<StoreNotice>,
    thread: JoinHandle<()>,
}

/// The settings of one window, and the thread that writes them.
#[derive(Default)]
pub struct Store {
    settings: Settings,
    folder: Option<PathBuf>,
    worker: Option<Worker>,
}

impl Store {
    /// Settings that last as long as the window.
    #[must_use]
    pub fn in_memory(settings: Settings) -> Self {
        Self { settings, folder: None, worker: None }
    }

    /// The settings kept in a folder, and what is to be told about them.
    #[must_use]
    pub fn open(keeping: &Keeping) -> (Self, Vec<StoreNotice>) {
        let Keeping::Folder(folder) = keeping else {
            return (Self::default(), Vec::new());
        };
        let (disk, settings, notices) = match Disk::open(folder) {
            Ok(opened) => opened,
            Err(notice) => return (Self::default(), vec![notice]),
        };
        let (asks, asked) = mpsc::channel();
        let (tell, told) = mpsc::channel();
        let thread = std::thread::spawn(move || write_as_asked(disk, &asked, &tell));
        let worker = Some(Worker { asks, told, thread });
        (Self { settings, folder: Some(folder.clone()), worker }, notices)
    }

    /// What is remembered.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The folder, if they are kept in one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Changes the settings; they are written soon.
    pub fn change(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut next = self.settings.clone();
        change(&mut next);
        if next == self.settings {
            return;
        }
        self.settings = next;
        if let Some(worker) = &self.worker {
            // The thread ends only with this store.
            let _ = worker.asks.send(Ask::Save(Box::new(self.settings.clone())));
        }
    }

    /// What went wrong with writing since the last call.
    #[must_use]
    pub fn notices(&self) -> Vec<StoreNotice> {
        self.worker.as_ref().map_or(Vec::new(), |it| it.told.try_iter().collect())
    }

    /// Waits until everything is written.
    pub fn flush(&self) {
        let Some(worker) = &self.worker else { return };
        let (done, wait) = mpsc::channel();
        if worker.asks.send(Ask::Flush(done)).is_ok() {
            let _ = wait.recv();
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(Worker { asks, thread, .. }) = self.worker.take() {
            // Without asks to come the thread writes what it holds and ends.
            drop(asks);
            let _ = thread.join();
        }
    }
}

fn write_as_asked(mut disk: Disk, asked: &mpsc::Receiver<Ask>, tell: &mpsc::Sender<StoreNotice>) {
    let mut waiting: Option<(Box<Settings>, Instant)> = None;
    loop {
        let ask = match &waiting {
            None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some((_, due)) => asked.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        let (is_over, done) = match ask {
            Ok(Ask::Save(settings)) => {
                let due = waiting.map_or_else(|| Instant::now() + GATHER, |(_, due)| due);
                waiting = Some((settings, due));
                continue;
            }
            Ok(Ask::Flush(done)) => (false, Some(done)),
            Err(RecvTimeoutError::Timeout) => (false, None),
            Err(RecvTimeoutError::Disconnected) => (true, None),
        };
        if let Some((settings, _)) = waiting.take() {
            for notice in disk.write(&settings) {
                let _ = tell.send(notice);
            }
        }
        if let Some(done) = done {
            let _ = done.send(());
        }
        if is_over {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
