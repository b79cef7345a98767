//! What a real figure costs in all against what the `png` encoder alone needs for its picture.
//!
//! Laying out, tessellating, painting and encoding a ranking of 1600 × 1000 pixels is to take at
//! most three times as long as that; the first lines printed say how it stands.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark may stop and prints its result"
)]

use std::time::{Duration, Instant};

use city_atlas::{
    analysis::Order,
    export::{
        picture::{self, PictureSpec},
        raster::Pixmap,
    },
    figure::{self, Content, FigureKind, FigureSpec, style::Theme},
    files,
    model::Lang,
};
use divan::Bencher;

const SPEC: PictureSpec = PictureSpec {
    size_pt: (1600.0, Some(1000.0)),
    scale_ppp: 1.0,
    theme: Theme::Light,
    reduction: 1.0,
};

fn content() -> Content {
    let data = files::built_in().expect("the shipped data").data;
    let spec = FigureSpec {
        kind: FigureKind::Ranking,
        indicator: data.indicator_by_id("resident_population"),
        indicator_y: None,
        regions: Vec::new(),
        order: Order::Value,
        is_per_residents: false,
        comparison: city_atlas::figure::comparison::CompareView::default(),
        map: city_atlas::figure::MapLook::default(),
        lang: Lang::Zh,
    };
    figure::content(&data, &spec).expect("every city reports it")
}

/// What the picture's own setting costs with the encoder as its authors offer it.
fn encode(rgb: &[u8], pixmap: &Pixmap) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixmap.width_px, pixmap.height_px);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(city_atlas::export::png::COMPRESSION);
    encoder.set_filter(city_atlas::export::png::FILTER);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(rgb).expect("pixels");
    writer.finish().expect("an end");
    file
}

fn rgb(pixmap: &Pixmap) -> Vec<u8> {
    let (pixels, _) = pixmap.rgba.as_chunks::<4>();
    pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
}

fn fastest(mut run: impl FnMut()) -> Duration {
    let timed = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..20).map(timed).min().unwrap_or_default()
}

fn main() {
    let content = content();
    let pixmap = picture::draw(&content, &SPEC).expect("it fits");
    let rgb = rgb(&pixmap);
    let alone = fastest(|| {
        divan::black_box(encode(&rgb, &pixmap));
    });
    let all = fastest(|| {
        divan::black_box(picture::png(&content, &SPEC).expect("it fits"));
    });
    println!(
        "encoder alone {alone:.1?}; figure to file {all:.1?}; ratio {:.2} (aim: at most 3)",
        all.as_secs_f64() / alone.as_secs_f64()
    );
    divan::main();
}

#[divan::bench]
fn encoder_alone(bencher: Bencher) {
    let pixmap = picture::draw(&content(), &SPEC).expect("it fits");
    let rgb = rgb(&pixmap);
    bencher.bench_local(|| encode(&rgb, &pixmap));
}

#[divan::bench]
fn figure_to_file(bencher: Bencher) {
    let content = content();
    bencher.bench_local(|| picture::png(&content, &SPEC).expect("it fits"));
}
