//! How much painting a page adds to encoding it.
//!
//! Encoding a PNG is the floor that any export pays. The aim is that painting and encoding
//! together take at most three times as long as encoding alone; the first lines printed say how it
//! stands. The page has what a real one has: bars, labels, hatching and a map-like mesh of slivers.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark may stop and prints its result"
)]

use std::time::{Duration, Instant};

use city_atlas::export::png::encode;
use city_atlas::export::raster::{Pixmap, Rasterizer};
use city_atlas::figure::fonts;
use divan::Bencher;
use egui::epaint::ClippedPrimitive;
use egui::{Align2, Color32, FontId, Painter, Pos2, RawInput, Rect, Shape, Stroke, pos2, vec2};

const SIZE_PX: [u32; 2] = [1600, 1000];
const SCALE_PPP: f32 = 1.0;

/// A laid out and tessellated page, with the textures it needs.
struct Page {
    rasterizer: Rasterizer,
    primitives: Vec<ClippedPrimitive>,
}

impl Page {
    fn new() -> Self {
        let ctx = egui::Context::default();
        ctx.set_fonts(fonts::definitions(city_atlas::model::Lang::Zh));
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0));
        let input = RawInput {
            screen_rect: Some(screen),
            max_texture_side: Some(8192),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| draw(ui.painter()));
        let mut rasterizer = Rasterizer::new();
        rasterizer.update_textures(&mut output.textures_delta);
        let primitives = ctx.tessellate(output.shapes, SCALE_PPP);
        Self { rasterizer, primitives }
    }

    fn paint(&self) -> Pixmap {
        self.rasterizer.render(&self.primitives, SIZE_PX, SCALE_PPP, Color32::WHITE)
    }
}

fn draw(painter: &Painter) {
    let ink = Color32::from_rgb(30, 30, 40);
    // 300 bars: plain, see-through, and framed with round corners.
    for index in 0..300_u16 {
        let (column, row) = (index % 30, index / 30);
        let corner = pos2(20.0 + 52.0 * f32::from(column), 20.0 + 60.0 * f32::from(row));
        let height = 10.0 + f32::from((index * 37) % 40);
        let bar = Rect::from_min_size(corner, vec2(40.0, height));
        let [shade, _] = (index * 7).to_le_bytes();
        let fill = Color32::from_rgb(shade, 120, 200);
        match index % 3 {
            0 => painter.rect_filled(bar, 0.0, fill),
            1 => painter.rect_filled(bar, 0.0, fill.gamma_multiply(0.5)),
            _ => {
                let frame = Stroke::new(1.0, ink);
                painter.rect(bar, 3.0, fill, frame, egui::StrokeKind::Inside)
            }
        };
    }
    // 150 labels in two scripts.
    for index in 0..150_u16 {
        let (column, row) = (index % 15, index / 15);
        let at = pos2(20.0 + 105.0 * f32::from(column), 30.0 + 60.0 * f32::from(row));
        let text = format!("\u{676d}\u{5dde} {}.{}%", u32::from(index) * 7919, index % 10);
        painter.text(at, Align2::LEFT_TOP, text, FontId::proportional(13.0), ink);
    }
    hatch(painter, Rect::from_min_size(pos2(20.0, 640.0), vec2(700.0, 340.0)), ink);
    slivers(painter, Rect::from_min_size(pos2(760.0, 640.0), vec2(820.0, 340.0)), ink);
}

/// Slanted lines over an area, as for figures that are missing.
fn hatch(painter: &Painter, area: Rect, ink: Color32) {
    let painter = painter.with_clip_rect(area);
    painter.rect_filled(area, 0.0, Color32::from_gray(235));
    let mut offset = -area.height();
    while offset < area.width() {
        let from = area.left_bottom() + vec2(offset, 0.0);
        let to = from + vec2(area.height(), -area.height());
        painter.line_segment([from, to], Stroke::new(1.0, ink));
        offset += 6.0;
    }
}

/// Outlined polygons with many corners, as on a map.
fn slivers(painter: &Painter, area: Rect, ink: Color32) {
    for index in 0..60_u16 {
        let (column, row) = (index % 12, index / 12);
        let centre = area.min + vec2(34.0, 34.0) + 67.0 * vec2(f32::from(column), f32::from(row));
        let ring: Vec<Pos2> = (0..90_u16)
            .map(|corner| {
                let angle = f32::from(corner) * std::f32::consts::TAU / 90.0;
                centre + egui::Vec2::angled(angle) * vec2(30.0, 26.0)
            })
            .collect();
        let fill = Color32::from_rgb(200, 220, 180);
        painter.add(Shape::convex_polygon(ring, fill, Stroke::new(1.2, ink)));
    }
}

fn fastest(mut run: impl FnMut()) -> Duration {
    (0..20)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let page = Page::new();
    let pixmap = page.paint();
    let bytes = encode(&pixmap, &[]).expect("a picture").len();
    let alone = fastest(|| {
        divan::black_box(encode(&pixmap, &[]).expect("a picture"));
    });
    let both = fastest(|| {
        divan::black_box(encode(&page.paint(), &[]).expect("a picture"));
    });
    println!(
        "{bytes} bytes; encode {alone:.1?}; paint and encode {both:.1?}; ratio {:.2} (aim: 3)",
        both.as_secs_f64() / alone.as_secs_f64()
    );
    divan::main();
}

#[divan::bench]
fn encode_alone(bencher: Bencher) {
    let pixmap = Page::new().paint();
    bencher.bench_local(|| encode(&pixmap, &[]).expect("a picture"));
}

#[divan::bench]
fn paint_alone(bencher: Bencher) {
    let page = Page::new();
    bencher.bench_local(|| page.paint());
}

#[divan::bench]
fn paint_and_encode(bencher: Bencher) {
    let page = Page::new();
    bencher.bench_local(|| encode(&page.paint(), &[]).expect("a picture"));
}
