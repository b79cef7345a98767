//! What can be told apart: contrast after WCAG 2.2, from the tokens and from the pixels of real
//! windows, and colours as readers with another colour vision see them.

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    figure::{
        frame,
        style::{Palette, Theme, contrast},
    },
    files,
    model::Lang,
    state::{Tab, ThemeChoice, ViewState},
};
use egui::{Color32, Key, Rect, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use image::RgbaImage;

use crate::support::window::{App, show};

/// The least contrast of text: level AAA where high contrast was asked for, AA elsewhere.
fn least(palette: &Palette) -> f32 {
    if palette.is_contrast { 7.0 } else { 4.5 }
}

fn assert_contrast(what: &str, theme: Theme, [front, ground]: [Color32; 2], least: f32) {
    let found = contrast(front, ground);
    assert!(found >= least, "{theme:?}: {what} has {found:.2}:1, not {least}:1");
}

#[test]
fn text_keeps_its_contrast_on_every_ground_it_stands_on() {
    for theme in Theme::ALL {
        let it = theme.palette();
        let grounds = [
            ("surface", it.surface),
            ("panel", it.panel),
            ("what is pointed at", it.hover_ground),
            ("what is chosen", it.accent_ground),
        ];
        let texts = [
            ("text", it.text),
            ("secondary text", it.secondary),
            ("the accent", it.accent),
            ("a warning", it.care),
            ("a fault", it.error),
            ("A", it.city_a),
            ("B", it.city_b),
        ];
        for (ground_name, ground) in grounds {
            for (name, text) in texts {
                let what = format!("{name} on {ground_name}");
                assert_contrast(&what, theme, [text, ground], least(it));
            }
        }
        assert_contrast("a verdict with care", theme, [it.care, it.care_ground], least(it));
        for city in [it.city_a, it.city_b] {
            assert_contrast("the letter in a badge", theme, [it.on_city, city], least(it));
        }
    }
}

#[test]
fn text_keeps_its_contrast_on_every_class_of_a_map() {
    for theme in Theme::ALL {
        let palette = theme.palette();
        for count in 1..=5 {
            for at in 0..count {
                let ground = palette.ramp_step(at, count);
                let what = format!("text on class {at} of {count}");
                assert_contrast(&what, theme, [palette.text_on(ground), ground], least(palette));
            }
        }
    }
}

#[test]
fn marks_edges_and_rings_stand_out_from_what_is_beside_them() {
    for theme in Theme::ALL {
        let it = theme.palette();
        let marks = [
            ("the edge of a control", it.outline),
            ("hatching", it.hatch),
            ("a bar", frame::mark_color(it)),
            ("the ring of the keyboard", it.accent),
            ("the ring of a mark", it.text),
            ("the outline of A", it.city_a),
            ("the outline of B", it.city_b),
        ];
        for ground in [it.surface, it.panel] {
            for (what, mark) in marks {
                assert_contrast(what, theme, [mark, ground], 3.0);
            }
        }
        if it.is_contrast {
            // Here lines that only part, and signs of what is not possible now, are seen as well.
            assert_contrast("a line that parts", theme, [it.hairline, it.surface], 4.5);
            assert_contrast("a sign that is off", theme, [it.disabled, it.surface], 4.5);
        }
    }
}

/// How a reader sees red, green and blue light: the full forms after Machado, Oliveira and
/// Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG
/// 15(6), 2009, severity 1.0.
const VISIONS: [(&str, [[f32; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn times(matrix: &[[f32; 3]; 3], it: [f32; 3]) -> [f32; 3] {
    matrix.map(|row| row.iter().zip(it).map(|(a, b)| a * b).sum())
}

/// `colour` as seen with `vision`, in Oklab (Björn Ottosson, 2020).
fn seen(colour: Color32, vision: &[[f32; 3]; 3]) -> [f32; 3] {
    let light = [colour.r(), colour.g(), colour.b()].map(|value| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    let light = times(vision, light).map(|it| it.clamp(0.0, 1.0));
    let cones = [
        [0.412_221_5, 0.536_332_55, 0.051_445_995],
        [0.211_903_5, 0.680_699_5, 0.107_396_96],
        [0.088_302_46, 0.281_718_85, 0.629_978_7],
    ];
    let opponents = [
        [0.210_454_26, 0.793_617_8, -0.004_072_047],
        [1.977_998_5, -2.428_592_2, 0.450_593_7],
        [0.025_904_037, 0.782_771_77, -0.808_675_77],
    ];
    times(&opponents, times(&cones, light).map(f32::cbrt))
}

/// How far two colours lie apart; 0.02 is just noticed side by side.
fn distance(a: Color32, b: Color32, vision: &[[f32; 3]; 3]) -> f32 {
    let (a, b) = (seen(a, vision), seen(b, vision));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn colours_stay_apart_for_every_colour_vision() {
    for theme in Theme::ALL {
        let it = theme.palette();
        for (name, vision) in &VISIONS {
            let apart = |what: &str, a: Color32, b: Color32, least: f32| {
                let found = distance(a, b, vision);
                assert!(found >= least, "{theme:?}, {name}: {what} lie {found:.3} apart");
            };
            // Classes of a map need a clear step each: nothing but the legend names them.
            for count in 2..=5 {
                for at in 1..count {
                    let steps = [it.ramp_step(at - 1, count), it.ramp_step(at, count)];
                    apart("neighbouring classes", steps[0], steps[1], 0.09);
                }
            }
            apart("A and B", it.city_a, it.city_b, 0.15);
            if theme == Theme::Print {
                continue;
            }
            // Besides, each of the two carries its letter.
            apart("A and plain bars", it.city_a, frame::mark_color(it), 0.05);
            apart("B and plain bars", it.city_b, frame::mark_color(it), 0.08);
            // Verdicts and notices say in words what they are; colour only repeats it.
            apart("comparable and with care", it.accent, it.care, 0.07);
            apart("a warning and a fault", it.care, it.error, 0.04);
        }
    }
}

#[test]
fn the_simulation_knows_what_is_confused() {
    // Red and green of one lightness: far apart for most, close for a reader without red cones.
    let [red, green] = [Color32::from_rgb(0xc0, 0x50, 0x30), Color32::from_rgb(0x6c, 0x74, 0x20)];
    let [(_, all), _, (_, deuteranopia), _] = &VISIONS;
    assert!(distance(red, green, all) > 0.12);
    assert!(distance(red, green, deuteranopia) < 0.06);
}

const CHOICES: [ThemeChoice; 4] =
    [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::ContrastLight, ThemeChoice::ContrastDark];

fn window(theme: ThemeChoice, tab: Tab, lang: Lang) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, lang);
    state.theme = theme;
    state.tab = tab;
    state.selected = Some("huzhou".into());
    state.compared = Some("jiaxing".into());
    state.indicator = Some("employment_rate".into());
    show(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), [1280.0, 800.0])
}

fn pixel(picture: &RgbaImage, x: u32, y: u32) -> Color32 {
    let [red, green, blue, _] = picture.get_pixel(x, y).0;
    Color32::from_rgb(red, green, blue)
}

/// All pixels of `rect`, the most frequent colour first told apart.
fn ground_and_best(picture: &RgbaImage, rect: Rect) -> Option<(Color32, f32)> {
    let rect = rect.intersect(Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1280.0, 800.0)));
    if rect.width() < 4.0 || rect.height() < 8.0 {
        return None;
    }
    let mut counts = std::collections::HashMap::<Color32, u32>::new();
    for y in rect.top().ceil() as u32..rect.bottom().floor() as u32 {
        for x in rect.left().ceil() as u32..rect.right().floor() as u32 {
            *counts.entry(pixel(picture, x, y)).or_default() += 1;
        }
    }
    let ground = counts.iter().max_by_key(|(_, count)| **count).map(|(colour, _)| *colour)?;
    let best = counts.keys().map(|it| contrast(*it, ground)).fold(0.0, f32::max);
    Some((ground, best))
}

#[test]
fn every_name_in_the_window_keeps_its_contrast_in_pixels() {
    let mut weak = Vec::new();
    for theme in CHOICES {
        let least = least(theme.resolve(Theme::Light).palette());
        for (tab, lang) in [
            (Tab::Coverage, Lang::En),
            (Tab::City, Lang::Zh),
            (Tab::Compare, Lang::En),
            (Tab::Plots, Lang::Zh),
            (Tab::Table, Lang::En),
        ] {
            let mut app = window(theme, tab, lang);
            let picture = app.render().unwrap();
            let mut seen = 0;
            for node in app.root().children_recursive() {
                let access = node.accesskit_node();
                // What holds others has many grounds; a splitter has no words.
                let is_text = access.role() != Role::Splitter;
                // Here the drawer lies over what scrolls, and what is cut at an edge fades.
                let is_covered = |rect: Rect| {
                    let is_under = rect.bottom() > 636.0 && rect.top() < 662.0;
                    let is_page = tab == Tab::Coverage && rect.bottom() > 640.0;
                    is_under || is_page || (rect.bottom() > 750.0 && rect.top() < 772.0)
                };
                if !is_text
                    || access.raw_bounds().is_none()
                    || is_covered(node.rect())
                    || access.is_disabled()
                    || access.label().or_else(|| access.value()).is_none()
                    || access.children().next().is_some()
                {
                    continue;
                }
                let Some((ground, best)) = ground_and_best(&picture, node.rect()) else { continue };
                // What is scrolled out of sight leaves no more than ground.
                if best < 1.05 {
                    continue;
                }
                seen += 1;
                if best < least {
                    let name = access.label().or_else(|| access.value()).unwrap_or_default();
                    let rect = node.rect();
                    weak.push(format!(
                        "{theme:?} {tab:?}: {best:.2}:1 on {ground:?} {rect:?} {name}"
                    ));
                }
            }
            assert!(seen > 40, "{theme:?} {tab:?}: only {seen} texts were looked at");
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn the_keyboard_is_seen_wherever_it_goes_in_pixels() {
    let mut weak = Vec::new();
    for theme in CHOICES {
        let mut app = window(theme, Tab::Plots, Lang::En);
        let without = app.render().unwrap();
        for stop in 0..24 {
            app.key_press(Key::Tab);
            app.run();
            let with = app.render().unwrap();
            // After WCAG 2.2 (2.4.13) the ring changes pixels by 3:1, as many as a line around it.
            let strong = without
                .enumerate_pixels()
                .filter(|(x, y, _)| {
                    let pair = [pixel(&without, *x, *y), pixel(&with, *x, *y)];
                    contrast(pair[0], pair[1]) >= 3.0
                })
                .count();
            if strong < 60 {
                let node =
                    app.root().children_recursive().find(|it| it.accesskit_node().is_focused());
                let name = node.and_then(|it| it.accesskit_node().label());
                weak.push(format!("{theme:?}, stop {stop}, {name:?}: {strong} pixels"));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn the_drawers_edge_answers_to_arrow_keys() {
    let mut app = window(ThemeChoice::Light, Tab::Plots, Lang::En);
    let edge = |app: &App| app.get_by_label("Height of the source panel").rect().center().y;
    let before = edge(&app);
    app.get_by_label("Height of the source panel").focus();
    app.run();
    app.key_press(Key::ArrowUp);
    app.run();
    assert!(edge(&app) < before - 10.0, "the drawer grows");
    let height_pt = app.state().state().drawer.height_pt;
    assert!(height_pt.is_some(), "and its height is remembered");
}
