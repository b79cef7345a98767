//! The off-screen painter draws what a user would see.

use crate::support::CpuRenderer;
use city_atlas::figure::fonts;
use egui::Rect;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use image::RgbaImage;

const SCALE_PPP: f32 = 2.0;

/// The colours in the rectangle of a widget, with how many pixels have each, most frequent first.
#[expect(clippy::cast_precision_loss, reason = "pixel coordinates of a small picture")]
fn colours_in(image: &RgbaImage, rect: Rect) -> Vec<([u8; 4], usize)> {
    let rect_px = rect * SCALE_PPP;
    let mut counts = std::collections::BTreeMap::<[u8; 4], usize>::new();
    for (x, y, pixel) in image.enumerate_pixels() {
        let centre = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
        if rect_px.contains(centre) {
            *counts.entry(pixel.0).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

#[test]
fn a_label_and_a_button_are_visible() {
    let mut harness = Harness::builder()
        .with_size([240.0, 120.0])
        .with_pixels_per_point(SCALE_PPP)
        .with_theme(egui::Theme::Light)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions(city_atlas::model::Lang::Zh)))
        .renderer(CpuRenderer::new())
        .build_ui(|ui| {
            ui.label("Plain words");
            ui.add_space(20.0);
            let _ = ui.button("Press me");
        });
    let image = harness.render().expect("a picture");
    assert_eq!(image.dimensions(), (480, 240));

    let panel = harness.ctx.global_style().visuals.panel_fill.to_array();
    let label = colours_in(&image, harness.get_by_label("Plain words").rect());
    assert!(label.iter().any(|([red, ..], _)| *red < 110), "{label:?}");
    assert_eq!(label.first().map(|(colour, _)| *colour), Some(panel));

    let button = colours_in(&image, harness.get_by_label("Press me").rect());
    let (face, _) = *button.first().expect("pixels");
    assert_ne!(face, panel, "the button's face stands out");
    let ink: usize =
        button.iter().filter(|([red, ..], _)| *red < 110).map(|(_, count)| count).sum();
    assert!(ink > 100, "{ink} dark pixels in the button");

    // Away from both nothing is drawn.
    assert_eq!(image.get_pixel(470, 230).0, panel);
}
