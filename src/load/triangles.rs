//! Cuts polygons into triangles.

use earcut::Earcut;

/// The triangles of one polygon, the outer ring first and then its holes, as positions in all the
/// points in a row. `base` points stand before them.
///
/// Rings that cross themselves give triangles too, only not exactly those of the shape.
pub(super) fn triangulate(rings: &[Vec<[f64; 2]>], base: usize) -> Vec<[u32; 3]> {
    let points: Vec<[f64; 2]> = rings.iter().flatten().copied().collect();
    // The loader allows far fewer points than would overflow.
    let Ok(last) = u32::try_from(base + points.len()) else {
        return Vec::new();
    };
    let base = last - u32::try_from(points.len()).unwrap_or(last);
    let mut holes: Vec<usize> = Vec::new();
    let mut start = 0;
    for ring in rings {
        if start > 0 {
            holes.push(start);
        }
        start += ring.len();
    }
    let holes: Vec<u32> = holes.into_iter().filter_map(|at| u32::try_from(at).ok()).collect();
    let mut corners: Vec<u32> = Vec::new();
    Earcut::new().earcut_slice(&points, &holes, &mut corners);
    let triangles = corners.chunks_exact(3).filter_map(|corner| match corner {
        [a, b, c] => Some([base + a, base + b, base + c]),
        _ => None,
    });
    triangles.collect()
}
