//! Writes files whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::litter;

/// Why a file could not be written. The file that was there before, if any, is unharmed.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The path names no file, such as an empty path or one that ends in `..`.
    #[error("\u{201c}{}\u{201d} names no file; add a file name", path.display())]
    NoFileName {
        /// The path as given.
        path: PathBuf,
    },
    /// The folder the file should be in does not exist.
    #[error(
        "cannot write {}: there is no folder {}; create it or choose another",
        path.display(),
        folder.display()
    )]
    FolderMissing {
        /// The file to write.
        path: PathBuf,
        /// The folder that is missing.
        folder: PathBuf,
    },
    /// What should be the folder is not one.
    #[error(
        "cannot write {}: {} is not a folder; choose another",
        path.display(),
        folder.display()
    )]
    NotInAFolder {
        /// The file to write.
        path: PathBuf,
        /// What stands where the folder should be.
        folder: PathBuf,
    },
    /// The path is that of a folder.
    #[error("cannot write {}: it is a folder; add a file name", path.display())]
    IsAFolder {
        /// The path as given.
        path: PathBuf,
    },
    /// The path is that of a device, a pipe or the like, which must not be replaced by a file.
    #[error(
        "cannot write {}: it is a device or a pipe; choose an ordinary file",
        path.display()
    )]
    NotAFile {
        /// The path as given.
        path: PathBuf,
    },
    /// The file exists and is marked read-only.
    #[error(
        "cannot replace {}: it is marked read-only; lift the mark or choose another name",
        path.display()
    )]
    ReadOnly {
        /// The path as given.
        path: PathBuf,
    },
    /// The user may not write there.
    #[error(
        "not permitted to write {} ({source}); choose a folder of your own",
        path.display()
    )]
    NotPermitted {
        /// The path as given.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
    /// The disk or the user's share of it is full.
    #[error(
        "no room to write {} ({source}); free some space or choose another disk",
        path.display()
    )]
    DiskFull {
        /// The path as given.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
    /// The file system takes no name or path of that length, or with such a character.
    #[error(
        "cannot write {}: the system takes no such name ({source}); choose a shorter, simpler one",
        path.display()
    )]
    BadName {
        /// The path as given.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
    /// Anything else.
    #[error("cannot write {} ({source}); try another folder or disk", path.display())]
    Other {
        /// The path as given.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
}

/// Writes `bytes` to `path`, replacing a file that is there.
///
/// The bytes go to a temporary file in the same folder, are flushed to the disk, and the file is
/// then renamed, so that at every moment, even when power fails, `path` holds the old file or the
/// new one. A new file gets the permissions any program's new file gets; a replaced file keeps its
/// own, though not its owner. A symbolic link stays, and what it points to is replaced.
///
/// # Errors
///
/// See [`WriteError`]; in every case the temporary file is removed and the old file left alone. Only
/// a program that is killed leaves it behind; the next one that writes into the folder removes it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_with(path, |file| file.write_all(bytes))
}

/// [`write_whole`] with the writing left to `write`.
fn write_with(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), WriteError> {
    if path.file_name().is_none() {
        return Err(match fs::metadata(path) {
            Ok(found) if found.is_dir() => WriteError::IsAFolder { path: path.into() },
            _ => WriteError::NoFileName { path: path.into() },
        });
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let failed = |source| explain(path, folder, source);
    let replaced = match fs::metadata(&target) {
        Ok(found) => Some(replaceable(path, found)?),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };

    litter::remove_once(folder);
    let mut temporary = temporary_in(folder).map_err(failed)?;
    // Held while it is written, so that no other program takes it for litter. Where a file system
    // has no locks, its age has to do.
    let _ = temporary.as_file().try_lock();
    if let Some(replaced) = replaced {
        let permissions = replaced.permissions();
        temporary.as_file().set_permissions(permissions).map_err(failed)?;
    }
    write(temporary.as_file_mut()).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    let _ = temporary.as_file().unlock();
    temporary.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Passes only ordinary files that may be written.
fn replaceable(path: &Path, found: Metadata) -> Result<Metadata, WriteError> {
    if found.is_dir() {
        Err(WriteError::IsAFolder { path: path.into() })
    } else if !found.is_file() {
        Err(WriteError::NotAFile { path: path.into() })
    } else if found.permissions().readonly() {
        // Renaming would replace it all the same, against the wish of whoever set the mark.
        Err(WriteError::ReadOnly { path: path.into() })
    } else {
        Ok(found)
    }
}

/// A hidden file in `folder` that removes itself unless renamed.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(litter::PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What programs ask for when they create a file; the user's mask takes its share off.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Says what a failure means for the user.
fn explain(path: &Path, folder: &Path, source: io::Error) -> WriteError {
    let path = path.to_path_buf();
    match source.kind() {
        ErrorKind::NotFound => WriteError::FolderMissing { path, folder: folder.into() },
        ErrorKind::NotADirectory => WriteError::NotInAFolder { path, folder: folder.into() },
        ErrorKind::IsADirectory => WriteError::IsAFolder { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            WriteError::NotPermitted { path, source }
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            WriteError::DiskFull { path, source }
        }
        ErrorKind::InvalidFilename => WriteError::BadName { path, source },
        _ => WriteError::Other { path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn files_are_created_and_replaced() {
        let folder = folder();
        let path = folder.path().join("figure.png");
        write_whole(&path, b"first").expect("written");
        write_whole(&path, b"second").expect("replaced");
        assert_eq!(fs::read(&path).expect("a file"), b"second");
        assert_eq!(names_in(folder.path()), ["figure.png"]);
    }

    #[test]
    fn a_failure_half_way_leaves_the_old_file() {
        let folder = folder();
        let path = folder.path().join("figure.png");
        write_whole(&path, b"old").expect("written");
        let error = write_with(&path, |file| {
            file.write_all(b"ne")?;
            Err(ErrorKind::StorageFull.into())
        })
        .expect_err("fails");
        assert!(matches!(error, WriteError::DiskFull { .. }), "{error}");
        assert_eq!(fs::read(&path).expect("a file"), b"old");
        assert_eq!(names_in(folder.path()), ["figure.png"]);
    }

    #[test]
    fn a_missing_folder_is_named() {
        let folder = folder();
        let path = folder.path().join("missing").join("figure.png");
        let error = write_whole(&path, b"").expect_err("fails");
        assert!(matches!(error, WriteError::FolderMissing { .. }), "{error}");
        let missing = folder.path().join("missing");
        assert!(error.to_string().contains(&missing.display().to_string()));
    }

    #[test]
    fn a_file_is_not_taken_for_a_folder() {
        let folder = folder();
        let file = folder.path().join("notes");
        fs::write(&file, "kept").expect("written");
        let error = write_whole(&file.join("figure.png"), b"").expect_err("fails");
        // Windows reports a missing folder here.
        let is_explained =
            matches!(error, WriteError::NotInAFolder { .. } | WriteError::FolderMissing { .. });
        assert!(is_explained, "{error}");
        assert_eq!(fs::read(&file).expect("a file"), b"kept");
    }

    #[test]
    fn a_folder_is_not_replaced() {
        let folder = folder();
        for path in [folder.path().to_path_buf(), "/".into(), "..".into()] {
            let error = write_whole(&path, b"").expect_err("fails");
            assert!(matches!(error, WriteError::IsAFolder { .. }), "{error}");
        }
        let error = write_whole(Path::new(""), b"").expect_err("fails");
        assert!(matches!(error, WriteError::NoFileName { .. }), "{error}");
    }

    #[test]
    fn a_file_marked_read_only_is_not_replaced() {
        let folder = folder();
        let path = folder.path().join("figure.png");
        fs::write(&path, "kept").expect("written");
        let mut permissions = fs::metadata(&path).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("marked");
        let error = write_whole(&path, b"new").expect_err("fails");
        assert!(matches!(error, WriteError::ReadOnly { .. }), "{error}");
        assert_eq!(fs::read(&path).expect("a file"), b"kept");
    }

    #[test]
    fn failures_of_the_system_are_explained() {
        let explained = |kind: ErrorKind| {
            explain(Path::new("d/f.png"), Path::new("d"), kind.into()).to_string()
        };
        let told = explained(ErrorKind::PermissionDenied);
        assert!(told.starts_with("not permitted to write d/f.png"), "{told}");
        let told = explained(ErrorKind::ReadOnlyFilesystem);
        assert!(told.starts_with("not permitted to write d/f.png"), "{told}");
        let told = explained(ErrorKind::QuotaExceeded);
        assert!(told.contains("free some space"), "{told}");
        let told = explained(ErrorKind::TimedOut);
        assert!(told.starts_with("cannot write d/f.png"), "{told}");
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{PermissionsExt, symlink};

        use super::*;

        fn mode(path: &Path) -> u32 {
            let found = fs::metadata(path).expect("a file");
            found.permissions().mode() & 0o7777
        }

        #[test]
        fn a_new_file_has_ordinary_permissions() {
            let folder = folder();
            let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
            write_whole(&ours, b"").expect("written");
            fs::write(&plain, b"").expect("written");
            assert_eq!(mode(&ours), mode(&plain));
        }

        #[test]
        fn a_replaced_file_keeps_its_permissions() {
            let folder = folder();
            let path = folder.path().join("figure.png");
            fs::write(&path, "old").expect("written");
            for kept in [0o640, 0o600, 0o666] {
                fs::set_permissions(&path, fs::Permissions::from_mode(kept)).expect("set");
                write_whole(&path, b"new").expect("replaced");
                assert_eq!(mode(&path), kept);
            }
        }

        #[test]
        fn a_link_stays_and_its_target_is_replaced() {
            let folder = folder();
            let (target, link) = (folder.path().join("target"), folder.path().join("link"));
            fs::write(&target, "old").expect("written");
            symlink(&target, &link).expect("linked");
            write_whole(&link, b"new").expect("replaced");
            assert_eq!(fs::read(&target).expect("a file"), b"new");
            let link = fs::symlink_metadata(&link).expect("a link");
            assert!(link.file_type().is_symlink());
        }

        #[test]
        fn a_device_is_not_replaced() {
            let error = write_whole(Path::new("/dev/null"), b"").expect_err("fails");
            assert!(matches!(error, WriteError::NotAFile { .. }), "{error}");
        }
    }
}
