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

    /// The tiles of `regions` alone, in the corner of the grid; `None` where some have none.
    #[must_use]
    pub fn of(&self, regions: &[RegionIx]) -> Option<Self> {
        let kept = self.tiles.iter().filter(|it| regions.contains(&it.region));
        let mut tiles: Vec<Tile> = kept.copied().collect();
        let left = tiles.iter().map(|it| it.column).min()?;
        let top = tiles.iter().map(|it| it.row).min()?;
        for tile in &mut tiles {
            tile.column -= left;
            tile.row -= top;
        }
        (tiles.len() == regions.len()).then(|| Self { tiles, ..self.clone() })
    }

    /// Tiles for `regions` one after the other, in a grid somewhat wider than high.
    #[must_use]
    pub fn flowing(regions: &[RegionIx]) -> Self {
        let columns = ((regions.len() as f64 * 1.6).sqrt().ceil() as usize).max(1);
        let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let tile = |(at, region): (usize, &RegionIx)| Tile {
            region: *region,
            column: place(at % columns),
            row: place(at / columns),
        };
        let name = Text { zh: "按次序".to_owned(), en: "In order".to_owned() };
        let tiles = regions.iter().enumerate().map(tile).collect();
        Self { id: "in-order".to_owned(), name, tiles }
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

    /// The outlines of `regions` alone, as large as the whole was; `None` where some have none.
    #[must_use]
    pub fn of(&self, regions: &[RegionIx]) -> Option<Self> {
        let kept = || self.regions.iter().filter(|it| regions.contains(&it.region));
        if kept().count() != regions.len() {
            return None;
        }
        let corners = || kept().flat_map(|it| it.rings.iter().flatten());
        let low = |a: Point, b: Point| [a[0].min(b[0]), a[1].min(b[1])];
        let high = |a: Point, b: Point| [a[0].max(b[0]), a[1].max(b[1])];
        let least = corners().copied().reduce(low)?;
        let most = corners().copied().reduce(high)?;
        let longer = (most[0] - least[0]).max(most[1] - least[1]).max(f32::EPSILON);
        let moved = |it: &Point| [(it[0] - least[0]) / longer, (it[1] - least[1]) / longer];
        let outline = |it: &RegionOutline| RegionOutline {
            region: it.region,
            rings: it.rings.iter().map(|ring| ring.iter().map(moved).collect()).collect(),
            vertices: it.vertices.iter().map(moved).collect(),
            triangles: it.triangles.clone(),
            label_point: moved(&it.label_point),
        };
        Some(Self { size: moved(&most), regions: kept().map(outline).collect(), ..self.clone() })
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

#[cfg(test)]
mod tests {
    use super::{Outlines, RegionOutline, Tile, TileGrid};
    use crate::model::{RegionIx, Text};

    fn text() -> Text {
        Text { zh: String::new(), en: String::new() }
    }

    #[test]
    fn a_part_of_a_grid_moves_into_its_corner_and_a_lack_is_no_part() {
        let tile = |region, column, row| Tile { region: RegionIx(region), column, row };
        let tiles = vec![tile(1, 0, 0), tile(2, 3, 4), tile(3, 4, 4)];
        let grid = TileGrid { id: String::new(), name: text(), tiles };
        let part = grid.of(&[RegionIx(3), RegionIx(2)]).unwrap();
        assert_eq!(part.tiles, [tile(2, 0, 0), tile(3, 1, 0)]);
        assert_eq!(grid.of(&[RegionIx(2), RegionIx(9)]), None);
        let flowing = TileGrid::flowing(&[RegionIx(5), RegionIx(6), RegionIx(7)]);
        assert_eq!(flowing.size(), (3, 1));
    }

    #[test]
    fn a_part_of_outlines_fills_the_map() {
        let outline = |region, left: f32, top: f32| RegionOutline {
            region: RegionIx(region),
            rings: vec![vec![[left, top], [left + 0.2, top], [left, top + 0.1]]],
            vertices: vec![[left, top]],
            triangles: Vec::new(),
            label_point: [left, top],
        };
        let whole = Outlines {
            id: String::new(),
            name: text(),
            credit: text(),
            note: text(),
            file: String::new(),
            size: [1.0, 1.0],
            regions: vec![outline(1, 0.0, 0.0), outline(2, 0.5, 0.5)],
        };
        let part = whole.of(&[RegionIx(2)]).unwrap();
        let near = |a: [f32; 2], b: [f32; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-5);
        assert!(near(part.size, [1.0, 0.5]), "{:?}", part.size);
        assert!(near(part.regions[0].rings[0][1], [1.0, 0.0]));
        assert!(whole.of(&[RegionIx(2), RegionIx(3)]).is_none());
    }
}
