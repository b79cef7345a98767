//! When a file that is being written may be read: pure, with the time passed in.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::files::ReadFile;

/// How long the files must stay as they are before they are read: longer than an editor takes from
/// one write to the next.
pub(super) const SETTLE: Duration = Duration::from_millis(150);
/// How long a file may be gone before that is news: some writers delete it and make it anew.
pub(super) const GONE: Duration = Duration::from_secs(1);
/// How long after a first failure the same files are read once more, before it is news.
pub(super) const RETRY: Duration = Duration::from_millis(400);
/// How long files that never come to rest are waited for.
pub(super) const LONGEST: Duration = Duration::from_secs(30);

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing until something stirs.
    Rest,
    /// Look again at this time.
    Wait(Instant),
    /// Read the files, then tell what came of it with [`Settling::judge`].
    Read,
}

/// The files of a data set, the data file first, on their way from one version to the next.
#[derive(Clone, Debug)]
pub(super) struct Settling {
    /// The last version that was judged.
    judged: Vec<ReadFile>,
    change: Option<Change>,
}

#[derive(Clone, Debug)]
struct Change {
    since: Instant,
    /// When they will have rested for long enough.
    due: Instant,
    seen: Vec<ReadFile>,
    /// Whether these very files failed once.
    has_failed: bool,
}

impl Settling {
    /// Files that were read as `judged`.
    pub(super) const fn new(judged: Vec<ReadFile>) -> Self {
        Self { judged, change: None }
    }

    /// The files to look at.
    pub(super) fn files(&self) -> &[ReadFile] {
        self.change.as_ref().map_or(&self.judged, |it| &it.seen)
    }

    /// Takes note of how [`Self::files`] look now.
    pub(super) fn look(&mut self, now: Instant, seen: Vec<ReadFile>) -> Step {
        let is_judged = self.judged == seen;
        let Some(change) = &mut self.change else {
            if is_judged {
                return Step::Rest;
            }
            let due = now + span(&seen);
            self.change = Some(Change { since: now, due, seen, has_failed: false });
            return Step::Wait(due);
        };
        if change.seen != seen {
            change.due = (now + span(&seen)).min(change.since + LONGEST);
            change.seen = seen;
            change.has_failed = false;
        }
        if now < change.due {
            Step::Wait(change.due)
        } else if is_judged {
            // They came back to what they were.
            self.change = None;
            Step::Rest
        } else {
            Step::Read
        }
    }

    /// Takes note of what came of reading the files, and tells whether it is news. What changed
    /// while it was read is none, nor is a first failure: both may be halves of a version.
    pub(super) fn judge(&mut self, now: Instant, mut read: Vec<ReadFile>, is_good: bool) -> bool {
        let Some(change) = &mut self.change else { return false };
        let stamp_in = |files: &[ReadFile], path: &Path| {
            files.iter().find(|it| it.path == path).map(|it| it.stamp)
        };
        let has_moved =
            change.seen.iter().any(|it| stamp_in(&read, &it.path).is_some_and(|at| at != it.stamp));
        let was_whole = change.seen.iter().all(|it| it.stamp.is_some());
        if !is_good {
            // A mistake may keep the data file from naming its maps, which are still its own.
            let more = change.seen.iter().filter(|it| stamp_in(&read, &it.path).is_none());
            let more: Vec<ReadFile> = more.cloned().collect();
            read.extend(more);
        }
        if has_moved && now < change.since + LONGEST {
            *change = Change { due: now + SETTLE, seen: read, has_failed: false, ..*change };
            return false;
        }
        if !is_good && was_whole && !change.has_failed {
            *change = Change { due: now + RETRY, seen: read, has_failed: true, ..*change };
            return false;
        }
        self.judged = read;
        self.change = None;
        true
    }
}

fn span(files: &[ReadFile]) -> Duration {
    if files.iter().all(|it| it.stamp.is_some()) { SETTLE } else { GONE }
}

#[cfg(test)]
mod tests {
    use std::{
        path::PathBuf,
        time::{Duration, Instant},
    };

    use super::{GONE, LONGEST, RETRY, SETTLE, Settling, Step};
    use crate::files::{ReadFile, Stamp};

    const MS: Duration = Duration::from_millis(1);

    /// A data file and its map, each in a version; version 0 is not there.
    fn files(data: u64, map: u64) -> Vec<ReadFile> {
        let file = |name: &str, version: u64| ReadFile {
            path: PathBuf::from(name),
            stamp: (version > 0).then_some(Stamp { bytes: version, modified: None, number: 1 }),
        };
        vec![file("data.ron", data), file("map.geojson", map)]
    }

    /// Looks at every millisecond at what `version` says, reading and judging by `is_good` as told
    /// to; gives the milliseconds at which there was news.
    fn news(
        until: Duration,
        version: impl Fn(Duration) -> Vec<ReadFile>,
        is_good: impl Fn(&[ReadFile]) -> bool,
    ) -> Vec<(Duration, Vec<ReadFile>)> {
        let (start, mut settling) = (Instant::now(), Settling::new(files(1, 1)));
        let mut news = Vec::new();
        let mut after = Duration::ZERO;
        while after <= until {
            let (now, seen) = (start + after, version(after));
            if settling.look(now, seen.clone()) == Step::Read {
                let is_good = is_good(&seen);
                if settling.judge(now, seen.clone(), is_good) {
                    news.push((after, seen));
                }
            }
            after += MS;
        }
        news
    }

    #[test]
    fn files_at_rest_are_never_read() {
        assert!(news(100 * SETTLE, |_| files(1, 1), |_| false).is_empty());
    }

    #[test]
    fn an_edit_shows_once_after_the_files_rest() {
        let version = |at: Duration| files(if at < 10 * MS { 1 } else { 2 }, 1);
        assert_eq!(news(LONGEST, version, |_| true), [(10 * MS + SETTLE, files(2, 1))]);
        let of_map = |at: Duration| files(1, if at < 10 * MS { 1 } else { 2 });
        assert_eq!(news(LONGEST, of_map, |_| true), [(10 * MS + SETTLE, files(1, 2))]);
    }

    #[test]
    fn half_a_file_is_not_read_while_the_rest_of_it_comes() {
        let last = 10 * MS + 9 * SETTLE / 2;
        let version = |at: Duration| {
            let parts = at.saturating_sub(10 * MS).as_millis() / (SETTLE / 2).as_millis();
            files(1 + u64::try_from(parts).unwrap().min(9) + u64::from(at >= 10 * MS), 1)
        };
        let told = news(LONGEST, version, |it| *it == files(11, 1));
        assert_eq!(told, [(last + SETTLE, files(11, 1))]);
    }

    #[test]
    fn what_seems_broken_is_read_again_before_it_is_told() {
        let version = |at: Duration| files(if at < 10 * MS { 1 } else { 2 }, 1);
        let told = news(LONGEST, version, |_| false);
        assert_eq!(told, [(10 * MS + SETTLE + RETRY, files(2, 1))]);
        // The second half came between the two readings.
        let late = 10 * MS + SETTLE + RETRY / 2;
        let version = |at: Duration| match at {
            at if at < 10 * MS => files(1, 1),
            at if at < late => files(2, 1),
            _ => files(3, 1),
        };
        let told = news(LONGEST, version, |it| *it == files(3, 1));
        assert_eq!(told, [(late + SETTLE, files(3, 1))]);
    }

    #[test]
    fn a_file_that_is_deleted_and_made_anew_is_never_missed() {
        let back = 10 * MS + GONE / 2;
        let version = |at: Duration| match at {
            at if at < 10 * MS => files(1, 1),
            at if at < back => files(0, 1),
            _ => files(2, 1),
        };
        let told = news(LONGEST, version, |it| it[0].stamp.is_some());
        assert_eq!(told, [(back + SETTLE, files(2, 1))]);
    }

    #[test]
    fn a_file_that_stays_away_is_told_of_and_so_is_its_return() {
        let back = 3 * GONE;
        let version = |at: Duration| match at {
            at if at < 10 * MS => files(1, 1),
            at if at < back => files(0, 1),
            _ => files(2, 1),
        };
        let told = news(LONGEST, version, |it| it[0].stamp.is_some());
        assert_eq!(told, [(10 * MS + GONE, files(0, 1)), (back + SETTLE, files(2, 1))]);
    }

    #[test]
    fn what_comes_back_to_what_it_was_is_no_news() {
        let version = |at: Duration| files(if at < SETTLE / 2 { 2 } else { 1 }, 1);
        assert!(news(LONGEST, version, |_| true).is_empty());
    }

    #[test]
    fn a_file_that_never_rests_is_read_all_the_same() {
        let version = |at: Duration| files(2 + u64::try_from(at.as_millis()).unwrap(), 1);
        let told = news(LONGEST + SETTLE, version, |_| true);
        assert_eq!(told.first().map(|it| it.0), Some(LONGEST));
    }

    #[test]
    fn what_was_written_while_it_was_read_is_read_again() {
        let (now, mut settling) = (Instant::now(), Settling::new(files(1, 1)));
        settling.look(now, files(2, 1));
        assert_eq!(settling.look(now + SETTLE, files(2, 1)), Step::Read);
        assert!(!settling.judge(now + SETTLE, files(3, 1), true));
        assert_eq!(settling.look(now + SETTLE, files(3, 1)), Step::Wait(now + 2 * SETTLE));
        assert_eq!(settling.look(now + 2 * SETTLE, files(3, 1)), Step::Read);
        assert!(settling.judge(now + 2 * SETTLE, files(3, 1), true));
    }

    #[test]
    fn a_broken_data_file_keeps_its_maps_and_a_mended_one_its_own() {
        let (now, mut settling) = (Instant::now(), Settling::new(files(1, 1)));
        let alone = |version: u64| files(version, 1)[..1].to_vec();
        settling.look(now, files(2, 1));
        settling.look(now + SETTLE, files(2, 1));
        settling.judge(now + SETTLE, alone(2), false);
        assert_eq!(settling.files(), files(2, 1));
        let later = now + SETTLE + RETRY;
        assert_eq!(settling.look(later, files(2, 1)), Step::Read);
        assert!(settling.judge(later, alone(2), false));
        assert_eq!(settling.files(), files(2, 1));
        settling.look(later, files(3, 1));
        settling.look(later + SETTLE, files(3, 1));
        assert!(settling.judge(later + SETTLE, alone(3), true));
        assert_eq!(settling.files(), alone(3));
    }
}
