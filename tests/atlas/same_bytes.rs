//! What is exported depends on the data and the arguments alone: not on the machine's language,
//! clock or folders, nor on how many threads work.

use std::{fs, path::Path, process::Command};

use crate::support::folder::files_in;

/// A run of the program in `folder`, as on another machine.
fn run(folder: &Path, surroundings: &[(&str, &str)], args: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_city-atlas"));
    command.args(args).current_dir(folder);
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.envs(surroundings.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The same program elsewhere: other language, time zone, home and number of threads.
const MACHINES: [&[(&str, &str)]; 3] = [
    &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "en_GB.UTF-8"), ("TZ", "UTC")],
    &[("LANG", "C"), ("LC_ALL", "C"), ("TZ", "Asia/Shanghai"), ("HOME", "/nowhere")],
    &[
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LC_NUMERIC", "de_DE.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
        ("RAYON_NUM_THREADS", "1"),
        ("XDG_DATA_HOME", "/nowhere"),
    ],
];

#[test]
fn a_picture_is_the_same_on_every_machine() {
    let args = ["export", "--figure", "map", "--indicator", "resident_population", "--lang", "zh"];
    let pictures = MACHINES.map(|machine| {
        let folder = tempfile::tempdir().unwrap();
        run(folder.path(), machine, &[args.as_slice(), &["-o", "map.png"]].concat());
        // Once more over what is there.
        let first = fs::read(folder.path().join("map.png")).unwrap();
        run(folder.path(), machine, &[args.as_slice(), &["-o", "map.png"]].concat());
        assert!(fs::read(folder.path().join("map.png")).unwrap() == first, "{machine:?}");
        first
    });
    let [first, others @ ..] = &pictures;
    assert!(others.iter().all(|it| it == first), "another machine draws other bytes");
}

#[test]
fn a_batch_is_the_same_on_every_machine() {
    let args = ["export", "--all", "--lang", "zh", "--format", "csv,json,txt", "-o", "out"];
    let all = MACHINES.map(|machine| {
        let folder = tempfile::tempdir().unwrap();
        run(folder.path(), machine, &args);
        files_in(&folder.path().join("out"))
    });
    let [first, others @ ..] = &all;
    assert!(first.len() > 100, "{} files", first.len());
    for other in others {
        assert!(first.keys().eq(other.keys()));
        for (name, bytes) in first {
            assert!(other.get(name) == Some(bytes), "{name} differs");
        }
    }
}
