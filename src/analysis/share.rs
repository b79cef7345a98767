//! Parts of a whole: what of the province's figure its cities account for.

use crate::model::{Dataset, IndicatorIx, Observation, ObservationIx, RegionIx};

/// A whole with the parts that are itemised.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The whole's figure.
    pub whole: ObservationIx,
    /// Its value.
    pub total: f64,
    /// The itemised parts, the largest first.
    pub parts: Vec<(RegionIx, ObservationIx, f64)>,
    /// What other cities account for; the sources do not itemise it.
    pub rest: f64,
}

/// The parts of the root's figure of `indicator`, or `None` where no part is known.
///
/// A part may belong to a related indicator (children within all ages); its own `care` says so.
#[must_use]
pub fn share(data: &Dataset, indicator: IndicatorIx) -> Option<Share> {
    let whole = whole_of(data, indicator)?;
    let total = data.observation(whole).and_then(Observation::number)?;
    let mut parts: Vec<_> = data
        .parts_of(whole)
        .filter_map(|(ix, figure)| Some((figure.region, ix, figure.number()?)))
        .collect();
    parts.sort_by(|a, b| b.2.total_cmp(&a.2));
    if parts.is_empty() || total <= 0.0 {
        return None;
    }
    let rest = (total - parts.iter().map(|(_, _, value)| value).sum::<f64>()).max(0.0);
    Some(Share { whole, total, parts, rest })
}

/// The figure that figures of `indicator` are parts of: the root's own, or the one they point to.
fn whole_of(data: &Dataset, indicator: IndicatorIx) -> Option<ObservationIx> {
    let own = data.figure(data.root(), indicator).map(|(ix, _)| ix);
    own.or_else(|| data.figures_of_indicator(indicator).find_map(|(_, figure)| figure.part_of))
}

#[cfg(test)]
mod tests {
    use super::share;
    use crate::analysis::fixture;

    #[test]
    fn parts_and_rest_add_up_to_the_whole() {
        let data = fixture::dataset();
        let share = share(&data, fixture::STATIONS).unwrap();
        assert_eq!(share.parts.len(), 1);
        let sum: f64 = share.parts.iter().map(|part| part.2).sum::<f64>() + share.rest;
        assert!((sum - share.total).abs() < 1e-9);
    }

    #[test]
    fn without_itemised_parts_there_is_no_share() {
        assert!(share(&fixture::dataset(), fixture::RATE).is_none());
    }
}
