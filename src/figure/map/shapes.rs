//! Outlines as shapes at one place and size, made once and kept until something moves.

use std::sync::Arc;

use egui::{Color32, Id, Mesh, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::{Fill, MapBody, Stage, ground};
use crate::{
    figure::style::Palette,
    model::{Outlines, Point, RegionIx, RegionOutline},
};

/// Points of a line closer than this are one, in points.
const LEAST_STEP_PT: f32 = 1.0;
/// Islands smaller than this are drawn as a dot, so that they are seen, in points.
const LEAST_ISLAND_PT: f32 = 2.5;
/// Radius of such a dot, in points.
const DOT_PT: f32 = 1.4;
/// Distance between hatching lines, in points.
const HATCH_PT: f32 = 7.0;

/// One ring as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnRing {
    /// Its corners.
    pub points: Vec<Pos2>,
    /// What it covers.
    pub bounds: Rect,
}

/// One region as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnRegion {
    /// Whose it is.
    pub region: RegionIx,
    /// Its rings, islands too small to see left out.
    pub rings: Vec<DrawnRing>,
    /// Islands too small to see otherwise.
    pub dots: Vec<Pos2>,
    /// What its largest ring covers.
    pub bounds: Rect,
    /// Where its name wants to stand.
    pub anchor: Pos2,
}

/// All outlines at one place and size.
#[derive(Clone, Debug)]
pub struct Drawn {
    key: Key,
    /// The regions, in the order of the outlines.
    pub regions: Vec<DrawnRegion>,
    /// Ground, hatching, lines and dots.
    pub shapes: Vec<Shape>,
}

/// What the shapes depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    map: Rect,
    viewport: Rect,
    outlines: usize,
    fills: Vec<Fill>,
    steps: usize,
    lines: [Color32; 3],
}

/// The outlines of `body` on `stage`: those of the last frame if nothing has changed.
#[must_use]
pub fn drawn(
    ui: &Ui,
    id: Id,
    body: &MapBody,
    shapes: &Arc<Outlines>,
    stage: Stage,
    palette: &Palette,
) -> Arc<Drawn> {
    let fill = |shape: &RegionOutline| body.place(shape.region).map_or(Fill::Plain, |it| it.fill);
    let key = Key {
        map: stage.map,
        viewport: stage.viewport,
        outlines: Arc::as_ptr(shapes).addr(),
        fills: shapes.regions.iter().map(fill).collect(),
        steps: body.steps,
        lines: [palette.surface, palette.outline, palette.hatch],
    };
    let kept: Option<Arc<Drawn>> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(|kept| kept.key == key) {
        return kept;
    }
    let made = Arc::new(make(body, shapes, key, palette));
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&made)));
    made
}

/// Where `point` of the outlines lies if they fill `map`.
#[must_use]
pub fn on_map(point: Point, shapes: &Outlines, map: Rect) -> Pos2 {
    let scale = map.width() / shapes.size[0].max(f32::EPSILON);
    pos2(map.left() + point[0] * scale, map.top() + point[1] * scale)
}

/// The inverse of [`on_map`], and how many map units a point is.
#[must_use]
pub fn off_map(at: Pos2, shapes: &Outlines, map: Rect) -> (Point, f32) {
    let units = shapes.size[0] / map.width().max(f32::EPSILON);
    ([(at.x - map.left()) * units, (at.y - map.top()) * units], units)
}

fn make(body: &MapBody, shapes: &Outlines, key: Key, palette: &Palette) -> Drawn {
    let regions: Vec<DrawnRegion> =
        shapes.regions.iter().map(|shape| region(shape, shapes, &key)).collect();
    let mut out = Vec::new();
    for (shape, fill) in shapes.regions.iter().zip(&key.fills) {
        let place = |point: &Point| on_map(*point, shapes, key.map);
        out.push(Shape::Mesh(Arc::new(filled(shape, place, ground(palette, body, *fill)))));
    }
    let line = Stroke::new(1.0, palette.outline);
    for (region, fill) in regions.iter().zip(&key.fills) {
        if *fill == Fill::Missing {
            hatch(&region.rings, key.viewport, Stroke::new(1.0, palette.hatch), &mut out);
        }
    }
    for region in &regions {
        let seen = region.rings.iter().filter(|ring| ring.bounds.intersects(key.viewport));
        out.extend(seen.map(|ring| Shape::closed_line(ring.points.clone(), line)));
        let dots = region.dots.iter().filter(|dot| key.viewport.contains(**dot));
        out.extend(dots.map(|dot| Shape::circle_filled(*dot, DOT_PT, palette.outline)));
    }
    Drawn { key, regions, shapes: out }
}

/// The triangles of `shape`, each corner where `place` puts it.
pub fn filled(shape: &RegionOutline, place: impl Fn(&Point) -> Pos2, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.vertices.reserve(shape.vertices.len());
    mesh.indices.reserve(3 * shape.triangles.len());
    for vertex in &shape.vertices {
        mesh.colored_vertex(place(vertex), color);
    }
    for [a, b, c] in &shape.triangles {
        mesh.add_triangle(*a, *b, *c);
    }
    mesh
}

fn region(shape: &RegionOutline, shapes: &Outlines, key: &Key) -> DrawnRegion {
    let map = key.map;
    let mut rings = Vec::new();
    let mut dots: Vec<Pos2> = Vec::new();
    for ring in &shape.rings {
        let points: Vec<Pos2> = ring.iter().map(|point| on_map(*point, shapes, map)).collect();
        let bounds = Rect::from_points(&points);
        if bounds.size().max_elem() >= LEAST_ISLAND_PT {
            rings.push(DrawnRing { points: thinned(&points), bounds });
        } else if dots.iter().all(|dot| dot.distance(bounds.center()) > 2.0 * DOT_PT) {
            dots.push(bounds.center());
        }
    }
    let area = |ring: &&DrawnRing| ring.bounds.area();
    let largest = rings.iter().max_by(|a, b| area(a).total_cmp(&area(b)));
    let home = on_map(shape.label_point, shapes, map);
    let is_seen = key.viewport.shrink(LEAST_SEEN_PT).contains(home);
    let anchor = if is_seen { home } else { seen_anchor(&rings, key.viewport).unwrap_or(home) };
    let bounds = largest.map_or(Rect::from_center_size(anchor, egui::Vec2::ZERO), |it| it.bounds);
    DrawnRegion { region: shape.region, rings, dots, bounds, anchor }
}

/// How much of a region must be seen for its name to stand there, in points.
const LEAST_SEEN_PT: f32 = 10.0;

/// A point inside the largest part of `rings` that lies in `viewport`, for a name whose own place
/// is out of sight.
fn seen_anchor(rings: &[DrawnRing], viewport: Rect) -> Option<Pos2> {
    let inner = viewport.shrink(LEAST_SEEN_PT);
    let seen = |ring: &&DrawnRing| ring.bounds.intersect(inner);
    let largest = rings
        .iter()
        .filter(|ring| seen(ring).is_positive())
        .max_by(|a, b| seen(a).area().total_cmp(&seen(b).area()))?;
    let part = seen(&largest);
    let steps = (1..8_u8).flat_map(|x| (1..8_u8).map(move |y| vec2(f32::from(x), f32::from(y))));
    steps
        .map(|step| part.min + part.size() * step / 8.0)
        .filter(|at| is_inside(&largest.points, *at))
        .min_by(|a, b| {
            let off = |at: &Pos2| at.distance_sq(part.center());
            off(a).total_cmp(&off(b))
        })
}

/// Whether `at` lies within the closed line through `points`, by the even-odd rule.
fn is_inside(points: &[Pos2], at: Pos2) -> bool {
    let next = points.iter().cycle().skip(1);
    let crossings = points.iter().zip(next).filter(|(a, b)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossings.count() % 2 == 1
}

/// `points` without those that lie closer to the last kept one than can be seen.
fn thinned(points: &[Pos2]) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| last.distance(*point) >= LEAST_STEP_PT) {
            kept.push(*point);
        }
    }
    kept
}

/// Diagonal lines inside `rings` by the even-odd rule, on the same grid as hatched rectangles.
fn hatch(rings: &[DrawnRing], viewport: Rect, stroke: Stroke, out: &mut Vec<Shape>) {
    // A line rising to the right is where x + y stays the same; crossings are sorted along it.
    let mut lines: std::collections::BTreeMap<i32, Vec<f32>> = std::collections::BTreeMap::new();
    for ring in rings {
        let next = ring.points.iter().cycle().skip(1);
        for (a, b) in ring.points.iter().zip(next) {
            let (from, to) = ((a.x + a.y) / HATCH_PT, (b.x + b.y) / HATCH_PT);
            let (low, high) = (from.min(to), from.max(to));
            for line in (low.ceil() as i32)..(high.ceil() as i32) {
                let part = (line as f32 - from) / (to - from);
                lines.entry(line).or_default().push(a.x + (b.x - a.x) * part);
            }
        }
    }
    for (line, mut crossings) in lines {
        crossings.sort_by(f32::total_cmp);
        let sum = line as f32 * HATCH_PT;
        for pair in crossings.chunks_exact(2) {
            if let [from, to] = *pair {
                let ends = [pos2(from, sum - from), pos2(to, sum - to)];
                if Rect::from_points(&ends).intersects(viewport) {
                    out.push(Shape::line_segment(ends, stroke));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Rect, Shape, Stroke, pos2};

    use super::{DrawnRing, HATCH_PT, hatch, is_inside, seen_anchor, thinned};

    fn ring(points: &[(f32, f32)]) -> DrawnRing {
        let points: Vec<_> = points.iter().map(|(x, y)| pos2(*x, *y)).collect();
        DrawnRing { bounds: Rect::from_points(&points), points }
    }

    #[test]
    fn hatching_stays_inside_and_leaves_holes_free() {
        let outer = ring(&[(0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (0.0, 90.0)]);
        let hole = ring(&[(30.0, 30.0), (60.0, 30.0), (60.0, 60.0), (30.0, 60.0)]);
        let mut out = Vec::new();
        let stroke = Stroke::new(1.0, egui::Color32::BLACK);
        hatch(&[outer, hole], Rect::EVERYTHING, stroke, &mut out);
        assert!(out.len() > (90.0 / HATCH_PT) as usize);
        for shape in out {
            let Shape::LineSegment { points: [a, b], .. } = shape else { panic!("a line") };
            let middle = a + (b - a) / 2.0;
            assert!((-0.1..=90.1).contains(&middle.x) && (-0.1..=90.1).contains(&middle.y));
            let hole = Rect::from_min_max(pos2(30.5, 30.5), pos2(59.5, 59.5));
            assert!(!hole.contains(middle), "{middle:?} is in the hole");
        }
    }

    #[test]
    fn a_name_moves_to_the_part_of_its_region_that_is_seen() {
        let angle = ring(&[
            (0.0, 0.0),
            (100.0, 0.0),
            (100.0, 20.0),
            (20.0, 20.0),
            (20.0, 100.0),
            (0.0, 100.0),
        ]);
        let viewport = Rect::from_min_max(pos2(-10.0, 30.0), pos2(90.0, 120.0));
        let at = seen_anchor(std::slice::from_ref(&angle), viewport).unwrap();
        assert!(viewport.contains(at) && is_inside(&angle.points, at), "{at:?}");
        let far = Rect::from_min_max(pos2(40.0, 40.0), pos2(90.0, 90.0));
        assert_eq!(seen_anchor(&[angle], far), None);
    }

    #[test]
    fn thinning_keeps_the_form() {
        let many: Vec<_> = (0..1000).map(|at| pos2(at as f32 * 0.1, 0.0)).collect();
        let few = thinned(&many);
        assert!((90..110).contains(&few.len()), "{}", few.len());
    }
}
