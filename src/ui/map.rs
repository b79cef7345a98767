//! The map of the side panel: zoom and pan, keyboard, legend, and the change from one layout to
//! the other.

use egui::{CursorIcon, Key, Modifiers, Rect, Sense, Ui, Vec2, accesskit::Role, pos2, vec2};

use super::{Pushed, View, classing, layout, widgets};
use crate::{
    figure::{
        Picked,
        canvas::Canvas,
        map::{self, Camera, MapKind, Spot, Stage, legend, morph},
        roving::{self, GroupSpec, Moves},
        style,
    },
    model::RegionIx,
    state::{Action, Command},
};

/// Height of a row of tiles with its gap, in points.
const TILE_ROW_PT: f32 = 43.0;
/// Height of the outlines, in points.
const OUTLINES_PT: f32 = 236.0;
/// Height of the row of controls below the map, in points.
const CONTROLS_PT: f32 = 28.0;
/// How much one press of a zoom key or button enlarges.
const ZOOM_STEP: f32 = 1.5;
/// How far Shift with an arrow key moves the map, in points.
const PAN_STEP_PT: f32 = 40.0;
/// How far the wheel turns, in points, until the map is about 2.7 times as large.
const WHEEL_PT: f32 = 240.0;

/// What the map panel remembers between frames; no part of the view, so going back does not
/// bring it back.
#[derive(Debug, Default)]
pub struct MapPanel {
    /// Which part is seen.
    camera: Camera,
    /// The layout that was last shown.
    shown: Option<MapKind>,
    /// When the present layout began to take the other's place, in seconds.
    changing_since_secs: Option<f64>,
    /// The city that had the keyboard.
    current: Option<RegionIx>,
    /// The limits of classes as typed.
    pub(super) classing: classing::Draft,
}

impl MapPanel {
    /// Notes the layout to show; gives how far the change to it has come, `0.0..1.0`, while it lasts.
    fn change(&mut self, ui: &Ui, kind: MapKind, is_motion_reduced: bool) -> Option<f32> {
        let now_secs = ui.input(|input| input.time);
        if self.shown != Some(kind) {
            let is_first = self.shown.is_none();
            self.shown = Some(kind);
            self.camera = Camera::default();
            self.changing_since_secs = (!is_first && !is_motion_reduced).then_some(now_secs);
        }
        let part = (now_secs - self.changing_since_secs?) / morph::MORPH_SECS;
        if part >= 1.0 || is_motion_reduced {
            self.changing_since_secs = None;
            return None;
        }
        ui.ctx().request_repaint();
        Some(part as f32)
    }
}

/// Draws map, controls and legend.
pub fn show(ui: &mut Ui, view: &View<'_>, panel: &mut MapPanel, pushed: &mut Pushed) {
    let body = &view.scene.map;
    if body.places.is_empty() {
        return;
    }
    // Badges reach above the first row.
    ui.add_space(4.0);
    let part = panel.change(ui, body.kind, view.is_motion_reduced);
    let row_pt = map::tiles::row_pt(body, ui.available_width(), TILE_ROW_PT);
    let heights = [row_pt * body.grid_rows() as f32, OUTLINES_PT];
    let part_of_outlines = match (body.kind, part) {
        (MapKind::Tiles, None) => 0.0,
        (MapKind::Tiles, Some(part)) => 1.0 - part,
        (MapKind::Outlines, None) => 1.0,
        (MapKind::Outlines, Some(part)) => part,
    };
    let height = egui::lerp(heights[0]..=heights[1], part_of_outlines);
    let size = vec2(ui.available_width(), height);
    let (viewport, _) = ui.allocate_exact_size(size, Sense::empty());
    if let (Some(_), Some(shapes)) = (part, &body.outlines) {
        let fitted = map::draw::fitted(shapes, viewport);
        let canvas = Canvas::new(ui, view.palette, 0.0);
        morph::draw(&canvas, body, shapes, [viewport, fitted], part_of_outlines);
    } else {
        at_rest(ui, view, panel, viewport, pushed);
    }
    controls(ui, view, panel, viewport, pushed);
    let mut canvas = Canvas::new(ui, view.palette, 0.0);
    legend::flow(&mut canvas, &body.legend);
    canvas.finish();
    note(ui, view);
}

/// The map while its layout does not change.
fn at_rest(
    ui: &mut Ui,
    view: &View<'_>,
    panel: &mut MapPanel,
    viewport: Rect,
    pushed: &mut Pushed,
) {
    let body = &view.scene.map;
    let outlines = body.outlines.as_ref().filter(|_| body.kind == MapKind::Outlines);
    let fitted = outlines.map_or(viewport, |shapes| map::draw::fitted(shapes, viewport));
    follow_pointer(ui, panel, viewport, fitted);
    // Badges and lines of the whole map reach over its edge; an enlarged map is cut there.
    let room = if panel.camera.is_fit() { 8.0 } else { 0.0 };
    let stage = Stage { viewport, map: panel.camera.map(fitted) };
    let selected = |place: &map::Place| view.scene.selected == Some(place.region);
    let group = GroupSpec {
        salt: "map",
        role: Role::List,
        name: view.t.map_spoken(),
        description: view.t.map_spoken_keys(),
        moves: Moves::Geography,
        start: body.places.iter().position(selected).unwrap_or(0),
        lang: view.state.lang,
    };
    let (spots, picked) = roving::scope(ui, &group, view.palette, |ui, group| {
        ui.set_clip_rect(ui.clip_rect().intersect(viewport.expand(room)));
        let mut picked = Picked::default();
        let mut canvas = Canvas::new(ui, view.palette, 0.0).grouped(group);
        let linked = &view.linked;
        let spots = match outlines {
            Some(shapes) => {
                map::outlines::outlines(&mut canvas, body, shapes, stage, linked, &mut picked)
            }
            None => map::tiles::tiles(&mut canvas, body, stage, linked, &mut picked),
        };
        (spots, picked)
    });
    if !panel.camera.is_fit() {
        let edge = egui::Stroke::new(style::HAIRLINE_PT, view.palette.outline);
        ui.painter().rect_stroke(viewport, 0, edge, egui::StrokeKind::Outside);
    }
    keyboard(ui, panel, &spots, fitted);
    view.follow(picked, pushed);
}

/// Wheel and pinch zoom around the pointer, a drag pans, a double click fits.
fn follow_pointer(ui: &mut Ui, panel: &mut MapPanel, viewport: Rect, fitted: Rect) {
    let area = ui.interact(viewport, ui.scope_id().with("map"), Sense::DRAG);
    if area.dragged() && !panel.camera.is_fit() {
        panel.camera = panel.camera.panned(area.drag_delta(), fitted);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        return;
    }
    let Some(at) = ui.input(|it| it.pointer.hover_pos()).filter(|_| area.contains_pointer()) else {
        return;
    };
    if !panel.camera.is_fit() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
    let (pinch, wheel, is_double) = ui.input(|input| {
        let is_double = input.pointer.button_double_clicked(egui::PointerButton::Primary);
        (input.zoom_delta(), input.smooth_scroll_delta().y, is_double)
    });
    let before = panel.camera;
    panel.camera = before.zoomed(pinch * (wheel / WHEEL_PT).exp(), at, fitted);
    if is_double {
        panel.camera = Camera::default();
    }
    // A wheel that enlarges nothing more is left to the panel, which may scroll.
    if panel.camera != before {
        ui.input_mut(|input| input.smooth_scroll_delta = Vec2::ZERO);
        ui.ctx().request_repaint();
    }
}

/// Keys of the city that has the keyboard: Shift with arrows pans; +, −, 0 zoom.
fn keyboard(ui: &Ui, panel: &mut MapPanel, spots: &[Spot], fitted: Rect) {
    let spot = spots.iter().find(|spot| spot.is_current);
    let has_come = spot.is_some() && panel.current != spot.map(|it| it.region);
    panel.current = spot.map(|it| it.region);
    let Some(spot) = spot else { return };
    let before = panel.camera;
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let arrows = [
        (Key::ArrowLeft, vec2(1.0, 0.0)),
        (Key::ArrowRight, vec2(-1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, 1.0)),
        (Key::ArrowDown, vec2(0.0, -1.0)),
    ];
    for (key, way) in arrows {
        if pressed(Modifiers::SHIFT, key) {
            panel.camera = panel.camera.panned(way * PAN_STEP_PT, fitted);
        }
    }
    let center = spot.rect.center();
    let at = pos2(
        center.x.clamp(fitted.left(), fitted.right()),
        center.y.clamp(fitted.top(), fitted.bottom()),
    );
    if pressed(Modifiers::NONE, Key::Plus) || pressed(Modifiers::NONE, Key::Equals) {
        panel.camera = panel.camera.zoomed(ZOOM_STEP, at, fitted);
    }
    if pressed(Modifiers::NONE, Key::Minus) {
        panel.camera = panel.camera.zoomed(1.0 / ZOOM_STEP, at, fitted);
    }
    if pressed(Modifiers::NONE, Key::Num0) {
        panel.camera = Camera::default();
    }
    if has_come && panel.camera == before && !panel.camera.is_fit() {
        panel.camera = panel.camera.revealing(spot.rect, fitted);
    }
    if panel.camera != before {
        ui.ctx().request_repaint();
    }
}

/// The other layout, classes and zoom: under the map, where they cover no city.
fn controls(
    ui: &mut Ui,
    view: &View<'_>,
    panel: &mut MapPanel,
    viewport: Rect,
    pushed: &mut Pushed,
) {
    let body = &view.scene.map;
    ui.spacing_mut().item_spacing.x = 4.0;
    let size = vec2(ui.available_width(), CONTROLS_PT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::empty());
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt("controls"));
    let mut is_other_layout = false;
    layout::row_with_end(
        &mut ui,
        "map",
        |ui| {
            if body.outlines.is_some() {
                let text = match body.kind {
                    MapKind::Tiles => view.t.map_to_outlines(),
                    MapKind::Outlines => view.t.map_to_tiles(),
                };
                let link = widgets::link(ui, view.palette, text, style::SMALL_PT);
                is_other_layout = widgets::hint(link, view, Command::ToggleMap).clicked();
            }
        },
        |ui| {
            zoom_buttons(ui, view, panel, viewport);
            if classing::is_offered(view) {
                classing::button(ui, view, &mut panel.classing, pushed);
            }
        },
    );
    if is_other_layout {
        pushed.actions.push(Action::Run(Command::ToggleMap));
    }
}

fn zoom_buttons(ui: &mut Ui, view: &View<'_>, panel: &mut MapPanel, viewport: Rect) {
    let middle = viewport.center();
    let camera = panel.camera;
    let can_shrink = !camera.is_fit();
    let can_grow = camera.zoom() < map::camera::MOST_ZOOM;
    let larger = camera.zoomed(ZOOM_STEP, middle, viewport);
    let smaller = camera.zoomed(1.0 / ZOOM_STEP, middle, viewport);
    for (sign, name, is_possible, next) in [
        (Sign::Plus, view.t.map_zoom_in(), can_grow, larger),
        (Sign::Minus, view.t.map_zoom_out(), can_shrink, smaller),
        (Sign::Fit, view.t.map_fit(), can_shrink, Camera::default()),
    ] {
        if sign_button(ui, view, sign, name, is_possible) {
            panel.camera = next;
            ui.ctx().request_repaint();
        }
    }
}

/// What a small button shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A plus.
    Plus,
    /// A minus.
    Minus,
    /// The corners of a frame.
    Fit,
    /// Three dots: more follows.
    More,
}

/// A button of 24 points with a sign drawn on it; gives whether it was clicked.
fn sign_button(ui: &mut Ui, view: &View<'_>, sign: Sign, name: &str, is_possible: bool) -> bool {
    let response = signed(ui, view, sign, name, is_possible);
    response.on_hover_text(name).clicked()
}

/// A button of 24 points with a sign drawn on it.
pub(super) fn signed(
    ui: &mut Ui,
    view: &View<'_>,
    sign: Sign,
    name: &str,
    is_possible: bool,
) -> egui::Response {
    let palette = view.palette;
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(style::target_pt(ui, 24.0)), sense);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, is_possible, name));
    let painter = ui.painter();
    if response.hovered() && is_possible {
        painter.rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    let color = if is_possible { palette.text } else { palette.disabled };
    let stroke = egui::Stroke::new(1.5, color);
    let center = rect.center();
    match sign {
        Sign::Plus | Sign::Minus => {
            painter.hline(center.x - 5.0..=center.x + 5.0, center.y, stroke);
            if sign == Sign::Plus {
                painter.vline(center.x, center.y - 5.0..=center.y + 5.0, stroke);
            }
        }
        Sign::Fit => {
            for way in [vec2(1.0, 1.0), vec2(-1.0, 1.0), vec2(1.0, -1.0), vec2(-1.0, -1.0)] {
                let corner = center + way * 5.5;
                let inward = [vec2(-4.0 * way.x, 0.0), vec2(0.0, -4.0 * way.y)];
                for step in inward {
                    painter.line_segment([corner, corner + step], stroke);
                }
            }
        }
        Sign::More => {
            for step in [-5.0, 0.0, 5.0] {
                painter.circle_filled(center + vec2(step, 0.0), 1.6, color);
            }
        }
    }
    widgets::focus_ring(ui, &response, palette);
    response
}

/// That outlines are schematic.
fn note(ui: &mut Ui, view: &View<'_>) {
    let body = &view.scene.map;
    if let (MapKind::Outlines, Some(shapes)) = (body.kind, &body.outlines) {
        let note = shapes.note.get(view.state.lang);
        let credit = shapes.credit.get(view.state.lang);
        ui.label(widgets::quiet(view.t.outlines_schematic(), view.palette))
            .on_hover_text(format!("{note}\n{credit}"));
    }
}
