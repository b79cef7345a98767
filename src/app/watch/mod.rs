//! Follows edits to the open data file and its maps, on a thread of its own that reads them and
//! wakes the window only when there is something to show.
//!
//! The system tells of changes in the folders concerned. Where a file system tells nothing, as
//! network drives do of what other machines write, a look at the files every few seconds sees them.

mod places;
mod settle;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, SyncSender},
    },
    time::{Duration, Instant},
};

use egui::Context;
use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
};

use crate::{
    files::{self, Loaded, ReadFile, Stamp},
    load::Diagnostics,
};
use places::Identity;
use settle::{Settling, Step};

/// How often the files are looked at where the system tells of changes, and where it does not.
const LOOK: Duration = Duration::from_secs(5);
const LOOK_WITHOUT_EVENTS: Duration = Duration::from_secs(1);

/// What became of an open file.
pub(super) type News = Result<Loaded, Diagnostics>;

/// A data file that is followed; the thread ends with it.
pub(super) struct Watch {
    path: PathBuf,
    news: Receiver<News>,
    wake: SyncSender<()>,
    is_over: Arc<AtomicBool>,
}

impl Watch {
    /// Follows the data file at `path`, read as `read` (empty if it could not be opened).
    pub(super) fn new(ctx: &Context, path: &Path, read: &[ReadFile]) -> Self {
        let (tell, news) = mpsc::channel();
        // One message waiting is as good as many.
        let (wake, woken) = mpsc::sync_channel(1);
        let is_over = Arc::new(AtomicBool::new(false));
        let read = match read {
            [] => vec![ReadFile { path: path.to_owned(), stamp: None }],
            read => read.to_vec(),
        };
        let follower = Follower {
            path: path.to_owned(),
            settling: Settling::new(read),
            folders: Folders::new(wake.clone()),
            woken,
            is_over: Arc::clone(&is_over),
        };
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            follower.follow(&|it| {
                // Without a receiver there is nobody to tell, and the next look ends the thread.
                let _ = tell.send(it);
                ctx.request_repaint();
            });
        });
        Self { path: path.to_owned(), news, wake, is_over }
    }

    /// The data file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What there is to show since the last call.
    pub(super) fn news(&self) -> Option<News> {
        self.news.try_iter().last()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        // A message that waits already wakes the thread as well.
        let _ = self.wake.try_send(());
    }
}

struct Follower {
    path: PathBuf,
    settling: Settling,
    folders: Folders,
    woken: Receiver<()>,
    is_over: Arc<AtomicBool>,
}

impl Follower {
    fn follow(mut self, tell: &dyn Fn(News)) {
        loop {
            self.folders.follow(self.settling.files());
            let now = Instant::now();
            let next = match self.settling.look(now, seen(self.settling.files())) {
                Step::Rest => now + self.folders.pause(),
                Step::Wait(due) => due.min(now + self.folders.pause()),
                Step::Read => {
                    let opening = files::open_noting(&self.path);
                    let is_good = opening.result.is_ok();
                    let is_news = self.settling.judge(Instant::now(), opening.read, is_good);
                    if self.is_over.load(Ordering::Acquire) {
                        return;
                    }
                    if is_news {
                        tell(opening.result);
                    }
                    continue;
                }
            };
            let pause = next.saturating_duration_since(Instant::now());
            match self.woken.recv_timeout(pause) {
                Ok(()) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if self.is_over.load(Ordering::Acquire) {
                return;
            }
        }
    }
}

fn seen(files: &[ReadFile]) -> Vec<ReadFile> {
    let look = |it: &ReadFile| ReadFile { stamp: Stamp::of(&it.path), path: it.path.clone() };
    files.iter().map(look).collect()
}

/// The folders that the system is asked to tell of.
struct Folders {
    watcher: Option<RecommendedWatcher>,
    watched: BTreeMap<PathBuf, Identity>,
    /// Whether the system refused to tell of one of them.
    is_deaf: bool,
}

impl Folders {
    fn new(wake: SyncSender<()>) -> Self {
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|it| !is_change(it.kind)) {
                return;
            }
            let _ = wake.try_send(());
        });
        Self { watcher: watcher.ok(), watched: BTreeMap::new(), is_deaf: false }
    }

    /// Watches the folders of `files` and no others.
    fn follow(&mut self, files: &[ReadFile]) {
        let Some(watcher) = &mut self.watcher else { return };
        let wanted = places::folders(files.iter().map(|it| it.path.as_path()));
        if wanted == self.watched {
            return;
        }
        for (folder, identity) in &self.watched {
            if wanted.get(folder) != Some(identity) {
                // One that is gone needs no ending.
                let _ = watcher.unwatch(folder);
            }
        }
        self.is_deaf = false;
        for (folder, identity) in &wanted {
            if self.watched.get(folder) != Some(identity) {
                self.is_deaf |= watcher.watch(folder, RecursiveMode::NonRecursive).is_err();
            }
        }
        self.watched = wanted;
    }

    fn pause(&self) -> Duration {
        if self.is_deaf || self.watcher.is_none() { LOOK_WITHOUT_EVENTS } else { LOOK }
    }
}

/// Reading a file is no change of it.
const fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if !matches!(access, AccessKind::Close(AccessMode::Write)))
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        sync::Arc,
        thread,
        time::{Duration, Instant},
    };

    use egui::Context;

    use super::{LOOK_WITHOUT_EVENTS, Watch};

    #[test]
    fn the_thread_ends_with_its_window() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.ron");
        fs::write(&path, "()").unwrap();
        let watch = Watch::new(&Context::default(), &path, &[]);
        // The thread holds it until it ends.
        let is_over = Arc::downgrade(&watch.is_over);
        thread::sleep(Duration::from_millis(300));
        assert_eq!(is_over.strong_count(), 2, "it follows the file meanwhile");
        let start = Instant::now();
        drop(watch);
        while is_over.strong_count() > 0 {
            assert!(start.elapsed() < LOOK_WITHOUT_EVENTS * 30, "it goes on without a window");
            thread::sleep(Duration::from_millis(2));
        }
    }
}
