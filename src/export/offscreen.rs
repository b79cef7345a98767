//! Runs an egui user interface without a window and paints what it shows.
//!
//! The context must belong to the off-screen work alone: its texture changes are consumed here,
//! and a window sharing it would miss them. The textures seen so far stay with the context, so one
//! context can measure and render any number of pictures.

use std::sync::Arc;

use egui::epaint::ClippedShape;
use egui::mutex::Mutex;
use egui::{Color32, FullOutput, Id, RawInput, Rect, Vec2, ViewportId, pos2, vec2};

use super::raster::{Pixmap, Rasterizer};

/// The longest side a picture may have, in pixels.
pub const MAX_SIDE_PX: u16 = 20_000;

/// The most pixels a picture may have; at this size it takes 800 MB while being painted.
pub const MAX_AREA_PX: u64 = 200_000_000;

/// The range a picture's scale may have, in pixels per egui point.
pub const SCALE_RANGE_PPP: std::ops::RangeInclusive<f32> = 0.25..=16.0;

/// How often a user interface may be run until it settles.
const MAX_PASSES: usize = 4;

/// The widest font atlas, in texels; it may grow as high. egui's own default of 2048 can fill up
/// within one page of Chinese at a print scale, and letters on it would then overwrite each other.
const MAX_TEXTURE_SIDE_TEXELS: usize = 8192;

/// What to make a picture of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OffscreenSpec {
    /// Width of the picture in egui points, more than zero.
    pub width_pt: f32,
    /// Height of the picture in egui points, more than zero.
    pub height_pt: f32,
    /// Pixels per point, in [`SCALE_RANGE_PPP`].
    pub scale_ppp: f32,
    /// What lies below everything drawn; the picture is opaque when it is.
    pub background: Color32,
}

/// A picture and how much room the user interface took.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The picture; sizes that are not whole pixels are rounded up, so that nothing is cut off.
    pub pixmap: Pixmap,
    /// The width the user interface took from the left edge, in points.
    pub used_width_pt: f32,
    /// The height the user interface took from the top edge, in points.
    pub used_height_pt: f32,
    /// Whether two runs in a row drew the same; `false` for something that keeps moving.
    pub is_settled: bool,
}

/// Why a picture cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum RenderError {
    /// The scale is out of range or not a number.
    #[error(
        "a picture cannot have {scale_ppp} pixels per point; choose a scale from {} to {}",
        SCALE_RANGE_PPP.start(),
        SCALE_RANGE_PPP.end()
    )]
    Scale {
        /// The scale asked for, in pixels per point.
        scale_ppp: f32,
    },
    /// The width or the height is zero, negative or not a number.
    #[error(
        "a picture cannot measure {width_pt} by {height_pt} points; both must be more than zero"
    )]
    Empty {
        /// The width asked for, in points.
        width_pt: f32,
        /// The height asked for, in points.
        height_pt: f32,
    },
    /// The picture would have too many pixels.
    #[error(
        "a picture of {width_px:.0} by {height_px:.0} pixels is too large: at most {MAX_SIDE_PX} \
         pixels a side and {} million in all; choose a smaller size or scale",
        MAX_AREA_PX / 1_000_000
    )]
    TooLarge {
        /// The width asked for, in pixels.
        width_px: f64,
        /// The height asked for, in pixels.
        height_px: f64,
    },
}

/// Runs `draw` without a window and paints the result.
///
/// `ctx` brings fonts and style; see the module's description for what else it must be. `draw` is
/// called several times, at most four, until it draws the same twice: some widgets need a first run
/// to learn their size. Its `Ui` covers the whole picture, without a margin. Time stands still, so
/// animations must be switched off in the style (`animation_time = 0`) to show their end.
///
/// # Errors
///
/// When the scale or the size is out of bounds; nothing is drawn then.
pub fn render(
    ctx: &egui::Context,
    spec: &OffscreenSpec,
    draw: impl FnMut(&mut egui::Ui),
) -> Result<Rendered, RenderError> {
    let size_px = spec.size_px()?;
    let last = settle(ctx, spec.size_pt(), spec.scale_ppp, draw);
    let primitives = ctx.tessellate(last.shapes, spec.scale_ppp);
    let pixmap =
        rasterizer_of(ctx).lock().render(&primitives, size_px, spec.scale_ppp, spec.background);
    Ok(Rendered {
        pixmap,
        used_width_pt: last.used_pt.x,
        used_height_pt: last.used_pt.y,
        is_settled: last.is_settled,
    })
}

/// Runs `draw` as [`render`] does, and paints the same pixels, a strip of whole rows at a time from
/// the top; each goes to `take` in the form of [`Pixmap::rgba`]. The picture is never in memory as a
/// whole.
///
/// # Errors
///
/// As [`render`], and as soon as `take` fails, with its error.
pub fn render_strips<E: From<RenderError>>(
    ctx: &egui::Context,
    spec: &OffscreenSpec,
    draw: impl FnMut(&mut egui::Ui),
    take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let size_px = spec.size_px()?;
    let last = settle(ctx, spec.size_pt(), spec.scale_ppp, draw);
    let primitives = ctx.tessellate(last.shapes, spec.scale_ppp);
    let rasterizer = rasterizer_of(ctx);
    let rasterizer = rasterizer.lock();
    rasterizer.render_strips(&primitives, size_px, spec.scale_ppp, spec.background, take)
}

/// Runs `draw` without a window and returns what it shows as shapes, in the order of painting.
///
/// Everything stands where [`render`] would paint it; see there for `ctx` and `draw`.
///
/// # Errors
///
/// When the scale or the size is out of bounds; nothing is drawn then.
pub fn shapes(
    ctx: &egui::Context,
    spec: &OffscreenSpec,
    draw: impl FnMut(&mut egui::Ui),
) -> Result<Vec<ClippedShape>, RenderError> {
    spec.size_px()?;
    Ok(settle(ctx, spec.size_pt(), spec.scale_ppp, draw).shapes)
}

/// Runs `draw` on a page `width_pt` points wide and as high as a picture may be, and returns the
/// width and the height it took, in points.
///
/// `scale_ppp` must be the scale of the later picture, because lines of text are as high as a whole
/// number of pixels. Widgets that fill the height on offer have no natural height and take nearly
/// all of that page.
///
/// # Errors
///
/// When the scale or the width is out of bounds; nothing is drawn then.
pub fn measure(
    ctx: &egui::Context,
    width_pt: f32,
    scale_ppp: f32,
    draw: impl FnMut(&mut egui::Ui),
) -> Result<Vec2, RenderError> {
    let one_point_high =
        OffscreenSpec { width_pt, height_pt: 1.0, scale_ppp, background: Color32::TRANSPARENT };
    one_point_high.size_px()?;
    // No endless page: far from zero, egui's numbers are too coarse to place things well.
    let screen_pt = vec2(width_pt, f32::from(MAX_SIDE_PX) / scale_ppp);
    Ok(settle(ctx, screen_pt, scale_ppp, draw).used_pt)
}

impl OffscreenSpec {
    fn size_pt(&self) -> Vec2 {
        vec2(self.width_pt, self.height_pt)
    }

    /// The picture's width and height in pixels, rounded up.
    ///
    /// # Errors
    ///
    /// When the scale or the size is out of bounds.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive and at most MAX_SIDE_PX"
    )]
    pub fn size_px(&self) -> Result<[u32; 2], RenderError> {
        let &Self { width_pt, height_pt, scale_ppp, .. } = self;
        if !SCALE_RANGE_PPP.contains(&scale_ppp) {
            return Err(RenderError::Scale { scale_ppp });
        }
        let has_length = |length_pt: f32| length_pt.is_finite() && length_pt > 0.0;
        if !has_length(width_pt) || !has_length(height_pt) {
            return Err(RenderError::Empty { width_pt, height_pt });
        }
        // A thousandth of a pixel is the rounding of a multiplication, not a length to make room for.
        let whole =
            |length_pt: f32| (f64::from(length_pt) * f64::from(scale_ppp) - 0.001).ceil().max(1.0);
        let (width_px, height_px) = (whole(width_pt), whole(height_pt));
        let too_large = RenderError::TooLarge { width_px, height_px };
        if width_px > f64::from(MAX_SIDE_PX) || height_px > f64::from(MAX_SIDE_PX) {
            return Err(too_large);
        }
        let [width_px, height_px] = [width_px as u32, height_px as u32];
        if u64::from(width_px) * u64::from(height_px) > MAX_AREA_PX {
            return Err(too_large);
        }
        Ok([width_px, height_px])
    }
}

/// The last of several runs.
struct LastRun {
    shapes: Vec<ClippedShape>,
    used_pt: Vec2,
    is_settled: bool,
}

/// Runs `draw` until it draws the same twice, at most [`MAX_PASSES`] times.
fn settle(
    ctx: &egui::Context,
    screen_pt: Vec2,
    scale_ppp: f32,
    mut draw: impl FnMut(&mut egui::Ui),
) -> LastRun {
    // The scale alone decides how many pixels a point has.
    ctx.set_zoom_factor(1.0);
    let rasterizer = rasterizer_of(ctx);
    let mut passes = 0;
    let mut last = LastRun { shapes: Vec::new(), used_pt: Vec2::ZERO, is_settled: false };
    while passes < MAX_PASSES && !last.is_settled {
        let is_first = passes == 0;
        let mut used_pt = Vec2::ZERO;
        let FullOutput { platform_output, mut textures_delta, shapes, .. } =
            ctx.run_ui(input(screen_pt, scale_ppp), |ui| {
                draw(ui);
                used_pt = ui.min_rect().max.to_vec2();
            });
        rasterizer.lock().update_textures(&mut textures_delta);
        // One run is several passes when a widget asked for the first to be discarded.
        passes += platform_output.num_completed_passes.max(1);
        last = LastRun {
            is_settled: !is_first && used_pt == last.used_pt && shapes == last.shapes,
            shapes,
            used_pt,
        };
    }
    last
}

/// What egui is told about the world: a screen, no events, and a clock that stands still.
fn input(screen_pt: Vec2, scale_ppp: f32) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), screen_pt)),
        max_texture_side: Some(MAX_TEXTURE_SIDE_TEXELS),
        time: Some(0.0),
        focused: false,
        ..RawInput::default()
    };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(scale_ppp);
    input
}

/// Lets go of all that widgets remember in `ctx`, such as a plot's bounds, so that the next picture
/// is what it would be in a new context; fonts and textures stay.
pub fn forget_widgets(ctx: &egui::Context) {
    let rasterizer = rasterizer_of(ctx);
    ctx.data_mut(|data| {
        data.clear();
        data.insert_temp(rasterizer_id(), rasterizer);
    });
}

fn rasterizer_id() -> Id {
    Id::unique("offscreen rasterizer")
}

/// The rasteriser that has seen every texture of `ctx` since its first run here.
///
/// egui reports each texture once, so the textures must live as long as the context does.
fn rasterizer_of(ctx: &egui::Context) -> Arc<Mutex<Rasterizer>> {
    ctx.data_mut(|data| {
        data.get_temp_mut_or_default::<Arc<Mutex<Rasterizer>>>(rasterizer_id()).clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::context;

    const SPEC: OffscreenSpec = OffscreenSpec {
        width_pt: 200.0,
        height_pt: 100.0,
        scale_ppp: 1.0,
        background: Color32::WHITE,
    };

    fn page(ui: &mut egui::Ui) {
        ui.label("Hello, \u{676d}\u{5dde} 2024");
        egui::Grid::new("grid").show(ui, |ui| {
            ui.label("long enough to push");
            ui.label("12.5");
            ui.end_row();
            ui.label("short");
            ui.label("\u{2014}");
            ui.end_row();
        });
    }

    fn ink(pixmap: &Pixmap) -> usize {
        let (pixels, _) = pixmap.rgba.as_chunks::<4>();
        pixels.iter().filter(|[red, ..]| *red < 128).count()
    }

    #[test]
    fn text_leaves_ink_and_renders_alike_every_time() {
        let once = render(&context(), &SPEC, page).expect("small");
        assert!(ink(&once.pixmap) > 200, "{} dark pixels", ink(&once.pixmap));
        assert!(once.is_settled);
        let ctx = context();
        for _ in 0..3 {
            let again = render(&ctx, &SPEC, page).expect("small");
            assert!(again.pixmap == once.pixmap, "a later render differs");
        }
    }

    #[test]
    fn measuring_first_changes_nothing() {
        let ctx = context();
        let used_pt = measure(&ctx, SPEC.width_pt, 1.0, page).expect("small");
        let rendered = render(&ctx, &SPEC, page).expect("small");
        assert!(used_pt.y > 40.0 && used_pt.y < 100.0, "{used_pt:?}");
        assert_eq!(used_pt.x.to_bits(), rendered.used_width_pt.to_bits());
        assert_eq!(used_pt.y.to_bits(), rendered.used_height_pt.to_bits());
        let unmeasured = render(&context(), &SPEC, page).expect("small");
        assert!(rendered.pixmap == unmeasured.pixmap);
    }

    #[test]
    fn one_context_serves_several_scales() {
        let ctx = context();
        for scale_ppp in [2.0, 1.0, 3.0] {
            let spec = OffscreenSpec { scale_ppp, ..SPEC };
            let shared = render(&ctx, &spec, page).expect("small");
            let own = render(&context(), &spec, page).expect("small");
            assert!(shared.pixmap == own.pixmap, "differs at {scale_ppp}");
            assert!((shared.pixmap.scale_ppp - scale_ppp).abs() < f32::EPSILON);
        }
    }

    #[test]
    fn widgets_that_need_a_first_run_get_it() {
        let plot = |ui: &mut egui::Ui| {
            egui_plot::Plot::new("plot").show(ui, |plot| {
                let points = egui_plot::PlotPoints::from(vec![[0.0, 3.0], [5.0, 40.0]]);
                plot.line(egui_plot::Line::new("line", points).color(Color32::BLACK));
            });
        };
        let ctx = context();
        let first = render(&ctx, &SPEC, plot).expect("small");
        assert!(first.is_settled);
        assert!(ink(&first.pixmap) > 100);
        let second = render(&ctx, &SPEC, plot).expect("small");
        assert!(first.pixmap == second.pixmap);
    }

    #[test]
    fn what_keeps_moving_is_reported_after_four_runs() {
        let mut runs = 0_u16;
        let rendered = render(&context(), &SPEC, |ui| {
            runs += 1;
            ui.add_space(f32::from(runs));
            ui.label("moving");
        });
        assert!(!rendered.expect("small").is_settled);
        assert_eq!(runs, 4);
    }

    #[test]
    fn discards_count_as_runs() {
        let mut runs = 0;
        let rendered = render(&context(), &SPEC, |ui| {
            runs += 1;
            ui.ctx().request_discard("never content");
        });
        assert!(rendered.expect("small").is_settled);
        assert_eq!(runs, 4);
    }

    #[test]
    fn sizes_round_up_to_whole_pixels() {
        let size_px = |width_pt, height_pt, scale_ppp| {
            let spec = OffscreenSpec { width_pt, height_pt, scale_ppp, ..SPEC };
            spec.size_px()
        };
        assert_eq!(size_px(10.0, 10.2, 1.5), Ok([15, 16]));
        assert_eq!(size_px(0.1, 33.333_332, 3.0), Ok([1, 100]));
        assert_eq!(size_px(20_000.0, 10_000.0, 1.0), Ok([20_000, 10_000]));
        assert!(size_px(20_000.0, 10_001.0, 1.0).is_err());
        assert!(size_px(10_001.0, 1.0, 2.0).is_err());
        assert!(size_px(f32::MAX, f32::MAX, 16.0).is_err());
        assert!(size_px(f32::NAN, 1.0, 1.0).is_err());
        assert!(size_px(1.0, -1.0, 1.0).is_err());
        assert!(size_px(1.0, 1.0, f32::NAN).is_err());
        assert!(size_px(1.0, 1.0, 0.0).is_err());
    }

    #[test]
    fn errors_name_the_limit() {
        let spec = OffscreenSpec { width_pt: 30_000.0, ..SPEC };
        let error = render(&context(), &spec, |_| {}).expect_err("too wide");
        assert_eq!(
            error.to_string(),
            "a picture of 30000 by 100 pixels is too large: at most 20000 pixels a side \
             and 200 million in all; choose a smaller size or scale"
        );
        let error = measure(&context(), 100.0, 99.0, |_| {}).expect_err("too fine");
        assert_eq!(
            error.to_string(),
            "a picture cannot have 99 pixels per point; choose a scale from 0.25 to 16"
        );
    }
}
