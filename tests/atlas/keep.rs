//! What the window remembers and how it goes back, driven as a person drives it.

use std::{cell::RefCell, fs, path::Path, path::PathBuf, rc::Rc, sync::mpsc, time::Duration};

use crate::support::window::{self, App, show};
use city_atlas::{
    app::{AtlasApp, Desktop, Keeping, Reply, Store},
    export::format::Format,
    files,
    i18n::{Texts, texts},
    model::Lang,
    state::{Settings, Tab, ThemeChoice, ViewFile, ViewState},
};
use egui::{Context, Event, Key, Modifiers, PointerButton, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

/// A desktop without file dialogs or file manager; it keeps what it was asked to show.
#[derive(Clone, Default)]
struct BareDesktop {
    shown: Rc<RefCell<Vec<PathBuf>>>,
}

impl Desktop for BareDesktop {
    fn ask_for_file(&self, ctx: &Context, _: &Texts, reply: mpsc::Sender<Reply>) {
        reply.send(Reply::Open(None, Duration::ZERO)).unwrap();
        ctx.request_repaint();
    }

    fn ask_for_place(&self, ctx: &Context, _: &Path, _: Format, reply: mpsc::Sender<Reply>) {
        reply.send(Reply::Place(None, Duration::ZERO)).unwrap();
        ctx.request_repaint();
    }

    fn show_in_folder(&self, _: &Context, path: &Path, _: mpsc::Sender<Reply>) {
        self.shown.borrow_mut().push(path.to_owned());
    }
}

fn window(lang: Lang, change: impl FnOnce(AtlasApp) -> AtlasApp) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, lang);
    state.theme = ThemeChoice::Light;
    let app = change(AtlasApp::new(loaded, state, Box::new(BareDesktop::default())));
    show(app, [1280.0, 800.0])
}

fn open() -> App {
    window(Lang::En, |app| app)
}

/// A window with the settings in `folder`.
fn kept_in(folder: &Path) -> App {
    let (store, told) = Store::open(&Keeping::Folder(folder.to_owned()));
    window(Lang::En, |app| app.with_store(store, told))
}

fn settings_in(folder: &Path) -> Settings {
    Store::open(&Keeping::Folder(folder.to_owned())).0.settings().clone()
}

fn says(app: &App, text: &str) -> bool {
    app.query_all_by_label_contains(text).next().is_some()
}

fn press(app: &mut App, modifiers: Modifiers, key: Key) {
    app.key_press_modifiers(modifiers, key);
    app.run();
}

fn tab(app: &App) -> Tab {
    app.state().state().tab
}

/// Presses a button of the mouse over the main area.
fn click_with(app: &mut App, button: PointerButton) {
    for pressed in [true, false] {
        let (pos, modifiers) = (pos2(900.0, 400.0), Modifiers::NONE);
        app.event(Event::PointerButton { pos, button, pressed, modifiers });
        app.run();
    }
}

/// Instead of a button, the key.
const ENTER: &str = "";

/// Types into the only dialog's field.
fn answer_path(app: &mut App, path: &Path, button: &str) {
    let is_search = |node: &egui_kittest::Node<'_>| {
        let others = ["Ctrl+F", "Filter cities", "筛选城市"];
        let placeholder = node.accesskit_node().data().placeholder().map(str::to_owned);
        placeholder.is_some_and(|it| others.iter().any(|other| it.contains(other)))
    };
    let fields: Vec<_> =
        app.query_all_by_role(Role::TextInput).filter(|node| !is_search(node)).collect();
    assert_eq!(fields.len(), 1);
    fields[0].set_text_value_accesskit(path.to_str().unwrap());
    app.run();
    if button == ENTER {
        app.key_press(Key::Enter);
    } else {
        app.get_by_label(button).click();
    }
    app.run();
}

fn drop_on(app: &mut App, path: &Path) {
    window::drop_on(app, path);
    app.run();
    app.run();
}

#[test]
fn the_view_is_there_again_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = kept_in(folder.path());
    assert!(app.state().is_first_start());
    press(&mut app, Modifiers::COMMAND, Key::Num5);
    press(&mut app, Modifiers::COMMAND, Key::L);
    press(&mut app, Modifiers::COMMAND, Key::Plus);
    assert!(says(&app, "110%"));
    drop(app);
    let settings = settings_in(folder.path());
    assert_eq!((settings.lang, settings.zoom), (Some(Lang::Zh), Some(1.1)));
    assert_eq!(settings.theme, None, "colours that nobody chose are not remembered");
    let id = files::built_in().unwrap().data.id().to_owned();
    assert_eq!(settings.views[&id].tab, Tab::Table);
    assert!(!kept_in(folder.path()).state().is_first_start());
}

#[test]
fn broken_settings_are_told_of_and_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("settings.ron"), "(version: 1, zoom:").unwrap();
    let mut app = kept_in(folder.path());
    assert!(app.state().notice().unwrap().contains("settings.ron.broken-1"));
    app.get_by_label("Notices (1)").click();
    app.run();
    assert!(says(&app, "△ Warning"));
    app.get_by_label("Dismiss").click();
    app.run();
    assert!(says(&app, "Nothing yet."), "the empty list says what will stand there");
    app.key_press(Key::Escape);
    app.run();
    assert!(!says(&app, "Nothing yet."));
    assert_eq!(app.state().notice(), None);
}

#[test]
fn the_buttons_at_the_side_of_a_mouse_and_of_the_tabs_travel() {
    let mut app = open();
    let back = app.get_by_label("Back");
    assert!(back.accesskit_node().is_disabled(), "there is nothing to go back to yet");
    let start = tab(&app);
    press(&mut app, Modifiers::COMMAND, Key::Num5);
    press(&mut app, Modifiers::COMMAND, Key::Num4);
    click_with(&mut app, PointerButton::Extra1);
    assert_eq!(tab(&app), Tab::Table);
    app.get_by_label("Back").click();
    app.run();
    assert_eq!(tab(&app), start);
    click_with(&mut app, PointerButton::Extra2);
    app.get_by_label("Forward").click();
    app.run();
    assert_eq!(tab(&app), Tab::Plots);
}

#[test]
fn undo_takes_back_what_is_no_place_and_leaves_typing_alone() {
    let mut app = open();
    press(&mut app, Modifiers::COMMAND, Key::L);
    assert_eq!(app.state().state().lang, Lang::Zh);
    press(&mut app, Modifiers::COMMAND, Key::Z);
    assert_eq!(app.state().state().lang, Lang::En);
    press(&mut app, Modifiers::COMMAND, Key::Y);
    assert_eq!(app.state().state().lang, Lang::Zh);
    press(&mut app, Modifiers::COMMAND, Key::F);
    press(&mut app, Modifiers::COMMAND, Key::Z);
    assert_eq!(app.state().state().lang, Lang::Zh, "the keys belong to the text");
}

#[test]
fn a_view_is_saved_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine");
    let mut app = open();
    press(&mut app, Modifiers::COMMAND, Key::Num4);
    press(&mut app, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    app.run();
    answer_path(&mut app, &path, ENTER);
    let path = folder.path().join("mine.atlas-view.ron");
    assert!(path.is_file());
    assert!(says(&app, "Show in folder"));
    let mut app = window(Lang::Zh, |app| app);
    drop_on(&mut app, &path);
    assert_eq!((tab(&app), app.state().state().lang), (Tab::Plots, Lang::Zh));
    assert!(app.state().notice().unwrap().starts_with("已打开视图"));
    press(&mut app, Modifiers::COMMAND, Key::Z);
    assert_ne!(tab(&app), Tab::Plots, "opening a view can be undone");
}

#[test]
fn a_view_of_other_data_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.atlas-view.ron");
    let data = files::built_in().unwrap().data;
    let view = ViewState {
        tab: Tab::Table,
        selected: Some("suzhou".into()),
        ..ViewState::first(&data, Lang::En)
    };
    let text = ViewFile::new(&data, &view).text();
    let text = text.replace(data.id(), "jiangsu-2024").replace(&data.title().en, "Jiangsu");
    fs::write(&path, text).unwrap();
    let mut app = open();
    let chosen = app.state().state().selected.clone();
    drop_on(&mut app, &path);
    let told = app.state().notice().unwrap().to_owned();
    assert!(told.contains("Jiangsu") && told.contains("suzhou"), "{told}");
    assert_eq!(tab(&app), Tab::Table);
    assert!(chosen.is_some());
    assert_eq!(app.state().state().selected, chosen, "the choice stays");
}

#[test]
fn what_is_no_view_is_refused_and_no_data_file_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep.atlas-view.ron");
    fs::write(&path, format!("(version: 1, view: {}", "(a: ".repeat(100_000))).unwrap();
    let mut app = open();
    let before = app.state().state().clone();
    drop_on(&mut app, &path);
    assert!(app.state().notice().unwrap().contains("Cannot open the view"));
    assert_eq!(*app.state().state(), before);
    press(&mut app, Modifiers::COMMAND, Key::Num3);
    assert!(app.state().notice().is_some(), "an error stays until it is read");

    let data = folder.path().join("data.ron");
    fs::write(&data, "precious").unwrap();
    press(&mut app, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    app.run();
    answer_path(&mut app, &data, "Save");
    assert!(says(&app, "is not a view file"));
    assert_eq!(fs::read_to_string(&data).unwrap(), "precious");
}

#[test]
fn without_a_file_dialog_the_window_says_so_and_takes_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("years.ron");
    fs::write(&data, include_str!("fixtures/years.ron")).unwrap();
    let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    for lang in Lang::ALL {
        let t = texts(lang);
        let mut app = window(lang, |app| app);
        for (modifiers, key) in [(shift, Key::S), (shift, Key::O), (Modifiers::COMMAND, Key::S)] {
            press(&mut app, modifiers, key);
            if modifiers == Modifiers::COMMAND {
                assert!(!says(&app, t.open_explained()), "a path can be typed anyway");
                app.get_by_label(t.button_browse()).click();
                app.run();
            }
            assert!(says(&app, t.open_explained()), "{modifiers:?} {key:?}");
            press(&mut app, Modifiers::NONE, Key::Escape);
            assert!(app.query_by_label(t.button_cancel()).is_none(), "{modifiers:?} {key:?}");
        }
        press(&mut app, Modifiers::COMMAND, Key::O);
        assert!(says(&app, t.open_explained()));
        answer_path(&mut app, &data, ENTER);
        app.run();
        let title = [("虚构省历年就业", Lang::Zh), ("Employment in Fable Province", Lang::En)];
        assert!(title.iter().all(|(title, of)| says(&app, title) == (lang == *of)));
    }
}

#[test]
fn recent_files_open_again_and_missing_ones_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("other.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("data.ron"), &data).unwrap();
    fs::create_dir_all(folder.path().join("assets/maps")).unwrap();
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/maps/zhejiang.geojson");
    fs::copy(map, folder.path().join("assets/maps/zhejiang.geojson")).unwrap();
    let settings = folder.path().join("settings");
    let mut app = kept_in(&settings);
    drop_on(&mut app, &data);
    drop(app);
    let kept = settings_in(&settings);
    assert_eq!((kept.recent_files[0].path.as_path(), kept.is_file_open), (data.as_path(), true));

    let recent = |app: &mut App| {
        app.get_by_label("File").click();
        app.run();
    };
    let mut app = kept_in(&settings);
    recent(&mut app);
    app.get_by_label_contains("other.ron (").click();
    app.run();
    app.run();
    assert!(app.state().notice().unwrap().contains("other.ron"));
    drop(app);

    fs::remove_file(&data).unwrap();
    let mut app = kept_in(&settings);
    recent(&mut app);
    let row = app.get_by_label_contains("other.ron (");
    assert!(row.accesskit_node().is_disabled());
    assert!(row.accesskit_node().label().unwrap().contains("not found"));
}
