//! Maps: tile grids, outlines and which regions touch.

use std::sync::Arc;

use super::{RegionIx, Text};

/// A position in map units: x to the east, y to the **south**, both in `0.0..=1.0` of the longer side.
pub type Point = [f32; 2];

/// One region's tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Whose it is.
    pub region: RegionIx,
    /// Column, from 0 in the west.
    pub column: u16,
    /// Row, from 0 in the north.
    pub row: u16,
}

/// A map on which every region is one equal tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileGrid {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// The tiles; at most one a region and one a place.
    pub tiles: Vec<Tile>,
}

impl TileGrid {
    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        let columns = self.tiles.iter().map(|tile| tile.column + 1).max();
        let rows = self.tiles.iter().map(|tile| tile.row + 1).max();
        (columns.unwrap_or(0), rows.unwrap_or(0))
    }
}

/// One region's outline, triangulated.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionOutline {
    /// Whose it is.
    pub region: RegionIx,
    /// Closed rings without the repeated last point.
    pub rings: Vec<Vec<Point>>,
    /// Corners of the triangles.
    pub vertices: Vec<Point>,
    /// Three positions in `vertices` a triangle.
    pub triangles: Vec<[u32; 3]>,
    /// Where its name stands.
    pub label_point: Point,
}

/// A schematic map of outlines.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlines {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Whom the geometry is owed to, and under which licence.
    pub credit: Text,
    /// What the geometry is not good for.
    pub note: Text,
    /// The file it was read from, beside the data file.
    pub file: String,
    /// Width and height of the whole in map units; the longer is 1.
    pub size: Point,
    /// The outlines.
    pub regions: Vec<RegionOutline>,
}

impl Outlines {
    /// The region at `point` in map units, or the nearest one no further than `reach` from it, so
    /// that small islands can be hit.
    #[must_use]
    pub fn region_at(&self, point: Point, reach: f32) -> Option<RegionIx> {
        let inside = self.regions.iter().find(|region| region.contains(point));
        let nearest = || {
            self.regions
                .iter()
                .map(|region| (region, region.distance_squared(point)))
                .filter(|(_, distance)| *distance <= reach * reach)
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .map(|(region, _)| region)
        };
        inside.or_else(nearest).map(|region| region.region)
    }
}

impl RegionOutline {
    /// Whether a triangle of the outline covers `point`.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        let corner = |at: u32| self.vertices.get(at as usize).copied().unwrap_or_default();
        self.triangles.iter().any(|[a, b, c]| {
            let (a, b, c) = (corner(*a), corner(*b), corner(*c));
            let side = |from: Point, to: Point| {
                (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0])
            };
            let sides = [side(a, b), side(b, c), side(c, a)];
            sides.iter().all(|it| *it >= 0.0) || sides.iter().all(|it| *it <= 0.0)
        })
    }

    /// The squared distance from `point` to the nearest corner, in map units.
    fn distance_squared(&self, point: Point) -> f32 {
        let to_corner = |vertex: &Point| {
            let (x, y) = (vertex[0] - point[0], vertex[1] - point[1]);
            x * x + y * y
        };
        self.vertices.iter().map(to_corner).fold(f32::INFINITY, f32::min)
    }
}

/// A way to lay the regions out as a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout {
    /// Equal tiles.
    Tiles(TileGrid),
    /// Schematic outlines; shared, since figures carry them along.
    Outlines(Arc<Outlines>),
}

/// Which regions touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// Pairs that share a land border.
    pub land: Vec<(RegionIx, RegionIx)>,
    /// Pairs that face each other across water.
    pub sea: Vec<(RegionIx, RegionIx)>,
}

impl Neighbours {
    /// The region that stands beside `region` in `pair`; `None` where `region` is not in it.
    #[must_use]
    pub fn other(region: RegionIx, pair: (RegionIx, RegionIx)) -> Option<RegionIx> {
        match pair {
            (a, b) if a == region => Some(b),
            (a, b) if b == region => Some(a),
            _ => None,
        }
    }
}
