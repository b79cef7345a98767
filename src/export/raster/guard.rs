//! Cuts triangles that reach far outside any picture, so that integer edges cannot overflow.

use super::corner::{Corner, GUARD_PX};

/// The part of a triangle within [`GUARD_PX`] of the origin, as a convex polygon in order.
///
/// Corners must be finite.
pub(super) fn clip(corners: [Corner; 3]) -> Vec<Corner> {
    let inside: [fn(&Corner) -> f64; 4] = [
        |corner| corner.x_px + GUARD_PX,
        |corner| GUARD_PX - corner.x_px,
        |corner| corner.y_px + GUARD_PX,
        |corner| GUARD_PX - corner.y_px,
    ];
    let mut polygon =
        inside.into_iter().fold(corners.to_vec(), |polygon, depth| cut(&polygon, depth));
    for corner in &mut polygon {
        // Cuts are rounded, and may lie a hair outside.
        corner.x_px = corner.x_px.clamp(-GUARD_PX, GUARD_PX);
        corner.y_px = corner.y_px.clamp(-GUARD_PX, GUARD_PX);
    }
    polygon
}

/// Keeps the part of a convex polygon where `depth` is not negative.
fn cut(polygon: &[Corner], depth: fn(&Corner) -> f64) -> Vec<Corner> {
    let mut kept = Vec::with_capacity(polygon.len() + 1);
    let nexts = polygon.iter().cycle().skip(1);
    for (here, next) in polygon.iter().zip(nexts) {
        let (here_depth, next_depth) = (depth(here), depth(next));
        if here_depth >= 0.0 {
            kept.push(*here);
        }
        if (here_depth >= 0.0) != (next_depth >= 0.0) {
            // From the end that is kept: the other may be too far away for its digits to tell.
            kept.push(if here_depth >= 0.0 {
                here.towards(next, here_depth / (here_depth - next_depth))
            } else {
                next.towards(here, next_depth / (next_depth - here_depth))
            });
        }
    }
    kept
}
