//! How far a load has come, for whoever waits for it.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

/// What a load is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Reads the bytes of the file.
    #[default]
    Reading,
    /// Reads the figures, on all cores.
    Figures,
    /// Reads the whole file element by element, to say what is wrong with it.
    Checking,
    /// Puts everything in order that is looked up later.
    Indexing,
}

impl Step {
    const ALL: [Self; 4] = [Self::Reading, Self::Figures, Self::Checking, Self::Indexing];

    /// The part of the whole wait that is over when the step begins and when it ends, roughly as
    /// measured on files of some hundred MiB. A check begins anew: what went before was in vain.
    const fn share(self) -> (f32, f32) {
        match self {
            Self::Reading => (0.0, 0.1),
            Self::Figures => (0.1, 0.85),
            Self::Checking => (0.0, 0.85),
            Self::Indexing => (0.85, 1.0),
        }
    }
}

/// How far a load has come, told by the thread that loads and asked by others; and whether it is
/// still wanted.
#[derive(Debug, Default)]
pub struct Progress {
    step: AtomicU8,
    done: AtomicUsize,
    whole: AtomicUsize,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// What the load is at.
    #[must_use]
    pub fn step(&self) -> Step {
        let at = usize::from(self.step.load(Ordering::Relaxed));
        Step::ALL.get(at).copied().unwrap_or_default()
    }

    /// How much of the whole wait is over, from 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f32 {
        let (begin, end) = self.step().share();
        let done = self.done.load(Ordering::Relaxed) as f32;
        let whole = self.whole.load(Ordering::Relaxed).max(1) as f32;
        begin + (end - begin) * (done / whole).clamp(0.0, 1.0)
    }

    /// Ends the load at its next look: between pieces of the file and entries of its lists.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether nobody wants the load any more.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Begins `step`, which has `whole` bytes to read.
    pub(crate) fn begin(&self, step: Step, whole: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.whole.store(whole, Ordering::Relaxed);
        let at = Step::ALL.iter().position(|it| *it == step).unwrap_or(0);
        self.step.store(u8::try_from(at).unwrap_or(0), Ordering::Relaxed);
    }

    /// Takes note that `done` bytes of the step are read.
    pub(crate) fn reach(&self, done: usize) {
        self.done.store(done, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_goes_on_from_step_to_step() {
        let progress = Progress::default();
        let mut before = progress.fraction();
        for step in [Step::Reading, Step::Figures, Step::Indexing] {
            progress.begin(step, 200);
            assert_eq!(progress.step(), step);
            for done in [0, 100, 200, 300] {
                progress.reach(done);
                let now = progress.fraction();
                assert!((before..=1.0).contains(&now), "{step:?} {done}: {now}, before {before}");
                before = now;
            }
        }
        assert!((before - 1.0).abs() < 1e-6);
    }
}
