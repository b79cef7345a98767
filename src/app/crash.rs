//! What is saved when the program stops by a fault of its own.

use std::{
    backtrace::Backtrace,
    fs,
    io::{self, Write},
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
};

use super::clock;
use crate::{
    export::file::{WriteError, write_whole},
    i18n::texts,
    model::Lang,
    state::{ViewFile, view_file},
};

/// What names of reports begin and end with.
const NAME: (&str, &str) = ("crash-", ".txt");

/// The view as it is now, to be saved if the program stops.
#[derive(Clone, Debug, Default)]
pub struct Recorder(Arc<Mutex<Option<ViewFile>>>);

impl Recorder {
    /// Notes what the window shows.
    pub fn note(&self, view: ViewFile) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(view);
    }

    fn last(&self) -> Option<ViewFile> {
        match self.0.try_lock() {
            Ok(view) => view.clone(),
            Err(TryLockError::Poisoned(view)) => view.into_inner().clone(),
            // The fault happened while it was noted; waiting would be for ever.
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

/// Where report and view were saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The report.
    pub report: PathBuf,
    /// The view, if there was one.
    pub view: Option<PathBuf>,
}

/// Saves a report of `fault`, and `view`, in `folder`, which is made if need be.
///
/// # Errors
/// Why the report cannot be written.
pub fn save(folder: &Path, view: Option<&ViewFile>, fault: &str) -> Result<Saved, WriteError> {
    // If it cannot be made, the writing below says why.
    let _ = fs::create_dir_all(folder);
    let stem = format!("{}{}-{}", NAME.0, clock::stamp(), std::process::id());
    let report = folder.join(format!("{stem}{}", NAME.1));
    let text = format!(
        "City Atlas {}\n{} {}\n{fault}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    );
    write_whole(&report, text.as_bytes())?;
    let target = folder.join(format!("{stem}{}", view_file::ENDING));
    let view = view.filter(|view| write_whole(&target, view.text().as_bytes()).is_ok());
    Ok(Saved { report, view: view.map(|_| target) })
}

/// The latest report in `folder` whose name comes after `last`, the latest that was told of.
#[must_use]
pub fn untold(folder: &Path, last: Option<&str>) -> Option<PathBuf> {
    let names = fs::read_dir(folder).ok()?.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let latest = names.filter(|it| it.starts_with(NAME.0) && it.ends_with(NAME.1)).max()?;
    last.is_none_or(|last| *latest > *last).then(|| folder.join(latest))
}

/// From now on, a fault in the program saves report and view in `folder` and says where on
/// standard error, instead of what Rust programs print by themselves.
pub fn watch(folder: PathBuf, recorder: Recorder, lang: Lang) {
    static HAS_REPORTED: AtomicBool = AtomicBool::new(false);
    panic::set_hook(Box::new(move |info| {
        let fault = words(info);
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "{fault}");
        // The first fault is the cause; what follows while the program comes down is not.
        if HAS_REPORTED.swap(true, Ordering::SeqCst) {
            return;
        }
        let t = texts(lang);
        let whole = format!("{fault}\n\n{}", Backtrace::force_capture());
        let told = match save(&folder, recorder.last().as_ref(), &whole) {
            Ok(Saved { report, view: Some(view) }) => {
                t.crash_saved_both(report.display().to_string(), view.display().to_string())
            }
            Ok(Saved { report, view: None }) => t.crash_saved(report.display().to_string()),
            Err(error) => t.crash_not_saved(error.to_string()),
        };
        let _ = writeln!(io::stderr(), "{told}");
    }));
}

fn words(info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("?");
    let place = info.location().map_or(String::new(), ToString::to_string);
    format!("{message}\n{place}")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Recorder, save, untold};
    use crate::{
        analysis::fixture,
        state::{ViewFile, ViewState},
    };

    #[test]
    fn report_and_view_are_saved_and_told_of_once() {
        let folder = tempfile::tempdir().unwrap();
        let reports = folder.path().join("reports");
        assert_eq!(untold(&reports, None), None);
        let view = ViewState { selected: Some("a".into()), ..ViewState::default() };
        let recorder = Recorder::default();
        recorder.note(ViewFile::new(&fixture::dataset(), &view));
        let saved = save(&reports, recorder.last().as_ref(), "the sky fell\nsky.rs:1:1").unwrap();
        let report = fs::read_to_string(&saved.report).unwrap();
        for part in [env!("CARGO_PKG_VERSION"), std::env::consts::OS, "the sky fell"] {
            assert!(report.contains(part), "{report}");
        }
        let view = fs::read_to_string(saved.view.unwrap()).unwrap();
        assert_eq!(Some(ViewFile::parse(&view).unwrap()), recorder.last());
        assert_eq!(untold(&reports, None), Some(saved.report.clone()));
        let name = saved.report.file_name().unwrap().to_str();
        assert_eq!(untold(&reports, name), None);
    }
}
