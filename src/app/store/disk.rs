//! The settings file on the disk, shared by all windows.

use std::{
    fs::{self, File, OpenOptions},
    io::ErrorKind,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use super::{super::small_file, StoreNotice};
use crate::{
    export::file::write_whole,
    state::{
        fields::Fields,
        settings::{Reading, Settings, VERSION, file_text, merged},
    },
};

/// How often, and how far apart, the lock is asked for. Another window holds it for milliseconds;
/// where it cannot be had, as on some network drives, the settings are written without it.
const TRIES: u32 = 100;
const APART: Duration = Duration::from_millis(20);

/// The settings file, and what this window last knew of it.
pub(super) struct Disk {
    path: PathBuf,
    base: Fields,
    /// Whether the last writing failed, so that one fault is told once.
    is_failing: bool,
}

impl Disk {
    /// Reads the settings in `folder`, which is made if need be.
    pub(super) fn open(folder: &Path) -> Result<(Self, Settings, Vec<StoreNotice>), StoreNotice> {
        let failed =
            |path: &Path, reason: String| StoreNotice::Failed { path: path.into(), reason };
        fs::create_dir_all(folder).map_err(|error| failed(folder, error.to_string()))?;
        let path = folder.join("settings.ron");
        let _lock = lock(&path);
        let mut notices = Vec::new();
        let read = read(&path, &mut notices).map_err(|reason| failed(&path, reason))?;
        let settings = read.map_or_else(Settings::default, |it| it.settings);
        let base = settings.fields();
        Ok((Self { path, base, is_failing: false }, settings, notices))
    }

    /// Writes what changed since the last time into the file as it is now.
    pub(super) fn write(&mut self, settings: &Settings) -> Vec<StoreNotice> {
        let mut notices = Vec::new();
        let written = self.merge_in(&settings.fields(), &mut notices);
        match written {
            Ok(()) => self.is_failing = false,
            Err(reason) if !self.is_failing => {
                self.is_failing = true;
                notices.push(StoreNotice::Failed { path: self.path.clone(), reason });
            }
            Err(_) => {}
        }
        notices
    }

    fn merge_in(&mut self, mine: &Fields, notices: &mut Vec<StoreNotice>) -> Result<(), String> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        let _lock = lock(&self.path);
        let mut told = Vec::new();
        let theirs = read(&self.path, &mut told)?.map(|it| it.fields);
        // What the file held at the start was told then; only damage since is news.
        notices.extend(told.into_iter().filter(|it| matches!(it, StoreNotice::Broken { .. })));
        let next = match &theirs {
            Some(theirs) => merged(mine, &self.base, theirs),
            None => mine.clone(),
        };
        if theirs.as_ref() != Some(&next) {
            let text = file_text(&next);
            write_whole(&self.path, text.as_bytes()).map_err(|error| error.to_string())?;
        }
        self.base = mine.clone();
        Ok(())
    }
}

/// Reads the file; one that is broken is put aside.
fn read(path: &Path, notices: &mut Vec<StoreNotice>) -> Result<Option<Reading>, String> {
    let parsed = match small_file::read(path) {
        Ok(None) => return Ok(None),
        Ok(Some(text)) => Reading::parse(&text),
        Err(error) if error.kind() == ErrorKind::InvalidData => Err(error.to_string()),
        Err(error) => return Err(error.to_string()),
    };
    match parsed {
        Ok(read) => {
            let path = path.to_owned();
            if read.version > VERSION {
                notices.push(StoreNotice::Newer { path });
            } else if !read.unreadable.is_empty() {
                notices.push(StoreNotice::Partly { path, fields: read.unreadable.clone() });
            }
            Ok(Some(read))
        }
        Err(reason) => {
            let aside = small_file::put_aside(path).map_err(|error| error.to_string());
            notices.push(StoreNotice::Broken { path: path.into(), aside, reason });
            Ok(None)
        }
    }
}

/// Takes the lock beside the file, unless it cannot be had.
fn lock(path: &Path) -> Option<File> {
    let beside = path.with_extension("lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(beside).ok()?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Some(file),
            Err(fs::TryLockError::WouldBlock) => thread::sleep(APART),
            Err(fs::TryLockError::Error(_)) => return None,
        }
    }
    None
}
