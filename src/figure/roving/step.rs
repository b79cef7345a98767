//! Which mark comes next when an arrow key is pressed; decided by where the marks stand.

use egui::{Rect, Vec2, vec2};

/// A key that moves between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home: the first mark.
    First,
    /// End: the last mark.
    Last,
}

/// What the arrow keys mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// Reading order: up and down go by row, left and right to the mark before and after.
    Reading,
    /// Places on a map: to the nearest one in the direction of the key.
    Geography,
}

/// The position that `step` leads to from `at` among `marks`, which stand in reading order; `at`
/// itself where there is nothing further.
#[must_use]
pub fn next(marks: &[Rect], at: usize, step: Step, moves: Moves) -> usize {
    let last = marks.len().saturating_sub(1);
    match (step, moves) {
        (Step::First, _) => 0,
        (Step::Last, _) => last,
        (Step::Left, Moves::Reading) => at.saturating_sub(1),
        (Step::Right, Moves::Reading) => (at + 1).min(last),
        (Step::Up, Moves::Reading) => next_row(marks, at, -1.0),
        (Step::Down, Moves::Reading) => next_row(marks, at, 1.0),
        (Step::Up, Moves::Geography) => nearest(marks, at, vec2(0.0, -1.0)),
        (Step::Down, Moves::Geography) => nearest(marks, at, vec2(0.0, 1.0)),
        (Step::Left, Moves::Geography) => nearest(marks, at, vec2(-1.0, 0.0)),
        (Step::Right, Moves::Geography) => nearest(marks, at, vec2(1.0, 0.0)),
    }
}

/// Whether all marks stand in one column, so that they read as a list.
#[must_use]
pub fn is_list(marks: &[Rect]) -> bool {
    marks.windows(2).all(|pair| match pair {
        [above, below] => below.center().y >= above.center().y + above.height() / 2.0,
        _ => true,
    })
}

/// The mark in the nearest row above (`sign` -1) or below (1) that stands most squarely over or
/// under the present one.
fn next_row(marks: &[Rect], at: usize, sign: f32) -> usize {
    let Some(here) = marks.get(at) else { return at };
    let ahead = |rect: &Rect| (rect.center().y - here.center().y) * sign;
    // Half a row further is another row; less is the same one.
    let is_ahead = |rect: &Rect| ahead(rect) > here.height().min(rect.height()) / 2.0;
    let candidates = || marks.iter().enumerate().filter(|(_, rect)| is_ahead(rect));
    let closest = candidates().map(|(_, rect)| ahead(rect)).fold(f32::INFINITY, f32::min);
    let in_row = candidates().filter(|(_, it)| ahead(it) <= closest + it.height() / 2.0);
    let mut best: Option<(usize, f32)> = None;
    for (position, rect) in in_row {
        let shared = here.x_range().intersection(rect.x_range()).span();
        let off = if shared > 0.0 {
            -shared / rect.width().min(here.width()).max(1.0)
        } else {
            (rect.center().x - here.center().x).abs()
        };
        if best.is_none_or(|(_, least)| off < least - 0.01) {
            best = Some((position, off));
        }
    }
    best.map_or(at, |(position, _)| position)
}

/// The nearest mark towards `direction`; what lies off to the side counts as further away.
fn nearest(marks: &[Rect], at: usize, direction: Vec2) -> usize {
    let Some(here) = marks.get(at) else { return at };
    let mut best: Option<(usize, f32)> = None;
    for (position, rect) in marks.iter().enumerate() {
        let way = rect.center() - here.center();
        let along = way.dot(direction);
        if along < 1.0 {
            continue;
        }
        let aside = way.dot(direction.rot90()).abs();
        // Beyond 45° a place lies rather to the side, so it is taken for want of a better one.
        let distance = along + 2.0 * aside + if aside > along { 10_000.0 } else { 0.0 };
        if best.is_none_or(|(_, least)| distance < least) {
            best = Some((position, distance));
        }
    }
    best.map_or(at, |(position, _)| position)
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::{Moves, Step, is_list, next};

    fn cell(column: u8, row: u8) -> Rect {
        let at = pos2(f32::from(column) * 50.0, f32::from(row) * 30.0);
        Rect::from_min_size(at, vec2(48.0, 28.0))
    }

    #[test]
    fn rows_and_columns_of_a_grid_are_walked_by_arrow() {
        let grid: Vec<Rect> = (0..3).flat_map(|row| (0..4).map(move |it| cell(it, row))).collect();
        let go = |at, step| next(&grid, at, step, Moves::Reading);
        assert_eq!((go(5, Step::Up), go(5, Step::Down)), (1, 9));
        assert_eq!((go(5, Step::Left), go(5, Step::Right)), (4, 6));
        assert_eq!((go(3, Step::Right), go(4, Step::Left)), (4, 3), "rows follow each other");
        assert_eq!((go(5, Step::First), go(5, Step::Last)), (0, 11));
        assert_eq!((go(0, Step::Up), go(11, Step::Down)), (0, 11), "no wrapping around");
        assert!(!is_list(&grid));
    }

    #[test]
    fn a_list_is_walked_up_and_down_and_its_last_row_may_hold_several() {
        let row = |y: f32| Rect::from_min_size(pos2(0.0, y), vec2(400.0, 30.0));
        let chip = |x: f32| Rect::from_min_size(pos2(x, 70.0), vec2(60.0, 24.0));
        let marks = [row(0.0), row(30.0), chip(0.0), chip(70.0)];
        let go = |at, step| next(&marks, at, step, Moves::Reading);
        assert_eq!((go(0, Step::Down), go(1, Step::Down)), (1, 2));
        assert_eq!((go(3, Step::Up), go(2, Step::Right)), (1, 3));
        assert!(is_list(&marks[..2]) && !is_list(&marks));
    }

    #[test]
    fn on_a_map_the_nearest_place_in_the_direction_is_taken() {
        let places = [cell(0, 0), cell(1, 0), cell(1, 1), cell(3, 2)];
        let go = |at, step| next(&places, at, step, Moves::Geography);
        assert_eq!((go(0, Step::Right), go(1, Step::Down)), (1, 2));
        assert_eq!(go(2, Step::Right), 3, "an island far off is found");
        assert_eq!(go(3, Step::Left), 2);
        assert_eq!(go(0, Step::Left), 0);
    }
}
