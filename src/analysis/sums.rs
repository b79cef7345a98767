//! Wholes that are smaller than their parts together, across levels.

use crate::model::{Dataset, Observation, ObservationIx, Qualifier, RegionIx, UnitKind};

/// A figure that is smaller than those of all its region's parts together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Excess {
    /// The figure of the whole.
    pub whole: ObservationIx,
    /// How many parts its region has.
    pub parts: usize,
    /// The least that they say together, in base units.
    pub sum: f64,
}

/// Where a region and all of its parts report the same count for the same period, and the parts are
/// more than the whole by more than rounding explains; in the file's order.
#[must_use]
pub fn excesses(data: &Dataset) -> Vec<Excess> {
    let data = &data.unseen();
    let mut found = Vec::new();
    for region in (0..data.regions().len()).map(RegionIx::from) {
        let parts = data.children(region);
        if parts.is_empty() {
            continue;
        }
        let figures = data.figures_of_region(region);
        found.extend(figures.filter_map(|(ix, figure)| excess(data, &parts, ix, figure)));
    }
    found.sort_by_key(|it| it.whole);
    found
}

fn excess(
    data: &Dataset,
    parts: &[RegionIx],
    whole: ObservationIx,
    figure: &Observation,
) -> Option<Excess> {
    let kind = data.unit_of(figure.indicator)?.kind;
    let adds_up = matches!(kind, UnitKind::Count | UnitKind::Money | UnitKind::Area);
    // How much “more than” or “about” may be is not known.
    let is_bounded = !matches!(figure.qualifier, Qualifier::MoreThan | Qualifier::About);
    if !adds_up || !is_bounded {
        return None;
    }
    let mut sum = 0.0;
    for part in parts {
        let mut series = data.series(*part, figure.indicator);
        let (_, part) = series.find(|(_, it)| it.period == figure.period)?;
        // A remark on one of them says that it counts something else.
        if part.care.is_some() {
            return None;
        }
        let value = part.number()?;
        sum += match part.qualifier {
            Qualifier::Exact | Qualifier::Reached | Qualifier::MoreThan => value - rounding(part),
            Qualifier::About | Qualifier::Nearly => 0.0,
        };
    }
    let most = figure.number()? + rounding(figure);
    (sum > most * (1.0 + 1e-12)).then_some(Excess { whole, parts: parts.len(), sum })
}

/// Half of the last digit that is printed of a figure, in base units: 500 for 1.2万.
fn rounding(figure: &Observation) -> f64 {
    let value = figure.number().unwrap_or_default().abs();
    let is_part = |it: char| it.is_ascii_digit() || it == '.' || it == ',';
    let digits: String = figure
        .printed
        .chars()
        .skip_while(|it| !it.is_ascii_digit())
        .take_while(|it| is_part(*it))
        .filter(|it| *it != ',')
        .collect();
    let printed: Option<f64> = digits.parse().ok().filter(|it| *it > 0.0);
    let decimals = digits.split_once('.').map_or(0, |(_, it)| it.len());
    // A number in words gives no digits; it is taken to be rounded a little.
    let step = printed.map_or(value * 0.01, |printed| {
        value / printed * 10_f64.powi(-i32::try_from(decimals).unwrap_or(9))
    });
    // A whole number of things is not rounded.
    if step <= 1.0 { 0.0 } else { step / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::{Excess, excesses};
    use crate::{analysis::fixture, load};

    #[test]
    fn a_whole_smaller_than_all_its_parts_is_found() {
        let data = fixture::years();
        let found = excesses(&data);
        let [Excess { whole, parts: 2, sum }] = found.as_slice() else { panic!("{found:?}") };
        let figure = data.observation(*whole).unwrap();
        assert_eq!(data.region(figure.region).unwrap().id, "jia");
        assert_eq!(data.period(figure.period).unwrap().id, "2023");
        assert_eq!((*sum, figure.number()), (4600.0, Some(4300.0)));
    }

    #[test]
    fn parts_that_fit_or_are_not_all_there_are_no_excess() {
        assert_eq!(excesses(&load::embedded().unwrap()), []);
    }
}
