//! Values spread linearly between the corners of a triangle.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the guard band keeps positions far below 2^53, and float casts saturate"
)]

use super::canvas::{WIDE_ONE, Wide};
use super::corner::{HALF, SUBPIXELS, Snapped};
use super::scan::Span;

/// Fraction bits of a colour channel stepped along a row. With the 16 bits above them the channel
/// fits an `i32`, and 20,000 steps err by less than a hundredth of a level.
const COLOUR_BITS: u32 = 14;

/// Fraction bits of a colour channel followed from row to row.
const PLANE_BITS: u32 = 24;

/// The steepest gradient, in channel units a pixel, that can be followed across 20,000 pixels each
/// way without overflowing an `i64`: black to white within a sixteenth of a pixel.
const STEEPEST: f64 = 1_048_576.0;

/// Where a pixel lies between the corners of a triangle.
pub(super) struct Weights {
    pub a: Snapped,
    pub b: Snapped,
    pub c: Snapped,
    /// One over twice the area.
    pub per_area: f64,
}

impl Weights {
    /// The weights of `b` and `c` at a pixel's centre; that of `a` is the rest to 1.
    pub fn at(&self, (x, y): (i64, i64)) -> [f64; 2] {
        let px = x * SUBPIXELS + HALF - self.a.x;
        let py = y * SUBPIXELS + HALF - self.a.y;
        let of_b = px * (self.c.y - self.a.y) - py * (self.c.x - self.a.x);
        let of_c = (self.b.x - self.a.x) * py - (self.b.y - self.a.y) * px;
        [of_b as f64 * self.per_area, of_c as f64 * self.per_area]
    }

    /// How the weights change from one pixel to the next on its right.
    pub fn step_right(&self) -> [f64; 2] {
        [
            ((self.c.y - self.a.y) * SUBPIXELS) as f64 * self.per_area,
            ((self.a.y - self.b.y) * SUBPIXELS) as f64 * self.per_area,
        ]
    }

    /// How the weights change from one pixel to the next below.
    pub fn step_down(&self) -> [f64; 2] {
        [
            ((self.a.x - self.c.x) * SUBPIXELS) as f64 * self.per_area,
            ((self.b.x - self.a.x) * SUBPIXELS) as f64 * self.per_area,
        ]
    }
}

/// The weighted sum of the differences to the first corner's value.
pub(super) fn weighted(&[a, b, c]: &[f64; 3], [of_b, of_c]: [f64; 2]) -> f64 {
    (b - a) * of_b + (c - a) * of_c
}

/// Colours of three corners, spread linearly between them.
pub(super) struct Gradient {
    /// The pixel that `value` belongs to.
    origin: (i64, i64),
    /// Channels at the origin, with [`PLANE_BITS`] fraction bits and a half added, so that cutting
    /// the fraction off rounds.
    value: [i64; 4],
    right: [i64; 4],
    down: [i64; 4],
    /// The corners' channels, if the gradient is too steep for the above.
    steep: Option<[[f64; 3]; 4]>,
}

impl Gradient {
    pub fn new([a, b, c]: [[f64; 4]; 3], weights: &Weights, origin: (i64, i64)) -> Self {
        let mut corners = [[0.0; 3]; 4];
        for (((channel, a), b), c) in corners.iter_mut().zip(a).zip(b).zip(c) {
            *channel = [a, b, c];
        }
        let (at, right, down) = (weights.at(origin), weights.step_right(), weights.step_down());
        let mut gradient = Self { origin, value: [0; 4], right: [0; 4], down: [0; 4], steep: None };
        let fraction = f64::from(1_u32 << PLANE_BITS);
        let steps = gradient.right.iter_mut().zip(&mut gradient.down);
        for ((channel, value), (step_right, step_down)) in
            corners.iter().zip(&mut gradient.value).zip(steps)
        {
            let (per_right, per_down) = (weighted(channel, right), weighted(channel, down));
            if per_right.abs().max(per_down.abs()) > STEEPEST {
                gradient.steep = Some(corners);
            }
            let [first, ..] = *channel;
            *value = ((first + weighted(channel, at) + 0.5) * fraction) as i64;
            *step_right = (per_right * fraction) as i64;
            *step_down = (per_down * fraction) as i64;
        }
        gradient
    }

    /// The channels at the first pixel of a span, with [`COLOUR_BITS`] fraction bits.
    pub fn start_of(&self, span: Span, weights: &Weights) -> [i32; 4] {
        let mut channels = [0; 4];
        if let Some(corners) = &self.steep {
            // Only slivers are so steep; errors must not add up over their rows.
            let at = weights.at((span.start, span.y));
            let fraction = f64::from(1_u32 << COLOUR_BITS);
            for (start, channel) in channels.iter_mut().zip(corners) {
                let [first, ..] = *channel;
                *start = ((first + weighted(channel, at) + 0.5) * fraction) as i32;
            }
            return channels;
        }
        let (x, y) = (span.start - self.origin.0, span.y - self.origin.1);
        let steps = self.right.iter().zip(&self.down);
        for ((start, value), (right, down)) in channels.iter_mut().zip(&self.value).zip(steps) {
            let here = value.wrapping_add(right.wrapping_mul(x)).wrapping_add(down.wrapping_mul(y));
            *start = (here >> (PLANE_BITS - COLOUR_BITS)) as i32;
        }
        channels
    }

    /// What to add to the channels from one pixel to the next on its right.
    pub fn step(&self) -> [i32; 4] {
        let mut step = [0; 4];
        for (step, right) in step.iter_mut().zip(self.right) {
            // Too large for an `i32` only where no row has two pixels.
            *step = (right >> (PLANE_BITS - COLOUR_BITS)) as i32;
        }
        step
    }
}

/// Steps to the next pixel.
#[inline]
pub(super) fn advance(channels: &mut [i32; 4], step: [i32; 4]) {
    for (channel, step) in channels.iter_mut().zip(step) {
        *channel = channel.wrapping_add(step);
    }
}

/// The channels of a pixel, without their fractions.
#[inline]
pub(super) fn colour_of(channels: &[i32; 4]) -> Wide {
    let mut colour = [0; 4];
    for (colour, channel) in colour.iter_mut().zip(channels) {
        *colour = stepped_channel(*channel);
    }
    colour
}

/// Cuts off the fraction; slivers may step a little beyond their corners' colours.
#[expect(clippy::cast_sign_loss, reason = "limited to 0 first")]
fn stepped_channel(channel: i32) -> u32 {
    ((channel >> COLOUR_BITS).max(0) as u32).min(WIDE_ONE)
}
