//! The city list: each city with rank and value in the order asked for.

use crate::{
    analysis::{self, Order},
    figure::words,
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, RegionIx, Value},
    state::ViewState,
};

/// One row of the city list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// The city.
    pub region: RegionIx,
    /// Its rank, or a dot.
    pub rank: String,
    /// Its name.
    pub name: String,
    /// Value or "not reported".
    pub value: String,
    /// The bar beside it.
    pub fraction: Option<f32>,
    /// Whether it reports the indicator.
    pub is_reported: bool,
}

/// The province's row and the cities' rows.
pub(super) fn list(
    data: &Dataset,
    state: &ViewState,
    indicator: Option<IndicatorIx>,
    t: &Texts,
) -> (Option<ListRow>, Vec<ListRow>) {
    let name = |region| words::region(data, region, t).to_owned();
    let Some(indicator) = indicator else {
        return (None, Vec::new());
    };
    let ranking = analysis::ranking(data, indicator, state.order, state.is_per_residents);
    let largest = ranking.figures.iter().map(|it| it.value).fold(0.0, f64::max);
    let row = |region: RegionIx, ranked: Option<&analysis::RankedFigure>| {
        let figure = data.figure(region, indicator).map(|(_, figure)| figure);
        let value = match (figure, ranked) {
            (Some(figure), Some(ranked)) if ranking.is_per_residents => {
                format!(
                    "{}{}",
                    number::sign(figure.qualifier),
                    words::per_residents(ranked.value, t)
                )
            }
            (Some(figure), _) if matches!(figure.value, Value::Fact(_)) => t.tile_fact().to_owned(),
            (Some(figure), _) => words::value(data, figure, t),
            (None, _) => t.not_reported().to_owned(),
        };
        ListRow {
            region,
            rank: ranked.map_or_else(|| "·".to_owned(), |it| it.rank.to_string()),
            name: name(region),
            value,
            fraction: ranked.filter(|_| largest > 0.0).map(|it| (it.value / largest) as f32),
            is_reported: figure.is_some(),
        }
    };
    let root = ListRow { rank: String::new(), ..row(data.root(), None) };
    let cities = match state.order {
        // By value: those with a number, those with words, those without, each in its order.
        Order::Value => ranking
            .figures
            .iter()
            .map(|it| it.region)
            .chain(ranking.facts.iter().map(|(region, _)| *region))
            .chain(ranking.not_applicable.iter().copied())
            .chain(ranking.not_reported.iter().copied())
            .collect(),
        order => analysis::cities_in_order(data, order),
    };
    let rows = cities
        .into_iter()
        .map(|city: RegionIx| row(city, ranking.figures.iter().find(|it| it.region == city)))
        .collect();
    (Some(root), rows)
}
