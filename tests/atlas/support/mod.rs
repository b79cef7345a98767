//! What the tests share.

pub mod folder;
pub mod program;
pub mod window;

use city_atlas::export::raster::Rasterizer;
use egui::TexturesDelta;
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Paints a test harness with the application's own off-screen painter, so that pictures are the
/// same on every machine and no graphics card is needed.
#[derive(Default)]
pub struct CpuRenderer {
    rasterizer: Rasterizer,
}

impl CpuRenderer {
    /// A renderer for one harness.
    pub fn new() -> Self {
        Self::default()
    }
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.rasterizer.update_textures(delta);
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the size of a small test screen"
    )]
    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<RgbaImage, String> {
        let scale_ppp = output.pixels_per_point;
        let size_px = ctx.content_rect().size() * scale_ppp;
        let size_px = [size_px.x, size_px.y].map(|side_px| side_px.round() as u32);
        let primitives = ctx.tessellate(output.shapes.clone(), scale_ppp);
        let background = ctx.global_style().visuals.panel_fill;
        let pixmap = self.rasterizer.render(&primitives, size_px, scale_ppp, background);
        RgbaImage::from_raw(pixmap.width_px, pixmap.height_px, pixmap.rgba)
            .ok_or_else(|| "the picture's size does not fit its bytes".to_owned())
    }
}
