//! `city-atlas export --all`: every possible figure and a brief a city, on all cores.
//!
//! Files are written whole or not at all, a manifest says what was written, and a second run goes on
//! where the first one stopped. A file that somebody changed is never replaced unasked.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{
    CliError,
    args::{ExportArgs, LangsArg},
    load, seen, within,
};
use crate::{
    export::{
        brief, file, format,
        manifest::{Entry, Manifest},
        picture::PictureSpec,
        plan::{self, Job, Work},
        svg::SvgText,
    },
    hash::sha256_hex,
    model::Dataset,
};

/// The manifest's name.
const MANIFEST: &str = "manifest.json";
/// After so many files written the manifest is written too, so that little is drawn again after a
/// loss of power.
const CHECKPOINT_FILES: usize = 50;
/// So many changed files are named; the rest is counted.
const MOST_NAMED: usize = 10;

/// Set by Ctrl-C; looked at between two files.
static IS_STOPPED: AtomicBool = AtomicBool::new(false);

/// How one file fared.
enum Outcome {
    /// It was there already, byte for byte.
    Kept(Entry),
    /// It was written.
    Written(Entry),
    /// It was changed by somebody else and left alone.
    Changed,
    /// Ctrl-C came first.
    Skipped,
}

struct Batch<'a> {
    data: &'a Dataset,
    folder: &'a Path,
    picture: PictureSpec,
    svg_text: SvgText,
    is_overwriting: bool,
    known: Manifest,
    /// What the next manifest will say, by file.
    entries: Mutex<BTreeMap<String, Entry>>,
    written: AtomicUsize,
}

/// Exports everything.
pub(super) fn run(args: &ExportArgs) -> Result<(), CliError> {
    let Some(folder) = args.output.as_deref() else {
        return Err(CliError::Misuse("-o DIR is missing: into which folder?".to_owned()));
    };
    let mut formats = args.batch.format.clone();
    formats.sort_unstable();
    formats.dedup();
    let loaded = load(args.file.as_deref())?;
    let data = seen(&loaded.data, args.period.as_deref())?;
    let data = &within(&data, args.within.as_deref())?;
    for part in ["figures", "briefs"] {
        let path = folder.join(part);
        fs::create_dir_all(&path).map_err(|error| {
            let path = path.display();
            CliError::Fault(format!("cannot create the folder {path} ({error}); choose another"))
        })?;
        // A folder in which nothing changes is written to by nobody, and so tidied up by nobody.
        crate::export::litter::remove_once(&path);
    }
    let langs = args.lang.unwrap_or(LangsArg::Both).langs();
    let jobs = plan::jobs(data, &langs, &formats);
    let known = known(folder, data, &jobs);
    let batch = Batch {
        data,
        folder,
        picture: PictureSpec {
            scale_ppp: args.scale,
            theme: args.theme.into(),
            ..PictureSpec::default()
        },
        svg_text: args.svg_text,
        is_overwriting: args.batch.overwrite,
        entries: Mutex::new(known.files.iter().map(|it| (it.file.clone(), it.clone())).collect()),
        known,
        written: AtomicUsize::new(0),
    };
    // Without a handler Ctrl-C still leaves whole files only, but perhaps a temporary one as well.
    let _ = ctrlc::set_handler(|| IS_STOPPED.store(true, Ordering::Relaxed));
    let outcomes = batch.run(&jobs);
    // Whatever happened, the manifest comes last and says what is there.
    batch.write_manifest()?;
    report(folder, &jobs, &outcomes?)
}

/// What an earlier run says of its files, as long as it is about the same data and they exist.
fn known(folder: &Path, data: &Dataset, jobs: &[Job]) -> Manifest {
    let read = fs::read(folder.join(MANIFEST)).ok().and_then(|text| Manifest::read(&text));
    let mut files = read.map_or_else(Vec::new, |it| {
        let is_same_data = it.data_sha256 == data.sha256();
        let is_planned = |file: &str| jobs.iter().any(|job| job.file == file);
        let mut files = it.files;
        files.retain(|it| is_same_data || is_planned(&it.file));
        files
    });
    files.retain(|it| is_below(&it.file) && folder.join(&it.file).is_file());
    Manifest::new(data.id(), data.sha256(), files)
}

/// Whether a manifest's path stays inside the folder; a manifest may come from anywhere.
fn is_below(file: &str) -> bool {
    Path::new(file).components().all(|it| matches!(it, std::path::Component::Normal(_)))
}

impl Batch<'_> {
    fn run(&self, jobs: &[Job]) -> Result<Vec<Outcome>, CliError> {
        // Drawn to standard error, and only where that is a terminal.
        let bar = ProgressBar::new(jobs.len() as u64);
        let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let outcomes = jobs
            .par_iter()
            .map(|job| {
                let outcome = self.make(job)?;
                self.note(job, &outcome)?;
                bar.inc(1);
                Ok(outcome)
            })
            .collect();
        bar.finish_and_clear();
        outcomes
    }

    fn make(&self, job: &Job) -> Result<Outcome, CliError> {
        if IS_STOPPED.load(Ordering::Relaxed) {
            return Ok(Outcome::Skipped);
        }
        let path = self.folder.join(&job.file);
        let on_disk = fs::read(&path).ok().map(|bytes| sha256_hex(&bytes));
        let known = self.known.entry(&job.file);
        let recipe = plan::recipe(self.data, job, &self.picture, self.svg_text);
        if let (Some(known), Some(on_disk)) = (known, &on_disk)
            && known.recipe == recipe
            && known.sha256 == *on_disk
        {
            return Ok(Outcome::Kept(known.clone()));
        }
        let bytes = self.bytes(job)?;
        let entry = self.entry(job, sha256_hex(&bytes), recipe);
        match on_disk {
            Some(it) if it == entry.sha256 => Ok(Outcome::Kept(entry)),
            Some(it) if !self.is_overwriting && known.is_none_or(|known| known.sha256 != it) => {
                Ok(Outcome::Changed)
            }
            _ => {
                file::write_whole(&path, &bytes).map_err(|it| CliError::Fault(it.to_string()))?;
                Ok(Outcome::Written(entry))
            }
        }
    }

    fn bytes(&self, job: &Job) -> Result<Vec<u8>, CliError> {
        let made = match &job.work {
            Work::Figure(content, format) => {
                format::figure_bytes(self.data, content, *format, &self.picture, self.svg_text)
            }
            Work::Brief(region) => {
                brief::html(self.data, *region, job.lang).map(String::into_bytes)
            }
        };
        made.map_err(|error| CliError::Fault(format!("{}: {error}", job.file)))
    }

    fn entry(&self, job: &Job, sha256: String, recipe: String) -> Entry {
        let (figure, title, alt) = match &job.work {
            Work::Figure(content, _) => {
                (content.kind.id(), content.title.clone(), content.alt.clone())
            }
            Work::Brief(region) => (
                "brief",
                brief::title(self.data, *region, job.lang),
                brief::lead(self.data, *region, job.lang),
            ),
        };
        let (figure, language) = (figure.to_owned(), job.lang.code().to_owned());
        Entry { file: job.file.clone(), figure, language, title, alt, sha256, recipe }
    }

    /// Notes what became of a file, and writes the manifest from time to time.
    fn note(&self, job: &Job, outcome: &Outcome) -> Result<(), CliError> {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        match outcome {
            Outcome::Kept(entry) | Outcome::Written(entry) => {
                entries.insert(job.file.clone(), entry.clone());
            }
            Outcome::Changed => {
                entries.remove(&job.file);
            }
            Outcome::Skipped => {}
        }
        drop(entries);
        if matches!(outcome, Outcome::Written(_)) {
            let written = 1 + self.written.fetch_add(1, Ordering::Relaxed);
            if written.is_multiple_of(CHECKPOINT_FILES) {
                self.write_manifest()?;
            }
        }
        Ok(())
    }

    fn write_manifest(&self) -> Result<(), CliError> {
        // Held while writing, so that an older manifest never replaces a newer one.
        let entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let files = entries.values().cloned().collect();
        let manifest = Manifest::new(self.data.id(), self.data.sha256(), files);
        let text = manifest.json().map_err(|error| CliError::Fault(error.to_string()))?;
        let path = self.folder.join(MANIFEST);
        // A second run that changes nothing writes nothing.
        if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
            return Ok(());
        }
        file::write_whole(&path, text.as_bytes()).map_err(|it| CliError::Fault(it.to_string()))
    }
}

/// Says how many files were written, and which were left alone.
fn report(folder: &Path, jobs: &[Job], outcomes: &[Outcome]) -> Result<(), CliError> {
    let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|it| is(it)).count();
    let written = count(|it| matches!(it, Outcome::Written(_)));
    let kept = count(|it| matches!(it, Outcome::Kept(_)));
    let skipped = count(|it| matches!(it, Outcome::Skipped));
    writeln!(
        io::stdout().lock(),
        "{}: {} files, {written} written, {kept} unchanged",
        folder.display(),
        jobs.len(),
    )?;
    if skipped > 0 {
        return Err(CliError::Fault(format!(
            "stopped with {skipped} files to go; run the same command again to go on"
        )));
    }
    let changed: Vec<PathBuf> = jobs
        .iter()
        .zip(outcomes)
        .filter(|(_, outcome)| matches!(outcome, Outcome::Changed))
        .map(|(job, _)| folder.join(&job.file))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let named: Vec<String> =
        changed.iter().take(MOST_NAMED).map(|it| format!("  {}", it.display())).collect();
    let more = changed.len().saturating_sub(named.len());
    let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    Err(CliError::Fault(format!(
        "these files are not as this program wrote them and were left alone; \
         move them away, or replace them with --overwrite:\n{}{more}",
        named.join("\n")
    )))
}
