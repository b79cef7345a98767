//! How a region's figure changed since the period before, and whether that may be said at all.

use crate::model::{
    Dataset, IndicatorIx, Observation, ObservationIx, PeriodIx, Qualifier, RegionIx, Text,
};

/// How far a change is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Exactly.
    Exact,
    /// Only about, since a source rounded one of the numbers.
    About,
    /// The later number less the earlier one is this or more.
    AtLeast,
    /// It is this or less.
    AtMost,
}

impl Bound {
    /// How far `now - before` is known, given what the words around both numbers say.
    #[must_use]
    pub const fn of(before: Qualifier, now: Qualifier) -> Self {
        use Qualifier::{About, Exact, MoreThan, Nearly, Reached};
        match (before, now) {
            (Exact | Reached, Exact | Reached) => Self::Exact,
            (Exact | Reached | Nearly, MoreThan) | (Nearly, Exact | Reached) => Self::AtLeast,
            (Exact | Reached | MoreThan, Nearly) | (MoreThan, Exact | Reached) => Self::AtMost,
            (About, _) | (_, About) | (Nearly, Nearly) | (MoreThan, MoreThan) => Self::About,
        }
    }
}

/// Why two figures of one region and indicator may not be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// What is counted differs, as the figure's own remark says.
    Definition(Text),
    /// One is printed, the other worked out from other figures.
    Status,
    /// One of them is no number.
    NoNumber,
}

/// How a figure changed since the period before.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Nobody reports the indicator for any earlier period.
    First,
    /// The region reports nothing for the period before, so no change is stated; never zero.
    Unknown {
        /// The period before.
        before: PeriodIx,
    },
    /// Both are reported and may not be compared.
    NotComparable {
        /// The earlier figure.
        before: ObservationIx,
        /// Why.
        why: Difference,
    },
    /// Both are reported and may be compared.
    Known {
        /// The earlier figure.
        before: ObservationIx,
        /// The later number less the earlier one, in base units; percentage points for percentages.
        by: f64,
        /// The same as a part of the earlier number, which must be above zero.
        ratio: Option<f64>,
        /// How far it is known.
        bound: Bound,
    },
}

/// How the figure of `region` that is seen changed since the period before, which is the last one
/// earlier for which anybody in sight reports `indicator`; `None` where the region reports none.
///
/// `periods` are those of [`Dataset::periods_of`], which many regions have in common.
#[must_use]
pub fn change(
    data: &Dataset,
    region: RegionIx,
    indicator: IndicatorIx,
    periods: &[PeriodIx],
) -> Option<Change> {
    let (_, now) = data.figure(region, indicator)?;
    if !data.has_series() {
        return Some(Change::First);
    }
    let at = periods.iter().position(|it| *it == now.period)?;
    let Some(before) = at.checked_sub(1).and_then(|it| periods.get(it)).copied() else {
        return Some(Change::First);
    };
    let earlier = data.series(region, indicator).find(|(_, it)| it.period == before);
    Some(match earlier {
        None => Change::Unknown { before },
        Some((ix, figure)) => between((ix, figure), now),
    })
}

/// How `now` differs from the figure of the same region and indicator `before` it.
#[must_use]
pub fn between((ix, before): (ObservationIx, &Observation), now: &Observation) -> Change {
    if let Some(why) = difference(before, now) {
        return Change::NotComparable { before: ix, why };
    }
    let (Some(earlier), Some(later)) = (before.number(), now.number()) else {
        return Change::NotComparable { before: ix, why: Difference::NoNumber };
    };
    let by = later - earlier;
    Change::Known {
        before: ix,
        by,
        ratio: (earlier > 0.0).then(|| by / earlier),
        bound: Bound::of(before.qualifier, now.qualifier),
    }
}

/// What stands in the way of comparing two figures of one region and indicator.
///
/// Unit and definition belong to the indicator; where they differ for one figure, its remark on care
/// says so. A remark that both carry holds for both alike.
#[must_use]
pub fn difference(before: &Observation, now: &Observation) -> Option<Difference> {
    if before.number().is_none() || now.number().is_none() {
        Some(Difference::NoNumber)
    } else if before.care != now.care {
        let care = now.care.as_ref().or(before.care.as_ref());
        care.map(|it| Difference::Definition(Text::clone(it)))
    } else if before.status != now.status {
        Some(Difference::Status)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Change, Difference, change};
    use crate::{analysis::fixture, model::Dataset};

    fn of(period: &str, region: &str, indicator: &str) -> Option<Change> {
        let data: Dataset = fixture::years();
        let data = data.seen(data.period_by_id(period), None);
        let indicator = data.indicator_by_id(indicator)?;
        change(&data, data.region_by_id(region)?, indicator, &data.periods_of(indicator))
    }

    fn known(period: &str, region: &str, indicator: &str) -> (f64, Bound) {
        match of(period, region, indicator) {
            Some(Change::Known { by, bound, .. }) => (by, bound),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn exact_numbers_of_one_definition_have_an_exact_change() {
        assert_eq!(known("2021", "jia", "jobs"), (100.0, Bound::Exact));
        assert_eq!(known("2023", "jia", "jobs"), (200.0, Bound::Exact), "the same remark holds");
    }

    #[test]
    fn a_changed_definition_is_no_change() {
        let Some(Change::NotComparable { why: Difference::Definition(text), .. }) =
            of("2022", "jia", "jobs")
        else {
            panic!()
        };
        assert_eq!(text.en, "Counts flexible work since 2022.");
    }

    #[test]
    fn a_gap_before_leaves_the_change_open() {
        assert!(matches!(of("2022", "yi", "jobs"), Some(Change::Unknown { .. })));
        assert_eq!(of("2021", "yi", "jobs"), None, "nor is there one where nothing is reported");
        assert_eq!(of("2019", "jia", "jobs"), Some(Change::First));
    }

    #[test]
    fn the_period_before_is_the_last_that_anybody_reports() {
        assert!((known("2022", "jia", "rate").0 - 1.1).abs() < 1e-9, "2021 was left out by all");
    }

    #[test]
    fn rounded_numbers_give_bounds() {
        assert_eq!(known("2023", "jia", "spending"), (5e6, Bound::AtLeast), "nearly, then exact");
        assert_eq!(known("2023", "yi", "spending"), (6e6, Bound::AtLeast), "exact, then more than");
        assert_eq!(known("2023", "bing", "spending"), (2e6, Bound::About));
    }
}
