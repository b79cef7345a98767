//! What a data set of a whole country costs: opening it, and holding it open.
//!
//! `cargo bench --bench scale [-- --rounds N] [--counties N --indicators N --years N]` makes files of
//! 36,000, 360,000 and 3.6 million figures (or of the size given), and reads each in turn as the
//! program does, checked and ready to be shown, and with `ron` alone into plain structs. Every
//! reading is a process of its own, so that its memory can be told from the others'. It prints a
//! table for the README.
//!
//! `cargo bench --bench scale -- --write PATH [--counties N …] [--flat] [--no-map] [--seed N]` only
//! writes such a file, to be opened in the window.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its result")]

mod generator;
mod plain;

use std::{
    env,
    error::Error,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    thread,
    time::Instant,
};

use city_atlas::files;
use generator::Size;

/// As which this program is started to read a file as City Atlas does.
const CHECKED: &str = "--read-checked";
/// As which it is started to read a file with `ron` alone.
const PLAIN: &str = "--read-plain";
/// Rounds where `--rounds` does not say otherwise.
const ROUNDS: usize = 3;

type Fault = Box<dyn Error>;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        [CHECKED, path] => read_checked(Path::new(path)),
        [PLAIN, path] => read_plain(Path::new(path)),
        _ => match value(&words, "--write") {
            Some(path) => write(&size(&words), Path::new(path)),
            None => compare(&words),
        },
    };
    if let Err(error) = done {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn value<'a>(words: &[&'a str], name: &str) -> Option<&'a str> {
    let at = words.iter().position(|it| *it == name)?;
    words.get(at + 1).copied()
}

fn number<T: std::str::FromStr>(words: &[&str], name: &str, otherwise: T) -> T {
    value(words, name).and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

fn size(words: &[&str]) -> Size {
    let usual = Size::default();
    Size {
        counties: number(words, "--counties", usual.counties),
        indicators: number(words, "--indicators", usual.indicators),
        years: number(words, "--years", usual.years),
        seed: number(words, "--seed", usual.seed),
        has_provinces: !words.contains(&"--flat"),
        has_map: !words.contains(&"--no-map"),
    }
}

fn write(size: &Size, path: &Path) -> Result<(), Fault> {
    let mut file = BufWriter::new(File::create(path)?);
    generator::write(size, &mut file)?;
    file.flush()?;
    Ok(())
}

/// Where a data set is made once and then kept.
fn made(size: &Size) -> Result<PathBuf, Fault> {
    let Size { counties, indicators, years, .. } = size;
    let name = format!("scale-{counties}-{indicators}-{years}.ron");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    write(size, &path)?;
    Ok(path)
}

fn read_checked(path: &Path) -> Result<(), Fault> {
    let start = Instant::now();
    let loaded = files::open(path)?;
    report(start, loaded.data.observations().count())
}

fn read_plain(path: &Path) -> Result<(), Fault> {
    let start = Instant::now();
    let text = fs::read_to_string(path)?;
    let file: plain::File = ron::from_str(&text)?;
    drop(text);
    report(start, file.observations.len())
}

/// Seconds, figures, MiB held now and MiB held at most, for the process that started this one.
fn report(start: Instant, figures: usize) -> Result<(), Fault> {
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status")?;
    let mebibytes = |name: &str| -> Option<u64> {
        let line = status.lines().find(|line| line.starts_with(name))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
    };
    let (held, most) = mebibytes("VmRSS:").zip(mebibytes("VmHWM:")).ok_or("no memory figures")?;
    println!("{seconds} {figures} {held} {most}");
    Ok(())
}

/// What one reading took.
#[derive(Clone, Copy, Default)]
struct Run {
    seconds: f64,
    figures: f64,
    held_mib: f64,
    most_mib: f64,
}

fn run(kind: &str, path: &Path) -> Result<Run, Fault> {
    let output = Command::new(env::current_exe()?).arg(kind).arg(path).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let words = String::from_utf8(output.stdout)?;
    let numbers: Vec<f64> = words.split_whitespace().filter_map(|it| it.parse().ok()).collect();
    let [seconds, figures, held_mib, most_mib] = numbers.as_slice() else {
        return Err("a reading told nothing".into());
    };
    Ok(Run { seconds: *seconds, figures: *figures, held_mib: *held_mib, most_mib: *most_mib })
}

fn compare(words: &[&str]) -> Result<(), Fault> {
    let rounds = number(words, "--rounds", ROUNDS).max(1);
    let usual = Size::default();
    let sizes = if value(words, "--counties").is_some() {
        vec![size(words)]
    } else {
        vec![
            Size { counties: 300, indicators: 30, ..usual },
            Size { counties: 1000, indicators: 90, ..usual },
            usual,
        ]
    };
    println!("{} cores, medians of {rounds} rounds in turn", thread::available_parallelism()?);
    println!("| figures | file | seconds, checked / ron | held, MiB | at most, MiB | × file |");
    println!("|---|---|---|---|---|---|");
    for size in sizes {
        let path = made(&size)?;
        let bytes = fs::metadata(&path)?.len();
        let (mut checked, mut plain) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            checked.push(run(CHECKED, &path)?);
            plain.push(run(PLAIN, &path)?);
        }
        row(bytes, &checked, &plain);
        fs::remove_file(&path)?;
    }
    Ok(())
}

fn row(bytes: u64, checked: &[Run], plain: &[Run]) {
    let mebibytes = bytes as f64 / 1024.0 / 1024.0;
    let pair = |of: fn(&Run) -> f64, digits: usize| {
        let (ours, theirs) = (median(checked, of), median(plain, of));
        format!("{ours:.digits$} / {theirs:.digits$} = {:.2}", ours / theirs)
    };
    println!(
        "| {} | {mebibytes:.0} MiB | {} | {} | {} | {:.1} |",
        median(checked, |run| run.figures),
        pair(|run| run.seconds, 2),
        pair(|run| run.held_mib, 0),
        pair(|run| run.most_mib, 0),
        median(checked, |run| run.most_mib) / mebibytes,
    );
}

fn median(runs: &[Run], of: fn(&Run) -> f64) -> f64 {
    let mut values: Vec<f64> = runs.iter().map(of).collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
