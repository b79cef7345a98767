//! The command line: open · check · table · export · brief · import · new · format.

mod args;
mod batch;
mod brief;
mod export;
mod import;
mod new;
mod table;
mod window;

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;

use crate::{
    analysis,
    figure::words,
    files::{self, Loaded},
    i18n::texts,
    load::Diagnostics,
    model::{Dataset, Lang, PeriodIx},
    state::HelpPage,
    ui::help,
};
use args::{Args, Task};

/// Exit code where the data, or the machine, is at fault.
const FAULT: u8 = 1;
/// Exit code where the arguments are at fault.
const MISUSE: u8 = 2;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// An argument names nothing that exists; the text says what would be valid.
    #[error("{0}")]
    Misuse(String),
    /// The data file has faults.
    #[error("{0}")]
    Data(String),
    /// Anything else, with how to mend it.
    #[error("{0}")]
    Fault(String),
    /// Whoever read the output has gone; nothing more is to be said.
    #[error("the reader of the output has gone")]
    Gone,
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Gone
        } else {
            Self::Fault(format!("cannot write to standard output: {error}"))
        }
    }
}

/// Runs the program and gives its exit code: 0, 1 (data or machine at fault) or 2 (arguments).
#[must_use]
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are answers, not errors; clap knows which.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(MISUSE));
        }
    };
    let outcome = match args.task {
        Some(Task::Check(check)) => run_check(&check.files),
        Some(Task::Table(table)) => table::run(&table),
        Some(Task::Export(export)) => export::run(&export),
        Some(Task::Brief(brief)) => brief::run(&brief),
        Some(Task::Import(import)) => import::run(&import),
        Some(Task::New(new)) => new::run(&new),
        Some(Task::Format(format)) => run_format(format.lang.map_or_else(system_lang, Lang::from)),
        None => window::run(&args.open),
    };
    match outcome {
        Ok(()) | Err(CliError::Gone) => ExitCode::SUCCESS,
        Err(error) => {
            let is_misuse = matches!(error, CliError::Misuse(_));
            // Where standard error is closed there is nobody to tell.
            let _ = writeln!(io::stderr(), "{}", message(&error));
            ExitCode::from(if is_misuse { MISUSE } else { FAULT })
        }
    }
}

fn message(error: &CliError) -> String {
    match error {
        // Diagnostics bring their own heading.
        CliError::Data(text) => text.trim_end().to_owned(),
        other => format!("error: {other}"),
    }
}

/// The language of the machine: Chinese where its locale is, English elsewhere.
pub(crate) fn system_lang() -> Lang {
    let locale = sys_locale::get_locale().unwrap_or_default();
    if locale.starts_with("zh") { Lang::Zh } else { Lang::En }
}

/// Reads the file, or the data that came with the program.
pub(crate) fn load(file: Option<&Path>) -> Result<Loaded, CliError> {
    let loaded = file.map_or_else(files::built_in, files::open);
    loaded.map_err(|diagnostics| CliError::Data(rendered(file, &diagnostics)))
}

fn rendered(file: Option<&Path>, diagnostics: &Diagnostics) -> String {
    let source = file.and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
    let source = String::from_utf8_lossy(&source);
    diagnostics.render(&source, system_lang(), io::stderr().is_terminal())
}

fn run_format(lang: Lang) -> Result<(), CliError> {
    io::stdout().lock().write_all(help::source(HelpPage::Format, lang).as_bytes())?;
    Ok(())
}

fn run_check(paths: &[PathBuf]) -> Result<(), CliError> {
    let mut problems = String::new();
    let mut out = io::stdout().lock();
    let all: Vec<Option<&Path>> = if paths.is_empty() {
        vec![None]
    } else {
        paths.iter().map(|path| Some(path.as_path())).collect()
    };
    for file in all {
        let name = file.map_or_else(|| "data.ron".to_owned(), |path| path.display().to_string());
        match load(file) {
            Ok(loaded) => {
                writeln!(out, "{name}: {}", summary(&loaded.data))?;
                warn(&name, &loaded.data)?;
            }
            Err(CliError::Data(text)) => problems.push_str(&text),
            Err(other) => return Err(other),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(CliError::Data(problems)) }
}

/// So many warnings of a kind are printed.
const MOST_WARNINGS: usize = 20;

/// Prints what is suspicious in data that can be used.
fn warn(name: &str, data: &Dataset) -> io::Result<()> {
    let t = texts(system_lang());
    let all = analysis::excesses(data);
    let mut err = io::stderr().lock();
    for excess in all.iter().take(MOST_WARNINGS) {
        writeln!(err, "warning: {name}: {}", words::excess(data, excess, t))?;
    }
    let more = all.len().saturating_sub(MOST_WARNINGS);
    if more > 0 {
        writeln!(err, "warning: {name}: {}", t.excess_more(more))?;
    }
    Ok(())
}

/// What is in a sound data set, counted in the words of the system's language.
fn summary(data: &Dataset) -> String {
    let t = texts(system_lang());
    let counted = [
        t.regions_counted(data.regions().len()),
        t.indicators_counted(data.indicators().count()),
        t.figures_counted(data.observations().count()),
        t.highlights_counted(data.highlights().count()),
        t.sources_counted(data.sources().len()),
        t.periods_counted(data.periods().len()),
    ];
    format!("ok: {}", counted.join(t.list_mark()))
}

/// The data set as seen through the period with the id `given`; without one, the latest.
pub(crate) fn seen(data: &Dataset, given: Option<&str>) -> Result<Dataset, CliError> {
    let Some(id) = given else {
        return Ok(data.seen(data.stages().last().copied(), None));
    };
    let period = data.period_by_id(id);
    let is_choice = |it: PeriodIx| data.stages().is_empty() || data.stage_of(it).is_some();
    if let Some(period) = period.filter(|it| is_choice(*it)) {
        return Ok(data.seen(Some(period), None));
    }
    let all = if data.stages().is_empty() { data.periods_in_order() } else { data.stages() };
    let valid = all.iter().filter_map(|it| Some(data.period(*it)?.id.as_str()));
    Err(unknown("period", id, valid))
}

/// `data` as seen through the parts of the region with the id `given`; without one, as it is.
pub(crate) fn within(data: &Dataset, given: Option<&str>) -> Result<Dataset, CliError> {
    let Some(id) = given else { return Ok(data.clone()) };
    let root = data.region_by_id(&region_id(data, id)?);
    if root.is_none_or(|it| data.children(it).is_empty()) {
        let regions = data.regions().iter().enumerate();
        let parents = regions.filter(|(at, _)| !data.children((*at).into()).is_empty());
        let valid: Vec<&str> = parents.map(|(_, it)| it.id.as_str()).collect();
        let valid = valid.join(", ");
        return Err(CliError::Misuse(format!("“{id}” has no parts in the data\nvalid: {valid}")));
    }
    Ok(data.seen(data.seen_period(), root))
}

/// An error that names the nearest valid ids and how to see all of them.
pub(crate) fn unknown<'a>(
    what: &str,
    given: &str,
    valid: impl Iterator<Item = &'a str> + Clone,
) -> CliError {
    let nearest = valid
        .clone()
        .map(|id| (strsim::jaro_winkler(given, id), id))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness > 0.7)
        .map_or(String::new(), |(_, id)| format!("; did you mean “{id}”?"));
    let all: Vec<&str> = valid.collect();
    CliError::Misuse(format!("unknown {what} “{given}”{nearest}\nvalid: {}", all.join(", ")))
}

/// The id of a region as given, checked.
pub(crate) fn region_id(data: &Dataset, given: &str) -> Result<String, CliError> {
    let known = data.region_by_id(given).is_some();
    let valid = || data.regions().iter().map(|region| region.id.as_str());
    if known { Ok(given.to_owned()) } else { Err(unknown("region", given, valid())) }
}

/// The id of an indicator as given, checked.
pub(crate) fn indicator_id(data: &Dataset, given: &str) -> Result<String, CliError> {
    let valid: Vec<&str> = data.indicators().map(|(_, it)| it.id.as_str()).collect();
    if valid.contains(&given) {
        Ok(given.to_owned())
    } else {
        Err(unknown("indicator", given, valid.into_iter()))
    }
}
