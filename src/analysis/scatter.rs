//! Two indicators across the cities: who reports both, who lacks one, and what pairs up at all.

use super::{Order, cities_in_order, ranking::per_10k_residents};
use crate::model::{
    Dataset, IndicatorIx, Measure, Observation, ObservationIx, PeriodIx, RegionIx, Status,
};

/// So many cities must report both indicators; two points always lie on a line and say nothing.
pub const LEAST_POINTS: usize = 3;

/// How much of an axis may be empty between one city and the rest before it is worth a word.
const FAR_OUT: f64 = 0.6;

/// One of the two directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Across.
    X,
    /// Upward.
    Y,
}

impl Axis {
    /// Both, across first.
    pub const ALL: [Self; 2] = [Self::X, Self::Y];
}

/// A number of one city on one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinate {
    /// The figure.
    pub figure: ObservationIx,
    /// The number in base units, or per 10,000 residents.
    pub value: f64,
}

/// A city that reports both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterPoint {
    /// The city.
    pub region: RegionIx,
    /// Its figure across.
    pub x: Coordinate,
    /// Its figure upward.
    pub y: Coordinate,
}

impl ScatterPoint {
    /// The figure on `axis`.
    #[must_use]
    pub const fn on(&self, axis: Axis) -> Coordinate {
        match axis {
            Axis::X => self.x,
            Axis::Y => self.y,
        }
    }
}

/// Two indicators across the cities.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// The indicators across and upward.
    pub indicators: [IndicatorIx; 2],
    /// Whether values across and upward are per 10,000 residents.
    pub per_residents: [bool; 2],
    /// Cities with both numbers.
    pub points: Vec<ScatterPoint>,
    /// Cities that report only the indicator across.
    pub only_x: Vec<(RegionIx, Coordinate)>,
    /// Cities that report only the indicator upward.
    pub only_y: Vec<(RegionIx, Coordinate)>,
    /// Cities that report neither.
    pub neither: Vec<RegionIx>,
    /// Cities that at least one of the two does not apply to.
    pub not_applicable: Vec<RegionIx>,
}

impl Scatter {
    /// The periods of the points' figures on `axis`, each once, with the cities they are of.
    #[must_use]
    pub fn periods(&self, data: &Dataset, axis: Axis) -> Vec<(PeriodIx, Vec<RegionIx>)> {
        let mut periods: Vec<(PeriodIx, Vec<RegionIx>)> = Vec::new();
        for (region, figure) in self.figures(data, axis) {
            match periods.iter_mut().find(|(period, _)| *period == figure.period) {
                Some((_, regions)) => regions.push(region),
                None => periods.push((figure.period, vec![region])),
            }
        }
        periods
    }

    /// Whether all figures of all points speak of one period.
    #[must_use]
    pub fn is_one_period(&self, data: &Dataset) -> bool {
        match (self.periods(data, Axis::X).as_slice(), self.periods(data, Axis::Y).as_slice()) {
            ([(x, _)], [(y, _)]) => x == y,
            _ => false,
        }
    }

    /// The cities whose number on `axis` was rounded by its source.
    #[must_use]
    pub fn rounded(&self, data: &Dataset, axis: Axis) -> Vec<RegionIx> {
        self.cities_where(data, axis, |figure| figure.qualifier.is_rounded())
    }

    /// The cities whose number on `axis` was worked out, not printed.
    #[must_use]
    pub fn derived(&self, data: &Dataset, axis: Axis) -> Vec<RegionIx> {
        self.cities_where(data, axis, |figure| figure.status == Status::Derived)
    }

    /// The one city that lies so far from the rest on `axis` that the rest is squeezed together.
    #[must_use]
    pub fn far_out(&self, axis: Axis) -> Option<RegionIx> {
        let mut points: Vec<(f64, RegionIx)> =
            self.points.iter().map(|point| (point.on(axis).value, point.region)).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        // With three points each is far from the others.
        let [lowest, low, .., high, highest] = points.as_slice() else { return None };
        let most = (highest.0 - lowest.0) * FAR_OUT;
        if most <= 0.0 {
            None
        } else if highest.0 - high.0 > most {
            Some(highest.1)
        } else if low.0 - lowest.0 > most {
            Some(lowest.1)
        } else {
            None
        }
    }

    fn cities_where(
        &self,
        data: &Dataset,
        axis: Axis,
        is_wanted: fn(&Observation) -> bool,
    ) -> Vec<RegionIx> {
        let figures = self.figures(data, axis);
        figures.filter(|(_, figure)| is_wanted(figure)).map(|(region, _)| region).collect()
    }

    fn figures<'a>(
        &'a self,
        data: &'a Dataset,
        axis: Axis,
    ) -> impl Iterator<Item = (RegionIx, &'a Observation)> {
        self.points
            .iter()
            .filter_map(move |point| Some((point.region, data.observation(point.on(axis).figure)?)))
    }
}

/// Sets `x` against `y` across the cities.
///
/// `order` is the order in which the cities are read: by value means by the value across, the
/// largest first. `is_per_residents` is heeded on each axis whose indicator allows it.
#[must_use]
pub fn scatter(
    data: &Dataset,
    [x, y]: [IndicatorIx; 2],
    order: Order,
    is_per_residents: bool,
) -> Scatter {
    let scaled = |ix| is_per_residents && allows_per_residents(data, ix);
    let mut result = Scatter {
        indicators: [x, y],
        per_residents: [scaled(x), scaled(y)],
        points: Vec::new(),
        only_x: Vec::new(),
        only_y: Vec::new(),
        neither: Vec::new(),
        not_applicable: Vec::new(),
    };
    let [x_scaled, y_scaled] = result.per_residents;
    for region in cities_in_order(data, order) {
        let is_applicable = |indicator| {
            data.figure(region, indicator)
                .is_none_or(|(_, figure)| figure.status != Status::NotApplicable)
        };
        if !is_applicable(x) || !is_applicable(y) {
            result.not_applicable.push(region);
            continue;
        }
        match (coordinate(data, region, x, x_scaled), coordinate(data, region, y, y_scaled)) {
            (Some(x), Some(y)) => result.points.push(ScatterPoint { region, x, y }),
            (Some(x), None) => result.only_x.push((region, x)),
            (None, Some(y)) => result.only_y.push((region, y)),
            (None, None) => result.neither.push(region),
        }
    }
    if order == Order::Value {
        result.points.sort_by(|a, b| b.x.value.total_cmp(&a.x.value));
        for only in [&mut result.only_x, &mut result.only_y] {
            only.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
        }
    }
    result
}

fn coordinate(
    data: &Dataset,
    region: RegionIx,
    indicator: IndicatorIx,
    is_per_residents: bool,
) -> Option<Coordinate> {
    let (figure, about) = data.figure(region, indicator)?;
    let value = about.number()?;
    let value = if is_per_residents { per_10k_residents(data, region, value)? } else { value };
    Some(Coordinate { figure, value })
}

/// Whether the indicator's values may be shown per 10,000 residents.
#[must_use]
pub fn allows_per_residents(data: &Dataset, indicator: IndicatorIx) -> bool {
    data.indicator(indicator).is_some_and(|it| it.per_residents) && data.residents().is_some()
}

/// Whether the indicator is stated in words, so that it has no place on an axis.
#[must_use]
pub fn is_fact(data: &Dataset, indicator: IndicatorIx) -> bool {
    data.indicator(indicator).is_some_and(|it| it.measure == Measure::Fact)
}

/// How many cities report a number of both indicators.
#[must_use]
pub fn common_cities(data: &Dataset, x: IndicatorIx, y: IndicatorIx) -> usize {
    let is_number = |region, indicator| {
        data.figure(region, indicator).is_some_and(|(_, figure)| figure.number().is_some())
    };
    data.cities().iter().filter(|city| is_number(**city, x) && is_number(**city, y)).count()
}

/// Whether a scatter plot of the two is possible.
#[must_use]
pub fn pairs_up(data: &Dataset, x: IndicatorIx, y: IndicatorIx) -> bool {
    x != y && common_cities(data, x, y) >= LEAST_POINTS
}

/// The indicators that `indicator` can be plotted against: residents first, then those that measure
/// something else, then those that most cities report.
#[must_use]
pub fn partners(data: &Dataset, indicator: IndicatorIx) -> Vec<IndicatorIx> {
    let mut found: Vec<(usize, IndicatorIx)> = data
        .indicators()
        .map(|(other, _)| (common_cities(data, indicator, other), other))
        .filter(|(common, other)| *other != indicator && *common >= LEAST_POINTS)
        .collect();
    let is_other = |ix| Some(ix) != data.residents();
    found.sort_by_key(|(common, ix)| {
        let is_alike = data.is_same_measure(indicator, *ix);
        (is_other(*ix), is_alike, std::cmp::Reverse(*common), *ix)
    });
    found.into_iter().map(|(_, ix)| ix).collect()
}

/// All pairs of indicators that can be plotted, each once: those that most cities report first.
#[must_use]
pub fn pairs(data: &Dataset) -> Vec<[IndicatorIx; 2]> {
    let numbers: Vec<IndicatorIx> = data
        .indicators()
        .map(|(ix, _)| ix)
        .filter(|ix| common_cities(data, *ix, *ix) >= LEAST_POINTS)
        .collect();
    let mut pairs = Vec::new();
    for (at, &x) in numbers.iter().enumerate() {
        for &y in numbers.iter().skip(at + 1) {
            let common = common_cities(data, x, y);
            if common >= LEAST_POINTS {
                pairs.push((common, [x, y]));
            }
        }
    }
    pairs.sort_by_key(|(common, pair)| (std::cmp::Reverse(*common), *pair));
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The pairs that say something unasked, each once: what regions report against each other, and
/// everything against the number of residents. Residents lie across.
#[must_use]
pub fn telling_pairs(data: &Dataset) -> Vec<[IndicatorIx; 2]> {
    let is_context = |ix: IndicatorIx| {
        let theme = data.indicator(ix).and_then(|it| data.theme(it.theme));
        theme.is_some_and(|theme| theme.is_context)
    };
    let residents = data.residents();
    pairs(data)
        .into_iter()
        .filter_map(|[x, y]| match residents {
            Some(it) if it == x => Some([x, y]),
            Some(it) if it == y => Some([y, x]),
            _ => (!is_context(x) && !is_context(y)).then_some([x, y]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Axis, LEAST_POINTS, pairs, pairs_up, partners, scatter, telling_pairs};
    use crate::{
        analysis::{Order, fixture},
        load,
    };

    #[test]
    fn every_city_stands_in_exactly_one_group_and_points_have_both_numbers() {
        let data = fixture::dataset();
        for (x, _) in data.indicators() {
            for (y, _) in data.indicators() {
                let scatter = scatter(&data, [x, y], Order::Official, false);
                let mut cities: Vec<_> = scatter.points.iter().map(|point| point.region).collect();
                cities.extend(scatter.only_x.iter().chain(&scatter.only_y).map(|(city, _)| *city));
                cities.extend(scatter.neither.iter().chain(&scatter.not_applicable));
                cities.sort_unstable();
                assert_eq!(cities, data.cities());
                for point in scatter.points {
                    let number = |ix| data.figure(point.region, ix).unwrap().1.number().unwrap();
                    assert_eq!((point.x.value, point.y.value), (number(x), number(y)));
                }
            }
        }
    }

    #[test]
    fn cities_that_lack_one_are_told_apart_by_what_they_lack() {
        let data = fixture::dataset();
        let asked = [fixture::STATIONS, fixture::SERVICES];
        let scatter = scatter(&data, asked, Order::Official, false);
        assert_eq!(scatter.points.len(), 2);
        assert_eq!(scatter.only_x.iter().map(|it| it.0).collect::<Vec<_>>(), [fixture::C]);
        assert!(scatter.only_y.is_empty() && scatter.neither.is_empty());
        assert!(!pairs_up(&data, asked[0], asked[1]), "two cities are too few");
    }

    #[test]
    fn each_axis_is_per_residents_only_where_its_indicator_allows_it() {
        let data = fixture::dataset();
        let asked = [fixture::RESIDENTS, fixture::STATIONS];
        let scatter = scatter(&data, asked, Order::Official, true);
        assert_eq!(scatter.per_residents, [false, true]);
        let values: Vec<_> = scatter.points.iter().map(|it| (it.x.value, it.y.value)).collect();
        assert_eq!(values, [(1e6, 0.1), (2e6, 0.1), (2e5, 0.5)]);
    }

    #[test]
    fn only_what_enough_cities_report_pairs_up() {
        let data = fixture::dataset();
        assert_eq!(pairs(&data), [[fixture::STATIONS, fixture::RESIDENTS]]);
        assert_eq!(telling_pairs(&data), [[fixture::RESIDENTS, fixture::STATIONS]]);
        assert_eq!(partners(&data, fixture::STATIONS), [fixture::RESIDENTS]);
        assert!(partners(&data, fixture::RATE).is_empty());
        assert_eq!(LEAST_POINTS, 3);
    }

    #[test]
    fn periods_and_cities_far_from_the_rest_are_noticed() {
        let data = load::embedded().unwrap();
        let ix = |id| data.indicator_by_id(id).unwrap();
        let asked = [ix("resident_population"), ix("land_area")];
        let scatter = scatter(&data, asked, Order::Value, false);
        assert_eq!(scatter.points.len(), 11);
        assert!(!scatter.is_one_period(&data), "land was measured long before");
        assert_eq!(scatter.periods(&data, Axis::X).len(), 1);
        assert_eq!(scatter.far_out(Axis::X), None);
        let first = scatter.points[0].region;
        assert_eq!(data.region(first).unwrap().id, "hangzhou", "the largest is read first");

        let mut far = scatter.clone();
        far.points[0].x.value *= 10.0;
        assert_eq!(far.far_out(Axis::X), Some(first));
        far.points.truncate(3);
        assert_eq!(far.far_out(Axis::X), None, "of three points none is the odd one out");
    }
}
