//! Targets: how much of a plan was completed.

use crate::model::{Dataset, IndicatorIx, ObservationIx, RegionIx};

/// One completion rate with what it completes.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Whose it is.
    pub region: RegionIx,
    /// The indicator whose plan it measures.
    pub indicator: IndicatorIx,
    /// The figure that holds the rate.
    pub figure: ObservationIx,
    /// Percent of plan.
    pub rate_percent: f64,
    /// The achieved figure itself, where reported.
    pub achieved: Option<ObservationIx>,
}

/// All completion rates in the data set, in the file's order.
#[must_use]
pub fn targets(data: &Dataset) -> Vec<Target> {
    data.observations()
        .filter_map(|(ix, figure)| {
            let indicator = data.indicator(figure.indicator)?.completion_of?;
            Some(Target {
                region: figure.region,
                indicator,
                figure: ix,
                rate_percent: figure.number()?,
                achieved: data.figure(figure.region, indicator).map(|(ix, _)| ix),
            })
        })
        .collect()
}
