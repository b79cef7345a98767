//! From longitude and latitude to a flat map.

use crate::model::Point;

use super::outlines::Degrees;

/// Equirectangular: east–west distances shrink by the cosine of the middle latitude, so that the
/// middle of the map keeps its shape. The longer side of the map is 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Projection {
    west: f64,
    north: f64,
    /// Map units a degree of longitude.
    x_scale: f64,
    /// Map units a degree of latitude.
    y_scale: f64,
    width: f64,
    height: f64,
}

impl Projection {
    /// The projection that just holds `points`; `None` without any.
    pub(super) fn around<'a>(points: impl Iterator<Item = &'a Degrees>) -> Option<Self> {
        let mut bounds: Option<[f64; 4]> = None;
        for &[x, y] in points {
            let [west, south, east, north] = bounds.unwrap_or([x, y, x, y]);
            bounds = Some([west.min(x), south.min(y), east.max(x), north.max(y)]);
        }
        let [west, south, east, north] = bounds?;
        // At a pole the cosine is 0 and would leave no width at all.
        let shrink = f64::midpoint(south, north).to_radians().cos().max(0.01);
        let (width, height) = ((east - west) * shrink, north - south);
        let longer = width.max(height);
        if longer <= 0.0 {
            return None;
        }
        Some(Self {
            west,
            north,
            x_scale: shrink / longer,
            y_scale: 1.0 / longer,
            width: width / longer,
            height: height / longer,
        })
    }

    /// Width and height of the map.
    pub(super) fn size(&self) -> Point {
        self.round([self.width, self.height])
    }

    /// A place on the map, y to the south.
    pub(super) fn flat(&self, [longitude, latitude]: Degrees) -> [f64; 2] {
        [(longitude - self.west) * self.x_scale, (self.north - latitude) * self.y_scale]
    }

    /// A place that must lie on the map.
    pub(super) fn point_on_map(&self, place: Degrees) -> Option<Point> {
        let [x, y] = self.flat(place);
        let is_on_map = (0.0..=self.width).contains(&x) && (0.0..=self.height).contains(&y);
        is_on_map.then(|| self.round([x, y]))
    }

    /// A point as it is kept: seven digits are far finer than a pixel.
    pub(super) fn round(&self, [x, y]: [f64; 2]) -> Point {
        #[expect(clippy::cast_possible_truncation, reason = "0 to 1, rounded on purpose")]
        let round = |value: f64, most: f64| value.clamp(0.0, most) as f32;
        [round(x, self.width), round(y, self.height)]
    }
}
