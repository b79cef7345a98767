//! The marks of a scatter plot as data: both figures of every city, whether it is a point or not.

use super::ScatterBody;
use crate::{
    analysis::Axis,
    figure::marks::{Maker, Mark, MarkRole},
    model::RegionIx,
};

impl Maker<'_> {
    /// Two marks a city, across and upward: points first, then the cities that lack one or both.
    pub(in crate::figure) fn scatter(&self, body: &ScatterBody) -> Vec<Mark> {
        let points = body.points.iter().map(|point| point.region);
        let absent = body.absent.iter().flat_map(|it| &it.chips).map(|chip| chip.region);
        points.chain(absent).flat_map(|region| self.scatter_pair(body, region)).collect()
    }

    fn scatter_pair(&self, body: &ScatterBody, region: RegionIx) -> [Mark; 2] {
        let point = body.points.iter().find(|point| point.region == region);
        let shown = point.map(|point| &point.shown);
        Axis::ALL.map(|side| {
            let [x, y] = &body.axes;
            let (role, axis, shown) = match side {
                Axis::X => (MarkRole::X, x, shown.map(|[x, _]| x)),
                Axis::Y => (MarkRole::Y, y, shown.map(|[_, y]| y)),
            };
            let Some((_, figure)) = self.data.figure(region, axis.indicator) else {
                return self.missing(role, region, Some(axis.indicator));
            };
            let mut mark = self.figure(role, figure);
            if let Some(shown) = shown {
                mark.shown.clone_from(shown);
            }
            if axis.is_per_residents {
                mark.per_10k_residents = mark.value.and_then(|value| self.scaled(region, value));
            }
            mark
        })
    }
}
