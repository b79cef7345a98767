//! Equal tiles: name and value inside each.

use std::sync::Arc;

use egui::{Galley, Rect, Stroke, StrokeKind, pos2, vec2};

use super::{Fill, MapBody, Place, Spot, Stage, ground, symbols};
use crate::figure::{
    Linked, Picked,
    canvas::{self, Canvas, Ink},
    frame, roving, style,
};

/// A tile narrower than this holds no words and is as high as it is wide, in points.
const WORDS_PT: f32 = 32.0;
/// A tile narrower than this has one stroke for hatching, in points.
const HATCH_PT: f32 = 12.0;
/// The gap between small tiles, as a part of their width.
const GAP_OF_TILE: f32 = 0.12;

/// The height of a row of tiles with its gap on a map `width_pt` wide: `with_words_pt` where the
/// tiles have room for words.
#[must_use]
pub fn row_pt(body: &MapBody, width_pt: f32, with_words_pt: f32) -> f32 {
    let step_pt = width_pt / f32::from(body.size.0.max(1));
    if step_pt < WORDS_PT { step_pt } else { with_words_pt }
}

/// The tile of `place` on a map that fills `map`.
#[must_use]
pub fn rect(body: &MapBody, place: &Place, map: Rect) -> Rect {
    let (columns, rows) = (f32::from(body.size.0.max(1)), f32::from(body.size.1.max(1)));
    let gap = (GAP_OF_TILE * map.width() / columns).min(style::GRID_PT);
    let step = (map.size() + vec2(gap, gap)) / vec2(columns, rows);
    let at = vec2(f32::from(place.tile.0), f32::from(place.tile.1)) * step;
    Rect::from_min_size(map.min + at, step - vec2(gap, gap))
}

/// Draws the tiles on `stage`.
pub fn tiles(
    canvas: &mut Canvas<'_>,
    body: &MapBody,
    stage: Stage,
    linked: &Linked,
    picked: &mut Picked,
) -> Vec<Spot> {
    let mut spots = Vec::new();
    for place in &body.places {
        let rect = rect(body, place, stage.map);
        let response = canvas.mark(("tile", place.region), rect, &place.spoken);
        canvas.tell_chosen(&response, linked.has_chosen(place.region));
        picked.note(&response, Some(place.region), place.figure);
        if rect.intersects(stage.viewport) {
            tile(canvas, body, place, rect);
        }
        spots.push(Spot { region: place.region, rect, is_current: roving::is_current(&response) });
        canvas::tooltip(&response, &place.hover);
    }
    // Outlines and badges reach over the gaps, so they come after all tiles.
    for place in &body.places {
        if let Some(lit) = symbols::lit(linked, place.region) {
            symbols::tile_outline(canvas, rect(body, place, stage.map), lit);
        }
    }
    spots
}

/// Name and value in the largest size in which both fit.
struct Words {
    name: Arc<Galley>,
    value: Arc<Galley>,
}

/// Room for the star before the value, in points.
const STAR_PT: f32 = 16.0;

fn words(canvas: &Canvas<'_>, place: &Place, [name, value]: [Ink; 2], room: f32) -> Words {
    let fit = |text: &str, ink: Ink, room: f32| {
        let mut size_pt = ink.size_pt;
        while size_pt > style::SMALL_PT {
            let galley = canvas.line(text, Ink { size_pt, ..ink });
            if galley.size().x <= room {
                return galley;
            }
            size_pt -= 1.0;
        }
        canvas.fitted(text, Ink { size_pt: style::SMALL_PT, ..ink }, room)
    };
    let room_for_value = if place.fill == Fill::Fact { room - STAR_PT } else { room };
    let small = Ink { size_pt: style::SMALL_PT, ..value };
    let is_long = canvas.line(&place.value, small).size().x > room_for_value;
    let shown = if is_long { &place.short_value } else { &place.value };
    Words { name: fit(&place.name, name, room), value: fit(shown, value, room_for_value) }
}

/// A tile without room for words.
fn small_tile(canvas: &Canvas<'_>, body: &MapBody, place: &Place, rect: Rect) {
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    painter.rect_filled(rect, rect.width() * GAP_OF_TILE, ground(palette, body, place.fill));
    let mark = frame::mark_color(palette);
    match place.fill {
        Fill::Missing if rect.width() < HATCH_PT => {
            let stroke = Stroke::new(style::HAIRLINE_PT, palette.hatch);
            painter.line_segment([rect.left_bottom(), rect.right_top()], stroke);
        }
        Fill::Missing => canvas.hatch(rect, palette.hatch, 5.0),
        Fill::Fact => {
            painter.circle_filled(rect.center(), rect.width() * 0.3, mark);
        }
        Fill::Plain | Fill::Step(_) => {}
    }
    if rect.width() >= HATCH_PT {
        let stroke = Stroke::new(style::HAIRLINE_PT, palette.hairline);
        painter.rect_stroke(rect, rect.width() * GAP_OF_TILE, stroke, StrokeKind::Inside);
        if place.is_related {
            symbols::ring(painter, rect.center(), mark);
        }
    }
}

fn tile(canvas: &Canvas<'_>, body: &MapBody, place: &Place, rect: Rect) {
    if rect.width() < WORDS_PT - style::GRID_PT {
        return small_tile(canvas, body, place, rect);
    }
    let palette = canvas.palette;
    let painter = canvas.ui.painter();
    let radius = style::RADIUS_PT;
    let color = ground(palette, body, place.fill);
    painter.rect_filled(rect, radius, color);
    if place.fill == Fill::Missing {
        canvas.hatch(rect.shrink(1.0), palette.hatch, 7.0);
    }
    painter.rect_stroke(rect, radius, Stroke::new(1.0, palette.hairline), StrokeKind::Inside);
    let is_step = matches!(place.fill, Fill::Step(_));
    let ink = if is_step { palette.text_on(color) } else { palette.text };
    let value_ink = if is_step { ink } else { palette.secondary };
    let is_large = rect.width() >= 120.0 && rect.height() >= 64.0;
    let (name_pt, value_pt) = if is_large {
        (style::HEADING_PT, style::BODY_PT)
    } else {
        (style::BODY_PT, style::SMALL_PT)
    };
    let pad = if rect.width() < 66.0 { 4.0 } else { 8.0 } + if is_large { 4.0 } else { 0.0 };
    let room = rect.width() - pad - 2.0;
    let inks = [Ink::bold(name_pt, ink), Ink::plain(value_pt, value_ink)];
    let Words { name, value } = words(canvas, place, inks, room);
    let height = name.size().y + value.size().y.max(style::SMALL_PT + 4.0);
    let top = rect.center().y - height / 2.0;
    // A name over hatching needs a quiet ground to stay readable.
    if place.fill == Fill::Missing {
        let text = Rect::from_min_size(
            pos2(rect.left() + pad - 2.0, top),
            vec2(name.size().x.max(value.size().x) + 4.0, height),
        );
        painter.rect_filled(text.intersect(rect.shrink(1.5)), 2, palette.surface);
    }
    let value_y = top + name.size().y;
    canvas.put(pos2(rect.left() + pad, top), name);
    let mut x = rect.left() + pad;
    if place.fill == Fill::Fact {
        let center = pos2(x + 6.0, value_y + value.size().y.max(style::SMALL_PT + 4.0) / 2.0);
        painter.add(symbols::star(center, 6.0, frame::mark_color(palette)));
        x += STAR_PT;
    }
    canvas.put(pos2(x, value_y), value);
    if place.is_related {
        // The words may reach below it, so it stands on ground of its own.
        let at = rect.right_bottom() + vec2(-7.0, -7.0);
        painter.circle_filled(at, 5.5, palette.surface);
        symbols::ring(painter, at, frame::mark_color(palette));
    }
}
