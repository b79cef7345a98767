//! Small text files of the program's own: settings, views, reports.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read},
    path::{Path, PathBuf},
};

use crate::state::fields::MOST_BYTES;

/// The text of an ordinary file of at most [`MOST_BYTES`] bytes; `None` if there is none.
///
/// # Errors
/// Why it cannot be read; [`ErrorKind::InvalidData`] if it is too large or no UTF-8.
pub(super) fn read(path: &Path) -> io::Result<Option<String>> {
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        found => found?,
    };
    // A pipe or a device could go on for ever.
    if !found.is_file() {
        return Err(io::Error::other("not an ordinary file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MOST_BYTES {
        let told = format!("> {} KiB", MOST_BYTES / 1024);
        return Err(io::Error::new(ErrorKind::InvalidData, told));
    }
    let text = String::from_utf8(bytes);
    text.map(Some).map_err(|_| io::Error::new(ErrorKind::InvalidData, "not UTF-8"))
}

/// Renames a file to its name with `.broken-N` behind, N being the first that is free, so that no
/// file put aside earlier is lost.
///
/// # Errors
/// Why it cannot be renamed.
pub(super) fn put_aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1..10_000 {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".broken-{number}"));
        let aside = path.with_file_name(name);
        // Taking the name first keeps another program that does the same from taking it too.
        match OpenOptions::new().write(true).create_new(true).open(&aside) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
        }
        return match fs::rename(path, &aside) {
            Ok(()) => Ok(aside),
            Err(error) => {
                // The name was only taken; what went wrong is told by the error.
                let _ = fs::remove_file(&aside);
                Err(error)
            }
        };
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{put_aside, read};

    #[test]
    fn files_put_aside_never_replace_one_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        for at in 1..=3 {
            fs::write(&path, format!("{at}")).unwrap();
            let aside = put_aside(&path).unwrap();
            assert_eq!(aside, folder.path().join(format!("settings.ron.broken-{at}")));
        }
        for at in 1..=3 {
            let aside = folder.path().join(format!("settings.ron.broken-{at}"));
            assert_eq!(fs::read_to_string(aside).unwrap(), format!("{at}"));
        }
        assert!(put_aside(&path).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "no empty name is left");
    }

    #[test]
    fn only_small_texts_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.ron");
        assert_eq!(read(&path).unwrap(), None);
        fs::write(&path, b"\xff\xfe").unwrap();
        assert!(read(&path).is_err());
        fs::File::create(&path).unwrap().set_len(super::MOST_BYTES as u64 + 1).unwrap();
        assert!(read(&path).unwrap_err().to_string().contains("KiB"));
        assert!(read(folder.path()).is_err());
    }
}
