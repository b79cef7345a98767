//! One run of a program as a whole process: how long it took and how much memory.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use wait4::Wait4;

use crate::Fault;

/// What a run cost.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// From before the start until the end was waited for.
    pub wall: Duration,
    /// On all cores, in user and kernel mode; other programs disturb it less than the wall time.
    pub cpu: Duration,
    /// The most memory that was resident at once, in bytes.
    pub peak_bytes: u64,
}

/// Runs `command` to its end.
///
/// # Errors
/// When it cannot be started, or fails; with what it said on standard error.
pub fn run(mut command: Command) -> Result<Run, Fault> {
    // The output is small, so that it fits the pipe while the end is waited for.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut said = child.stderr.take();
    let used = child.wait4()?;
    let wall = start.elapsed();
    if !used.status.success() {
        let said = said.as_mut().and_then(|it| std::io::read_to_string(it).ok());
        return Err(format!("{}: {}", used.status, said.unwrap_or_default().trim()).into());
    }
    let peak_bytes = used.rusage.maxrss;
    Ok(Run { wall, cpu: used.rusage.utime + used.rusage.stime, peak_bytes })
}

/// The middle of several values; the upper one of two in the middle. `None` where there are none.
pub fn median<T: Copy + Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut sorted: Vec<T> = values.collect();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}
