//! The same ranking chart by City Atlas and by other programs, as whole processes side by side.
//!
//! `cargo bench --bench peers [-- --rounds N]` starts every program in turn, N times over, and
//! prints a table for the README. Each draws 11 bars with Chinese labels, value labels and a title
//! to a PNG file of 3200 × 2000 pixels (1600 × 1000 at 2×) in the shipped font. The pictures stay
//! in `target/tmp/peers`, to be looked at. `PYTHON` names another Python than `python3`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its result")]

mod chart;
mod measure;
mod programs;
mod report;
mod with_plotters;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use chart::Chart;
use measure::Run;
use programs::Program;
use report::Entry;

/// As which this program is started to draw with plotters.
const PLOTTERS: &str = "--peer-plotters";
/// As which it is started to do nothing: the least that can be measured.
const IDLE: &str = "--idle";
/// Rounds where `--rounds` does not say otherwise.
const ROUNDS: usize = 15;

/// What a benchmark fails with.
type Fault = Box<dyn Error>;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [IDLE, ..] => Ok(()),
        [PLOTTERS, drawn @ ..] => with_plotters::draw(drawn),
        others => compare(rounds(others)),
    };
    if let Err(error) = done {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The number after `--rounds`; cargo adds arguments of its own.
fn rounds(args: &[&str]) -> usize {
    let at = args.iter().position(|it| *it == "--rounds");
    let given = at.and_then(|at| args.get(at + 1)).and_then(|it| it.parse().ok());
    given.unwrap_or(ROUNDS).max(1)
}

fn compare(rounds: usize) -> Result<(), Fault> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
    fs::create_dir_all(&folder)?;
    let chart = Chart::prepare(&folder)?;
    let mut entries = Vec::new();
    for program in Program::ALL {
        // Once unmeasured, so that caches of fonts and of byte code are there for every program.
        let first = program.version().and_then(|version| {
            let tried = draw(program, &chart, &folder).map_err(|error| error.to_string());
            tried.map(|_| (version, Vec::new()))
        });
        entries.push(Entry { program, outcome: first });
    }
    for round in 1..=rounds {
        for entry in &mut entries {
            if let Ok((_, runs)) = &mut entry.outcome {
                runs.push(draw(entry.program, &chart, &folder)?);
            }
        }
        eprintln!("round {round} of {rounds}");
    }
    let mut idle = Command::new(env::current_exe()?);
    idle.arg(IDLE);
    let idle = measure::run(idle)?;
    println!("\n{}\n", report::table(&entries));
    println!(
        "Medians of {rounds} rounds; each program once a round, in turn. A process that does \
         nothing takes {:.1} ms and {:.1} MiB here. The pictures: {}",
        idle.wall.as_secs_f64() * 1000.0,
        idle.peak_bytes as f64 / (1024.0 * 1024.0),
        folder.display()
    );
    Ok(())
}

/// One run of `program`, with a look at the size of its picture.
fn draw(program: Program, chart: &Chart, folder: &Path) -> Result<Run, Fault> {
    let out: PathBuf = folder.join(format!("{}.png", program.id()));
    let named = |error: Fault| format!("{}: {error}", program.name());
    let run = measure::run(program.command(chart, &out, folder)?).map_err(named)?;
    chart::check_size(&out).map_err(named)?;
    Ok(run)
}
