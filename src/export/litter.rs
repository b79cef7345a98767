//! Temporary files of programs that were killed while they wrote.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// What the names of temporary files begin with.
pub const PREFIX: &str = ".city-atlas-writing-";

/// A file that was touched since then may be one that is still written, on a file system without
/// locks or just before its lock is taken.
const YOUNG: Duration = Duration::from_mins(1);

/// Removes what killed programs left in `folder`, at the first call for it.
pub fn remove_once(folder: &Path) {
    static DONE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let is_first = DONE.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
    if is_first {
        remove(folder);
    }
}

/// What cannot be read or removed stays: it is nobody's loss.
fn remove(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|it| it.starts_with(PREFIX));
        // A link of that name is none of ours.
        let found =
            if is_ours { entry.metadata().ok().filter(fs::Metadata::is_file) } else { None };
        let age = found.and_then(|it| it.modified().ok()?.elapsed().ok());
        if age.is_some_and(|age| age >= YOUNG) && is_abandoned(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether no living program holds the file.
fn is_abandoned(path: &Path) -> bool {
    let file = OpenOptions::new().write(true).open(path);
    file.is_ok_and(|it| !matches!(it.try_lock(), Err(fs::TryLockError::WouldBlock)))
}

#[cfg(test)]
mod tests {
    use std::{
        fs::{self, File},
        time::SystemTime,
    };

    use super::{PREFIX, YOUNG, remove};

    #[test]
    fn only_what_nobody_writes_any_more_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str, is_old: bool| {
            let file = File::create(folder.path().join(name)).unwrap();
            if is_old {
                file.set_modified(SystemTime::now() - 2 * YOUNG).unwrap();
            }
            file
        };
        let name = |end: &str| format!("{PREFIX}{end}");
        make(&name("abandoned"), true);
        make(&name("young"), false);
        let held = make(&name("held"), true);
        held.try_lock().unwrap();
        make(".writing-of-somebody-else", true);
        make("figure.png", true);
        fs::create_dir(folder.path().join(name("folder"))).unwrap();
        remove(folder.path());
        let names = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name());
        let mut left: Vec<String> = names.map(|it| it.into_string().unwrap()).collect();
        left.sort();
        let kept = [name("folder"), name("held"), name("young")];
        let others = [".writing-of-somebody-else".to_owned(), "figure.png".to_owned()];
        assert_eq!(left, [kept.as_slice(), &others].concat());
    }
}
