//! Data files on disk. Beside `app` and `cli` this is the only place that reads files.

use std::cell::RefCell;
use std::env;
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use cap_std::ambient_authority;
use cap_std::fs::Dir;

use crate::import;
use crate::load::problem::{File as Problem, Problem as AnyProblem};
use crate::load::{AssetError, Assets, Diagnostics, Progress, Step, embedded, load_followed};
use crate::model::Dataset;

/// The largest map or spreadsheet that is read, in MiB.
const MOST_MIB: u64 = 64;

/// The largest data file, in MiB: some 1.4 million figures.
const MOST_DATA_MIB: u64 = 256;

/// How much is read between two looks at whether it is still wanted.
const READ_BYTES: u64 = 4 * 1024 * 1024;

/// A data file that was read without a mistake.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What it holds.
    pub data: Dataset,
    /// The path it was opened by; `None` for the data inside the program.
    pub path: Option<PathBuf>,
    /// The files that were read for it.
    pub read: Vec<ReadFile>,
}

/// What tells one version of a file from the next without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Size in bytes.
    pub bytes: u64,
    /// When it was last written, where the file system knows.
    pub modified: Option<SystemTime>,
    /// The number of the file in its file system; 0 where it has none.
    pub number: u64,
}

impl Stamp {
    /// The stamp of the ordinary file at `path`; `None` where there is none to be seen.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().filter(Metadata::is_file).map(|it| Self::new(&it))
    }

    fn new(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let number = 0;
        Self { bytes: metadata.len(), modified: metadata.modified().ok(), number }
    }
}

/// A file that was read, or looked for in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFile {
    /// Its path.
    pub path: PathBuf,
    /// What it was when it was opened; `None` if it could not be.
    pub stamp: Option<Stamp>,
}

/// What came of opening a data file, and of which files.
#[derive(Debug)]
pub struct Opening {
    /// What it holds, or what is wrong with it.
    pub result: Result<Loaded, Diagnostics>,
    /// The files that were read, the data file first.
    pub read: Vec<ReadFile>,
}

/// The data set that ships inside the program.
///
/// # Errors
///
/// Never in a released program: a test loads the shipped file.
pub fn built_in() -> Result<Loaded, Diagnostics> {
    let data = embedded()?;
    Ok(Loaded { data, path: None, read: Vec::new() })
}

/// Whether the file at `path` is so large that reading it takes a noticeable time.
#[must_use]
pub fn is_large(path: &Path) -> bool {
    const LARGE_BYTES: u64 = 4 * 1024 * 1024;
    Stamp::of(path).is_some_and(|it| it.bytes > LARGE_BYTES)
}

/// Reads the data file at `path`.
///
/// Files that it refers to are looked for in its own folder and nowhere else.
///
/// # Errors
///
/// Why the file cannot be read, or everything that is wrong with it.
pub fn open(path: &Path) -> Result<Loaded, Diagnostics> {
    open_noting(path).result
}

/// As [`open`], also telling which files were read, whether or not something is wrong with them.
#[must_use]
pub fn open_noting(path: &Path) -> Opening {
    let progress = Arc::default();
    open_followed(path, &progress).unwrap_or_else(|| Opening {
        // Nobody else has hold of it to cancel it.
        result: Err(of_file(path, Problem::Missing)),
        read: Vec::new(),
    })
}

/// As [`open_noting`], telling `progress` how far it has come; `None` if it was cancelled there.
#[must_use]
pub fn open_followed(path: &Path, progress: &Arc<Progress>) -> Option<Opening> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let folder = Folder::new(folder);
    let result = open_in(path, &folder, progress);
    let read = folder.read.into_inner();
    let result = result?.map(|it| Loaded { read: read.clone(), ..it });
    Some(Opening { result, read })
}

fn open_in(
    path: &Path,
    folder: &Folder,
    progress: &Arc<Progress>,
) -> Option<Result<Loaded, Diagnostics>> {
    let name = path.display().to_string();
    let mut stamp = None;
    let is_imported = import::is_spreadsheet(&name);
    let most_mib = if is_imported { MOST_MIB } else { MOST_DATA_MIB };
    let bytes = read(path, &mut stamp, most_mib, progress);
    folder.read.borrow_mut().push(ReadFile { path: path.to_owned(), stamp });
    if progress.is_cancelled() {
        return None;
    }
    let text = match bytes {
        Err(problem) => return Some(Err(of_file(path, problem))),
        Ok(bytes) if is_imported => spreadsheet(&name, &bytes),
        Ok(bytes) => text(bytes).map_err(|problem| of_file(path, problem)),
    };
    let data = match text {
        Ok(text) => load_followed(&name, &text, folder, progress)?,
        Err(diagnostics) => Err(diagnostics),
    };
    Some(data.map(|data| Loaded { data, path: Some(path.to_owned()), read: Vec::new() }))
}

fn of_file(path: &Path, problem: Problem) -> Diagnostics {
    Diagnostics::of_file(path.display().to_string(), AnyProblem::File(problem))
}

/// The text of a data file.
fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        if matches!(error.as_bytes(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
            return Problem::Utf16;
        }
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(valid);
        Problem::NotUtf8 { line: 1 + before.filter(|byte| **byte == b'\n').count() }
    })
}

/// The bytes of a file that is an ordinary one and not too large.
///
/// # Errors
///
/// Why it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostics> {
    read(path, &mut None, MOST_MIB, &Progress::default()).map_err(|problem| of_file(path, problem))
}

/// The data file that a spreadsheet becomes for as long as it is looked at; nothing is written.
fn spreadsheet(name: &str, bytes: &[u8]) -> Result<String, Diagnostics> {
    let figures = import::File { name, bytes };
    let input = import::Input { figures, regions: None, map: None, map_file: "" };
    Ok(import::import(&input, &import::Options::default())?.text)
}

/// The user's folder for pictures, or else the home folder, or else the current one.
#[must_use]
pub fn pictures_folder() -> PathBuf {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from);
    let home = || folder("HOME").or_else(|| folder("USERPROFILE"));
    folder("XDG_PICTURES_DIR")
        .or_else(|| home().map(|home| home.join("Pictures")))
        .filter(|path| path.is_dir())
        .or_else(|| home().filter(|home| home.is_dir()))
        .or_else(|| env::current_dir().ok())
        .unwrap_or_default()
}

/// The folder of a data file, as the place of the files that it refers to.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    read: RefCell<Vec<ReadFile>>,
}

impl Folder {
    /// The files in `path`.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), read: RefCell::default() }
    }
}

impl Assets for Folder {
    fn read(&self, relative_path: &str) -> Result<Vec<u8>, AssetError> {
        let mut stamp = None;
        let bytes = self.read_beneath(relative_path, &mut stamp);
        let path = self.path.join(relative_path);
        // A file with a mistake is read twice, and what it refers to with it.
        let mut read = self.read.borrow_mut();
        read.retain(|it| it.path != path);
        read.push(ReadFile { path, stamp });
        bytes
    }
}

impl Folder {
    fn read_beneath(&self, path: &str, stamp: &mut Option<Stamp>) -> Result<Vec<u8>, AssetError> {
        // Every step of the path is looked up in the folder that was opened before it, so that no
        // link leads out, not even one that is put there between a check and the opening.
        let opened = Dir::open_ambient_dir(&self.path, ambient_authority())
            .and_then(|folder| folder.metadata(path).map(|it| (folder, it)))
            .map_err(|error| asset_error(&error))?;
        let (folder, metadata) = opened;
        let kind = if metadata.is_dir() {
            Err(Problem::Folder)
        } else {
            // Opening a pipe would wait for whoever writes to it.
            ordinary(metadata.is_file())
        };
        let file = kind.map(|()| folder.open(path).map_err(|error| asset_error(&error)));
        let bytes = match file {
            Ok(file) => read_all(file?.into_std(), stamp, MOST_MIB, &Progress::default()),
            Err(problem) => Err(problem),
        };
        bytes.map_err(|problem| match problem {
            Problem::Missing => AssetError::Missing,
            Problem::Unreadable { reason } => AssetError::Unreadable(reason),
            Problem::Folder => AssetError::Unreadable("folder".to_owned()),
            Problem::TooLarge { most_mib } => AssetError::Unreadable(format!("> {most_mib} MiB")),
            Problem::NotUtf8 { .. } | Problem::Utf16 => AssetError::Unreadable("UTF-8".to_owned()),
        })
    }
}

/// Why a file cannot be had. A path that leads out is refused by the library, not by the system,
/// and so has no number of the system's.
fn asset_error(error: &std::io::Error) -> AssetError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => AssetError::Missing,
        ErrorKind::PermissionDenied if error.raw_os_error().is_none() => AssetError::Outside,
        _ => AssetError::Unreadable(error.to_string()),
    }
}

fn io_problem(error: &std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => Problem::Missing,
        _ => Problem::Unreadable { reason: error.to_string() },
    }
}

/// A pipe or a device could go on for ever.
fn ordinary(is_file: bool) -> Result<(), Problem> {
    if is_file {
        Ok(())
    } else {
        Err(Problem::Unreadable { reason: "not an ordinary file".to_owned() })
    }
}

/// Reads a file that is an ordinary one and not too large; `stamp` becomes what was opened.
fn read(
    path: &Path,
    stamp: &mut Option<Stamp>,
    most_mib: u64,
    progress: &Progress,
) -> Result<Vec<u8>, Problem> {
    let metadata = fs::metadata(path).map_err(|error| io_problem(&error))?;
    if metadata.is_dir() {
        return Err(Problem::Folder);
    }
    ordinary(metadata.is_file())?;
    read_all(File::open(path).map_err(|error| io_problem(&error))?, stamp, most_mib, progress)
}

/// All of an open file; less of it where that is not wanted any more.
fn read_all(
    file: File,
    stamp: &mut Option<Stamp>,
    most_mib: u64,
    progress: &Progress,
) -> Result<Vec<u8>, Problem> {
    // What was opened need not be what was looked at before.
    let metadata = file.metadata().map_err(|error| io_problem(&error))?;
    ordinary(metadata.is_file())?;
    *stamp = Some(Stamp::new(&metadata));
    let most_bytes = most_mib * 1024 * 1024;
    let too_large = Problem::TooLarge { most_mib };
    if metadata.len() > most_bytes {
        return Err(too_large);
    }
    let expected = usize::try_from(metadata.len()).unwrap_or(0);
    progress.begin(Step::Reading, expected);
    let mut bytes = Vec::with_capacity(expected);
    // The file may grow while it is read, so its size before is no bound.
    let mut rest = file.take(most_bytes + 1);
    loop {
        let some = (&mut rest).take(READ_BYTES).read_to_end(&mut bytes);
        if some.map_err(|error| io_problem(&error))? == 0 || progress.is_cancelled() {
            break;
        }
        progress.reach(bytes.len());
    }
    if u64::try_from(bytes.len()).is_ok_and(|size| size > most_bytes) {
        return Err(too_large);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Code;
    use crate::model::Lang;

    const BASE: &str = include_str!("load/tests/base.ron");
    const MAP: &str = include_str!("load/tests/land.geojson");

    /// A folder with `base.ron` and its map.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("maps")).unwrap();
        fs::write(folder.path().join("base.ron"), BASE).unwrap();
        fs::write(folder.path().join("maps/land.geojson"), MAP).unwrap();
        folder
    }

    #[track_caller]
    fn fails(path: &Path, code: Code) -> Diagnostics {
        let diagnostics = open(path).unwrap_err();
        let codes: Vec<Code> = diagnostics.iter().map(|it| it.code).collect();
        assert_eq!(codes, [code], "{diagnostics}");
        for lang in Lang::ALL {
            let diagnostic = &diagnostics.as_slice()[0];
            assert!(!diagnostic.message(lang).is_empty() && !diagnostic.help(lang).is_empty());
        }
        diagnostics
    }

    #[test]
    fn a_file_loads_with_what_lies_beside_it() {
        let folder = folder();
        let path = folder.path().join("base.ron");
        let loaded = open(&path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(loaded.data.id(), "base");
        assert_eq!(loaded.path.as_ref(), Some(&path));
        let map = folder.path().join("maps/land.geojson");
        let expected = [path, map].map(|path| ReadFile { stamp: Stamp::of(&path), path });
        assert!(loaded.read == expected && expected.iter().all(|it| it.stamp.is_some()));
    }

    #[test]
    fn files_are_named_that_were_read_or_looked_for_in_vain() {
        let folder = folder();
        let (path, map) = (folder.path().join("base.ron"), folder.path().join("maps/land.geojson"));
        fs::remove_file(&map).unwrap();
        let opening = open_noting(&path);
        assert!(opening.result.is_err());
        let [data, missing] = opening.read.as_slice() else { panic!("{:?}", opening.read) };
        assert_eq!((&data.path, data.stamp), (&path, Stamp::of(&path)));
        assert_eq!((&missing.path, missing.stamp), (&map, None));
    }

    #[test]
    fn the_shipped_file_is_the_same_on_disk() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data.ron");
        let loaded = open(&path).unwrap_or_else(|error| panic!("{error}"));
        let built_in = built_in().unwrap();
        assert_eq!(loaded.data.id(), built_in.data.id());
        assert_eq!(loaded.data.outlines(), built_in.data.outlines());
        assert_eq!(built_in.path, None);
    }

    #[test]
    fn files_that_cannot_be_read() {
        let folder = folder();
        let found = fails(&folder.path().join("none.ron"), Code::FileMissing);
        assert!(found.as_slice()[0].is_about_whole_file());
        assert!(found.render("", Lang::Zh, false).contains("找不到这个文件"));
        fails(folder.path(), Code::FileIsFolder);
        let large = folder.path().join("large.ron");
        let file = File::create(&large).unwrap();
        file.set_len(MOST_DATA_MIB * 1024 * 1024 + 1).unwrap();
        fails(&large, Code::FileTooLarge);
        fs::write(&large, b"(\n\n  id: \xb3\xc7\xca\xd0").unwrap();
        let found = fails(&large, Code::NotUtf8);
        assert!(found.as_slice()[0].message(Lang::En).contains("line 3"));
        for mark in [[0xff, 0xfe], [0xfe, 0xff]] {
            fs::write(&large, [&mark[..], b"(\0f\0"].concat()).unwrap();
            let found = fails(&large, Code::NotUtf8);
            assert!(found.as_slice()[0].message(Lang::Zh).contains("UTF-16"));
        }
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_not_read() {
        fails(Path::new("/dev/zero"), Code::FileUnreadable);
    }

    #[test]
    fn a_map_that_is_missing_or_a_folder() {
        let folder = folder();
        let path = folder.path().join("base.ron");
        fs::remove_file(folder.path().join("maps/land.geojson")).unwrap();
        fails(&path, Code::AssetMissing);
        fs::create_dir(folder.path().join("maps/land.geojson")).unwrap();
        fails(&path, Code::AssetUnreadable);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out_of_the_folder() {
        use std::os::unix::fs::symlink;
        let outside = folder();
        let folder = folder();
        let (map, elsewhere) = ("maps/land.geojson", outside.path().join("maps"));
        fs::remove_file(folder.path().join(map)).unwrap();
        symlink(elsewhere.join("land.geojson"), folder.path().join(map)).unwrap();
        fails(&folder.path().join("base.ron"), Code::PathOutside);
        fs::remove_dir_all(folder.path().join("maps")).unwrap();
        symlink(elsewhere, folder.path().join("maps")).unwrap();
        fails(&folder.path().join("base.ron"), Code::PathOutside);
        // Nor does an absolute one, wherever it leads.
        fs::remove_file(folder.path().join("maps")).unwrap();
        symlink("/dev", folder.path().join("maps")).unwrap();
        fails(&folder.path().join("base.ron"), Code::PathOutside);
        // A link that stays inside is fine.
        fs::remove_file(folder.path().join("maps")).unwrap();
        fs::create_dir(folder.path().join("real")).unwrap();
        fs::write(folder.path().join("real/land.geojson"), MAP).unwrap();
        symlink("real", folder.path().join("maps")).unwrap();
        assert!(open(&folder.path().join("base.ron")).is_ok());
    }
}
