//! Places for names that never cover one another.

use egui::{Pos2, Rect, Vec2, vec2};

/// A name that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What it names.
    pub anchor: Pos2,
    /// The sizes it may take, the preferred first: with its value, the name alone.
    pub sizes: Vec<Vec2>,
    /// The room around the anchor that belongs to it; a size that is wider stands on a plate.
    pub room: Vec2,
    /// Who comes first; among equals, who is listed first.
    pub priority: f32,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its rectangle.
    pub rect: Rect,
    /// Which of the sizes it took.
    pub size: usize,
    /// Whether it stands so far off that a line must lead to it.
    pub is_moved: bool,
}

/// Distances from the anchor that are tried, in half heights of the name.
const DISTANCES: [f32; 7] = [0.0, 1.3, 2.4, 3.6, 5.0, 7.0, 9.5];
/// Directions that are tried, in turns: beside first, since names are wide, then above and below.
const TURNS: [f32; 12] = [0.0, 0.5, 0.25, 0.75, 0.125, 0.875, 0.375, 0.625, 0.06, 0.94, 0.44, 0.56];

/// Places names within `within`, at least `gap_pt` apart. The same names get the same places; a
/// name whose anchor lies outside, or for which no place is free, gets none.
#[must_use]
pub fn place(wanted: &[Wanted], within: Rect, gap_pt: f32) -> Vec<Option<Placed>> {
    let mut order: Vec<(usize, &Wanted)> = wanted.iter().enumerate().collect();
    order.sort_by(|a, b| b.1.priority.total_cmp(&a.1.priority).then(a.0.cmp(&b.0)));
    let mut placed: Vec<Option<Placed>> = vec![None; wanted.len()];
    let mut taken: Vec<Rect> = Vec::new();
    for (at, wanted) in order {
        if !within.contains(wanted.anchor) {
            continue;
        }
        let found = candidates(wanted).find(|it| {
            within.contains_rect(it.rect)
                && !taken.iter().any(|other| other.expand(gap_pt).intersects(it.rect))
        });
        if let (Some(found), Some(slot)) = (found, placed.get_mut(at)) {
            taken.push(found.rect);
            *slot = Some(found);
        }
    }
    placed
}

/// Where a name may stand, the best first: at home with its value, at home alone, then further and
/// further off.
fn candidates(wanted: &Wanted) -> impl Iterator<Item = Placed> + '_ {
    let fits = |size: &Vec2| size.x <= wanted.room.x && size.y <= wanted.room.y;
    let last = wanted.sizes.len().saturating_sub(1);
    let sizes = move || wanted.sizes.iter().copied().enumerate();
    // A value is worth less than a name near its place.
    let at_home = sizes()
        .filter(move |(at, size)| *at == last || fits(size))
        .flat_map(move |(at, size)| near(wanted.anchor, size, at));
    let away = sizes().skip(last).flat_map(move |(at, size)| far(wanted.anchor, size, at));
    at_home.chain(away)
}

fn near(anchor: Pos2, size: Vec2, at: usize) -> impl Iterator<Item = Placed> {
    let steps = [vec2(0.0, 0.0), vec2(0.0, -0.4), vec2(0.0, 0.4), vec2(-0.3, 0.0), vec2(0.3, 0.0)];
    steps.into_iter().map(move |step| {
        let rect = Rect::from_center_size(anchor + step * size, size);
        Placed { rect, size: at, is_moved: false }
    })
}

fn far(anchor: Pos2, size: Vec2, at: usize) -> impl Iterator<Item = Placed> {
    DISTANCES.into_iter().skip(1).flat_map(move |distance| {
        TURNS.into_iter().map(move |turn| {
            let way = Vec2::angled(turn * std::f32::consts::TAU);
            // So far off in either direction that the name itself is cleared.
            let off = vec2(size.x / 2.0 + size.y / 2.0 * distance, size.y / 2.0 * (1.0 + distance));
            let rect = Rect::from_center_size(anchor + way * off, size);
            Placed { rect, size: at, is_moved: true }
        })
    })
}

/// The end at the name of the line that leads to it from `anchor`.
#[must_use]
pub fn leader_end(rect: Rect, anchor: Pos2) -> Pos2 {
    rect.clamp(anchor)
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};
    use proptest::prelude::*;

    use super::{Wanted, place};

    fn wanted(x: f32, y: f32, priority: f32) -> Wanted {
        let sizes = vec![vec2(60.0, 34.0), vec2(50.0, 17.0)];
        Wanted { anchor: pos2(x, y), sizes, room: vec2(80.0, 60.0), priority }
    }

    fn map() -> Rect {
        Rect::from_min_size(pos2(0.0, 0.0), vec2(290.0, 236.0))
    }

    proptest! {
        #[test]
        fn no_two_names_touch_and_none_leaves_the_map(
            at in prop::collection::vec((-20.0_f32..310.0, -20.0_f32..250.0, 0.0_f32..9.0), 0..25),
        ) {
            let wanted: Vec<_> = at.into_iter().map(|(x, y, first)| wanted(x, y, first)).collect();
            let placed = place(&wanted, map(), 2.0);
            prop_assert_eq!(&place(&wanted, map(), 2.0), &placed);
            let rects: Vec<Rect> = placed.iter().flatten().map(|it| it.rect).collect();
            for (at, rect) in rects.iter().enumerate() {
                prop_assert!(map().contains_rect(*rect));
                for other in &rects[at + 1..] {
                    prop_assert!(!rect.intersects(*other), "{rect:?} on {other:?}");
                }
            }
        }
    }

    #[test]
    fn who_comes_first_stands_at_home() {
        let both = [wanted(100.0, 100.0, 1.0), wanted(104.0, 100.0, 2.0)];
        let placed = place(&both, map(), 2.0);
        assert_eq!(placed[1].unwrap().rect.center(), pos2(104.0, 100.0));
        assert!(placed[0].is_some());
        assert_ne!(placed[0].unwrap().rect.center(), pos2(100.0, 100.0));
    }

    #[test]
    fn a_value_that_does_not_fit_its_region_is_left_out() {
        let small = Wanted { room: vec2(55.0, 20.0), ..wanted(100.0, 100.0, 1.0) };
        assert_eq!(place(&[small], map(), 2.0)[0].unwrap().size, 1);
        assert_eq!(place(&[wanted(100.0, 100.0, 1.0)], map(), 2.0)[0].unwrap().size, 0);
    }

    #[test]
    fn what_is_out_of_sight_has_no_name() {
        assert_eq!(place(&[wanted(-5.0, 10.0, 1.0)], map(), 2.0), [None]);
    }
}
