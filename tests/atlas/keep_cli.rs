//! What the program remembers and saves, as a process without a display.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use crate::support::program::program;

fn atlas(config: &Path, args: &[&str], fault: bool) -> Output {
    let mut command = program(config);
    command.args(args);
    if fault {
        command.env("CITY_ATLAS_TEST_FAULT", "1");
    }
    command.output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect()
}

/// Processes started at the same time end up with one whole file.
#[test]
fn several_starts_at_once_leave_whole_settings() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| atlas(folder.path(), &[], false));
        }
    });
    let text = fs::read_to_string(folder.path().join("settings.ron")).unwrap();
    assert!(text.contains("was_started: true") && text.trim_end().ends_with(')'), "{text}");
    let mut left = names(folder.path());
    left.sort();
    assert_eq!(left, ["settings.lock", "settings.ron"]);
}

#[test]
fn without_settings_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = atlas(folder.path(), &["--no-settings"], false);
    assert_eq!(output.status.code(), Some(1));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn broken_settings_do_not_keep_the_program_from_starting() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("settings.ron"), b"\xff\x00 not settings").unwrap();
    let told = String::from_utf8(atlas(folder.path(), &[], false).stderr).unwrap();
    assert!(told.contains("cannot open a window"), "{told}");
    let aside = fs::read(folder.path().join("settings.ron.broken-1")).unwrap();
    assert_eq!(aside, b"\xff\x00 not settings");
}

/// Release builds know nothing of the deliberate fault.
#[cfg(debug_assertions)]
#[test]
fn a_fault_in_the_program_saves_the_view_and_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let output = atlas(folder.path(), &["--select", "huzhou", "--tab", "table"], true);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    let reports = folder.path().join("reports");
    let path = |ending: &str| -> PathBuf {
        let name = names(&reports).into_iter().find(|it| it.ends_with(ending));
        reports.join(name.unwrap_or_else(|| panic!("no {ending}: {told}")))
    };
    let (report, view) = (path(".txt"), path(".atlas-view.ron"));
    assert!(told.contains(report.to_str().unwrap()) && told.contains(view.to_str().unwrap()));
    let text = fs::read_to_string(report).unwrap();
    assert!(text.contains("a fault on purpose") && text.contains(env!("CARGO_PKG_VERSION")));
    // The view that was saved opens like any other.
    let again = atlas(folder.path(), &["--view", view.to_str().unwrap()], true);
    assert!(!again.status.success());
    let views: Vec<_> = names(&reports).into_iter().filter(|it| it.ends_with("view.ron")).collect();
    assert_eq!(views.len(), 2);
    for view in views {
        let text = fs::read_to_string(reports.join(view)).unwrap();
        assert!(text.contains("selected: \"huzhou\"") && text.contains("tab: table"), "{text}");
    }
}
