//! Elements, numbers and colours as SVG writes them.

use std::fmt::Write;

use egui::{Color32, Stroke};

use crate::export::markup::escaped;

/// An element being written into a text.
pub(super) struct Element<'a> {
    out: &'a mut String,
    name: &'static str,
}

impl<'a> Element<'a> {
    /// Opens `<name`.
    pub(super) fn open(out: &'a mut String, name: &'static str) -> Self {
        out.push('<');
        out.push_str(name);
        Self { out, name }
    }

    /// An attribute with a text, escaped.
    pub(super) fn text(self, name: &str, value: &str) -> Self {
        let _ = write!(self.out, " {name}=\"{}\"", escaped(value));
        self
    }

    /// An attribute with a number of at most two decimals.
    pub(super) fn number(self, name: &str, value: f32) -> Self {
        let _ = write!(self.out, " {name}=\"{}\"", number(value));
        self
    }

    /// Fill and stroke; what is transparent is left out, where that is what SVG assumes.
    pub(super) fn paint(self, fill: Color32, stroke: Stroke) -> Self {
        let mut painted = self.fill(fill);
        if !stroke.is_empty() {
            painted = painted.text("stroke", &hex(stroke.color));
            if !stroke.color.is_opaque() {
                painted = painted.number("stroke-opacity", opacity(stroke.color));
            }
            if (stroke.width - 1.0).abs() > f32::EPSILON {
                painted = painted.number("stroke-width", stroke.width);
            }
        }
        painted
    }

    /// The fill alone.
    pub(super) fn fill(self, fill: Color32) -> Self {
        if fill == Color32::TRANSPARENT {
            return self.text("fill", "none");
        }
        let filled = self.text("fill", &hex(fill));
        if fill.is_opaque() { filled } else { filled.number("fill-opacity", opacity(fill)) }
    }

    /// Closes an element without children.
    pub(super) fn end(self) {
        self.out.push_str("/>");
    }

    /// Closes an element that holds `text`.
    pub(super) fn holding(self, text: &str) {
        let _ = write!(self.out, ">{}</{}>", escaped(text), self.name);
    }

    /// Closes the opening tag; the closing one is the caller's.
    pub(super) fn children(self) -> &'a mut String {
        self.out.push('>');
        self.out
    }
}

/// A colour as `#rrggbb`, or `#rgb` where that says the same; its opacity stands apart.
fn hex(color: Color32) -> String {
    let [red, green, blue, _] = color.to_srgba_unmultiplied();
    if [red, green, blue].iter().all(|it| it >> 4 == it & 15) {
        format!("#{:x}{:x}{:x}", red & 15, green & 15, blue & 15)
    } else {
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

fn opacity(color: Color32) -> f32 {
    f32::from(color.a()) / 255.0
}

/// A number with at most two decimals and no more digits than it needs.
pub(super) fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Stroke};

    use super::{Element, number};

    #[test]
    fn numbers_are_short() {
        let short = [0.0, -0.001, 12.0, 12.346, 100.5, -3.1].map(number);
        assert_eq!(short, ["0", "0", "12", "12.35", "100.5", "-3.1"]);
    }

    #[test]
    fn colours_keep_their_opacity() {
        let mut out = String::new();
        let fill = Color32::from_rgba_unmultiplied(255, 0, 0, 51);
        Element::open(&mut out, "rect")
            .paint(fill, Stroke::new(1.0, Color32::from_rgb(1, 2, 3)))
            .end();
        assert_eq!(out, "<rect fill=\"#f00\" fill-opacity=\"0.2\" stroke=\"#010203\"/>");
    }
}
