//! Horizontal bars on one zero-based axis, drawn by `egui_plot`.
//!
//! The plot's vertical axis counts points downward from the top of its rectangle, so that rows can
//! be of any height and labels beside the plot meet their bars exactly.

use egui::{Color32, Rect, Sense, Stroke, UiBuilder};
use egui_plot::{Bar, BarChart, Plot, PlotBounds, VLine};

use super::{canvas::Canvas, style::Palette};

/// One bar.
#[derive(Clone, Copy, Debug)]
pub struct BarMark {
    /// Where its middle stands, in points below the top of the plot.
    pub center_pt: f32,
    /// Its thickness in points.
    pub thickness_pt: f32,
    /// Where it starts, as a fraction of the width.
    pub start: f32,
    /// How long it is, as a fraction of the width.
    pub length: f32,
    /// Its colour.
    pub color: Color32,
    /// Whether it is hatched: related, not the same, or to be compared with care.
    pub is_hatched: bool,
}

impl BarMark {
    /// The bar's place on the screen.
    #[must_use]
    pub fn rect(&self, plot: Rect) -> Rect {
        let left = plot.left() + self.start * plot.width();
        let center = plot.top() + self.center_pt;
        Rect::from_x_y_ranges(
            left..=left + self.length * plot.width(),
            center - self.thickness_pt / 2.0..=center + self.thickness_pt / 2.0,
        )
    }
}

/// Draws `bars` into `rect`; `reference` is a dashed vertical line at a fraction of the width.
pub fn draw(
    canvas: &mut Canvas<'_>,
    key: &str,
    rect: Rect,
    bars: &[BarMark],
    reference: Option<f32>,
) {
    let height = f64::from(rect.height());
    let palette = canvas.palette;
    let marks: Vec<Bar> = bars
        .iter()
        .map(|bar| {
            let is_open = bar.is_hatched || is_lined(bar, palette);
            let fill = if is_open { Color32::TRANSPARENT } else { bar.color };
            let edge = if is_open { 1.0 } else { 0.0 };
            Bar::new(-f64::from(bar.center_pt), f64::from(bar.length))
                .base_offset(f64::from(bar.start))
                .width(f64::from(bar.thickness_pt))
                .fill(fill)
                .stroke(Stroke::new(edge, bar.color))
        })
        .collect();
    let line_color = canvas.palette.text;
    canvas.ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        Plot::new(("bars", key))
            .width(rect.width())
            .height(rect.height())
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .show_crosshair(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .set_margin_fraction(egui::Vec2::ZERO)
            .sense(Sense::hover())
            .show(ui, |plot| {
                plot.set_plot_bounds(PlotBounds::from_min_max([0.0, -height], [1.0, 0.0]));
                plot.bar_chart(BarChart::new(key, marks).horizontal().allow_hover(false));
                if let Some(at) = reference {
                    let line = VLine::new("reference", f64::from(at))
                        .color(line_color)
                        .width(1.5)
                        .style(egui_plot::LineStyle::Dashed { length: 6.0 })
                        .allow_hover(false);
                    plot.vline(line);
                }
            });
    });
    for bar in bars {
        if bar.is_hatched {
            canvas.hatch(bar.rect(rect), bar.color, 6.0);
        }
        if is_lined(bar, palette) {
            lines(canvas, bar.rect(rect), bar.color);
        }
    }
}

/// In print the second city is told apart by upright lines.
fn is_lined(bar: &BarMark, palette: &Palette) -> bool {
    palette.is_print && bar.color == palette.city_b
}

fn lines(canvas: &Canvas<'_>, rect: Rect, color: Color32) {
    let mut x = rect.left() + 3.0;
    while x < rect.right() {
        canvas.ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, color));
        x += 3.0;
    }
}

/// The longest bar as a fraction of `width_pt` that still leaves room for every label beside its
/// bar. `labels` are pairs of a bar's value as a fraction of the largest and its label's width.
#[must_use]
pub fn longest(width_pt: f32, labels: &[(f32, f32)]) -> f32 {
    labels
        .iter()
        .filter(|(value, _)| *value > 0.0)
        .map(|(value, label_pt)| ((width_pt - label_pt).max(0.0) / width_pt) / value)
        .fold(1.0, f32::min)
}

#[cfg(test)]
mod tests {
    use super::longest;

    #[test]
    fn every_label_finds_room_beside_its_bar() {
        let labels = [(1.0, 80.0), (0.9, 200.0), (0.0, 500.0)];
        let longest = longest(400.0, &labels);
        for (value, label_pt) in labels.into_iter().filter(|(value, _)| *value > 0.0) {
            assert!(value * longest * 400.0 + label_pt <= 400.001);
        }
    }
}
