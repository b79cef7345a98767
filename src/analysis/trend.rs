//! One indicator over time, region by region; what is not reported is a gap.

use super::change::difference;
use crate::model::{Dataset, IndicatorIx, ObservationIx, PeriodIx, RegionIx, UnitKind};

/// A figure on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendPoint {
    /// Position of its period in [`Trend::periods`].
    pub at: usize,
    /// The figure.
    pub figure: ObservationIx,
    /// The number in base units.
    pub value: f64,
    /// Whether what is counted, or a remark on the figure, differs from the point before.
    pub is_changed: bool,
    /// Whether the point before is that of the period before, so that a line may join them.
    pub is_joined: bool,
}

/// The figures of one region, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// Whose they are.
    pub region: RegionIx,
    /// The figures.
    pub points: Vec<TrendPoint>,
}

/// One indicator over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The periods for which somebody in sight reports a number, the earliest first.
    pub periods: Vec<PeriodIx>,
    /// The line of the whole, where it may stand on the axis of its parts: for percentages, or
    /// where no part has a number.
    pub whole: Option<TrendLine>,
    /// Cities with a number for some period, in official order.
    pub lines: Vec<TrendLine>,
    /// Cities without one.
    pub missing: Vec<RegionIx>,
}

impl Trend {
    /// The whole's line and those of the cities.
    pub fn all(&self) -> impl Iterator<Item = &TrendLine> {
        self.whole.iter().chain(&self.lines)
    }

    /// How many cities have numbers for more than one period.
    #[must_use]
    pub fn several(&self) -> usize {
        self.lines.iter().filter(|it| it.points.len() > 1).count()
    }
}

/// The numbers of `indicator` for all periods, of the cities in sight and what holds them.
#[must_use]
pub fn trend(data: &Dataset, indicator: IndicatorIx) -> Trend {
    let is_number = |period: &PeriodIx| {
        let mut regions = data.cities().iter().copied().chain([data.root()]);
        regions.any(|region| {
            let mut series = data.series(region, indicator);
            series.any(|(_, it)| it.period == *period && it.number().is_some())
        })
    };
    let periods: Vec<PeriodIx> = data.periods_of(indicator).into_iter().filter(is_number).collect();
    let lines: Vec<TrendLine> =
        data.cities().iter().map(|city| line(data, indicator, *city, &periods)).collect();
    let (lines, without): (Vec<_>, Vec<_>) =
        lines.into_iter().partition(|it| !it.points.is_empty());
    let is_rate = data.unit_of(indicator).is_some_and(|it| it.kind == UnitKind::Percent);
    let whole = Some(line(data, indicator, data.root(), &periods));
    let whole = whole.filter(|it| !it.points.is_empty() && (is_rate || lines.is_empty()));
    let missing = without.into_iter().map(|it| it.region).collect();
    Trend { indicator, periods, whole, lines, missing }
}

fn line(
    data: &Dataset,
    indicator: IndicatorIx,
    region: RegionIx,
    periods: &[PeriodIx],
) -> TrendLine {
    let mut points: Vec<TrendPoint> = Vec::new();
    let mut before = None;
    for (figure, about) in data.series(region, indicator) {
        let at = periods.iter().position(|it| *it == about.period);
        let (Some(at), Some(value)) = (at, about.number()) else { continue };
        let is_changed = before.is_some_and(|it: &crate::model::Observation| {
            difference(it, about).is_some() || it.note != about.note
        });
        let is_joined = points.last().is_some_and(|it| it.at + 1 == at);
        points.push(TrendPoint { at, figure, value, is_changed, is_joined });
        before = Some(about);
    }
    TrendLine { region, points }
}

#[cfg(test)]
mod tests {
    use super::{Trend, TrendLine, trend};
    use crate::analysis::fixture;

    fn of(indicator: &str) -> (Trend, Vec<String>) {
        let data = fixture::years();
        let trend = trend(&data, data.indicator_by_id(indicator).unwrap());
        let ids = trend.periods.iter().map(|it| data.period(*it).unwrap().id.clone()).collect();
        (trend, ids)
    }

    fn joints(line: &TrendLine) -> Vec<(usize, bool)> {
        line.points.iter().map(|it| (it.at, it.is_joined)).collect()
    }

    #[test]
    fn gaps_are_gaps_and_never_zero() {
        let (trend, periods) = of("jobs");
        assert_eq!(periods, ["2019", "2020", "2021", "2022", "2023"]);
        let yi = joints(&trend.lines[1]);
        assert_eq!(yi, [(0, false), (1, true), (3, false), (4, true)]);
        assert_eq!(joints(&trend.lines[2]), [(2, false), (4, false)], "points alone");
        assert!(trend.all().flat_map(|it| &it.points).all(|it| it.value > 0.0));
        assert_eq!((trend.missing.len(), trend.several()), (1, 3));
    }

    #[test]
    fn a_changed_remark_is_marked_where_it_changes() {
        let (trend, _) = of("jobs");
        let changed: Vec<usize> =
            trend.lines[0].points.iter().filter(|it| it.is_changed).map(|it| it.at).collect();
        assert_eq!(changed, [3], "and not where it stays");
    }

    #[test]
    fn the_whole_stands_among_its_parts_only_as_a_rate() {
        assert!(of("jobs").0.whole.is_none());
        let (rate, periods) = of("rate");
        assert!(rate.whole.is_some());
        assert_eq!(periods, ["2020", "2022", "2023"], "periods that nobody reports are left out");
    }
}
