//! Where the names of points stand: beside their points, never on another name or point and never
//! over the edge; with a line to the point where one had to move away.
//!
//! A greedy placement, the most crowded point first, followed by a few rounds in which each name may
//! move to a better place among the others. The same input gives the same places on every machine.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Free space around a point, in points: room for the rings of chosen cities.
pub const CLEAR_PT: f32 = 14.0;
/// Free space between two names, in points.
const GAP_PT: f32 = 3.0;
/// Distances at which a name is tried, in points; from the second on it has a line to its point.
const RINGS_PT: [f32; 8] = [CLEAR_PT, 22.0, 32.0, 46.0, 64.0, 88.0, 120.0, 160.0];
/// Directions in which a name is tried, the best first: beside, above, below, across.
const DIRECTIONS: [(f32, f32); 16] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.7, -0.7),
    (0.7, 0.7),
    (-0.7, -0.7),
    (-0.7, 0.7),
    (0.92, -0.38),
    (0.92, 0.38),
    (-0.92, -0.38),
    (-0.92, 0.38),
    (0.38, -0.92),
    (0.38, 0.92),
    (-0.38, -0.92),
    (-0.38, 0.92),
];
/// What crossing another name, point or line costs, in the measure of [`Label::cost`].
const CROSSING: f32 = 60.0;
/// How often each name may move after all have a place.
const ROUNDS: usize = 3;
/// Step of the search for any free place at all, in points.
const GRID_PT: f32 = 5.0;

/// A name in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The name's place.
    pub rect: Rect,
    /// The line to its point, where it stands away from it.
    pub leader: Option<(Pos2, Pos2)>,
    /// How far from ideal it is; less is better.
    cost: f32,
}

/// A place for a name of each size beside its point inside `frame`, in the order of `items`, pairs
/// of a point and its name's size. `None` where there is no free place left, and for those that are
/// not to be named.
#[must_use]
pub fn labels(items: &[(Pos2, Vec2)], is_named: &[bool], frame: Rect) -> Vec<Option<Label>> {
    let is_wanted = |at: &usize| is_named.get(*at).copied().unwrap_or_default();
    let mut order: Vec<usize> = (0..items.len()).filter(is_wanted).collect();
    order.sort_by_cached_key(|at| (std::cmp::Reverse(crowd(items, *at)), *at));
    let mut placed: Vec<Option<Label>> = vec![None; items.len()];
    for round in 0..=ROUNDS {
        let mut has_moved = false;
        for &at in &order {
            let found = best(items, at, &placed, frame);
            if let Some(slot) = placed.get_mut(at) {
                has_moved |= *slot != found;
                *slot = found;
            }
        }
        if !has_moved && round > 0 {
            break;
        }
    }
    placed
}

/// How many other points are near.
fn crowd(items: &[(Pos2, Vec2)], at: usize) -> usize {
    let Some((own, size)) = items.get(at) else { return 0 };
    items.iter().filter(|(other, _)| own.distance(*other) < size.x + CLEAR_PT).count()
}

/// The best place for the name of `at` among the others, as they stand.
fn best(items: &[(Pos2, Vec2)], at: usize, placed: &[Option<Label>], frame: Rect) -> Option<Label> {
    let (point, size) = *items.get(at)?;
    let others = Others { items, at, placed };
    let mut found: Option<Label> = None;
    for (ring, distance) in RINGS_PT.into_iter().enumerate() {
        for (rank, direction) in DIRECTIONS.into_iter().enumerate() {
            let rect = beside(point, size, distance, direction);
            if !frame.contains_rect(rect) || !others.leaves_free(rect) {
                continue;
            }
            let leader = (ring > 0).then(|| leader(point, rect));
            let crossings = leader.map_or(0.0, |line| others.crossings(line));
            let cost = ring as f32 * 20.0 + rank as f32 + crossings * CROSSING;
            if found.is_none_or(|it| cost < it.cost) {
                found = Some(Label { rect, leader, cost });
            }
        }
        // Farther rings cost more.
        if found.is_some_and(|it| it.cost < (ring + 1) as f32 * 20.0) {
            return found;
        }
    }
    found.or_else(|| anywhere(point, size, &others, frame))
}

/// The free place nearest to the point.
fn anywhere(point: Pos2, size: Vec2, others: &Others<'_>, frame: Rect) -> Option<Label> {
    let columns = ((frame.width() - size.x) / GRID_PT).floor().max(-1.0) as i32;
    let rows = ((frame.height() - size.y) / GRID_PT).floor().max(-1.0) as i32;
    let mut found: Option<Label> = None;
    for row in 0..=rows {
        for column in 0..=columns {
            let at = frame.min + vec2(column as f32, row as f32) * GRID_PT;
            let rect = Rect::from_min_size(at, size);
            let cost = 1000.0 + rect.distance_to_pos(point);
            if found.is_none_or(|it| cost < it.cost) && others.leaves_free(rect) {
                found = Some(Label { rect, leader: Some(leader(point, rect)), cost });
            }
        }
    }
    found
}

/// The place of a name whose nearest edge or corner is `distance` away in `direction`.
fn beside(point: Pos2, size: Vec2, distance: f32, direction: (f32, f32)) -> Rect {
    let (x, y) = direction;
    let half = |it: f32| if it.abs() < 0.3 { 0.0 } else { it.signum() };
    let center = point + vec2(x, y) * distance + vec2(half(x), half(y)) * size / 2.0;
    Rect::from_center_size(center, size)
}

/// From the edge of the point to the nearest edge of its name.
fn leader(point: Pos2, rect: Rect) -> (Pos2, Pos2) {
    let near = rect.shrink(1.0).clamp(point);
    let way = (near - point).normalized();
    (point + way * (CLEAR_PT / 2.0 + 1.0), near)
}

/// All points and names but one's own.
struct Others<'a> {
    items: &'a [(Pos2, Vec2)],
    at: usize,
    placed: &'a [Option<Label>],
}

impl Others<'_> {
    fn labels(&self) -> impl Iterator<Item = &Label> {
        self.placed
            .iter()
            .enumerate()
            .filter(|(it, _)| *it != self.at)
            .filter_map(|(_, it)| it.as_ref())
    }

    fn points(&self) -> impl Iterator<Item = Pos2> {
        self.items.iter().enumerate().filter(|(it, _)| *it != self.at).map(|(_, (point, _))| *point)
    }

    /// Whether a name at `rect` covers no point, its own included, and no other name.
    fn leaves_free(&self, rect: Rect) -> bool {
        let is_off = |point: Pos2| rect.distance_to_pos(point) >= CLEAR_PT - 0.5;
        self.items.iter().all(|(point, _)| is_off(*point))
            && self.labels().all(|label| !label.rect.expand(GAP_PT).intersects(rect))
    }

    /// How many names, points and lines the line crosses.
    fn crossings(&self, line: (Pos2, Pos2)) -> f32 {
        let names = self.labels().filter(|it| crosses_rect(line, it.rect)).count();
        let lines =
            self.labels().filter_map(|it| it.leader).filter(|other| crosses(line, *other)).count();
        let around = |point: Pos2| Rect::from_center_size(point, Vec2::splat(CLEAR_PT));
        let points = self.points().filter(|it| crosses_rect(line, around(*it))).count();
        (names + lines + points) as f32
    }
}

fn crosses_rect(line: (Pos2, Pos2), rect: Rect) -> bool {
    let corners = [
        rect.left_top(),
        pos2(rect.right(), rect.top()),
        rect.right_bottom(),
        pos2(rect.left(), rect.bottom()),
    ];
    let [a, b, c, d] = corners;
    rect.contains(line.0)
        || rect.contains(line.1)
        || [(a, b), (b, c), (c, d), (d, a)].into_iter().any(|edge| crosses(line, edge))
}

/// Whether two lines have a point in common that is no end of either.
fn crosses((a, b): (Pos2, Pos2), (c, d): (Pos2, Pos2)) -> bool {
    let turn = |from: Pos2, to: Pos2, at: Pos2| {
        (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
    };
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, Rect, Vec2, pos2, vec2};
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::{CLEAR_PT, Label};

    /// The places of all names.
    fn labels(items: &[(Pos2, Vec2)], frame: Rect) -> Vec<Option<Label>> {
        super::labels(items, &vec![true; items.len()], frame)
    }

    #[test]
    fn a_name_that_is_not_wanted_takes_no_place() {
        let items =
            [(pos2(100.0, 100.0), vec2(60.0, 16.0)), (pos2(300.0, 100.0), vec2(60.0, 16.0))];
        let found = super::labels(&items, &[false, true], FRAME);
        assert!(found[0].is_none() && found[1].is_some());
    }

    const FRAME: Rect = Rect { min: pos2(0.0, 0.0), max: pos2(520.0, 340.0) };

    fn is_clear(items: &[(Pos2, Vec2)], rects: &[Rect]) -> Result<(), String> {
        for (at, rect) in rects.iter().enumerate() {
            if !FRAME.contains_rect(*rect) {
                return Err(format!("{rect:?} leaves the frame"));
            }
            if let Some((point, _)) =
                items.iter().find(|(point, _)| rect.distance_to_pos(*point) < CLEAR_PT - 1.0)
            {
                return Err(format!("{rect:?} covers the point {point:?}"));
            }
            if let Some(other) = rects.iter().skip(at + 1).find(|other| other.intersects(*rect)) {
                return Err(format!("{rect:?} covers {other:?}"));
            }
        }
        Ok(())
    }

    #[test]
    fn a_lonely_point_has_its_name_at_its_right_without_a_line() {
        let found = labels(&[(pos2(100.0, 100.0), vec2(60.0, 16.0))], FRAME);
        let label = found[0].unwrap();
        assert!(label.leader.is_none());
        assert!(label.rect.left() > 100.0 && (label.rect.center().y - 100.0).abs() < 0.1);
    }

    #[test]
    fn at_the_right_edge_the_name_stands_on_the_left() {
        let found = labels(&[(pos2(510.0, 100.0), vec2(60.0, 16.0))], FRAME);
        assert!(found[0].unwrap().rect.right() < 510.0);
    }

    #[test]
    fn where_there_is_no_room_nothing_is_drawn_over_anything() {
        let tiny = Rect::from_min_size(Pos2::ZERO, vec2(30.0, 20.0));
        assert_eq!(labels(&[(pos2(15.0, 10.0), vec2(60.0, 16.0))], tiny), [None]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn names_never_cover_names_points_or_the_frame(
            points in proptest::collection::vec((0.0_f32..520.0, 0.0_f32..340.0, 24.0_f32..96.0), 1..17),
        ) {
            let items: Vec<(Pos2, Vec2)> =
                points.iter().map(|(x, y, width)| (pos2(*x, *y), vec2(*width, 16.0))).collect();
            let found = labels(&items, FRAME);
            let rects: Vec<Rect> = found.iter().flatten().map(|label| label.rect).collect();
            prop_assert_eq!(rects.len(), items.len(), "every name has a place");
            prop_assert_eq!(is_clear(&items, &rects), Ok(()));
            prop_assert_eq!(labels(&items, FRAME), found, "the same places every time");
        }

        #[test]
        fn names_of_points_in_one_heap_are_told_apart(
            points in proptest::collection::vec((240.0_f32..280.0, 150.0_f32..190.0), 2..12),
        ) {
            let items: Vec<(Pos2, Vec2)> =
                points.iter().map(|(x, y)| (pos2(*x, *y), vec2(60.0, 16.0))).collect();
            let rects: Vec<Rect> =
                labels(&items, FRAME).iter().flatten().map(|label| label.rect).collect();
            prop_assert_eq!(rects.len(), items.len());
            prop_assert!(is_clear(&items, &rects).is_ok());
        }
    }
}
