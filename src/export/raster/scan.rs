//! Which pixels a triangle covers, row by row.

use std::ops::Range;

use super::canvas::ClipPx;
use super::corner::{HALF, SUBPIXELS, Snapped, first_centre};

/// One row of a triangle: its pixels from `start` up to but without `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub y: i64,
    pub start: i64,
    pub end: i64,
}

/// Walks the rows of a clockwise triangle within a clip rectangle.
///
/// Divides twice an edge when it starts and only adds from row to row, exactly.
pub(super) struct Scan {
    y: i64,
    end_y: i64,
    start_x: i64,
    end_x: i64,
    origin: (i64, i64),
    edges: [Edge; 3],
}

impl Scan {
    /// `None` when no pixel centre lies in all of the triangle's bounding box, `clip` and `rows`.
    pub fn new([a, b, c]: [Snapped; 3], clip: ClipPx, rows: &Range<i64>) -> Option<Self> {
        let top = first_centre(a.y.min(b.y).min(c.y)).max(clip.top);
        let bottom = first_centre(a.y.max(b.y).max(c.y) + 1).min(clip.bottom);
        let (start_y, end_y) = (top.max(rows.start), bottom.min(rows.end));
        let start_x = first_centre(a.x.min(b.x).min(c.x)).max(clip.left);
        let end_x = first_centre(a.x.max(b.x).max(c.x) + 1).min(clip.right);
        if start_y >= end_y || start_x >= end_x {
            return None;
        }
        Some(Self {
            y: start_y,
            end_y,
            start_x,
            end_x,
            origin: (start_x, top),
            edges: [Edge::new(a, b, start_y), Edge::new(b, c, start_y), Edge::new(c, a, start_y)],
        })
    }
}

impl Scan {
    /// A pixel near the first one, as (column, row), whichever rows are walked.
    pub fn origin(&self) -> (i64, i64) {
        self.origin
    }
}

impl Iterator for Scan {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while self.y < self.end_y {
            let mut span = Span { y: self.y, start: self.start_x, end: self.end_x };
            for edge in &mut self.edges {
                edge.narrow(&mut span);
                edge.advance();
            }
            self.y += 1;
            if span.start < span.end {
                return Some(span);
            }
        }
        None
    }
}

/// An edge, as the limit it sets on the pixels of the current row.
enum Edge {
    /// Going down: pixels up to and with the quotient are inside.
    Right(Quotient),
    /// Going up: pixels from minus the quotient are inside.
    Left(Quotient),
    /// Level: all pixels of the row are inside, or none.
    Level { value: i64, step: i64 },
}

impl Edge {
    /// The edge from `a` to `b` at row `y`.
    ///
    /// The inside is where `dx · (y − a.y) − dy · (x − a.x)` is positive at the pixel's centre, or
    /// zero on a left edge (`dy < 0`) or a top edge (`dy = 0`, `dx > 0`).
    fn new(a: Snapped, b: Snapped, y: i64) -> Self {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let owns_its_pixels = dy < 0 || (dy == 0 && dx > 0);
        let value =
            dx * (y * SUBPIXELS + HALF - a.y) - dy * (HALF - a.x) - i64::from(!owns_its_pixels);
        let step = dx * SUBPIXELS;
        match dy {
            0 => Self::Level { value, step },
            1.. => Self::Right(Quotient::new(value, step, dy * SUBPIXELS)),
            ..0 => Self::Left(Quotient::new(value, step, -dy * SUBPIXELS)),
        }
    }

    fn narrow(&self, span: &mut Span) {
        match self {
            Self::Right(quotient) => span.end = span.end.min(quotient.floor + 1),
            Self::Left(quotient) => span.start = span.start.max(-quotient.floor),
            Self::Level { value, .. } if *value < 0 => span.end = span.start,
            Self::Level { .. } => {}
        }
    }

    fn advance(&mut self) {
        match self {
            Self::Right(quotient) | Self::Left(quotient) => quotient.advance(),
            Self::Level { value, step } => *value += *step,
        }
    }
}

/// The floor of a quotient whose dividend grows by the same amount each row.
struct Quotient {
    floor: i64,
    remainder: i64,
    step_floor: i64,
    step_remainder: i64,
    divisor: i64,
}

impl Quotient {
    /// `divisor` must be positive.
    fn new(dividend: i64, step: i64, divisor: i64) -> Self {
        Self {
            floor: dividend.div_euclid(divisor),
            remainder: dividend.rem_euclid(divisor),
            step_floor: step.div_euclid(divisor),
            step_remainder: step.rem_euclid(divisor),
            divisor,
        }
    }

    fn advance(&mut self) {
        self.floor += self.step_floor;
        self.remainder += self.step_remainder;
        if self.remainder >= self.divisor {
            self.remainder -= self.divisor;
            self.floor += 1;
        }
    }
}
