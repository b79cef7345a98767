//! The table of results, in Markdown.

use std::time::Duration;

use crate::{
    measure::{Run, median},
    programs::{Limit, Program},
};

const MIB: f64 = 1024.0 * 1024.0;

/// A program with its version and runs, or why there are none.
pub struct Entry {
    /// Which program.
    pub program: Program,
    /// Its version and its runs.
    pub outcome: Result<(String, Vec<Run>), String>,
}

/// The middle run in each respect, and the fastest.
struct Summary {
    wall: Duration,
    fastest: Duration,
    cpu: Duration,
    peak_bytes: u64,
}

impl Summary {
    fn of(entry: &Entry) -> Option<(&str, Self)> {
        let (version, runs) = entry.outcome.as_ref().ok()?;
        let summary = Self {
            wall: median(runs.iter().map(|it| it.wall))?,
            fastest: runs.iter().map(|it| it.wall).min()?,
            cpu: median(runs.iter().map(|it| it.cpu))?,
            peak_bytes: median(runs.iter().map(|it| it.peak_bytes))?,
        };
        Some((version, summary))
    }

    /// How many times as long as `ours` this took.
    fn times(&self, ours: &Self) -> f64 {
        self.wall.as_secs_f64() / ours.wall.as_secs_f64()
    }
}

/// The table of all programs.
pub fn table(entries: &[Entry]) -> String {
    let ours = entries.iter().find(|it| it.program == Program::CityAtlas).and_then(Summary::of);
    let mut lines = vec![
        "| Program | Version | Time (median) | Fastest | Processor time | × ours | Peak memory | \
         Limit |"
            .to_owned(),
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |".to_owned(),
    ];
    for entry in entries {
        let name = entry.program.name();
        let row = match (Summary::of(entry), &ours) {
            (Some((version, it)), Some((_, ours))) => format!(
                "| {name} | {version} | {} | {} | {} | {:.1} | {:.0} MiB | {} |",
                milliseconds(it.wall),
                milliseconds(it.fastest),
                milliseconds(it.cpu),
                it.times(ours),
                it.peak_bytes as f64 / MIB,
                verdict(entry.program.limit(), &it, ours),
            ),
            _ => format!("| {name} | {} | | | | | | |", reason(entry)),
        };
        lines.push(row);
    }
    lines.join("\n")
}

fn reason(entry: &Entry) -> &str {
    entry.outcome.as_ref().err().map_or("did not run", String::as_str)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1000.0)
}

fn verdict(limit: Limit, it: &Summary, ours: &Summary) -> String {
    let is_smaller = ours.peak_bytes < it.peak_bytes;
    let (wanted, is_kept) = match limit {
        Limit::Ours => return String::new(),
        Limit::Times(times) => {
            (format!("≥ {times}×, less memory"), it.times(ours) >= times && is_smaller)
        }
        Limit::Memory => ("less memory".to_owned(), is_smaller),
    };
    format!("{wanted}: {}", if is_kept { "kept" } else { "missed" })
}
