//! Outlines of regions: GeoJSON → rings → a flat map, triangulated once.

use serde_json::value::RawValue;

use super::geojson::{Collection, Feature, Geometry};
use super::problem::Outline;
use super::projection::Projection;
use super::tangle;
use super::text;
use super::triangles::triangulate;
use crate::model::{Point, RegionIx, RegionOutline};

/// The most points of all outlines together; enough for a whole country in detail.
const MOST_POINTS: usize = 2_000_000;

/// Longitude and latitude, in degrees.
pub(super) type Degrees = [f64; 2];

/// A polygon without the repeated last points: the outer ring, then its holes.
pub(super) type Polygon = Vec<Vec<Degrees>>;

/// A point whose coordinates are not degrees.
#[derive(Clone, Copy, Debug)]
struct OffGlobe;

/// One feature of the file.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) id: Option<String>,
    pub(super) shape: Result<Shape, Outline>,
}

/// One region's polygons, in degrees.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    id: String,
    polygons: Vec<Polygon>,
    label: Option<Degrees>,
}

/// Reads the features of a GeoJSON file.
///
/// # Errors
///
/// Why the file is no feature collection.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Draft>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let collection = Collection::read(text).map_err(|error| text::clip(&error.to_string()))?;
    Ok(collection.features.into_iter().map(draft).collect())
}

fn draft(feature: Feature) -> Draft {
    let Feature { properties, geometry } = feature;
    let properties = properties.unwrap_or_default();
    let id = properties.id.and_then(|id| serde_json::from_str::<String>(id.get()).ok());
    let name = id.clone().unwrap_or_default();
    Draft { shape: shape(name, geometry.as_ref(), properties.label_point), id }
}

fn shape(
    id: String,
    geometry: Option<&Geometry>,
    label: Option<&RawValue>,
) -> Result<Shape, Outline> {
    let clipped = || text::clip(&id);
    let polygons: Result<Vec<Option<Polygon>>, OffGlobe> = match geometry.map(Geometry::polygons) {
        Some(Ok(polygons)) => polygons.iter().map(|rings| polygon(rings)).collect(),
        Some(Err(_)) => Err(OffGlobe),
        None => Ok(Vec::new()),
    };
    let Ok(polygons) = polygons else {
        return Err(Outline::BadCoordinates { id: clipped() });
    };
    let polygons: Vec<Polygon> = polygons.into_iter().flatten().collect();
    if polygons.is_empty() {
        return Err(Outline::WithoutArea { id: clipped() });
    }
    let label = match label.map(RawValue::get) {
        None | Some("null") => None,
        Some(label) => match serde_json::from_str(label).ok().filter(is_on_globe) {
            Some(label) => Some(label),
            None => return Err(Outline::BadLabelPoint { id: clipped() }),
        },
    };
    Ok(Shape { id, polygons, label })
}

/// The rings that enclose something, if the outer one does.
///
/// # Errors
///
/// Where a point is not on the globe.
fn polygon(rings: &[&[Degrees]]) -> Result<Option<Polygon>, OffGlobe> {
    let rings: Result<Vec<Vec<Degrees>>, _> = rings.iter().map(|ring| open_ring(ring)).collect();
    let mut rings = rings?.into_iter();
    let Some(outer) = rings.next().filter(|outer| encloses_area(outer)) else {
        return Ok(None);
    };
    let holes = rings.filter(|hole| encloses_area(hole));
    Ok(Some(std::iter::once(outer).chain(holes).collect()))
}

/// A ring without repeated points.
fn open_ring(ring: &[Degrees]) -> Result<Vec<Degrees>, OffGlobe> {
    if !ring.iter().all(is_on_globe) {
        return Err(OffGlobe);
    }
    let mut points = ring.to_vec();
    points.dedup();
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    Ok(points)
}

fn is_on_globe([longitude, latitude]: &Degrees) -> bool {
    longitude.abs() <= 180.0 && latitude.abs() <= 90.0
}

/// Whether not all points lie in one line.
///
/// Adding up unsigned areas keeps a ring that crosses itself, whose signed area may be zero.
fn encloses_area(ring: &[Degrees]) -> bool {
    let [first, rest @ ..] = ring else {
        return false;
    };
    let pairs = rest.iter().zip(rest.iter().skip(1));
    let area: f64 = pairs.map(|(b, c)| cross(*first, *b, *c).abs()).sum();
    area > 1e-12
}

/// Twice the signed area of a triangle.
fn cross([ax, ay]: Degrees, [bx, by]: Degrees, [cx, cy]: Degrees) -> f64 {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// The size of the map and the outlines on it, triangulated.
///
/// # Errors
///
/// Where there is nothing to draw, too much of it, or a label outside the map.
pub(super) fn draw(
    shapes: &[&Shape],
    regions: &[RegionIx],
) -> Result<(Point, Vec<RegionOutline>), Outline> {
    let points = || shapes.iter().flat_map(|it| it.polygons.iter().flatten().flatten());
    let most = MOST_POINTS;
    if points().count() > most {
        return Err(Outline::TooManyPoints { most });
    }
    let mut cost = 0_usize;
    for shape in shapes {
        cost = shape.polygons.iter().map(tangle::cost).fold(cost, usize::saturating_add);
        if cost > tangle::MOST_COST {
            return Err(Outline::TooTangled { id: text::clip(&shape.id) });
        }
    }
    let Some(projection) = Projection::around(points()) else {
        return Ok(([0.0, 0.0], Vec::new()));
    };
    let outlines: Result<Vec<_>, _> = shapes
        .iter()
        .zip(regions)
        .map(|(shape, region)| outline(shape, *region, &projection))
        .collect();
    Ok((projection.size(), outlines?))
}

fn outline(
    shape: &Shape,
    region: RegionIx,
    projection: &Projection,
) -> Result<RegionOutline, Outline> {
    let label = shape.label.or_else(|| middle(&shape.polygons));
    let label_point = label.and_then(|label| projection.point_on_map(label));
    let Some(label_point) = label_point else {
        let id = text::clip(&shape.id);
        return Err(Outline::BadLabelPoint { id });
    };
    let mut outline = RegionOutline {
        region,
        rings: Vec::new(),
        vertices: Vec::new(),
        triangles: Vec::new(),
        label_point,
    };
    for polygon in &shape.polygons {
        let project = |ring: &Vec<Degrees>| ring.iter().map(|it| projection.flat(*it)).collect();
        let rings: Vec<Vec<[f64; 2]>> = polygon.iter().map(project).collect();
        let triangles = triangulate(&rings, outline.vertices.len());
        outline.triangles.extend(triangles);
        for ring in rings {
            let points: Vec<Point> = ring.iter().map(|it| projection.round(*it)).collect();
            outline.vertices.extend(&points);
            outline.rings.push(points);
        }
    }
    Ok(outline)
}

/// The centre of the largest outer ring; a place for a name where none is given.
fn middle(polygons: &[Polygon]) -> Option<Degrees> {
    let outer = polygons.iter().filter_map(|polygon| polygon.first());
    let signed = |ring: &Vec<Degrees>| -> f64 {
        let Some(first) = ring.first() else {
            return 0.0;
        };
        let pairs = ring.iter().zip(ring.iter().skip(1));
        pairs.map(|(b, c)| cross(*first, *b, *c)).sum()
    };
    let largest = outer.max_by(|a, b| signed(a).abs().total_cmp(&signed(b).abs()))?;
    let first = *largest.first()?;
    let area = signed(largest);
    let mut sum = [0.0, 0.0];
    for (b, c) in largest.iter().zip(largest.iter().skip(1)) {
        let weight = cross(first, *b, *c) / area / 3.0;
        sum = [
            sum[0] + weight * (first[0] + b[0] + c[0]),
            sum[1] + weight * (first[1] + b[1] + c[1]),
        ];
    }
    // The signed area of a ring that crosses itself may be zero.
    let is_sound = sum.iter().all(|it| it.is_finite()) && is_on_globe(&sum);
    Some(if is_sound { sum } else { first })
}
