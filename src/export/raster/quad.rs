//! Upright rectangles given as two triangles: every glyph, and every plain rectangle.
//!
//! Painting them at once saves the set-up of two triangles, and lets a glyph be copied texel by
//! texel. The result equals that of the triangles.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "float casts saturate, and texture sizes are far below 2^53"
)]

use egui::Color32;
use egui::epaint::Vertex;

use super::canvas::{Canvas, ClipPx, blend, is_nothing, tint};
use super::corner::{SUBPIXELS, Snapped, first_centre};
use super::texture::{SUBTEXELS, Texture};

/// How far a texel may be from its pixel, in 256ths, and still count as lying on it; covers the
/// rounding of texture coordinates.
const SLACK: i64 = 1;

/// The corners of two triangles that share an edge, in an order that starts with one end of the
/// shared diagonal and goes around; `None` for other triangles.
pub(super) fn corner_indices(six: [u32; 6]) -> Option<[u32; 4]> {
    match six {
        // How epaint lists a rectangle or a glyph.
        [apex, from, to, to_again, from_again, other] if [to, from] == [to_again, from_again] => {
            Some([from, apex, to, other])
        }
        // How it lists a convex polygon of four points.
        [from, apex, to, from_again, to_again, other] if [from, to] == [from_again, to_again] => {
            Some([from, apex, to, other])
        }
        _ => None,
    }
}

/// Paints four corners in order if they are an upright rectangle of one colour that shows either
/// one point of its texture or one texel a pixel; otherwise does nothing and returns `false`.
pub(super) fn paint(
    canvas: &mut Canvas,
    clip: ClipPx,
    vertices: [&Vertex; 4],
    texture: &Texture,
    scale_ppp: f32,
) -> bool {
    let [first, second, third, fourth] = vertices;
    let colour = first.color;
    if [second, third, fourth].iter().any(|vertex| vertex.color != colour) {
        return false;
    }
    let (Some(at_first), Some(at_second), Some(at_third), Some(at_fourth)) = (
        Snapped::of(first, scale_ppp),
        Snapped::of(second, scale_ppp),
        Snapped::of(third, scale_ppp),
        Snapped::of(fourth, scale_ppp),
    ) else {
        return false;
    };
    let places = [at_first, at_second, at_third, at_fourth];
    if !is_upright(places) {
        return false;
    }
    let area = covered(places, clip);
    if [second, third, fourth].iter().all(|vertex| vertex.uv == first.uv) {
        let texel = texture.sample_point([f64::from(first.uv.x), f64::from(first.uv.y)]);
        // Mixed texels keep fractions that only the triangles carry on.
        if texel.iter().any(|channel| channel % 256 != 0) {
            return false;
        }
        let colour = tint(colour.to_array(), texel.map(|channel| (channel / 256) as u8));
        if !is_nothing(colour) {
            for y in canvas.rows_within(area.top, area.bottom) {
                canvas.fill_span(y, area.left, area.right, colour);
            }
        }
        return true;
    }
    texel_offset(vertices, places, texture)
        .is_some_and(|offset| copy(canvas, area, colour, texture, offset))
}

/// Whether four corners in order make a rectangle with level and plumb sides.
fn is_upright([a, b, c, d]: [Snapped; 4]) -> bool {
    (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
        || (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x)
}

/// The pixels of an upright rectangle with these opposite corners that lie within `clip`.
fn covered([a, _, c, _]: [Snapped; 4], clip: ClipPx) -> ClipPx {
    ClipPx {
        left: first_centre(a.x.min(c.x)).max(clip.left),
        top: first_centre(a.y.min(c.y)).max(clip.top),
        right: first_centre(a.x.max(c.x)).min(clip.right),
        bottom: first_centre(a.y.max(c.y)).min(clip.bottom),
    }
}

/// How many texels to the right and down of its pixel each pixel's texel lies, if all four corners
/// agree on whole texels.
fn texel_offset(
    vertices: [&Vertex; 4],
    places: [Snapped; 4],
    texture: &Texture,
) -> Option<[i64; 2]> {
    let [width, height] = texture.size();
    let mut offsets = vertices.iter().zip(places).map(|(vertex, place)| {
        let subtexel = |at: f32, size: usize| {
            (f64::from(at) * size as f64 * SUBTEXELS as f64 + 0.5).floor() as i64
        };
        let offset = [
            whole_texels(subtexel(vertex.uv.x, width).checked_sub(place.x)?)?,
            whole_texels(subtexel(vertex.uv.y, height).checked_sub(place.y)?)?,
        ];
        Some(offset)
    });
    let first = offsets.next()??;
    offsets.all(|offset| offset == Some(first)).then_some(first)
}

fn whole_texels(subtexels: i64) -> Option<i64> {
    // A texel and a pixel have the same number of steps, so an offset needs no scaling.
    const { assert!(SUBTEXELS == SUBPIXELS) };
    let moved = subtexels.checked_add(SLACK)?;
    (moved.rem_euclid(SUBTEXELS) <= 2 * SLACK).then(|| moved.div_euclid(SUBTEXELS))
}

/// Paints texels one a pixel; `false` when some lie outside the texture.
fn copy(
    canvas: &mut Canvas,
    area: ClipPx,
    colour: Color32,
    texture: &Texture,
    [offset_x, offset_y]: [i64; 2],
) -> bool {
    if area.is_empty() {
        return true;
    }
    let row = |y: i64| texture.row(y + offset_y, area.left + offset_x, area.right + offset_x);
    if row(area.top).is_none() || row(area.bottom - 1).is_none() {
        return false;
    }
    let colour = colour.to_array();
    for y in canvas.rows_within(area.top, area.bottom) {
        let Some((pixels, texels)) = canvas.span_mut(y, area.left, area.right).zip(row(y)) else {
            continue;
        };
        for (pixel, texel) in pixels.iter_mut().zip(texels) {
            // Most of a glyph's rectangle is empty.
            if *texel != Color32::TRANSPARENT {
                blend(pixel, tint(colour, texel.to_array()));
            }
        }
    }
    true
}
