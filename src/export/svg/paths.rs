//! Path data, and where lines stand.

use std::fmt::Write;

use egui::{CornerRadius, Pos2, Rect, Stroke};

use super::xml::number;

/// How a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Level,
    Upright,
    Slanting,
}

#[expect(clippy::float_cmp, reason = "a line is level where its ends are exactly as high")]
fn way([from, to]: [Pos2; 2]) -> Way {
    if from.x == to.x {
        Way::Upright
    } else if from.y == to.y {
        Way::Level
    } else {
        Way::Slanting
    }
}

/// Puts a level or upright line on whole pixels, where egui paints it.
pub(super) fn align(points: &mut [Pos2; 2], stroke: Stroke, scale_ppp: f32) {
    let way = way(*points);
    let [from, to] = points;
    match way {
        Way::Upright => {
            stroke.round_center_to_pixel(scale_ppp, &mut from.x);
            to.x = from.x;
        }
        Way::Level => {
            stroke.round_center_to_pixel(scale_ppp, &mut from.y);
            to.y = from.y;
        }
        Way::Slanting => {}
    }
}

/// Lines apart from each other.
pub(super) fn lines(lines: &[[Pos2; 2]]) -> String {
    let mut data = String::new();
    for line in lines {
        let [from, to] = *line;
        let _ = write!(data, "M{} {}", number(from.x), number(from.y));
        let _ = match way(*line) {
            Way::Upright => write!(data, "V{}", number(to.y)),
            Way::Level => write!(data, "H{}", number(to.x)),
            Way::Slanting => write!(data, "L{} {}", number(to.x), number(to.y)),
        };
    }
    data
}

/// Points joined by straight lines.
pub(super) fn polyline(points: &[Pos2]) -> String {
    let mut data = String::new();
    for (at, point) in points.iter().enumerate() {
        let command = match at {
            0 => "M",
            1 => "L",
            _ => " ",
        };
        let _ = write!(data, "{command}{} {}", number(point.x), number(point.y));
    }
    data
}

/// A rectangle whose corners differ; `outward` is added to each radius, as the stroke's middle lies
/// that far outside of the rectangle.
pub(super) fn uneven_rect(rect: Rect, corners: CornerRadius, outward: f32) -> String {
    let most = rect.size().min_elem().max(0.0) / 2.0;
    let radius = |corner: u8| {
        if corner == 0 { 0.0 } else { (f32::from(corner) + outward).clamp(0.0, most) }
    };
    let [nw, ne, se, sw] = [corners.nw, corners.ne, corners.se, corners.sw].map(radius);
    let arc = |radius: f32, x: f32, y: f32| {
        let radius = number(radius);
        format!("A{radius} {radius} 0 0 1 {} {}", number(x), number(y))
    };
    let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    format!(
        "M{} {}H{}{}V{}{}H{}{}V{}{}Z",
        number(left + nw),
        number(top),
        number(right - ne),
        arc(ne, right, top + ne),
        number(bottom - se),
        arc(se, right - se, bottom),
        number(left + sw),
        arc(sw, left, bottom - sw),
        number(top + nw),
        arc(nw, left + nw, top),
    )
}
