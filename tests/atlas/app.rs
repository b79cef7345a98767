//! The whole window, driven as a person drives it: found by what it says, clicked, typed into.

use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
    sync::mpsc,
    time::Duration,
};

use crate::support::window::{App, drop_on, show};
use city_atlas::{
    app::{AtlasApp, Desktop, Reply},
    export::format::Format,
    figure::comparison::CompareFilter,
    files,
    i18n::Texts,
    model::Lang,
    state::{MapKind, Tab, ViewState},
};
use egui::{Context, Key, Modifiers};
use egui_kittest::kittest::{By, NodeT, Queryable};

/// Answers file dialogs as the test wants.
#[derive(Clone, Default)]
struct FakeDesktop {
    open: Rc<RefCell<Option<Reply>>>,
    suggested: Rc<RefCell<Option<(String, Format)>>>,
    place: Rc<RefCell<Option<PathBuf>>>,
}

impl Desktop for FakeDesktop {
    fn ask_for_file(&self, ctx: &Context, _: &Texts, reply: mpsc::Sender<Reply>) {
        let answer = self.open.borrow_mut().take();
        reply.send(answer.unwrap_or(Reply::Open(None, Duration::ZERO))).unwrap();
        ctx.request_repaint();
    }

    fn ask_for_place(
        &self,
        ctx: &Context,
        suggested: &Path,
        format: Format,
        reply: mpsc::Sender<Reply>,
    ) {
        *self.suggested.borrow_mut() = Some((suggested.display().to_string(), format));
        if let Some(place) = self.place.borrow_mut().take() {
            reply.send(Reply::Place(Some(place), std::time::Duration::ZERO)).unwrap();
            ctx.request_repaint();
        }
    }
}

fn harness(size: [f32; 2], view: impl FnOnce(&mut ViewState), desktop: FakeDesktop) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.theme = city_atlas::state::ThemeChoice::Light;
    view(&mut state);
    let app = AtlasApp::new(loaded, state, Box::new(desktop));
    show(app, size)
}

fn open(view: impl FnOnce(&mut ViewState)) -> App {
    harness([1280.0, 800.0], view, FakeDesktop::default())
}

/// The name under which a city stands on the map.
fn tile<'a>(app: &'a App, city: &'a str) -> egui_kittest::Node<'a> {
    let mut nodes: Vec<_> = app
        .query_all_by_label_contains(city)
        .filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|it| it.contains(" of 11; ") || it.contains("共 11 个；"))
        })
        .collect();
    assert_eq!(nodes.len(), 1, "tiles named {city}");
    nodes.remove(0)
}

/// The field to type into: that of a dialog or list, not the search field of the header nor the list's.
fn field(app: &App) -> egui_kittest::Node<'_> {
    let is_search = |node: &egui_kittest::Node<'_>| {
        let others = ["Ctrl+F", "Filter cities", "筛选城市"];
        let placeholder = node.accesskit_node().data().placeholder().map(str::to_owned);
        placeholder.is_some_and(|it| others.iter().any(|other| it.contains(other)))
    };
    let mut fields: Vec<_> = app
        .query_all_by_role(egui::accesskit::Role::TextInput)
        .filter(|node| !is_search(node))
        .collect();
    assert_eq!(fields.len(), 1);
    fields.remove(0)
}

#[test]
fn every_tab_names_its_controls_and_has_its_glyphs_in_both_languages_and_sizes() {
    // The harness itself fails on a control without a name and on a glyph no font has.
    for lang in Lang::ALL {
        for size in [[1280.0, 800.0], [900.0, 600.0]] {
            for tab in Tab::ALL {
                let view = |state: &mut ViewState| {
                    state.lang = lang;
                    state.tab = tab;
                    state.compared = Some("taizhou".into());
                };
                let app = harness(size, view, FakeDesktop::default());
                assert_eq!(app.state().state().tab, tab);
            }
        }
    }
}

#[test]
fn clicking_a_tile_chooses_the_city_and_ctrl_click_compares() {
    let mut app = open(|_| {});
    tile(&app, "Huzhou").click();
    app.run();
    assert_eq!(app.state().state().selected.as_deref(), Some("huzhou"));
    tile(&app, "Jiaxing").click_modifiers(Modifiers::COMMAND);
    app.run();
    let state = app.state().state();
    assert_eq!((state.compared.as_deref(), state.tab), (Some("jiaxing"), Tab::Compare));
    // The near match of two employment rates is shown with its reason.
    assert!(app.query_all_by_label_contains("with care").next().is_some());
}

#[test]
fn not_reported_is_said_in_words_and_never_as_zero() {
    let app = open(|state| {
        state.indicator = Some("employment_rate".into());
        state.selected = Some("ningbo".into());
    });
    let ningbo = tile(&app, "Ningbo");
    let label = ningbo.accesskit_node().label().unwrap();
    assert!(label.ends_with("not reported; selected"), "{label}");
    assert!(!label.contains(" 0"), "{label}");
}

#[test]
fn the_language_switches_at_once_and_everywhere() {
    let mut app = open(|_| {});
    app.key_press_modifiers(Modifiers::COMMAND, Key::L);
    app.run();
    assert_eq!(app.state().state().lang, Lang::Zh);
    tile(&app, "杭州市");
    assert!(app.query_all_by_label("概览").next().is_some());
    assert!(app.query_all_by_label("Overview").next().is_none());
}

#[test]
fn a_city_can_be_chosen_and_compared_with_the_keyboard_alone() {
    let mut app = open(|_| {});
    tile(&app, "Quzhou").focus();
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(app.state().state().selected.as_deref(), Some("quzhou"));
    tile(&app, "Zhoushan").focus();
    app.run();
    app.key_press(Key::C);
    app.run();
    let state = app.state().state();
    assert_eq!((state.compared.as_deref(), state.tab), (Some("zhoushan"), Tab::Compare));
    app.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    app.run();
    assert_eq!(app.state().state().compared, None, "Alt+Left goes back");
}

#[test]
fn the_source_drawer_shows_the_number_as_printed() {
    let app = open(|state| {
        state.selected = Some("huzhou".into());
        state.indicator = Some("employment_rate".into());
    });
    assert!(app.query_all_by_label_contains("达72.75%").next().is_some());
}

#[test]
fn the_indicator_picker_filters_and_chooses() {
    let mut app = open(|_| {});
    app.get_by_role(egui::accesskit::Role::ComboBox).click();
    app.run();
    field(&app).type_text("land area");
    app.run();
    app.get_by_label("Land area: 11/11").click();
    app.run();
    assert_eq!(app.state().state().indicator.as_deref(), Some("land_area"));
    // Enter takes the first that fits.
    app.get_by_role(egui::accesskit::Role::ComboBox).click();
    app.run();
    field(&app).type_text("resident");
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(app.state().state().indicator.as_deref(), Some("resident_population"));
}

#[test]
fn a_picture_is_saved_where_the_person_says() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("ranking.png");
    let mut app = open(|state| {
        state.tab = Tab::Plots;
        state.indicator = Some("resident_population".into());
    });
    app.key_press_modifiers(Modifiers::COMMAND, Key::S);
    app.run();
    let field = self::field(&app);
    assert!(field.value().unwrap().ends_with("resident-population_ranking_2023_en.png"));
    field.set_text_value_accesskit(target.to_str().unwrap());
    app.run();
    app.get_by_label("Save").click();
    app.run();
    let bytes = fs::read(&target).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"));
    assert!(app.state().notice().unwrap().contains("ranking.png"));
}

#[test]
fn data_and_description_are_copied_from_the_keyboard() {
    let mut app = open(|state| {
        state.tab = Tab::Plots;
        state.indicator = Some("employment_rate".into());
    });
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    app.run();
    assert!(app.state().notice().unwrap().contains("Data copied"));
    app.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    app.run();
    assert!(app.state().notice().unwrap().contains("Description copied"));
}

#[test]
fn a_picture_that_cannot_be_saved_says_why_and_keeps_the_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(|state| state.tab = Tab::Plots);
    app.key_press_modifiers(Modifiers::COMMAND, Key::S);
    app.run();
    let field = self::field(&app);
    let target = folder.path().join("missing").join("a.png");
    field.set_text_value_accesskit(target.to_str().unwrap());
    app.run();
    app.get_by_label("Save").click();
    app.run();
    app.get_by_label("Save");
    assert!(app.query_all_by_label_contains("missing").next().is_some());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "no half file");
}

/// The save dialog over a ranking, with the path set to `target`.
fn saving(desktop: FakeDesktop, target: &Path) -> App {
    let view = |state: &mut ViewState| {
        state.tab = Tab::Plots;
        state.indicator = Some("employment_rate".into());
    };
    let mut app = harness([1280.0, 800.0], view, desktop);
    app.key_press_modifiers(Modifiers::COMMAND, Key::S);
    app.run();
    field(&app).set_text_value_accesskit(target.to_str().unwrap());
    app.run();
    app
}

#[test]
fn a_figure_is_saved_in_the_format_of_choice_and_the_extension_follows() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = saving(FakeDesktop::default(), &folder.path().join("a.png"));
    app.get_by_label("2×");
    app.get_by_label("SVG").click();
    app.run();
    assert!(field(&app).value().unwrap().ends_with("a.svg"));
    assert!(app.query_by_label("2×").is_none(), "shapes have no pixels to choose");
    app.get_by_label("Print");
    app.get_by_label("Outlines").click();
    app.run();
    app.get_by_label("Save").click();
    app.run();
    let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
    assert!(svg.contains("aria-label=\"72.75%\"") && !svg.contains("<text"));
    assert!(app.state().notice().unwrap().contains("a.svg"));

    // The extension chooses the format as well, and a table has no colours.
    let mut app = saving(FakeDesktop::default(), &folder.path().join("b.csv"));
    assert!(app.query_by_label("Print").is_none() && app.query_by_label("Outlines").is_none());
    field(&app).focus();
    app.run();
    app.key_press(Key::Enter);
    app.run();
    let csv = fs::read_to_string(folder.path().join("b.csv")).unwrap();
    assert!(csv.contains("达72.75%"));
    assert!(app.query_by_label("Save").is_none(), "the dialog is closed");
}

#[test]
fn a_file_that_is_there_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.txt");
    fs::write(&target, "mine").unwrap();
    let mut app = saving(FakeDesktop::default(), &target);
    app.get_by_label("Save").click();
    app.run();
    assert!(app.query_all_by_label_contains("“a.txt” already exists").next().is_some());
    // The keyboard is on the choice that harms nothing.
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(fs::read(&target).unwrap(), b"mine");
    app.get_by_label("Save").click();
    app.run();
    app.get_by_label("Replace").click();
    app.run();
    assert!(fs::read_to_string(&target).unwrap().contains("72.75%"));
}

#[test]
fn the_desktops_dialog_asks_by_itself_and_chooses_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("b.json");
    fs::write(&target, "{}").unwrap();
    let desktop = FakeDesktop::default();
    *desktop.place.borrow_mut() = Some(target.clone());
    let mut app = saving(desktop.clone(), &folder.path().join("a.svg"));
    app.get_by_label("Browse…").click();
    app.run();
    app.run();
    let (suggested, format) = desktop.suggested.borrow().clone().unwrap();
    assert!(suggested.ends_with("a.svg") && format == Format::Svg);
    app.get_by_label("Save").click();
    app.run();
    assert!(fs::read_to_string(&target).unwrap().contains("72.75"));
}

#[test]
fn the_keyboard_saves_and_returns_to_where_it_was() {
    let mut app = open(|state| state.tab = Tab::Plots);
    tile(&app, "Quzhou").focus();
    app.run();
    app.key_press_modifiers(Modifiers::COMMAND, Key::S);
    app.run();
    assert!(app.get_by_label("PNG").is_focused(), "the first control has the keyboard");
    app.key_press(Key::Escape);
    app.run();
    assert!(app.query_by_label("PNG").is_none());
    app.run();
    assert!(tile(&app, "Quzhou").is_focused());
}

#[test]
fn a_faulty_file_shows_its_faults_and_the_open_data_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    let shipped = include_str!("../../data.ron");
    let broken = shipped.replacen("printed: \"达72.75%\"", "printed: \"达72.57%\"", 1);
    assert_ne!(broken, shipped);
    fs::write(&path, broken).unwrap();
    let desktop = FakeDesktop::default();
    *desktop.open.borrow_mut() = Some(Reply::Open(Some(path), Duration::from_secs(3)));
    let mut app = harness([1280.0, 800.0], |_| {}, desktop);
    app.key_press_modifiers(Modifiers::COMMAND, Key::O);
    app.run();
    app.run();
    assert!(app.query_all_by_label_contains("broken.ron, line ").next().is_some());
    assert!(app.query_all_by_label_contains("1 of 11").next().is_none(), "half a window is open");
    app.get_by_label("Back to the open data").click();
    app.run();
    tile(&app, "Hangzhou");
}

#[test]
fn a_file_dropped_on_the_window_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.ron");
    let shipped = include_str!("../../data.ron");
    let other = shipped.replacen(
        "en: \"Disability affairs in Zhejiang, 2023\"",
        "en: \"Another province\"",
        1,
    );
    fs::write(&path, other).unwrap();
    fs::create_dir_all(folder.path().join("assets/maps")).unwrap();
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/maps/zhejiang.geojson");
    fs::copy(map, folder.path().join("assets/maps/zhejiang.geojson")).unwrap();
    let mut app = open(|state| state.selected = Some("lishui".into()));
    drop_on(&mut app, &path);
    app.run();
    app.run();
    assert_eq!(app.state().data().title().en, "Another province");
    assert_eq!(app.state().state().selected.as_deref(), Some("lishui"), "the choice is kept");
}

#[test]
fn without_a_file_dialog_the_window_asks_for_a_path() {
    let mut app = open(|_| {});
    app.key_press_modifiers(Modifiers::COMMAND, Key::O);
    app.run();
    app.run();
    field(&app).type_text("/nowhere/at-all.ron");
    app.run();
    app.get_by_label("Open").click();
    app.run();
    assert!(app.query_all_by_label_contains("/nowhere/at-all.ron").next().is_some());
}

#[test]
fn search_finds_in_both_languages_and_enter_goes_there() {
    let mut app = open(|_| {});
    app.key_press_modifiers(Modifiers::COMMAND, Key::F);
    app.run();
    for letter in ["舟", "山"] {
        app.event(egui::Event::Text(letter.into()));
        app.run();
    }
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(app.state().state().selected.as_deref(), Some("zhoushan"));
    app.key_press_modifiers(Modifiers::COMMAND, Key::F);
    app.run();
    app.event(egui::Event::Text("land area".into()));
    app.run();
    app.get_by_label("Land area: 11 of 11 cities report it").click();
    app.run();
    let state = app.state().state();
    assert_eq!((state.indicator.as_deref(), state.tab), (Some("land_area"), Tab::Plots));
}

fn scatter(x: &str) -> App {
    open(|state| {
        state.tab = Tab::Plots;
        state.figure = city_atlas::figure::FigureKind::Scatter;
        state.indicator = Some(x.into());
    })
}

fn axes(app: &App) -> (Option<&str>, Option<&str>) {
    let state = app.state().state();
    (state.indicator.as_deref(), state.indicator_y.as_deref())
}

#[test]
fn both_axes_of_a_scatter_plot_are_chosen_by_mouse_and_what_cannot_be_says_why() {
    let mut app = scatter("land_area");
    // Without a choice the number of residents lies upward.
    app.get_by_label("Vertical axis: Resident population").click();
    app.run();
    let greyed = "Employment rate of disabled people: only 1 city reports both";
    app.get_by_label(greyed).click_accesskit();
    app.run();
    assert_eq!(axes(&app), (Some("land_area"), None), "what cannot be plotted cannot be chosen");
    app.get_by_label("Census population: 11/11").click();
    app.run();
    assert_eq!(axes(&app), (Some("land_area"), Some("census_population")));
    app.get_by_label("Swap axes").click();
    app.run();
    assert_eq!(axes(&app), (Some("census_population"), Some("land_area")));
    assert!(app.query_all_by_label_contains("Land area vs Census population").next().is_some());
}

#[test]
fn both_axes_of_a_scatter_plot_are_chosen_by_keyboard() {
    let mut app = scatter("land_area");
    for (axis, indicator) in [
        ("Horizontal axis: Land area", "census"),
        ("Vertical axis: Resident population", "land area"),
    ] {
        app.get_by_label(axis).focus();
        app.run();
        app.key_press(Key::Enter);
        app.run();
        app.event(egui::Event::Text(indicator.into()));
        app.run();
        app.key_press(Key::Tab);
        app.run();
        app.key_press(Key::Enter);
        app.run();
    }
    assert_eq!(axes(&app), (Some("census_population"), Some("land_area")));
    app.key_press_modifiers(Modifiers::SHIFT, Key::X);
    app.run();
    assert_eq!(axes(&app), (Some("land_area"), Some("census_population")));
}

#[test]
fn a_point_chooses_its_city_opens_both_sources_and_pins() {
    let mut app = scatter("resident_population");
    let point = |app: &App, city: &str| {
        let label = format!("{city}. Resident population");
        app.query_all_by_label_contains(&label).next().unwrap().rect().center()
    };
    let click = |app: &mut App, at, modifiers| {
        app.hover_at(at);
        app.run();
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            app.event_modifiers(
                egui::Event::PointerButton { pos: at, button, pressed, modifiers },
                modifiers,
            );
        }
        app.run();
    };
    let lishui = point(&app, "Lishui");
    click(&mut app, lishui, Modifiers::NONE);
    assert_eq!(app.state().state().selected.as_deref(), Some("lishui"));
    assert!(app.query_all_by_label("On the other axis").next().is_some());
    assert!(app.query_all_by_label_contains("As printed: 17275.2平方公里").next().is_some());
    let huzhou = point(&app, "Huzhou");
    click(&mut app, huzhou, Modifiers::COMMAND);
    assert_eq!(app.state().state().compared.as_deref(), Some("huzhou"));
    // What is under the pointer in the plot is so everywhere: C pins it.
    let ningbo = point(&app, "Ningbo");
    app.hover_at(ningbo);
    app.run();
    app.key_press(Key::C);
    app.run();
    assert_eq!(app.state().state().compared.as_deref(), Some("ningbo"));
}

#[test]
fn a_scatter_plot_zooms_and_shows_everything_again_by_keyboard() {
    let mut app = scatter("resident_population");
    let outside = |app: &App| app.query_all_by_label_contains("outside this view").count();
    app.get_by_label_contains("Plot area.").focus();
    app.run();
    for _ in 0..3 {
        app.key_press(Key::Plus);
        app.run();
    }
    assert_eq!(outside(&app), 1, "what is not seen is counted");
    app.key_press(Key::ArrowRight);
    app.run();
    app.key_press(Key::Num0);
    app.run();
    assert_eq!(outside(&app), 0);
    app.get_by_label("Zoom in").click();
    app.run();
    app.get_by_label("Zoom in").click();
    app.run();
    assert_eq!(outside(&app), 1);
    app.get_by_label("Show all").click();
    app.run();
    assert_eq!(outside(&app), 0);
}

#[test]
fn figures_that_cannot_be_drawn_offer_what_would_work() {
    let mut app = open(|state| {
        state.tab = Tab::Plots;
        state.indicator = Some("employment_rate".into());
        state.selected = Some("hangzhou".into());
    });
    app.get_by_label("Land area vs Resident population").click_accesskit();
    app.run();
    assert!(app.state().state().is_scatter());
    assert_eq!(axes(&app), (Some("resident_population"), Some("land_area")));
    app.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    app.run();
    assert_eq!(axes(&app), (Some("employment_rate"), None), "one step back");
    app.get_by_label("Hangzhou and Jiaxing").click_accesskit();
    app.run();
    assert_eq!(app.state().state().compared.as_deref(), Some("jiaxing"));
}

#[test]
fn the_order_of_the_cities_is_chosen_beside_the_ranking() {
    let mut app = open(|state| {
        state.tab = Tab::Plots;
        state.indicator = Some("resident_population".into());
    });
    let rightmost = |name: &str, app: &App| {
        let nodes = app.query_all_by_label(name).map(|node| node.rect().center());
        nodes.max_by(|a, b| a.x.total_cmp(&b.x)).unwrap()
    };
    let at = rightmost("By name", &app);
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        app.event(egui::Event::PointerMoved(at));
        app.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    app.run();
    assert_eq!(app.state().state().order, city_atlas::analysis::Order::Name);
}

#[test]
fn nothing_is_repainted_while_idle() {
    let mut app = open(|_| {});
    app.run();
    // `run` steps until no repaint is asked for; a window at rest needs no second step.
    assert!(app.run() <= 1);
}

/// The names of what has the keyboard.
fn focused(app: &App) -> String {
    let nodes: Vec<_> = app
        .query_all(By::new().predicate(|node| node.is_focused() && node.label().is_some()))
        .collect();
    assert!(nodes.len() <= 1, "{} things have the keyboard", nodes.len());
    nodes.first().and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn map_list_and_figure_are_one_tab_stop_each() {
    let mut app = open(|state| {
        state.tab = Tab::Plots;
        state.indicator = Some("resident_population".into());
    });
    let mut stops = Vec::new();
    for _ in 0..60 {
        app.key_press(Key::Tab);
        app.run();
        let stop = focused(&app);
        if stops.first() == Some(&stop) {
            break;
        }
        stops.push(stop);
    }
    let count = |part: &str| stops.iter().filter(|stop| stop.contains(part)).count();
    assert_eq!(count(" of 11; Resident population"), 1, "the map: {stops:?}");
    assert_eq!(count(" of 12"), 1, "the list: {stops:?}");
    assert_eq!(count("rank "), 1, "the figure: {stops:?}");
    app.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    app.run();
    assert_eq!(Some(&focused(&app)), stops.last(), "Shift+Tab is the reverse");
}

#[test]
fn arrow_keys_reach_every_city_on_the_map_and_stay_on_it() {
    for map in [MapKind::Tiles, MapKind::Outlines] {
        let mut app = open(|state| state.map = map);
        let mut seen = vec![tile(&app, "Hangzhou").accesskit_node().label().unwrap()];
        let mut at = 0;
        while at < seen.len() {
            for key in [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight] {
                app.get_by_label(&seen[at]).focus();
                app.run();
                app.key_press(key);
                app.run();
                let here = focused(&app);
                assert!(here.contains(" of 11; "), "{key:?} left the map for {here}");
                if !seen.contains(&here) {
                    seen.push(here);
                }
            }
            at += 1;
        }
        assert_eq!(seen.len(), 11, "{seen:?}");
    }
}

#[test]
fn in_a_figure_arrows_home_and_end_move_and_enter_chooses() {
    let mut app = open(|state| {
        state.tab = Tab::Plots;
        state.indicator = Some("resident_population".into());
    });
    let bars: Vec<String> = app
        .query_all_by_label_contains("rank ")
        .map(|node| node.accesskit_node().label().unwrap())
        .collect();
    assert_eq!(bars.len(), 11);
    app.get_by_label(&bars[0]).focus();
    app.run();
    for bar in &bars[1..] {
        app.key_press(Key::ArrowDown);
        app.run();
        assert_eq!(&focused(&app), bar);
    }
    app.key_press(Key::Home);
    app.run();
    assert_eq!(focused(&app), bars[0]);
    let shown = |app: &App| app.query_all_by_label_contains("As printed").count();
    let with_tooltip = shown(&app);
    app.key_press(Key::End);
    app.run();
    assert_eq!(focused(&app), bars[10]);
    assert_eq!(shown(&app), with_tooltip, "one tooltip, of the current mark");
    app.key_press(Key::Home);
    app.run();
    app.key_press(Key::End);
    app.run();
    assert_eq!(&focused(&app), bars.last().unwrap());
    app.key_press(Key::Enter);
    app.run();
    let last = app.state().state().selected.clone().unwrap();
    assert!(bars.last().unwrap().to_lowercase().starts_with(&last), "{last}");
    app.key_press(Key::ArrowUp);
    app.run();
    app.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    app.run();
    let second = app.state().state().compared.clone().unwrap();
    assert!(bars[9].to_lowercase().starts_with(&second), "{second}");
    app.key_press(Key::Escape);
    app.run();
    assert_eq!(focused(&app), bars[9], "Escape keeps the place");
    assert_eq!(shown(&app) + 1, with_tooltip, "and puts the tooltip away");
}

#[test]
fn the_current_city_of_the_list_is_the_one_that_c_compares() {
    let mut app = open(|state| state.selected = Some("ningbo".into()));
    let row = app.query_all_by_role(egui::accesskit::Role::ListItem).find(|node| {
        node.accesskit_node().label().is_some_and(|it| it.ends_with("; item 1 of 12"))
    });
    row.unwrap().focus();
    app.run();
    app.key_press(Key::End);
    app.run();
    let city = focused(&app);
    assert!(city.ends_with("; item 12 of 12"), "{city}");
    app.key_press(Key::C);
    app.run();
    let compared = app.state().state().compared.clone().unwrap();
    assert!(city.to_lowercase().starts_with(&compared), "{city}");
}

#[test]
fn a_screen_reader_presses_a_mark_by_itself() {
    let mut app = open(|_| {});
    tile(&app, "Lishui").click_accesskit();
    app.run();
    assert_eq!(app.state().state().selected.as_deref(), Some("lishui"));
}

#[test]
fn two_cities_are_chosen_compared_and_filtered_with_the_keyboard_alone() {
    let mut app = open(|state| {
        state.tab = Tab::Compare;
        state.selected = Some("huzhou".into());
    });
    // One: the picker; two: a few letters; three: Enter.
    app.get_by_label_contains("City B: none yet").focus();
    app.run();
    app.key_press(Key::Enter);
    app.run();
    app.event(egui::Event::Text("jiax".into()));
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(app.state().state().compared.as_deref(), Some("jiaxing"));
    assert!(focused(&app).starts_with("City B: Jiaxing"), "the keyboard is back where it was");
    let difference = "Jiaxing is 0.33 percentage points above Huzhou.";
    assert!(
        app.query_all_by_label_contains(difference).next().is_some(),
        "with names, not letters"
    );
    app.get_by_label("Comparable only").focus();
    app.run();
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(app.state().state().comparison.filter, CompareFilter::Comparable);
    assert!(app.query_all_by_label_contains("Reported only by").next().is_none());
    app.key_press(Key::X);
    app.run();
    assert_eq!(app.state().state().selected.as_deref(), Some("jiaxing"));
}

#[test]
fn two_cities_are_suggested_pinned_folded_and_picked_with_the_mouse_alone() {
    let mut app = harness(
        [1280.0, 1400.0],
        |state| {
            state.tab = Tab::Compare;
            state.selected = Some("huzhou".into());
        },
        FakeDesktop::default(),
    );
    app.get_by_label_contains("Shaoxing (").click();
    app.run();
    assert_eq!(app.state().state().compared.as_deref(), Some("shaoxing"));
    app.get_by_label("Keep A").click();
    app.run();
    tile(&app, "Jiaxing").click();
    app.run();
    let chosen = |app: &App| {
        let state = app.state().state();
        (state.selected.clone().unwrap(), state.compared.clone().unwrap())
    };
    assert_eq!(chosen(&app), ("huzhou".into(), "jiaxing".into()));
    app.get_by_label("Keep A").click();
    app.run();
    let rows = |app: &App| app.query_all_by_label_contains("Only Jiaxing").count();
    let before = rows(&app);
    assert!(before > 0);
    app.get_by_label_contains("Reported only by Jiaxing (5)").click();
    app.run();
    assert!(app.state().state().comparison.is_only_b_folded);
    assert_eq!(rows(&app), 0, "of {before} rows");
    app.get_by_label("Pick city B on the map").click();
    app.run();
    app.query_all_by_label_contains("Choose the second city").next().unwrap();
    tile(&app, "Taizhou").click();
    app.run();
    assert_eq!(chosen(&app), ("huzhou".into(), "taizhou".into()));
    assert!(app.query_all_by_label_contains("Choose the second city").next().is_none());
    app.get_by_label("End comparison").click();
    app.run();
    assert_eq!(app.state().state().compared, None);
}

#[test]
fn escape_ends_the_picking_of_the_second_city() {
    let mut app = open(|state| state.selected = Some("huzhou".into()));
    app.key_press(Key::B);
    app.run();
    assert!(app.state().state().is_picking_second && app.state().state().tab == Tab::Compare);
    app.key_press(Key::Escape);
    app.run();
    assert!(!app.state().state().is_picking_second);
}
