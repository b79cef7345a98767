//! The order in which a region's figures are read.

use crate::model::{Dataset, ObservationIx, RegionIx};

/// Everything that `region` reports, theme by theme, within a theme in the file's order.
#[must_use]
pub fn figures_by_theme(data: &Dataset, region: RegionIx) -> Vec<ObservationIx> {
    let mut figures: Vec<_> = data
        .figures_of_region(region)
        .map(|(ix, it)| (data.indicator(it.indicator).map(|about| about.theme), ix))
        .collect();
    figures.sort_unstable();
    figures.into_iter().map(|(_, ix)| ix).collect()
}

#[cfg(test)]
mod tests {
    use super::figures_by_theme;
    use crate::analysis::fixture;

    #[test]
    fn every_figure_of_the_region_stands_once_and_background_last() {
        let data = fixture::dataset();
        let figures = figures_by_theme(&data, fixture::A);
        assert_eq!(figures.len(), data.figures_of_region(fixture::A).count());
        let last = figures.last().and_then(|ix| data.observation(*ix)).unwrap();
        assert_eq!(last.indicator, fixture::RESIDENTS);
    }
}
