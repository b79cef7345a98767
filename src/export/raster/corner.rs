//! Corners of triangles, and their places on a grid finer than the pixels.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "positions within the guard band are far below 2^53"
)]

use egui::epaint::Vertex;

/// Corners further out than this many pixels are cut off before painting. With 256 steps a pixel
/// the products in an edge then stay below 2^61.
pub(super) const GUARD_PX: f64 = 1_048_576.0;

/// Steps in a pixel that corners are snapped to.
pub(super) const SUBPIXELS: i64 = 256;

/// From a pixel's edge to its centre.
pub(super) const HALF: i64 = SUBPIXELS / 2;

/// A triangle's corner before snapping.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corner {
    pub x_px: f64,
    pub y_px: f64,
    /// Texture coordinates, 0 to 1 across the texture.
    pub uv: [f64; 2],
    /// Premultiplied colour; channels run to 255 · 255.
    pub colour: [f64; 4],
}

impl Corner {
    pub fn new(vertex: &Vertex, scale_ppp: f32) -> Self {
        let scale_ppp = f64::from(scale_ppp);
        Self {
            x_px: f64::from(vertex.pos.x) * scale_ppp,
            y_px: f64::from(vertex.pos.y) * scale_ppp,
            uv: [f64::from(vertex.uv.x), f64::from(vertex.uv.y)],
            colour: vertex.color.to_array().map(|channel| f64::from(channel) * 255.0),
        }
    }

    pub fn is_finite(&self) -> bool {
        self.x_px.is_finite() && self.y_px.is_finite()
    }

    /// The point a `share` (0 to 1) of the way to `other`.
    pub fn towards(&self, other: &Self, share: f64) -> Self {
        let mix = |from: f64, to: f64| {
            let mixed = from + (to - from) * share;
            mixed.max(from.min(to)).min(from.max(to))
        };
        let mut mixed = *self;
        mixed.x_px = mix(self.x_px, other.x_px);
        mixed.y_px = mix(self.y_px, other.y_px);
        for (value, to) in mixed.uv.iter_mut().zip(other.uv) {
            *value = mix(*value, to);
        }
        for (value, to) in mixed.colour.iter_mut().zip(other.colour) {
            *value = mix(*value, to);
        }
        mixed
    }
}

/// A position in 256ths of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Snapped {
    pub x: i64,
    pub y: i64,
}

impl Snapped {
    /// Snaps a position; `None` outside the guard band and for what is not a number.
    ///
    /// Halves go right and down everywhere alike, so that moving a figure by whole pixels does not
    /// change its shape.
    pub fn new(x_px: f64, y_px: f64) -> Option<Self> {
        // Lifted above zero, where the cast rounds down: faster than `floor` on older processors.
        const LIFT: i64 = 1 << 30;
        if !(x_px.abs() <= GUARD_PX && y_px.abs() <= GUARD_PX) {
            return None;
        }
        let snap = |at_px: f64| (at_px * SUBPIXELS as f64 + (LIFT as f64 + 0.5)) as i64 - LIFT;
        Some(Self { x: snap(x_px), y: snap(y_px) })
    }

    /// Snaps a vertex painted at `scale_ppp` pixels per point, with the same exceptions.
    pub fn of(vertex: &Vertex, scale_ppp: f32) -> Option<Self> {
        let scale_ppp = f64::from(scale_ppp);
        Self::new(f64::from(vertex.pos.x) * scale_ppp, f64::from(vertex.pos.y) * scale_ppp)
    }
}

/// The first pixel whose centre is at or beyond `at`, in 256ths of a pixel.
pub(super) fn first_centre(at: i64) -> i64 {
    (at + HALF - 1).div_euclid(SUBPIXELS)
}
