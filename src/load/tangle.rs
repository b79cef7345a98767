//! How long cutting an outline into triangles would take, found out before.
//!
//! `earcut` is quick on outlines as they are, but its worst cases grow with the square of the points
//! and, where lines cross, with the cube: a file of a megabyte could hold the window up for an hour.

use super::outlines::{Degrees, Polygon};

/// The most that the outlines of one map may cost together, in pairs of lines that may have to be
/// held against each other. A zigzag of 8,000 points is within it and takes a debug build three
/// seconds; one of 16,000 is not and would take thirty.
pub(super) const MOST_COST: usize = 40_000_000;

/// So many pairs of points of one polygon cost as much as two lines side by side: measured on a
/// circle of 60,000 points and a zigzag of 4,000.
const POINT_PAIRS: usize = 500;

/// The cost of one polygon.
pub(super) fn cost(polygon: &Polygon) -> usize {
    let points: usize = polygon.iter().map(Vec::len).sum();
    let holes = polygon.len().saturating_sub(1);
    let lines =
        pairs_side_by_side(polygon, |[x, _]| *x).min(pairs_side_by_side(polygon, |[_, y]| *y));
    let of_points = points.saturating_mul(points) / POINT_PAIRS;
    // Every hole is tried against every point.
    of_points.saturating_add(lines).saturating_add(holes.saturating_mul(points))
}

/// How many pairs of lines share a stretch along one axis.
fn pairs_side_by_side(polygon: &Polygon, along: impl Fn(&Degrees) -> f64) -> usize {
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for ring in polygon {
        let next = ring.iter().cycle().skip(1);
        for (a, b) in ring.iter().zip(next) {
            let (a, b) = (along(a), along(b));
            starts.push(a.min(b));
            ends.push(a.max(b));
        }
    }
    starts.sort_unstable_by(f64::total_cmp);
    ends.sort_unstable_by(f64::total_cmp);
    let mut ended = 0;
    let mut pairs = 0_usize;
    for (begun, start) in starts.iter().enumerate() {
        // Lines that only touch are neighbours.
        while ends.get(ended).is_some_and(|end| end <= start) && ended < begun {
            ended += 1;
        }
        pairs = pairs.saturating_add(begun - ended);
    }
    pairs
}
