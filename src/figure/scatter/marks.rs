//! The marks of a scatter plot as data: both figures of every city, whether it is a point or not.

use std::collections::HashMap;

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
        let absent = body.absent.iter().flat_map(|it| it.chips.regions());
        let shown: HashMap<RegionIx, &[String; 2]> =
            body.points.iter().map(|point| (point.region, &point.shown)).collect();
        let all = points.chain(absent);
        all.flat_map(|region| self.scatter_pair(body, region, shown.get(&region).copied()))
            .collect()
    }

    fn scatter_pair(
        &self,
        body: &ScatterBody,
        region: RegionIx,
        shown: Option<&[String; 2]>,
    ) -> [Mark; 2] {
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
