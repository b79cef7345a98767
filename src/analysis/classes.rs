//! Few classes for many values: how a map turns numbers into steps of a ramp.
//!
//! Whatever the method, a class is named by the values that are really in it, equal values are
//! never parted, and no class is empty. So few different values that each can have its own step
//! are not classed at all.

use serde::{Deserialize, Serialize};

/// The most classes; more steps of one hue can hardly be told apart.
pub const MOST_CLASSES: usize = 5;

/// From this many different values on there are as many classes as [`MOST_CLASSES`].
const MANY_VALUES: usize = 15;

/// Limits between classes, set by hand: finite, rising, one to four of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f64>", into = "Vec<f64>")]
pub struct Breaks(Vec<f64>);

// Breaks are finite, so equality is an equivalence.
impl Eq for Breaks {}

/// Why limits cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BreaksError {
    /// There are none, or more than four.
    #[error("one to four limits are needed")]
    Count,
    /// One is no number.
    #[error("every limit must be a finite number")]
    NotFinite,
    /// One is not larger than the one before.
    #[error("every limit must be larger than the one before")]
    NotRising,
}

impl Breaks {
    /// The limits, each the least value of the class above it.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }
}

impl TryFrom<Vec<f64>> for Breaks {
    type Error = BreaksError;

    fn try_from(values: Vec<f64>) -> Result<Self, BreaksError> {
        if !(1..MOST_CLASSES).contains(&values.len()) {
            Err(BreaksError::Count)
        } else if !values.iter().all(|value| value.is_finite()) {
            Err(BreaksError::NotFinite)
        } else if values.is_sorted_by(|a, b| a < b) {
            Ok(Self(values))
        } else {
            Err(BreaksError::NotRising)
        }
    }
}

impl From<Breaks> for Vec<f64> {
    fn from(breaks: Breaks) -> Self {
        breaks.0
    }
}

/// How values are put into classes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Classing {
    /// Where the values leave gaps: the least sum of squared deviations from the class means.
    /// Fisher, W. D. (1958), "On grouping for maximum homogeneity", JASA 53, pp. 789–798; in
    /// cartography Jenks's natural breaks. Worked out exactly, by dynamic programming.
    #[default]
    Natural,
    /// As many cities in each class as ties allow.
    Quantile,
    /// Classes of the same width.
    Equal,
    /// Limits set by hand.
    ByHand(Breaks),
}

impl Classing {
    /// The same for other values, for which limits set by hand mean nothing.
    #[must_use]
    pub fn without_limits(self) -> Self {
        match self {
            Self::ByHand(_) => Self::default(),
            other => other,
        }
    }
}

/// One class: a step of the ramp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// The smallest value in it.
    pub low: f64,
    /// The largest value in it.
    pub high: f64,
}

impl Class {
    /// Whether `value` lies in the class.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// Puts `values` into classes, from low to high; values that are no numbers are left out.
#[must_use]
pub fn classes(values: &[f64], classing: &Classing) -> Vec<Class> {
    // Adding zero makes a negative zero the zero that it equals.
    let mut sorted: Vec<f64> =
        values.iter().filter(|it| it.is_finite()).map(|it| it + 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let runs: Vec<&[f64]> = sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()).collect();
    let count = class_count(runs.len());
    let at = match classing {
        Classing::ByHand(breaks) => by_hand(&runs, breaks),
        // Each value is its own step: nothing is gained by hiding it in a range.
        _ if runs.len() <= MOST_CLASSES => (0..runs.len()).collect(),
        Classing::Natural => natural(&runs, count),
        Classing::Quantile => quantile(&runs, count),
        Classing::Equal => equal(&runs, count),
    };
    let steps: Vec<(f64, usize)> =
        runs.iter().filter_map(|run| run.first().copied()).zip(at).collect();
    let class = |steps: &[(f64, usize)]| {
        let ((low, _), (high, _)) = (*steps.first()?, *steps.last()?);
        Some(Class { low, high })
    };
    steps.chunk_by(|a, b| a.1 == b.1).filter_map(class).collect()
}

/// How many classes `distinct` different values are put into.
const fn class_count(distinct: usize) -> usize {
    if distinct >= MANY_VALUES { MOST_CLASSES } else { MOST_CLASSES - 1 }
}

/// The class of each run of equal values: how many limits it has reached.
fn by_hand(runs: &[&[f64]], breaks: &Breaks) -> Vec<usize> {
    let class = |run: &&[f64]| breaks.0.iter().filter(|limit| run.first() >= Some(limit)).count();
    runs.iter().map(class).collect()
}

fn quantile(runs: &[&[f64]], count: usize) -> Vec<usize> {
    let total: usize = runs.iter().map(|run| run.len()).sum();
    let mut below = 0;
    let class = |run: &&[f64]| {
        let class = below * count / total.max(1);
        below += run.len();
        class
    };
    runs.iter().map(class).collect()
}

fn equal(runs: &[&[f64]], count: usize) -> Vec<usize> {
    let value = |run: Option<&&[f64]>| run.and_then(|it| it.first()).copied().unwrap_or_default();
    let (low, high) = (value(runs.first()), value(runs.last()));
    let class = |run: &&[f64]| {
        let part = (value(Some(run)) - low) / (high - low) * count as f64;
        (part as usize).min(count - 1)
    };
    runs.iter().map(class).collect()
}

/// The best parting of sorted runs into `count` classes by the sum of squared deviations.
fn natural(runs: &[&[f64]], count: usize) -> Vec<usize> {
    let sums = Sums::of(runs);
    let size = runs.len();
    // For each number of classes: the least cost of the first n runs, and where their last class starts.
    let mut cost: Vec<f64> = (0..=size).map(|end| sums.cost(0, end)).collect();
    let mut starts: Vec<Vec<usize>> = vec![vec![0; size + 1]];
    for classes in 2..=count.min(size) {
        let best = |end: usize| {
            let parted = |start: usize| {
                let before = cost.get(start).copied().unwrap_or(f64::INFINITY);
                (start, before + sums.cost(start, end))
            };
            (classes - 1..end).map(parted).min_by(|a, b| a.1.total_cmp(&b.1))
        };
        let row: Vec<(usize, f64)> =
            (0..=size).map(|end| best(end).unwrap_or((0, f64::INFINITY))).collect();
        cost = row.iter().map(|(_, cost)| *cost).collect();
        starts.push(row.into_iter().map(|(start, _)| start).collect());
    }
    let mut class = vec![0; size];
    let mut end = size;
    for (at, starts) in starts.iter().enumerate().rev() {
        let start = starts.get(end).copied().unwrap_or(0);
        class.iter_mut().take(end).skip(start).for_each(|it| *it = at);
        end = start;
    }
    class
}

/// Running sums, so that the cost of any range is found at once.
struct Sums(Vec<[f64; 3]>);

impl Sums {
    fn of(runs: &[&[f64]]) -> Self {
        // Deviations do not depend on the origin; numbers near zero lose fewer digits.
        let all: Vec<f64> = runs.iter().flat_map(|run| run.iter().copied()).collect();
        let origin = all.iter().sum::<f64>() / all.len().max(1) as f64;
        let mut sums = vec![[0.0; 3]];
        let mut now = [0.0; 3];
        for run in runs {
            for value in run.iter().map(|it| it - origin) {
                now = [now[0] + 1.0, now[1] + value, now[2] + value * value];
            }
            sums.push(now);
        }
        Self(sums)
    }

    /// The sum of squared deviations from their mean of the runs `start..end`.
    fn cost(&self, start: usize, end: usize) -> f64 {
        let at = |ix: usize| self.0.get(ix).copied().unwrap_or_default();
        let ([n0, s0, q0], [n1, s1, q1]) = (at(start), at(end));
        let (n, s, q) = (n1 - n0, s1 - s0, q1 - q0);
        if n > 0.0 { q - s * s / n } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Breaks, BreaksError, Class, Classing, MOST_CLASSES, classes};

    fn squared_deviations(values: &[f64]) -> f64 {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|it| (it - mean).powi(2)).sum()
    }

    fn cost(values: &[f64], classes: &[Class]) -> f64 {
        let inside = |class: &Class| -> Vec<f64> {
            values.iter().copied().filter(|it| class.contains(*it)).collect()
        };
        classes.iter().map(|class| squared_deviations(&inside(class))).sum()
    }

    /// The least cost of all ways to cut sorted different values into `count` parts.
    fn least_cost(sorted: &[f64], count: usize) -> f64 {
        if count == 1 {
            return squared_deviations(sorted);
        }
        (1..=sorted.len() + 1 - count)
            .map(|cut| squared_deviations(&sorted[..cut]) + least_cost(&sorted[cut..], count - 1))
            .fold(f64::INFINITY, f64::min)
    }

    fn methods() -> impl Strategy<Value = Classing> {
        prop_oneof![
            Just(Classing::Natural),
            Just(Classing::Quantile),
            Just(Classing::Equal),
            prop::collection::btree_set(0_u8..60, 1..5).prop_map(|set| {
                let limits: Vec<f64> = set.into_iter().map(f64::from).collect();
                Classing::ByHand(Breaks::try_from(limits).unwrap())
            }),
        ]
    }

    proptest! {
        #[test]
        fn every_value_is_in_exactly_one_class_and_no_class_is_empty(
            values in prop::collection::vec(0_u8..60, 0..40),
            method in methods(),
        ) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let found = classes(&values, &method);
            prop_assert!(found.len() <= MOST_CLASSES);
            for value in &values {
                prop_assert_eq!(found.iter().filter(|it| it.contains(*value)).count(), 1);
            }
            for class in &found {
                // The bounds are values that are there, not ones that a method made up.
                prop_assert!(values.contains(&class.low) && values.contains(&class.high));
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].high < pair[1].low));
        }

        #[test]
        fn natural_breaks_are_the_best_there_are(
            values in prop::collection::btree_set(0_u16..500, 6..12),
        ) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let found = classes(&values, &Classing::Natural);
            prop_assert_eq!(found.len(), 4);
            let least = least_cost(&values, 4);
            prop_assert!((cost(&values, &found) - least).abs() < 1e-6);
        }
    }

    #[test]
    fn few_values_each_have_their_own_step() {
        let found = classes(&[74.0, 12.0, 74.0, 30.0], &Classing::Quantile);
        let spans: Vec<_> = found.iter().map(|it| (it.low, it.high)).collect();
        assert_eq!(spans, [(12.0, 12.0), (30.0, 30.0), (74.0, 74.0)]);
    }

    #[test]
    fn each_method_cuts_where_it_says() {
        let values = [1.0, 2.0, 3.0, 10.0, 11.0, 50.0, 52.0, 100.0];
        let highs = |method| -> Vec<f64> {
            classes(&values, &method).iter().map(|class| class.high).collect()
        };
        assert_eq!(highs(Classing::Natural), [3.0, 11.0, 52.0, 100.0]);
        assert_eq!(highs(Classing::Quantile), [2.0, 10.0, 50.0, 100.0]);
        assert_eq!(highs(Classing::Equal), [11.0, 50.0, 52.0, 100.0]);
        let by_hand = Classing::ByHand(Breaks::try_from(vec![10.0, 1000.0]).unwrap());
        assert_eq!(highs(by_hand), [3.0, 100.0]);
    }

    #[test]
    fn limits_by_hand_must_rise_and_be_numbers() {
        let refused = |values: &[f64]| Breaks::try_from(values.to_vec()).unwrap_err();
        assert_eq!(refused(&[]), BreaksError::Count);
        assert_eq!(refused(&[1.0, 2.0, 3.0, 4.0, 5.0]), BreaksError::Count);
        assert_eq!(refused(&[1.0, f64::NAN]), BreaksError::NotFinite);
        assert_eq!(refused(&[2.0, 2.0]), BreaksError::NotRising);
        assert!(ron::from_str::<Classing>("by_hand([3.0, 1.0])").is_err());
    }
}
