//! Cities in the order of one indicator, with those that do not report it named, never dropped.

use serde::{Deserialize, Serialize};

use crate::model::{Dataset, IndicatorIx, ObservationIx, RegionIx, Text, UnitKind, Value};

/// The order of cities in a list or a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Order {
    /// Largest value first; cities without a value after the rest.
    #[default]
    Value,
    /// By name; ids are pinyin, so this is the pinyin order in Chinese and the alphabet in English.
    Name,
    /// The official order of the file.
    Official,
}

/// A city with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedFigure {
    /// Whose it is.
    pub region: RegionIx,
    /// The figure.
    pub figure: ObservationIx,
    /// The number in base units, or per 10,000 residents.
    pub value: f64,
    /// Competition rank from 1: cities with equal values share the better one.
    pub rank: usize,
}

/// A city's figure of a related indicator, which must be shown apart.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedFigure {
    /// Whose it is.
    pub region: RegionIx,
    /// The figure.
    pub figure: ObservationIx,
    /// Its own indicator.
    pub indicator: IndicatorIx,
    /// The number, where its unit is the ranked indicator's, so that it can stand on the same axis.
    pub value: Option<f64>,
    /// What differs.
    pub reason: Text,
}

/// One indicator across the cities.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Cities with a number, in the order asked for.
    pub figures: Vec<RankedFigure>,
    /// Cities with a fact in words, in the order asked for.
    pub facts: Vec<(RegionIx, ObservationIx)>,
    /// Figures of related indicators, of cities that do not report the indicator itself.
    pub related: Vec<RelatedFigure>,
    /// Cities that do not report it.
    pub not_reported: Vec<RegionIx>,
    /// Cities it does not apply to.
    pub not_applicable: Vec<RegionIx>,
    /// The whole's own figure, if it reports one.
    pub whole: Option<ObservationIx>,
    /// The whole's value as a reference line, where one means something: rates and values per
    /// 10,000 residents, not counts.
    pub reference: Option<f64>,
    /// Whether values are per 10,000 residents.
    pub is_per_residents: bool,
}

/// `value` per 10,000 residents of `region`; `None` without a figure of residents.
#[must_use]
pub fn per_10k_residents(data: &Dataset, region: RegionIx, value: f64) -> Option<f64> {
    let residents = data.figure(region, data.residents()?)?.1.number()?;
    (residents > 0.0).then(|| value / residents * 10_000.0)
}

/// Orders the cities by `indicator`.
///
/// `is_per_residents` asks for values per 10,000 residents; it is heeded only where the indicator
/// allows it and the data set has residents.
#[must_use]
pub fn ranking(
    data: &Dataset,
    indicator: IndicatorIx,
    order: Order,
    is_per_residents: bool,
) -> Ranking {
    let about = data.indicator(indicator);
    let allowed = about.is_some_and(|it| it.per_residents) && data.residents().is_some();
    let is_per_residents = is_per_residents && allowed;
    let scale = |region, value| {
        if is_per_residents { per_10k_residents(data, region, value) } else { Some(value) }
    };
    let whole = data.figure(data.root(), indicator);
    let is_rate = data.unit_of(indicator).is_some_and(|unit| unit.kind == UnitKind::Percent);
    let reference = whole
        .and_then(|(_, figure)| figure.number())
        .filter(|_| is_rate || is_per_residents)
        .and_then(|value| scale(data.root(), value));
    let mut result = Ranking {
        indicator,
        figures: Vec::new(),
        facts: Vec::new(),
        related: related(data, indicator),
        not_reported: Vec::new(),
        not_applicable: Vec::new(),
        whole: whole.map(|(ix, _)| ix),
        reference,
        is_per_residents,
    };
    for &city in &cities_in_order(data, order) {
        match data.figure(city, indicator) {
            None => result.not_reported.push(city),
            Some((ix, figure)) => match &figure.value {
                Value::NotApplicable => result.not_applicable.push(city),
                Value::Fact(_) => result.facts.push((city, ix)),
                Value::Number(value) => match scale(city, *value) {
                    Some(value) => {
                        let figure = RankedFigure { region: city, figure: ix, value, rank: 0 };
                        result.figures.push(figure);
                    }
                    None => result.not_reported.push(city),
                },
            },
        }
    }
    rank(&mut result.figures, order);
    result
}

fn rank(figures: &mut [RankedFigure], order: Order) {
    let values: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
    for figure in figures.iter_mut() {
        figure.rank = 1 + values.iter().filter(|value| **value > figure.value).count();
    }
    if order == Order::Value {
        figures.sort_by_key(|figure| figure.rank);
    }
}

/// The cities by name or in official order; by value only a ranking can tell.
#[must_use]
pub fn cities_in_order(data: &Dataset, order: Order) -> Vec<RegionIx> {
    let mut cities = data.cities().to_vec();
    if order == Order::Name {
        cities.sort_by_key(|city| data.region(*city).map(|region| region.id.clone()));
    }
    cities
}

fn related(data: &Dataset, indicator: IndicatorIx) -> Vec<RelatedFigure> {
    let mut found = Vec::new();
    for (other, reason) in data.related(indicator) {
        let is_same_measure = data.is_same_measure(indicator, other);
        for (ix, figure) in data.figures_of_indicator(other) {
            // A near match stands in for what is missing; who reports the thing itself needs none.
            let has_own = data.figure(figure.region, indicator).is_some();
            if has_own || figure.region == data.root() || figure.value == Value::NotApplicable {
                continue;
            }
            found.push(RelatedFigure {
                region: figure.region,
                figure: ix,
                indicator: other,
                value: figure.number().filter(|_| is_same_measure),
                reason: reason.clone(),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Order, ranking};
    use crate::analysis::fixture;

    #[test]
    fn cities_without_a_figure_are_named_and_never_zero() {
        let data = fixture::dataset();
        let ranking = ranking(&data, fixture::RATE, Order::Value, false);
        assert_eq!(ranking.figures.len(), 1);
        assert_eq!(ranking.not_reported, [fixture::B, fixture::C]);
        assert!(ranking.figures.iter().all(|figure| figure.value > 0.0));
    }

    #[test]
    fn related_figures_stand_apart() {
        let data = fixture::dataset();
        let ranking = ranking(&data, fixture::RATE, Order::Value, false);
        assert_eq!(ranking.related.len(), 1);
        assert_eq!(ranking.related[0].region, fixture::B);
        assert_eq!(ranking.related[0].value, Some(73.08));
    }

    #[test]
    fn largest_comes_first_and_equals_share_a_rank() {
        let data = fixture::dataset();
        let ranking = ranking(&data, fixture::STATIONS, Order::Value, false);
        let ranks: Vec<_> = ranking.figures.iter().map(|f| (f.region, f.rank)).collect();
        assert_eq!(ranks, [(fixture::B, 1), (fixture::A, 2), (fixture::C, 2)]);
    }

    #[test]
    fn per_residents_divides_by_each_citys_own_residents() {
        let data = fixture::dataset();
        let ranking = ranking(&data, fixture::STATIONS, Order::Official, true);
        let values: Vec<_> = ranking.figures.iter().map(|figure| figure.value).collect();
        assert_eq!(values, [0.1, 0.1, 0.5]);
        assert!(ranking.is_per_residents);
    }

    #[test]
    fn counts_have_no_provincial_reference_line_but_rates_do() {
        let data = fixture::dataset();
        assert_eq!(ranking(&data, fixture::STATIONS, Order::Value, false).reference, None);
        assert_eq!(ranking(&data, fixture::RATE, Order::Value, false).reference, Some(70.0));
    }
}
