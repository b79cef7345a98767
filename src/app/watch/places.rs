//! Which folders must be watched so that no change of a file goes by: its own, and those of every
//! link on the way to it.

use std::{
    collections::{BTreeMap, VecDeque},
    ffi::OsString,
    fs,
    path::{Component, Path, PathBuf},
};

/// Links that are followed on one path, as many as Linux itself does.
const MOST_LINKS: usize = 40;

/// What tells a folder from another one that took its name.
pub(super) type Identity = Option<(u64, std::time::SystemTime)>;

/// The folders to watch for `files`. Where a folder is gone, the nearest one above it that is
/// there, so that its return is seen.
pub(super) fn folders<'a>(files: impl Iterator<Item = &'a Path>) -> BTreeMap<PathBuf, Identity> {
    let mut found = BTreeMap::new();
    for file in files {
        for folder in on_the_way(file) {
            found.entry(folder).or_insert_with_key(|it| identity(it));
        }
    }
    found
}

fn identity(folder: &Path) -> Identity {
    let metadata = fs::metadata(folder).ok()?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&metadata);
    #[cfg(not(unix))]
    let number = 0;
    Some((number, metadata.created().unwrap_or(std::time::UNIX_EPOCH)))
}

fn on_the_way(file: &Path) -> Vec<PathBuf> {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let (mut at, mut ahead) = (PathBuf::new(), parts(&whole));
    let (mut found, mut links) = (Vec::new(), 0);
    while let Some(part) = ahead.pop_front() {
        if part == ".." {
            at.pop();
            continue;
        }
        let here = at.join(&part);
        match fs::symlink_metadata(&here) {
            Ok(it) if it.is_symlink() && links < MOST_LINKS => {
                links += 1;
                found.push(at.clone());
                // A link that cannot be read is as good as gone.
                let Ok(target) = fs::read_link(&here) else { return found };
                if target.has_root() {
                    at = PathBuf::new();
                }
                let rest = std::mem::take(&mut ahead);
                ahead = parts(&target).into_iter().chain(rest).collect();
            }
            Ok(_) if !ahead.is_empty() => at = here,
            // The file itself, or the first part of the way that is not there.
            _ => {
                found.push(at);
                return found;
            }
        }
    }
    found
}

fn parts(path: &Path) -> VecDeque<OsString> {
    let names = path.components().filter(|it| *it != Component::CurDir);
    names.map(|it| it.as_os_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    use super::folders;

    fn watched(file: &Path) -> Vec<PathBuf> {
        folders(std::iter::once(file)).into_keys().collect()
    }

    /// A folder whose own path has no links.
    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap();
        (folder, path)
    }

    #[test]
    fn a_plain_file_needs_its_own_folder_alone() {
        let (_kept, folder) = folder();
        let file = folder.join("data.ron");
        assert_eq!(watched(&file), std::slice::from_ref(&folder), "not there yet");
        fs::write(&file, "").unwrap();
        assert_eq!(watched(&file), std::slice::from_ref(&folder));
        assert_eq!(watched(&folder.join("gone/for/good/data.ron")), [folder]);
    }

    #[test]
    fn a_folder_made_anew_is_another_one() {
        let (_kept, folder) = folder();
        let (inner, file) = (folder.join("inner"), folder.join("inner/data.ron"));
        fs::create_dir(&inner).unwrap();
        let before = folders(std::iter::once(file.as_path()));
        assert_eq!(before, folders(std::iter::once(file.as_path())));
        fs::rename(&inner, folder.join("old")).unwrap();
        fs::create_dir(&inner).unwrap();
        assert_ne!(before, folders(std::iter::once(file.as_path())));
    }

    #[cfg(unix)]
    #[test]
    fn every_link_on_the_way_counts() {
        use std::os::unix::fs::symlink;
        let (_kept, folder) = folder();
        let at = |name: &str| folder.join(name);
        // As Kubernetes mounts a configuration: data.ron → ..data/data.ron, ..data → ..v1.
        fs::create_dir_all(at("mount/..v1")).unwrap();
        fs::write(at("mount/..v1/data.ron"), "").unwrap();
        symlink("..v1", at("mount/..data")).unwrap();
        symlink("..data/data.ron", at("mount/data.ron")).unwrap();
        assert_eq!(watched(&at("mount/data.ron")), [at("mount"), at("mount/..v1")]);
        // Folders may be links too, absolute ones and upward ones.
        fs::create_dir(at("links")).unwrap();
        symlink("../mount", at("links/way")).unwrap();
        symlink(at("links/way"), at("absolute")).unwrap();
        let file = at("absolute/data.ron");
        assert_eq!(
            watched(&file),
            [at(""), at("links"), at("mount"), at("mount/..v1")]
                .map(|it| it.components().collect::<PathBuf>())
        );
        // A link to nothing, and one to itself.
        symlink("nowhere/data.ron", at("mount/lost.ron")).unwrap();
        assert_eq!(watched(&at("mount/lost.ron")), [at("mount")]);
        symlink("round.ron", at("round.ron")).unwrap();
        assert_eq!(watched(&at("round.ron")), [folder]);
    }
}
