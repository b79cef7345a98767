//! How the window lies when it is small, as it is at large zoom: one of three parts is seen at a
//! time, over the whole width, and everything else stays one key or press away.

use egui::{Context, Ui};

/// Below this width the map does not stand beside the figure, in points.
const LEAST_WIDTH_PT: f32 = 800.0;
/// Below this height the source does not stand below the figure, in points.
const LEAST_HEIGHT_PT: f32 = 480.0;
/// Space between a dialog's content and the edges of the window, in points.
const AROUND_DIALOG_PT: f32 = 64.0;

/// Which part a small window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Front {
    /// The chosen tab.
    #[default]
    Main,
    /// Indicator, map and list.
    Side,
    /// The source drawer.
    Source,
}

/// Whether the window of `ctx` is small.
#[must_use]
pub fn is_small(ctx: &Context) -> bool {
    let window = ctx.content_rect();
    window.width() < LEAST_WIDTH_PT || window.height() < LEAST_HEIGHT_PT
}

/// The width of what wants `width_pt` in a dialog or popup, in points: less in a small window.
#[must_use]
pub fn width_pt(ui: &Ui, width_pt: f32) -> f32 {
    width_pt.min(ui.ctx().content_rect().width() - AROUND_DIALOG_PT)
}

/// The height left for what scrolls in a dialog that has `others_pt` of other content, in points.
#[must_use]
pub fn height_pt(ui: &Ui, others_pt: f32) -> f32 {
    (ui.ctx().content_rect().height() - others_pt).max(72.0)
}
