//! Edits to the open file show in the window as they are saved, by whichever way a program saves.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::mpsc,
    time::{Duration, Instant},
};

use city_atlas::{
    app::{AtlasApp, Desktop, Keeping, Reply, Store},
    export::format::Format,
    files,
    i18n::Texts,
    model::Lang,
    state::{FileEdits, Tab, ThemeChoice, ViewState},
};
use egui::{Context, Event, Key, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::kittest::Queryable;

use crate::support::window::{App, show};

/// How long a test waits for what should come within a second.
const PATIENCE: Duration = Duration::from_secs(30);
/// Longer than it takes until an edit would have been shown.
const A_WHILE: Duration = Duration::from_millis(900);

struct NoDesktop;

impl Desktop for NoDesktop {
    fn ask_for_file(&self, _: &Context, _: &Texts, _: mpsc::Sender<Reply>) {}
    fn ask_for_place(&self, _: &Context, _: &Path, _: Format, _: mpsc::Sender<Reply>) {}
}

/// A folder with a copy of the shipped data file and its map, without links on its own path.
struct Copy {
    _kept: tempfile::TempDir,
    folder: PathBuf,
}

impl Copy {
    fn new() -> Self {
        let kept = tempfile::tempdir().unwrap();
        let folder = kept.path().canonicalize().unwrap();
        let copy = Self { _kept: kept, folder };
        fs::create_dir_all(copy.map().parent().unwrap()).unwrap();
        fs::copy(shipped("assets/maps/zhejiang.geojson"), copy.map()).unwrap();
        fs::write(copy.data(), text_with("Huzhou")).unwrap();
        copy
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data.ron")
    }

    fn map(&self) -> PathBuf {
        self.folder.join("assets/maps/zhejiang.geojson")
    }

    fn open(&self) -> App {
        open(&self.data(), |_| {})
    }
}

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The shipped data with Huzhou called by another name.
fn text_with(name: &str) -> String {
    let text = fs::read_to_string(shipped("data.ron")).unwrap();
    let names = |name: &str| {
        format!("name: (zh: \"湖州市\", en: \"{name}\"), short: (zh: \"湖州\", en: \"{name}\")")
    };
    assert!(text.contains(&names("Huzhou")));
    text.replace(&names("Huzhou"), &names(name))
}

const BROKEN: &str = "(\n    format: 1,\n    id: \"base\",\n    regions: [";

fn open(path: &Path, change: impl FnOnce(&mut ViewState)) -> App {
    let loaded = files::open(path).unwrap_or_else(|error| panic!("{error}"));
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.theme = ThemeChoice::Light;
    change(&mut state);
    let app = AtlasApp::new(loaded, state, Box::new(NoDesktop)).with_live_files();
    show(app, [1280.0, 800.0])
}

fn says(app: &App, text: &str) -> bool {
    app.query_all_by_label_contains(text).next().is_some()
}

/// Lets the window live until `is_so`.
#[track_caller]
fn wait(app: &mut App, what: &str, is_so: impl Fn(&App) -> bool) {
    let start = Instant::now();
    loop {
        app.run();
        if is_so(app) {
            return;
        }
        assert!(start.elapsed() < PATIENCE, "{what} never came");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[track_caller]
fn wait_for(app: &mut App, text: &str) {
    wait(app, text, |app| says(app, text));
}

#[track_caller]
fn wait_until_gone(app: &mut App, text: &str) {
    wait(app, &format!("the end of {text}"), |app| !says(app, text));
}

fn rename_over(path: &Path, text: &str) {
    let beside = path.with_extension("tmp");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

#[test]
fn writers_that_replace_write_in_place_or_delete_first_all_show_at_once() {
    let copy = Copy::new();
    let path = copy.data();
    let mut app = copy.open();
    rename_over(&path, &text_with("Replaced"));
    wait_for(&mut app, "Replaced");
    assert!(says(&app, "as it was just saved"));
    fs::write(&path, text_with("Written in place")).unwrap();
    wait_for(&mut app, "Written in place");
    fs::remove_file(&path).unwrap();
    fs::write(&path, text_with("Deleted and made anew")).unwrap();
    wait_for(&mut app, "Deleted and made anew");
    // As vim does: the old file becomes a backup, the new one takes its name.
    fs::rename(&path, copy.folder.join("data.ron~")).unwrap();
    fs::write(&path, text_with("With a backup beside")).unwrap();
    wait_for(&mut app, "With a backup beside");
    assert!(!says(&app, "no longer there") && !says(&app, "error"));
}

#[cfg(unix)]
#[test]
fn writers_that_turn_a_link_around_show_at_once() {
    use std::os::unix::fs::symlink;
    let copy = Copy::new();
    let at = |name: &str| copy.folder.join(name);
    // The link to the file itself.
    fs::rename(copy.data(), at("first.ron")).unwrap();
    fs::write(at("second.ron"), text_with("Second")).unwrap();
    symlink("first.ron", copy.data()).unwrap();
    let mut app = copy.open();
    symlink("second.ron", at("new.ron")).unwrap();
    fs::rename(at("new.ron"), copy.data()).unwrap();
    wait_for(&mut app, "Second");
    // What the link leads to, written through it.
    fs::write(copy.data(), text_with("Through the link")).unwrap();
    wait_for(&mut app, "Through the link");
    drop(app);
    // A link to a folder on the way.
    let other = Copy::new();
    fs::write(other.data(), text_with("Other folder")).unwrap();
    symlink(&copy.folder, at("current")).unwrap();
    let mut app = open(&at("current/data.ron"), |_| {});
    symlink(&other.folder, at("next")).unwrap();
    fs::rename(at("next"), at("current")).unwrap();
    wait_for(&mut app, "Other folder");
}

#[test]
fn half_a_file_is_never_judged() {
    let copy = Copy::new();
    let mut app = copy.open();
    let text = text_with("Slowly");
    let mut file = fs::File::create(copy.data()).unwrap();
    for part in text.as_bytes().chunks(text.len() / 12 + 1) {
        file.write_all(part).unwrap();
        file.flush().unwrap();
        std::thread::sleep(Duration::from_millis(40));
        app.run();
        assert!(!says(&app, "error"), "a file was judged while it was written");
    }
    drop(file);
    wait_for(&mut app, "Slowly");
}

#[test]
fn the_view_stays_as_far_as_the_data_still_have_it() {
    let copy = Copy::new();
    let mut app = open(&copy.data(), |state| {
        state.tab = Tab::Compare;
        state.selected = Some("ningbo".into());
        state.compared = Some("huzhou".into());
        state.indicator = Some("employment_rate".into());
    });
    app.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    app.run();
    let before = app.state().state().clone();
    rename_over(&copy.data(), &text_with("Lakeside"));
    wait_for(&mut app, "Lakeside");
    assert_eq!(*app.state().state(), before);
    app.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    app.run();
    assert_eq!(app.state().state().tab, Tab::Compare, "what was done before can be undone");
    // Without its only measured indicator there is nothing to stay with.
    let without = text_with("Lakeside").replace("employment_rate", "rate_of_employment");
    rename_over(&copy.data(), &without);
    wait(&mut app, "the new indicator", |app| {
        app.state().data().indicator_by_id("rate_of_employment").is_some()
    });
    let now = app.state().state();
    assert_eq!(now.compared, before.compared);
    assert!(now.indicator_ix(app.state().data()).is_some() && now.indicator != before.indicator);
}

#[test]
fn what_was_scrolled_to_stays_in_sight() {
    let copy = Copy::new();
    let mut app = open(&copy.data(), |state| state.tab = Tab::Coverage);
    app.hover_at(egui::pos2(800.0, 400.0));
    app.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -300.0),
        source: egui::MouseWheelSource::Unknown,
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    app.run_steps(2);
    // A tooltip would come and go in its own time.
    app.event(Event::PointerGone);
    app.run_steps(12);
    let top = |app: &App| app.get_by_label("Overview").rect().bottom();
    let heading = |app: &App| {
        let themes = app.query_all_by_label_contains("Employment").map(|it| it.rect());
        themes.filter(|it| it.left() > 330.0).map(|it| it.top()).fold(f32::INFINITY, f32::min)
    };
    let (place, edge) = (heading(&app), top(&app));
    assert!(place.is_finite());
    rename_over(&copy.data(), &text_with("Lakeside"));
    wait_for(&mut app, "Lakeside");
    assert!((heading(&app) - place).abs() < 0.5);
    // A banner moves all of it down, and nothing else.
    rename_over(&copy.data(), BROKEN);
    wait_for(&mut app, "Show all problems");
    assert!((heading(&app) - top(&app) - (place - edge)).abs() < 0.5);
}

#[test]
fn a_broken_edit_keeps_the_last_good_data_and_says_what_is_wrong_until_it_is_mended() {
    let copy = Copy::new();
    let mut app = copy.open();
    rename_over(&copy.data(), BROKEN);
    wait_for(&mut app, "now has");
    assert!(says(&app, "Line 4, column"));
    assert!(says(&app, "Ningbo"), "the data of before are still there");
    app.key_press_modifiers(Modifiers::COMMAND, Key::L);
    app.run();
    assert!(says(&app, "第 4 行") && says(&app, "处错误"));
    app.key_press_modifiers(Modifiers::COMMAND, Key::L);
    app.run();
    app.get_by_label("Show all problems").click();
    app.run();
    assert!(says(&app, "Fix the problems listed"));
    app.get_by_label("Back to the open data").click();
    app.run();
    assert!(says(&app, "now has") && says(&app, "Ningbo"));
    // Read by hand it is as broken.
    app.get_by_label("Reload").click();
    app.run();
    assert!(says(&app, "Fix the problems listed"));
    rename_over(&copy.data(), &text_with("Mended"));
    wait_for(&mut app, "Mended");
    assert!(!says(&app, "now has") && !says(&app, "Fix the problems listed"));
}

#[test]
fn an_edit_that_is_undone_takes_the_banner_away() {
    let copy = Copy::new();
    let mut app = copy.open();
    rename_over(&copy.data(), BROKEN);
    wait_for(&mut app, "now has");
    rename_over(&copy.data(), &text_with("Huzhou"));
    wait_until_gone(&mut app, "now has");
}

#[test]
fn a_file_or_folder_that_goes_and_comes_back_is_followed_all_the_same() {
    let copy = Copy::new();
    let folder = copy.folder.join("inner");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("data.ron");
    let fill = |name: &str| {
        fs::create_dir_all(folder.join("assets/maps")).unwrap();
        fs::copy(copy.map(), folder.join("assets/maps/zhejiang.geojson")).unwrap();
        fs::write(&path, text_with(name)).unwrap();
    };
    fill("Huzhou");
    let mut app = open(&path, |_| {});
    fs::remove_file(&path).unwrap();
    wait_for(&mut app, "no longer there");
    assert!(says(&app, "Ningbo"));
    fs::write(&path, text_with("Back")).unwrap();
    wait_for(&mut app, "Back");
    wait_until_gone(&mut app, "no longer there");
    fs::remove_dir_all(&folder).unwrap();
    wait_for(&mut app, "no longer there");
    fill("Back with its folder");
    wait_for(&mut app, "Back with its folder");
    fs::write(&path, text_with("And edited after that")).unwrap();
    wait_for(&mut app, "And edited after that");
}

#[test]
fn the_map_belongs_to_the_file() {
    let copy = Copy::new();
    let mut app = copy.open();
    let map = fs::read_to_string(copy.map()).unwrap();
    fs::write(copy.map(), &map[..map.len() / 2]).unwrap();
    wait_for(&mut app, "now has");
    rename_over(&copy.map(), &map);
    wait_until_gone(&mut app, "now has");
}

#[test]
fn a_file_that_could_not_be_opened_opens_once_it_is_mended() {
    let copy = Copy::new();
    fs::write(copy.data(), BROKEN).unwrap();
    let loaded = files::built_in().unwrap();
    let state = ViewState::first(&loaded.data, Lang::En);
    let diagnostics = files::open(&copy.data()).unwrap_err();
    let report = city_atlas::app::fault_report("data.ron", &diagnostics, Lang::En);
    let mut app = AtlasApp::new(loaded, state, Box::new(NoDesktop)).with_live_files();
    app.show_faults(report, Some(copy.data()));
    let mut app = show(app, [1280.0, 800.0]);
    assert!(says(&app, "Fix the problems listed"));
    fs::write(copy.data(), text_with("Mended")).unwrap();
    wait_for(&mut app, "Mended");
    assert!(!says(&app, "Fix the problems listed"));
}

#[test]
fn edits_wait_for_a_reload_where_a_person_wants_them_to() {
    let (copy, config) = (Copy::new(), tempfile::tempdir().unwrap());
    let loaded = files::open(&copy.data()).unwrap();
    let state = ViewState::first(&loaded.data, Lang::En);
    let (store, told) = Store::open(&Keeping::Folder(config.path().to_owned()));
    let app = AtlasApp::new(loaded, state, Box::new(NoDesktop)).with_store(store, told);
    let mut app = show(app.with_live_files(), [1280.0, 800.0]);
    app.get_by_label("File").click();
    app.run();
    app.get_by_label("Show edits as the file is saved").click();
    app.run();
    rename_over(&copy.data(), &text_with("Unasked"));
    let start = Instant::now();
    while start.elapsed() < A_WHILE {
        app.run();
        assert!(!says(&app, "Unasked"));
        std::thread::sleep(Duration::from_millis(20));
    }
    app.key_press(Key::F5);
    app.run();
    assert!(says(&app, "Unasked"));
    drop(app);
    let (store, _) = Store::open(&Keeping::Folder(config.path().to_owned()));
    assert_eq!(store.settings().file_edits, Some(FileEdits::OnReload));
}

#[test]
fn nothing_wakes_a_window_whose_file_is_only_read() {
    let copy = Copy::new();
    let mut app = copy.open();
    let start = Instant::now();
    while start.elapsed() < A_WHILE {
        fs::read(copy.data()).unwrap();
        fs::read_dir(&copy.folder).unwrap().count();
        fs::write(copy.folder.join("other.txt"), "not part of the data").unwrap();
        std::thread::sleep(Duration::from_millis(20));
        assert!(!app.ctx.has_requested_repaint(), "the window was woken");
    }
    rename_over(&copy.data(), &text_with("Awake"));
    wait_for(&mut app, "Awake");
}
