//! Coverage: which city reports which indicator, and how many highlights it has under each theme.

use crate::model::{Dataset, IndicatorIx, ObservationIx, RegionIx, ThemeIx};

/// The coverage of a whole data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The cities, in official order: the columns of the matrix.
    pub cities: Vec<RegionIx>,
    /// Indicators that at least one city reports, grouped by theme, the best covered first.
    pub rows: Vec<CoverageRow>,
    /// Highlights by theme (rows) and city (columns).
    pub highlights: Vec<(ThemeIx, Vec<usize>)>,
}

/// One indicator across the cities.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRow {
    /// Its theme.
    pub theme: ThemeIx,
    /// The indicator.
    pub indicator: IndicatorIx,
    /// A figure a city, in the order of the cities; `None` means not reported.
    pub figures: Vec<Option<ObservationIx>>,
}

impl CoverageRow {
    /// How many cities report it.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.figures.iter().flatten().count()
    }
}

/// Builds the matrix.
#[must_use]
pub fn coverage(data: &Dataset) -> Coverage {
    let cities = data.cities().to_vec();
    let mut rows: Vec<CoverageRow> = data
        .indicators()
        .map(|(ix, indicator)| CoverageRow {
            theme: indicator.theme,
            indicator: ix,
            figures: cities.iter().map(|city| data.figure(*city, ix).map(|(f, _)| f)).collect(),
        })
        .filter(|row| row.reported() > 0)
        .collect();
    rows.sort_by_key(|row| (row.theme, std::cmp::Reverse(row.reported())));
    let highlights = (0..data.themes().len())
        .map(ThemeIx::from)
        .map(|theme| (theme, cities.iter().map(|city| count(data, *city, theme)).collect()))
        .filter(|(_, counts): &(_, Vec<usize>)| counts.iter().any(|count| *count > 0))
        .collect();
    Coverage { cities, rows, highlights }
}

fn count(data: &Dataset, city: RegionIx, theme: ThemeIx) -> usize {
    data.highlights_of(city).filter(|(_, highlight)| highlight.theme == theme).count()
}

#[cfg(test)]
mod tests {
    use super::coverage;
    use crate::analysis::fixture;

    #[test]
    fn every_row_has_a_cell_for_every_city() {
        let matrix = coverage(&fixture::dataset());
        assert!(matrix.rows.iter().all(|row| row.figures.len() == matrix.cities.len()));
        let rate = matrix.rows.iter().find(|row| row.indicator == fixture::RATE).unwrap();
        assert_eq!(rate.reported(), 1);
        assert!(rate.figures[0].is_some() && rate.figures[1].is_none());
    }
}
