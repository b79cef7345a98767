//! The walls between the rooms of the code, read from the code itself.

use std::{fs, path::Path};

/// The product's source files with their paths below `src` and their code above the tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned();
                found.push((name, code));
            }
        }
    }
    assert!(found.len() > 40, "the source folder was not read");
    found
}

/// Whether the code names a crate or module, in `use` lines or in paths, outside comments.
fn names(code: &str, path: &str) -> bool {
    code.lines().map(str::trim_start).filter(|line| !line.starts_with("//")).any(|line| {
        line.match_indices(path).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + path.len()..].chars().next();
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            !is_word(before) && !is_word(after)
        })
    })
}

/// Whether the code imports the room `room` of this crate, on one line or in a nested `use`.
fn imports_room(code: &str, room: &str) -> bool {
    let flat = code.split_whitespace().collect::<Vec<_>>().join(" ");
    if names(code, &format!("crate::{room}")) {
        return true;
    }
    flat.match_indices("use crate::{").any(|(at, start)| {
        let rest = &flat[at + start.len()..];
        let end = rest.find("};").unwrap_or(rest.len());
        let mut depth = 0;
        let mut item = String::new();
        let mut rooms = Vec::new();
        for c in rest[..end].chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => rooms.push(std::mem::take(&mut item)),
                _ if depth == 0 => item.push(c),
                _ => {}
            }
        }
        rooms.push(item);
        rooms.iter().any(|it| it.trim().split("::").next() == Some(room))
    })
}

fn offenders(is_inside: impl Fn(&str) -> bool, breaks: impl Fn(&str) -> bool) -> Vec<String> {
    sources()
        .into_iter()
        .filter(|(name, code)| is_inside(name) && breaks(code))
        .map(|(name, _)| name)
        .collect()
}

fn in_rooms(rooms: &'static [&'static str]) -> impl Fn(&str) -> bool {
    move |name| rooms.iter().any(|room| name.starts_with(&format!("{room}/")))
}

#[test]
fn data_and_analysis_know_nothing_of_drawing() {
    let drawing = ["egui", "eframe", "egui_plot", "epaint"];
    let found = offenders(in_rooms(&["model", "load", "analysis", "i18n", "sound"]), |code| {
        drawing.iter().any(|it| names(code, it))
    });
    assert!(found.is_empty(), "{found:?} draw");
}

#[test]
fn data_and_analysis_do_not_look_upward() {
    let above = ["figure", "state", "ui", "export", "app", "cli", "files"];
    let found = offenders(in_rooms(&["model", "load", "analysis"]), |code| {
        above.iter().any(|room| imports_room(code, room))
    });
    assert!(found.is_empty(), "{found:?} import what is built on them");
}

#[test]
fn imports_know_the_model_and_the_loader_alone() {
    let found = offenders(in_rooms(&["import"]), |code| {
        let above = ["analysis", "figure", "state", "ui", "export", "app", "cli", "files", "i18n"];
        above.iter().any(|room| imports_room(code, room))
            || ["egui", "eframe"].iter().any(|it| names(code, it))
    });
    assert!(found.is_empty(), "{found:?} import more than model and load");
    let found = offenders(in_rooms(&["model", "load"]), |code| imports_room(code, "import"));
    assert!(found.is_empty(), "{found:?} import what is built on them");
}

#[test]
fn figures_know_nothing_of_the_window() {
    let found = offenders(in_rooms(&["figure"]), |code| {
        ["ui", "state", "app", "cli", "export"].iter().any(|room| imports_room(code, room))
    });
    assert!(found.is_empty(), "{found:?} know the window");
}

#[test]
fn only_the_shell_touches_files() {
    let shell = |name: &str| {
        name.starts_with("cli/")
            || name.starts_with("app/")
            || ["files.rs", "export/file.rs", "export/litter.rs", "i18n/build.rs"].contains(&name)
    };
    let found = offenders(
        |name| !shell(name),
        |code| names(code, "std::fs") || names(code, "fs::read") || names(code, "fs::write"),
    );
    assert!(found.is_empty(), "{found:?} read or write files");
}

#[test]
fn only_the_command_line_imports_the_window() {
    let found = offenders(|name| !name.starts_with("cli/"), |code| imports_room(code, "app"));
    assert!(found.is_empty(), "{found:?} import app");
}

#[test]
fn the_reader_of_walls_sees_nested_imports() {
    assert!(imports_room("use crate::{\n    figure::{self, style},\n    ui::theme,\n};", "ui"));
    assert!(!imports_room("use crate::{figure::{self, ui_style}, model::Text};", "ui"));
    assert!(names("use egui::Ui;", "egui") && !names("// egui", "egui"));
}

#[test]
fn files_stay_small_enough_to_read() {
    let long: Vec<_> = sources()
        .into_iter()
        .filter(|(_, code)| code.lines().count() > 450)
        .map(|(name, code)| format!("{name}: {}", code.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}
