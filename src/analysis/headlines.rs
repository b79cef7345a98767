//! A region's headline figures: one number a theme, chosen by rule, so that no data set needs a
//! list of its own.

use std::cmp::Reverse;

use crate::model::{Dataset, IndicatorIx, Observation, ObservationIx, RegionIx, Status, UnitKind};

/// The most headline figures of one region.
pub const MOST_HEADLINES: usize = 8;

/// A number that stands for its theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The figure.
    pub figure: ObservationIx,
    /// How much of a plan it completes, where that is reported: the figure that holds the rate.
    pub completion: Option<ObservationIx>,
}

/// One number of `region` under each theme, in the order of themes, background left out.
///
/// A number that was planned for comes first, then the total that cities are parts of, then the one
/// that more cities report, then money, then the one listed first in the file.
#[must_use]
pub fn headlines(data: &Dataset, region: RegionIx) -> Vec<Headline> {
    let themes = data.themes().iter().enumerate().filter(|(_, theme)| !theme.is_context);
    themes
        .filter_map(|(theme, _)| {
            data.figures_of_region(region)
                .filter(|(_, figure)| stands_for(data, figure, theme))
                .max_by_key(|(ix, figure)| weight(data, *ix, figure))
                .map(|(ix, figure)| Headline {
                    figure: ix,
                    completion: completion(data, region, figure.indicator),
                })
        })
        .take(MOST_HEADLINES)
        .collect()
}

fn stands_for(data: &Dataset, figure: &Observation, theme: usize) -> bool {
    let is_number = figure.number().is_some() && figure.status != Status::NotApplicable;
    is_number
        && data
            .indicator(figure.indicator)
            .is_some_and(|it| it.theme.at() == theme && it.completion_of.is_none())
}

fn weight(
    data: &Dataset,
    ix: ObservationIx,
    figure: &Observation,
) -> (bool, bool, usize, bool, Reverse<ObservationIx>) {
    let is_money = data.unit_of(figure.indicator).is_some_and(|it| it.kind == UnitKind::Money);
    (
        completion(data, figure.region, figure.indicator).is_some(),
        data.parts_of(ix).next().is_some(),
        data.reporting_cities(figure.indicator),
        is_money,
        Reverse(ix),
    )
}

/// The region's completion rate of the plan for `indicator`.
fn completion(data: &Dataset, region: RegionIx, indicator: IndicatorIx) -> Option<ObservationIx> {
    data.figures_of_region(region)
        .find(|(_, figure)| {
            let measured = data.indicator(figure.indicator).and_then(|it| it.completion_of);
            measured == Some(indicator) && figure.number().is_some()
        })
        .map(|(ix, _)| ix)
}

#[cfg(test)]
mod tests {
    use super::{MOST_HEADLINES, headlines};
    use crate::{analysis::fixture, model::ThemeIx};

    #[test]
    fn there_is_at_most_one_number_a_theme_and_no_background() {
        let data = fixture::dataset();
        let found = headlines(&data, fixture::ROOT);
        assert!(found.len() <= MOST_HEADLINES);
        let themes: Vec<ThemeIx> = found
            .iter()
            .map(|it| data.observation(it.figure).unwrap().indicator)
            .map(|it| data.indicator(it).unwrap().theme)
            .collect();
        assert_eq!(themes, [ThemeIx(0)]);
    }

    #[test]
    fn a_total_that_cities_are_parts_of_comes_before_what_stands_alone() {
        let data = fixture::dataset();
        let found = headlines(&data, fixture::ROOT);
        let figure = data.observation(found[0].figure).unwrap();
        assert_eq!(figure.indicator, fixture::STATIONS);
    }

    #[test]
    fn a_region_without_numbers_has_no_headlines() {
        let data = fixture::dataset();
        assert!(headlines(&data, crate::model::RegionIx(99)).is_empty());
    }
}
