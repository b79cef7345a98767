//! How `city-atlas export --all` scales with the cores: whole processes over the shipped data.
//!
//! `cargo bench --bench batch [-- --rounds N]` alternates one thread with as many as there are
//! cores, each time into a new folder, and prints the medians.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its result")]

use std::{
    env,
    error::Error,
    fs,
    path::Path,
    process::{Command, ExitCode, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Rounds where `--rounds` does not say otherwise.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().collect();
    let at = args.iter().position(|it| it == "--rounds");
    let given = at.and_then(|at| args.get(at + 1)).and_then(|it| it.parse().ok());
    if let Err(error) = measure(given.unwrap_or(ROUNDS).max(1)) {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn measure(rounds: usize) -> Result<(), Box<dyn Error>> {
    let cores = thread::available_parallelism()?.get();
    let (mut alone, mut together) = (Vec::new(), Vec::new());
    let mut files = 0;
    for _ in 0..rounds {
        for (threads, times) in [(1, &mut alone), (cores, &mut together)] {
            let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
            let start = Instant::now();
            let mut command = Command::new(env!("CARGO_BIN_EXE_city-atlas"));
            command.args(["export", "--all", "--lang", "both", "--format", "png,csv", "-o"]);
            command.arg(folder.path()).env("RAYON_NUM_THREADS", threads.to_string());
            if !command.stdout(Stdio::null()).status()?.success() {
                return Err("the export failed".into());
            }
            times.push(start.elapsed());
            files = count(folder.path())?;
        }
    }
    let (alone, together) = (median(&mut alone), median(&mut together));
    println!(
        "export --all, {files} files: {:.2} s on one thread, {:.2} s on {cores}; {:.2} times as \
         fast (medians of {rounds} rounds in turn)",
        alone.as_secs_f64(),
        together.as_secs_f64(),
        alone.as_secs_f64() / together.as_secs_f64()
    );
    Ok(())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The files below `folder`.
fn count(folder: &Path) -> std::io::Result<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        files += if path.is_dir() { count(&path)? } else { 1 };
    }
    Ok(files)
}
