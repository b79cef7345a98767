//! A software painter for egui's tessellated output.
//!
//! It follows the OpenGL painter that shows the window: vertex colours are interpolated linearly in
//! gamma space, multiplied by the texture in gamma space, and blended with premultiplied alpha.
//! Two things differ on purpose:
//!
//! * **No dithering.** The window adds noise below one colour level to hide banding; a file must
//!   keep flat areas flat, both for its size and so that a colour can be read back from a legend.
//! * **No mipmaps.** A texture shrunk below its size is filtered from its full-size level.
//!
//! Every step from a vertex to a byte is integer arithmetic or single IEEE 754 operations in a
//! fixed order, on one thread, so equal input gives equal bytes on every machine.

mod canvas;
mod corner;
mod gradient;
mod guard;
mod pixmap;
mod quad;
mod scan;
mod texture;
mod triangle;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, Rect, TextureId, TexturesDelta};

pub use pixmap::Pixmap;

use canvas::{Canvas, ClipPx};
use corner::{Corner, Snapped};
use texture::Texture;

/// The pixels of a strip. Larger ones leave the processor's cache, smaller ones make it look at
/// every triangle more often.
const STRIP_AREA_PX: u32 = 256 * 1024;

/// Paints egui's tessellated output into a [`Pixmap`], and keeps the textures it refers to.
#[derive(Default)]
pub struct Rasterizer {
    textures: BTreeMap<TextureId, Texture>,
    /// egui frees a texture only after the frame that still shows it, hence one update late.
    to_free: BTreeSet<TextureId>,
}

impl Rasterizer {
    /// A rasteriser that knows no textures yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over the texture changes of one egui frame, leaving `delta` empty.
    ///
    /// egui insists that every change be consumed (it panics in debug builds when one is dropped),
    /// hence `&mut`. Frees take effect at the next call, because the frame that reports a free may
    /// still show the texture. A partial update of an unknown texture is ignored, and one that
    /// reaches over the edge is cut to it.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        while let Some(id) = self.to_free.pop_first() {
            self.textures.remove(&id);
        }
        // Textures do not depend on each other, so the map's order has no effect on the result.
        for (id, changes) in delta.set.drain() {
            for change in changes {
                match change.pos {
                    None => {
                        self.textures.insert(id, Texture::new(change));
                    }
                    Some(corner) => {
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.patch(corner, &change);
                        }
                    }
                }
            }
        }
        self.to_free.extend(delta.free.drain());
    }

    /// Paints `primitives` over `background` into a picture of `size_px` (width, height) pixels.
    ///
    /// `scale_ppp` is the number of pixels per egui point the primitives were tessellated for.
    /// The result is opaque when `background` is. Meshes with an unknown texture are left out, as
    /// the window's painter does, and so are triangles with a corner that is not a finite number.
    /// Paint callbacks are ignored: they carry commands for a graphics card, which nothing can run
    /// here.
    ///
    /// The caller bounds the size: the picture takes 4 bytes a pixel.
    /// [`offscreen`](crate::export::offscreen) does so.
    #[must_use]
    pub fn render(
        &self,
        primitives: &[ClippedPrimitive],
        size_px: [u32; 2],
        scale_ppp: f32,
        background: Color32,
    ) -> Pixmap {
        let [width_px, height_px] = size_px;
        let mut canvas = Canvas::new(width_px);
        canvas.begin(0..height_px, background);
        self.paint(&mut canvas, primitives, size_px, scale_ppp);
        Pixmap::from_premultiplied(size_px, scale_ppp, canvas.into_pixels(), background)
    }

    /// Paints the same pixels as [`render`](Self::render), a strip of whole rows at a time from the
    /// top, and gives each strip to `take` as [`Pixmap::rgba`] holds it. So a picture of any height
    /// takes the memory of one strip.
    ///
    /// # Errors
    /// As soon as `take` fails, with its error.
    pub fn render_strips<E>(
        &self,
        primitives: &[ClippedPrimitive],
        size_px: [u32; 2],
        scale_ppp: f32,
        background: Color32,
        take: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let [width_px, _] = size_px;
        let strip_px = (STRIP_AREA_PX / width_px.max(1)).max(1);
        self.strips(primitives, (size_px, strip_px), scale_ppp, background, take)
    }

    /// [`render_strips`](Self::render_strips) with strips `strip_px` rows high.
    fn strips<E>(
        &self,
        primitives: &[ClippedPrimitive],
        (size_px, strip_px): ([u32; 2], u32),
        scale_ppp: f32,
        background: Color32,
        mut take: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let [width_px, height_px] = size_px;
        let mut canvas = Canvas::new(width_px);
        let mut top = 0;
        while top < height_px {
            let bottom = top.saturating_add(strip_px).min(height_px);
            canvas.begin(top..bottom, background);
            self.paint(&mut canvas, primitives, size_px, scale_ppp);
            pixmap::straighten(canvas.pixels_mut(), background);
            take(canvas.pixels_mut().as_flattened())?;
            top = bottom;
        }
        Ok(())
    }

    fn paint(
        &self,
        canvas: &mut Canvas,
        primitives: &[ClippedPrimitive],
        size_px: [u32; 2],
        scale_ppp: f32,
    ) {
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            let clip = clip_in_pixels(*clip_rect, scale_ppp, size_px);
            let rows = canvas.rows_within(clip.top, clip.bottom);
            match primitive {
                Primitive::Mesh(mesh) if !clip.is_empty() && !rows.is_empty() => {
                    if let Some(texture) = self.textures.get(&mesh.texture_id) {
                        paint_mesh(canvas, clip, mesh, texture, scale_ppp);
                    }
                }
                Primitive::Mesh(_) | Primitive::Callback(_) => {}
            }
        }
    }
}

/// Whether corners lie all above or all below `rows`; a pixel's slack covers any rounding.
fn misses<const N: usize>(corners: [&Vertex; N], rows: &Range<i64>, scale_ppp: f32) -> bool {
    let (top, bottom) = (rows.start as f32 - 1.0, rows.end as f32 + 1.0);
    corners.iter().all(|it| it.pos.y * scale_ppp < top)
        || corners.iter().all(|it| it.pos.y * scale_ppp > bottom)
}

/// Rounds a clip rectangle to whole pixels exactly as the window's painter does.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float cast saturates, which is what a rectangle reaching to infinity wants"
)]
fn clip_in_pixels(clip_rect: Rect, scale_ppp: f32, [width_px, height_px]: [u32; 2]) -> ClipPx {
    let to_px = |at_pt: f32| i64::from((scale_ppp * at_pt).round() as i32);
    let (width_px, height_px) = (i64::from(width_px), i64::from(height_px));
    let left = to_px(clip_rect.min.x).clamp(0, width_px);
    let top = to_px(clip_rect.min.y).clamp(0, height_px);
    ClipPx {
        left,
        top,
        right: to_px(clip_rect.max.x).clamp(left, width_px),
        bottom: to_px(clip_rect.max.y).clamp(top, height_px),
    }
}

fn paint_mesh(canvas: &mut Canvas, clip: ClipPx, mesh: &Mesh, texture: &Texture, scale_ppp: f32) {
    let vertex = |index: &u32| -> Option<&Vertex> {
        usize::try_from(*index).ok().and_then(|index| mesh.vertices.get(index))
    };
    let rows = canvas.rows();
    let mut rest = mesh.indices.as_slice();
    loop {
        if let Some((six, after)) = rest.split_first_chunk::<6>()
            && let Some(indices) = quad::corner_indices(*six)
            && let [Some(a), Some(b), Some(c), Some(d)] = indices.each_ref().map(vertex)
            && (misses([a, b, c, d], &rows, scale_ppp)
                || quad::paint(canvas, clip, [a, b, c, d], texture, scale_ppp))
        {
            rest = after;
            continue;
        }
        let Some((three, after)) = rest.split_first_chunk::<3>() else {
            break;
        };
        rest = after;
        if let [Some(a), Some(b), Some(c)] = three.each_ref().map(vertex)
            && !misses([a, b, c], &rows, scale_ppp)
        {
            paint_triangle(canvas, clip, [a, b, c], texture, scale_ppp);
        }
    }
}

fn paint_triangle(
    canvas: &mut Canvas,
    clip: ClipPx,
    vertices: [&Vertex; 3],
    texture: &Texture,
    scale_ppp: f32,
) {
    let [first, second, third] = vertices;
    let corners = || {
        [
            Corner::new(first, scale_ppp),
            Corner::new(second, scale_ppp),
            Corner::new(third, scale_ppp),
        ]
    };
    if let (Some(a), Some(b), Some(c)) = (
        Snapped::of(first, scale_ppp),
        Snapped::of(second, scale_ppp),
        Snapped::of(third, scale_ppp),
    ) {
        triangle::paint(canvas, clip, [a, b, c], corners, texture);
        return;
    }
    let corners = corners();
    if !corners.iter().all(Corner::is_finite) {
        return;
    }
    let polygon = guard::clip(corners);
    let Some((first, others)) = polygon.split_first() else {
        return;
    };
    for pair in others.windows(2) {
        if let [second, third] = pair {
            let corners = [*first, *second, *third];
            let places = corners.map(|corner| Snapped::new(corner.x_px, corner.y_px));
            if let [Some(a), Some(b), Some(c)] = places {
                triangle::paint(canvas, clip, [a, b, c], || corners, texture);
            }
        }
    }
}
