//! What every figure carries around its marks: title, subtitle, legend, notes, source.

use egui::{Rect, Stroke, StrokeKind, pos2, vec2};

use super::{
    Body, Content, Swatch,
    canvas::{Canvas, Ink},
    comparison,
    map::symbols,
    style,
};

/// Title and subtitle.
pub fn head(canvas: &mut Canvas<'_>, content: &Content) {
    let palette = canvas.palette;
    if let Body::Comparison(body) = &content.body {
        comparison::title(canvas, body, &content.title);
    } else {
        canvas.heading(&content.title, Ink::bold(style::TITLE_PT, palette.text), 2);
    }
    canvas.gap(2.0);
    canvas.paragraph(&content.subtitle, Ink::plain(style::BODY_PT, palette.secondary));
    canvas.gap(10.0);
}

/// Legend, notes and source.
pub fn foot(canvas: &mut Canvas<'_>, content: &Content) {
    let palette = canvas.palette;
    canvas.gap(12.0);
    legend(canvas, content);
    canvas.hairline();
    canvas.gap(8.0);
    for note in &content.notes {
        canvas.paragraph(note, Ink::plain(style::SMALL_PT, palette.secondary));
        canvas.gap(2.0);
    }
    if !content.notes.is_empty() {
        canvas.gap(4.0);
    }
    canvas.paragraph(&content.source, Ink::plain(style::SMALL_PT, palette.secondary));
}

fn legend(canvas: &mut Canvas<'_>, content: &Content) {
    // A map has its legend beside it.
    if content.legend.is_empty() || matches!(content.body, Body::Map(_)) {
        return;
    }
    let mut x = canvas.left;
    let height = 20.0;
    for entry in &content.legend {
        let ink = Ink::plain(style::SMALL_PT, canvas.palette.secondary);
        let galley = canvas.layout(&entry.label, ink, canvas.width - 24.0);
        let width = 20.0 + galley.size().x;
        if x > canvas.left && x + width > canvas.right() {
            x = canvas.left;
            canvas.y += height;
        }
        let center = canvas.y + height / 2.0;
        swatch(
            canvas,
            entry.swatch,
            Rect::from_center_size(pos2(x + 7.0, center), vec2(14.0, 10.0)),
        );
        canvas.put_middle(x + 20.0, center, galley);
        x += width + 20.0;
    }
    canvas.y += height + 8.0;
}

/// The small sample of a mark.
pub fn swatch(canvas: &Canvas<'_>, kind: Swatch, rect: Rect) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let value = mark_color(palette);
    match kind {
        Swatch::Value => {
            painter.rect_filled(rect, 2, value);
        }
        Swatch::Dot => {
            painter.circle_filled(rect.center(), 5.0, value);
        }
        Swatch::Count => count_ground(canvas, rect),
        Swatch::CityA => {
            painter.rect_filled(rect, 2, palette.city_a);
        }
        Swatch::CityB if palette.is_print => {
            painter.rect_stroke(rect, 0, Stroke::new(1.0, palette.city_b), StrokeKind::Inside);
            for step in 1..5_u8 {
                let x = rect.left() + 3.0 * f32::from(step);
                painter.vline(x, rect.y_range(), Stroke::new(1.0, palette.city_b));
            }
        }
        Swatch::CityB => {
            painter.rect_filled(rect, 2, palette.city_b);
        }
        Swatch::Rest => {
            painter.rect_stroke(rect, 2, Stroke::new(1.0, palette.outline), StrokeKind::Inside);
        }
        Swatch::Hatched => {
            canvas.hatch(rect, value, 4.0);
            painter.rect_stroke(rect, 2, Stroke::new(1.0, value), StrokeKind::Inside);
        }
        Swatch::Missing => {
            canvas.hatch(rect, palette.hatch, 4.0);
            painter.rect_stroke(rect, 2, Stroke::new(1.0, palette.outline), StrokeKind::Inside);
        }
        Swatch::Ring => {
            painter.circle_stroke(rect.center(), 3.5, Stroke::new(1.5, value));
        }
        Swatch::Step { at, count } => {
            painter.rect_filled(rect, 2, palette.ramp_step(at, count));
            painter.rect_stroke(rect, 2, Stroke::new(1.0, palette.outline), StrokeKind::Inside);
        }
        Swatch::Star => {
            painter.add(symbols::star(rect.center(), 6.5, value));
        }
        Swatch::Words => {}
        Swatch::Line => {
            painter.hline(rect.x_range(), rect.center().y, Stroke::new(2.0, palette.text));
        }
    }
}

/// The quiet ground under a number of a matrix.
pub fn count_ground(canvas: &Canvas<'_>, rect: Rect) {
    let painter = canvas.ui.painter();
    painter.rect_filled(rect, 2, canvas.palette.accent_ground);
    let stroke = Stroke::new(1.0, canvas.palette.accent);
    painter.rect_stroke(rect, 2, stroke, StrokeKind::Inside);
}

/// The colour of a mark that stands for a value.
#[must_use]
pub fn mark_color(palette: &style::Palette) -> egui::Color32 {
    let [_, _, middle, high, _] = palette.ramp;
    if palette.is_print || palette.is_contrast { high } else { middle }
}
