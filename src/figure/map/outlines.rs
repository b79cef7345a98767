//! Schematic outlines with names that never cover one another.

use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, pos2, vec2};

use super::{
    Fill, MapBody, Place, Spot, Stage, ground,
    labels::{self, Placed, Wanted},
    shapes::{self, DrawnRegion},
    symbols::{self, BADGE_PT, Lit},
};
use crate::{
    figure::{
        Linked, Picked,
        canvas::{self, Canvas, Ink},
        frame, roving, style,
    },
    model::{Outlines, RegionIx},
};

/// How near the pointer must be to an island, in points.
const REACH_PT: f32 = 8.0;
/// Least distance between two names, in points.
const GAP_PT: f32 = 2.0;
/// Rings smaller than this get a fine line, and no dashes, in points.
const SMALL_ISLAND_PT: f32 = 14.0;

/// Draws the outlines on `stage`.
pub fn outlines(
    canvas: &mut Canvas<'_>,
    body: &MapBody,
    shapes: &Arc<Outlines>,
    stage: Stage,
    linked: &Linked,
    picked: &mut Picked,
) -> Vec<Spot> {
    let id = canvas.ui.scope_id().with("outlines");
    under_pointer(canvas, id, body, shapes, stage, picked);
    let drawn = shapes::drawn(canvas.ui, id, body, shapes, stage, canvas.palette);
    canvas.ui.painter().extend(drawn.shapes.iter().cloned());
    let is_lit = |region: &&DrawnRegion| symbols::lit(linked, region.region);
    // What is chosen lies over what is under the pointer.
    for wanted in [Lit::Hovered, Lit::B, Lit::A] {
        for region in drawn.regions.iter().filter(|it| is_lit(it) == Some(wanted)) {
            light(canvas, region, wanted);
        }
    }
    let texts: Vec<(&Place, &DrawnRegion, Text)> = drawn
        .regions
        .iter()
        .filter_map(|region| {
            let place = body.place(region.region)?;
            Some((place, region, text(canvas, body, place, symbols::lit(linked, region.region))))
        })
        .collect();
    let placed = placed(&texts, stage.viewport, linked);
    let rows = texts.iter().zip(placed);
    rows.map(|((place, region, text), at)| label(canvas, place, region, text, at, picked)).collect()
}

/// Notes the region under the pointer, or the nearest island.
fn under_pointer(
    canvas: &Canvas<'_>,
    id: Id,
    body: &MapBody,
    shapes: &Outlines,
    stage: Stage,
    picked: &mut Picked,
) {
    let area = canvas.ui.interact(stage.viewport, id, Sense::CLICK);
    let region = area.hover_pos().and_then(|at| {
        let (point, units_per_pt) = shapes::off_map(at, shapes, stage.map);
        shapes.region_at(point, REACH_PT * units_per_pt)
    });
    if let Some(place) = region.and_then(|it| body.place(it)) {
        picked.note(&area, Some(place.region), place.figure);
        canvas::tooltip(&area.on_hover_cursor(egui::CursorIcon::PointingHand), &place.hover);
    }
}

/// The lines of a lit-up region; its smallest islands get a ring, since lines would swallow them.
fn light(canvas: &Canvas<'_>, region: &DrawnRegion, lit: Lit) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let color = match lit {
        Lit::A => palette.city_a,
        Lit::B => palette.city_b,
        Lit::Hovered => palette.text,
    };
    for ring in &region.rings {
        let is_small = ring.bounds.size().max_elem() < SMALL_ISLAND_PT;
        let mut points = ring.points.clone();
        points.extend(ring.points.first().copied());
        match lit {
            _ if is_small => {
                painter.add(Shape::line(points, Stroke::new(1.5, color)));
            }
            Lit::A => {
                painter.add(Shape::line(points.clone(), Stroke::new(5.0, palette.surface)));
                painter.add(Shape::line(points, Stroke::new(2.5, color)));
            }
            Lit::B => {
                painter.add(Shape::line(points.clone(), Stroke::new(5.0, palette.surface)));
                symbols::dashed(painter, &points, Stroke::new(2.5, color));
            }
            Lit::Hovered => {
                painter.add(Shape::line(points.clone(), Stroke::new(4.0, color)));
                painter.add(Shape::line(points, Stroke::new(2.0, palette.surface)));
            }
        }
    }
    for dot in &region.dots {
        painter.circle_filled(*dot, 2.0, color);
    }
}

/// The words of a region, laid out.
struct Text {
    name: Arc<Galley>,
    value: Arc<Galley>,
    fill: Fill,
    is_related: bool,
    lit: Option<Lit>,
    ground: egui::Color32,
}

/// Room for a sign before the name or the value, in points.
const SIGN_PT: f32 = 15.0;

impl Text {
    /// Room for the badge, in points.
    fn badge_pt(&self) -> f32 {
        if matches!(self.lit, Some(Lit::A | Lit::B)) { BADGE_PT + 3.0 } else { 0.0 }
    }

    /// Room for star or ring, in points.
    fn sign_pt(&self) -> f32 {
        if self.fill == Fill::Fact || self.is_related { SIGN_PT } else { 0.0 }
    }

    /// The sizes the words may take, with a hair around them.
    fn sizes(&self) -> Vec<egui::Vec2> {
        let name = self.name.size();
        let alone = vec2(self.badge_pt() + self.sign_pt() + name.x + 4.0, name.y.max(BADGE_PT));
        let both =
            vec2(alone.x.max(self.value.size().x + 4.0), alone.y + self.value.size().y - 3.0);
        if self.value.size().x > 0.0 { vec![both, alone] } else { vec![alone] }
    }
}

fn text(canvas: &Canvas<'_>, body: &MapBody, place: &Place, lit: Option<Lit>) -> Text {
    let palette = canvas.palette;
    let ground = ground(palette, body, place.fill);
    let ink = palette.text_on(ground);
    // Hatching says what is not reported; a word on every region would cover the map.
    let value = if matches!(place.fill, Fill::Step(_)) { place.value.as_str() } else { "" };
    Text {
        name: canvas.line(&place.name, Ink::bold(style::SMALL_PT, ink)),
        value: canvas.line(value, Ink::plain(style::SMALL_PT, ink)),
        fill: place.fill,
        is_related: place.is_related,
        lit,
        ground,
    }
}

/// The places of all names: chosen and compared first, then by area.
fn placed(
    texts: &[(&Place, &DrawnRegion, Text)],
    viewport: Rect,
    linked: &Linked,
) -> Vec<Option<Placed>> {
    let order = |hovered: Option<RegionIx>| -> Vec<Option<Placed>> {
        let wanted = texts.iter().map(|(place, region, text)| {
            let first = match text.lit {
                Some(Lit::A) => 3e9,
                Some(Lit::B) => 2e9,
                _ if hovered == Some(place.region) => 1e9,
                _ => 0.0,
            };
            Wanted {
                anchor: region.anchor,
                sizes: text.sizes(),
                room: region.bounds.size(),
                priority: first + region.bounds.area(),
            }
        });
        labels::place(&wanted.collect::<Vec<_>>(), viewport, GAP_PT)
    };
    let placed = order(None);
    // Names keep still under the pointer, unless the one pointed at would have no place at all.
    let is_lost = texts
        .iter()
        .zip(&placed)
        .any(|((place, ..), at)| linked.hovered == Some(place.region) && at.is_none());
    if is_lost { order(linked.hovered) } else { placed }
}

fn label(
    canvas: &mut Canvas<'_>,
    place: &Place,
    region: &DrawnRegion,
    text: &Text,
    at: Option<Placed>,
    picked: &mut Picked,
) -> Spot {
    let palette = canvas.palette;
    // Without a place for its name a region still answers to the keyboard.
    let rect = at.map_or(Rect::from_center_size(region.anchor, vec2(8.0, 8.0)), |it| it.rect);
    let is_at_home = at.is_some_and(|it| !it.is_moved && it.rect.width() <= region.bounds.width());
    if let Some(at) = at {
        if at.is_moved {
            let end = labels::leader_end(at.rect, region.anchor);
            let stroke = Stroke::new(1.0, palette.secondary);
            canvas.ui.painter().line_segment([region.anchor, end], stroke);
            canvas.ui.painter().circle_filled(region.anchor, 2.0, palette.secondary);
        }
        if !is_at_home {
            let painter = canvas.ui.painter();
            painter.rect_filled(at.rect, 3, text.ground);
            let edge = Stroke::new(style::HAIRLINE_PT, palette.hairline);
            painter.rect_stroke(at.rect, 3, edge, StrokeKind::Outside);
        }
    }
    let hit = Rect::from_center_size(
        rect.center(),
        rect.size().max(egui::Vec2::splat(style::target_pt(canvas.ui, 24.0))),
    );
    let response = canvas.mark(("outline", place.region), hit, &place.spoken);
    canvas.tell_chosen(&response, matches!(text.lit, Some(Lit::A | Lit::B)));
    picked.note(&response, Some(place.region), place.figure);
    if let Some(at) = at {
        words(canvas, text, at, is_at_home);
    }
    canvas::tooltip(&response, &place.hover);
    Spot {
        region: place.region,
        rect: region.bounds.union(rect),
        is_current: roving::is_current(&response),
    }
}

fn words(canvas: &Canvas<'_>, text: &Text, at: Placed, has_halo: bool) {
    let palette = canvas.palette;
    let rect = at.rect;
    let line = text.name.size().y.max(BADGE_PT);
    let before = text.badge_pt() + text.sign_pt();
    let mut x = rect.center().x - f32::midpoint(before, text.name.size().x);
    let y = rect.top() + line / 2.0;
    if let Some(lit) = text.lit.filter(|_| text.badge_pt() > 0.0) {
        symbols::badge(canvas, pos2(x + BADGE_PT / 2.0, y), lit);
        x += text.badge_pt();
    }
    if text.sign_pt() > 0.0 {
        let center = pos2(x + 6.0, y);
        let color = frame::mark_color(palette);
        if text.fill == Fill::Fact {
            canvas.ui.painter().add(symbols::star(center, 6.0, color));
        } else {
            symbols::ring(canvas.ui.painter(), center, color);
        }
        x += text.sign_pt();
    }
    put(canvas, pos2(x, y - text.name.size().y / 2.0), &text.name, text.ground, has_halo);
    if at.size == 0 && text.value.size().x > 0.0 {
        let x = rect.center().x - text.value.size().x / 2.0;
        put(canvas, pos2(x, rect.top() + line - 3.0), &text.value, text.ground, has_halo);
    }
}

/// Paints text, with a halo of the region's ground that keeps it apart from lines and hatching.
fn put(canvas: &Canvas<'_>, at: Pos2, galley: &Arc<Galley>, ground: egui::Color32, has_halo: bool) {
    if has_halo {
        let painter = canvas.ui.painter();
        for turn in 0..8_u8 {
            let way = egui::Vec2::angled(f32::from(turn) * std::f32::consts::FRAC_PI_4) * 1.4;
            painter.galley_with_override_text_color(at + way, Arc::clone(galley), ground);
        }
    }
    canvas.put(at, Arc::clone(galley));
}
