//! Large files: read beside the window, which says how far it is and lets go of them.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files,
    model::Lang,
    state::ViewState,
};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::window::{App, drop_on, show_impatient};

fn open(lang: Lang) -> App {
    let loaded = files::built_in().unwrap();
    let state = ViewState::first(&loaded.data, lang);
    show_impatient(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), [1280.0, 800.0])
}

fn is_reading(app: &App) -> bool {
    app.query_by_role(Role::ProgressIndicator).is_some()
}

/// The fixture of five years, as a file with so many remarks that it takes a while.
fn years(folder: &Path) -> PathBuf {
    let path = folder.join("years.ron");
    let remarks = "// A remark that takes its time to be read.\n".repeat(400_000);
    fs::write(&path, format!("{}\n{remarks}", include_str!("fixtures/years.ron"))).unwrap();
    path
}

/// Drops the file at `path` on the window and draws on until it says that it is being read.
fn begin(app: &mut App, path: &Path) {
    drop_on(app, path);
    // A window over the window is measured in its first frame and seen in the next.
    app.step();
    app.step();
    assert!(is_reading(app));
}

#[test]
fn a_file_that_takes_its_time_is_awaited_in_sight_and_then_shown() {
    for (lang, title) in [(Lang::En, "Opening years.ron"), (Lang::Zh, "正在打开 years.ron")] {
        let folder = tempfile::tempdir().unwrap();
        let path = years(folder.path());
        let mut app = open(lang);
        begin(&mut app, &path);
        assert!(app.query_all_by_label(title).next().is_some());
        let bar = app.get_by_role(Role::ProgressIndicator);
        assert!(bar.accesskit_node().numeric_value().is_some(), "how far it is can be heard");
        while is_reading(&app) {
            std::thread::sleep(Duration::from_millis(5));
            app.step();
        }
        app.run();
        assert!(app.query_all_by_label(title).next().is_none());
        let expected = files::open(&path).unwrap();
        assert_eq!(app.state().data().id(), expected.data.id());
    }
}

#[test]
fn a_file_that_takes_too_long_can_be_let_go_of() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.ron");
    // Nothing about it is sound, so each of its millions of entries is looked at.
    let entries = "        (region: \"x\", value: 1),\n".repeat(600_000);
    fs::write(&path, format!("(\n    format: 1,\n    observations: [\n{entries}    ],\n)\n"))
        .unwrap();
    let mut app = open(Lang::En);
    let before = app.state().data().id().to_owned();
    begin(&mut app, &path);
    app.get_by_label("Cancel").click();
    app.run();
    assert!(!is_reading(&app), "the window is as it was");
    assert_eq!(app.state().data().id(), before);
    let told = app.state().notice().unwrap_or_default();
    assert!(told.contains("cancelled") && told.contains("long.ron"), "{told}");
    std::thread::sleep(Duration::from_millis(100));
    app.run();
    assert_eq!(app.state().data().id(), before, "nor does it come later");
}
