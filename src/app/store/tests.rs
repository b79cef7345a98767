use std::{fs, path::Path};

use super::{Keeping, Store, StoreNotice};
use crate::state::{Settings, ThemeChoice, settings::RecentFile};

fn open(folder: &Path) -> (Store, Vec<StoreNotice>) {
    Store::open(&Keeping::Folder(folder.to_owned()))
}

fn settings_in(folder: &Path) -> Settings {
    open(folder).0.settings().clone()
}

fn recent(path: &str) -> RecentFile {
    RecentFile { path: path.into(), id: String::new() }
}

#[test]
fn settings_are_there_again_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("not/yet there");
    let (mut store, notices) = open(&inner);
    assert!(notices.is_empty() && !store.settings().was_started);
    store.change(|it| it.zoom = Some(1.3));
    store.change(|it| it.was_started = true);
    drop(store);
    let settings = settings_in(&inner);
    assert_eq!((settings.zoom, settings.was_started), (Some(1.3), true));
}

#[test]
fn two_windows_do_not_overwrite_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = open(folder.path());
    let (mut two, _) = open(folder.path());
    one.change(|it| it.zoom = Some(2.0));
    one.change(|it| it.note_recent(recent("/one.ron")));
    two.change(|it| it.theme = Some(ThemeChoice::Dark));
    two.change(|it| it.note_recent(recent("/two.ron")));
    one.flush();
    two.flush();
    one.change(|it| it.was_started = true);
    drop((one, two));
    let kept = settings_in(folder.path());
    assert_eq!((kept.zoom, kept.theme), (Some(2.0), Some(ThemeChoice::Dark)));
    assert!(kept.was_started);
    assert_eq!(kept.recent_files.len(), 2, "{:?}", kept.recent_files);
}

#[test]
fn windows_that_write_at_the_same_time_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for at in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                let (mut store, _) = open(folder);
                for step in 0..8 {
                    let view = crate::state::ViewState {
                        selected: Some(format!("city {step}")),
                        ..Default::default()
                    };
                    let old = crate::state::ViewState::default();
                    store.change(|it| it.note_view(&format!("data-{at}"), &old, &view));
                    store.flush();
                }
            });
        }
    });
    let kept = settings_in(folder.path());
    let last = |at: usize| kept.views[&format!("data-{at}")].selected.clone().unwrap();
    assert_eq!([0, 1, 2, 3].map(last), ["city 7", "city 7", "city 7", "city 7"]);
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "the settings and their lock: {names:?}");
}

#[test]
fn a_broken_file_is_put_aside_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    for (at, broken) in ["(version: 1, zoom: ", "", "(zoom: 1.5)"].iter().enumerate() {
        fs::write(&path, broken).unwrap();
        let (mut store, notices) = open(folder.path());
        assert_eq!(*store.settings(), Settings::default());
        let aside = folder.path().join(format!("settings.ron.broken-{}", at + 1));
        assert!(
            matches!(&notices[..], [StoreNotice::Broken { aside: Ok(it), .. }] if *it == aside),
            "{notices:?}"
        );
        assert_eq!(fs::read_to_string(&aside).unwrap(), *broken);
        store.change(|it| it.was_started = true);
        drop(store);
        assert!(settings_in(folder.path()).was_started);
    }
}

#[test]
fn the_file_of_a_newer_version_keeps_what_this_one_does_not_know() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    fs::write(&path, "(version: 7, zoom: 1.5, theme: sepia, hologram: [1, 2])").unwrap();
    let (mut store, notices) = open(folder.path());
    assert_eq!(notices, [StoreNotice::Newer { path: path.clone() }]);
    assert_eq!(store.settings().zoom, Some(1.5));
    store.change(|it| it.zoom = Some(1.0));
    drop(store);
    let text = fs::read_to_string(&path).unwrap();
    for kept in ["version: 7", "theme: sepia", "hologram: [1, 2]", "zoom: 1.0"] {
        assert!(text.contains(kept), "{text}");
    }
}

#[test]
fn a_file_broken_while_the_window_is_open_is_put_aside_too() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    store.change(|it| it.zoom = Some(1.2));
    store.flush();
    fs::write(folder.path().join("settings.ron"), "mine").unwrap();
    store.change(|it| it.was_started = true);
    store.flush();
    assert!(matches!(&store.notices()[..], [StoreNotice::Broken { aside: Ok(_), .. }]));
    let kept = settings_in(folder.path());
    assert_eq!((kept.zoom, kept.was_started), (Some(1.2), true), "nothing is lost");
}

#[test]
fn a_folder_that_cannot_be_had_is_told_once_and_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in the way");
    fs::write(&file, "x").unwrap();
    let (mut store, notices) = open(&file);
    assert!(matches!(&notices[..], [StoreNotice::Failed { .. }]), "{notices:?}");
    store.change(|it| it.zoom = Some(1.2));
    assert_eq!(store.settings().zoom, Some(1.2));

    let inner = folder.path().join("goes away");
    let (mut store, _) = open(&inner);
    fs::remove_dir_all(&inner).unwrap();
    fs::write(&inner, "x").unwrap();
    store.change(|it| it.zoom = Some(1.2));
    store.flush();
    store.change(|it| it.zoom = Some(1.3));
    store.flush();
    assert!(matches!(&store.notices()[..], [StoreNotice::Failed { .. }]));
}
