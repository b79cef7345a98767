//! RON text → [`Dataset`], or everything that is wrong with it.
//!
//! ```text
//! text ─ structure ─► pieces ─ read ─► raw file ─ resolve ─► Dataset
//!            │                   │                    │
//!            └───────────────────┴── report ──────────┴────► Diagnostics
//! ```
//!
//! A file without a mistake takes a shorter way through `quick`, which reads the figures in one go
//! and on all cores, and also tells which of them a file with few mistakes can be checked without.
//! Otherwise every step goes on after a mistake, so that one load names all of them, and a load with
//! a mistake gives no [`Dataset`] at all. `ron` reads the values; where they begin and end is found by
//! `lexer`, for `ron` stops at the first mistake and keeps no places.
//!
//! Nothing here reads a disk: other files come through [`Assets`].

mod assets;
mod code;
mod diagnostic;
mod fields;
mod figures;
mod flaw;
mod geojson;
mod indicators;
mod layouts;
mod lexer;
mod outlines;
mod parts;
mod piece;
pub(crate) mod problem;
mod progress;
mod projection;
mod quick;
mod raw;
mod read;
mod read_figure;
mod read_layout;
mod reader;
mod regions;
mod render;
mod report;
mod resolve;
mod span;
mod structure;
mod tables;
mod tangle;
#[cfg(test)]
mod tests;
mod text;
mod triangles;
mod words;

pub use assets::{AssetError, Assets, Embedded};
pub use code::Code;
pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity};
pub use progress::{Progress, Step};
pub use span::Span;

use std::sync::Arc;

use quick::Figures;
use reader::Reader;
use report::Report;

use crate::hash::sha256_hex;
use crate::model::{Dataset, DatasetParts};

/// The name under which the shipped data file is spoken of.
pub const EMBEDDED_NAME: &str = "data.ron";

/// Reads a data file.
///
/// `file_name` is only repeated in diagnostics; `assets` gives the files that the text refers to.
///
/// # Errors
///
/// Everything that is wrong with the file, in its order.
pub fn load_str(file_name: &str, text: &str, assets: &dyn Assets) -> Result<Dataset, Diagnostics> {
    let progress = Arc::default();
    load_followed(file_name, text, assets, &progress).unwrap_or_else(|| {
        // Nobody else has hold of it to cancel it.
        Err(not_a_data_file(file_name))
    })
}

/// As [`load_str`], telling `progress` how far it has come; `None` if it was cancelled there.
pub fn load_followed(
    file_name: &str,
    text: &str,
    assets: &dyn Assets,
    progress: &Arc<Progress>,
) -> Option<Result<Dataset, Diagnostics>> {
    // Some editors put a mark before the text; RON does not know it.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - body.len();
    let mut report = Report::default();
    let parts = parts(body, assets, &mut report, progress);
    if progress.is_cancelled() {
        return None;
    }
    progress.begin(Step::Indexing, text.len());
    Some(match (parts, report.finish(file_name, body, skipped)) {
        (_, Some(diagnostics)) => Err(diagnostics),
        (Some(parts), None) => Ok(Dataset::new(parts).with_sha256(sha256_hex(text.as_bytes()))),
        // Whatever cannot be made is reported where it fails, so this is out of reach.
        (None, None) => Err(not_a_data_file(file_name)),
    })
}

fn not_a_data_file(file_name: &str) -> Diagnostics {
    let problem = problem::Problem::Syntax(problem::Syntax::NotADataFile);
    Diagnostics::of_file(file_name.to_owned(), problem)
}

/// The parts of a file of which everything is as usual, read the quick way; else `None`.
fn parts_quickly(text: &str, assets: &dyn Assets, progress: &Progress) -> Option<DatasetParts> {
    let span = quick::extent(text)?;
    progress.begin(Step::Figures, span.end - span.start);
    let repairs = structure::of_sound(text, span)?;
    let mut reader = Reader::new(Report::default(), Vec::new());
    let file = read::file(&mut reader, text, &repairs)?;
    let mut report = reader.report;
    let is_skipped = file.observations.is_skipped && file.observations.items.is_empty();
    if !report.is_empty() || !reader.has_implicit_some || !is_skipped {
        return None;
    }
    let figures = Figures { text, span, progress };
    let parts = resolve::dataset(&file, assets, &mut report, Some(&figures))?;
    // Without the figures, which are read already.
    let rest = [text.get(..span.start)?, text.get(span.end..)?].concat();
    reader::check_whole(&rest, &mut report);
    report.is_empty().then_some(parts)
}

fn parts(
    text: &str,
    assets: &dyn Assets,
    report: &mut Report,
    progress: &Arc<Progress>,
) -> Option<DatasetParts> {
    if let Some(parts) = parts_quickly(text, assets, progress) {
        return Some(parts);
    }
    if progress.is_cancelled() {
        return None;
    }
    if let Some(left_out) = quick::leave_out(text, progress) {
        parts_without(text, left_out, assets, report, progress);
        if !report.is_empty() {
            return None;
        }
    }
    // Only unusual, or nothing could be left out.
    if progress.is_cancelled() { None } else { parts_thoroughly(text, assets, report, progress) }
}

fn parts_thoroughly(
    text: &str,
    assets: &dyn Assets,
    report: &mut Report,
    progress: &Arc<Progress>,
) -> Option<DatasetParts> {
    let parts = parts_without(text, Vec::new(), assets, report, progress);
    if report.is_empty() && !progress.is_cancelled() {
        reader::check_whole(text, report);
    }
    parts
}

/// Reads the file as if what stands at `left_out` were blank.
fn parts_without(
    text: &str,
    left_out: Vec<Span>,
    assets: &dyn Assets,
    report: &mut Report,
    progress: &Arc<Progress>,
) -> Option<DatasetParts> {
    progress.begin(Step::Checking, text.len());
    let structure = structure::check(text, left_out);
    for flaw in structure.flaws {
        report.add_related(flaw.span, flaw.related, flaw.problem);
    }
    if structure.is_hopeless || progress.is_cancelled() {
        return None;
    }
    let mut reader = Reader::new(std::mem::take(report), structure.damage);
    reader.progress = Arc::clone(progress);
    let file = read::file(&mut reader, text, &structure.repairs);
    *report = reader.report;
    let file = file.filter(|_| !progress.is_cancelled())?;
    resolve::dataset(&file, assets, report, None)
}

/// Reads the data set that ships inside the program.
///
/// # Errors
///
/// Never in a released program: a test loads the shipped file.
pub fn embedded() -> Result<Dataset, Diagnostics> {
    load_str(EMBEDDED_NAME, include_str!("../../data.ron"), &Embedded)
}
