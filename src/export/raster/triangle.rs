//! Triangles: which pixels they cover and in what colour.
//!
//! Corners are snapped to 256ths of a pixel and edges are walked in integers. A pixel belongs to a
//! triangle when its centre lies inside, or on a top or left edge; so of two triangles that share
//! an edge exactly one paints each pixel along it.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the guard band keeps positions far below 2^53, and float casts saturate"
)]
#![expect(
    clippy::float_cmp,
    reason = "corners that were given the same value are looked for, not near ones"
)]

use super::canvas::{Canvas, ClipPx, Wide, blend, is_nothing};
use super::corner::{Corner, Snapped};
use super::gradient::{Gradient, Weights, advance, colour_of, weighted};
use super::scan::{Scan, Span};
use super::texture::{SAMPLE_ONE, SUBTEXELS, Texture};

/// Fraction bits of a sub-texel position stepped along a row.
const TEXEL_BITS: u32 = 16;

/// Paints the triangle between three places; `corners` gives their colours and texture coordinates,
/// and is asked only if the triangle covers a pixel's centre or nearly so.
pub(super) fn paint(
    canvas: &mut Canvas,
    clip: ClipPx,
    places: [Snapped; 3],
    corners: impl FnOnce() -> [Corner; 3],
    texture: &Texture,
) {
    let [at_a, mut at_b, mut at_c] = places;
    // Twice the signed area: positive when the corners turn clockwise on screen.
    let area = (at_b.x - at_a.x) * (at_c.y - at_a.y) - (at_b.y - at_a.y) * (at_c.x - at_a.x);
    if area < 0 {
        (at_b, at_c) = (at_c, at_b);
    }
    if area == 0 {
        return;
    }
    let Some(scan) = Scan::new([at_a, at_b, at_c], clip, &canvas.rows()) else {
        return;
    };
    let [a, mut b, mut c] = corners();
    if area < 0 {
        (b, c) = (c, b);
    }
    let weights = Weights { a: at_a, b: at_b, c: at_c, per_area: 1.0 / area.abs() as f64 };
    if a.uv == b.uv && b.uv == c.uv {
        let texel = texture.sample_point(a.uv);
        let colours = [
            times_texel(a.colour, texel),
            times_texel(b.colour, texel),
            times_texel(c.colour, texel),
        ];
        paint_plain(canvas, scan, &weights, colours);
    } else {
        paint_textured(canvas, scan, &weights, [a, b, c], texture);
    }
}

/// Paints a triangle that shows a single point of its texture, as all of egui's shapes do.
#[expect(clippy::cast_sign_loss, reason = "colours are not negative")]
fn paint_plain(canvas: &mut Canvas, scan: Scan, weights: &Weights, colours: [[f64; 4]; 3]) {
    let [first, second, third] = colours;
    if first == second && second == third {
        let mut colour = [0; 4];
        for (colour, channel) in colour.iter_mut().zip(first) {
            *colour = (channel + 0.5) as u32;
        }
        if !is_nothing(colour) {
            for Span { y, start, end } in scan {
                canvas.fill_span(y, start, end, colour);
            }
        }
        return;
    }
    let gradient = Gradient::new(colours, weights, scan.origin());
    let step = gradient.step();
    for span in scan {
        if let Some(pixels) = canvas.span_mut(span.y, span.start, span.end) {
            let mut channels = gradient.start_of(span, weights);
            for pixel in pixels {
                blend(pixel, colour_of(&channels));
                advance(&mut channels, step);
            }
        }
    }
}

fn paint_textured(
    canvas: &mut Canvas,
    scan: Scan,
    weights: &Weights,
    corners: [Corner; 3],
    texture: &Texture,
) {
    let [width, height] = texture.size();
    let subtexels_per_uv = [width, height].map(|texels| texels as f64 * SUBTEXELS as f64);
    let [scale_u, scale_v] = subtexels_per_uv;
    let across = corners.map(|corner| corner.uv[0] * scale_u);
    let down = corners.map(|corner| corner.uv[1] * scale_v);
    let [right, below] = [weights.step_right(), weights.step_down()];
    let right = [weighted(&across, right), weighted(&down, right)];
    let below = [weighted(&across, below), weighted(&down, below)];
    let length = |[x, y]: [f64; 2]| (x * x + y * y).sqrt() / SUBTEXELS as f64;
    let filter = texture.filter(length(right).max(length(below)));
    let fraction = f64::from(1_u32 << TEXEL_BITS);
    let texel_step = right.map(|texels| (texels * fraction) as i64);

    let colours = corners.map(|corner| corner.colour);
    let gradient = Gradient::new(colours, weights, scan.origin());
    let step = gradient.step();
    for span in scan {
        let Some(pixels) = canvas.span_mut(span.y, span.start, span.end) else {
            continue;
        };
        let at = weights.at((span.start, span.y));
        let mut texel = [across, down]
            .map(|values| ((values[0] + weighted(&values, at) + 0.5) * fraction) as i64);
        let mut channels = gradient.start_of(span, weights);
        for pixel in pixels {
            let [x, y] = texel.map(|texel| texel >> TEXEL_BITS);
            let sample = texture.sample(x, y, filter);
            let mut colour = colour_of(&channels);
            for (channel, sample) in colour.iter_mut().zip(sample) {
                *channel = (*channel * sample + SAMPLE_ONE / 2) / SAMPLE_ONE;
            }
            blend(pixel, colour);
            advance(&mut channels, step);
            for (texel, step) in texel.iter_mut().zip(texel_step) {
                *texel = texel.wrapping_add(step);
            }
        }
    }
}

fn times_texel(colour: [f64; 4], texel: Wide) -> [f64; 4] {
    let mut product = colour;
    for (channel, texel) in product.iter_mut().zip(texel) {
        // Exact for unmixed texels: both factors are integers and the scale divides the product.
        *channel = *channel * f64::from(texel) / f64::from(SAMPLE_ONE);
    }
    product
}
