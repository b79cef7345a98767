//! The pixels being painted, and how one colour goes over another.

use std::ops::Range;

use egui::Color32;

/// A channel multiplied by a texel: both are 0..=255, so full scale is 255 · 255.
///
/// Blending from this scale rounds once, to the nearest level, like a graphics card that blends in
/// floating point and stores eight bits.
pub(super) const WIDE_ONE: u32 = 255 * 255;

/// A premultiplied colour; channels run to [`WIDE_ONE`].
pub(super) type Wide = [u32; 4];

/// A clip rectangle in whole pixels inside the picture; `right` and `bottom` are exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClipPx {
    pub left: i64,
    pub top: i64,
    pub right: i64,
    pub bottom: i64,
}

impl ClipPx {
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }
}

/// A strip of whole rows of the picture being painted, in premultiplied colours.
pub(super) struct Canvas {
    width_px: usize,
    rows: Range<i64>,
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    /// No rows yet.
    pub fn new(width_px: u32) -> Self {
        let width_px = usize::try_from(width_px).unwrap_or(usize::MAX);
        Self { width_px, rows: 0..0, pixels: Vec::new() }
    }

    /// Starts anew with other rows of the picture, in the background's colour.
    pub fn begin(&mut self, rows: Range<u32>, background: Color32) {
        let height_px = usize::try_from(rows.end.saturating_sub(rows.start)).unwrap_or(usize::MAX);
        self.rows = i64::from(rows.start)..i64::from(rows.end);
        self.pixels.clear();
        self.pixels.resize(self.width_px.saturating_mul(height_px), background.to_array());
    }

    /// The rows that are painted now, counted from the top of the picture.
    pub fn rows(&self) -> Range<i64> {
        self.rows.clone()
    }

    /// Those of the rows from `top` up to but without `bottom` that are painted now.
    pub fn rows_within(&self, top: i64, bottom: i64) -> Range<i64> {
        top.max(self.rows.start)..bottom.min(self.rows.end)
    }

    pub fn pixels_mut(&mut self) -> &mut [[u8; 4]] {
        &mut self.pixels
    }

    pub fn into_pixels(self) -> Vec<[u8; 4]> {
        self.pixels
    }

    /// The pixels of row `y` from column `x_start` up to but without `x_end`.
    ///
    /// Looked up once a row, so that the loops over pixels need no checks of their own.
    pub fn span_mut(&mut self, y: i64, x_start: i64, x_end: i64) -> Option<&mut [[u8; 4]]> {
        let row = usize::try_from(y - self.rows.start).ok()?.checked_mul(self.width_px)?;
        let start = usize::try_from(x_start).ok()?;
        let end = usize::try_from(x_end).ok()?;
        if end > self.width_px {
            return None;
        }
        self.pixels.get_mut(row.checked_add(start)?..row.checked_add(end)?)
    }

    /// Paints one colour over a span.
    pub fn fill_span(&mut self, y: i64, x_start: i64, x_end: i64, colour: Wide) {
        let Some(span) = self.span_mut(y, x_start, x_end) else {
            return;
        };
        if is_opaque(colour) {
            span.fill(narrow(colour));
        } else {
            for pixel in span {
                blend(pixel, colour);
            }
        }
    }
}

/// Whether the colour hides what is below it.
pub(super) fn is_opaque(colour: Wide) -> bool {
    let [.., alpha] = colour;
    alpha >= WIDE_ONE
}

/// Whether painting the colour changes nothing.
pub(super) fn is_nothing(colour: Wide) -> bool {
    colour == [0; 4]
}

fn narrow(colour: Wide) -> [u8; 4] {
    let mut pixel = [0; 4];
    blend(&mut pixel, colour);
    pixel
}

/// Paints `source` over `pixel`: source + pixel · (1 − source alpha), rounded to the nearest level.
#[inline]
pub(super) fn blend(pixel: &mut [u8; 4], source: Wide) {
    let [.., alpha] = source;
    let keep = WIDE_ONE - alpha.min(WIDE_ONE);
    for (below, above) in pixel.iter_mut().zip(source) {
        let sum = above * 255 + u32::from(*below) * keep + WIDE_ONE / 2;
        // Over 255 only for colours brighter than their alpha, which egui uses to add light.
        *below = (sum / WIDE_ONE).min(255) as u8;
    }
}

/// A colour times a texel, exactly.
#[inline]
pub(super) fn tint(colour: [u8; 4], texel: [u8; 4]) -> Wide {
    let mut wide = [0; 4];
    for ((wide, colour), texel) in wide.iter_mut().zip(colour).zip(texel) {
        *wide = u32::from(colour) * u32::from(texel);
    }
    wide
}
