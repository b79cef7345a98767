//! Signs on a map, drawn as shapes, since fonts differ in what they have.

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::figure::{
    Linked,
    canvas::{Canvas, Ink},
    style,
};
use crate::model::RegionIx;

/// A five-pointed star of `radius_pt` around `center`: reported in words, no more and no less.
pub fn star(center: Pos2, radius_pt: f32, color: Color32) -> Shape {
    let corner = |at: u8| {
        let radius = if at.is_multiple_of(2) { radius_pt } else { radius_pt * 0.45 };
        let angle = f32::from(at) * std::f32::consts::PI / 5.0 - std::f32::consts::FRAC_PI_2;
        center + Vec2::angled(angle) * radius
    };
    let corners: Vec<Pos2> = (0..10).map(corner).collect();
    let mut mesh = Mesh::default();
    mesh.colored_vertex(center, color);
    for corner in &corners {
        mesh.colored_vertex(*corner, color);
    }
    for at in 0..10 {
        mesh.add_triangle(0, 1 + at, 1 + (at + 1) % 10);
    }
    // The line smooths the edge, which a mesh leaves jagged.
    let edge = Shape::closed_line(corners, Stroke::new(1.0, color));
    Shape::Vec(vec![Shape::mesh(mesh), edge])
}

/// How a region is lit up, told apart by line and letter, not by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lit {
    /// The chosen city: a solid line and the letter A.
    A,
    /// The compared city: a dashed line and the letter B.
    B,
    /// What is under the pointer: a thin double line.
    Hovered,
}

/// How `region` is lit up.
#[must_use]
pub fn lit(linked: &Linked, region: RegionIx) -> Option<Lit> {
    if linked.selected == Some(region) {
        Some(Lit::A)
    } else if linked.compared == Some(region) {
        Some(Lit::B)
    } else if linked.hovered == Some(region) {
        Some(Lit::Hovered)
    } else {
        None
    }
}

/// Diameter of a badge, in points.
pub const BADGE_PT: f32 = 17.0;

/// The letter of a lit-up region in a filled circle; nothing for what is only under the pointer.
pub fn badge(canvas: &Canvas<'_>, center: Pos2, lit: Lit) {
    let palette = canvas.palette;
    let (letter, color) = match lit {
        Lit::A => ("A", palette.city_a),
        Lit::B => ("B", palette.city_b),
        Lit::Hovered => return,
    };
    canvas.ui.painter().circle_filled(center, BADGE_PT / 2.0, color);
    let galley = canvas.line(letter, Ink::bold(style::SMALL_PT, palette.on_city));
    let half = galley.size().x / 2.0;
    canvas.put_middle(center.x - half, center.y, galley);
}

/// The lines around a lit-up tile.
pub fn tile_outline(canvas: &Canvas<'_>, rect: Rect, lit: Lit) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let radius = style::RADIUS_PT;
    if lit == Lit::Hovered {
        let line = Stroke::new(1.0, palette.text);
        // Ground between the two lines parts them on any fill.
        let between = Stroke::new(1.5, palette.surface);
        painter.rect_stroke(rect, radius, line, StrokeKind::Inside);
        painter.rect_stroke(rect.shrink(1.0), radius, between, StrokeKind::Inside);
        painter.rect_stroke(rect.shrink(2.5), radius, line, StrokeKind::Inside);
        return;
    }
    // A ring of ground parts the outline from the tile, whatever the tile's colour.
    let ring = Stroke::new(1.5, palette.surface);
    painter.rect_stroke(rect.shrink(1.0), radius, ring, StrokeKind::Inside);
    if lit == Lit::A {
        let stroke = Stroke::new(2.5, palette.city_a);
        painter.rect_stroke(rect.expand(0.5), radius, stroke, StrokeKind::Middle);
    } else {
        dashed(painter, &corners(rect), Stroke::new(2.5, palette.city_b));
    }
    badge(canvas, rect.right_top() + vec2(-3.0, 3.0), lit);
}

/// A dashed closed line through `points`, whose last is the first again.
pub fn dashed(painter: &Painter, points: &[Pos2], stroke: Stroke) {
    painter.extend(Shape::dashed_line(points, stroke, 6.0, 3.0));
}

/// The corners of `rect` once around, back to the first.
fn corners(rect: Rect) -> [Pos2; 5] {
    let top_left = rect.left_top();
    [top_left, rect.right_top(), rect.right_bottom(), rect.left_bottom(), top_left]
}

/// The ring that says that a related indicator is reported.
pub fn ring(painter: &Painter, center: Pos2, color: Color32) {
    painter.circle_stroke(pos2(center.x, center.y), 3.5, Stroke::new(1.5, color));
}
