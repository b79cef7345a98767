//! Textures and their sampling.

use std::sync::Arc;

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, ColorImage, TextureFilter, TextureOptions, TextureWrapMode};

/// Sub-texel steps in one texel: graphics cards weigh texels in 256ths too.
pub(super) const SUBTEXELS: i64 = 256;

/// Full scale of a sampled channel.
pub(super) const SAMPLE_ONE: u32 = 255 * 256;

/// A texture and how to read it.
pub(super) struct Texture {
    image: Arc<ColorImage>,
    options: TextureOptions,
}

impl Texture {
    /// A texture made by a whole update.
    pub fn new(ImageDelta { image, options, .. }: ImageDelta) -> Self {
        let ImageData::Color(image) = image;
        Self { image, options }
    }

    /// Replaces the part whose top left texel is `corner`, cut to the texture.
    pub fn patch(&mut self, [left, top]: [usize; 2], delta: &ImageDelta) {
        self.options = delta.options;
        let ImageData::Color(part) = &delta.image;
        let [part_width, _] = part.size;
        let image = Arc::make_mut(&mut self.image);
        let [width, height] = image.size;
        let copied = part_width.min(width.saturating_sub(left));
        if copied == 0 {
            return;
        }
        let rows = part
            .pixels
            .chunks_exact(part_width)
            .zip(top..height)
            .filter_map(|(row, y)| Some((row.get(..copied)?, y)));
        for (row, y) in rows {
            let start = y * width + left;
            if let Some(target) = image.pixels.get_mut(start..start + copied) {
                target.copy_from_slice(row);
            }
        }
    }

    /// Width and height in texels.
    pub fn size(&self) -> [usize; 2] {
        self.image.size
    }

    /// The texels of row `y` from column `x_start` up to but without `x_end`; `None` when some lie
    /// outside.
    pub fn row(&self, y: i64, x_start: i64, x_end: i64) -> Option<&[Color32]> {
        let [width, _] = self.image.size;
        let start = usize::try_from(x_start).ok()?;
        let end = usize::try_from(x_end).ok()?;
        if end > width {
            return None;
        }
        let row = usize::try_from(y).ok()?.checked_mul(width)?;
        self.image.pixels.get(row + start..row + end)
    }

    /// The filter for a mapping that crosses `texels_per_px` texels from one pixel to the next.
    pub fn filter(&self, texels_per_px: f64) -> TextureFilter {
        if texels_per_px > 1.0 { self.options.minification } else { self.options.magnification }
    }

    /// The colour at one point of texture coordinates, for meshes that show only that point.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "texture sizes are far below 2^53, and float casts saturate"
    )]
    pub fn sample_point(&self, [u, v]: [f64; 2]) -> [u32; 4] {
        // All plain shapes show the corner of egui's first texture, where it is white.
        if u == 0.0 && v == 0.0 && self.options.wrap_mode == TextureWrapMode::ClampToEdge {
            return self.texel(0, 0).map(|channel| u32::from(channel) * 256);
        }
        let [width, height] = self.image.size.map(|texels| texels as f64);
        let subtexel = |at: f64| (at * SUBTEXELS as f64 + 0.5).floor() as i64;
        self.sample(subtexel(u * width), subtexel(v * height), self.options.magnification)
    }

    /// The colour at `(x, y)` in 256ths of a texel from the top left; channels run to
    /// [`SAMPLE_ONE`].
    pub fn sample(&self, x: i64, y: i64, filter: TextureFilter) -> [u32; 4] {
        match filter {
            TextureFilter::Nearest => self
                .texel(x.div_euclid(SUBTEXELS), y.div_euclid(SUBTEXELS))
                .map(|channel| u32::from(channel) * 256),
            TextureFilter::Linear => self.sample_linear(x, y),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the weights are remainders of 256")]
    fn sample_linear(&self, x: i64, y: i64) -> [u32; 4] {
        // Texels are weighed by how far their centres are.
        let (x, y) = (x.saturating_sub(SUBTEXELS / 2), y.saturating_sub(SUBTEXELS / 2));
        let (left, top) = (x.div_euclid(SUBTEXELS), y.div_euclid(SUBTEXELS));
        let right_weight = x.rem_euclid(SUBTEXELS) as u32;
        let bottom_weight = y.rem_euclid(SUBTEXELS) as u32;
        let taps = [
            (left, top, (256 - right_weight) * (256 - bottom_weight)),
            (left + 1, top, right_weight * (256 - bottom_weight)),
            (left, top + 1, (256 - right_weight) * bottom_weight),
            (left + 1, top + 1, right_weight * bottom_weight),
        ];
        let mut sum = [0; 4];
        for (x, y, weight) in taps {
            if weight > 0 {
                for (sum, channel) in sum.iter_mut().zip(self.texel(x, y)) {
                    *sum += u32::from(channel) * weight;
                }
            }
        }
        sum.map(|channel: u32| (channel + 128) >> 8)
    }

    fn texel(&self, x: i64, y: i64) -> [u8; 4] {
        let [width, height] = self.image.size;
        let wrap = self.options.wrap_mode;
        wrapped(x, width, wrap)
            .zip(wrapped(y, height, wrap))
            .and_then(|(x, y)| self.image.pixels.get(y * width + x))
            .map_or([0; 4], Color32::to_array)
    }
}

/// Brings a texel index into `0..size`; `None` for a texture without texels.
fn wrapped(index: i64, size: usize, mode: TextureWrapMode) -> Option<usize> {
    let size = i64::try_from(size).ok().filter(|size| *size > 0)?;
    let inside = match mode {
        TextureWrapMode::ClampToEdge => index.clamp(0, size - 1),
        TextureWrapMode::Repeat => index.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let folded = index.rem_euclid(2 * size);
            folded.min(2 * size - 1 - folded)
        }
    };
    usize::try_from(inside).ok()
}
