//! Which regions lie around a region, and where.

use crate::model::{Dataset, Neighbours, RegionIx};

/// Where something lies, in eighths of a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Up on the map.
    North,
    /// Between north and east.
    NorthEast,
    /// To the right on the map.
    East,
    /// Between south and east.
    SouthEast,
    /// Down on the map.
    South,
    /// Between south and west.
    SouthWest,
    /// To the left on the map.
    West,
    /// Between north and west.
    NorthWest,
}

impl Direction {
    /// All directions, clockwise from the north.
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// The direction of a way that leads `east` and `south`, in any unit; `None` where it leads
    /// nowhere.
    #[must_use]
    pub fn of_way(east: f32, south: f32) -> Option<Self> {
        if east.hypot(south) < f32::EPSILON {
            return None;
        }
        let eighths = (east.atan2(-south).to_degrees() / 45.0).round() as i32;
        usize::try_from(eighths.rem_euclid(8)).ok().and_then(|at| Self::ALL.get(at)).copied()
    }
}

/// A region beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The region.
    pub region: RegionIx,
    /// Where it lies, seen from the other; `None` where the data set has no map.
    pub direction: Option<Direction>,
    /// Whether water lies between.
    pub is_across_water: bool,
}

/// The regions around `region`, clockwise from the north.
///
/// Neighbours are those that the data set names; where it names none, those whose outlines share
/// points, and without outlines those whose tiles share an edge. Directions are measured between
/// the places where the names stand on the outlines, or else between tiles.
#[must_use]
pub fn neighbours(data: &Dataset, region: RegionIx) -> Vec<Neighbour> {
    let other = |pair: &(RegionIx, RegionIx)| Neighbours::other(region, *pair);
    let named = data.neighbours();
    let mut found: Vec<(RegionIx, bool)> = Vec::new();
    if named.land.is_empty() && named.sea.is_empty() {
        found.extend(touching(data, region).into_iter().map(|it| (it, false)));
    } else {
        found.extend(named.land.iter().filter_map(other).map(|it| (it, false)));
        found.extend(named.sea.iter().filter_map(other).map(|it| (it, true)));
    }
    let here = place(data, region);
    let mut out: Vec<Neighbour> = Vec::new();
    for (other, is_across_water) in found {
        if out.iter().any(|it| it.region == other) {
            continue;
        }
        let way = here.zip(place(data, other));
        let direction =
            way.and_then(|(from, to)| Direction::of_way(to[0] - from[0], to[1] - from[1]));
        out.push(Neighbour { region: other, direction, is_across_water });
    }
    out.sort_by_key(|it| it.direction);
    out
}

/// Where a region lies, to the east and to the south.
fn place(data: &Dataset, region: RegionIx) -> Option<[f32; 2]> {
    let outline = data.outlines().and_then(|it| it.regions.iter().find(|it| it.region == region));
    let tile = data.tile_grid().and_then(|it| it.tiles.iter().find(|it| it.region == region));
    outline
        .map(|it| it.label_point)
        .or_else(|| tile.map(|it| [f32::from(it.column), f32::from(it.row)]))
}

/// The regions whose outlines share at least two points with that of `region`, or whose tiles share
/// an edge with its tile.
fn touching(data: &Dataset, region: RegionIx) -> Vec<RegionIx> {
    if let Some(outlines) = data.outlines() {
        let Some(own) = outlines.regions.iter().find(|it| it.region == region) else {
            return Vec::new();
        };
        let bits = |point: &[f32; 2]| [point[0].to_bits(), point[1].to_bits()];
        let points: std::collections::BTreeSet<_> = own.rings.iter().flatten().map(bits).collect();
        let shared = |rings: &[Vec<[f32; 2]>]| {
            rings.iter().flatten().filter(|it| points.contains(&bits(it))).count()
        };
        let others = outlines.regions.iter().filter(|it| it.region != region);
        return others.filter(|it| shared(&it.rings) >= 2).map(|it| it.region).collect();
    }
    let Some(grid) = data.tile_grid() else { return Vec::new() };
    let Some(own) = grid.tiles.iter().find(|it| it.region == region) else { return Vec::new() };
    let is_beside =
        |column: u16, row: u16| own.column.abs_diff(column) + own.row.abs_diff(row) == 1;
    grid.tiles.iter().filter(|it| is_beside(it.column, it.row)).map(|it| it.region).collect()
}

#[cfg(test)]
mod tests {
    use super::{Direction, neighbours};
    use crate::load;

    #[test]
    fn ways_have_the_direction_of_the_compass() {
        let of = |east, south| Direction::of_way(east, south);
        assert_eq!(of(0.0, -1.0), Some(Direction::North));
        assert_eq!(of(1.0, 0.1), Some(Direction::East));
        assert_eq!(of(1.0, 1.0), Some(Direction::SouthEast));
        assert_eq!(of(0.0, 2.0), Some(Direction::South));
        assert_eq!(of(-1.0, 0.0), Some(Direction::West));
        assert_eq!(of(-1.0, -1.0), Some(Direction::NorthWest));
        assert_eq!(of(0.0, 0.0), None);
    }

    #[test]
    fn the_cities_around_huzhou_lie_where_they_lie() {
        let data = load::embedded().unwrap();
        let ix = |id: &str| data.region_by_id(id).unwrap();
        let around = neighbours(&data, ix("huzhou"));
        let direction =
            |id: &str| around.iter().find(|it| it.region == ix(id)).and_then(|it| it.direction);
        assert!(matches!(
            direction("hangzhou"),
            Some(Direction::South | Direction::SouthWest | Direction::SouthEast)
        ));
        assert!(matches!(direction("jiaxing"), Some(Direction::East | Direction::SouthEast)));
        assert!(around.iter().all(|it| it.region != ix("huzhou") && it.region != ix("wenzhou")));
        assert!(around.is_sorted_by_key(|it| it.direction), "clockwise");
    }

    #[test]
    fn neighbours_are_mutual() {
        let data = load::embedded().unwrap();
        for city in data.cities() {
            for it in neighbours(&data, *city) {
                let back = neighbours(&data, it.region);
                assert!(back.iter().any(|back| back.region == *city));
            }
        }
    }
}
