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

impl Coverage {
    /// Figures by theme (rows) and city (columns), for the themes under which there is any.
    #[must_use]
    pub fn by_theme(&self) -> Vec<(ThemeIx, Vec<usize>)> {
        let mut themes: Vec<(ThemeIx, Vec<usize>)> = Vec::new();
        for row in &self.rows {
            if themes.last().is_none_or(|(theme, _)| *theme != row.theme) {
                themes.push((row.theme, vec![0; self.cities.len()]));
            }
            if let Some((_, counts)) = themes.last_mut() {
                for (count, figure) in counts.iter_mut().zip(&row.figures) {
                    *count += usize::from(figure.is_some());
                }
            }
        }
        themes
    }
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
    fn every_figure_counts_once_under_its_theme() {
        let matrix = coverage(&fixture::dataset());
        let themes = matrix.by_theme();
        for (at, _) in matrix.cities.iter().enumerate() {
            let counted: usize = themes.iter().map(|(_, counts)| counts[at]).sum();
            let figures = matrix.rows.iter().filter(|row| row.figures[at].is_some()).count();
            assert_eq!(counted, figures);
        }
        assert!(themes.windows(2).all(|pair| pair[0].0 < pair[1].0), "each theme once, in order");
    }

    #[test]
    fn every_row_has_a_cell_for_every_city() {
        let matrix = coverage(&fixture::dataset());
        assert!(matrix.rows.iter().all(|row| row.figures.len() == matrix.cities.len()));
        let rate = matrix.rows.iter().find(|row| row.indicator == fixture::RATE).unwrap();
        assert_eq!(rate.reported(), 1);
        assert!(rate.figures[0].is_some() && rate.figures[1].is_none());
    }
}
