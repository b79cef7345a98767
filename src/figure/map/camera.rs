//! Zoom and pan: which part of a map is seen.

use egui::{Pos2, Rect, Vec2, vec2};

/// The most a map can be enlarged.
pub const MOST_ZOOM: f32 = 24.0;

/// Which part of a map is seen. The map always fills what it filled when it was whole, so it
/// cannot be lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// How much larger than when it fits, `1.0..=MOST_ZOOM`.
    zoom: f32,
    /// What lies in the middle, as a fraction of the map's width and height.
    center: Vec2,
}

impl Default for Camera {
    fn default() -> Self {
        Self { zoom: 1.0, center: vec2(0.5, 0.5) }
    }
}

impl Camera {
    /// How much larger than when it fits, `1.0..=MOST_ZOOM`.
    #[must_use]
    pub const fn zoom(&self) -> f32 {
        self.zoom
    }

    /// Whether the whole map is seen.
    #[must_use]
    pub fn is_fit(&self) -> bool {
        self.zoom <= 1.0
    }

    /// Where the whole map lies if it fits into `fitted` when it is not enlarged.
    #[must_use]
    pub fn map(&self, fitted: Rect) -> Rect {
        let size = fitted.size() * self.zoom;
        Rect::from_min_size(fitted.center() - self.center * size, size)
    }

    /// Enlarged by `factor`, with what is under `at` staying there.
    #[must_use]
    pub fn zoomed(&self, factor: f32, at: Pos2, fitted: Rect) -> Self {
        let before = self.map(fitted);
        let fraction = (at - before.min) / before.size().max(Vec2::splat(f32::EPSILON));
        let zoom = (self.zoom * factor).clamp(1.0, MOST_ZOOM);
        let size = (fitted.size() * zoom).max(Vec2::splat(f32::EPSILON));
        let center = fraction + (fitted.center() - at) / size;
        Self { zoom, center }.held()
    }

    /// Moved with the map following the pointer by `delta` points.
    #[must_use]
    pub fn panned(&self, delta: Vec2, fitted: Rect) -> Self {
        let size = (fitted.size() * self.zoom).max(Vec2::splat(f32::EPSILON));
        Self { center: self.center - delta / size, ..*self }.held()
    }

    /// Moved just so far that `rect` is seen in `fitted`.
    #[must_use]
    pub fn revealing(&self, rect: Rect, fitted: Rect) -> Self {
        let shift = |low: f32, high: f32, least: f32, most: f32| {
            if low < least { least - low } else { (most - high).min(0.0) }
        };
        let x = shift(rect.left(), rect.right(), fitted.left(), fitted.right());
        let y = shift(rect.top(), rect.bottom(), fitted.top(), fitted.bottom());
        self.panned(vec2(x, y), fitted)
    }

    /// Kept within the map.
    fn held(self) -> Self {
        let half = 0.5 / self.zoom;
        let hold = |it: f32| if it.is_finite() { it.clamp(half, 1.0 - half) } else { 0.5 };
        Self { center: vec2(hold(self.center.x), hold(self.center.y)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};
    use proptest::prelude::*;

    use super::{Camera, MOST_ZOOM};

    fn fitted() -> Rect {
        Rect::from_min_size(pos2(20.0, 90.0), vec2(290.0, 236.0))
    }

    proptest! {
        #[test]
        fn the_map_is_never_lost(
            steps in prop::collection::vec((0.2_f32..6.0, 0.0_f32..400.0, -900.0_f32..900.0), 1..30),
        ) {
            let mut camera = Camera::default();
            for (factor, at, delta) in steps {
                camera = camera.zoomed(factor, pos2(at, at), fitted());
                camera = camera.panned(vec2(delta, -delta), fitted());
                prop_assert!((1.0..=MOST_ZOOM).contains(&camera.zoom()));
                let map = camera.map(fitted()).expand(0.1);
                prop_assert!(map.contains_rect(fitted()), "{map:?}");
            }
        }

        #[test]
        fn what_is_under_the_pointer_stays_there(x in 30.0_f32..300.0, y in 100.0_f32..320.0) {
            let at = pos2(x, y);
            let camera = Camera::default().zoomed(3.0, at, fitted());
            let fraction = |map: Rect| (at - map.min) / map.size();
            let moved = fraction(camera.map(fitted())) - fraction(fitted());
            prop_assert!(moved.length() < 1e-3, "{moved:?}");
        }
    }

    #[test]
    fn zooming_out_ends_with_the_whole_map() {
        let camera = Camera::default().zoomed(4.0, pos2(30.0, 100.0), fitted());
        assert!(!camera.is_fit());
        let camera = camera.zoomed(0.01, pos2(300.0, 300.0), fitted());
        assert_eq!(camera, Camera::default());
    }

    #[test]
    fn a_place_out_of_sight_is_brought_into_sight() {
        let camera = Camera::default().zoomed(4.0, fitted().left_top(), fitted());
        let hidden = Rect::from_center_size(camera.map(fitted()).center(), vec2(30.0, 20.0));
        assert!(!fitted().contains_rect(hidden));
        let before = camera.map(fitted());
        let moved = camera.revealing(hidden, fitted());
        let there = hidden.translate(moved.map(fitted()).min - before.min);
        assert!(fitted().expand(0.1).contains_rect(there), "{there:?}");
    }
}
