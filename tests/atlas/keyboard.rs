//! The window by keyboard alone: the order of Tab and back, no trap, Escape one step back, panels.

use std::{cell::RefCell, fs, path::PathBuf, rc::Rc, sync::mpsc};

use crate::support::window::{App, show_for_dialogs};
use city_atlas::{
    app::{AtlasApp, Desktop, NativeDesktop, Reply},
    export::format::Format,
    files,
    i18n::{Texts, texts},
    model::Lang,
    state::{Tab, ThemeChoice, ViewState},
    ui::focus::Part,
};
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::{By, NodeT, Queryable};

fn open(lang: Lang, size: [f32; 2], view: impl FnOnce(&mut ViewState)) -> App {
    open_on(lang, size, view, Box::new(NativeDesktop))
}

fn open_on(
    lang: Lang,
    size: [f32; 2],
    view: impl FnOnce(&mut ViewState),
    desktop: Box<dyn Desktop>,
) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, lang);
    state.theme = ThemeChoice::Light;
    view(&mut state);
    show_for_dialogs(AtlasApp::new(loaded, state, desktop), size)
}

fn press(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

fn press_with(app: &mut App, modifiers: Modifiers, key: Key) {
    app.key_press_modifiers(modifiers, key);
    app.run();
}

/// What has the keyboard: egui's own id of it, what is said of it, and where it is.
fn holder(app: &App) -> Option<(egui::Id, String, Rect)> {
    let id = app.ctx.memory(egui::Memory::focused)?;
    let node =
        app.query_all(By::new().predicate(|it| it.is_focused() && it.parent().is_some())).next()?;
    let name = node.accesskit_node().label().or_else(|| node.accesskit_node().value());
    Some((id, name.unwrap_or_default(), node.rect()))
}

/// The stops of Tab from the top of the window, once around.
fn stops(app: &mut App, modifiers: Modifiers) -> Vec<(egui::Id, String, Rect)> {
    let mut stops: Vec<(egui::Id, String, Rect)> = Vec::new();
    for _ in 0..400 {
        press_with(app, modifiers, Key::Tab);
        // The search opens its list when it gets the keyboard; that is no trap.
        let Some(stop) = holder(app) else { panic!("after {:?} nothing has it", stops.last()) };
        if stops.first().is_some_and(|first| first.0 == stop.0) {
            return stops;
        }
        assert!(!stops.iter().any(|it| it.0 == stop.0), "a loop at {}", stop.1);
        stops.push(stop);
    }
    panic!("Tab does not come around");
}

fn names(stops: &[(egui::Id, String, Rect)]) -> Vec<String> {
    stops.iter().map(|it| it.1.clone()).collect()
}

#[test]
fn shift_tab_is_the_exact_reverse_of_tab_on_every_tab_and_all_stops_are_in_sight() {
    for tab in Tab::ALL {
        let mut app = open(Lang::En, [1280.0, 800.0], |state| {
            state.tab = tab;
            state.compared = Some("taizhou".into());
            state.indicator = Some("resident_population".into());
        });
        let there = stops(&mut app, Modifiers::NONE);
        let window = app.ctx.content_rect();
        for (_, name, rect) in &there {
            assert!(window.intersects(*rect), "{tab:?}: {name} is out of sight at {rect:?}");
        }
        assert!(there.len() > 20, "{tab:?}: {:?}", names(&there));
        let mut back = stops(&mut app, Modifiers::SHIFT);
        // Both rounds end at the top: the way back begins with the last stop.
        back.reverse();
        let at = there.iter().position(|it| it.0 == back[0].0).unwrap();
        let turned: Vec<_> = there[at..].iter().chain(&there[..at]).cloned().collect();
        assert_eq!(names(&turned), names(&back), "{tab:?}");
    }
}

#[test]
fn tab_goes_through_the_window_as_it_is_read() {
    let mut app = open(Lang::En, [1280.0, 800.0], |state| state.tab = Tab::Plots);
    let stops = names(&stops(&mut app, Modifiers::NONE));
    let at = |name: &str| {
        let found = stops.iter().position(|it| it.starts_with(name));
        found.unwrap_or_else(|| panic!("{name} is no stop of {stops:?}"))
    };
    let order = [
        "File",
        // The search opens with suggestions, the first of which is marked.
        "Employment",
        "EN",
        "Indicator",
        "Enlarge",
        "Filter cities",
        "Plots",
        "Copy",
        "Save figure",
        "Ranking",
        "Copy citation",
        "Fold",
        "Notices",
        "built-in",
    ];
    let places: Vec<usize> = order.iter().map(|name| at(name)).collect();
    assert!(places.is_sorted(), "{order:?} at {places:?} of {stops:?}");
}

#[test]
fn tab_goes_on_from_where_escape_was_pressed() {
    let mut app = open(Lang::En, [1280.0, 800.0], |state| {
        state.tab = Tab::Plots;
        state.indicator = Some("resident_population".into());
    });
    let there = stops(&mut app, Modifiers::NONE);
    for at in (0..there.len() - 1).step_by(3) {
        let mut app = open(Lang::En, [1280.0, 800.0], |state| {
            state.tab = Tab::Plots;
            state.indicator = Some("resident_population".into());
        });
        for _ in 0..=at {
            press(&mut app, Key::Tab);
        }
        press(&mut app, Key::Escape);
        press(&mut app, Key::Tab);
        let now = holder(&app).unwrap().1;
        assert_eq!(now, there[at + 1].1, "after Escape at {}", there[at].1);
    }
}

#[test]
fn no_stop_of_the_table_is_spent_on_the_edges_of_columns() {
    for (lang, edge) in [(Lang::En, "Height of the source panel"), (Lang::Zh, "出处栏高度")] {
        let mut app = open(lang, [1280.0, 800.0], |state| state.tab = Tab::Table);
        let stops = names(&stops(&mut app, Modifiers::NONE));
        assert!(stops.iter().any(|it| it == edge), "{stops:?}");
        let count = stops.iter().filter(|it| it.contains("column") || it.contains("列宽")).count();
        assert_eq!(count, 0, "{stops:?}");
    }
}

#[test]
fn the_rows_of_the_table_come_after_their_headings_as_they_are_seen() {
    for lang in Lang::ALL {
        let mut app = open(lang, [1280.0, 800.0], |state| state.tab = Tab::Table);
        let stops = names(&stops(&mut app, Modifiers::NONE));
        let t = texts(lang);
        let first = if lang == Lang::Zh { "第 1 行，共" } else { "Row 1 of" };
        let rows = stops.iter().position(|it| it.starts_with(first)).unwrap();
        let end = t.table_sort_none("");
        let headings: Vec<usize> =
            (0..stops.len()).filter(|at| stops[*at].ends_with(&end)).collect();
        assert!(headings.len() > 3, "{lang:?}: {stops:?}");
        assert_eq!(headings.last().map(|at| at + 1), Some(rows), "{lang:?}: {stops:?}");
    }
}

#[test]
fn f6_goes_from_part_to_part_both_ways() {
    for lang in Lang::ALL {
        for size in [[1280.0, 800.0], [900.0, 600.0]] {
            let mut app = open(lang, size, |state| state.tab = Tab::Plots);
            let mut there = Vec::new();
            for _ in Part::ALL {
                press(&mut app, Key::F6);
                there.push(holder(&app).unwrap());
            }
            let ids: std::collections::BTreeSet<_> = names(&there).into_iter().collect();
            assert_eq!(ids.len(), Part::ALL.len(), "{ids:?}");
            assert!(there[0].1.starts_with(texts(lang).menu_file()), "{:?}", names(&there));
            for part in there.iter().rev().skip(1) {
                press_with(&mut app, Modifiers::SHIFT, Key::F6);
                assert_eq!(holder(&app).unwrap().1, part.1);
            }
            press(&mut app, Key::F6);
            assert_eq!(holder(&app).unwrap().1, there[1].1);
        }
    }
}

#[test]
fn what_opens_over_the_window_gives_the_keyboard_back_on_escape() {
    let ways: [(&str, Modifiers, Key); 9] = [
        ("menus", Modifiers::NONE, Key::F10),
        ("search", Modifiers::COMMAND, Key::F),
        ("palette", Modifiers::COMMAND, Key::K),
        ("save", Modifiers::COMMAND, Key::S),
        ("keys", Modifiers::NONE, Key::Questionmark),
        ("about", Modifiers::NONE, Key::F1),
        ("open by path", Modifiers::COMMAND, Key::O),
        ("save view", Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
        ("open view", Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O),
    ];
    for lang in Lang::ALL {
        for (what, modifiers, key) in ways {
            let mut app = open_on(lang, [1280.0, 800.0], |_| {}, Box::new(NoDialogs));
            press(&mut app, Key::F6);
            press(&mut app, Key::F6);
            press(&mut app, Key::Tab);
            let before = holder(&app).unwrap();
            press_with(&mut app, modifiers, key);
            let inside = holder(&app);
            assert_ne!(inside.map(|it| it.0), Some(before.0), "{what} takes the keyboard");
            press(&mut app, Key::Escape);
            assert_eq!(holder(&app).map(|it| it.1), Some(before.1), "{what}");
        }
    }
}

#[test]
fn a_dialog_opened_from_menu_or_palette_gives_the_keyboard_back_to_what_had_it_before() {
    let mut app = open(Lang::En, [1280.0, 800.0], |_| {});
    press(&mut app, Key::F6);
    press(&mut app, Key::F6);
    let before = holder(&app).unwrap().1;
    // Help is the last menu, its first item the key help.
    for key in [Key::F10, Key::ArrowLeft, Key::Enter] {
        press(&mut app, key);
    }
    assert!(app.query_by_label("No command matches.").is_none());
    assert_ne!(holder(&app).map(|it| it.1), Some(before.clone()));
    press(&mut app, Key::Escape);
    assert_eq!(holder(&app).map(|it| it.1), Some(before.clone()), "after the menu");
    press_with(&mut app, Modifiers::COMMAND, Key::K);
    app.event(Event::Text("notices".into()));
    app.run();
    press(&mut app, Key::Enter);
    assert!(app.query_by_label("Close").is_some());
    press(&mut app, Key::Escape);
    assert_eq!(holder(&app).map(|it| it.1), Some(before), "after the palette");
}

#[test]
fn lists_below_buttons_close_on_escape_and_their_button_has_the_keyboard_again() {
    let mut app = open(Lang::En, [1280.0, 800.0], |state| {
        state.tab = Tab::Compare;
        state.compared = Some("taizhou".into());
    });
    for start in ["Indicator", "City A", "City B"] {
        let opener = {
            let mut found = app.query_all_by_label_contains(start);
            let is_box = |it: &egui_kittest::Node<'_>| {
                it.accesskit_node().role() == egui::accesskit::Role::ComboBox
            };
            let node = found.find(is_box).unwrap_or_else(|| panic!("{start}"));
            node.focus();
            node.accesskit_node().label().unwrap()
        };
        app.run();
        press(&mut app, Key::Enter);
        assert_ne!(holder(&app).unwrap().1, opener, "the list has the keyboard");
        press(&mut app, Key::Escape);
        assert_eq!(holder(&app).unwrap().1, opener);
    }
}

#[test]
fn a_row_that_cannot_be_chosen_is_a_stop_and_says_why() {
    let mut app = open(Lang::En, [1280.0, 800.0], |state| {
        state.tab = Tab::Plots;
        state.figure = city_atlas::figure::FigureKind::Scatter;
        state.indicator = Some("resident_population".into());
    });
    let before = app.state().state().clone();
    let axis = app
        .query_all_by_role(egui::accesskit::Role::ComboBox)
        .find(|it| it.accesskit_node().label().unwrap().contains("axis"))
        .unwrap();
    axis.focus();
    app.run();
    press(&mut app, Key::Enter);
    let reasons = (0..30).find_map(|_| {
        press(&mut app, Key::Tab);
        holder(&app).map(|it| it.1).filter(|it| it.contains("too few") || it.contains("only"))
    });
    assert!(reasons.is_some(), "no stop says why it cannot be chosen");
    press(&mut app, Key::Enter);
    assert_eq!(app.state().state().indicator, before.indicator);
    assert_eq!(app.state().state().indicator_y, before.indicator_y);
}

#[test]
fn the_city_with_the_keyboard_is_compared_whatever_lies_under_the_pointer() {
    let mut app = open(Lang::En, [1280.0, 800.0], |state| state.selected = Some("ningbo".into()));
    let tile = |app: &App, city: &str| {
        let mut found = app.query_all_by_label_contains(city);
        found.find(|it| it.accesskit_node().label().unwrap().contains(" of 11; ")).unwrap().rect()
    };
    app.event(Event::PointerMoved(tile(&app, "Lishui").center()));
    app.run();
    press(&mut app, Key::F6);
    press(&mut app, Key::F6);
    press(&mut app, Key::Tab);
    press(&mut app, Key::Home);
    assert!(holder(&app).unwrap().1.contains("Hangzhou"));
    press(&mut app, Key::C);
    assert_eq!(app.state().state().compared.as_deref(), Some("hangzhou"));
    app.event(Event::PointerMoved(tile(&app, "Jinhua").center()));
    app.run();
    press(&mut app, Key::C);
    assert_eq!(app.state().state().compared.as_deref(), Some("jinhua"), "the pointer moved last");
}

/// A desktop without file dialogs, so that the window asks for paths itself.
struct NoDialogs;

impl Desktop for NoDialogs {
    fn ask_for_file(&self, ctx: &egui::Context, _: &Texts, reply: mpsc::Sender<Reply>) {
        reply.send(Reply::Open(None, std::time::Duration::ZERO)).unwrap();
        ctx.request_repaint();
    }

    fn ask_for_place(
        &self,
        _: &egui::Context,
        _: &std::path::Path,
        _: Format,
        _: mpsc::Sender<Reply>,
    ) {
    }
}

/// Saves where it is told without asking.
struct Folder(Rc<RefCell<PathBuf>>);

impl Desktop for Folder {
    fn ask_for_file(&self, _: &egui::Context, _: &Texts, _: mpsc::Sender<Reply>) {}

    fn ask_for_place(
        &self,
        ctx: &egui::Context,
        _: &std::path::Path,
        _: Format,
        reply: mpsc::Sender<Reply>,
    ) {
        reply.send(Reply::Place(Some(self.0.borrow().clone()), std::time::Duration::ZERO)).unwrap();
        ctx.request_repaint();
    }
}

#[test]
fn the_main_path_needs_no_mouse_in_either_language() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("compare.png");
        let desktop = Folder(Rc::new(RefCell::new(target.clone())));
        let mut app = open_on(lang, [900.0, 600.0], |_| {}, Box::new(desktop));
        // Choose a city on the map.
        press(&mut app, Key::F6);
        press(&mut app, Key::F6);
        press(&mut app, Key::Tab);
        press(&mut app, Key::Home);
        press(&mut app, Key::ArrowRight);
        press(&mut app, Key::Enter);
        let a = app.state().state().selected.clone().unwrap();
        // Read its highlights: each is in the tree, with its heading, and Tab reaches its figures.
        press_with(&mut app, Modifiers::COMMAND, Key::Num2);
        let data = app.state().data();
        let city = data.region_by_id(&a).unwrap();
        let headlines: Vec<String> =
            data.highlights_of(city).map(|(_, it)| it.headline.get(lang).to_owned()).collect();
        assert!(!headlines.is_empty());
        for headline in &headlines {
            assert!(app.query_all_by_label_contains(headline).next().is_some(), "{headline}");
        }
        // Compare with another.
        press(&mut app, Key::ArrowRight);
        press(&mut app, Key::C);
        let state = app.state().state().clone();
        assert_eq!((state.selected.as_ref(), state.tab), (Some(&a), Tab::Compare));
        assert!(state.compared.is_some_and(|it| it != a));
        // Export, with the place chosen in the desktop's own dialog.
        press_with(&mut app, Modifiers::COMMAND, Key::S);
        for _ in 0..40 {
            if holder(&app).is_some_and(|it| it.1 == texts(lang).button_browse()) {
                break;
            }
            press(&mut app, Key::Tab);
        }
        press(&mut app, Key::Enter);
        for _ in 0..40 {
            if holder(&app).is_some_and(|it| it.1 == texts(lang).button_save()) {
                break;
            }
            press(&mut app, Key::Tab);
        }
        press(&mut app, Key::Enter);
        let bytes = fs::read(&target).unwrap();
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
        let back = holder(&app).unwrap().1;
        assert!(back.contains(if lang == Lang::En { " of 11; " } else { "共 11 个；" }), "{back}");
    }
}
