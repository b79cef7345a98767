//! The marks of one indicator over time as data: every period of every region, gaps included.

use super::TrendBody;
use crate::{
    figure::marks::{Maker, Mark, MarkRole},
    model::RegionIx,
};

impl Maker<'_> {
    /// A mark for each region and period: the whole first, then the cities, the earliest first.
    pub(in crate::figure) fn trend(&self, body: &TrendBody) -> Vec<Mark> {
        let mut marks = Vec::new();
        let whole = body.whole.iter().map(|it| (MarkRole::Reference, it));
        for (role, line) in whole.chain(body.lines.iter().map(|it| (MarkRole::Value, it))) {
            for (at, period) in body.periods.iter().enumerate() {
                let point = line.points.iter().find(|it| it.point.at == at);
                let figure = point.and_then(|it| self.data.observation(it.point.figure));
                marks.push(match figure {
                    Some(figure) => self.figure(role, figure),
                    None => self.gap(role, line.region, body, &period.name),
                });
            }
        }
        for region in body.missing.regions() {
            marks.push(self.gap(MarkRole::Value, region, body, ""));
        }
        marks
    }

    fn gap(&self, role: MarkRole, region: RegionIx, body: &TrendBody, period: &str) -> Mark {
        let mut mark = self.missing(role, region, Some(body.indicator));
        period.clone_into(&mut mark.period);
        mark
    }
}
