//! Which rows of a long ranking are drawn: thousands of bars say nothing to anybody.

use std::ops::Range;

/// The most rows that are all drawn.
pub(super) const MOST_ROWS: usize = 60;

/// Of more, so many at the beginning and at the end.
const FIRST_ROWS: usize = 40;
const LAST_ROWS: usize = 10;

/// Rows that stand together and are all drawn, or all told of in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) places: Range<usize>,
    pub(super) is_drawn: bool,
}

/// The runs of `count` rows; those that are `wanted` are drawn wherever they stand.
pub(super) fn runs(count: usize, wanted: impl Fn(usize) -> bool) -> Vec<Run> {
    let is_drawn =
        |at: usize| count <= MOST_ROWS || at < FIRST_ROWS || at + LAST_ROWS >= count || wanted(at);
    let mut runs: Vec<Run> = Vec::new();
    for at in 0..count {
        match runs.last_mut() {
            Some(run) if run.is_drawn == is_drawn(at) => run.places.end = at + 1,
            _ => runs.push(Run { places: at..at + 1, is_drawn: is_drawn(at) }),
        }
    }
    // A line about one row takes as much room as the row.
    for run in &mut runs {
        run.is_drawn |= run.places.len() == 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many rows are drawn, and the first and the last of each run that is not.
    fn drawn(count: usize, wanted: &[usize]) -> (usize, Vec<(usize, usize)>) {
        let runs = runs(count, |at| wanted.contains(&at));
        let ends = |it: &Range<usize>| (it.start, it.end - 1);
        let left = runs.iter().filter(|it| !it.is_drawn).map(|it| ends(&it.places)).collect();
        (runs.iter().filter(|it| it.is_drawn).map(|it| it.places.len()).sum(), left)
    }

    #[test]
    fn as_many_rows_as_can_be_read_are_drawn_and_the_chosen_ones_always() {
        assert_eq!(drawn(60, &[]), (60, vec![]));
        assert_eq!(drawn(61, &[]), (50, vec![(40, 50)]));
        assert_eq!(drawn(3_000, &[1_000, 5]), (51, vec![(40, 999), (1_001, 2_989)]));
        assert_eq!(drawn(3_000, &[41]), (52, vec![(42, 2_989)]), "no line about one row");
        assert_eq!(drawn(0, &[]), (0, vec![]));
    }
}
