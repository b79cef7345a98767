//! A finished picture.

use egui::Color32;

/// A picture in memory: rows from the top, four bytes a pixel.
#[derive(Clone, Debug, PartialEq)]
pub struct Pixmap {
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// Pixels per egui point the picture was made for; [`png`](crate::export::png) derives the
    /// printed size from it.
    pub scale_ppp: f32,
    /// Red, green, blue, alpha in sRGB; `4 * width_px * height_px` bytes. The colours are straight
    /// (not multiplied by alpha), as PNG and the `image` crate want them; for an opaque picture,
    /// the only kind the application makes, both forms are the same bytes.
    pub rgba: Vec<u8>,
}

impl Pixmap {
    /// Takes premultiplied pixels that were painted over `background`.
    pub(super) fn from_premultiplied(
        [width_px, height_px]: [u32; 2],
        scale_ppp: f32,
        mut pixels: Vec<[u8; 4]>,
        background: Color32,
    ) -> Self {
        straighten(&mut pixels, background);
        Self { width_px, height_px, scale_ppp, rgba: pixels.into_flattened() }
    }

    /// Whether no pixel lets anything shine through.
    #[must_use]
    pub fn is_opaque(&self) -> bool {
        self.rgba.as_chunks::<4>().0.iter().all(|[_, _, _, alpha]| *alpha == u8::MAX)
    }

    /// The pixel at column `x_px`, row `y_px`, counted from the top left; `None` outside.
    #[must_use]
    pub fn pixel(&self, x_px: u32, y_px: u32) -> Option<[u8; 4]> {
        if x_px >= self.width_px || y_px >= self.height_px {
            return None;
        }
        let width = usize::try_from(self.width_px).ok()?;
        let row = usize::try_from(y_px).ok()?.checked_mul(width)?;
        let at = row.checked_add(usize::try_from(x_px).ok()?)?;
        self.rgba.as_chunks::<4>().0.get(at).copied()
    }
}

/// Divides by alpha; only a see-through background makes that necessary.
pub(super) fn straighten(pixels: &mut [[u8; 4]], background: Color32) {
    if !background.is_opaque() {
        for pixel in pixels {
            *pixel = straight(*pixel);
        }
    }
}

fn straight([red, green, blue, alpha]: [u8; 4]) -> [u8; 4] {
    let divide = |channel: u8| {
        let alpha = u16::from(alpha);
        let rounded = (u16::from(channel) * 255 + alpha / 2).checked_div(alpha).unwrap_or(0);
        u8::try_from(rounded).unwrap_or(u8::MAX)
    };
    [divide(red), divide(green), divide(blue), alpha]
}
