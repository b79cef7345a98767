//! The map in the whole window: wheel, drag and keys, small islands, the change of layout.

use crate::support::window::{App, show_in_steps};
use city_atlas::{
    analysis::Classing,
    app::{AtlasApp, NativeDesktop},
    files,
    model::Lang,
    state::{MapKind, MotionChoice, ThemeChoice, ViewState},
};
use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

fn open(view: impl FnOnce(&mut ViewState)) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.theme = ThemeChoice::Light;
    state.indicator = Some("resident_population".into());
    view(&mut state);
    let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    show_in_steps(app, [1280.0, 800.0], 0.05, 60)
}

/// The city's node on the map.
fn city<'a>(app: &'a App, name: &'a str) -> egui_kittest::Node<'a> {
    let mut nodes: Vec<_> = app
        .query_all_by_label_contains(name)
        .filter(|node| node.accesskit_node().label().is_some_and(|it| it.contains(" of 11; ")))
        .collect();
    assert_eq!(nodes.len(), 1, "{name} on the map");
    nodes.remove(0)
}

fn rect(app: &App, name: &str) -> Rect {
    city(app, name).rect()
}

fn selected(app: &App) -> Option<&str> {
    app.state().state().selected.as_deref()
}

fn point_at(app: &mut App, at: Pos2) {
    app.event(Event::PointerMoved(at));
    app.run();
}

fn press(app: &App, at: Pos2, pressed: bool) {
    let button = PointerButton::Primary;
    app.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
}

fn wheel(app: &mut App, delta_pt: f32) {
    app.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, delta_pt),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    app.run();
}

#[test]
fn the_wheel_zooms_around_the_pointer_and_fit_shows_the_whole_map() {
    for map in [MapKind::Tiles, MapKind::Outlines] {
        let mut app = open(|state| state.map = map);
        let before = rect(&app, "Jinhua");
        point_at(&mut app, before.center());
        wheel(&mut app, 150.0);
        let after = rect(&app, "Jinhua");
        // What is under the pointer stays there; what is beside it moves away from it.
        assert!(after.contains(before.center()), "{map:?}: {before:?} {after:?}");
        if map == MapKind::Tiles {
            let times = after.width() / before.width();
            assert!((1.5..2.2).contains(&times), "{times} times as large");
        }
        app.get_by_label("Show the whole map (0)").click();
        app.run();
        assert!(rect(&app, "Jinhua").center().distance(before.center()) < 0.5);
        // A wheel that cannot enlarge less changes nothing.
        point_at(&mut app, before.center());
        wheel(&mut app, -300.0);
        assert!(rect(&app, "Jinhua").center().distance(before.center()) < 0.5);
    }
}

#[test]
fn a_drag_moves_the_map_and_chooses_nothing() {
    let mut app = open(|state| state.selected = Some("lishui".into()));
    let start = rect(&app, "Jinhua").center();
    point_at(&mut app, start);
    wheel(&mut app, 200.0);
    let before = rect(&app, "Jinhua");
    press(&app, start, true);
    app.run();
    for step in 1..=5_u8 {
        point_at(&mut app, start + vec2(8.0, 0.0) * f32::from(step));
    }
    press(&app, start + vec2(40.0, 0.0), false);
    app.run();
    let moved = rect(&app, "Jinhua").left() - before.left();
    assert!((20.0..=45.0).contains(&moved), "moved by {moved}");
    assert_eq!(selected(&app), Some("lishui"));
}

#[test]
fn a_double_click_shows_the_whole_map() {
    let mut app = open(|_| {});
    let before = rect(&app, "Jinhua");
    point_at(&mut app, before.center());
    wheel(&mut app, 200.0);
    for pressed in [true, false, true, false] {
        press(&app, before.center(), pressed);
    }
    app.run();
    assert!(rect(&app, "Jinhua").center().distance(before.center()) < 0.5);
}

#[test]
fn arrow_keys_move_by_geography_enter_chooses_and_c_pins() {
    for map in [MapKind::Tiles, MapKind::Outlines] {
        let mut app = open(|state| state.map = map);
        city(&app, "Huzhou").focus();
        app.run();
        for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowRight] {
            app.key_press(key);
            app.run();
        }
        app.key_press(Key::Enter);
        app.run();
        let chosen = selected(&app).unwrap().to_owned();
        let east = ["ningbo", "shaoxing", "zhoushan"];
        assert!(east.contains(&chosen.as_str()), "{map:?}: {chosen}");
        app.key_press(Key::ArrowDown);
        app.run();
        app.key_press(Key::C);
        app.run();
        let compared = app.state().state().compared.clone().unwrap();
        assert!(compared != chosen && compared != "huzhou", "{map:?}: {compared}");
    }
}

#[test]
fn keys_zoom_the_map_and_bring_the_next_city_into_sight() {
    let mut app = open(|_| {});
    let before = rect(&app, "Huzhou");
    city(&app, "Huzhou").focus();
    app.run();
    for _ in 0..4 {
        app.key_press(Key::Plus);
        app.run();
    }
    assert!(rect(&app, "Huzhou").width() > 3.0 * before.width());
    let still = rect(&app, "Huzhou");
    app.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    app.run();
    assert!(rect(&app, "Huzhou").left() < still.left() - 20.0, "Shift and an arrow pan");
    app.key_press(Key::ArrowDown);
    app.run();
    let hangzhou = rect(&app, "Hangzhou");
    assert!(hangzhou.top() < 330.0, "it came into sight: {hangzhou:?}");
    app.key_press(Key::Num0);
    app.run();
    assert_eq!(rect(&app, "Huzhou"), before);
}

#[test]
fn a_click_beside_a_small_island_chooses_its_city_at_every_zoom() {
    let mut app = open(|state| {
        state.map = MapKind::Outlines;
        state.selected = Some("lishui".into());
    });
    for _ in 0..3 {
        let shapes = app.state().data().outlines().unwrap().clone();
        let zhoushan = app.state().data().region_by_id("zhoushan").unwrap();
        let outline = shapes.regions.iter().find(|it| it.region == zhoushan).unwrap();
        // The map lies where the labels' anchors of two cities say.
        let anchor = outline.label_point;
        let seen = rect(&app, "Zhoushan");
        // Search around the name for a place in the sea that is near an island.
        let mut hit = false;
        for (dx, dy) in (-6..=6).flat_map(|dx| (-8..=8).map(move |dy| (dx, dy))) {
            let at = seen.center() + vec2(dx as f32 * 6.0, dy as f32 * 6.0);
            if seen.expand(4.0).contains(at) {
                continue;
            }
            point_at(&mut app, at);
            press(&app, at, true);
            press(&app, at, false);
            app.run();
            if selected(&app) == Some("zhoushan") {
                hit = true;
                break;
            }
        }
        assert!(hit, "no island near {anchor:?} answers");
        app.get_by_label("Enlarge the map (+)").click();
        app.run();
    }
}

#[test]
fn the_layout_changes_in_motion_unless_motion_is_reduced() {
    let frames = |motion: MotionChoice| -> Vec<bool> {
        let mut app = open(|state| state.motion = motion);
        app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
        // While the layout changes no city answers.
        (0..12)
            .map(|_| {
                app.step();
                app.query_all_by_label_contains(" of 11; ").next().is_none()
            })
            .collect()
    };
    let moving = frames(MotionChoice::Full);
    let count = moving.iter().filter(|it| **it).count();
    assert!((3..=7).contains(&count), "{moving:?}");
    assert!(!moving[11], "it comes to rest");
    assert!(frames(MotionChoice::Reduced).iter().all(|it| !it), "nothing moves");
}

#[test]
fn motion_is_reduced_from_the_menu_and_the_window_rests_after_a_change() {
    let mut app = open(|_| {});
    app.get_by_label("Display").click();
    app.run();
    app.get_by_label("Reduce motion").click();
    app.run();
    assert_eq!(app.state().state().motion, MotionChoice::Reduced);
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    app.run();
    assert_eq!(app.state().state().map, MapKind::Outlines);
    assert!(app.run() <= 1, "no frame is asked for at rest");
}

#[test]
fn classes_are_chosen_behind_the_button_and_limits_are_checked() {
    let mut app = open(|_| {});
    app.get_by_label("Classes…").click();
    app.run();
    app.get_by_label("Quantiles: as many cities in each class").click();
    app.run();
    assert_eq!(app.state().state().classing, Classing::Quantile);
    let limits = |app: &App, text: &str| {
        app.get_by_label("Limits set by hand").focus();
        let field =
            app.get_by_role_and_label(egui::accesskit::Role::TextInput, "Limits set by hand");
        field.set_text_value_accesskit(text);
    };
    limits(&app, "8000000; 5000000");
    app.run();
    app.get_by_label("Apply").click();
    app.run();
    app.get_by_label("Each limit must be larger than the one before.");
    assert_eq!(app.state().state().classing, Classing::Quantile);
    limits(&app, "5,000,000");
    app.run();
    app.get_by_label("Apply").click();
    app.run();
    let Classing::ByHand(breaks) = &app.state().state().classing else { panic!("by hand") };
    assert_eq!(breaks.values(), [5_000_000.0]);
    // The legend says what is really in the two classes.
    assert!(app.query_all_by_label_contains("1.173 million–3.439 million people").next().is_some());
}

#[test]
fn names_on_outlines_never_cover_one_another_at_any_zoom() {
    let mut app = open(|state| state.map = MapKind::Outlines);
    let names = ["Hangzhou", "Ningbo", "Shaoxing", "Huzhou", "Jiaxing", "Zhoushan", "Taizhou"];
    let viewport = Rect::from_min_size(Pos2::new(0.0, 0.0), Vec2::new(324.0, 340.0));
    for _ in 0..6 {
        let rects: Vec<Rect> = names
            .iter()
            .map(|name| rect(&app, name))
            .filter(|rect| viewport.contains_rect(*rect) && rect.width() > 30.0)
            .collect();
        for (at, rect) in rects.iter().enumerate() {
            for other in &rects[at + 1..] {
                // Targets may be a little higher than their words, so they may touch by that much.
                assert!(!rect.shrink2(vec2(0.0, 4.0)).intersects(other.shrink2(vec2(0.0, 4.0))));
            }
        }
        app.get_by_label("Enlarge the map (+)").click();
        app.run();
    }
}
