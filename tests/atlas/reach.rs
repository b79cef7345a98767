//! That everything can be reached: at every zoom inside a window of 1280 by 800 pixels, and by
//! fingers that are not steady.

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    figure::{FigureKind, style::LARGE_ZOOM},
    files,
    i18n::texts,
    model::Lang,
    state::{Tab, ThemeChoice, ViewState},
};
use egui::{
    Key, Modifiers, Rect,
    accesskit::{Action, Role},
    vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::window::{App, show_in_steps};

const ZOOMS: [f32; 5] = [0.8, 1.0, 1.5, 2.0, 2.5];

fn window(zoom: f32, lang: Lang, view: impl FnOnce(&mut ViewState)) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, lang);
    state.theme = ThemeChoice::Light;
    state.selected = Some("huzhou".into());
    state.compared = Some("jiaxing".into());
    view(&mut state);
    let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    show_in_steps(app, [1280.0 / zoom, 800.0 / zoom], 0.25, 12)
}

/// Something that can be pressed or typed into.
#[derive(Clone, Debug)]
struct Control {
    id: String,
    role: Role,
    name: String,
    rect: Rect,
    is_enabled: bool,
}

fn controls(app: &App) -> Vec<Control> {
    let mut found = Vec::new();
    for node in app.root().children_recursive() {
        let access = node.accesskit_node();
        let is_field = matches!(access.role(), Role::TextInput | Role::Grid);
        let is_control = is_field || access.data().supports_action(Action::Click);
        let name = access.label().unwrap_or_default();
        if is_control && access.raw_bounds().is_some() && !name.is_empty() {
            found.push(Control {
                id: format!("{:?}", access.id()),
                role: access.role(),
                name,
                rect: node.rect(),
                is_enabled: !access.is_disabled(),
            });
        }
    }
    found
}

/// Whether the table scrolls it sideways; what does not fit is not lost there.
fn is_in_table(control: &Control) -> bool {
    matches!(
        control.role,
        Role::Cell | Role::Row | Role::ColumnHeader | Role::Splitter | Role::Grid
    )
}

/// What reaches over the left or right edge of the window.
fn cut(controls: &[Control], width: f32) -> Vec<String> {
    let is_cut = |it: &&Control| it.rect.left() < -0.5 || it.rect.right() > width + 0.5;
    controls.iter().filter(|it| !is_in_table(it)).filter(is_cut).map(line).collect()
}

fn line(control: &Control) -> String {
    format!("{:?} {:?} {:?}", control.role, control.name, control.rect)
}

/// Pairs of controls of which one lies partly over the other, above `bottom`.
fn overlapping(controls: &[Control], bottom: f32) -> Vec<String> {
    let is_simple = |it: &&Control| {
        let is_widget = matches!(
            it.role,
            Role::Button
                | Role::Tab
                | Role::RadioButton
                | Role::CheckBox
                | Role::Switch
                | Role::ComboBox
                | Role::TextInput
                | Role::MenuItem
                | Role::Link
        );
        is_widget && it.rect.bottom() <= bottom
    };
    let simple: Vec<&Control> = controls.iter().filter(is_simple).collect();
    let mut found = Vec::new();
    for (at, a) in simple.iter().enumerate() {
        for b in simple.iter().skip(at + 1) {
            let common = a.rect.intersect(b.rect);
            let is_inside = a.rect.expand(1.0).contains_rect(b.rect)
                || b.rect.expand(1.0).contains_rect(a.rect);
            if common.width() > 2.0 && common.height() > 2.0 && !is_inside {
                found.push(format!("{} over {}", line(a), line(b)));
            }
        }
    }
    found
}

/// The lower edge of what scrolls: below it lie the drawer and the status bar.
fn bottom_of_content(app: &App, height: f32) -> f32 {
    let fold = texts(app.state().state().lang).drawer_fold();
    app.query_by_label(fold).map_or(height - 30.0, |it| it.rect().top() - 4.0)
}

/// The parts of the window with `tab`: one, or in a small window each of the three.
fn parts(zoom: f32, lang: Lang, tab: Tab) -> Vec<(String, App)> {
    let keys = [None, Some((Modifiers::NONE, Key::M)), Some((Modifiers::COMMAND, Key::J))];
    let is_small = 1280.0 / zoom < 800.0;
    let shown = if is_small { &keys[..] } else { &keys[..1] };
    shown
        .iter()
        .map(|key| {
            let mut app = window(zoom, lang, |state| state.tab = tab);
            if let Some((modifiers, key)) = key {
                app.key_press_modifiers(*modifiers, *key);
                app.run();
            }
            (format!("{zoom} {lang:?} {tab:?} {key:?}"), app)
        })
        .collect()
}

#[test]
fn nothing_is_cut_off_and_no_control_covers_another_at_any_zoom() {
    let mut faults = Vec::new();
    for zoom in ZOOMS {
        for lang in Lang::ALL {
            for tab in Tab::ALL {
                for (what, app) in parts(zoom, lang, tab) {
                    let size = vec2(1280.0, 800.0) / zoom;
                    let controls = controls(&app);
                    assert!(controls.len() > 12, "{what}: only {} controls", controls.len());
                    let mut found = cut(&controls, size.x);
                    let bottom = bottom_of_content(&app, size.y);
                    found.extend(overlapping(&controls, bottom));
                    faults.extend(found.into_iter().map(|it| format!("{what}: {it}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The controls of `app` that scrolling does not bring into the window.
fn unreachable(app: &mut App, size: egui::Vec2) -> Vec<String> {
    let window = Rect::from_min_size(egui::Pos2::ZERO, size).expand(1.0);
    let mut lost = Vec::new();
    for control in controls(app) {
        if is_in_table(&control) || window.contains_rect(control.rect) {
            continue;
        }
        let find = |app: &App| {
            let mut all = app.root().children_recursive();
            all.find(|it| format!("{:?}", it.accesskit_node().id()) == control.id)
                .map(|it| it.rect())
        };
        let node = app.root().children_recursive();
        let node =
            node.into_iter().find(|it| format!("{:?}", it.accesskit_node().id()) == control.id);
        let Some(node) = node else { continue };
        node.scroll_to_me();
        app.run();
        let rect = find(app);
        if !rect.is_some_and(|it| window.contains_rect(it) || it.height() > size.y / 2.0) {
            lost.push(format!("{} is at {rect:?}", line(&control)));
        }
    }
    lost
}

#[test]
fn every_control_can_be_scrolled_into_view_at_250_percent() {
    let mut faults = Vec::new();
    for tab in Tab::ALL {
        for (what, mut app) in parts(2.5, Lang::En, tab) {
            let lost = unreachable(&mut app, vec2(512.0, 320.0));
            faults.extend(lost.into_iter().map(|it| format!("{what}: {it}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_figure_fits_at_250_percent() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for kind in FigureKind::ALL {
            let app = window(2.5, lang, |state| {
                state.tab = Tab::Plots;
                state.figure = kind;
                state.indicator = Some("resident_population".into());
            });
            let found = cut(&controls(&app), 512.0);
            faults.extend(found.into_iter().map(|it| format!("{lang:?} {kind:?}: {it}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn dialogs_and_menus_fit_at_250_percent() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let open: [(&str, Modifiers, Key); 6] = [
            ("save", Modifiers::COMMAND, Key::S),
            ("palette", Modifiers::COMMAND, Key::K),
            ("keys", Modifiers::NONE, Key::Questionmark),
            ("about", Modifiers::NONE, Key::F1),
            ("search", Modifiers::COMMAND, Key::F),
            ("menu", Modifiers::NONE, Key::F10),
        ];
        for (what, modifiers, key) in open {
            let mut app = window(2.5, lang, |state| state.tab = Tab::Plots);
            let before = controls(&app).len();
            app.key_press_modifiers(modifiers, key);
            app.run();
            let now = controls(&app);
            assert!(what == "search" || now.len() > before, "{what} opens");
            let mut found = cut(&now, 512.0);
            found.extend(unreachable(&mut app, vec2(512.0, 320.0)));
            faults.extend(found.into_iter().map(|it| format!("{lang:?} {what}: {it}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What may be smaller: edges that are dragged, whose size is that of a line between two things,
/// and what is drawn at the size of its value (WCAG 2.2, 2.5.8, “essential”): the words on a map of
/// outlines give their place to the shapes, all of which can be pressed.
fn may_be_small(control: &Control) -> bool {
    control.role == Role::Splitter || control.name == "Resize panel" || !control.is_enabled
}

fn small(app: &App, least: f32) -> Vec<String> {
    let is_small = |it: &&Control| {
        !may_be_small(it) && it.rect.size().min_elem() < least - 0.1 && it.rect.is_positive()
    };
    controls(app).iter().filter(is_small).map(line).collect()
}

fn too_small(is_large: bool) -> Vec<String> {
    let (zoom, least) = if is_large { (LARGE_ZOOM, 44.0 / LARGE_ZOOM) } else { (1.0, 24.0) };
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for tab in Tab::ALL {
            let mut app = window(zoom, lang, |state| {
                state.tab = tab;
                state.is_large = is_large;
                state.indicator = Some("resident_population".into());
            });
            let mut found = small(&app, least);
            app.key_press(Key::F10);
            app.run();
            found.extend(small(&app, least));
            faults.extend(found.into_iter().map(|it| format!("{lang:?} {tab:?}: {it}")));
        }
        for kind in FigureKind::ALL {
            let app = window(zoom, lang, |state| {
                state.tab = Tab::Plots;
                state.figure = kind;
                state.is_large = is_large;
                state.indicator = Some("assisted_employment_placed".into());
            });
            faults.extend(small(&app, least).into_iter().map(|it| format!("{kind:?}: {it}")));
        }
        for (modifiers, key) in [
            (Modifiers::COMMAND, Key::S),
            (Modifiers::COMMAND, Key::K),
            (Modifiers::NONE, Key::Questionmark),
        ] {
            let mut app = window(zoom, lang, |state| state.is_large = is_large);
            app.key_press_modifiers(modifiers, key);
            app.run();
            faults.extend(small(&app, least).into_iter().map(|it| format!("{key:?}: {it}")));
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

#[test]
fn targets_are_at_least_24_points_each_way() {
    let faults = too_small(false);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn targets_are_at_least_44_points_of_the_desktop_in_large_mode() {
    let faults = too_small(true);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn large_mode_enlarges_everything_and_gives_it_back() {
    let mut app = window(1.0, Lang::En, |_| {});
    app.get_by_label("Display").click();
    app.run();
    app.get_by_label("Large text and buttons").click();
    app.run();
    assert!(app.state().state().is_large);
    assert!((app.ctx.zoom_factor() - LARGE_ZOOM).abs() < 0.01);
    assert!(app.ctx.global_style().spacing.interact_size.y * LARGE_ZOOM >= 44.0);
    // Smaller than large is not large.
    app.key_press_modifiers(Modifiers::COMMAND, Key::Minus);
    app.run();
    assert!((app.ctx.zoom_factor() - LARGE_ZOOM).abs() < 0.01);
    let small_pt = city_atlas::figure::style::SMALL_PT;
    assert!(small_pt * app.ctx.zoom_factor() >= 18.0, "no text is smaller than 18 points");
    app.key_press_modifiers(Modifiers::COMMAND, Key::K);
    app.run();
    app.event(egui::Event::Text("Large text".to_owned()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert!(!app.state().state().is_large);
    assert!((app.ctx.zoom_factor() - 1.0).abs() < 0.01);
}
