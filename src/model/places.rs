//! Lists of figures in the orders in which they are looked up.

use rayon::prelude::*;

use super::{IndicatorIx, Observation, ObservationIx, PeriodIx, RegionIx, time::Timeline};

/// Figures in several orders, each a list of positions.
#[derive(Clone, Debug, Default)]
pub(super) struct FigureLists {
    /// By region, then indicator, then time.
    places: Groups,
    /// By region, then the file's order.
    of_regions: Groups,
    /// By indicator, then the file's order.
    of_indicators: Groups,
    /// By time, then the file's order.
    of_periods: Groups,
}

/// Positions in groups, the groups one after the other.
#[derive(Clone, Debug, Default)]
struct Groups {
    items: Vec<ObservationIx>,
    /// Where each group begins, and where the last one ends.
    starts: Vec<u32>,
}

impl Groups {
    /// Puts the figures into `count` groups by the first number of `key`, in each by the others.
    fn new(
        figures: &[Observation],
        count: usize,
        key: impl Fn(&Observation) -> (u32, u32, u32) + Sync,
    ) -> Self {
        let keyed = |(at, figure): (usize, &Observation)| (key(figure), ObservationIx::from(at).0);
        let mut keyed: Vec<((u32, u32, u32), u32)> =
            figures.par_iter().enumerate().map(keyed).collect();
        // Most lists are in the file's order already, or nearly.
        if !keyed.is_sorted() {
            keyed.par_sort_unstable();
        }
        let start =
            |group: usize| keyed.partition_point(|((first, ..), _)| (*first as usize) < group);
        let starts = (0..=count).map(|group| ObservationIx::from(start(group)).0).collect();
        Self { items: keyed.into_iter().map(|(_, at)| ObservationIx(at)).collect(), starts }
    }

    fn group(&self, at: usize) -> &[ObservationIx] {
        let bound = |at: usize| self.starts.get(at).map(|it| *it as usize);
        let range = bound(at).zip(bound(at + 1));
        range.and_then(|(start, end)| self.items.get(start..end)).unwrap_or_default()
    }
}

impl FigureLists {
    pub(super) fn new(
        figures: &[Observation],
        timeline: &Timeline,
        regions: usize,
        indicators: usize,
    ) -> Self {
        let rank = |it: &Observation| u32::try_from(timeline.rank(it.period)).unwrap_or(u32::MAX);
        Self {
            places: Groups::new(figures, regions, |it| (it.region.0, it.indicator.0, rank(it))),
            of_regions: Groups::new(figures, regions, |it| (it.region.0, 0, 0)),
            of_indicators: Groups::new(figures, indicators, |it| (it.indicator.0, 0, 0)),
            of_periods: Groups::new(figures, timeline.order.len(), |it| (rank(it), 0, 0)),
        }
    }

    /// All figures by region, then indicator, then time.
    pub(super) fn by_place(&self) -> &[ObservationIx] {
        &self.places.items
    }

    /// The figures of `region` and `indicator` among `figures`, the earliest first.
    pub(super) fn series(
        &self,
        figures: &[Observation],
        region: RegionIx,
        indicator: IndicatorIx,
    ) -> &[ObservationIx] {
        let list = self.places.group(region.at());
        let of = |ix: &ObservationIx| figures.get(ix.at()).map(|it| it.indicator);
        let start = list.partition_point(|ix| of(ix) < Some(indicator));
        let rest = list.get(start..).unwrap_or_default();
        let length = rest.partition_point(|ix| of(ix) == Some(indicator));
        rest.get(..length).unwrap_or_default()
    }

    /// The figures of `region`, in the file's order.
    pub(super) fn of_region(&self, region: RegionIx) -> &[ObservationIx] {
        self.of_regions.group(region.at())
    }

    /// The figures of `indicator`, in the file's order.
    pub(super) fn of_indicator(&self, indicator: IndicatorIx) -> &[ObservationIx] {
        self.of_indicators.group(indicator.at())
    }

    /// The figures for `period`, in the file's order.
    pub(super) fn of_period(&self, timeline: &Timeline, period: PeriodIx) -> &[ObservationIx] {
        self.of_periods.group(timeline.rank(period))
    }
}
