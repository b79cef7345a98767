//! Outlines as they come out: flat, triangulated and of the right size.

use super::{BASE, MAP, OneMap, load};
use crate::load::{embedded, load_str};
use crate::model::{Outlines, Point, RegionOutline};

/// A triangulation may differ from the outline by this much of its area: outlines of real coasts
/// touch themselves, and points are kept as 32-bit floats.
const TOLERANCE: f64 = 0.005;

fn doubled_area(points: &[Point]) -> f64 {
    let wide: Vec<[f64; 2]> = points.iter().map(|[x, y]| [f64::from(*x), f64::from(*y)]).collect();
    let next = wide.iter().cycle().skip(1);
    wide.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum()
}

fn triangle_area(outline: &RegionOutline) -> f64 {
    let corner = |at: u32| outline.vertices[at as usize];
    let area =
        |[a, b, c]: &[u32; 3]| doubled_area(&[corner(*a), corner(*b), corner(*c)]).abs() / 2.0;
    outline.triangles.iter().map(area).sum()
}

fn on_map(outlines: &Outlines, [x, y]: Point) -> bool {
    (0.0..=outlines.size[0]).contains(&x) && (0.0..=outlines.size[1]).contains(&y)
}

#[test]
fn the_shipped_outlines_keep_their_areas() {
    let data = embedded().unwrap();
    let outlines = data.outlines().unwrap();
    assert_eq!(outlines.regions.len(), 11);
    assert!((outlines.size[0].max(outlines.size[1]) - 1.0).abs() < f32::EPSILON);
    for outline in &outlines.regions {
        let id = &data.region(outline.region).unwrap().id;
        // No outline of the shipped map has a hole, so its area is that of all rings.
        let expected: f64 = outline.rings.iter().map(|ring| doubled_area(ring).abs() / 2.0).sum();
        let found = triangle_area(outline);
        let deviation = (found - expected).abs() / expected;
        assert!(deviation < TOLERANCE, "{id}: {deviation}");
        assert!(on_map(outlines, outline.label_point), "{id}");
        assert!(outline.vertices.iter().all(|it| on_map(outlines, *it)), "{id}");
        let points: usize = outline.rings.iter().map(Vec::len).sum();
        assert_eq!(points, outline.vertices.len(), "{id}");
    }
}

#[test]
fn south_is_down_and_the_cosine_narrows() {
    let data = embedded().unwrap();
    let outlines = data.outlines().unwrap();
    let label = |id: &str| {
        let region = data.region_by_id(id).unwrap();
        let outline = outlines.regions.iter().find(|it| it.region == region);
        outline.unwrap().label_point
    };
    assert!(label("huzhou")[1] < label("wenzhou")[1], "Huzhou is in the north");
    assert!(label("quzhou")[0] < label("zhoushan")[0], "Quzhou is in the west");
    // Zhejiang spans about 5.2 degrees by 4.2, and the cosine of 29 degrees is 0.87.
    let ratio = outlines.size[0] / outlines.size[1];
    assert!((0.9..1.25).contains(&ratio), "{ratio}");
}

#[test]
fn holes_stay_open() {
    let data = load(BASE).unwrap();
    let outlines = data.outlines().unwrap();
    let [west, east] = outlines.regions.as_slice() else {
        panic!("two regions");
    };
    assert_eq!((west.rings.len(), east.rings.len()), (1, 2));
    let share = triangle_area(east) / triangle_area(west);
    assert!((share - 0.96).abs() < 1e-4, "{share}");
    assert_eq!(west.rings[0].len(), 4, "the repeated last point is dropped");
}

#[test]
fn rings_that_cross_themselves_survive() {
    let bow_tie = MAP.replace(
        "[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]",
        "[[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]",
    );
    let data = load_str("base.ron", BASE, &OneMap(&bow_tie)).unwrap();
    let outlines = data.outlines().unwrap();
    assert_eq!(outlines.regions[0].rings.len(), 1);
    assert!(!outlines.regions[0].triangles.is_empty());
}

#[test]
fn rings_without_area_are_dropped() {
    let map = MAP.replace(
        "[1.4, 0.6], [1.4, 0.4]]",
        "[1.4, 0.6], [1.4, 0.4]], [[1.1, 0.1], [1.2, 0.2], [1.3, 0.3], [1.1, 0.1]]",
    );
    let data = load_str("base.ron", BASE, &OneMap(&map)).unwrap();
    assert_eq!(data.outlines().unwrap().regions[1].rings.len(), 2);
}

#[test]
fn a_label_without_place_stands_in_the_middle() {
    let data = load(BASE).unwrap();
    let outlines = data.outlines().unwrap();
    let [x, y] = outlines.regions[1].label_point;
    assert!((x - 0.75).abs() < 1e-4 && (y - outlines.size[1] / 2.0).abs() < 1e-4);
}
